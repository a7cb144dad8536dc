"""The storage keeps TinyDB's promises, on files as in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store.archive.storage import TableFiles
from store.archive.tables import read_document, read_each, read_table, table_bytes
from store.errors import ArchiveError


@pytest.fixture(params=["memory", "files"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    """A database of TinyDB's own and one of ours, with the same three documents."""
    memory = request.param == "memory"
    with TinyDB(storage=MemoryStorage) if memory else TinyDB(tmp_path / "db", storage=TableFiles) as opened:
        opened.insert_multiple({"n": 1, "c": letter} for letter in "abc")
        yield opened


def test_insert_returns_numbers_in_order(database: TinyDB) -> None:
    """Inserting gives the next number, also after one that was chosen."""
    assert database.insert({"n": 2}) == 4
    assert database.insert_multiple([{"n": 3}, {"n": 3}]) == [5, 6]
    assert database.insert(Document({"n": 4}, doc_id=9)) == 9
    assert database.insert({"n": 5}) == 10
    assert [d.doc_id for d in database] == [1, 2, 3, 4, 5, 6, 9, 10]


def test_insert_refuses_a_number_that_is_taken(database: TinyDB) -> None:
    """Inserting under a number that is taken changes nothing."""
    with pytest.raises(ValueError, match="already exists"):
        database.insert(Document({"n": 4}, doc_id=1))
    assert len(database) == 3


def test_insert_keeps_nested_values(database: TinyDB) -> None:
    """Lists, objects, null and letters of any script come back as they were."""
    deep = {"a": [1, [2.5, None, True]], "b": {"đ": "Đổi mới\n\u2028\x1b"}}
    database.insert(deep)
    assert database.get(where("b").exists()) == deep


def test_update_changes_what_matches(database: TinyDB) -> None:
    """Updating by condition, by number and by function changes just those documents."""
    assert database.update({"n": 2}, where("c") == "a") == [1]
    assert database.update({"n": 3}, doc_ids=[2]) == [2]
    assert database.update(lambda d: d.pop("c"), doc_ids=[3]) == [3]
    assert database.all() == [{"n": 2, "c": "a"}, {"n": 3, "c": "b"}, {"n": 1}]


def test_update_that_fails_changes_nothing(tmp_path: Path) -> None:
    """A function that fails half-way leaves the file as it was."""
    with TinyDB(tmp_path, storage=TableFiles) as database:
        database.insert_multiple({"c": letter} for letter in "abc")
        with pytest.raises(KeyError):
            database.update(lambda d: d.pop("c") and d.pop("missing"))
        assert database.count(where("c").exists()) == 3


def test_upsert_updates_or_inserts(database: TinyDB) -> None:
    """Upserting updates what matches and else inserts."""
    assert database.upsert({"n": 7}, where("c") == "b") == [2]
    assert database.upsert({"n": 8, "c": "z"}, where("c") == "z") == [4]
    assert database.upsert(Document({"n": 9}, doc_id=20)) == [20]
    assert [d["n"] for d in database] == [1, 7, 1, 8, 9]


def test_remove_takes_what_matches(database: TinyDB) -> None:
    """Removing by condition and by number takes just those documents."""
    assert database.remove(where("c") == "b") == [2]
    assert database.remove(doc_ids=[1, 77]) == [1]
    assert database.all() == [{"n": 1, "c": "c"}]


def test_truncate_empties_one_table(database: TinyDB) -> None:
    """Truncating empties a table and starts its numbers again; other tables stay."""
    database.table("other").insert({"x": 1})
    database.truncate()
    assert len(database) == 0
    assert database.insert({"n": 1}) == 1
    assert len(database.table("other")) == 1


def test_drop_table_takes_one_table(database: TinyDB) -> None:
    """Dropping a table takes it from the list of tables; dropping it again, or none, does nothing."""
    database.table("other").insert({"x": 1})
    assert database.tables() == {"_default", "other"}
    database.drop_table("other")
    database.drop_table("other")
    database.drop_table("never")
    assert database.tables() == {"_default"}
    assert len(database.table("other")) == 0


def test_drop_tables_takes_all(database: TinyDB) -> None:
    """Dropping all tables leaves nothing, and the database can be used again."""
    database.table("other").insert({"x": 1})
    database.drop_tables()
    assert database.tables() == set()
    assert database.insert({"n": 1}) == 1


