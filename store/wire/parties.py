"""Parties: by name, letters and definition, and as "the Party" of an agency's house style."""

from __future__ import annotations

from typing import Final

from store.article import Entity
from store.wire.homes import Homes, beside, goes_on, is_elsewhere
from store.wire.lexicon import OFFICE_WORDS
from store.wire.ordinary import Ordinary
from store.wire.records import Party
from store.wire.sheet import Mark, Sheet, party_entity, slug
from store.wire.tokens import word_set
from store.wire.trie import Name, Span
from store.wire.unknown_parties import letters_at, mark_unknown, near

_PARTY: Final = word_set("party parties")


def mark_parties(sheet: Sheet) -> None:
    """Mark every party that is named by its full name, a usual short name, or its letters."""
    defined = _define(sheet)
    _mark_defined(sheet, defined)
    ordinary = Ordinary(sheet)
    full = _mark_full_names(sheet, ordinary)
    _mark_letters(sheet, ordinary, Homes(sheet, full | set(defined.values())))
    if not sheet.is_foreign:
        mark_unknown(sheet)
    _mark_national(sheet)


def mark_house_party(sheet: Sheet) -> None:
    """Mark "the Party" where the agency means one party by it; to be called when events are marked."""
    record = sheet.gazetteer.parties.get(sheet.house or "")
    if record is None:
        return
    for index, line in enumerate(sheet.lines):
        for at in line.where("Party"):
            if sheet.at(index, at) is None and not _named_otherwise(sheet, index, at):
                sheet.claim_party(index, at, at + 1, record)


