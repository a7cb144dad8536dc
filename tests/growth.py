"""Growth: whether work takes time in proportion to its text, measured in CPU seconds of this process."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

_TRIES: Final = 4

_MEASURABLE: Final = 0.05
"""CPU seconds below which a clock's ticks and a cache's warmth decide."""


def cost(work: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of one piece of work, without collecting what other tests have left."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()


def grows_in_proportion(work: Callable[[str], object], small: str, large: str) -> bool:
    """Tell whether the best of some tries takes at most three times as long for twice the text."""
    short = long = float("inf")
    for _ in range(_TRIES):
        short, long = min(short, cost(work, small)), min(long, cost(work, large))
        if long <= 3 * max(short, _MEASURABLE):
            return True
    return False


def repeated(piece: str, size: int) -> tuple[str, str]:
    """Return a piece repeated up to a size, and up to twice that size."""
    return piece * (size // len(piece)), piece * (2 * size // len(piece))
