"""Additions: the newsroom's own gazetteer, as TOML, laid over what newsdesk carries."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

import orjson

from store.countries import COUNTRIES
from store.errors import GazetteerError
from store.wire.safe import sanitise
from store.wire.shelf import READERS, Fields

Texts = Mapping[str, str]
"""The text of each file, by its name."""

_WORDS: Final = "words"
_DAY: Final = "day"
_DAYS: Final = "days"
_LIST: Final = "list"
_NUMBER: Final = "number"
_TRUTH: Final = "truth"
_TERMS: Final = "terms"

_COMMON: Final = {"id": _WORDS, "name": _WORDS, "aka": _LIST}
_TERM: Final = {
    "office": _WORDS,
    "since": _DAY,
    "until": _DAY,
    "source": _WORDS,
    "chosen": _DAY,
    "again": _DAYS,
}

_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "parties": {
        **_COMMON, "abbr": _WORDS, "country": _WORDS, "founded": _DAY, "dissolved": _DAY, "source": _WORDS,
    },
    "events": {
        **_COMMON, "kind": _WORDS, "party": _WORDS, "country": _WORDS, "number": _NUMBER, "start": _DAY,
        "end": _DAY, "open": _TRUTH, "rivals": _LIST, "declared": _DAY, "won": _WORDS,
        "source": _WORDS,
    },
    "people": {**_COMMON, "country": _WORDS, "party": _WORDS, "terms": _TERMS},
    "places": {**_COMMON, "kind": _WORDS, "country": _WORDS, "demonyms": _LIST},
    "orgs": {**_COMMON, "country": _WORDS, "party": _WORDS},
    "agencies": {**_COMMON, "short": _WORDS, "country": _WORDS, "house_party": _WORDS},
    "titles": {"title": _WORDS, "kind": _WORDS},
}  # fmt: skip
"""What each table of a file may say, as the gazetteer's own files do."""

_WRONG: Final = {
    _WORDS: "words in quotes",
    _DAY: 'a date such as 2021-05-18 or "2021-05"',
    _DAYS: "a list of days, such as [2021-05-18]",
    _LIST: 'a list such as ["one", "another"]',
    _NUMBER: "a number",
    _TRUTH: "true or false",
    _TERMS: "a list of terms, each with an office",
}

_NAMES: Final = frozenset({"name", "abbr", "short", "title", "aka", "demonyms"})
"""The fields whose words are looked for in texts."""

_ID: Final = re.compile(r"[a-z]+:(?:\?-)?[a-z0-9]+(?:-[a-z0-9]+)*")

_HEADER: Final = re.compile(r"\s*\[\[\s*[\"']?(\w+)[\"']?\s*\]\]\s*(?:#.*)?")

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class Additions(NamedTuple):
    """What the newsroom added, and what of ours it does not want."""

    records: Mapping[str, Mapping[str, object]]
    """By file of ours, such as `parties`, and by id."""
    removed: Mapping[tuple[str, str], tuple[str, int]]
    """File and line by what is not wanted: a file of ours, and an id or title."""
    digest: str
    """A hash of what is said, comments left out; empty where nothing is."""


def read(texts: Texts) -> Additions:
    """Return what the newsroom's files say; of two records of one id the later file's counts.

    Raises:
        GazetteerError: Something cannot be used; file and line are named.
    """
    records: dict[str, dict[str, object]] = {name: {} for name in READERS}
    removed: dict[tuple[str, str], tuple[str, int]] = {}
    said = []
    for file in sorted(texts):
        seen: set[tuple[str, str]] = set()
        for table, key, line, fields in _rows(file, texts[file]):
            if (table, key) in seen:
                raise GazetteerError(file, line, f"{key} stands there twice")
            seen.add((table, key))
            said.append([table, fields])
            records[table].pop(key, None)
            removed.pop((table, key), None)
            if fields.get("remove"):
                removed[table, key] = file, line
            else:
                records[table][key] = _record(file, line, table, fields)
    digest = hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest() if said else ""
    return Additions(records, removed, digest)


