"""Winning parties: which party a sentence calls the winner of a vote, and which won those that are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from store.article import Mention
from store.wire.gazetteer import Gazetteer
from store.wire.victories import victories
from store.wire.winners import LOSER

_WON: Final = re.compile(
    r"(?:['’]s [^.;,]{3,40})?[^.;]{0,40}?\b(?:won|wins|winning|swept|sweeps|triumphed|landslide|victory"
    r"|majority|retained|clinched|to power)\b"
)
"""What stands behind the name of a party that won a vote."""


def winning_party(mentions: Sequence[Mention], text: str, begin: int, end: int) -> str | None:
    """Return the party that a sentence calls the winner of a vote that is named at its end.

    Args:
        mentions: Those of the parties in the text's paragraph.
        begin: Where the sentence begins.
        end: Where the vote is named.
    """
    for mention in mentions:
        if begin <= mention.start and mention.end < end and _WON.match(text, mention.end, end):
            return None if LOSER.search(text, begin, mention.start) else mention.entity
    return None


def party_of_winner(event: str, country: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the party of whoever won a vote, if both are known."""
    won = next((v.winner for v in victories(country, gazetteer) if v.poll.event.id == event), None)
    return party_of(won, gazetteer) if won else None


@lru_cache(maxsize=1024)
def party_of(key: str, gazetteer: Gazetteer) -> str | None:
    """Return the party of a person, or the only one of his country that he led."""
    person = gazetteer.people[key]
    if person.party:
        return person.party
    own = [party for party in gazetteer.parties.values() if party.country == person.country]
    offices = [term.office for term in person.terms]
    led = {p.id for p in own for name in (p.name, *p.aka) for o in offices if o.endswith(f" {name}")}
    return led.pop() if len(led) == 1 else None
