"""Contacts: which parties met, and the sentence that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from store.article import STANDFIRST, Contact, Mention, Unnamed
from store.wire.encounters import Encounter, encounters
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.lexicon import OFFICE_HEADS
from store.wire.names import Named
from store.wire.pronouns import sender, who_met
from store.wire.receptions import guest, receives, reception
from store.wire.tokens import Line, word_set
from store.wire.unnamed import find_unnamed

_STOPS: Final = word_set(
    "that to after before during when while where which who whom following ahead until since as because "
    "if whether ; : said says told added noted stressed affirmed in on at for from by about regarding "
    "concerning over via within message messages letter letters greetings congratulations telegram "
    "support encouragement gifts"
)
"""Words at which the other side of a meeting ends."""

_ADJUNCTS: Final = word_set("in on at here via by over during for")
_CLAUSE: Final = word_set("that which where when while ; : said says added noted stressed affirmed")
_APART: Final = word_set("that to on from by against about after before with for in at said")
"""Words that keep two parties from standing side by side as `X and Y`."""

_STAFF: Final = OFFICE_HEADS | word_set(
    "delegation delegations leaders officials representatives commission committee central general group "
    "team secretary international external department side politburo envoys members chairman"
)
"""What a party's 's is followed by where its people act."""

_LONGEST: Final = 250
"""Tokens of the longest sentence that is read; what is longer is a list or no prose."""

_SENT: Final = word_set("led headed delegation delegations officials representatives leaders group mission")
"""Words after which `by` and `from` say whose people the other side is."""

_PASSED: Final = (
    ("which", "was", "led", "by"), ("which", "is", "led", "by"), ("which", "was", "headed", "by"),
    ("as", "well", "as"),
)  # fmt: skip
"""Words that look like an end of the other side, and go on with it."""

_NEAR: Final = 16
_FAR: Final = 30


class _Actor(NamedTuple):
    """A party or somebody acting for one, at tokens of a line."""

    start: int
    end: int
    party: str


def find_contacts(
    layout: Layout, named: Named, gazetteer: Gazetteer
) -> tuple[tuple[Contact, ...], tuple[Unnamed, ...]]:
    """Return the meetings of two parties, each pair and kind once, and the parties that go unnamed."""
    found: dict[tuple[frozenset[str], str], Contact] = {}
    mentions: dict[int, list[Mention]] = {}
    for mention in named.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    entities = {e.id: e for e in named.entities}
    above: list[Mention] = []
    sent: str | None = None
    host: str | None = None
    for number, text in _paragraphs(layout):
        here = mentions.get(number, [])
        parties = {_party_of(m, named) for m in here} - {None}
        sent = sender(text, here) or sent
        he = who_met(text, here, above, named.party_of, sent)
        above = here
        if not parties or not (len(parties) > 1 or he or host or receives(entities, here)):
            continue
        line = named.lines[number]
        starts = [m.start for m in here]
        for begin, end in line.sentences():
            first = bisect_left(starts, line.starts[begin])
            inside = here[first : bisect_left(starts, line.ends[end - 1], first)]
            actors = _actors(line, named, inside)
            if he and line.starts[begin] <= he[0] < line.ends[end - 1]:
                at = bisect_left(line.starts, he[0])
                actors = sorted([*actors, _Actor(at, at + 1, he[1])])
            for sort, contact in _met(line, actors, begin, end):
                found.setdefault((frozenset(contact.parties), sort), contact)
            visit = guest(line, begin, end, named.party_of, inside, host) if host else None
            if visit:
                found.setdefault((frozenset(visit.parties), "meeting"), visit)
            host = host or reception(line, begin, end, entities, inside)
    return tuple(found.values()), find_unnamed(layout)


def _met(line: Line, actors: list[_Actor], begin: int, end: int) -> Iterator[tuple[str, Contact]]:
    """Yield the meetings that one sentence tells of, each with its sort."""
    if len({a.party for a in actors}) < 2 or end - begin > _LONGEST:
        return
    for encounter in encounters(line, begin, end):
        for pair in _pairs(line, actors, encounter, begin, end):
            yield encounter.sort, Contact(pair, encounter.kind, line.number, line.slice(begin, end))


def _party_of(mention: Mention, named: Named) -> str | None:
    """Return the party that a mention names, or for which the person it names acts."""
    return mention.entity if mention.entity.startswith("party:") else named.party_of.get(mention.entity)


def _paragraphs(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield the body, then the standfirst for what only it says."""
    yield from enumerate(layout.body)
    if layout.standfirst:
        yield STANDFIRST, layout.standfirst


def _actors(line: Line, named: Named, mentions: Sequence[Mention]) -> list[_Actor]:
    """Return who of the people and parties mentioned in a sentence may meet, in order."""
    found = []
    for mention in mentions:
        party = _party_of(mention, named)
        if party is None:
            continue
        start, end = bisect_left(line.starts, mention.start), bisect_left(line.ends, mention.end) + 1
        if not (mention.entity == party and _is_possessor(line, end)):
            found.append(_Actor(start, end, party))
    return found


def _is_possessor(line: Line, end: int) -> bool:
    """Tell whether a party only owns what follows: `the CPV's policy`, unlike `the CPV's delegation`."""
    owned = line.folds[end + 1 : end + 2]
    return line.folds[end : end + 1] == ("'s",) and not (owned and owned[0] in _STAFF)


