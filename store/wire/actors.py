"""Actors: who in a sentence acts for which party, be it the party, a person, or `the guests`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from store.article import Entity, Mention
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import OFFICE_HEADS
from store.wire.names import Named
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
    "merger split manifesto organ faction bloc ticket banner"
)
"""What a party is not that stands beside its name: `the LPRP congress`, `the seats of the BJP`."""


def actors(
    line: Line, party_of: Mapping[str, str], mentions: Sequence[Mention], last: str | None = None
) -> list[Actor]:
    """Return who of the people and parties mentioned in a sentence may meet, in order.

    `last` is the party named last before, for `the party's NAME`.
    """
    found: list[Actor] = []
    for mention in mentions:
        kind = mention.entity.partition(":")[0]
        if kind not in ("party", "person"):
            continue
        start, end = bisect_left(line.starts, mention.start), bisect_left(line.ends, mention.end) + 1
        if kind == "person":
            party = party_of.get(mention.entity) or _titled(line, start, found)
            if party is None and _is_the_partys(line, start, end):
                party = next((a.party for a in reversed(found) if a.party), last)
            found.append(Actor(start, end, party, True))
        elif not _is_thing(line, start, end):
            if found and found[-1].party is None and _is_of(line, found[-1].end, start):
                found[-1] = found[-1]._replace(party=mention.entity)
            found.append(Actor(start, end, mention.entity))
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


def _is_of(line: Line, end: int, start: int) -> bool:
    """Tell whether a party stands in `NAME, who ran for the PARTY`, `NAME, an old hand of the PARTY`."""
    folds = line.folds[end:start]
    if not 2 <= len(folds) <= _NEAR or folds[0] != "," or not _OF.intersection(folds[-3:]):
        return False
    return folds[1] in _OPENING and _TURNED.isdisjoint(folds[1:])


_OF: Final = word_set("of for from in at")
_OPENING: Final = word_set("who a an the once now also")
_TURNED: Final = word_set(
    "former formerly ex left quit beat defeated against accused told met received over son daughter widow "
    "brother wife and ; , member's host guest rival ally allies critic opponent foe"
)
"""Words by which somebody is no man of that party."""


def _titled(line: Line, start: int, before: Sequence[Actor]) -> str | None:
    """Return the party in `A member of the Politburo of the PARTY, NAME, ...`."""
    if not before or not _MARKS.issuperset(line.folds[before[-1].end : start]):
        return None
    low = max(0, before[-1].start - _NEAR)
    return before[-1].party if not OFFICE_HEADS.isdisjoint(line.folds[low : before[-1].start]) else None


_MARKS: Final = word_set(", ( )")
_NEAR: Final = 14


def _is_thing(line: Line, start: int, end: int) -> bool:
    """Tell whether a party only says whose something is: `the CPV's policy`, `the congress of the CPV`."""
    folds = line.folds
    if folds[end : end + 1] == ("(",) and ")" in folds[end : end + 4]:
        end = folds.index(")", end) + 1
    if folds[end : end + 1] == ("'s",):
        owned = folds[end + 1 : end + 2]
        if not (owned and (owned[0] in _STAFF or line.words[end + 1][0].isupper())):
            return True
    if not THINGS.isdisjoint(folds[end : end + 2]) and folds[end : end + 1] != ("and",):
        return True
    of = start - 1 - (folds[start - 1] == "the" if start else 0)
    return of > 0 and folds[of] == "of" and folds[of - 1] in THINGS


_GUESTS: Final = word_set(
    "delegation guests guest visitors visitor delegates group team mission representation"
)
_HOSTS: Final = word_set("host hosts hostess")
_SENT: Final = _GUESTS | word_set("members officials cadres leaders representatives researchers")
_DETERMINERS: Final = word_set("the his her their its")
_SIDES: Final = word_set(
    "side party leader leaders official officials communists partners partner counterparts counterpart"
)
_FIRST: Final = word_set("he she")
_MEANING: Final = _FIRST | _GUESTS | _HOSTS | _SIDES | {"him"}
"""Words that mean somebody who was named."""


class Cast:
    """Who has been named so far, and whom `he`, `the guests` and `the Lao side` mean therefore."""

    def __init__(self, named: Named, gazetteer: Gazetteer) -> None:
        """Begin with nobody."""
        self._demonyms = gazetteer.demonyms
        parties = [e for e in named.entities if e.kind == "party"]
        self.party_of: Mapping[str, str] = {**_at_home(named, gazetteer, parties), **named.party_of}
        """Person id to the id of the party for which that person acts."""
        self._at_home: dict[str, list[str]] = {}
        for party in parties:
            self._at_home.setdefault(party.country or "", []).append(party.id)
        self._he: str | None = None
        self._him: str | None = None
        self.last: str | None = None
        """The party named last."""
        self.sent: str | None = None
        """The party whose people came."""
        self.host: str | None = None
        """The party whose people received them."""

    def meant(self, line: Line, begin: int, end: int, known: Sequence[Actor]) -> list[Actor]:
        """Return who stands in a sentence by another word than a name."""
        found = []
        for at in [i for i in range(begin, end) if line.folds[i] in _MEANING]:
            folded = line.folds[at]
            if folded in _FIRST:
                party = self._before(line, at, begin, known)
            elif folded == "him":
                party = self._him
            else:
                party = self._called(line, at, begin, known)
            if party:
                found.append(Actor(at, at + 1, party))
        return found

    def _before(self, line: Line, at: int, begin: int, known: Sequence[Actor]) -> str | None:
        """Return for whom `he` acts: the one named before, else the subject of the last sentence."""
        people = [a for a in known if a.end <= at and a.named]
        return people[0].party if people else self._he

    def _called(self, line: Line, at: int, begin: int, known: Sequence[Actor]) -> str | None:
        """Return the party of `the guests`, `his host`, `the Lao delegation`; None if that stands beside."""
        folds, folded = line.folds, line.folds[at]
        first = next((i for i in range(at - 1, max(begin, at - 4) - 1, -1) if folds[i] in _DETERMINERS), -1)
        if first < 0 or folds[at + 1 : at + 2] in (("of",), ("from",)):
            return None
        if any([first <= a.start < at for a in known]):
            return None
        country = next(
            (self._demonyms[f].country for f in folds[first + 1 : at] if f in self._demonyms), None
        )
        if country:
            own = self._at_home.get(country, ())
            return own[0] if len(own) == 1 else None
        if folded in _HOSTS:
            return self.host
        return self.sent if folded in _GUESTS and (folded != "group" or first == at - 1) else None

    def hear(self, line: Line, known: Sequence[Actor]) -> None:
        """Remember who was named in a sentence, and whose people came."""
        people = [a for a in known if a.named]
        if people:
            self._he = people[0].party
            self._him = self._he if len(people) == 1 else None
        parties = [a.party for a in known if a.party and not a.named]
        self.last = parties[-1] if parties else self.last
        sent = {a.party for a in known if a.party and _is_sent(line, a)}
        if len(sent) == 1:
            self.sent = sent.pop()

    def received(self, host: str, sent: str) -> None:
        """Remember who received whom."""
        self.host, self.sent = host, sent


def _at_home(named: Named, gazetteer: Gazetteer, parties: Sequence[Entity]) -> dict[str, str]:
    """Return the parties of a country's politicians, but its president's, where all parties are its own."""
    if len({party.country for party in parties}) != 1:
        return {}
    there = {party.id for party in parties}
    people = [
        gazetteer.people[e.id]
        for e in named.entities
        if e.id in gazetteer.people and "president" not in (e.role or "").casefold()
    ]
    return {person.id: person.party for person in people if person.party in there and person.party}


def _is_sent(line: Line, actor: Actor) -> bool:
    """Tell whether a party's people came: `a delegation of the PARTY`, `the PARTY delegation`."""
    folds, start = line.folds, actor.start
    of = start - 1 - (folds[start - 1] == "the" if start else 0)
    if of > 0 and folds[of] in ("of", "from") and folds[of - 1] in _SENT:
        return True
    at = actor.end
    if folds[at : at + 1] == ("(",):
        at += 3
    at += folds[at : at + 1] == ("'s",)
    return bool(folds[at : at + 1]) and folds[at] in _GUESTS
