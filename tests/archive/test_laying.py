"""Corrections laid over documents: what each makes of dates, entities, mentions and contacts."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.amending import undo
from store.archive.corrections import Corrections
from store.article import Contact, Mention
from store.document import Document, from_document, to_document
from tests.archive.correcting import SAME, amendments, asked, corrected, documents, met
from tests.archive.making import CPP, CPV, HANOI, LPRP, TRUNG

PAIR = Contact((CPV.id, CPP.id), "meeting", 0, "They met.")
OTHER = Contact((SAME.id, CPP.id), "meeting", 0, "They met.")


def entity(document: Document, entity_id: str) -> dict[str, Any]:
    """Return an entity of a document."""
    (found,) = (e for e in document["entities"] if e["id"] == entity_id)
    return dict(found)


def ids(document: Document) -> list[str]:
    """Return the ids of the entities of a document, in order."""
    return [e["id"] for e in document["entities"]]


def pairs(document: Document) -> list[list[str]]:
    """Return who met whom in a document."""
    return [c["parties"] for c in document["contacts"]]


@pytest.mark.parametrize(
    ("typed", "value", "precision", "first", "last"),
    [
        ("2021-05-18", "2021-05-18", "day", "2021-05-18", "2021-05-18"),
        ("20210518", "2021-05-18", "day", "2021-05-18", "2021-05-18"),
        ("202105", "2021-05", "month", "2021-05-01", "2021-05-31"),
        ("18 May 2021", "2021-05-18", "day", "2021-05-18", "2021-05-18"),
        ("Sept 3, 2021", "2021-09-03", "day", "2021-09-03", "2021-09-03"),
        ("may-2021", "2021-05", "month", "2021-05-01", "2021-05-31"),
        ("2016", "2016", "year", "2016-01-01", "2016-12-31"),
        ("2021-q2", None, None, "2021-04-01", "2021-06-30"),
        ("2016..2018-02", None, None, "2016-01-01", "2018-02-28"),
        ("", None, None, None, None),
        ("none", None, None, None, None),
    ],
)
def test_a_date_is_corrected(
    tmp_path: Path, typed: str, value: str | None, precision: str | None, first: str | None, last: str | None
) -> None:
    """What a person says takes the place of what the text gave, which stays visible."""
    document = met()
    document["date"]["month_day"] = "05-18"
    corrections = corrected(tmp_path, document, "date", typed, reason="The printer's year")
    date = corrections.lay(document)["date"]
    says = "corrected by ann on 2026-11-21", "The printer's year", "the text alone gave 2021-05-18"
    assert date == {
        "value": value,
        "month_day": None,
        "precision": precision,
        "earliest": first,
        "latest": last,
        "certainty": "corrected",
        "evidence": [{"kind": "correction", "quote": "", "paragraph": None, "says": said} for said in says],
        "rejected": document["date"]["evidence"],
    }


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("name", " Nhân\u0302 dân ", "Nhân\u0302 dân"),
        ("abbr", "PP", "PP"),
        ("abbr", "", None),
        ("kind", "Org", "org"),
        ("country", "la", "LA"),
        ("country", None, None),
    ],
)
@pytest.mark.parametrize("wide", [True, False])
def test_a_field_of_an_entity_is_corrected(
    tmp_path: Path, field: str, typed: str | None, kept: str | None, wide: bool
) -> None:
    """What an entity is called, is, or belongs to can be corrected everywhere or in one text."""
    document = met()
    if wide:
        corrections = corrected(tmp_path, CPP, field, typed)
    else:
        corrections = corrected(tmp_path, document, field, typed, entity=CPP.id)
    shown = corrections.lay(document)
    assert entity(shown, CPP.id) == {**entity(document, CPP.id), field: kept}
    assert shown["mentions"] == document["mentions"]
    other = met(text="Another text.")
    assert (corrections.lay(other) is other) is not wide
    assert corrections.records[0].old == getattr(CPP, field)


def test_here_wins_over_everywhere(tmp_path: Path) -> None:
    """What is said of an entity in one text counts there, whatever is said of it everywhere."""
    document = met()
    corrected(tmp_path, document, "name", "Here", entity=CPP.id)
    corrections = corrected(tmp_path, CPP, "name", "Everywhere")
    assert entity(corrections.lay(document), CPP.id)["name"] == "Here"
    assert entity(corrections.lay(met(text="Another.")), CPP.id)["name"] == "Everywhere"


def test_a_confirmed_party_is_confirmed(tmp_path: Path) -> None:
    """A party that no list knows can be confirmed, and is confirmed in every text."""
    assert entity(corrected(tmp_path, SAME, "confirmed", True).lay(met()), SAME.id)["confirmed"] is True


@pytest.mark.parametrize("wide", [True, False])
def test_what_is_hidden_is_gone_with_all_that_names_it(tmp_path: Path, wide: bool) -> None:
    """A hidden entity, its mentions and its contacts are gone; the others stay."""
    document = met(contacts=[PAIR, OTHER])
    if wide:
        corrections = corrected(tmp_path, SAME, "hidden", True)
    else:
        corrections = corrected(tmp_path, document, "hidden", True, entity=SAME.id)
    shown = corrections.lay(document)
    assert ids(shown) == [CPV.id, CPP.id, TRUNG.id]
    assert [m["entity"] for m in shown["mentions"]] == ids(shown)
    assert pairs(shown) == [[CPV.id, CPP.id]]


@pytest.mark.parametrize("wide", [True, False])
def test_a_merge_takes_mentions_and_contacts_along(tmp_path: Path, wide: bool) -> None:
    """Mentions and contacts follow a merge; what now stands twice stands once; nobody meets themselves."""
    inside = Contact((CPV.id, SAME.id), "meeting", 1, "They met.")
    document = met(contacts=[PAIR, OTHER, inside])
    if wide:
        corrections = corrected(tmp_path, SAME, "merged", CPV)
    else:
        corrections = corrected(tmp_path, document, "merged", CPV, entity=SAME.id)
    shown = corrections.lay(document)
    assert ids(shown) == [CPV.id, CPP.id, TRUNG.id]
    assert [m["entity"] for m in shown["mentions"]] == [CPV.id, CPP.id, CPV.id, TRUNG.id]
    assert pairs(shown) == [[CPV.id, CPP.id]]


def test_a_merge_into_what_a_text_does_not_name(tmp_path: Path) -> None:
    """Where only the one merged is named, the other takes its place, with the role that the text gives."""
    document = met([TRUNG, SAME])
    corrections = corrected(tmp_path, TRUNG, "merged", HANOI)
    shown = corrections.lay(document)
    assert entity(shown, HANOI.id) == {**entity(met([HANOI]), HANOI.id), "role": "Chairman"}
    assert ids(shown) == [HANOI.id, SAME.id]


def test_merges_follow_each_other(tmp_path: Path) -> None:
    """What is merged into something merged ends at the last, which may be corrected itself."""
    corrected(tmp_path, SAME, "merged", LPRP)
    corrected(tmp_path, CPP, "name", "The Last")
    corrections = corrected(tmp_path, LPRP, "merged", CPP)
    shown = corrections.lay(met([SAME]))
    assert [(e["id"], e["name"]) for e in shown["entities"]] == [(CPP.id, "The Last")]
    assert corrections.subjects_of(met([SAME])) == {SAME.id, LPRP.id, CPP.id}


def test_a_party_that_is_none_meets_nobody(tmp_path: Path) -> None:
    """Contacts are of parties: when one turns out to be something else its contacts go."""
    shown = corrected(tmp_path, CPP, "kind", "org").lay(met(contacts=[PAIR]))
    assert pairs(shown) == []
    assert entity(shown, CPP.id)["kind"] == "org"


def test_one_mention_belongs_to_another(tmp_path: Path) -> None:
    """A single mention goes over; who is still named elsewhere stays, and met whom the paragraph names."""
    mentions = [Mention(CPV.id, 0, 0, 3), Mention(CPP.id, 0, 5, 8), Mention(CPV.id, 1, 0, 3)]
    second = Contact((CPV.id, CPP.id), "visit", 1, "They came.")
    document = met([CPV, CPP], mentions, [PAIR, second])
    corrections = corrected(tmp_path, document, "mention", LPRP, entity=CPV.id, mention=(0, 0, 3))
    shown = corrections.lay(document)
    assert ids(shown) == [CPV.id, CPP.id, LPRP.id]
    assert [m["entity"] for m in shown["mentions"]] == [LPRP.id, CPP.id, CPV.id]
    assert pairs(shown) == [[LPRP.id, CPP.id], [CPV.id, CPP.id]]
    (made,) = corrections.records
    assert (made.entity, made.old, made.mention) == (CPV.id, CPV.id, (0, 0, 3))


def test_who_has_no_mention_left_is_not_named(tmp_path: Path) -> None:
    """When its only mention belongs to another, an entity goes, and its contacts become the other's."""
    document = met([CPV, CPP], contacts=[PAIR])
    corrections = corrected(tmp_path, document, "mention", LPRP, entity=CPV.id, mention=(0, 0, 5))
    shown = corrections.lay(document)
    assert ids(shown) == [CPP.id, LPRP.id]
    assert pairs(shown) == [[LPRP.id, CPP.id]]
    again = corrected(tmp_path, document, "mention", CPP, entity=LPRP.id, mention=(0, 0, 5))
    assert ids(again.lay(document)) == [CPP.id]
    assert pairs(again.lay(document)) == []
    assert [(c.entity, c.old) for c in again.records] == [(CPV.id, CPV.id)] * 2
    back = corrected(tmp_path, document, "mention", CPV, entity=CPP.id, mention=(0, 0, 5))
    assert back.lay(document) is document


