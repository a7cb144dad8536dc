"""Turnovers: who is about to take an office or to leave it, and how far an event lies from that day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS
from store.fold import fold
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of
from store.wire.distances import AGO_WORDS, Relation, counted_from
from store.wire.gazetteer import Gazetteer
from store.wire.holders import LEADING, head_of, is_leading, is_told, words_of
from store.wire.lexicon import COUNTS, counted
from store.wire.printed import DAY, YEAR, read_day, spoken
from store.wire.records import Death, Person
from store.wire.relations import distance
from store.wire.winners import voted_out

_ELECT: Final = re.compile(
    r"\b(?:(?P<office>president|premier|chancellor|prime minister|taoiseach|chairman|chief minister)"
    r"[- –](?:elect|designate|nominate)|(?P<incoming>incoming) (?:\w+ )?(?:president|premier"
    r"|prime minister|chancellor))"
    r"[ ,]+$",
    re.I,
)
_OUTGOING: Final = re.compile(
    r"\b(?:outgoing|caretaker) (?:[\w’'-]+ ){0,3}(?P<office>president|premier|prime minister"
    r"|chancellor)[ ,]+$",
    re.I,
)
_COMING: Final = re.compile(
    r"(?:,? [^.;]{0,60}?)?\b(?:likely|expected|presumed|probable|(?:likely|expected|set|poised|tipped) to"
    r" (?:be|become)) (?:as )?(?:the |its |their |[A-Z]\w+[’']s |the country[’']s )?(?:next|new|future) "
    r"(?P<office>president|premier|chancellor|prime minister|taoiseach)\b"
)
"""The same behind a name."""

_ABOUT_ENDS: Final = ("elect", "designate", "nominate", "president", "premier", "minister", "chancellor")
"""What stands before somebody who is about to take an office or to leave it."""

_COUNTED: Final = len(" months") + max(map(len, COUNTS))
"""So long at most is what is counted before one of the words for that: `twelve months ago`."""

_BEGUN_WEEK: Final = 3
"""So many days more: what lies 27 days back may be told as three weeks ago."""

_LONG: Final = 140
"""So many letters behind a name it may stand."""

_TAKING: Final = re.compile(
    r"\b(?:tak(?:es?|ing) (?:over|office|the oath)|took (?:over|office|(?:the |his |her )?oath)|sworn in"
    r"|inaugurat\w+"
    r"|assum(?:es?|ed|ing)"
    r"|becom(?:es?|ing)|became|appoint(?:ed|ment)|elected|elect(?:s|ion)|chosen|named(?! (?:after|for)\b))\b",
    re.I,
)
_LEAVING: Final = re.compile(
    r"\b(?:death|died|dies|passed away|resign(?:s|ed|ation)?|stepp?(?:ed|ing)? down|steps down|ouster"
    r"|ousted|impeach\w*|left office|quit|assassinat\w+|(?:was|were) (?:killed|shot dead|murdered)"
    r"|removed|toppled|overthrown)\b",
    re.I,
)
_DYING: Final = re.compile(r"death|died|dies|passed away|assassinat|was|were", re.I)
_AGO: Final = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) (?P<unit>day|week|month)s? (?:earlier|ago"
    rf"|before(?=[,.]))",
    re.I,
)
_WON: Final = re.compile(
    r"\b(?:won|became|elected|chosen|named|sworn in|appointed|took (?:over|office))\b", re.I
)
_CHOSEN: Final = re.compile(r"won|elected|chosen", re.I)
_GIVEN: Final = re.compile(
    r"(?:became|elected|chosen|named|appointed) (?!by |in |on |at |with |from |just |only |about )"
    r"(?P<office>\w.*)",
    re.I,
)
"""`elected captain of his team`: the office that a verb gives, which may be none that is known."""

_OWNED: Final = re.compile(r"[’']s\b")
_OTHERS: Final = re.compile(r"\b(?:of|by) [^,]*?(?P<who>[\w-]+), *$")
"""`the resignation of the speaker, NAME said`: it is the name's own only where the office is."""

_DIGIT: Final = re.compile(r"\d")
_ON_A_DAY: Final = re.compile(rf"(?:\b(?:on|since) |(?<=\boffice ))(?P<day>{DAY})(?!,? {YEAR})", re.I)
_AS: Final = re.compile(r" (?:in )?(?:as|to the post of) (?P<office>(?:[\w’'-]+ ){1,8})")
"""What says which office it was, that may be another one than those known."""

_DUE: Final = re.compile(
    r"(?:, [^,.;]{1,60},)? (?:(?:is |was )?(?:due|expected|set|scheduled) to|will|is to) (?:be |take )"
    r"(?:chosen|elected|sworn in|named|confirmed|inaugurated|appointed|voted in|office|over|the oath)\b"
    rf"[^.;,]{{0,40}}? (?:(?:on |this |next )?(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!['’]s)"
    r"|(?:the (?:next|following) day|tomorrow)\b)"
)
_YET: Final = re.compile(
    r"\b(?:takes|assumes|leaves|steps|hands|will|would|(?:is|are|was|due|set|expected|scheduled) to)\b"
)
"""What says that an office is yet to be taken or left: `NAME, who will take office on December 1`."""

