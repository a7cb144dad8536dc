"""Organisations: bodies by name and by head noun, each by its core name and with its owner apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from store.article import Entity
from store.wire.houses import (
    ALLIED,
    HOUSES,
    SEATS,
    allied_end,
    embassy_country,
    is_abroad,
    is_creed,
    is_own_agency,
    is_seat,
    is_topic,
    list_goes_on,
    mark_house,
    whole_country,
)
from store.wire.institutions import INSTITUTIONS, mark_institution
from store.wire.lexicon import ORG_HEADS
from store.wire.owners import (
    country_of,
    fitting_body,
    is_its_country,
    is_of_a_party,
    known_body,
    owner_of,
)
from store.wire.records import Org
from store.wire.sheet import Mark, Sheet, slug
from store.wire.titled import TITLED, mark_titled
from store.wire.tokens import Line, word_set
from store.wire.trie import Span

_NEUTRAL: Final = word_set(
    "central executive standing committee politburo political bureau secretariat presidium parliament "
    "party national state the of people 's press private office provincial municipal local city district "
    "ruling joint general high level coalition"
)
"""Words that make no body's name by themselves: `Central Committee`, `Political Bureau`."""

_PLURALS: Final = word_set(
    "women people workers farmers veterans writers children youth lawyers trade students teachers "
    "journalists miners doctors nurses peasants artists employers employees traders fishermen scouts"
)
_SMALL: Final = word_set("and of the for & , on -")
_EMBASSIES: Final = word_set("embassy consulate")
_PROPER: Final = word_set(
    "front union association federation army navy academy institute university alliance coalition school"
)
"""Heads whose names keep the country in front: `Vietnam Fatherland Front`."""


def mark_orgs(sheet: Sheet) -> None:
    """Mark the bodies that the gazetteer knows, then those that their head noun shows."""
    if spans := sheet.spans("org"):
        _mark_known(sheet, spans)
    houses, heads = HOUSES & sheet.vocabulary, _HEADS & sheet.vocabulary
    institutions, titled = INSTITUTIONS & sheet.vocabulary, TITLED & sheet.vocabulary
    nouns = houses | heads | institutions | titled
    if sheet.is_foreign or not nouns:
        return
    called: dict[str, Mark] = {}
    for index, line in enumerate(sheet.lines):
        if line.shouts or not (found := line.among(nouns)):
            continue
        folds, taken = line.folds, sheet.taken[index]
        for at in [at for at in found if folds[at] in houses]:
            mark_house(sheet, index, at)
        for at in [at for at in found if folds[at] in institutions]:
            mark_institution(sheet, index, at)
        for at in found:
            if taken[at] is None and folds[at] in heads:
                _mark_by_head(sheet, index, at, called)
        for at in [at for at in found if folds[at] in titled]:
            mark_titled(sheet, index, at)


_OWNED: Final = word_set("wing secretariat")
_WINGS: Final = word_set("youth 's student students military armed political labour labor workers")
_HEADS: Final = ORG_HEADS | _OWNED


def _mark_known(sheet: Sheet, spans: Sequence[tuple[int, Span]]) -> None:
    """Mark the bodies that the gazetteer knows; one named again without its owner is the same."""
    earlier: dict[str, Mark] = {}
    spelled = set[str]().union(*[_spelled(span) for _, span in spans])
    for index, span in spans:
        names = span.of("org")
        start, end = span.start, _free_end(sheet, index, span.start, span.end)
        if end == start:
            continue  # it is but a part of another name
        if is_seat(sheet.lines[index], end):
            continue
        party, country = owner_of(sheet, index, start, end)
        record = fitting_body([sheet.gazetteer.orgs[n.id] for n in names], party, country)
        printed = next(n for n in names if n.id == record.id)
        if sheet.lines[index].words[start].islower() and _is_anew(record, earlier, sheet):
            continue
        if is_own_agency(sheet, record) or (printed.abbreviation and is_abroad(sheet, record)):
            continue
        again = None if party or country else earlier.get(record.id)
        if again is not None:
            mark = Mark(index, start, end, again.entity, again.owner)
            sheet.claim(mark, sheet.entities[again.entity])
            continue
        whole = end == span.end and not (printed.abbreviation and record.id in spelled)
        entity = known_body(sheet, record, printed.text if whole else record.name, party, country)
        mark = Mark(index, start, end, entity.id, party or record.party)
        if sheet.claim(mark, entity):
            earlier[record.id] = mark


