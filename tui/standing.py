"""Standing: where the reader is, as a view that can be kept, and the way back to one."""

from __future__ import annotations

from typing import Final

from store.archive.marks import View
from store.query import Query
from tui.newsroom import Newsroom
from tui.shape import REASONS

_PANELS: Final = ("article", "entities", "when")
"""Panels that a view returns to, beside the reasons; any other view opens in the Timeline."""


def standing(desk: Newsroom) -> View:
    """Return the filter in force, the panel with the keyboard, the text and the paragraph."""
    row = desk.timeline.current
    return View(str(desk.query_in_force), desk.panel, row.id if row else None, desk.viewer.paragraph or None)


def turn_to(desk: Newsroom, query: Query, view: View) -> None:
    """Put a view's filter in force and stand where the view does, as far as that is still there."""
    desk.set_reactive(Newsroom.query_in_force, query)
    desk.ask(keep=view.row)
    desk.preview()
    if not desk.nothing:
        take_place(desk, view)


def read_at(desk: Newsroom, paragraph: int) -> None:
    """Open the text under the cursor at a paragraph, wherever the reader left it."""
    desk.preview()
    desk.viewer.is_being_read = True
    desk.give("article")
    desk.viewer.go(paragraph)
    desk.relight()
    desk.opened()


def take_place(desk: Newsroom, view: View) -> None:
    """Give the keyboard to a view's panel, and go to its paragraph if its text is open."""
    if view.panel in REASONS:
        desk.give("timeline")
        desk.toggle_reasons(view.panel)
        desk.explain_row(desk.viewer.article)
    else:
        desk.give(view.panel if view.panel in _PANELS else "timeline")
    desk.relight()
    if view.paragraph and desk.viewer.article is None:
        desk.preview()
    if view.paragraph and desk.viewer.article and desk.viewer.article.id == view.row:
        desk.viewer.go(view.paragraph)
