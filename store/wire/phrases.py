"""Phrases: meetings told by more than a verb: `dropped in on X`, `X and Y jointly opened`, `sat between`."""

from __future__ import annotations

from typing import Final

from store.wire.actors import GUESTS
from store.wire.meeting_words import Sort
from store.wire.talks import Encounter
from store.wire.tokens import Line, word_set

PHRASES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "dropped": {"in": ("on", "at", "to"), "by": ()},
    "dropping": {"in": ("on", "at", "to"), "by": ()},
    "called": {"at": (), "in": ("on", "at")},
    "looked": {"in": ("on", "at")},
    "stopped": {"by": (), "in": ("on", "at")},
    "heard": {"out": ()},
    "sounded": {"out": ()},
}
"""Verbs that tell of a visit by the word behind them, and the words of which one must follow, if any."""

TOGETHER: Final = word_set(
    "jointly together signatories signers table side come came round around tour showed"
)
"""Words by which a sentence may say that two did something side by side."""

_JOINT_DEEDS: Final[dict[str, tuple[str, Sort]]] = (
    dict.fromkeys(("signed", "inked"), ("signing", "signing"))
    | dict.fromkeys(("announced", "issued", "released", "published"), ("agreement", "meeting"))
    | dict.fromkeys(
        word_set(
            "opened launched inaugurated unveiled laid planted visited chaired hosted organised organized"
        ),
        ("meeting", "meeting"),
    )
)
"""What two sides do `jointly`, and what to call it."""

_SEATS: Final = word_set("headquarters office offices embassy consulate home house residence seat")
_NEAR: Final = 9
"""So soon behind `called at` stands where it was."""

_CAME: Final = word_set("came coming")
_SIGN: Final = word_set("sign initial ink")
_SHOWN: Final = word_set("showed shown")
_TOOK: Final = word_set("took sat seated stood")
_WERE: Final = word_set("was were is are")
_SIGHT: Final = 12
"""So many tokens may stand between "took" and "between" in `took his place at a long table between`."""


def phrase(line: Line, at: int) -> Encounter | None:
    """Return the encounter of `dropped in on X`, `called at X`, `heard out X`."""
    folded, second, third = line.folds[at], *_behind(line, at)
    thirds = PHRASES[folded].get(second)
    if thirds is None or (thirds and third not in thirds):
        return None
    if second == "at" and _SEATS.isdisjoint(line.folds[at + 2 : at + _NEAR]):
        return None
    end = at + 2 + bool(thirds)
    if folded in ("heard", "sounded"):
        return Encounter(at, end, "talks", "meeting", True, False, False)
    return Encounter(at, end, "visit", "visit", True, False, False)


def _behind(line: Line, at: int) -> tuple[str, str]:
    """Return the two words behind a token; "" where the line ends."""
    second, third, *_ = *line.folds[at + 1 : at + 3], "", ""
    return second, third


def side_by_side(line: Line, at: int, begin: int, end: int) -> list[Encounter]:
    """Return the encounters of what two did jointly, came together for, signed, or sat at a table for."""
    folds = line.folds
    if folds[at] == "table":
        return _at_table(line, at, begin, end)
    if folds[at] in ("come", "came", "side"):
        return _came_to_terms(line, at, end)
    if folds[at] in _ROUND:
        return _shown(line, at, begin, end)
    if folds[at] in ("signatories", "signers"):
        were = next((i for i in range(at - 1, max(begin, at - 5), -1) if folds[i] in _WERE), at)
        signed = were < at and "not" not in folds[were:at]
        if folds[at + 1 : at + 2] in _WERE_THESE:
            return [Encounter(at, at + 2, "signing", "signing", False, False, True)]
        return [Encounter(were, at + 1, "signing", "signing", False, True, False)] if signed else []
    if folds[at] == "together":
        return [_came_together(line, at, end)] if at > begin and folds[at - 1] in _CAME else []
    done = next((i for i in (at + 1, at - 1) if begin <= i < end and folds[i] in _JOINT_DEEDS), -1)
    if done < 0:
        return []
    kind, sort = _JOINT_DEEDS[folds[done]]
    return [Encounter(min(at, done), max(at, done) + 1, kind, sort, False, True, False)]


_WERE_THESE: Final = (("were",), ("are",), ("include",), ("included",))
_ROUND: Final = word_set("round around tour showed")
_SHOWED: Final = {"round": _SHOWN, "around": _SHOWN, "tour": word_set("given")}
_TERMS: Final = word_set("terms agreement understanding compromise")


def _came_to_terms(line: Line, at: int, end: int) -> list[Encounter]:
    """Return the encounter of `X and Y have come to terms`, `X and Y bowed side by side`."""
    folds = line.folds
    if folds[at] == "side":
        beside = folds[at + 1 : at + 3] == ("by", "side") and at + 2 < end
        return [Encounter(at, at + 3, "meeting", "meeting", False, True, False)] if beside else []
    ahead = folds[at + 1 : min(at + 4, end)]
    if ahead[:1] != ("to",) or _TERMS.isdisjoint(ahead):
        return []
    with_ = next((i + 1 for i in range(at + 2, min(at + 6, end)) if folds[i] == "with"), 0)
    return [Encounter(at, with_ or at + 2, "agreement", "meeting", bool(with_), not with_, False)]


def _shown(line: Line, at: int, begin: int, end: int) -> list[Encounter]:
    """Return the encounter of `X showed Y round`, `X was shown around by Y`, `X was given a tour by Y`."""
    folds = line.folds
    if folds[at] == "showed":
        guests = not GUESTS.isdisjoint(folds[at + 1 : min(at + 4, end)])
        return [Encounter(at, at + 1, "visit", "visit", True, False, False)] if guests else []
    showed = next(
        (i for i in range(at - 1, max(begin, at - _SIGHT), -1) if folds[i] in _SHOWED[folds[at]]), -1
    )
    if showed < 0:
        return []
    if folds[showed] == "showed":
        return [Encounter(showed, showed + 1, "visit", "visit", True, False, False)]
    by = next((i + 1 for i in range(at + 1, min(at + _SIGHT, end)) if folds[i] == "by"), 0)
    return [Encounter(showed, by, "visit", "visit", True, False, False)] if by else []


def _came_together(line: Line, at: int, end: int) -> Encounter:
    """Return the encounter of `came together to sign`, `came together with X`."""
    following = line.folds[at + 1 : min(at + 3, end)]
    with_ = following[:1] == ("with",)
    if following[:1] == ("to",) and not _SIGN.isdisjoint(following):
        return Encounter(at - 1, at + 1, "signing", "signing", False, True, False)
    return Encounter(at - 1, at + 1 + with_, "meeting", "meeting", with_, not with_, False)


def _at_table(line: Line, at: int, begin: int, end: int) -> list[Encounter]:
    """Return the encounters of `took his place at a long table between X and Y`: all three met."""
    folds = line.folds
    if folds[at + 1 : at + 2] != ("between",) or at + 1 >= end:
        return []
    took = next((i for i in range(at - 1, max(begin, at - _SIGHT), -1) if folds[i] in _TOOK), -1)
    if took < 0:
        return []
    return [
        Encounter(took, at + 2, "meeting", "meeting", True, False, False),
        Encounter(took, at + 2, "meeting", "meeting", False, False, True),
    ]
