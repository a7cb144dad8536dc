"""Shape: which columns a terminal's size gives."""

from __future__ import annotations

import re

import pytest

from tests.newsdesk import ROOT
from tui.shape import ENTITIES_ROWS, EVIDENCE_ROWS, Joints, classes, joints

STYLE = (ROOT / "tui" / "newsdesk.tcss").read_text("utf-8")


@pytest.mark.parametrize(
    ("width", "height", "zoomed", "expected"),
    [
        (40, 10, False, {"-tiny", "-short", "-single"}),
        (49, 24, False, {"-tiny", "-single"}),
        (69, 24, False, {"-single"}),
        (70, 24, False, set()),
        (80, 19, False, {"-short"}),
        (80, 24, False, set()),
        (80, 24, True, {"-single"}),
        (109, 29, False, set()),
        (110, 30, False, {"-tall", "-three"}),
        (120, 40, False, {"-tall", "-three"}),
        (120, 40, True, {"-tall", "-single"}),
        (160, 44, False, {"-tall", "-three", "-wide"}),
        (200, 60, False, {"-tall", "-huge", "-three", "-wide", "-docked"}),
        (200, 60, True, {"-tall", "-huge", "-single"}),
    ],
)
def test_the_classes_of_a_size(width: int, height: int, zoomed: bool, expected: set[str]) -> None:
    """One panel below 70 columns and when zoomed, three columns from 110, evidence docked from 160x45."""
    page = classes(width, height, zoomed)
    assert {name for name, on in page.items() if on} == expected


@pytest.mark.parametrize("name", sorted(set(classes(1, 1, False)) - {"-tiny", "-short"}))
def test_every_class_has_its_rules(name: str) -> None:
    """A class that the page is given means something in the stylesheet."""
    assert re.search(rf"Desk\S*\.{name}\b", STYLE)


def test_rows_are_as_in_the_stylesheet() -> None:
    """The rows that the joints count with are the rows of the grid."""
    assert f"grid-rows: 1fr {ENTITIES_ROWS};" in STYLE
    assert f"grid-rows: 1fr {EVIDENCE_ROWS};" in STYLE


@pytest.mark.parametrize(
    ("width", "height", "divided", "left", "right"),
    [
        (80, 24, True, ((0, "┬"), (13, "┤")), ((0, "┬"),)),
        (80, 24, False, ((0, "┬"),), ((0, "┬"),)),
        (120, 40, True, ((0, "┬"),), ((0, "┬"),)),
        (200, 60, True, ((0, "┬"),), ((0, "┬"), (-1, "├"))),
    ],
)
def test_where_rules_meet_heads(width: int, height: int, divided: bool, left: Joints, right: Joints) -> None:
    """A rule is joined to the heads at its top and, where panels stand above each other, at its side."""
    assert joints(classes(width, height, False), 19, divided=divided) == (left, right)
