"""Clauses: the offices that a clause gives somebody, as `who heads ...` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.lexicon import OFFICE_WORDS, TOPICS
from store.wire.meeting_words import EVENTS, NOUNS
from store.wire.offices import Office, without_honorifics
from store.wire.sheet import Sheet
from store.wire.stretches import MOST, is_office, office_end, short_office_end
from store.wire.tokens import Line, word_set

HOLDING: Final = {
    "heads": "head of ", "leads": "leader of ", "chairs": "chair of ", "directs": "director of ",
    "governs": "governor of ", "headed": "head of ", "led": "leader of ", "chaired": "chair of ",
    "directed": "director of ", "edits": "editor of ", "commands": "commander of ", "founded": "founder of ",
}  # fmt: skip
"""Verbs of holding an office, and how the office is printed for them."""

_PRESENT: Final = word_set("heads leads chairs directs governs edits commands")

_TASKS: Final = {
    "speaks": ("for",), "attends": ("to",), "looks": ("after",), "sits": ("on", "in", "for"),
    "responsible": ("for",), "charge": ("of",), "stands": ("for",), "standing": ("for",),
    "running": ("for",), "runs": ("for", "the"), "presides": ("over",), "presided": ("over",),
}  # fmt: skip
"""Words of a task, and the small words that must follow."""

_DUTIES: Final = word_set("oversees represents handles supervises coordinates manages represented oversaw")
"""Verbs of a task that need none."""

_BECOMING: Final = word_set(
    "became becomes become becoming was is elected re-elected reelected appointed named remains remained "
    "be been made"
)
_ELECTED: Final = word_set(
    "resigned serves served stepped sworn inaugurated elected reelected appointed named chose chosen quit "
    "took takes taking taken returned acted acting running worked works picked nominated installed confirmed "
    "remains remained retain retains retained continues continued stays stayed steps resigns selected voted"
)
AS: Final = word_set("as both also currently concurrently now the a an unopposed unanimously to be new")
"""Small words before an office."""

_OBJECTS: Final = word_set(
    "group party delegation faction caucus team bloc wing branch chapter movement union department "
    "commission committee council front alliance coalition federation association league section office "
    "board institute side senate parliament assembly house cabinet government ministry"
)
"""What is led: of anything else, calls or protests, nobody is leader."""


_BEFORE_VERBS: Final = word_set("also now currently is has had long then once previously formerly earlier")


def office_of_clause(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the offices in `who heads the ...`, `who speaks for ...`, `who is also ...`."""
    line = sheet.lines[index]
    while at < len(line.folds) and line.folds[at] in _BEFORE_VERBS:
        if line.folds[at] == "is" and is_office(sheet, index, *_after_as(sheet, index, at + 1)):
            break
        at += 1
    if at >= len(line.folds):
        return []
    folded = line.folds[at]
    if folded in HOLDING:
        end = office_end(sheet, index, at + 1)
        led = folded in _PRESENT or is_led(sheet, index, at + 1, end)
        return [Office(index, at, end)] if led or (folded == "chaired" and _sits(line, at + 1, end)) else []
    if folded == "in" and line.folds[at + 1 : at + 3] == ("charge", "of"):
        return [Office(index, at, office_end(sheet, index, at))]
    following = line.folds[at + 1] if at + 1 < len(line.folds) else ""
    if folded == "co" and following == "-" and line.folds[at + 2 : at + 3] in _JOINTLY:
        end = office_end(sheet, index, at + 3)
        holding = f"co-{HOLDING[line.folds[at + 2]]}"
        return [Office(index, at + 3, end, holding)] if is_led(sheet, index, at + 3, end) else []
    if folded in _DUTIES or following in _TASKS.get(folded, ()):
        end = office_end(sheet, index, at + 1)
        if folded in _PRESIDING and is_led(sheet, index, at + 2, end):
            return [Office(index, at + 2, end, "president of ")]
        return [Office(index, at, end)] if end - at > 2 and _is_task(line, at + 1, end) else []
    if folded == "as":
        return office_at(sheet, index, at + 1)
    given = becoming(sheet, index, at, clause=True)
    return given if _PRESENT.isdisjoint(line.vocabulary) else given + _and_heads(sheet, index, at)


_JOINTLY: Final = (("chairs",), ("leads",), ("heads",), ("founded",))
_PRESIDING: Final = word_set("presides presided")
_SITTINGS: Final = word_set(
    "session meeting congress conference plenum convention sitting talks debate panel"
)


