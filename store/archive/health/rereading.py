"""Rereading: texts that another newsdesk or gazetteer read are read again; id, source and number stay."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from store.archive import files, local_names, readings
from store.archive.entries import parties
from store.archive.errata import Errata
from store.archive.health.house import SHARED, House, Tell
from store.archive.health.recovery import reread
from store.archive.identity import account
from store.archive.index import Index
from store.archive.shelves import Shelves
from store.archive.tables import read_table
from store.archive.upkeep import LITTLE, Upkeep
from store.document import FORMAT, Document, from_document
from store.errors import ArchiveError, DocumentError, NewsError

_SIGN: Final = ".read"
"""The file beside the newsroom's gazetteer that says by which state of it all texts were read."""

_STDERR: Final = 2

_NICE: Final = 10
"""How far the reading stands back behind whoever works at the machine."""


def is_wanted(archive: Path) -> bool:
    """Tell whether the newsroom's gazetteer is another than when all texts were last read by it."""
    folder = archive / local_names.FOLDER
    try:
        sign = (folder / _SIGN).read_text("utf-8") if (folder / _SIGN).exists() else "[]"
        return _state(archive) != sign and os.access(archive, os.W_OK)
    except (OSError, UnicodeDecodeError, ArchiveError):
        return False


def read_again(archive: Path, tell: Tell) -> None:
    """Read all texts again that another gazetteer read, one file after the other.

    Args:
        tell: Hears how many files of how many are done; of one in which nothing was to be read that it is 0.

    Raises:
        GazetteerError: The newsroom's gazetteer has a mistake; file and line are named.
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: The archive cannot be written.
    """
    from store.archive.archive import Archive

    state = _state(archive)
    house, room = _house(archive, tell), _Room(archive)
    readings.remember(archive, house.gazetteer)
    for done, name in enumerate(names := house.segments(), 1):
        is_stale = _has_stale(house, name)
        if is_stale:
            room.take(house, name)
        tell(done if is_stale else 0, len(names))
    with house.lock():
        files.make_folder(archive / local_names.FOLDER)
        files.replace(archive / local_names.FOLDER / _SIGN, state.encode(), SHARED)
        readings.forget(archive, house.readings.states)
    Archive(archive).catch_up()


class _Room:
    """An archive whose index is kept in step with each file, so that no desk need stop to read it."""

    def __init__(self, archive: Path) -> None:
        self._shelves = Shelves(archive, _holder(), files.PATIENCE)
        self._errata = Errata(archive)
        self._upkeep = Upkeep(self._shelves, self._errata, Index(archive / "index.sqlite"))

    def take(self, house: House, segment: str) -> None:
        """Read a file again, give letters to the parties that it names now, and tell the index."""
        with self._shelves.writing():
            fresh, _ = reread_segment(house, segment)
            self._shelves.refresh()
            self._errata.refresh()
            self._upkeep.index.renew()
            self._shelves.give_letters(party for document in fresh for party in parties(document))
            behind = self._upkeep.behind()
            if len(behind) <= LITTLE:
                self._upkeep.read(behind)


def _holder() -> str:
    """Return whom the lock names as its holder."""
    return f"{account()} reading texts again"


def work(connection: Connection, archive: str) -> None:
    """Read again in a process of its own, telling how far it is, and at last what went wrong."""
    os.nice(_NICE)
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDERR)  # the terminal is the desk's
    try:
        read_again(Path(archive), lambda done, every: connection.send((done, every)))
    except NewsError as error:
        connection.send(str(error))
    except OSError:  # nobody listens any more
        os._exit(0)


def reread_segment(house: House, segment: str) -> tuple[list[Document], int]:
    """Read the stale texts of a file again; return them, and how many come out unsound. The caller locks."""
    table = read_table(house.segment(segment))
    stale = {n: document for n, document in table.items() if house.readings.why(document)}
    fresh = {n: document for n, document in _again(house, stale)}
    if fresh:
        house.change(house.segment(segment), {**table, **fresh})
    return [*fresh.values()], len(stale) - len(fresh)


def _again(house: House, stale: dict[str, Document]) -> Iterator[tuple[str, Document]]:
    for number, document in stale.items():
        article = from_document(document)
        fresh = reread(article.text, article.source, article.replaces, house.gazetteer)
        if fresh:
            yield number, fresh


def _has_stale(house: House, segment: str) -> bool:
    """Tell whether a file has stale texts, and nothing in it that is damaged or of a newer newsdesk."""
    try:
        documents = read_table(house.segment(segment)).values()
        if any(document.get("format") != FORMAT for document in documents):
            return False
        stale = [document for document in documents if house.readings.why(document)]
        return all(map(from_document, stale)) and bool(stale)
    except (ArchiveError, AttributeError, DocumentError, KeyError, TypeError):
        return False


def _house(archive: Path, tell: Tell) -> House:
    lock = partial(files.locked, archive / files.LOCK, _holder())
    known = local_names.gazetteer(archive)
    return House(archive, known, datetime.now(UTC).date(), lambda _: {}, tell, lock)


def _state(archive: Path) -> str:
    """Return what tells this state of the newsroom's files from another."""
    folder = archive / local_names.FOLDER
    return json.dumps([[name, files.stamp(folder / name)] for name in files.names(folder, ".toml")])
