"""Tokens: a paragraph as words and marks, each with its folded form and its place."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import accumulate
from typing import Final

from store.fold import fold

_APOSTROPHES: Final = "’‘ʼ＇`´"


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


_STOPS: Final = frozenset(".!?")
_CLOSING: Final = frozenset("\"'”)].!?")
_GOING_ON: Final = frozenset(",;:/-–—")
_SHORTENED: Final = word_set(
    "mr mrs ms dr prof sen lt gen col maj capt rep gov st no jr sr hon rev vs etc jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
)
"""Words whose full stop ends no sentence."""

_TOKEN: Final = (
    r"([vV](?i:i[eệ]t[ -]?nam)(?!\w)|C\.C\.(?=,| of\b)|\d\d* (?:st|nd|rd|th)(?!\w)|[^\W_]+|'s(?!\w)|\S)"
)
"""Digits are told by the first of them, `\\d\\d*`: what begins with `\\d+` is tried at every word."""

_TOKENS: Final = re.compile(_TOKEN)
_ASCII_TOKENS: Final = re.compile(_TOKEN.replace(r"[^\W_]", "[A-Za-z0-9]").replace(r"\d", "[0-9]"))
"""The same of an ASCII text, in two thirds of the time."""


class Line:
    """One paragraph, headline, standfirst or caption in tokens."""

    __slots__ = (
        "_sentences",
        "capitals",
        "ends",
        "folds",
        "number",
        "shouts",
        "starts",
        "text",
        "vocabulary",
        "words",
    )

    def __init__(self, number: int, text: str, parts: _Parts) -> None:
        """Join what `tokenise` found out."""
        self.number = number
        """The paragraph number that mentions in it carry."""
        self.text = text
        """As cleaned and printed."""
        self.words, self.folds, self.starts, self.ends = parts
        self.vocabulary = frozenset(self.folds)
        """Its folded words, each once: asked first, because most lines have none of a room's words."""
        self.shouts = text.isupper()
        """Whether it is printed in capitals only, so that case says nothing."""
        words = enumerate(self.words)  # most of them are small, which is told soonest by comparing
        self.capitals = [at for at, word in words if not "a" <= word < "{" and word[0].isupper()]
        """The tokens that begin with a capital."""
        self._sentences: list[tuple[int, int]] | None = None

    def slice(self, start: int, end: int) -> str:
        """Return the text from token `start` up to and without token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def where(self, word: str) -> list[int]:
        """Return the tokens that are a word: in the text, where letters are together, it is missed sooner."""
        return [at for at, one in enumerate(self.words) if one == word] if word in self.text else []

    def among(self, words: Set[str]) -> list[int]:
        """Return the tokens whose folded words are among these."""
        if self.vocabulary.isdisjoint(words):
            return []
        return [at for at, folded in enumerate(self.folds) if folded in words]

    def sentences(self) -> list[tuple[int, int]]:
        """Return the first token of each sentence and the one after its last, worked out once."""
        if self._sentences is None:
            self._sentences = self._cut()
        return self._sentences

    def _cut(self) -> list[tuple[int, int]]:
        words, count = self.words, len(self.words)
        cuts, begin = [], 0
        for at in [i for i, w in enumerate(words) if w in _STOPS]:
            end = at + 1
            while end < count and end - at < 4 and words[end] in _CLOSING:
                end += 1
            if end <= begin or (end < count and not self._ends_at(at, end)):
                continue
            cuts.append((begin, end))
            begin = end
        return [*cuts, (begin, count)] if begin < count else cuts

    def _ends_at(self, at: int, following: int) -> bool:
        """Tell whether the stop at a token ends a sentence, and not an abbreviation or a number."""
        after = self.words[following]
        if after[0].islower() or after in _GOING_ON:
            return False
        if self.words[at] != "." or at == 0 or self.starts[at] != self.ends[at - 1]:
            return True
        before = self.words[at - 1]
        glued = self.starts[following] == self.ends[following - 1]
        if glued and (after[0].isdigit() or len(before) < 3):
            return False
        return not (len(before) == 1 and before.isupper()) and before.lower() not in _SHORTENED


_Parts = tuple[tuple[str, ...], tuple[str, ...], list[int], list[int]]

_MOST: Final = 65536
"""So many words are remembered."""

_LONGEST: Final = 64
"""Code points of the longest of them."""


class _Folded(dict[str, str]):
    """Words folded, remembered as printed: a dictionary is asked sooner than a cache."""

    def __missing__(self, word: str) -> str:
        """Fold a word that was not seen lately."""
        bare = fold(word) or word  # an accent of no letter: every token has a form
        if len(bare) == 8 and bare.startswith("viet") and bare.endswith("nam"):
            bare = "vietnam"
        elif " " in bare:  # `19 th`
            bare = bare.replace(" ", "")
        if len(self) >= _MOST:
            self.clear()
        if len(word) <= _LONGEST:
            self[word] = bare
        return bare


_folded: Final = _Folded().__getitem__


def _parts(text: str) -> _Parts:
    """Return words, folded words, starts and ends."""
    plain = straight(text)
    pieces = (_ASCII_TOKENS if plain.isascii() else _TOKENS).split(plain)
    places = list(accumulate(map(len, pieces)))  # of what stands before the first token, it, what follows
    words = tuple(pieces[1::2])
    return words, tuple(map(_folded, words)), places[0:-1:2], places[1::2]


def straight(text: str) -> str:
    """Return a text with every apostrophe a straight one, which mostly leaves it plain ASCII."""
    if not text.isascii():
        for curly in _APOSTROPHES:
            text = text.replace(curly, "'")
    return text


def tokenise(text: str, number: int = 0) -> Line:
    """Take a text apart into words and marks."""
    return Line(number, text, _parts(text))


def first_folded(text: str) -> str | None:
    """Return the folded form of the first token of a text; None if it has none."""
    found = _TOKENS.search(straight(text))
    return _folded(found[0]) if found else None
