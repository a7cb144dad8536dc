"""What comes in from a terminal, as pieces of any length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tests.growth import grows_in_proportion, repeated
from tui.ears import MOST_KEYS, Ears, Flooded
from tui.outlet import ANSWER

KEYS = {
    "j": ["j"], "é": ["é"], "\x1b[A": ["up"], "\x1bOA": ["up"], "\x1b[1;5C": ["ctrl+right"],
    "\x1b[6~": ["pagedown"],
    "\x1b[[A": ["f1"], "\x1bOP": ["f1"], "\r": ["enter"], "\x7f": ["backspace"], "\x11": ["ctrl+q"],
    "\x1b[97u": ["a"], "\x1b[27u": ["escape"], "\x1b[113;5u": ["ctrl+q"], "\x1b[97;;97u": ["a"],
    "\x1b[97;1:1u": ["a"], "\x1b[97:65;2;65u": ["A"], "\x1br": ["alt+r"], "\x1bf": ["ctrl+right"],
}  # fmt: skip
"""What keys send, in the ways of several terminals."""

SILENT = (
    "\x1b[?62;22c", "\x1b[>0;276;0c", "\x1b[24;80R", "\x1b[?1004;1$y", "\x1b[?2048;2$y",
    "\x1b[48;24;80;480;800t",
    "\x1b]11;rgb:1212/1212/1212\x07", "\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\",
    "\x1b]11;rgb:" + "f" * 5000 + "\x07",
    "\x1bP>|XTerm(370)\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b[I", "\x1b[O", "\x1b[8;24;80t", "\x1b[?11u",
    "\x1b[0n",
    "\x1b[M !!", "\x1b[<0;5;5M", "\x1b[<64;5;5M", "\x1b[<0;99999999;1M", "\x1b[97;1:3u", "\x1b[99999999999u",
    "\x1b[55296u", "\x1b[97;;1114112u", "\x1b[u", "\x1b[99~", "\x1b[1;2;3;4;5;6;7z",
    "\x1b[" + "9" * 200 + "m",
)  # fmt: skip
"""What a terminal says by itself, or nobody says at all."""


def heard(*pieces: str, mouse: bool = False) -> list[Message]:
    """Return what comes of some reads, and of the pause behind them."""
    ears = Ears(lambda: None, mouse=mouse)
    return [message for piece in pieces for message in ears.feed(piece)] + list(ears.pause())


def keys(*pieces: str) -> list[str]:
    """Return the keys that come of some reads; nothing else may come."""
    messages = heard(*pieces)
    assert all(isinstance(message, events.Key) for message in messages)
    return [message.key for message in messages if isinstance(message, events.Key)]


@pytest.mark.parametrize(("sent", "meant"), KEYS.items(), ids=map(repr, KEYS))
def test_keys(sent: str, meant: list[str]) -> None:
    """A key is heard at once, as the key that it is, also between others."""
    ears = Ears(lambda: None, mouse=False)
    assert [getattr(message, "key", "") for message in ears.feed(sent)] == meant
    assert keys(f"x{sent}\x1b[By") == ["x", *meant, "down", "y"]


@pytest.mark.parametrize("sent", [one for one in KEYS if len(one) > 1 and one[1] in "[O"], ids=repr)
def test_keys_cut_in_two(sent: str) -> None:
    """A sequence that arrives in two pieces is the same key."""
    for at in range(1, len(sent)):
        assert keys(sent[:at], sent[at:], "y") == [*KEYS[sent], "y"]


@pytest.mark.parametrize("sent", SILENT, ids=lambda sent: repr(sent[:16]))
def test_what_is_no_key_is_nothing(sent: str) -> None:
    """What a terminal says by itself is no key, whole or cut, and costs none of the keys around it."""
    assert keys(f"x{sent}y") == ["x", "y"]
    for at in range(1 if sent[1] == "[" else 2, min(len(sent), 40)):  # a letter behind Escape is a key
        assert keys(f"x{sent[:at]}", f"{sent[at:]}y") == ["x", "y"]


def test_answers_are_heard() -> None:
    """The answer to our question is told, and no key."""
    answers: list[None] = []
    ears = Ears(lambda: answers.append(None), mouse=False)
    assert [getattr(message, "key", "") for message in ears.feed(f"j{ANSWER}k{ANSWER}")] == ["j", "k"]
    assert len(answers) == 2


def test_escape() -> None:
    """Escape is heard after a pause, before another Escape, or before a letter that comes after it."""
    assert keys("\x1b") == ["escape"]
    assert keys("\x1b\x1b") == ["escape", "escape"]
    assert keys("\x1b\x1b[A") == ["escape", "up"]
    assert keys("\x1b", "j") == ["escape", "j"]


@pytest.mark.parametrize(
    "begun", ["\x1b[", "\x1b[1;", "\x1bO", "\x1b]11;rgb:12", "\x1bP", "\x1b[M!", "\x1b[" + "1" * 9999]
)
def test_what_never_ends_is_dropped(begun: str) -> None:
    """Of a sequence that is broken off nothing is left after a pause, and the next key is heard."""
    ears = Ears(lambda: None, mouse=False)
    assert [*ears.feed(begun), *ears.pause()] == []
    assert ears.patience() is None
    assert [getattr(message, "key", "") for message in ears.feed("j")] == ["j"]


def test_a_letter_behind_escape_that_no_terminal_answers_with() -> None:
    """Escape and X in one breath, as a slow line delivers them, cost none of the keys behind them."""
    assert keys("\x1bXjk")[1:] == keys("\x1b^jk")[1:] == ["j", "k"]


def test_clicks_where_the_mouse_is_on() -> None:
    """A click is one only where the mouse is ours."""
    (down,) = heard("\x1b[<0;5;7M", mouse=True)
    assert isinstance(down, events.MouseDown) and (down.x, down.y) == (4, 6)


@pytest.mark.parametrize("size", [1, 3, 7, 4096])
@pytest.mark.parametrize(
    "text", ["", "party:cpv", "a\x1b[Ab\x07\x00c", "\x1b[20", "ends in \x1b", "\x1b[200~"]
)
def test_pastes(text: str, size: int) -> None:
    """What is pasted is one thing, however it arrives, and no key of it is heard."""
    sent = f"x\x1b[200~{text}\x1b[201~y"
    messages = heard(*(sent[at : at + size] for at in range(0, len(sent), size)))
    assert [type(message) for message in messages] == [events.Key, events.Paste, events.Key]
    assert isinstance(messages[1], events.Paste) and messages[1].text == text


def test_a_paste_without_an_end() -> None:
    """A paste that is broken off ends after a pause, and keys are heard again."""
    ears = Ears(lambda: None, mouse=False)
    assert list(ears.feed("\x1b[200~abc\x1b[20")) == []
    (paste,) = ears.pause()
    assert isinstance(paste, events.Paste) and paste.text == "abc\x1b[20"
    assert [getattr(message, "key", "") for message in ears.feed("j")] == ["j"]


def test_more_keys_than_anybody_types() -> None:
    """Of keys without a pause so many are taken, and after the pause it is told how many were not."""
    *taken, flooded = heard(*["j" * 1000] * 5)
    assert len(taken) == MOST_KEYS and isinstance(flooded, Flooded) and flooded.left == 5000 - MOST_KEYS


@given(st.lists(st.text("\x1b[]OPM?<;:0129~uRcn$y\x07\\ab\x9b\x18é", max_size=12)))
def test_anything_is_heard(pieces: list[str]) -> None:
    """Whatever comes, in whatever pieces, is heard without an error, and after a pause a key is a key."""
    ears = Ears(lambda: None, mouse=True)
    for piece in pieces:
        if piece:
            list(ears.feed(piece))
    list(ears.pause())
    assert [getattr(message, "key", "") for message in ears.feed("j")] == ["j"]


@given(st.lists(st.sampled_from([*KEYS, *SILENT]), max_size=20), st.integers(1, 50))
def test_cut_anywhere(sent: list[str], size: int) -> None:
    """Whole sequences are heard the same in pieces of any length, but those with a letter behind Escape."""
    whole = "".join(one for one in sent if one[0] != "\x1b" or one[1] in "[O")
    assert keys(*(whole[at : at + size] for at in range(0, len(whole), size))) == keys(whole)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a", "\x1b", "\x1b[", "\x1b]", "\x1b[1", "\x1b[200~", "\x1b[200~\x1b[20", "\x1b]x\x1b"]
)
def test_linear(piece: str) -> None:
    """Twice as much input takes about twice as long."""

    def hear(text: str) -> None:
        ears = Ears(lambda: None, mouse=False)
        for at in range(0, len(text), 4096):
            list(ears.feed(text[at : at + 4096]))

    assert grows_in_proportion(hear, *repeated(piece, 500_000))