def _sits(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch is what somebody chairs for a day: `the session`, `the two-day conference`."""
    return start < end <= start + 6 and line.folds[end - 1] in _SITTINGS


def _is_task(line: Line, start: int, end: int) -> bool:
    """Tell whether a stretch names a body, a place or a field of work, and not `the fence` one sits on."""
    return any([line.words[at][0].isupper() or line.folds[at] in _FIELDS for at in range(start, end)])


_FIELDS: Final = _OBJECTS | OFFICE_WORDS | TOPICS | EVENTS | NOUNS


def _and_heads(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office in `who was ... and heads the PARTY`."""
    line = sheet.lines[index]
    for verb in range(at + 1, min(at + MOST, len(line.words))):
        if line.words[verb - 1] in ".;,":
            break
        if line.folds[verb] in _PRESENT and line.folds[verb - 1] == "and":
            return [Office(index, verb, office_end(sheet, index, verb + 1))]
    return []


def is_led(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a stretch names what has a leader: a party, a body, `the SWAPO group`."""
    line = sheet.lines[index]
    if end - start >= MOST:
        return False
    marks = filter(None, sheet.taken[index][start:end])
    named = any([mark.kind in ("party", "org") for mark in marks])
    return named or not _OBJECTS.isdisjoint(line.folds[start:end])


def _after_as(sheet: Sheet, index: int, at: int) -> tuple[int, int]:
    """Return where the office begins and ends that stands at a token, small words before it left out."""
    folds = sheet.lines[index].folds
    while at < len(folds) and folds[at] in AS:
        at += 1
    return at, short_office_end(sheet, index, at)


def office_at(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office that stands at a token, if one does, small words before it left out."""
    start, end = _after_as(sheet, index, at)
    return [Office(index, start, end)] if is_office(sheet, index, start, end) else []


def becoming(sheet: Sheet, index: int, at: int, *, clause: bool = False) -> list[Office]:
    """Return the offices after a verb of becoming near a token: `elected ... as president of the BJP`.

    In the clause of somebody's own, `who had been looking after the party as ...`, any verb will do.
    """
    folds = sheet.lines[index].folds
    if _TELLING.isdisjoint(folds[max(0, at - 3) : at + 9]):
        return []
    line, taken = sheet.lines[index], sheet.taken[index]
    limit, begin = min(at + 9, len(folds)), at
    found: list[Office] = []
    while at < limit and line.words[at] not in _STOPS:
        mark, folded = taken[at], folds[at]
        if mark is not None and mark.kind == "person":
            succeeds = folds[mark.end : mark.end + 1] == ("as",) and (
                folds[without_honorifics(line, at) - 1] in _SUCCEEDING
            )
            if clause and folds[without_honorifics(line, at) - 1] == "under":
                at = mark.end  # who serves under NAME as
                continue
            return [*found, *office_at(sheet, index, mark.end + 1)] if succeeds else found
        if folded not in _GRANTING:
            at += 1
            continue
        if (
            folded in _BECOMING
            or _is_declared(folds, at)
            or (folded == "as" and (found or clause or _elected(line, begin, at)))
        ):
            offices = office_at(sheet, index, at + 1)
            found += offices
            if offices:
                at, limit = offices[0].end, min(offices[0].end + 9, len(folds))
                continue
        elif (
            (folded in _NOUNS or folded in _POSTS)
            and folds[at + 1 : at + 2] == ("of",)
            and not _TAKING.isdisjoint(folds[begin:at])
        ):
            if folded in _POSTS:
                return [*found, *office_at(sheet, index, at + 2)]
            end = office_end(sheet, index, at + 2)
            end -= folds[end - 1] == "from"
            return [
                *found,
                *([Office(index, at + 2, end, _NOUNS[folded])] if is_led(sheet, index, at + 2, end) else []),
            ]
        at += 1
    return found


DECLARED: Final = word_set("chosen picked selected declared proclaimed confirmed voted installed designated")
"""What is done to whoever is chosen."""


def _is_declared(folds: Sequence[str], at: int) -> bool:
    """Tell whether a token is the "chosen" of `was chosen chairman`, and nobody's own verb."""
    return folds[at] in DECLARED and not _BECOMING.isdisjoint(folds[max(0, at - 2) : at])


_SUCCEEDING: Final = word_set(
    "succeed replace follow succeeds replaces succeeding replacing succeeded replaced"
)
_NOUNS: Final = {
    "leadership": "leader of ", "helm": "leader of ", "presidency": "president of ", "reins": "leader of ",
    "chairmanship": "chairman of ", "premiership": "premier of ",
}  # fmt: skip
"""What somebody takes who takes an office."""

_STOPS: Final = frozenset(".!?,;")
_POSTS: Final = word_set("post posts position job seat")
"""What is called by the office itself: `won the post of deputy president`."""

_GRANTING: Final = _BECOMING | DECLARED | _NOUNS.keys() | _POSTS | {"as"}

_TELLING: Final = _GRANTING | _SUCCEEDING
_TAKING: Final = word_set(
    "won wins took takes assumed assumes regained retained secured secures holds held has"
)


def _elected(line: Line, begin: int, at: int) -> bool:
    return not _ELECTED.isdisjoint(line.folds[max(0, begin - 12) : at])
