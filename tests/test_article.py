"""The identity of a text is frozen, and paragraphs are found by their numbers."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, ReadBy, Source, identity

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "e3b0c44298fc"),
        (" \n\t\u00a0", "e3b0c44298fc"),
        ("a", "ca978112ca1b"),
        ("Hà Nội", "6ac69af836de"),
        ("Ha\u0300 No\u0323\u0302i", "6ac69af836de"),
        ("HÀ NỘI", "0cc17fe72f8b"),
        ("two words", "a03f1d611645"),
        ("\ufefftwo words", "f4174b3db0c0"),
        ("\ud800", "91a681b99855"),
    ],
)
def test_identity_is_pinned(text: str, expected: str) -> None:
    """The identity of a text is this, for ever."""
    assert identity(text) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [("000_a4cb8ebfcc55111e.txt", "3a279ddd5d54"), ("004_42c399a76e2737da.txt", "313c55bac6fe")],
)
def test_the_seeds_have_their_ids(file: str, expected: str) -> None:
    """The two real texts have the ids by which everybody knows them."""
    assert identity((SEEDS / file).read_text(encoding="utf-8")) == expected


@given(
    st.lists(st.text("abđ.", min_size=1), max_size=5),
    st.sampled_from([" ", "\n", "\r\n", "\t \u00a0", "\u2028"]),
)
def test_white_space_does_not_change_identity(words: list[str], space: str) -> None:
    """However the words are spaced and broken into lines, it is the same text."""
    assert identity(space + space.join(words) + space) == identity(" ".join(words))


@given(st.text())
def test_composition_does_not_change_identity(text: str) -> None:
    """Composed or decomposed, it is the same text, and an id is always 12 hex digits."""
    assert identity(unicodedata.normalize("NFD", text)) == identity(unicodedata.normalize("NFC", text))
    assert len(identity(text)) == 12
    assert int(identity(text), 16) >= 0


def test_paragraphs_are_found_by_number() -> None:
    """Numbers from 0 mean the body, the negative ones headline, standfirst and caption; others nothing."""
    source = Source("/f", "0" * 64, datetime(2026, 11, 21, tzinfo=UTC), "utf-8")
    article = Article(
        "0" * 12, "t", ReadBy("0", "0"), source, headline="head", caption="cap", body=("one", "two")
    )
    numbers = (0, 1, 2, HEADLINE, STANDFIRST, CAPTION, -4)
    assert [article.paragraph(n) for n in numbers] == ["one", "two", "", "head", "", "cap", ""]
