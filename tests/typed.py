"""Keys as a terminal types them, for tests that send them to an app themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.events import Key

_TYPED: Final[Mapping[str, str]] = {
    "comma": ",",
    "space": " ",
    "slash": "/",
    "minus": "-",
    "question_mark": "?",
}
"""Characters of keys that have a name."""


def typed(key: str) -> Key:
    """Return the event of a key by its name, with the character that it types, if any."""
    return Key(key, _TYPED.get(key, key if len(key) == 1 else None))
