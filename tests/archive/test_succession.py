"""An index in which much is dead is made anew beside the old one, which serves until then."""

from __future__ import annotations

from pathlib import Path

from store.archive import succession
from store.archive.archive import Archive
from store.archive.hits import Sighting
from store.archive.index import Index
from store.archive.shelves import Shelves
from store.document import to_document
from tests.archive.drawing import write
from tests.archive.making import article, listed, many

SEGMENTS = 5
EACH = 60


def _held(segment: int, edition: int) -> dict[int, dict[str, object]]:
    articles = many(EACH, segment * EACH)
    texts = [article(f"{a.body[0]} edition e{edition}", "2020", file=a.source.file) for a in articles]
    return {n: to_document(text) for n, text in enumerate(texts, 1)}


def _made(folder: Path) -> Archive:
    for segment in range(1, SEGMENTS + 1):
        write(folder, segment, _held(segment, 0))
    archive = Archive(folder, "ann")
    archive.catch_up()
    return archive


def _wear(archive: Archive) -> None:
    """Write one segment over and over until so much of the index is dead that it is to be made anew."""
    edition = 0
    while not archive.behind:
        edition += 1
        assert edition < 30
        write(archive.folder, 1, _held(1, edition))
        archive.refresh()


def test_a_worn_index_is_made_anew(tmp_path: Path) -> None:
    """Two desks see the same texts before and after, and what only the index knew is not forgotten."""
    archive, other = _made(tmp_path), Archive(tmp_path, "bob")
    file = archive.article(listed(archive)[0]).source.file
    archive.sighted([Sighting(file, 7, 9)])
    inode = (tmp_path / "index.sqlite").stat().st_ino
    _wear(archive)
    other.refresh()
    before = listed(other)
    assert len(before) == SEGMENTS * EACH
    told: list[tuple[int, int]] = []
    archive.catch_up(lambda done, every: told.append((done, every)))
    assert told[-1] == (SEGMENTS, SEGMENTS)
    assert not archive.behind
    assert (tmp_path / "index.sqlite").stat().st_ino != inode
    assert listed(other) == before, "who still reads the old one is not disturbed"
    for desk in (archive, other, Archive(tmp_path, "cho")):
        desk.refresh()
        assert listed(desk) == before
        assert not listed(desk, "e1")
        seen = desk.seen(file)
        assert seen is not None
        assert (seen.size, seen.changed) == (7, 9)
    assert not [path.name for path in tmp_path.glob("index.sqlite.new*")]


def test_what_is_lost_stays_known(tmp_path: Path) -> None:
    """What the old index knew of a file that cannot be read, the new one knows for a repair."""
    archive = _made(tmp_path)
    (tmp_path / "articles/00003.json").write_bytes(b"no articles")
    archive.refresh()
    _wear(archive)
    archive.catch_up()
    rows = Index(tmp_path / "index.sqlite")
    rows.renew()
    (lost,) = rows.reader().execute("SELECT count(*) FROM lost").fetchone()
    assert lost == EACH
    assert [error.file for error in archive.damaged] == ["articles/00003.json"]


def test_only_one_process_makes_it(tmp_path: Path) -> None:
    """While another process is about to make the index anew, all goes on with the old one."""
    archive = _made(tmp_path)
    _wear(archive)
    inode = (tmp_path / "index.sqlite").stat().st_ino
    with Shelves(tmp_path, "somebody", 0).renewing(succession.LOCK):
        archive.catch_up()
        assert len(listed(archive)) == SEGMENTS * EACH
        assert (tmp_path / "index.sqlite").stat().st_ino == inode
    archive.catch_up()
    assert (tmp_path / "index.sqlite").stat().st_ino != inode
