"""Rarer words: offices told by what no other room reads, asked for people who have none else."""

from __future__ import annotations

from typing import Final

from store.wire.clauses import becoming, office_of_clause
from store.wire.lexicon import CALLINGS, PLURAL_HEADS
from store.wire.offices import Office, without_honorifics
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import MOST, is_office, short_office_end
from store.wire.tokens import Line, word_set


def rarer_offices(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the offices of `PARTY, founded by NAME`, `said NAME, a fishmonger`, and others."""
    line, end = sheet.lines[mark.line], mark.end
    begin = without_honorifics(line, mark.start)
    before = line.folds[begin - 1] if begin else ""
    following = line.folds[end] if end < len(line.folds) else ""
    if before == "charge" and line.folds[begin - 3 : begin - 1] == ("in", "-") and begin > 3:
        return [Office(mark.line, begin - 4, begin)]
    if before == "by":
        return _founder(sheet, mark, begin - 1)
    if following == "of" and not PLURAL_HEADS.keys().isdisjoint(line.vocabulary):
        return _one_of_several(sheet, mark)
    if following == "'s":
        return _term(sheet, mark)
    if following == ",":
        return _behind(sheet, mark, before)
    return []


_FOUNDED: Final = word_set("founded established formed created launched")


def _founder(sheet: Sheet, mark: Mark, by: int) -> list[Office]:
    """Return the office of `the PARTY was founded in 1923 by NAME`."""
    line = sheet.lines[mark.line]
    founded = next((at for at in range(by - 1, max(0, by - 6), -1) if line.folds[at] in _FOUNDED), 0)
    if not founded or any([mark is not None for mark in sheet.taken[mark.line][founded:by]]):
        return []
    begin = sheet.sentence(mark.line, founded)[0]
    named = sheet.marks(mark.line, begin, founded)
    if not named or named[-1].kind != "party":
        return []
    between = line.folds[named[-1].end : founded]
    if len(between) > 5 or not _WAS.issuperset([f for f in between if f.isalpha()]):
        return []
    return [Office(mark.line, named[-1].start, named[-1].end, "founder of the ")]


_WAS: Final = word_set("was which is itself first")


def _one_of_several(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the office of `the party presidents, NAME of PARTY and NAME of PARTY`."""
    line, taken, at = sheet.lines[mark.line], sheet.taken[mark.line], mark.start
    owner = taken[mark.end + 1 + (line.folds[mark.end + 1 : mark.end + 2] == ("the",))]
    if owner is None or owner.kind not in ("party", "place"):
        return []
    floor = max(1, at - 2 * MOST)
    while at > floor and line.words[at - 1] != ",":
        at -= 1
        if line.folds[at] == "and" and taken[at - 1] is not None:
            before = [m for m in sheet.marks(mark.line, floor, at) if m.kind == "person"]
            if not before:
                return []
            at = before[-1].start
    head = at - 2
    if head < 0 or line.words[at - 1] != ",":
        return []
    one = PLURAL_HEADS.get(line.folds[head])
    if line.folds[max(0, head - 2) : head + 1] == ("secretaries", "-", "general"):
        one = "secretary-general"
    if one is None:
        return []
    return [Office(mark.line, owner.start, owner.end, f"{one} of ")]


_TERMS: Final = word_set(
    "term tenure stint time years election reelection appointment nomination resignation inauguration spell"
)


def _term(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the office of `NAME's third term as prime minister`."""
    line = sheet.lines[mark.line]
    ahead = line.folds[mark.end : mark.end + 9]
    if "as" not in ahead or _TERMS.isdisjoint(ahead[: ahead.index("as")]):
        return []
    start = mark.end + ahead.index("as") + 1
    start += line.folds[start : start + 1] in (("the",), ("a",))
    end = short_office_end(sheet, mark.line, start)
    return [Office(mark.line, start, end)] if is_office(sheet, mark.line, start, end) else []


def _behind(sheet: Sheet, mark: Mark, before: str) -> list[Office]:
    """Return the office of `NAME, the Socialist who was president`, and others behind a comma."""
    line, at = sheet.lines[mark.line], mark.end + 1
    folds = line.folds
    if folds[at : at + 1] == ("who",):
        return _second_verb(sheet, mark.line, at + 1)
    if folds[at : at + 1] in _ONE:
        who = next((i for i in range(at + 2, min(at + 5, len(folds))) if folds[i] == "who"), 0)
        if who and not any([line.words[i] in ",.;" for i in range(at, who)]):
            return office_of_clause(sheet, mark.line, who + 1)
    if folds[at : at + 1] == ("a",) and before in _SAID:
        return _calling(line, mark.line, at + 1)
    return _in_charge(line, mark.line, at) if "charge" in line.vocabulary else []


_ONE: Final = (("the",), ("a",), ("an",))
_SAID: Final = word_set("said says added told recalled asked shouted")


def _second_verb(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office of `who led two coups and was later elected prime minister`."""
    line = sheet.lines[index]
    for verb in range(at + 1, min(at + MOST, len(line.words))):
        if line.words[verb] in ".;,":
            break
        if line.folds[verb - 1] == "and" and line.folds[verb] in _BECAME:
            return becoming(sheet, index, verb, clause=True)
    return []


_BECAME: Final = word_set("was is became later remains")


def _calling(line: Line, index: int, at: int) -> list[Office]:
    """Return the calling of `said NAME, a retired fishmonger.`, in small letters up to a stop."""
    end = at
    while end < len(line.words) and line.words[end].isalpha() and line.folds[end] not in _STOPS:
        if not line.words[end].islower():
            return []
        end += 1
    if not 0 < end - at < 5:
        return []
    last = line.folds[end - 1]
    if last in CALLINGS or (last.endswith(_WORKING) and last not in _NO_CALLINGS):
        return [Office(index, at, end)]
    return []


_STOPS: Final = word_set("from who in at of with whose for and on after by")
_WORKING: Final = ("er", "or", "ist", "ian", "monger", "man", "woman", "keeper", "eer", "ess", "smith", "ent")
"""How the words end that say what somebody does for a living."""

_NO_CALLINGS: Final = word_set(
    "later earlier over under other rather number order matter winter summer letter paper river corner "
    "quarter moment event comment statement front argument document agreement sweater finger mirror error "
    "floor door colour color human german list mist success process address business darkness illness fist "
    "twist water weather year teenager member newspaper tear ear hour per ever never answer offer "
    "favor favour"
)


def _in_charge(line: Line, index: int, at: int) -> list[Office]:
    """Return the office of `NAME, the PARTY in-charge for the state,`."""
    at += line.folds[at] == "the"
    end = next((i for i in range(at, min(at + MOST, len(line.words))) if line.words[i] in ",.;"), at)
    charge = line.folds.index("charge")
    told = at < charge < end and line.folds[charge - 2 : charge] == ("in", "-")
    return [Office(index, at, end)] if told else []
