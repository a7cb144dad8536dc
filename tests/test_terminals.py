"""Terminals that know less: the real program on few colours, without our signs, and with other letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

pytestmark = pytest.mark.slow

_SGR = re.compile(rb"\x1b\[([\d;]*)m")


def shown(
    room: Newsroom, *options: str, environment: Mapping[str, str] | None = None, keys: str = ""
) -> tuple[str, bytes]:
    """Return the screen of the dashboard at 80x24, after some keys, and all bytes that were sent."""
    command = python("tui", *options)
    with Terminal(command, environment=room.environment(environment)) as terminal:
        terminal.wait_for("newsdesk")
        terminal.settle()
        for key in keys:
            terminal.press(key)
            terminal.settle(0.2)
        return terminal.text, terminal.raw


def colours(raw: bytes) -> set[bytes]:
    """Return the colours that were asked for by number or by their parts."""
    return set(re.findall(rb"[34]8;[25];[\d;]+", b" ".join(_SGR.findall(raw))))


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("--ascii",), {}),
        ((), {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}),
        (("--no-ascii",), {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}),
        ((), {"LC_ALL": "ja_JP.UTF-8", "PYTHONIOENCODING": "utf-8"}),
    ],
)
def test_ascii(room: Newsroom, options: tuple[str, ...], environment: Mapping[str, str]) -> None:
    """Where asked for, and where the locale is none of ours, every sign is one of ASCII, in its place."""
    text, raw = shown(room, *options, environment=environment, keys="ip?")
    assert raw.isascii() and text.isascii()
    assert "? Help ====" in text
    before, _ = shown(room, *options, environment=environment)
    assert "= 1 Timeline ====" in before and ">* 18 May~  CPV x CPP" in before and "p1-2 of 9" in before


def test_signs_where_nothing_speaks_against_them(room: Newsroom) -> None:
    """A UTF-8 terminal gets our signs, also in a locale of East Asia that asks for them."""
    japanese = {"LC_ALL": "ja_JP.UTF-8", "PYTHONIOENCODING": "utf-8"}
    for options, environment in (((), {}), (("--no-ascii",), japanese)):
        text, _ = shown(room, *options, environment=environment)
        assert "━ 1 Timeline ━━━━" in text and "▌● 18 May~  CPV × CPP" in text


@pytest.mark.parametrize("term", ["xterm", "linux", "screen"])
def test_sixteen_colours(room: Newsroom, term: str) -> None:
    """A terminal of sixteen colours is asked for no other, and keeps its own ground."""
    _, raw = shown(room, environment={"TERM": term, "COLORTERM": ""}, keys="ip")
    assert colours(raw) == set()
    assert b"\x1b[91" in raw or b";91" in raw


def test_high_contrast(room: Newsroom) -> None:
    """The page is black and its strongest ink is white."""
    _, raw = shown(room, "--high-contrast")
    assert {b"48;2;0;0;0", b"38;2;255;255;255"} <= colours(raw)


def test_no_colour_is_sent_where_none_is_wanted(room: Newsroom) -> None:
    """Under --mono no colour is sent, not even with a theme of sixteen."""
    for environment in ({}, {"TERM": "linux", "COLORTERM": ""}):
        _, raw = shown(room, "--mono", environment=environment, keys="i?")
        codes = {code for found in _SGR.findall(raw) for code in found.split(b";")}
        assert codes <= {b"", *(b"%d" % code for code in (*range(10), *range(22, 30), 39, 49))}
