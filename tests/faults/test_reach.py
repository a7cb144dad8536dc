"""Whatever changes of what newsdesk knows by name, a hard text that reads otherwise is touched."""

from __future__ import annotations

import json
import random
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import store.wire
from store.article import Source
from store.document import Document, to_document
from store.wire.gazetteer import Gazetteer, load
from store.wire.parse import parse
from store.wire.reach import Reach
from tests.wire.changing import in_toml
from tests.wire.tiny import Record

pytestmark = pytest.mark.slow

_DATA: Final = Path(store.wire.__file__).parent / "data"
_HARD: Final = Path(__file__).parent.parent / "wire/hard"
_SOURCE: Final = Source("/wire/a.txt", "0" * 64, datetime(2026, 11, 21, tzinfo=UTC), "utf-8")
_TABLES: Final = ("parties", "events", "people", "places", "orgs", "agencies")
_COUNTRIES: Final = ("VN", "LA", "KH", "CN", "GB", "US", "IN", "DE", "FR", "JP", "CU", "MY")
_TRIALS: Final = 20
_FEW: Final = 3
"""So many records are changed at once at most."""


@cache
def texts() -> tuple[str, ...]:
    """Return the hard texts."""
    return tuple(path.read_text("utf-8") for path in sorted(_HARD.glob("*.txt")))


@cache
def rows() -> tuple[tuple[str, Record], ...]:
    """Return the records of newsdesk that the hard texts name, and all agencies, each with its table."""
    named = {entity["id"] for text in texts() for entity in read(text, load())["entities"]}
    found = []
    for table in _TABLES:
        for line in (_DATA / f"{table}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["id"] in named or table == "agencies":
                found.append((table, record))
    return tuple(found)


def read(text: str, gazetteer: Gazetteer) -> Document:
    """Return what a text says by a gazetteer, without the hash of that."""
    return {**to_document(parse(text, _SOURCE, gazetteer)), "read_by": None}


def words(chance: random.Random) -> str:
    """Return some words of a hard text, mostly capitalised ones, as a name."""
    text = chance.choice(texts())
    runs = re.findall(r"\b[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+){0,3}", text) or ["Moon"]
    plain = re.findall(r"\w+(?:[ ’'-]\w+){0,2}", text)
    found: list[str] = runs if chance.random() < 0.8 else plain
    return chance.choice(found).replace("_", "x")


def day(chance: random.Random) -> str:
    """Return some day."""
    return f"{chance.randint(1990, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def changed(chance: random.Random) -> tuple[str, Record]:
    """Return a record of newsdesk with another name, alias, country, party or day, or taken away."""
    table, record = chance.choice(rows())
    others = [str(other["id"]) for kind, other in rows() if kind == "parties"]
    aka = record["aka"]
    assert isinstance(aka, list)
    ways: list[Record] = [
        {"aka": [*aka, words(chance)]},
        {"aka": aka[1:]},
        {"name": words(chance)},
        {"country": chance.choice(_COUNTRIES)},
    ]
    special: dict[str, Record] = {
        "parties": {"abbr": words(chance), "founded": day(chance)},
        "events": {"start": day(chance), "end": None, "open": None},
        "people": {"party": chance.choice(others), "terms": []},
        "orgs": {"party": chance.choice(others)},
        "agencies": {"house_party": chance.choice(others)},
        "places": {"kind": chance.choice(["city", "capital", "province"])},
    }
    if chance.random() < 0.15:
        return table, {"id": record["id"], "remove": True}
    return table, {**record, **chance.choice([*ways, special[table]])}


def added(chance: random.Random) -> tuple[str, Record]:
    """Return a new record that is called as something in a hard text."""
    party, country = (
        chance.choice([r for kind, r in rows() if kind == "parties"])["id"],
        chance.choice(_COUNTRIES),
    )
    kind = chance.choice(["congress", "election", "milestone"])
    counted: Record = {"party": party, "number": chance.randint(1, 25)} if kind == "congress" else {}
    fresh: dict[str, Record] = {
        "parties": {"id": "party:new", "abbr": words(chance), "country": country, "founded": day(chance)},
        "events": {"id": "event:new", "kind": kind, "country": country, "start": day(chance), **counted},
        "people": {"id": "person:new", "country": country, "party": party},
        "places": {"id": "place:new", "kind": "city", "country": country},
        "orgs": {"id": "org:new", "country": country, "party": party},
        "agencies": {"id": "agency:new", "short": words(chance), "country": country, "house_party": party},
    }
    table = chance.choice(_TABLES)
    return table, {"name": words(chance), "aka": [words(chance)], **fresh[table]}


def state(chance: random.Random) -> Gazetteer:
    """Return all that newsdesk knows, with a few changes."""
    picked = (
        changed(chance) if chance.random() < 0.6 else added(chance) for _ in range(chance.randint(1, _FEW))
    )
    unique = {str(record["id"]): (table, record) for table, record in picked}
    return load((("gazetteer/ours.toml", in_toml([*unique.values()])),))


@pytest.mark.parametrize("seed", range(2))
def test_no_hard_text_is_left_out(seed: int) -> None:
    """From what newsdesk carries to a changed state, and back."""
    chance = random.Random(seed)
    carried = load()
    known = [read(text, carried) for text in texts()]
    touched = 0
    for _ in range(_TRIALS):
        other = state(chance)
        now = [read(text, other) for text in texts()]
        there, back = Reach(carried, other), Reach(other, carried)
        for old, new in zip(known, now, strict=True):
            touched += there.cause(old) is not None
            if old != new:
                assert there.cause(old) and back.cause(new)
    assert touched < _TRIALS * len(texts()) / 2
