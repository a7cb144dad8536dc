"""Winning parties: which party or person a sentence calls the winner of a vote, and who won those known."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Final

from store.article import Mention
from store.wire.ballots import Poll, national_polls
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import ordinal
from store.wire.records import Event
from store.wire.victories import victories
from store.wire.winners import LOSER

_WON: Final = re.compile(
    r"(?:['’]s [^.;,]{3,40})?[^.;]{0,40}?\b(?:won|wins|winning|swept|sweeps|triumphed|landslide|victory"
    r"|majority|retained|clinched|to power|(?:largest|biggest|strongest) party|most seats|came first|topped"
    r"|first place)\b"
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


_HIS_PARTY: Final = re.compile(
    r"\b(?:his|her) (?:own )?[Pp]arty(?:['’]s [^.;,]{0,40}?(?:victory|win|landslide|triumph)| (?:had )?won)\b"
)
"""What a sentence says of the party of whom it named before."""


def own_party(
    mentions: Sequence[Mention], text: str, begin: int, end: int, gazetteer: Gazetteer
) -> str | None:
    """Return the party of whoever a sentence names last before it says that `his party` won."""
    told = _HIS_PARTY.search(text, begin, end)
    known = [m for m in mentions if told and begin <= m.start < told.start() and m.entity in gazetteer.people]
    return party_of(known[-1].entity, gazetteer) if known else None


_GONE: Final = re.compile(
    r"\b(?:dissol|dis?band|bann|ban\b|outlaw|former|then-|defunct|absen|without|barred|successor|once|forerunner"
    r"|renamed|merge|ex-|disqualif|deregist|predecessor|heir|remnant|late\b)",
    re.I,
)
"""What says that a party is no more: then a sentence may name it with any later vote."""


def while_it_was(polls: list[Poll], parties: Set[str], said: str, gazetteer: Gazetteer) -> list[Poll]:
    """Return those of some elections before the end of every party that a sentence names with one of them."""
    known = [gazetteer.parties[key] for key in parties if key in gazetteer.parties]
    ends = [party.dissolved[1] for party in known if party.dissolved]
    if not ends or _GONE.search(said):
        return polls
    return [poll for poll in polls if poll.start <= min(ends)] or polls


def fought_by(polls: list[Poll], people: Set[str], gazetteer: Gazetteer) -> list[Poll]:
    """Return those of some elections whose winner and loser are both named; all of them if that is none's."""
    keys = {key.replace(":?-", ":", 1) for key in people}
    rivals = [p for p in polls if not keys.isdisjoint(p.event.rivals)]
    countries = {p.event.country for p in rivals}
    winners = {v.poll.event.id: v.winner for c in countries for v in victories(c, gazetteer)}
    return [p for p in rivals if winners.get(p.event.id) in keys] or polls


def won_by_runner(
    polls: list[Poll], mentions: Sequence[Mention], text: str, begin: int, end: int, gazetteer: Gazetteer
) -> list[Poll]:
    """Return those of some elections in which the person ran whom a sentence calls the winner of one.

    Args:
        mentions: Those of people in the text's paragraph.
        begin: Where the sentence begins.
        end: Where the vote is named.
    """
    for mention in mentions:
        known = mention.entity in gazetteer.people and begin <= mention.start and mention.end < end
        won = (_WON.match(text, mention.end, end) or _BEAT.match(text, mention.end, end)) if known else None
        if won and not _OWNED.match(text, mention.end):
            if LOSER.search(text, begin, mention.start) or text.endswith(_OF, begin, mention.start):
                return polls
            claimed = _CLAIMED.search(won[0]) is not None
            own = [p for p in polls if _may_have_won(mention.entity, p, gazetteer, claimed=claimed)]
            told = {m.entity for m in mentions if begin <= m.start < end and m.entity != mention.entity}
            return fought_by(own, {mention.entity, *told}, gazetteer) if told else own
    return polls


_OWNED: Final = re.compile(r"[’']s?\b")
_BEAT: Final = re.compile(
    r"[^.;]{0,40}?\b(?:beat|beats|defeat(?:s|ed)|trounced|crush(?:es|ed)|ousted|edge[sd] (?:out|past))\b"
)
"""The same behind a person's."""

_CLAIMED: Final = re.compile(r"\b(?:claim|declar|proclaim)\w*\b")
_OF: Final = (" of ", " of President ", " of Prime Minister ")
"""What makes it somebody's party that won, before his name or behind it."""


def _may_have_won(who: str, poll: Poll, gazetteer: Gazetteer, *, claimed: bool) -> bool:
    """Tell whether a person won an election on a president, or may claim so, as far as that is known."""
    own = [v for v in victories(poll.event.country, gazetteer) if v.poll.event.id == poll.event.id]
    others = [v for v in own if v.of_president and v.winner != who]
    return not others or (claimed and who in poll.event.rivals)


_IN_A_ROW: Final = re.compile(
    r"\b(?P<nth>second|third|fourth|fifth|sixth)"
    r"(?: (?:straight|consecutive|successive)\b|(?: [a-z-]+){1,2} in a row\b)"
)
"""How often whoever won a vote had won: `a fourth straight landslide`."""


def won_by_party(polls: list[Poll], party: str, said: str, gazetteer: Gazetteer) -> list[Poll]:
    """Return those of some elections that a party may have won, so often in a row as a sentence says."""
    may = [poll for poll in polls if _is_of(poll.event, party, gazetteer) is not False]
    told = _IN_A_ROW.search(said)
    if told is None:
        return may
    return [p for p in may if _row(p, party, gazetteer) in (None, ordinal(told["nth"]))]


def _is_of(event: Event, party: str, gazetteer: Gazetteer) -> bool | None:
    """Tell whether a party won most seats in an election, or came to govern by it; None if nobody knows."""
    won = next((v.winner for v in victories(event.country, gazetteer) if v.poll.event.id == event.id), None)
    known = {event.won, party_of(won, gazetteer) if won else None} - {None}
    return party in known if known else None


def _row(poll: Poll, party: str, gazetteer: Gazetteer) -> int | None:
    """Return how often a party had won in a row if it won an election; None if that is not known."""
    every = sorted(national_polls(poll.event.country, gazetteer), key=lambda one: one.end)
    row = 1
    for one in reversed([one for one in every if one.kinds == poll.kinds and one.end < poll.end]):
        won = _is_of(one.event, party, gazetteer)
        if not won:
            return row if won is False else None
        row += 1
    return row


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
