"""What a person at a terminal can press and click, as the terminal sends it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_QUITS: Final = re.compile(rb"[qQ\x11]|\x1b[qQ]|\x1b\[(?:113|81|17)(?:;\d+)?u")

FEW: Final = frozenset(
    [b"\x1bOP", b"\x1b[15~", b"\x1b[3~", b"\x1b[2~", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H",
     b"\x1b[F", b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1bx", b"\x1b!", b"\x1b\r", b"\x1b[112;5u"]
)  # fmt: skip
"""Keys of several bytes that mean something somewhere."""


def every_key() -> list[bytes]:
    """Return what terminals send for every key that there is, but for those that quit."""
    plain = [bytes([code]) for code in range(128)]
    alt = [b"\x1b" + bytes([code]) for code in range(32, 127)]
    named = [sequence.encode() for sequence in ANSI_SEQUENCES_KEYS]
    kitty = [
        f"\x1b[{code};{modifier}u".encode()
        for code in (*range(32, 127), 9, 13, 27, 127, *range(57344, 57455, 5))
        for modifier in (2, 3, 5, 9)
    ]
    return [key for key in dict.fromkeys([*plain, *alt, *named, *kitty]) if not _QUITS.fullmatch(key)]


def clicks(columns: int, rows: int, step: int, buttons: Iterable[int]) -> bytes:
    """Return clicks of some buttons on every cell, or every so many cells, of a screen."""
    cells = [(x, y) for y in range(1, rows + 1) for x in range(1, columns + 1)][::step]
    return b"".join(
        f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m".encode() for x, y in cells for button in buttons
    )
