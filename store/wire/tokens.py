"""Tokens: a paragraph as words and marks, each with its folded form and its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from itertools import accumulate, chain, compress, count
from operator import add
from typing import Final, Generic, TypeVar

from store.fold import fold
from store.remembering import shared

_APOSTROPHES: Final = "’‘ʼ＇`´"


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(map(shared, text.split()))


_STOPS: Final = frozenset(".!?")
_CLOSING: Final = frozenset("\"'”)].!?")
_GOING_ON: Final = frozenset(",;:/-–—")
_SHORTENED: Final = word_set(
    "mr mrs ms dr prof sen lt gen col maj capt rep gov st no jr sr hon rev vs etc jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
)
"""Words whose full stop ends no sentence."""

_GLUED: Final = r"(?:of|and|the|in|to|for|by|with|from|at|between)(?=[A-ZĐ][^\W\d_A-Z]{2})"
"""A small word that lost the space behind it: `ofVietnam`."""

_GLUED_WORD: Final = re.compile(_GLUED)

_TOKENS: Final = re.compile(
    r"([vV](?i:i[eệ]t[ -]?nam)(?!\w)|C\.C\.(?=,| of\b)|\d\d* (?:st|nd|rd|th)(?!\w)"
    rf"|{_GLUED}|[^\W_]+|'s(?!\w)|\S)"
)
"""Digits are told by the first of them, `\\d\\d*`: what begins with `\\d+` is tried at every word."""


class Line:
    """One paragraph, headline, standfirst or caption in tokens."""

    __slots__ = (
        "_sentences",
        "capitals",
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
        self.words, self.folds, self.starts, self.capitals = parts
        self.vocabulary = frozenset(self.folds)
        """Its folded words, each once: asked first, because most lines have none of a room's words."""
        self.shouts = text.isupper()
        """Whether it is printed in capitals only, so that case says nothing."""
        self._sentences: list[tuple[int, int]] | None = None

    def end(self, at: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[at] + len(self.words[at])

    def slice(self, start: int, end: int) -> str:
        """Return the text from token `start` up to and without token `end`."""
        if start >= end:
            return ""
        last = end - 1  # `end` written out: it is asked in every other room
        return self.text[self.starts[start] : self.starts[last] + len(self.words[last])]

    def where(self, word: str) -> list[int]:
        """Return the tokens that are a word: in the text, where letters are together, it is missed sooner."""
        return _places(self.words, word) if word in self.text else []

    def among(self, words: Set[str]) -> list[int]:
        """Return the tokens whose folded words are among these."""
        met = self.vocabulary & words
        if len(met) > 1:
            return list(compress(count(), map(met.__contains__, self.folds)))
        return _places(self.folds, *met) if met else []

    def sentences(self) -> list[tuple[int, int]]:
        """Return the first token of each sentence and the one after its last, worked out once."""
        if self._sentences is None:
            self._sentences = self._cut()
        return self._sentences

    def _cut(self) -> list[tuple[int, int]]:
        words, count = self.words, len(self.words)
        cuts, begin = [], 0
        for at in self._stops():
            end = at + 1
            while end < count and end - at < 4 and words[end] in _CLOSING:
                end += 1
            if end <= begin or (end < count and not self._ends_at(at, end)):
                continue
            cuts.append((begin, end))
            begin = end
        return [*cuts, (begin, count)] if begin < count else cuts

    def _stops(self) -> list[int]:
        """Return the tokens that may end a sentence: full stops alone, mostly."""
        if "?" in self.text or "!" in self.text:
            return list(compress(count(), map(_STOPS.__contains__, self.words)))
        return self.where(".")

    def _ends_at(self, at: int, following: int) -> bool:
        """Tell whether the stop at a token ends a sentence, and not an abbreviation or a number."""
        after = self.words[following]
        if after[0].islower() or after in _GOING_ON:
            return False
        if self.words[at] != "." or at == 0 or self.starts[at] != self.end(at - 1):
            return True
        before = self.words[at - 1]
        glued = self.starts[following] == self.end(following - 1)
        if glued and (after[0].isdigit() or len(before) < 3):
            return False
        return not (len(before) == 1 and before.isupper()) and before.lower() not in _SHORTENED


def _places(said: tuple[str, ...], word: str) -> list[int]:
    """Return where a word is among others."""
    times = said.count(word)  # a tuple is asked sooner than its words are
    if times == 1:
        return [said.index(word)]
    found: list[int] = []
    for _ in range(times):
        found.append(said.index(word, found[-1] + 1 if found else 0))
    return found


_Parts = tuple[tuple[str, ...], tuple[str, ...], list[int], list[int]]
"""Words, folded words, starts, and which of them begin with a capital."""

_Opened = TypeVar("_Opened")
"""What may begin with a token."""

_Piece = tuple[object, ...]
"""Of one token after the other the word, folded, the way to the next, if it has a capital, what it opens."""

_COLUMNS: Final = 5

_MOST: Final = 32768
"""So many pieces are remembered."""

_LONGEST: Final = 24
"""Code points of the longest of them."""

_TIE: Final = "\0"
"""Stands for the space inside of `Viet Nam`, which wire texts print in every other line."""

_SPACED: Final = ("Viet Nam", "Việt Nam")

_SECOND: Final = word_set("nam st nd rd th")
"""What may be one token with the end of the piece before."""


class _Pieces(dict[str, _Piece]):
    """What stands between two spaces, taken apart: few of them are new, and a dictionary is asked at once."""

    def __init__(self, opening: Callable[[str, str], object]) -> None:
        super().__init__()
        self._opening = opening

    def __missing__(self, printed: str) -> _Piece:
        """Take apart what was not seen lately.

        Raises:
            KeyError: It cannot be looked at alone.
        """
        plain = straight(printed)
        if _GLUED_WORD.match(plain):
            piece = self._several(plain)
        elif plain.isalnum():
            piece = self._one(plain)
        elif plain[:-1].isalnum():  # mostly a word and a comma or a stop
            word, folded, _, *told = self[plain[:-1]]
            piece = (word, folded, len(plain) - 1, *told, *self[plain[-1]])
        else:
            piece = self._several(plain)
        if len(self) >= _MOST:
            self.clear()
        if len(printed) <= _LONGEST:
            self[shared(printed)] = piece
        return piece

    def token(self, word: str, way: int) -> _Piece:
        """Return what is told of one token."""
        folded = shared(word.lower()) if word.isascii() and word.isalnum() else _folded(word)
        return word, folded, way, word[0].isupper(), self._opening(word, folded)

    def _one(self, word: str) -> _Piece:
        """Take a word alone."""
        piece = self.token(shared(word), len(word) + 1)
        if piece[1] in _SECOND:
            raise KeyError(word)
        return piece

    def _several(self, printed: str) -> _Piece:
        """Take something apart by matching one token after the other."""
        found = _TOKENS.split(printed.replace(_TIE, " "))
        if printed.split() != [printed] or found[1].lower() in _SECOND or printed.endswith("C.C."):
            raise KeyError(printed)
        if "`" in printed:  # an apostrophe only in a text that is not plain ASCII
            raise KeyError(printed)
        ways = [len(word) + len(gap) for word, gap in zip(found[1::2], found[2::2], strict=True)]
        ways[-1] = len(found[-2]) + 1
        return tuple(chain.from_iterable(map(self.token, map(shared, found[1::2]), ways)))


def _folded(word: str) -> str:
    """Return the folded form: equal ones are the same, which are told to be equal without reading them."""
    bare = fold(word) or word  # an accent of no letter: every token has a form
    if len(bare) == 8 and bare.startswith("viet") and bare.endswith("nam"):
        return "vietnam"
    return shared(bare.replace(" ", "") if " " in bare else bare)  # `19 th`


class Tokens(Generic[_Opened]):
    """Takes texts apart and tells what each token may open, so that a word is looked up but once."""

    def __init__(self, opening: Callable[[str, str], _Opened | None]) -> None:
        """Ask `opening` of each new word and its folded form what may begin with it."""
        self._pieces = _Pieces(opening)

    def line(self, text: str, number: int = 0) -> tuple[Line, Sequence[_Opened | None]]:
        """Take a text apart into words and marks; return of each token what it may open, too."""
        printed, begin = text, 0
        for name in _SPACED if "t Nam" in text else ():
            printed = printed.replace(name, name.replace(" ", _TIE))
        try:
            found = list(chain.from_iterable(map(self._pieces.__getitem__, printed.split(" "))))
        except KeyError:
            found, begin = self._matched(text)
        starts = list(accumulate(found[2::_COLUMNS], initial=begin))
        starts.pop()  # where a further token would stand
        capitals = list(compress(count(), found[3::_COLUMNS]))
        parts = tuple(found[::_COLUMNS]), tuple(found[1::_COLUMNS]), starts, capitals
        return Line(number, text, parts), found[4::_COLUMNS]  # type: ignore[arg-type, return-value]

    def _matched(self, text: str) -> tuple[list[object], int]:
        """Take a text apart by matching one token after the other; return also where the first begins."""
        found = _TOKENS.split(straight(text))
        ways = map(add, map(len, found[1::2]), map(len, found[2::2]))
        return list(chain.from_iterable(map(self._pieces.token, found[1::2], ways))), len(found[0])


def straight(text: str) -> str:
    """Return a text with every apostrophe a straight one, which mostly leaves it plain ASCII."""
    if not text.isascii():
        for curly in _APOSTROPHES:
            text = text.replace(curly, "'")
    return text


_tokens: Final = Tokens[None](lambda word, folded: None)


def tokenise(text: str, number: int = 0) -> Line:
    """Take a text apart into words and marks that open nothing."""
    return _tokens.line(text, number)[0]


_UNEVEN: Final = re.compile(r"[a-z][A-Z]|[0-9] [snrt]|[vV][iI][eE]")
"""What words may have that are not cut at their spaces alone: `ofVietnam`, `19 th`, `Viet Nam`."""


def first_folded(text: str) -> str | None:
    """Return the folded form of the first token of a text; None if it has none."""
    word = text.partition(" ")[0]
    if word.isascii() and word.isalpha() and not _UNEVEN.search(word):
        return shared(word.lower())
    found = _TOKENS.search(straight(text))
    return _folded(found[0]) if found else None


def words_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tokens of a name and their folded forms: of plain words, as most are, nothing is matched."""
    if name.isascii() and name.replace(" ", "").isalnum() and not _UNEVEN.search(name):
        return tuple(name.split()), tuple(map(shared, name.lower().split()))
    words = tuple(_TOKENS.findall(straight(name)))
    return words, tuple(map(_folded, words))
