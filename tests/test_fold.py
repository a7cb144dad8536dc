"""Folding makes two spellings of a word equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.fold import fold, searchable, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Hà Nội", "ha noi"),
        ("ĐỔI MỚI", "doi moi"),
        ("Søren Łódź", "soren lodz"),
        ("Straße", "strasse"),
        ("People’s", "people's"),
        ("People`s", "people's"),
        ("ﬁne", "fine"),
        ("Ǿ", "o"),
        ("ŉ", "'n"),
        ("l´un", "l'un"),
        ("İstanbul", "istanbul"),
        ("人民", "人民"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Case, accents, strokes and kinds of apostrophe do not count."""
    assert fold(text) == folded
    assert fold(text * 50) == folded * 50


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Party’s 13th Congress.", ["the", "party", "13th", "congress"]),
        ("don't", ["don't"]),
        ("  \n--!", []),
        ("CPV-CPP", ["cpv", "cpp"]),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """The words of a text in order, without punctuation and possessives."""
    assert words(text) == found


def test_folding_twice_changes_nothing() -> None:
    """What is folded stays as it is, whatever the letter."""
    letters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    folded = ((c, fold(c)) for c in letters)
    assert [c for c, once in folded if once != c and fold(once) != once] == []


@given(st.text("ab s_1'’‘`´ʼ. \t\n“”–—…-\u00a0éđﬁ中\u0301") | st.text())
def test_words_are_looked_for_in_folded_words(text: str) -> None:
    """However it is worked out, the searchable form of a text is its folded words with single spaces."""
    assert searchable(text) == " ".join(words(text))
