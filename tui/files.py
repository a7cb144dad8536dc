"""The small files of the screen: keys.toml, in which readers give actions other keys."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from tui.keyboard import Keyboard

_MOST: Final = 65_536
"""Bytes of the largest keys.toml: all actions with five keys each take a tenth."""


def keys_file() -> Path:
    """Return the place of keys.toml, which may not be there."""
    import platformdirs  # costs 10 ms

    return platformdirs.user_config_path("newsdesk", appauthor=False) / "keys.toml"


def keyboard(file: Path) -> tuple[Keyboard, list[str]]:
    """Return the keys that a keys.toml asks for as far as it can be followed, and what of it cannot."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return Keyboard(), _whole("is no file")
        with file.open("rb") as opened:
            raw = opened.read(_MOST + 1)
    except FileNotFoundError:
        return Keyboard(), []
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its place cannot be read"
        return Keyboard(), _whole(reason)
    if len(raw) > _MOST:
        return Keyboard(), _whole(f"has over {_MOST:,} bytes")
    from tui.own_keys import asked  # few have any

    return asked(raw)


def _whole(reason: str) -> list[str]:
    return [f"keys.toml: {reason}; every key is as it came"]
