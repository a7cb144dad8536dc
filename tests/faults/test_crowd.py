"""Eight imports at once while others mark and read: nothing is lost, nothing twice, and no reader fails."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.ledger import Ledger, by_file, holds, said, tables
from tests.faults.processes import HANGS
from tests.faults.wires import Wires
from tests.newsdesk import Done, Newsroom
from tests.terminal import Terminal, python

_TEXTS: Final = 300
"""Texts of each folder, so that its import commits more than once."""

_KEYS: Final = "jjJkGggl l hm"


class Crowd:
    """What several people do to one archive at the same time, each command timed."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room
        self.longest = 0.0
        self.commands = 0
        self.over = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> Crowd:
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()  # also where one of them failed: the others would go on for ever

    def run(self, *arguments: str) -> Done:
        """Run a command, which must succeed and complain of nothing."""
        begun = time.monotonic()
        done = self.room.run(*arguments)
        with self._lock:
            self.longest = max(self.longest, time.monotonic() - begun)
            self.commands += 1
        assert (done.status, done.err) == (0, ""), said(done)
        return done

    def mark(self, reader: str, tag: str, ids: Sequence[str]) -> None:
        """Mark texts as read, tag them and write a note on each, some at a time."""
        marks = "--reader", reader, "--read", "--tag", tag, "--note", f"Note {tag}"
        for start in range(0, len(ids), 25):
            self.run("mark", *ids[start : start + 25], *marks)

    def list_over_and_over(self) -> int:
        """List until all is over; return how often. No list is shorter than the one before."""
        times = known = 0
        while not self.over.is_set():
            ids = [json.loads(line)["id"] for line in self.run("list", "--json").lines]
            assert len(set(ids)) == len(ids) >= known
            times, known = times + 1, len(ids)
        return times

    def show_over_and_over(self) -> int:
        """Show one listed text after the other until all is over; return how many."""
        times, chance = 0, Random(1)
        while not self.over.is_set():
            ids = [line.split()[-1] for line in self.run("list").lines]
            for article_id in chance.sample(ids, 3):
                assert self.run("show", article_id).out
                times += 1
        return times


def test_everybody_at_once(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Disjoint and overlapping imports, three who mark and three who read: all is kept, once, and shown."""
    room, crowd = Newsroom(tmp_path), Crowd(Newsroom(tmp_path))
    known, shared, *own = (Wires(tmp_path / f"wires/{n}", _TEXTS, n, longest=20) for n in range(10))
    for wires in (known, shared, *own):
        wires.lay(0)
    crowd.run("import", str(known.folder))
    marked = list(known.ids(0).values())
    command = python("tui")
    with Terminal(command, 120, 40, room.environment()) as desk, ThreadPoolExecutor(16) as people, crowd:
        desk.wait_for("Timeline", HANGS)
        imports = [
            people.submit(crowd.run, "import", *[str(shared.folder)] * (n % 2), str(wires.folder))
            for n, wires in enumerate(own)
        ]
        markers = [
            people.submit(crowd.mark, reader, tag, ids)
            for reader, tag, ids in (
                ("ann", "x", marked[:200]),
                ("ann", "y", marked[100:]),
                ("bob", "x", marked),
            )
        ]
        readers = [people.submit(crowd.list_over_and_over), people.submit(crowd.show_over_and_over)]
        while not all(importing.done() for importing in imports):
            desk.press(_KEYS)
            desk.settle(0.2)
        for marker in markers:
            marker.result()
        crowd.over.set()
        reads = sum(reader.result() for reader in readers)
        ledger, total = Ledger(), (len(own) + 2) * _TEXTS
        for importing in imports:
            ledger.take(f"{line}\n" for line in importing.result().lines)
        listed = by_file(holds(room, ledger))
        assert listed == {file: id_ for wires in (known, shared, *own) for file, id_ in wires.ids(0).items()}
        desk.wait_for(lambda text: f"{total} of {total}" in text.replace(",", ""), HANGS)
        desk.press("Q")
        assert desk.end(HANGS) == 0
    assert _marked_by(room, "ann", "x") == set(marked[:200])
    assert _marked_by(room, "ann", "y") == set(marked[100:])
    assert _marked_by(room, "bob", "x") == set(marked)
    record_property("commands, reads, longest command in s", (crowd.commands, reads, crowd.longest))


def _marked_by(room: Newsroom, reader: str, tag: str) -> set[str]:
    """Return the texts that a reader gave a tag, marked as read and wrote a note on, as the disk has it."""
    (found,) = (table for path, table in tables(room.archive) if path.name == f"{reader}.json")
    noted = [d for d in found if any(note["text"] == f"Note {tag}" for note in d.get("notes", ()))]
    return {d["article"] for d in noted if d["read"] and tag in d["tags"]}
