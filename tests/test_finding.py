"""Finding: the words of a query in a text as printed, whatever folding does to its letters."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, Evidence
from store.finding import Place, Running, evidenced, running
from store.fold import searchable, words
from tests.archive.making import article
from tests.tui.samples import foreign

NFD = unicodedata.normalize("NFD", "Đảng và Lê Hoài Trung")


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("The party met the Party.", "party", ["party", "Party"]),
        ("Traditional  friendship, traditional", '"traditional friendship"', ["Traditional  friendship"]),
        ("a party of parties", "part*", ["party", "parties"]),
        ("self-reliance", "self reliance", ["self-reliance"]),
        ("the People’s Party", "people's party", ["People’s Party"]),
        ("the CPV’s plan", "cpv", ["CPV"]),
        ("Lê Hoài Trung", "le hoai trung", ["Lê Hoài Trung"]),
        (NFD, "dang", [NFD[: NFD.index(" ")]]),
        (NFD, "hoai trung", [NFD[NFD.index("H") :]]),
        ("Weißbuch ½ Straße", "strasse", ["Straße"]),
        ("ﬁrst ﬁnd", "find", ["ﬁnd"]),
        ("politburo", "bureau", []),
        ("party", "-", []),
    ],
)
def test_words_are_found_as_printed(text: str, sought: str, found: list[str]) -> None:
    """Case, accents, strokes, ligatures and punctuation between words make no difference."""
    assert [text[a:b] for ((_, a, b),) in Running([(0, text)]).find(sought)] == found


@given(st.lists(foreign, max_size=3), foreign, st.booleans())
def test_what_is_found_is_what_the_archive_finds(texts: list[str], sought: str, is_open: bool) -> None:
    """Words are found in passages just where they stand side by side in what the archive searches."""
    bare, searched = searchable(sought), searchable("\n".join(texts))
    bounded = f" {bare}" if is_open else f" {bare} "
    found = Running(enumerate(texts)).find(f"{sought}{'*' if is_open else ''}")
    assert bool(found) == (bool(bare) and bounded in f" {searched} ")
    for places in found:
        assert all(0 <= start < end <= len(texts[n]) for n, start, end in places)
        assert [w for n, start, end in places for w in words(texts[n][start:end])][:1]


def test_a_phrase_may_run_over_a_paragraph() -> None:
    """The archive reads a text in one piece, so a phrase can begin in one paragraph and end in the next."""
    assert Running([(HEADLINE, "Talks end"), (0, "well in Hanoi")]).find("end well") == [
        ((HEADLINE, 6, 9), (0, 0, 4))
    ]


def test_an_article_is_read_in_order() -> None:
    """Headline, paragraphs and caption are searched, each under its number."""
    told = replace(article("Talks in Hanoi."), headline="Talks", caption="The talks")
    assert running(told).find("talks") == [((HEADLINE, 0, 5),), ((0, 0, 5),), ((CAPTION, 4, 9),)]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Evidence("day", "held talks", 0, ""), (0, 5, 15)),
        (Evidence("day", "photo", CAPTION, ""), (CAPTION, 2, 7)),
        (Evidence("day", "not there", 0, ""), None),
        (Evidence("day", "held talks", None, ""), None),
        (Evidence("day", "held talks", 99, ""), None),
        (Evidence("day", "", 0, ""), None),
    ],
)
def test_where_evidence_stands(item: Evidence, expected: Place | None) -> None:
    """The words of evidence are found where it says, and nowhere else."""
    assert evidenced(replace(article("They held talks."), caption="A photo"), item) == expected
