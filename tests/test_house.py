"""The laws of the house, executed."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from tests.house import ROOT, calls, each_of_ours, imports, loaded_by, modules, name, names_of, roots, tree

PANELS: Final = (
    "timeline", "viewer", "sidebar", "when", "filter_bar", "pickers", "help", "evidence", "why", "view_list",
    "status", "ways_out", "form", "prompt", "entry", "manual_page",
)  # fmt: skip
"""The modules of tui that are panels: each knows only itself."""

TOP: Final = {
    "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "LICENSE", "store", "tui", "tests", "seeds",
}  # fmt: skip
"""All that stands at the top of the repository, beside dotfiles."""

MADE: Final = {"build", "dist", "snapshot_report.html"}
"""What tools leave at the top, and git ignores."""

EVERY: Final = (
    "store/__init__.py", "store/article.py", "store/document.py", "store/query.py", "store/errors.py",
    "store/ingest.py", "store/py.typed", "store/wire/clean.py", "store/wire/layout.py",
    "store/wire/gazetteer.py", "store/wire/names.py", "store/wire/dates.py", "store/wire/contacts.py",
    "store/wire/parse.py", "store/wire/data/parties.jsonl", "store/archive/storage.py",
    "store/intake/formats.py", "store/intake/workers.py", "store/intake/following.py",
    "store/archive/archive.py", "store/archive/index.py", "store/archive/readers.py", "tui/__main__.py",
    "tui/commands/__init__.py", "tui/app.py", "tui/desk.py", "tui/hands/__init__.py", "tui/keys.py",
    "tui/views.py", "tui/timeline.py",
    "tui/viewer.py", "tui/sidebar.py", "tui/when.py", "tui/filter_bar.py", "tui/pickers.py", "tui/help.py",
    "tui/driver.py", "tui/newsdesk.tcss", "tui/py.typed", "tui/manual",
)  # fmt: skip
"""The rooms that the map of the house names and this version has."""

DISK_AND_CLOCK: Final = {
    "os", "io", "pathlib", "time", "tempfile", "shutil", "glob", "sys", "socket", "urllib", "http",
    "platformdirs",
}  # fmt: skip
ASKING: Final = {"now", "today", "utcnow", "open", "write_text", "write_bytes", "input", "print"}


@pytest.mark.parametrize("module", ["store", "tui.__main__", "tui", "store.article", "store.query"])
def test_imports_are_light(module: str) -> None:
    """Importing the store or the command in a fresh interpreter loads nothing heavy."""
    heavy = {"textual", "rich", "tinydb", "sqlite3", "click", "orjson", "platformdirs", "asyncio", "dateutil"}
    assert heavy & loaded_by(f"import {module}") == set()


def test_lists_load_no_screen() -> None:
    """The commands that need no screen never load Textual."""
    assert "textual" not in loaded_by("import tui.commands, tui.plain.running, store.ingest, tui.sowing")


@pytest.mark.parametrize("path", modules("store"), ids=name)
def test_store_knows_no_screen(path: Path) -> None:
    """The news never imports the screen, nor anything that paints."""
    assert roots(path).isdisjoint({"tui", "textual", "rich", "click"})


@each_of_ours
def test_only_the_archive_knows_how_things_are_kept(path: Path) -> None:
    """Only store/archive imports TinyDB or SQLite."""
    if not name(path).startswith("store/archive/"):
        assert roots(path).isdisjoint({"tinydb", "sqlite3"})


@pytest.mark.parametrize("path", modules("store/wire"), ids=name)
def test_wire_touches_no_disk_and_no_clock(path: Path) -> None:
    """Understanding a text depends on the text and the packaged data, and on nothing else."""
    assert roots(path).isdisjoint(DISK_AND_CLOCK)
    assert [called for called, _ in calls(path) if called.rpartition(".")[2] in ASKING] == []
    if name(path) != "store/wire/gazetteer.py":
        assert "importlib" not in roots(path)


@pytest.mark.parametrize("path", modules("store/wire"), ids=name)
def test_no_rule_knows_the_seeds(path: Path) -> None:
    """No rule of the wire names one of the two seed files or what only they say."""
    told = path.read_text("utf-8")
    for seed in (ROOT / "seeds").glob("*.txt"):
        assert seed.stem not in told
    assert not re.search(
        r"Fardani|Prak Sokhon|Le Hoai Trung|Hoang Binh Quan", re.sub(r'"""[\s\S]*?"""', "", told)
    )


@pytest.mark.parametrize("panel", PANELS)
def test_panels_never_import_each_other(panel: str) -> None:
    """A panel knows only itself: not another panel, the Desk, the app, or a live archive or query."""
    path = ROOT / "tui" / f"{panel}.py"
    others = {f"tui.{other}" for other in (*PANELS, "desk", "app", "asking", "newsroom") if other != panel}
    assert imports(path).isdisjoint(others | {"store.archive.archive", "store.query", "store.ingest"})


@pytest.mark.parametrize("path", modules("tui/hands"), ids=name)
def test_hands_never_import_each_other(path: Path) -> None:
    """A hand of the Desk knows the newsroom that it belongs to, and no other hand."""
    assert [one for one in imports(path) if one.startswith(("tui.hands.", "tui.desk", "tui.app"))] == []


def test_no_two_hands_use_one_name() -> None:
    """What one hand calls its own no other has, nor the page below them: all are one Desk."""
    rooms = [
        *modules("tui/hands"),
        *(ROOT / "tui" / f"{room}.py" for room in ("newsroom", "front_page", "makeup", "layers")),
    ]
    used = Counter(
        own
        for room in rooms
        for kind in tree(room).body
        if isinstance(kind, ast.ClassDef)
        for node in kind.body
        for own in names_of(node)
        if own.startswith("_") and not own.startswith("__")
    )
    assert [own for own, times in used.items() if times > 1] == []


def test_every_panel_is_known_to_the_law() -> None:
    """Every module that makes a widget is listed as a panel, or is what panels are made of."""
    made_of = {"panel", "listing", "reason_panel", "pasting"}
    bases = "Painted|Panel|Listing|Choosing|ReasonPanel|Widget|VerticalScroll|Input|Pasting|Static"
    widgets = re.compile(rf"^class \w+\((?:{bases})\b", re.M)
    found = {path.stem for path in modules("tui") if widgets.search(path.read_text("utf-8"))}
    assert found - made_of == set(PANELS)


def test_the_house_is_as_its_map_says() -> None:
    """At the top stands what every repository has and the four rooms, and every room of the map is there."""
    found = {path.name for path in ROOT.iterdir() if path.name[0] != "."}
    assert {entry for entry in found if not entry.endswith(".egg-info")} - MADE == TOP
    assert [file for file in EVERY if not (ROOT / file).exists()] == []


def texts() -> list[Path]:
    """Return every text file of the repository that people wrote."""
    wanted = [ROOT / entry for entry in TOP | {".github", ".ci", ".gitignore", ".gitattributes"}]
    files = [p for w in wanted for p in ([w] if w.is_file() else w.rglob("*")) if p.is_file()]
    return [p for p in files if p.suffix not in {".pyc", ".svg", ".png", ".txt", ".raw"}]


def test_no_machine_and_no_registry_is_named() -> None:
    """No file names a folder of somebody's machine, nor the host of a package registry."""
    folders = "|".join(("root", "Users", "work", "mnt", "home/runner"))
    hosts = "|".join(
        (r"pypi\.or" + "g", r"pythonhoste" + "d", r"files\.pypi", "npmj" + "s", r"crates\.i" + "o")
    )
    named = re.compile(rf"(?<![\w.:/~-])/(?:{folders})/\w\w|{hosts}")
    guilty = {name(p): hit[0] for p in texts() if (hit := named.search(p.read_text("utf-8", "replace")))}
    assert guilty == {}


def test_seeds_are_the_two_texts_and_nothing_else() -> None:
    """The folder of the seeds holds the two wire texts only."""
    assert len(list((ROOT / "seeds").iterdir())) == 2
