"""Encounters: how a sentence says that two sides met."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from store.wire.meeting_words import DEALS, DONE_FOR, DONE_TO, DONE_WITH, EVENTS, NOUNS, PASSIVE, Sort, Verb
from store.wire.phrases import PHRASES, TOGETHER, phrase, side_by_side
from store.wire.talks import BY_WIRE, IN, LONG, OPEN, Encounter, ahead, goes_with, noun
from store.wire.tokens import Line, word_set

_TOGETHER: Final = word_set("met meets")
"""Verbs with an object that two sides may be the subject of, too."""

_SIGNING: Final = word_set("signing signatories inking initialling putting")
_DONE_BY: Final = word_set(
    "held hosted organised organized chaired signed inked initialled arranged run agreed concluded "
    "sealed struck"
)
_PLANNED: Final = word_set(
    "will would shall should may might could can expected scheduled due plan plans planned planning "
    "upcoming forthcoming invite invited inviting hopes hoped wants want wanted wish wished if ahead "
    "before not never declined refused cancelled canceled postponed denied without intends intend seek "
    "sought suggested tomorrow requested ready agree refuses denies rejects rejected ruled nor neither "
    "unless cannot didn wouldn won forward proposed proposes proposing propose urged offered demanded "
    "asked possible possibly hope let unable failed fails willing willingness must hoping seeking"
)
"""Words before an encounter that make it a plan, a wish or a denial."""

_UNSURE: Final = _PLANNED | {"to", "off"}
_NOT_NOW: Final = _PLANNED - word_set("could not failed unable before agree")
"""The same of a meeting at which something failed."""

_PUT_OFF: Final = word_set("scheduled due planned cancelled canceled postponed slated tomorrow nothing")
_RECALLED: Final = word_set("recalled recalling recalls previously formerly remembered once how")
_SHORT: Final = 7
_TIES: Final = DEALS | word_set("relations ties links friendship cooperation talks border row feud war")
"""What may be discussed that is had with somebody who was not there."""

_WRITTEN: Final = word_set("letter message telegram statement note cable tweet post")
_NOT_THERE: Final = word_set("into box")
"""Words behind a verb by which nobody was met: `welcomed X into its ranks`, `met X at the ballot box`."""

_CO: Final = ("co", "-")

CUES: Final = frozenset(
    (*DONE_TO, *DONE_WITH, *DONE_FOR, *NOUNS, *_DONE_BY, *_SIGNING, *PHRASES, *TOGETHER)
) | word_set("called call calls chaired brought guest host hosts put table")
"""Words without one of which no sentence tells of an encounter."""


def encounters(line: Line, cues: Sequence[int], begin: int, end: int) -> list[Encounter]:
    """Return what a sentence tells of encounters that took place; `cues` are words of its line among CUES."""
    told = [found for at in cues if begin <= at < end for found in _at(line, at, begin, end)]
    told = [t for t in told if not (_is_planned(line, t, begin, end) or _is_long_ago(line, t, begin, end))]
    for at in range(1, len(told)):
        if goes_with(line, told[at - 1], told[at]):
            told[at] = told[at]._replace(shared=told[at - 1].verb)
    return told


def _at(line: Line, at: int, begin: int, end: int) -> list[Encounter]:
    """Return the encounters that one word may tell of."""
    folds = line.folds
    folded = folds[at]
    if folded in DONE_FOR and (given := _given(line, at, end)):
        return [given]
    if folded in _JOINT and folds[max(begin, at - 2) : at] == _CO:
        return [_chaired(line, at, end)]
    if folded in TOGETHER and (beside := side_by_side(line, at, begin, end)):
        return beside
    found = []
    if folded in PHRASES and (called := phrase(line, at)):
        found.append(called)
    elif folded in ("called", "call", "calls") and folds[at + 1 : at + 2] == ("on",):
        found.append(Encounter(at, at + 2, "meeting", "meeting", True, False, False))
    elif folded == "brought" and (together := ahead(line, at + 1, end, "together", _BROUGHT)):
        first = at + 2 if together == at + 1 else at + 1
        found.append(Encounter(at, first, "meeting", "meeting", False, False, True))
    elif folded == "put" and folds[at + 1 : at + 3] == ("together", "by") and _is_event(line, at, begin):
        found.append(Encounter(at, at + 3, _done_by(line, begin, at), "meeting", False, False, True))
    elif folded in _AT_TABLE:
        hosted = _at_table(line, at, begin, end)
        found += [hosted] if hosted else []
    elif folded in DONE_TO:
        met = _to(line, at, begin, end)
        found += [met] if met else []
    elif folded == "called" and _is_phoned(folds[at + 1 : min(at + LONG, end)]):
        found.append(Encounter(at, at + 1, "phone call", "call", True, False, False))
    if folded in _SIGNING and (were := ahead(line, at + 1, end, "were", LONG)):
        found.append(Encounter(at, were + 1, "signing", "signing", False, False, True))
    elif folded in _DONE_BY and (by := ahead(line, at + 1, end, "by")) and _is_event(line, at, begin):
        found.append(Encounter(at, by + 1, _done_by(line, begin, at), _sort(folded), False, False, True))
    elif folded in DONE_WITH:
        done = _with(line, at, end)
        found += [done] if done else []
    if folded in NOUNS and (talks := noun(line, at, begin, end)):
        found.append(talks)
    return found


_BROUGHT: Final = 34
"""Tokens that may stand between "brought" and "together": two long names and what they are."""

_AT_TABLE: Final = word_set("guest host hosts")
_WERE: Final = word_set("was were is are")


def _at_table(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of `X was the lunch guest of Y`, `His host was Y`."""
    folds = line.folds
    if folds[at] != "guest":
        his = at > begin and folds[at - 1] in ("his", "her", "their") and folds[at + 1 : at + 2] != ()
        hosted = his and folds[at + 1] in _WERE
        return Encounter(at + 1, at + 2, "meeting", "meeting", True, False, False) if hosted else None
    was = next((i for i in range(at - 1, max(begin, at - 5), -1) if folds[i] in _WERE), 0)
    of = ahead(line, at + 1, end, "of", 9) if was else 0
    return Encounter(was, of + 1, "meeting", "meeting", True, False, False) if of else None


