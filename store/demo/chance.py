"""Chance: numbers that are the same in every run, and words as unevenly frequent as those of a language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, exp, log, pi, sqrt
from random import Random
from typing import Final, TypeVar

Chance = Callable[[], float]
"""What gives the next number, from 0 up to 1."""

_T = TypeVar("_T")

_APART: Final = 2_654_435_761
"""What keeps the numbers of neighbours from being alike."""


def chance(number: int) -> Chance:
    """Return the chance of one article or one list of names, by its number.

    Only `random()` is used anywhere: Python promises that it stays the same from version to version.
    """
    return Random(number * _APART).random


def any_of(pool: Sequence[_T], rnd: Chance) -> _T:
    """Return one of some things, each as likely as the others."""
    return pool[int(rnd() * len(pool))]


def often(pool: Sequence[_T], rnd: Chance) -> _T:
    """Return one of some things, the first of them the most often: the n-th about 1/n times as often."""
    return pool[int((len(pool) + 1) ** rnd()) - 1]


def around(middle: float, spread: float, rnd: Chance) -> float:
    """Return a size as things in the world have them: most near the middle, a few many times as large."""
    u, v = 1.0 - rnd(), rnd()
    return middle * exp(spread * sqrt(-2 * log(u)) * cos(2 * pi * v))
