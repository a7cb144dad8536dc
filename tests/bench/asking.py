"""What an archive answers, and how soon: run as a process of its own, in which nothing is warm yet."""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from store.archive.archive import Archive
from store.archive.drafts import draft
from store.archive.hits import Arrival
from store.archive.shelves import SEGMENT
from store.article import KINDS
from store.demo.generator import documents
from store.demo.stories import COMMON, RARE, UNCOMMON
from store.document import Document
from store.query import Query

TODAY: Final = date(2026, 1, 1)
READER: Final = "bench"
RUNS: Final = 7
INSERTS: Final = 20
COLD: Final = 40
PAGE: Final = 200
FILTERS: Final = (
    "party:hup",
    "party:hup,llp -party:phl",
    "date:2019",
    UNCOMMON,
    COMMON,
    "party:hup date:2015..2020",
)


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of one piece of work."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def wall(work: Callable[[], object]) -> float:
    """Return the milliseconds of one piece of work by the clock."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def first_hits(folder: Path, word: str) -> float:
    """Return the CPU milliseconds until the first hits of a word are there, in an archive just opened."""

    def once() -> float:
        archive = Archive(folder, READER)
        query = Query.parse(word, archive.vocabulary)
        return cpu(lambda: archive.window(query, 0, PAGE, TODAY))

    return statistics.median(once() for _ in range(RUNS))


def all_facets(folder: Path) -> float:
    """Return the CPU milliseconds of the counts of all kinds under the filter that makes them dearest."""

    def once(told: str) -> float:
        archive = Archive(folder, READER)
        for kind in KINDS:
            archive.facets(Query(), kind, TODAY)  # a desk has shown them without a filter before
        query = Query.parse(told, archive.vocabulary)
        return cpu(lambda: [archive.facets(query, kind, TODAY) for kind in KINDS])

    return max(statistics.median(once(told) for _ in range(3)) for told in FILTERS)


def opened_articles(folder: Path, count: int) -> Iterator[tuple[str, float]]:
    """Yield what opening an article takes where nothing of its segment was read before, and where one was."""
    ids = [document["id"] for document in documents(count)]
    segments = [ids[at : at + SEGMENT] for at in range(0, count - SEGMENT + 1, SEGMENT)]
    chosen = random.Random(7).sample(segments, min(COLD, len(segments)))
    archive = Archive(folder, READER)
    archive.article(ids[0])
    for one, other, *_ in chosen:
        yield "cold", wall(partial(archive.article, one))
        yield "warm", wall(partial(archive.article, other))


def inserted(folder: Path) -> float:
    """Return the milliseconds until one more article is durably kept."""
    archive = Archive(folder, READER)
    before = archive.tally(Query(), TODAY).texts
    more = list(documents(INSERTS, before))
    return statistics.median(wall(partial(_insert, archive, document)) for document in more)


def _insert(archive: Archive, document: Document) -> None:
    archive.keep([Arrival(draft(document))])


def indexed(folder: Path) -> tuple[float, float]:
    """Return the CPU and clock milliseconds in which an index is made that was deleted."""
    for file in folder.glob("index.sqlite*"):
        file.unlink()
    archive = Archive(folder, READER)
    taken: list[float] = []
    by_clock = wall(lambda: taken.append(cpu(archive.catch_up)))
    return taken[0], by_clock


def asked(folder: Path, count: int) -> dict[str, float]:
    """Return all figures of an archive of generated articles."""
    found = {
        "common": first_hits(folder, COMMON),
        "rare": first_hits(folder, RARE),
        "facets": all_facets(folder),
    }
    times = list(opened_articles(folder, count))
    for sort in ("cold", "warm"):
        found[sort] = statistics.median(taken for how, taken in times if how == sort)
    found["insert"] = inserted(folder)
    found["index cpu"], found["index wall"] = indexed(folder)
    return found


def main() -> None:
    """Print the figures of an archive as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("count", type=int)
    given = arguments.parse_args()
    gc.freeze()
    print(json.dumps(asked(given.folder, given.count)))


if __name__ == "__main__":
    main()
