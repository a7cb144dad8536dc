"""Safe text: what no text may carry to a terminal, on the way in and on the way to the screen."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_GONE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u2060-\u2064\u3164\ufeff\uffa0"
    "\U000e0000-\U000e0fff"
)
_BAD: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2065-\u206f\ufff0-\ufffb\ud800-\udfff"

_ODD: Final = re.compile(f"[{_MARK}{_GONE}{_BAD}]")
"""Whatever is looked for: most texts have none of it, and the other patterns are made for one that has."""


def is_odd(text: str) -> bool:
    """Tell whether a text has a mark that is set on letters, or anything that sanitising takes out."""
    plain = text.isascii() and text.replace("\n", "").isprintable()
    return not plain and _ODD.search(text) is not None


def sanitise(text: str) -> str:
    """Return text without anything that can steer a terminal or hide or reorder letters."""
    if not is_odd(text):
        return text
    shown = re.sub(f"[{_BAD}]", "\ufffd", re.sub(f"[{_GONE}]", "", text))
    return re.sub(f"([{_MARK}]{{4}})[{_MARK}]+", r"\1", shown)
