"""Many values as one value of a statement, which SQLite's json_each takes apart again."""

from __future__ import annotations

import json
from collections.abc import Iterable


def numbers(some: Iterable[int]) -> str:
    """Return numbers as a list in JSON."""
    return f"[{','.join(map(str, some))}]"


def names(some: Iterable[str]) -> str:
    """Return names as a list in JSON."""
    return json.dumps(list(some))
