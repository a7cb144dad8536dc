"""What a terminal and a reader ask for: theme, colours, signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.looks import Looks
from tui.options import Options

RICH = {"TERM": "xterm-256color"}
OPTIONS = Options(Path("archive"))


@pytest.mark.parametrize(
    ("environment", "high_contrast", "theme"),
    [
        (RICH, False, "newsprint-dark"),
        (RICH, True, "newsprint-dark-hc"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False, "newsprint-dark"),
        ({"TERM": "xterm-kitty"}, False, "newsprint-dark"),
        ({**RICH, "COLORFGBG": "0;15"}, False, "newsprint-dark"),
        ({**RICH, "COLORFGBG": "0;15"}, True, "newsprint-light-hc"),
        ({**RICH, "TEXTUAL_THEME": "newsprint-light"}, False, "newsprint-light"),
        ({**RICH, "TEXTUAL_THEME": "newsprint-light"}, True, "newsprint-light-hc"),
        ({**RICH, "TEXTUAL_THEME": "nord"}, False, "nord"),
        ({**RICH, "TEXTUAL_THEME": "newsprint-16-light"}, False, "newsprint-16-light"),
        ({"TERM": "linux"}, False, "newsprint-16-dark"),
        ({"TERM": "xterm"}, False, "newsprint-16-dark"),
        ({"TERM": "screen"}, False, "newsprint-16-dark"),
        ({"TERM": "xterm", "TEXTUAL_THEME": "newsprint-light"}, False, "newsprint-16-light"),
        ({"TERM": "rxvt-16color", "COLORFGBG": "0;default;15"}, False, "newsprint-16-light"),
        ({"TERM": "xterm", "TEXTUAL_THEME": "nord"}, False, "nord"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, False, "newsprint-dark"),
        ({**RICH, "TEXTUAL_COLOR_SYSTEM": "standard"}, False, "newsprint-16-dark"),
    ],
)
def test_theme(environment: dict[str, str], high_contrast: bool, theme: str) -> None:
    """A theme that is named counts; else colours and contrast are what terminal and reader ask for."""
    options = Options(Path("archive"), high_contrast=high_contrast)
    assert Looks.fitting(options, environment, "utf-8").theme == theme


@pytest.mark.parametrize(
    ("environment", "encoding", "asked", "glyphs"),
    [
        ({"LANG": "en_GB.UTF-8"}, "utf-8", None, "every"),
        ({}, "UTF-8", None, "every"),
        ({"LANG": "en_GB.UTF-8"}, "utf-8", True, "narrow"),
        ({"LANG": "ja_JP.UTF-8"}, "utf-8", None, "narrow"),
        ({"LANG": "en_GB.UTF-8", "LC_CTYPE": "zh_CN.UTF-8"}, "utf-8", None, "narrow"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "utf-8", None, "every"),
        ({"LANG": "ko_KR.UTF-8"}, "utf-8", False, "every"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso-8859-1", None, "ascii"),
        ({"LANG": "de_DE"}, "latin-1", False, "ascii"),
        ({"LC_ALL": "POSIX"}, "ascii", True, "ascii"),
    ],
)
def test_glyphs(environment: dict[str, str], encoding: str, asked: bool | None, glyphs: str) -> None:
    """ASCII where the terminal knows no more; one-cell signs where ours may be wide, or when asked."""
    options = Options(Path("archive"), ascii=asked)
    assert Looks.fitting(options, {**RICH, **environment}, encoding).glyphs == glyphs


def test_mono_goes_through() -> None:
    """Colour is left out where the options say so."""
    assert Looks.fitting(Options(Path("archive"), mono=True), RICH, "utf-8").mono
    assert not Looks.fitting(OPTIONS, RICH, "utf-8").mono
