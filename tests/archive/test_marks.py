"""What a reader says: in the form in which it is kept, and read again from whatever a file holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive import sayings
from store.archive.marks import Mark, Note, Understanding, View
from store.errors import MarkRefused
from store.wire.safe import sanitise

ONE, TWO = "42c399a76e27", "313c00000001"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

MARKED = Mark(True, False, ("asean", "to do"), (Note("Call him", 2, NOON), Note("Whole")), 4)
KEPT: dict[str, Any] = {
    "article": ONE,
    "read": True,
    "starred": False,
    "tags": ["asean", "to do"],
    "notes": [
        {"text": "Call him", "paragraph": 2, "at": "2026-11-21T12:00:00Z"},
        {"text": "Whole", "paragraph": None, "at": None},
    ],
    "place": 4,
}


def test_a_mark_is_read_as_it_was_kept() -> None:
    """All that can be said of a text comes back, and nothing of it is strange."""
    assert Understanding().marks([KEPT]) == ({ONE: MARKED}, frozenset(), {}, None, 0, {}, ())


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("read", "yes", MARKED._replace(read=None)),
        ("read", 1, MARKED._replace(read=None)),
        ("starred", [True], MARKED._replace(starred=None)),
        ("tags", "asean", MARKED._replace(tags=())),
        ("tags", ["asean", 7, "", " ", "x" * 41, None, "to do"], MARKED),
        ("tags", {"asean": 1}, MARKED._replace(tags=())),
        ("notes", "Call him", MARKED._replace(notes=())),
        ("notes", [7, {}, {"text": ""}, {"text": [1]}, *KEPT["notes"]], MARKED),
        ("place", "4", MARKED._replace(place=None)),
        ("place", True, MARKED._replace(place=None)),
        ("place", -4, MARKED._replace(place=None)),
        ("place", 10**30, MARKED._replace(place=None)),
        ("place", 4.0, MARKED._replace(place=None)),
    ],
)
def test_what_is_not_understood_of_a_mark_is_left_out(field: str, value: object, expected: Mark) -> None:
    """A field of a wrong type, or an absurd value, is left out and counted; all else stays said."""
    found = Understanding().marks([{**KEPT, field: value}])
    assert (found.articles, found.strange) == ({ONE: expected}, 1)


@pytest.mark.parametrize(
    "at",
    [
        None,
        5,
        "yesterday",
        "2026-11-21",
        "2026-11-21T12:00:00",
        "9999-12-31T23:59:59-23:59",
        "2026-13-01T00:00:00Z",
    ],
)
def test_a_note_without_a_time_is_a_note(at: object) -> None:
    """A note whose instant is no instant keeps its words."""
    marks = Understanding().marks([{"article": ONE, "notes": [{"text": "Call", "paragraph": "2", "at": at}]}])
    assert marks.articles[ONE].notes == (Note("Call"),)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"article": None},
        {"article": [ONE], "read": True},
        {"article": {"id": ONE}},
        {"article": "../../etc/passwd", "read": True},
        {"article": ONE.upper(), "read": True},
        {"hint": ["p"]},
        {"view": 5, "query": "party:cpv"},
        {"view": "v", "query": 5},
        {"view": "v", "query": "x", "format": "1"},
        {"view": "v", "query": "x", "format": True},
        {"view": "v", "query": "x", "format": 0},
        {"view": "v" * 41, "query": "x"},
        {"view": "v", "query": "x" * 4001},
        {"article": [1], "hint": "p"},
        {"asked": "questions", "queries": ["x"]},
        {"asked": "filters", "queries": "party:cpv"},
        {"asked": "filters", "queries": ["", 5, None]},
    ],
)
def test_a_record_about_nothing_is_left_out(document: dict[str, Any]) -> None:
    """A record that is about nothing we know, or not understood, is counted, and the others are read."""
    found = Understanding().marks([document, KEPT])
    assert found == ({ONE: MARKED}, frozenset(), {}, None, 1, {}, ())


def test_views_are_read_with_where_one_stood() -> None:
    """Views come back by name; one of a newer version is named only; one that was taken away is gone."""
    full = View("party:cpv", "Timeline", ONE, 3)
    found = Understanding().marks(
        [
            {"view": "b", **full._asdict()},
            {"view": "", **full._asdict(), "panel": 5, "row": [ONE], "paragraph": "3"},
            {"view": "new", "format": 2, "question": {"party": "cpv"}},
            {"view": "gone", "query": None},
        ]
    )
    assert found.views == {"b": full, "new": View("", format=2)}
    assert found.last == View("party:cpv")
    assert [name for name, view in found.views.items() if view.is_newer] == ["new"]
    assert found.strange == 0


def test_tags_are_counted_as_they_were_first_typed() -> None:
    """Tags that differ in case or accents only are one, named as it was typed first."""
    said = ({"article": ONE, "tags": ["Đà Nẵng", "b"]}, {"article": TWO, "tags": ["da nang", "a"]})
    assert Understanding().marks(said).tags() == {"Đà Nẵng": 2, "b": 1, "a": 1}


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_documents = st.fixed_dictionaries(
    {},
    optional={
        "article": _json | st.sampled_from([ONE, TWO]),
        "hint": _json,
        "view": _json | st.just(""),
        "query": _json,
        "format": _json | st.integers(0, 3),
        "read": _json,
        "starred": _json,
        "tags": _json | st.lists(_json, max_size=3),
        "notes": _json | st.lists(st.fixed_dictionaries({"text": _json, "at": _json, "paragraph": _json})),
        "place": _json,
    },
)


@given(st.lists(_documents, max_size=4), st.lists(_documents, max_size=4))
def test_no_file_is_too_strange(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Any JSON is read without an error, and what was read before it makes no difference."""
    remembering = Understanding()
    remembering.marks(before)
    assert remembering.marks(after) == Understanding().marks(after)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("asean", "asean"),
        ("  to \n do ", "to do"),
        ("Đà Nẵng", "Đà Nẵng"),
        ("a\x1b[2Jb", "a\ufffd[2Jb"),
        ("a\u202eb\u200b", "a\ufffdb"),
        ("[red]", "[red]"),
        ("★", "★"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_tag_is_kept_clean(typed: str, kept: str) -> None:
    """A tag is one line of what may be shown."""
    assert sayings.tag(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "A tag needs a letter"),
        (" \n\u200b ", "A tag needs a letter"),
        ("\u0301", "A tag needs a letter"),
        ("x" * 41, "A tag can have 40 characters, and this one has 41"),
        ("bud*", "bud* cannot be a tag"),
    ],
)
def test_what_cannot_be_a_tag_is_refused(typed: str, reason: str) -> None:
    """A tag that nobody could type in a filter, or that is none, is refused in a sentence."""
    with pytest.raises(MarkRefused, match=reason.replace("*", r"\*")):
        sayings.tag(typed)


