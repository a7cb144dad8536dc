"""What becomes of texts that arrive: known ones, new ones, and new ones from a known source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.archive.entries import Entry
from store.archive.hits import Outcome
from store.article import Article


class Arrivals:
    """Decides over the articles of one transaction, each in the light of those before it."""

    def __init__(self, known: Mapping[str, Entry], live: Mapping[str, Entry]) -> None:
        """Take the articles that are kept, and those of them that stand in lists."""
        self._known = known
        self._holders = {e.file: e.id for e in live.values()}
        self._places: dict[str, int] = {}
        self.new: list[Article] = []
        """Articles to append. An id may stand twice, each time for another article that it replaced."""
        self.also: dict[str, tuple[str, ...]] = {}
        """Kept articles that were seen under more names: all their other names, by id."""

    def decide(self, article: Article) -> Outcome:
        """Say what becomes of an article, and remember what is to be written."""
        file = article.source.file
        holder = self._holders.get(file)
        names = self._names(article.id)
        if holder == article.id:
            return Outcome("unchanged", article.id)
        if names and holder is None:
            self._note_name(article.id, names, file)
            return Outcome("unchanged", article.id)
        self._append(article, names, holder)
        return Outcome("replaced" if holder else "added", article.id, holder)

    def _names(self, article_id: str) -> tuple[str, ...]:
        """Return all file names of a known article, that of its source first; none of an unknown one."""
        if article_id in self._places:
            source = self.new[self._places[article_id]].source
            return source.file, *source.also
        entry = self._known.get(article_id)
        return (entry.file, *self.also.get(article_id, entry.also)) if entry else ()

    def _note_name(self, article_id: str, names: tuple[str, ...], file: str) -> None:
        if file in names:
            return
        also = (*names[1:], file)
        if article_id in self._places:
            place = self._places[article_id]
            kept = self.new[place]
            self.new[place] = replace(kept, source=replace(kept.source, also=also))
        else:
            self.also[article_id] = also

    def _append(self, article: Article, names: tuple[str, ...], replaced: str | None) -> None:
        """Append an article; one that was known keeps its other names, and belongs to this file now."""
        file = article.source.file
        for name in names:
            if self._holders.get(name) == article.id:
                del self._holders[name]
        also = dict.fromkeys((*names, *article.source.also))
        also.pop(file, None)
        self.also.pop(article.id, None)
        self._places[article.id] = len(self.new)
        self.new.append(replace(article, replaces=replaced, source=replace(article.source, also=tuple(also))))
        self._holders[file] = article.id
