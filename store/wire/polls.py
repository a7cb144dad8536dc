"""Polls: elections that a text names without their year: `Sunday's run-off`, `three weeks after the vote`.

Each is one of the known elections of a country in the text. What stands around its name says how far from it
the event lies, so each of them allows some days; other clues say which of them is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.fold import fold, words
from store.wire.ballots import (
    Poll,
    countries_of,
    days_of,
    is_in_series,
    of_voters,
    relevant_polls,
    series_said,
)
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, Weight, one_of, sentence_end, sentence_start
from store.wire.distances import Relation
from store.wire.gazetteer import Gazetteer
from store.wire.hints import POLL_HEADS
from store.wire.lexicon import POLL_HOUSES, POLL_KINDS, POLL_STRANGERS, ordinal
from store.wire.names import Named
from store.wire.outcomes import is_claimed, is_sought, outcomes, result_of, told_when
from store.wire.printed import MONTH, MONTH_NAME, YEAR, spoken
from store.wire.rounds import round_of
from store.wire.tokens import Line, straight, word_set
from store.wire.winners import fitting
from store.wire.winning_parties import (
    fought_by,
    own_party,
    while_it_was,
    winning_party,
    won_by_party,
    won_by_runner,
)

_HEAD: Final = re.compile(
    r"(?<![\w-])(?P<head>by-?elections?|by-?polls?|elections?|polls?|run-?offs?|referendum|plebiscite|vote|ballot)"
    r"(?![\w-])"
    r"(?! (?:commission|committee|board|law|campaign rally|watchers?|observers?|station"
    r"|of [A-Z](?![a-z]+ \d)|as ))",
    re.I,
)
_YEAR_BESIDE: Final = re.compile(
    r"^\W{1,2}(?:(?:which|that) (?:is|was) )?(?:(?:due|set|scheduled|slated|planned|expected|held|called) )?"
    r"(?:to be held |to take place )?(?:in |of |on |for |by )?(?:the |early |late |mid-?)?"
    rf"(?:[A-Z][a-z]+ )?(?:\d\d?,? )?{YEAR}"
)
_YEAR_BEFORE: Final = re.compile(rf"{YEAR}(?:[\s-]\w+){{0,2}}\s$")
_INNER: Final = re.compile(
    r"\b(?:leadership|floor[- ]leader(?:ship)?|chairmanship)(?: role| post| race| contest| job)? in "
    r"(?:[\w’'-]+ ){1,4}$"
)
"""What stands before a vote of a party's own: `for its leadership role in this week's election`."""

_FOR_CANDIDACY: Final = re.compile(
    r"[^.;]{0,40}?\b(?:to (?:be|become|choose|pick|select) [^.;,]{0,50}|for [^.;,]{0,40})"
    r"\b(?:candidate|candidacy|nominee|nomination|ticket)\b"
)
"""What stands behind one in which a party votes: `a run-off on Sunday to become the Socialist candidate`."""

_PUBLIC: Final = re.compile(r"[’']s? |day |\b(?:last|recent|this|next|early|snap|general) ")
"""What makes a parliamentary vote one of the people: `last week's`, `Sunday's`; else members vote in it."""

_BESIDE: Final = 3
"""So many words before the head may make it another election."""

_NEAREST: Final = 150
"""A day or a month without a year is the nearest: so many days away it tells the year."""

_ENDS: Final = word_set(
    "in of after before for on at to with and from since ahead won wins win winning swept sweeps lost loses "
    "losing lose boycotted boycotts contested dominated fought survived called rejected"
)
"""Words before which those that tell an election apart do not stand."""

_LOOSE: Final = frozenset({"vote", "poll", "ballot", "polls"})
"""Heads that are elections only where the words before them make them so."""


_ALONE: Final = re.compile(
    rf"[’']s (?:[\w-]+ )?$|\b(?:first|second)[- ]round $"
    rf"|\b(?:snap|early|the|the {MONTH_NAME}|(?:the|for|before|after|of) {MONTH} \d{{1,2}}) $"
)
"""What makes them so without a word for the kind of vote: `the April vote`."""


class _Named(NamedTuple):
    """An election as a text names it."""

    kinds: frozenset[str]
    countries: frozenset[str]
    number: int | None
    round: str


def poll_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Named, gazetteer: Gazetteer, past: date
) -> Iterator[Clue]:
    """Yield a clue for each election that a text names without its year, with the days that it allows.

    Args:
        past: The year to which the text looks back begins here: what is ahead lies behind that year.
    """
    shelves: dict[frozenset[str], list[Poll]] = {}
    for number in passages.having("poll"):
        text = passages.texts[number]
        for match in _heads(text, passages.lines[number]):
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            left, right = text[begin : match.start()], text[match.end() : end]
            if _YEAR_BESIDE.match(right) or _YEAR_BEFORE.search(left[-40:]) or _INNER.search(left[-80:]):
                continue
            if _FOR_CANDIDACY.match(right):
                continue
            found = _read(match["head"].lower(), left, right, gazetteer)
            if found is None or (found.round == "run-off" and is_sought(left)):
                continue
            relation = told_when(found.round, left, right, number, far=number in passages.far())
            if relation is None:
                continue
            shelf = shelves.get(found.countries)
            if shelf is None:
                shelf = relevant_polls(passages, named, gazetteer, found.countries)
                shelves[found.countries] = shelf
            quote = text[begin + relation.start : match.end()] if relation.start >= 0 else match[0]
            behind = relation.direction >= 0
            later = shelf if behind else [p for p in shelf if p.start.year > past.year]
            if series := series_said(left, right):
                later = [p for p in later if is_in_series(p, shelf, *series)]
            later = _of_place(later, found, text[begin:end], match.span(), begin, gazetteer)
            if behind and number <= 0 and len(later) > 1:
                later = [p for p in later if found.kinds <= p.kinds]
                later = _won_by(later, named, number, match, (begin, end), gazetteer)
            options = _options(quote, number, found, relation, later)
            if not options and number <= 0 and (result := result_of(left)):  # `conceded it on Friday`
                options = _options(text[begin + result.start : match.end()], number, found, result, later)
            on_a_day = relation.weekday is not None and passages.layout.dateline_date is not None
            if not (on_a_day or is_claimed(left)):
                options = fitting(options, number, (begin, end), bearers, gazetteer)
            yield from one_of(options)
    yield from _outcome_clues(passages, bearers, named, gazetteer)


def _of_place(
    polls: list[Poll],
    found: _Named,
    sentence: str,
    head: tuple[int, int],
    begin: int,
    gazetteer: Gazetteer,
) -> list[Poll]:
    """Return those of some elections that are of the place whose vote a sentence tells of."""
    start, end = head[0] - begin, head[1] - begin
    if "by" not in found.kinds:
        return of_voters(polls, found.kinds, found.countries, sentence, end, gazetteer)
    beside = fold(straight(sentence[max(0, start - 60) : start] + sentence[end : end + 40]))
    return [p for p in polls if p.region in beside]


def _outcome_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Named, gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield a clue for each vote that is named by its outcome alone: `two months after his re-election`."""
    shelf: list[Poll] | None = None
    telling = passages.having("outcome")
    for number in [far for far in passages.far() if far in telling] if telling else ():
        text = passages.texts[number]
        for match, relation, left in outcomes(text):
            shelf = relevant_polls(passages, named, gazetteer) if shelf is None else shelf
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            told = _Named(frozenset({"plain"}), frozenset(), None, "")
            options = _options(left[relation.start :] + match[0], number, told, relation, shelf)
            yield from one_of(fitting(options, number, (begin, end), bearers, gazetteer))


def _won_by(
    shelf: list[Poll],
    named: Named,
    number: int,
    head: re.Match[str],
    sentence: tuple[int, int],
    gazetteer: Gazetteer,
) -> list[Poll]:
    """Return those of several elections that whoever may have won which a lead calls the winner."""
    begin, end = sentence
    before = head.string[: head.start()]
    own = [m for m in named.mentions if m.paragraph == number]
    people = [m for m in own if m.entity.startswith("person:")]
    parties = {m.entity for m in own if begin <= m.start < end and m.entity.startswith("party:")}
    if parties:
        shelf = while_it_was(shelf, parties, head.string[begin:end], gazetteer)
    shelf = fought_by(shelf, {m.entity for m in people if begin <= m.start < end}, gazetteer)
    shelf = won_by_runner(shelf, people, before, begin, len(before), gazetteer) if people else shelf
    mentions = [m for m in own if m.entity.startswith("party:")]
    winner = winning_party(mentions, before, begin, len(before)) if mentions else None
    winner = winner or own_party(people, before, begin, len(before), gazetteer)
    if winner is None:
        return shelf
    return won_by_party(shelf, winner, head.string[begin:end], gazetteer)


def _heads(text: str, line: Line) -> Iterator[re.Match[str]]:
    """Yield the words of a paragraph that may be the head of an election's name, in order."""
    folds, starts = line.folds, line.starts
    for at in line.among(POLL_HEADS):
        prefixed = at > 1 and folds[at - 1] == "-"  # `by-election`, `run-off`
        match = (_HEAD.match(text, starts[at - 2]) if prefixed else None) or _HEAD.match(text, starts[at])
        if match:
            yield match


def _read(head: str, left: str, right: str, gazetteer: Gazetteer) -> _Named | None:
    """Return what the words around the head of a name say of the election; None where it is another's."""
    printed = left[-90:].split()[-6:]
    told = words(straight(" ".join(printed)).replace("'s ", " ").replace("-", " "))
    if head.startswith("by"):
        return _Named(frozenset({"by"}), frozenset(), None, "")
    kinds: set[str] = {"referendum"} if head in ("referendum", "plebiscite") else set()
    countries: set[str] = set()
    number, housed = None, False
    for back, word in enumerate(reversed(told)):
        if word in _ENDS:
            break
        if word in POLL_STRANGERS and back < _BESIDE:
            return None
        house = POLL_HOUSES.get((told[-back - 2], word)) if back + 1 < len(told) else None
        kind = house or (POLL_KINDS.get(word) if not housed else None)
        kinds |= {kind} if kind else set()
        housed = house is not None
        number = number or ordinal(word)
        if place := gazetteer.demonyms.get(word):
            countries.add(place.country or "")
    countries |= countries_of(printed, gazetteer)
    if head in _LOOSE and not kinds and not _ALONE.search(left):
        return None
    if head == "vote" and left.endswith("parliamentary ") and not _PUBLIC.search(left[-50:]):
        return None
    which = round_of(head, left, right)
    if which is None:
        return None
    return _Named(frozenset(kinds or {"plain"}), frozenset(countries), number, which)


_NUMBERED: Final = 366
"""Which year it is, `the 14th general election last year` and `next April's` tell by themselves."""

