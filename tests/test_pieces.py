"""Pieces: a long text in parts, and what single spaces make of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.pieces import pieces, single_spaced

TEXTS = st.text(alphabet="ab \n\t\u00a0", max_size=60)


@given(TEXTS, st.integers(1, 9), st.none() | st.integers(0, 5))
def test_the_pieces_are_the_text(text: str, size: int, slack: int | None) -> None:
    """Nothing is lost, no part is empty, and with some slack none is longer than that allows."""
    found = list(pieces(text, size, slack))
    assert "".join(found) == text and all(found)
    assert slack is None or all(len(piece) <= size + slack for piece in found)


@given(TEXTS, st.integers(1, 9))
def test_pieces_end_where_words_end(text: str, size: int) -> None:
    """Without slack every part but the first begins with white space."""
    assert all(piece[0].isspace() for piece in list(pieces(text, size))[1:])


@given(TEXTS, st.integers(0, 30_000))
def test_single_spaces_of_a_long_text(text: str, times: int) -> None:
    """A long text gets the same single spaces as a short one."""
    long = text * times if len(text) * times < 200_000 else text * 3000
    assert single_spaced(long) == " ".join(long.split())