def test_update_multiple_changes_in_turn(database: TinyDB) -> None:
    """Several updates in one write each change what they match."""
    assert database.update_multiple([({"n": 2}, where("c") == "a"), ({"n": 3}, where("n") == 2)]) == [1, 1]
    assert [d["n"] for d in database] == [3, 1, 1]


@pytest.mark.parametrize("wrong", [[1], "text", {1, 2}])
def test_what_is_no_document_is_refused(database: TinyDB, wrong: Any) -> None:
    """Only mappings are documents; anything else is refused and changes nothing."""
    with pytest.raises(ValueError, match="not a Mapping"):
        database.insert(wrong)
    assert len(database) == 3


def test_what_json_cannot_say_changes_nothing(tmp_path: Path) -> None:
    """A value that JSON has no word for is refused before the file is touched."""
    with TinyDB(tmp_path, storage=TableFiles) as database:
        database.insert({"a": 1})
        before = (tmp_path / "_default.json").read_bytes()
        with pytest.raises(TypeError):
            database.insert({"a": {1, 2}})
        assert (tmp_path / "_default.json").read_bytes() == before
        assert database.all() == [{"a": 1}]


def test_numbers_go_on_after_reopening(tmp_path: Path) -> None:
    """What was kept is there when the database is opened again, and numbers go on behind the highest."""
    for expected in ([1, 2], [3, 4]):
        with TinyDB(tmp_path, storage=TableFiles) as database:
            assert database.insert_multiple([{"a": 1}, {"a": 2}]) == expected
    with TinyDB(tmp_path, storage=TableFiles) as database:
        assert database.get(doc_id=4) == {"a": 2}
        assert [d.doc_id for d in database.search(where("a") == 1)] == [1, 3]
        assert database.count(where("a") == 2) == 2
        assert not database.contains(doc_id=5)


def test_a_cache_of_tinydb_lies_over_it(tmp_path: Path) -> None:
    """TinyDB's own middleware works over the storage, and what it holds back is written when it closes."""
    cached = CachingMiddleware(TableFiles)  # type: ignore[no-untyped-call]
    with TinyDB(tmp_path, storage=cached) as database:
        database.insert({"a": 1})
        assert database.all() == [{"a": 1}]
        assert not (tmp_path / "_default.json").exists()
    assert read_table(tmp_path / "_default.json") == {"1": {"a": 1}}


def test_nothing_is_none(tmp_path: Path) -> None:
    """A storage that was never written reads as None and makes no folder."""
    assert TableFiles(tmp_path / "none").read() is None
    assert not (tmp_path / "none").exists()


def test_each_table_is_a_database_of_stock_tinydb(tmp_path: Path) -> None:
    """Stock TinyDB reads each file as a whole database with that one table, one document a line."""
    with TinyDB(tmp_path, storage=TableFiles) as database:
        for name in ("00001", "00002"):
            database.table(name).insert_multiple([{"in": name}, {"đ": "\n"}])
    for name in ("00001", "00002"):
        with TinyDB(tmp_path / f"{name}.json") as stock:
            assert stock.tables() == {name}
            assert stock.table(name).all() == [{"in": name}, {"đ": "\n"}]
    assert len((tmp_path / "00001.json").read_bytes().splitlines()) == 4


def test_what_stock_tinydb_wrote_is_read(tmp_path: Path) -> None:
    """A file that stock TinyDB wrote, all on one line or indented, is read like our own."""
    for form in ({}, {"indent": 2}):
        path = tmp_path / f"t{len(form)}.json"
        with TinyDB(path, **form) as stock:
            stock.table(path.stem).insert_multiple([{"a": 1}, {"a": "\u0111"}])
        with TinyDB(tmp_path, storage=TableFiles) as database:
            assert database.table(path.stem).all() == [{"a": 1}, {"a": "đ"}]
        assert read_document(path, "2") == {"a": "đ"}


def test_only_the_changed_table_is_written(tmp_path: Path) -> None:
    """A write to one table leaves the files of the others alone."""
    with TinyDB(tmp_path, storage=TableFiles) as database:
        database.table("one").insert({"a": 1})
        before = (tmp_path / "one.json").stat().st_ino
        database.table("two").insert({"a": 1})
        assert (tmp_path / "one.json").stat().st_ino == before


