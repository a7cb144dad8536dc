"""The shape of the page: which columns and rows there are at a size of the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Over = Literal["picker", "prompt", "help", "manual", "entry", "question", "form", "views", "labels", "copy"]
"""A layer that lies over the panels until it is closed; its widget, if it has one of its own, has this id."""

REASONS: Final = ("evidence", "why")
"""The panels of reasons, of which one is open at most."""

LEFT: Final[frozenset[Over]] = frozenset({"picker", "form", "views"})
"""The layers that take the Timeline's column."""

WHOLE: Final[frozenset[Over]] = frozenset({"help", "manual"})
"""The layers that take all columns."""

Joints = tuple[tuple[int, str], ...]
"""Rows of a rule, counted from its top, and the sign there."""

ENTITIES_ROWS: Final = 6
"""Rows of the Entities under the Timeline, head included, as in newsdesk.tcss."""

EVIDENCE_ROWS: Final = 20
"""Rows of the Evidence under the Entities, head included, as in newsdesk.tcss."""


COURSES_FROM: Final = 50
"""Columns from which counts over time stand beside the names of a picker."""


def has_one_column(width: int, height: int) -> bool:
    """Tell whether a size has room for one panel only."""
    return width < 70 or height < 12


def classes(width: int, height: int, zoomed: bool) -> dict[str, bool]:
    """Return the classes of the Desk, and whether each is set, for a size in cells.

    Args:
        zoomed: Whether one panel has the whole page.
    """
    single = zoomed or has_one_column(width, height)
    return {
        "-tiny": width < 50 or height < 12,
        "-short": height < 20,
        "-tall": height >= 30,
        "-huge": height >= 55,
        "-single": single,
        "-three": width >= 110 and not single,
        "-wide": width >= 160 and not single,
        "-docked": width >= 160 and height >= 45 and not single,
    }


def shown(
    page: Mapping[str, bool], *, over: Over | None, panel: str, reason: str | None, docked: str, nothing: bool
) -> frozenset[str]:
    """Return the ids of the parts of the columns that are on the page, given its classes.

    Args:
        over: The layer that is open.
        panel: The panel that has the keyboard, or gets it back.
        reason: The panel of reasons that was opened.
        docked: The one that stands under Entities where there is room.
        nothing: Whether nothing matches.
    """
    if over in WHOLE:
        return frozenset({over})
    middle = "ways" if nothing else "article"
    left = over if over in LEFT else None
    if page["-single"]:
        return frozenset({left or (middle if panel in ("article", "ways") else panel)})
    if not page["-three"]:
        beside = {left or reason} if reason else {left or "timeline", "entities"}
        return frozenset({middle, "rule-left", *beside})
    right = {reason or "entities"}
    if page["-docked"]:
        right = {"entities", reason or docked}
    return frozenset({left or "timeline", "rule-left", middle, "rule-right", *right})


def when_rows(page: Mapping[str, bool]) -> int:
    """Return the rows of the When band with the blank rows around it, as in newsdesk.tcss."""
    return (4 if page["-huge"] else 3) + 2 if page["-tall"] else 2


def joints(page: Mapping[str, bool], rows: int, *, divided: bool) -> tuple[Joints, Joints]:
    """Return where the left and the right rule meet heads, for columns of so many rows.

    Args:
        divided: Whether Entities stand under the Timeline where there is no third column.
    """
    left, right = [(0, "┬")], [(0, "┬")]
    if divided and not page["-three"]:
        left.append((rows - ENTITIES_ROWS, "┤"))
    if page["-docked"]:
        right.append((rows - EVIDENCE_ROWS, "├"))
    return tuple(left), tuple(right)
