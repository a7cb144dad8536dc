"""The pictures of the README and the manual: the real desk over the two seeds, `make screenshots`."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from store.archive.archive import Archive
from store.ingest import plant_seeds
from store.query import Query
from store.wire.gazetteer import load
from tui.app import NewsdeskApp

PICTURES: Final = Path(__file__).resolve().parent.parent / "tui" / "manual" / "pictures"

TODAY: Final = date(2026, 11, 21)

_KEPT: Final = datetime(2026, 11, 21, 20, tzinfo=UTC)
_REST: Final = 0.3
"""Seconds after which the article has followed the cursor."""

_RICH_CELL: Final = (12.2, 24.4)
"""Width and height of a cell in the pictures that Rich draws."""

_CELL: Final = (12, 23)
"""Width and height of a cell in ours: low enough that the hairlines of one row meet those of the next."""

_BASELINE: Final = 17
_EDGE: Final = 14
"""Margin of the page around the cells."""

_FONTS: Final = "ui-monospace, 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"

_STYLE: Final = re.compile(r"\.terminal-\d+-(r\d+) \{ ([^}]*?);? *\}")
_RECT: Final = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" shape-rendering'
)
_TEXT: Final = re.compile(
    r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)</text>'
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what is pressed before it is taken, and on what page."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "newsprint-dark"


SHOTS: Final = (
    Shot("main", (120, 40)),
    Shot("evidence", (120, 40), ("i", "j")),
    Shot("picker", (120, 40), ("p",)),
    Shot("brush", (120, 40), ("4", "G", "v", "b", "b", "b")),
    Shot("light", (200, 60), theme="newsprint-light"),
    Shot("small", (80, 24)),
    Shot("help", (120, 40), ("question_mark",)),
)


def drawn(exported: str, columns: int, rows: int) -> str:
    """Return a screenshot of Textual without its window, its links to fonts, and its clipping of each row."""
    rects = [(fill, *map(float, place)) for fill, *place in _RECT.findall(exported)]
    page = max({fill for fill, *_ in rects}, key=lambda fill: sum(r[3] for r in rects if r[0] == fill))
    width, height = columns * _CELL[0] + 2 * _EDGE, rows * _CELL[1] + 2 * _EDGE
    at = f"-{_EDGE} -{_EDGE} {width} {height}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{at}" xml:space="preserve">',
            f"<style>text {{ font: 20px {_FONTS}; white-space: pre }}",
            *(f".{name} {{ {rules} }}" for name, rules in _STYLE.findall(exported)),
            "</style>",
            f'<rect x="-{_EDGE}" y="-{_EDGE}" width="{width}" height="{height}" fill="{page}"/>',
            *(_rect(*rect) for rect in rects if rect[0] != page),
            *_texts(exported),
            "</svg>\n",
        ]
    )


def _column(x: float) -> int:
    return round(x / _RICH_CELL[0]) * _CELL[0]


def _rect(fill: str, x: float, y: float, width: float) -> str:
    row = round((y - 1.5) / _RICH_CELL[1])
    return (
        f'<rect fill="{fill}" x="{_column(x)}" y="{row * _CELL[1]}" '
        f'width="{_column(width)}" height="{_CELL[1]}"/>'
    )


def _texts(exported: str) -> Iterator[str]:
    for name, x, y, length, text in _TEXT.findall(exported):
        plain = text.replace("&#160;", " ")
        if not plain.strip():
            continue
        row = round((float(y) - 20) / _RICH_CELL[1])
        yield (
            f'<text class="{name}" x="{_column(float(x))}" y="{row * _CELL[1] + _BASELINE}" '
            f'textLength="{_column(float(length))}">{plain}</text>'
        )


async def taken(shot: Shot, archive: Archive) -> str:
    """Open the desk, press the keys, and return the picture."""
    app = NewsdeskApp(archive, Query(), TODAY, mono=False)
    app.theme = shot.theme
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause(_REST)
        await pilot.press(*shot.keys)
        await pilot.pause(_REST)
        return drawn(app.export_screenshot(simplify=True), *shot.size)


async def _take_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        with TemporaryDirectory() as place:  # each picture is a first run, with all its hints
            archive = Archive(Path(place) / "archive", "reader")
            plant_seeds(archive, load(), _KEPT)
            picture = await taken(shot, archive)
        (folder / f"{shot.name}.svg").write_text(picture, encoding="utf-8")
        print(f"{shot.name}.svg  {len(picture.encode()):,} bytes")


def main() -> None:
    """Take every picture, into the manual or the folder that is named."""
    asyncio.run(_take_all(Path(sys.argv[1]) if sys.argv[1:] else PICTURES))


if __name__ == "__main__":
    main()
