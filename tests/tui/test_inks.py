"""What the inks look like, in every theme and without colours."""

from __future__ import annotations

from typing import Final

import pytest
from rich.style import Style

from tui.inks import INKS, Colours, inks
from tui.themes import NAMES, SIXTEEN, few_variables, variables

_MANY: Final = [variables(column) for column, _ in enumerate(NAMES)]
_FEW: Final = [few_variables(column) for column, _ in enumerate(SIXTEEN)]


def _told_apart(styles: dict[str, Style], one: str, other: str) -> bool:
    return styles[one] != styles[other]


@pytest.mark.parametrize("given", _MANY)
def test_letters_stand_on_the_ground_of_the_theme(given: dict[str, str]) -> None:
    """Every ink but those with a ground of their own has the theme's ground and a colour on it."""
    styles = inks(given, "many")
    grounds = {
        ink
        for ink, style in styles.items()
        if str(style.bgcolor and style.bgcolor.name) != given["nd-bg"].lower()
    }
    assert set(styles) == set(INKS)
    assert grounds == {"mark", "mark-now", "chip", "chip-muted", "label", "both", "brushed"}
    assert all(style.color != style.bgcolor for style in styles.values())


@pytest.mark.parametrize("given", _FEW)
def test_sixteen_colours_are_the_terminals_own(given: dict[str, str]) -> None:
    """With sixteen colours no ink asks for one of ours, and the marks are told by weight."""
    styles = inks(given, "few")
    assert {c.type.name for s in styles.values() for c in (s.color, s.bgcolor) if c} <= {
        "DEFAULT",
        "STANDARD",
    }
    for lit, plain in (("mark", "text"), ("chip", "strong"), ("chip-muted", "muted"), ("faint", "text")):
        assert _told_apart(styles, lit, plain)


@pytest.mark.parametrize("given", _MANY)
def test_weight_tells_what_colour_cannot(given: dict[str, str]) -> None:
    """Without colours the attributes alone tell marks, chips, rules and the cursor's mark from plain text."""
    weights = {ink: str(style.without_color) for ink, style in inks(given, "none").items()}
    for ink in ("bold", "faint", "rule", "mark", "mark-now", "chip", "label", "person", "place", "key"):
        assert weights[ink] != weights["text"], ink
    assert weights["mark"] != weights["mark-now"]


@pytest.mark.parametrize("colours", ["many", "few", "none"])
def test_no_italics_where_they_are_shown_as_reverse(colours: Colours) -> None:
    """A terminal without italics is sent none, and places still differ from plain text."""
    styles = inks(_FEW[0] if colours == "few" else _MANY[0], colours, slanted=False)
    assert not any(style.italic for style in styles.values())
    assert styles["place"].underline
    assert styles["event"].underline
