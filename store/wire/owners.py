"""Owners: whose a body is, a party's or a country's, by what stands before and behind its name."""

from __future__ import annotations

from typing import Final

from store.article import Entity
from store.wire.records import Org
from store.wire.sheet import Sheet, known_entity
from store.wire.tokens import Line, word_set


def owner_of(sheet: Sheet, index: int, start: int, end: int) -> tuple[str | None, str | None]:
    """Return the party, else the country, whose body stands between two tokens, if the text says it."""
    line = sheet.lines[index]
    at = start - 1
    while at >= 0 and line.folds[at] in ("'s", "'", "central", "committee", "executive", "the", ")"):
        at -= 1
    if at >= 0 and (at < start - 1 or _touches(line, start)):
        party, country = owner_at(sheet, index, at)
        if party or country:
            return party, country
    at = end
    while at < len(line.folds) and line.folds[at] in ("of", "the", "(", ")", "under", "central", "committee"):
        at += 1
    if at > end and line.folds[end] in ("of", "under"):
        return owner_at(sheet, index, at)
    return None, None


def _touches(line: Line, start: int) -> bool:
    return start > 0 and line.starts[start] - line.end(start - 1) <= 1


def owner_at(sheet: Sheet, index: int, at: int) -> tuple[str | None, str | None]:
    """Return the party, else the country, that a token names."""
    mark = sheet.at(index, at)
    if mark is not None:
        return (mark.entity, None) if mark.kind == "party" else (None, None)
    if sheet.house and 0 <= at < len(sheet.lines[index].words) and sheet.lines[index].words[at] == "Party":
        return sheet.house, None
    span = sheet.known_at(index, at)
    for name in span.names if span else ():
        if name.kind in ("demonym", "place"):
            return None, sheet.gazetteer.places[name.id].country
    return None, None


def country_before(sheet: Sheet, index: int, start: int) -> str | None:
    """Return the country in `Vietnam on its 12th Congress`, `Vietnam's preparations for the 12th`."""
    folds, at = sheet.lines[index].folds, start - 1
    while at >= 0 and start - at <= _SOME and folds[at] in _OWING:
        at -= 1
    owned = folds[at + 1 : at + 2] in (("'s",), ("'",), ("on",), ("for",))
    return owner_at(sheet, index, at)[1] if owned and 0 <= at < start - 1 else None


_SOME: Final = 9
_OWING: Final = word_set(
    "'s ' on for of the its their success successful successfully organising organizing upcoming recent "
    "preparations preparation outcomes results"
)
"""So many tokens may stand between a congress and the country whose ruling party holds it, and which."""


def ruling_party(sheet: Sheet, index: int, country: str, number: int | None) -> str | None:
    """Return the party of a country whose congress of a number is known, if it is told of up to a line."""
    marks = [mark for at in range(index, max(-1, index - _FEW), -1) for mark in sheet.all_marks(at)]
    for key in (sheet.house, *[mark.entity for mark in marks if mark.kind == "party"]):
        party = sheet.gazetteer.parties.get(key or "")
        if party and number and party.country == country and (party.id, number) in sheet.gazetteer.congresses:
            return party.id
    return None


_FEW: Final = 12
"""So many lines back a party may have been named."""


def is_of_a_party(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a body printed small is a party's: `the party's women's bureau`."""
    folds = sheet.lines[index].folds
    if start > 3 and folds[start - 4] == "," and folds[start - 2 : start] == ("party", "'s"):
        return False  # `the Young Guard, his party's youth wing`
    if start > 1 and folds[start - 1] == "'s":
        return folds[start - 2] in _OWNERS or owner_at(sheet, index, start - 2)[0] is not None
    if folds[end : end + 1] == ("of",) and folds[end + 2 : end + 3] == ("'s",):
        return owner_at(sheet, index, end + 3)[0] is not None
    return folds[end : end + 1] == ("of",) and owner_of(sheet, index, start, end)[0] is not None


_OWNERS: Final = word_set("party committee")
"""Whose small bodies are bodies: `the Party Central Committee's training department`."""


def is_its_country(sheet: Sheet, index: int, head: int, end: int) -> bool:
    """Tell whether only `of Namibia` follows a head noun, which has its subject before it."""
    folds = sheet.lines[index].folds
    owner = [at for at in range(head + 2, end) if folds[at] != "the"]
    return (
        folds[head + 1 : head + 2] == ("of",)
        and bool(owner)
        and all([sheet.is_named(index, at, "place") for at in owner])
    )


_BODIES: Final = word_set("front union federation league association confederation chamber academy")
_OF_THEIR: Final = word_set("its their")


def is_of_a_body(sheet: Sheet, index: int, start: int) -> bool:
    """Tell whether what begins at a token is a front's or a union's: `the Fatherland Front's 10th`, `its`."""
    line = sheet.lines[index]
    folds = line.folds
    if folds[start - 1 : start] == ("'s",):
        return _is_a_body(sheet, index, start - 2)
    if start == 0 or folds[start - 1] not in _OF_THEIR:
        return False
    for at in range(start - 2, sheet.sentence(index, start)[0] - 1, -1):
        if (mark := sheet.at(index, at)) is not None and mark.kind == "party":
            return False
        if _is_a_body(sheet, index, at):
            return True
    return False


def _is_a_body(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a token ends the name of a front, a union or the like."""
    line = sheet.lines[index]
    return (
        at > 0 and line.folds[at] in _BODIES and line.words[at][0].isupper() and sheet.at(index, at) is None
    )


def fitting_body(records: list[Org], party: str | None, country: str | None) -> Org:
    """Return the record of the owner named in the text, else the general one, else the first."""
    own = [r for r in records if party and r.party == party]
    own = own or [r for r in records if not party and country and r.country == country and not r.party]
    return (own or [r for r in records if r.party is None and r.country is None] or records)[0]


def known_body(sheet: Sheet, record: Org, name: str, party: str | None, country: str | None) -> Entity:
    """Return a known body; one of a name that many have is told apart by its owner."""
    if (record.party or record.country) and not _is_elsewhere(record, party, country):
        country = record.country or country_of(sheet, record.party)
        return known_entity(record.id, "org", name, None, country)
    if party:
        return Entity(_owned(party, record.id), "org", name, None, country_of(sheet, party))
    if country:
        return Entity(_owned(country.lower(), record.id), "org", name, None, country)
    return known_entity(record.id, "org", name, None, None)


def _is_elsewhere(record: Org, party: str | None, country: str | None) -> bool:
    """Tell whether the text names another owner than the body has that is known by this name."""
    if party:
        return record.party not in (None, party)
    return country is not None and record.country not in (None, country)


def _owned(owner: str, org: str) -> str:
    return f"org:{owner.partition(':')[2] or owner}-{org.partition(':')[2]}"


def country_of(sheet: Sheet, party: str | None) -> str | None:
    """Return the country of a known party."""
    record = sheet.gazetteer.parties.get(party or "")
    return record.country if record else None
