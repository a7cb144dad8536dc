"""An index that is damaged, of another version, taken away or somebody else's costs nothing but time."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from store.archive.archive import Archive
from store.document import to_document
from store.errors import ArchiveError
from store.query import Query
from tests.archive.drawing import write
from tests.archive.making import CPP, CPV, HANOI, TODAY, TRUNG, article, listed, many

ALL = Query()
TEXTS = [
    article(f"Text {n} " + "of many words " * (n % 40), f"20{n % 20:02}", [CPV, (CPP, HANOI, TRUNG)[n % 3]])
    for n in range(360)
]
PAGE = 4096


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of six segments, more than are read by the way, and its index with all in one file."""
    folder = tmp_path_factory.mktemp("kept") / "archive"
    for start in range(0, len(TEXTS), 60):
        held = {n: to_document(text) for n, text in enumerate(TEXTS[start : start + 60], 1)}
        write(folder, start // 60 + 1, held)
    Archive(folder, "ann").catch_up()
    with sqlite3.connect(folder / "index.sqlite") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return folder


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged; its segments are as old as they were."""
    return Path(shutil.copytree(kept, tmp_path / "archive"))


def _zeros(path: Path, first: float, last: float) -> None:
    data = path.read_bytes()
    start, end = (int(len(data) * part) // PAGE * PAGE for part in (first, last))
    path.write_bytes(data[:start] + bytes(end - start) + data[end:])


def _rot(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(3 * PAGE, len(data), 977):
        data[place] ^= 0x40
    path.write_bytes(data)


def _age(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 4711")
    database.close()


def _age_in_the_log(path: Path) -> None:
    """Leave the number of another version in the log only, where an opening that reads no log misses it."""
    with sqlite3.connect(path) as database, sqlite3.connect(path) as other:
        other.execute("BEGIN").execute("SELECT * FROM meta").fetchone()
        database.execute("PRAGMA user_version = 4711")
        database.commit()
        copies = [
            (path.with_name(path.name + s), (path.parent / f"index.sqlite{s}").read_bytes()) for s in _ALL
        ]
    database.close()
    other.close()
    for copy, data in copies:
        copy.write_bytes(data)


_ALL = ("", "-wal", "-shm")


def _belong_to_others(path: Path) -> None:
    with sqlite3.connect(path) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in ("meta", "segments", "articles"):
            assert table in tables
            database.execute(f"DROP TABLE {table}")
    database.close()


def _tamper(path: Path, change: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(change)
    database.close()


_TAMPERED: Final = [
    *(f"DROP TABLE {table}" for table in ("segments", "days", "lost", "words", "titles")),
    *(f"DELETE FROM meta WHERE key = '{key}'" for key in ("generation", "free", "dead")),
    *(f"UPDATE meta SET value = 'none' WHERE key = '{key}'" for key in ("generation", "free", "dead")),
]


def _be_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


_DAMAGES: list[Callable[[Path], object]] = [
    *(lambda path, n=n: _zeros(path, n / 10, (n + 1) / 10) for n in range(1, 10)),
    *(
        lambda path, n=n: path.write_bytes(path.read_bytes()[: len(path.read_bytes()) * n // 5])
        for n in range(5)
    ),
    lambda path: path.write_bytes(b"no index " * 5000),
    lambda path: path.with_name("index.sqlite-wal").write_bytes(b"no log " * 5000),
    _rot,
    _age,
    _age_in_the_log,
    _belong_to_others,
    *(lambda path, change=change: _tamper(path, change) for change in _TAMPERED),
    _be_a_folder,
    Path.unlink,
]


def _caught_up(folder: Path) -> Archive:
    """Open an archive as a command does that lists; a folder in the place of the index cannot be written."""
    archive = Archive(folder, "ann")
    with suppress(ArchiveError):
        archive.catch_up()
    return archive


@pytest.mark.parametrize("damage", _DAMAGES)
def test_a_bad_index_is_made_anew(folder: Path, damage: Callable[[Path], object]) -> None:
    """Whatever became of the index, all is listed, counted, found and added to, and no segment is changed."""
    before = {path: path.read_bytes() for path in sorted(folder.glob("articles/*"))}
    damage(folder / "index.sqlite")
    archive = _caught_up(folder)
    new = many(1, 5000)
    for _ in range(2):
        assert sorted(listed(archive)) == sorted(a.id for a in TEXTS)
        assert archive.tally(ALL, TODAY).texts == len(TEXTS)
        assert len(listed(archive, "party:cpp many")) == sum(n % 40 > 0 for n in range(0, len(TEXTS), 3))
        assert sum(b.exact + b.inferred for b in archive.histogram(ALL, "year", TODAY)) == len(TEXTS)
        assert [f.count for f in archive.facets(ALL, "party", TODAY)] == [len(TEXTS), len(TEXTS) // 3]
        assert all(archive.position(ALL, a.id, TODAY) is not None for a in TEXTS)
        archive = _caught_up(folder)
    assert {path: path.read_bytes() for path in sorted(folder.glob("articles/*"))} == before
    assert [o.state for o in archive.add([*new, TEXTS[0]])] == ["added", "unchanged"]
    assert len(listed(_caught_up(folder))) == len(TEXTS) + 1


def test_an_index_that_rots_under_an_open_archive_is_made_anew(folder: Path) -> None:
    """A desk that is open when the disk spoils the index goes on with all lists, also with one it holds."""
    archive = Archive(folder, "ann")
    rows = archive.listing(ALL, TODAY)
    assert len(rows(0, 5)) == 5
    for part in range(1, 10):
        _zeros(folder / "index.sqlite", part / 10, (part + 1) / 10)
    assert len(rows(0, 500)) == len(TEXTS)
    assert archive.tally(Query.parse("many"), TODAY).shown == sum(n % 40 > 0 for n in range(len(TEXTS)))
    assert not archive.behind


@pytest.mark.parametrize("change", _TAMPERED)
def test_an_index_tampered_with_under_an_open_archive_is_made_anew(folder: Path, change: str) -> None:
    """A desk that is open when somebody takes something out of the index goes on with all lists."""
    archive = Archive(folder, "ann")
    _tamper(folder / "index.sqlite", change)
    for _ in range(2):
        archive.refresh()
        archive.catch_up()
        assert len(listed(archive)) == len(TEXTS)


def test_damage_that_only_a_writer_meets_refuses_no_text(folder: Path) -> None:
    """A page of the index that no list reads is spoilt: what arrives is kept and listed all the same."""
    path = folder / "index.sqlite"
    with sqlite3.connect(path) as database:
        sought = "SELECT rootpage FROM sqlite_master WHERE name = 'lost'"
        (page,) = database.execute(sought).fetchone()
    database.close()
    archive = Archive(folder, "ann")
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"rot" * 1000)
    assert [o.state for o in archive.add(many(2, 5000))] == ["added", "added"]
    assert len(listed(archive)) == len(TEXTS) + 2
    assert [o.state for o in archive.add(many(2, 5000))] == ["unchanged", "unchanged"]


def test_names_and_marks_outlive_a_rotten_index(folder: Path) -> None:
    """What names mean and what a reader said is asked again of an index made anew, as lists are."""
    for ask in (
        lambda archive: archive.vocabulary.resolve("place", "hanoi") == {HANOI.id},
        lambda archive: archive.term(CPV.id) == "cpv",
        lambda archive: not archive.mine.of(TEXTS[5].id).read,
        lambda archive: archive.corrector.about(TEXTS[5].id) == (),
        lambda archive: not archive.damaged,
        lambda archive: archive.behind == 0,
    ):
        archive = Archive(folder, "ann")
        _rot(folder / "index.sqlite")
        assert ask(archive)
        Archive(folder, "ann").mend()


@pytest.mark.parametrize("suffixes", [("",), _ALL])
def test_an_index_thrown_away_under_open_archives_is_made_anew(
    folder: Path, suffixes: tuple[str, ...]
) -> None:
    """When one archive makes the index anew, another that is open reads and writes the new one at once."""
    first, second = Archive(folder, "ann"), Archive(folder, "bob")
    first.add([article("first", "2022", [HANOI])])
    second.refresh()
    for suffix in suffixes:
        (folder / f"index.sqlite{suffix}").unlink()
    assert len(listed(first)) == len(TEXTS) + 1
    second.refresh()
    second.catch_up()
    assert first.refresh()
    first.add([article("second", "2022", [TRUNG, CPP])])
    second.refresh()
    for archive in (first, second, Archive(folder)):
        assert len(listed(archive)) == len(TEXTS) + 2
        facets = archive.facets(Query.parse("second"), "party", TODAY)
        assert {f.abbr: f.count for f in facets} == {"CPV": 0, "CPP": 1}
        assert [f.count for f in archive.facets(Query.parse("first"), "place", TODAY)] == [1]


def test_a_list_that_is_held_goes_on_when_the_archive_has_changed(folder: Path) -> None:
    """Who still holds a list after a refresh gets rows of the list as it is now, whatever was read anew."""
    archive, other = Archive(folder, "ann"), Archive(folder)
    rows = archive.listing(Query.parse("many sort:date"), TODAY)
    held = {n: to_document(text) for n, text in enumerate(TEXTS[50:120], 1)}
    write(folder, 2, held)
    other.refresh()
    archive.refresh()
    ids = [row.id for row in rows(0, 1000)]
    assert ids == listed(archive, "many sort:date")
    assert len(ids) == len({*ids})
