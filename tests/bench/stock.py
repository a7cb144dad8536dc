"""What TinyDB's own storage takes to keep one article more: run as a process of its own."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB

from store.demo.generator import documents


def lean(document: dict[str, Any]) -> dict[str, Any]:
    """Return as little of an article as can be searched: a third of what we keep of it."""
    kept = ("id", "text", "headline", "date", "contacts")
    return {key: document[key] for key in kept} | {"entities": [one["id"] for one in document["entities"]]}


def fill(file: Path, count: int) -> None:
    """Write a database of so many articles as TinyDB would have, without waiting for it."""
    with file.open("wb") as out:
        out.write(b'{"_default": {')
        for number, document in enumerate(documents(count), 1):
            out.write(b'%s"%d": %s' % (b", " if number > 1 else b"", number, orjson.dumps(lean(document))))
        out.write(b"}}")


def main() -> None:
    """Print the milliseconds of one insert into a database of so many articles."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("count", type=int)
    given = arguments.parse_args()
    fill(given.file, given.count)
    one = lean(next(documents(1, given.count)))
    with TinyDB(given.file) as database:
        began = time.perf_counter()
        database.insert(one)
        print(json.dumps((time.perf_counter() - began) * 1000))


if __name__ == "__main__":
    main()
