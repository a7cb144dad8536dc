"""Files that another process reads ahead come into the index as if this one had read them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.ahead import MANY, Ahead
from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.contents import contents
from store.archive.entries import entry
from store.archive.index import Index
from store.archive.shelves import Shelves
from store.archive.upkeep import LITTLE
from store.document import to_document
from tests.archive.drawing import write
from tests.archive.indexing import Content, content
from tests.archive.making import listed, many

FILES = MANY + 8
EACH = 3


def _fill(folder: Path, first: int, last: int) -> None:
    for number in range(first, last + 1):
        texts = many(EACH, number * EACH)
        write(folder, number, {n: to_document(text) for n, text in enumerate(texts, 1)})


def _indexed(folder: Path) -> Content:
    index = Index(folder / "index.sqlite")
    index.renew()
    return content(index, ["word", "text"])


def _made_alone(folder: Path) -> Content:
    """Return what an index says to which files came so few at a time that one process read them."""
    archive = Archive(folder, "ann")
    for first in range(1, FILES + 1, LITTLE):
        _fill(folder, first, min(first + LITTLE - 1, FILES))
        archive.refresh()
        assert not archive.behind
    return _indexed(folder)


def _end_helpers(done: int, of: int) -> None:
    for process in multiprocessing.active_children():
        process.kill()


def _go_on(done: int, of: int) -> None:
    pass


@pytest.mark.parametrize("tell", [_go_on, _end_helpers])
def test_an_index_is_the_same_whoever_reads(tmp_path: Path, tell: Callable[[int, int], None]) -> None:
    """Another process reads, or is killed after the first files: what comes into the index is the same."""
    expected = _made_alone(tmp_path / "alone")
    folder = tmp_path / "ahead"
    _fill(folder, 1, FILES)
    archive = Archive(folder, "ann")
    assert archive.behind == FILES
    archive.catch_up(tell)
    assert _indexed(folder) == expected
    assert multiprocessing.active_children() == []


def test_damage_and_corrections_come_in(tmp_path: Path) -> None:
    """A file that cannot be read is named, and what people corrected is listed as corrected."""
    _fill(tmp_path, 1, FILES)
    archive = Archive(tmp_path, "ann")
    archive.catch_up()
    one = listed(archive)[0]
    archive.corrector.correct(Amendment(one, "date", "1999"))
    (tmp_path / "articles/00003.json").write_bytes(b"no articles")
    for file in tmp_path.glob("index.sqlite*"):
        file.unlink()
    again = Archive(tmp_path, "ann")
    again.catch_up()
    assert [error.file for error in again.damaged] == ["articles/00003.json"]
    assert listed(again, "date:1999") == [one]
    assert len(listed(again)) == (FILES - 1) * EACH
    assert not again.behind


def test_who_asks_reads_alone_once_the_other_was_ended(tmp_path: Path) -> None:
    """A process that was killed tells nothing more, and nobody waits for it."""
    _fill(tmp_path, 1, 2)
    shelves = Shelves(tmp_path, "ann", 0)
    shelves.refresh()
    ahead = Ahead(tmp_path, shelves.seals)
    _end_helpers(0, 2)
    for name, seal in shelves.seals.items():
        assert ahead.contents(name, seal) is None
    ahead.close()


def test_only_the_state_that_was_asked_for_counts(tmp_path: Path) -> None:
    """What was read in another state, or is damaged or gone, must be read again by who asks."""
    _fill(tmp_path, 1, 5)
    (tmp_path / "articles/00002.json").write_bytes(b"no articles")
    shelves = Shelves(tmp_path, "ann", 0)
    shelves.refresh()
    seals = shelves.seals
    ahead = Ahead(tmp_path, [*seals, "00009"])
    try:
        assert ahead.contents("00001", seals["00001"]) == contents(shelves.each("00001", entry))
        assert ahead.contents("00002", seals["00002"]) is None
        assert ahead.contents("00003", seals["00003"]._replace(changed=1)) is None
        assert ahead.contents("00005", seals["00005"]) == contents(shelves.each("00005", entry))
        assert ahead.contents("00004", seals["00004"]) is None, "it was passed by"
        assert ahead.contents("00009", seals["00001"]) is None
    finally:
        ahead.close()


def _catch_up(folder: str) -> None:
    Archive(Path(folder), "ann").catch_up()


def test_a_process_that_helps_reads_alone(tmp_path: Path) -> None:
    """A process that may have none of its own, as that which reads texts again, makes the same index."""
    _fill(tmp_path, 1, FILES)
    start = multiprocessing.get_context("spawn").Process
    helper = start(target=_catch_up, args=(str(tmp_path),), daemon=True)
    helper.start()
    helper.join(60)
    assert helper.exitcode == 0
    archive = Archive(tmp_path, "ann")
    assert not archive.behind
    assert len(listed(archive)) == FILES * EACH
