"""Encounters: how a sentence says that two sides met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from store.wire.meeting_words import DEALS, DONE_FOR, DONE_TO, DONE_WITH, EVENTS, NOUNS, PASSIVE, Sort, Verb
from store.wire.tokens import Line, word_set

_TOGETHER: Final = word_set("met meets")
"""Verbs with an object that two sides may be the subject of, too."""

_MODIFIERS: Final = word_set(
    "virtual online video phone telephone bilateral working joint official closed-door high-level face- "
    "to-face courtesy brief separate private first second third teleconference - level face closed door "
    "annual theoretical theory candid friendly lunch dinner breakfast luncheon one coalition lengthy fresh "
    "trilateral three way cordial intensive two hour long marathon press"
)
_TOLD_IN_KIND: Final = word_set("virtual online video phone telephone bilateral working joint courtesy")
_BY_WIRE: Final = word_set("phone telephone call")
_HELD: Final = word_set("held had hold holds holding hosted have has having")
_ARTICLES: Final = word_set("a an the their his her its")
_IN: Final = word_set("at during in after following")
_LOCKED: Final = word_set("locked been were engaged are")
_DONE_BY: Final = word_set("held hosted organised organized chaired signed inked initialled arranged run")
_PLANNED: Final = word_set(
    "will would shall should may might could can expected scheduled due plan plans planned planning "
    "upcoming forthcoming invite invited inviting hopes hoped wants want wanted wish wished if ahead "
    "before not never declined refused cancelled canceled postponed denied without intends intend seek "
    "sought suggested tomorrow requested ready agree refuses denies rejects rejected ruled nor neither "
    "unless cannot didn wouldn won forward proposed proposes proposing propose urged offered demanded "
    "asked possible possibly hope let unable failed fails willing willingness must hoping seeking"
)
"""Words before an encounter that make it a plan, a wish or a denial."""

_NOT_NOW: Final = _PLANNED - word_set("could not failed unable before agree")
"""The same of a meeting at which something failed."""

_PUT_OFF: Final = word_set("scheduled due planned cancelled canceled postponed slated tomorrow")
_RECALLED: Final = word_set("recalled recalling recalls previously formerly remembered once")
_OPEN: Final = word_set("that to said ; : who which but says")
"""Words that nothing reaches over."""

_SHORT: Final = 7
_LONG: Final = 20
_MEETING: Final = (("meeting",), ("session",), ("talks",), ("meetings",))
"""What stands behind the noun of a `lunch meeting`, a `dialogue session`."""

_TIES: Final = DEALS | word_set("relations ties links friendship cooperation talks border row feud war")
"""What may be discussed that is had with somebody who was not there."""

_WRITTEN: Final = word_set("letter message telegram statement note cable tweet post")
_CO: Final = ("co", "-")

CUES: Final = frozenset((*DONE_TO, *DONE_WITH, *DONE_FOR, *NOUNS, *_DONE_BY)) | word_set(
    "called call calls chaired brought"
)
"""Words without one of which no sentence tells of an encounter."""


class Encounter(NamedTuple):
    """The words of a sentence that say two sides met."""

    start: int
    end: int
    kind: str
    """In words for the reader: `virtual conference`, `phone call`."""
    sort: Sort
    directed: bool
    """Whether the other side follows: `met X`, `talks with X`."""
    together: bool
    """Whether both sides may stand before: `X and Y held talks`."""
    between: bool
    """Whether both sides follow: `talks between X and Y`, `signed by X and Y`."""


def encounters(line: Line, begin: int, end: int) -> Iterator[Encounter]:
    """Yield what a sentence tells of encounters that took place."""
    folds = line.folds
    for at in [i for i in range(begin, end) if folds[i] in CUES]:
        for found in _at(line, at, begin, end):
            if not (_is_planned(line, found, begin, end) or _is_long_ago(line, found, begin, end)):
                yield found


def _at(line: Line, at: int, begin: int, end: int) -> Iterator[Encounter]:
    """Yield the encounters that one word may tell of."""
    folds = line.folds
    folded = folds[at]
    joint = folds[max(begin, at - 2) : at] == _CO
    if folded in DONE_FOR and (given := _given(line, at, end)):
        yield given
        return
    if folded in ("called", "call", "calls") and folds[at + 1 : at + 2] == ("on",):
        yield Encounter(at, at + 2, "meeting", "meeting", True, False, False)
    elif folded == "brought" and "together" in folds[at : at + 2]:
        yield Encounter(at, at + 2, "meeting", "meeting", False, False, True)
    elif joint and folded in ("chaired", "hosted", "organised", "organized", "sponsored"):
        yield _chaired(line, at, end)
        return
    elif folded in DONE_TO and (met := _to(line, at, begin, end)):
        yield met
    elif folded == "called" and _is_phoned(folds[at + 1 : min(at + _LONG, end)]):
        yield Encounter(at, at + 1, "phone call", "call", True, False, False)
    if folded in _DONE_BY and (by := _ahead(line, at + 1, end, "by")) and _is_event(line, at, begin):
        yield Encounter(at, by + 1, _done_by(line, begin, at), _sort(folded), False, False, True)
    elif folded in DONE_WITH:
        yield from _with(line, at, end)
    if folded in NOUNS and (noun := _noun(line, at, begin, end)):
        yield noun


def _sort(folded: str) -> Sort:
    return "signing" if folded in ("signed", "inked", "initialled") else "meeting"


def _done_by(line: Line, begin: int, at: int) -> str:
    """Return what to call what was done `by X and Y`: a signing, or the event by its noun."""
    if _sort(line.folds[at]) == "signing":
        return "signing"
    found = [f for f in line.folds[max(begin, at - _LONG) : at] if f in EVENTS or f in DEALS or f in NOUNS]
    return found[-1] if found else "meeting"


def _is_event(line: Line, at: int, begin: int) -> bool:
    """Tell whether what was held or signed was no seats and no office."""
    before = line.folds[max(begin, at - _LONG) : at]
    return not (EVENTS.isdisjoint(before) and DEALS.isdisjoint(before) and NOUNS.isdisjoint(before))


def _given(line: Line, at: int, end: int) -> Encounter | None:
    """Return the encounter of `paid a courtesy call on X`, `hosted a reception in Hanoi for X`."""
    what, whom, kind = DONE_FOR[line.folds[at]]
    thing = next((i for i in range(at + 1, min(at + 9, end)) if line.folds[i] in what), 0)
    if not thing:
        return None
    for i in range(thing + 1, min(thing + 14, end)):
        folded = line.folds[i]
        if folded in whom and (folded != "of" or line.folds[i - 1] in ("honor", "honour")):
            return Encounter(at, i + 1, kind, "meeting", True, False, False)
        if folded in _OPEN:
            break
    return None


def _is_phoned(following: tuple[str, ...]) -> bool:
    """Tell whether `called NAME` goes on as a telephone call, not as what somebody was called."""
    if "phone" in following or "telephone" in following:
        return True
    return any([a == "to" and b in ("congratulate", "concede") for a, b in pairwise(following)])


def _to(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of a verb with an object: `met X`, `was received by X`."""
    folded = line.folds[at]
    verb = DONE_TO[folded]
    if not verb.never.isdisjoint(line.folds[at + 1 : min(at + 6, end)]):
        return None
    if folded == "told" and not _WRITTEN.isdisjoint(line.folds[begin:end]):
        return None
    by = _by_ahead(line, at, end) if folded in PASSIVE else 0
    start = by + 1 if by else at + 1 + (line.folds[at + 1 : at + 2] == ("with",))
    return Encounter(at, start, verb.kind, verb.sort, True, folded in _TOGETHER and not by, False)


