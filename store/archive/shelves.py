"""The shelves of an archive: segments of articles in order of arrival, and the letters of the parties."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from store.archive import files
from store.archive.files import Stamp
from store.archive.tables import Table, read_document, read_each, read_table
from store.errors import ArchiveError

if TYPE_CHECKING:
    from store.archive.entities import Named
    from store.archive.storage import Written
    from store.article import Entity
    from store.document import Document

SEGMENT: Final = 128
"""So many articles at most stand in one file: small enough to be rewritten for each one that arrives."""

_NAME: Final = re.compile(r"\d{5}|[1-9]\d{5,11}", re.ASCII)

_LETTERS: Final = "letters"
_SUFFIX: Final = ".json"

_LISTED: Final = 4096
"""So many names of files are understood once for all: an open desk lists them each second."""

_TOLD_APART: Final = 2_000_000_000
"""Nanoseconds after which no system gives two changes of a folder the same time."""

_T = TypeVar("_T")


class Seal(NamedTuple):
    """What tells one state of a segment from another: its size in bytes, and when it was changed."""

    size: int
    changed: int


class Shelves:
    """All articles on disk; what is in them is known to the index."""

    def __init__(self, folder: Path, holder: str, patience: float) -> None:
        """Name the folder of the archive and who would write; nothing is read yet."""
        self.folder = folder
        """The folder of the archive."""
        self._articles = folder / "articles"
        self._holder = holder
        self._patience = patience
        self._writer: int | None = None
        self._listed: tuple[Stamp | None, int] = None, 0
        self._letters_stamp: Stamp | None = None
        self._letters_damage: ArchiveError | None = None
        self._last_letter = 0
        self._written: Written | None = None
        self.seals: Mapping[str, Seal] = {}
        """The segments, in order of arrival, as they were at the last `refresh`."""
        self.letters: Mapping[str, str] = {}
        """The letters that pick each party, in order of age."""
        self.initials: Mapping[str, str] = {}
        """The letters that pick other entities, in order of age; a party may have the same."""

    @property
    def exists(self) -> bool:
        """Tell whether anything was ever kept here, be it gone by now."""
        return bool(self.seals) or self._letters_stamp is not None

    @property
    def damaged(self) -> tuple[ArchiveError, ...]:
        """What cannot be used beside the segments, with the reason."""
        return (self._letters_damage,) if self._letters_damage else ()

    def refresh(self) -> None:
        """See what is on disk now."""
        self._listed = files.stamp(self._articles), time.time_ns()
        found = _seals(self._articles)
        if found != self.seals:
            self.seals = {name: found[name] for name in sorted(found, key=int)}
        self._refresh_letters()

    def glance(self) -> None:
        """See the same at little cost: segments are only ever replaced, which their folder tells."""
        stamp, at = self._listed
        if stamp is None or at - stamp[2] < _TOLD_APART or stamp != files.stamp(self._articles):
            self.refresh()
        else:
            self._refresh_letters()

    def _refresh_letters(self) -> None:
        stamp = files.stamp(self.folder / f"{_LETTERS}{_SUFFIX}")
        if stamp != self._letters_stamp:
            self._letters_stamp = stamp
            self._read_letters()

    def table(self, segment: str) -> Table:
        """Return the documents of a segment by number.

        Raises:
            ArchiveError: It cannot be read or is damaged.
        """
        return read_table(self._path(segment))

    def each(self, segment: str, take: Callable[[Document, str], _T]) -> list[_T]:
        """Return what is made of each document of a segment, and its number, in half the time of `table`.

        Raises:
            ArchiveError: It cannot be read or is damaged.
        """
        return read_each(self._path(segment), take)

    def document(self, segment: str, number: str) -> Document:
        """Return one document of a segment.

        Raises:
            ArchiveError: The segment cannot be read or is damaged.
            KeyError: It has no such document.
        """
        return read_document(self._path(segment), number)

    def stamp(self, segment: str) -> Stamp | None:
        """Return what tells this state of a segment's file from another."""
        return files.stamp(self._path(segment))

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[None]:
        """Keep every other writer out; what the last one left must be read by `refresh`.

        Raises:
            ArchiveBusy: Another process held the archive for all of `patience` seconds.
            ArchiveError: The archive cannot be written.
        """
        if self._writer == get_ident():  # who writes finds the index damaged, and has it made anew
            yield
            return
        files.make_folder(self.folder)
        wait = self._patience if patience is None else patience
        with files.locked(self.folder / "lock", self._holder, wait):
            self._writer = get_ident()
            self._listed = None, 0  # a writer must see every segment as it is
            try:
                yield
            finally:
                self._writer = None

    @contextmanager
    def renewing(self, lock: str) -> Iterator[None]:
        """Keep out whoever else would make the index anew, by a lock file of its own.

        Raises:
            ArchiveBusy: Somebody is about to.
            ArchiveError: The archive cannot be written.
        """
        with files.locked(self.folder / lock, self._holder, 0):
            yield

    def append(self, segment: str, documents: Mapping[int, bytes]) -> None:
        """Add documents, each as JSON, under numbers of their own to a segment; only while writing."""
        from store.archive.storage import Written  # TinyDB: only a writer needs it

        self._written = self._written or Written(self._articles)
        self._written.append(segment, documents)
        self._look_at(segment)

    def rename(self, segment: str, sources: Mapping[str, Sequence[str]], numbers: Iterable[int]) -> None:
        """Write other names of their source to documents of a segment, by id; only while writing."""
        from store.archive.storage import change_documents  # TinyDB: only a writer needs it

        def note(document: Table) -> None:
            file, *also = sources[document["id"]]
            document["source"].update(file=file, also=also)

        change_documents(self._articles, segment, numbers, note)
        self._look_at(segment)

    def give_letters(self, named: Iterable[Entity]) -> None:
        """Keep letters for the confirmed parties that have none, in the order given; only while writing."""
        if self._letters_damage:
            return
        from store.archive.letters import give

        given = give(self.letters, (party for party in named if party.confirmed))
        if given or not self._letters_stamp:
            self._keep_letters("party", given)
            self.letters = {**self.letters, **given}

    def lacking(self, named: Iterable[Named]) -> list[Named]:
        """Return those of some entities, in the order given, for which letters can be kept."""
        from store.archive.letters import INITIALS

        left = 0 if self._letters_damage else max(0, INITIALS - len(self.initials))
        return [entity for entity in named if entity.id not in self.initials][:left]

    def give_initials(self, named: Iterable[Named]) -> None:
        """Keep letters for the entities that lack them, until letters run out; only while writing."""
        from store.archive.letters import give

        if given := give(self.initials, self.lacking(named)):
            self._keep_letters("entity", given)
            self.initials = {**self.initials, **given}

    def _keep_letters(self, whose: str, given: Mapping[str, str]) -> None:
        """Write letters behind those that there are."""
        from store.archive.storage import append_documents  # TinyDB: only a writer needs it

        documents = ({whose: entity, "letter": letter} for entity, letter in given.items())
        append_documents(self.folder, _LETTERS, dict(enumerate(documents, self._last_letter + 1)))
        self._last_letter += len(given)
        self._letters_stamp = files.stamp(self.folder / f"{_LETTERS}{_SUFFIX}")

    @property
    def is_lettered(self) -> bool:
        """Tell whether letters were ever given here."""
        return self._letters_stamp is not None

    def _look_at(self, segment: str) -> None:
        """See a segment as it was just written."""
        if stamp := files.stamp(self._path(segment)):
            self.seals = {**self.seals, segment: Seal(*stamp[1:])}

    def _read_letters(self) -> None:
        self.letters, self.initials, self._letters_damage, self._last_letter = {}, {}, None, 0
        if self._letters_stamp is None:
            return
        try:
            table = read_table(self.folder / f"{_LETTERS}{_SUFFIX}")
            letters, initials = (_letters(table, whose) for whose in ("party", "entity"))
        except ArchiveError as error:
            self._letters_damage = _without_letters(error.reason)
            return
        if len(letters) + len(initials) == len(table):
            self.letters, self.initials = dict(letters), dict(initials)
            self._last_letter = max(map(int, table), default=0)
        else:
            self._letters_damage = _without_letters(
                "holds something else than letters of parties and entities"
            )

    def _path(self, segment: str) -> Path:
        return self._articles / f"{segment}{_SUFFIX}"


