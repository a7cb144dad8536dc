"""What people corrected: kept with who, when and why; refused in a sentence; taken back, and made again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from store.archive.amending import Amendment, correct, redo, undo
from store.archive.corrected import Undoing, document_of, understood
from store.archive.corrections import Corrections
from store.archive.tables import read_table, table_bytes
from store.article import Entity
from store.countries import COUNTRIES
from store.document import Document
from store.errors import ArchiveError
from store.wire.gazetteer import load
from tests.archive.correcting import NOON, SAME, corrected, met
from tests.archive.making import CPP, CPV, LPRP

DOCUMENT = met()
LATER = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def value(corrections: Corrections, document: Document = DOCUMENT) -> str | None:
    """Return the day of a document after corrections."""
    found: str | None = corrections.lay(document)["date"]["value"]
    return found


def test_a_correction_is_kept_as_a_tinydb_record(tmp_path: Path) -> None:
    """TinyDB itself reads who corrected what, when, what stood, what holds, and why."""
    corrected(tmp_path, DOCUMENT, "date", "2020-05-18", reason=" typed \x1b wrong ")
    corrected(tmp_path, DOCUMENT, "mention", LPRP, entity=CPV.id, mention=(0, 0, 5))
    undo(tmp_path, 1, "bob", LATER)
    with TinyDB(tmp_path / "corrections.json") as database:
        first, second, third = database.table("corrections").all()
    assert first == {
        "number": 1, "who": "ann", "when": "2026-11-21T12:00:00.000000Z",
        "subject": DOCUMENT["id"], "entity": None, "mention": None, "field": "date",
        "old": "2021-05-18", "new": "2020-05-18", "reason": "typed \ufffd wrong",
    }  # fmt: skip
    assert (second["old"], second["new"]["id"], second["mention"]) == (CPV.id, LPRP.id, [0, 0, 5])
    assert third == {"number": 3, "who": "bob", "when": "2026-11-22T08:30:00.000000Z", "undoes": 1}


def test_the_old_value_is_what_the_text_said(tmp_path: Path) -> None:
    """However often a thing is corrected, the old value is that of the text without any correction."""
    for day in ("2020", "2019-05", "2018..2019"):
        corrections = corrected(tmp_path, DOCUMENT, "date", day)
    for name in ("One", "Two"):
        shown = corrections.lay(DOCUMENT)["entities"][1]
        corrections = corrected(tmp_path, Entity(**shown), "name", name)
    assert [c.old for c in corrections.records] == ["2021-05-18"] * 3 + [CPP.name] * 2
    assert corrections.lay(DOCUMENT)["date"]["earliest"] == "2018-01-01"
    span: Document = {**DOCUMENT, "date": {**DOCUMENT["date"], "value": None, "latest": "2021-05-20"}}
    other = corrected(tmp_path / "other", span, "date", "")
    assert other.records[0].old == "2021-05-18..2021-05-20"
    assert "gave 2021-05-18..2021-05-20" in other.lay(span)["date"]["evidence"][-1]["says"]


def test_undo_and_redo_are_kept_too(tmp_path: Path) -> None:
    """A correction is taken back and made again by anybody, also after a restart, and nothing is deleted."""
    corrected(tmp_path, DOCUMENT, "date", "2020")
    corrected(tmp_path, DOCUMENT, "date", "2019")
    assert value(Corrections.read(tmp_path)) == "2019"
    back = undo(tmp_path, 2, "bob", LATER)
    assert value(back) == value(Corrections.read(tmp_path)) == "2020"
    assert back.records[1].undone == Undoing("bob", LATER)
    assert back.lay(DOCUMENT)["date"]["evidence"][-1]["says"].endswith("gave 2021-05-18")
    assert undo(tmp_path, 1, "bob").lay(DOCUMENT) is DOCUMENT
    assert value(redo(tmp_path, 2, "ann")) == "2019"
    assert [c.undone is None for c in Corrections.read(tmp_path).records] == [False, True]
    assert len(read_table(tmp_path / "corrections.json")) == 5


def test_each_takes_back_their_own(tmp_path: Path) -> None:
    """One takes back the last that one made, and makes again what one took back since."""

    def turns(who: str) -> tuple[int | None, int | None]:
        found = Corrections.read(tmp_path)
        one, other = found.undoable(who), found.redoable(who)
        return one and one[0].number, other and other[0].number

    asked = Amendment(CPP.id, "name", "Bob's")
    corrected(tmp_path, DOCUMENT, "date", "2020")
    correct(tmp_path, asked, CPP, "bob")
    corrected(tmp_path, DOCUMENT, "date", "2019")
    assert (turns("ann"), turns("bob"), turns("eve")) == ((3, None), (2, None), (None, None))
    undo(tmp_path, 3, "ann")
    undo(tmp_path, 1, "ann")
    assert (turns("ann"), turns("bob")) == ((None, 1), (2, None))
    redo(tmp_path, 1, "ann")
    assert turns("ann") == (1, 3)
    undo(tmp_path, 2, "eve")
    assert (turns("bob"), turns("eve")) == ((None, None), (None, 2))
    corrected(tmp_path, DOCUMENT, "date", "2018")
    assert turns("ann")[1] is None


def test_a_ring_in_a_tampered_file_ends(tmp_path: Path) -> None:
    """A file that says that two are each other's, or one its own, keeps nobody waiting and changes nobody."""
    corrected(tmp_path / "a", SAME, "merged", CPV)
    corrected(tmp_path / "b", CPV, "merged", SAME)
    said = [read_table(tmp_path / name / "corrections.json")["1"] for name in "ab"]
    events, strange = understood([said[0], {**said[1], "number": 2}])
    corrections = Corrections(events)
    assert (strange, len(corrections.in_force)) == (0, 2)
    assert {e["id"] for e in corrections.lay(DOCUMENT)["entities"]} == {e["id"] for e in DOCUMENT["entities"]}
    assert corrections.subjects_of(DOCUMENT) == {SAME.id, CPV.id}


