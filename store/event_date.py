"""EventDate: the day of which an article tells, in a room of its own.

It is all of an article that a list shows as it is, and the parts of one take longer to make than a list.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

Precision = Literal["day", "month", "year"]
"""How exactly the value of a date is known."""

Certainty = Literal["certain", "likely", "guess", "unknown", "corrected"]
"""How sure the date is; a value is set for certain, likely and corrected only."""


class Evidence(NamedTuple):
    """Words of the text, and what they say about the date."""

    kind: str
    quote: str
    paragraph: int | None
    """As in Mention, and None for evidence outside the text."""
    says: str


class EventDate(NamedTuple):
    """The day the main event happened, as far as it is known, with the evidence."""

    value: str | None = None
    """`2021-05-18`, `2021-05` or `2021`; None where nothing better than a guess is known."""
    month_day: str | None = None
    """`02-26`: a day printed without a year."""
    precision: Precision | None = None
    earliest: date | None = None
    """First day of the interval known; for a day both ends are that day."""
    latest: date | None = None
    certainty: Certainty = "unknown"
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()


UNDATED: Final = EventDate()
"""Nothing is known of the day."""
