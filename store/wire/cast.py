"""Cast: the sentences of a text, and whom `he`, `the guests` and `the Lao side` mean in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress, count
from typing import Final

from store.article import Entity
from store.wire.actors import GUESTS, HEADS, Actor, actors
from store.wire.adherents import adherents
from store.wire.belonging import at_home, in_house, owners
from store.wire.gazetteer import Gazetteer
from store.wire.meeting_words import DONE_TO
from store.wire.names import Named
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set

_HOSTS: Final = word_set("host hosts hostess")
_SENT: Final = GUESTS | word_set(
    "members officials cadres leaders representatives researchers politicians councillors"
)
_DETERMINERS: Final = word_set("the his her their its")
_SIDES: Final = word_set(
    "side party leader leaders official officials communists partners partner counterparts counterpart"
)
_TITLED: Final = word_set("envoy ambassador prince general senator diplomat premier")
"""What somebody may be called by his title alone: `the envoy`."""

_FIRST: Final = word_set("he she")
_MEANT: Final = GUESTS | _HOSTS | _FIRST | _TITLED | {"him", "them"}
"""Words that may stand for somebody named before; those of a side do with its country: `the Lao side`."""

_BACK: Final = 24


class Sentence:
    """One sentence of a text; who acts in it is worked out when it is asked for."""

    __slots__ = (
        "_actors",
        "_cast",
        "_meant",
        "_named",
        "_number",
        "_parties",
        "_said",
        "begin",
        "end",
        "line",
        "marks",
    )

    def __init__(
        self, cast: Cast, number: int, line: Line, begin: int, end: int, marks: Sequence[Mark]
    ) -> None:
        """Note tokens `begin` up to and without `end` of a line, and who is named there."""
        self._cast = cast
        self._number = number
        self.line, self.begin, self.end = line, begin, end
        self.marks = marks
        self._said: frozenset[str] | None = None
        self._meant: bool | None = None
        self._named: list[Actor] | None = None
        self._actors: list[Actor] | None = None
        self._parties: frozenset[str] | None = None

    @property
    def text(self) -> str:
        """As it is printed."""
        return self.line.slice(self.begin, self.end)

    @property
    def said(self) -> frozenset[str]:
        """Its words."""
        if self._said is None:
            whole = self.begin == 0 and self.end == len(self.line.folds)
            self._said = self.line.vocabulary if whole else frozenset(self.line.folds[self.begin : self.end])
        return self._said

    @property
    def may_tell(self) -> bool:
        """Whether two parties may act in it, as far as can be seen without looking closely."""
        acting, marks = self._cast.acting, self.marks
        several = len(marks) > 1 and len({acting[m.entity] for m in marks if m.entity in acting}) > 1
        return several or self._has_meant

    @property
    def _has_meant(self) -> bool:
        if self._meant is None:
            said, cast = self.said, self._cast
            self._meant = not said.isdisjoint(cast.standing) and (
                not said.isdisjoint(_MEANT)
                or not said.isdisjoint(cast.peoples)
                or not cast.demonyms.isdisjoint(said)
            )
            self._meant = self._meant or ("their" in said and not said.isdisjoint(HEADS))
        return self._meant

    @property
    def named(self) -> list[Actor]:
        """Who acts in it by name, in order."""
        if self._named is None:
            cast, number = self._cast, self._number
            self._named = actors(
                self.line, cast.party_of, self.marks, lambda: cast.last(number), lambda: cast.sent(number)
            )
        return self._named

    @property
    def actors(self) -> list[Actor]:
        """Who acts in it by name or by another word, in order."""
        if self._actors is None:
            meant = self._cast.meant(self, self._number) if self._has_meant else []
            self._actors = sorted([*self.named, *meant]) if meant else self.named
        return self._actors

    @property
    def parties(self) -> frozenset[str]:
        """The parties for which somebody acts."""
        if self._parties is None:
            self._parties = frozenset([a.party for a in self.actors if a.party])
        return self._parties


@lru_cache(maxsize=2)
def _peoples(gazetteer: Gazetteer) -> tuple[frozenset[str], frozenset[str]]:
    """Return the adjectives of countries that take an s where they stand for people; and every such word."""
    peoples = frozenset([f"{word}s" for word in gazetteer.demonyms if word.endswith("n")])
    return peoples, peoples | _MEANT | _SIDES


class Cast:
    """Who has been named up to a sentence."""

    def __init__(
        self, named: Named, parties: Sequence[Entity], gazetteer: Gazetteer, house: str | None
    ) -> None:
        """Begin with nobody; `house` is the party that the agency calls the Party."""
        self._demonyms = gazetteer.demonyms
        self.demonyms = gazetteer.demonyms.keys()
        """The adjectives of countries."""
        self.peoples, self.standing = _peoples(gazetteer)
        """What several of a country are called, `the Tanzanians`; and all words that may stand for a name."""
        told = {
            **owners(named, parties),
            **at_home(named, gazetteer, parties),
            **in_house(named, next((p for p in parties if p.id == house), None)),
            **named.party_of,
        }
        self.party_of: Mapping[str, str] = {**adherents(named, told), **told}
        """The id of a person, or of a party's body, to that of the party for which it acts."""
        self.acting: Mapping[str, str] = {**self.party_of, **{party.id: party.id for party in parties}}
        """The same, and of each party itself."""
        self._of_country: dict[str, list[str]] = {}
        for party in parties:
            self._of_country.setdefault(party.country or "", []).append(party.id)
        self._entities = named.entities
        self.sentences: list[Sentence] = []
        self._received: tuple[int, str, str] | None = None

    def received(self, host: str, sent: str) -> None:
        """Remember who received whom in the last sentence, if nobody was before."""
        self._received = self._received or (len(self.sentences) - 1, host, sent)

    def _before(self, number: int) -> list[Sentence]:
        """Return the sentences before one, the nearest first, as far as a word reaches back."""
        return self.sentences[max(0, number - _BACK) : number][::-1]

    def last(self, number: int) -> str | None:
        """Return the party that was named last before a sentence."""
        for sentence in self._before(number):
            for mark in reversed(sentence.marks):
                if mark.kind == "party":
                    return mark.entity
        return None

    def meant(self, sentence: Sentence, number: int) -> list[Actor]:
        """Return who stands in a sentence by another word than a name."""
        line, known, found, standing = sentence.line, sentence.named, [], self.standing
        said = line.folds[sentence.begin : sentence.end]
        for at in compress(count(sentence.begin), map(standing.__contains__, said)):
            folded = line.folds[at]
            if folded in self.peoples:
                the = line.folds[at - 1] == "the" and line.words[at][0].isupper()
                party = self._party_in(self._demonyms[folded[:-1]].country, number) if the else None
            elif folded in _FIRST:
                before = [a for a in known if a.end <= at and a.named]
                party = before[0].party if before else self._person(number, alone=False)
            elif folded == "him":
                party = self._him(number, [a for a in known if a.end <= at and a.named])
            elif folded == "them":
                party = self.sent(number) if line.folds[at - 1] in DONE_TO else None
            elif folded in _HOSTS and _is_his_host(line, at):
                party = self._person(number, alone=False)
            elif folded in _TITLED:
                party = self._titled(number, folded) if _is_alone(line, at) else None
            else:
                party = self._called(sentence, number, at)
            if party:
                found.append(Actor(at, at + 1, party))
        return found

    def _person(self, number: int, *, alone: bool) -> str | None:
        """Return the party of whom the last sentence with names named first, or alone."""
        for sentence in self._before(number):
            people = [a for a in sentence.named if a.named]
            if people:
                return None if alone and len(people) > 1 else people[0].party
        return None

    def _titled(self, number: int, title: str) -> str | None:
        """Return the party of the one named last who has a title: `Prince NAME`, `NAME, envoy of X`."""
        titled = {
            e.id for e in self._entities if e.kind == "person" and e.role and title in e.role.casefold()
        }
        for sentence in self._before(number):
            for mark in sentence.marks:
                if mark.entity in titled:
                    return self.party_of.get(mark.entity)
                before = sentence.line.folds[max(0, mark.start - 1) : mark.start]
                if mark.kind == "person" and title in before:
                    return self.party_of.get(mark.entity)
        return None

    def _him(self, number: int, before: Sequence[Actor]) -> str | None:
        """Return the party of "him": of the first of those named before in the sentence, but not the last."""
        others = [a for a in before if a.party != before[-1].party]
        return others[0].party if others else self._person(number, alone=True)

    def _called(self, sentence: Sentence, number: int, at: int) -> str | None:
        """Return the party of `the guests`, `his host`, `the Lao delegation`; None if that stands beside."""
        line, begin = sentence.line, sentence.begin
        folds, folded = line.folds, line.folds[at]
        low = max(begin, at - 4)
        if _DETERMINERS.isdisjoint(folds[low:at]) or folds[at + 1 : at + 2] in (("of",), ("from",)):
            return None
        first = max([i for i in range(low, at) if folds[i] in _DETERMINERS])
        if any([first <= a.start < at for a in sentence.named]):
            return None
        country = next(
            (self._demonyms[f].country for f in folds[first + 1 : at] if f in self._demonyms), None
        )
        if country:
            return self._party_in(country, number)
        if folded in _HOSTS:
            return self._received[1] if self._received else None
        return self.sent(number) if folded in GUESTS and (folded != "group" or first == at - 1) else None

    def _party_in(self, country: str | None, number: int) -> str | None:
        """Return the one party of a country in the text, or the one that was named before a sentence."""
        own = self._of_country.get(country or "", ())
        if len(own) > 1:
            named = {m.entity for sentence in self._before(number) for m in sentence.marks}
            own = [party for party in own if party in named]
        return own[0] if len(own) == 1 else None

    def sent(self, number: int) -> str | None:
        """Return the party whose people came, as was said last before a sentence."""
        for back, sentence in zip(range(number - 1, -1, -1), self._before(number), strict=False):
            if not _SENT.isdisjoint(sentence.said):
                sent = {a.party for a in sentence.named if a.party and _is_sent(sentence.line, a)}
                if len(sent) == 1:
                    return sent.pop()
            if self._received and self._received[0] == back:
                return self._received[2]
        return None


