"""Tenures: who held which office when, and who has just taken one, as clues to the year of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.ballots import is_by_voters
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.hints import CHANGE_WORDS, CHOICE_WORDS
from store.wire.holders import is_top
from store.wire.holdings import holding_clues, led_clues
from store.wire.names import Named
from store.wire.printed import spoken
from store.wire.taken_when import VOTED, choice
from store.wire.takings import taking_clues
from store.wire.winners import FOLLOWED

_LEADER: Final = r"(?:leader|chief|chair\w*|president|head|secretary)"
_CHOSE: Final = re.compile(
    r"(?<!\bre-)\b(?:elect(?:s|ed)|chose|chooses|picks|picked|votes|voted|endorse[sd]|confirm(?:s|ed)"
    r"|install(?:s|ed))\b"
    r"(?:[^.;]{0,140}\b(?:as (?:its|their) (?:new |next )?(?:\w+ )?"
    rf"{_LEADER}|to (?:lead it|be its \w+|replace|succeed|follow|take over from)\b)"
    rf"| (?:him|her|them) (?:its|their) (?:new |next )?(?:\w+ )?{_LEADER})|(?<=\bwill be )led by\b",
    re.I,
)
_GROUP: Final = re.compile(
    r"\b(?:delegations?|groups?|teams?|missions?|talks|committee|commission|lists?|campaign|council|side|board"
    r"|rall(?:y|ies)|march|fight|department|ministry|alliance|coalition|slate|inquiry)\b",
    re.I,
)
"""What is led by somebody without a choice: `a delegation that will be led by NAME`."""

_NEW: Final = re.compile(
    r"\b(?:elect(?:s|ed)|chose|chooses|picks|picked|votes|voted)\b (?:for )?(?:an?|its|their) "
    rf"(?:[\w-]+ ){{0,3}}?new (?:\w+ )?{_LEADER}",
    re.I,
)
"""The same where the leader is named later: `elected a combative new leader`."""

_WON: Final = re.compile(
    r"\b(?:won|wins|received|receives|secured|defeated|defeats|beat|garnered|was (?:elected|chosen)"
    r"|becomes|became|replaces|succeeds|takes over)\b"
)
"""What is said of that leader behind the name."""

_WILL: Final = re.compile(
    r"\b(?:to|will) (?:vote|choose|elect|pick|select)\b[^.;]{0,40}?\b(?:on )?"
    rf"(?P<day>{'|'.join(WEEKDAYS)})\b(?!['’]s)[^.;]{{0,40}}\b(?:its|their|an?) (?:new|next) "
    rf"(?:\w+ )?{_LEADER}",
)
"""The same of a vote that is ahead, with its weekday."""

_TAKINGS: Final = 2
"""So often it is told of somebody who takes an office."""

_NAMED: Final = 3
"""Up to this paragraph those are named of whom one will be chosen."""

_LEAD: Final = 300
"""So many letters of a lead tell it."""


def tenure_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Named, gazetteer: Gazetteer
) -> list[Clue]:
    """Return what the offices of a text say about its year."""
    if not bearers:
        return []
    clues: list[Clue] = []
    held = _by_person(bearers)
    telling = passages.having("change")
    places: dict[int, list[int]] = {}
    for entity in [entity for entity in named.entities if entity.id in held]:
        changes: list[Clue] = []
        for bearer in held[entity.id] if telling else ():
            number = bearer.mention.paragraph
            if number in telling and len(changes) < _TAKINGS:
                if number not in places:
                    places[number] = passages.places(number, CHANGE_WORDS)
                changes += taking_clues(bearer, places[number], named.mentions, gazetteer)
        clues += (
            changes[:_TAKINGS] if changes else holding_clues(entity, held[entity.id], passages, gazetteer)
        )
    clues += led_clues(bearers, named, gazetteer)
    choice = 0 in passages.having("choice")
    return clues + _chosen(passages, bearers, named.mentions, gazetteer) if choice else clues


def _by_person(bearers: Sequence[Bearer]) -> dict[str, list[Bearer]]:
    """Return where each person is named, by the id of that person."""
    held: dict[str, list[Bearer]] = {}
    for bearer in bearers:
        held.setdefault(bearer.person.id, []).append(bearer)
    return held


def _first(pattern: re.Pattern[str], lead: str, places: Sequence[int]) -> re.Match[str] | None:
    """Return the first match of a pattern that begins at one of some places in order."""
    return next(filter(None, [pattern.match(lead, at) for at in places]), None)


def _chosen(
    passages: Passages, bearers: Sequence[Bearer], mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Clue]:
    """Return what a lead says that tells of a party's new leader, who is named in it or soon after."""
    lead, starts = passages.texts[0][:_LEAD], passages.lines[0].starts
    places = passages.lines[0].among(CHOICE_WORDS)
    match = _first(_CHOSE, lead, [starts[at] for at in places])
    match = None if match and match[0] == "led by" and _GROUP.search(lead, 0, match.start()) else match
    later = None if match else _first(_NEW, lead, [starts[at] for at in places])
    later = later if match or later else _first(_WILL, lead, [starts[at - 1] for at in places if at])
    if match is None and later is None:
        return []
    at = later.start() if later else 0
    parties = {
        m.entity for m in mentions if m.paragraph == 0 and m.entity.startswith("party:") and m.start < at
    }
    day = WEEKDAYS.index(later["day"]) if later and later.re is _WILL else None
    match = match or later
    first, last = match.span() if match else (0, 0)
    inside = [m for m in mentions if m.paragraph == 0 and first <= m.start < last]
    chosen = {m.entity for m in inside if m.entity.startswith("person:")}
    found: dict[tuple[str, date], Clue] = {}
    for person, mention, text, _, end in bearers if match else ():
        if mention.paragraph == 0 and FOLLOWED.search(text, first, mention.start):
            continue
        if later and day is None and not _WON.search(text, mention.end, end):
            continue
        for term in person.terms if mention.paragraph <= (1 if day is None else _NAMED) else ():
            own = choice(term, lead, 0, len(lead))
            since = own or term.since
            if (chosen and person.id not in chosen) or (later and person.party not in parties):
                continue
            if day is not None and since and since[0].weekday() != day:
                continue
            if match is None or since is None or since[0] != since[1] or not is_top(term):
                continue
            took = "was chosen as" if own else "became"
            says = f"{person.name} {took} {term.office} on {spoken(since[0])}"
            span = (since[0] - timedelta(days=3), since[0] + timedelta(days=45)) if day is None else since
            voted = is_by_voters(term, person.country, gazetteer)
            span = (since[0] - VOTED, span[1]) if voted else span
            told = ("office", match[0], 0, says, *span)
            subject = f"{person.name} took office"
            found[person.id, since[0]] = Clue(*told, "dated", since[0], subject, term.source, exact=not voted)
    return list(one_of([*found.values()]))
