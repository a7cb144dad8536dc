"""Local names: the newsroom's own gazetteer, which lies in the archive as TOML files."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import backup, files
from store.archive.tables import content
from store.article import Entity
from store.errors import ArchiveError, GazetteerError

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer

FOLDER: Final = "gazetteer"
"""The folder of an archive that has the newsroom's own gazetteer."""

CONFIRMED: Final = "confirmed.toml"
"""The file of the parties that readers confirmed."""

_SUFFIX: Final = ".toml"

_HEAD: Final = "# Parties that were confirmed in newsdesk. Taking one back takes its record out again.\n"

_RECORD: Final = re.compile(r"^(?=\[\[)", re.MULTILINE)

_MODE: Final = 0o660


def gazetteer(archive: Path) -> Gazetteer:
    """Return what is known by name in an archive: what newsdesk carries, and what the newsroom added.

    Raises:
        GazetteerError: A file of the newsroom cannot be used; file and line are named.
        ArchiveError: One of them cannot be read.
    """
    from store.wire.gazetteer import load

    return load(texts(archive))


def texts(archive: Path) -> tuple[tuple[str, str], ...]:
    """Return name and text of the newsroom's own files, in order.

    Raises:
        GazetteerError: One is not UTF-8; file and line are named.
        ArchiveError: One cannot be read.
    """
    folder = archive / FOLDER
    return tuple((f"{FOLDER}/{name}", _text(folder / name)) for name in files.names(folder, _SUFFIX))


def confirm(archive: Path, party: Entity, who: str, when: datetime) -> None:
    """Add a party to the gazetteer; the caller holds the lock.

    Raises:
        GazetteerError: The file as it is cannot be used; file and line are named.
        ArchiveError: It cannot be read or written.
    """
    path = archive / FOLDER / CONFIRMED
    _write(archive, path, with_party(archive, party, who, when))


def with_party(archive: Path, party: Entity, who: str, when: datetime) -> str:
    """Return what the file of confirmed parties says once a party is added to it.

    Raises:
        GazetteerError: It cannot be added, or the file as it is cannot be used.
        ArchiveError: The file cannot be read.
    """
    path = archive / FOLDER / CONFIRMED
    kept = _without(path, party.id) or _HEAD
    text = f"{kept.rstrip()}\n\n{_record(party, who, when)}"
    _check(path, text)
    return text


def retract(archive: Path, party: str) -> None:
    """Take a party that was confirmed out of the gazetteer, if it is there; the caller holds the lock.

    Raises:
        GazetteerError: The file as it is cannot be used; file and line are named.
        ArchiveError: It cannot be read or written.
    """
    path = archive / FOLDER / CONFIRMED
    if files.stamp(path) and (kept := _without(path, party)) != _text(path):
        _write(archive, path, kept)


def check(archive: Path) -> None:
    """See that the file of confirmed parties, if there is one, can be changed.

    Raises:
        GazetteerError: The file as it is cannot be used; file and line are named.
        ArchiveError: It cannot be read.
    """
    _without(archive / FOLDER / CONFIRMED, "")


def _text(path: Path) -> str:
    data = content(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GazetteerError(f"{FOLDER}/{path.name}", line, "is not UTF-8; save it as that") from error


def _without(path: Path, party: str) -> str:
    """Return the text of a file without the record of a party; all else stays to the letter."""
    if not files.stamp(path):
        return ""
    text = _text(path)
    _check(path, text)
    return "".join(part for part in _RECORD.split(text) if party not in _ids(part))


def _check(path: Path, text: str) -> None:
    from store.wire.additions import read

    read({f"{FOLDER}/{path.name}": text})


def _ids(part: str) -> list[object]:
    """Return the ids of the records in a part of a file; of what is no record by itself none."""
    try:
        found = tomllib.loads(part)
    except tomllib.TOMLDecodeError:
        return []
    return [row.get("id") for row in found.get("parties", ()) if isinstance(row, dict)]


def _record(party: Entity, who: str, when: datetime) -> str:
    fields = {
        "id": party.id,
        "name": party.name,
        "abbr": party.abbr,
        "country": party.country,
        "source": f"confirmed by {who} on {when.date().isoformat()}",
    }
    lines = [f"{name} = {quoted(value)}" for name, value in fields.items() if value]
    return "\n".join(["[[parties]]", *lines, ""])


def quoted(text: str) -> str:
    """Return text as a string of TOML, whatever is in it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(archive: Path, path: Path, text: str) -> None:
    files.make_folder(path.parent)
    try:
        backup.keep_first(archive, path, datetime.now(UTC).date())
        files.replace(path, text.encode("utf-8"), _MODE)
    except UnicodeEncodeError as error:
        raise ArchiveError(str(path), "cannot hold half a character") from error