def _is_alone(line: Line, at: int) -> bool:
    """Tell whether a title stands for a name: `the envoy paid a call`, and no `the general secretary`."""
    behind = line.words[at + 1 : at + 2]
    return line.folds[at - 1] == "the" and bool(behind) and behind[0].islower() and behind[0] not in _OF


_OF: Final = word_set("of from to secretary election assembly council department")


def _is_his_host(line: Line, at: int) -> bool:
    """Tell whether `His host was NAME` goes on: the word stands for the guest, who met the one named."""
    return line.folds[at - 1 : at] in _POSSESSIVES and line.folds[at + 1 : at + 2] in _WERE


_POSSESSIVES: Final = (("his",), ("her",), ("their",))
_WERE: Final = (("was",), ("were",), ("is",), ("are",))


def _is_sent(line: Line, actor: Actor) -> bool:
    """Tell whether a party's people came: `a delegation of the PARTY`, `the PARTY delegation`."""
    folds, start = line.folds, actor.start
    of = start - 1 - (folds[start - 1] == "the" if start else 0)
    of -= 2 * (of > 2 and folds[of] == "'s")
    if of > 0 and folds[of] in ("of", "from") and folds[of - 1] in _SENT:
        return True
    at = actor.end
    if folds[at : at + 1] == ("(",):
        at += 3
    at += folds[at : at + 1] == ("'s",)
    return bool(folds[at : at + 1]) and folds[at] in GUESTS