def _pairs(line: Line, actors: list[_Actor], met: Encounter, begin: int, end: int) -> list[tuple[str, str]]:
    """Return the pairs of parties that stand on the two sides of a meeting."""
    if met.between:
        sides = _side_by_side(line, [a for a in actors if a.start >= met.end])
        return _each_other(sides)
    left = _subject(line, actors, met, begin)
    right = _object(line, actors, met, end) if met.directed else []
    if right and not left:
        left = _main_clause(line, actors, right, begin, end)
    if right:
        return _crossed(left, right)
    return _each_other(left) if met.together else []


def _crossed(one: list[_Actor], other: list[_Actor]) -> list[tuple[str, str]]:
    pairs = [(a.party, b.party) for a in one for b in other if a.party != b.party]
    return list(dict.fromkeys(pairs))


def _each_other(sides: list[_Actor]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((a.party, b.party) for a, b in combinations(sides, 2) if a.party != b.party))


def _subject(line: Line, actors: list[_Actor], met: Encounter, begin: int) -> list[_Actor]:
    """Return who stands before the verb: the last actor of its clause, with those joined to it by "and"."""
    floor = max([at for at in range(begin, met.start) if line.folds[at] in _CLAUSE], default=begin)
    left = [
        a for a in actors if floor <= a.start and a.end <= met.start and not _in_aside(line, a, met.start)
    ]
    if not left and line.folds[floor] == ";":
        return [a for a in actors if a.end <= floor and not _in_aside(line, a, floor)][:1]
    return _side_by_side(line, left[::-1])[::-1]


def _in_aside(line: Line, actor: _Actor, verb: int) -> bool:
    """Tell whether an actor stands in `, who ...,` before the verb."""
    for at in range(actor.start - 1, max(-1, actor.start - _NEAR), -1):
        if line.folds[at] == ",":
            return False
        if line.folds[at] == "who":
            return "," in line.folds[actor.end : verb]
    return False


def _side_by_side(line: Line, actors: list[_Actor]) -> list[_Actor]:
    """Return the first actor and those that follow it as `X and Y`, going either way."""
    joined, listed = actors[:1], False
    for number, actor in enumerate(actors[1:], 1):
        last = joined[-1]
        low, high = (last.end, actor.start) if last.start < actor.start else (actor.end, last.start)
        between = line.folds[low:high]
        same = actor.party == last.party and len(between) < _NEAR
        if not same:
            following = actors[number + 1 : number + 2]
            ahead = line.folds[actor.end : following[0].start] if following else ()
            closes = "and" in ahead and len(ahead) <= _NEAR and _APART.isdisjoint(ahead)
            tied = "and" in between or "well" in between or ("," in between and (listed or closes))
            if not tied or len(between) > _NEAR or not _APART.isdisjoint(between):
                break
            listed = True
        joined.append(actor)
    return joined


def _object(line: Line, actors: list[_Actor], met: Encounter, end: int) -> list[_Actor]:
    """Return who follows the verb: the actors of its object, or of `with ...` after place and day."""
    by_start = {a.start: a for a in actors}
    found: list[_Actor] = []
    at, limit = met.end, min(end, met.end + _FAR)
    while at < limit:
        if at in by_start:
            found.append(by_start[at])
            at = by_start[at].end
            limit = min(end, at + _FAR)
            continue
        if line.folds[at] in _STOPS and line.folds[at - 1] not in _SENT:
            passed = next((words for words in _PASSED if line.folds[at : at + len(words)] == words), ())
            if passed:
                at += len(passed)
                continue
            adjunct = not found and line.folds[at] in _ADJUNCTS
            ahead = (_with(line, at, limit) or _delegation(line, at, limit)) if adjunct else 0
            if not ahead:
                break
            at = ahead
        at += 1
    urged = line.folds[at : at + 1] == ("to",) and line.folds[met.end - 1] == "on"
    return [] if urged else _side_by_side(line, found)


def _with(line: Line, at: int, limit: int) -> int:
    """Return the token of "with" after an adjunct of place, day or way; 0 if there is none."""
    for token in range(at, min(at + 12, limit)):
        if line.folds[token] == "with":
            return token
        if line.folds[token] in ("that", "to", "and", ";"):
            return 0
    return 0


def _delegation(line: Line, at: int, limit: int) -> int:
    """Return the token of "a" in `on Monday in Hanoi a delegation`, after an adjunct; 0 if there is none."""
    for token in range(at + 1, min(at + 9, limit)):
        if line.folds[token] in ("a", "the"):
            ahead = line.folds[token + 1 : min(token + 5, limit)]
            return token if not _SENT.isdisjoint(ahead) else 0
        if line.folds[token] in _CLAUSE:
            return 0
    return 0


def _main_clause(line: Line, actors: list[_Actor], right: list[_Actor], begin: int, end: int) -> list[_Actor]:
    """Return the subject that follows in `At a meeting with X, Y said`."""
    if line.folds[begin] not in (
        "at",
        "in",
        "during",
        "meeting",
        "receiving",
        "hosting",
        "following",
        "after",
    ):
        return []
    later = [a for a in actors if a.start > right[-1].end and "," in line.folds[right[-1].end : a.start]]
    between = line.folds[right[-1].end : later[0].start] if later else ()
    return later[:1] if _CLAUSE.isdisjoint(between) else []
