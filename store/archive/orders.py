"""Orders of a list other than by date: under headings, each of them newest first."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from store.archive import many
from store.archive.hits import Group
from store.archive.lists import Lists
from store.archive.sets import LED, Fact
from store.fold import fold


class Heading(NamedTuple):
    """Some of the articles of a list, and what stands above them."""

    name: str
    articles: int


def by_party(database: sqlite3.Connection, lists: Lists, articles: int) -> tuple[Heading, ...]:
    """Return articles under the party that each names first, in the order of the alphabet."""
    led = {key - LED: some & articles for key, some in lists.led.items() if some & articles}
    sought = "SELECT entity, id, name, abbr FROM entities WHERE entity IN (SELECT value FROM json_each(?))"
    called = database.execute(sought, (many.numbers(led),)).fetchall()
    short = Counter(abbr or name for _, _, name, abbr in called)
    found = []
    for number, party, name, abbr in called:
        head = f"{abbr}, {name}" if abbr and short[abbr] > 1 else abbr or name
        found.append((fold(head), party, Heading(head, led[number])))
    none = Heading("No party", articles & lists.set_of(Fact.PARTYLESS))
    return (*(heading for *_, heading in sorted(found)), *([none] if none.articles else []))


def by_relevance(articles: int, headlines: Iterable[int]) -> tuple[Heading, ...]:
    """Return articles under the number of things asked that their headline has; none if nothing was asked.

    Args:
        headlines: For each thing asked, the set of the articles whose headline has it.
    """
    exactly = [articles]
    for some in headlines:
        without = [before & ~some for before in exactly]
        having = [before & some for before in exactly]
        exactly = [one | other for one, other in zip((*without, 0), (0, *having), strict=True)]
    asked = len(exactly) - 1
    names = [f"{count} of {asked} in the headline" for count in range(asked + 1)]
    names[0], names[asked] = "In the text", "In the headline"
    headings = [Heading(name, some) for name, some in zip(names, exactly, strict=True) if some]
    return tuple(headings[::-1]) if asked else ()


class ByDate(NamedTuple):
    """A list under its years."""

    lists: Lists
    articles: int
    oldest_first: bool

    def groups(self) -> tuple[Group, ...]:
        """Count the articles of each year."""
        return self.lists.groups(self.articles, self.oldest_first)

    def window(self, start: int, size: int) -> list[int]:
        """Return the numbers of some articles, from a place in the list on."""
        return self.lists.window(self.articles, self.oldest_first, start, size)

    def position(self, article: int) -> int | None:
        """Return where an article stands in the list."""
        return self.lists.position(self.articles, self.oldest_first, article)


class UnderHeadings(NamedTuple):
    """A list under other headings than years."""

    lists: Lists
    headings: Sequence[Heading]

    def groups(self) -> tuple[Group, ...]:
        """Count the articles under each heading."""
        return tuple(Group(None, heading.articles.bit_count(), heading.name) for heading in self.headings)

    def window(self, start: int, size: int) -> list[int]:
        """Return the numbers of some articles, from a place in the list on."""
        found: list[int] = []
        for _, articles in self.headings:
            count = articles.bit_count()
            if start < count and len(found) < size:
                found += self.lists.window(articles, False, start, size - len(found))
            start = max(0, start - count)
        return found

    def position(self, article: int) -> int | None:
        """Return where an article stands in the list."""
        before = 0
        for _, articles in self.headings:
            if articles >> article & 1:
                here = self.lists.position(articles, False, article)
                return None if here is None else before + here
            before += articles.bit_count()
        return None


Order: TypeAlias = ByDate | UnderHeadings
"""What gives a list window by window."""
