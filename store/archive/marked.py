"""What a reader said of articles, as sets of those in lists; what replaced an article inherits its marks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from store.archive import many, sets
from store.archive.lineage import lineage
from store.archive.marks import SILENT, Mark, Marks
from store.archive.rows import id_of, number_of
from store.fold import fold


class Marked:
    """One reader's marks, laid over an index at one moment."""

    def __init__(self, database: sqlite3.Connection, marks: Marks) -> None:
        """Read an index, which must not change under this reader."""
        self._database = database
        self._marks: Mapping[str, Mark] = {}
        self.said: Mapping[int, Mark] = {}
        """What the reader said of an article, or of what it replaced, by its number."""
        self.read = 0
        """The articles that the reader has read."""
        self.starred = 0
        self.lay(marks)

    def lay(self, marks: Marks) -> None:
        """Lay new marks over the articles in place of those before.

        What others read meanwhile is the state before or the new one: a thread may lay many.
        """
        before, self._marks = self._marks, marks.articles
        now = self._marks
        changed = [i for i, mark in now.items() if before.get(i) is not mark and before.get(i) != mark]
        changed += before.keys() - now.keys()
        others = dict(self._heirs(changed))
        self.said = {**self.said, **others}
        touched = ~sets.of(others)
        self.read = self.read & touched | sets.of(i for i, mark in others.items() if mark.read)
        self.starred = self.starred & touched | sets.of(i for i, mark in others.items() if mark.starred)

    def of(self, article: int) -> Mark:
        """Return what the reader said of an article, or of what it replaced."""
        return self.said.get(article, SILENT)

    def saying(self, field: str, value: str) -> int:
        """Return the set of the articles of which `is:`, `has:` or `tag:` with this value is true."""
        match field, value:
            case "is", "read":
                return self.read
            case "is", "unread":
                return ~self.read
            case "is", "starred":
                return self.starred
            case "has", "tag":
                return self._where(lambda mark: bool(mark.tags))
            case "has", "note":
                return self._where(lambda mark: bool(mark.notes))
            case "tag", _ if value.endswith("*"):
                return self._tagged(lambda tag: tag.startswith(fold(value[:-1])))
            case "tag", _:
                return self._tagged(lambda tag: tag == fold(value))
        raise AssertionError(f"{field}:{value} is nothing that a reader says")

    def _tagged(self, meant: Callable[[str], bool]) -> int:
        return self._where(lambda mark: any(meant(fold(tag)) for tag in mark.tags))

    def _where(self, test: Callable[[Mark], bool]) -> int:
        return sets.of(article for article, mark in self.said.items() if test(mark))

    def _heirs(self, ids: Iterable[str]) -> Iterator[tuple[int, Mark]]:
        """Yield the articles in lists that some ids mean or have become, with what is said of each now."""
        replaced: dict[int, int | None] = {}
        live: dict[int, int] = {}
        asked = [number_of(i) for i in ids]
        rows, seen = self._asked(_OF_IDS, asked), set[int]()
        while asked:  # of an heir, what it replaced may be in a lost file
            seen.update(asked)
            rows += self._asked(_OF_HEIRS, asked)
            replaced.update((number, before) for number, _, _, before in rows)
            live.update((number, article) for number, article, is_live, _ in rows if is_live)
            asked = [number for number, *_ in rows if number not in seen]
            rows = []
        while older := [i for i in replaced.values() if i is not None and i not in replaced]:
            replaced.update(dict.fromkeys(older))
            replaced.update((number, before) for number, _, _, before in self._asked(_OF_IDS, older))
        for number, article in live.items():
            if replaced[number] is None:
                yield article, self._marks.get(id_of(number), SILENT)
            else:
                said = [self._marks.get(id_of(i), SILENT) for i in lineage(number, replaced.get)]
                yield article, _together(said)

    def _asked(self, meant: str, numbers: list[int]) -> list[tuple[int, int, int, int | None]]:
        """Return all articles that have the ids meant; of several with one id the last to arrive is last."""
        if not numbers:
            return []
        return self._database.execute(_ARTICLES.format(meant), (many.numbers(numbers),)).fetchall()


def _together(words: Sequence[Mark]) -> Mark:
    """Return what is said of a text, given what was said of it and then of what it replaced.

    Of read, starred and place the latest word counts; tags and notes are all that were ever given.
    """
    read, starred, place = (
        next((word for word in said if word is not None), None)
        for said in zip(*((mark.read, mark.starred, mark.place) for mark in words), strict=True)
    )
    older = words[::-1]
    tags = {fold(tag): tag for mark in words for tag in reversed(mark.tags)}
    notes = dict.fromkeys(note for mark in older for note in mark.notes)
    return Mark(read, starred, tuple(tags.values())[::-1], tuple(notes), place)


_ARTICLES: Final = "SELECT id, article, live, replaces FROM articles WHERE id IN ({}) ORDER BY arrival"
_OF_IDS: Final = "SELECT value FROM json_each(?)"
_OF_HEIRS: Final = "SELECT a.id FROM json_each(?) AS asked JOIN articles AS a ON a.replaces = asked.value"
