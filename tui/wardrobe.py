"""Wardrobe: the stylesheets of what few starts show, each read when that is first shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from textual.css.stylesheet import Stylesheet

_HERE: Final = Path(__file__).parent


def wear(worn: Stylesheet, part: Literal["manual_page", "palette"]) -> None:
    """Have what an app wears also say how a part looks, if it does not yet."""
    sheet = str(_HERE / f"{part}.tcss")
    if not worn.has_source(sheet):
        worn.read(sheet)
        worn.parse()
