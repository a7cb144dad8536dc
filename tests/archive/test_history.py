"""What a reader can take back: in order, exactly, after a restart, and together with other desks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive import history, sayings
from store.archive.history import MOST
from store.archive.marks import Mark, Marks, Said, Understanding
from store.archive.readers import Reader
from store.archive.tables import read_table, table_bytes

ONE, TWO, SIX = "42c399a76e27", "313c00000001", "600000000006"
IDS = (ONE, TWO, SIX)
NOTE = sayings.note("Call him", 2)


@pytest.fixture
def ann(tmp_path: Path) -> Reader:
    """The reader Ann of a new archive."""
    return Reader(tmp_path / "readers", "ann", patience=0.2)


def said(marks: Marks) -> dict[str, Mark]:
    """Return what is said of articles of which anything is."""
    return {article: mark for article, mark in marks.articles.items() if mark != Mark()}


def newest(marks: Marks) -> tuple[str | None, str | None]:
    """Return what can be taken back and what can be made again, in words."""
    undoable, redoable = history.latest(marks.history)
    return undoable and undoable.told, redoable and redoable.told


_changes = st.fixed_dictionaries(
    {"articles": st.lists(st.sampled_from(IDS), min_size=1, unique=True)},
    optional={
        "read": st.booleans(),
        "starred": st.booleans(),
        "tags": st.lists(st.sampled_from(["a", "B", "ç"]), max_size=2),
        "untags": st.lists(st.sampled_from(["A", "b", "c"]), max_size=2),
        "notes": st.lists(st.just(NOTE), max_size=1),
        "unnotes": st.lists(st.just(NOTE), max_size=1),
    },
)


@given(st.lists(_changes, max_size=8), st.data())
def test_as_many_steps_back_give_the_first_state(changes: list[dict[str, Any]], data: st.DataObject) -> None:
    """Whatever was marked is taken back one by one, by this desk or the next, and made again as it was."""
    with tempfile.TemporaryDirectory() as folder:
        ann, bob = (Reader(Path(folder) / "readers", "ann") for _ in range(2))
        states = [Marks()]
        for change in changes:
            marks = data.draw(st.sampled_from([ann, bob])).mark(**change, is_undoable=True)
            assert marks == Reader(ann.path.parent, "ann").marks()
            if marks.history != states[-1].history:
                states.append(marks)
        for before, after in zip(states[-2::-1], states[:0:-1], strict=True):
            assert newest(after)[0]
            assert said(data.draw(st.sampled_from([ann, bob])).undo()) == said(before)
        assert said(ann.undo()) == {}
        for after in states[1:]:
            assert said(data.draw(st.sampled_from([ann, bob])).redo()) == said(after)
        assert newest(ann.redo())[1] is None


_record = st.fixed_dictionaries(
    {},
    optional={
        "article": st.sampled_from([ONE, TWO, "x", 5]),
        "history": st.sampled_from(["marks", "x"]),
        "hint": st.just("p"),
        "read": st.sampled_from([True, None, 7]),
        "tags": st.sampled_from([["a"], [], 5]),
    },
)


@given(st.lists(st.lists(_record, max_size=4), min_size=2, max_size=4), st.data())
def test_records_are_understood_alike_step_by_step(files: list[list[Said]], data: st.DataObject) -> None:
    """What is understood of a file that changed a little is what is understood of it at once."""
    understanding, before = Understanding(), list[Said]()
    for file in files:
        now = [data.draw(st.sampled_from([old, new])) for old, new in zip(before, file, strict=False)]
        now += file[len(now) :]
        assert understanding.marks(now) == Understanding().marks(now)
        before = now


def test_what_says_nothing_is_not_kept(ann: Reader) -> None:
    """Once a change is taken back, the file holds no record of the texts of which nothing is said."""
    ann.mark(IDS, tags=["x"], is_undoable=True)
    ann.stand(ONE, 2)
    ann.undo()
    assert [d for d in read_table(ann.path).values() if "article" in d] == [
        {"article": ONE, "tags": None, "place": 2}
    ]
    assert said(ann.redo()) == {ONE: Mark(tags=("x",), place=2), **{i: Mark(tags=("x",)) for i in IDS[1:]}}


def test_what_can_be_taken_back_is_told(ann: Reader) -> None:
    """The newest change is named with the number of texts that it changed, and so is what was taken back."""
    ann.mark([ONE], tags=["x"], is_undoable=True)
    assert newest(ann.mark(IDS, tags=["x"], is_undoable=True)) == ("tagged 2 texts x", None)
    assert newest(ann.undo()) == ("tagged 1 text x", "tagged 2 texts x")
    assert newest(ann.undo()) == (None, "tagged 1 text x")
    assert newest(ann.redo()) == ("tagged 1 text x", "tagged 2 texts x")
    assert newest(ann.mark([SIX], starred=True, is_undoable=True)) == ("starred 1 text", None)
    assert newest(ann.mark([SIX], starred=False, is_undoable=True)) == ("unstarred 1 text", None)
    assert newest(ann.mark([SIX], notes=[NOTE], is_undoable=True))[0] == "wrote a note on 1 text"
    assert newest(ann.mark([SIX], unnotes=[NOTE], is_undoable=True))[0] == "took a note away on 1 text"
    assert newest(ann.mark([ONE], untags=["X"], read=False, is_undoable=True))[0] == (
        "marked 1 text as unread; took X from 1 text"
    )


def test_what_changes_nothing_is_no_step(ann: Reader) -> None:
    """Saying again what was said writes nothing, so that the step before it is the one taken back."""
    ann.mark([ONE], starred=True, tags=["a"], is_undoable=True)
    before = ann.path.stat()
    ann.mark([ONE], starred=True, tags=["A"], untags=["b"], is_undoable=True)
    assert ann.path.stat() == before


def test_reading_on_does_not_come_between(ann: Reader) -> None:
    """A text that was opened since stays read when a star is taken back."""
    ann.mark([ONE], starred=True, is_undoable=True)
    ann.mark([ONE], read=True)
    ann.stand(ONE, 3)
    assert ann.undo().articles == {ONE: Mark(True, None, place=3)}


def test_a_step_is_taken_back_after_a_restart(ann: Reader) -> None:
    """Another desk takes back what the one before did, and when tells which was first."""
    ann.mark([ONE], starred=True, is_undoable=True)
    ann.mark([TWO], starred=True, is_undoable=True)
    again = Reader(ann.path.parent, "ann")
    first, _ = history.latest(again.undo().history)
    second, undone = history.latest(again.marks().history)
    assert first == second
    assert first and undone and first.at < undone.at
    assert said(again.marks()) == {ONE: Mark(starred=True)}


def test_the_history_stays_short(ann: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest steps are kept, and of large ones only as many as there is room for."""
    for n in range(MOST + 5):
        ann.mark([ONE], starred=n % 2 == 0, is_undoable=True)
    assert len(ann.marks().history["done"]) == MOST
    monkeypatch.setattr(history, "MOST_TEXTS", 1000)
    for n in range(3):
        ann.mark([f"{i:012x}" for i in range(600)], starred=n % 2 == 0, is_undoable=True)
    assert len(ann.marks().history["done"]) == 1
    assert said(ann.undo()).keys() > {f"{i:012x}" for i in range(600)}


