"""Partisans: parties of which somebody is called by an adjective, `Conservative leader NAME`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.wire.gazetteer import Gazetteer
from store.wire.homes import Homes, beside
from store.wire.records import Party
from store.wire.sheet import Sheet
from store.wire.tokens import word_set

_CALLED: Final = {
    ("conservative",): ("Conservatives", "Conservative Party"),
    ("liberal",): ("Liberals", "Liberal Party"),
    ("socialist",): ("Socialists", "Socialist Party"),
    ("republican",): ("Republicans", "Republican Party"),
    ("democratic",): ("Democrats", "Democratic Party"),
    ("social", "democratic"): ("Social Democrats", "Social Democratic Party"),
    ("christian", "democratic"): ("Christian Democrats",),
    ("free", "democratic"): ("Free Democrats",),
    ("liberal", "democratic"): ("Liberal Democrats", "Liberal Democratic Party"),
}
"""The names of parties that an adjective may stand for."""

_ADJECTIVES: Final = frozenset(words[-1] for words in _CALLED)
_FIRST: Final = frozenset(words[0] for words in _CALLED if len(words) > 1)
_PARTISAN: Final = word_set(
    "leader mp mps lawmaker lawmakers senator senators candidate candidates nominee chairman chairwoman "
    "frontrunner minister premier governor governors congressman congresswoman"
)
"""Who is called by the adjective of a party, of one with a capital."""

_BETWEEN: Final = word_set(
    "party presidential vice prime foreign finance interior house senate federal former"
)
"""What may stand between both: `Socialist foreign minister NAME`."""


def mark_partisans(sheet: Sheet) -> None:
    """Mark the adjective of a party of the country that a text speaks of, where somebody is called by it."""
    if not sheet.countries or _ADJECTIVES.isdisjoint(sheet.vocabulary):
        return
    homes = Homes(sheet, {key for key in sheet.entities if key.startswith("party:")})
    at_home = {sheet.dateline.country} if sheet.dateline else sheet.countries
    for index, start, end in list(_adjectives(sheet)):
        parties = _named(sheet.gazetteer, sheet.lines[index].folds[start:end])
        owner = beside(sheet, index, start, end)
        found = homes.one_of(parties, owner)
        if found and (owner or found.country in at_home or homes.has_party_of(found.country)):
            sheet.claim_party(index, start, end, found)


def _adjectives(sheet: Sheet) -> Iterator[tuple[int, int, int]]:
    """Yield where such an adjective stands before who is called by it: line, first token, end."""
    for index, line in enumerate(sheet.lines):
        for at in line.among(_ADJECTIVES) if not line.shouts else ():
            two = at > 0 and line.folds[at - 1] in _FIRST and line.folds[at - 1 : at + 1] in _CALLED
            start, who = at - two, at + 1
            if not two and line.folds[at : at + 1] not in _CALLED:
                continue
            while who < len(line.folds) and line.folds[who] in _BETWEEN:
                who += 1
            capitals = all([word[0].isupper() for word in line.words[start : at + 1]])
            if capitals and who < len(line.folds) and line.folds[who] in _PARTISAN:
                yield index, start, at + 1


def _named(gazetteer: Gazetteer, adjective: tuple[str, ...]) -> list[Party]:
    """Return the parties that an adjective may stand for."""
    spans = [span for name in _CALLED[adjective] for span in gazetteer.find(name)[1]]
    keys = dict.fromkeys([name.id for span in spans for name in span.of("party")])
    return [gazetteer.parties[key] for key in keys]
