"""Persons: capitalised runs that are names, and the short forms that join them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from store.article import CAPTION, HEADLINE, Entity
from store.wire.lexicon import (
    DOTTED,
    HONORIFICS,
    NOT_PERSONS,
    OFFICE_HEADS,
    OFFICE_WORDS,
    PARTICLES,
    SPEECH,
    TIMES,
)
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set
from store.wire.trie import Span

_LOCATIVE: Final = word_set("in at near outside across around within inside")
_AREA: Final = word_set(
    "province city district commune village town county region republic gulf bay sea port island street"
)
_TITLES: Final = HONORIFICS | OFFICE_WORDS
_INSIDE: Final = frozenset("-'.")
_THINGS_AFTER: Final = word_set(
    "thought thoughts doctrine ideology mausoleum academy museum city square trail prize award university "
    "airport campaign street bridge foundation institute era highway stadium order medal school house "
    "museum's memorial"
)
"""What makes a thing of the name before it: `Ho Chi Minh's thought`."""


@dataclass(slots=True)
class Run:
    """A stretch of tokens that reads as a personal name."""

    line: int
    start: int
    end: int
    trusted: bool
    """Whether a title, a verb or the gazetteer speaks for it."""


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
            for run in _runs(sheet, index):
                _join(sheet, people, run)
    for index in range(len(sheet.lines)):
        _mark_short_forms(sheet, people, index)
    someone = [p for p in people.values() if p.marks]
    for person in someone:
        person.marks.sort(key=lambda m: (m.line, m.start))
    return sorted(someone, key=lambda p: (p.marks[0].line, p.marks[0].start))


def _runs(sheet: Sheet, index: int) -> list[Run]:
    """Return the full names of a line."""
    line, found = sheet.lines[index], []
    known = {s.start: s for s in sheet.known[index] if s.of("person")}
    at, count = 0, len(line.words)
    while at < count:
        word = line.words[at]
        if not (word[0].isupper() and sheet.at(index, at) is None):
            at += 1
            continue
        end = _run_end(sheet, index, at)
        run = _name_in(sheet, index, at, end, known)
        if run is not None:
            found.append(run)
        at = max(end, at + 1, run.end if run else 0)
    return found


def _run_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where the capitalised words end, initials, particles and hyphens included."""
    line = sheet.lines[index]
    words, folds, at, count = line.words, line.folds, start + 1, len(line.words)
    while at < count and sheet.at(index, at) is None:
        word = words[at]
        glued = line.starts[at] == line.ends[at - 1]
        if word[0].isupper() or (
            word == "." and glued and (len(words[at - 1]) == 1 or folds[at - 1] in HONORIFICS)
        ):
            at += 1
        elif word in ("-", "'") and glued and at + 1 < count and line.starts[at + 1] == line.ends[at]:
            at += 1
            if not words[at][0].isalpha():
                return at - 1
            at += 1
        elif folds[at] in PARTICLES and at + 1 < count and _capital_ahead(words, folds, at + 1):
            at += 1
        else:
            break
    return at


def _capital_ahead(words: tuple[str, ...], folds: tuple[str, ...], at: int) -> bool:
    following = at + 1 if folds[at] in PARTICLES and at + 1 < len(words) else at
    return words[following][0].isupper()


