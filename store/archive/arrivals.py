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
        self.new: dict[str, Article] = {}
        """Articles to append, by id."""
        self.also: dict[str, tuple[str, ...]] = {}
        """Kept articles that were seen under more names: all their other names, by id."""

    def decide(self, article: Article) -> Outcome:
        """Say what becomes of an article, and remember what is to be written."""
        file = article.source.file
        holder = self._holders.get(file)
        known = article.id in self._known or article.id in self.new
        if holder == article.id:
            return Outcome("unchanged", article.id)
        if known and holder is None:
            self._note_name(article.id, file)
            return Outcome("unchanged", article.id)
        self._append(article, holder)
        return Outcome("replaced" if holder else "added", article.id, holder)

    def _names(self, article_id: str) -> tuple[str, ...]:
        """Return all file names of an article, that of its source first."""
        if article_id in self.new:
            source = self.new[article_id].source
            return source.file, *source.also
        entry = self._known.get(article_id)
        return (entry.file, *self.also.get(article_id, entry.also)) if entry else ()

    def _note_name(self, article_id: str, file: str) -> None:
        first, *others = self._names(article_id)
        if file == first or file in others:
            return
        also = (*others, file)
        if article_id in self.new:
            kept = self.new[article_id]
            self.new[article_id] = replace(kept, source=replace(kept.source, also=also))
        else:
            self.also[article_id] = also

    def _append(self, article: Article, replaced: str | None) -> None:
        """Append an article; one that was known already keeps its other names and is put last again."""
        file = article.source.file
        names = dict.fromkeys((*self._names(article.id), *article.source.also))
        for name in names:
            if self._holders.get(name) == article.id:
                del self._holders[name]
        names.pop(file, None)
        self.also.pop(article.id, None)
        self.new.pop(article.id, None)
        self.new[article.id] = replace(
            article, replaces=replaced, source=replace(article.source, also=tuple(names))
        )
        self._holders[file] = article.id
