"""Session: a line in, lines out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.errors import NewsError, QueryError
from tui import places
from tui.plain import choosing, going, table, words
from tui.plain.place import Place

_LONGEST: Final = 8_000
"""Characters of a line; a filter can have half as many."""


class Session:
    """What one reader asks and is told, until they end it."""

    def __init__(self, place: Place) -> None:
        """Begin at a place."""
        self.place = place
        self.has_ended = False
        self.has_refused = False
        """Whether any line was not understood, or could not be done."""

    def begin(self, link: places.Place | None = None) -> Iterator[str]:
        """Tell what there is at the start, and what of the archive is left out.

        Args:
            link: The paragraph to begin at; None means the first text.
        """
        archive = self.place.archive
        for error in archive.damaged:
            yield words.sentence(f"left out: {error}")
        if archive.damaged and not self.place.kiosk:
            yield "newsdesk doctor says what can be done."
        if archive.is_partial:
            yield "The newest texts only: there is no index of all, and this account may not write one."
        yield from going.linked(self.place, link) if link else choosing.told(self.place)

    def hear(self, line: str) -> Iterator[str]:
        """Answer a line."""
        place = self.place
        yield from self._news()
        try:
            yield from self._answer(line.strip())
        except QueryError as error:
            self.has_refused = True
            place.suggestion = error.suggestion
            yield from words.mistake(error)
        except words.NotUnderstood as error:
            self.has_refused = True
            yield words.sentence(str(error))
        except NewsError as error:
            self.has_refused = True
            yield words.sentence(f"not done: {error}")

    def _news(self) -> Iterator[str]:
        """Tell how many texts are new; where that cannot be seen, what was read before still answers."""
        try:
            more = self.place.renew()
        except NewsError as error:
            yield words.sentence(f"nothing new can be seen: {error}")
        else:
            yield from [f"{more:,} new text{'s' * (more != 1)}."] if more else []

    def _answer(self, line: str) -> Iterator[str]:
        place = self.place
        is_typing, place.is_typing = place.is_typing, False
        suggestion, place.suggestion = place.suggestion, None
        following, place.next = place.next, None
        if len(line) > _LONGEST:
            self.has_refused = True
            yield f"That line has {len(line):,} characters, more than the {_LONGEST:,} that are read."
        elif is_typing:
            yield from choosing.typed(place, line) if line else ["The filter is as it was."]
        elif line:
            yield from self._command(line)
        elif suggestion is not None:
            yield from choosing.typed(place, suggestion)
        elif following:
            yield from following
        else:
            yield "Nothing follows. ? lists the commands."

    def _command(self, line: str) -> Iterator[str]:
        word, _, rest = line.partition(" ")
        if line[0] in table.SIGNS:
            word, rest = line[0], line[1:]
        command = table.BY_WORD.get(word) or table.BY_WORD.get(word.lower() if len(word) > 1 else word)
        if command:
            yield from command.do(self.place, rest.strip())
            self.has_ended = command is table.END
        elif going.is_number(line):
            yield from going.opened(self.place, line)
        elif link := places.named(line):
            yield from going.linked(self.place, link)
        elif ":" in line or line[0] == '"':
            yield from choosing.typed(self.place, line)
        else:
            self.has_refused = True
            yield from table.unknown(word, line)
