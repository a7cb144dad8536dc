"""The evidence of a date as lines: the words, what they say, and what was considered and not chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Evidence
from tui.lines import Line, line
from tui.measure import wrap
from tui.wording import SIGNS, certainty, full_day, long_day

_HANG: Final = 4
"""Cells before the words: the paragraph number stands there."""

_PLACES: Final = {HEADLINE: "hl", STANDFIRST: "sf", CAPTION: "ph"}
"""What stands for a paragraph number before words of headline, standfirst and photo caption."""


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One line of the panel."""

    content: Line
    reason: int | None = None
    """Which item of the evidence, then of the rejected, it belongs to."""


def reasons(article: Article, columns: int, here: int | None) -> list[ReasonLine]:
    """Return the lines about an article's date, from the cell after the bar.

    Args:
        here: The reason under the cursor.
    """
    when = article.date
    word = certainty(when) or {"certain": "certain", "unknown": "not known"}.get(when.certainty, "")
    lines = [
        ReasonLine(line((long_day(when), "bold"), (SIGNS[when.certainty], "warn"), (f"  {word}", "muted")))
    ]
    if when.earliest and when.latest and not when.value:
        span = f"between {full_day(when.earliest)} and {full_day(when.latest)}"
        lines += [ReasonLine(line((part, "muted"))) for part in _wrapped(span, columns)]
    number = 0
    for head, items in _groups(when.evidence):
        lines += [ReasonLine(()), ReasonLine(line((head, "faint")))]
        for item in items:
            lines += _item(item, number, columns, number == here)
            number += 1
    if when.rejected:
        lines += [ReasonLine(()), ReasonLine(line(("Considered, not chosen", "faint")))]
    for item in when.rejected:
        lines += _rival(item, number, columns, number == here)
        number += 1
    if not when.evidence:
        none = "No words of this text tell the day, and nothing is guessed."
        lines += [ReasonLine(()), *(ReasonLine(line((part, "text"))) for part in _wrapped(none, columns))]
    return lines


def _groups(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Return the evidence under Day and Year, in its order."""
    return [
        (head, list(items))
        for head, items in groupby(evidence, lambda item: "Day" if item.kind == "day" else "Year")
    ]


def place(paragraph: int | None) -> str:
    """Return `¶1` for the first paragraph, and a short word for headline, standfirst and caption."""
    if paragraph is None:
        return ""
    return _PLACES.get(paragraph, f"¶{paragraph + 1}")


def _wrapped(text: str, columns: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, columns)]


def _item(item: Evidence, number: int, columns: int, here: bool) -> list[ReasonLine]:
    quote = _wrapped(f"“{item.quote}”", columns - _HANG)
    says = _wrapped(item.says, columns - _HANG - 2)
    ink = "bold" if here else "strong"
    lines = [
        line((f"{place(item.paragraph) if i == 0 else '':<{_HANG}}", "muted"), (part, ink))
        for i, part in enumerate(quote)
    ]
    lines += [
        line((" " * _HANG, "text"), ("→ " if i == 0 else "  ", "warn"), (part, "text"))
        for i, part in enumerate(says)
    ]
    return [ReasonLine(content, number) for content in lines]


def _rival(item: Evidence, number: int, columns: int, here: bool) -> list[ReasonLine]:
    ink = "text" if here else "muted"
    quote = _wrapped(f"“{item.quote}”" if item.paragraph is not None else item.quote, columns - _HANG)
    says = _wrapped(item.says, columns - _HANG)
    lines = [
        line((f"{place(item.paragraph) if i == 0 else '':<{_HANG}}", "muted"), (part, ink))
        for i, part in enumerate(quote)
    ]
    lines += [line((" " * _HANG, "text"), (part, ink)) for part in says]
    return [ReasonLine(content, number) for content in lines]
