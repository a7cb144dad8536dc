"""`newsdesk --plain` as a shell runs it in a pipe: real processes, each with its own archive."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsdesk import ROOT, Done, Newsroom
from tests.plain.talk import TIES, VIETNAM
from tui.plain import table

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("planted")]


def test_a_pipe_is_answered_in_full(room: Newsroom) -> None:
    """Each line of a pipe is answered, a text to its end; there is no prompt, and nothing on stderr."""
    done = room.run("--plain", typed="party:cpv\n1\n")
    assert (done.status, done.err) == (0, "")
    assert done.lines[:4] == ["2 texts, 2 unread.", VIETNAM, "2 texts: party CPV.", VIETNAM]
    assert done.lines[4] == VIETNAM.split(". ")[1] and done.lines[-1] == "End of the text."
    assert len(done.lines) == 21


@pytest.mark.parametrize("words", [("--plain", "party:cpp"), ("open", "party:cpp", "--plain")])
def test_a_session_may_begin_with_a_query(room: Newsroom, words: tuple[str, ...]) -> None:
    """The query of the command line is in force from the beginning, with the word open and without."""
    assert room.run(*words).lines == ["1 text: party CPP.", VIETNAM]


def test_a_mistake_at_the_start_is_status_2(room: Newsroom) -> None:
    """A query that is not understood begins no session."""
    done = room.run("--plain", "party:cqv", typed="1\n")
    assert (done.status, done.out) == (2, "")
    assert "Did you mean cpv?" in done.err and "^^^" in done.err


def test_a_mistake_in_a_pipe_is_status_1(room: Newsroom) -> None:
    """A line that is not understood is told, the others are answered, and the status says so."""
    done = room.run("--plain", typed="nonsense\nparty:cpp\n")
    assert (done.status, done.err) == (1, "")
    assert done.lines[2:] == [
        "No command nonsense. ? lists the commands.",
        "To look for it in the texts: / nonsense",
        "1 text: party CPP.",
        VIETNAM,
    ]


def test_bytes_that_are_no_letters_are_a_line_like_another(room: Newsroom) -> None:
    """What is no UTF-8, NUL, controls and a line without an end are answered, and no control comes back."""
    done = room.run("--plain", typed=b"\xff\xfe\n\x00\n\x1b[2J\n/\xe9\x07\n" + b"x" * 300_000 + b"\nj")
    assert done.status == 1 and done.err == ""
    assert all(ord(letter) >= 32 for line in done.lines for letter in line)
    assert done.lines[-1] == TIES or done.lines[-1] == "No text is found, so there is nothing to read."


def test_no_stdin_is_the_end_of_it(room: Newsroom) -> None:
    """Without a stdin, or with none to read, the beginning is told, and that is all."""
    command = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-m", "tui", "--plain"]
    done = subprocess.run(
        command, cwd=ROOT, env=room.environment(), capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (
        0,
        ["2 texts, 2 unread.", VIETNAM],
        "",
    )


def test_whoever_reads_may_leave(room: Newsroom) -> None:
    """A pipe whose reader has gone ends the session quietly."""
    command = ["sh", "-c", '"$@" | head -n 1', "sh", sys.executable, "-m", "tui", "--plain"]
    many = "list\n" * 2000
    done = subprocess.run(
        command, cwd=ROOT, env=room.environment(), input=many, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("2 texts, 2 unread.\n", "")


def test_a_locale_without_utf_8_is_told_in_ascii(room: Newsroom) -> None:
    """Where stdout knows no UTF-8 every answer is ASCII, letters without their marks, and no escapes."""
    done = room.run("--plain", typed="1\ni\nR\n", environment={"PYTHONIOENCODING": "ascii"})
    assert done.status == 0 and done.out.isascii() and "\\" not in done.out
    assert "CPV's 13th National Congress\", paragraph 1" in done.out


def test_marks_of_a_reader_are_kept(room: Newsroom) -> None:
    """What is marked line by line is marked for every other command, under the reader's name."""
    room.run("--plain", "--reader", "mai", typed="s\nt asean\n")
    assert room.run("--plain", "--reader", "mai", "is:starred", typed="").lines[0] == "1 text: starred."
    assert room.run("--plain", "is:starred", typed="").lines[0] == "Nothing matches is:starred."
    assert not list((room.folder / "home").rglob("*hist*"))


def test_a_kiosk_can_be_read_line_by_line(room: Newsroom, tmp_path: Path) -> None:
    """--kiosk and --plain hold together: the same answers, no archive made, nothing from the environment."""
    room.run("list")

    def kiosk(folder: Path, typed: str) -> Done:
        command = ("--kiosk", "--plain", "--archive", str(folder), "--reader", "guest")
        return room.run(*command, typed=typed, without=("NEWSDESK_ARCHIVE",))

    done = kiosk(room.archive, "s\nu\n!ls\n:q\n|cat\nC\nexport\n")
    assert done.status == 1 and done.err == ""
    assert done.lines[3] == "Took back: starred 1 text."
    assert "C is for the dashboard only" in done.out
    assert kiosk(tmp_path / "nowhere", "").status == 3 and not (tmp_path / "nowhere").exists()


def test_a_kiosk_that_may_only_read_says_so_when_asked(room: Newsroom) -> None:
    """Where a kiosk's archive cannot be written, reading is quiet, and a mark is refused in a sentence."""
    room.run("list")
    for path in (room.archive, *room.archive.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    command = ("--kiosk", "--plain", "--archive", str(room.archive))
    done = room.run(*command, typed="1\ns\n", powerless=True, without=("NEWSDESK_ARCHIVE",))
    assert done.status == 1 and done.err == ""
    assert done.lines[2] == VIETNAM.split(". ")[1] and done.lines[-2] == "End of the text."
    assert done.lines[-1].startswith("Not done: ")


def test_a_damaged_archive_is_told_and_is_status_3(room: Newsroom) -> None:
    """What of an archive cannot be read is named at the beginning; the rest is answered."""
    room.run("list")
    (room.archive / "corrections.json").write_bytes(b"{")
    done = room.run("--plain", typed="1\n")
    assert done.status == 3
    assert done.lines[0].startswith("Left out: ") and "newsdesk doctor" in done.lines[1]
    assert done.lines[-1] == "End of the text."


def test_no_screen_is_loaded(room: Newsroom) -> None:
    """A session in which every command is given loads neither Textual nor click."""
    script = (
        "import sys; from tui.__main__ import main; sys.argv = ['newsdesk', '--plain']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    every = "".join(f"{one.name}\n" for one in table.EVERY if one is not table.END)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, env=room.environment(), input=f"party:cpv\n{every}0\np c\nd 1\ng c 1 a\nn\n*\nt x\na x\n",
        text=True, capture_output=True, timeout=60,
    )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "store" in loaded and loaded.isdisjoint({"textual", "click", "asyncio", "watchfiles"})


def test_a_read_only_archive_keeps_marks_apart(room: Newsroom) -> None:
    """Where the archive cannot be written a mark says where it is kept instead."""
    room.run("list")
    for path in (room.archive, *room.archive.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = room.run("--plain", typed="s\n", powerless=True)
    assert done.lines[2].startswith("Starred 1 text: ")
    assert done.lines[3].startswith("Kept for you alone, since this archive is read-only: ")
