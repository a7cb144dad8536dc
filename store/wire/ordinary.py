"""Ordinary words: what is some party's name or letters and means something else here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from store.wire.lexicon import ordinal
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set
from store.wire.trie import Name

_PARTY: Final = word_set("party parties")
_ADHERENTS: Final = word_set(
    "democrats greens conservatives socialists republicans liberals communists nationals"
)
"""Names of parties by their people, which many countries have."""

_OFFICES_OF: Final = word_set(
    "ministry minister ministers department secretary confederation federation hero order medal day bureau"
)
"""What is for something with its own name, which is no party: `Minister of Labour`."""

_GATHERINGS: Final = word_set("congress assembly convention rally")
"""Names of parties that are those of parliaments and meetings, too."""

_OPENERS: Final = frozenset(".!?:;\"“”'(")

_EVERYDAY_WORDS: Final = word_set(
    "labour labor wiper republika respublica construye creemos avante jubilee candlelight prosperity muda "
    "maki vamos national nationals green reform left league moderates momentum renaissance horizons revival "
    "unity action alba bloc liberal independence solidarity lavalas citizens centre confederation ano "
    "gabriela svoboda lelo balad hadash umma marada vente novo denk rodina narc islah gelora progressives "
    "alternative spring accord niki"
)
"""Names of parties that are ordinary words, too: `Labour costs rose` begins like `Labour won`."""

_QUALITIES: Final = word_set(
    "national green unity left reform league centre action independence solidarity liberal alternative"
)
"""Of these, what counts only where the text names the party in full, or another one of its country."""

_PARTISAN: Final = word_set(
    "party parties leader leaders mp mps government governments candidate candidates manifesto peer peers "
    "councillor councillors frontbench frontbencher backbench backbencher backbenchers conference members "
    "voters lawmaker lawmakers opposition whip whips supporters majority landslide victory seat seats "
    "politician politicians activists heartland heartlands co deputy spokesman spokeswoman spokesperson 's"
)
"""What stands behind a party's name: `Labour MPs`."""

_MINISTERS: Final = word_set("minister ministers senator senators premier treasurer governor governors")
"""What `Labor minister NAME` is where the parties of a country are spoken of."""

_VERBS: Final = word_set(
    "won wins lost loses beat beats defeated gained gains said says pledged pledges promised promises vowed "
    "voted votes accused accuses urged urges backed backs opposed opposes supported supports leads led "
    "wants announced called criticised criticized welcomed claimed argued insisted met agreed signed joined "
    "rejected accepted offered demanded governed campaigned boycotted refused"
)
_WEAK_VERBS: Final = word_set("is was has had will would could may must did does are were and or than")
_AGENTS: Final = word_set("by against with between and from under within over for both")
"""What stands before a party rather than before an ordinary word."""

_EVERYDAY: Final = frozenset({"PPP", "CPI", "TPP", "NDC", "NPP", "APC", "PDP", "MIC", "MMA", "AWS", "SMK"})
"""Letters that mean something to everybody: public-private partnership, consumer price index."""

_THINGS: Final = word_set(
    "project projects model models investment investments law contract contracts mode form forms scheme "
    "schemes mechanism mechanisms terms inflation index indexes rate basis method methods infrastructure "
    "projections deal format framework"
)
"""What no party has, and a partnership or an index has: `PPP projects`."""

_NO_PARTIES: Final = word_set(
    "partnership partnerships parity index indices agreement pact contribution contributions plant plants "
    "project projects programme program plan plans product products carrier carriers authority model "
    "territory fund bank ministry commission university institute agency board company corporation court "
    "office service"
)
"""Last words of what is no party: `Trans-Pacific Partnership (TPP)`."""

_JOINING: Final = word_set("- of the and for to in on & /")
_REACH: Final = 14


_ID: Final = attrgetter("id")


