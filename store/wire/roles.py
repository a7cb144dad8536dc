"""Roles: the offices that the text gives a person, before the name, after it, or in a clause."""

from __future__ import annotations

import re
from typing import Final

from store.article import HEADLINE
from store.wire.lexicon import HONORIFICS, OFFICE_HEADS, OFFICE_WORDS, SPEECH, TIMES
from store.wire.persons import Someone
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import Line, word_set

_LINKS: Final = word_set(
    "of the for 's ' and & - ( ) , delegation group mission team ministry government cabinet board"
)
_HELD: Final = word_set("heads head leads lead chairs chair")
_HOLDING: Final = {"heads": "head of ", "leads": "leader of ", "chairs": "chair of "}
_BECOMING: Final = word_set(
    "became becomes become becoming was is elected re-elected reelected appointed named"
)
_AS: Final = word_set("as also currently concurrently now the a an unopposed unanimously to be new")
_ENDS: Final = SPEECH | word_set(
    "on in at from after before when while that which during since until where but for with to by has had "
    "was were is are will would and said"
)
_HE: Final = word_set(
    "he she official leader diplomat ambassador minister chairman president envoy politician premier"
)
_NOT_START: Final = HONORIFICS - word_set("general prince princess king queen marshal")
_MOST: Final = 28


def roles_of(sheet: Sheet, people: list[Someone]) -> dict[str, list[tuple[int, int, int]]]:
    """Return by person id the stretches (line, first token, end) of the offices that the text gives."""
    found: dict[str, list[tuple[int, int, int]]] = {p.entity.id: [] for p in people}
    for person in people:
        for mark in sorted(person.marks, key=lambda m: sheet.lines[m.line].number == HEADLINE):
            for role in (_before(sheet, mark), *_after(sheet, mark)):
                if role is not None and role[1] < role[2]:
                    found[person.entity.id].append(role)
    _clauses(sheet, people, found)
    return found


def _before(sheet: Sheet, mark: Mark) -> tuple[int, int, int] | None:
    """Return the office that stands right before a name: `Chairman of the ... Commission NAME`."""
    line = sheet.lines[mark.line]
    end = mark.start
    while end and (
        line.folds[end - 1] in _NOT_START or (line.words[end - 1] == "." and _is_short(line, end - 1))
    ):
        end -= 1
    at, start = end, end
    while at and end - at < _MOST:
        folded, word = line.folds[at - 1], line.words[at - 1]
        inside = sheet.at(mark.line, at - 1)
        if inside is not None:
            if inside.kind == "person":
                break
            at = inside.start
            continue
        if folded in TIMES or not (
            folded in OFFICE_WORDS or folded in _LINKS or _is_capital(line, at - 1, word)
        ):
            break
        if word == "," or (folded == "and" and _closes_person(sheet, mark.line, at - 1)):
            break
        at -= 1
        if folded in OFFICE_HEADS:
            start = at
    if start == end:
        return None
    return mark.line, _with_modifiers(sheet, mark.line, start, at), end


def _is_short(line: Line, dot: int) -> bool:
    return dot > 0 and (line.folds[dot - 1] in HONORIFICS)


def _is_capital(line: Line, at: int, word: str) -> bool:
    """Tell whether a word is capitalised for its own sake, not because a sentence begins."""
    return word[0].isupper() and (at > 0 and line.words[at - 1] not in ".!?")


def _closes_person(sheet: Sheet, index: int, at: int) -> bool:
    mark = sheet.at(index, at - 1)
    return mark is not None and mark.kind == "person"


def _with_modifiers(sheet: Sheet, index: int, start: int, floor: int) -> int:
    """Return where `Moroccan`, `Deputy Prime`, `CPP` before the head of an office begin."""
    line = sheet.lines[index]
    at = start
    while at > floor:
        mark = sheet.at(index, at - 1)
        folded, word = line.folds[at - 1], line.words[at - 1]
        if mark is not None and mark.kind in ("party", "org", "place"):
            at = mark.start
        elif (
            mark is None and (folded in OFFICE_WORDS or (word[0].isupper() and folded not in ("the", "a")))
        ) or (folded in ("'s", "-") and at - 1 > floor):
            at -= 1
        else:
            break
    while at < start and line.folds[at] in ("'s", "-", "the", "and", "of"):
        at += 1
    return at


