"""Losers: whom a vote brought down, who ran in it, and how long one party had won or lost before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from store.wire.gazetteer import Gazetteer
from store.wire.victories import Victory
from store.wire.winning_parties import party_of


def is_rival(entity: str | None, victory: Victory) -> bool:
    """Tell whether somebody held the office that another won, or ran against the winner."""
    key = (entity or "").replace(":?-", ":", 1)
    return bool(key) and (key == victory.before or key in victory.poll.event.rivals)


def counts(own: Sequence[Victory], victory: Victory, gazetteer: Gazetteer) -> tuple[int, int]:
    """Return how often the party of a winner had won in a row, and how often the winner had won."""
    party, row = party_of(victory.winner, gazetteer), 0
    before = own[: own.index(victory) + 1]
    for won in before:
        row = row + 1 if party_of(won.winner, gazetteer) == party else 0
    return row, len([won for won in before if won.winner == victory.winner])


def has_ruled_since(own: Sequence[Victory], victory: Victory, years: int, gazetteer: Gazetteer) -> bool:
    """Tell whether the party of a winner had won in the years in which others are said to have ruled."""
    party, day = party_of(victory.winner, gazetteer), victory.poll.end
    earlier = [won for won in own if timedelta() < day - won.poll.end < timedelta(365 * (years - 2))]
    ruled = {who for won in earlier for who in (won.winner, won.before) if who}
    return victory.winner in ruled or any([party_of(who, gazetteer) == party for who in ruled])


def has_lost(victory: Victory, loser: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether an office may have been lost by whoever is named behind the victory, or by another party.

    That may also be the winner: `swept back to power under NAME`.
    """
    if victory.before is None:
        return loser is None
    of = party_of(victory.before, gazetteer)
    if loser is None:
        return of is None or of != party_of(victory.winner, gazetteer)
    return loser in (victory.before, of, victory.winner)
