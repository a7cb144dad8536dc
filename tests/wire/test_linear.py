"""Time: reading takes time in proportion to the text, whatever a hostile one is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from store.wire.clean import clean
from store.wire.datelines import Wires
from store.wire.gazetteer import load
from store.wire.layout import lay_out
from tests.wire.scoring import read

MARKS = ("\u0591\u05ae", "a\u0301\u0323", "<", "<a", "&amp;", "<!--", "<script", "\u1112", "<p>")
PIECES = (
    "A", "(", "[", "7", "a. ", "Hanoi (VNA) – ", "\n(", "A-", "May 1, ", "ảnh 1", "See\n", "A b\n", "– ",
    "./.",    "Hanoi\n(VNA) -\n", "(Photo: ", "2045 ", "12th ", "By A\n",
)  # fmt: skip


def cost(work: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of one piece of work, the better of two."""
    times = []
    for _ in range(2):
        began = time.process_time()
        work(text)
        times.append(time.process_time() - began)
    return min(times)


def grows_in_proportion(work: Callable[[str], object], piece: str, size: int) -> bool:
    """Tell whether twice the text takes at most three times as long; what is too short to measure does."""
    small, large = (piece * (count // len(piece)) for count in (size, 2 * size))
    return cost(work, large) <= 3 * max(cost(work, small), 0.1)


@pytest.mark.parametrize("piece", MARKS)
def test_cleaning_takes_linear_time(piece: str) -> None:
    """Marks, tags and entities without end are cleaned in proportion to their length."""
    assert grows_in_proportion(clean, piece, 500_000)


@pytest.mark.parametrize("piece", PIECES)
def test_taking_apart_takes_linear_time(piece: str) -> None:
    """Capitals, brackets, digits and datelines without end are taken apart in proportion to their length."""
    agencies = Wires(tuple(load().agencies.values()))
    assert grows_in_proportion(lambda text: lay_out(clean(text), agencies), piece, 300_000)


@pytest.mark.parametrize("piece", ["A ", "(", "7 ", "a. ", "May 18 ", "Hanoi (VNA) – "])
def test_the_whole_reading_takes_linear_time(piece: str) -> None:
    """From text to article, too."""
    assert grows_in_proportion(read, piece, 100_000)
