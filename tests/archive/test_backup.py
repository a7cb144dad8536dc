"""Each day's first state of what changed is kept, for seven days, and never stops a write."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.archive import backup, files
from store.archive.archive import Archive
from store.archive.storage import TableFiles, append_documents, change_documents
from store.archive.tables import read_table
from tests.archive.making import many

DAY = date(2026, 11, 21)


def _archive(folder: Path) -> Path:
    """Return an archive with one file, whose first state is `one`."""
    (folder / "articles").mkdir(parents=True)
    (folder / "lock").touch()
    path = folder / "articles/00001.json"
    path.write_bytes(b"one")
    return path


def _today(folder: Path) -> Path:
    return folder / "backup" / datetime.now(UTC).date().isoformat()


def test_the_first_state_of_a_day_is_kept(tmp_path: Path) -> None:
    """Of several changes of a day the state before the first is kept, as a second name of the same file."""
    path = _archive(tmp_path)
    for number, data in enumerate((b"two", b"three", b"four")):
        backup.keep_first(tmp_path, path, DAY + timedelta(number == 2))
        files.replace(path, data, 0o660)
    assert (tmp_path / "backup/2026-11-21/articles/00001.json").read_bytes() == b"one"
    assert (tmp_path / "backup/2026-11-22/articles/00001.json").read_bytes() == b"three"
    assert [(day, kept.read_bytes()) for day, kept in backup.states(tmp_path, path)] == [
        ("2026-11-22", b"three"),
        ("2026-11-21", b"one"),
    ]


def test_a_backup_costs_no_second_copy(tmp_path: Path) -> None:
    """The backup is a hard link: what was written once is written no second time."""
    path = _archive(tmp_path)
    inode = path.stat().st_ino
    backup.keep_first(tmp_path, path, DAY)
    assert (tmp_path / "backup/2026-11-21/articles/00001.json").stat().st_ino == inode


def test_what_is_no_file_is_not_kept(tmp_path: Path) -> None:
    """A missing file, a folder, a link and a pipe have no state to keep, and make no folder."""
    path = _archive(tmp_path)
    makers: tuple[Callable[[], None], ...] = (
        lambda: None,
        path.mkdir,
        lambda: path.symlink_to("lock"),
        lambda: os.mkfifo(path),
    )
    for make in makers:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        make()
        backup.keep_first(tmp_path, path, DAY)
    assert not (tmp_path / "backup").exists()


def test_seven_days_are_kept(tmp_path: Path) -> None:
    """The newest seven days stay; what is no day, and what a repair set aside, is left alone."""
    path = _archive(tmp_path)
    for name in ("notes", "2026-13-01", "20261101", "2026-11-05.old"):
        (tmp_path / "backup" / name).mkdir(parents=True)
    for number in range(8):
        backup.keep_first(tmp_path, path, date(2026, 11, 1) + timedelta(2 * number))
        if number == 0:
            backup.set_aside(tmp_path, path, date(2026, 11, 1))
    assert backup.days(tmp_path) == [f"2026-11-{day:02}" for day in (15, 13, 11, 9, 7, 5, 3, 1)]
    assert os.listdir(tmp_path / "backup/2026-11-01") == ["damaged"]
    assert {"notes", "2026-13-01", "20261101", "2026-11-05.old"} < set(os.listdir(tmp_path / "backup"))
    backup.keep_first(tmp_path, path, date(2026, 11, 17))
    assert not (tmp_path / "backup/2026-11-03").exists()


@pytest.mark.parametrize("number", [errno.EPERM, errno.EXDEV, errno.EMLINK])
def test_where_there_are_no_hard_links_it_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """On a disk without hard links the state is copied, with the rights of the file."""
    path = _archive(tmp_path)
    path.chmod(0o600)

    def refuse(*arguments: object, **more: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", refuse)
    backup.keep_first(tmp_path, path, DAY)
    (kept,) = (kept for _, kept in backup.states(tmp_path, path))
    assert (kept.read_bytes(), kept.stat().st_mode & 0o777, kept.stat().st_nlink) == (b"one", 0o600, 1)


def test_another_disk_takes_copies(tmp_path: Path) -> None:
    """Where backup/ is a link to another file system, the states are copied there."""
    if not os.path.isdir("/dev/shm") or os.stat("/dev/shm").st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system here")
    path = _archive(tmp_path)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
        (tmp_path / "backup").symlink_to(elsewhere)
        backup.keep_first(tmp_path, path, DAY)
        assert Path(elsewhere, "2026-11-21/articles/00001.json").read_bytes() == b"one"


@pytest.mark.parametrize("place", ["backup", "backup/2026-11-21", "backup/2026-11-21/articles"])
def test_a_backup_that_cannot_be_kept_stops_nobody(tmp_path: Path, place: str) -> None:
    """Where a file stands in place of a folder of backups, it stays, and the change is made all the same."""
    path = _archive(tmp_path)
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_bytes(b"in the way")
    backup.keep_first(tmp_path, path, DAY)
    assert (tmp_path / place).read_bytes() == b"in the way"
    append_documents(tmp_path, "letters", {1: {"party": "p", "letter": "c"}})
    assert len(read_table(tmp_path / "letters.json")) == 1


def test_every_writer_keeps_the_first_state(tmp_path: Path) -> None:
    """Segments, letters, corrections and a reader's marks are kept before they change."""
    archive = Archive(tmp_path, "ann")
    one, two, three = many(3)
    archive.add([one])
    archive.mark([one.id], read=True, is_undoable=False)
    append_documents(tmp_path, "corrections", {1: {"article": one.id}})
    assert not (tmp_path / "backup").exists()
    archive.add([two])
    archive.mark([one.id], starred=True)
    append_documents(tmp_path, "corrections", {2: {"article": two.id}})
    change_documents(tmp_path, "letters", [1], lambda document: document.update(letter="z"))
    archive.add([three])
    kept = {
        path.relative_to(_today(tmp_path)): len(read_table(path)) for path in _today(tmp_path).rglob("*.json")
    }
    assert kept == {
        Path("articles/00001.json"): 1,
        Path("letters.json"): 1,
        Path("corrections.json"): 1,
        Path("readers/ann.json"): 1,
    }


