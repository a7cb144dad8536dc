from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import ArchiveBusy, ArchiveError, ArticleUnknown, DocumentError, NewsError, QueryError
from tui.complaints import record, status_of


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (QueryError("a:b", 0, 1, "no"), 2),
        (ArchiveError("a", "is gone"), 3),
        (ArchiveBusy("ann", 10), 3),
        (DocumentError("date", "is missing"), 3),
        (ArticleUnknown("f"), 1),
    ],
)
def test_each_error_has_its_status(error: NewsError, status: int) -> None:
    """A bad query is status 2, an archive that cannot be used 3, whatever else is refused 1."""
    assert status_of(error) == status


def test_an_unexpected_error_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line for the person names the log, which has the traceback."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    told = record(ValueError("odd"))
    assert told.startswith("an unexpected error. ValueError: odd. Details are in ")
    assert "ValueError: odd" in Path(told.rpartition(" in ")[2]).read_text("utf-8")


@pytest.mark.usefixtures("homeless")
def test_an_unexpected_error_without_a_home_is_told() -> None:
    """Where no home folder is known, and so no place for a log, the line says so and is all there is."""
    assert record(ValueError("odd")) == "an unexpected error. ValueError: odd. No log could be written"
