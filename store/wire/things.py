"""Things: what bears a person's name and is none, or reads like one: doctrines, streets, rivers, feasts."""

from __future__ import annotations

from typing import Final

from store.wire.tokens import Line, word_set

NO_NAMES: Final = frozenset({
    ("hari", "raya"), ("eid", "-"),
    ("id", "-"), ("eid", "al"), ("eid", "ul"), ("id", "ul"), ("id", "al"), ("durga", "puja"),
    ("chhath", "puja"), ("lakshmi", "puja"), ("kali", "puja"), ("yom", "kippur"), ("mardi", "gras"),
    ("corpus", "christi"), ("raksha", "bandhan"), ("makar", "sankranti"), ("tet", "nguyen"),
    ("cheong", "wa"),
})  # fmt: skip
"""How feasts and palaces are called whose words are names, too."""

KINDS: Final = word_set(
    "typhoon hurricane cyclone operation jalan jln agent radio hotel mount lake battalion regiment"
)
"""What storms, streets, weapons and stations begin with, that bear names: `Typhoon Yagi`, `Agent Orange`."""

_LOCATIVE: Final = word_set(
    "in at near outside across around within inside represents represented contest contested contesting"
)
_AREA: Final = word_set(
    "province city district commune village town county region republic gulf bay sea port island street"
)
_BEFORE_OF: Final = _AREA | word_set("museum academy festival temple bridge battle siege institute hall")
"""What stands before "of" and a name that is nobody's: `Museum of Living History`."""

_LANDS: Final = word_set(
    "kampung kampong bukit tanjung tanjong pulau kuala teluk telok gunung sungai sungei batu permatang "
    "bagan hulu ulu padang simpang st saint puerto ciudad wadi jabal jebel deir nakhon muang barangay "
    "phnom cerro"
)
"""What towns, rivers and hills begin with, in other languages."""

QUOTES: Final = frozenset('"“”')

THINGS: Final = word_set(
    "park thought thoughts doctrine ideology mausoleum academy museum city square trail prize award "
    "university airport campaign street bridge foundation institute era highway stadium order medal "
    "district commune ward province county school house museum's memorial centre center hotel palace "
    "convention prison jail cemetery ground"
)
"""What makes a thing of the name before it: `Ho Chi Minh's thought`."""


_TEACHINGS: Final = word_set("thought thoughts doctrine ideology museum mausoleum")


def is_thing(line: Line, start: int, end: int) -> bool:
    """Tell whether a doctrine, building or street bears the name."""
    folds = line.folds
    if end >= len(folds):
        return False
    following = folds[end]
    if following == "'s":
        return not _TEACHINGS.isdisjoint(folds[end + 1 : end + 2])
    if following == "national":
        return folds[end + 1 : end + 2] == ("academy",) and "ho chi minh" in " ".join(folds[start:end])
    if line.words[end] in QUOTES:
        return not THINGS.isdisjoint(folds[end + 1 : end + 3])
    return following in THINGS


def _is_area(line: Line, end: int) -> bool:
    """Tell whether `Ba Dinh, Hoan Kiem and Tay Ho districts` goes on after a token."""
    for at in range(end, min(end + 12, len(line.words))):
        folded = line.folds[at]
        if not (line.words[at][0].isupper() or folded in (",", "and")):
            return folded.rstrip("s") in _AREA or folded in ("provinces", "cities", "counties")
    return False


def _is_theme(line: Line, start: int, end: int) -> bool:
    """Tell whether a run is what a `Seminar on Urban Management` is on, or ends a title in quotes."""
    folds, words = line.folds, line.words
    if start > 1 and folds[start - 1] == "on" and folds[start - 2] in _ON:
        return True
    if words[end : end + 1] not in _CLOSING or words[start - 1][0].isupper():
        return False
    opening = next((i for i in range(start - 1, max(-1, start - 9), -1) if words[i] in QUOTES), -1)
    return 0 <= opening < start - 2 and words[opening + 1][0].isupper() and folds[opening + 1] != "i"


_ON: Final = word_set(
    "seminar workshop conference forum dialogue course training plan programme program strategy decree "
    "resolution law agreement symposium summit report talks"
)
_CLOSING: Final = (("”",), ('"',))


def reads_as_name(line: Line, start: int, end: int) -> bool:
    """Tell whether a run that nothing speaks for still reads as a person's name."""
    if _is_area(line, end) or line.folds[start] in _LANDS or _is_theme(line, start, end):
        return False
    before = line.folds[start - 1] if start else ""
    if (
        before in _LOCATIVE
        or before in ("the", "a", "an")
        or (before == "of" and start > 1 and line.folds[start - 2] in _BEFORE_OF)
    ):
        return False
    words = line.words[start:end]
    if any([w.isupper() and len(w) > 3 for w in words]) and not any([w[1:].islower() for w in words]):
        return False
    following = line.words[end] if end < len(line.words) else ""
    return following not in ("”", '"') or end - start < 4
