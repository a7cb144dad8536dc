"""Query: one question to the archive, as a frozen value that text and keys make alike.

The language of queries (store.terms, store.grammar) is imported where a query has conditions: the dashboard
opens on all texts, and its start should not wait for what that question does not need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from store.errors import QueryError

if TYPE_CHECKING:
    from store.grammar import Vocabulary
    from store.terms import Field, Term

NEWEST_FIRST: Final = "-date"
"""The order of texts where a query names none."""

INFERRED: Final = frozenset({"likely", "guess"})
"""The certainties of dates that were inferred: what `is:inferred` finds, and lists show with `~`."""


class Chip(NamedTuple):
    """One condition of a query as a filter bar shows it."""

    text: str
    """The condition as query text."""
    field: str | None
    """Its field; None for words and for groups."""
    value: str
    """What is asked, without field, quotes and sign; several values stand with commas between."""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """One question: conditions that must all hold, and the order of the answer.

    It is always in one normal form: nested ANDs are flat, double negation is gone, nothing stands twice (the
    first place counts), words and names are in lower case with single spaces, dates as `2021-Q2`; the order
    stands last, and newest first, being usual, not at all. `Query.parse(str(q)) == q` for every q.
    """

    terms: tuple[Term, ...] = ()
    """The conditions in the order they were asked."""
    sort: str = NEWEST_FIRST
    """`-date` for newest first, `date` for oldest first."""

    def __post_init__(self) -> None:
        if self.terms:
            from store import terms

            object.__setattr__(self, "terms", terms.every(self.terms))

    @classmethod
    def parse(cls, text: str, vocabulary: Vocabulary | None = None) -> Query:
        """Return the query that text means; empty text asks for everything.

        Raises:
            QueryError: The text is no query, or names something that the vocabulary does not know.
        """
        if not text.strip():
            return cls()
        from store import grammar

        return cls(*grammar.read(text, vocabulary))

    def __str__(self) -> str:
        if len(self.terms) == 1 and not self._order():
            return str(self.terms[0])
        return " ".join(chip.text for chip in self.chips)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The conditions in order, and last the order of the answer where it is not the usual one."""
        order = [Chip(text, "sort", self.sort) for text in self._order()]
        return (*map(_chip, self.terms), *order)

    def values(self, field: str) -> frozenset[str]:
        """Return the values that must hold of a field, each of which stands alone."""
        alone = [term.values[0] for term in self._positive(field).values() if len(term.values) == 1]
        order = [self.sort] if field == "sort" and self._order() else []
        return frozenset([*alone, *order])

    def toggling(self, field: str, value: str) -> Query:
        """Return the query with `field:value` taken away if it stands, else added in place of its exclusion.

        Raises:
            QueryError: There is no such field, or it cannot have the value.
        """
        if field == "sort":
            return self.replacing(field, None if self.sort == value else value)
        from store import grammar

        return self._switched(grammar.term(field, value))

    def excluding(self, field: str, value: str) -> Query:
        """Return the query with `-field:value` taken away if it stands, else added in place of its opposite.

        Raises:
            QueryError: There is no such field, or it cannot have the value, or the field is `sort`.
        """
        if field == "sort":
            raise QueryError(f"-sort:{value}", 0, 1, "sort: cannot be excluded")
        from store import grammar, terms

        return self._switched(terms.negated(grammar.term(field, value)))

    def widening(self, field: str, value: str) -> Query:
        """Return the query with a value as one more possibility of the last condition on a field.

        Raises:
            QueryError: There is no such field, or it cannot have the value.
        """
        from store import grammar, terms

        wanted = grammar.term(field, value)
        stands = self._positive(field)
        if field == "sort" or not stands:
            return self.replacing(field, value)
        last = max(stands)
        wider = terms.field(field, [*stands[last].values, *wanted.values])
        return replace(self, terms=(*self.terms[:last], wider, *self.terms[last + 1 :]))

    def replacing(self, field: str, value: str | None) -> Query:
        """Return the query with this value of a field in place of all it had; with none if the value is None.

        Exclusions and groups stay as they are.

        Raises:
            QueryError: There is no such field, or it cannot have the value.
        """
        from store import grammar

        if field == "sort":
            return replace(self, sort=grammar.term(field, value).values[0] if value else NEWEST_FIRST)
        wanted = [grammar.term(field, value)] if value is not None else []
        stands = self._positive(field)
        place = min(stands, default=len(self.terms))
        kept = [term for n, term in enumerate(self.terms) if n not in stands]
        return replace(self, terms=(*kept[:place], *wanted, *kept[place:]))

    def dropping_last(self) -> Query:
        """Return the query without its last chip."""
        return self.without(len(self.chips) - 1) if self.chips else self

    def without(self, chip: int) -> Query:
        """Return the query without the chip of that number, counted from 0.

        Raises:
            IndexError: There is no such chip.
        """
        if not 0 <= chip < len(self.chips):
            raise IndexError(f"no chip {chip} in {self}")
        if chip == len(self.terms):
            return replace(self, sort=NEWEST_FIRST)
        return replace(self, terms=self.terms[:chip] + self.terms[chip + 1 :])

    def cleared(self) -> Query:
        """Return the query that asks for everything."""
        return Query()

    def _order(self) -> list[str]:
        return [] if self.sort == NEWEST_FIRST else [f"sort:{self.sort}"]

    def _positive(self, field: str) -> dict[int, Field]:
        """Return the positive conditions on a field by where they stand."""
        from store.terms import Field

        return {n: t for n, t in enumerate(self.terms) if isinstance(t, Field) and t.name == field}

    def _switched(self, wanted: Term) -> Query:
        """Return the query without a term that stands, or with it in the place of its opposite, or last."""
        from store import terms

        key, opposite = terms.folded(wanted), terms.folded(terms.negated(wanted))
        keys = [terms.folded(term) for term in self.terms]
        if key in keys:
            return replace(self, terms=tuple(t for t, k in zip(self.terms, keys, strict=True) if k != key))
        if opposite not in keys:
            return replace(self, terms=(*self.terms, wanted))
        return replace(
            self, terms=tuple(wanted if k == opposite else t for t, k in zip(self.terms, keys, strict=True))
        )


def _chip(term: Term) -> Chip:
    from store import terms
    from store.terms import Field, Not, Words

    positive = terms.negated(term) if isinstance(term, Not) else term
    excluded = isinstance(term, Not)
    text = terms.bracketed(term)
    if isinstance(positive, Field):
        return Chip(text, positive.name, ",".join(positive.values), excluded)
    value = positive.text if isinstance(positive, Words) else str(positive)
    return Chip(text, None, value, excluded)
