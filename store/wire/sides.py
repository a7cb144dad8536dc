"""Sides: which of the actors of a sentence stand on the two sides of an encounter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from store.wire.actors import THINGS, Actor
from store.wire.lexicon import OFFICE_WORDS
from store.wire.neighbours import Unit, chain, is_verb, units
from store.wire.talks import Encounter
from store.wire.tokens import Line, word_set

_CLAUSE: Final = word_set(
    "that which where when while after before ; : said says added noted stressed affirmed"
)
_STOPS: Final = word_set(
    "that to while which who whom because as if whether ; : said says added noted stressed "
    "affirmed message messages letter letters greetings congratulations telegram support "
    "encouragement gifts criticism opposition resistance anger approval but whose where when than unless"
)
"""Words at which the other side of a meeting ends."""

_ADJUNCTS: Final = word_set(
    "in on at via by over during for about regarding concerning within after before until since "
    "following ahead "
    "against under through among near inside outside towards toward"
)

_OFF: Final = word_set("sidelines office headquarters home seat invitation behalf")
_BESIDE: Final = word_set("together along jointly")
_NEAR: Final = 16
_FAR: Final = 34


def pairs(
    line: Line, actors: Sequence[Actor], met: Encounter, begin: int, end: int, covered: frozenset[int]
) -> list[tuple[str, str]]:
    """Return the pairs of parties that stand on the two sides of a meeting.

    `covered` are the tokens of bodies, places and events, whose words tie and part nobody.
    """
    if met.between:
        both = chain(line, [a for a in actors if a.start >= met.end], covered)
        return _each_other(both) if both and _took_place(line, both[-1], end) else []
    left = _subject(line, actors, met.verb, begin, covered)
    right = _object(line, actors, met, end, covered) if met.directed else []
    if right and not left:
        left = _main_clause(line, actors, right, met, begin)
    if right:
        beside = met.together and line.folds[met.end - 2] in _BESIDE
        concluded = met.together and met.kind in ("signing", "agreement")
        return _each_other([*left, *right]) if beside or concluded else _crossed(left, right)
    return _each_other(left) if met.together else []


def _took_place(line: Line, last: Unit, end: int) -> bool:
    """Tell whether what was between two is not said to be planned or put off."""
    after = line.folds[last[-1].end : min(last[-1].end + 6, end)]
    said = after[: after.index(",")] if "," in after else after
    return _NOT_YET.isdisjoint(said) and _PUT_OFF.isdisjoint(after)


_NOT_YET: Final = word_set("may might could will would should not never likely possible unlikely off")
_PUT_OFF: Final = word_set(
    "postponed cancelled canceled planned scheduled due expected shelved delayed scrapped"
)
"""The same, even behind a comma."""


def _crossed(one: Sequence[Unit], other: Sequence[Unit]) -> list[tuple[str, str]]:
    found = [(a[0].party, b[0].party) for a in one for b in other]
    return list(dict.fromkeys([(a, b) for a, b in found if a and b and a != b]))


def _each_other(sides: Sequence[Unit]) -> list[tuple[str, str]]:
    found = [(a[0].party, b[0].party) for a, b in combinations(sides, 2)]
    return list(dict.fromkeys([(a, b) for a, b in found if a and b and a != b]))


def _subject(
    line: Line, actors: Sequence[Actor], verb: int, begin: int, covered: frozenset[int]
) -> list[Unit]:
    """Return who stands before the verb: the last actor of its clause, with those joined to it by "and"."""
    floor = _clause_start(line, begin, verb)
    left = _foremost(line, [a for a in actors if floor <= a.start], verb, begin)
    if not left and _is_relative(line, floor, verb):
        left = _foremost(line, actors, floor, begin)
    if not left and _is_said_at(line, floor, verb):
        left = _foremost(line, actors, floor, begin)
    if not left and (
        line.folds[floor] == ";"
        or not _THEY.isdisjoint(line.folds[floor:verb])
        or _goes_on(line, floor, verb)
    ):
        left = _unquoted(line, _foremost(line, actors, floor, begin), begin, floor)
        if line.folds[floor] == ";":
            left = left[:1]
    and_others = bool(left) and "and" in line.folds[left[-1].end : min(left[-1].end + 5, verb)]
    return chain(line, left, covered, backwards=True, tied=and_others)


def _clause_start(line: Line, begin: int, end: int) -> int:
    """Return the last word before a token that begins a clause, else the first of the sentence."""
    said = line.folds[begin + 1 : end]
    if _CLAUSE.isdisjoint(said):
        return begin
    return begin + 1 + max([at for at, folded in enumerate(said) if folded in _CLAUSE])


_THEY: Final = word_set("they both two it")


def _is_relative(line: Line, floor: int, start: int) -> bool:
    """Tell whether a relative clause begins at a token and a comma ends it before the main verb."""
    folds = line.folds
    return folds[floor] in _RELATIVE and folds[floor - 1] not in _SAID and "," in folds[floor + 2 : start]


_RELATIVE: Final = word_set("that which where who")


def _unquoted(line: Line, actors: list[Actor], begin: int, end: int) -> list[Actor]:
    """Return the actors behind the last quotation before a token: those in it are only spoken of."""
    last = max([i for i in range(begin, end) if line.words[i] in _QUOTES], default=-1)
    return [a for a in actors if a.start > last] if last >= 0 else actors


_QUOTES: Final = frozenset('"”’“')


def _foremost(line: Line, actors: Sequence[Actor], end: int, begin: int) -> list[Actor]:
    """Return the actors before a token but those in asides, unless they say for whom the one before acts."""
    found: list[Actor] = []
    for actor in actors:
        if actor.end > end:
            break
        if (found and found[-1].party == actor.party) or not _in_aside(line, actor, end, begin):
            found.append(actor)
    return found


def _is_said_at(line: Line, floor: int, start: int) -> bool:
    """Tell whether a meeting is where its subject `said this`, or after which he did."""
    said = next((at for at in range(floor, max(floor - 5, -1), -1) if line.folds[at] in _SAID), -1)
    between = line.folds[said + 1 : start + 1]
    return said >= 0 and len(between) < 8 and not _AT.isdisjoint(between) and not {"that", ","} & set(between)


_SAID: Final = word_set("said added noted stressed affirmed remarked")
_AT: Final = word_set("at during after in following")


def _goes_on(line: Line, floor: int, start: int) -> bool:
    """Tell whether the verb is a participle right behind `after`: the subject is that of the main clause."""
    return line.folds[floor] in ("after", "before", "while", "when") and line.folds[start].endswith("ing")


def _in_aside(line: Line, actor: Actor, verb: int, begin: int) -> bool:
    """Tell whether an actor stands in `, who ...,` or `that back NAME,` before the verb."""
    if "," not in line.folds[actor.end : verb]:
        return False
    for at in range(actor.start - 1, max(begin - 1, actor.start - _NEAR), -1):
        folded = line.folds[at]
        if folded == ",":
            return False
        if folded in _ASIDE or (folded == "that" and at + 1 < actor.start and _is_verbal(line, at + 1)):
            return True
    return False


def _is_verbal(line: Line, at: int) -> bool:
    """Tell whether a word behind "that" is no subject."""
    return line.words[at][0].islower() and line.folds[at] not in _DETERMINERS


_ASIDE: Final = word_set("who whose which")
_DETERMINERS: Final = word_set("the a an his her its their both two")


def _object(
    line: Line, actors: Sequence[Actor], met: Encounter, end: int, covered: frozenset[int]
) -> list[Unit]:
    """Return who follows the verb: its object, with those joined to it."""
    later = [a for a in actors if a.start >= met.end]
    while later and (_is_beside(line, met.end, later[0]) or _is_thing(line, met.end, later[0])):
        later = later[len(units(later)[0]) :]
    if not later or later[0].start - met.end > _FAR:
        return []
    between = line.folds[met.end : later[0].start]
    if line.folds[met.end - 1] == "of" and not covered.isdisjoint((met.end, met.end + 1)):
        return []
    urging = line.folds[met.end - 1] == "on" or line.folds[met.start] == "told"
    if not _reaches(between) or (urging and _is_urged(line, later, end)):
        return []
    return chain(line, later, covered)


def _is_urged(line: Line, later: Sequence[Actor], end: int) -> bool:
    """Tell whether `called on X to ...`, `told X to ...` goes on, and nobody was met."""
    at = later[0].end
    if line.folds[at : at + 1] == ("(",):
        at += 3
    last = min(end, at + _URGED)
    for to in range(at, last):
        if line.folds[to] in _PAUSES:
            break
        if line.folds[to] == "to":
            return to == at or line.folds[to + 1 : to + 2] == () or line.folds[to + 1] not in _AIMS
    return False


_URGED: Final = 12
_PAUSES: Final = frozenset(",;.:")
_AIMS: Final = word_set(
    "discuss brief convey congratulate pay thank present hand express exchange bid wish review talk inform "
    "offer seek explore deliver invite introduce"
)
"""What somebody calls on another to do himself."""


def _is_beside(line: Line, start: int, actor: Actor) -> bool:
    """Tell whether an actor is only where or when it was: `at the headquarters of the PARTY`."""
    before = line.folds[start : actor.start]
    if _BESIDE_OF.isdisjoint(before):
        return False
    led = {i + 1 for i, f in enumerate(before) if f in ("led", "headed", "sent", "chaired")}
    preps = [i for i, f in enumerate(before) if f in _BESIDE_OF and i not in led]
    if not preps or before[preps[-1]] == "with":
        return False
    words = before[preps[-1] + 1 :]
    return all(w in ("the", "a", "of", "its", "his", "her") or w in _OFF for w in words)


_BESIDE_OF: Final = _ADJUNCTS | {"with"}


def _is_thing(line: Line, start: int, actor: Actor) -> bool:
    """Tell whether an actor is only whose something was: `the election of NAME`, `NAME's decision`."""
    of = actor.start - 1
    while of > start and (line.folds[of] in OFFICE_WORDS or line.words[of][0].isupper()):
        of -= 1
    of -= line.folds[of] == "the"
    owned = (
        line.folds[actor.end + 1 : actor.end + 3] if line.folds[actor.end : actor.end + 1] == ("'s",) else ()
    )
    thing = line.folds[of] in ("of", "by") and line.folds[of - 1] in THINGS if of > start else False
    return thing or not THINGS.isdisjoint(owned)


def _reaches(between: Sequence[str]) -> bool:
    """Tell whether the words between a verb and an actor let it be the object."""
    if "led" in between and _WAS_LED in zip(between, between[1:], between[2:], strict=False):
        between = [f for f in between if f not in ("which", ",")]
    if "to" in between:
        between = [
            f
            for f, before in zip(between, ("", *between), strict=False)
            if f != "to" or before not in _POSTED
        ]
    if not _STOPS.isdisjoint(between):
        return False
    if "and" in between and any([f == "and" and is_verb(after) for f, after in pairwise(between)]):
        return False
    if "," not in between:
        return True
    comma = max([i for i, f in enumerate(between) if f == ","])
    return comma == len(between) - 1 or not _GOING_ON.isdisjoint(between[comma + 1 : comma + 3])


_POSTED: Final = word_set("ambassador envoy adviser advisor assistant aide")
"""Behind these "to" opens no clause: `met Ambassador to Japan NAME`."""

_WAS_LED: Final = ("which", "was", "led")
_GOING_ON: Final = word_set("with including namely led headed")


def _main_clause(
    line: Line, actors: Sequence[Actor], right: Sequence[Unit], met: Encounter, begin: int
) -> list[Unit]:
    """Return the subject that follows in `At a meeting with X, Y said`."""
    opening = line.folds[begin]
    after = met.start > begin and _goes_on(line, met.start - 1, met.start)
    if opening not in _OPENINGS and not opening.endswith("ing") and not after:
        return []
    last, theirs = right[-1][-1].end, {unit[0].party for unit in right}
    later = [
        a for a in actors if a.start > last and a.party not in theirs and "," in line.folds[last : a.start]
    ]
    between = line.folds[last : later[0].start] if later else ()
    return [later[:1]] if _CLAUSE.isdisjoint(between) and later else []


_OPENINGS: Final = word_set("at in during following after on earlier later while when upon")
