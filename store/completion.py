"""Completion: what of a filter stands at the cursor, and what could stand there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from store.fold import searchable
from store.terms import DATE_FIELDS, FIELDS

_PHRASE: Final = r'"(?:[^"]|"")*+(?:"|$)|[“„][^“”]*+(?:[“”]|$)'
_TERM: Final = re.compile(rf'(?:[^\s()|"“”„]|{_PHRASE})++')
_NAME: Final = re.compile(r'[-!]*+([^\s:,"“”„]++):')
_VALUE: Final = re.compile(rf'(?:[^,"“”„]|{_PHRASE})*+')
_SIGNS: Final = re.compile(r"[-!]*+")


class Slot(NamedTuple):
    """A place in a filter where a name of a field, a word or a value is being typed."""

    field: str | None
    """The field of which it is a value; None for a word, or the name of a field."""
    typed: str
    """What stands before the cursor, without quotes."""
    start: int
    end: int
    """From where to where a completion replaces the text."""
    rest: str
    """The filter without the whole condition."""

    @property
    def key(self) -> tuple[str | None, str]:
        """What is the same as long as the same candidates could stand here."""
        return self.field, self.rest


class Candidate(NamedTuple):
    """Something that could stand in a slot."""

    shown: str
    value: str
    """As query text, or the id of the entity that is meant."""
    texts: int | None = None
    """How many texts would have it."""
    is_entity: bool = False
    field: str | None = None
    """The field that goes with it, where the slot names none."""
    also: str = ""
    """The words of its other names, folded."""


def slot(text: str, cursor: int) -> Slot:
    """Return what stands at the cursor."""
    for term in _TERM.finditer(text):
        if term.start() <= cursor <= term.end():
            rest = " ".join((text[: term.start()] + " " + text[term.end() :]).split())
            return _in_term(term[0], term.start(), cursor, rest)
    return Slot(None, "", cursor, cursor, " ".join(text.split()))


def _in_term(term: str, start: int, cursor: int, rest: str) -> Slot:
    named = _NAME.match(term)
    if named is None or cursor < start + named.end():
        signs = _SIGNS.match(term)
        begins = start + (signs.end() if signs else 0)
        end = start + (named.end() if named else len(term))
        return Slot(None, text_before(term, start, begins, cursor), min(begins, cursor), end, rest)
    at = named.end()
    while True:
        value = _VALUE.match(term, at)
        end = value.end() if value else at
        if start + end >= cursor or end >= len(term):
            break
        at = end + 1
    field, begins = named[1].lower(), start + at
    typed = text_before(term, start, begins, cursor)
    if field in DATE_FIELDS and ".." in typed:
        begins += typed.rfind("..") + 2
        typed = typed.rpartition("..")[2]
    return Slot(field, typed, begins, start + end, rest)


def text_before(term: str, start: int, begins: int, cursor: int) -> str:
    """Return what of a condition stands between a place and the cursor, without its opening quote."""
    return term[begins - start : max(begins, cursor) - start].lstrip('"“„').rstrip('"“”')


def fields(typed: str) -> list[Candidate]:
    """Return the fields whose name begins so."""
    return [Candidate(f"{name}:", f"{name}:") for name in FIELDS if name.startswith(typed.lower())]


def matching(candidates: Iterable[Candidate], typed: str) -> list[Candidate]:
    """Return the candidates of which a word begins so, or a word of another name of theirs.

    Where nothing is typed, those that find a text.
    """
    begun = searchable(typed)
    if not begun:
        return [one for one in candidates if one.texts != 0]
    return [one for one in candidates if f" {begun}" in f" {searchable(one.shown)} · {one.also}"]


def completed(text: str, place: Slot, value: str) -> tuple[str, int]:
    """Return a filter with a value in a slot, and where the cursor stands then."""
    return text[: place.start] + value + text[place.end :], place.start + len(value)
