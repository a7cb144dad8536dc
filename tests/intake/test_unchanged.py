"""Files that did not change: passed over by size and time, then by their bytes, and never by mistake."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import pytest

from store.archive.archive import Archive
from store.article import identity
from store.ingest import ingest
from store.intake.reading import content
from store.wire import gazetteer
from store.wire.gazetteer import Gazetteer
from tests.intake.texts import LONG_AGO, NOW, write_old

NOTHING = cast(Gazetteer, None)
"""With it nothing can be understood: what is taken in all the same was passed over."""


def _take(archive: Archive, *paths: Path, known: Gazetteer | None = None) -> list[tuple[str, str]]:
    reports = ingest(paths, archive, gazetteer.load() if known is None else known, NOW)
    return [(report.state, report.detail) for report in reports]


def _pass_over(archive: Archive, *paths: Path) -> list[tuple[str, str]]:
    return [(r.state, r.detail) for r in ingest(paths, archive, NOTHING, NOW)]


def test_a_file_of_the_same_size_and_time_is_not_opened(archive: Archive, wire: Path) -> None:
    """What the disk describes as before is not opened: not even other bytes are seen then."""
    write_old(wire / "a", "The first wording.")
    ((_, kept),) = _take(archive, wire)
    write_old(wire / "a", "Another wording!!!")
    assert _pass_over(archive, wire) == [("unchanged", kept)]


def test_a_file_with_the_same_bytes_is_not_understood_again(archive: Archive, wire: Path) -> None:
    """A file that was only touched is read and not understood; the next time it is not even opened."""
    write_old(wire / "a", "The first wording.")
    ((_, kept),) = _take(archive, wire)
    os.utime(wire / "a", ns=(LONG_AGO + 5, LONG_AGO + 5))
    assert _pass_over(archive, wire) == [("unchanged", kept)]
    (wire / "a").write_text("Another wording!!!")
    os.utime(wire / "a", ns=(LONG_AGO + 5, LONG_AGO + 5))
    assert _pass_over(archive, wire) == [("unchanged", kept)]


def test_a_change_within_the_tick_of_a_clock_is_seen(archive: Archive, wire: Path) -> None:
    """A file read right after it was written may change and keep its size and time: it is looked at again."""
    (wire / "a").write_text("The first wording.")
    seen = (wire / "a").stat()
    _take(archive, wire)
    (wire / "a").write_text("Another wording!!!")
    os.utime(wire / "a", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert _take(archive, wire) == [("replaced", identity("Another wording!!!"))]


def test_a_file_from_the_future_is_never_trusted(archive: Archive, wire: Path) -> None:
    """A time that has not come yet says nothing: another text of that size and time is seen."""
    for text, state in (("The first wording.", "added"), ("Another wording!!!", "replaced")):
        (wire / "a").write_text(text)
        os.utime(wire / "a", ns=(2**62, 2**62))
        assert _take(archive, wire) == [(state, identity(text))]


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end() -> None:
    """A file whose size the system does not say, or no longer truly, is read whole all the same."""
    if not Path("/proc/self/status").is_file():
        pytest.skip("this system has no files of unknown size to offer")
    read = content("/proc/self/status")
    assert read.data.startswith(b"Name:") and read.data.endswith(b"\n")
    assert (read.size, read.changed) == (None, None)


def test_the_same_text_under_another_name_is_passed_over_too(archive: Archive, wire: Path) -> None:
    """A text known from two files is unchanged under both names, without either being opened again."""
    for name in "ab":
        write_old(wire / name, "One wording.")
    kept = identity("One wording.")
    assert _take(archive, wire) == [("added", kept), ("unchanged", kept)]
    assert _pass_over(archive, wire) == [("unchanged", kept)] * 2


def test_another_process_finds_what_did_not_change(archive: Archive, wire: Path) -> None:
    """What is known of files outlives the process that read them."""
    write_old(wire / "a", "One wording.")
    _take(archive, wire)
    write_old(wire / "a", "Two wordings")
    assert _pass_over(Archive(archive.folder, "tester"), wire) == [("unchanged", identity("One wording."))]


def test_without_an_index_everything_is_read(archive: Archive, wire: Path) -> None:
    """When what is known of files is gone, the bytes decide, and nothing is taken in twice."""
    write_old(wire / "a", "One wording.")
    _take(archive, wire)
    for file in archive.folder.glob("index.sqlite*"):
        file.unlink()
    later = Archive(archive.folder, "tester")
    later.catch_up()
    assert _take(later, wire) == [("unchanged", identity("One wording."))]
