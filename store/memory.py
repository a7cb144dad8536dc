"""Memory: how seldom a process that takes in texts looks for what only circles keep alive."""

from __future__ import annotations

import gc
from typing import Final

_MANY: Final = 50_000
"""So many more things than before are made before the first of them are looked at: those of some texts."""


def settle() -> None:
    """Spare what was loaded from every later collection, and collect seldom: texts leave no circles."""
    gc.freeze()
    gc.set_threshold(_MANY)
    gc.enable()
