"""Parties: by name, letters and definition, and as "the Party" of an agency's house style."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Final

from store.article import Entity
from store.fold import fold
from store.wire.homes import Homes, beside, goes_on, is_elsewhere
from store.wire.initials import letters_at
from store.wire.lexicon import OFFICE_WORDS
from store.wire.ordinary import Called, Ordinary, all_called
from store.wire.partisans import mark_partisans
from store.wire.records import Party
from store.wire.sheet import Mark, Sheet, party_entity, slug
from store.wire.tokens import word_set
from store.wire.trie import Name
from store.wire.unknown_parties import mark_unknown, near


def mark_parties(sheet: Sheet) -> None:
    """Mark every party that is named by its full name, a usual short name, or its letters."""
    called = all_called(sheet)
    if called:
        _mark_called(sheet, called)
    if not sheet.is_foreign:
        mark_unknown(sheet)
    _mark_national(sheet)
    mark_partisans(sheet)


def _mark_called(sheet: Sheet, called: list[Called]) -> None:
    """Mark those of the known names that mean a party, the surest first."""
    defined = _define(sheet, called)
    _mark_defined(sheet, defined)
    ordinary, taken = Ordinary(sheet, called), sheet.taken
    named, left = set(defined.values()), []
    for one in called:
        if any(taken[one.line][one.start : one.end]) or ordinary.is_meant(one):
            continue
        if one.names[0].abbreviation or len(one.ids) > 1:
            left.append(one)
        elif _mark_full_name(sheet, one):
            named.add(one.ids[0])
        else:
            left.append(one)
    if left:
        _mark_letters(sheet, left, Homes(sheet, named))


def mark_house_party(sheet: Sheet) -> None:
    """Mark "the Party" where the agency means one party by it; to be called when events are marked."""
    record = sheet.gazetteer.parties.get(sheet.house or "")
    if record is None:
        return
    for index, line in enumerate(sheet.lines):
        for at in line.where("Party") if "party" in line.vocabulary else ():
            if sheet.taken[index][at] is None and not _named_otherwise(sheet, index, at):
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


def _define(sheet: Sheet, called: list[Called]) -> dict[str, str]:
    """Return the letters that the text itself explains, `Full Name (ABBR)`, with the party's id."""
    defined: dict[str, str] = {}
    behind: dict[str, tuple[int, int]] = {}
    for one in called if not _GLOSSED.isdisjoint(sheet.vocabulary) else ():
        if one.names[0].abbreviation:
            continue
        line = sheet.lines[one.line]
        ahead = line.folds[one.end : one.end + 2]
        if _GLOSSED.isdisjoint(ahead):
            continue
        at = one.end + (ahead[0] in _PARTY)
        letters = letters_at(line, at)
        if not letters:
            continue
        ids = set(one.ids)
        if len(ids) > 1:
            own = sheet.gazetteer.lettered(letters)
            ids = near(sheet, ids & own) or near(sheet, own) or near(sheet, ids)
        record = sheet.gazetteer.parties[ids.pop()] if len(ids) == 1 else None
        if record and not _is_another(sheet, one, record, letters):
            here = one.line, at + 1 + (line.folds[at] == ",")
            if defined.setdefault(letters, record.id) != record.id:  # two parties with the same initials
                for (index, told), key in ((behind[letters], defined[letters]), (here, record.id)):
                    sheet.claim_party(index, told, told + 1, sheet.gazetteer.parties[key])
            behind[letters], defined[letters] = here, record.id
    return defined


_GLOSSED: Final = frozenset({"(", "or"})
_PARTY: Final = word_set("party parties")
"""What may stand between a name and its letters."""


def _is_another(sheet: Sheet, called: Called, record: Party, letters: str) -> bool:
    """Tell whether a name and the letters behind it are somebody else's than the party that is called so."""
    before = sheet.lines[called.line].words[max(0, called.start - 1) : called.start]
    own = letters in (record.abbr, *record.aka)
    if called.end == called.start + 1 and not own and before and before[0].startswith(_CAPITALS):
        return True  # Women's League (WL)
    if _spelt_otherwise(sheet, called, record):
        return True
    return not own and is_elsewhere(sheet, called.line, called.start, called.end, record)


_CAPITALS: Final = ("'", "’", *ascii_uppercase)
"""How a word begins that is a part of the name: `Youth League`, `Women's League`."""


def _mark_defined(sheet: Sheet, defined: dict[str, str]) -> None:
    parties = sheet.gazetteer.parties
    folded = {fold(letters) for letters in defined}
    for index, line in enumerate(sheet.lines) if defined else ():
        words, named = line.words, sheet.named[index]
        for at in [i for i in line.among(folded) if words[i] in defined]:
            span = named.get(at)
            if span is None or span.end == at + 1 or "party" not in span.kinds:
                sheet.claim_party(index, at, at + 1, parties[defined[words[at]]])


def _mark_full_name(sheet: Sheet, called: Called) -> bool:
    """Mark a name that is no letters and means one party, unless it is somebody else's here; tell it."""
    index, start, end, _, ids = called
    record = sheet.gazetteer.parties[ids[0]]
    if _spelt_otherwise(sheet, called, record) or is_elsewhere(sheet, index, start, end, record):
        return False
    return sheet.claim_party(index, start, end, record)


