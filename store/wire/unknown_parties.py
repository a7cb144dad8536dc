"""Unknown parties: a capitalised `... Party (XYZ)` that the gazetteer does not know, and its letters."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from typing import Final

from store.article import HEADLINE, Entity
from store.fold import fold, words
from store.wire.gazetteer import Gazetteer
from store.wire.homes import HOLDERS, is_ones
from store.wire.initials import letters_at
from store.wire.lexicon import OFFICE_HEADS, TIMES
from store.wire.other_parties import JOINING, LEADING, Unknown, called_otherwise
from store.wire.records import Party
from store.wire.sheet import Mark, Sheet, party_entity, slug
from store.wire.tokens import Line, word_set

_AND: Final = word_set("and &")

_LONG: Final = 3
"""So many words before "and" are a name of their own: "Law and Justice Party" has fewer."""

_BODIES: Final = word_set(
    "committee congress central school secretary cell organisation organization building chief "
    "secretariat politburo conference house executive inspection commission resolution charter day unit "
    "bureau general official leader history"
)
"""What "Party" stands before without being the end of a party's name: `Party Committee`."""


_PLAIN: Final = word_set(
    "the a an this that both new old other same their our his her its national central state ruling "
    "opposition political provincial former senior third one two major main big every each all no any "
    "communist socialist municipal local regional vietnamese lao chinese cuban under between special by "
    "as from at in and for"
)
"""Words that alone before "Party" make no party's name."""


def near(sheet: Sheet, ids: Set[str]) -> set[str]:
    """Return those parties whose country the text speaks of; all of them if it speaks of none."""
    parties = sheet.gazetteer.parties
    return {key for key in ids if not sheet.countries or parties[key].country in sheet.countries}


_MANY: Final = 50
"""Among how many unknown parties a long and a short name are looked for."""


def mark_unknown(sheet: Sheet) -> None:
    """Mark the parties that the gazetteer does not know, long and short names as one, and their letters."""
    found = _called_so(sheet)
    found += called_otherwise(sheet, {(u.line, at) for u in found for at in (u.start, u.end)})
    if not found:
        return
    letters: dict[str, Entity] = {}
    found = [u for u in found if u.abbr or not _is_titled(sheet, u) or _stands_below(sheet, u, found)]
    for unknown in found:
        same = [u for u in found[:_MANY] if u.name.endswith(unknown.name) or unknown.name.endswith(u.name)]
        name = max([unknown.name, *[u.name for u in same]], key=len)
        abbr = next((u.abbr for u in same if u.abbr), None)
        known = (
            _in_brackets(sheet, unknown)
            or _of_country(sheet, unknown)
            or _in_other_order(sheet, unknown)
            or (_under_short_name(sheet, name, abbr) if abbr else None)
        )
        entity = Entity(f"party:?-{slug(abbr or name)}", "party", name, abbr, None, None, confirmed=False)
        entity = party_entity(known) if known else entity
        sheet.claim(Mark(unknown.line, unknown.start, unknown.end, entity.id), entity)
        letters |= {abbr: entity} if abbr else {}
    folded = {fold(abbr) for abbr in letters}
    for index, line in enumerate(sheet.lines) if letters else ():
        for at in line.among(folded):
            if meant := letters.get(line.words[at]):
                sheet.claim(Mark(index, at, at + 1, meant.id), meant)


def _called_so(sheet: Sheet) -> list[Unknown]:
    """Return what has "Party" in its name."""
    if "party" not in sheet.vocabulary:
        return []
    return [
        unknown
        for index, line in enumerate(sheet.lines)
        if "party" in line.vocabulary and not line.shouts
        for at in line.where("Party")
        if sheet.taken[index][at] is None and (unknown := _unknown(sheet, index, at))
    ]


def _is_titled(sheet: Sheet, unknown: Unknown) -> bool:
    """Tell whether a name stands in a headline, where verbs have capitals, too: `President Receives`."""
    return sheet.lines[unknown.line].number == HEADLINE