class Called(NamedTuple):
    """A name of known parties as it stands in a line."""

    line: int
    start: int
    end: int
    names: tuple[Name, ...]
    ids: tuple[str, ...]
    """Of its parties, each once."""


_new: Final = tuple.__new__  # as `Called` does itself, in half the time


def all_called(sheet: Sheet) -> list[Called]:
    """Return every name of known parties in a text, whatever it means there."""
    found = []
    for index, span in sheet.spans("party"):
        names = span.of("party")
        ids = (names[0].id,) if len(names) == 1 else tuple(dict.fromkeys(map(_ID, names)))
        found.append(_new(Called, (index, span.start, span.end, names, ids)))
    return found


class Ordinary:
    """What the names and letters of parties mean besides in one text."""

    def __init__(self, sheet: Sheet, called: Sequence[Called]) -> None:
        self._sheet = sheet
        self._called = called
        likely = called if "(" in sheet.vocabulary else ()
        bracketed = [c for c in likely if c.names[0].abbreviation and "(" in sheet.lines[c.line].vocabulary]
        self._explained = {c.names[0].text for c in bracketed if _is_explained(sheet.lines[c.line], c)}
        """The letters that the text spells out as no party."""

    @cached_property
    def _homes(self) -> set[str]:
        """The countries of the parties named, but for those that are called Congress."""
        parties = self._sheet.gazetteer.parties
        named = [n for c in self._called for n in c.names]
        return {parties[n.id].country for n in named if n.text.lower() not in _GATHERINGS}

    @cached_property
    def _spelled(self) -> set[str]:
        """The parties named by several words."""
        return {key for c in self._called if c.end - c.start > 1 for key in c.ids}

    def is_meant(self, called: Called) -> bool:
        """Tell whether a party's name is ordinary words here: `Labour Day`, `PPP projects`."""
        index, start, end, names, ids = called
        line = self._sheet.lines[index]
        folds = line.folds
        first, following = folds[start], folds[end] if end < len(folds) else ""
        if following == "congress" and end - start == 1 and start and ordinal(folds[start - 1]):
            return not names[0].abbreviation
        if end - start > 1:  # Moscow's Liberal Democrats are not London's
            own = folds[end - 1] not in _ADHERENTS or first in self._sheet.gazetteer.demonyms
            return not own and self._is_abroad(ids)
        if first in _ADHERENTS and self._is_abroad(ids):
            return True
        if first in _GATHERINGS:
            return not self._is_rival(called)
        if first in _PARTY:
            return False
        if start > 1 and folds[start - 1] in ("of", "for") and folds[start - 2] in _OFFICES_OF:
            return True
        if names[0].abbreviation:
            return self._is_term(called, following)
        everyday = first in _EVERYDAY_WORDS
        if line.shouts or (everyday and not self._acts(called)):
            return True
        return (everyday or len(ids) > 1) and self._is_abroad(ids)

    def _countries_of(self, ids: Iterable[str]) -> set[str]:
        return {self._sheet.gazetteer.parties[key].country for key in ids}

    def _is_abroad(self, ids: Iterable[str]) -> bool:
        """Tell whether the text speaks of other countries than those of some parties."""
        countries = self._sheet.countries
        return bool(countries) and countries.isdisjoint(self._countries_of(ids))

    def _is_term(self, called: Called, following: str) -> bool:
        """Tell whether letters are those of a term: explained so, or everyday ones and no party's near by."""
        letters = called.names[0].text
        if letters in self._explained:
            return True
        if letters not in _EVERYDAY or following in _PARTISAN or not self._spelled.isdisjoint(called.ids):
            return False
        agency = self._sheet.agency
        known = self._sheet.countries | ({agency.country} if agency else set())
        return following in _THINGS or known.isdisjoint(self._countries_of(called.ids))

    def _is_rival(self, called: Called) -> bool:
        """Tell whether "Congress" is a party: another one of its country is named, and it is no meeting."""
        line, at = self._sheet.lines[called.line], called.start
        before = line.words[at - 1] if at else ""
        capital = before[:1].isupper() and line.folds[at - 1] != "the"
        counted = at > 0 and ordinal(line.folds[at - 1]) is not None
        following = line.folds[called.end : called.end + 1]
        if capital or counted or following in (("of",), ("committee",), ("centre",)):
            return False
        return line.words[at][0].isupper() and not self._homes.isdisjoint(self._countries_of(called.ids))

    def _acts(self, called: Called) -> bool:
        """Tell whether a word that is a party's name and an ordinary one stands as a party does."""
        index, at, end, _, ids = called
        line = self._sheet.lines[index]
        following = line.folds[end] if end < len(line.folds) else ""
        if line.folds[at] in _QUALITIES and self._spelled.isdisjoint(ids) and not self._has_rivals(ids):
            return False
        if following in _PARTISAN or _is_glossed(line, end):
            return True
        if following in _MINISTERS and line.words[end].islower() and self._has_rivals(ids):
            return True
        if end < len(line.words) and line.words[end][0].isupper():
            return False
        if following in _VERBS or self._stands_beside_party(index, end):
            return True
        spelled = not self._spelled.isdisjoint(ids) or self._has_rivals(ids)
        if at == 0 or line.words[at - 1] in _OPENERS:
            return spelled and following in _WEAK_VERBS
        if line.words[at - 1][0].isupper():
            return self._sheet.is_named(index, at - 1, "demonym")
        return spelled or line.folds[at - 1] in _AGENTS or following in _WEAK_VERBS

    @cached_property
    def _at_home(self) -> dict[str, set[str]]:
        """The parties named, by their country."""
        found: dict[str, set[str]] = {}
        for key in {key for c in self._called for key in c.ids}:
            found.setdefault(self._sheet.gazetteer.parties[key].country, set()).add(key)
        return found

    def _has_rivals(self, ids: Sequence[str]) -> bool:
        """Tell whether the text names another party of the same country."""
        return any([self._at_home[home].difference(ids) for home in self._countries_of(ids)])

    def _stands_beside_party(self, index: int, end: int) -> bool:
        """Tell whether `and the Conservatives` goes on."""
        folds = self._sheet.lines[index].folds
        if folds[end : end + 1] not in (("and",), ("or",), (",",)):
            return False
        return self._sheet.is_named(index, end + 1 + (folds[end + 1 : end + 2] == ("the",)), "party")


