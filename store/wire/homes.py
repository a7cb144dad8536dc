"""Homes: which country's party is meant by a name that several have, or that is made of everyday words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Set
from functools import cached_property
from typing import Final

from store.article import HEADLINE
from store.wire.lexicon import OFFICE_HEADS, OFFICE_WORDS, TIMES
from store.wire.records import Party
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set

_EVERYWHERE: Final = word_set(
    "party parties of the and for - ' 's democratic democrat democrats democracy social socialist socialists "
    "socialism liberal liberals national nationalist nationalists people peoples worker workers labour labor "
    "conservative conservatives christian green greens republican republicans progressive progressives "
    "progress united union unity communist communists popular freedom justice reform centre center left "
    "right front movement alliance league congress new future development independence patriotic "
    "constitutional federal unionist radical citizens civic farmers agrarian peasants rural power force "
    "forces action hope "
    "change renewal revolutionary revolution solidarity first alternative independent republic motherland "
    "homeland victory peace law order prosperity welfare heritage trust salvation state coalition family "
    "bloc opposition"
)
"""Words of which the parties of any country make their names: `Patriotic Union`."""

COLLECTIVE: Final = word_set(
    "people peoples nation women workers farmers peasants citizens pensioners youth children socialists "
    "democrats veterans mothers men labourers laborers herders reformers"
)
"""Whose party may be called by them: `People's Party`, but the Liberal Party of `Ellemann-Jensen's`."""

HOLDERS: Final = OFFICE_HEADS | word_set("prime vice deputy former acting")
"""What no name goes on with behind "of": `the Liberal Party of Prime Minister Singh`."""

_BETWEEN: Final = word_set(
    "' 's ruling opposition main governing far - right left wing centre center new largest biggest two big "
    "three once dominant junior"
)
"""What may stand between a country and its party: `Ireland's main opposition party, Sinn Fein`."""

_FAR: Final = 6


def beside(sheet: Sheet, index: int, start: int, end: int) -> str | None:
    """Return whose a name is by what stands beside it: `Sweden's Left Party`, `the Labour Party of Malta`."""
    folds, at = sheet.lines[index].folds, start - 1
    while at >= 0 and start - at < _FAR and folds[at] in _BETWEEN:
        at -= 1
    found = _country_at(sheet, index, at) if at >= 0 else None
    if found is None and folds[end : end + 1] == ("of",):
        found = _country_at(sheet, index, end + 1 + (folds[end + 1 : end + 2] == ("the",)))
    return found


def _country_at(sheet: Sheet, index: int, at: int) -> str | None:
    span = sheet.known_at(index, at)
    for name in span.names if span else ():
        if name.kind in ("place", "demonym"):
            return sheet.gazetteer.places[name.id].country
    return None


def is_elsewhere(sheet: Sheet, index: int, start: int, end: int, record: Party) -> bool:
    """Tell whether everyday words are another country's party than the one that we know by them."""
    line = sheet.lines[index]
    if end - start == 1:
        return False
    if not _EVERYWHERE.issuperset(line.folds[start:end]):
        return _is_short(line, start, end) and (
            _goes_on_before(sheet, index, start)
            or _country_at(sheet, index, start - 1) not in (None, record.country)
        )
    if not sheet.countries and "party" not in line.folds[start:end]:
        return True
    if goes_on(sheet, index, start, end):
        return True
    if sheet.countries and record.country not in sheet.countries:
        return sheet.agency is None or sheet.agency.country != record.country
    return beside(sheet, index, start, end) not in (None, record.country)


