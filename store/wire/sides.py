"""Sides: which of the actors of a sentence stand on the two sides of an encounter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from store.wire.actors import THINGS, Actor
from store.wire.lexicon import OFFICE_WORDS
from store.wire.neighbours import Unit, chain, is_verb, units
from store.wire.subjects import main_clause, subject
from store.wire.talks import Encounter
from store.wire.tokens import Line, word_set

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
    left = subject(line, actors, met.verb, begin, covered)
    right = _object(line, actors, met, end, covered) if met.directed else []
    if right and not left:
        left = main_clause(line, actors, right, met, begin)
    if right:
        beside = met.together and line.folds[met.end - 2] in _BESIDE
        concluded = bool(left) and met.together and met.kind in ("signing", "agreement")
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
