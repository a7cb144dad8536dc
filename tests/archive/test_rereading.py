"""Texts that another gazetteer read are read again by themselves, once, and keep all that people said."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.archive import local_names
from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.health.rereading import is_wanted, read_again, work
from store.child import Child
from store.errors import GazetteerError
from store.ingest import ingest
from store.query import Query
from store.wire.gazetteer import load
from tests.archive.making import TODAY

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEXT = "Visit\n\nHanoi (VNA) – The Moon Harvest Party (MHP) received guests on May 3, 2020.\n"
OWN = '[[parties]]\nid = "party:vn-moon"\nname = "Moon Harvest Party"\nabbr = "MHP"\ncountry = "VN"\n'


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    """An archive with a text about a party that newsdesk does not know, its date corrected."""
    (tmp_path / "moon.txt").write_text(TEXT, "utf-8")
    list(ingest([tmp_path / "moon.txt"], archive, load(), NOON))
    archive.corrector.correct(Amendment(first(archive), "date", "2021"))
    return archive


def first(archive: Archive) -> str:
    """Return the id of the first text."""
    return archive.window(Query(), 0, 1, TODAY)[0].id


def parties(archive: Archive) -> list[tuple[str, bool]]:
    """Return the parties of the first text."""
    archive.refresh()
    return [(e.id, e.confirmed) for e in archive.article(first(archive)).entities if e.kind == "party"]


def write(archive: Archive, text: str) -> None:
    """Write a file of the newsroom's own names."""
    path = archive.folder / local_names.FOLDER / "ours.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_change_is_read_once(filled: Archive) -> None:
    """After a change texts are read again, with letters and corrections; then nothing is wanted."""
    assert not is_wanted(filled.folder)
    write(filled, OWN)
    assert is_wanted(filled.folder)
    told: list[tuple[int, int]] = []
    read_again(filled.folder, lambda *step: told.append(step))
    assert told == [(1, 1)]
    assert not is_wanted(filled.folder)
    assert parties(filled) == [("party:vn-moon", True)]
    assert "party:vn-moon" in filled.letters and filled.behind == 0
    assert filled.article(first(filled)).date.value == "2021"
    before = (filled.folder / "articles/00001.json").read_bytes()
    read_again(filled.folder, lambda *step: told.append(step))
    assert told[1:] == [(0, 1)]
    assert (filled.folder / "articles/00001.json").read_bytes() == before
    (filled.folder / local_names.FOLDER / "ours.toml").unlink()
    assert is_wanted(filled.folder)
    read_again(filled.folder, lambda *step: None)
    assert parties(filled) == [("party:?-mhp", False)]


def test_another_process_reads(filled: Archive) -> None:
    """A process of its own tells how far it is, and ends when it has done."""
    write(filled, OWN)
    child = Child(work, str(filled.folder))
    told = []
    with pytest.raises(EOFError):
        while True:
            told.append(child.connection.recv())
    child.close()
    child.join()
    assert told == [(1, 1)]
    assert parties(filled) == [("party:vn-moon", True)]


def test_a_mistake_stops_it(filled: Archive) -> None:
    """A mistake in the newsroom's file is named, nothing is changed, and it is tried again."""
    write(filled, "[[parties]]\n")
    with pytest.raises(GazetteerError, match=r"gazetteer/ours\.toml, line 1: id is missing"):
        read_again(filled.folder, lambda *step: None)
    assert is_wanted(filled.folder)
    assert parties(filled) == [("party:?-mhp", False)]


def test_what_is_damaged_or_newer_is_left_alone(filled: Archive) -> None:
    """A file that is damaged, or of a newer newsdesk, stays as it is."""
    write(filled, OWN)
    path = filled.folder / "articles/00001.json"
    for data in (path.read_bytes()[:90], path.read_bytes().replace(b'"format":1', b'"format":2')):
        path.write_bytes(data)
        read_again(filled.folder, lambda *step: None)
        assert path.read_bytes() == data
