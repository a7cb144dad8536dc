"""A reader's file: whatever is said is kept at once, beside what other desks of the reader said."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from store.archive import files, sayings
from store.archive.marks import Mark, Marks, View
from store.archive.readers import Reader
from store.archive.tables import read_table, table_bytes
from store.errors import ArchiveBusy, ArchiveError, MarkRefused

ONE, TWO, SIX = "42c399a76e27", "313c00000001", "600000000006"
VIEW = View("party:cpv", "Timeline", ONE, 3)


@pytest.fixture
def ann(tmp_path: Path) -> Reader:
    """The reader Ann of a new archive."""
    return Reader(tmp_path / "readers", "ann", patience=0.2)


def again(reader: Reader) -> Marks:
    """Return what another desk of a reader reads."""
    return Reader(reader.path.parent, "ann").marks()


def kept(reader: Reader, *documents: dict[str, Any]) -> Path:
    """Put documents into a reader's file as another program would."""
    reader.path.parent.mkdir(parents=True, exist_ok=True)
    reader.path.write_bytes(table_bytes("ann", dict(enumerate(documents, 1))))
    return reader.path


def test_everything_that_is_said_is_kept(ann: Reader) -> None:
    """Marks, tags, notes, places, hints and views are kept when the call returns, and come back whole."""
    note = sayings.note("Call him", 2)
    ann.mark([ONE, TWO], read=True, tags=["b", "A"], notes=[note])
    ann.mark([ONE], starred=True, untags=["a"])
    ann.mark([TWO], unnotes=[note])
    ann.stand(ONE, 4)
    ann.learn("p")
    ann.save_view("mine", VIEW)
    said = ann.leave(View("since:6m"))
    assert said == again(ann)
    assert said.articles == {ONE: Mark(True, True, ("b",), (note,), 4), TWO: Mark(True, None, ("b", "A"))}
    assert said.hints == {"p"}
    assert said.views == {"mine": VIEW}
    assert said.last == View("since:6m")
    assert ann.path.stat().st_mode & 0o777 == 0o600


def test_the_file_is_a_tinydb_table(ann: Reader) -> None:
    """TinyDB itself reads what is kept."""
    ann.mark([ONE], read=True, tags=["b"])
    ann.drop_view("never")
    with TinyDB(ann.path) as database:
        assert database.table("ann").all() == [
            {"article": ONE, "read": True, "tags": ["b"]},
            {"view": "never", "query": None},
        ]


def test_saying_it_again_writes_nothing(ann: Reader) -> None:
    """What is said already costs no write, so that a place may be told every second."""
    ann.mark([ONE], read=True)
    ann.stand(ONE, 4)
    before = ann.path.stat()
    ann.stand(ONE, 4)
    ann.mark([ONE], read=True)
    assert ann.path.stat() == before
    ann.stand(ONE, None)
    assert again(ann).articles[ONE].place is None


def test_desks_of_one_reader_merge(ann: Reader) -> None:
    """Two desks that say different things of one text keep both; of the same thing the last word counts."""
    other = Reader(ann.path.parent, "ann")
    ann.mark([ONE], read=True, tags=["a"])
    other.mark([ONE], starred=True, tags=["b"])
    ann.stand(ONE, 2)
    other.mark([ONE], read=False)
    ann.mark([TWO], read=True)
    assert ann.marks() == other.marks()
    assert again(ann).articles == {ONE: Mark(False, True, ("a", "b"), (), 2), TWO: Mark(True)}


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from([ONE, TWO, SIX]), st.booleans()), max_size=12))
def test_any_order_of_desks_gives_the_last_word(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[int, str, bool]]
) -> None:
    """However three desks of a reader take turns, each text is as the last of them said."""
    folder = tmp_path_factory.mktemp("a") / "readers"
    desks = [Reader(folder, "ann") for _ in range(3)]
    expected: dict[str, bool] = {}
    for desk, article, read in said:
        expected[article] = read
        assert {a: m.read for a, m in desks[desk].mark([article], read=read).articles.items()} == expected
    assert {a: m.read for a, m in Reader(folder, "ann").marks().articles.items()} == expected


