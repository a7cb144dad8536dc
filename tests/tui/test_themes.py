"""The four Newsprint themes: every ink can be read on every ground it stands on, by the formula of WCAG."""

from __future__ import annotations

from typing import Final

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.borrowed import borrowed, contrast
from tui.themes import NAMES, SIXTEEN, themes

TEXT: Final = ("strong", "ink", "muted", "faint", "accent", "party", "place", "event", "warn", "ok", "error")
"""Inks in which words are set."""

GROUNDED: Final = ("strong", "ink", "muted")
"""Inks that also stand on chips and marks."""

DRAWN: Final = ("bar", "barinf", "accent2")
"""Inks in which bars are drawn."""

CLAIMED: Final[dict[str, tuple[float, float, float, float]]] = {
    "rule": (2.2, 2.0, 5.8, 5.7),
    "strong": (17.4, 19.8, 21, 21),
    "ink": (12.0, 13.8, 18.0, 18.5),
    "muted": (8.1, 8.0, 13.8, 12.1),
    "faint": (5.6, 5.4, 10.8, 9.8),
    "accent": (7.3, 5.7, 10.5, 9.2),
    "accent2": (3.8, 3.1, 5.3, 4.1),
    "party": (9.3, 7.5, 13.2, 11.0),
    "place": (9.2, 6.9, 13.8, 11.0),
    "event": (9.5, 7.5, 13.8, 11.1),
    "warn": (10.1, 6.1, 15.1, 10.3),
    "ok": (9.8, 6.0, 14.4, 10.1),
    "error": (8.2, 6.2, 12.0, 9.9),
    "bar": (10.0, 9.1, 18.0, 18.5),
    "barinf": (3.9, 3.2, 7.5, 4.7),
}
"""The ratio of each ink to the page, as the look was drawn, in the order of NAMES."""

THEMES: Final = {theme.name: theme for theme in themes()}


def contrast_in(theme: Theme, ink: str, ground: str) -> float:
    """Return the ratio of one token to another in a theme of ours."""
    return contrast(*(Color.parse(theme.variables[f"nd-{token}"]) for token in (ink, ground)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", CLAIMED)
def test_contrast_is_what_was_drawn(name: str, ink: str) -> None:
    """Each ink stands out from the page as much as the look says."""
    assert contrast_in(THEMES[name], ink, "bg") == pytest.approx(CLAIMED[ink][NAMES.index(name)], abs=0.06)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", TEXT)
def test_words_can_be_read(name: str, ink: str) -> None:
    """Words reach 5.4 on the page, and 7.1 with high contrast; WCAG asks for 4.5 and 7."""
    assert contrast_in(THEMES[name], ink, "bg") >= (7.1 if name.endswith("hc") else 5.4)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["chip", "mark", "raise"])
@pytest.mark.parametrize("ink", GROUNDED)
def test_words_on_chips_and_marks_can_be_read(name: str, ground: str, ink: str) -> None:
    """What stands on a chip or a mark reaches 4.8 there, and 7.1 with high contrast."""
    assert contrast_in(THEMES[name], ink, ground) >= (7.1 if name.endswith("hc") else 4.79)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", DRAWN)
def test_bars_can_be_seen(name: str, ink: str) -> None:
    """Bars reach 3, as WCAG asks of what is no text."""
    assert contrast_in(THEMES[name], ink, "bg") >= 3


@pytest.mark.parametrize("name", NAMES)
def test_exact_and_inferred_differ(name: str) -> None:
    """The two parts of a bar differ by more than a shade."""
    assert contrast_in(THEMES[name], "bar", "barinf") >= 2
    assert contrast_in(THEMES[name], "accent", "accent2") >= 1.7


@pytest.mark.parametrize("name", SIXTEEN)
def test_sixteen_colours_are_the_terminals_own(name: str) -> None:
    """A theme for sixteen colours names no colour by its parts: ground and ink are the terminal's."""
    theme = THEMES[name]
    assert theme.ansi
    assert all(value.startswith(("ansi_", "reverse")) for value in theme.variables.values())
    assert theme.variables["nd-bg"] == theme.variables["nd-ink"] == "ansi_default"


def test_the_formula() -> None:
    """White on black is 21, and the grey that the guideline calls the lightest for words on white 4.54."""
    white, black = Color(255, 255, 255), Color(0, 0, 0)
    assert contrast(white, black) == contrast(black, white) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("name", sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
def test_textuals_own_themes_can_be_read(name: str) -> None:
    """In every theme of Textual there is an ink for each of ours, and each stands out as WCAG asks."""
    inks = borrowed(BUILTIN_THEMES[name])
    assert inks.keys() == THEMES[NAMES[0]].variables.keys()
    page = Color.parse(inks["nd-bg"])
    for token in TEXT:
        assert contrast(Color.parse(inks[f"nd-{token}"]), page) >= 4.45, token
    for token in DRAWN:
        assert contrast(Color.parse(inks[f"nd-{token}"]), page) >= 2.95, token
