"""Encounters: the verbs and nouns by which a sentence says that two sides met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from store.wire.tokens import Line, word_set

Sort = Literal["meeting", "call", "signing", "visit"]
"""Which encounters count as one: a conference and the talks at it are the same meeting."""

_VERBS: Final[dict[str, tuple[str, Sort]]] = {
    "met": ("meeting", "meeting"),
    "meets": ("meeting", "meeting"),
    "received": ("meeting", "meeting"),
    "receives": ("meeting", "meeting"),
    "hosted": ("meeting", "meeting"),
    "hosts": ("meeting", "meeting"),
    "welcomed": ("meeting", "meeting"),
    "told": ("meeting", "meeting"),
    "conferred": ("talks", "meeting"),
    "negotiated": ("talks", "meeting"),
    "phoned": ("phone call", "call"),
    "telephoned": ("phone call", "call"),
    "visited": ("visit", "visit"),
    "signed": ("signing", "signing"),
    "agreed": ("agreement", "meeting"),
}
_TOGETHER: Final = word_set("met meets conferred negotiated signed agreed")
"""Verbs that two sides may be the subject of."""

_DONE_TO: Final = word_set("met received welcomed phoned telephoned")
"""Verbs whose other side may follow as `by X`."""

_NOUNS: Final = word_set(
    "talks talk meeting meetings conference videoconference teleconference conversation dialogue "
    "discussion discussions call workshop seminar session reception"
)
_MODIFIERS: Final = word_set(
    "virtual online video phone telephone bilateral working joint official closed-door high-level face- "
    "to-face courtesy brief separate private first second third teleconference - level face closed door "
    "annual theoretical theory candid friendly lunch dinner breakfast luncheon"
)
_TOLD_IN_KIND: Final = word_set("virtual online video phone telephone bilateral working joint courtesy")
_BY_WIRE: Final = word_set("phone telephone call")
_HELD: Final = word_set("held had hold holds holding co-hosted had")
_GIVEN: Final = word_set("held hosted gave hosts")
_PLANNED: Final = word_set(
    "will would shall should may might could can expected scheduled due plan plans planned planning "
    "upcoming forthcoming invite invited inviting hopes hoped wants want wanted wish wished if ahead "
    "before not never declined refused cancelled canceled postponed denied without intends intend seek "
    "sought suggested tomorrow requested ready agree"
)
"""Words before or after an encounter that make it a plan, a wish or a denial."""

_PUT_OFF: Final = word_set("scheduled due planned cancelled canceled postponed slated tomorrow")

_LONG_AGO: Final = word_set("recalled recalling previously formerly ago")


@dataclass(frozen=True, slots=True)
class Encounter:
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
    if not _LONG_AGO.isdisjoint(folds[begin:end]):
        return
    for at in range(begin, end):
        folded = folds[at]
        found = None
        if folded in _VERBS:
            found = _verb(line, at, end)
        elif folded in ("called", "call", "calls") and folds[at + 1 : at + 2] == ("on",):
            found = Encounter(at, at + 2, "meeting", "meeting", True, False, False)
        elif folded in _NOUNS:
            found = _noun(line, at, begin, end)
        elif folded == "chaired" and folds[at - 2 : at] == ("co", "-"):
            found = _chaired(line, at, end)
        elif folded in ("spoke", "spoken"):
            found = Encounter(at, at + 1, "talks", "meeting", _with_ahead(line, at + 1, end), False, False)
        if found is not None and not _is_planned(line, found, begin, end):
            yield found


def _verb(line: Line, at: int, end: int) -> Encounter:
    folded = line.folds[at]
    kind, sort = _VERBS[folded]
    by = _by_ahead(line, at, end) if folded in _DONE_TO else 0
    if by:
        return Encounter(at, by + 1, kind, sort, True, False, False)
    passive = line.folds[at + 1 : at + 2] == ("by",)
    directed = folded not in ("agreed", "signed") or _with_ahead(line, at + 1, end)
    return Encounter(at, at + 1 + passive, kind, sort, directed and not passive, folded in _TOGETHER, passive)


def _by_ahead(line: Line, at: int, end: int) -> int:
    """Return the token of "by" in `was received in Hanoi by X`; 0 if the verb at a token is active."""
    for token in range(at + 1, min(at + 12, end)):
        folded = line.folds[token]
        if folded == "by":
            return token if token == at + 1 or line.folds[at - 1] in ("was", "were", "been") else 0
        if folded in ("that", "to", "and", "said", ";"):
            return 0
    return 0


def _noun(line: Line, at: int, begin: int, end: int) -> Encounter | None:
    """Return the encounter of a noun: one held, one with somebody, or one between two."""
    folds = line.folds
    start = at
    while start > begin and folds[start - 1] in _MODIFIERS:
        start -= 1
    words = [w for w in folds[start:at] if w in _TOLD_IN_KIND]
    kind = " ".join([*words, folds[at]])
    sort: Sort = "call" if not _BY_WIRE.isdisjoint(words) or folds[at] == "call" else "meeting"
    if folds[at] == "call" and not words:
        return None
    following = folds[at + 1] if at + 1 < end else ""
    if following == "between":
        return Encounter(start, at + 2, kind, sort, False, False, True)
    before = start - 1
    while before > begin and folds[before] in ("a", "an", "the", "their", "his", "her", "its"):
        before -= 1
    held = folds[before] in _HELD
    if held and folds[before] == "hold":
        return None
    first = before if held else start
    for_whom = [
        i
        for i in range(at + 1, min(at + 16, end))
        if (folds[i] == "for" and i < at + 10) or (folds[i] == "of" and folds[i - 1] in ("honor", "honour"))
    ]
    given = [i for i in range(max(begin, before - 7), before + 1) if folds[i] in _GIVEN]
    if folds[at] == "reception" and given and for_whom:
        return Encounter(given[-1], for_whom[0] + 1, kind, sort, True, False, False)
    if _with_ahead(line, at + 1, end):
        return Encounter(first, at + 1, kind, sort, True, False, False)
    return Encounter(first, at + 1, kind, sort, False, True, False) if held else None


def _chaired(line: Line, at: int, end: int) -> Encounter:
    """Return the encounter of `co-chaired the conference`, named by its noun."""
    noun = next(
        (line.folds[i] for i in range(at + 1, min(at + 7, end)) if line.folds[i] in _NOUNS), "meeting"
    )
    passive = line.folds[at + 1 : at + 2] == ("by",)
    return Encounter(at - 2, at + 1 + passive, noun, "meeting", False, not passive, passive)


def _with_ahead(line: Line, at: int, end: int) -> bool:
    """Tell whether `with` follows, at most with place, day or way between."""
    for token in range(at, min(at + 12, end)):
        folded = line.folds[token]
        if folded == "with":
            return True
        if folded in ("that", "to", "and", "said", ",", ";"):
            return False
    return False


def _is_planned(line: Line, found: Encounter, begin: int, end: int) -> bool:
    """Tell whether the encounter is a plan, an invitation, a wish or a denial."""
    folds = line.folds
    before = folds[max(begin, found.start - 7) : found.start]
    after = folds[found.end : min(end, found.end + 7)]
    soon = "next" in after[:3] and found.kind != "agreement"
    return soon or before[-1:] == ("to",) or not (_PLANNED.isdisjoint(before) and _PUT_OFF.isdisjoint(after))
