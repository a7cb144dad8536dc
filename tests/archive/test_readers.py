"""Each reader's own file: what they marked and learned."""

from __future__ import annotations

import os
import pwd
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.archive.identity import account, given_name, safe_name
from store.archive.tables import read_table
from store.errors import ArchiveError, ArticleUnknown, ReaderRefused
from store.query import Query
from tests.archive.making import TODAY, listed, many

ALL = Query()


def test_marks_are_the_readers_own(archive: Archive) -> None:
    """What one reader marks is kept at once, seen by that reader anywhere and by no other."""
    one, two = many(2)
    archive.add([one, two])
    archive.mark([one.id, two.id], read=True)
    archive.mark([two.id], starred=True)
    archive.mark([one.id], read=False)
    for reader, expected in (("ann", {one.id: (False, False), two.id: (True, True)}), ("bob", {})):
        rows = Archive(archive.folder, reader).window(ALL, 0, 9, TODAY)
        assert {r.id: (r.read, r.starred) for r in rows} == {
            one.id: (False, False),
            two.id: (False, False),
            **expected,
        }
    assert (archive.folder / "readers/ann.json").stat().st_mode & 0o777 == 0o600
    assert listed(archive, "is:unread") == [one.id]
    archive.mark([one.id], read=True)
    assert listed(archive, "is:unread") == []


def test_marking_what_is_not_there_is_refused(archive: Archive) -> None:
    """Marking an unknown id is an error, and then nothing is marked."""
    (one,) = many(1)
    archive.add([one])
    with pytest.raises(ArticleUnknown):
        archive.mark([one.id, "f" * 12], starred=True)
    assert archive.tally(ALL, TODAY).starred == 0
    archive.mark([], read=True)
    archive.mark([one.id])
    assert not (archive.folder / "readers").exists()


def test_hints_go_for_ever(archive: Archive) -> None:
    """A hint that a reader learned stays learned, beside the marks and for that reader only."""
    (one,) = many(1)
    archive.add([one])
    archive.mark([one.id], read=True)
    archive.mine.learned("p")
    archive.mine.learned("p")
    archive.mine.learned("i")
    assert Archive(archive.folder, "ann").mine.marks.hints == {"p", "i"}
    assert Archive(archive.folder, "bob").mine.marks.hints == frozenset()
    assert Archive(archive.folder, "ann").tally(ALL, TODAY).unread == 0


@pytest.mark.parametrize(
    ("reader", "file"),
    [
        ("ann", "ann"),
        ("ann_b-2", "ann_b-2"),
        ("Ann_B-2", "ann_b-2-"),
        ("ann-0123abcd", "ann-0123abcd-"),
        ("../../etc/passwd", "etc-passwd-"),
        ("a b", "a-b-"),
        ("", "reader-"),
        ("..", "reader-"),
        ("Nguyễn", "nguy-n-"),
        ("a\x00\n\x1b[2J", "a-2j-"),
        ("\udcff", "reader-"),
        ("x" * 300, "x" * 64 + "-"),
    ],
)
def test_a_name_never_leads_elsewhere(reader: str, file: str) -> None:
    """Any name of a reader gives a plain file name; what had to be changed is told apart by a hash."""
    name = safe_name(reader)
    assert name == file or (name.startswith(file) and len(name) == len(file) + 8 and name != reader)


@pytest.mark.parametrize(
    "name", ["ann", "a", "7", "ann.b_c-d", "0ann", "a" * 32, "uid-1000", "ann.json", "a..b", "ann-"]
)
def test_names_that_can_be_given(name: str) -> None:
    """A name of small letters, digits, dots, lines and strokes is taken as it is."""
    assert given_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["", "Ann", "-rf", ".ann", "_a", "a" * 33, "a b", "a/b", "../x", "ann\n", "a\x00", "é", "a\u0301", "ａnn",
     "٣", "a\x1b[2J", "\udcff", "--reader"],
)  # fmt: skip
def test_other_names_are_refused(name: str) -> None:
    """Any other name is refused with a sentence that says what is allowed."""
    with pytest.raises(ReaderRefused, match=r"1 to 32 of a-z 0-9 \. _ -"):
        given_name(name)


_names = st.text(max_size=8) | st.text("aAbB-", max_size=3)


@given(_names, _names)
def test_two_readers_never_share_a_file(one: str, other: str) -> None:
    """Different names have different files, on a disk that is blind to case too, and each name is safe."""
    assert (safe_name(one) == safe_name(other)) == (one == other)
    assert re.fullmatch(r"[a-z0-9_-]+", safe_name(one))


def test_the_reader_is_who_the_system_says(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name the reader is the owner of the account, whatever the environment claims."""
    monkeypatch.setenv("USER", "mallory")
    monkeypatch.setenv("LOGNAME", "mallory")
    (one,) = many(1)
    archive.add([one])
    Archive(archive.folder).mark([one.id], read=True)
    assert account() == pwd.getpwuid(os.getuid()).pw_name
    assert (archive.folder / "readers" / f"{safe_name(account())}.json").exists()


def test_two_desks_of_a_reader_merge(archive: Archive) -> None:
    """What another desk of the same reader marked meanwhile is neither lost nor hidden."""
    one, two = many(2)
    archive.add([one, two])
    other = Archive(archive.folder, "ann")
    other.mark([one.id], read=True)
    archive.mark([two.id], read=True)
    assert archive.tally(ALL, TODAY).unread == 0
    other.refresh()
    assert other.tally(ALL, TODAY).unread == 0


def test_damaged_marks_are_named_and_left_alone(archive: Archive) -> None:
    """A reader's file that is damaged is named; texts are shown unmarked, and marking changes nothing."""
    (one,) = many(1)
    archive.add([one])
    archive.mark([one.id], read=True)
    path = archive.folder / "readers/ann.json"
    path.write_bytes(path.read_bytes()[:20])
    damaged = Archive(archive.folder, "ann")
    assert [e.file for e in damaged.damaged] == ["readers/ann.json"]
    assert damaged.tally(ALL, TODAY).unread == 1
    with pytest.raises(ArchiveError, match="damaged at byte 20"):
        damaged.mark([one.id], read=True)
    assert len(path.read_bytes()) == 20


def test_what_a_newer_program_kept_stays(archive: Archive) -> None:
    """Facts of a mark that this program does not know are kept when it changes the mark."""
    (one,) = many(1)
    archive.add([one])
    archive.mark([one.id], read=True)
    path = archive.folder / "readers/ann.json"
    path.write_bytes(path.read_bytes().replace(b'"read":true', b'"read":true,"tags":["t"]'))
    Archive(archive.folder, "ann").mark([one.id], starred=True)
    document = {"article": one.id, "read": True, "tags": ["t"], "starred": True}
    assert read_table(path)["1"] == document
