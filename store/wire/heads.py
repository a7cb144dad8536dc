"""Heads: at which line a text begins below the head of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from store.fold import fold
from store.wire.datelines import Found, Wires, read_dateline
from store.wire.furniture import is_date_line
from store.wire.likeness import is_paragraph
from store.wire.lines import Line
from store.wire.sections import is_section
from store.wire.stamps import signed_day

HEAD: Final = 14
"""The body begins within so many lines."""

_PARAGRAPHS: Final = 3
"""Behind more paragraphs no dateline is looked for."""


def find_lead(lines: Sequence[Line], known: Wires) -> tuple[Found | None, int]:
    """Return the dateline of a page and the number of its line, or None and the count of all lines."""
    paragraphs = 0
    for number, line in enumerate(lines[:HEAD]):
        is_no_text = is_date_line(line.text) or is_section(line.text)
        found = None if is_no_text else read_dateline(line.text, known) or _town(line, lines, known)
        if found is None and number and _is_city_above(lines[number : number + 2], known):
            found = Found(line.text, None, None, len(line.text))
        alone = found and len(line.text) <= found.end
        last = number + 1 == len(lines)
        if found and alone and found.place is None and _is_headed(lines[number + 1 : HEAD], known):
            continue
        if found and not (alone and last and (paragraphs or found.agency is None)):
            return found, number
        paragraphs += is_paragraph(line.text)
        if paragraphs > _PARAGRAPHS:
            break
    return None, len(lines)


def _is_city_above(lines: Sequence[Line], known: Wires) -> bool:
    """Tell whether the first of two lines is the name of a known town, and the other a paragraph."""
    town = lines[0].text
    is_town = len(town) < _NAME and fold(town) in known.cities and town[0].isupper()
    return is_town and len(lines) > 1 and is_paragraph(lines[1].text)


_NAME: Final = 30
"""No name of a town is longer."""

_TOWN: Final = re.compile(
    r"(?P<place>[A-Z][\w’'-]{2,}(?: [A-Z][\w’'-]{2,})?) [-–] (?=[A-Z])"
    r"(?!\w+ (?:relations?|ties|friendship|border|cooperation|partnership|trade|talks|summit)\b)"
)


_LAST: Final = 3
"""In one of so many last lines a text is signed."""


def _town(line: Line, lines: Sequence[Line], known: Wires) -> Found | None:
    """Return the town that a paragraph begins with, known to nobody, if the text says `in` before it, too.

    Or if an agency signs below it with its day, as MAP does.
    """
    town = _TOWN.match(line.text) if is_paragraph(line.text) else None
    if town is None:
        return None
    signed = any([(day := signed_day(one.text)) and known.short(day[0]) for one in lines[-_LAST:]])
    if not signed and not any([f" in {town['place']}" in one.text for one in lines]):
        return None
    return Found(town["place"], None, None, town.end())


def _is_headed(lines: Sequence[Line], known: Wires) -> bool:
    """Tell whether the dateline stands further down, and what names the agency belongs to the page."""
    found = (read_dateline(one.text, known) for one in lines if not is_date_line(one.text))
    return any(one and one.place for one in found)
