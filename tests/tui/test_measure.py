"""Measure: nothing is wider than asked, and nothing but blanks at a break is lost."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from tests.tui.samples import foreign
from tui.measure import ELLIPSIS, balance, clip, fitting, width, wrap

columns = st.integers(2, 90)


def lines(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the lines that the spans of a text mean."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("party", 5),
        ("Đảng Cộng sản Việt Nam", 22),
        (unicodedata.normalize("NFD", "Đảng Cộng sản Việt Nam"), 22),
        ("越共中央", 8),
        ("한국", 4),
        ("[red]x[/]", 9),
        ("😀", 2),
        ("👨‍👩‍👧", 2),
        ("❤️", 2),
    ],
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    """Wide letters take two cells, marks none, joined emoji as many as one, brackets one each."""
    assert width(text) == cells


@given(foreign, columns)
def test_wrapped_lines_fit(text: str, cells: int) -> None:
    """No line of a wrapped text is wider than asked, whatever it is written in."""
    assert [one for one in lines(text, wrap(text, cells)) if width(one) > cells] == []


@given(foreign, st.integers(-3, 90))
def test_wrapping_loses_blanks_only(text: str, cells: int) -> None:
    """The lines follow each other, and what lies between two of them is spaces."""
    spans = wrap(text, cells)
    assert spans[0][0] == 0 and all(start <= end for start, end in spans)
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    assert set("".join([*gaps, text[spans[-1][1] :]])) <= {" "}


@given(foreign, columns)
def test_wrapping_never_cuts_a_letter_from_its_marks(text: str, cells: int) -> None:
    """A line begins where a grapheme begins, so that marks and joined emoji stay whole."""
    begins = {start for start, _, _ in split_graphemes(text)[0]}
    cut = {start for start, _ in wrap(text, cells)[1:] if text[start - 1] not in " -"}
    assert cut <= begins


@given(foreign, columns)
def test_words_are_cut_only_where_they_are_too_long(text: str, cells: int) -> None:
    """A line that ends inside a word holds no place where it could have broken better."""
    spans = wrap(text, cells)
    for (start, end), (after, _) in pairwise(spans):
        if end == after and not text[:end].endswith("-"):
            assert " " not in text[start + 1 : end]


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("ruling and non-ruling parties", 15, ["ruling and non-", "ruling parties"]),
        ("a  b", 1, ["a", "b"]),
        ("exactly ten", 11, ["exactly ten"]),
        ("internationalism", 6, ["intern", "ationa", "lism"]),
        ("2016 - 2021", 6, ["2016 -", "2021"]),
        ("越共中央", 5, ["越共", "中央"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_at_spaces_and_after_hyphens(text: str, cells: int, expected: list[str]) -> None:
    """A line breaks at a space or after a hyphen between letters; only a longer word is cut."""
    assert lines(text, wrap(text, cells)) == expected


@given(foreign, columns)
def test_balancing_takes_no_more_lines(text: str, cells: int) -> None:
    """A balanced headline has as many lines as a wrapped one, and none is wider than asked."""
    even = balance(text, cells)
    assert len(even) == len(wrap(text, cells))
    assert all(width(one) <= cells for one in lines(text, even))


def test_balancing_evens_the_lines_out() -> None:
    """No word is left alone on the last line where the lines could be even."""
    headline = "Vietnamese, Cambodian parties exchange views on ties today"
    assert lines(headline, wrap(headline, 53))[-1] == "today"
    assert lines(headline, balance(headline, 53)) == [
        "Vietnamese, Cambodian parties",
        "exchange views on ties today",
    ]


@given(foreign, st.integers(-2, 60))
def test_clipped_text_fits(text: str, cells: int) -> None:
    """A clipped text is never wider than asked; what fits is left alone, the rest ends in an ellipsis."""
    cut = clip(text, cells)
    assert width(cut) <= max(0, cells)
    if width(text) <= cells:
        assert cut == text
    elif cells >= 1:
        assert cut.endswith(ELLIPSIS) and text.startswith(cut.removesuffix(ELLIPSIS))


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("parties strengthen cooperation", 21, "parties strengthen…"),
        ("parties strengthen cooperation", 19, "parties strengthen…"),
        ("parties strengthen cooperation", 26, "parties strengthen cooper…"),
        ("ties, parties, congress", 7, "ties…"),
        ("internationalism", 8, "interna…"),
        ("kept", 4, "kept"),
        ("cut", 1, "…"),
        ("cut", 0, ""),
    ],
)
def test_clipping_keeps_words(text: str, cells: int, expected: str) -> None:
    """A clipped text ends at a word where that costs at most five letters."""
    assert clip(text, cells) == expected


@given(foreign, st.integers(0, 40), st.data())
def test_fitting_is_the_longest_run(text: str, cells: int, data: st.DataObject) -> None:
    """A fitting run takes at most the cells asked for, and the next grapheme would not fit."""
    starts = [start for start, _, _ in split_graphemes(text)[0]] or [0]
    start = data.draw(st.sampled_from(starts))
    end = fitting(text, cells, start)
    assert start <= end <= len(text) and width(text[start:end]) <= cells
    following = [last for first, last, _ in split_graphemes(text[start:])[0] if first == end - start]
    assert all(width(text[start : start + last]) > cells for last in following)
