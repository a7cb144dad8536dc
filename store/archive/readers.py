"""A reader: what they said of the texts, kept when they say it, in the archive or apart from it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from store.archive import files
from store.archive.identity import folder_apart, safe_name
from store.archive.ledger import Ledger, laid
from store.archive.marks import (
    VIEW_FORMAT,
    About,
    Marks,
    Note,
    Said,
    Understanding,
    View,
    key,
)
from store.archive.tables import Table
from store.errors import ArchiveError, MarkRefused
from store.later import Later

if TYPE_CHECKING:
    from store.archive import history, sayings
    from store.archive.history import Find, Plan
else:
    history, sayings = map(Later, ("store.archive.history", "store.archive.sayings"))

_UNREADABLE: Final = (0, 0, 0)
"""Stands for the state of a file that may not even be looked at."""


class Reader:
    """What one reader said of one archive; each change is kept when it is made, and merged with other desks'.

    It is kept in the archive's own folder of readers, or, where that cannot be written, in a folder of this
    account's own; then both are read, and what stands in the own folder is the newer word.
    """

    def __init__(
        self, folder: Path, name: str, patience: float = files.PATIENCE, may_be_apart: bool = True
    ) -> None:
        """Name the folder of all readers and this one's name; nothing is read or made yet.

        Args:
            may_be_apart: Whether marks may go to the account's own folder; else they are refused.
        """
        self._name = name
        self._patience = patience
        self._shared = Ledger(folder, safe_name(name), name, patience)
        self._may_be_apart = may_be_apart
        self._understanding = Understanding()

    @property
    def name(self) -> str:
        """Who the reader is."""
        return self._name

    @property
    def path(self) -> Path:
        """The reader's file in the archive."""
        return self._shared.path

    @property
    def is_apart(self) -> bool:
        """Tell whether marks go to the account's own folder, because the archive's cannot be written."""
        return self._apart is not None

    @property
    def may_be_apart(self) -> bool:
        """Tell whether marks may go to the account's own folder."""
        return self._may_be_apart

    @property
    def can_keep(self) -> bool:
        """Tell whether there is a place that can be written, in the archive or apart from it."""
        return _is_writable(self._shared.folder) or (self._own is not None and _is_writable(self._own.folder))

    @property
    def folder(self) -> Path:
        """Where marks go now."""
        return (self._apart or self._shared).folder

    def stamp(self) -> tuple[files.Stamp | None, files.Stamp | None]:
        """Return what tells this state of the files from another."""
        apart = self._apart
        return _stamp(self._shared.path), _stamp(apart.path) if apart else None

    def marks(self) -> Marks:
        """Return what the reader said so far.

        Raises:
            ArchiveError: A file is there and cannot be read.
        """
        apart = self._apart
        if apart:
            return self._understanding.marks(laid(_readable(self._shared), _readable(apart)))
        return self._understanding.marks(self._shared.read().values())

    def mark(
        self,
        articles: Iterable[str],
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] = (),
        untags: Sequence[str] = (),
        notes: Sequence[Note] = (),
        unnotes: Sequence[Note] = (),
        older: Mapping[str, Sequence[str]] = MappingProxyType({}),
        is_undoable: bool = False,
    ) -> Marks:
        """Say the same of several articles, and return all that is said now.

        Args:
            older: What those articles replaced; tags and notes are taken away there, too.
            is_undoable: Whether it can be taken back.

        Raises:
            MarkRefused: A tag cannot be one, or a text would have too many; nothing is said then.
            ArchiveError: The file cannot be read or written; it is left as it is.
            ArchiveBusy: Another desk of this reader was writing for too long.
        """
        said = sayings.Saying(
            read, starred, tuple(map(sayings.tag, tags)), tuple(untags), tuple(notes), tuple(unnotes)
        )
        wanted = tuple(articles)

        def plan(find: Find) -> Mapping[About, Said]:
            changes: dict[About, Said] = {}
            texts = 0
            for article in wanted:
                before = len(changes)
                for one, word in ((article, said), *((one, said.less) for one in older.get(article, ()))):
                    if fields := word.changes(find(("article", one))):
                        changes["article", one] = fields
                texts += len(changes) > before
            return history.noted(find, changes, said.told(texts)) if changes and is_undoable else changes

        return self._change(plan)

    def undo(self) -> Marks:
        """Take the newest change back, and return all that is said now."""
        return self._change(history.taken_back)

    def redo(self) -> Marks:
        """Make the change again that was taken back last, and return all that is said now."""
        return self._change(history.made_again)

    def stand(self, article: str, paragraph: int | None) -> Marks:
        """Say at which paragraph of an article the reader is, and return all that is said now."""
        return self._change(lambda _: {("article", article): {"place": paragraph}})

    def learn(self, hint: str) -> Marks:
        """Say that a hint is no longer needed, and return all that is said now."""
        return self._change(lambda _: {("hint", hint): {}})

    def ask(self, query: str) -> Marks:
        """Remember a filter that was typed, and return all that is said now."""

        def plan(find: Find) -> Mapping[About, Said]:
            before = find(("asked", "filters")).get("queries")
            return {("asked", "filters"): {"queries": sayings.asked(before, query)}}

        return self._change(plan)

    def save_view(self, name: str, view: View) -> Marks:
        """Save a view in place of what had its name, and return all that is said now.

        Raises:
            MarkRefused: The name or the query cannot be kept, or a newer newsdesk saved a view so named.
        """
        return self._keep_view(sayings.name(name), sayings.view_said(view))

    def drop_view(self, name: str) -> Marks:
        """Take a saved view away, and return all that is said now."""
        return self._keep_view(sayings.name(name), {"query": None})

    def leave(self, view: View) -> Marks:
        """Say where the reader is, so that the next desk opens there, and return all that is said now."""
        return self._keep_view("", sayings.view_said(view))

    def _keep_view(self, name: str, said: Said) -> Marks:
        def plan(find: Find) -> Mapping[About, Said]:
            version = find(("view", name)).get("format", VIEW_FORMAT)
            if isinstance(version, int) and version > VIEW_FORMAT:
                called = f"the view {name}" if name else "where you left the desk"
                raise MarkRefused(f"A newer newsdesk keeps {called}; this one leaves it alone")
            return {("view", name): said}

        return self._change(plan)

    def _change(self, plan: Plan) -> Marks:
        """Change what is said of some things, as one write."""
        apart = self._apart
        if not (self._may_be_apart or self.can_keep):
            raise MarkRefused("Not kept: this archive is read-only here, and takes no marks, notes or views")
        if apart is None:
            self._take_in()
            return self._understanding.marks(self._shared.change(plan).values())
        below = _readable(self._shared)
        own = apart.change(plan, {a: d for d in below.values() if (a := key(d))})
        return self._understanding.marks(laid(below, own))

    def _take_in(self) -> None:
        """Bring what was said apart into the archive's folder, now that it can be written."""
        if self._own and self._own.read():
            self._own.move(self._take)

    def _take(self, said: Table) -> None:
        self._shared.change(lambda _: {about: d for d in said.values() if (about := key(d))})

    @property
    def _apart(self) -> Ledger | None:
        """The file in the account's own folder, where the archive's folder cannot be written."""
        return None if _is_writable(self._shared.folder) else self._own

    @cached_property
    def _own(self) -> Ledger | None:
        if not self._may_be_apart:
            return None
        try:
            folder = folder_apart(self._shared.folder.parent)
        except RuntimeError:
            return None
        return Ledger(folder, safe_name(self._name), self._name, self._patience)


def _readable(ledger: Ledger) -> Table:
    """Return the documents of a file, for a reader apart: what this account may not read is no harm."""
    return ledger.read() if os.access(ledger.path, os.R_OK) else {}


def _stamp(path: Path) -> files.Stamp | None:
    try:
        return files.stamp(path)
    except ArchiveError:
        return _UNREADABLE


def _is_writable(folder: Path) -> bool:
    """Tell whether this account may make files in a folder, or make the folder where there is none."""
    there = next((f for f in (folder, *folder.parents) if os.path.lexists(f)), folder)
    effective = os.access in os.supports_effective_ids
    return not there.is_dir() or os.access(there, os.W_OK | os.X_OK, effective_ids=effective)