def test_what_replaced_an_article_inherits(tmp_path: Path) -> None:
    """What was corrected in an article holds for what replaced it, thing by thing, unless that was, too."""
    first, last = "000000000001", DOCUMENT["id"]
    before: dict[str, str | None] = {"000000000002": first, first: last}
    old = {**DOCUMENT, "id": first}
    new = {**DOCUMENT, "replaces": "000000000002"}
    corrected(tmp_path, old, "date", "2020")
    corrected(tmp_path, old, "name", "Old", entity=CPP.id)
    assert Corrections.read(tmp_path).lay(new) is new
    corrections = Corrections.read(tmp_path, before.get)
    assert value(corrections, new) == "2020"
    assert corrections.subjects_of(new) == {first}
    made = correct(tmp_path, Amendment(last, "date", "2019"), new, "ann", NOON, before.get)
    assert made.records[-1].old == "2021-05-18"
    assert value(made, new) == "2019"
    assert made.lay(new)["entities"][1]["name"] == "Old"
    assert made.subjects_of(new) == {first, last}
    assert value(undo(tmp_path, 3, "ann", NOON, before.get), new) == "2020"


def test_a_digest_changes_with_what_is_said(tmp_path: Path) -> None:
    """The subjects are those that something is said of, each under another digest when that changes."""
    one = corrected(tmp_path, DOCUMENT, "date", "2020").subjects()
    two = corrected(tmp_path, CPP, "name", "X").subjects()
    three = corrected(tmp_path, DOCUMENT, "date", "2019").subjects()
    assert one.keys() == {DOCUMENT["id"]}
    assert two == {**one, CPP.id: two[CPP.id]}
    assert three.keys() == two.keys() and three[CPP.id] == two[CPP.id]
    assert three[DOCUMENT["id"]] != two[DOCUMENT["id"]]
    assert undo(tmp_path, 3, "ann").subjects() == two
    assert Corrections.read(tmp_path).subjects() == two


