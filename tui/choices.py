"""Choices: what a picker offers, and what picking one does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from store.fold import fold
from tui.lines import Line, line

How = Literal["only", "leave out", "either"]
"""What a pick does: show only it, leave it out, or widen the value picked before."""

About = Literal["party", "date", "entity", "go"]
"""What a picker is for."""

State = Literal["", "on", "excluded"]
"""Whether a value filters already, and how."""

_BLOCKS: Final = "▃▄▅▆▇"


class Choice(NamedTuple):
    """One value that can be picked."""

    key: str
    """One or two letters or digits; empty where only the cursor gets there."""
    field: str
    """What it filters by: `party`, `date`, `person`..."""
    value: str
    """An id of an entity, else as the query knows it."""
    short: str
    """An abbreviation, else a word for the kind."""
    name: str
    texts: int | None
    """How many texts it would leave; None where that is not known, or not asked."""
    state: State = ""
    note: str = ""
    """What the name alone does not say."""
    course: tuple[int, ...] = ()
    """Its texts over time, in stretches that are the same for all choices of an offer."""


class Offer(NamedTuple):
    """What a picker shows."""

    about: About
    key: str
    """The key that opens it, shown in its head."""
    name: str
    choices: tuple[Choice, ...]
    span: tuple[str, str] = ("", "")
    """What stands at both ends of the courses: the first and the last year."""
    is_whole: bool = True
    """Whether these are all choices, with their counts; the rest is being counted."""
    may_end: bool = False
    """Whether Enter ends the picking, as long as the cursor has not been moved."""

    @property
    def most(self) -> int:
        """The greatest number in a course."""
        return max((number for one in self.choices for number in one.course), default=0)


def named(choices: Sequence[Choice], typed: str, *, either: bool = False) -> tuple[Choice, How] | None:
    """Return the choice that has the keys typed, and what picking it so does; None where none has them."""
    how: How = "either" if either else "leave out" if typed.isupper() else "only"
    return next(((one, how) for one in choices if one.key and one.key == typed.lower()), None)


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the choices that have all words typed somewhere in what they are called."""
    words = fold(typed).split()
    return [one for one in choices if _has(f"{one.short} {one.name} {one.note}", words)]


def _has(called: str, words: Iterable[str]) -> bool:
    known = fold(called)
    return all(word in known for word in words)


def spark(course: Sequence[int], most: int) -> Line:
    """Return numbers as a line of bars, one cell each: nothing is a low rule, the greatest number is full."""
    cells = [
        ("▁", "rule") if not number else (_BLOCKS[(number * len(_BLOCKS) - 1) // max(most, 1)], "bar")
        for number in course
    ]
    return line(*cells)
