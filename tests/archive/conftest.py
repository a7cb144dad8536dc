"""What the checks of the archive share."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A new archive for the reader Ann."""
    return Archive(tmp_path / "archive", "ann")
