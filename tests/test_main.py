from __future__ import annotations

from pathlib import Path

import pytest

from tests.newsdesk import Newsroom
from tui.__main__ import opening

OPENINGS = (
    ((), ""),
    (("open",), ""),
    (("open", "party:cpv"), "party:cpv"),
    (("open", "-party:cpp"), "-party:cpp"),
    (("open", "--", "--x"), "--x"),
    (("--archive", "open", "open", "q"), "q"),
    (("open", "--archive=a", "--mouse", "q", "--now", "2026-11-21", "--reader", "mai"), "q"),
    (("--mono",), ""),
    (("--plain", "party:cpv"), "party:cpv"),
    (("--plain", "313c#p2"), "313c#p2"),
)


@pytest.mark.parametrize(("arguments", "query"), OPENINGS)
def test_a_plain_start_is_understood_without_click(arguments: tuple[str, ...], query: str) -> None:
    """A bare start and `open`, options before or after the name, are recognised as they are."""
    options = opening(arguments)
    assert options is not None and options.query == query


MICE = (
    ((), "", True),
    ((), "/dev/pts/1", False),
    (("--mouse",), "/dev/pts/1", True),
    (("--no-mouse",), "", False),
)


@pytest.mark.parametrize(("arguments", "terminal", "heard"), MICE)
def test_the_mouse_is_left_to_the_terminal_over_ssh(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], terminal: str, heard: bool
) -> None:
    """It is heard on this machine and not over ssh, unless somebody says otherwise."""
    monkeypatch.setenv("SSH_TTY", terminal)
    options = opening(arguments)
    assert options is not None and options.mouse is heard


NOT_OPENINGS = (
    ("list",), ("open", "a", "b"), ("open", "--help"), ("--version",),
    ("list", "--kiosk"), ("open", "--now", "someday"), ("--archive",), ("open", "--archive="), ("party:cpv",),
)  # fmt: skip


@pytest.mark.parametrize("arguments", NOT_OPENINGS)
def test_everything_else_is_left_to_click(arguments: tuple[str, ...]) -> None:
    """Other commands, questions for help and every mistake are for click to answer."""
    assert opening(arguments) is None


MISUSE = (
    (("list", "party:cqv"), "cqv"),
    (("list", "nosuch:x"), "nosuch"),
    (("list", '"unclosed'), "quote"),
    (("list", "--jsno"), "--jsno"),
    (("list", "party:cpv", "date:2021"), "'party:cpv date:2021'"),
    (("list", "--now", "someday"), "someday"),
    (("nosuch",), "nosuch"),
    (("import",), "PATH"),
    (("--mouse", "list"), "--mouse"),
    (("--archive",), "--archive"),
    (("list", "--kiosk"), "--kiosk"),
    (("--kiosk", "import", "x"), "--kiosk"),
)


@pytest.mark.parametrize(("arguments", "named"), MISUSE)
def test_misuse_is_status_2_and_names_the_mistake(
    room: Newsroom, arguments: tuple[str, ...], named: str
) -> None:
    """A command line or query with a mistake prints nothing but a complaint that names it."""
    done = room.run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert named in done.err and "Traceback" not in done.err


def test_query_mistake_has_a_caret_below_it(room: Newsroom) -> None:
    """The mistake in a query is marked where it stands, below the query itself."""
    query, carets = room.run("list", "date:2021 party:cqv").err.splitlines()[-2:]
    assert query.strip() == "date:2021 party:cqv"
    assert query[carets.index("^") : carets.rindex("^") + 1] == "cqv"


def test_unknown_article(room: Newsroom) -> None:
    """An id that no article has is one sentence, status 1."""
    done = room.run("show", "ffffffffffff")
    assert (done.status, done.out) == (1, "")
    assert "ffffffffffff" in done.err and done.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [(), ("open",), ("open", "party:cpv"), ("--mono",), ("open", "-party:cpp")]
)
def test_no_terminal_is_one_sentence(room: Newsroom, arguments: tuple[str, ...]) -> None:
    """Without a terminal the dashboard says so at once, status 2, and makes no archive."""
    done = room.run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "terminal" in done.err and done.err.count("\n") == 1
    assert not room.archive.exists()


def test_unexpected_error_is_one_line_and_a_log(room: Newsroom) -> None:
    """What nobody foresaw is one line that names a log with the traceback, status 1."""
    broken = room.write("lib/orjson.py", "raise ValueError('broken on purpose')").parent
    done = room.run("list", "--json", environment={"PYTHONPATH": str(broken)})
    assert done.status == 1
    assert "broken on purpose" in done.err and done.err.count("\n") == 1
    log = Path(done.err.rpartition(" in ")[2].strip())
    assert "Traceback" in log.read_text()


def test_version_and_help(room: Newsroom) -> None:
    """--version and --help are answered, and help lists what works and nothing else."""
    assert room.run("--version").out.startswith("newsdesk 0.")
    told = room.run("--help").out
    listed = told.partition("Commands:")[2].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == [
        *("demo", "doctor", "follow", "import", "list", "mark", "open", "parse", "show")
    ]
    assert "--plain" in told
