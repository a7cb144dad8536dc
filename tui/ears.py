"""What comes in from the terminal, as keys, pastes and clicks; whatever is none of these is nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Final, Literal

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from tui.outlet import ANSWER

_PIECE: Final = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|(?P<key>\x1b\[\[[A-E]|\x1b\[\d+\$|\x1bO[0-9;]*[ -~])"
    r"|\x1b\[M(?P<click>[\s\S]{3})"
    r"|(?P<report>\x1b\[(?![M\[])[0-?]*[ -/]*[@-~])"
    r"|(?P<string>\x1b[]P_])"
    r"|(?P<alt>\x1b[^\x1b\[O])"
)
"""What can be told from its beginning to its end; the rest of the input is waited for.

Of the strings that there are, only those that terminals answer with are told from a key behind Escape.
"""

_BEGUN: Final = re.compile(r"\x1b(?:\[(?:M[\s\S]{0,2}|\[|[0-?]*[ -/]*)|O[0-9;]*)?")
"""How a piece begins that may still become one."""

_STRING_END: Final = re.compile(r"[\x07\x18\x1a\x9c]|\x1b\\|(?=\x1b[^\\])")
"""How the answers of a terminal end that are strings, as its colours are: also where another piece begins."""

_PASTE: Final = "\x1b[200~"
_PASTE_END: Final = "\x1b[201~"

_CLICK: Final = re.compile(r"\x1b\[<\d{1,3};\d{1,4};\d{1,4}[Mm]")
_MODE: Final = re.compile(r"\x1b\[\?2026;\d\$y")
_KITTY: Final = re.compile(r"\x1b\[(\d*)[\d:]*(?:;(\d*)(?::(\d*))?)?(?:;([\d:]*))?([u~ABCDEFHPQRS])")

_RELEASED: Final = "3"
"""What kitty calls a key that was let go."""

_LONGEST: Final = 256
"""Letters after which a piece should have come to its end."""

_ESCAPE: Final = 0.1
"""Seconds in which the rest of a key that begins with Escape must have come."""

_STALLED: Final = 2.0
"""Seconds after which the rest of anything else will never come."""

_MOST_PASTED: Final = 4_000_000
"""Letters of a paste that are looked at."""

MOST_KEYS: Final = 2000
"""Keys that are taken where they come without a pause; one held down for a minute gives as many."""


class Flooded(Message):
    """More keys came at once than anybody types: what is pasted where a terminal does not mark it."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left
        """Letters that were left out."""


