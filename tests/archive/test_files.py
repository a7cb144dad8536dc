"""Files are replaced whole, and one writer at a time holds the lock."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from store.archive import files
from store.archive.archive import Archive
from store.errors import ArchiveBusy, ArchiveError
from tests.archive.making import many


def test_replacing_leaves_nothing_beside(tmp_path: Path) -> None:
    """A replaced file has the new content and mode, no draft is left, and an old draft is no hindrance."""
    path = tmp_path / "a.json"
    (tmp_path / "a.json.tmp").write_bytes(b"left by a process that died")
    files.replace(path, b"one", 0o600)
    files.replace(path, b"two", 0o600)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_reader_of_the_old_file_keeps_it(tmp_path: Path) -> None:
    """Who opened a file before it was replaced reads the old content to its end."""
    path = tmp_path / "a.json"
    files.replace(path, b"old" * 1000, 0o600)
    with path.open("rb") as reader:
        files.replace(path, b"new", 0o600)
        assert reader.read() == b"old" * 1000


def test_a_draft_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """A link laid in place of the draft leads no write to another file."""
    (tmp_path / "victim").write_bytes(b"keep")
    (tmp_path / "a.json.tmp").symlink_to(tmp_path / "victim")
    files.replace(tmp_path / "a.json", b"new", 0o600)
    assert (tmp_path / "victim").read_bytes() == b"keep"


def test_a_writer_that_waits_too_long_names_the_holder(tmp_path: Path) -> None:
    """A writer waits for its turn as long as it has patience, then says who is writing."""
    lock = tmp_path / "lock"
    begun = time.monotonic()
    with (
        files.locked(lock, "mai"),
        pytest.raises(ArchiveBusy, match=rf"mai \(pid {os.getpid()}\) since 20") as caught,
        files.locked(lock, "ann", patience=0.2),
    ):
        pass
    assert 0.2 <= time.monotonic() - begun < files.PATIENCE
    assert caught.value.holder.startswith("mai")
    with files.locked(lock, "ann", patience=0):
        assert lock.read_text().startswith(f"ann (pid {os.getpid()}) since 20")
    assert lock.stat().st_mode & 0o077 & ~0o060 == 0


def test_a_disk_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk, such as one on a network, has no locks to give, nothing is written without one."""

    def refuse(descriptor: int, operation: int) -> NoReturn:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(ArchiveError, match=r"/lock: cannot be locked: this disk knows no locks$"):
        Archive(tmp_path).add(many(1))
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_an_archive_waits_for_its_turn(tmp_path: Path) -> None:
    """Adding waits while another holds the lock and then succeeds; marks and reading never wait for it."""
    archive = Archive(tmp_path, "ann", patience=0.1)
    one, two, three = many(3)
    archive.add([one])
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with files.locked(tmp_path / "lock", "mai"):
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    with pytest.raises(ArchiveBusy, match="mai"):
        archive.add([two])
    archive.mark([one.id], read=True)
    assert Archive(tmp_path, "ann").article(one.id) == one
    threading.Timer(0.1, done.set).start()
    assert Archive(tmp_path).add([three])[0].state == "added"
    other.join()


@pytest.mark.parametrize(("mode", "shared"), [(0o2770, True), (0o2750, False), (0o770, False)])
def test_a_shared_archive_is_shared_whatever_the_umask(tmp_path: Path, mode: int, shared: bool) -> None:
    """Where the archive is its group's to write, all that is made in it is too, but for a reader's own."""
    folder = tmp_path / "archive"
    folder.mkdir()
    folder.chmod(mode)
    old = os.umask(0o022)
    try:
        archive = Archive(folder, "ann")
        (one,) = many(1)
        archive.add([one])
        archive.mark([one.id], read=True)
    finally:
        os.umask(old)
    for name, wanted in (("lock", 0o660), ("letters.json", 0o660), ("articles/00001.json", 0o660),
                         ("readers/ann.json", 0o600), ("readers/ann.lock", 0o600),
                         ("articles", 0o770), ("readers", 0o770)):  # fmt: skip
        rights = (folder / name).stat().st_mode & 0o777
        assert rights == (wanted if shared else wanted & ~0o022), name


@pytest.mark.parametrize(
    "use",
    [
        lambda file: Archive(file),
        lambda file: Archive(file / "below").add(many(1)),
        lambda file: files.make_folder(file),
        lambda file: files.replace(file / "a", b"", 0o600),
        lambda file: files.names(file, ".json"),
    ],
)
def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path, use: Callable[[Path], object]) -> None:
    """Where a folder should be and a file is, the error names it and nothing is changed."""
    file = tmp_path / "file"
    file.write_bytes(b"keep")
    with pytest.raises(ArchiveError, match=rf"^{re.escape(str(file))}(/a)?: .*is no folder$"):
        use(file)
    assert file.read_bytes() == b"keep"


def test_the_index_of_a_shared_archive_is_its_groups(tmp_path: Path) -> None:
    """Whoever makes the index of an archive that a newsroom shares, colleagues may write it."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o2770)
    old = os.umask(0o022)
    try:
        Archive(folder / "archive").add(many(2))
    finally:
        os.umask(old)
    made = [path for path in (folder / "archive").iterdir() if path.name.startswith("index.sqlite")]
    assert made and {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o660}
