"""Understanding texts, beside reading their files alone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from store import memory
from store.intake.file_names import source_name
from store.intake.formats import of_text
from store.intake.reading import content
from store.intake.understanding import LOT
from store.wire.gazetteer import Gazetteer, load
from store.wire.parse import parse_each
from tests.bench.table import Row

_SIZES: Final = (("short", 900, 1000), ("long", 2700, 440))
"""What texts of a length are called, its code points, and how many a CPU-second must understand."""

_ROUNDS: Final = 7
_TEXTS: Final = Path(__file__).parents[1] / "wire"


def rows(folder: Path) -> Iterator[Row]:
    """Yield how many texts of each length are understood in a CPU-second, and how many files read.

    They are understood by lots, in a memory that is looked through as seldom as an import's.
    """
    names, now = load(), datetime.now(UTC)
    memory.settle()
    for name, size, least in _SIZES:
        files = _laid(folder / name, size)
        costs = [
            (_cost(_read_alone, files), _cost(lambda files: _understood(files, names, now), files))
            for _ in range(_ROUNDS)
        ]
        alone, understood = (len(files) / statistics.median(each) for each in zip(*costs, strict=True))
        yield Row(f"{name} texts ({size:,} characters) a CPU-second", understood, "texts", alone, least=least)


def _laid(folder: Path, size: int) -> list[Path]:
    """Write all texts that tests read, joined and cut to a size, below a folder; return the files.

    No two files share a text, and they are many, so that no figure is that of a few texts.
    """
    folder.mkdir()
    files: list[Path] = []
    joined = ""
    for text in [file.read_text("utf-8") for file in sorted(_TEXTS.rglob("*.txt"))]:
        joined = f"{joined}\n\n{text}" if joined else text
        if len(joined) >= size:
            files.append(folder / f"{len(files)}.txt")
            files[-1].write_text(joined[:size], "utf-8")
            joined = ""
    return files


def _read_alone(files: Sequence[Path]) -> None:
    for file in files:
        file.read_text("utf-8")


def _understood(files: Sequence[Path], names: Gazetteer, now: datetime) -> None:
    for first in range(0, len(files), LOT):
        lot = files[first : first + LOT]
        wires = [of_text(content(str(file)).data, source_name(file), now) for file in lot]
        parse_each([(wire.text, wire.source) for wire in wires], names)


def _cost(work: Callable[[Sequence[Path]], None], files: Sequence[Path]) -> float:
    """Return the CPU seconds of one pass over files."""
    began = time.process_time()
    work(files)
    return time.process_time() - began
