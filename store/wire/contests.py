"""Contests: who won the leadership of a party or a government against whom, told in a lead, as clues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.days import WEEKDAYS
from store.wire.bearers import Bearer, followed_by
from store.wire.clues import Clue, Passages, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.hints import CONTEST_WORDS
from store.wire.holders import chairs_of, ended, head_of, is_leading, is_told, words_of
from store.wire.lexicon import ordinal
from store.wire.printed import spoken
from store.wire.records import Person, Term
from store.wire.victories import ELSEWHEN, NOT_NOW, ON_WEEKDAY
from store.wire.winners import is_ruling

_BETWEEN: Final = (
    r"(?: of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})?"
    r"(?:,(?! who| whom| whose) [^.;,]{2,80},)? (?:has |have )?(?:[a-z]+ly )?"
    r"(?:on [A-Z]\w+day |[A-Z]\w+day |today )?(?:[a-z]+ly )?"
)
"""What may stand between the name of the winner and the verb."""

_BEAT: Final = (
    r"(?:beats?|defeat(?:s|ed)|trounce[sd]|thrash(?:es|ed)|rout(?:s|ed)|oust(?:s|ed)|topple[sd]"
    r"|unseat(?:s|ed)|overc[ao]mes?|edge[sd] (?:out|past)|s(?:aw|ees) off|crush(?:es|ed)"
    r"|w(?:on|ins) (?:[a-z]+ )?\d[\d.]* ?(?:percent|per cent|%)"
    r"|w(?:on|ins) [^.;]{3,50} (?:over|against)"
    r"|w(?:on|ins)(?= (?:[\w’'-]+ ){1,2}(?:vote|ballot|backing|approval|endorsement)\b))"
)
_BEATING: Final = (
    r"(?:beating|defeating|trouncing|thrashing|routing|ousting|toppling|unseating|overcoming"
    r"|edging (?:out|past)|seeing off|crushing)"
)
_CALL: Final = (
    r"(?:vote|ballot|contest|race|(?:by-)?election|battle|run-?off|primary|primaries|poll|spill|showdown)"
)
_INSIDE: Final = (
    r" in (?:a|an|the|its|their) (?:[^.;,]{0,50}? )?"
    r"(?:[Pp]arty(?:-room)?|leadership|caucus|membership|internal|[A-Z]\w+(?= primar))(?:['’]s)? "
    r"(?:[a-z-]+ ){0,2}"
    rf"{_CALL}\b(?! campaign)"
)
"""What says that it is a party that votes: `in a caucus ballot`, `in the party's leadership race`."""

_FOR_LEADER: Final = (
    rf"(?:(?:leadership|presidential|presidency|chairmanship) {_CALL}\b"
    rf"|{_CALL} (?:for|to (?:be|become|lead|head|succeed|replace))\b)"
)
_LESSER_BODY: Final = (
    r"(?:an? (?!(?:[\w’'-]+ ){0,4}party\b)|(?:the |its |their |his |her )?(?:[\w’'-]+ ){0,3}"
    r"(?:committee|group|delegation|government|country|world|council|commission|team|campaign|union|bloc|house)\b)"
)
"""What has a leadership, too, and is no party."""

_WON: Final = (
    r"(?:(?:won|wins|clinched|triumphed in|prevailed in|(?:came|comes) first in"
    r"|(?:stormed|swept|cruised|romped|surged) to (?:[\w-]+ ){0,2}(?:victory|win) in)"
    rf" (?:the|a|an|his|her|their|its) (?:[^.;,]{{0,50}}? )?{_FOR_LEADER}"
    r"|(?:won|wins|clinched|secured|wrest(?:s|ed)|snatche[sd]|seized)"
    r" the (?:leadership|presidency|chairmanship) of"
    r"|(?:was |is |has been )?(?:swept|stormed|voted|came|brought|returned|elected) (?:back )?"
    r"(?:as|to be) (?:the )?(?:[^.;,]{0,50} )?(?:leader|chair\w*|head|president) of"
    r"|(?:won|wins|clinched|secured|sealed|seized|captured|took|regained|reclaimed|recaptured|carried off"
    r"|bagged) (?:back )?"
    r"(?:the |[A-Z][\w’'-]+ )(?:[^.;,]{0,50}? )?"
    rf"(?:leadership\b(?! of {_LESSER_BODY})"
    r"|(?:[Pp]arty|\b[A-Z]{2,5})(?:['’]s)? (?:presidency|chairmanship)\b))"
)
_CONTEST: Final = re.compile(
    rf"{_BETWEEN}(?:(?P<inside>(?:{_BEAT}|[^.;]{{0,80}}? (?:after|by) {_BEATING}) [^.;]{{3,90}}?{_INSIDE})"
    rf"|(?P<beat>{_BEAT}) [^.;]{{3,90}}? (?:(?P<anew>to become)|to (?:lead|head|be|win|take)"
    rf"|for|as)\b(?P<office>[^.;,]{{4,80}})|(?P<won>{_WON})(?P<party>[^.;]{{0,60}}))"
)
"""What stands behind the name of whoever won."""

_KEPT: Final = re.compile(
    rf"{_BETWEEN}(?:(?:was |were |is |been )?(?:[a-z]+ly )?(?:on [A-Z]\w+day )?re-?elected"
    r"|(?:won|wins|secured|clinched) (?:re-?election|(?:a|an|another|his|her|yet another)(?: [\w-]+){0,4}?"
    r" (?:term|mandate))"
    r"|(?:(?:fended|fought|saw|beat) (?:off|back)|beat|defeated|crushed) [^.;]{3,90}?"
    r" to (?:be re-?elected|win re-?election))"
    r"(?: for (?:a|an|his|her)(?: [\w-]+){1,3} (?:time|term))?(?: on [A-Z]\w+day)?"
    r" (?:as |to be |to lead |at the )?(?:the |its |their |a )?(?P<office>[^.;,]{4,80})"
    rf"|{_BETWEEN}(?:surviv(?:ed|es)|(?:fended|fought|saw|beat) (?:off|back)) [^.;]{{3,90}}?{_INSIDE}"
)
"""What stands behind the name of whoever is chosen anew to lead a party."""

_TAKE_OVER: Final = re.compile(r" over [^.;,]{0,50}\b[Pp]arty\b")
"""What is taken by whoever comes to lead a party: `to take over the Labour Party`."""

_BACK: Final = re.compile(
    r"^[^.;,]{0,30}\b(?:re(?:gain|claim|captur)ed|won back|takes? back|took back"
    r"|(?:swept|stormed|voted|came|brought|elected) back|returned)\b"
)
"""What says that somebody led the party before."""

_FORMER: Final = re.compile(r"\b(?:[Ff]ormer|[Ee]x)[ -](?:[\w’'-]+ ){1,5}$")
"""What somebody once was who wins now."""

_NTH: Final = re.compile(r"\b(?P<nth>second|third|fourth|fifth|sixth|seventh)\b")

_LEADERSHIP: Final = re.compile(
    r"\b(?:leader|leadership|chair\w*|president|presidency|premier|minister|PM|helm|reins)\b"
)
_OF_PARTY: Final = re.compile(r"\b(?:[Pp]arty|[Ll]eader(?:ship)?|lead|chairmanship)\b|\b[A-Z]{2,5}\b")
"""What says that it is a party's contest: voters elect presidents in presidential races, too."""