def _is_glossed(line: Line, end: int) -> bool:
    """Tell whether `, the far-right party,` follows a name."""
    behind = line.folds[end : end + 7]
    return behind[:1] == (",",) and behind[1:2] in (("the",), ("a",)) and "party" in behind[2:]


def _is_explained(line: Line, called: Called) -> bool:
    """Tell whether the text spells letters out as no party: `consumer price index (CPI)`."""
    start, end, folds = called.start, called.end, line.folds
    if start and folds[start - 1] == "(":
        before = range(start - 2, max(-1, start - 2 - _REACH), -1)
        spelled = _spelling(line, folds[start][::-1], before)[::-1]
    elif folds[end : end + 1] == ("(",):
        spelled = _spelling(line, folds[start], range(end + 1, min(len(folds), end + 1 + _REACH)))
    else:
        return False
    if not spelled or not _PARTY.isdisjoint([folds[at] for at in spelled]):
        return False
    return folds[spelled[-1]] in _NO_PARTIES or all([line.words[at].islower() for at in spelled])


def _spelling(line: Line, letters: str, tokens: range) -> list[int]:
    """Return the tokens whose first letters these are, small words between them left out."""
    found: list[int] = []
    folds, left = line.folds, iter(letters)
    letter = next(left)
    for at in tokens:
        if folds[at][0] == letter:
            found.append(at)
            letter = next(left, "")
            if not letter:
                return found
        elif folds[at] not in _JOINING:
            return []
    return []
