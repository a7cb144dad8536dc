"""How the dashboard looks on one terminal: its theme, whether it has colours, and which signs are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, Self

from rich.console import Console

from tui.glyphs import Glyphs, fitting
from tui.options import Options
from tui.themes import NAMES, SIXTEEN

_LIGHT_GROUNDS: Final = ("7", "15")
"""The last part of COLORFGBG on a light terminal."""


class Looks(NamedTuple):
    """What the terminal and the reader ask for."""

    theme: str
    """One of Newsprint, or one of Textual's."""
    glyphs: Glyphs = "every"
    mono: bool = False
    """Whether colour is left out."""

    @classmethod
    def fitting(cls, options: Options, environment: Mapping[str, str], encoding: str) -> Self:
        """Return the looks that a command line asks for, on the terminal that the environment describes.

        Args:
            encoding: The one in which the terminal is written to.
        """
        theme = _theme(options.high_contrast, environment)
        return cls(theme, fitting(options.ascii, environment, encoding), options.mono)


def _theme(high_contrast: bool, environment: Mapping[str, str]) -> str:
    wanted = environment.get("TEXTUAL_THEME", "")
    if wanted and wanted not in NAMES:
        return wanted
    column = int(_is_light(wanted, environment))
    if _has_few_colours(environment):
        return SIXTEEN[column]
    if high_contrast:
        return NAMES[2 + column]
    return wanted or NAMES[0]


def _is_light(wanted: str, environment: Mapping[str, str]) -> bool:
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" in wanted if wanted else ground in _LIGHT_GROUNDS


def _has_few_colours(environment: Mapping[str, str]) -> bool:
    """Tell whether Textual would have no more than sixteen colours to paint with."""
    asked = environment.get("TEXTUAL_COLOR_SYSTEM", "auto")
    found = (
        Console(force_terminal=True, _environ=dict(environment)).color_system if asked == "auto" else asked
    )
    return found not in ("256", "truecolor")
