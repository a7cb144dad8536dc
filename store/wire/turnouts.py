"""Turnouts: a people that votes, in a lead that names no vote, as clues: `Swedes voted on Sunday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.days import WEEKDAYS
from store.fold import fold
from store.wire.ballots import national_polls
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.hints import POLL_HEADS
from store.wire.polls import fitting
from store.wire.printed import spoken
from store.wire.victories import ELSEWHEN, NOT_NOW, ON_WEEKDAY, TOLD

_VOTED: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]{2,30}?)s?(?: voters)?(?: on [A-Z]\w+day)? "
    r"(?:(?P<out>(?:threw|turned|swept|booted|kicked|tossed|turfed|voted)"
    r"(?=[^.;]{3,90}? out of (?:office|power|government|the presiden)))"
    r"|vote|voted|cast (?:their )?(?:ballots|votes)|began voting"
    r"|queued to vote|(?:went|go|headed|flocked|returned|trooped) to the polls)\b"
)
"""Who votes, by the name of a people."""


def turnout_clues(passages: Passages, bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the votes of a people on the weekday on which a lead has it vote."""
    for number in [number for number in passages.having("turnout") if number <= 0]:
        text = passages.texts[number]
        for match in _VOTED.finditer(text):
            who = fold(match["who"])
            place = gazetteer.demonyms.get(who) or gazetteer.demonyms.get(f"{who}s")
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            on = ON_WEEKDAY.search(text, match.start(), end)
            named = not POLL_HEADS.isdisjoint(re.findall(r"\w+", text[begin:end].lower()))
            if (
                place is None
                or on is None
                or (named and not match["out"])
                or ELSEWHEN.search(text, begin, end)
            ):
                continue  # a vote that is named, polls tells
            if NOT_NOW.search(text, begin, match.start()):
                continue
            options = []
            for poll in national_polls(place.country, gazetteer):
                if (day := poll.end).weekday() == WEEKDAYS.index(on[1]):
                    told = ("election", match[0], number, f"{poll.event.name}: {spoken(day)}")
                    subject, source = f"the {poll.event.name}", poll.event.source
                    options.append(Clue(*told, day, day + TOLD, "dated", day, subject, source, exact=True))
            yield from one_of(fitting(options, number, (begin, end), bearers, gazetteer))