def _stands_below(sheet: Sheet, unknown: Unknown, found: list[Unknown]) -> bool:
    """Tell whether the body names the party of a headline, in full or in short."""
    below = [u for u in found[:_MANY] if not _is_titled(sheet, u)]
    return any([u.name.endswith(unknown.name) or unknown.name.endswith(u.name) for u in below])


def _under_short_name(sheet: Sheet, name: str, abbr: str) -> Party | None:
    """Return the party near by of these letters, whose name the text prints in part or with a misprint."""
    found = near(sheet, sheet.gazetteer.lettered(abbr))
    record = sheet.gazetteer.parties[found.pop()] if len(found) == 1 else None
    told = set(words(name))
    return record if record and 2 * len(told & set(words(record.name))) > len(told) else None


def _in_brackets(sheet: Sheet, unknown: Unknown) -> Party | None:
    """Return the known party whose letters follow in brackets: `Party-Power of the People (PDP)`."""
    line, at = sheet.lines[unknown.line], unknown.end
    front = sheet.at(unknown.line, unknown.start - 2) if unknown.start > 1 else None
    if front and line.words[unknown.start - 1] == "(" and line.words[at : at + 1] == (")",):
        return sheet.gazetteer.parties.get(front.entity)  # Fine Gael (United Ireland Party)
    while at < min(unknown.end + 7, len(line.words)) and line.words[at] not in "(.,;":
        at += 1
    mark = sheet.at(unknown.line, at + 1) if line.words[at : at + 1] == ("(",) else None
    closed = mark is not None and line.words[mark.end : mark.end + 1] == (")",)
    return sheet.gazetteer.parties.get(mark.entity) if mark and closed else None


def _owner_before(sheet: Sheet, index: int, start: int) -> str | None:
    """Return the country in `Spain's Communist Party`, before a token."""
    if start < 2 or sheet.lines[index].folds[start - 1] != "'s":
        return None
    span = sheet.known_at(index, start - 2)
    places = [sheet.gazetteer.places[name.id] for name in span.of("place")] if span else []
    return places[0].country if places else None


def _of_country(sheet: Sheet, unknown: Unknown) -> Party | None:
    """Return the one party of a country that is called so there: `Spain's Communist Party`."""
    country = _owner_before(sheet, unknown.line, unknown.start)
    return _called(sheet.gazetteer, country, frozenset(words(unknown.name))) if country else None


def _in_other_order(sheet: Sheet, unknown: Unknown) -> Party | None:
    """Return the one party of the text's countries with these words: `Democratic Revolution Party`."""
    told = frozenset(words(unknown.name))
    found = [p for country in sheet.countries for p in _by_words(sheet.gazetteer, country, told)]
    return found[0] if len(found) == 1 else None


_OWN: Final = 3
"""So many words, "Party" among them, are a name that can be told in another order."""


def _by_words(gazetteer: Gazetteer, country: str, told: frozenset[str]) -> list[Party]:
    """Return the parties of a country whose names have these words, whatever they say of the country."""
    own = told - _home_words(gazetteer, country)
    return _in_words(gazetteer, country).get(own, []) if len(own) >= _OWN else []


@lru_cache(maxsize=64)
def _in_words(gazetteer: Gazetteer, country: str) -> dict[frozenset[str], list[Party]]:
    """Return the parties of a country by the words of their names that do not say where they are."""
    home = _home_words(gazetteer, country)
    found: dict[frozenset[str], list[Party]] = {}
    for party in gazetteer.parties_of.get(country, ()):
        for own in {frozenset(words(name)) - home for name in (party.name, *party.aka)}:
            found.setdefault(own, []).append(party)
    return found


