"""Coining: names that nobody bears, put together from syllables."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from store.demo.chance import Chance, any_of
from store.demo.sheets import words_under

Sort = Literal["family", "given", "town", "firm"]
"""What is named: a family, one person, a town or village, a company, ship or newspaper."""

_ACCENTED: Final = 0.004
"""How many names have an accent: as many as it takes for one text of ten to have one."""


def coined(count: int, sort: Sort, rnd: Chance) -> list[str]:
    """Return so many different names; the more there are of one sort, the longer they grow."""
    first, middle, ends = _syllables("first"), _syllables("middle"), _syllables(sort)
    often = 0.3 if sort == "given" else 0.7
    found: dict[str, None] = {}
    while len(found) < count:
        crowded = len(found) / (len(first) * len(ends) * 20)
        inner = any_of(middle, rnd) if rnd() < often + crowded else ""
        inner += any_of(middle, rnd) if rnd() < crowded else ""
        beginning = any_of(_syllables("accented") if rnd() < _ACCENTED else first, rnd)
        found[beginning + inner + any_of(ends, rnd)] = None
    return list(found)


@cache
def _syllables(heading: str) -> list[str]:
    return words_under("syllables")[heading]