def _is_anew(record: Org, earlier: Collection[str], sheet: Sheet) -> bool:
    """Tell whether a name in small letters means a body that has a longer one: `the election commission`."""
    stems = [word[:_STEM] for word in record.name.lower().split()]
    others = [sheet.gazetteer.orgs[key].name.lower() for key in earlier if key != record.id]
    return any([all([stem in name for stem in stems]) for name in others])


_STEM: Final = 5
"""So many letters of a word are the same in `Electoral`, `Elections`, `Election`."""


def _spelled(span: Span) -> set[str]:
    """Return the bodies that a span names otherwise than by letters: `Cosatu` is but COSATU again."""
    names = span.of("org")
    return {n.id for n in names} - {n.id for n in names if n.abbreviation}


def _free_end(sheet: Sheet, index: int, start: int, end: int) -> int:
    """Return where the core of a name ends, before `of the CPC`, whose party has its own mark."""
    if sheet.free(index, start, end):
        return end
    folds, free = sheet.lines[index].folds, start
    while sheet.at(index, free) is None:
        free += 1
    while free > start and folds[free - 1] in _SMALL:
        free -= 1
    return free if free > start + 1 else start


def _mark_by_head(sheet: Sheet, index: int, head: int, called: dict[str, Mark]) -> None:
    """Mark the body whose head noun stands at a token; one named again without its owner is the same."""
    line = sheet.lines[index]
    if line.folds[head] == "committee" and head and line.folds[head - 1] in ("party", "central", "executive"):
        return
    if line.folds[head] == "agency" and line.folds[head - 1 : head] == ("news",):
        return
    span = sheet.known_at(index, head)
    if span is not None and "place" in span.kinds and span.end == head + 1 > span.start + 1:
        return  # the Soviet Union
    if not line.words[head][0].isupper():
        start, end = _lower_case(sheet, index, head), head + 1
    else:
        general = line.folds[head : head + 2] == ("consulate", "general")
        end = _subject_end(sheet, index, head + general)
        start = _modifiers_start(sheet, index, head)
        if start < head and is_its_country(sheet, index, head, end):
            end = head + 1
        elif end > head + 1 and not _proper_front(line, start, head):
            start = head
            while start and _is_rank(line, start - 1):
                start -= 1
    if start < 0 or end - start < 2:
        return
    if _is_neutral(line, start, end) or (line.folds[start:end] in _ASSEMBLIES and not _UN & sheet.vocabulary):
        return
    embassy = line.folds[head] in _EMBASSIES
    end = whole_country(sheet, index, end) if embassy else end
    party, country = owner_of(sheet, index, start, end)
    name = line.slice(start, end)
    if embassy:
        country, party = embassy_country(sheet, index, start, end), None
    owner = party.partition(":")[2].removeprefix("?-") if party else (country or "").lower()
    again = called.get(slug(name))
    if again and not (owner and again.owner):
        sheet.claim(Mark(index, start, end, again.entity, again.owner), sheet.entities[again.entity])
        return
    key = f"org:?-{slug(f'{owner} {name}')}"
    entity = Entity(key, "org", name, None, country_of(sheet, party) or country, confirmed=False)
    mark = Mark(index, start, end, key, party)
    if sheet.claim(mark, entity):
        called.setdefault(slug(name), mark)


