"""NFC: canonical composition in linear time, whatever marks a text piles up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_RUN: Final = 128
"""About how long a stretch is: ordering its marks takes time in the square of that."""


def compose(text: str) -> str:
    """Return the canonical composition of a text; a pile of over a hundred marks is ordered in parts."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return "".join([unicodedata.normalize("NFC", stretch) for stretch in stretches(text)])


def stretches(text: str) -> Iterator[str]:
    """Yield a text in short pieces, cut where nothing belongs to the letter before, if there is a place."""
    at = 0
    while at < len(text):
        end = _cut(text, at + _RUN)
        yield text[at:end]
        at = end


def _cut(text: str, wanted: int) -> int:
    end = min(wanted + _RUN, len(text))
    near = range(min(wanted, end), end)
    return next((place for place in near if _parts(text, place)), end)


def _parts(text: str, place: int) -> bool:
    """Tell whether no letter before a place composes with what stands there."""
    here, before = text[place], text[place - 2 : place]
    if here.isascii():
        return True
    apart = unicodedata.normalize("NFC", before) + here
    return not unicodedata.combining(here) and unicodedata.normalize("NFC", before + here) == apart
