"""The files that generated articles are made from: lines of text under headings."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

_COMMENT: Final = "#"


def blocks(name: str) -> list[list[str]]:
    """Return the lines of a file by blocks, which empty lines part."""
    found: list[list[str]] = [[]]
    for line in files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith(_COMMENT):
            continue
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def headed(name: str) -> list[tuple[str, list[str]]]:
    """Return the blocks of a file whose first line is a heading in brackets, each with its heading."""
    return [(block[0].strip("[]"), block[1:]) for block in blocks(name)]


@cache
def words_under(name: str) -> dict[str, list[str]]:
    """Return the words of a file by heading; where a line has bars, they part what may be several words."""
    return {
        heading: [word for line in lines for word in (line.split("|") if "|" in line else line.split())]
        for heading, lines in headed(name)
    }
