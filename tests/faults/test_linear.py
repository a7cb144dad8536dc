"""Time: reading takes time in proportion to the text, whatever a hostile one is made of."""

from __future__ import annotations

import pytest

from store.wire.clean import clean
from store.wire.datelines import Wires
from store.wire.gazetteer import load
from store.wire.layout import lay_out
from tests.growth import grows_in_proportion, repeated
from tests.wire.scoring import read

MARKS = ("\u0591\u05ae", "a\u0301\u0323", "<", "<a", "&amp;", "<!--", "<script", "\u1112", "<p>")
PIECES = (
    "A", "(", "[", "7", "a. ", "Hanoi (VNA) – ", "\n(", "A-", "May 1, ", "ảnh 1", "See\n", "A b\n", "– ",
    "./.", "Hanoi\n(VNA) -\n", "(Photo: ", "2045 ", "12th ", "By A\n",
)  # fmt: skip
REPEATED = (
    "A ", "A", "((", "7 ", "12", "a. ", "“", "'", "Ab-", "the ", "May 18 ", "2045 ", "Hanoi (VNA) – ",
    "the Party ", "Hun Sen ", "(CPP) ", "13th National Congress ", "Vietnam - Laos ", "CPV and CPP met. ",
    "CPV and CPP met\n\n", "the CPV and the CPP held talks ", "President Hun Sen, President, ",
    "Hun Sen, who is also ", "Ministry of Front and Assembly of ", "3 parties of 100 countries ",
    "60th anniversary of the founding of the CPV ",
)  # fmt: skip
EVER_NEW = (
    "{} ",
    "Mr. {} Trung spoke. ",
    "Minister of {} Hun Sen spoke. ",
    "CPP and Hun Sen, their {} leader, spoke. ",
    "The {} Party ({}) met Mr. Trung {} of the CPP. ",
    "Lao Party Minister {} Trung spoke. ",
    "The Embassy of Vietnam held a reception for the birthday of the CPV. {} Trung of the CPP attended. ",
    "Mr. {} Trung, head of the department, spoke.\n\n",
    "parties of {} countries and the {} Congress ",
)
"""Pieces with a word that is another one each time."""


def word(number: int) -> str:
    """Return a capitalised word of its own for each number."""
    letters = ""
    while number:
        number, letter = divmod(number, 26)
        letters += chr(ord("a") + letter)
    return f"X{letters}"


def ever_new(piece: str, size: int) -> tuple[str, str]:
    """Return a piece repeated with a new word each time, up to a size and up to twice that size."""
    texts = [piece.replace("{}", word(number)) for number in range(2 * size // len(piece))]
    return "".join(texts[: len(texts) // 2]), "".join(texts)


@pytest.mark.parametrize("piece", MARKS)
def test_cleaning_takes_linear_time(piece: str) -> None:
    """Marks, tags and entities without end are cleaned in proportion to their length."""
    assert grows_in_proportion(clean, *repeated(piece, 300_000))


@pytest.mark.parametrize("piece", PIECES)
def test_taking_apart_takes_linear_time(piece: str) -> None:
    """Capitals, brackets, digits and datelines without end are taken apart in proportion to their length."""
    agencies = Wires(tuple(load().agencies.values()))
    assert grows_in_proportion(lambda text: lay_out(clean(text), agencies), *repeated(piece, 150_000))


@pytest.mark.parametrize("piece", REPEATED)
def test_reading_what_repeats_takes_linear_time(piece: str) -> None:
    """From text to article, too, if the same words come again and again."""
    assert grows_in_proportion(read, *repeated(piece, 200_000))


@pytest.mark.parametrize("piece", EVER_NEW)
def test_reading_what_is_ever_new_takes_linear_time(piece: str) -> None:
    """And if every name, office, party or body is another one."""
    assert grows_in_proportion(read, *ever_new(piece, 150_000))
