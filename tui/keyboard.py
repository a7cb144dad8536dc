"""Keyboard: the keys in force, which are those of the table but for the actions that were given others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, get_args

from textual.keys import REPLACED_KEYS, Keys, _character_to_key, format_key, key_to_character

from tui.keys import BY_ID, KEYS, ON_DESK, Key, Scope
from tui.lines import Line

PANELS: Final[frozenset[Scope]] = frozenset({"timeline", "article", "entities", "when"})
"""The scopes of one panel, each named by its id, of which only one is heard at a time."""

LAYERS: Final[frozenset[Scope]] = frozenset(get_args(Scope)) - {"panel", *ON_DESK, *PANELS}
"""The scopes of a layer, which may take a key from what it lies over, and only for a while."""

_SAME: Final = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace",
    "ctrl+left_square_brace": "escape", "return": "enter",
}  # fmt: skip
"""Keys that a terminal does not tell from another."""

_SHORT: Final = {
    "esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "ins": "insert",
    "↑": "up", "↓": "down", "←": "left", "→": "right",
}  # fmt: skip
"""Names that people and our own pages use, and what Textual calls those keys."""

_SHOWN: Final = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "backspace": "Backspace", "space": "space",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
"""How keys are printed where Textual prints them otherwise."""

_NAMED: Final = frozenset(key.value for key in Keys if key.value[0] != "<") - {"ctrl-at"}


class Keyboard(NamedTuple):
    """Which keys call which action."""

    given: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Ids of the table, and the keys that they have instead of those of the table."""
    lacks: frozenset[str] = frozenset()
    """Ids of the table that are not in force here."""

    def keys(self, key: Key) -> tuple[str, ...]:
        """Return the keys that call an action, as Textual names them."""
        return self.given.get(key.id, key.keys)

    def shown(self, key: Key) -> str:
        """Return the keys that call an action, as they are printed."""
        own = self.given.get(key.id)
        return key.shown if own is None else " ".join(map(printed, own))

    def characters(self, *names: str) -> frozenset[str]:
        """Return the characters that call some actions."""
        keys = (key for name in names for key in self.keys(BY_ID[name]))
        return frozenset(filter(None, (key_to_character(REPLACED_KEYS.get(key, key)) for key in keys)))

    def keymap(self) -> dict[str, str]:
        """Return what Textual is told: ids, and the keys that each has instead of its own."""
        return {name: ",".join(keys) for name, keys in self.given.items()}

    def spoken(self, word: str, *scopes: str) -> str:
        """Return the key to press where a sentence of ours names one by its place in the table.

        Args:
            scopes: Where the sentence is read, the nearest first; one that has no keys of its own counts not.
        """
        if self.given:
            for scope in scopes:
                for key in KEYS:
                    if key.scope == scope and word in key.shown.split():
                        return self.shown(key).split(" ")[0] if key.id in self.given else word
        return word

    def in_force(self, sentence: Line) -> Line:
        """Return a sentence of the desk with every key that it names as it is in force."""
        if not self.given:
            return sentence
        return tuple((self._first(text) if ink == "key" else text, ink) for text, ink in sentence)

    def _first(self, keys: str) -> str:
        """Return keys pressed one after the other; those after the first are a picker's own."""
        first, space, rest = keys.partition(" ")
        return f"{self.spoken(first, 'page', 'desk', 'panel')}{space}{rest}"

    def clashes(self) -> Iterator[tuple[str, str, str]]:
        """Yield (id, other id, key) where an action was given a key that is another's in the same place."""
        for name, keys in self.given.items():
            new = [key for key in keys if key not in BY_ID[name].keys]
            for other in KEYS:
                if other.id != name and _meet(BY_ID[name].scope, other.scope):
                    yield from ((name, other.id, key) for key in new if key in self.keys(other))


def _meet(given: Scope, other: Scope) -> bool:
    """Tell whether a key given in one scope would keep that of the other from being heard somewhere."""
    if given == other:
        return True
    return other not in LAYERS and not (given in PANELS and other in PANELS)


def named(key: str) -> str | None:
    """Return what Textual calls a key that a person wrote down; None where there is no such key."""
    if len(key) == 1 and key not in _SHORT:
        return _character_to_key(key) if key.isprintable() and key != " " else None
    lowered = key.lower()
    name = _SHORT.get(lowered, lowered)
    before, plus, last = name.rpartition("+")
    if before == "alt" and len(last) == 1:
        return f"alt+{_character_to_key(key[-1])}"
    if plus and len(last) == 1 and not last.isalnum():
        name = f"{before}+{_character_to_key(last)}"
    if name in _SAME or name in _NAMED:
        return _SAME.get(name, name)
    character = None if plus else key_to_character(REPLACED_KEYS.get(name, name))
    return _character_to_key(character) if character else None


def printed(key: str) -> str:
    """Return a key, as Textual names it, as people know it."""
    return _SHOWN.get(key) or format_key(key)
