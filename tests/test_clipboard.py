from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.samples import ESCAPES
from tui.clipboard import LONGEST, Between, between, fits, harmless, sequence

ANY: Final = st.text(st.characters(codec="utf-8"), max_size=3000)

_PLAIN: Final = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07")

SETTINGS: Final[tuple[tuple[dict[str, str], Between], ...]] = (
    ({}, ""),
    ({"TERM": "xterm-256color"}, ""),
    ({"TERM": "tmux-256color"}, "tmux"),
    ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "tmux"),
    ({"TERM": "xterm-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "tmux"),
    ({"TERM": "screen", "STY": "1.tty"}, "screen"),
    ({"TERM": "screen.xterm-256color"}, "screen"),
    ({"TERM": "xterm", "STY": "1.tty"}, "screen"),
    ({"TERM": "screen-256color"}, "screen"),
    ({"TERM": "screen.xterm-256color", "STY": "1.tty", "TMUX": "outside"}, "screen"),
    ({"TERM": "tmux-256color", "STY": "outside", "TMUX": "inside"}, "tmux"),
)


@pytest.mark.parametrize(("environment", "expected"), SETTINGS)
def test_what_stands_between_is_known(environment: dict[str, str], expected: Between) -> None:
    """TERM alone tells, as ssh passes it on; where it is vague, what the innermost multiplexer has set."""
    assert between(environment) == expected


@given(ANY)
def test_a_terminal_gets_the_text_whole(text: str) -> None:
    """One sequence, of nothing but base64, holds the text."""
    (told,) = _PLAIN.findall(sequence(text, {"TERM": "xterm"}))
    assert b64decode(told).decode() == text


@given(ANY)
def test_tmux_gets_both_forms(text: str) -> None:
    """First what it passes on, every Escape in it doubled, and then what it takes itself."""
    plain = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    doubled = plain.replace("\x1b", "\x1b\x1b")
    assert sequence(text, {"TERM": "tmux"}) == f"\x1bPtmux;{doubled}\x1b\\{plain}"


@given(ANY)
def test_screen_gets_short_pieces(text: str) -> None:
    """Pieces of at most 256 bytes, which put together again are what a terminal would get."""
    sent = sequence(text, {"TERM": "screen"})
    pieces = re.findall(r"\x1bP((?:[^\x1b]|\x1b(?!\\))*)\x1b\\", sent)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sent
    assert all(len(piece) + 4 <= 256 for piece in pieces)
    assert "".join(pieces) == sequence(text, {"TERM": "xterm"})


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
@pytest.mark.parametrize("term", ["xterm", "tmux", "screen"])
def test_too_long_a_text_is_not_sent(letter: str, term: str) -> None:
    """A text is sent whole while its sequence has at most 100,000 bytes, and then not at all."""
    longest = letter * (LONGEST // len(letter.encode()))
    assert fits(longest) and len(sequence(longest, {"TERM": "xterm"})) <= 100_000
    assert not fits(longest + letter) and sequence(longest + letter, {"TERM": term}) == ""


@given(ANY)
def test_what_is_copied_is_harmless_where_it_is_pasted(text: str) -> None:
    """No control but line ends within, none at the ends, and nothing that a second pass would take out."""
    safe = harmless(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", safe)
    assert safe == safe.strip() == harmless(safe)


def test_attacks_are_shown_and_line_ends_stay() -> None:
    """What a terminal would obey becomes visible; paragraphs stay apart."""
    expected = "a�[31mred�]0;title�b�c�d e\nf�gh\n\nsecond"
    assert harmless(f"{ESCAPES}\r\n\r\nsecond\n") == expected
