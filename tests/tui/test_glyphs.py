"""Glyphs: every sign that the screen's own code draws is one cell wide, and has a stand-in that is too."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path
from typing import get_args
from unicodedata import combining, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.newsdesk import ROOT
from tui.glyphs import Glyphs, spelt
from tui.grid import Cells

NO_PAINTERS = {"measure", "frame", "show", "glyphs"}
"""Modules that name characters of foreign text, and draw none of their own."""

MODULES = sorted(path for path in (ROOT / "tui").rglob("*.py") if path.stem not in NO_PAINTERS)

HARD = (
    "Lê Hoài Trung gặp Đỗ Mười",
    unicodedata.normalize("NFD", "Lê Hoài Trung gặp Đỗ Mười"),
    "北京 comrade 서울",
    "joined 👩‍👩‍👧 and flag 🇻🇳 and ☎️ end",
    "สวัสดี नमस्ते שלום",
    "½ № ™ ﬁ Ａ “x” ‘y’ – — …",
    "\u0301 lone mark",
)
"""Foreign text whose cells are not its characters."""


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


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_sign_has_a_stand_in(path: Path) -> None:
    """A terminal without our signs gets one of ASCII for each, and none is the sign for what is unknown."""
    for sign in signs(path):
        for stand_in in (spelt(sign, "narrow"), spelt(sign, "ascii")):
            assert len(stand_in) == 1 and stand_in.isascii() and stand_in.isprintable(), sign
            assert stand_in != "?", sign


def test_what_is_told_apart_stays_apart() -> None:
    """No two signs that say different things in one place have the same stand-in."""
    for place in ("●■", "★✎", "✓~?", "━─", "│▌", "×→", "▂▄▆█", "+−"):
        assert len({spelt(sign, "ascii") for sign in place}) == len(place), place
    assert spelt("│─━▌●■★✎✓×→·", "ascii") == "|-=>*x#ncx>,"


@pytest.mark.parametrize("text", HARD)
def test_stand_ins_keep_the_cells(text: str) -> None:
    """Foreign text takes as many cells as before, in ASCII only where no more is known."""
    for glyphs in get_args(Glyphs):
        assert cell_len(spelt(text, glyphs)) == cell_len(text)
    assert spelt(text, "ascii").isascii()
    assert spelt(text, "every") is text


def test_letters_stay_where_they_can() -> None:
    """Foreign letters are spelt plain only where the terminal knows none: then accents go, letters stay."""
    assert spelt("Đỗ Mười, 北京", "narrow") == "Đỗ Mười, 北京"
    assert spelt("Đỗ Mười, 北京", "ascii") == "Do Muoi, ????"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_keeps_its_cells(text: str) -> None:
    """Whatever the text, the cells after it stay where they are."""
    assert cell_len(spelt(text, "ascii")) == cell_len(text)
    assert spelt(text, "ascii").isascii()


def test_nothing_but_ascii_is_sent() -> None:
    """A frame in any letters leaves as ASCII, each cell in its place."""
    cells = Cells(40, 2, "ascii")
    sent = cells.changes("\x1b[1;1H│ 18 May~ ▌Lê×北京… │\x1b[2;1H" + unicodedata.normalize("NFD", "Đỗ ● ★"))
    assert sent.isascii()
    assert "| 18 May~ >Lex????. |" in sent and "Do * #" in sent


def test_there_are_signs() -> None:
    """The signs that the look is made of are among those tried."""
    every = set().union(*map(signs, MODULES))
    assert set("─━│▌●×★✓¶→█▁") <= every
