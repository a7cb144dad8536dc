"""Unnamed parties: `political parties of over 100 countries`, and how many there were at least."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from store.article import Unnamed
from store.wire.layout import Layout
from store.wire.lexicon import NUMBERS, counted
from store.wire.tokens import Line, word_set

_NUMBERS: Final = frozenset(NUMBERS)
_WORDS: Final = tuple(NUMBERS)[2:]
"""The numbers in words of which one counts: `two parties` are those named before."""

_COUNT: Final = r"\d[\d,]{0,6}|" + "|".join(_WORDS)
_BOUND: Final = r"(?:(over|more than|at least|nearly|almost|about|around|some|up to) )?"
_SORT: Final = (
    r"(?:(?:non-)?ruling|opposition|communist|workers['’]?|left(?:ist|-wing)?|progressive|socialist|political|foreign"
    r"|international|other|different|brother|fraternal)"
)
_OF_COUNTRIES: Final = re.compile(
    rf"(?:{_SORT}(?: and | or |, | )){{0,5}}parties (?:of|from|in|across) (?:all )?{_BOUND}({_COUNT})"
    r" (?:\w+ )?(?:countries|nations)",
    re.IGNORECASE,
)
_PARTIES: Final = re.compile(
    rf"{_BOUND}\b({_COUNT}) (?:{_SORT}(?: and | or |, | )){{0,5}}parties\b", re.IGNORECASE
)
_WORD: Final = re.compile("[Pp](?i:arties)")
_OF: Final = re.compile(r" (?:of|from|in|across) ", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_LONGEST: Final = 160
"""No phrase that ends in "parties" is longer."""

_BEHIND: Final = 80
"""Nor what follows: `of all of more than 100 friendly countries`."""

_UPWARDS: Final = frozenset(("", "over", "more than", "at least"))


def find_unnamed(layout: Layout, lines: Mapping[int, Line]) -> tuple[Unnamed, ...]:
    """Return each phrase that counts parties without naming them, once, in the order of the body."""
    found: dict[str, Unnamed] = {}
    for number, text in enumerate(layout.body):
        if "parties" not in text or (
            _NUMBERS.isdisjoint(lines[number].vocabulary) and not _DIGIT.search(text)
        ):
            continue
        for match in sorted(_matches(text), key=lambda m: m.start()):
            quote = match.group()
            found.setdefault(quote.casefold(), Unnamed(quote, number, _at_least(match)))
    return tuple(found.values())


def _matches(text: str) -> list[re.Match[str]]:
    """Return the phrases found, of two that overlap only the one that names countries."""
    countries, counted, past = [], [], 0
    for word in _WORD.finditer(text):
        begin = max(past, word.start() - _LONGEST)
        past = word.end()
        abroad = _OF.match(text, past) is not None and _is_of_countries(text[past : past + _BEHIND])
        of_countries = _OF_COUNTRIES.search(text, begin, past + _BEHIND) if abroad else None
        match = _PARTIES.search(text, begin, past) if _is_counted(text[begin : word.start()]) else None
        if of_countries:
            countries.append(of_countries)
        elif match:
            counted.append(match)
    return countries + counted


def _is_of_countries(behind: str) -> bool:
    """Tell whether countries are spoken of behind "parties": looked for first, because it is found fast."""
    behind = behind.casefold()
    return "countries" in behind or "nations" in behind


def _is_counted(before: str) -> bool:
    """Tell whether a number stands before the sort of parties: the pattern would try it at every letter."""
    for word in reversed(before[:-1].casefold().split(" ")):
        if word.rstrip(",") not in _BETWEEN:
            return word[-1:].isdecimal() or word.endswith(_COUNTED)
    return False


_BETWEEN: Final = word_set(
    "and or ruling non-ruling opposition communist workers workers' workers’ leftist left-wing left "
    "progressive socialist political foreign international other different brother fraternal"
)
"""What may stand between a number and "parties"."""

_COUNTED: Final = (*_WORDS, ",")
"""How a number in words or thousands ends."""


def _at_least(match: re.Match[str]) -> int | None:
    """Return the number as a lower bound; None where the text only says it was near that."""
    if (match.group(1) or "").lower() not in _UPWARDS:
        return None
    return counted(match.group(2).replace(",", ""))