def test_a_file_put_in_the_place_of_ours_is_read(ann: Reader) -> None:
    """What was written last is never taken for what lies there now, whatever its size and times are."""
    ann.mark([ONE], read=True)
    ours = ann.path.stat()
    ann.path.unlink()
    kept(ann, {"article": TWO, "read": True})
    os.utime(ann.path, ns=(ours.st_atime_ns, ours.st_mtime_ns))
    assert ann.path.stat().st_size == ours.st_size
    assert set(ann.mark([SIX], read=True).articles) == {TWO, SIX}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"ann": {"1": 5}}', b'{"bob": {}}', b"\0" * 99])
def test_a_file_that_cannot_be_read_is_not_replaced(ann: Reader, content: bytes) -> None:
    """A damaged file is named when it is read and when something is said, and stays as it is."""
    kept(ann).write_bytes(content)
    for act in (ann.marks, lambda: ann.mark([ONE], read=True), lambda: ann.learn("p")):
        with pytest.raises(ArchiveError, match=str(ann.path)):
            act()
    assert ann.path.read_bytes() == content


def test_what_is_strange_stays_in_the_file(ann: Reader) -> None:
    """Records that are not understood, and fields of a newer program, are kept when something is said."""
    strange: list[dict[str, Any]] = [
        {"article": [ONE], "read": True},
        {"tags": 5},
        {"article": ONE, "mood": "glad", "read": 7},
    ]
    kept(ann, *strange)
    assert ann.marks().strange == 3
    ann.mark([ONE], starred=True)
    assert list(read_table(ann.path).values()) == [*strange[:2], {**strange[2], "starred": True}]
    assert again(ann).articles == {ONE: Mark(None, True)}


def test_absurd_numbers_are_no_trouble(ann: Reader) -> None:
    """Documents under numbers of any length stay, and new ones get numbers of their own."""
    kept(ann)
    huge = "9" * 5000
    documents = {huge: {"article": ONE, "read": True}, "7": {"hint": "p"}, "0": {"hint": "i"}}
    ann.path.write_bytes(orjson.dumps({"ann": documents}))
    ann.mark([ONE, TWO], read=False)
    assert read_table(ann.path).keys() == {huge, "7", "0", "8"}
    assert again(ann).articles == {ONE: Mark(False), TWO: Mark(False)}


def test_a_view_of_a_newer_program_is_left_alone(ann: Reader) -> None:
    """A view that a newer newsdesk saved is named, and neither replaced nor taken away."""
    newer = {"view": "b", "format": 2, "question": "?"}
    kept(ann, newer, {"view": "", "format": 2})
    assert ann.marks().views == {"b": View("", format=2)}
    with pytest.raises(MarkRefused, match="A newer newsdesk keeps the view b"):
        ann.save_view("b", VIEW)
    with pytest.raises(MarkRefused, match="A newer newsdesk keeps the view b"):
        ann.drop_view("b")
    with pytest.raises(MarkRefused, match="where you left the desk"):
        ann.leave(VIEW)
    ann.save_view("c", VIEW)
    assert read_table(ann.path)["1"] == newer


def test_views_are_replaced_and_taken_away(ann: Reader) -> None:
    """A view takes the place of what had its name; one that was taken away can be saved again."""
    ann.save_view("b", VIEW)
    assert ann.save_view(" b ", View("x")).views == {"b": View("x")}
    assert ann.drop_view("b").views == {}
    assert ann.save_view("b", VIEW).views == {"b": VIEW} == again(ann).views


def test_what_is_refused_changes_nothing(ann: Reader) -> None:
    """When a tag is refused, or a text would have too many, nothing of all that was asked is said."""
    ann.mark([TWO], tags=list(map(str, range(50))))
    before = ann.path.read_bytes()
    for tags in (["ok", "*"], ["more"]):
        with pytest.raises(MarkRefused):
            ann.mark([ONE, TWO], read=True, tags=tags)
    assert ann.path.read_bytes() == before
    assert ann.mark([ONE], starred=True).articles.keys() == {TWO, ONE}


def test_a_writer_waits_for_its_turn_and_no_longer(ann: Reader) -> None:
    """Who finds the file locked by another desk for too long is told, and nothing was changed."""
    ann.mark([ONE], read=True)
    with (
        files.locked(ann.path.with_suffix(".lock"), "ann's other desk"),
        pytest.raises(ArchiveBusy, match="other desk"),
    ):
        ann.mark([TWO], read=True)
    assert again(ann).articles == {ONE: Mark(True)}
