"""keys.toml: what it asks for is in force as far as it can be, and every mistake is named with its line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.files import keyboard
from tui.keyboard import Keyboard, named, printed
from tui.keys import BY_ID, KEYS, Scope
from tui.own_keys import asked
from tui.show import show

GOOD = [
    ('star = "f5"', {"star": ("f5",)}),
    ('star = ["f5", "F6", "f5"]', {"star": ("f5", "f6")}),
    ('star = "?"\nhelp = "f1"', {"star": ("question_mark",), "help": ("f1",)}),
    ('star = "m"\nread = "s"', {"star": ("m",), "read": ("s",)}),
    ('"star" = "Ins"\nback = "ctrl+g"', {"star": ("insert",), "back": ("ctrl+g",)}),
    ('raw = "Del"\npage-down = "PgDn"', {"raw": ("delete",), "page-down": ("pagedown",)}),
    ("down = [\n  'j',\n  'é',\n]", {"down": ("j", "é")}),
    ('zoom = "ctrl+z"\r\nraw = "alt+r"\r', {"zoom": ("ctrl+z",), "raw": ("alt+r",)}),
    ("", {}),
]
"""What stands below [keys], and the keys that are in force then."""

BAD = [
    ('[keys]\nstrat = "f5"', "line 2: no action is called “strat”; did you mean star?"),
    ('[keys]\n\nstar = "foo"', "line 3: no key is called “foo”"),
    ('[keys]\nstar = ""', "line 2: no key is called “”"),
    ('[keys]\nstar = " "', "line 2: no key is called “ ”"),
    ('[keys]\nstar = "ctrl+ctrl+a"', "line 2: no key"),
    ("[keys]\nstar = 3", "line 2: star needs a key in quotes"),
    ("[keys]\nstar = []", "line 2: star needs a key in quotes"),
    ('[keys]\nstar = ["f5", 3]', "line 2: star needs a key in quotes"),
    ('[keys]\nstar = {a = "b"}', "line 2: star needs a key in quotes"),
    ('[keys]\npick-letter = "f5"', "line 2: pick-letter has a whole family of keys"),
    ('[keys]\nstar = "m"', "line 2: m is the key of read already, so star keeps its own"),
    ('[keys]\nstar = "j"', "line 2: j is the key of down already"),
    ('[keys]\ndown = "s"', "line 2: s is the key of star already"),
    ('[keys]\nstar = "f5"\nread = "f5"', "line 3: f5 is the key of star already"),
    ('[keys]\nread = "f5"\nstar = "f5"', "line 3: f5 is the key of read already"),
    ('[keys]\nstar "f5"', 'line 2: is not of the form action = "key"'),
    ('[keys]\nstar = "f5', 'line 2: is not of the form action = "key"'),
    ('[keys]\nstar = "f5"\nstar = "f6"', 'line 3: is not of the form action = "key"'),
    ('star = "f5"', "line 1: “star” is not below the line [keys]"),
    ('[key]\nstar = "f5"', "line 1: “key” is not below the line [keys]"),
    ("keys = 3", "line 1: keys must be a line of its own: [keys]"),
    ('[[keys]]\nstar = "f5"', "line 1: keys must be a line of its own: [keys]"),
]
"""A whole file, and what is said of it."""


@pytest.mark.parametrize(("text", "wanted"), GOOD)
def test_keys_are_given(text: str, wanted: dict[str, tuple[str, ...]]) -> None:
    """What the file asks for is in force, however the key is written."""
    board, mistakes = asked(f"[keys]\n{text}\n".encode())
    assert mistakes == [] and board.given == wanted


@pytest.mark.parametrize(("text", "said"), BAD, ids=[said for _, said in BAD])
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    """The sentence names the file and the line and what is wrong; a good line after it is followed."""
    _, mistakes = asked(f"{text}\n".encode())
    assert len(mistakes) == 1 and mistakes[0].startswith(f"keys.toml, {said}")


@pytest.mark.parametrize("text", [text for text, _ in BAD if text.startswith("[keys]")])
def test_the_other_lines_are_followed(text: str) -> None:
    """A mistake costs its own line only."""
    board, _ = asked(f'{text}\n\nzoom = "f9"\n'.encode())
    assert board.given.get("zoom") == ("f9",)


def test_all_is_refused_that_is_no_keys_file(tmp_path: Path) -> None:
    """What is too large, no file or not to be read is said in a sentence, and nothing of it is in force."""
    file = tmp_path / "keys.toml"
    assert keyboard(file) == (Keyboard(), [])
    file.write_bytes(b"#" * 1_000_000)
    assert keyboard(file) == (Keyboard(), ["keys.toml: has over 65,536 bytes; every key is as it came"])
    file.write_bytes(os.urandom(4000).replace(b"#", b"x"))
    board, mistakes = keyboard(file)
    assert board == Keyboard() and mistakes
    for endless in (b"[keys]\nstar = " + b"[" * 20_000, b"[keys]\nstar = " + b"1" * 9_000, b"x\n" * 99):
        file.write_bytes(endless)
        assert keyboard(file) == (Keyboard(), ["keys.toml: is no TOML; every key is as it came"])
    file.unlink()
    file.mkdir()
    assert keyboard(file) == (Keyboard(), ["keys.toml: is no file; every key is as it came"])
    file.rmdir()
    os.mkfifo(file)
    assert keyboard(file) == (Keyboard(), ["keys.toml: is no file; every key is as it came"])
    file.unlink()
    file.symlink_to(file)
    board, mistakes = keyboard(file)
    assert board == Keyboard() and len(mistakes) == 1


def test_a_line_that_is_no_text_is_left_out() -> None:
    """Of bytes that are not UTF-8 only their line is left out."""
    board, mistakes = asked(b'[keys]\nraw = "\xff"\nstar = "f5"\n')
    assert board.given == {"star": ("f5",)}
    assert mistakes == ["keys.toml, line 2: is not UTF-8; it is left out"]


def test_no_name_steers_the_terminal() -> None:
    """A name with an escape sequence in it is shown harmless."""
    _, mistakes = asked(rb"[keys]" b"\n" rb'"\u001b[2Jstar" = "f5"' b"\n" rb'star = "\u001b"')
    assert len(mistakes) == 2
    assert all(show(said).isprintable() for said in mistakes)


@given(
    st.lists(st.tuples(st.sampled_from([key.id for key in KEYS]), st.sampled_from("jkpdm?xz,.")), max_size=12)
)
def test_no_two_actions_share_a_key(wishes: list[tuple[str, str]]) -> None:
    """Whatever is asked for, no key is given that another action of the same place has."""
    text = "[keys]\n" + "".join(f'{name} = "{key}"\n' for name, key in wishes)
    board, _ = asked(text.encode())
    assert list(board.clashes()) == []
    for scope in get_args(Scope):
        heard = [key for one in KEYS if one.scope == scope for key in board.keys(one)]
        assert len(heard) == len(set(heard))


@given(st.binary(max_size=400))
def test_any_bytes_are_answered(raw: bytes) -> None:
    """No content of the file ends the program."""
    board, mistakes = asked(b"[keys]\n" + raw)
    assert set(board.given) <= set(BY_ID)
    assert all(said.startswith("keys.toml") for said in mistakes)


@pytest.mark.parametrize("key", sorted({key for one in KEYS for key in one.keys}))
def test_every_key_of_ours_has_a_name(key: str) -> None:
    """A key of the table can be written in keys.toml as Textual names it and as help prints it."""
    assert named(key) == key
    assert named(printed(key)) in (key, "space" if key == "space" else key)


@pytest.mark.parametrize(
    ("word", "scopes", "spoken"),
    [
        ("j", ("timeline", "panel"), "f2"),
        ("↓", ("timeline", "panel"), "f2"),
        ("k", ("timeline", "panel"), "k"),
        ("x", ("picker", "page"), "x"),
        ("s", ("page",), "f3"),
        ("letter", ("picker",), "letter"),
    ],
)
def test_sentences_name_the_keys_in_force(word: str, scopes: tuple[Scope, ...], spoken: str) -> None:
    """A key that a sentence of ours names is the one that calls its action now, where it is read."""
    board = Keyboard({"down": ("f2", "f4"), "star": ("f3",)})
    assert board.spoken(word, *scopes) == spoken
    assert board.in_force((("s", "key"), (" s", "text"))) == (("f3", "key"), (" s", "text"))


def test_characters_of_actions() -> None:
    """Keys without a character of their own are none that could begin a word."""
    assert Keyboard().characters("down", "close", "help", "top") == {"j", "q", "?", "<"}
    assert Keyboard({"down": ("n", "slash", "f5")}).characters("down") == {"n", "/"}
