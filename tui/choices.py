"""Choices: what a picker offers, and what picking one does."""

from __future__ import annotations

from typing import Literal, NamedTuple

How = Literal["only", "leave out", "either"]
"""What a pick does: show only it, leave it out, or widen the value picked before."""


class Choice(NamedTuple):
    """One value that can be picked."""

    key: str
    """One or two letters, or a digit; empty where only the cursor gets there."""
    value: str
    """As the query knows it."""
    short: str
    name: str
    texts: int
    state: Literal["", "on", "excluded"] = ""
