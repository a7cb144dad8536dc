"""The inks that a page is painted in: what each looks like, in any theme and on any terminal.

They are no component classes of newsdesk.tcss: Textual makes, matches and styles a node for each of those,
which takes a tenth of a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from rich.style import Style
from textual.color import Color


class Look(NamedTuple):
    """What an ink looks like."""

    colour: str
    """The `nd-` token of its letters."""
    ground: str = "bg"
    """The token of what they stand on."""
    weight: str = ""
    """Bold, italic, underline, dim or reverse, or several of them."""


Colours: TypeAlias = Literal["many", "few", "none"]
"""Colours of a theme of ours; sixteen of the terminal's own; or none."""

Looks: TypeAlias = Mapping[str, Look]

_LOOKS: Final[Looks] = {
    "text": Look("ink"),
    "strong": Look("strong"),
    "bold": Look("strong", weight="bold"),
    "muted": Look("muted"),
    "faint": Look("faint"),
    "rule": Look("rule"),
    "accent": Look("accent"),
    "number": Look("accent", weight="bold"),
    "warn": Look("warn", weight="bold"),
    "key": Look("ink", weight="bold"),
    "ok": Look("ok"),
    "error": Look("error"),
    "party": Look("party", weight="bold"),
    "party-plain": Look("party"),
    "person": Look("strong", weight="underline"),
    "place": Look("place", weight="italic"),
    "event": Look("event", weight="italic"),
    "mark": Look("strong", "mark"),
    "mark-now": Look("strong", "mark", "reverse"),
    "chip": Look("strong", "chip", "bold"),
    "chip-muted": Look("muted", "chip"),
    "label": Look("strong", "chip", "bold"),
    "bar": Look("bar"),
    "barinf": Look("barinf"),
    "both": Look("bar", "barinf"),
    "accent2": Look("accent2"),
    "brushed": Look("accent", "accent2"),
}

INKS: Final = tuple(_LOOKS)
"""Every ink there is."""

_UNSLANTED: Final = {"place": "underline", "event": "underline"}
"""The weight of inks where italics are shown as reverse."""

_DIM: Final = {"faint": "dim", "rule": "dim", "barinf": "dim"}

_LIT: Final = {"mark": "reverse", "mark-now": "reverse bold underline", "label": "reverse bold"}

_WEIGHTS: Final[Mapping[Colours, Mapping[str, str]]] = {
    "many": {},
    "few": {**_DIM, **_LIT, "chip": "reverse bold", "chip-muted": "reverse", "strong": "bold"},
    "none": {**_DIM, **_LIT},
}
"""The weight of inks where colour says less: of sixteen, four strengths of ink are none."""

_PLAIN: Final[Looks] = {"both": Look("bar"), "brushed": Look("bar")}
"""Bars that only their ground would tell from others."""


def inks(variables: Mapping[str, str], colours: Colours, *, slanted: bool = True) -> dict[str, Style]:
    """Return the style of every ink.

    Args:
        variables: The colours of a theme, the `nd-` tokens among them.
        slanted: Whether the terminal has italics.
    """
    looks, given = _LOOKS, variables
    if colours == "none":
        looks, given = {**_LOOKS, **_PLAIN}, {**variables, "nd-bg": "ansi_default"}
    weights = {**({} if slanted else _UNSLANTED), **_WEIGHTS[colours]}
    known = {token: Color.parse(given[f"nd-{token}"]).rich_color for token in _tokens(looks)}
    return {
        ink: Style.combine(
            (
                Style(color=known[look.colour], bgcolor=known[look.ground]),
                Style.parse(weights.get(ink, look.weight)),
            )
        )
        for ink, look in looks.items()
    }


def _tokens(looks: Looks) -> set[str]:
    return {token for look in looks.values() for token in look[:2]}
