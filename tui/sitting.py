"""Sitting: the filter line from when it is opened until it is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.timer import Timer

from store.errors import QueryError
from store.query import Query

if TYPE_CHECKING:
    from store.completion import Candidate, Slot
    from store.grammar import Vocabulary


@dataclass
class Sitting:
    """The filter line from when it is opened until it is left."""

    before: Query
    mistake: QueryError | None = None
    is_compared: bool = True
    """Whether the known names were searched for what the mistake means."""
    resting: Timer | None = None
    known: tuple[tuple[str | None, str] | None, tuple[Candidate, ...]] = (None, ())
    """The slot that candidates were last gathered for, and they."""
    awaited: tuple[str, int] | None = None
    """The text for which candidates are being gathered, and which way to turn then."""
    is_entered: bool = False
    """Whether the filter shall be kept as soon as they are there."""
    round: Round | None = None
    typed: list[str] = field(default_factory=list)
    """The filters to go through with the arrows, the text that is being typed last."""
    at: int = 0


@dataclass
class Round:
    """The candidates that Tab goes through, in place of one text."""

    text: str
    slot: Slot
    found: list[Candidate]
    at: int | None = None
    shown: str = ""
    """The text with the candidate."""


class Exact:
    """A vocabulary that knows what names mean, and compares them with no others."""

    def __init__(self, known: Vocabulary) -> None:
        self.resolve = known.resolve

    def suggest(self, field: str, value: str) -> str | None:
        """Leave it open what was meant: that takes longer than a key may."""
        return None