_DECLARED: Final = timedelta(days=3)
"""So long it is news who won, where it is known by the evening of one day."""

_new: Final = tuple.__new__  # as `Clue` does itself, in half the time


def _options(quote: str, number: int, said: _Named, relation: Relation, shelf: list[Poll]) -> list[Clue]:
    """Return what each of the elections says that may be meant."""
    options: list[Clue] = []
    for poll in shelf:
        if not said.kinds <= poll.kinds or (said.countries and poll.event.country not in said.countries):
            continue
        if said.number and poll.event.number and said.number != poll.event.number:
            continue
        for day in days_of(poll, said.round, relation):
            if allowed := relation.around(day):
                if day == poll.event.declared and relation.kind == "outcome":
                    allowed = day, min(allowed[1], day + _DECLARED)
                says = f"{poll.event.name}: {spoken(day)}"
                subject, source = f"the {poll.event.name}", poll.event.source
                yearly = bool(said.number) and said.number == poll.event.number and relation.unit == "year"
                weight: Weight = "dated" if yearly else relation.weight
                near = min(max(day, allowed[0]), allowed[1]) if weight == "dated" else None
                told = ("election", quote, number, says, *allowed, weight, near, subject, source)
                turned = relation.month is not None and relation.kind == "calendar"
                reach = _NUMBERED if yearly or turned else _NEAREST if relation.month else 60
                options.append(_new(Clue, (*told, (), reach, relation.names_its_day)))
    return options
