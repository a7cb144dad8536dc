"""Pages: the manual as lines, its marks of Markdown left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tui.handbook import PAGES
from tui.plain.place import Place
from tui.plain.words import NotUnderstood

_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRESS: Final = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|(?<!\w)\*([^*\s][^*]*)\*(?!\w)")
_BEGINS: Final = re.compile(r"\s*(?:[-*]|\d+\.)\s")
"""An item of a list."""

_CELL: Final = re.compile(r"\s\|(?=\s|$)")
"""What stands between two cells of a table."""

_RULE: Final = re.compile(r"[|\s:-]+")


def manual(place: Place, rest: str) -> Iterator[str]:
    """List the pages of the manual, or read one."""
    if not rest:
        yield "manual and one of these words reads that page:"
        yield from (f"{page.name}  {page.title}" for page in PAGES)
        return
    page = next((page for page in PAGES if page.name == rest.lower()), None)
    if page is None:
        raise NotUnderstood(f"the manual has no page {rest}; manual lists them")
    yield from lines(page.text())


def lines(markdown: str) -> Iterator[str]:
    """Yield a page: a line for each heading, paragraph, item and row of a table."""
    block: list[str] = []
    is_code = is_table = False
    for line in (*markdown.splitlines(), ""):
        is_row = line.startswith("|") and not is_code
        starts = not line.strip() or is_row or line.startswith(("#", "```")) or _BEGINS.match(line)
        if block and (starts or is_code):
            yield _spoken(" ".join(block))
            block = []
        if line.startswith("```"):
            is_code = not is_code
        elif is_code:
            yield from [line] if line.strip() else []
        elif is_row:
            if is_table and not _RULE.fullmatch(line):
                yield _row(line)
        elif line.strip():
            block.append(line.strip().lstrip("#").strip() if line.startswith("#") else line.strip())
        is_table = is_row


def _row(line: str) -> str:
    """Return a row of a table as a sentence: its first cell, and behind a colon what the others say."""
    first, *others = filter(None, (cell.strip() for cell in _CELL.split(line.strip().strip("|"))))
    return _spoken(f"{first}: {', '.join(others)}".replace("\\|", "|"))


def _spoken(text: str) -> str:
    """Return running text without the marks that only look right."""
    return _STRESS.sub(lambda found: next(filter(None, found.groups()), ""), _LINK.sub(r"\1", text))
