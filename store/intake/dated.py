"""Dated: the day on which a text was received, from a person, a file beside it, or the file's own time."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

from store.article import Received
from store.errors import FileRefused
from store.intake.file_names import shown
from store.intake.reading import content
from store.wire.leads import FIRST_YEAR, LAST_YEAR

FIELDS: Final = ("received", "published", "date", "fetched", "downloaded", "crawled")
"""The fields of a file beside a text that say when it was received, the best first."""

_SUFFIX: Final = ".json"
_TEXT: Final = ".txt"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?![0-9])")


class Terms(NamedTuple):
    """What an import is told of when its texts were received."""

    received: date | None = None
    """The day on which all of them were."""
    trust_mtime: bool = False
    """Whether the time at which a file was last changed tells it."""


class Dated(NamedTuple):
    """When a text was received, and what a reporter should know of it."""

    received: Received | None = None
    notes: tuple[str, ...] = ()


NEVER_TOLD: Final = Terms()


def dated(path: str, terms: Terms) -> Dated:
    """Return when the text of a file was received: as a person says, else a file beside it, else its time."""
    if terms.received:
        return Dated(Received(terms.received, "import", f"--received {terms.received}"))
    beside = _beside(path)
    if beside.received or beside.notes or not terms.trust_mtime:
        return beside
    try:
        changed = datetime.fromtimestamp(os.lstat(path).st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return Dated()
    return Dated(Received(changed.date(), "mtime", f"{changed:%Y-%m-%d %H:%M} UTC"))


def text_of(path: str) -> str | None:
    """Return the text that a file may tell of: of x.txt.json and of x.json it is x.txt, if that is there."""
    if not path.endswith(_SUFFIX):
        return None
    stem = path.removesuffix(_SUFFIX)
    return next((text for text in (stem, stem + _TEXT) if os.path.isfile(text)), None)


def _beside(path: str) -> Dated:
    """Return what a file beside a text tells: of x.txt it is x.txt.json or x.json."""
    for name in (path + _SUFFIX, path.removesuffix(_TEXT) + _SUFFIX if path.endswith(_TEXT) else ""):
        if name and os.path.isfile(name):
            return _told(name)
    return Dated()


def _told(path: str) -> Dated:
    import orjson

    name = shown(os.path.basename(path))
    try:
        facts = orjson.loads(content(path).data)
    except (FileRefused, orjson.JSONDecodeError):
        return Dated(notes=(f"{name} beside it cannot be read",))
    if not isinstance(facts, dict) or "format" in facts:
        return Dated()
    found = ((field, facts[field]) for field in FIELDS if isinstance(facts.get(field), str))
    field, value = next(found, ("", ""))
    if not field:
        return Dated()
    day = _day(value)
    if day is None:
        return Dated(notes=(f"{name} beside it: {field} is no day such as 2021-05-18",))
    return Dated(Received(day, "sidecar", f"{field}: {day}"))


def _day(value: str) -> date | None:
    """Return the day at the beginning of a value; None where there is none, or none that can be true."""
    match = _DAY.match(value)
    try:
        day = date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None