_SOON: Final = 120
"""A day so many letters behind a name may be one of its bearer's."""

_BEFORE_OFFICE: Final = timedelta(days=130)
_YEAR: Final = timedelta(days=330)


def turnover_clues(passages: Passages, bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what a text says of offices that somebody known is about to take, has taken or has left."""
    if not bearers:
        return
    told, far = passages.hints(), passages.far()
    about, ago, dated = told.get("about", ()), told.get("ago", ()), told.get("day", ())
    weekday = told.get("weekday", ())
    due = [number for number in told.get("due", ()) if number <= 1 and number in weekday]
    telling = {*about, *ago, *far, *dated, *due}
    for person, mention, text, begin, end in bearers:
        number = mention.paragraph
        if number not in telling:
            continue
        left, right = text[begin : mention.start], text[mention.end : end]
        name = text[mention.start : mention.end]
        if number in about and (coming := _COMING.match(right)):
            yield from _soon(person, mention, name, coming)
        if number in about and left.rstrip(" ,").lower().endswith(_ABOUT_ENDS):
            yield from _about(person, mention, left, name)
        if number in far:
            holder, death = voted_out(person, right, gazetteer), gazetteer.chronicle.deaths.get(person.id)
            yield from _far(holder, mention, (left, name, right), death)
        if number in dated and _DIGIT.search(right, 0, _SOON):
            yield from _on_its_day(person, mention, right)
        if number in ago:
            yield from _ago(person, mention, right)
        if number in due:
            yield from _due(person, mention, name, right)


def _days(
    person: Person, *, taken: bool, office: str = "", sentence: str = "", chosen: bool = False
) -> Iterator[tuple[date, str, str]]:
    """Yield the days on which a person took the offices, or left them, with the office and its source.

    Where a sentence names no office, only those of a leader are meant; `chosen` asks for the day of a choice.
    """
    leads = [term for term in person.terms if sentence and is_leading(term)]
    for term in person.terms:
        if leads and term not in leads and not head_of(term) <= words_of(sentence):
            continue
        when = ((chosen and term.chosen) or term.since) if taken else term.until
        if when and when[0] == when[1] and fold(office) in fold(term.office):
            yield when[0], term.office, term.source


def _about(person: Person, mention: Mention, left: str, name: str) -> Iterator[Clue]:
    """Yield a clue for `president-elect NAME`, between vote and office, or `outgoing President NAME`."""
    elect, outgoing = _ELECT.search(left), _OUTGOING.search(left)
    match = elect or outgoing
    if match is None:
        return
    office = match["office"] or "" if elect else match["office"]
    options = []
    for day, told, source in _days(person, taken=bool(elect), office=office):
        says = f"{person.name} {'became' if elect else 'was no longer'} {told} on {spoken(day)}"
        place = (left[match.start() :].lstrip(" ,") + name, mention.paragraph)
        subject = f"{person.name} {'took' if elect else 'left'} office"
        span = (day - _BEFORE_OFFICE, day + timedelta(days=1 if elect else 10))
        options.append(Clue("office", *place, says, *span, "dated", day, subject, source))
    yield from one_of(options)


def _soon(person: Person, mention: Mention, name: str, coming: re.Match[str]) -> Iterator[Clue]:
    """Yield a clue for `NAME is likely to be the next prime minister`: the office is taken within months."""
    options = []
    for day, told, source in _days(person, taken=True, office=coming["office"]):
        says, subject = f"{person.name} became {told} on {spoken(day)}", f"{person.name} took office"
        place, span = (name + coming[0], mention.paragraph), (day - _BEFORE_OFFICE, day)
        options.append(Clue("office", *place, says, *span, "dated", day, subject, source))
    yield from one_of(options)


def _far(
    person: Person, mention: Mention, around: tuple[str, str, str], death: Death | None
) -> Iterator[Clue]:
    """Yield a clue for `nine days before NAME takes office`, `six weeks after the death of NAME`."""
    left, name, right = around
    relation = distance(left)
    if relation is None:
        return
    between, behind = left[relation.end :], re.split(r"[,;]", right, maxsplit=1)[0][:60]
    taking, leaving = _TAKING.search(behind), _LEAVING.search(between + " " + behind)
    if not (taking or leaving) or "," in between.replace(", ", "", 1):
        return
    if _LEAVING.search(between) and _OWNED.match(right):
        return
    if leaving and _DYING.match(leaving[0]):
        yield from _far_from_death(person, mention, left, name, relation, death)
        return
    others = _OTHERS.search(between)
    options = []
    for day, told, source in _days(person, taken=not leaving, sentence="" if others else left + right):
        if others and fold(others["who"]) not in LEADING and fold(others["who"]) not in fold(told):
            continue
        if span := counted_from(left, relation, day, mention.paragraph):
            when = f"was {told} to" if leaving else f"became {told} on"
            says = f"{person.name} {when} {spoken(day)}"
            near = min(max(day, span[0]), span[1])
            quote = left[relation.start :] + name
            subject = f"{person.name} {'left' if leaving else 'took'} office"
            options.append(
                Clue("office", quote, mention.paragraph, says, *span, "dated", near, subject, source)
            )
    yield from one_of(options)


def _far_from_death(
    person: Person, mention: Mention, left: str, name: str, relation: Relation, death: Death | None
) -> Iterator[Clue]:
    """Yield a clue for `three weeks after the death of NAME`, if the day of that is known."""
    span = counted_from(left, relation, death.day, mention.paragraph) if death else None
    if death and span:
        says, subject = f"{person.name} died on {spoken(death.day)}", f"the death of {person.name}"
        near = min(max(death.day, span[0]), span[1])
        place = left[relation.start :] + name, mention.paragraph
        yield Clue("death", *place, says, *span, "dated", near, subject, death.source)


def _on_its_day(person: Person, mention: Mention, right: str) -> Iterator[Clue]:
    """Yield a clue for `NAME, who died on April 6`: the event is of that year or the next."""
    match = _ON_A_DAY.search(right[:_SOON])
    if match is None or not (
        _LEAVING.search(right, 0, match.start()) or _TAKING.search(right, 0, match.start())
    ):
        return
    printed = read_day(match["day"])
    if printed is None or printed.year or not printed.day:
        return
    coming = _YET.search(right, 0, match.start()) is not None
    told_of = ((False, _LEAVING), (True, _TAKING))
    for taken in [taken for taken, verb in told_of if verb.search(right, 0, match.start())]:
        for day, told, source in _days(person, taken=taken):
            if (day.month, day.day) == (printed.month, printed.day):
                says = f"{person.name} {'became' if taken else 'was no longer'} {told} on {spoken(day)}"
                subject = f"{person.name} {'took' if taken else 'left'} office"
                place = (match[0], mention.paragraph)
                span = (day - _YEAR, day) if coming else (day - timedelta(1), day + _YEAR)
                yield Clue("office", *place, says, *span, "dated", day, subject, source)
                return


def _ago(person: Person, mention: Mention, right: str) -> Iterator[Clue]:
    """Yield a clue for `NAME, who was elected president six days earlier`."""
    lowered = right[:_LONG].lower()
    places = [at for word in AGO_WORDS if (at := lowered.find(word)) >= 0]
    ago = _AGO.search(right, max(0, min(places) - _COUNTED), _LONG) if places else None
    verb = ago and (_WON.search(right, 0, ago.start()) or _LEAVING.search(right, 0, ago.start()))
    if not ago or not verb or _ELSE.search(right[: ago.start()].removeprefix(",")):
        return
    count = counted(ago["count"])
    unit = ago["unit"].lower()
    relation = Relation(0, "dated", 1, unit=unit, count=count, late=_BEGUN_WEEK if unit == "week" else 0)
    options, leaving = [], _WON.search(verb[0]) is None
    other = _AS.match(right, verb.end()) or _GIVEN.match(right[verb.start() : ago.start()])
    chosen = _CHOSEN.match(verb[0]) is not None
    choices = [term.chosen[0] for term in person.terms if term.chosen and chosen]
    said = "" if other else right
    for day, told, source in _days(person, taken=not leaving, sentence=said, chosen=chosen):
        if other and not is_told(told, words_of(other["office"])):
            continue
        if span := relation.around(day):
            became = "was chosen as" if day in choices else "became"
            says = f"{person.name} {'was no longer' if leaving else became} {told} on {spoken(day)}"
            place = ago[0], mention.paragraph
            subject = f"{person.name} {'left' if leaving else 'took'} office"
            near = min(max(day, span[0]), span[1])
            options.append(Clue("office", *place, says, *span, "dated", near, subject, source))
    yield from one_of(options)


_ELSE: Final = re.compile(r"[.;]|, (?!who|which|the )|[A-Z][\w’'-]+, who(?:se)? ")
"""What says that something else is told by then, or of somebody else: `NAME told NAME, who was`."""


def _due(person: Person, mention: Mention, name: str, right: str) -> Iterator[Clue]:
    """Yield a clue for `NAME is due to be elected on Saturday`: the event is of the week before."""
    due = _DUE.match(right)
    if due is None:
        return
    options = []
    for day, told, source in _days(person, taken=True, sentence=right):
        if due["weekday"] is None or day.weekday() == WEEKDAYS.index(due["weekday"]):
            says = f"{person.name} became {told} on {spoken(day)}"
            place = (name + due[0], mention.paragraph)
            first = day - timedelta(days=6 if due["weekday"] else 1)
            span, subject = (first, day - timedelta(days=1)), f"{person.name} took office"
            options.append(Clue("office", *place, says, *span, "dated", span[1], subject, source))
    yield from one_of(options)
