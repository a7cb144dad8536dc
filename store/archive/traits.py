"""Traits: what an article is and has beyond its own fields, as the index keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from store.archive.entities import Office
from store.archive.sets import BEGUN, MONTHS, Fact
from store.article import EventDate
from store.days import Interval
from store.fold import searchable
from store.query import INFERRED

_QUOTED: Final = re.compile(r'["“„«]([^"“”„«»]*+)["“”»]')

_ROLES: Final = 16384
"""The offices of so many roles are remembered."""

_SPOKEN: Final = 5
"""From so many words on between quotation marks somebody is quoted; of fewer it may be a name or a title."""


def of_date(dated: EventDate, interval: Interval | None) -> list[int]:
    """Return the keys of the sets that an article belongs to for its date."""
    found: list[int] = []
    if interval is None:
        found.append(Fact.UNDATED)
    else:
        first, last = interval
        found += [last.year, MONTHS + 12 * last.year + last.month - 1]
        if first < last:
            found.append(BEGUN + first.year)
        elif dated.certainty not in INFERRED:
            found.append(Fact.EXACT)
    if dated.certainty in INFERRED:
        found.append(Fact.INFERRED)
    if dated.certainty == "corrected":
        found.append(Fact.CORRECTED)
    return found


def of_content(
    caption: str | None, contacts: Sequence[object], body: Sequence[str], parties: Sequence[object]
) -> list[int]:
    """Return the keys of the sets that an article belongs to for what is in it."""
    found: list[int] = []
    if caption:
        found.append(Fact.CAPTION)
    if contacts:
        found.append(Fact.CONTACT)
    if any(map(_is_quoting, body)):
        found.append(Fact.QUOTE)
    if not parties:
        found.append(Fact.PARTYLESS)
    return found


def _is_quoting(text: str) -> bool:
    """Tell whether somebody is quoted in a paragraph; most have nothing that a quotation may begin with."""
    begins = '"' in text or "“" in text or "„" in text or "«" in text
    return begins and any(quotes(text))


def offices(roles: Sequence[str]) -> tuple[Office, ...]:
    """Return the offices that the roles of people tell of; two spellings of one are the same."""
    if not roles:
        return ()
    return tuple({office.id: office for role in roles for office in _offices(role)}.values())


def quotes(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a paragraph in which somebody is quoted, with their quotation marks."""
    return (match for match in _QUOTED.finditer(text) if len(match[1].split()) >= _SPOKEN)


@lru_cache(maxsize=_ROLES)
def _offices(role: str) -> tuple[Office, ...]:
    """Return the offices that a role tells of, which most texts of one person word alike."""
    titles = ((searchable(title), title) for title in role.split("; "))
    return tuple(Office(f"office:{words}", title) for words, title in titles if words)
