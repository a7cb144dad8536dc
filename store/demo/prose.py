"""Prose: sentences with names in braces, read once, to be filled in again and again.

`{A}` is a party in full with its letters behind it, `{A.name}` without, `{A.abbr}` the letters alone; B is
the party that it meets and D a third. `{P}` is who acts for A, `{P.role}` the office, `{P.last}` the short
form, which the first time gives name and office all the same; Q acts for B, R for A again, S for D; W is
nobody's, with `{W.trade}`. `{C}` is the dateline's town, `{L}` another, `{V}` a village, `{O}` a body,
`{E}` a congress of A, `{N}` a newspaper, another each time; `{when}`, `{topic}`, `{count}`, `{begun}`,
`{goal}` are the same wherever they stand in a text. All else is drawn anew each time from the words under
that heading; `{matter}` is one of the goods and one of the tasks. A capital makes the word begin a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from store.demo.cast import cast
from store.demo.chance import Chance, often
from store.demo.sheets import words_under

NAMES: Final = (
    "A.name", "A.abbr", "B.name", "B.abbr", "D.name", "D.abbr",
    "P", "P.last", "Q", "Q.last", "R", "R.last", "S", "S.last", "W", "W.last",
    "O", "C", "L", "V", "E", "N",
)  # fmt: skip
"""What is noted where it stands, in the order of the values of a scene."""

PLAIN: Final = (
    "P.role", "Q.role", "R.role", "S.role", "W.trade",
    "when", "topic", "Topic", "count", "begun", "goal",
)  # fmt: skip
"""What a text has of its own besides names, in the order of the values of a scene behind the names."""

SLOT: Final = {name: number for number, name in enumerate((*NAMES, *PLAIN))}
"""The place of each value in a scene."""

PAPER: Final = SLOT["N"]
"""The place of the newspaper, which no scene settles."""

NAMED: Final = len(NAMES)
"""Values before this place are names."""

_INTRODUCED: Final = {
    "P.last": "{A.abbr} {P.role} {P}", "Q.last": "{B.abbr} {Q.role} {Q}", "R.last": "{A.abbr} {R.role} {R}",
    "S.last": "{D.abbr} {S.role} {S}", "W.last": "{W}, {W.trade},",
}  # fmt: skip
"""How those are called who have not been named in full yet."""

_BRACES: Final = re.compile(r"\{([\w.]+)\}")

_END: Final = -1

Draw = tuple[Sequence[str], float, int]
"""Words, and the two numbers by which the n-th is drawn 1/n times as often as the first: see `Page.put`."""


class Piece(NamedTuple):
    """A stretch of a sentence, with `%s` for each word that is drawn, and the value that follows it."""

    pattern: str
    draws: tuple[Draw, ...]
    slot: int
    """The place of the value in a scene; below 0 at the end of the sentence."""


Sentence = tuple[Piece, ...]
"""A sentence to be filled in."""


def sentence(written: str) -> Sentence:
    """Read a sentence as it is written in the files."""
    pieces: list[Piece] = []
    parts = _BRACES.split(_in_full(written).replace("%", "%%"))
    pattern, draws = parts[0], list[Draw]()
    for name, letters in zip(parts[1::2], parts[2::2], strict=True):
        if name in SLOT:
            pieces.append(_piece(pattern, draws, SLOT[name]))
            pattern, draws = letters, []
        else:
            pattern += f"%s{letters}"
            draws.append(_draw(name))
    return (*pieces, _piece(pattern, draws, _END))


def _piece(pattern: str, draws: list[Draw], slot: int) -> Piece:
    return Piece(pattern if draws else pattern % (), tuple(draws), slot)


@cache
def introductions() -> list[Sentence]:
    """Return, by slot, the words that introduce whom a short form means; none for what is no short form."""
    return [sentence(_INTRODUCED[name]) if name in _INTRODUCED else () for name in NAMES]


def trades() -> list[str]:
    """Return what people do for a living."""
    return _pool("trades")


def matter(rnd: Chance) -> str:
    """Return what politics is about: a good and a task."""
    return f"{often(_pool('goods'), rnd)} {often(_pool('tasks'), rnd)}"


def capital(word: str) -> str:
    """Return a word as it begins a sentence."""
    return word[:1].upper() + word[1:]


def _in_full(written: str) -> str:
    written = re.sub(r"\{([ABD])\}", r"{\1.name} ({\1.abbr})", written)
    written = re.sub(r"\b([Aa]) \{([a-z]+)\}", r"{\1_\2}", written)
    return written.replace("{matter}", "{goods} {tasks}").replace("{Matter}", "{Goods} {tasks}")


@cache
def _pool(name: str) -> list[str]:
    """Return the words of a kind, with capitals if it is named with one.

    Raises:
        KeyError: There is no such kind.
    """
    if name == "name":
        return list(cast().names)
    if name in _NUMBERS:
        least, most = _NUMBERS[name]
        return [f"{number:,}" for number in range(least, most)]
    if name[0].isupper():
        return [capital(word) for word in _pool(name.lower())]
    article, _, bare = name.rpartition("_")
    found = words_under("words")[bare]
    return [f"{_article(word)} {word}" for word in found] if article else found


def _article(word: str) -> str:
    return "an" if word.startswith(_VOWELS) and not word.startswith(_CONSONANTS) else "a"


_VOWELS: Final = ("a", "e", "i", "o", "u", "honest")
_CONSONANTS: Final = ("unif", "unio")
"""Beginnings as they are spoken, where they are not as they are written."""


@cache
def _draw(name: str) -> Draw:
    pool = _pool(name)
    least = _NUMBERS[name][0] if name in _NUMBERS else 1
    return pool, (len(pool) + least) / least, least


_NUMBERS: Final = {"few": (3, 48), "share": (2, 71), "many": (110, 9800)}
"""The least number of a kind, and the first that is too large; the smaller are the more frequent."""
