"""Lines: spans of inked text that fit where they are put."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.samples import foreign, plain
from tui.inks import INKS
from tui.lines import KIND_INK, Line, cells, cut, indent, inked, line, overlaid, spread
from tui.measure import ELLIPSIS, JOINERS, width

lines = st.lists(st.tuples(foreign, st.sampled_from(INKS)), max_size=5).map(lambda spans: line(*spans))
columns = st.integers(0, 80)


def test_every_ink_has_one_name() -> None:
    """No ink is listed twice, and every kind of entity has a dress among them."""
    assert len(set(INKS)) == len(INKS)
    assert set(KIND_INK.values()) <= set(INKS)


def test_a_line_holds_no_empty_spans() -> None:
    """What says nothing takes no place in a line."""
    assert line(("", "muted"), ("a", "text"), ("", "faint")) == (("a", "text"),)


@given(lines, columns)
def test_a_cut_line_fits(spans: Line, most: int) -> None:
    """A cut line is never wider than asked; what fits is left alone, the rest ends in an ellipsis."""
    kept = cut(spans, most)
    assert cells(kept) <= most
    if cells(spans) <= most:
        assert kept == spans
    elif most:
        assert plain(kept).endswith(ELLIPSIS)


@given(lines, columns, st.sampled_from(("a", "zz")))
def test_what_lies_over_a_line_moves_nothing(spans: Line, at: int, text: str) -> None:
    """A label takes its own cells and no others: what stands before and behind it stays in its place."""
    over = overlaid(spans, at, (text, "chip"))
    assert cells(over) == max(cells(spans), at + len(text))
    label = over.index((text, "chip"))
    assert cells(over[:label]) == at
    behind = plain(over[label + 1 :]).lstrip(" ")
    assert plain(spans).endswith(behind)


@given(lines, columns)
def test_what_is_cut_is_the_end(spans: Line, most: int) -> None:
    """A cut line begins as the whole one does, in the same inks."""
    kept = cut(spans, most)
    for (text, ink), (whole, same) in zip(kept, spans, strict=False):
        assert ink == same and whole.startswith(text.removesuffix(ELLIPSIS))


@pytest.mark.parametrize(
    ("spans", "most", "expected"),
    [
        ((("one ", "text"), ("two", "bold")), 7, "one two"),
        ((("one ", "text"), ("two", "bold")), 6, "one t…"),
        ((("one ", "text"), ("two", "bold")), 4, "one…"),
        ((("越共", "text"), ("中央", "bold")), 4, "越…"),
        ((("one", "text"),), 0, ""),
        ((("\u0301", "text"), ("one", "bold")), 0, ""),
    ],
)
def test_cutting(spans: Line, most: int, expected: str) -> None:
    """The ellipsis takes the place of the last letter that would fit."""
    assert plain(cut(spans, most)) == expected


@given(lines, lines, st.integers(2, 80))
def test_spread_lines_fill_the_columns(left: Line, right: Line, columns: int) -> None:
    """Left and right never take more than the columns, and the right end is reached if there is a right."""
    spanned = spread(left, right, columns)
    assert cells(spanned) <= columns
    if right and cells(right) < columns - 1:
        assert cells(spanned) == columns and spanned[-len(right) :] == right


def test_the_left_gives_way() -> None:
    """What stands at the right is kept whole, with a blank before it."""
    assert plain(spread((("a certain name", "text"),), (("12", "faint"),), 12)) == "a certai… 12"


def test_indenting_moves_right() -> None:
    """Blanks come before the line."""
    assert plain(indent((("a", "bold"),), 3)) == "   a"


@given(foreign, st.data())
def test_inked_text_keeps_every_letter(text: str, data: st.DataObject) -> None:
    """Letters become spans of one ink each, none lost; a joined emoji is not torn apart by its inks."""
    inks = data.draw(st.lists(st.sampled_from(INKS[:3]), min_size=len(text), max_size=len(text)))
    start = data.draw(st.integers(0, len(text)))
    spans = inked(text, inks, start, len(text))
    assert plain(spans) == text[start:]
    assert cells(spans) <= width(text[start:])
    if not any(joiner in text for joiner in JOINERS):
        assert [ink for run, ink in spans for _ in run] == inks[start:]
