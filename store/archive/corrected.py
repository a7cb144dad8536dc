"""One correction, and the records of corrections.json read as far as they are understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, Literal, NamedTuple, get_args

from store.archive.laying import FATE, Record
from store.article import KINDS
from store.days import interval

Field = Literal["date", "name", "abbr", "kind", "country", "confirmed", "hidden", "merged", "mention"]
"""What can be corrected: the date of an article; of an entity all else."""

Value = str | bool | Record | None
"""What stood or stands: words, a truth, the entity into which another is merged, or nothing."""

Place = tuple[int, int, int]
"""Where an entity is mentioned: paragraph, start and end."""

_INSTANT: Final = "%Y-%m-%dT%H:%M:%S.%fZ"
"""To the microsecond: what was done last is undone first, be it a correction or a mark."""

_WHOLE: Final = "%Y-%m-%dT%H:%M:%SZ"

_LONGEST_NUMBER: Final = 15
"""Digits of a number: nobody corrects so often, and a file that says so is not to be believed."""

_FIELDS: Final[Mapping[str, Field]] = {field: field for field in get_args(Field)}

_TYPES: Final[Mapping[str, type]] = {"id": str, "kind": str, "name": str, "confirmed": bool}
_OPTIONAL: Final = ("abbr", "country", "role")


class Undoing(NamedTuple):
    """Who took a correction back, and when."""

    who: str
    when: datetime


class Correction(NamedTuple):
    """One correction; of those in force on one thing the last is laid over the documents."""

    number: int
    who: str
    """The account that made it."""
    when: datetime
    """Aware, UTC."""
    subject: str
    """The id of an article, or of an entity in all articles."""
    field: Field
    old: Value
    """What the text said without any correction; of what is hidden or merged its name."""
    new: Value
    reason: str = ""
    entity: str | None = None
    """In one article: the entity; of a mention the one that the text alone names there."""
    mention: Place | None = None
    """In one article: the one mention that belongs to another entity."""
    undone: Undoing | None = None

    @property
    def entities(self) -> frozenset[str]:
        """The entities that it is about, the one into which another is merged among them."""
        into = self.new["id"] if isinstance(self.new, dict) else None
        own = self.subject if of_entity(self.subject) else self.entity
        return frozenset(i for i in (own, into) if i)

    @property
    def slot(self) -> tuple[str, str, str, Place | None]:
        """What it is about: of two about the same the later one counts."""
        field = FATE if self.field in ("hidden", "merged") else self.field
        return self.subject, self.entity or "", field, self.mention


class Turn(NamedTuple):
    """A correction taken back, or made again."""

    number: int
    who: str
    when: datetime
    of: int
    """The number of the correction."""
    is_back: bool
    """Whether it was taken back; else it was made again."""


Event = Correction | Turn

_WORDS: Final = {"abbr": "abbreviation"}
"""What a reporter calls a field whose own name is no word."""


def told(one: Correction, called: str) -> str:
    """Return what a correction did, in a few words.

    Args:
        called: The name of its entity.
    """
    new = one.new["name"] if isinstance(one.new, dict) else one.new or "none"
    match one.field:
        case "confirmed":
            return f"{called} confirmed"
        case "hidden":
            return f"{one.old or called} hidden"
        case "merged":
            return f"{one.old or called} merged into {new}"
        case "mention":
            return f"a mention of {called} given to {new}"
        case "date":
            return f"date corrected to {new}"
    return f"{_WORDS.get(one.field, one.field)} of {called} corrected to {new}"


def of_entity(subject: str) -> bool:
    """Tell whether the subject of a correction is an entity in all articles."""
    return ":" in subject


def document_of(event: Event) -> dict[str, Any]:
    """Return the record that keeps an event."""
    said: dict[str, Any] = {"number": event.number, "who": event.who, "when": event.when.strftime(_INSTANT)}
    if isinstance(event, Turn):
        return {**said, "undoes" if event.is_back else "redoes": event.of}
    place = list(event.mention) if event.mention else None
    where = {"subject": event.subject, "entity": event.entity, "mention": place, "field": event.field}
    return {**said, **where, "old": event.old, "new": event.new, "reason": event.reason}


def understood(documents: Iterable[Mapping[str, Any]]) -> tuple[list[Event], int]:
    """Return the events that records keep, in order, and how many records are not understood."""
    found: dict[int, Event] = {}
    strange = 0
    for document in documents:
        event = _event(document)
        if event is None or event.number in found:
            strange += 1
        else:
            found[event.number] = event
    return [found[number] for number in sorted(found)], strange


def highest(table: Mapping[str, Mapping[str, Any]]) -> int:
    """Return the highest number that a record has, or under which one is kept."""
    kept = (int(number) for number in table if len(number) <= _LONGEST_NUMBER)
    said = (_number(document.get("number")) or 0 for document in table.values())
    return max((*kept, *said), default=0)


def _event(document: Mapping[str, Any]) -> Event | None:
    number, who, when = _number(document.get("number")), document.get("who"), _instant(document.get("when"))
    if number is None or not isinstance(who, str) or when is None:
        return None
    for word, is_back in (("undoes", True), ("redoes", False)):
        if word in document:
            of = _number(document[word])
            return Turn(number, who, when, of, is_back) if of else None
    return _correction(document, number, who, when)


def _correction(document: Mapping[str, Any], number: int, who: str, when: datetime) -> Correction | None:
    subject, reason = document.get("subject"), document.get("reason", "")
    field = _FIELDS.get(str(document.get("field")))
    entity, place, old = document.get("entity"), _place(document.get("mention")), document.get("old")
    if not isinstance(subject, str) or not subject or not isinstance(reason, str) or field is None:
        return None
    needs_entity = field != "date" and not of_entity(subject)
    if isinstance(entity, str) is not needs_entity or (place is not None) is not (field == "mention"):
        return None
    if (of_entity(subject) and field in ("date", "mention")) or not is_value(field, document.get("new")):
        return None
    if not isinstance(old, str | bool | None) and not _is_record(old):
        old = None
    return Correction(number, who, when, subject, field, old, document.get("new"), reason, entity, place)


def is_value(field: Field, value: object) -> bool:
    """Tell whether a field can be corrected to a value."""
    if field in ("merged", "mention"):
        return _is_record(value)
    if field in ("hidden", "confirmed"):
        return value is True
    if field in ("abbr", "country"):
        return value is None or (isinstance(value, str) and bool(value))
    if field == "date":
        return value is None or (isinstance(value, str) and _is_period(value))
    return isinstance(value, str) and (value in KINDS if field == "kind" else bool(value.strip()))


def _is_period(value: str) -> bool:
    start, dots, end = value.partition("..")
    try:
        return interval(start)[0] <= interval(end if dots else start)[1]
    except ValueError:
        return False


def _is_record(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == {*_TYPES, *_OPTIONAL}
        and all(type(value[name]) is kind for name, kind in _TYPES.items())
        and all(isinstance(value[name], str | None) for name in _OPTIONAL)
        and value["kind"] in KINDS
    )


def _number(value: object) -> int | None:
    """Return a number of ours; None for anything else."""
    sound = isinstance(value, int) and type(value) is int and 0 < value < 10**_LONGEST_NUMBER
    return value if isinstance(value, int) and sound else None


def _place(value: object) -> Place | None:
    if not isinstance(value, list) or len(value) != 3 or any(type(item) is not int for item in value):
        return None
    paragraph, start, end = value
    return paragraph, start, end


def _instant(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        return datetime.strptime(value, _INSTANT if "." in value else _WHOLE).replace(tzinfo=UTC)
    except ValueError:
        return None