@pytest.mark.parametrize(
    "strange",
    [
        {"history": "marks"},
        {"history": "marks", "done": 7, "undone": "x"},
        {"history": "marks", "done": [7, {}, {"made": "x"}], "undone": [None]},
        {
            "history": "marks",
            "done": [{"made": "9999-12-31T23:59:59.999999+00:00", "told": "x", "instead": []}],
        },
        {"history": "marks", "done": [{"made": "2026-01-01T00:00:00+00:00", "told": "x", "instead": [[1]]}]},
        {
            "history": "marks",
            "done": [{"made": "2026-01-01T00:00:00Z", "told": "x", "instead": [[{"place": 1}, ONE]]}],
        },
        {
            "history": "marks",
            "done": [{"made": "2026-01-01T00:00:00Z", "told": "x", "instead": [[{"read": None}, "../x"]]}],
        },
    ],
)
def test_a_history_that_makes_no_sense_is_none(ann: Reader, strange: dict[str, Any]) -> None:
    """What is no step of ours is passed over: there is nothing to take back, and marking goes on."""
    document = {"article": ONE, "read": True}
    ann.path.parent.mkdir(parents=True)
    ann.path.write_bytes(table_bytes("ann", {"1": document, "2": strange}))
    assert newest(ann.marks()) == (None, None)
    assert said(ann.undo()) == {ONE: Mark(True)}
    assert said(ann.redo()) == {ONE: Mark(True)}
    ann.mark([TWO], starred=True, is_undoable=True)
    assert said(ann.undo()) == {ONE: Mark(True)}


def test_many_texts_are_one_short_record(ann: Reader) -> None:
    """A change of many texts is one record of a few bytes a text, written with the marks themselves."""
    ids = [f"{i:012x}" for i in range(5000)]
    ann.mark(ids[:10], tags=["old"], is_undoable=True)
    before = len(ann.path.read_bytes())
    ann.mark(ids, tags=["bulk"], is_undoable=True)
    (kept,) = [d for d in read_table(ann.path).values() if "history" in d]
    assert len(kept["done"]) == 2
    assert len(kept["done"][1]["instead"]) == 2
    assert len(ann.path.read_bytes()) - before < 5000 * 75
    assert said(ann.undo()) == {i: Mark(tags=("old",)) for i in ids[:10]}