def goes_on(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether everyday words are a part of a longer name: `National Union of Mineworkers`."""
    line = sheet.lines[index]
    if not _EVERYWHERE.issuperset(line.folds[start:end]):
        return _is_short(line, start, end) and _goes_on_before(sheet, index, start)
    of = end + 1 + (line.folds[end + 1 : end + 2] == ("the",))
    if (
        line.folds[end : end + 1] in (("of",), ("for",))
        and line.words[of : of + 1]
        and line.words[of][0].isupper()
        and line.folds[of] not in HOLDERS
        and not _is_somebody(line, of)
    ):
        return _country_at(sheet, index, of) is None
    return _goes_on_before(sheet, index, start)


def _is_somebody(line: Line, at: int) -> bool:
    """Tell whether a first and a last name stand at a token: `the People's Alliance of Sitiveni Rabuka`."""
    names = line.words[at : at + 2]
    if len(names) < 2 or not all([name[0].isupper() and name.isalpha() for name in names]):
        return False
    return _EVERYWHERE.isdisjoint(line.folds[at : at + 2]) and not names[1].endswith(_COMMON)


_COMMON: Final = ("s", "ion", "ity", "acy", "ment")
"""How the last word of what people unite for or as ends: `Mine Workers`, `Real Democracy`."""


def _is_short(line: Line, start: int, end: int) -> bool:
    """Tell whether a name is but one word and "Party": `Accord Party`."""
    return end - start == 2 and line.folds[end - 1] == "party"


def _goes_on_before(sheet: Sheet, index: int, start: int) -> bool:
    """Tell whether a capital that begins no sentence stands before a name: `Mountain Accord Party`."""
    line, at = sheet.lines[index], start - 1
    if at > 0 and line.folds[at] == "'s" and line.folds[at - 1] in COLLECTIVE:
        return line.words[at - 1][0].isupper()
    if (
        at <= 0
        or line.number == HEADLINE
        or not line.words[at][0].isupper()
        or line.folds[at] in OFFICE_WORDS
        or line.folds[at] in TIMES
        or line.folds[at] in _CREEDS
    ):
        return False
    return line.words[at - 1].isalpha() and _country_at(sheet, index, at) is None


_CREEDS: Final = word_set(
    "islamist marxist maoist trotskyist leninist stalinist peronist chavista gaullist hindu sikh shia shiite "
    "sunni kurdish zionist thatcherite eurosceptic europhile"
)
"""Capitals before the name of a party that only say what it believes in."""


def is_ones(sheet: Sheet, index: int, owner: int, party: int, letters: str | None) -> bool:
    """Tell whether what stands before "'s" is a person or a country, and no part of a party's name.

    Args:
        owner: The token before "'s".
        party: The token "Party", which ends the name.
        letters: Those behind the name, in brackets.
    """
    line, folded = sheet.lines[index], sheet.lines[index].folds[owner]
    if sheet.is_named(index, owner, "person", "place", "demonym"):
        return True
    plural = line.folds[owner + 1] == "'" and folded.endswith(("ers", "ants", "ists", "ors", "ees"))
    if plural or folded in COLLECTIVE:
        return False
    if owner + 2 == party and (line.folds[owner + 1] == "'" or folded.endswith("men")):
        return False
    return not letters or not letters.endswith(
        "".join([word[0] for word in line.words[owner : party + 1] if word[0].isupper()])
    )


def countries_named(sheet: Sheet) -> Counter[str | None]:
    """Return how often a text speaks of each country, by its places and its adjective."""
    places, spans = sheet.gazetteer.places, sheet.spans
    found = Counter(places[n.id].country for _, s in spans("place") for n in s.of("place"))
    return found + Counter(places[n.id].country for _, s in spans("demonym") for n in s.of("demonym"))


class Homes:
    """The countries of which a text speaks, by its parties, places and persons."""

    def __init__(self, sheet: Sheet, named: Set[str]) -> None:
        self._sheet = sheet
        self.named: set[str] = set()
        """The ids of the parties that the text names beyond doubt."""
        self._parties: dict[str, int] = {}
        """How many of them are of each country."""
        self._homes: tuple[Container[str | None], ...] = (
            (sheet.dateline.country,) if sheet.dateline else (),
            self._parties,
            sheet.countries,
            (sheet.agency.country,) if sheet.agency else (),
        )
        """The countries that a party may be of, those first that tell most."""
        for key in named:
            self.note(key)

    def note(self, key: str) -> None:
        """Remember a party that is named beyond doubt."""
        record = self._sheet.gazetteer.parties.get(key)
        if record is not None and key not in self.named:
            self.named.add(key)
            self._parties[record.country] = self._parties.get(record.country, 0) + 1

    def one_of(self, parties: list[Party], owner: str | None) -> Party | None:
        """Return the one party that a shared name means, by what else the text says; None if it stays open.

        Args:
            parties: Those of the name.
            owner: The country that stands beside the name; a party of another is not meant.
        """
        left = [p for p in parties if p.country == owner] if owner else parties
        told, sure = [p for p in left if p.id in self.named], bool(owner) or len(parties) == 1
        for homes in self._homes:
            left = told or left
            if len(left) == 1:
                return left[0] if told or sure else None
            told = [p for p in left if p.country in homes]
        left = told or left
        if len(left) == 1:
            return left[0] if told or sure else None
        left = _most(_most(left, self._persons), self._places)
        return left[0] if len(left) == 1 else None

    def has_party_of(self, country: str) -> bool:
        """Tell whether a party of a country is named."""
        return self._parties.get(country, 0) > 0

    def has_rivals(self, party: Party) -> bool:
        """Tell whether a party is spoken of at home, beside two of its country."""
        at_home = self._sheet.dateline or self._sheet.agency
        return (
            at_home is not None
            and at_home.country == party.country
            and self._parties.get(party.country, 0) > 1
        )

    @cached_property
    def _places(self) -> Counter[str | None]:
        """How often the text speaks of each country, by its places and its adjective."""
        return countries_named(self._sheet)

    @cached_property
    def _persons(self) -> Counter[str | None]:
        """How often the text names somebody of each country."""
        people = self._sheet.gazetteer.people
        return Counter(people[n.id].country for _, s in self._sheet.spans("person") for n in s.of("person"))


def _most(parties: list[Party], counted: Counter[str | None]) -> list[Party]:
    """Return the parties of the country that is counted most often, all of them if none is counted."""
    most = max((counted[p.country] for p in parties), default=0)
    return [p for p in parties if counted[p.country] == most]
