"""Bilaterals: talks of two countries' parties that no sentence tells alone, by who speaks in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from store.wire.cast import Sentence
from store.wire.encounters import CUES, encounters
from store.wire.neighbours import is_verb
from store.wire.tokens import word_set

_LEAD: Final = 2
"""In the first sentences stands that somebody was met."""

_NEAR: Final = 10
_NEVER: Final = word_set(
    "message messages letter letters telegram telegrams congratulations condolences greetings funeral "
    "elected died election will would"
)
"""In a lead with one of these, whoever speaks below need not be in the same room."""


_OF_MANY: Final = word_set("assembly summit politicians")
"""In a lead with one of these more than two have met, and nobody says who spoke with whom."""


def bilateral(heard: Sequence[Sentence], countries: Mapping[str, str | None]) -> tuple[str, str] | None:
    """Return the two parties, of two countries, for which somebody speaks where the lead tells of talks."""
    lead = heard[:_LEAD]
    if not lead or not (_NEVER | _OF_MANY).isdisjoint(lead[0].said) or not any(map(_is_told, lead)):
        return None
    spoke = list(dict.fromkeys([party for sentence in heard if (party := _speaker(sentence))]))
    if len(spoke) != 2 or countries.get(spoke[0]) in (None, countries.get(spoke[1])):
        return None
    return spoke[0], spoke[1]


def _is_told(sentence: Sentence) -> bool:
    """Tell whether a sentence tells of a meeting, of whomever."""
    cues = sentence.line.among(CUES)
    return bool(encounters(sentence.line, cues, sentence.begin, sentence.end))


def _speaker(sentence: Sentence) -> str | None:
    """Return the party of whoever says or does something in a sentence, named first in it."""
    actor = next((a for a in sentence.named if a.named), None)
    if actor is None or not actor.party:
        return None
    ahead = sentence.line.folds[actor.end : sentence.end]
    verb = next((i for i, folded in enumerate(ahead) if is_verb(folded) or folded == "gave"), -1)
    if verb < 0 or "who" in ahead[:verb]:
        return None
    return actor.party if verb < _NEAR or ahead[:1] == (",",) else None