@pytest.mark.parametrize("name", ["", ".", "..", "../up", "a/b", ".hidden", "a\x00b", "-x"])
def test_a_table_never_leads_elsewhere(tmp_path: Path, name: str) -> None:
    """A table whose name would be another folder's file, or none, is refused."""
    with (
        TinyDB(tmp_path / "db", storage=TableFiles) as database,
        pytest.raises(ValueError, match="cannot be"),
    ):
        database.table(name).insert({"a": 1})


_WHOLE = table_bytes("t", {1: {"a": "đ"}, 2: {"b": 2}})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (_WHOLE[:-6], f"is damaged at byte {len(_WHOLE) - 6}"),
        (_WHOLE.replace(b'"b":2', b'"b";2'), f"is damaged at byte {_WHOLE.index(b'2}') - 1}"),
        (_WHOLE.replace("đ".encode(), b"\xff"), f"is damaged at byte {_WHOLE.index('đ'.encode())}"),
        (b"[1, 2]", "is not the one table t"),
        (b'{"other": {}}', "is not the one table t"),
        (b'{"t": [1]}', "holds something else than documents"),
        (b'{"t": {"1": 5}}', "holds something else than documents"),
        (b'{"t": {"one": {}}}', "holds something else than documents"),
    ],
)
def test_damage_is_named_and_left_alone(tmp_path: Path, data: bytes, reason: str) -> None:
    """A damaged file is named with the byte or the reason, and a write to it changes nothing."""
    path = tmp_path / "t.json"
    path.write_bytes(data)
    for read in (read_table, lambda path: read_each(path, lambda document, _: document)):
        with pytest.raises(ArchiveError) as caught:
            read(path)
        assert (caught.value.file, caught.value.reason) == (str(path), reason)
    with TinyDB(tmp_path, storage=TableFiles) as database, pytest.raises(ArchiveError):
        database.table("t").insert({"a": 1})
    assert path.read_bytes() == data


@pytest.mark.parametrize(("make", "reason"), [(os.mkdir, "is a folder"), (os.mkfifo, "is no regular file")])
def test_what_is_no_file_is_named(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    """A table whose file is a folder or a pipe cannot be read nor written; the reason is said at once."""
    make(tmp_path / "t.json")
    with pytest.raises(ArchiveError, match=reason):
        read_table(tmp_path / "t.json")
    with TinyDB(tmp_path, storage=TableFiles) as database, pytest.raises(ArchiveError, match=reason):
        database.table("t").insert({"a": 1})
    assert os.listdir(tmp_path) == ["t.json"]


_Step = Callable[[TinyDB], object]
_STEPS: st.SearchStrategy[_Step] = st.one_of(
    st.builds(lambda n: lambda db: db.insert({"n": n}), st.integers(0, 5)),
    st.builds(lambda n: lambda db: db.remove(where("n") == n), st.integers(0, 5)),
    st.builds(
        lambda n, m: lambda db: db.update({"n": m}, where("n") == n), st.integers(0, 5), st.integers(0, 5)
    ),
    st.builds(lambda n: lambda db: db.upsert({"n": n, "u": 1}, where("n") == n), st.integers(0, 5)),
    st.builds(lambda n: lambda db: db.table("t").insert({"n": n}), st.integers(0, 5)),
    st.just(lambda db: db.truncate()),
    st.just(lambda db: db.drop_table("t")),
    st.just(lambda db: db.drop_tables()),
)


@given(st.lists(_STEPS, max_size=12))
def test_files_do_what_memory_does(tmp_path_factory: pytest.TempPathFactory, steps: list[_Step]) -> None:
    """Whatever is done, each step returns the same on files as in memory, and both hold the same."""
    folder = tmp_path_factory.mktemp("db")
    with TinyDB(storage=MemoryStorage) as memory, TinyDB(folder, storage=TableFiles) as files:
        for step in steps:
            assert step(memory) == step(files)
        assert memory.tables() == files.tables()
        for name in memory.tables():
            assert [(d.doc_id, d) for d in memory.table(name)] == [(d.doc_id, d) for d in files.table(name)]
