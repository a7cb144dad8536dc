"""The gazetteer's files: one JSON record a line, read into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import orjson

from store.days import Interval, interval
from store.errors import GazetteerError
from store.wire.records import (
    RECALLED,
    Agency,
    Event,
    Org,
    Party,
    Person,
    Place,
    Term,
    Towns,
)

Fields = Mapping[str, Any]
"""One record as JSON gives it."""

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EVENT_KINDS: Final = ("congress", "election", "milestone")
_PLACE_KINDS: Final = ("country", "capital", "city", "province", "region", "sea")
_FIRST, _LAST = 1000, 2999
"""The years within which something can be dated, so that there is room to count from it."""

_TITLE_KINDS: Final = ("honorific", "office")


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address or an office that stands beside names."""

    title: str
    kind: Literal["honorific", "office"]


def read_file(file: str, text: str, reader: Callable[[Fields], object]) -> list[object]:
    """Return the records of one file, each id once.

    Raises:
        GazetteerError: A line is no record; file and line are named.
    """
    records: list[object] = []
    seen: set[str] = set()
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            fields = orjson.loads(row)
            if not isinstance(fields, dict):
                raise ValueError("not one record in braces")
            if fields.get("id") in seen:
                raise ValueError(f"{fields['id']} stands there twice")
            records.append(reader(fields))
            seen |= {fields["id"]} if "id" in fields else set()
        except KeyError as error:
            raise GazetteerError(file, number, f"{error.args[0]} is missing") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise GazetteerError(file, number, str(error)) from error
    return records


def entity_id(fields: Fields, kind: str) -> str:
    """Return the id of a record of some kind.

    Raises:
        ValueError: It does not begin with that kind.
    """
    key: str = fields["id"]
    if not key.startswith(f"{kind}:"):
        raise ValueError(f"the id {key!r} does not begin with {kind}:")
    return key


def _days(text: str | None) -> Interval | None:
    found = interval(text) if text else None
    if found and not _FIRST <= found[0].year <= _LAST:
        raise ValueError(f"{text} lies before {_FIRST} or behind {_LAST}")
    return found


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _held(fields: Fields) -> Interval | None:
    """Return first and last day; an open milestone lasts to the end of the calendar."""
    start = _days(fields.get("start"))
    if start is None:
        return None
    if fields.get("open"):
        if fields["kind"] != "milestone":
            raise ValueError("only a milestone can be open")
        return start[0], date.max
    end = _days(fields.get("end")) or start
    if end[1] < start[0]:
        raise ValueError("it ends before it starts")
    return start[0], end[1]


def _party(f: Fields) -> Party:
    return Party(
        entity_id(f, "party"), f["name"], f.get("abbr"), f["country"], tuple(f.get("aka") or ()),
        _days(f.get("founded")), _days(f.get("dissolved")), f.get("source") or RECALLED,
    )  # fmt: skip


def _event(f: Fields) -> Event:
    kind = _one_of(f["kind"], _EVENT_KINDS)
    return Event(
        entity_id(f, "event"), kind, f["name"], tuple(f.get("aka") or ()), f.get("party"),  # type: ignore[arg-type]
        f.get("country"), f.get("number"), _held(f), f.get("source") or RECALLED,
        tuple([_rival(slug) for slug in f.get("rivals") or ()]), _declared(f), f.get("won"),
    )  # fmt: skip


def _declared(f: Fields) -> date | None:
    """Return the day on which the outcome of an election was told, if that is another than its last.

    Raises:
        ValueError: It is no whole day, or none after the vote.
    """
    day, held = (_day(f["declared"]) if f.get("declared") else None), _held(f)
    if day and (held is None or day <= held[1]):
        raise ValueError(f"an outcome declared on {day} is not behind the vote")
    return day


def _rival(slug: object) -> str:
    """Return the id of somebody who is written without `person:`.

    Raises:
        ValueError: It is no such id.
    """
    if not (isinstance(slug, str) and _SLUG.fullmatch(slug)):
        raise ValueError(f"{slug!r} in rivals is no id without person:, such as jane-roe")
    return f"person:{slug}"


def _day(printed: str) -> date:
    """Return a whole day.

    Raises:
        ValueError: It is only a month or a year, or no day of the calendar.
    """
    first, last = interval(printed)
    if first != last:
        raise ValueError(f"{printed} is no whole day, such as 2021-05-18")
    return first


def _term(f: Fields) -> Term:
    since, until, chosen = (_days(f.get(key)) for key in ("since", "until", "chosen"))
    again = tuple([_day(day) for day in f.get("again") or ()])
    return Term(f["office"], since, until, f.get("source") or RECALLED, again, chosen)


def _person(f: Fields) -> Person:
    terms = tuple(_term(t) for t in f.get("terms") or ())
    return Person(
        entity_id(f, "person"), f["name"], f.get("country"), f.get("party"), tuple(f.get("aka") or ()), terms
    )


def _place(f: Fields) -> Place:
    kind = _one_of(f["kind"], _PLACE_KINDS)
    aka, demonyms = tuple(f.get("aka") or ()), tuple(f.get("demonyms") or ())
    return Place(entity_id(f, "place"), f["name"], kind, f.get("country"), aka, demonyms)  # type: ignore[arg-type]


def _org(f: Fields) -> Org:
    return Org(entity_id(f, "org"), f["name"], f.get("country"), f.get("party"), tuple(f.get("aka") or ()))


def _agency(f: Fields) -> Agency:
    return Agency(
        entity_id(f, "agency"),
        f["name"],
        f["short"],
        f.get("country"),
        f.get("house_party"),
        tuple(f.get("aka") or ()),
    )


def _title(f: Fields) -> Title:
    kind = _one_of(f["kind"], _TITLE_KINDS)
    return Title(f["title"], kind)  # type: ignore[arg-type]


def read_towns(text: str) -> list[Towns]:
    """Return the towns of towns.jsonl, one country a line.

    Raises:
        GazetteerError: A line is no record; the line is named.
    """
    return read_file("towns.jsonl", text, lambda f: Towns(f["country"], f["names"]))  # type: ignore[return-value]


READERS: Final[Mapping[str, Callable[[Fields], object]]] = {
    "parties": _party,
    "events": _event,
    "people": _person,
    "places": _place,
    "orgs": _org,
    "agencies": _agency,
    "titles": _title,
}
"""How to read a record, by the name of its file without the suffix."""
