"""Persons: capitalised runs that are names, and the short forms that join them."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.article import CAPTION, HEADLINE, Entity
from store.wire.full_names import INSIDE, TITLES, Run, full_names, is_thing
from store.wire.lexicon import (
    PARTICLES,
)
from store.wire.sheet import Mark, Sheet, slug


@dataclass(slots=True)
class Someone:
    """One person of the text with every place where the text names them."""

    entity: Entity
    folds: tuple[str, ...]
    marks: list[Mark] = field(default_factory=list)


def mark_persons(sheet: Sheet) -> list[Someone]:
    """Mark every person named in full, then by a short form; return them in the order of the text."""
    people: dict[tuple[str, ...], Someone] = {}
    for index, line in enumerate(sheet.lines):
        if line.number != HEADLINE and not line.shouts:
            for run in full_names(sheet, index):
                _join(sheet, people, run)
    for index in range(len(sheet.lines)):
        _mark_short_forms(sheet, people, index)
    someone = [p for p in people.values() if p.marks]
    for person in someone:
        person.marks.sort(key=lambda m: (m.line, m.start))
    return sorted(someone, key=lambda p: (p.marks[0].line, p.marks[0].start))


def _join(sheet: Sheet, people: dict[tuple[str, ...], Someone], run: Run) -> None:
    """Add a full name to the person it names, who may have been named in another form."""
    line = sheet.lines[run.line]
    folds = tuple([f for f in line.folds[run.start : run.end] if f not in INSIDE])
    someone = people.get(folds) or _same_person(people, folds)
    if someone is None:
        entity = _entity(sheet, run, folds)
        someone = next((p for p in people.values() if p.entity.id == entity.id), None) or Someone(
            entity, folds
        )
        people[folds] = someone
    mark = Mark(run.line, run.start, run.end, someone.entity.id)
    if sheet.claim(mark, someone.entity):
        someone.marks.append(mark)


def _same_person(people: dict[tuple[str, ...], Someone], folds: tuple[str, ...]) -> Someone | None:
    """Return the person whose longer name has all these words in their order."""
    for key, someone in people.items():
        if len(key) > len(folds) > 1 and (key[: len(folds)] == folds or key[-len(folds) :] == folds):
            return someone
    return None


def _entity(sheet: Sheet, run: Run, folds: tuple[str, ...]) -> Entity:
    line, gazetteer = sheet.lines[run.line], sheet.gazetteer
    name = line.slice(run.start, run.end)
    for span in sheet.known[run.line]:
        if span.start == run.start and span.end == run.end and span.of("person"):
            person = gazetteer.people[span.of("person")[0].id]
            return Entity(person.id, "person", name, None, person.country)
    return Entity(f"person:?-{slug(' '.join(folds))}", "person", name, None, None, confirmed=False)


def _mark_short_forms(sheet: Sheet, people: dict[tuple[str, ...], Someone], index: int) -> None:
    """Mark in one line every short form and, in a headline, every full name of the people of the text."""
    line = sheet.lines[index]
    short = _short_forms(people)
    for at, folded in enumerate(line.folds):
        if sheet.at(index, at) is not None or not line.words[at][0].isupper():
            continue
        for key, someone in people.items():
            if folded == key[0] and line.folds[at : at + len(key)] == key:
                _claim(sheet, someone, index, at, at + len(key))
                break
        else:
            bearer = short.get(folded)
            if bearer is not None and _stands_alone(sheet, index, at):
                _claim(sheet, bearer, index, at, at + 1)


def _claim(sheet: Sheet, someone: Someone, index: int, start: int, end: int) -> None:
    mark = Mark(index, start, end, someone.entity.id)
    if not is_thing(sheet.lines[index], start, end) and sheet.claim(mark, someone.entity):
        someone.marks.append(mark)


def _stands_alone(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether one capitalised word is no part of a longer name that nobody has read."""
    line = sheet.lines[index]
    if sheet.is_named(index, at, "place", "demonym"):
        return False
    following = line.words[at + 1] if at + 1 < len(line.words) else ""
    glued = following == "-" and line.starts[at + 1] == line.ends[at]
    if glued:
        return False
    if line.number in (HEADLINE, CAPTION):
        return True
    before = line.words[at - 1] if at else ""
    lone_before = (
        not before[:1].isupper() or line.folds[at - 1] in TITLES or sheet.at(index, at - 1) is not None
    )
    sentence_start = at == 1 or (at > 1 and line.words[at - 2] in ".!?")
    return (lone_before or sentence_start) and not (
        following[:1].isupper() and sheet.at(index, at + 1) is None
    )


def _short_forms(people: dict[tuple[str, ...], Someone]) -> dict[str, Someone]:
    """Return the single words that mean one person of the text: last words, or first ones of some."""
    found: dict[str, list[Someone]] = {}
    for key, someone in people.items():
        for word in _short_words(key, someone.entity.country):
            if len(word) > 1 and someone not in found.setdefault(word, []):
                found[word].append(someone)
    return {word: bearers[0] for word, bearers in found.items() if len(bearers) == 1}


def _short_words(key: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Return the words by which a person of a country is called for short."""
    words = tuple([w for w in key if w not in PARTICLES])
    if country == "VN":
        return words[-1:]
    if country in ("CN", "KR", "KP", "TW"):
        return words[:1]
    if country == "MM":
        return ()
    if country is None or country in ("KH", "LA", "JP", "MN", "HU", "SG"):
        return (words[0], words[-1])
    return words[-1:]
