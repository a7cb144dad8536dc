"""The gazetteer's files: every record of the schema, every name one record's, every date in order."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

import store.wire
from store.days import interval
from store.fold import fold
from store.wire import gazetteer
from store.wire.victories import victories

DATA: Final = Path(store.wire.__file__).parent / "data"

KEYS: Final = {
    "parties": "id name abbr country aka founded dissolved source",
    "events": "id kind name aka party country number start end source",
    "people": "id name country party aka terms",
    "places": "id name kind country aka demonyms",
    "orgs": "id name country party aka",
    "agencies": "id name short country house_party aka",
    "titles": "title kind",
}
KINDS: Final = {
    "events": {"congress", "election", "milestone"},
    "places": {"country", "capital", "city", "province", "region", "sea"},
    "titles": {"honorific", "office"},
}
PREFIX: Final = {
    "parties": "party",
    "events": "event",
    "people": "person",
    "places": "place",
    "orgs": "org",
    "agencies": "agency",
}
ID: Final = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")

_SECOND_LETTERS: Final = {
    "A": "DEFGILMOQRSTUWXZ",
    "B": "ABDEFGHIJLMNOQRSTVWYZ",
    "C": "ACDFGHIKLMNORUVWXYZ",
    "D": "EJKMOZ",
    "E": "CEGHRST",
    "F": "IJKMOR",
    "G": "ABDEFGHILMNPQRSTUWY",
    "H": "KMNRTU",
    "I": "DELMNOQRST",
    "J": "EMOP",
    "K": "EGHIMNPRWYZ",
    "L": "ABCIKRSTUVY",
    "M": "ACDEFGHKLMNOPQRSTUVWXYZ",
    "N": "ACEFGILOPRUZ",
    "O": "M",
    "P": "AEFGHKLMNRSTWY",
    "Q": "A",
    "R": "EOSUW",
    "S": "ABCDEGHIJKLMNORSTVXYZ",
    "T": "CDFGHJKLMNORTVWZ",
    "U": "AGMSYZ",
    "V": "ACEGINU",
    "W": "FS",
    "X": "K",
    "Y": "ET",
    "Z": "AMW",
}
COUNTRIES: Final = frozenset(first + second for first, rest in _SECOND_LETTERS.items() for second in rest)
"""ISO 3166-1 alpha-2, with XK as everybody writes Kosovo."""

Record = dict[str, object]


def load(file: str) -> list[Record]:
    """Return the records of one data file in the order of its lines."""
    lines = (DATA / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def strings(record: Record, key: str) -> list[str]:
    """Return the value of a key, a string or a list of strings, as a list."""
    value = record.get(key)
    if value is None:
        return []
    found = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    assert all(found), f"{record}: {key} is empty text"
    return found


def party_ids() -> set[str]:
    """Return the ids of all parties."""
    return {str(record["id"]) for record in load("parties")}


def spans(record: Record) -> Iterator[tuple[object, object]]:
    """Yield every pair of first and last date of a record."""
    yield record.get("founded"), record.get("dissolved")
    yield record.get("start"), record.get("end")
    terms = record.get("terms")
    for term in terms if isinstance(terms, list) else []:
        yield term["since"], term["until"]


def bounds(start: object, end: object) -> tuple[date, date]:
    """Return the earliest day of the start and the latest day of the end."""
    first = interval(str(start))[0] if start else date.min
    return first, interval(str(end))[1] if end else date.max


@pytest.mark.parametrize("file", KEYS)
def test_keys(file: str) -> None:
    """Every record has exactly the keys of its schema; open milestones and elections may have more."""
    more = {"milestone": ("open",), "election": ("rivals", "declared", "won")} if file == "events" else {}
    for record in load(file):
        own = [key for key in more.get(str(record.get("kind")), ()) if key in record]
        assert list(record) == KEYS[file].split() + own, record


def test_rivals() -> None:
    """Every rival is written as an id is, and none is who won the vote."""
    names = gazetteer.load()
    won = {v.poll.event.id: v.winner for country in names.countries for v in victories(country, names)}
    rivals = [(event, rival) for event in names.events.values() for rival in event.rivals]
    assert [rival for _, rival in rivals if not ID.fullmatch(rival)] == []
    assert [rival for event, rival in rivals if won.get(event.id) == rival] == []
    assert rivals


@pytest.mark.parametrize("file", PREFIX)
def test_ids(file: str) -> None:
    """Ids are unique, well-formed, of their file's kind, and in order, so that changes read well."""
    ids = [str(record["id"]) for record in load(file)]
    assert ids == sorted(set(ids))
    assert [i for i in ids if not (ID.fullmatch(i) and i.startswith(f"{PREFIX[file]}:"))] == []


@pytest.mark.parametrize("file", KINDS)
def test_kinds(file: str) -> None:
    """Every kind is one of the kinds of its file."""
    assert {str(record["kind"]) for record in load(file)} <= KINDS[file]