def _named_otherwise(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether "Party" ends somebody else's name: another country's, or one unknown to us."""
    folds = sheet.lines[index].folds
    if folds[at + 1 : at + 2] == ("school",):
        return True
    home = sheet.gazetteer.parties[sheet.house or ""].country
    before = folds[at - 1] if at else ""
    demonym = sheet.gazetteer.demonyms.get(before)
    if demonym is not None:
        return demonym.country != home
    of = at + 2 if folds[at + 2 : at + 3] == ("of",) else at + 1
    while of < len(folds) and folds[of] in _BESIDE_PARTY:
        of += 1
    of = of if folds[of : of + 1] == ("of",) else at
    places = (at - 2 if before in _LOCAL else at - 1, of + 1 + (folds[of + 1 : of + 2] == ("the",)))
    if any([_country(sheet, index, place) not in (None, home) for place in places]):
        return True
    return before == "national" and folds[at + 1 : at + 2] == ("of",)


_BESIDE_PARTY: Final = word_set(
    ", and the state government army people peoples parliament committee secretary"
)
"""What may stand between "the Party" and whose it is: `the Party, State and people of Laos`."""

_LOCAL: Final = word_set("provincial municipal city district communal")
"""What may stand between a place and its Party: `the Quang Ninh provincial Party Committee`."""


def _country(sheet: Sheet, index: int, at: int) -> str | None:
    """Return the country of the place that a token is part of."""
    span = sheet.known_at(index, at)
    places = [sheet.gazetteer.places[name.id] for name in span.of("place")] if span else []
    return places[0].country if places else None


def _define(sheet: Sheet) -> dict[str, str]:
    """Return the letters that the text itself explains, `Full Name (ABBR)`, with the party's id."""
    defined: dict[str, str] = {}
    for index, span in sheet.spans("party"):
        line, names = sheet.lines[index], span.of("party")
        if names[0].abbreviation:
            continue
        end = span.end + (span.end < len(line.folds) and line.folds[span.end] in _PARTY)
        letters = letters_at(line, end)
        ids = {n.id for n in names}
        if letters and len(ids) > 1:
            own = sheet.gazetteer.lettered(letters)
            ids = near(sheet, ids & own) or near(sheet, own) or near(sheet, ids)
        record = sheet.gazetteer.parties[next(iter(ids))] if letters and len(ids) == 1 else None
        if letters and record and not _is_another(sheet, index, span, record, letters):
            defined[letters] = record.id
    return defined


def _is_another(sheet: Sheet, index: int, span: Span, record: Party, letters: str) -> bool:
    """Tell whether a name and the letters behind it are somebody else's than the party that is called so."""
    if _spelt_otherwise(sheet, index, span, record):
        return True
    own = letters in (record.abbr, *record.aka)
    return not own and is_elsewhere(sheet, index, span.start, span.end, record)


def _mark_defined(sheet: Sheet, defined: dict[str, str]) -> None:
    for index, line in enumerate(sheet.lines) if defined else ():
        if defined.keys().isdisjoint(line.words):
            continue
        for at in [i for i, word in enumerate(line.words) if word in defined]:
            sheet.claim_party(index, at, at + 1, sheet.gazetteer.parties[defined[line.words[at]]])


def _mark_full_names(sheet: Sheet, ordinary: Ordinary) -> set[str]:
    """Mark the names that are no letters and mean one party; return the ids."""
    found: set[str] = set()
    for index, span in sheet.spans("party"):
        names = span.of("party")
        ids = {n.id for n in names}
        if names[0].abbreviation or len(ids) > 1 or ordinary.is_meant(index, span):
            continue
        record = sheet.gazetteer.parties[names[0].id]
        if _spelt_otherwise(sheet, index, span, record) or is_elsewhere(
            sheet, index, span.start, span.end, record
        ):
            continue
        if sheet.claim_party(index, span.start, span.end, record):
            found.add(record.id)
    return found


def _spelt_otherwise(sheet: Sheet, index: int, span: Span, record: Party) -> bool:
    """Tell whether a name has other letters behind it than the party abroad, as a local alliance has."""
    letters = letters_at(sheet.lines[index], span.end)
    abroad = bool(sheet.countries) and record.country not in sheet.countries
    return bool(letters and record.abbr and abroad and letters not in (record.abbr, *record.aka))


def _mark_letters(sheet: Sheet, ordinary: Ordinary, homes: Homes) -> None:
    """Mark letters and other names that several parties share, by what the text says; two letters last."""
    short = []
    for index, span in sheet.spans("party"):
        if not sheet.free(index, span.start, span.end):
            continue
        if len(span.of("party")[0].text) < _LETTERS:
            short.append((index, span))
        elif not ordinary.is_meant(index, span):
            _mark_shared(sheet, index, span, homes)
    for index, span in short:
        if not ordinary.is_meant(index, span):
            _mark_shared(sheet, index, span, homes)


def _mark_shared(sheet: Sheet, index: int, span: Span, homes: Homes) -> None:
    """Mark one such name, if the text says enough."""
    names = span.of("party")
    if len({n.id for n in names}) > 1:
        entity = _choose(sheet, index, span, homes)
        if entity:
            sheet.claim(Mark(index, span.start, span.end, entity.id), entity)
            homes.note(entity.id)
    elif _trusted(sheet, index, span.end, names[0], homes):
        sheet.claim_party(index, span.start, span.end, sheet.gazetteer.parties[names[0].id])
        homes.note(names[0].id)


_LETTERS: Final = 3
"""Fewer letters count only where the text has named their party, or two that it competes with."""

_STAFFED: Final = word_set("party delegation members officials leaders headquarters faction supporters")


def _trusted(sheet: Sheet, index: int, end: int, name: Name, homes: Homes) -> bool:
    """Tell whether letters that are explained nowhere may be taken for the party that the gazetteer knows."""
    if name.id in homes.named:
        return True
    if not name.abbreviation or sheet.lines[index].shouts:
        return False
    if len(name.text) < _LETTERS:
        return homes.has_rivals(sheet.gazetteer.parties[name.id])
    if _is_listed(sheet, index, end):
        return True
    country = sheet.gazetteer.parties[name.id].country
    at_home = sheet.agency is not None and sheet.agency.country == country
    if _is_staffed(sheet, index, end):
        return True
    return at_home or country in sheet.countries or len(name.text) > 3 or not sheet.countries


def _is_listed(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether another party follows at once: `the ANC and SWAPO`."""
    folds = sheet.lines[index].folds
    if folds[end : end + 1] not in ((",",), ("and",)):
        return False
    at = end + 1 + (folds[end + 1 : end + 2] == ("and",))
    return sheet.is_named(index, at + (folds[at : at + 1] == ("the",)), "party")


def _is_staffed(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether what only a party has stands behind letters: `PPP leader`."""
    following = sheet.lines[index].folds[end : end + 1]
    return bool(following) and (following[0] in OFFICE_WORDS or following[0] in _STAFFED)


def _choose(sheet: Sheet, index: int, span: Span, homes: Homes) -> Entity | None:
    """Return the one party that shared words mean, or an unconfirmed one whose role lists the choices.

    Words stay without a party if nobody can tell whose they are, and so do letters that nothing in the text
    makes a party's.
    """
    names = span.of("party")
    parties = [sheet.gazetteer.parties[key] for key in dict.fromkeys(n.id for n in names)]
    letters = names[0].text if names[0].abbreviation else ""
    if letters and len(letters) < _LETTERS:
        parties = [p for p in parties if p.id in homes.named or homes.has_rivals(p)]
    elif not letters and goes_on(sheet, index, span.start, span.end):
        return None
    found = homes.one_of(parties, beside(sheet, index, span.start, span.end))
    if found:
        return party_entity(found)
    here = not sheet.countries or any([p.country in sheet.countries for p in parties])
    if not (letters and parties and (here or _is_staffed(sheet, index, span.end))):
        return None
    choices = " or ".join(f"{p.name} ({p.country})" for p in parties)
    return Entity(f"party:?-{slug(letters)}", "party", letters, letters, None, choices, confirmed=False)


def _mark_national(sheet: Sheet) -> None:
    """Mark `the Lao party`: the one party of that country named in the text, else its house party."""
    named = [sheet.gazetteer.parties[key] for key in sheet.entities if key in sheet.gazetteer.parties]
    for index, span in sheet.spans("demonym"):
        line, at = sheet.lines[index], span.end
        if at >= len(line.folds) or line.folds[at] != "party" or not sheet.free(index, span.start, at + 1):
            continue
        if at + 1 < len(line.folds) and line.folds[at + 1] in ("of", "for"):
            continue
        country = sheet.gazetteer.places[span.of("demonym")[0].id].country
        own = [p for p in named if p.country == country] or _ruling(sheet, country)
        if len(own) == 1:
            sheet.claim_party(index, span.start, at + 1, own[0])


def _ruling(sheet: Sheet, country: str | None) -> list[Party]:
    """Return the parties that the agencies of a country call "the Party"."""
    keys = {a.house_party for a in sheet.gazetteer.agencies.values() if a.house_party}
    return [p for key, p in sheet.gazetteer.parties.items() if key in keys and p.country == country]
