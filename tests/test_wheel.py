from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.newsdesk import ROOT, SEEDS

pytestmark = pytest.mark.slow


def run(command: list[str | Path], folder: Path) -> str:
    """Run a command in a folder, without what belongs to this checkout; return its stdout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environment, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT], folder)
    return next(folder.glob("newsdesk-*.whl"))


def test_wheel_carries_everything(wheel: Path) -> None:
    """Seeds byte for byte, gazetteer, demo, stylesheet, manual and type marks are carried; tests are not."""
    with ZipFile(wheel) as file:
        names = set(file.namelist())
        for seed in SEEDS.iterdir():
            assert file.read(f"store/seeds/{seed.name}") == seed.read_bytes()
    folders = (ROOT / "store/wire/data", ROOT / "store/demo/data")
    data = {f"{f.relative_to(ROOT)}/{path.name}" for f in folders for path in f.iterdir() if path.is_file()}
    manual = {f"tui/manual/{path.name}" for path in (ROOT / "tui/manual").glob("*.md")}
    sheets = {f"tui/{path.name}" for path in (ROOT / "tui").glob("*.tcss")}
    assert data and manual and sheets
    assert names >= {*data, *manual, *sheets, "tui/py.typed", "store/py.typed"}
    assert not [name for name in names if name.startswith(("tests", "seeds")) or "__pycache__" in name]


def test_installed_alone_it_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment and another folder, `newsdesk list` shows both seeds."""
    run([sys.executable, "-m", "venv", tmp_path / "venv"], tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], tmp_path)
    listed = run([python.with_name("newsdesk"), "list", "--archive", tmp_path / "archive"], tmp_path)
    assert [line[:11] for line in listed.splitlines()] == ["2021-05-18~", "2016-02-26~"]
    where = run([python, "-c", "import store, tui; print(store.__file__, tui.__file__)"], tmp_path)
    assert str(ROOT) not in where
