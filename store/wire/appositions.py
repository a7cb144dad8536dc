"""Appositions: the offices that follow a name, in commas, in a clause, or after a verb of becoming."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import OFFICE_HEADS, OFFICE_WORDS, SPEECH, TIMES, TOPICS
from store.wire.offices import Office
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import Line, word_set

_MOST: Final = 28


HOLDING: Final = {"heads": "head of ", "leads": "leader of ", "chairs": "chair of "}
"""Verbs of holding an office, and how the office is printed for them."""


_BECOMING: Final = word_set(
    "became becomes become becoming was is elected re-elected reelected appointed named"
)


_ELECTED: Final = word_set(
    "resigned serves served stepped sworn inaugurated elected re-elected reelected appointed named chose "
    "chosen"
)


_AS: Final = word_set("as also currently concurrently now the a an unopposed unanimously to be new")


_ENDS: Final = SPEECH | word_set(
    "on in at from after before when while that which during since until where but for with to by has had "
    "was were is are will would and said"
)


_WITHIN: Final = word_set(
    "of the 's and for - its their first second third fourth fifth sixth seventh eighth ninth tenth new next"
)


def offices_after(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the offices that follow a name: in commas, after "who heads", or after a verb of becoming."""
    line, at = sheet.lines[mark.line], mark.end
    folds, count = line.folds, len(line.folds)
    if at + 2 < count and line.words[at] == "(" and line.words[at + 2] == ")":
        at += 3
    if at >= count:
        return []
    if folds[at] == "(" and ")" in folds[at : at + _MOST]:
        end = folds.index(")", at)
        return [Office(mark.line, at + 1, end)] if _is_office(sheet, mark.line, at + 1, end) else []
    if folds[at] == ",":
        if folds[at + 1 : at + 2] == ("who",):
            return office_of_clause(sheet, mark.line, at + 2)
        return _appositions(sheet, mark.line, at + 1)
    if folds[at] == "who":
        return office_of_clause(sheet, mark.line, at + 1)
    if folds[at] == "of":
        return _of_body(sheet, mark.line, at + 1)
    return _becoming(sheet, mark.line, at)


def _appositions(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the stretches between commas, from a token on, that are offices."""
    found: list[Office] = []
    line = sheet.lines[index]
    while at < len(line.folds):
        joined = line.folds[at] == "and"
        while at < len(line.folds) and line.folds[at] in ("a", "an", "the", "and", "also", "currently"):
            at += 1
        end = _office_end(sheet, index, at)
        if end <= at or not _is_office(sheet, index, at, end) or (joined and _is_anothers(sheet, index, end)):
            break
        found.append(Office(index, at, end))
        if end >= len(line.folds) or line.words[end] != ",":
            break
        at = end + 1
    return found


def _is_anothers(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether `and the deputy secretary of the PARTY, NAME` goes on with the next name."""
    words, at = sheet.lines[index].words, end
    while at < min(end + 5, len(words)) and (words[at] in "(,)" or _kind_at(sheet, index, at) == "party"):
        at += 1
    return words[at - 1 : at] == (",",) and _kind_at(sheet, index, at) == "person"


def _kind_at(sheet: Sheet, index: int, at: int) -> str | None:
    mark = sheet.at(index, at)
    return mark.kind if mark else None


def _office_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where an office ends: at a comma, a stop, or a verb."""
    line, at = sheet.lines[index], start
    while at < len(line.words) and at - start < _MOST:
        mark = sheet.at(index, at)
        if mark is not None:
            if mark.kind in ("person", "event"):
                return at - 1 if at - start > 1 and line.folds[at - 1] == "and" else at
            at = mark.end
            continue
        word, folded = line.words[at], line.folds[at]
        if word in ",;.!?–—:" and not (word == "," and (_list_inside(line, at) or _of_committee(line, at))):
            break
        if word == "(" and sheet.at(index, at + 1) is None:
            break
        if folded in SPEECH and at > start:
            break
        at += 1
    return at


def _of_committee(line: Line, at: int) -> bool:
    """Tell whether a comma stands in `secretary of the C.C., WPK`, as Pyongyang prints it."""
    return at > 0 and line.words[at - 1] == "C.C."


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
        if line.folds[at] in ("of", "from", "to", "by", "with") or (
            at == start and (line.folds[at] in _ENDS or _is_doing(line.folds[at]))
        ):
            return False
        at += 1
    return False


def _is_doing(folded: str) -> bool:
    """Tell whether `, saying the commissioner ...` goes on, and no office."""
    return folded.endswith("ing") and folded not in OFFICE_WORDS and folded not in TOPICS


def office_of_clause(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office in `who heads the ...`, `who is also ...`, `who became ...`."""
    line = sheet.lines[index]
    if at >= len(line.folds):
        return []
    if line.folds[at] in HOLDING:
        end = _office_end(sheet, index, at + 1)
        return [Office(index, at, end)]
    return _becoming(sheet, index, at)


def _becoming(sheet: Sheet, index: int, at: int) -> list[Office]:
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
    return [Office(index, at, end)] if _is_title(sheet, index, at, end) else []


def _elected_before(line: Line, at: int) -> bool:
    return not _ELECTED.isdisjoint(line.folds[max(0, at - 12) : at])


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
    while last > start and line.folds[last - 1] in _TIMES_SERVED:
        last -= 1
    return last


_TIMES_SERVED: Final = word_set("first second third for the")
"""Where an office does not end: `elected chairman of the party for the third time`."""


def _is_title(sheet: Sheet, index: int, start: int, end: int) -> bool:
    line = sheet.lines[index]
    heads = [at for at in range(start, end) if line.folds[at] in OFFICE_HEADS and sheet.at(index, at) is None]
    return bool(heads) and _is_office(sheet, index, start, end)


def _of_body(sheet: Sheet, index: int, at: int) -> list[Office]:
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
    return [Office(index, at, body.end)] if body is not None and body.kind == "org" else []
