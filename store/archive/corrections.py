"""Corrections: all that people corrected in an archive, and what it makes of the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from store.archive import files
from store.archive.corrected import Correction, Event, Place, Undoing, Value, highest, of_entity, understood
from store.archive.laying import FATE, Dated, Over, Record, laid
from store.archive.lineage import lineage
from store.archive.tables import read_table
from store.document import Document

TABLE: Final = "corrections"
"""The archive's table of corrections, in a file of that name."""

Done = tuple[Correction, datetime]
"""A correction, and when it was made or taken back."""

_Slot = tuple[str, str, Place | None]
"""What of one article is corrected: entity, field, mention."""

Replaced = Callable[[str], str | None]
"""Returns the id of the article whose place an article took."""


def nothing(_article: str) -> None:
    """Say of an article that it took no other's place."""


class Corrections:
    """The corrections of an archive at one moment."""

    def __init__(
        self, events: Sequence[Event] = (), replaced: Replaced = nothing, strange: int = 0, last: int = 0
    ) -> None:
        """Take what was corrected, taken back and made again, in order.

        Args:
            replaced: What is corrected in an article also holds for what replaced it, thing by thing,
                unless that has a correction of its own. The one that a document names is known anyway.
            strange: How many records of the file are not understood; they are left out, and kept as they are.
            last: The highest number in the file, where it is not that of an event.
        """
        self.strange = strange
        self._replaced = replaced
        self._undo: defaultdict[str, dict[int, datetime]] = defaultdict(dict)
        self._redo: defaultdict[str, dict[int, datetime]] = defaultdict(dict)
        self._records: dict[int, Correction] = {}
        self.last = max([last, *(event.number for event in events)])
        """The highest number so far."""
        for event in events:
            self._take(event)
        self._articles: defaultdict[str, dict[_Slot, Correction]] = defaultdict(dict)
        self._wide: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for one in self.in_force:
            subject, entity, field, mention = one.slot
            if of_entity(subject):
                self._wide[subject][field] = _said(one)
            else:
                self._articles[subject][entity, field, mention] = one

    @classmethod
    def read(cls, folder: Path, replaced: Replaced = nothing) -> Corrections:
        """Return the corrections of an archive; none if nobody corrected anything.

        Raises:
            ArchiveError: The file is there and cannot be read.
        """
        path = folder / f"{TABLE}.json"
        table = read_table(path) if files.stamp(path) else {}
        events, strange = understood(table.values())
        return cls(events, replaced, strange, last=highest(table))

    @property
    def records(self) -> tuple[Correction, ...]:
        """All corrections in order, those taken back too."""
        return tuple(self._records.values())

    @property
    def in_force(self) -> tuple[Correction, ...]:
        """The corrections that were not taken back, in order."""
        return tuple(one for one in self._records.values() if one.undone is None)

    def undoable(self, who: str) -> Done | None:
        """Return the correction that somebody made last and that is in force, with when it was made."""
        return self._last(self._undo[who])

    def redoable(self, who: str) -> Done | None:
        """Return the correction that somebody took back last, with when, if they corrected nothing since."""
        return self._last(self._redo[who])

    def _last(self, done: dict[int, datetime]) -> Done | None:
        return next(((self._records[n], done[n]) for n in reversed(done)), None)

    def subjects(self) -> Mapping[str, str]:
        """Return a digest of what is said of each article and entity that a correction in force is about."""
        said: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        for one in self.in_force:
            said[one.subject].append(one)
        return {subject: f"{crc32(repr(records).encode()):08x}" for subject, records in said.items()}

    def subjects_of(self, document: Document) -> frozenset[str]:
        """Return those subjects that have a say in a document: articles it comes from, entities it names.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: The document is none.
        """
        articles = {article for article in self._lineage(document) if article in self._articles}
        return frozenset(articles | {entity for entity in self._reached(document) if entity in self._wide})

    def leads(self, entity: str, goal: str, here: Mapping[str, Mapping[str, Any]]) -> bool:
        """Tell whether an entity is another, or is merged into it, be it by way of more.

        Args:
            here: What is said of entities in one article.
        """
        seen: set[str] = set()
        while entity != goal:
            seen.add(entity)
            target = {**self._wide.get(entity, {}), **here.get(entity, {})}.get(FATE)
            if target is None or target["id"] in seen:
                return False
            entity = target["id"]
        return True

    def lay(self, document: Document) -> Document:
        """Return a document with what people corrected laid over it; the same object where that is nothing.

        A document that is none is returned as it is: who reads it will say what is wrong.
        """
        if not self._articles and not self._wide:
            return document
        try:
            over = self.over(document)
            return laid(document, over) if over else document
        except (AttributeError, KeyError, TypeError, ValueError):
            return document

    def lay_everywhere(self, document: Document) -> Document:
        """Return a document as `lay` does, without what was corrected in this article alone."""
        try:
            over = self.over(document)
            return laid(document, over._replace(date=None, moves={}, here={})) if over else document
        except (AttributeError, KeyError, TypeError, ValueError):
            return document

    def knowing(self, replaced: Replaced) -> Corrections:
        """Return the same corrections with another knowledge of what each article replaced."""
        other = copy(self)
        other._replaced = replaced
        return other

    def over(self, document: Document) -> Over | None:
        """Return what is to be laid over a document; None if nobody corrected anything that is in it.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: The document is none.
        """
        said = self._said_here(document)
        if not said and self._wide.keys().isdisjoint(entity["id"] for entity in document["entities"]):
            return None
        date: Dated | None = None
        moves: dict[tuple[str, int, int, int], Record] = {}
        here: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for (entity, field, mention), one in said.items():
            if field == "date":
                date = Dated(one.new if isinstance(one.new, str) else None, _says(one))
            elif mention and isinstance(one.new, dict):
                moves[entity, *mention] = one.new
            else:
                here[entity][field] = _said(one)
        return Over(date, moves, here, self._wide)

    def about(self, document: Document) -> tuple[Correction, ...]:
        """Return the corrections that have a say in a document as it is kept, in order.

        Raises:
            AttributeError, KeyError, TypeError, ValueError: The document is none.
        """
        reached = self._reached(document) & self._wide.keys()
        wide = {one.slot: one for one in self.in_force if one.subject in reached} if reached else {}
        return tuple(sorted((*self._said_here(document).values(), *wide.values())))

    def _take(self, event: Event) -> None:
        if isinstance(event, Correction):
            self._records[event.number] = event._replace(undone=None)
            self._undo[event.who][event.number] = event.when
            self._redo[event.who].clear()
            return
        one = self._records.get(event.of)
        if one is None or (one.undone is None) is not event.is_back:
            return
        undone = Undoing(event.who, event.when) if event.is_back else None
        self._records[event.of] = one._replace(undone=undone)
        for done in (*self._undo.values(), *self._redo.values()):
            done.pop(event.of, None)
        if event.is_back:
            self._redo[event.who][event.of] = event.when
        else:
            self._undo[event.who][event.of] = one.when  # it stands again where it stood

    def _said_here(self, document: Document) -> dict[_Slot, Correction]:
        """Return what was corrected in an article, over what was corrected in those that it replaced."""
        if not self._articles:
            return {}
        lineage = list(self._lineage(document))
        return {slot: one for a in reversed(lineage) for slot, one in self._articles.get(a, {}).items()}

    def _reached(self, document: Document) -> set[str]:
        """Return the entities that a document names, and all that they are merged into."""
        found = {entity["id"] for entity in document["entities"]}
        targets = (one.new for one in self._said_here(document).values())
        found |= {target["id"] for target in targets if isinstance(target, dict)}
        waiting = list(found)
        while waiting:
            target = self._wide.get(waiting.pop(), {}).get(FATE)
            if target and target["id"] not in found:
                found.add(target["id"])
                waiting.append(target["id"])
        return found

    def _lineage(self, document: Document) -> Iterator[str]:
        """Yield an article and what it replaced, the first of which a document names itself."""
        own, before = document["id"], document["replaces"]
        return lineage(own, lambda article: before if article == own else self._replaced(article))


def _said(one: Correction) -> Value:
    return None if one.field == "hidden" else one.new


def _says(one: Correction) -> tuple[str, ...]:
    """Return what the evidence of a date says of its correction."""
    before = one.old if isinstance(one.old, str) else "no date"
    who = f"corrected by {one.who} on {one.when.date().isoformat()}"
    return tuple(said for said in (who, one.reason, f"the text alone gave {before}") if said)
