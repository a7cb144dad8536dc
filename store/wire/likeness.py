"""Likeness: whether a line says what another says, and whether it is a paragraph or a title."""

from __future__ import annotations

import re
from operator import eq
from typing import Final

from store.remembering import remembered
from store.wire.lines import ends_open
from store.wire.tokens import word_set

WORD: Final = re.compile(r"\w+")


_MARKS: Final = "‘’“”–—"
"""The marks of printed texts beyond ASCII, which are no part of a word."""

_APART: Final = bytes(
    [ord(char.lower()) if WORD.match(char) else ord(" ") for char in map(chr, range(128))]
).ljust(256)
"""Small letters, digits and low lines for ASCII, and a gap for what else stands between words."""


@remembered(4000, 8)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters: a lead is compared with one line after the other."""
    for mark in () if text.isascii() else _MARKS:
        text = text.replace(mark, " ")
    if not text.isascii():
        return tuple(WORD.findall(text.casefold()))
    return tuple(text.encode().translate(_APART).decode().split())  # in a third of the time


def repeats(one: str, other: str) -> bool:
    """Tell whether a text says what the other begins with: nine words of ten are the same."""
    a, b = words(one), words(other)
    if not a or len(b) < len(a) * 0.9:
        return False
    if sum(map(eq, a, b)) >= len(a) * 0.9:
        return True
    apart = set(a)
    return len(apart.intersection(b[: len(a) + 3])) >= 0.9 * len(apart)


def is_paragraph(text: str) -> bool:
    """Tell whether a line of the head is a paragraph rather than a title."""
    count = text.count(" ") + 1
    return count > 30 or (
        count >= 8 and not ends_open(text) and not text.endswith(("?", "!", "'", "’", ")", '"', "”"))
    )


def is_title(text: str) -> bool:
    """Tell whether a line below a text looks like another's title or a name: short, without a stop."""
    return len(text) < 140 and ends_open(text) and ":" not in text


def is_summary(title: str, line: str) -> bool:
    """Tell whether a line cannot go on with a title that was broken at a width, as it is wider itself.

    Titles of few words, or with a capital at every word, are broken where they make sense.
    """
    first, small = line.partition(" ")[0], sum([word[0].islower() for word in title.split()])
    return small > _SMALL and len(line) > len(title) + 1 + len(first) and not first[0].islower()


_SMALL: Final = 3
"""Of so many words in small letters a title has more that is a sentence, not a row of names."""


SUMMARY: Final = 3
"""No summary has fewer spaces."""

_LATIN: Final = re.compile("[A-Za-z]")


def is_rubric(line: str, following: str) -> bool:
    """Tell whether a line above a title is none itself: a word or two, or in another script."""
    if not _LATIN.search(line):
        return _LATIN.search(following) is not None
    if following.count(" ") <= SUMMARY:
        return False
    named = line.split()
    of_a_paper = named[-1].casefold() in _PAPERS and all([word[0].isupper() for word in named])
    return line.count(" ") < 2 or (of_a_paper and len(named) <= _MASTHEAD)


_PAPERS: Final = word_set(
    "times star post news herald tribune daily gazette online telegraph observer mail today"
)
_MASTHEAD: Final = 4
"""The name of a paper ends in one of these, and has no more words."""