def _by_ahead(line: Line, at: int, end: int) -> int:
    """Return the token of "by" in `was received in Hanoi by X`; 0 if the verb at a token is active."""
    by = _ahead(line, at + 1, end, "by")
    passive = not {"was", "were", "been", "being", "is", "are"}.isdisjoint(line.folds[max(0, at - 4) : at])
    return by if by == at + 1 or passive else 0


def _ahead(line: Line, at: int, end: int, wanted: str, limit: int = _LONG) -> int:
    """Return the token of a preposition that a verb reaches; 0 where a new clause stands before it."""
    for token in range(at, min(at + limit, end)):
        folded = line.folds[token]
        if folded == wanted:
            return token
        if folded in _OPEN:
            return 0
    return 0


def _with(line: Line, at: int, end: int) -> Iterator[Encounter]:
    """Yield the encounter of a verb with `with X`, or of one whose subject may be both sides."""
    verb = DONE_WITH[line.folds[at]]
    ahead = _ahead(line, at + 1, end, "with") or _ahead(line, at + 1, end, "across", 4)
    following = line.folds[at + 1 : min(at + verb.near, end)]
    thing = following[: ahead - at - 1] if ahead else following
    if (verb.needs and verb.needs.isdisjoint(following)) or not verb.never.isdisjoint(thing):
        return
    kind = _kind(verb, following)
    if between := _ahead(line, at + 1, end, "between", 14):
        yield Encounter(at, between + 1, kind, verb.sort, False, False, True)
        return
    if ahead and verb.kind == "talks" and line.folds[ahead - 1] in _TIES:
        return
    yield Encounter(at, ahead + 1 if ahead else at + 1, kind, verb.sort, bool(ahead), True, False)


