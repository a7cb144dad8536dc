"""Contests: who won the leadership of a party or a government against whom, told in a lead, as clues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.days import WEEKDAYS
from store.wire.bearers import Bearer
from store.wire.clues import Clue, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.holders import head_of, is_leading, is_told, words_of
from store.wire.printed import spoken
from store.wire.records import Person, Term
from store.wire.victories import ELSEWHEN, NOT_NOW, ON_WEEKDAY
from store.wire.winners import is_ruling

_BETWEEN: Final = (
    r"(?:,(?! who| whom| whose) [^.;,]{2,80},)? (?:has |have )?(?:[a-z]+ly )?"
    r"(?:on [A-Z]\w+day |[A-Z]\w+day |today )?(?:[a-z]+ly )?"
)
"""What may stand between the name of the winner and the verb."""

_BEAT: Final = (
    r"(?:beats?|defeat(?:s|ed)|trounce[sd]|thrash(?:es|ed)|rout(?:s|ed)|oust(?:s|ed)|topple[sd]"
    r"|unseat(?:s|ed)|overc[ao]mes?|edge[sd] (?:out|past)|s(?:aw|ees) off|crush(?:es|ed)"
    r"|w(?:on|ins) [^.;]{3,50} (?:over|against))"
)
_CALL: Final = r"(?:vote|ballot|contest|race|election|battle|run-?off|primary|poll)"
_WON: Final = (
    r"(?:(?:won|wins|clinched|triumphed in|prevailed in|swept to (?:\w+ )?victory in|(?:came|comes) first in)"
    rf" (?:the|a|an|his|her|their|its) (?:[^.;,]{{0,50}}? )?(?:leadership|presidential|presidency) {_CALL}\b"
    r"|(?:won|wins|clinched|secured) the (?:leadership|presidency|chairmanship) of"
    rf"|(?:won|wins) (?:the|a) (?:[^.;,]{{0,40}}? )?{_CALL} (?:for|to (?:be|become|lead|head)))"
)
_CONTEST: Final = re.compile(
    rf"{_BETWEEN}(?:(?P<beat>{_BEAT}) [^.;]{{3,90}}? (?:(?P<anew>to become)|to (?:lead|head|be|win|take)"
    rf"|for|as)\b(?P<office>[^.;,]{{4,80}})|(?P<won>{_WON})(?P<party>[^.;]{{0,60}}))"
)
"""What stands behind the name of whoever won."""

_LEADERSHIP: Final = re.compile(
    r"\b(?:leader|leadership|chair\w*|president|presidency|premier|minister|PM)\b"
)
_OF_PARTY: Final = re.compile(r"\b(?:[Pp]arty|[Ll]eader(?:ship)?|lead)\b|\b[A-Z]{2,5}\b")
"""What says that it is a party's contest: voters elect presidents in presidential races, too."""

_TOLD: Final = timedelta(days=6)
"""So long after it a contest without a weekday is news."""


def contest_clues(bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for each leader whom a lead calls the winner of a contest against somebody else."""
    for bearer in [bearer for bearer in bearers if bearer.mention.paragraph <= 0]:
        person, mention, text, begin, end = bearer
        won = _CONTEST.match(text, mention.end, end)
        if won is None or NOT_NOW.search(text, begin, mention.start) or ELSEWHEN.search(text, begin, end):
            continue
        on = ON_WEEKDAY.search(text, mention.end, end)
        if on is None and not won["anew"]:
            continue
        options = []
        for term, day in _taken(person, won, gazetteer):
            if on is None or day.weekday() == WEEKDAYS.index(on[1]):
                says = f"{person.name} won the vote for {term.office} on {spoken(day)}"
                place = (text[mention.start : won.end()], mention.paragraph)
                span, subject = (day, day + _TOLD), f"{person.name} took office"
                options.append(Clue("office", *place, says, *span, "dated", day, subject, term.source))
        yield from one_of([clue._replace(exact=on is not None) for clue in options])


def _taken(person: Person, won: re.Match[str], gazetteer: Gazetteer) -> list[tuple[Term, date]]:
    """Return the offices that may have been won so, each with the day of the choice."""
    if won["won"]:
        if not _OF_PARTY.search(won[0]):
            return []
        terms = [t for t in person.terms if is_leading(t) and not is_ruling(t, person, gazetteer)]
        terms = [t for t in terms if not t.office.startswith(("Prime Minister", "Premier", "Chancellor"))]
    elif _LEADERSHIP.search(won["office"]) or " lead" in won[0]:
        said = words_of(won["office"]) | (frozenset({"lead"}) if " lead " in won[0] else frozenset())
        terms = [t for t in person.terms if is_leading(t) and is_told(t.office, said)]
        terms = [t for t in terms if (words_of(t.office) - head_of(t)) & said] or terms
    else:
        return []
    terms = [t for t in terms if not t.office.startswith("Secretary")] or terms
    days = [(term, term.chosen or term.since) for term in terms]
    return [(term, span[0]) for term, span in days if span and span[0] == span[1]]
