"""What becomes of texts that arrive: known ones, new ones, and new ones from a known source."""

from __future__ import annotations

from collections.abc import Callable

from store.archive.drafts import Draft
from store.archive.hits import Outcome

Names = tuple[str, ...]
"""All names of a text's source, the first of them first; none of a text that does not stand in lists."""


class Arrivals:
    """Decides over the articles of one transaction, each in the light of those before it.

    A text leaves the lists only when no file holds it any more.
    """

    def __init__(self, names: Callable[[str], Names], holder: Callable[[str], str | None]) -> None:
        """Take what gives the names of an article in lists by id, and the article that a file holds."""
        self._kept_names = names
        self._kept_holder = holder
        self._names: dict[str, Names] = {}
        self._holders: dict[str, str | None] = {}
        self._places: dict[str, int] = {}
        self.new: list[Draft] = []
        """Articles to append. An id may stand twice, each time for another article that it replaced."""

    @property
    def renamed(self) -> dict[str, Names]:
        """All names of the kept articles whose names changed, by id."""
        return {i: names for i, names in self._names.items() if i not in self._places and names}

    def decide(self, draft: Draft) -> Outcome:
        """Say what becomes of an article, and remember what is to be written."""
        article, file = draft.id, draft.files[0]
        holder = self._holder(file)
        if holder == article:
            return Outcome("unchanged", article)
        replaced = holder if holder and not self._take_away(holder, file) else None
        names = self._names_of(article)
        if names and not replaced:
            self._call(article, (*names, file))
            return Outcome("unchanged", article)
        self._append(draft, names, replaced)
        return Outcome("replaced" if replaced else "added", article, replaced)

    def _holder(self, file: str) -> str | None:
        return self._holders[file] if file in self._holders else self._kept_holder(file)

    def _names_of(self, article: str) -> Names:
        return self._names[article] if article in self._names else self._kept_names(article)

    def _take_away(self, article: str, file: str) -> bool:
        """Take a file from the article that it held; tell whether another file still holds it."""
        names = tuple(name for name in self._names_of(article) if name != file)
        self._call(article, names)
        return bool(names)

    def _call(self, article: str, names: Names) -> None:
        self._names[article] = names
        self._holders.update(dict.fromkeys(names, article))
        if names and article in self._places:
            place = self._places[article]
            self.new[place] = self.new[place].told(names, self.new[place].replaces)

    def _append(self, draft: Draft, names: Names, replaced: str | None) -> None:
        """Append an article; a text that was known keeps its other names, and belongs to this file now."""
        file, *also = draft.files
        others = {name for name in also if self._holder(name) not in (None, draft.id, replaced)}
        wanted = (file, *names, *also)
        given = tuple(dict.fromkeys(name for name in wanted if name not in others))
        self._places[draft.id] = len(self.new)
        self.new.append(draft.told(given, replaced))
        self._call(draft.id, given)