_TOLD: Final = timedelta(days=6)
"""So long after it a contest without a weekday is news."""


def contest_clues(passages: Passages, bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for each leader whom a lead calls the winner of a contest against somebody else."""
    for person, mention, text, begin, end in followed_by(CONTEST_WORDS, bearers, passages):
        won = _CONTEST.match(text, mention.end, end)
        told = won or _KEPT.match(text, mention.end, end)
        if told is None:
            continue
        former = _FORMER.search(text[begin : mention.start])
        before = begin + former.start() if former else mention.start
        if NOT_NOW.search(text, begin, before) or ELSEWHEN.search(text, begin, end):
            continue
        if won:
            taken = _taken(person, won, ended(person, text[begin : mention.start]), gazetteer)
        else:
            taken = _kept(person, told, gazetteer)
        on = ON_WEEKDAY.search(text, mention.end, end)
        options = []
        for term, day in taken:
            if on is None or day.weekday() == WEEKDAYS.index(on[1]):
                says = f"{person.name} won the vote for {term.office} on {spoken(day)}"
                place = (text[mention.start : told.end()], mention.paragraph)
                span, subject = (day, day + _TOLD), f"{person.name} took office"
                options.append(Clue("office", *place, says, *span, "dated", day, subject, term.source))
        yield from one_of([clue._replace(exact=on is not None) for clue in options])


def _taken(person: Person, won: re.Match[str], former: date, gazetteer: Gazetteer) -> list[tuple[Term, date]]:
    """Return the offices that may have been won so, each with the day of the choice."""
    if won["won"] or won["inside"]:
        if won["won"] and not _OF_PARTY.search(won[0]):
            return []
        terms = _of_party(person, gazetteer)
    elif _LEADERSHIP.search(won["office"]) or " lead" in won[0] or _TAKE_OVER.match(won["office"]):
        leads = " lead " in won[0] or _TAKE_OVER.match(won["office"])
        said = words_of(won["office"]) | (frozenset({"lead"}) if leads else frozenset())
        terms = [t for t in person.terms if is_leading(t) and is_told(t.office, said)]
        terms = [t for t in terms if (words_of(t.office) - head_of(t)) & said] or terms
    else:
        return []
    terms = [t for t in chairs_of(terms) if t.since and t.since[0] >= former]
    if _BACK.search(won[0]):
        first = min([t.since[0] for t in terms if t.since], default=date.max)
        terms = [t for t in terms if t.since and t.since[0] > first]
    kept = won["inside"] or (won["beat"] and not won["anew"])
    again = [(term, day) for term in terms for day in term.again] if kept else []
    days = [(term, term.chosen or term.since) for term in terms]
    return [(term, span[0]) for term, span in days if span and span[0] == span[1]] + again


def _of_party(person: Person, gazetteer: Gazetteer) -> list[Term]:
    """Return the terms in which somebody led a party."""
    terms = [t for t in person.terms if is_leading(t) and not is_ruling(t, person, gazetteer)]
    return [t for t in terms if not t.office.startswith(("Prime Minister", "Premier", "Chancellor"))]


def _kept(person: Person, kept: re.Match[str], gazetteer: Gazetteer) -> list[tuple[Term, date]]:
    """Return the offices of a party's leader that may have been kept so, each with the day of the choice."""
    leads = " lead " in kept[0] or not kept["office"]
    said = words_of(kept["office"] or "") | (frozenset({"lead"}) if leads else frozenset())
    terms = [t for t in _of_party(person, gazetteer) if t.again and is_told(t.office, said)]
    nth = _NTH.search(kept[0])
    count = ordinal(nth["nth"]) if nth else None
    if count is None:
        return [(term, day) for term in terms for day in term.again]
    return [(term, term.again[count - 2]) for term in terms if len(term.again) >= count - 1]