_JOINT: Final = word_set("chaired hosted organised organized sponsored")


def _sort(folded: str) -> Sort:
    return "signing" if folded in ("signed", "inked", "initialled") else "meeting"


def _done_by(line: Line, begin: int, at: int) -> str:
    """Return what to call what was done `by X and Y`: a signing, or the event by its noun."""
    if _sort(line.folds[at]) == "signing":
        return "signing"
    found = [f for f in line.folds[max(begin, at - LONG) : at] if f in EVENTS or f in DEALS or f in NOUNS]
    return found[-1] if found else "meeting"


def _is_event(line: Line, at: int, begin: int) -> bool:
    """Tell whether what was held or signed was no seats and no office."""
    before = line.folds[max(begin, at - LONG) : at]
    if _sort(line.folds[at]) == "signing" and not _PAPERS.isdisjoint(before):
        return True
    return not (EVENTS.isdisjoint(before) and DEALS.isdisjoint(before) and NOUNS.isdisjoint(before))


_PAPERS: Final = word_set("resolution resolutions treaty treaties roadmap manifesto settlement minutes")
"""What is signed by those who concluded it, and says nothing of a meeting else."""


def _given(line: Line, at: int, end: int) -> Encounter | None:
    """Return the encounter of `paid a courtesy call on X`, `hosted a reception in Hanoi for X`."""
    what, whom, kind = DONE_FOR[line.folds[at]]
    near = at + (_TO_GUESTS if whom is _TO_THEM else _SHORT + 2)
    thing = next((i for i in range(at + 1, min(near, end)) if line.folds[i] in what), 0)
    if not thing:
        return None
    for i in range(thing + 1, min(thing + 14, end)):
        folded = line.folds[i]
        if folded in whom and (folded != "of" or line.folds[i - 1] in ("honor", "honour")):
            by_wire = thing and not BY_WIRE.isdisjoint((*line.folds[at:thing], folded)) and kind == "meeting"
            return (
                Encounter(at, i + 1, "phone call", "call", True, False, False)
                if by_wire
                else Encounter(at, i + 1, kind, "meeting", True, False, False)
            )
        if folded in OPEN:
            break
    them = line.folds[at + 1] in _PRONOUNS
    if whom is _TO_THEM and (them or (thing - at > 2 and line.folds[at + 1] not in ("a", "an"))):
        return Encounter(at, at + 1, kind, "meeting", True, False, False)
    return None


_TO_GUESTS: Final = 16
_PRONOUNS: Final = word_set("him her them")
_TO_THEM: Final = DONE_FOR["gave"][1]
"""What "gave" may do without: `gave the guests a dinner`."""


def _is_phoned(following: tuple[str, ...]) -> bool:
    """Tell whether `called NAME` goes on as a telephone call, not as what somebody was called."""
    if "phone" in following or "telephone" in following:
        return True
    return any([a == "to" and b in ("congratulate", "concede") for a, b in pairwise(following)])


