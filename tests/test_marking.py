"""`newsdesk mark`: what is said is kept, printed, and found again; what cannot be said changes nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.archive.marks import Mark
from store.archive.readers import Reader
from tests.newsdesk import Newsroom

pytestmark = pytest.mark.slow

NEWER, OLDER = "42c399a76e27", "313c"


@pytest.fixture
def seeded(room: Newsroom, planted: None) -> list[str]:
    """The ids of the two seeds of an archive, the newer first."""
    return [line.split()[-1] for line in room.run("list").lines]


def marks(room: Newsroom, reader: str) -> dict[str, Mark]:
    """Return what a reader said of the texts of an archive."""
    return dict(Reader(room.archive / "readers", reader).marks().articles)


def test_several_things_are_said_of_several_texts(room: Newsroom, seeded: list[str]) -> None:
    """Short ids do, several options at once do, and a line a text says what is said of it now."""
    one, two = seeded
    done = room.run("mark", one[:4], two[:5], "--read", "--tag", "ASEAN", "--tag", "to do", "--reader", "ann")
    assert (done.status, done.err) == (0, "")
    assert [line.partition("  ")[0] for line in done.lines] == [one, two]
    assert all("  read, #ASEAN, #to do  " in line for line in done.lines)
    done = room.run(
        "mark", one, one[:6], "--star", "--unread", "--untag", "asean", "--note", "Call", "--paragraph", "2",
        "--reader", "ann",
    )  # fmt: skip
    assert (done.status, len(done.lines)) == (0, 1)
    assert "  starred, #to do, 1 note  Vietnam informs" in done.out
    found = marks(room, "ann")
    assert (found[one].read, found[one].starred, found[one].tags) == (False, True, ("to do",))
    assert [(n.text, n.paragraph) for n in found[one].notes] == [("Call", 1)]
    assert found[two] == Mark(True, None, ("ASEAN", "to do"))
    assert "unread  Vietnam" in room.run("mark", one, "--unstar", "--untag", "to do", "--reader", "bob").out


def test_show_prints_tags_and_notes(room: Newsroom, seeded: list[str]) -> None:
    """`show` says what this account's reader said, each note with place and time, and nothing of others."""
    one, two = seeded
    room.run("mark", one, "--tag", "asean", "--note", "Whole text", "--note", "A second")
    room.run("mark", one, "--note", "On a paragraph", "--paragraph", "3", "--tag", "b")
    room.run("mark", two, "--tag", "secret", "--reader", "someone.else")
    shown = re.sub(r"\s+", " ", room.run("show", one).out)
    assert "Tags asean, b Notes Whole text (20" in shown
    assert re.search(r"On a paragraph \(paragraph 3, \d{4}-\d\d-\d\d \d\d:\d\d\)", shown)
    assert "Tags" not in room.run("show", two).out
    assert room.run("list", "tag:ASEAN has:note").lines == room.run("list", f"id:{one}").lines


def test_marks_are_harmless_on_a_terminal(room: Newsroom, seeded: list[str]) -> None:
    """What is typed is kept without controls, and what a tampered file holds is printed without them."""
    done = room.run(
        "mark", seeded[0], "--tag", "a\x1b]0;x\x07\u202e", "--note", "n\x1b[2J", "--reader", "ann"
    )
    assert done.status == 0 and "\x1b" not in done.out and "\u202e" not in done.out
    path = room.archive / "readers/ann.json"
    assert b"\\u001b" not in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(b'"tags":["a', rb'"tags":["a\u001b[31m'))
    done = room.run("mark", seeded[0], "--read", "--reader", "ann")
    assert "#a\ufffd[31m" in done.out


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (["{one}", "ffff", "--read", "--tag", "t"], 1, "No article ffff in this archive"),
        (["{one}", "--note", "n", "--paragraph", "99"], 1, "and no paragraph 99; nothing was marked"),
        (["{one}", "--star", "--tag", "bud*"], 2, "bud* cannot be a tag"),
        (["{one}", "--tag", " "], 2, "A tag needs a letter"),
        (["{one}", "--tag", "x" * 41], 2, "A tag can have 40 characters"),
        (["{one}", "--note", ""], 2, "A note needs at least one word"),
        (["{one}", "--note", "x" * 2001], 2, "A note can have 2,000 characters"),
        (["{one}"], 2, "Say what to mark"),
        (["{one}", "--paragraph", "1", "--read"], 2, "--paragraph says where a --note stands"),
        (["{one}", "--note", "n", "--paragraph", "0"], 2, "0 is not in the range"),
        (["--read"], 2, "ID"),
        (["", "--read"], 1, "No article"),
    ],
)
def test_what_cannot_be_marked_changes_nothing(
    room: Newsroom, seeded: list[str], arguments: list[str], status: int, reason: str
) -> None:
    """A wrong id, tag, note or paragraph is named in one sentence, and no text at all is marked."""
    done = room.run("mark", *(a.format(one=seeded[0]) for a in arguments), "--reader", "ann")
    assert (done.status, done.out) == (status, "")
    assert reason in done.err
    assert "Traceback" not in done.err
    assert not (room.archive / "readers/ann.json").exists()


def test_too_many_tags_are_refused(room: Newsroom, seeded: list[str]) -> None:
    """A text can have so many tags; one more is refused, and the other texts get none either."""
    fifty = [word for n in range(50) for word in ("--tag", f"t{n}")]
    assert room.run("mark", seeded[0], *fifty, "--reader", "ann").status == 0
    done = room.run("mark", *seeded, "--tag", "more", "--reader", "ann")
    assert (done.status, done.out) == (1, "")
    assert "A text can have 50 tags, and this one would have 51" in done.err
    assert len(marks(room, "ann")) == 1


def test_an_archive_that_cannot_be_written_is_marked_apart(room: Newsroom, seeded: list[str]) -> None:
    """Where the archive cannot be written marks go to the account's folder, and a sentence says so."""
    paths = (room.archive, *room.archive.rglob("*"))
    modes = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {path: path.stat().st_mtime_ns for path in paths}
    try:
        done = room.run("mark", seeded[0], "--star", "--tag", "apart", powerless=True)
        assert (done.status, len(done.lines)) == (0, 1)
        assert "the archive cannot be written; your marks are kept in " in done.err
        assert Path(done.err.split()[-1]).is_relative_to(room.folder / "home")
        assert "apart" in room.run("show", seeded[0], powerless=True).out
        assert room.run("list", "tag:apart", powerless=True).out.split()[-1] == seeded[0]
        assert {p: p.stat().st_mtime_ns for p in (room.archive, *room.archive.rglob("*"))} == before
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert room.run("list", "tag:apart").lines == []
    assert "starred, #apart" in room.run("mark", seeded[0], "--read").out
    assert len(room.run("list", "tag:apart is:read is:starred").lines) == 1
