"""What cannot be corrected is refused, in a sentence that says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.archive.amending import redo, undo
from store.article import Entity
from store.document import Document
from store.errors import CorrectionRefused
from tests.archive.correcting import SAME, corrected, met
from tests.archive.making import CPP, CPV, LPRP, TRUNG

DOCUMENT = met()


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda f: undo(f, 9, "ann"), "There is no correction 9"),
        (lambda f: redo(f, 9, "ann"), "There is no correction 9"),
        (lambda f: redo(f, 1, "ann"), "Correction 1 is in force already"),
        (lambda f: [undo(f, 1, "bob"), undo(f, 1, "ann")], "Correction 1 was taken back by bob already"),
    ],
)
def test_what_cannot_be_taken_back_is_refused(
    tmp_path: Path, act: Callable[[Path], object], reason: str
) -> None:
    """Taking back what is not in force, or making again what is, is refused in a sentence."""
    corrected(tmp_path, DOCUMENT, "date", "2020")
    with pytest.raises(CorrectionRefused, match=reason):
        act(tmp_path)


@pytest.mark.parametrize(
    ("known", "field", "new", "more", "reason"),
    [
        (DOCUMENT, "date", "2021-02-30", {}, "2021-02-30 is not in the calendar"),
        (DOCUMENT, "date", "2021..2016", {}, "2021..2016 runs backwards. Use 2016..2021"),
        (DOCUMENT, "date", "soon", {}, "soon is not a date. Dates look like 2021"),
        (DOCUMENT, "date", "31 June 2021", {}, "2021-06-31 is not in the calendar"),
        (DOCUMENT, "date", "20211341", {}, "2021-13-41 is not in the calendar"),
        (DOCUMENT, "date", "18 Foo 2021", {}, "18 foo 2021 is not a date"),
        (DOCUMENT, "date", "0000", {}, "0000 is not in the calendar"),
        (DOCUMENT, "date", "Today", {}, "today moves with the day. Say the day, month or year itself"),
        (DOCUMENT, "date", "may", {}, "may leaves a year open. Say the day"),
        (DOCUMENT, "date", "2016..", {}, "2016.. leaves a year open"),
        (DOCUMENT, "date", "2021", {"reason": "x" * 501}, "A reason can have 500 characters"),
        (CPP, "name", " \u200b ", {}, "A name needs a letter"),
        (CPP, "name", "x" * 201, {}, "A name can have 200 characters, and this one has 201"),
        (CPP, "name", CPP.name, {}, f"The name of {CPP.name} is {CPP.name} already"),
        (TRUNG, "abbr", "", {}, "The abbr of Le Hoai Trung is empty already"),
        (
            CPP,
            "kind",
            "planet",
            {},
            "planet is no kind of entity. It can be party, person, org, place, event",
        ),
        (CPP, "country", "ZZ", {}, "ZZ is no code of a country"),
        (CPP, "country", "Cambodia", {}, "CAMBODIA is no code of a country"),
        (CPP, "confirmed", True, {}, f"{CPP.name} is confirmed already"),
        (CPP, "merged", CPP, {}, f"{CPP.name} cannot be merged into itself"),
        (CPP, "merged", Entity("x", "party", "X"), {}, "x is no entity"),
        (CPP, "merged", Entity("party:x", "party", " "), {}, "party:x is no entity"),
        (CPP, "merged", "party:x", {}, "The merged of party:kh-cpp cannot be corrected so"),
        (CPP, "date", "2021", {}, "The date of party:kh-cpp cannot be corrected so"),
        (CPP, "hidden", False, {}, "cannot be corrected so"),
        (CPP, "name", "X", {"entity": CPP.id}, "cannot be corrected so"),
        (DOCUMENT, "name", "X", {}, "cannot be corrected so"),
        (DOCUMENT, "name", "X", {"entity": LPRP.id}, "does not name party:la-lprp"),
        (DOCUMENT, "mention", LPRP, {"entity": CPV.id}, "cannot be corrected so"),
        (
            DOCUMENT,
            "mention",
            LPRP,
            {"entity": CPV.id, "mention": (0, 1, 5)},
            "does not mention party:vn-cpv there",
        ),
        (
            DOCUMENT,
            "mention",
            CPV,
            {"entity": CPV.id, "mention": (0, 0, 5)},
            "belongs to Communist Party of Vietnam",
        ),
    ],
)
def test_what_cannot_be_corrected_is_refused(
    tmp_path: Path, known: Document | Entity, field: str, new: object, more: dict[str, Any], reason: str
) -> None:
    """A value that cannot be is refused in a sentence that says why, and nothing is kept."""
    with pytest.raises(CorrectionRefused) as caught:
        corrected(tmp_path, known, field, new, **more)
    assert reason in str(caught.value)
    assert not (tmp_path / "corrections.json").exists()


def test_a_ring_of_merges_is_refused(tmp_path: Path) -> None:
    """What leads back to itself is refused, when it is asked, when it is made again, and in one text."""
    corrected(tmp_path, SAME, "merged", CPV)
    corrected(tmp_path, CPV, "merged", CPP)
    ring = r"Communist Party \(party:\?-cpv\) is itself merged into party:kh-cpp\. Take that back first"
    with pytest.raises(CorrectionRefused, match=ring):
        corrected(tmp_path, CPP, "merged", SAME)
    with pytest.raises(CorrectionRefused, match=ring):
        corrected(tmp_path, met([CPP]), "merged", SAME, entity=CPP.id)
    undo(tmp_path, 2, "ann")
    corrected(tmp_path, CPP, "merged", SAME)
    with pytest.raises(CorrectionRefused, match="itself merged"):
        redo(tmp_path, 2, "ann")
