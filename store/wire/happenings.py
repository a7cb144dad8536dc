"""Happenings: arrests, coups, visits and the like, whose days are known, as clues to a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple

from store.wire.clues import Clue, Passages, one_of
from store.wire.committees import said_held
from store.wire.gazetteer import Gazetteer
from store.wire.happened import happened
from store.wire.names import Named
from store.wire.records import Happening
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set
from store.wire.travels import VISITS, is_there

_STEPS: Final = word_set("step steps stepped stepping")
_DOWN: Final = (("down",), ("aside",))

_NO_LEAVING: Final = (("party",), ("-",), ("'s",), ("wing",), ("bloc",), ("front",), ("alliance",))
"""What stands behind `left` where it is a side: `former Left Party firebrand NAME`."""

_BEHIND: Final = 15
_ITS_OWN: Final = 2
_AHEAD: Final = 7
"""So many tokens stand between a word and whom it befell."""

_INSTEAD: Final = word_set(
    "succeed succeeds succeeded succeeding replace replaces replaced replacing against over beat beats "
    "beating defeat defeats defeated defeating"
)
"""What stands before whom somebody else came after or won against: `won the contest to succeed NAME`."""

_HANDED: Final = word_set("handed hands handing turned")
_APPOSED: Final = (("party", ","), ("movement", ","), ("force", ","))
"""What stands before `the` and the name of what is founded: `launched a new party, the NAME`."""

_OWN: Final = (("his",), ("her",), ("its",), ("their",), ("the",))
"""What stands before the office of who is named behind a comma: `sacked his deputy, NAME`."""

_THEIRS: Final = word_set(
    "friend friends aide aides ally allies supporter supporters follower followers son daughter brother "
    "sister wife husband lawyer lawyers critic critics rival rivals opponent opponents adviser advisers "
    "associate associates loyalist loyalists relative relatives member members leader leaders lawmaker "
    "lawmakers activist activists official officials minister ministers bodyguard spokesman"
)
"""Who is somebody's: `a friend of NAME was arrested` tells nothing of NAME."""

_TITLED: Final = 4
"""So many words of title stand at most between `of` and a name."""

_HEADS: Final = word_set(
    "president minister leader chief chairman chairwoman chair head secretary king prime"
)


