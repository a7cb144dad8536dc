"""Trie: finds the longest known name at each token of a line, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from typing import Final, Literal

from store.wire.lexicon import ORG_HEADS
from store.wire.tokens import Line, Tokens, first_folded, tokenise

_CALLED: Final = frozenset({"party", "communist"})
"""Words by which a party's name is told in small letters, too."""

NameKind = Literal["party", "person", "place", "org", "event", "demonym"]
"""What a name stands for; a demonym's id is that of its country."""


Said = tuple[NameKind, str, str]
"""Kind, id and words of a name that waits to be worked out."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way of naming one record."""

    kind: NameKind
    id: str
    text: str
    abbreviation: bool = field(init=False)
    """Whether the name is letters that count only as written: `CPV`, `PiS`."""

    def __post_init__(self) -> None:
        """Work out once what is asked at every span."""
        letters = self.text.isalnum() and any([c.isupper() for c in self.text[1:]])
        object.__setattr__(self, "abbreviation", letters)


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


@dataclass(frozen=True, slots=True)
class _Form:
    """What a name's printed form must be like: exact words, or capitals at these tokens."""

    exact: tuple[str, ...] | None
    capitals: tuple[int, ...]

    @property
    def is_small(self) -> bool:
        """Whether the first word may begin with a small letter."""
        return self.exact[0][0].islower() if self.exact else 0 not in self.capitals

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

    __slots__ = ("forms", "kinds", "names", "only", "small", "ways")

    def __init__(self) -> None:
        self.ways: dict[str, _Node] | None = None
        """By the next token; None where no name goes on."""
        self.small = False
        """Of a first token, whether some name may begin with it in small letters."""
        self.names: tuple[Name, ...] = ()
        self.kinds: frozenset[NameKind] = frozenset()
        """Those of the names."""
        self.forms: dict[_Form, tuple[Name, ...]] = {}
        """The names that each form is asked of."""
        self.only: _Form | None = None
        """That of all of them, if it is one: so it mostly is, though many records share the name."""

    def add(self, name: Name, form: _Form) -> None:
        """Let one more name end here."""
        self.names += (name,)
        self.kinds = _together(self.kinds | {name.kind})
        self.forms[form] = (*self.forms.get(form, ()), name)
        self.only = form if len(self.forms) == 1 else None

    def allowed(self, words: tuple[str, ...], start: int) -> tuple[Name, ...]:
        """Return the names that the words printed from `start` are."""
        form = self.only
        if form is _FIRST:
            return () if words[start][0].islower() else self.names
        if form is not None:
            return self.names if form.allows(words, start) else ()
        met = {name for form in self.forms if form.allows(words, start) for name in self.forms[form]}
        if len(met) == len(self.names):
            return self.names
        return tuple([name for name in self.names if name in met])


class Trie:
    """Names by their folded tokens.

    Of a name that no text has begun to name only the first token is worked out: most are never asked for.
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
        self._tokens = Tokens(self._opening)

    def _opening(self, word: str, folded: str) -> _Node | None:
        """Return the names that may begin with a word as it is printed."""
        if folded not in self._said:
            return None
        node = self._nodes.get(folded)
        if node is None:
            node = self._nodes[folded] = _Node()
            for said in self._said[folded]:
                _put(node, Name(*said))
        return node if node.small or not word[0].islower() else None

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
                node = node.ways.get(folds[ahead]) if node.ways and ahead < end else None
                ahead += 1
            if found:
                spans.append(found)
                past = found.end
        return line, spans


def _put(first: _Node, name: Name) -> None:
    """Put a name below the node of its first token."""
    line, node = tokenise(name.text), first
    for folded in line.folds[1:]:
        if node.ways is None:
            node.ways = {}
        node = node.ways.setdefault(folded, _Node())
    said = (name.kind, name.id, name.abbreviation)  # UMNO and Umno are two ways of saying it
    if not any((other.kind, other.id, other.abbreviation) == said for other in node.names):
        form = _form(name, line)
        node.add(name, form)
        first.small = first.small or form.is_small


def _form(name: Name, line: Line) -> _Form:
    """Say what a name's printed form must be like.

    Events, and bodies named by what they are, may be printed in any case (`the committee's commission`); what
    is called a party needs its first capital (`the Labour party`); other parties, papers and houses, persons
    and places need all of theirs: `National unity` is no party, and `nhan dan` is no paper.
    """
    if name.abbreviation:
        return _Form(line.words, ())
    capitals = tuple([i for i, w in enumerate(line.words) if w[0].isupper()])
    if name.kind == "party":
        capitals = capitals if _CALLED.isdisjoint(line.folds) else capitals[:1]
    elif name.kind == "event" or (name.kind == "org" and not ORG_HEADS.isdisjoint(line.folds)):
        capitals = capitals[:1] if len(line.words) == 1 else ()
    return _capitals(capitals)
