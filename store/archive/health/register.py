"""Register: what all segments together say, so that what does not fit together is found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from store.archive.readings import Readings
from store.article import Entity
from store.document import Document


class Place(NamedTuple):
    """Where an article stands: the segment, and the document's number in it."""

    segment: str
    number: str


class Register:
    """The articles of all segments, noted in order of arrival."""

    def __init__(self, readings: Readings, letters: Mapping[str, str]) -> None:
        """Note nothing yet.

        Args:
            readings: Tells which texts are stale.
            letters: The letters of the parties that have any.
        """
        self._readings = readings
        self._letters = letters
        self._places: dict[int, Place] = {}
        self._replaced: set[str] = set()
        self._watched: dict[str, str] = {}
        self._said: dict[str, set[tuple[str, tuple[int, int, int] | None]]] = {}
        self._awaited: dict[str, list[Place]] = defaultdict(list)
        self.seals: dict[str, tuple[int, int]] = {}
        """Size and time of change of each segment, as it was examined."""
        self.sums: dict[str, int] = {}
        """A checksum of each sound segment: of what the index must say of it."""
        self.is_whole = True
        """Whether every segment could be seen; else what seems not to fit may fit all the same."""
        self.copies: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        """By segment the numbers of texts that came again while in lists, with their first place."""
        self.early: list[tuple[Place, Place]] = []
        """Articles that stand before the one that they replace, with the place of that."""
        self.stale: Counter[str] = Counter()
        """How many articles of a segment may read otherwise by now."""
        self.whys: Counter[str] = Counter()
        """How many of them for which reason."""
        self.unnamed: set[str] = set()
        """Of the entities that are to be looked for, those that no article noted so far names."""
        self.unlettered: dict[str, Entity] = {}
        """The confirmed parties without a letter, by id, in order of arrival."""

    def watch(self, articles: Iterable[str]) -> None:
        """Remember what some articles, and those that replace them, say of the entities they name."""
        self._watched |= {article: article for article in articles}

    def names_now(self, article: str, entity: str, place: tuple[int, int, int] | None) -> bool:
        """Tell whether a watched article, or what replaced it, names an entity, or names it in a place."""
        said = self._said.get(article)
        return said is None or (entity, place) in said

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, article_id: object) -> bool:
        return isinstance(article_id, str) and _number(article_id) in self._places

    def note(self, place: Place, document: Document) -> None:
        """Note a sound article."""
        article_id, replaces = document["id"], document["replaces"]
        before = self._places.setdefault(_number(article_id), place)
        if before is not place and replaces is None and article_id not in self._replaced:
            self.copies[place.segment].append((place.number, before))
        self._replaced.discard(article_id)
        for waiting in self._awaited.pop(article_id, ()):
            self.early.append((waiting, place))
        self._look(article_id, replaces, document)
        self.unnamed.difference_update(entity["id"] for entity in document["entities"])
        if replaces is not None:
            self._replaced.add(replaces)
            if replaces not in self:
                self._awaited[replaces].append(place)
        if why := self._readings.why(document):
            self.stale[place.segment] += 1
            self.whys[why] += 1
        self.note_parties(document)

    def _look(self, article: str, replaces: str | None, document: Document) -> None:
        """Remember of a watched article, or one that replaces it, what it names and where."""
        first = self._watched.get(article) or self._watched.get(replaces or "")
        if first:
            self._watched[article] = first
            places = ((m["entity"], (m["paragraph"], m["start"], m["end"])) for m in document["mentions"])
            self._said[first] = {*places, *((entity["id"], None) for entity in document["entities"])}

    def note_parties(self, document: Document) -> None:
        """Note the parties of an article that have no letter yet."""
        from store.archive.entries import parties

        if any(map(self._lacks_letters, document["entities"])):
            for party in parties(document):
                if party.confirmed and party.id not in self._letters:
                    self.unlettered.setdefault(party.id, party)

    def _lacks_letters(self, entity: Mapping[str, Any]) -> bool:
        party = entity["id"]
        return (
            entity["kind"] == "party"
            and entity["confirmed"]
            and party not in self._letters
            and party not in self.unlettered
        )

    @property
    def orphans(self) -> dict[str, list[Place]]:
        """The articles that replace one which stands nowhere, by the id of that."""
        return dict(self._awaited)


def _number(article_id: str) -> int:
    """Return the number that an id is; it needs a third of the memory."""
    try:
        return int(article_id, 16)
    except ValueError:
        return -1