def happening_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the happenings that a text tells of say about its year."""
    known, said = _befallen(named, gazetteer)
    lines = [passages.lines[n] for n in passages.texts if n in passages.lines] if known else ()
    for line in [line for line in lines if not said.isdisjoint(line.vocabulary)]:
        there = not VISITS.isdisjoint(line.vocabulary)
        alike: dict[tuple[Set[str], str], list[Clue]] = {}
        for happening in known:
            may_be = there or not happening.is_visit
            if not may_be or any([words.isdisjoint(line.vocabulary) for words in happening.words]):
                continue
            for clue in _told(happening, line, passages.texts[line.number], named):
                alike.setdefault((happening.who, clue.quote), []).append(clue)
        for same in alike.values():
            several = len({clue.near for clue in same}) > 1
            yield from one_of(same) if several else same


class _Fate(NamedTuple):
    """What befell somebody, numbered, by each word that may tell of it."""

    words: frozenset[str]
    by_word: Mapping[str, Sequence[tuple[int, Happening]]]


def _befallen(named: Named, gazetteer: Gazetteer) -> tuple[list[Happening], Set[str]]:
    """Return what befell those whom a text names and may be told in it, in order, and the words for it."""
    keys: set[str | None] = {entity.country for entity in named.entities}
    ids = [entity.id for entity in named.entities]
    keys.update(ids, [key.replace(":?-", ":", 1) for key in ids if ":?-" in key])
    fates, found, said = _fates(gazetteer), dict[int, Happening](), set[str]()
    for words, by_word in [fates[key] for key in keys if key in fates]:
        for word in words & named.vocabulary:
            if told := [each for each in by_word[word] if each[1].who <= keys]:
                found.update(told)
                said.add(word)
    return [found[number] for number in sorted(found)], said


@lru_cache(maxsize=4)
def _fates(gazetteer: Gazetteer) -> Mapping[str | None, _Fate]:
    """Return the happenings by one of those whom each befell, best a person."""
    found: dict[str | None, dict[str, list[tuple[int, Happening]]]] = {}
    for number, happening in enumerate(gazetteer.chronicle.happenings):
        by_word = found.setdefault(max(happening.who, key=lambda who: (":" in who, who)), {})
        for word in happening.words[0]:
            by_word.setdefault(word, []).append((number, happening))
    return {key: _Fate(frozenset(by_word), by_word) for key, by_word in found.items()}


def _told(happening: Happening, line: Line, text: str, named: Named) -> Iterator[Clue]:
    """Yield what each sentence says that tells of a happening and names those whom it befell."""
    wanted = {key for key in happening.who if ":" in key}
    said, *others = happening.words
    places = line.among(said)
    for begin, end in line.sentences():
        own = [at for at in places if begin <= at < end]
        if not own or (others and any([words.isdisjoint(line.folds[begin:end]) for words in others])):
            continue
        marks = [m for m in named.marks.get(line.number, ()) if begin <= m.start < end]
        people = [mark for mark in marks if mark.kind in ("person", "party")]
        at = _at(happening, line.folds, (begin, end), own, people, wanted)
        if at is None or _is_elsewhere(happening, marks, named):
            continue
        left = text[line.starts[begin] : line.starts[at]]
        right = text[line.end(at) : line.end(end - 1)]
        if when := happened(happening, line.folds[at], left, right, line.number):
            quote = text[line.starts[at] : line.end(at)]
            says = f"{happening.name}, {said_held(happening.held).removeprefix('held ')}"
            told = ("milestone", quote, line.number, says, when.earliest, when.latest, when.weight, when.near)
            yield Clue(*told, happening.name, happening.source, reach=when.reach)


def _is_elsewhere(happening: Happening, marks: Sequence[Mark], named: Named) -> bool:
    """Tell whether a sentence names places, and none of a country where it happened."""
    lands = {key for key in happening.who if ":" not in key}
    named_there = {mark.entity for mark in marks if mark.kind == "place"} if lands else set()
    return bool(named_there) and not any([e.country in lands for e in named.entities if e.id in named_there])


def _at(
    happening: Happening,
    folds: Sequence[str],
    sentence: tuple[int, int],
    places: Sequence[int],
    marks: Sequence[Mark],
    wanted: Set[str],
) -> int | None:
    """Return the first word of a sentence that tells of a happening of those who are named around it.

    Args:
        places: Where such words stand in it.
    """
    if wanted and not wanted <= {_known_id(mark.entity) for mark in marks}:
        return None
    if happening.is_visit:
        if VISITS.isdisjoint(folds[slice(*sentence)]):
            return None
        return next((at for at in places if is_there(folds, sentence[0], at)), None)
    for at in places:
        if folds[at] == "left" and folds[at + 1 : at + 2] in _NO_LEAVING:
            continue
        if folds[at] in _STEPS and folds[at + 1 : at + 2] not in _DOWN:
            continue
        strangers = _THEIRS.difference(*happening.words)  # a party's members may be who votes
        beside = {_known_id(mark.entity) for mark in marks if _befell(mark, at, folds, marks, strangers)}
        if not wanted or wanted & beside:
            return at
    return None


def _known_id(key: str) -> str:
    return key.replace(":?-", ":", 1)


def _befell(mark: Mark, at: int, folds: Sequence[str], marks: Sequence[Mark], strangers: Set[str]) -> bool:
    """Tell whether what a word says befell somebody: `the arrest of NAME`, `NAME, who fled`.

    Args:
        strangers: Of whom NAME only says whose they are.
    """
    if mark.end <= at and _is_own_deed(folds, mark.end, at):
        return False
    if mark.end <= at:
        between = [other for other in marks if mark.end <= other.start < at and other.kind == mark.kind]
        far = _ITS_OWN if folds[mark.end] == "'s" else _BEHIND
        return at - mark.end <= far and not between and not _is_of_another(folds, mark.start, strangers)
    if at and folds[at].endswith("ed") and folds[at - 1] in _OF_OLD and folds[at + 1] != "of":
        return False
    gap = folds[at + 1 : mark.start]
    gap = gap[1:] if gap[:1] == ("of",) else gap
    if gap[:1] == ("over",) and folds[at] in _HANDED:
        gap = gap[1:]
    elif gap[-3:-1] in _APPOSED:
        gap = gap[:-3]
    elif gap[-1:] == (",",) and gap[:1] in _OWN:
        gap = gap[:-1]
    if not _INSTEAD.isdisjoint(gap):
        return False
    plain = [
        word for before, word in zip(("", *gap), gap, strict=False) if word == "of" and before not in _HEADS
    ]
    return len(gap) <= _AHEAD and not plain and "," not in gap and _is_own_title(gap)


_OF_OLD: Final = word_set("the a an now his her its their")
"""What makes of a deed what somebody is called by: `members of the dissolved PARTY`."""


def _is_own_deed(folds: Sequence[str], end: int, at: int) -> bool:
    """Tell whether somebody whose name ends before a word does to others what befalls people by others."""
    if not _PASSIVE.isdisjoint(folds[max(end, at - 3) : at]):
        return False
    return folds[at] in _CHOSEN or (folds[at] in _DONE_TO and folds[at + 1 : at + 2] in _OBJECTS)


_CHOSEN: Final = word_set("nominated nominate crowned made named")
_DONE_TO: Final = word_set(
    "sacked fired dismissed expelled arrested detained ousted toppled deposed jailed removed suspended"
)
"""What befalls nobody who does it himself: `NAME nominated a judge`, `NAME sacked his deputy`."""

_OBJECTS: Final = (("his",), ("her",), ("its",), ("their",), ("the",), ("a",), ("an",), ("two",), ("three",))
_PASSIVE: Final = word_set("was were is been being be")


def _is_own_title(gap: Sequence[str]) -> bool:
    """Tell whether what is somebody's in these words is the office of who is named behind them."""
    owned = [after for word, after in zip(gap, (*gap[1:], ""), strict=False) if word == "'s"]
    return all([word in _HEADS for word in owned])


def _is_of_another(folds: Sequence[str], start: int, strangers: Set[str]) -> bool:
    """Tell whether a name only says whose the subject of a sentence is."""
    before = folds[max(start - _TITLED - 2, 0) : start]
    at = next((i for i in range(len(before) - 1, 0, -1) if before[i] in ("of", "to")), 0)
    return at > 0 and before[at - 1] in strangers
