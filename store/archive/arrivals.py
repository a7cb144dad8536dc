"""What becomes of texts that arrive: known ones, new ones, and new ones from a known source."""

from __future__ import annotations

from collections.abc import Callable

from store.archive.hits import Outcome
from store.document import Document

Names = tuple[str, ...]
"""All names of a text's source, the first of them first; none of a text that does not stand in lists."""


class Arrivals:
    """Decides over the documents of one transaction, each in the light of those before it.

    A text leaves the lists only when no file holds it any more.
    """

    def __init__(self, names: Callable[[str], Names], holder: Callable[[str], str | None]) -> None:
        """Take what gives the names of an article in lists by id, and the article that a file holds."""
        self._kept_names = names
        self._kept_holder = holder
        self._names: dict[str, Names] = {}
        self._holders: dict[str, str | None] = {}
        self._places: dict[str, int] = {}
        self.new: list[Document] = []
        """Documents to append. An id may stand twice, each time for another article that it replaced."""

    @property
    def renamed(self) -> dict[str, Names]:
        """All names of the kept articles whose names changed, by id."""
        return {i: names for i, names in self._names.items() if i not in self._places and names}

    def decide(self, document: Document) -> Outcome:
        """Say what becomes of a document, and remember what is to be written."""
        article, file = document["id"], document["source"]["file"]
        holder = self._holder(file)
        if holder == article:
            return Outcome("unchanged", article)
        replaced = holder if holder and not self._take_away(holder, file) else None
        names = self._names_of(article)
        if names and not replaced:
            self._call(article, (*names, file))
            return Outcome("unchanged", article)
        self._append(document, names, replaced)
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
            source = self.new[self._places[article]]["source"]
            source["file"], *source["also"] = names

    def _append(self, document: Document, names: Names, replaced: str | None) -> None:
        """Append a document; a text that was known keeps its other names, and belongs to this file now."""
        source = document["source"]
        wanted = (source["file"], *names, *source["also"])
        others = {n for n in source["also"] if self._holder(n) not in (None, document["id"], replaced)}
        given = tuple(dict.fromkeys(name for name in wanted if name not in others))
        kept = {**document, "replaces": replaced, "source": {**source, "also": list(given[1:])}}
        self._places[document["id"]] = len(self.new)
        self.new.append(kept)
        self._call(document["id"], given)
