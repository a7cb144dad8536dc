"""Texts that a change of the newsroom's gazetteer may touch are stale, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from store.archive import local_names, readings
from store.archive.archive import Archive
from store.archive.doctor import examine, repair
from store.archive.health.recovery import reread
from store.archive.health.rereading import read_again
from store.archive.tables import Table, read_table, table_bytes
from store.document import from_document
from store.ingest import ingest
from tests.wire.changing import TEXTS, files

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MOON = '[[parties]]\nid = "party:vn-moon"\nname = "Moon Harvest Party"\nabbr = "MHP"\ncountry = "VN"\n'
TEXT = "Visit\n\nHanoi (VNA) – The Moon Harvest Party (MHP) received guests on May 3, 2020.\n"
OTHER = "Trade\n\nHanoi (VNA) – The CPV received guests on May 4, 2020.\n"


class Newsroom:
    """An archive, its texts, and its own names."""

    def __init__(self, folder: Path) -> None:
        self.archive = folder / "archive"
        self._texts = folder / "texts"
        self._texts.mkdir(parents=True)
        self._count = 0

    def write(self, file: str) -> None:
        """Write the newsroom's own names."""
        path = self.archive / local_names.FOLDER / "ours.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file, "utf-8")

    def take(self, *texts: str) -> None:
        """Import texts by what is known now."""
        for text in texts:
            self._count += 1
            file = self._texts / f"{self._count}.txt"
            file.write_text(f"{text}\nNo. {self._count}\n", "utf-8")
            list(ingest([file], Archive(self.archive), local_names.gazetteer(self.archive), NOON))

    def table(self) -> Table:
        """Return the documents of the archive."""
        return read_table(self.archive / "articles/00001.json")

    def all_read(self) -> Table:
        """Return what all documents would be, were all texts read by what is known now."""
        known, found = local_names.gazetteer(self.archive), {}
        for number, document in self.table().items():
            article = from_document(document)
            found[number] = reread(article.text, article.source, article.replaces, known)
        return found

    def told(self) -> list[str]:
        """Return what the doctor says is stale."""
        found = examine(self.archive, local_names.gazetteer(self.archive))
        return [f.what for f in found if f.file == "articles"]


def read_by(table: Table) -> list[str]:
    """Return the hashes of the states by which texts were read."""
    return [document["read_by"]["gazetteer"] for document in table.values()]


def said(table: Table) -> list[object]:
    """Return what documents say, whoever read them."""
    return [{**document, "read_by": None} for document in table.values()]


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """An archive of a text that names a party which newsdesk does not know, and of one that does not."""
    made = Newsroom(tmp_path)
    made.take(TEXT, OTHER)
    return made


def mend(room: Newsroom) -> None:
    """Have texts read again as the next start does."""
    read_again(room.archive, lambda *step: None)


def heal(room: Newsroom) -> None:
    """Have texts read again as a repair does."""
    repair(room.archive, local_names.gazetteer(room.archive))


@pytest.mark.parametrize("again", [mend, heal])
def test_only_what_is_touched_is_read(room: Newsroom, again: Callable[[Newsroom], None]) -> None:
    """The doctor says how many texts are stale and why; those are read again, and the others stay."""
    before = room.table()
    room.write(MOON)
    assert room.told() == ["1 text in 1 file may read otherwise by now: since party:vn-moon was added (1)"]
    again(room)
    after = room.table()
    now = local_names.gazetteer(room.archive).hash
    assert read_by(after) == [now, before["2"]["read_by"]["gazetteer"]]
    assert after["2"] == before["2"] and after["1"]["entities"] != before["1"]["entities"]
    assert said(after) == said(room.all_read()) and room.told() == []


def test_states_are_remembered(room: Newsroom) -> None:
    """What the files said when texts were read is known later; what no text was read by is forgotten."""
    room.write(MOON)
    room.take(TEXT)
    mend(room)
    first = local_names.gazetteer(room.archive).hash
    room.write(f"{MOON}founded = 1999\n")
    assert room.told() == ["2 texts in 1 file may read otherwise by now: since party:vn-moon changed (2)"]
    mend(room)
    states = {path.stem for path in (room.archive / "gazetteer/.states").iterdir()}
    assert first not in states and states == {local_names.gazetteer(room.archive).hash}


@pytest.mark.parametrize("damage", [None, b"", b"[1]", b"{", b'[["gazetteer/ours.toml", "[["]]', b"[]"])
def test_a_forgotten_state_has_its_texts_read(room: Newsroom, damage: bytes | None) -> None:
    """Where nobody knows any more what the files said, or what is known is damaged, its texts are stale."""
    room.write(MOON)
    room.take(OTHER)
    (state,) = (room.archive / "gazetteer/.states").iterdir()
    if damage is None:
        state.unlink()
    else:
        state.write_bytes(damage)
    room.write("")
    assert room.told() == [
        "1 text in 1 file may read otherwise by now: read by a gazetteer that is not remembered (1)"
    ]
    mend(room)
    assert room.told() == [] and said(room.table()) == said(room.all_read())


def test_another_newsdesk_has_all_read(room: Newsroom) -> None:
    """What another version of newsdesk read is stale, whatever its gazetteer was."""
    path = room.archive / "articles/00001.json"
    table = {int(n): {**d, "read_by": {**d["read_by"], "newsdesk": "0.0.1"}} for n, d in room.table().items()}
    path.write_bytes(table_bytes("00001", table))
    assert room.told() == ["2 texts in 1 file may read otherwise by now: read by newsdesk 0.0.1 (2)"]
    heal(room)
    assert room.told() == []


def test_few_states_are_kept(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many states the oldest is forgotten, and its texts are read again at the next change."""
    monkeypatch.setattr(readings, "_MOST", 2)
    for number in range(4):
        room.write(MOON.replace("MHP", f"MHP{number}"))
        room.take(f"{OTHER}The MHPX, item {number}")
        mend(room)
    assert len([*(room.archive / "gazetteer/.states").iterdir()]) == 2
    assert said(room.table()) == said(room.all_read())


@settings(max_examples=5, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_reading_what_is_touched_is_reading_all(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """However names and texts come and go, every text says what it would if all were read again."""
    room = Newsroom(tmp_path_factory.mktemp("archive"))
    for _ in range(3):
        room.take(*data.draw(st.lists(TEXTS, min_size=1, max_size=2)))
        room.write(data.draw(files(removes=False)))
        mend(room)
        assert said(room.table()) == said(room.all_read())
