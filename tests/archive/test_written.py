"""Who adds to the table that it wrote last need not read it, and loses nothing of what others wrote."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.archive.storage import Written, append_documents
from store.archive.tables import Table, read_table, table_bytes
from tests.archive.making import many


@given(st.lists(st.integers(0, 3), max_size=12))
def test_writers_that_remember_lose_nothing(turns: list[int]) -> None:
    """Two writers that remember, one that does not and an editor add to what the others left."""
    with TemporaryDirectory() as folder:
        path, expected = Path(folder) / "t.json", Table()
        writers = Written(Path(folder)), Written(Path(folder))
        for number, writer in enumerate(turns, 1):
            expected[str(number)] = {"n": number, "é": [None, 0.5, "“”"]}
            if writer < len(writers):
                writers[writer].append("t", {number: orjson.dumps(expected[str(number)])})
            elif writer == len(writers):
                append_documents(Path(folder), "t", {number: expected[str(number)]})
            else:  # an editor, who writes in place
                path.write_bytes(table_bytes("t", expected))
            assert read_table(path) == expected
            assert path.read_bytes() == table_bytes("t", expected)


def test_what_was_written_last_is_not_read(tmp_path: Path) -> None:
    """A table is remembered as long as its file is the one that was written, and no other table is."""
    written, path = Written(tmp_path), tmp_path / "t.json"
    written.append("t", {1: b'{"n":1}'})
    assert (written.known("t") or {}).keys() == {"1"}
    assert written.known("u") is None
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"n"', b'"m"'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert written.known("t") is None
    written.append("t", {2: b'{"n":2}'})
    assert read_table(path) == {"1": {"m": 1}, "2": {"n": 2}}
    path.unlink()
    assert written.known("t") is None


def test_no_document_takes_the_number_of_another(tmp_path: Path) -> None:
    """A number that is taken is refused, and the table stays as it was."""
    written = Written(tmp_path)
    written.append("t", {1: b'{"n":1}'})
    with pytest.raises(ValueError, match="1, 2 already"):
        written.append("t", {1: b"{}", 2: b"{}"})
    assert read_table(tmp_path / "t.json") == {"1": {"n": 1}}


def test_what_an_editor_wrote_in_place_is_kept(tmp_path: Path) -> None:
    """Marks that somebody wrote into a reader's file while a desk is open are not lost at its next mark."""
    archive, texts = Archive(tmp_path, "ann"), many(2)
    archive.add(texts)
    archive.mark([texts[0].id], read=True)
    path = tmp_path / "readers/ann.json"
    marks = read_table(path)
    next(document for document in marks.values() if document.get("article") == texts[0].id)["tags"] = ["mine"]
    path.write_bytes(table_bytes("ann", marks))
    archive.mark([texts[1].id], read=True)
    kept = [document.get("tags") for document in read_table(path).values()]
    assert ["mine"] in kept
