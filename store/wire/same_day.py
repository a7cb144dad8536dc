"""Same day: somebody of the lead took an office or left it on just the day that is printed, as a clue.

Such a day comes once in a year, so a lead that tells of offices and prints it tells of that very day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from store.article import HEADLINE
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of
from store.wire.hints import Hint
from store.wire.oaths import AGAIN
from store.wire.printed import spoken
from store.wire.records import Term

_LEADS: Final = (0, HEADLINE)
_TOOK: Final = "became"
_LEFT: Final = "was no longer"
_HINTS: Final[tuple[Hint, ...]] = ("change", "gone", "replaced")


def same_day_clues(
    passages: Passages,
    bearers: Sequence[Bearer],
    in_year: Callable[[int], date | None],
    others: Sequence[Clue],
) -> Iterator[Clue]:
    """Yield a clue for the offices that somebody of the lead took or left on the day that is printed.

    Args:
        in_year: The day of the event, if it was in a year.
        others: What else the text says: a day that one of these rules out is no such day.
    """
    told = passages.hints()
    if not any([lead in told.get(hint, ()) for hint in _HINTS for lead in _LEADS]):
        return
    found: dict[date, Clue] = {}
    for bearer in [bearer for bearer in bearers if bearer.mention.paragraph in _LEADS]:
        for term in bearer.person.terms:
            for did, day in _days(term):
                if in_year(day.year) != day or not all([clue.allows(day) for clue in others]):
                    continue
                if did != _TOOK or not AGAIN.search(bearer.text):
                    found.setdefault(day, _clue(passages, bearer, term, day, did))
    yield from one_of([*found.values()])


def _days(term: Term) -> Iterator[tuple[str, date]]:
    """Yield the days on which an office was taken, first or anew, or left, and the words for that."""
    if term.since and term.since[0] == term.since[1]:
        yield _TOOK, term.since[0]
    for day in term.again:
        yield "again became", day
    if term.until and term.until[0] == term.until[1]:
        yield _LEFT, term.until[0]


def _clue(passages: Passages, bearer: Bearer, term: Term, day: date, did: str) -> Clue:
    name, at = bearer.person.name, bearer.mention
    says = f"{name} {did} {term.office} on {spoken(day)}"
    subject = f"{name} {'left' if did == _LEFT else 'took'} office"
    place = (passages.texts[at.paragraph][at.start : at.end], at.paragraph)
    return Clue("office", *place, says, day, day, "dated", day, subject, term.source, exact=True)