def test_a_table_that_is_dropped_is_kept_first(tmp_path: Path) -> None:
    """Taking a table away is a change, too."""
    append_documents(tmp_path, "t", {1: {"a": 1}})
    (tmp_path / "lock").touch()
    storage = TableFiles(tmp_path)
    storage.write({})
    assert read_table(_today(tmp_path) / "t.json") == {"1": {"a": 1}}
    assert storage.read() is None


def test_a_folder_that_is_no_archive_gets_no_backups(tmp_path: Path) -> None:
    """Tables outside an archive, such as in a reader's own folder, leave nothing beside them."""
    for number in (1, 2):
        append_documents(tmp_path / "readers", "ann", {number: {"a": 1}})
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["ann.json", "readers"]


def test_an_archive_named_like_one_of_its_folders(tmp_path: Path) -> None:
    """An archive in a folder called `readers` keeps its backups within itself."""
    folder = tmp_path / "readers"
    for article in many(2):
        Archive(folder).add([article])
    assert [path.name for path in tmp_path.iterdir()] == ["readers"]
    assert (_today(folder) / "articles/00001.json").is_file()


@pytest.mark.parametrize("shared", [True, False])
def test_backups_of_readers_stay_their_own(tmp_path: Path, shared: bool) -> None:
    """A backup of a reader's marks has mode 0600, and colleagues can add to the folders if they may write."""
    folder = tmp_path / "archive"
    folder.mkdir()
    folder.chmod(0o2770 if shared else 0o700)
    old = os.umask(0o022)
    try:
        archive = Archive(folder, "ann")
        archive.add(many(1))
        for starred in (True, False):
            archive.mark([many(1)[0].id], starred=starred)
    finally:
        os.umask(old)
    kept = _today(folder) / "readers/ann.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    for place in (kept.parent, kept.parent.parent, kept.parent.parent.parent):
        assert place.stat().st_mode & 0o2770 == (0o2770 if shared else 0o750)


def test_what_is_set_aside_overwrites_nothing(tmp_path: Path) -> None:
    """Files and folders set aside on one day have names of their own; a file stays in its place meanwhile."""
    path = _archive(tmp_path)
    assert backup.set_aside(tmp_path, path, DAY) == tmp_path / "backup/2026-11-21/damaged/articles/00001.json"
    files.replace(path, b"two", 0o660)
    assert backup.set_aside(tmp_path, path, DAY).name == "00001.json.2"
    assert path.read_bytes() == b"two"
    path.unlink()
    path.mkdir()
    (path / "inside").write_bytes(b"x")
    assert (backup.set_aside(tmp_path, path, DAY) / "inside").read_bytes() == b"x"
    assert not path.exists()
    aside = tmp_path / "backup/2026-11-21/damaged/articles"
    assert [(aside / name).read_bytes() for name in ("00001.json", "00001.json.2")] == [b"one", b"two"]


def test_drafts_of_dead_processes_are_swept_once_a_day(tmp_path: Path) -> None:
    """The day's first change of a segment takes away the drafts that killed writers left among them."""
    archive = Archive(tmp_path)
    archive.add(many(1))
    for place in ("articles/00007.json.tmp", "readers/mai.json.tmp"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(b"half")
    archive.add(many(1, 1))
    assert not (tmp_path / "articles/00007.json.tmp").exists()
    assert (tmp_path / "readers/mai.json.tmp").exists(), "mai may be writing it just now"
