"""Trie: finds the longest known name at each token of a line, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import compress, count
from typing import Final, Literal, NamedTuple

from store.wire.lexicon import ORG_HEADS
from store.wire.tokens import Line, Tokens, first_folded, words_of

_CALLED: Final = frozenset({"party", "communist"})
"""Words by which a party's name is told in small letters, too."""

_CONTINENTS: Final = frozenset({"africa", "america", "asia", "europe"})

NameKind = Literal["party", "person", "place", "org", "event", "demonym"]
"""What a name stands for; a demonym's id is that of its country."""


Said = tuple[NameKind, str, str]
"""Kind, id and words of a name that waits to be worked out."""


class Name(NamedTuple):
    """One way of naming one record."""

    kind: NameKind
    id: str
    text: str
    abbreviation: bool
    """Whether the name is letters that count only as written: `CPV`, `PiS`."""


class Span:
    """Tokens `start` up to and without `end` of a line, and what they may name."""

    __slots__ = ("end", "kinds", "names", "start")

    def __init__(self, start: int, end: int, names: tuple[Name, ...], kinds: frozenset[NameKind]) -> None:
        self.start = start
        self.end = end
        self.names = names
        self.kinds = kinds
        """The kinds of its names."""

    def of(self, kind: NameKind) -> tuple[Name, ...]:
        """Return those of its names that are of one kind."""
        if kind not in self.kinds:
            return ()
        return self.names if len(self.kinds) == 1 else tuple([n for n in self.names if n.kind == kind])


@lru_cache(maxsize=1024)
def _together(kinds: frozenset[NameKind]) -> frozenset[NameKind]:
    """Return the one copy of some kinds that all names share: of fewer copies each is sooner at hand."""
    return kinds


class _Form(NamedTuple):
    """What a name's printed form must be like: exact words, or capitals at these tokens."""

    exact: tuple[str, ...] | None
    capitals: tuple[int, ...]

    def allows(self, words: tuple[str, ...], start: int) -> bool:
        """Tell whether the words printed from `start` have the case that the name asks for."""
        if self.exact is not None:
            return words[start : start + len(self.exact)] == self.exact
        for at in self.capitals:  # noqa: SIM110 - as a generator it would take twice the time
            if words[start + at][0].islower():
                return False
        return True


@lru_cache(maxsize=1024)
def _capitals(at: tuple[int, ...]) -> _Form:
    """Return the one form that asks for these capitals, which thousands of names share."""
    return _Form(None, at)


_FIRST: Final = _capitals((0,))
"""The form of a name of one word, and of what is called a party: by far the most are met."""


class _Node:
    """The ways on from a token, and the names that end here."""

    __slots__ = ("asked", "depth", "kinds", "names", "only", "waiting", "ways")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        """How many tokens lead here."""
        self.ways: dict[str, _Node] | None = None
        """By the next token; None where no name goes on."""
        self.waiting: dict[str, list[Said]] = {}
        """By the next token, the names that are worked out when a text goes on so."""
        self.names: tuple[Name, ...] = ()
        self.kinds: frozenset[NameKind] = frozenset()
        """Those of the names."""
        self.asked: tuple[_Form, ...] = ()
        """The form that is asked of each of them."""
        self.only: _Form | None = None
        """That of all of them, if it is one: so it mostly is, though many records share the name."""

    def add(self, name: Name, form: _Form) -> None:
        """Let one more name end here."""
        self.names += (name,)
        self.kinds = _together(self.kinds | {name.kind})
        self.asked += (form,)
        self.only = form if self.asked.count(form) == len(self.asked) else None

    def put(self, said: Said, words: tuple[str, ...], folds: tuple[str, ...]) -> None:
        """Put a name, whose first words lead here, where it ends."""
        node = self
        for folded in folds[self.depth :]:
            if node.ways is None:
                node.ways = {}
            following = node.ways.get(folded)
            if following is None:
                following = node.ways[folded] = _Node(node.depth + 1)
            node = following
        kind, key, text = said
        name = Name(kind, key, text, text.isalnum() and any(map(str.isupper, text[1:])))
        told = (name.kind, name.id, name.abbreviation)  # UMNO and Umno are two ways of saying it
        if not any([(other.kind, other.id, other.abbreviation) == told for other in node.names]):
            node.add(name, _form(name, words, folds))

    def work_out(self, following: str) -> None:
        """Let the names that wait for a token wait for the one behind it; one alone is put where it ends."""
        waiting = self.waiting.pop(following)
        if len(waiting) == 1:
            self.put(waiting[0], *words_of(waiting[0][2]))
        else:
            self.ways = self.ways or {}
            self.ways[following] = _opened(waiting, self.depth + 1)

    def allowed(self, words: tuple[str, ...], start: int) -> tuple[Name, ...]:
        """Return the names that the words printed from `start` are."""
        form = self.only
        if form is _FIRST:
            return () if words[start][0].islower() else self.names
        if form is not None:
            return self.names if form.allows(words, start) else ()
        met = [name for name, asked in zip(self.names, self.asked, strict=True) if asked.allows(words, start)]
        return self.names if len(met) == len(self.names) else tuple(met)


