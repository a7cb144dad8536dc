"""What a person asked for on the command line when they opened the desk."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Options(NamedTuple):
    """How the dashboard is to be opened."""

    archive: Path
    """The folder of the archive, existing or not."""
    query: str = ""
    """The query in force at the start, as typed."""
    reader: str | None = None
    """Whose marks are shown and set; None means the account's own."""
    mouse: bool = False
    """Whether the terminal is asked to report the mouse."""
    mono: bool = False
    """Whether colour is left out, as NO_COLOR asks."""
    high_contrast: bool = False
    """Whether the colours are those with high contrast."""
    ascii: bool | None = None
    """Whether lines and signs are drawn in ASCII; None means as the terminal's locale asks."""
    now: date | None = None
    """The day that `today` means; None means the real one."""
    kiosk: bool = False
    """Whether nothing but the desk shall be within reach."""
    plain: bool = False
    """Whether it is read line by line, without a screen."""

    @classmethod
    def completed(
        cls,
        archive: Path | None = None,
        query: str = "",
        reader: str | None = None,
        mouse: bool | None = None,
        mono: bool = False,
        now: date | None = None,
        *,
        high_contrast: bool = False,
        ascii: bool | None = None,
        kiosk: bool = False,
        plain: bool = False,
    ) -> Options:
        """Return the options of a command line, what it leaves open taken from the environment.

        Over ssh the mouse stays with the terminal, which selects and copies better than any program there.
        """
        from store.archive.where import default_archive

        mono = mono or bool(os.environ.get("NO_COLOR"))
        folder = archive or default_archive()
        mouse = not os.environ.get("SSH_TTY") if mouse is None else mouse
        return cls(folder, query, reader, mouse, mono, high_contrast, ascii, now, kiosk, plain)
