"""The evidence of a date as lines: the words, what they say, and what was considered and not chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from store.article import CAPTION, HEADLINE, SOURCE, STANDFIRST, Article, EventDate, Evidence
from tui.lines import Line, cells, cut, line
from tui.measure import wrapped
from tui.wording import DAY_KINDS, SIGNS, certainty, full_day, long_day

HANG: Final = 4
"""Cells before the words: the paragraph number stands there."""

_YEAR: Final = re.compile(r"\b\d{4}\b")

_FAR: Final = 10_000
"""Further away than any year."""

_PLACES: Final = {HEADLINE: "hl", STANDFIRST: "sf", CAPTION: "ph"}
"""What stands for a paragraph number before words of headline, standfirst and photo caption."""


class ReasonLine(NamedTuple):
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
    lines = _how_sure(when, columns)
    if when.earliest and when.latest and not when.value:
        span = f"between {full_day(when.earliest)} and {full_day(when.latest)}"
        lines += [ReasonLine(line((part, "muted"))) for part in wrapped(span, columns)]
    number = 0
    for head, items in _groups(when.evidence):
        lines += [ReasonLine(()), ReasonLine(line((head, "faint")))]
        for item in items:
            lines += _item(item, number, columns, number == here)
            number += 1
    if when.rejected:
        lines += [ReasonLine(()), ReasonLine(line(("Considered, not chosen", "faint")))]
    shown = {item.quote for item in when.evidence}
    for item in ranked(when):
        lines += _rival(item, number, columns, number == here, quoted=item.quote in shown)
        number += 1
    if not when.evidence:
        none = "No words of this text tell the day, and nothing is guessed."
        lines += [ReasonLine(()), *(ReasonLine(line((part, "text"))) for part in wrapped(none, columns))]
    return lines


def ranked(when: EventDate) -> list[Evidence]:
    """Return what was rejected: what speaks of the years nearest to the one chosen comes first."""
    if not when.value:
        return list(when.rejected)
    chosen = int(when.value[:4])

    def distance(item: Evidence) -> int:
        years = _YEAR.findall(item.says.partition(SOURCE)[0])
        return min((abs(int(year) - chosen) for year in years), default=_FAR)

    return sorted(when.rejected, key=distance)


def _how_sure(when: EventDate, columns: int) -> list[ReasonLine]:
    """Return the day, its sign, and the word for it, which has the next line where there is no room."""
    unsure = "" if when.month_day else "not known"
    word = certainty(when) or {"certain": "certain", "unknown": unsure}.get(when.certainty, "")
    told = line((long_day(when), "bold"), (SIGNS[when.certainty], "warn"))
    if cells(told) + 2 + len(word) <= columns:
        return [ReasonLine(line(*told, (f"  {word}" if word else "", "muted")))]
    return [ReasonLine(cut(told, columns)), ReasonLine(line((word, "muted")))]


def _groups(evidence: Sequence[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """Return the evidence under what it tells, in its order."""
    return [(head, list(items)) for head, items in groupby(evidence, _head)]


def _head(item: Evidence) -> str:
    if item.kind == "correction":
        return "Corrected"
    return "Day" if item.kind in DAY_KINDS else "Year"


def place(paragraph: int | None) -> str:
    """Return `¶1` for the first paragraph, and a short word for headline, standfirst and caption."""
    if paragraph is None:
        return ""
    return _PLACES.get(paragraph, f"¶{paragraph + 1}")


def _item(item: Evidence, number: int, columns: int, here: bool) -> list[ReasonLine]:
    """Return words that decided, and below them, after an arrow, what they say."""
    says, _, source = item.says.partition(SOURCE)
    lines = [*_quoted(item, columns, "bold" if here else "strong"), *concluded(says, columns)]
    if source:
        told = f"source {_address(source, whole=here)}" if "://" in source else source
        lines += [
            line((" " * (HANG + 2), "text"), (part, "faint")) for part in wrapped(told, columns - HANG - 2)
        ]
    return [ReasonLine(content, number) for content in lines]


def concluded(says: str, columns: int) -> list[Line]:
    """Return what words say, after an arrow."""
    parts = wrapped(says, columns - HANG - 2)
    arrows = ("→ ", *("  " for _ in parts[1:]))
    return [
        line((" " * HANG, "text"), (arrow, "warn"), (part, "text"))
        for arrow, part in zip(arrows, parts, strict=True)
    ]


def _address(source: str, *, whole: bool) -> str:
    """Return a source without its scheme; only under the cursor is more told than whose it is."""
    bare = source.partition("://")[2]
    return bare if whole else bare.partition("/")[0].removeprefix("www.")


def _rival(item: Evidence, number: int, columns: int, here: bool, *, quoted: bool) -> list[ReasonLine]:
    """Return why a year was not chosen, below its words unless they are told above."""
    ink = "text" if here else "muted"
    quote = [] if quoted else _quoted(item, columns, ink)
    says, _, _ = item.says.partition(SOURCE)
    year, colon, because = says.partition(": ")
    if not (colon and year.isdecimal()):
        year, because = "", says
    margin = f"{year:<{HANG}}" + " " * bool(year)
    parts = wrapped(because, columns - len(margin))
    margins = (margin, *(" " * len(margin) for _ in parts[1:]))
    told = [line((m, ink), (part, ink)) for m, part in zip(margins, parts, strict=True)]
    return [ReasonLine(content, number) for content in (*quote, *told)]


def _quoted(item: Evidence, columns: int, ink: str) -> list[Line]:
    """Return the words of the text, with their paragraph before the first line; none where there are none."""
    if not item.quote:
        return []
    parts = wrapped(f"“{item.quote}”", columns - HANG)
    numbers = (place(item.paragraph), *("" for _ in parts[1:]))
    return [
        cut(line((f"{n:<{HANG}}", "muted"), (part, ink)), columns)
        for n, part in zip(numbers, parts, strict=True)
    ]
