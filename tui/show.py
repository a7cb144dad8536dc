"""The one way out for foreign text: whatever a screen or a terminal gets has passed `show`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from store.wire.safe import sanitise

_BREAKS: Final = str.maketrans("\n\t", "  ")

_UNSEEN: Final = (
    "[\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]"
    "|[\U000e0000-\U000e0fff]"
)
"""What JSON allows as it is, and a terminal would obey, reorder or hide."""


def show(text: str) -> str:
    """Return foreign text as one harmless line: no controls, no line ends, no tabs."""
    return sanitise(text).translate(_BREAKS)


def show_json(document: Mapping[str, Any]) -> bytes:
    """Return a document as one line of JSON that is exact, and harmless on a terminal."""
    import orjson

    line = orjson.dumps(document).decode()
    return re.sub(_UNSEEN, _escaped, line).encode() + b"\n"


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
