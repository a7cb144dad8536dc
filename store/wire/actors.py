"""Actors: who of those named in a sentence acts for which party."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from store.wire.lexicon import OFFICE_HEADS, OFFICE_WORDS
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set


class Actor(NamedTuple):
    """A party, somebody acting for one, or somebody who acts for none, at tokens of a line."""

    start: int
    end: int
    party: str | None
    named: bool = False
    """Whether it is a person by name."""


_STAFF: Final = OFFICE_HEADS | word_set(
    "delegation delegations leaders officials representatives commission committee central general group "
    "team secretary international external department side politburo envoys members chairman political "
    "foreign organisation organization publicity propaganda youth women first top negotiators national "
    "executive federal provincial vice deputy senior president guests visitors"
)
"""What a party's 's is followed by where its people act."""

THINGS: Final = word_set(
    "congress congresses convention conference headquarters anniversary policy policies rule government "
    "election elections victory win defeat seats seat manifesto charter statute newspaper website account "
    "constitution history platform programme program history role position bid move decision offer stance "
    "rally stronghold majority support bastion candidacy invitation proposal plan plans call success "
    "leadership founding birth foundation flag anthem statement founder era founders vote votes primary "
    "lawmaker's stalwart rebel rebels defectors critics opponents policies guidelines line lines "
    "resolution resolutions message messages greetings letter office offices fold ranks demand demands "
    "merger split manifesto organ faction bloc ticket banner supporters voters fans sympathisers sympathizers"
)
"""What a party is not that stands beside its name: `the LPRP congress`, `the seats of the BJP`."""


def actors(
    line: Line,
    party_of: Mapping[str, str],
    marks: Sequence[Mark],
    last: Callable[[], str | None],
    sent: Callable[[], str | None],
) -> list[Actor]:
    """Return who of the people and parties named in a sentence may meet, in order.

    `last` tells the party named last before, for `the party's NAME`, `sent` whose people came, for
    `NAME, who headed the group`.
    """
    found: list[Actor] = []
    for mark in marks:
        kind, start, end = mark.kind, mark.start, mark.end
        if kind == "person":
            party = party_of.get(mark.entity) or _titled(line, start, found)
            if party is None and _is_the_partys(line, start, end):
                party = next((a.party for a in reversed(found) if a.party), None) or last()
            elif party is None and _is_head_of_guests(line, start, end):
                party = sent()
            found.append(Actor(start, end, party, True))
        elif kind == "org" and mark.entity in party_of:
            found.append(Actor(start, end, party_of[mark.entity]))
        elif kind == "party" and not (
            _is_thing(line, start, end) or (found and _ends_name(line, start, end, found[-1]))
        ):
            if found and found[-1].party is None and _is_of(line, found[-1].end, start):
                found[-1] = found[-1]._replace(party=mark.entity)
            found.append(Actor(start, end, mark.entity))
    return found


def _is_the_partys(line: Line, start: int, end: int) -> bool:
    """Tell whether it is `the party's general secretary NAME`, or `NAME, the party's spokesman`."""
    folds = line.folds
    if folds[end : end + 3] == (",", "the", "party"):
        return folds[end + 3 : end + 4] == ("'s",)
    for at in range(start - 1, max(start - 8, 1), -1):
        if folds[at] == "'s":
            return folds[at - 2 : at] == ("the", "party") and line.words[at - 1] == "party"
    return False


def _is_head_of_guests(line: Line, start: int, end: int) -> bool:
    """Tell whether it is `Their head, NAME`, `head of the group NAME` or `NAME, who led the visitors`."""
    folds = line.folds
    if folds[end : end + 2] == (",", "who") and folds[end + 2 : end + 3] in _LEADING:
        return not GUESTS.isdisjoint(folds[end + 3 : end + 6])
    at = start - 1 - (start > 0 and folds[start - 1] == ",")
    if at > 0 and folds[at - 1] == "their" and folds[at] in HEADS:
        return True
    behind = folds[end + 1 : end + 6] if folds[end : end + 1] == (",",) else ()
    for words in (folds[max(0, at - 3) : at + 1], behind[:4], behind[1:]):
        if len(words) == 4 and words[0] in HEADS and words[1] == "of" and words[3] in GUESTS:
            return words[2] in ("the", "their")
    return False


_LEADING: Final = (("headed",), ("led",), ("heads",), ("leads",))
HEADS: Final = word_set("head leader chief spokesman spokeswoman chairman member deputy")
"""Whom the people that came have among them: `Their head, NAME`."""

GUESTS: Final = word_set(
    "delegation guests guest visitors visitor delegates group team mission representation"
)
"""What the people of a party are called that came from elsewhere."""


def _is_of(line: Line, end: int, start: int) -> bool:
    """Tell whether a party is that of NAME in `NAME, who ran for the PARTY`, `NAME's PARTY`."""
    folds = line.folds[end:start]
    if folds[:1] == ("'s",):
        return len(folds) < 4 and _TURNED.isdisjoint(folds)
    if not 2 <= len(folds) <= _NEAR or folds[0] != "," or not _OF.intersection(folds[-3:]):
        return False
    return folds[1] in _OPENING_WITH and _TURNED.isdisjoint(folds[1:])


_OF: Final = word_set("of for from in at")
_OPENING_WITH: Final = _OF | word_set("who a an the once now also")
_TURNED: Final = word_set(
    "former formerly ex left quit beat defeated against accused told met received over son daughter widow "
    "brother wife and ; , host guest rival ally allies partner partners predecessor critic opponent foe"
)
"""Words by which somebody is no man of that party."""


def _titled(line: Line, start: int, before: Sequence[Actor]) -> str | None:
    """Return the party in `A member of the Politburo of the PARTY, NAME`, `the PARTY chief, NAME`."""
    if not before:
        return None
    last = before[-1]
    between = line.folds[last.end : start]
    if not _MARKS.issuperset(between):
        title = not last.named and not OFFICE_HEADS.isdisjoint(between) and _TITLE.issuperset(between)
        return last.party if title else None
    low = max(0, last.start - _NEAR)
    return last.party if not OFFICE_HEADS.isdisjoint(line.folds[low : last.start]) else None


def _ends_name(line: Line, start: int, end: int, before: Actor) -> bool:
    """Tell whether "Party" right behind a party is the end of its name: `the Komeito Party`."""
    return before.end == start and line.folds[start:end] == ("party",)


_TITLE: Final = OFFICE_WORDS | word_set(", ( ) 's -")
_MARKS: Final = word_set(", ( )")
_NEAR: Final = 14


_BEFORE_THINGS: Final = word_set("national party general presidential central annual election youth")


def _is_thing(line: Line, start: int, end: int) -> bool:
    """Tell whether a party only says whose something is: `the CPV's policy`, `the congress of the CPV`."""
    folds = line.folds
    if end < len(folds) and folds[end] == "(" and ")" in folds[end : end + 4]:
        end = folds.index(")", end) + 1
    following = folds[end] if end < len(folds) else ""
    if following == "'s":
        owned = folds[end + 1 : end + 2]
        if not (owned and (owned[0] in _STAFF or line.words[end + 1][0].isupper())):
            return True
    elif following in _BEFORE_THINGS:
        if not THINGS.isdisjoint(folds[end + 1 : end + 2]):
            return True
    elif following in THINGS:
        return True
    of = start - 1 - (folds[start - 1] == "the" if start else 0)
    return of > 0 and folds[of] == "of" and folds[of - 1] in THINGS
