"""The store's public names, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import store
from store.archive.where import default_archive
from store.errors import ArchiveError


def _loaded(statement: str) -> set[str]:
    """Return the top packages that a fresh interpreter has loaded after a statement."""
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    return set(done.stdout.split())


def test_every_public_name_is_there() -> None:
    """Each public name resolves, is listed, and what is no name is an error."""
    assert [getattr(store, name) is not None for name in store.__all__] == [True] * len(store.__all__)
    assert set(store.__all__) <= set(dir(store))
    with pytest.raises(AttributeError, match="nothing"):
        getattr(store, "nothing")  # noqa: B009


@pytest.mark.parametrize(
    "statement",
    [
        "import store",
        "import store.archive.archive",
        "from pathlib import Path; from store import Archive; Archive(Path('none'))",
    ],
)
def test_importing_is_light(statement: str) -> None:
    """Neither the package nor the door loads what only some commands need, nor does an archive not there."""
    heavy = {"textual", "rich", "tinydb", "click", "platformdirs", "orjson", "difflib", "dateutil"}
    assert _loaded(statement) & heavy == set()


def test_the_archive_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """NEWSDESK_ARCHIVE names the folder, with ~ for home; empty or missing means the platform's place."""
    monkeypatch.setenv("HOME", "/home/ann")
    for named, folder in (("/srv/news", "/srv/news"), ("~/news", "/home/ann/news"), ("news", "news")):
        monkeypatch.setenv("NEWSDESK_ARCHIVE", named)
        assert default_archive() == Path(folder)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for empty in (True, False):
        monkeypatch.setenv("NEWSDESK_ARCHIVE", "")
        if not empty:
            monkeypatch.delenv("NEWSDESK_ARCHIVE")
        assert default_archive().name == "newsdesk"
        assert default_archive().is_relative_to("/home/ann")


@pytest.mark.usefixtures("homeless")
def test_an_archive_without_a_home_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the archive would be in a home folder that nobody knows, the error says what to do."""
    with pytest.raises(ArchiveError, match=r"^the archive: no home folder is known .* --archive DIR$"):
        default_archive()
    monkeypatch.setenv("NEWSDESK_ARCHIVE", "~no-such-account/news")
    with pytest.raises(ArchiveError, match=r"^~no-such-account/news: no home folder is known"):
        default_archive()
