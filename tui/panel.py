"""Panel: a column that paints its own lines, with a head that says who has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.lines import Line, cells, cut, indent, line
from tui.show import show

BAR: Final = "▌"
"""The mark of the row under the cursor."""

_STRIPS: Final = 512
"""Painted lines that a widget remembers."""

Inks = Mapping[str, Style]
"""The style of every ink of `lines.INKS`, as the theme has it now."""


class Painted(Widget):
    """A widget whose every line is a Line, painted in inks; foreign text is made safe here."""

    inks: Inks | None = None
    """Given by the Desk before the first paint and again with every theme."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[Line, Strip] = {}

    def dress(self, inks: Inks) -> None:
        """Take the styles of a theme."""
        self.inks = inks
        self._strips.clear()
        self.refresh()

    def line_at(self, y: int) -> Line:
        """Return what stands on row y of the widget."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return row y as Textual wants it; a line painted before is not painted again."""
        inks, columns = self.inks, self.size.width
        if not inks:
            return Strip.blank(columns)
        content = self.line_at(y)
        strip = self._strips.get(content)
        if strip is None or strip.cell_length != columns:
            segments = [Segment(show(text), inks[ink]) for text, ink in content]
            strip = Strip(segments).adjust_cell_length(columns, inks["text"])
            if len(self._strips) >= _STRIPS:
                self._strips.clear()
            self._strips[content] = strip
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region, without the borders and margins that Textual would look for."""
        if self.app.no_color:
            return super().render_lines(crop)  # which takes the colours out
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.x == 0 and crop.width == self.size.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]


class Panel(Painted, can_focus=True):
    """A painted column with a head."""

    NUMBER: ClassVar[str] = ""
    """The key that goes there, shown in the head."""
    NAME: ClassVar[str] = ""

    beside: tuple[tuple[str, str], ...] = ()
    """(key, name) of the panels that stand behind this one, where there is room for one only."""

    gap = 0
    """Blank rows between the head and the first line."""

    top = 0
    """The first line of the content on the screen."""

    _went = False

    def position(self) -> str:
        """Return what the right end of the head says."""
        return ""

    def content_at(self, y: int) -> Line:
        """Return what stands y rows below the head and its gap."""
        raise NotImplementedError

    @property
    def room(self) -> int:
        """How many rows the content has."""
        return max(0, self.size.height - 1 - self.gap)

    def line_at(self, y: int) -> Line:
        """Return the head, a blank row of the gap, or a row of the content."""
        if y == 0:
            return self.head()
        return self.content_at(y - 1 - self.gap) if y > self.gap else ()

    def head(self) -> Line:
        """Return `─ 1 Timeline ─── 1/22 ─`, heavy and in accent where the keyboard is."""
        columns, position = self.size.width, self.position()
        rule, name, number, stroke = ("rule", "muted", "faint", "─")
        if self.has_focus:
            rule, name, number, stroke = ("accent", "bold", "number", "━")
        left = line((stroke, rule), (f" {self.NUMBER}", number), (f" {self.NAME} ", name))
        for key, other in self.beside:
            left = line(*left, (stroke, rule), (f" {key}", "faint"), (f" {other} ", "muted"))
        right = line((f" {position} " if position else "", "muted"), (stroke, rule))
        room = columns - cells(left) - cells(right)
        if room < 1:
            return cut(left, columns)
        return (*left, (stroke * room, rule), *right)

    def barred(self, content: Line, here: bool) -> Line:
        """Return a content line with the cursor's bar, or the empty cell where it could stand."""
        if not here:
            return indent(content, 1)
        return line((BAR, "accent" if self.has_focus else "faint"), *content)

    def repaint_rows(self, first: int, count: int) -> None:
        """Paint some rows of the content again."""
        self.refresh(Region(0, first + 1 + self.gap, self.size.width, count))

    def repaint_head(self) -> None:
        """Paint the head again."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def action_top(self) -> None:
        """Go to the first row."""
        raise NotImplementedError

    def action_go(self) -> None:
        """Go to the first row at the second g."""
        if self._went:
            self.action_top()
        self._went = not self._went

    def on_key(self, event: events.Key) -> None:
        """Forget a first g when another key follows it."""
        if event.key != "g":
            self._went = False

    def on_focus(self) -> None:
        """Show that the keyboard is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keyboard has gone elsewhere."""
        self.refresh()


class Rule(Painted):
    """The hairline between two columns, joined to the heads it meets."""

    joints: tuple[tuple[int, str], ...] = ((0, "┬"),)
    """Rows, counted from the top, where a head meets the rule, with the sign for it."""

    def line_at(self, y: int) -> Line:
        """Return one cell of the rule."""
        return ((dict(self.joints).get(y, "│"), "rule"),)