class Ears:
    """Tells keys from what a terminal says by itself, however it is cut, and in linear time.

    Textual's own parser gets only what it understands, each piece whole: it makes keys of all the rest.
    """

    def __init__(self, hear_answer: Callable[[], None], *, mouse: bool) -> None:
        self._hear_answer = hear_answer
        self._mouse = mouse
        self._parser = XTermParser()
        self._in: Literal["keys", "string", "paste"] = "keys"
        self._rest = ""
        """What was heard of a piece that has not ended."""
        self._pasted: list[str] = []
        self._size = 0
        """Letters of the paste."""
        self._keys = self._left = 0

    def patience(self) -> float | None:
        """Return after how many seconds without input there is a pause; None if nothing waits for one."""
        if self._in == "keys" and self._rest in ("", "\x1b"):
            return _ESCAPE if self._rest or self._keys else None
        return _STALLED

    def feed(self, text: str) -> Iterator[Message]:
        """Take what was typed."""
        if self._rest == "\x1b" and self._in == "keys" and text[0] not in "[O\x1b":
            self._rest = ""  # alt comes with its letter at once
            yield from self._key("\x1b")
        text, self._rest = self._rest + text, ""
        at = 0
        while at < len(text):
            if self._in == "keys":
                at = yield from self._hear(text, at)
            elif self._in == "string":
                at = self._skip(text, at)
            else:
                at = yield from self._collect(text, at)

    def pause(self) -> Iterator[Message]:
        """Take it that what has begun will not go on: nothing came for a while."""
        was, rest = self._in, self._rest
        self._in, self._rest = "keys", ""
        if was == "paste":
            yield self._paste(rest)
        elif was == "keys" and rest == "\x1b":
            yield from self._key(rest)
        if self._left:
            yield Flooded(self._left)
        self._keys = self._left = 0

    def _hear(self, text: str, at: int) -> Generator[Message, None, int]:
        """Take one piece, and return where it ends."""
        piece = _PIECE.match(text, at)
        if piece is None:
            return (yield from self._wait(text, at))
        found = piece[0]
        if piece["text"]:
            for letter in found:
                yield from self._key(letter)
        elif found == _PASTE:
            self._in = "paste"
        elif piece["string"]:
            self._in = "string"
        elif found == ANSWER:
            self._hear_answer()
        elif (_CLICK.fullmatch(found) and self._mouse) or _MODE.fullmatch(found):
            yield from self._parser.feed(found)
        elif piece["alt"] and found not in ANSI_SEQUENCES_KEYS:
            yield from self._key(found[1], alt=True)
        elif key := _normal(found):
            yield from self._key(key)
        return piece.end()

    def _wait(self, text: str, at: int) -> Generator[Message, None, int]:
        """Keep what may become a piece; what cannot is passed over."""
        begun = _BEGUN.match(text, at)
        assert begun is not None  # everything else is a piece
        if begun.end() < len(text):
            if begun[0] == "\x1b":
                yield from self._key("\x1b")
        elif len(begun[0]) < _LONGEST:
            self._rest = begun[0]
        else:
            self._in = "string"
        return begun.end()

    def _key(self, key: str, *, alt: bool = False) -> Iterable[Message]:
        """Return a key, unless there were too many."""
        self._keys += 1
        if self._keys > MOST_KEYS:
            self._left += 1
            return ()
        if key == "\x1b":
            return (events.Key("escape", key),)
        return [one for one in self._parser._sequence_to_key_events(key, alt) if one.key != Keys.Ignore]

    def _skip(self, text: str, at: int) -> int:
        """Return where a string ends that a terminal says by itself."""
        if end := _STRING_END.search(text, at):
            self._in = "keys"
            return end.end()
        self._rest = "\x1b" if text.endswith("\x1b") else ""
        return len(text)

    def _collect(self, text: str, at: int) -> Generator[Message, None, int]:
        """Take what is pasted, and return where it ends."""
        end = text.find(_PASTE_END, at)
        if end >= 0:
            self._in = "keys"
            yield self._paste(text[at:end])
            return end + len(_PASTE_END)
        cut = text.find("\x1b", max(at, len(text) - len(_PASTE_END) + 1))
        self._rest = text[cut:] if cut >= 0 else ""
        self._keep(text[at : len(text) - len(self._rest)])
        return len(text)

    def _keep(self, text: str) -> None:
        if self._size < _MOST_PASTED:
            self._pasted.append(text)
            self._size += len(text)

    def _paste(self, last: str) -> events.Paste:
        self._keep(last)
        pasted, self._pasted, self._size = "".join(self._pasted), [], 0
        return events.Paste(pasted)


def _normal(sequence: str) -> str:
    """Return the sequence of a key as Textual reads it; nothing if it is none."""
    if sequence in ANSI_SEQUENCES_KEYS:
        return sequence
    key = _KITTY.fullmatch(sequence)
    if key is None:
        return ""
    code, modifiers, kind, written, end = (part or "" for part in key.groups())
    if kind == _RELEASED or len(modifiers) > 3 or not all(map(_is_letter, (code, *written.split(":")))):
        return ""
    if not code if end == "u" else f"{code or 1}{end}" not in FUNCTIONAL_KEYS:
        return ""
    return f"\x1b[{code or 1};{modifiers}{f';{written}' if written else ''}{end}"


def _is_letter(code: str) -> bool:
    """Tell whether a number, where there is one, is that of a character."""
    return not code or (len(code) < 8 and int(code) < 0x110000 and not 0xD800 <= int(code) < 0xE000)
