"""FrontPage: what stands where on the screen, which layer is open, and which panel has the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from typing import Final

from textual import events
from textual.geometry import Region
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.inks import Colours, inks
from tui.makeup import MakeUp
from tui.panel import Painted
from tui.shape import COURSES_FROM, REASONS, Over
from tui.status import LAYERS, Layer

_ROUND: Final = ("timeline", "article", "entities")
"""The panels from left to right; reasons come after them."""

_HEARD: Final[dict[str, Layer]] = {**{layer: layer for layer in LAYERS}, "ways": "empty"}
"""Id of a panel or layer to the keys that are shown for it."""


class FrontPage(MakeUp):
    """The page without its contents."""

    AUTO_FOCUS = "#timeline"

    focused = Reactive[Widget | None](None, repaint=False)
    """The widget that hears keys; Textual would paint the whole page anew whenever it is another one."""

    @property
    def has_courses(self) -> bool:
        """Whether there is room for counts over time beside the names of a picker."""
        return self.timeline.size.width >= COURSES_FROM

    def dress(self) -> None:
        """Give every painted part the inks of the theme."""
        app = self.app
        colours: Colours = "none" if app.has_class("-mono") else "few" if app.has_class("-few") else "many"
        styles = inks(app.theme_variables, colours, slanted=not app.has_class("-no-italic"))
        for painted in self.query(Painted):
            painted.dress(styles)
        self.when.hatch(app.current_theme.ansi or app.no_color)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank rows, all the same one: the parts of the page cover it."""
        inks = self.columns.inks
        if inks is None or self.app.no_color:
            return super().render_lines(crop)
        return [Strip.blank(crop.width, inks["text"])] * crop.height

    async def on_idle(self) -> None:
        """Let the parts say what they want painted or laid out, so that a key makes one frame, not three."""
        await asyncio.sleep(0)

    async def in_one_frame(self, change: Callable[[], None]) -> None:
        """Make a change, and paint all of it at once, though a frame may be due already."""
        held = ExitStack()
        held.enter_context(self.app.batch_update())
        change()
        await asyncio.sleep(0)  # until the parts have said what they want painted
        self.call_later(held.close)

    def on_resize(self, event: events.Resize) -> None:
        """Shape the page for the new size."""
        self.reshape()

    def _nothing_here(self) -> bool:
        return self.nothing and self.panel in ("article", "ways")

    @property
    def reason_shown(self) -> str | None:
        """The panel of reasons that is on the page."""
        return self.reason or (self.docked if self._page["-docked"] else None)

    def lay_over(self, layer: Over | None) -> None:
        """Open a layer and give it the keyboard, or close the one that is open."""
        self.over = layer
        if layer is None:
            self.beneath = None
        self.show()
        target = f"#{layer}" if layer else "#ways" if self._nothing_here() else f"#{self.panel}"
        self.set_focus(self.query_one(target))
        self._show_keys(target[1:])

    def give(self, panel: str) -> None:
        """Close every layer and give the keyboard to a panel."""
        if panel in ("article", "ways"):
            panel = "ways" if self.nothing else "article"
        self.panel = panel
        reason = panel if panel in REASONS else None
        if self.reason != reason:
            self.reason = reason
            self.reshape()
        self.lay_over(None)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Give a widget the keyboard; a text that is clicked is read from there, wherever it was left."""
        if widget is self.viewer and not scroll_visible:  # which only the mouse asks for
            self.viewer.is_being_read = True
        super().set_focus(widget, scroll_visible, from_app_focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the panel and show its keys; a click beside a layer closes it."""
        if event.widget is not self.focused:
            return
        name = event.widget.id or ""
        if name in (*_ROUND, *REASONS, "ways", "when"):
            self.panel = name
            if self.over:
                self.lay_over(None)
            else:
                self.show()
        self._show_keys(name)

    def _show_keys(self, name: str) -> None:
        """Show the keys of a panel or layer."""
        if name == "timeline" and self.timeline.chosen:
            self.key_row.show_for("selected")
        elif name == "picker":
            self.key_row.show_for(self.picker.offered.about)
        elif name == "form" and not self.form.takes_dates:
            self.key_row.show_for("choice")
        elif name == "entry" and self.entry.completes:
            self.key_row.show_for("names")
        elif name in _HEARD:
            self.key_row.show_for(_HEARD[name])

    def action_panel(self, panel: str) -> None:
        """Give the keyboard to a panel."""
        self.give(panel)

    def action_beside(self, by: int) -> None:
        """Give the keyboard to the panel on the right or left."""
        round_ = [*_ROUND, *filter(None, [self.reason_shown])]
        at = round_.index(self.panel) if self.panel in round_ else 1
        if self.panel == "when":
            at = -1 if by > 0 else 0
        self.give(round_[(at + by) % len(round_)])

    def action_zoom(self) -> None:
        """Give the panel the whole page, or take it back."""
        self.zoomed = not self.zoomed
        self.reshape()