@lru_cache(maxsize=256)
def _called(gazetteer: Gazetteer, country: str, told: frozenset[str]) -> Party | None:
    """Return the one party whose name has besides these words only those of its country."""
    near = [p for p in gazetteer.parties_of.get(country, ()) if p.dissolved is None]
    home = _home_words(gazetteer, country)
    found = [p for p in near if told <= set(words(p.name)) <= told | home]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=64)
def _home_words(gazetteer: Gazetteer, country: str) -> frozenset[str]:
    """Return the words by which names say of which country somebody is, and small ones."""
    home = {word for word, place in gazetteer.demonyms.items() if place.country == country}
    places = [p for p in gazetteer.places.values() if p.country == country and p.kind == "country"]
    home |= {word for place in places for word in words(place.name)}
    return frozenset(home | {"of", "the", "s", "for", "and"})


def _unknown(sheet: Sheet, index: int, at: int) -> Unknown | None:
    """Return the unknown party whose name has "Party" at a token."""
    line = sheet.lines[index]
    if line.folds[at - 1 : at] == ("-",) and line.folds[max(0, at - 2) : at - 1] in _BETWEEN_PARTIES:
        return None
    start, end = _capitals_before(sheet, index, at), _capitals_after(line, at + 1)
    abbr = letters_at(line, end)
    following = line.folds[end] if end < len(line.folds) else ""
    own = [w for w in line.folds[start:at] if w not in JOINING and w not in _PLAIN]
    own = [w for w in own if w not in sheet.gazetteer.demonyms]
    own = own or ([*line.folds[start:at]] if _owner_before(sheet, index, start) else [])
    if end - start < 2 or (not abbr and (following in _BODIES or not (own or end > at + 1))):
        return None
    return Unknown(index, start, end, line.slice(start, end), abbr)


_BETWEEN_PARTIES: Final = (("inter",), ("multi",), ("cross",), ("all",), ("non",), ("single",), ("two",))
"""With these, `Inter-Party Forum` speaks of parties and names none."""


def _capitals_before(sheet: Sheet, index: int, at: int) -> int:
    """Return where the capitalised words begin that end at a token."""
    line = sheet.lines[index]
    words, folds, start = line.words, line.folds, at
    taken = sheet.taken[index]
    while start and at - start < 8 and taken[start - 1] is None:
        word, folded = words[start - 1], folds[start - 1]
        if not word[0].isupper() and not (folded in JOINING and start > 1 and words[start - 2][0].isupper()):
            break
        if folded in TIMES or folded in OFFICE_HEADS or folded in _GATHERINGS:
            break
        if folded in _WHOSE and start > 1:
            letters = letters_at(line, _capitals_after(line, at + 1))
            if is_ones(sheet, index, start - 2, at, letters):
                break
        start -= 1
    joint = max([i for i in range(start, at) if folds[i] in _AND], default=start)
    if joint == at - 1 or joint - start >= _LONG:
        start = joint  # "Bui Hai Hoa and Party of the Highlands" are two
    while start < at and (folds[start] in JOINING or folds[start] in LEADING):
        start += 1
    return start


_WHOSE: Final = word_set("'s '")

_GATHERINGS: Final = word_set("congress convention plenum conference")
"""What a party holds and is not called by: `Congress of the Party of Lakes`."""


def _capitals_after(line: Line, end: int) -> int:
    """Return where `of Belgium`, after "Party", ends."""
    words, folds, at = line.words, line.folds, end
    while at < len(words) and folds[at] in ("of", "for", "the"):
        at += 1
    last = _capitals_end(line, at) if at > end else end
    if at < last < len(words) and folds[last] == "of":  # `of the People of Spain`
        last = max(last, _capitals_end(line, last + 1) if words[last + 1 : last + 2] else last)
    return last if last > at else end


def _capitals_end(line: Line, at: int) -> int:
    last = at
    while last < len(line.words) and last - at < 4:
        if not line.words[last][0].isupper() or line.folds[last] in TIMES or line.folds[last] in HOLDERS:
            break
        last += 1
    return last
