"""Why a text is in the list, as lines: the chip, the words around what it found, and what that says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.archive.whys import Why
from store.article import Article
from tui.lines import Line, cut, inked, line
from tui.measure import ELLIPSIS, wrap, wrapped
from tui.page import Mark
from tui.reasons import HANG, ReasonLine, concluded, place

_AROUND: Final = 36
"""At most so many characters are quoted before the words found, and behind them."""

_LONGEST: Final = 120
"""Of longer words found only the beginning is quoted."""


def why_lines(
    article: Article, whys: Sequence[Why], columns: int, here: int | None, brackets: str = "  "
) -> list[ReasonLine]:
    """Return a block of lines for each chip, from the cell after the bar.

    Args:
        here: The chip under the cursor.
        brackets: What stands before a chip and behind it.
    """
    if not whys:
        none = "No filter is in force: every text is in the list."
        return [ReasonLine(line((part, "text"))) for part in wrapped(none, columns)]
    lines: list[ReasonLine] = []
    for number, why in enumerate(whys):
        lines += [ReasonLine(())] if number else []
        content = [*_chip(why, columns, brackets), *_quoted(article, why, columns, here=number == here)]
        says = why.says if why.holds else f"not any more: {why.says}"
        content += concluded(says, columns)
        lines += [ReasonLine(one, number) for one in content]
    return lines


def _chip(why: Why, columns: int, brackets: str) -> list[Line]:
    """Return the chip as query text on its ground, over several lines where it is long."""
    return [line((f"{brackets[0]}{part}{brackets[1]}", "chip")) for part in wrapped(why.chip, columns - 2)]


def _quoted(article: Article, why: Why, columns: int, *, here: bool) -> list[Line]:
    """Return the first words that show it among those around them, with their paragraph."""
    if not why.places:
        return []
    number = why.places[0][0]
    text, start, end = around(article.paragraph(number), why.places[0])
    inks = ["text" if here else "muted"] * len(text)
    inks[start:end] = ["bold" if here else "strong"] * (end - start)
    lines = []
    for at, (first, last) in enumerate(wrap(text, columns - HANG)):
        margin = place(number) if at == 0 else ""
        lines.append(cut(line((f"{margin:<{HANG}}", "muted"), *inked(text, inks, first, last)), columns))
    return lines


def around(text: str, words: Mark) -> tuple[str, int, int]:
    """Return words of a text in quotation marks with those around them, and where they are in that."""
    _, start, end = words
    end = min(end, start + _LONGEST)
    stop, begin = text.find(". ", end), text.rfind(". ", 0, start)
    first, last = (begin + 2 if begin >= 0 else 0), (stop + 1 if stop >= 0 else len(text))
    opening, closing = "“", "”"
    if start - first > _AROUND:
        first, opening = text.find(" ", start - _AROUND, start) + 1 or start, f"“{ELLIPSIS}"
    if last - end > _AROUND:
        last, closing = max(text.rfind(" ", end, end + _AROUND), end), f"{ELLIPSIS}”"
    at = len(opening) + start - first
    return f"{opening}{text[first:last]}{closing}", at, at + end - start
