"""Tenures: who held which office when, and who has just taken one, as clues to the year of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta

from store.article import HEADLINE, STANDFIRST, Entity, Mention
from store.fold import fold
from store.wire.clues import Clue, one_of, passages, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.names import Named
from store.wire.printed import MONTH_NAME, YEAR, period, spoken
from store.wire.records import Person, Term
from store.wire.tokens import straight

_WORD: Final = re.compile(r"\w+")
_ROLES: Final = re.compile(r"; | and (?=(?:State|Party|Prime|Deputy|General|President|Minister|Chairman)\b)")
_LOOSE: Final = frozenset({"state", "party", "central", "committee"})
"""Words that a text adds to an office or leaves out."""

_EMPTY: Final = frozenset({"of", "the", "and", "for", "s", "to", "a", "an", "in", "national", "general"})
_OF: Final = re.compile(r" of | at |,")
_FORMER: Final = re.compile(r"(?:former|ex|late|then|outgoing|incoming|designate)\b|\belect\b", re.I)
_ACTING: Final = re.compile(
    r"(?:acting|caretaker|interim) (?=(?:state )?(?:president|prime minister|premier))", re.I
)
_ACTED: Final = timedelta(days=200)
"""So long somebody may act in an office before taking it."""

_SAME: Final = {
    "permanent": "standing",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "head": "chairman",
}

_CHANGE: Final = re.compile(
    r"\b(?<!re-)(?<![-–])(?:elected|elects?|chosen|choose[sn]?|chose|appointed|named|sworn in|became|becomes"
    r"|becoming|"
    r"took office|takes over|taking over|took over|assumed|inaugurated|election as|succeed(?:s|ed|ing))\b",
    re.I,
)
_AFTER: Final = re.compile(
    r"\b(?P<number>\w+) (?P<unit>day|week|month)s? after\b|\b(?P<eve>the|a) day after\b",
    re.I,
)
_AS: Final = re.compile(
    r",? (?:\d\d, |[^,.;]{0,30}, )?(?:as|to (?:be|become|the post|head|lead|serve|replace)) ", re.I
)
"""What stands between a name and the office that its bearer takes."""

_NEXT: Final = re.compile(r" and (?=[A-Z])|[,;.]")
_BESIDE: Final = re.compile(r"\b(?:the|a) day (?:earlier|before)\b|\byesterday\b", re.I)
"""The same of an office taken in the words before."""

_AHEAD: Final = re.compile(
    r"\b(?:next|future|will|would|due|set|expected|about|poised|likely) (?:to |be |become )*"
    r"(?:become|be|take|succeed|replace|(?:prime minister|president|premier|chancellor|leader))\b",
    re.I,
)
"""What says that the office is yet to be taken."""

_LATELY: Final = re.compile(
    rf"\b(?:recently|newly|last (?:week|month)|earlier this (?:year|month)|just"
    rf"|in {MONTH_NAME})\b(?! \d{{4}})"
)
_YEAR: Final = re.compile(YEAR)
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1}
_LEADS: Final = (0, HEADLINE, STANDFIRST)


def tenure_clues(layout: Layout, named: Named, gazetteer: Gazetteer) -> list[Clue]:
    """Return what the offices of a text say about its year."""
    texts = dict(passages(layout))
    clues: list[Clue] = []
    people = [m for m in named.mentions if m.entity.startswith("person:")]
    for entity in named.entities:
        person = gazetteer.people.get(entity.id) if entity.kind == "person" else None
        if person is None or not person.terms:
            continue
        mentions = [m for m in people if m.entity == entity.id and m.paragraph in texts]
        others = [m for m in people if m.entity != entity.id]
        changes = [c for m in mentions for c in _changes(person, m, texts[m.paragraph], others)]
        clues += changes[:2] if changes else _holding(person, entity, mentions, texts, gazetteer)
    return clues


def _changes(person: Person, mention: Mention, text: str, others: list[Mention]) -> Iterator[Clue]:
    """Yield a clue for an office that a person takes in the sentence of a mention."""
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
    change = _CHANGE.search(text, max(begin, mention.start - 60), min(end, mention.end + 60))
    if change is None or _YEAR.search(text, begin, end) or _is_anothers(change, mention, others):
        return
    if _is_other_way(change, mention, text):
        return
    taken = [t for t in person.terms if _head(t)]
    told = _told(text, change, mention, (begin, end))
    first = next(filter(None, ([t for t in taken if _head(t) <= said] for said in told)), [])
    if not first:
        return
    yield from one_of([c for t in first if (c := _taken(person, t, change, mention, text))])


def _taken(person: Person, term: Term, change: re.Match[str], mention: Mention, text: str) -> Clue | None:
    """Return what it says that a person takes the office of a term, if the day of that is known."""
    since = term.since
    if since is None or since[0] != since[1]:
        return None
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
    span = _span(text, (begin, end), change, since[0], mention.paragraph)
    quote = text[min(change.start(), mention.start) : max(change.end(), mention.end)]
    says = f"{person.name} became {term.office} on {spoken(since[0])}"
    place, subject = (quote, mention.paragraph), f"{person.name} took office"
    return Clue("office", *place, says, *span, "dated", since[0], subject, term.source, exact=True)


def _told(
    text: str, change: re.Match[str], mention: Mention, sentence: tuple[int, int]
) -> Iterator[frozenset[str]]:
    """Yield the words that may say which office is taken: those behind `as`, else the likeliest first."""
    begin, end = sentence
    behind = text[mention.end : min(end, mention.end + 90)]
    if change.end() <= mention.start and (taken := _AS.match(behind)):
        yield _words(_NEXT.split(behind[taken.end() :], 1)[0])
        return
    yield _words(text[change.end() : min(end, change.end() + 80)])
    yield _words(text[begin:end])


def _is_other_way(change: re.Match[str], mention: Mention, text: str) -> bool:
    """Tell whether it is somebody else who takes office: `succeeding NAME`, or `NAME appointed him`."""
    if change.end() <= mention.start:
        return change[0].lower().startswith("succeed")
    between = text[mention.end : change.start()].strip()
    return mention.paragraph >= 0 and between in _ACTIVE and change[0].lower() in _GIVES


_ACTIVE: Final = frozenset({"", "has", "had", "also", "then", "later"})
_GIVES: Final = frozenset({"appointed", "named", "elected", "chose"})


def _is_anothers(change: re.Match[str], mention: Mention, others: list[Mention]) -> bool:
    """Tell whether somebody else is named between a person and the word for taking office."""
    first, last = sorted((change.start(), mention.start))
    return any(o.paragraph == mention.paragraph and first <= o.start <= last for o in others)


def _span(
    text: str, sentence: tuple[int, int], change: re.Match[str], since: date, paragraph: int
) -> tuple[date, date]:
    """Return the days on which a text can tell of an office that was taken on a day."""
    begin, end = sentence
    if _AHEAD.search(text, max(begin, change.start() - 30), min(end, change.end() + 90)):
        return since - timedelta(days=60), since
    if _BESIDE.search(text, change.end(), end):
        return since, since + timedelta(days=3)
    after = _AFTER.search(text, begin, change.start())
    if after and after["number"] and (count := _count(after["number"])):
        unit = after["unit"].lower()
        day = since + relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
        slack = timedelta(days={"day": 1, "week": 6, "month": 20}[unit])
        return day - slack, day + slack
    if after and not after["number"]:
        return since, since + timedelta(days=3)
    if paragraph in _LEADS:
        return since - timedelta(days=3), since + timedelta(days=45)
    near = _LATELY.search(text, begin, end)
    return since, since + timedelta(days=330 if near else 5 * 365)


def _count(word: str) -> int | None:
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower())


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_SAME.get(w, w) for w in _WORD.findall(fold(straight(text)))) - _EMPTY


def _head(term: Term) -> frozenset[str]:
    """Return the words of the office before `of`: what a person becomes."""
    return _words(_OF.split(term.office, 1)[0])


def _holding(
    person: Person, entity: Entity, mentions: list[Mention], texts: dict[int, str], gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield a clue for the office that the text gives a person, if that person's tenure is known."""
    for role in _ROLES.split(entity.role or ""):
        if not role or _FORMER.match(role):
            continue
        acting = _ACTING.match(role)
        said = _words(_spelt(role[acting.end() :] if acting else role, person, gazetteer))
        terms = [t for t in person.terms if t.since and _fits(said, t, _office(t, person, gazetteer))]
        if not terms or not mentions:
            continue
        quote, paragraph = _quoted(role, mentions, texts)
        yield from one_of([_held(person, term, quote, paragraph, bool(acting)) for term in terms])


