"""The version of newsdesk, in its one place."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0.dev0"
"""As the package, `--version` and every document's `read_by` say it."""
