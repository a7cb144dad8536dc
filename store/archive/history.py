"""History: what a reader changed of late, and what stood there before, so that it can be taken back.

It is one document of the reader's file, written together with the marks, so that two desks of one reader
have one history. A change holds what it changed only; taking it back swaps that with what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from store.archive.change import Change
from store.archive.marks import About, Said, instant

MOST: Final = 50
"""So many changes can be taken back."""

MOST_TEXTS: Final = 200_000
"""So many texts all changes together may be about; the newest is kept whatever it is about."""

_ABOUT: Final[About] = ("history", "marks")

_FIELDS: Final = frozenset({"read", "starred", "tags", "notes"})

_ID: Final = 12
"""The letters of an id; those of a change stand in one string, which is read in no time."""

_IDS: Final = re.compile(r"(?:[0-9a-f]{12})+")

Find = Callable[[About], Mapping[str, Any]]
"""Returns the fields of a document; none where there is none."""

Plan = Callable[[Find], Mapping[About, Said]]
"""Given what finds documents, returns the fields that change of each."""


class _Entry(NamedTuple):
    """One change: when it was made, or taken back, what it did, and what is put there in its stead."""

    made: datetime
    told: str
    instead: tuple[tuple[Said, str], ...]
    """Fields, and the ids of the texts that they are of."""
    undone: datetime | None = None

    @property
    def texts(self) -> int:
        """How many texts it is about."""
        return sum(len(ids) for _, ids in self.instead) // _ID

    def said(self) -> dict[About, Said]:
        """Return what putting it there says."""
        return {
            ("article", ids[at : at + _ID]): fields
            for fields, ids in self.instead
            for at in range(0, len(ids), _ID)
        }

    def document(self) -> Said:
        """Return it as it is kept."""
        undone = self.undone and self.undone.isoformat()
        instead = [[fields, ids] for fields, ids in self.instead]
        return {"made": self.made.isoformat(), "undone": undone, "told": self.told, "instead": instead}


def latest(document: Mapping[str, Any]) -> tuple[Change | None, Change | None]:
    """Return the newest change, and the one that was taken back last."""
    done, undone = (_entries(document.get(stack), 1) for stack in ("done", "undone"))
    return (
        Change(done[-1].made, done[-1].told, done[-1].texts) if done else None,
        Change(undone[-1].undone or undone[-1].made, undone[-1].told, undone[-1].texts) if undone else None,
    )


def noted(find: Find, said: Mapping[About, Said], told: str) -> dict[About, Said]:
    """Return changes of articles together with the note of them in the history."""
    done, undone = _stacks(find)
    entry = _Entry(_now(done, undone), told, _standing(find, said))
    return {**said, _ABOUT: _kept([*done, entry], [])}


def taken_back(find: Find) -> dict[About, Said]:
    """Return what takes the newest change back; nothing where there is none."""
    done, undone = _stacks(find)
    if not done:
        return {}
    entry, at = done.pop(), _now(done, undone)
    said = entry.said()
    swapped = entry._replace(instead=_standing(find, said), undone=at)
    return {**said, _ABOUT: _kept(done, [*undone, swapped])}


def made_again(find: Find) -> dict[About, Said]:
    """Return what makes the change again that was taken back last; nothing where there is none."""
    done, undone = _stacks(find)
    if not undone:
        return {}
    entry = undone.pop()
    said = entry.said()
    swapped = entry._replace(instead=_standing(find, said), undone=None)
    return {**said, _ABOUT: _kept([*done, swapped], undone)}


def _standing(find: Find, said: Mapping[About, Said]) -> tuple[tuple[Said, str], ...]:
    """Return what stands now in the fields that are about to change, and of which texts."""
    groups: dict[str, tuple[Said, list[str]]] = {}
    for about, fields in said.items():
        document = find(about)
        before = {field: document.get(field) for field in fields}
        groups.setdefault(repr(before), (before, []))[1].append(about[1])
    return tuple((before, "".join(ids)) for before, ids in groups.values())


def _kept(done: list[_Entry], undone: list[_Entry]) -> Said:
    """Return the history as it is kept: no longer than it may be."""
    room, kept = MOST_TEXTS, list[_Entry]()
    for entry in done[: -MOST - 1 : -1]:
        room -= entry.texts
        if kept and room < 0:
            break
        kept.append(entry)
    return {"done": [e.document() for e in reversed(kept)], "undone": [e.document() for e in undone]}


def _now(done: list[_Entry], undone: list[_Entry]) -> datetime:
    """Return an instant that is later than any in the history, whatever the clock says."""
    known = [at for entry in (*done, *undone) for at in (entry.made, entry.undone) if at]
    return max(
        datetime.now(UTC), max(known, default=datetime.min.replace(tzinfo=UTC)) + timedelta(microseconds=1)
    )


def _stacks(find: Find) -> tuple[list[_Entry], list[_Entry]]:
    document = find(_ABOUT)
    return _entries(document.get("done")), _entries(document.get("undone"))


def _entries(value: object, last: int = 0) -> list[_Entry]:
    """Return the changes of a list, or so many of its last, that can be made sense of."""
    return [found for one in value[-last:] if (found := _entry(one))] if isinstance(value, list) else []


def _entry(value: object) -> _Entry | None:
    if not isinstance(value, dict):
        return None
    made, told, instead = instant(value.get("made")), value.get("told"), value.get("instead")
    undone = instant(value.get("undone"))
    if made is None or MAXYEAR in (made.year, undone and undone.year):
        return None
    if not isinstance(told, str) or not isinstance(instead, list):
        return None
    if not all(isinstance(one, list) and len(one) == 2 and _is_sound(*one) for one in instead):
        return None
    return _Entry(made, told, tuple((fields, ids) for fields, ids in instead), undone)


def _is_sound(fields: object, ids: object) -> bool:
    known = isinstance(fields, dict) and fields.keys() <= _FIELDS
    return known and isinstance(ids, str) and _IDS.fullmatch(ids) is not None