def _after(sheet: Sheet, mark: Mark) -> list[tuple[int, int, int]]:
    """Return the offices that follow a name: in commas, after "who heads", or after a verb of becoming."""
    line, at = sheet.lines[mark.line], mark.end
    folds, count = line.folds, len(line.folds)
    if at + 2 < count and line.words[at] == "(" and line.words[at + 2] == ")":
        at += 3
    if at >= count:
        return []
    if folds[at] == ",":
        if folds[at + 1 : at + 2] == ("who",):
            return _who(sheet, mark.line, at + 2)
        return _appositions(sheet, mark.line, at + 1)
    if folds[at] == "who":
        return _who(sheet, mark.line, at + 1)
    if folds[at] == "of":
        return _of_body(sheet, mark.line, at + 1)
    return _becoming(sheet, mark.line, at)


def _appositions(sheet: Sheet, index: int, at: int) -> list[tuple[int, int, int]]:
    """Return the stretches between commas, from a token on, that are offices."""
    found: list[tuple[int, int, int]] = []
    line = sheet.lines[index]
    while at < len(line.folds):
        while at < len(line.folds) and line.folds[at] in ("a", "an", "the", "and", "also", "currently"):
            at += 1
        end = _office_end(sheet, index, at)
        if end <= at or not _is_office(sheet, index, at, end):
            break
        found.append((index, at, end))
        if end >= len(line.folds) or line.words[end] != ",":
            break
        at = end + 1
    return found


def _office_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where an office ends: at a comma, a stop, or a verb."""
    line, at = sheet.lines[index], start
    while at < len(line.words) and at - start < _MOST:
        mark = sheet.at(index, at)
        if mark is not None:
            if mark.kind in ("person", "event"):
                break
            at = mark.end
            continue
        word, folded = line.words[at], line.folds[at]
        if word in ",;.!?–—:" and not (word == "," and _list_inside(line, at)):
            break
        if word == "(" and sheet.at(index, at + 1) is None:
            break
        if folded in SPEECH and at > start:
            break
        at += 1
    return at


def _list_inside(line: Line, at: int) -> bool:
    """Tell whether a comma is one of `Ministry of Labour, Invalids and Social Affairs`."""
    ahead = line.words[at + 1 : at + 4]
    return (
        len(ahead) == 3
        and ahead[0][0].isupper()
        and ahead[1] == "and"
        and line.folds[at + 1] not in OFFICE_WORDS
    )


def _is_office(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a stretch begins with the words of an office and holds no person."""
    line = sheet.lines[index]
    if any([m.kind == "person" for m in sheet.marks(index, start, end)]):
        return False
    if end < len(line.words) and sheet.at(index, end) is not None and sheet.at(index, end) is not None:
        following = sheet.at(index, end)
        if following is not None and following.kind == "person":
            return False
    at = start
    while at < end and at - start < 14:
        mark = sheet.at(index, at)
        if mark is not None:
            at = mark.end
            continue
        if line.folds[at] in OFFICE_HEADS:
            return True
        if line.folds[at] in ("of", "from", "to", "by", "with") or (at == start and line.folds[at] in _ENDS):
            return False
        at += 1
    return False


def _who(sheet: Sheet, index: int, at: int) -> list[tuple[int, int, int]]:
    """Return the office in `who heads the ...`, `who is also ...`, `who became ...`."""
    line = sheet.lines[index]
    if at >= len(line.folds):
        return []
    if line.folds[at] in _HOLDING:
        end = _office_end(sheet, index, at + 1)
        return [(index, at, end)]
    return _becoming(sheet, index, at)