@pytest.mark.parametrize("file", PREFIX)
def test_countries(file: str) -> None:
    """A country is an ISO 3166 code; a party and a country always have one."""
    for record in load(file):
        if record["country"] is not None or file == "parties" or record.get("kind") == "country":
            assert record["country"] in COUNTRIES, record


@pytest.mark.parametrize("file", ["parties", "events", "people"])
def test_dates(file: str) -> None:
    """Dates are days, months or years of the calendar, and nothing ends before it begins."""
    for record in load(file):
        for start, end in spans(record):
            first, last = bounds(start, end)
            assert first <= last, record


def test_terms() -> None:
    """A term of office names the office and has exactly the keys of the schema."""
    for record in load("people"):
        terms = record["terms"]
        assert isinstance(terms, list)
        for term in terms:
            assert [key for key in term if key not in ("again", "chosen")] == [
                "office",
                "since",
                "until",
                "source",
            ], record
            again = [date.fromisoformat(day) for day in term.get("again") or ()]
            assert again == sorted(set(again)) and all(term["since"] < str(day) for day in again), record
            assert all(not term["until"] or str(day) < term["until"] for day in again), record
            assert bounds(term.get("chosen"), term["since"])[0] <= bounds(term["since"], None)[0], record
            assert term["office"], record


@pytest.mark.parametrize("file", ["parties", "events", "people"])
def test_sources(file: str) -> None:
    """Every fact with a date says where it was read, or that it is recalled."""
    for record in load(file):
        terms = record.get("terms")
        for fact in terms if isinstance(terms, list) else [record]:
            source = str(fact["source"])
            assert source == "recalled" or re.fullmatch(r"https?://[^\s|]+", source), record


def test_events_have_their_days() -> None:
    """An event that ends has a start; only a milestone may be open, and then it has no end."""
    for record in load("events"):
        assert record["start"], record
        if "open" in record:
            assert (record["kind"], record["end"], record["open"]) == ("milestone", None, True), record
        else:
            assert record["end"], record
        assert (record["kind"] == "congress") == (record["party"] is not None), record


def test_parties_named_elsewhere_exist() -> None:
    """Events, people, bodies and agencies belong to parties of parties.jsonl."""
    known = party_ids()
    for file, key in (
        ("events", "party"),
        ("people", "party"),
        ("orgs", "party"),
        ("agencies", "house_party"),
    ):
        assert [r["id"] for r in load(file) if r[key] is not None and r[key] not in known] == []


def test_who_won_an_election_is_a_party_of_its_country() -> None:
    """The party that won most seats is known, and the country that votes is its own."""
    names = gazetteer.load()
    won = {event.id: names.parties[event.won] for event in names.events.values() if event.won}
    assert won
    assert [key for key, party in won.items() if party.country != names.events[key].country] == []


@pytest.mark.parametrize("file", PREFIX)
def test_names_are_one_record_s(file: str) -> None:
    """Within a country no name, abbreviation or other name is two records'; letters keep their case."""
    owners: dict[tuple[object, str], set[object]] = defaultdict(set)
    for record in load(file):
        for key in ("name", "abbr", "short", "aka", "demonyms"):
            for name in strings(record, key):
                owners[record["country"], name if name.isupper() else fold(name)].add(record["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("file", PREFIX)
def test_names_are_said_once(file: str) -> None:
    """No record repeats one of its own names, and none has white space at its ends or twice in a row."""
    for record in load(file):
        names = [name for key in ("name", "aka") for name in strings(record, key)]
        assert len(set(names)) == len(names), record
        assert [name for name in names if name != " ".join(name.split())] == []


def test_titles_are_said_once() -> None:
    """A title is an honorific or an office, never both."""
    titles = [str(record["title"]) for record in load("titles")]
    assert len(set(titles)) == len(titles)


def test_towns_are_found_by_their_letters() -> None:
    """Countries stand in order, each once; a name is plain letters, and none is a place of the main list."""
    rows = load("towns")
    assert all(list(row) == ["country", "names"] for row in rows)
    countries = [str(row["country"]) for row in rows]
    assert countries == sorted(set(countries)) and COUNTRIES.issuperset(countries)
    names = [name for row in rows for name in str(row["names"]).split(";")]
    assert [name for name in names if not re.fullmatch(r"[A-Z][A-Za-z]*(?:[ '.-]+[A-Za-z]+)*", name)] == []
    taken = {fold(name).replace(" ", "") for place in load("places") for name in strings(place, "name")}
    assert [name for name in names if fold(name).replace(" ", "") in taken] == []


def test_deaths_have_one_day_each() -> None:
    """Each death is of one person, on a day that has been, with its source; they stand in order."""
    rows = load("deaths")
    assert all(list(row) == ["id", "died", "source"] for row in rows)
    ids = [str(row["id"]) for row in rows]
    assert ids == sorted(set(ids)) and all(ID.fullmatch(key) and key.startswith("person:") for key in ids)
    assert all(1994 <= date.fromisoformat(str(row["died"])).year <= 2026 for row in rows)
    assert {str(row["source"]) for row in rows} == {"recalled"}
