"""The dashboard on a line: bytes beside newsboat, latency beside bare panes, and what many readers take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import psutil

from tests.bench.running import READY, compare, floor_app, measured, middle, newsdesk, opening, tool
from tests.bench.table import Row
from tests.bench.traffic import Bytes, Program, newsboat, ours

TEXTS: Final = 1000
"""Articles in the lists whose bytes are counted."""

ROUNDS: Final = 4
READERS: Final = 20
PAGE: Final = (120, 40)
SMALL: Final = (80, 24)

_FLOOR: Final = ("open{n} :: <Enter> :: :: settle=25", "line{n} :: / :: :: settle=200")
_OURS: Final = ("open{n} :: J :: :: settle=25", "line{n} :: / :: :: settle=200")
_BEFORE: Final = (
    "down :: <Down> :: :: repeat=40 settle=25",
    "page :: <PgDn> :: :: repeat=12 settle=25",
)
_LETTERS: Final = "talk"


def rows(folder: Path, texts: int) -> Iterator[Row | str]:
    """Yield the figures, each as soon as it is measured; a sentence where something cannot be."""
    tool("make_corpus.py", str(TEXTS), str(folder), "--txt", "--rss")
    archive, large = folder / "archive", folder / "large"
    newsdesk("import", archive, str(folder / "txt"))
    yield from traffic(ours(archive, folder), newsboat(folder / "feed.xml", folder))
    newsdesk("demo", large, str(texts))
    size = f"{texts:,} texts"
    yield from latency(folder / "floor", large, texts, size)
    yield from idle(large, size)
    yield from readers(ours(large, folder), size)


def traffic(program: Program, peer: Program | None) -> Iterator[Row | str]:
    """Yield the bytes of each key."""
    page, small = program.counted(*PAGE), program.counted(*SMALL)
    yield Row("start, bytes until the list stands, 120x40", page.start, "B", None, 4000)
    yield Row("cursor step, bytes, 120x40", page.step, "B", None, 320)
    yield Row("page down, bytes, 120x40", page.page, "B", None, 2500)
    yield Row("open (J), bytes with the preview, 120x40", page.whole_opened, "B", None, 3000)
    yield Row("preview at rest, bytes, 120x40", page.preview, "B", None, 8000)
    yield Row("preview at rest, bytes, 80x24", small.preview, "B", None, 2500)
    yield Row("start with its preview, bytes, 80x24", small.whole_start, "B", None, 8000)
    if peer is None:
        yield "newsboat is not installed: bytes are not compared with its own"
    else:
        yield from beside(page, peer.counted(*PAGE))


def beside(page: Bytes, peer: Bytes) -> Iterator[Row]:
    """Yield the bytes of each key beside those of newsboat."""
    yield Row("start, bytes (floor: newsboat)", page.start, "B", peer.start, 1)
    yield Row("cursor step, bytes (floor: newsboat)", page.step, "B", peer.step, 1.3)
    yield Row("page down, bytes (floor: newsboat)", page.page, "B", peer.page, 0.65)
    yield Row("open, bytes (floor: newsboat)", page.opened, "B", peer.opened, 0.7)


def latency(folder: Path, archive: Path, texts: int, size: str) -> Iterator[Row]:
    """Yield how long keys take to their last byte, beside three panes that do nothing else."""
    tool("make_corpus.py", str(texts), str(folder), "--txt", "--index")
    panes = floor_app("panes", str(folder / "index.json"), str(folder / "txt"), "--diff")
    for name, opens in (("floor.steps", _FLOOR), ("ours.steps", _OURS)):
        (folder / name).write_text("\n".join(_steps(*opens)))
    steps = ("--steps", str(folder / "floor.steps"), "--steps-b", str(folder / "ours.steps"), "--quit-b", "Q")
    floor, found = compare(panes, opening(archive), *steps)
    for name, told in (("down", "cursor step"), ("page", "page down"), ("open", "open"), ("typed", "letter")):
        yield Row(f"{told}, last byte, {size}", middle(found, name), "ms", middle(floor, name), 1.2)


def _steps(opened: str, line: str) -> Iterator[str]:
    """Yield the steps of one program, which opens articles and its filter line in its own way."""
    yield from _BEFORE
    for n in range(ROUNDS):
        yield f"next{n} :: <Down> :: :: settle=300"
        yield opened.format(n=n)
    for n in range(ROUNDS):
        yield line.format(n=n)
        yield from (f"typed{n}{at} :: {letter} :: :: settle=40" for at, letter in enumerate(_LETTERS))
        yield f"untyped{n} :: <Esc> :: :: settle=300"


def idle(archive: Path, size: str) -> Iterator[Row]:
    """Yield what an open dashboard costs while nobody touches it."""
    rest = ("--step", "rest :: <Down> :: :: settle=2000", "--idle", "10")
    found = measured(
        "--runs", "3", *rest, "--ready", READY, "--quit", "<C-q>", "--", *opening(archive).split()
    )
    yield Row(f"idle for 10 s, bytes, {size}", found["median"]["idle.bytes"], "B", None, 0)
    yield Row(f"idle for 10 s, CPU, {size}", found["median"]["idle.cpu_ms"], "ms", None, 0)


def readers(program: Program, size: str) -> Iterator[Row | str]:
    """Yield the memory of many who read one archive at once, each counted with its part of what is shared."""
    with ExitStack() as all_of_them:
        open_ones = [all_of_them.enter_context(program.listing(*PAGE))[0] for _ in range(READERS)]
        for terminal in open_ones:
            terminal.press(program.next)
            terminal.settle()
        try:
            taken = [psutil.Process(one.pid).memory_full_info().pss / 2**20 for one in open_ones]
        except AttributeError:
            yield "this system does not tell how memory is shared: that of many readers is not measured"
            return
    yield Row(f"the largest of {READERS} readers at once (PSS), {size}", max(taken), "MB", None, 60)
