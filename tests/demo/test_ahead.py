from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import chain

import psutil
import pytest

from store.demo.ahead import batches_ahead
from store.demo.generator import documents
from tests.newsdesk import ROOT

LONG = 60.0

WORK = """
import sys
from store.demo.ahead import batches_ahead
for batch in batches_ahead(1_000_000, 50):
    print(len(batch), flush=True)
"""


@pytest.mark.parametrize(("count", "size"), [(1, 10), (10, 10), (35, 10), (95, 10)])
def test_they_are_the_same_articles_in_the_same_order(count: int, size: int) -> None:
    """Another process generates what this one would have; only the last batch may be smaller."""
    batches = list(batches_ahead(count, size))
    assert {len(batch) for batch in batches[:-1]} <= {size}
    assert list(chain.from_iterable(batches)) == list(documents(count))


def children() -> list[psutil.Process]:
    """Return the processes that this one has started and that still run, not Python's own among them."""
    running = [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in running if "spawn_main" in " ".join(child.cmdline())]


def test_the_other_process_may_die() -> None:
    """If the other process is killed, this one generates the rest itself."""
    others = {child.pid for child in children()}
    batches = batches_ahead(400, 10)
    found = [next(batches)]
    for child in children():
        if child.pid not in others:
            os.kill(child.pid, signal.SIGKILL)
    found += batches
    assert list(chain.from_iterable(found)) == list(documents(400))


def test_it_ends_with_the_last_batch_and_when_nobody_wants_more() -> None:
    """No process is left when all was taken, nor when the rest is not wanted."""
    others = {child.pid for child in children()}
    for _ in batches_ahead(20, 10):
        pass
    wanted = batches_ahead(1_000_000, 10)
    next(wanted)
    wanted.close()
    assert {child.pid for child in children()} <= others


def test_it_ends_when_its_parent_is_killed() -> None:
    """A process that nobody can ask for anything any more ends by itself."""
    with subprocess.Popen([sys.executable, "-c", WORK], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        working = psutil.Process(parent.pid).children()
        parent.kill()
    assert working
    until = time.monotonic() + LONG
    while any(is_running(child) for child in working):
        assert time.monotonic() < until
        time.sleep(0.1)


def is_running(process: psutil.Process) -> bool:
    """Tell whether a process is there and not just waiting to be forgotten."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
