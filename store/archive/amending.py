"""Correcting: what is asked is checked and kept, taken back, made again; the caller holds the lock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from store.archive import typed_values
from store.archive.corrected import Correction, Event, Field, Place, Turn, Value, document_of, of_entity
from store.archive.corrections import TABLE, Corrections, Replaced, nothing
from store.archive.laying import Record
from store.archive.typed_values import record_of
from store.article import Entity
from store.document import Document
from store.errors import CorrectionRefused


class Amendment(NamedTuple):
    """What a person asks to be corrected."""

    subject: str
    """The id of an article, or of an entity in all articles."""
    field: Field
    new: str | bool | Entity | None = None
    """Words as typed; True for `hidden` and `confirmed`; an entity for `merged` and `mention`."""
    reason: str = ""
    entity: str | None = None
    """In one article: the entity, as the desk shows it now."""
    mention: Place | None = None
    """In one article: the one mention that belongs to another entity."""


def correct(
    folder: Path,
    asked: Amendment,
    known: Document | Entity,
    who: str,
    when: datetime | None = None,
    replaced: Replaced = nothing,
) -> Corrections:
    """Keep a correction, and return all that are kept now.

    Args:
        known: The document of the article as it is kept, or the entity as the archive knows it.
        when: The instant, which is now unless given.

    Raises:
        CorrectionRefused: It cannot be made, and why; nothing is kept.
        ArchiveError: The file cannot be read or written; it is left as it is.
    """
    corrections = Corrections.read(folder, replaced)
    made = _Amended(corrections, asked, known).correction(who, _now(when))
    return _keep(folder, made, replaced)


def undo(
    folder: Path, number: int, who: str, when: datetime | None = None, replaced: Replaced = nothing
) -> Corrections:
    """Take a correction back, and return all that are kept now.

    Raises:
        CorrectionRefused: There is no such correction, or it was taken back.
        ArchiveError: The file cannot be read or written; it is left as it is.
    """
    corrections = Corrections.read(folder, replaced)
    one = _numbered(corrections, number)
    if one.undone:
        raise CorrectionRefused(f"Correction {number} was taken back by {one.undone.who} already")
    turn = Turn(corrections.last + 1, who, _now(when), number, is_back=True)
    return _keep(folder, turn, replaced)


def redo(
    folder: Path, number: int, who: str, when: datetime | None = None, replaced: Replaced = nothing
) -> Corrections:
    """Make a correction again that was taken back, and return all that are kept now.

    Raises:
        CorrectionRefused: There is no such correction, it is in force, or it would now close a ring.
        ArchiveError: The file cannot be read or written; it is left as it is.
    """
    corrections = Corrections.read(folder, replaced)
    one = _numbered(corrections, number)
    if one.undone is None:
        raise CorrectionRefused(f"Correction {number} is in force already")
    if one.field == "merged" and isinstance(one.new, dict) and of_entity(one.subject):
        _refuse_ring(corrections, one.subject, one.new, {})
    turn = Turn(corrections.last + 1, who, _now(when), number, is_back=False)
    return _keep(folder, turn, replaced)


def _keep(folder: Path, event: Event, replaced: Replaced) -> Corrections:
    from store.archive.storage import append_documents  # TinyDB: only a writer needs it

    append_documents(folder, TABLE, {event.number: document_of(event)})
    return Corrections.read(folder, replaced)


def _numbered(corrections: Corrections, number: int) -> Correction:
    one = next((c for c in corrections.records if c.number == number), None)
    if one is None:
        raise CorrectionRefused(f"There is no correction {number}")
    return one


def _now(when: datetime | None) -> datetime:
    return (when or datetime.now(UTC)).astimezone(UTC)


class _Amended:
    """One correction that is about to be made, in the light of those that are in force."""

    def __init__(self, corrections: Corrections, asked: Amendment, known: Document | Entity) -> None:
        self._corrections = corrections
        self._asked = asked
        _check_shape(asked, isinstance(known, Entity))
        self._raw = known if isinstance(known, dict) else {}
        over = corrections.over(self._raw) if self._raw else None
        self._here = over.here if over else {}
        self._laid = corrections.lay(self._raw)
        self._known = self._named() if isinstance(known, dict) else record_of(known)
        self._entity = asked.entity if asked.field != "date" else None

    def correction(self, who: str, when: datetime) -> Correction:
        """Return the correction.

        Raises:
            CorrectionRefused: It cannot be made, and why.
        """
        asked = self._asked
        new = self._value()
        entity, old = self._entity, self._old()
        if asked.mention:
            entity = old = self._mentioned(asked.mention)
        made = Correction(
            self._corrections.last + 1, who, when, asked.subject, asked.field, old, new,
            typed_values.reason(asked.reason), entity, asked.mention,
        )  # fmt: skip
        before = next((c for c in reversed(self._corrections.in_force) if c.slot == made.slot), None)
        return made._replace(old=before.old) if before else made

    def _named(self) -> Record:
        """Return the entity of an article that is corrected, as the desk shows it now."""
        asked = self._asked
        if asked.field == "date":
            return {}
        named = {e["id"]: e for e in self._laid["entities"]}
        if asked.entity not in named:
            raise CorrectionRefused(f"{asked.subject} does not name {asked.entity}")
        return dict(named[asked.entity])

    def _old(self) -> Value:
        field, raw = self._asked.field, self._raw
        if field == "date":
            date = raw["date"]
            span = f"{date['earliest']}..{date['latest']}" if date["earliest"] and date["latest"] else None
            value: str | None = date["value"] or span
            return value
        if field in ("hidden", "merged"):
            name: str = self._known["name"]
            return name
        if field == "mention":
            return None
        own = next((e for e in raw.get("entities", ()) if e["id"] == self._entity), self._known)
        old: Value = own[field]
        return old

    def _value(self) -> Value:
        """Return what is to hold instead."""
        asked, field = self._asked, self._asked.field
        if isinstance(asked.new, Entity):
            return self._target(record_of(asked.new))
        if field in ("hidden", "confirmed"):
            if field == "confirmed" and self._known["confirmed"]:
                raise CorrectionRefused(f"{self._known['name']} is confirmed already")
            return True
        new = typed_values.value(field, "" if asked.new is None else str(asked.new))
        if field != "date" and new == self._known[field]:
            raise CorrectionRefused(f"The {field} of {self._known['name']} is {new or 'empty'} already")
        return new

    def _target(self, target: Record) -> Record:
        """Return the entity into which another is merged, or to which a mention belongs."""
        if self._asked.field == "merged":
            subject = self._asked.subject if of_entity(self._asked.subject) else str(self._entity)
            _refuse_ring(self._corrections, subject, target, self._here)
        elif target["id"] == self._entity:
            raise CorrectionRefused(f"This mention belongs to {target['name']} already")
        return target

    def _mentioned(self, place: Place) -> str:
        """Return the entity that the text alone names at a place which now belongs to the one corrected."""
        for mention in self._raw["mentions"]:
            if (mention["paragraph"], mention["start"], mention["end"]) == place:
                alone = self._corrections.lay({**self._raw, "mentions": [mention]})["mentions"]
                if alone and alone[0]["entity"] == self._entity:
                    return str(mention["entity"])
        raise CorrectionRefused(f"{self._asked.subject} does not mention {self._entity} there")


def _check_shape(asked: Amendment, is_entity: bool) -> None:
    """Refuse what nobody can ask for: the date of a party, a mention of no place, a merge into words."""
    single = asked.field in ("date", "mention")
    sound = (
        is_entity is of_entity(asked.subject)
        and not (is_entity and single)
        and (asked.entity is None) is (is_entity or asked.field == "date")
        and (asked.mention is not None) is (asked.field == "mention")
        and isinstance(asked.new, Entity) is (asked.field in ("merged", "mention"))
        and (asked.new is True) is (asked.field in ("hidden", "confirmed"))
        and asked.new is not False
    )
    if not sound:
        raise CorrectionRefused(f"The {asked.field} of {asked.subject} cannot be corrected so")


def _refuse_ring(
    corrections: Corrections, subject: str, target: Record, here: Mapping[str, Mapping[str, object]]
) -> None:
    if target["id"] == subject:
        raise CorrectionRefused(f"{target['name']} cannot be merged into itself")
    if corrections.leads(target["id"], subject, here):
        raise CorrectionRefused(
            f"{target['name']} ({target['id']}) is itself merged into {subject}. Take that back first"
        )