def _kind(verb: Verb, following: tuple[str, ...]) -> str:
    """Return what to call the encounter of a verb that needs a noun: that noun, if it names a gathering."""
    if verb.needs is EVENTS:
        return next(f for f in following if f in EVENTS)
    return verb.kind


def _noun(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of a noun: held, with somebody, between two, or at which both were."""
    folds = line.folds
    start = at
    while start > begin and (folds[start - 1] in _MODIFIERS or folds[start - 2 : start] == ("-", "on")):
        start -= 1
    words = [w for w in folds[start:at] if w in _TOLD_IN_KIND]
    sort: Sort = "call" if not _BY_WIRE.isdisjoint(words) or folds[at] == "call" else "meeting"
    if (folds[at] == "call" and not words) or folds[at + 1 : at + 2] in _MEETING:
        return None
    kind = " ".join([*words, folds[at]])
    if folds[at + 1 : at + 2] == ("between",):
        return Encounter(start, at + 2, kind, sort, False, False, True)
    before = start - 1
    while before > begin and folds[before] in _ARTICLES:
        before -= 1
    held = _holding(line, before, begin)
    if not held and folds[before] == "for":
        return None
    first = before if held else start
    if ahead := _ahead(line, at + 1, end, "with", 12):
        if "," in folds[at:ahead] and not held:
            return None
        return Encounter(first, ahead + 1, kind, sort, True, held, False)
    if held:
        return Encounter(first, at + 1, kind, sort, False, True, False)
    if folds[before] in _IN and folds[at + 1 : at + 2] != ("of",):
        return Encounter(before, at + 1, kind, sort, False, True, False)
    return None


def _holding(line: Line, before: int, begin: int) -> bool:
    """Tell whether `held`, or `were locked in`, stands right before a noun or a few words ahead of it."""
    folds = line.folds
    if folds[before] in _HELD:
        return folds[before] != "hold"
    if folds[before] == "in":
        return not _LOCKED.isdisjoint(folds[max(begin, before - 3) : before])
    near = range(before, max(begin, before - 6), -1)
    return any(folds[i] in ("held", "had") and _OPEN.isdisjoint(folds[i:before]) for i in near)


def _chaired(line: Line, at: int, end: int) -> Encounter:
    """Return the encounter of `co-chaired the conference`, named by its noun."""
    ahead = range(at + 1, min(at + 7, end))
    noun = next(
        (line.folds[i] for i in ahead if line.folds[i] in NOUNS or line.folds[i] in EVENTS), "meeting"
    )
    by = _ahead(line, at + 1, end, "by")
    with_ = 0 if by else _ahead(line, at + 1, end, "with")
    last = (by or with_ or at) + 1
    return Encounter(at - 2, last, noun, "meeting", bool(with_), not by, bool(by))


def _is_planned(line: Line, found: Encounter, begin: int, end: int) -> bool:
    """Tell whether the encounter is a plan, an invitation, a wish or a denial."""
    folds = line.folds
    near = range(max(begin, found.start - _SHORT), found.start)
    before = [folds[i] for i in near if i == begin or line.words[i][0].islower()]
    after = folds[found.end : min(end, found.end + _SHORT)]
    soon = "next" in after[:3] and found.kind != "agreement"
    planned = _NOT_NOW if folds[found.start] in _IN else _PLANNED
    return soon or before[-1:] == ["to"] or not (planned.isdisjoint(before) and _PUT_OFF.isdisjoint(after))


def _is_long_ago(line: Line, found: Encounter, begin: int, end: int) -> bool:
    """Tell whether it is history, of which a speaker reminds the other, or that has its own year."""
    folds = line.folds
    near = folds[found.start : min(end, found.end + 12)]
    if "ago" in near or not _RECALLED.isdisjoint(folds[begin : found.start]):
        return True
    had = "had" in folds[max(begin, found.start - 2) : found.start]
    return (had or line.number > 0) and any(
        len(f) == 4 and f.isdecimal() and f[:2] in ("19", "20") and folds[i - 1] in _YEAR_AFTER
        for i, f in enumerate(folds[found.end : min(end, found.end + 12)], found.end)
    )


_YEAR_AFTER: Final = word_set(
    "in since of , january february march april may june july august september october november december"
)
