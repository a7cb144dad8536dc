"""What a reader says of the texts of an archive: found, inherited, taken back, and kept."""

from __future__ import annotations

import pytest

from store.archive import sayings
from store.archive.archive import Archive
from store.archive.marks import Mark, View
from store.archive.readers import Reader
from store.errors import ArticleUnknown, MarkRefused
from store.query import Query
from tests.archive.making import TODAY, article, listed, many

ONE, TWO, THREE = many(3)
_ALL = Query()


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive of three texts, for Ann."""
    archive.add([ONE, TWO, THREE])
    return archive


def test_tags_and_notes_are_found(filled: Archive) -> None:
    """A tag is found whatever its case and accents, by its beginning, and by being there; so is a note."""
    filled.mine.mark([ONE.id, TWO.id], tags=["Đà Nẵng"])
    filled.mine.mark([TWO.id], tags=["to do"])
    filled.mine.note(THREE.id, "Call him", 0)
    found = {
        "tag:danang": [],
        'tag:"da nang"': [TWO.id, ONE.id],
        'tag:"DA NANG" -tag:"to do"': [ONE.id],
        "tag:to*,x": [TWO.id],
        "tag:to": [],
        "has:tag": [TWO.id, ONE.id],
        "has:note": [THREE.id],
        "-has:tag": [THREE.id],
        "is:unread has:note,tag": [THREE.id, TWO.id, ONE.id],
    }
    for archive in (filled, Archive(filled.folder, "ann")):
        assert {query: listed(archive, query) for query in found} == found
    assert listed(Archive(filled.folder, "bob"), "has:tag") == []
    assert filled.mine.tags() == {"Đà Nẵng": 2, "to do": 1}
    filled.mine.mark([ONE.id, TWO.id], untags=["DA nang"])
    assert listed(filled, "has:tag") == [TWO.id]


def test_what_replaced_a_text_has_its_marks(filled: Archive) -> None:
    """Tags and notes of what a text replaced are its own too, and can be taken away from it."""
    filled.mine.mark([ONE.id], read=True, tags=["old"])
    note = filled.mine.note(ONE.id, "Before")
    newer = article("The text now says more.", file=ONE.source.file)
    filled.add([newer])
    assert filled.mine.of(newer.id) == Mark(True, None, ("old",), (note,))
    filled.mine.mark([newer.id], starred=True, tags=["new"])
    later = filled.mine.note(newer.id, "After")
    assert filled.mine.of(newer.id) == Mark(True, True, ("old", "new"), (note, later))
    assert filled.mine.of(ONE.id) == Mark(True, None, ("old",), (note,))
    filled.mine.mark([newer.id], read=False, untags=["OLD"], unnotes=[note])
    assert filled.mine.of(newer.id) == Mark(False, True, ("new",), (later,))
    assert listed(filled, "tag:old") == []
    assert filled.mine.undoable and filled.mine.undoable.told.startswith("marked 1 text as unread; took OLD")
    filled.mine.undo()
    assert filled.mine.of(newer.id) == Mark(True, True, ("old", "new"), (note, later))


def test_many_texts_are_marked_and_taken_back_at_once(filled: Archive) -> None:
    """What was said of many is taken back as one, each to what was said of it before."""
    filled.mine.mark([TWO.id], read=True, tags=["a"])
    ids = [ONE.id, TWO.id, THREE.id]
    filled.mine.mark(ids, read=False, starred=True, tags=["bulk"])
    assert filled.tally(_ALL, TODAY).starred == 3
    filled.mine.undo()
    assert [filled.mine.of(i) for i in ids] == [Mark(), Mark(True, None, ("a",)), Mark()]
    assert listed(filled, "tag:bulk") == []
    assert Archive(filled.folder, "ann").tally(_ALL, TODAY).starred == 0


def test_nothing_is_said_of_a_text_that_is_not_there(filled: Archive) -> None:
    """When one id is unknown, or a tag cannot be one, nothing of all that was asked is said."""
    with pytest.raises(ArticleUnknown):
        filled.mine.mark([ONE.id, "f" * 12], tags=["x"])
    with pytest.raises(ArticleUnknown):
        filled.mine.note("f" * 12, "x")
    with pytest.raises(MarkRefused):
        filled.mine.mark([ONE.id], read=True, tags=["*"])
    assert filled.mine.of(ONE.id) == filled.mine.of("f" * 12) == Mark()
    assert not (filled.folder / "readers").exists()


def test_places_and_views_are_there_after_a_restart(filled: Archive) -> None:
    """Where a reader stood in a text and in the desk, and their views, are kept when they are told."""
    view = View("has:tag", "Article", ONE.id, 2)
    filled.mine.stand(ONE.id, 2)
    filled.mine.save_view("mine", view)
    filled.mine.leave(view)
    again = Archive(filled.folder, "ann").mine
    assert (again.of(ONE.id).place, again.views, again.last) == (2, {"mine": view}, view)
    again.drop_view("mine")
    assert filled.refresh()
    assert filled.mine.views == {}
    assert filled.mine.apart is None
    before = (filled.folder / "readers/ann.json").stat()
    filled.mine.stand(ONE.id, 2)
    filled.mine.leave(view)
    assert (filled.folder / "readers/ann.json").stat() == before


def test_two_desks_that_tag_the_same_text_keep_both_tags(filled: Archive) -> None:
    """What another desk of the reader said meanwhile is not lost by what this one says."""
    other = Archive(filled.folder, "ann")
    filled.mine.mark([ONE.id], tags=["a"])
    other.mine.mark([ONE.id], tags=["b"], notes=[sayings.note("n")])
    filled.mine.stand(ONE.id, 1)
    assert filled.mine.of(ONE.id).tags == ("a", "b")
    assert other.refresh()
    assert other.mine.of(ONE.id).place == 1


def test_filters_that_were_typed_are_remembered(filled: Archive) -> None:
    """The filters typed last are there after a restart, each once, the latest at the end; fifty of them."""
    for query in ("party:cpv", "", "trung", "party:cpv", "party:cpv", "x" * 4001):
        filled.mine.asked(query)
    assert Archive(filled.folder, "ann").mine.marks.asked == ("trung", "party:cpv")
    for number in range(60):
        filled.mine.asked(f"text {number}")
    assert filled.mine.marks.asked == tuple(f"text {number}" for number in range(10, 60))


def test_what_was_kept_beside_is_learned_of(filled: Archive) -> None:
    """A place that a thread kept with a reader of its own is no news, unless more was said since."""
    beside = Reader(filled.folder / "readers", "ann")
    before = filled.mine.marks
    filled.mine.learn_of(before, beside.leave(View("congress")))
    assert filled.mine.last == View("congress") and not filled.refresh()
    before = filled.mine.marks
    kept = beside.leave(View("party"))
    filled.mine.mark([ONE.id], starred=True)
    filled.mine.learn_of(before, kept)
    assert filled.mine.of(ONE.id).starred
    filled.refresh()
    assert filled.mine.last == View("party") and filled.mine.of(ONE.id).starred