def _is_neutral(line: Line, start: int, end: int) -> bool:
    folds = line.folds[start:end]
    return all([w in _NEUTRAL for w in folds]) and ("political" not in folds or "bureau" in folds)


_ASSEMBLIES: Final = (("general", "assembly"),)
_UN: Final = word_set("un nations")
"""Where nobody speaks of the UN, a general assembly is a meeting of whoever holds it."""


def _is_rank(line: Line, at: int) -> bool:
    """Tell whether a word is the capitalised first part of `General Department of Politics`."""
    return line.words[at][0].isupper() and line.folds[at] in _RANKS


_RANKS: Final = word_set("general joint national supreme high special")


def _proper_front(line: Line, start: int, head: int) -> bool:
    """Tell whether what stands before `Committee for ...` belongs to its name."""
    return start < head and line.folds[head] in _PROPER


def _subject_end(sheet: Sheet, index: int, head: int) -> int:
    """Return where `for External Relations`, after the head noun, ends."""
    line = sheet.lines[index]
    words, folds = line.words, line.folds
    at = head + 1
    if folds[head] in ALLIED and (end := allied_end(sheet, index, head)) > at:
        return end
    linking = ("for", "of") if folds[head] in SEATS else ("for", "of", "on")
    if at >= len(folds) or folds[at] not in linking:
        return at
    last, at = at, at + 1
    while at < min(len(folds), head + 16) and sheet.at(index, at) is None:
        word, folded = words[at], folds[at]
        if folded in ORG_HEADS and "and" in folds[head:at]:  # `University of Havana and Hanoi University`
            return head + folds[head:at].index("and")
        if folded == "the" and folds[at - 1] == "and":
            break
        if folded == "central":  # `Department of the Central Committee` is a department of it, not for it
            break
        if word[0].isupper() and (is_topic(folded) or sheet.is_named(index, at, "place", "demonym")):
            last = at + 1
        elif folded not in _SMALL or (folded == "," and not list_goes_on(line, at)):
            break
        at += 1
    return last


def _modifiers_start(sheet: Sheet, index: int, head: int) -> int:
    """Return where the capitalised words of a body's name begin that end with its head noun."""
    line = sheet.lines[index]
    words, folds, start = line.words, line.folds, head
    keeps = folds[head] in _PROPER
    while start and head - start < 6 and sheet.at(index, start - 1) is None:
        word, folded = words[start - 1], folds[start - 1]
        if folded in ("'s", "'") and start > 1 and folds[start - 2] in _PLURALS:
            start -= 2
            continue
        if folded == "-" and keeps and start > 1 and sheet.is_named(index, start - 2, "place"):
            start -= 1
            continue
        small = (
            folded in ("and", "-")
            and start > 1
            and words[start - 2][0].isupper()
            and sheet.at(index, start - 2) is None
            and is_topic(folds[start - 2])
        )
        place = sheet.is_named(index, start - 1, "place", "demonym")
        if place and not (keeps or folds[head] in _EMBASSIES):
            break
        creed = is_creed(folded, folds[head])
        if not (
            small or (word[0].isupper() and (is_topic(folded) or place or creed or folded in _QUALITIES))
        ):
            break
        start -= 1
    return start


_QUALITIES: Final = word_set(
    "higher supreme high royal national people's new united grand free armed red young left popular broad"
)


def _lower_case(sheet: Sheet, index: int, head: int) -> int:
    """Return where a body printed small begins, `the party's organisation board`; -1 if no party owns it."""
    folds, start = sheet.lines[index].folds, head
    if folds[head] == "wing" and folds[head - 1] not in _WINGS:
        return -1
    while start and head - start < 4 and sheet.at(index, start - 1) is None:
        if (
            folds[start - 1] == "'s"
            and folds[head] != "association"
            and start > 1
            and folds[start - 2] in _PLURALS
        ):
            start -= 1
        elif not is_topic(folds[start - 1]):
            break
        start -= 1
    return start if start < head and is_of_a_party(sheet, index, start, head + 1) else -1
