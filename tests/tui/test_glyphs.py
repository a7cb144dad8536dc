"""Glyphs: every sign that the screen's own code draws is one cell wide, everywhere."""

from __future__ import annotations

import ast
from pathlib import Path
from unicodedata import combining, east_asian_width

import pytest
from rich.cells import cell_len

from tests.newsdesk import ROOT

NO_PAINTERS = {"measure", "pen", "show"}
"""Modules that name characters of foreign text, and draw none of their own."""

MODULES = sorted(path for path in (ROOT / "tui").glob("*.py") if path.stem not in NO_PAINTERS)


def signs(path: Path) -> set[str]:
    """Return every character beyond ASCII in the texts of a module, its docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said]
    return {c for text in texts if isinstance(text, str) for c in text if c.isprintable() and not c.isascii()}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_signs_are_one_cell_wide(path: Path) -> None:
    """No sign of ours is wide, takes no cell, or joins with its neighbour."""
    for sign in signs(path):
        assert cell_len(sign) == 1 and not combining(sign), sign
        assert east_asian_width(sign) not in ("W", "F"), sign


def test_there_are_signs() -> None:
    """The signs that the look is made of are among those tried."""
    every = set().union(*map(signs, MODULES))
    assert set("─━│▌●×★✓¶→█▁") <= every
