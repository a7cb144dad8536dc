"""Triumphs: a party, or somebody's, that a lead tells to have come to power or won a vote, as clues.

The vote need not be named: `swept to power on Sunday`, `ended 71 years of PRI rule`. Who won each of those
that are known, and who held the office until then, tells which of them is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.ballots import Poll
from store.wire.clues import Clue, Passages, matches_at, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import NUMBERS, counted, ordinal
from store.wire.losers import counts, has_lost, has_ruled_since, is_rival
from store.wire.names import Named
from store.wire.printed import spoken
from store.wire.tokens import word_set
from store.wire.victories import (
    ELSEWHEN,
    FEDERAL,
    ON_WEEKDAY,
    PARLIAMENTARY,
    TOLD,
    Victory,
    is_not_now,
    unsettled,
    victories,
)
from store.wire.winners import LOSER
from store.wire.winning_parties import party_of

_TO_POWER: Final = (
    r"(?:(?:stormed|swept|surged|romped|cruised|rode|roared|came|was swept|were swept|was voted|were voted)"
    r" (?:back )?(?:in)?to (?:power|office|government)"
    r"|(?:returned|swings?|swung) (?:back )?to (?:power|government)"
    r"|(?:won|regained|recaptured|reclaimed|seized|took) (?:back )?power)"
)
_OUSTED: Final = (
    r"(?:ousted|toppled|unseated|dislodged|swept aside|threw out"
    r"|(?:drove|swept|threw|forced) [^.;,]{3,40} (?:out of|from) (?:power|office))"
)
_ROUTED: Final = r"(?:routed|trounced|crushed|thrashed)"
_BEAT: Final = (
    r"(?:beat(?:s|ing)?|defeat(?:s|ed|ing)|edg(?:es|ed|ing) (?:out|past)|overcame|s(?:aw|ees) off"
    r"|(?:oust|unseat|rout|toppl|trounc|crush|thrash)ing|won [^.;]{3,60} (?:over|against))"
)
_CONCEDED: Final = (
    r"(?:(?:conced(?:es|ed)|admitted|accepted)(?: (?:defeat|the election))?"
    r"|lost(?: (?:the|an?|its|his|her)(?: [a-z-]+){0,3} (?:election|elections|vote|run-?off|race))?)"
    r" (?:on [A-Z]\w+day )?to"
)
_ENDED: Final = (
    r"(?:end(?:ed|ing)|br(?:oke|eaking)) (?P<rule>[^.;]{2,60}?"
    r"(?:\brule\b|\breign\b|\bdominance\b|\bin power\b|\b(?:hold|grip|monopoly) on power\b))"
)
_WON: Final = (
    r"(?:(?:stormed|swept|surged|romped|cruised|coasted|rode) to (?:an? |its |another )?(?:[a-z-]+ ){0,3}"
    r"(?:victory|win|landslide|majority)"
    r"|(?:clung|held|hung) (?:on )?to power|retained power|stayed in power"
    r"|(?:kept|retained|defended|held(?: on to)?|regained|recaptured|won back) (?:an?|its|their|his|her|the)"
    r" (?:[a-z-]+ ){0,3}majority"
    r"|(?:won|wins|clinched|scored|secured|sealed|pulled off)(?: (?:an?|its|their|his|her"
    r"|another))?(?: [a-z-]+){0,4} (?:victory|win|landslide|majority|seats|triumph|mandate|term)"
    r"|led (?:[\w’'-]+ ){1,6}?to (?:an? )?(?:[a-z-]+ ){0,3}(?:victory|win|landslide|triumph)"
    r"|triumphed\b)"
)
_TRIUMPH: Final = re.compile(
    rf"\b(?:(?P<power>{_TO_POWER})|(?P<oust>{_OUSTED})|(?P<rout>{_ROUTED})|(?P<beat>{_BEAT})"
    rf"|(?P<lost>{_CONCEDED})|(?P<end>{_ENDED})|(?P<won>{_WON}))\b"
)
_VERBS: Final = word_set(
    "stormed swept surged romped cruised coasted rode roared came was were returned swing swings swung won "
    "wins regained recaptured reclaimed seized took ousted toppled unseated dislodged threw drove forced "
    "routed trounced crushed thrashed beat beats beating defeat defeats defeated defeating edges edged "
    "edging overcame saw sees ousting unseating routing toppling trouncing crushing thrashing concedes "
    "conceded admitted accepted lost ended ending broke breaking clung held hung retained stayed clinched "
    "scored secured sealed pulled led triumphed kept defended"
)
"""What it begins with."""

_SUBJECT: Final = 110
"""So many letters before that the winner is named at most."""

_APART: Final = re.compile(r"[.;]|\b(?:said|says|that|which|where|for|at|with|by|against|over|from|told)\b")
"""What stands between the winner and the verb of a sentence that tells of somebody else."""

_ALLIED: Final = re.compile(r" and (?:the |its |their |his |her )?(?:[\w-]+ ){0,2}")
"""What stands between a winner and whoever won beside it."""

_LED_BY: Final = re.compile(r"\)? of (?:[a-z][\w-]* ){0,3}")
"""What stands between a party that won and whose it is: `the Action Party (AP) of former mayor NAME`."""

_LESSER: Final = re.compile(
    r"\b(?:local|regional|state|provincial|municipal|mayoral|cantonal|communal|departmental|district|county"
    r"|council\w*|by-?elections?|by-?polls?|primar(?:y|ies)|European|EU|Senate|upper house|House|Councillors"
    r"|midterms?|assembly|village|city|union|student"
    r"|leadership|contest|confidence|caucus|delegates|court|lawsuit|war|coup|rebels?|army|troops|soldiers)\b"
)
"""What makes it another vote than that of a country, or none."""

_BUT: Final = re.compile(r",? but ")
"""Behind which a sentence tells of another vote: `kept its majority but lost the Senate`."""

_IN: Final = ("in ", "in the ", "over ", "of ", "across ")
"""What stands before the part of a country that votes for itself."""

_NATIONAL: Final = re.compile(
    r"\b(?:general|national|federal|parliamentary|presidential|snap|legislative) election|\bLok Sabha\b"
    r"|\bnational (?:vote|poll)|\blower house\b|\b(?:prime minister|chancellor|presidency)\b",
    re.I,
)
_OF_A_HOUSE: Final = re.compile(r"\b(?:majority|seats)\b")
"""What is won in a house, not by a president."""

_YEARS: Final = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})(?: [a-z]+)? years (?:of|in) ")
"""How long others ruled."""

_COUNTED: Final = re.compile(r"\b(?:count(?:s|ed|ing)?|tall(?:y|ies|ied)|results?)\b")
"""What makes the day of the week one behind that of the vote."""

_KEPT: Final = re.compile(
    r"\b(?:(?P<nth>second|third|fourth|fifth) (?:(?:straight|consecutive|successive) |(?:[\w-]+ ){0,3}"
    r"(?:term|mandate)\b)|(?:another|fresh|new) (?:[\w-]+ ){0,3}(?:term|mandate)\b)"
    r"|\b(?:clung|held|hung|retained|stayed|kept|defended)\b"
)
"""What says that the winner ruled before, and perhaps how often in a row."""

Won = tuple[Poll, Victory | None]
"""A vote, and who won it."""


class _Told(NamedTuple):
    """What a sentence says of the victory."""

    text: str
    begin: int
    end: int
    match: re.Match[str]
    named: Sequence[Mention]
    """The parties and people of the sentence."""


def triumph_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for each victory that a lead tells of a party or of somebody's."""
    for number in [number for number in passages.having("triumph") if number <= 0]:
        text = passages.texts[number]
        for match in matches_at(_TRIUMPH, text, passages.places(number, _VERBS)):
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            if not _is_national(text, begin, end, match):
                continue
            own = [m for m in named.mentions if m.paragraph == number and begin <= m.start < end]
            if any([_is_a_part(m, text, gazetteer) for m in own]):
                continue
            own = [m for m in own if m.entity.startswith(("party:", "person:"))]
            told = _Told(text, begin, end, match, own)
            winner = _subject(told)
            if winner is None:
                continue
            yield from one_of(
                [_clue(won, told, winner, gazetteer) for won in _meant(told, winner, gazetteer)]
            )


