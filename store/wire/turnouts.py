"""Turnouts: a people that votes, in a lead that names no vote, as clues: `Swedes voted on Sunday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.days import WEEKDAYS
from store.fold import fold
from store.wire.ballots import Poll, national_polls
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.hints import POLL_HEADS
from store.wire.printed import spoken
from store.wire.records import Place
from store.wire.victories import ELSEWHEN, NOT_NOW, ON_WEEKDAY, TOLD
from store.wire.winners import fitting

_VOTED: Final = re.compile(
    r"\b(?P<who>(?:(?:Sri|South|North|New|Costa|Sierra|Saudi|East) )?[A-Z][\w’'-]{2,30}?)s?(?: voters)?"
    r"(?: on [A-Z]\w+day)? "
    r"(?:(?P<out>(?:threw|turned|swept|booted|kicked|tossed|turfed|voted)"
    r"(?=[^.;]{3,90}? out of (?:office|power|government|the presiden)))"
    r"|vote|voted|cast (?:their )?(?:ballots|votes)|began voting"
    r"|(?:queued|lined up|streamed|turned out)(?: (?!to\b)[\w’'-]+){0,6}? to (?:vote|elect|choose|pick)\b"
    r"|(?:went|go|headed|flocked|returned|trooped) to the polls)\b"
)
"""Who votes, by the name of a people."""


_SINCE_AGO: Final = re.compile(r"\bsince [^.;]{3,60}? ago\b")
"""How long the people had not voted: `for the first time since the army took power five years ago`."""


def turnout_clues(passages: Passages, bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the votes of a people on the weekday on which a lead has it vote."""
    dated = passages.having("weekday")
    for number in [number for number in passages.having("turnout") if number <= 0 and number in dated]:
        text = passages.texts[number]
        for match in _VOTED.finditer(text):
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            place, on = _voters(match["who"], gazetteer), ON_WEEKDAY.search(text, match.start(), end)
            if place is None or on is None or not _is_news(match, begin, end):
                continue
            options = []
            for poll in _polls(place.country, text[begin:end], gazetteer):
                if (day := poll.end).weekday() == WEEKDAYS.index(on[1]):
                    told = ("election", match[0], number, f"{poll.event.name}: {spoken(day)}")
                    subject, source = f"the {poll.event.name}", poll.event.source
                    options.append(Clue(*told, day, day + TOLD, "dated", day, subject, source, exact=True))
            yield from one_of(fitting(options, number, (begin, end), bearers, gazetteer))


def _polls(country: str | None, said: str, gazetteer: Gazetteer) -> list[Poll]:
    """Return the votes that may be meant: of a constituent assembly, where that is what a people elects."""
    polls = national_polls(country, gazetteer)
    return [p for p in polls if "constituent" in p.kinds] if "onstituent " in said else polls


_ON_WHAT: Final = re.compile(
    r"(?: on [A-Z]\w+day)? (?:for|on|against) (?P<what>(?:the|an?|its|their) [^.;,]{3,60})"
)
_RULES: Final = re.compile(
    r"\b(?:president|parliament|assembly|lawmakers|legislature|house|government|leaders?|premier|minister"
    r"|first|second|next|new|change|party|parties|constitution|independence)\b",
    re.I,
)
"""What voters vote on: `cast their ballots for the best song` is no such vote."""


def _voters(who: str, gazetteer: Gazetteer) -> Place | None:
    """Return whose people votes: `Swedes voted`, `Pakistan voted`."""
    folded = fold(who)
    people = gazetteer.demonyms.get(folded) or gazetteer.demonyms.get(f"{folded}s")
    country = gazetteer.places.get(f"place:{folded}")
    return people or (country if country and country.kind == "country" else None)


def _is_news(voted: re.Match[str], begin: int, end: int) -> bool:
    """Tell whether a sentence tells as news of a vote without a name: one that has a name, polls tells."""
    said = _SINCE_AGO.sub("", voted.string[begin:end])
    named = not POLL_HEADS.isdisjoint(re.findall(r"\w+", said.lower()))
    if (named and not voted["out"]) or ELSEWHEN.search(said):
        return False
    of = _ON_WHAT.match(voted.string, voted.end(), end)
    if of and not _RULES.search(of["what"]):
        return False
    return NOT_NOW.search(voted.string, begin, voted.start()) is None
