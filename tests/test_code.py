"""The laws of the house for its code: foreign text, other programs, errors, size, docstrings."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from tests.house import OURS, calls, each_module, each_of_ours, imports, modules, name, public, roots, tree

BARRED: Final = {
    "subprocess",
    "webbrowser",
    "pickle",
    "marshal",
    "shelve",
    "code",
    "runpy",
    "multiprocessing",
}
BARRED_CALLS: Final = {"eval", "exec", "compile", "__import__", "breakpoint"}
BARRED_OF_OS: Final = re.compile(r"os\.(system|popen|startfile|fork\w*|exec\w+|spawn\w+|posix_spawn\w*)")


@each_of_ours
def test_foreign_text_is_never_markup(path: Path) -> None:
    """Nothing is handed to Textual that it would read as markup."""
    for called, node in calls(path):
        last = called.rpartition(".")[2]
        assert last not in {"from_markup", "markup"}, f"line {node.lineno}"
        if last in {"notify", "Static", "Label"}:
            off = [k for k in node.keywords if k.arg == "markup" and ast.unparse(k.value) == "False"]
            assert off, f"line {node.lineno}: {last}( without markup=False"


@pytest.mark.parametrize("path", modules("tui"), ids=name)
def test_one_way_out(path: Path) -> None:
    """Foreign text leaves by `show` only, which alone knows how to make it safe."""
    if path.name != "show.py":
        assert [one for one in imports(path) if one.endswith(".sanitise")] == []


@each_of_ours
def test_no_other_program_is_started(path: Path) -> None:
    """Neither package starts a program, opens a browser, or runs what it reads.

    One room starts this program's own processes anew; others know the connections to them at most.
    """
    parts = {m.removeprefix("multiprocessing.") for m in imports(path) if m.startswith("multiprocessing.")}
    if name(path) == "store/child.py":
        assert parts == {"get_context", "current_process", "connection", "connection.Connection"}
        assert [ast.unparse(node) for called, node in calls(path) if called == "get_context"] == [
            "get_context('spawn')"
        ]
        assert roots(path).isdisjoint(BARRED - {"multiprocessing"})
    else:
        assert parts <= {"connection", "connection.Connection"}
        assert "multiprocessing" not in imports(path) and roots(path).isdisjoint(BARRED - {"multiprocessing"})
    for called, node in calls(path):
        assert called not in BARRED_CALLS and not BARRED_OF_OS.fullmatch(called), (
            f"line {node.lineno}: {called}"
        )


def test_one_broad_except() -> None:
    """Only the outermost frame catches everything."""
    broad = [
        name(path)
        for path in OURS
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)))
    ]
    assert broad == ["tui/__main__.py"]


@each_module
def test_files_and_functions_are_short(path: Path) -> None:
    """No file is longer than 300 lines and no function than 50."""
    assert len(path.read_text("utf-8").splitlines()) <= 300
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@each_of_ours
def test_every_public_name_has_a_docstring(path: Path) -> None:
    """Every module, public class, function and method says in a sentence what it is."""
    assert ast.get_docstring(tree(path))
    for node in public(tree(path)):
        told = ast.get_docstring(node)
        assert told and told.splitlines()[0].rstrip().endswith((".", ":", "?", "!")), (
            f"line {node.lineno}: {node.name}"
        )