def _is_national(text: str, begin: int, end: int, match: re.Match[str]) -> bool:
    """Tell whether a sentence tells, as news, of a victory that may be one of a country's."""
    but = _BUT.search(text, match.end(), end)
    return not (
        is_not_now(text, begin, match.start())
        or ELSEWHEN.search(text, begin, end)
        or _LESSER.search(text, begin, but.start() if but else end)
    )


def _is_a_part(mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a mention is of a part of a country that may have voted alone."""
    if not mention.entity.startswith("place:") or not text.endswith(_IN, 0, mention.start):
        return False
    return getattr(gazetteer.record(mention.entity), "kind", None) != "country"


def _subject(told: _Told) -> Mention | None:
    """Return who is said to have won: the last party or person named before the verb."""
    at = told.match.start()
    at -= len(" by") if told.text.endswith(" by ", 0, at) else 0
    before = [m for m in told.named if at - _SUBJECT <= m.start and m.end <= at]
    if not before or _APART.search(told.text, before[-1].end, at - 1):
        return None
    while len(before) > 1 and _ALLIED.fullmatch(told.text, before[-2].end, before[-1].start):
        before.pop()
    if (
        told.match["power"]
        and len(before) > 1
        and _LED_BY.fullmatch(told.text, before[-2].end, before[-1].start)
    ):
        before.pop()
    return None if LOSER.search(told.text, told.begin, before[-1].start) else before[-1]


def _meant(told: _Told, winner: Mention, gazetteer: Gazetteer) -> list[Won]:
    """Return the votes that may be meant, each with who won it, where that is known."""
    country = getattr(gazetteer.record(winner.entity), "country", None)
    every = victories(country, gazetteer)
    lost, won = _loser(told, winner, gazetteer), told.match["won"] or told.match["rout"]
    if told.match["oust"] or told.match["rout"] or told.match["beat"]:
        beaten = [(v.poll, v) for v in every if v.winner == winner.entity and is_rival(lost, v)]
        if beaten or told.match["beat"]:
            return [(poll, v) for poll, v in beaten if _weekday(told) in (None, poll.told.weekday())]
    if told.match["lost"]:
        gains = [v for v in every if v.winner == lost]
        known = [v for v in gains if is_rival(winner.entity, v)]
        if not known and winner.entity.startswith("party:"):  # of a party it is not known whom it put up
            known = [v for v in gains if v.is_new]
        return [(v.poll, v) for v in known]
    if country in FEDERAL and not _tells_of_all(told, every):
        return []
    is_parliamentary = country in PARLIAMENTARY or not any([v.of_president for v in every])
    kept, options = _KEPT.search(told.match[0]), list[Won]()
    for of_president in (True, False):
        open_ = unsettled(country, gazetteer, of_president=of_president)
        own = [v for v in every if v.of_president == of_president]
        decided = not (of_president and is_parliamentary)
        if open_ is None and own and decided and winner.entity.startswith("party:"):
            return []
        if open_ is None or (of_president and _OF_A_HOUSE.search(told.match[0])):
            continue
        if not (of_president or is_parliamentary):  # who wins it may not govern
            of_his = kept and options and winner.entity in gazetteer.people
            options += [(poll, None) for poll in (*open_, *[v.poll for v in own]) if won and not of_his]
            continue
        fits = [v for v in own if winner.entity in (v.winner, party_of(v.winner, gazetteer))]
        if won:
            if kept and (nth := ordinal(kept["nth"] or "")):
                fits = [v for v in fits if nth in counts(own, v, gazetteer)]
            options += [(v.poll, v) for v in fits if not (kept and v.is_new)]
            options += [(poll, None) for poll in open_ if not kept]
        elif lost or not told.match["oust"]:
            new = [v for v in fits if v.is_new and has_lost(v, lost, gazetteer)]
            long = _YEARS.search(told.text, told.begin, told.end)
            years = counted(long["count"]) if long else 0
            options += [(v.poll, v) for v in new if not has_ruled_since(own, v, years, gazetteer)]
            options += [(poll, None) for poll in open_ if not told.match["oust"]]
    return _narrowed(options, told, winner)


def _narrowed(options: Sequence[Won], told: _Told, winner: Mention) -> list[Won]:
    """Return those on the day of the week that is told, if any of a person in the sentence."""
    weekday = _weekday(told)
    left = [(poll, v) for poll, v in options if weekday in (None, poll.told.weekday())]
    if not left and _COUNTED.search(told.text, told.begin, told.end):
        left = [*options]
    others = {m.entity for m in told.named} - {winner.entity}
    left = [(poll, v) for poll, v in left if v and v.winner in others] or left
    return [(poll, v) for poll, v in left if v and v.is_new and v.before in others] or left


def _tells_of_all(told: _Told, every: Sequence[Victory]) -> bool:
    """Tell whether a sentence says that a whole federation votes, or names who rules it."""
    rulers = {key for v in every for key in (v.winner, v.before)}
    return bool(_NATIONAL.search(told.text, told.begin, told.end)) or any(
        [m.entity in rulers for m in told.named]
    )


def _loser(told: _Told, winner: Mention, gazetteer: Gazetteer) -> str | None:
    """Return the party or person named behind the victory, and not of the winner: mostly whose rule ends."""
    behind = [m.entity for m in told.named if m.start >= told.match.start()]
    people = gazetteer.people
    return next((k for k in behind if k not in people or party_of(k, gazetteer) != winner.entity), None)


def _clue(won: Won, told: _Told, winner: Mention, gazetteer: Gazetteer) -> Clue:
    """Return what it says that somebody, or the party of somebody, won a vote."""
    event, day, victory = won[0].event, won[0].told, won[1]
    quote = told.text[winner.start : told.match.end()]
    by = f", won by {gazetteer.people[victory.winner].name}" if victory else ""
    says = f"{event.name}{by}: {spoken(day)}"
    place, subject = (quote, winner.paragraph), f"the {event.name}"
    exact = _weekday(told) == day.weekday() and not told.match["lost"]
    return Clue("election", *place, says, day, day + TOLD, "dated", day, subject, event.source, exact=exact)


def _weekday(told: _Told) -> int | None:
    """Return the day of the week of the vote, if it is told."""
    text, begin, end = told.text, told.begin, told.end
    on = _OF_THE_VOTE.search(text, begin, end) or ON_WEEKDAY.search(text, begin, end)
    return WEEKDAYS.index(on[1]) if on else None


_OF_THE_VOTE: Final = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})['’]s (?:[\w-]+ ){{0,4}}(?:elections?|vote|polls?|ballot|run-?off)\b"
)
"""A vote by its day, where other days may stand beside it: `triumphed, results on Monday showed`."""
