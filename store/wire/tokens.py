"""Tokens: a paragraph as words and marks, each with its folded form and its place."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

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

_TOKENS: Final = re.compile(r"([vV](?i:i[eệ]t[ -]?nam)(?!\w)|C\.C\.(?=,| of\b)|[^\W_]+|'s(?!\w)|\S)")


class Line(NamedTuple):
    """One paragraph, headline, standfirst or caption in tokens."""

    number: int
    """The paragraph number that mentions in it carry."""
    text: str
    """As cleaned and printed."""
    words: tuple[str, ...]
    """The tokens: words, marks, and the possessive `'s` on its own; every apostrophe a straight one."""
    folds: tuple[str, ...]
    """The same tokens folded; `Viet Nam` is one token and folds to `vietnam`."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def slice(self, start: int, end: int) -> str:
        """Return the text from token `start` up to and without token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    @property
    def shouts(self) -> bool:
        """Whether it is printed in capitals only, so that case says nothing."""
        return self.text.isupper()

    def sentences(self) -> list[tuple[int, int]]:
        """Return the first token of each sentence and the one after its last."""
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


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    bare = fold(word)
    return "vietnam" if len(bare) == 8 and bare.startswith("viet") and bare.endswith("nam") else bare


_LONG: Final = 5000
"""Code points from which a text is not remembered."""

_Parts = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], tuple[int, ...]]


@lru_cache(maxsize=64)
def _parts(text: str) -> _Parts:
    """Return words, folded words, starts and ends; remembered, as a standfirst often comes again."""
    plain = straight(text)
    pieces = _TOKENS.split(plain)  # what stands before the first token, it, what stands behind it, the next
    places = (*accumulate(map(len, pieces)),)
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
    return Line(number, text, *(_parts(text) if len(text) < _LONG else _parts.__wrapped__(text)))
