"""NFC: composed as Unicode says, and never slower than the text is long."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.article import identity
from store.nfc import compose, stretches
from tests.growth import grows_in_proportion, repeated


@given(st.text(max_size=600))
@example(unicodedata.normalize("NFD", "각힣가" * 400))
@example(unicodedata.normalize("NFD", "Việt" * 400).replace("t", ""))
def test_a_text_is_composed_as_unicode_says(text: str) -> None:
    """For any text that piles up no hundred marks, the result is the canonical composition."""
    assert compose(text) == unicodedata.normalize("NFC", text)


@given(st.text(st.sampled_from("a\u0323\u0302 \u1112\u1161\u11ab"), min_size=300, max_size=900))
def test_cutting_loses_nothing(text: str) -> None:
    """The stretches of a text are the text."""
    assert "".join(stretches(text)) == text


@pytest.mark.parametrize("pile", ["\u0301\u0323", "\u0591\u05ae", "a\u0323\u0302"])
def test_a_pile_of_marks_is_read_at_once(pile: str) -> None:
    """Marks without end, which `unicodedata` alone would order for hours, take time in proportion."""
    assert grows_in_proportion(identity, *repeated(pile, 250_000))