class Trie:
    """Names by their folded tokens.

    Of a name only the first token is worked out, until a text begins with it; then the second, until a text
    goes on with it, and so on: most names are never asked for.
    """

    def __init__(self, names: Iterable[Said]) -> None:
        """Put names in; a second name of the same words stands beside the first."""
        self._said: dict[str, list[Said]] = {}
        """By their first token."""
        for said in names:
            first = first_folded(said[2])
            if first is not None:
                self._said.setdefault(first, []).append(said)
        self._nodes: dict[str, _Node] = {}
        """By their first token, those that a text has asked for."""
        self._small: set[str] = set()
        """The first tokens of them that may be printed in small letters."""
        self._tokens = Tokens(self._opening)

    def _opening(self, word: str, folded: str) -> _Node | None:
        """Return the names that may begin with a word as it is printed."""
        if folded not in self._said:
            return None
        if folded not in self._nodes:
            self._nodes[folded] = _opened(self._said[folded], 1)
            if any(map(_may_be_small, self._said[folded])):
                self._small.add(folded)
        return self._nodes[folded] if folded in self._small or not word[0].islower() else None

    def find(self, text: str, number: int) -> tuple[Line, list[Span]]:
        """Take a line apart; find the longest name at each place, left to right, never overlapping."""
        line, opened = self._tokens.line(text, number)
        words, folds = line.words, line.folds
        spans: list[Span] = []
        past, end = 0, len(folds)
        for at in compress(count(), opened):
            if at < past:
                continue
            node, ahead = opened[at], at + 1
            found: Span | None = None
            while node is not None:
                if node.names and (names := node.allowed(words, at)):
                    kinds = node.kinds if names is node.names else frozenset([n.kind for n in names])
                    found = Span(at, ahead, names, kinds)
                if ahead == end:
                    break
                following = folds[ahead]
                if following in node.waiting:
                    node.work_out(following)
                node = node.ways.get(following) if node.ways else None
                ahead += 1
            if found:
                spans.append(found)
                past = found.end
        return line, spans


def _opened(names: Iterable[Said], depth: int) -> _Node:
    """Return the node of so many tokens that begin some names, where each longer one waits for its next."""
    node = _Node(depth)
    for said in names:
        words, folds = words_of(said[2])
        if len(folds) == depth:
            node.put(said, words, folds)
        else:
            node.waiting.setdefault(folds[depth], []).append(said)
    return node


def _may_be_small(said: Said) -> bool:
    """Tell whether a name may begin with a small letter, which its form decides."""
    kind, _, text = said
    if not text[0].isupper() or kind == "event":
        return True
    return kind in ("place", "org") and _is_of_small_words(kind, words_of(text)[1])


def _is_of_small_words(kind: NameKind, folds: tuple[str, ...]) -> bool:
    """Tell whether what a name stands for may be printed in small letters but for a last word."""
    if kind == "place":
        return folds[-1] in _CONTINENTS
    return kind == "event" or (kind == "org" and not ORG_HEADS.isdisjoint(folds))


def _form(name: Name, words: tuple[str, ...], folds: tuple[str, ...]) -> _Form:
    """Say what a name's printed form must be like.

    Events, and bodies named by what they are, may be printed in any case (`the committee's commission`); what
    is called a party needs its first capital (`the Labour party`), and a part of a continent that of the
    continent (`southern Africa`); other parties, papers and houses, persons
    and places need all of theirs: `National unity` is no party, and `nhan dan` is no paper.
    """
    if name.abbreviation:
        return _Form(words, ())
    capitals = tuple([i for i, w in enumerate(words) if w[0].isupper()])
    if name.kind == "party":
        capitals = capitals if _CALLED.isdisjoint(folds) else capitals[:1]
    elif _is_of_small_words(name.kind, folds):
        capitals = capitals[-1:] if name.kind == "place" else capitals[:1] if len(words) == 1 else ()
    return _capitals(capitals)
