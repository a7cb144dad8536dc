"""Place: where a reader is, which is a filter, a text of its list, and a paragraph of that text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from store.archive.archive import Archive
from store.archive.hits import Row
from store.article import Article
from store.query import Query
from tui.asking import Answer
from tui.trail import Trail

if TYPE_CHECKING:
    from tui.page import Mark

_HEARD: Final = 500
"""So many of the last numbers told keep their meaning when texts arrive."""


class Place:
    """The state of a session."""

    def __init__(self, archive: Archive, query: Query, today: date, *, kiosk: bool = False) -> None:
        """Stand on the first text that a query finds."""
        self.archive = archive
        self.today = today
        self.kiosk = kiosk
        self.answer = Answer(archive, query, today)
        self.index = 0
        """Which row of the list the reader is on, counted from 0."""
        self.paragraph: int | None = None
        """The paragraph that was told last; None where the reader is above the text."""
        self.words: Mark | None = None
        """The words that the reader stands on, if they went to some."""
        self.next: Iterator[str] | None = None
        """What an empty line brings."""
        self.suggestion: str | None = None
        """The filter that an empty line takes instead of a mistaken one."""
        self.is_typing = False
        """Whether the next line is a filter, whatever it looks like."""
        self._trail = Trail(query)
        self._heard: dict[int, str] = {}

    @property
    def query(self) -> Query:
        """The filter in force."""
        return self.answer.query

    @property
    def total(self) -> int:
        """How many texts it finds."""
        return self.answer.tally.shown

    @property
    def current(self) -> Row | None:
        """The row that the reader is on; None where nothing was found."""
        return next(iter(self.rows(self.index, 1)), None)

    @property
    def article(self) -> Article | None:
        """The text that the reader is on."""
        row = self.current
        return self.archive.article(row.id) if row else None

    def rows(self, start: int, size: int) -> tuple[Row, ...]:
        """Return some rows of the list, which stands still whatever is marked meanwhile."""
        return self.answer.hits.fetch(start, size)

    def turn(self, query: Query, keep: str | None = None) -> None:
        """Put a filter in force, and stay on the same text, or on one that is named, if it is found."""
        self._stand()
        self._trail.note(query)
        self._ask(query, keep)

    def step(self, by: int) -> bool:
        """Go to the filter before this one, or on again to the one behind; tell whether there is one."""
        self._stand()
        stop = self._trail.step(by)
        if stop:
            self._ask(stop.query, stop.row)
        return stop is not None

    def renew(self) -> int:
        """Take in what other processes changed; return how many texts are new."""
        before = self.answer.tally.texts
        if self.archive.refresh():
            self.again()
        return max(0, self.answer.tally.texts - before)

    def again(self) -> None:
        """Ask the same question again; numbers that were told keep their meaning."""
        row, paragraph, words, heard = self.current, self.paragraph, self.words, self._heard
        self._ask(self.query, row.id if row else None)
        now = self.current
        if row and now and row.id == now.id:
            self.paragraph, self.words = paragraph, words
        self._heard = heard

    def go(self, index: int) -> None:
        """Stand on a row of the list."""
        if index != self.index:
            self.paragraph = self.words = None
        self.index = index

    def hear(self, index: int, article: str) -> None:
        """Remember which text was told under a number."""
        self._heard[index] = article
        while len(self._heard) > _HEARD:
            del self._heard[next(iter(self._heard))]

    def at(self, index: int) -> int | None:
        """Return where the text is now that was told under a number, else that number if there is one."""
        told = self._heard.get(index)
        found = self.archive.position(self.query, told, self.today) if told else None
        if found is not None:
            return found
        return index if 0 <= index < self.total else None

    def _stand(self) -> None:
        row = self.current
        self._trail.stand(row.id if row else None)

    def _ask(self, query: Query, keep: str | None) -> None:
        row = self.current
        keep = keep or (row.id if row else None)
        self.answer = Answer(self.archive, query, self.today)
        found = self.archive.position(query, keep, self.today) if keep else None
        self.index = found or 0
        self.paragraph = self.words = None
        self._heard = {}
