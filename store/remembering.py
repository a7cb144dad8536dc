"""Remembering: what is worked out of short texts over and over is worked out once, and kept once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from sys import intern
from typing import Final, TypeVar

_Found = TypeVar("_Found")

shared: Final = intern
"""Returns the one copy of a text that all share: equal ones are then known to be so without reading them."""


def remembered(longest: int, most: int) -> Callable[[Callable[[str], _Found]], Callable[[str], _Found]]:
    """Return what lets a function remember its answers; those on longer texts would be kept for nothing.

    Args:
        longest: Code points of the longest text that is remembered.
        most: So many are remembered.
    """

    def taught(work: Callable[[str], _Found]) -> Callable[[str], _Found]:
        known = lru_cache(maxsize=most)(work)

        @wraps(work)
        def ask(text: str) -> _Found:
            return known(text) if len(text) <= longest else work(text)

        return ask

    return taught
