"""Things: what bears a person's name and is none: doctrines, buildings, streets."""

from __future__ import annotations

from typing import Final

from store.wire.tokens import Line, word_set

QUOTES: Final = frozenset('"“”')

THINGS: Final = word_set(
    "park thought thoughts doctrine ideology mausoleum academy museum city square trail prize award "
    "university airport campaign street bridge foundation institute era highway stadium order medal "
    "district commune ward province county school house museum's memorial centre center hotel palace "
    "convention"
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