@pytest.mark.parametrize(
    "what", [{}, {"entities": None}, {"entities": [{}]}, {"date": []}, {"mentions": [1]}]
)
def test_what_is_no_document_is_left_as_it_is(tmp_path: Path, what: dict[str, Any]) -> None:
    """A damaged document is returned as it is, for its reader to say what is wrong."""
    document = met()
    corrected(tmp_path, document, "date", "2020")
    corrections = corrected(tmp_path, CPP, "name", "X")
    damaged: Document = {**document, **what} if what else {}
    assert corrections.lay(damaged) is damaged


_SAID = st.lists(amendments(), max_size=7)


@settings(deadline=None)
@given(documents(), _SAID, st.randoms(use_true_random=False))
def test_whatever_is_corrected(
    tmp_path_factory: pytest.TempPathFactory, document: Document, said: list[Any], chance: Any
) -> None:
    """A valid document stays valid, laying twice is laying once, and taking all back restores it exactly."""
    folder = tmp_path_factory.mktemp("c")
    before = deepcopy(document)
    corrections = Corrections()
    for one in said:
        corrections = asked(folder, document, one)
        shown = corrections.lay(document)
        assert to_document(from_document(shown)) == shown
        assert corrections.lay(shown) == shown
        named = {e["id"]: e["kind"] for e in shown["entities"]}
        assert len(named) == len(shown["entities"])
        assert {m["entity"] for m in shown["mentions"]} <= named.keys()
        for one_party, other in pairs(shown):
            assert one_party != other and {named[one_party], named[other]} == {"party"}
    assert corrections.subjects_of(document) <= corrections.subjects().keys()
    assert corrections.subjects_of(document) or corrections.lay(document) is document
    numbers = [c.number for c in corrections.records]
    chance.shuffle(numbers)
    for number in numbers:
        corrections = undo(folder, number, "bob")
    assert corrections.lay(document) is document
    assert corrections.subjects() == {}
    assert document == before