def _spelt_otherwise(sheet: Sheet, called: Called, record: Party) -> bool:
    """Tell whether a name has other letters behind it than the party abroad, as a local alliance has."""
    if not record.abbr or not sheet.countries or record.country in sheet.countries:
        return False
    letters = letters_at(sheet.lines[called.line], called.end)
    return letters is not None and letters not in (record.abbr, *record.aka)


def _mark_letters(sheet: Sheet, called: list[Called], homes: Homes) -> None:
    """Mark letters and other names that several parties share, by what the text says; two letters last."""
    for one in called:
        if len(one.names[0].text) >= _LETTERS:
            _mark_shared(sheet, one, homes)
    for one in called:
        if len(one.names[0].text) < _LETTERS:
            _mark_shared(sheet, one, homes)


def _mark_shared(sheet: Sheet, called: Called, homes: Homes) -> None:
    """Mark one such name, if the text says enough."""
    index, start, end, names, ids = called
    if len(ids) > 1:
        entity = _choose(sheet, called, homes)
        if entity:
            sheet.claim(Mark(index, start, end, entity.id), entity)
            homes.note(entity.id)
    elif _trusted(sheet, index, start, end, names[0], homes):
        sheet.claim_party(index, start, end, sheet.gazetteer.parties[ids[0]])
        homes.note(ids[0])


_LETTERS: Final = 3
"""Fewer letters count only where the text has named their party, or two that it competes with."""

_STAFFED: Final = word_set("party delegation members officials leaders headquarters faction supporters")
_HELD: Final = word_set("congress plenum politburo")
"""What only a party has: what stands behind it with "of" is one."""


def _trusted(sheet: Sheet, index: int, start: int, end: int, name: Name, homes: Homes) -> bool:
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
    if homes.has_party_of(country):
        return True
    if _is_staffed(sheet, index, start, end):
        return True
    return at_home or country in sheet.countries or len(name.text) > 3 or not sheet.countries


def _is_listed(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether another party follows at once: `the ANC and SWAPO`."""
    folds = sheet.lines[index].folds
    if folds[end : end + 1] not in ((",",), ("and",)):
        return False
    at = end + 1 + (folds[end + 1 : end + 2] == ("and",))
    return sheet.is_named(index, at + (folds[at : at + 1] == ("the",)), "party")


def _is_staffed(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether what only a party has stands beside letters: `PPP leader`, `Congress of the CPC`."""
    folds = sheet.lines[index].folds
    following = folds[end : end + 1]
    if following and (following[0] in OFFICE_WORDS or following[0] in _STAFFED):
        return True
    of = start - 1 - (folds[start - 1 : start] == ("the",))
    return of > 0 and folds[of] == "of" and folds[of - 1] in _HELD


def _choose(sheet: Sheet, called: Called, homes: Homes) -> Entity | None:
    """Return the one party that shared words mean, or an unconfirmed one whose role lists the choices.

    Words stay without a party if nobody can tell whose they are, and so do letters that nothing in the text
    makes a party's.
    """
    index, start, end, names, ids = called
    parties = [sheet.gazetteer.parties[key] for key in ids]
    letters = names[0].text if names[0].abbreviation else ""
    if letters and len(letters) < _LETTERS:
        parties = [p for p in parties if p.id in homes.named or homes.has_rivals(p)]
    elif not letters and goes_on(sheet, index, start, end):
        return None
    found = homes.one_of(parties, beside(sheet, index, start, end))
    if found:
        return party_entity(found)
    here = not sheet.countries or any([p.country in sheet.countries for p in parties])
    if not (letters and parties and (here or _is_staffed(sheet, index, start, end))):
        return None
    choices = " or ".join(f"{p.name} ({p.country})" for p in parties)
    return Entity(f"party:?-{slug(letters)}", "party", letters, letters, None, choices, confirmed=False)


def _mark_national(sheet: Sheet) -> None:
    """Mark `the Lao party`: the one party of that country named in the text, else its house party."""
    lines, parties = sheet.lines, sheet.gazetteer.parties
    spans = [
        (index, span)
        for index, span in sheet.spans("demonym")
        if lines[index].folds[span.end : span.end + 1] == ("party",)
    ]
    named = [parties[key] for key in sheet.entities if key in parties] if spans else []
    for index, span in spans:
        folds, end = lines[index].folds, span.end + 1
        if folds[end : end + 1] in (("of",), ("for",)) or not sheet.free(index, span.start, end):
            continue
        country = sheet.gazetteer.places[span.of("demonym")[0].id].country
        own = [p for p in named if p.country == country] or _ruling(sheet, country)
        if len(own) == 1:
            sheet.claim_party(index, span.start, end, own[0])


def _ruling(sheet: Sheet, country: str | None) -> list[Party]:
    """Return the parties that the agencies of a country call "the Party"."""
    keys = {a.house_party for a in sheet.gazetteer.agencies.values() if a.house_party}
    own = sheet.gazetteer.parties_of.get(country, ()) if country else ()
    return [p for p in own if p.id in keys]
