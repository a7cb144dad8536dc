"""What lies below a folder: in order, described without being opened, and in proportion to its number."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.ingest import ingest
from store.intake.walking import Found, below
from store.wire import gazetteer
from tests.growth import grows_in_proportion
from tests.intake.texts import LONG_AGO, NOW, write_old

NOWHERE = Path("/nowhere")


def test_files_are_described_as_the_disk_has_them(wire: Path) -> None:
    """Each file comes with its size and time of change, in order of the bytes of the names."""
    for name in ("b", "a/z", "a.txt", "a b"):
        (wire / name).parent.mkdir(exist_ok=True)
        write_old(wire / name, name)
    found = [(os.path.relpath(f.path, wire), f.size, f.changed, f.reason) for f in below([wire], NOWHERE)]
    assert found == [(name, len(name), LONG_AGO, None) for name in ("a/z", "a b", "a.txt", "b")]


def test_the_current_folder_names_its_files_without_a_dot(
    wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path is named as a person would, whether the folder was given as a dot or with one too many."""
    (wire / "a").mkdir()
    (wire / "a/b").touch()
    monkeypatch.chdir(wire)
    for given, told in ((".", "a/b"), ("./a/", "a/b"), ("a//b", "a/b"), ("../wire", "../wire/a/b")):
        assert [found.path for found in below([Path(given)], NOWHERE)] == [told]


def test_what_is_no_file_is_named_without_being_opened(wire: Path) -> None:
    """A link, a pipe and an empty folder come with the reason why nothing can come of them."""
    os.mkfifo(wire / "a pipe")
    (wire / "b link").symlink_to(wire)
    assert [f.reason for f in below([wire], NOWHERE)] == ["is no regular file", "is a link"]
    (wire / "c").mkdir()
    assert list(below([wire / "c", wire / "d"], NOWHERE)) == [
        Found(f"{wire}/c", reason="is a folder without files"),
        Found(f"{wire}/d", reason="does not exist"),
    ]


def test_walking_grows_with_the_number_of_files(tmp_path: Path) -> None:
    """Twice as many files, and twice as many folders, take about twice as long."""
    for name, files in (("small", 6_000), ("large", 12_000)):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(files):
            (folder / str(number)).touch()
            if number % 20 == 0:
                (folder / f"folder {number}").mkdir()
    small, large = str(tmp_path / "small"), str(tmp_path / "large")
    assert grows_in_proportion(lambda folder: sum(1 for _ in below([Path(folder)], NOWHERE)), small, large)


@pytest.mark.slow
def test_skipping_grows_with_the_number_of_files(tmp_path: Path) -> None:
    """Twice as many files that did not change take about twice as long to pass over."""
    archives = {}
    for name, files in (("small", 600), ("large", 1200)):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(files):
            write_old(folder / str(number), f"The text {number} of {name}.")
        archives[str(folder)] = Archive(tmp_path / f"{name} archive", "tester")
        for _ in ingest([folder], archives[str(folder)], gazetteer.load(), NOW):
            pass

    def skip(folder: str) -> None:
        for _ in range(5):
            reports = ingest([Path(folder)], archives[folder], gazetteer.load(), NOW)
            assert {report.state for report in reports} == {"unchanged"}

    assert grows_in_proportion(skip, str(tmp_path / "small"), str(tmp_path / "large"))