def _held(person: Person, term: Term, quote: str, paragraph: int, acting: bool) -> Clue:
    """Return what it says that a person holds the office of a term, or keeps it until another takes it."""
    since = term.since[0] if term.since else date.min
    last = f"to {period(term.until)}" if term.until else "on"
    says = f"{person.name} held this office from {period(term.since) if term.since else ''} {last}"
    until = term.until[1] if term.until else date.max
    since -= _ACTED if acting else timedelta()
    subject = f"{person.name} held this office"
    return Clue("office", quote, paragraph, says, since, until, "span", None, subject, term.source)


def _quoted(role: str, mentions: list[Mention], texts: dict[int, str]) -> tuple[str, int]:
    """Return the words that give the office, else the name, and their paragraph."""
    for number in (*(m.paragraph for m in mentions), *texts):
        if role in texts[number]:
            return role, number
    first = mentions[0]
    return texts[first.paragraph][first.start : first.end], first.paragraph


_DEPUTY: Final = frozenset({"vice", "deputy", "first", "standing", "acting"})


def _fits(said: frozenset[str], term: Term, office: frozenset[str]) -> bool:
    """Tell whether a role in a text is the office of a term: no word of it is strange to that office."""
    return (
        bool(said)
        and said - _LOOSE <= office
        and bool(_head(term) & said)
        and said & _DEPUTY == office & _DEPUTY
    )


def _office(term: Term, person: Person, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the words by which a text may print an office, those for its country included."""
    known = _offices(gazetteer)
    key = person.id, term.office
    if key not in known:
        country = gazetteer.countries.get(person.country or "")
        names = (country.name, *country.aka, *country.demonyms) if country else ()
        known[key] = _words(_spelt(term.office, person, gazetteer)).union(*map(_words, names))
    return known[key]


@lru_cache(maxsize=4)
def _offices(gazetteer: Gazetteer) -> dict[tuple[str, str], frozenset[str]]:
    """Return where the words of the offices of a gazetteer are kept, by person and office."""
    return {}


def _spelt(text: str, person: Person, gazetteer: Gazetteer) -> str:
    """Return a role with the short name of the person's party spelt out."""
    party = gazetteer.parties.get(person.party or "")
    if party and party.abbr and party.abbr in text:
        text = re.sub(rf"\b{re.escape(party.abbr)}\b", party.name, text)
    return text
