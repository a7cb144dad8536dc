"""Talks: the nouns of meeting, and how a sentence says that what they name took place."""

from __future__ import annotations

from typing import Final, NamedTuple

from store.wire.meeting_words import Sort
from store.wire.tokens import Line, word_set

_MODIFIERS: Final = word_set(
    "virtual online video phone telephone bilateral working joint official closed-door high-level face- "
    "to-face courtesy brief separate private first second third teleconference - level face closed door "
    "annual theoretical theory candid friendly lunch dinner breakfast luncheon one coalition lengthy fresh "
    "trilateral three way all night cordial intensive two hour long marathon press"
)
_TOLD_IN_KIND: Final = word_set("virtual online video phone telephone bilateral working joint courtesy")
BY_WIRE: Final = word_set("phone telephone call")
_HELD: Final = word_set("held had hold holds holding hosted have has having")
_ARTICLES: Final = word_set("a an the their his her its")
IN: Final = word_set("at during in after following")
_LOCKED: Final = word_set("locked been were engaged are")
_TO_HERE: Final = word_set("face signature signatures names name pen")
_HAPPENED: Final = word_set("place held signed resumed began opened continued started concluded ended")
_MEETING: Final = (("meeting",), ("session",), ("talks",), ("meetings",))
"""What stands behind the noun of a `lunch meeting`, a `dialogue session`."""
_NO_OBJECT: Final = word_set(
    "with between of in on at , . was is were ended lasted room place hall had has to that"
)
_BEGAN: Final = word_set("began opened took held ended closed concluded kicked wrapped started")
_MEALS: Final = word_set("reception dinner banquet lunch luncheon")

OPEN: Final = word_set("that to said ; : who which but says")
"""Words that nothing reaches over."""

LONG: Final = 20
"""Tokens that a verb may be away from its preposition."""


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
    shared: int | None = None
    """The verb before that has the same subject, in `called on X and met Y`."""

    @property
    def verb(self) -> int:
        """The token before which its subject stands."""
        return self.start if self.shared is None else self.shared


def ahead(line: Line, at: int, end: int, wanted: str, limit: int = LONG) -> int:
    """Return the token of a preposition that a verb reaches; 0 where a new clause stands before it."""
    folds = line.folds
    reach = folds[at : min(at + limit, end)]
    if wanted not in reach:
        return 0
    token = at + reach.index(wanted)
    if not OPEN.isdisjoint(folds[at:token]):
        for opened in [i for i in range(at, token) if folds[i] in OPEN]:
            if folds[opened] != "to" or folds[opened - 1] not in _TO_HERE:
                return 0
    return token


def noun(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of a noun: held, with somebody, between two, or at which both were."""
    folds = line.folds
    start = at
    while start > begin and (folds[start - 1] in _MODIFIERS or folds[start - 2 : start] == ("-", "on")):
        start -= 1
    words = [w for w in folds[start:at] if w in _TOLD_IN_KIND]
    sort: Sort = "call" if not BY_WIRE.isdisjoint(words) or folds[at] == "call" else "meeting"
    if (folds[at] == "call" and not words) or folds[at + 1 : at + 2] in _MEETING:
        return None
    kind = " ".join([*words, folds[at]])
    between = ahead(line, at + 1, end, "between", 12)
    if between and (between == at + 1 or not _HAPPENED.isdisjoint(folds[at:between])):
        return Encounter(start, between + 1, kind, sort, False, False, True)
    if folds[at + 1 : at + 2] == ("of",) and not _BEGAN.isdisjoint(folds[at:end]):
        return Encounter(start, at + 2, kind, sort, False, False, True)
    before = start - 1
    while before > begin and folds[before] in _ARTICLES:
        before -= 1
    if folds[before - 1 : before + 1] == _OVER and (had := _had(line, before, begin)):
        return Encounter(had, had + 1, kind, sort, True, False, False)
    if folds[before] == "off":
        return None  # broken off, called off
    if folds[at] == "meeting" and _is_verb(line, at, begin, end):
        return Encounter(at, at + 1, kind, sort, True, False, False)
    if (
        folds[at] in _MEALS
        and folds[before] in IN
        and (given := ahead(line, at + 1, min(at + 4, end), "for"))
    ):
        return Encounter(before, given + 1, kind, sort, True, False, False)
    held = _holding(line, before, begin)
    if not held and folds[before] == "for":
        return None
    first = before if held else start
    if with_ := ahead(line, at + 1, end, "with", 12):
        if "," in folds[at:with_] and not held:
            return None
        return Encounter(first, with_ + 1, kind, sort, True, held, False)
    if held:
        return Encounter(first, at + 1, kind, sort, False, True, False)
    out = folds[before] == "from" and "emerged" in folds[max(begin, before - 6) : before]
    if (out or folds[before] in IN) and folds[at + 1 : at + 2] != ("of",):
        return Encounter(before, at + 1, kind, sort, False, True, False)
    return None


_OVER: Final = ("over", "for")


def _had(line: Line, before: int, begin: int) -> int:
    """Return the token of the verb in `had X and Y over for dinner`; 0 if none stands before a token."""
    low = max(begin, before - 2 * LONG)
    return next((at for at in range(before, low, -1) if line.folds[at] in ("had", "has", "have")), 0)


def _is_verb(line: Line, at: int, begin: int, end: int) -> bool:
    """Tell whether "meeting" stands in `after meeting X`, and is no noun."""
    before = line.folds[at - 1] if at > begin else ""
    after = line.folds[at + 1] if at + 1 < end else "."
    return before in ("", "after", "while", "when", "by", "upon", "before") and after not in _NO_OBJECT


def _holding(line: Line, before: int, begin: int) -> bool:
    """Tell whether `held`, or `were locked in`, stands right before a noun or a few words ahead of it."""
    folds = line.folds
    if folds[before] in _HELD:
        return True
    if folds[before] == "in":
        return not _LOCKED.isdisjoint(folds[max(begin, before - 3) : before])
    near = range(before, max(begin, before - 6), -1)
    return any(folds[i] in ("held", "had") and OPEN.isdisjoint(folds[i:before]) for i in near)


def goes_with(line: Line, before: Encounter, met: Encounter) -> bool:
    """Tell whether the verb of a meeting has the subject of the one told before it: `..., and met Y`."""
    last = met.start - 1
    while last > before.end and line.folds[last] in _ADVERBS:
        last -= 1
    return before.directed and met.directed and last > before.end and line.folds[last] == "and"


_ADVERBS: Final = word_set("also later then afterwards separately earlier had")
