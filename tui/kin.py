"""Kin: the entities that another may be meant to be, so that it can be merged into one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from store.archive.archive import Archive
from store.archive.local_names import gazetteer
from store.article import Article, Entity
from store.errors import NewsError
from store.fold import words
from store.query import Query

Known = tuple[Entity, int]
"""An entity, and how many texts name it."""

_ALL: Final = Query()


@dataclass(frozen=True)
class Kin:
    """What an entity of an article can be merged into."""

    archive: Archive
    article: Article
    today: date

    def of(self, this: Entity) -> list[Known]:
        """Return those of its kind: alike in name first, then those of the article, then by count."""
        own = {e.id: e for e in self.article.entities if e.kind == this.kind}
        wanted = {*words(this.name)}
        if this.kind == "party":
            facets = self.archive.facets(_ALL, "party", self.today)
            known = {
                f.id: (Entity(f.id, "party", f.name, f.abbr, None, None, f.confirmed), f.count)
                for f in facets
            }
        else:
            alike = {i for word in wanted for i in self.archive.vocabulary.resolve(this.kind, word)}
            known = self.known([*own, *alike])
        known.pop(this.id, None)

        def rank(one: Known) -> tuple[int, bool, int]:
            entity, texts = one
            return -len(wanted & {*words(entity.name)}), entity.id not in own, -texts

        return sorted(known.values(), key=rank)

    def called(self, this: Entity, name: str) -> dict[str, Known]:
        """Return those of its kind that have a name."""
        return self.known(i for i in self.archive.vocabulary.resolve(this.kind, name) if i != this.id)

    def known(self, ids: Iterable[str]) -> dict[str, Known]:
        """Return those of some entities that there are."""
        asked = list(dict.fromkeys(ids))
        counts = self.archive.counts(_ALL, asked, self.today)
        return {i: (entity, counts.get(i, 0)) for i in asked if (entity := self.entity(i))}

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity as the article names it, else as the archive does, else as the gazetteer."""
        own = (e for e in self.article.entities if e.id == entity_id)
        found = next(own, None) or self.archive.vocabulary.entity(entity_id)
        if found:
            return found
        try:
            return gazetteer(self.archive.folder).entity(entity_id)
        except NewsError:  # a mistake in it is told where texts are read by it
            return None