def test_tags_grow_and_shrink() -> None:
    """A tag that is there is not given twice, whatever its accents; taking away is as blind; order stays."""
    assert sayings.tagged(("b", "Đà Nẵng"), ["da nang", "a", "A"], []) == ["b", "Đà Nẵng", "a"]
    assert sayings.tagged(("b", "Đà Nẵng", "c"), ["d"], ["DA NANG", "never"]) == ["b", "c", "d"]
    assert sayings.tagged(("b",), ["b"], ["b"]) == ["b"]
    with pytest.raises(MarkRefused, match="can have 50 tags, and this one would have 51"):
        sayings.tagged(map(str, range(50)), ["more"], [])


def test_a_note_is_kept_clean_with_its_time() -> None:
    """A note keeps its lines, loses what may not be shown, and its time is UTC to the second."""
    hanoi = timezone(timedelta(hours=7))
    at = datetime(2026, 11, 21, 19, 0, 0, 123456, hanoi)
    assert sayings.note(" one\r\ntwo\x1b ", 2, at) == Note("one\ntwo\ufffd", 2, NOON)
    assert abs(sayings.note("now").at - datetime.now(UTC)) < timedelta(minutes=5)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("typed", "paragraph", "reason"),
    [
        (" \u200b\n", None, "A note needs at least one word"),
        ("x" * 2001, None, "A note can have 2,000 characters, and this one has 2,001"),
        ("x", -4, "No text has a paragraph -3"),
        ("x", 10**9, "No text has a paragraph 1000000001"),
    ],
)
def test_what_cannot_be_a_note_is_refused(typed: str, paragraph: int | None, reason: str) -> None:
    """An empty note, one too long, or one on no paragraph is refused in a sentence."""
    with pytest.raises(MarkRefused, match=reason):
        sayings.note(typed, paragraph)


def test_too_many_notes_are_refused() -> None:
    """A text can have many notes, and not any number."""
    with pytest.raises(MarkRefused, match="200 notes"):
        sayings.notes_said([Note(str(n)) for n in range(201)])


def test_a_view_has_a_name_and_bounds() -> None:
    """A view is saved under a short name of one line, with a filter that a person could type."""
    assert sayings.name(" my\tview ") == "my view"
    for typed in ("", " ", "x" * 41):
        with pytest.raises(MarkRefused, match="a name of 1 to 40"):
            sayings.name(typed)
    with pytest.raises(MarkRefused, match="4,000 characters"):
        sayings.view_said(View("x" * 4001))


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_kept_is_safe_and_stays(tag: str, note: str) -> None:
    """Whatever is typed, what is kept is sanitised, is JSON, and is kept as it is the second time."""
    try:
        kept = sayings.tag(tag)
        written = sayings.note(note)
    except MarkRefused:
        return
    assert sanitise(kept) == kept == sayings.tag(kept)
    assert "\n" not in kept
    assert sanitise(written.text) == written.text == sayings.note(written.text).text
    said = {"article": ONE, "tags": [kept], "notes": sayings.notes_said([written])}
    found = Understanding().marks([orjson.loads(orjson.dumps(said))])
    assert found == ({ONE: Mark(tags=(kept,), notes=(written,))}, frozenset(), {}, None, 0, {}, ())