def _rows(file: str, text: str) -> Iterator[tuple[str, str, int, dict[str, Any]]]:
    """Yield table, id, line and fields of each record of a file."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(file, text, str(error)) from None
    lines = _lines(text)
    for table, rows in found.items():
        if table not in READERS:
            line = _line_of(text, table)
            raise GazetteerError(
                file, line, f"{table} is none of {', '.join(READERS)}{_like(table, READERS)}"
            )
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise GazetteerError(file, _line_of(text, table), f"a record begins with [[{table}]]")
        places = lines.get(table, [])
        for number, row in enumerate(rows):
            line = places[number] if len(places) == len(rows) else _line_of(text, str(row.get("id", table)))
            yield table, _key(file, line, table, row), line, _checked(file, line, table, row)


def _not_toml(file: str, text: str, said: str) -> GazetteerError:
    place = _PLACE.search(said)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    return GazetteerError(file, line, f"is no TOML: {_PLACE.sub('', said)}")


def _lines(text: str) -> dict[str, list[int]]:
    """Return the lines on which the records of each table seem to begin."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            found.setdefault(header[1], []).append(number)
    return found


def _line_of(text: str, word: str) -> int:
    """Return the first line with a word, the first of all if there is none."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if word in line), 1)


def _like(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    found = get_close_matches(word, [*known], n=1)
    return f". Did you mean {found[0]}?" if found else ""


def _key(file: str, line: int, table: str, row: Mapping[str, Any]) -> str:
    """Return what tells a record from others: its id, of a title the words."""
    name = "title" if table == "titles" else "id"
    key = row.get(name)
    if not isinstance(key, str) or not key.strip():
        raise GazetteerError(file, line, f"{name} is missing")
    if name == "id" and not _ID.fullmatch(key):
        raise GazetteerError(
            file, line, f"the id {key} is not made of small letters, digits and hyphens, such as party:vn-cpv"
        )
    return key


def _checked(file: str, line: int, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a record as our own files have them."""
    known = {**_FIELDS[table], "remove": _TRUTH}
    found = {name: _value(file, line, known, name, value) for name, value in row.items()}
    country = found.get("country")
    if country is not None and country not in COUNTRIES:
        raise GazetteerError(file, line, f"country {country} is no code of two letters, such as VN")
    if table == "parties":
        found.setdefault("country", "")  # a newsroom may not know it, or there is none
    return found


def _value(file: str, line: int, known: Mapping[str, str], name: str, value: object) -> Any:
    if name not in known:
        raise GazetteerError(file, line, f"{name} is none of its fields{_like(name, known)}")
    kind = known[name]
    if name in _NAMES and isinstance(value, str | list):
        value = [_name(v) for v in value] if isinstance(value, list) else _name(value)
        if any(not re.search(r"\w", v) for v in ([value] if isinstance(value, str) else value)):
            raise GazetteerError(file, line, f"{name} needs a letter")
    if kind == _DAY and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if kind == _DAY and type(value) is int:
        return str(value)
    if kind == _DAYS and isinstance(value, list):
        return [_value(file, line, {name: _DAY}, name, each) for each in value]
    if kind == _LIST and isinstance(value, list):
        return value
    if kind == _TERMS and isinstance(value, list) and all(isinstance(v, dict) for v in value):
        return [{n: _value(file, line, _TERM, n, v) for n, v in term.items()} for term in value]
    sound = {_WORDS: str, _DAY: str, _NUMBER: int, _TRUTH: bool}.get(kind)
    if type(value) is not sound:
        raise GazetteerError(file, line, f"{name} is not {_WRONG[kind]}")
    return value


def _name(value: object) -> str:
    """Return a name on one line, without what a screen may not get; of what is none nothing."""
    return unicodedata.normalize("NFC", " ".join(sanitise(value).split())) if isinstance(value, str) else ""


def _record(file: str, line: int, table: str, fields: Fields) -> object:
    try:
        return READERS[table](fields)
    except KeyError as error:
        raise GazetteerError(file, line, f"{error.args[0]} is missing") from error
    except ValueError as error:
        raise GazetteerError(file, line, str(error)) from error
