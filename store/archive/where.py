"""Where the archive is when nobody says."""

from __future__ import annotations

import os
from pathlib import Path


def default_archive() -> Path:
    """Return the folder that NEWSDESK_ARCHIVE names, else the platform's place for a person's data."""
    named = os.environ.get("NEWSDESK_ARCHIVE")
    if named:
        return Path(named).expanduser()
    import platformdirs  # costs 10 ms that a start with --archive need not pay

    return platformdirs.user_data_path("newsdesk", appauthor=False)
