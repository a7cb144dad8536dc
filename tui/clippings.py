"""Clippings: what is copied from under the cursor of each panel, and what that is called."""

from __future__ import annotations

from typing import NamedTuple

from tui import citation, places
from tui.lines import Line
from tui.newsroom import Newsroom
from tui.printout import listed
from tui.reason_panel import ReasonPanel
from tui.shape import REASONS


class Clipping(NamedTuple):
    """Something to copy."""

    key: str
    """The key that copies it."""
    name: str
    """What the status line calls it."""
    text: str


def clippings(desk: Newsroom) -> list[Clipping]:
    """Return what can be copied: the line under the cursor, and then what the text that is open offers."""
    found = [Clipping("y", *_line(desk))]
    if (article := desk.viewer.article) and not desk.nothing:
        at = desk.viewer.paragraph
        if article.body:
            found.append(Clipping("p", f"¶{at + 1} with citation", citation.cited(article, at)))
        found.append(Clipping("l", "the link", places.link(article, at)))
        found.append(Clipping("t", "the whole text", citation.whole(article)))
    return [one for one in found if one.text]


def _line(desk: Newsroom) -> tuple[str, str]:
    """Return what stands under the cursor, its name first; a text of nothing where there is no cursor."""
    article, row = desk.viewer.article, desk.timeline.current
    if desk.panel == "timeline" and row:
        return "the row", "".join(listed([row], None))
    if desk.panel == "article" and article and not desk.viewer.raw:
        at = desk.viewer.paragraph
        return (f"¶{at + 1}", article.body[at]) if article.body else ("the headline", article.headline or "")
    if desk.panel == "entities" and article and desk.sidebar.length:
        entry = desk.sidebar.roll[desk.sidebar.cursor]
        names = {entity.id: entity.name for entity in article.entities}
        label = _plain(entry.label)
        return ("the name", names.get(entry.entity, label)) if entry.entity else ("the contact", label)
    if desk.panel == "when":
        return "the count", ": ".join(text for text, ink in desk.when.chosen() if ink != "warn")
    if desk.panel in REASONS:
        return "the reason", _reason(desk.query_one(f"#{desk.panel}", ReasonPanel))
    return "", ""


def _reason(panel: ReasonPanel) -> str:
    """Return the reason under the cursor, as if its panel had no edge."""
    lines = panel.lines(10_000, panel.cursor) if panel.article else ()
    return " ".join(_plain(one.content) for one in lines if one.reason == panel.cursor)


def _plain(content: Line) -> str:
    return " ".join("".join(text for text, _ in content).split())