@pytest.mark.parametrize("content", [b"", b"{", b'{"corrections": {"1": 5}}', b'{"other": {}}'])
def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """A file of corrections that cannot be read is named, and no correction replaces it."""
    (tmp_path / "corrections.json").write_bytes(content)
    with pytest.raises(ArchiveError, match=r"corrections\.json"):
        Corrections.read(tmp_path)
    with pytest.raises(ArchiveError, match=r"corrections\.json"):
        corrected(tmp_path, CPP, "name", "X")
    assert (tmp_path / "corrections.json").read_bytes() == content


def test_what_is_strange_is_counted_and_kept(tmp_path: Path) -> None:
    """Records that are not understood are left out and kept, and new ones get numbers above all of them."""
    corrected(tmp_path, DOCUMENT, "date", "2020")
    sound = read_table(tmp_path / "corrections.json")["1"]
    strange = [
        {}, {"number": 1}, {**sound, "number": True}, {**sound, "number": 40, "field": "mood"},
        {**sound, "number": 3, "field": ["date"]}, {**sound, "number": 3, "new": "2021-02-30"},
        {**sound, "number": 3, "new": "2021..2016"}, {**sound, "number": 3, "new": True},
        {**sound, "number": 3, "when": "2026-11-21"}, {**sound, "number": 3, "subject": [1]},
        {**sound, "number": 3, "entity": "party:x"}, {**sound, "number": 3, "mention": [0, 0, 1]},
        {**sound, "number": 3, "field": "kind", "new": "planet", "subject": "party:x"},
        {**sound, "number": 3, "field": "merged", "new": {"id": "party:x"}, "subject": "party:x"},
        {**sound, "number": 3, "field": "date", "subject": "party:x"}, {**sound, "number": 1},
        {"number": 3, "who": "ann", "when": sound["when"], "undoes": "1"}, {**sound, "number": 10**18},
    ]  # fmt: skip
    documents = {"7": sound, **{str(n): d for n, d in enumerate(strange, 8)}}
    (tmp_path / "corrections.json").write_bytes(table_bytes("corrections", documents))
    corrections = Corrections.read(tmp_path)
    assert (len(corrections.records), corrections.strange) == (1, len(strange))
    assert corrected(tmp_path, CPP, "name", "X").records[-1].number == 41
    assert read_table(tmp_path / "corrections.json") | documents == read_table(tmp_path / "corrections.json")


def test_a_turn_about_nothing_is_no_trouble() -> None:
    """Taking back what never was, or twice, changes nothing."""
    who = {"who": "ann", "when": "2026-11-21T12:00:00Z"}
    events, strange = understood([{**who, "number": 2, "undoes": 1}, {**who, "number": 3, "redoes": 1}])
    assert (Corrections(events).records, strange) == ((), 0)


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**19) | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
_strange = st.fixed_dictionaries(
    {
        "number": st.integers(1, 4) | _json,
        "who": st.just("ann") | _json,
        "when": st.just("2026-11-21T12:00:00Z") | _json,
    },
    optional={
        "subject": st.sampled_from([DOCUMENT["id"], CPP.id]) | _json,
        "field": st.sampled_from(["date", "name", "hidden", "merged", "mention", "kind"]) | _json,
        "new": st.sampled_from(["2021", "x", "party", True, DOCUMENT["entities"][0]]) | _json,
        "entity": st.just(CPV.id) | _json,
        "mention": st.just([0, 0, 5]) | _json,
        "reason": _json,
        "old": _json,
        "undoes": st.integers(1, 4) | _json,
        "redoes": st.integers(1, 4) | _json,
    },
)  # fmt: skip


@given(st.lists(_strange, max_size=5))
def test_no_file_is_too_strange(documents: list[dict[str, Any]]) -> None:
    """Whatever JSON a file holds, what is understood of it can be laid, and comes back as it was kept."""
    events, strange = understood(documents)
    assert len(events) + strange == len(documents)
    corrections = Corrections(events)
    corrections.lay(corrections.lay(DOCUMENT))
    assert understood(map(document_of, events)) == (events, 0)


def test_every_country_of_the_gazetteer_has_a_code() -> None:
    """A correction can name every country that the gazetteer names."""
    known = load()
    named = {party.country for party in known.parties.values()}
    assert named <= COUNTRIES and {place.country for place in known.places.values()} - {None} <= COUNTRIES
