"""The house as its laws see it: modules, what they import, what they call."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGES: Final = ("store", "tui")


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def modules(*folders: str) -> list[Path]:
    """Return the modules below some folders, the measuring tools left out."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "tools" not in path.relative_to(ROOT).parts]


def name(path: Path) -> str:
    """Return a path as a test names it."""
    return path.relative_to(ROOT).as_posix()


OURS: Final = modules(*PACKAGES)
CODE: Final = modules("store", "tui", "tests")
each_of_ours = pytest.mark.parametrize("path", OURS, ids=name)
each_module = pytest.mark.parametrize("path", CODE, ids=name)


def imports(path: Path) -> set[str]:
    """Return every module that a module imports, anywhere in it, in full."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def roots(path: Path) -> set[str]:
    """Return the packages that a module imports from."""
    return {module.partition(".")[0] for module in imports(path)}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a module with the name called, as written."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def loaded_by(statement: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after a statement."""
    script = f"{statement}; import sys; print(' '.join(m.partition('.')[0] for m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def names_of(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a class defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return [node.name]
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return [target.id for target in targets if isinstance(target, ast.Name)]


def public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the public classes and functions of a module, and their public methods."""
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and child.name[0] != "_":
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)
