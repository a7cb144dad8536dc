"""Errata: the corrections of an open archive, laid over what is read of it and what the index keeps."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import files
from store.archive.lineage import files_of
from store.archive.rows import id_of
from store.archive.sets import ENTITIES
from store.errors import ArchiveError

if TYPE_CHECKING:
    from store.archive.contents import Contents
    from store.archive.corrections import Corrections, Replaced
    from store.archive.entries import Entry
    from store.document import Document

FILE: Final = "corrections.json"
"""The archive's file of corrections."""


class Errata:
    """What people corrected, as it is now; read again when the file changes."""

    def __init__(self, folder: Path) -> None:
        """Name the folder of the archive; nothing is read yet."""
        self._folder = folder
        self._stamp: files.Stamp | None = None
        self._looked: tuple[object, Mapping[str, set[str]]] = (None, {})
        self._digests: Mapping[str, str] = {}
        self._now: Corrections | None = None
        self.version = 0
        """Another number whenever they are others."""
        self.damaged: tuple[ArchiveError, ...] = ()
        """The file, if it cannot be read, with the reason."""

    def refresh(self) -> None:
        """Take in what was corrected elsewhere."""
        stamp = files.stamp(self._folder / FILE)
        if stamp == self._stamp:
            return
        from store.archive.corrections import Corrections  # most archives have none

        self._stamp, self.damaged, self._now = stamp, (), Corrections()
        try:
            self._now = Corrections.read(self._folder)
        except ArchiveError as error:
            why = f"{error.reason}; what people corrected is left out"
            self.damaged = (ArchiveError(FILE, why),)
        self._digests = self._now.subjects()
        self.version += 1

    @property
    def now(self) -> Corrections:
        """All corrections."""
        if self._now is None:
            from store.archive.corrections import Corrections

            self._now = Corrections()
        return self._now

    @property
    def is_needed(self) -> bool:
        """Tell whether anything is corrected."""
        return bool(self._digests)

    def may_concern(self, found: Contents) -> bool:
        """Tell whether corrections may have a say in articles, by what the index takes of them."""
        ids = (id_of(number) for number, *_ in found.lines)
        named = (entity for entity, *_ in found.naming.called)
        replace = any(replaced is not None for _, _, replaced, *_ in found.lines)
        return replace or not self._digests.keys().isdisjoint(chain(ids, named))

    def lay(self, document: Document, replaced: Replaced) -> Document:
        """Return a document with what people corrected laid over it."""
        return self.now.knowing(replaced).lay(document) if self._digests else document

    def entry(self, document: Document, number: str, replaced: Replaced) -> Entry:
        """Return what the index keeps of an article after corrections.

        Its entities are called there as everywhere, whatever they are called in this article alone.

        Raises:
            DocumentError: A field that an entry needs is missing or of the wrong kind.
        """
        from store.archive.entries import entry  # a start with nothing to read needs it not

        if not self._digests:
            return entry(document, number)
        corrections = self.now.knowing(replaced)
        laid = corrections.lay(document)
        found = entry(laid, number)
        if laid is document:
            return found
        named = {e.id: e for e in entry(corrections.lay_everywhere(document), number).named}
        return found._replace(named=tuple(named.get(e.id, e) for e in found.named))

    def said(self, documents: Iterable[Document], replaced: Replaced) -> dict[str, str]:
        """Return the digests of all corrections that have a say in some documents, by subject."""
        if not self._digests:
            return {}
        corrections = self.now.knowing(replaced)
        subjects = {subject for document in documents for subject in corrections.subjects_of(document)}
        return {subject: self._digests[subject] for subject in subjects}

    def asked(self, segment: str) -> dict[str, str]:
        """Return the digests of those corrections for which `stale` last named a file."""
        subjects = self._looked[1].get(segment, ())
        return {subject: self._digests[subject] for subject in subjects if subject in self._digests}

    def stale(self, database: sqlite3.Connection, generation: object) -> Mapping[str, set[str]]:
        """Return the files that were indexed when corrections said something else, and what these are about.

        Args:
            generation: What is another whenever the index is.
        """
        key = self.version, generation
        if self._looked[0] != key:
            self._looked = key, self._compared(database)
        return self._looked[1]

    def _compared(self, database: sqlite3.Connection) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        known = set()
        for segment, subject, digest in database.execute("SELECT segment, subject, digest FROM corrected"):
            known.add((subject, segment))
            if self._digests.get(subject) != digest:
                found[segment].add(subject)
        articles = [subject for subject in self._digests if ":" not in subject]
        pairs = files_of(database, articles) if articles else set()
        for subject, segment in pairs | self._naming(database):
            if (subject, segment) not in known:
                found[segment].add(subject)
        return dict(found)

    def _naming(self, database: sqlite3.Connection) -> set[tuple[str, str]]:
        """Return the entities that were corrected, each with the files that name it."""
        numbers = {
            ENTITIES + number: entity
            for entity in self._digests
            if ":" in entity
            for (number,) in database.execute("SELECT entity FROM entities WHERE id = ?", (entity,))
        }
        if not numbers:
            return set()
        return {
            (numbers[key], segment)
            for segment, keys in database.execute("SELECT name, keys FROM segments JOIN naming USING (base)")
            for key in numbers.keys() & {*array("I", keys)}
        }