def _name_in(sheet: Sheet, index: int, start: int, end: int, known: Mapping[int, Span]) -> Run | None:
    """Return the name inside a capitalised run: what follows its last title, if it reads as one."""
    line = sheet.lines[index]
    first = start
    for at in range(start, end):
        if at in known:
            break
        if line.folds[at] in _TITLES and (
            line.folds[at] not in DOTTED or line.words[at + 1 : at + 2] == (".",)
        ):
            first = at + 1
    titled = first > start or _titled_before(sheet, index, first)
    while first < end and line.words[first] in _INSIDE:
        first += 1
    while first < end and (line.folds[first] in NOT_PERSONS or line.folds[first] in TIMES):
        first += 1
    last = end
    while last > first and line.words[last - 1] in ("'", "-"):
        last -= 1
    parts = [f for f in line.folds[first:last] if f not in _INSIDE]
    if len(parts) < 2 or len(parts) > 7 or any([p in NOT_PERSONS or p in TIMES for p in parts]):
        return None
    if any([any(c.isdigit() for c in p) for p in parts]) or sum([len(p) > 1 for p in parts]) < 1:
        return None
    if any([_is_place(sheet, index, at) for at in range(first, last)]) and first not in known:
        return None
    if _is_thing(line, first, last):
        return None
    trusted = titled or first in known or _speaks(line, last)
    return Run(index, first, last, trusted) if trusted or _reads_as_name(line, first, last) else None


def _titled_before(sheet: Sheet, index: int, first: int) -> bool:
    """Tell whether an office or the body of one stands right before a token."""
    if first == 0:
        return False
    line, mark = sheet.lines[index], sheet.at(index, first - 1)
    if mark is not None:
        return mark.kind in ("org", "party")
    return line.folds[first - 1] in OFFICE_HEADS or line.folds[first - 1] in HONORIFICS


def _speaks(line: Line, end: int) -> bool:
    """Tell whether a verb of persons or an apposition follows."""
    following = line.folds[end] if end < len(line.folds) else ""
    if following in SPEECH or following == "who":
        return True
    if following == "," and end + 2 < len(line.folds):
        ahead = line.folds[end + 1 : end + 6]
        return ahead[0] == "who" or any([f in OFFICE_HEADS for f in ahead])
    return False


def _is_thing(line: Line, start: int, end: int) -> bool:
    """Tell whether a doctrine, building or street bears the name."""
    ahead = line.folds[end : end + 3]
    if ahead[:1] == ("'s",):
        ahead = ahead[1:]
    return any([f in _THINGS_AFTER for f in ahead[:1]]) or (
        "ho chi minh" in " ".join(line.folds[start:end]) and ahead[:2] == ("national", "academy")
    )


def _reads_as_name(line: Line, start: int, end: int) -> bool:
    """Tell whether a run that nothing speaks for still reads as a person's name."""
    before = line.folds[start - 1] if start else ""
    if (
        before in _LOCATIVE
        or before in ("the", "a", "an")
        or (before == "of" and start > 1 and line.folds[start - 2] in _AREA)
    ):
        return False
    if any([w.isupper() and len(w) > 3 for w in line.words[start:end]]) and not any(
        [w[1:].islower() for w in line.words[start:end]]
    ):
        return False
    following = line.words[end] if end < len(line.words) else ""
    return following not in ("”", '"') or end - start < 4


def _is_place(sheet: Sheet, index: int, token: int) -> bool:
    return any([s.start <= token < s.end and (s.of("place") or s.of("demonym")) for s in sheet.known[index]])


def _join(sheet: Sheet, people: dict[tuple[str, ...], Someone], run: Run) -> None:
    """Add a full name to the person it names, who may have been named in another form."""
    line = sheet.lines[run.line]
    folds = tuple([f for f in line.folds[run.start : run.end] if f not in _INSIDE])
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
    if not _is_thing(sheet.lines[index], start, end) and sheet.claim(mark, someone.entity):
        someone.marks.append(mark)


def _stands_alone(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether one capitalised word is no part of a longer name that nobody has read."""
    line = sheet.lines[index]
    if _is_place(sheet, index, at):
        return False
    following = line.words[at + 1] if at + 1 < len(line.words) else ""
    glued = following == "-" and line.starts[at + 1] == line.ends[at]
    if glued:
        return False
    if line.number in (HEADLINE, CAPTION):
        return True
    before = line.words[at - 1] if at else ""
    lone_before = (
        not before[:1].isupper() or line.folds[at - 1] in _TITLES or sheet.at(index, at - 1) is not None
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