def following(segment: str) -> str:
    """Return the name of the segment behind another; `0` stands before the first."""
    return f"{int(segment) + 1:05}"


def is_segment(name: str) -> bool:
    """Tell whether a name is one that a segment is given; no two of these stand for one number."""
    return _NAME.fullmatch(name) is not None


def shown(segment: str) -> str:
    """Return a segment's file as messages name it: within the archive."""
    return f"articles/{segment}{_SUFFIX}"


@lru_cache(maxsize=_LISTED)
def _segment_in(file: str) -> str | None:
    name = file.removesuffix(_SUFFIX)
    return name if name != file and is_segment(name) else None


def _seals(folder: Path) -> dict[str, Seal]:
    found = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if (name := _segment_in(entry.name)) is None:
                    continue
                try:
                    seen = entry.stat()
                except FileNotFoundError:  # taken away while it was listed, or a link to nothing
                    continue
                found[name] = Seal(seen.st_size, seen.st_mtime_ns)
    except FileNotFoundError:
        return {}
    except OSError:
        files.names(folder, _SUFFIX)  # says what is wrong with it
        raise
    return found


def _letters(table: Table, whose: str) -> list[tuple[str, str]]:
    """Return the letters of parties or of other entities, as far as they are letters."""
    given = [(document.get(whose), document.get("letter")) for document in table.values()]
    return [(who, letter) for who, letter in given if isinstance(who, str) and isinstance(letter, str)]


def _without_letters(why: str) -> ArchiveError:
    return ArchiveError(f"{_LETTERS}{_SUFFIX}", f"{why}; parties have no letters")
