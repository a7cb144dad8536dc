"""A writer that stopped holds its lock: who waits is told for whom, and who reads does not wait."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.identity import account
from store.errors import ArchiveBusy
from store.query import Query
from tests.archive import worker
from tests.archive.making import TODAY, many


def test_a_stopped_writer_is_named_and_reading_goes_on(tmp_path: Path) -> None:
    """While a stopped process holds the lock a writer gives up after its patience, and lists work."""
    one, two = many(2)
    Archive(tmp_path).add([one])
    with worker.start("hold", tmp_path) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        process.send_signal(signal.SIGSTOP)
        begun = time.monotonic()
        with pytest.raises(ArchiveBusy) as caught:
            Archive(tmp_path, patience=0.3).add([two])
        assert time.monotonic() - begun >= 0.3
        assert caught.value.holder.startswith(f"{account()} (pid {process.pid}) since 20")
        assert Archive(tmp_path).tally(Query(), TODAY).texts == 1
        process.kill()
    assert Archive(tmp_path, patience=0).add([two])[0].state == "added"


def test_a_stopped_writer_that_goes_on_is_waited_for(tmp_path: Path) -> None:
    """Who is patient gets its turn when the stopped process goes on and lets go."""
    Archive(tmp_path).add(many(1))
    with worker.start("hold", tmp_path) as holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGSTOP)
        waiting = worker.start("add", tmp_path, 1, 1)
        time.sleep(0.3)
        assert waiting.poll() is None, "it does not write beside the holder"
        os.kill(holder.pid, signal.SIGCONT)
        holder.terminate()
        assert len(worker.finish(waiting)) == 1
    assert Archive(tmp_path).tally(Query(), TODAY).texts == 2
