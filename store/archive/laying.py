"""What people corrected, laid over the document of an article: pure, and the same when it is done twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from store.days import interval
from store.document import Document

Record = dict[str, Any]
"""An entity as a document has it."""

Spot = tuple[str, int, int, int]
"""A mention: entity, paragraph, start, end."""

FIELDS: Final = ("name", "abbr", "kind", "country", "confirmed")
"""The fields of an entity that can be corrected."""

FATE: Final = "fate"
"""Among the fields: what becomes of an entity, which is a record into which it is merged, or None: hidden."""

Says = Mapping[str, Any]
"""What is said of one entity: values by field."""

_POINT: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")

_PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}


class Dated(NamedTuple):
    """A corrected date, and what its evidence says: who and when, why if they said, and what stood there."""

    value: str | None
    """A partial date, a range with two dots, or None where there is none."""
    says: tuple[str, ...]


class Over(NamedTuple):
    """What is to be laid over one document."""

    date: Dated | None
    moves: Mapping[Spot, Record]
    """Single mentions that belong to another entity."""
    here: Mapping[str, Says]
    """What is said of entities in this article, by their ids."""
    wide: Mapping[str, Says]
    """What is said of entities in all articles, by their ids."""


def laid(document: Document, over: Over) -> Document:
    """Return a document with corrections laid over it; the document itself where they change nothing.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: The document is none.
    """
    changed: Document = {}
    if over.date:
        changed["date"] = _dated(document["date"], over.date)
    if over.moves or over.here or over.wide:
        changed |= _named(document, over)
    if all(document[field] == value for field, value in changed.items()):
        return document
    return {**document, **changed}


def fate(
    record: Record, own: Mapping[str, Record], here: Mapping[str, Says], wide: Mapping[str, Says]
) -> Record | None:
    """Return what an entity is after all corrections; None where it is hidden.

    Args:
        own: The entities of the article by their ids.
    """
    seen: set[str] = set()
    while record["id"] not in seen:
        seen.add(record["id"])
        says = {**wide.get(record["id"], {}), **here.get(record["id"], {})}
        if FATE in says and says[FATE] is None:
            return None
        if FATE not in says:
            return {**record, **{field: says[field] for field in FIELDS if field in says}}
        record = own.get(says[FATE]["id"], says[FATE])
    return record  # a ring, which only a tampered file can hold: it stays what it was


def _dated(date: Document, corrected: Dated) -> Document:
    first, last = (None, None) if corrected.value is None else _ends(corrected.value)
    value = corrected.value if corrected.value and _POINT.fullmatch(corrected.value) else None
    evidence = [{"kind": "correction", "quote": "", "paragraph": None, "says": s} for s in corrected.says]
    before = [] if date["evidence"] == evidence else date["evidence"]
    return {
        "value": value,
        "month_day": None,
        "precision": None if value is None else _PRECISIONS[len(value)],
        "earliest": first,
        "latest": last,
        "certainty": "corrected",
        "evidence": evidence,
        "rejected": [*before, *date["rejected"]],
    }


def _ends(value: str) -> tuple[str, str]:
    start, _, end = value.partition("..")
    return interval(start)[0].isoformat(), interval(end or start)[1].isoformat()


def _named(document: Document, over: Over) -> Document:
    """Return entities, mentions and contacts after all corrections."""
    own: dict[str, Record] = {e["id"]: e for e in document["entities"]}
    mentions, moved = _moved(document["mentions"], over.moves)
    left = {m["entity"] for m in mentions}
    became: dict[str, str | None] = {}
    entities: dict[str, Record] = {}
    gone = {spot[0] for spot in moved} - left  # all their mentions belong to others
    for record in (
        *document["entities"],
        *(record for _, record in moved.values() if record["id"] not in own),
    ):
        final = None if record["id"] in gone else fate(record, own, over.here, over.wide)
        became[record["id"]] = final["id"] if final else None
        if final and final["id"] == record["id"] and record["id"] not in entities:
            entities[record["id"]] = final
        elif final:
            entities[final["id"]] = _joined(entities.get(final["id"], final), record)
    kept = [{**m, "entity": e} for m in mentions if (e := became.get(m["entity"], m["entity"])) is not None]
    contacts = _contacts(document["contacts"], mentions, moved, became)
    return {
        "entities": list(entities.values()),
        "mentions": _once((_spot(m), m) for m in kept),
        "contacts": [c for c in contacts if all(_is_party(p, entities, own) for p in c["parties"])],
    }


def _moved(
    mentions: Iterable[Document], moves: Mapping[Spot, Record]
) -> tuple[list[Document], dict[Spot, tuple[str, Record]]]:
    """Return mentions with those moved that belong to others, and which were moved to whom."""
    found, moved = [], {}
    for mention in mentions:
        first = spot = _spot(mention)
        seen = {spot[0]}
        while spot in moves and moves[spot]["id"] not in seen:
            record = moves[spot]
            spot = (record["id"], *spot[1:])
            seen.add(spot[0])
            moved[first] = spot[0], record
        found.append({**mention, "entity": spot[0]} if spot is not first else mention)
    return found, moved


def _spot(mention: Document) -> Spot:
    return mention["entity"], mention["paragraph"], mention["start"], mention["end"]


def _joined(into: Record, record: Record) -> Record:
    """Return an entity with the roles of another that was merged into it."""
    said = (role for text in (into["role"], record["role"]) if text for role in text.split("; "))
    return {**into, "role": "; ".join(dict.fromkeys(said)) or None}


def _contacts(
    contacts: Iterable[Document],
    mentions: Iterable[Document],
    moved: Mapping[Spot, tuple[str, Record]],
    became: Mapping[str, str | None],
) -> list[Document]:
    """Return the contacts of what the parties became, without those of a party with itself."""
    there = {(m["entity"], m["paragraph"]) for m in mentions}
    left = {entity for entity, _ in there}
    found = []
    for contact in contacts:
        parties = [
            became.get(p, p)
            for p in (_meant(p, contact["paragraph"], there, left, moved) for p in contact["parties"])
        ]
        if None not in parties and parties[0] != parties[1]:
            found.append({**contact, "parties": parties})
    return _once(((*sorted(c["parties"]), c["kind"], c["paragraph"], c["sentence"]), c) for c in found)


def _meant(
    party: str,
    paragraph: int,
    there: set[tuple[str, int]],
    left: set[str],
    moved: Mapping[Spot, tuple[str, Record]],
) -> str:
    """Return the party that a contact means after mentions were moved: the one that its paragraph names."""
    if (party, paragraph) in there:
        return party
    targets = [(spot[1] == paragraph, to) for spot, (to, _) in moved.items() if spot[0] == party]
    inside = [to for is_here, to in targets if is_here]
    if inside or party in left or not targets:
        return (inside or [party])[0]
    return targets[0][1]


def _is_party(entity: str, entities: Mapping[str, Record], own: Mapping[str, Record]) -> bool:
    """Tell whether an entity can have met another; of one that was never named nothing is known."""
    if entity in entities:
        return bool(entities[entity]["kind"] == "party")
    return entity not in own


def _once(items: Iterable[tuple[object, Document]]) -> list[Document]:
    """Return items in order by what tells them apart, none twice."""
    found: dict[object, Document] = {}
    for key, item in items:
        found.setdefault(key, item)
    return list(found.values())
