"""Change: what somebody did last, as far as it can be taken back or made again."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Change(NamedTuple):
    """One thing done, or one thing taken back."""

    at: datetime
    """When it was done, or taken back; aware, UTC."""
    told: str
    """What was done, in a few words: `tagged 12`, `date corrected to 2021-05-18`."""
    texts: int = 1
    """How many texts were changed."""
