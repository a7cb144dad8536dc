"""What is printed: whole lines into a pipe, lines broken between words and pages on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.tui.samples import ESCAPES, foreign
from tui.plain.voice import Voice
from tui.plain.words import Whole


@pytest.fixture(autouse=True)
def _size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a terminal of 20 by 10."""
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("LINES", "10")


def voice(*, is_seen: bool = True, by_page: bool = False) -> Voice:
    """Return a voice that spells everything as it is."""
    return Voice(str, is_seen=is_seen, by_page=by_page)


def test_a_pipe_gets_whole_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no terminal gets each line as one, however long."""
    voice(is_seen=False).tell(iter(["word " * 40, "end"]))
    assert capsys.readouterr().out == f"{('word ' * 40).rstrip()}\nend\n"


def test_a_terminal_gets_whole_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal gets lines that are broken between words, but for what is there to be copied."""
    voice().tell(iter(["one two three four five", "", Whole("one two three four five")]))
    assert capsys.readouterr().out == "one two three four\nfive\n\none two three four five\n"


def test_a_page_leaves_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    """A page ends before the line that has no room, the rest is kept until another answer is told."""
    speaker = voice(by_page=True)
    speaker.tell(iter("abcdefghijk"))
    assert capsys.readouterr().out.split() == [*"abcdefg", "Enter", "goes", "on."]
    rest = speaker.rest()
    assert rest is not None
    speaker.tell(rest)
    assert capsys.readouterr().out.split() == [*"hijk"] and speaker.rest() is None


def test_a_line_longer_than_a_page_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """The first line of a page is never cut, so that every page gets on."""
    speaker = voice(by_page=True)
    speaker.tell(iter(["word " * 100, "end"]))
    assert capsys.readouterr().out.count("word") == 100 and speaker.rest() is not None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(foreign)
def test_nothing_is_lost_and_nothing_obeyed(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Every letter of a line is printed, in order, and no control but the ends of lines."""
    voice().tell(iter([text + ESCAPES]))
    out = capsys.readouterr().out
    assert not [
        letter for letter in out if letter != "\n" and not (letter.isprintable() or ord(letter) > 159)
    ]
    assert "".join(out.split()).startswith("".join(text.split()))