def _to(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of a verb with an object: `met X`, `was received by X`."""
    folded = line.folds[at]
    verb = DONE_TO[folded]
    if not verb.never.isdisjoint(line.folds[at + 1 : min(at + verb.near, end)]):
        return None
    if not _NOT_THERE.isdisjoint(line.folds[at + 1 : min(at + 16, end)]):
        return None
    if folded in ("told", "informed") and not _WRITTEN.isdisjoint(line.folds[begin:end]):
        return None
    by = _by_ahead(line, at, end) if folded in PASSIVE else 0
    with_ = ahead(line, at + 1, end, "with", 12) if folded in _TOGETHER and not by else 0
    start = (by or with_ or at) + 1
    return Encounter(at, start, verb.kind, verb.sort, True, folded in _TOGETHER and not by, False)


def _by_ahead(line: Line, at: int, end: int) -> int:
    """Return the token of "by" in `was received in Hanoi by X`; 0 if the verb at a token is active."""
    by = ahead(line, at + 1, end, "by")
    passive = not {"was", "were", "been", "being", "is", "are"}.isdisjoint(line.folds[max(0, at - 4) : at])
    return by if by == at + 1 or passive else 0


def _with(line: Line, at: int, end: int) -> Encounter | None:
    """Return the encounter of a verb with `with X`, or of one whose subject may be both sides."""
    verb = DONE_WITH[line.folds[at]]
    if line.folds[at] in _SIGNING and line.folds[at - 1] not in ("after", "upon", "by", "while", "when"):
        return None
    following = line.folds[at + 1 : min(at + verb.near, end)]
    if not verb.goes_with(following[:1]) or (verb.needs and verb.needs.isdisjoint(following)):
        return None
    with_ = ahead(line, at + 1, end, "with") or ahead(line, at + 1, end, "across", 4)
    if not verb.never.isdisjoint(following[: with_ - at - 1] if with_ else following):
        return None
    kind = _kind(verb, following)
    if between := ahead(line, at + 1, end, "between", 14):
        return Encounter(at, between + 1, kind, verb.sort, False, False, True)
    if with_ and verb.kind == "talks" and line.folds[with_ - 1] in _TIES:
        return None
    return Encounter(at, (with_ or at) + 1, kind, verb.sort, bool(with_) and not verb.joint, True, False)


def _kind(verb: Verb, following: tuple[str, ...]) -> str:
    """Return what to call the encounter of a verb that needs a noun: that noun, if it names a gathering."""
    if verb.needs is EVENTS:
        return next(f for f in following if f in EVENTS)
    return verb.kind


def _chaired(line: Line, at: int, end: int) -> Encounter:
    """Return the encounter of `co-chaired the conference`, named by its noun."""
    near = range(at + 1, min(at + 7, end))
    noun = next((line.folds[i] for i in near if line.folds[i] in NOUNS or line.folds[i] in EVENTS), "meeting")
    by = ahead(line, at + 1, end, "by")
    with_ = 0 if by else ahead(line, at + 1, end, "with")
    last = (by or with_ or at) + 1
    return Encounter(at - 2, last, noun, "meeting", bool(with_), not by, bool(by))


def _is_planned(line: Line, found: Encounter, begin: int, end: int) -> bool:
    """Tell whether the encounter is a plan, an invitation, a wish or a denial."""
    folds = line.folds
    after = folds[found.end : min(end, found.end + _SHORT)]
    soon = "next" in after[:3] and found.kind != "agreement"
    low = max(begin, found.start - _SHORT)
    if not _UNSURE.isdisjoint(folds[low : found.start]):
        low = _behind_aside(folds, low, found.start, begin)
    if _UNSURE.isdisjoint(folds[low : found.start]):
        return soon or not _PUT_OFF.isdisjoint(after)
    before = [folds[i] for i in range(low, found.start) if i == begin or line.words[i][0].islower()]
    planned = _NOT_NOW if folds[found.start] in IN else _PLANNED
    to = (before[-1:] == ["to"] and "to" in folds[found.start - 2 : found.start]) or before[-2:] in (
        ["to", "have"],
        ["called", "off"],
        ["call", "off"],
    )
    return soon or to or not (planned.isdisjoint(before) and _PUT_OFF.isdisjoint(after))


def _behind_aside(folds: tuple[str, ...], low: int, start: int, begin: int) -> int:
    """Return where the words before an encounter begin, without those of `, who failed to ...,` before it."""
    near = folds[low + 1 : start]
    if "," not in near:
        return low
    comma = start - 1 - near[::-1].index(",")
    opened = range(comma - 1, max(begin, comma - _ASIDE), -1)
    aside = any([folds[i] in ("who", "which") and folds[i - 1] == "," for i in opened])
    return comma + 1 if aside else low


_ASIDE: Final = 16


def _is_long_ago(line: Line, found: Encounter, begin: int, end: int) -> bool:
    """Tell whether it is history, of which a speaker reminds the other, or that has its own year."""
    folds = line.folds
    near = folds[found.start : min(end, found.end + 12)]
    if "ago" in near or not _RECALLED.isdisjoint(folds[max(begin, found.start - _REMINDED) : found.start]):
        return True
    if line.number <= 0 and "had" not in folds[max(begin, found.start - 2) : found.start]:
        return False
    if _YEARS.isdisjoint(near):
        return False
    after = range(found.end, min(end, found.end + 12))
    return any([folds[at] in _YEARS and folds[at - 1] in _YEAR_AFTER for at in after])


_REMINDED: Final = 60
"""So many words behind somebody who reminds of something he may still do."""

_YEARS: Final = frozenset(map(str, range(1900, 2100)))
_YEAR_AFTER: Final = word_set(
    "in since of , january february march april may june july august september october november december"
)
