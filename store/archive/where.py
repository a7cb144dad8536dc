"""Where the archive is when nobody says."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import ArchiveError


def default_archive() -> Path:
    """Return the folder that NEWSDESK_ARCHIVE names, else the platform's place for a person's data.

    Raises:
        ArchiveError: It would be in a home folder, and none is known.
    """
    named = os.environ.get("NEWSDESK_ARCHIVE")
    try:
        return Path(named).expanduser() if named else _data_folder()
    except RuntimeError as error:
        reason = "no home folder is known in which it would be; name another with --archive DIR"
        raise ArchiveError(named or "the archive", reason) from error


def _data_folder() -> Path:
    import platformdirs  # costs 10 ms that a start with --archive need not pay

    return platformdirs.user_data_path("newsdesk", appauthor=False)
