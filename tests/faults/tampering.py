"""An archive whose every file somebody has tampered with, so that each of its words steers a terminal."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.local_names import quoted
from store.archive.marks import View
from tests.faults.payloads import MARKUP, SEQUENCES
from tests.newsdesk import Newsroom

MARK: Final = "PWN"
"""What follows every payload, so that it can be told from what the program itself sends."""

STEERING: Final = tuple(
    one for one in (*SEQUENCES, "\u202e", "\u2066", "\U000e0041", "\x00") if not one.isprintable()
)
"""What would steer a terminal, or hide or reorder what is on it."""

PAYLOADS: Final = (*STEERING, *MARKUP)

_KEPT: Final = frozenset(
    {
        "id", "entity", "sha256", "imported", "kind", "precision", "certainty", "earliest", "latest",
        "panel", "month_day", "value", "encoding", "replaces", "read_by", "party", "letter", "article",
        "format", "made", "undone", "instead", "subject", "field", "row", "mentions", "contacts",
    }
)  # fmt: skip
"""Fields that say what a thing is: with other words in them it would be left out, and not shown."""

_KINDS: Final = (
    ("parties", "party", "abbr = {0}\naka = [{0}]\ncountry = 'VN'"),
    ("people", "person", "country = 'VN'"),
    ("places", "place", "kind = 'city'\ncountry = 'VN'"),
    ("orgs", "org", ""),
)


_WORDS_OF_INDEX: Final = (
    ("entities", "name"), ("entities", "abbr"), ("sources", "file"), ("spellings", "spelling"),
)  # fmt: skip


def lay(room: Newsroom) -> None:
    """Import a text for every payload."""
    for number, payload in enumerate(PAYLOADS):
        room.write(f"wires/{number:03}.txt", _text(number, payload))
    assert room.run("import", str(room.folder / "wires")).status == 0


def tamper(room: Newsroom, reader: str) -> None:
    """Say something of each text, then put the payloads into every file and at last into the index."""
    archive = Archive(room.archive, reader)
    ids = sorted(p for p in _ids(room.archive))
    for number in range(20):
        archive.mine.mark([ids[number]], starred=True, tags=[f"t{number}"])
        archive.mine.note(ids[number], "a note", 0)
        archive.mine.save_view(chr(97 + number), View("", "article", ids[number], 0))
        archive.mine.asked(f"asked{number}")
    archive.corrector.correct(Amendment("place:hanoi", "name", "Another Hanoi", "a reason"))
    archive.corrector.correct(Amendment(ids[0], "date", "2011-05-03", "a reason"))
    for file in (*sorted(room.archive.glob("articles/*.json")), *_others(room.archive)):
        table = json.loads(file.read_text("utf-8"))
        for rows in table.values():
            for number, row in enumerate(rows.values()):
                _spoil(row, PAYLOADS[number % len(PAYLOADS)])
        file.write_text(json.dumps(table), "utf-8")
    (room.archive / "gazetteer").mkdir(exist_ok=True)
    named = [(number, _name(payload)) for number, payload in enumerate(PAYLOADS)]
    records = [
        f"[[{table}]]\nid = '{kind}:spoilt-{number}'\nname = {name}\n{more.format(name)}\n"
        for number, name in named
        for table, kind, more in _KINDS
    ]
    (room.archive / "gazetteer/own.toml").write_text("\n".join(records), "utf-8")
    assert room.run("list").status == 0
    assert _tamper_with_index(room.archive) > len(PAYLOADS)


def _tamper_with_index(archive: Path) -> int:
    """Put payloads before the names, files and spellings that the index keeps; return how many it has now."""
    with closing(sqlite3.connect(archive / "index.sqlite")) as index:
        done = [
            index.execute(
                f"UPDATE {table} SET {column} = ? || {column}", ("\x1b]0;index\x07" + MARK,)
            ).rowcount
            for table, column in _WORDS_OF_INDEX
        ]
        index.commit()
    return sum(done)


def _text(number: int, payload: str) -> str:
    payload = payload.replace("\x00", "")  # a text with one is none
    day = f"May {number % 28 + 1}, {2000 + number % 20}"
    lead = f"Hanoi (VNA) – The Communist Party of Vietnam (CPV) {payload}{MARK} met others on {day}."
    return f"{payload}{MARK} headline {number}\n\n{lead}\n\n{payload}{MARK} and more.\n"


def _name(payload: str) -> str:
    return quoted(f"{payload}{MARK} name")


def _ids(archive: Path) -> set[str]:
    files = archive.glob("articles/*.json")
    tables = [json.loads(file.read_text("utf-8")) for file in files]
    return {row["id"] for table in tables for rows in table.values() for row in rows.values()}


def _others(archive: Path) -> list[Path]:
    single = (archive / name for name in ("letters.json", "corrections.json"))
    return [*(path for path in single if path.exists()), *sorted(archive.glob("readers/*.json"))]


def _spoil(found: object, payload: str) -> object:
    """Put a payload before every word of a document that people read, and return it."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name not in _KEPT:
                found[name] = _spoil(value, payload)
        return found
    if isinstance(found, list):
        found[:] = [_spoil(one, payload) for one in found]
        return found
    return f"{payload}{MARK} {found}" if isinstance(found, str) and found else found
