"""What was acknowledged of an import, held against what the archive has afterwards."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB

from tests.newsdesk import Done, Newsroom

_LINE: Final = re.compile(r"(added|unchanged|replaced) +(.+?)  ([0-9a-f]{12})(?:  \(.*\))?\n")

_OF_THE_RUN: Final = ("source", "replaces", "read_by")
"""What two archives of the same texts may say differently: when they came, and what they pushed out."""


class Ledger:
    """All texts that were ever acknowledged, and those that each file may be listed with by now."""

    def __init__(self) -> None:
        self.all: set[str] = set()
        self._possible: dict[str, set[str | None]] = {}

    def wrote(self, ids: Mapping[str, str]) -> None:
        """Note what files say before an import, which may take them in and be killed before it tells."""
        for file, article_id in ids.items():
            self._possible.setdefault(file, {None}).add(article_id)

    def take(self, printed: Iterable[str]) -> int:
        """Note the whole lines that an import printed; return how many texts they acknowledge."""
        found = [match for line in printed if (match := _LINE.fullmatch(line))]
        for match in found:
            self.all.add(match[3])
            self._possible[match[2]] = {match[3]}
        return len(found)

    def lost(self, listed: Mapping[str, str], kept: Collection[str]) -> list[str]:
        """Return what is missing of what was acknowledged.

        Args:
            listed: The id that the list shows for each file.
            kept: All ids of the archive, those of replaced texts too.
        """
        gone = [f"{article_id} is kept no more" for article_id in sorted(self.all.difference(kept))]
        for file, possible in self._possible.items():
            if listed.get(file) not in possible:
                gone.append(f"{file} is listed as {listed.get(file)}, not as one of {possible}")
        return gone


def tables(archive: Path) -> Iterator[tuple[Path, list[Mapping[str, Any]]]]:
    """Yield every table of an archive with its documents, as plain TinyDB reads it.

    Raises:
        ValueError: A file is no database.
    """
    for path in _files(archive):
        yield path, _table(path)


def ids_on_disk(archive: Path) -> Counter[str]:
    """Return how often each article stands in the segments; every other table must be readable, too.

    Raises:
        ValueError: A file is no database.
    """
    found: Counter[str] = Counter()
    for path in _files(archive):
        seen = path.stat()
        ids = _ids(path, (seen.st_ino, seen.st_size, seen.st_mtime_ns))
        found.update(ids if path.parent.name == "articles" else ())
    return found


@lru_cache(500)
def _ids(path: Path, stamp: tuple[int, int, int]) -> tuple[str, ...]:
    """Return the ids in a file that is as it was at a stamp."""
    return tuple(document.get("id", "") for document in _table(path))


def _files(archive: Path) -> list[Path]:
    return sorted(path for path in archive.rglob("*.json") if "backup" not in path.parts)


def _table(path: Path) -> list[Mapping[str, Any]]:
    with TinyDB(path, access_mode="r") as database:
        return list(database.table(path.stem))


def documents(room: Newsroom, but: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return what `list --json` prints, without a complaint but one that has some of the words given."""
    done = room.run("list", "--json")
    assert (done.status, done.err) == (0, "") or any(words in done.err for words in but), done.err
    return [json.loads(line) for line in done.lines]


def by_file(found: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the id listed for each file, none of which may be listed twice."""
    files = [(file, d["id"]) for d in found for file in (d["source"]["file"], *d["source"]["also"])]
    assert len(dict(files)) == len(files), [
        f for f, times in Counter(f for f, _ in files).items() if times > 1
    ]
    return dict(files)


def news(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return listed documents without what tells only of the run that took them in."""
    return [
        {**{k: v for k, v in d.items() if k not in _OF_THE_RUN}, "file": d["source"]["file"]} for d in found
    ]


def holds(room: Newsroom, ledger: Ledger, but: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return the list of an archive in which all files are readable, nothing is lost and nothing twice.

    An archive without articles is not listed: that would give it the seeds.
    """
    on_disk = ids_on_disk(room.archive)
    if not on_disk and not ledger.all:
        return []
    assert max(on_disk.values(), default=1) == 1, [
        article_id for article_id, times in on_disk.items() if times > 1
    ]
    found = documents(room, but)
    lost = ledger.lost(by_file(found), on_disk)
    assert lost == [], lost
    return found


def said(done: Done) -> str:
    """Return all that a command said, for the message of a check that failed."""
    return f"status {done.status}\n{done.out[-2000:]}\n{done.err[-2000:]}"