def _becoming(sheet: Sheet, index: int, at: int) -> list[tuple[int, int, int]]:
    """Return the office after a verb of becoming near a token: `elected ... as president of the BJP`."""
    line, found = sheet.lines[index], 0
    folds, limit = line.folds, min(at + 9, len(line.folds))
    while at < limit and line.words[at] not in ".!?,;":
        mark = sheet.at(index, at)
        if mark is not None and mark.kind == "person":
            return []
        if folds[at] in _BECOMING:
            found = at + 1
        elif folds[at] == "as" and (found or _elected_before(line, at)):
            found = at + 1
            break
        at += 1
    if not found:
        return []
    at = found
    while at < len(folds) and folds[at] in _AS:
        at += 1
    end = _short_office_end(sheet, index, at)
    return [(index, at, end)] if _is_title(sheet, index, at, end) else []


def _elected_before(line: Line, at: int) -> bool:
    return any(
        [
            f in ("elected", "re-elected", "reelected", "appointed", "named", "chose")
            for f in line.folds[max(0, at - 12) : at]
        ]
    )


def _short_office_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where an office in running text ends: at the first word that no office has."""
    line, at, last = sheet.lines[index], start, start
    while at < len(line.words) and at - start < _MOST:
        mark = sheet.at(index, at)
        if mark is not None:
            if mark.kind in ("person", "event"):
                break
            at = last = mark.end
            continue
        folded, word = line.folds[at], line.words[at]
        if folded in OFFICE_WORDS or (word[0].isupper() and folded not in TIMES):
            last = at + 1
        elif folded not in _WITHIN:
            break
        at += 1
    return last


_WITHIN: Final = word_set(
    "of the 's and for - its their first second third fourth fifth sixth seventh eighth ninth tenth new next"
)


def _is_title(sheet: Sheet, index: int, start: int, end: int) -> bool:
    line = sheet.lines[index]
    heads = [at for at in range(start, end) if line.folds[at] in OFFICE_HEADS and sheet.at(index, at) is None]
    return bool(heads) and _is_office(sheet, index, start, end)


def _of_body(sheet: Sheet, index: int, at: int) -> list[tuple[int, int, int]]:
    """Return the body in `NAME of the PARTY's organisation board`: a workplace for want of a title."""
    line = sheet.lines[index]
    while at < len(line.folds) and line.folds[at] == "the":
        at += 1
    mark = sheet.at(index, at)
    if mark is None or mark.kind != "party":
        return []
    end = mark.end
    while end < len(line.folds) and line.folds[end] in ("'s", "central", "committee"):
        end += 1
    body = sheet.at(index, end)
    return [(index, at, body.end)] if body is not None and body.kind == "org" else []


def _clauses(sheet: Sheet, people: list[Someone], found: dict[str, list[tuple[int, int, int]]]) -> None:
    """Give `The official, who is also ...` to the person named last."""
    for index, line in enumerate(sheet.lines):
        for begin, end in line.sentences():
            start = begin + (line.folds[begin] == "the")
            if (
                end - start < 6
                or line.folds[start] not in _HE
                or line.folds[start + 1 : start + 3] != (",", "who")
            ):
                continue
            person = _last_named(sheet, index, begin)
            if person in found:
                found[person] += _who(sheet, index, start + 3)


def _last_named(sheet: Sheet, index: int, before: int) -> str:
    """Return the id of the person named last before a token, here or one paragraph above; "" if none."""
    for at in (index, index - 1):
        if at < 0:
            break
        marks = [m for m in sheet.marks(at, 0, before if at == index else None) if m.kind == "person"]
        if marks:
            return marks[-1].entity
    return ""


_LETTERS: Final = re.compile(r"\s*\([A-Z][A-Za-z]{1,8}\)")


def printed(sheet: Sheet, role: tuple[int, int, int]) -> str:
    """Return an office as the text prints it, `heads X` turned into `head of X`, brackets left out."""
    index, start, end = role
    line = sheet.lines[index]
    prefix = _HOLDING.get(line.folds[start], "")
    if prefix:
        start += 1
    while start < end and not prefix and line.folds[start] in ("the", "a", "an"):
        start += 1
    return prefix + _LETTERS.sub("", line.slice(start, end)).strip(" ,")
