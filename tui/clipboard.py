"""The clipboard of the terminal that the reader sits at: what is sent so that it takes a text (OSC 52)."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Mapping
from typing import Final, Literal

from tui.show import show

LONGEST: Final = 74_994
"""Bytes of the longest text that is sent: it makes a sequence of 100,000, where hterm and others stop."""

_CHUNK: Final = 252
"""Characters that GNU screen passes on in one piece: its oldest releases hold 256, the frame included."""

Between = Literal["tmux", "screen", ""]
"""What stands between this program and the terminal."""


def harmless(text: str) -> str:
    """Return text as it may be pasted anywhere: no control but line ends inside it, none at its ends."""
    return "\n".join(map(show, text.splitlines())).strip()


def fits(text: str) -> bool:
    """Tell whether a text is short enough for the clipboards of terminals."""
    return len(text.encode()) <= LONGEST


def between(environment: Mapping[str, str]) -> Between:
    """Return the multiplexer that runs this program, also one at the other end of an ssh line.

    Only TERM comes through ssh. tmux may call itself screen there, too; but what tmux wants would be
    printed by screen, and what screen wants is nothing to tmux.
    """
    term = environment.get("TERM", "")
    if term.startswith("tmux") or (environment.get("TMUX") and not term.startswith("screen.")):
        return "tmux"
    return "screen" if environment.get("STY") or term.startswith("screen") else ""


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """Return what has the terminal take a text; nothing where the text is too long for one.

    tmux takes the plain form where `set-clipboard` is on, and passes the wrapped one where
    `allow-passthrough` is, so it gets both; screen passes on short wrapped pieces, and prints what is longer.
    """
    if not fits(text):
        return ""
    plain, via = f"\x1b]52;c;{b2a_base64(text.encode(), newline=False).decode()}\x07", between(environment)
    if via == "tmux":
        return f"\x1bPtmux;\x1b{plain}\x1b\\{plain}"  # every Escape within is doubled, and there is one
    if via == "screen":
        pieces = (plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain
