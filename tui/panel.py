"""Panel: a column that paints its own lines, with a head that says who has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Final, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.lines import Line, cells, cut, indent, line, overlaid
from tui.show import show

BAR: Final = "▌"
"""The mark of the row under the cursor."""

_NOTCH: Final = 3
"""Lines that a text scrolls at a notch of the wheel."""

Inks = Mapping[str, Style]
"""The style of every ink of `inks.INKS`, as the theme has it now."""


class Painted(Widget):
    """A widget whose every line is a Line, painted in inks; foreign text is made safe here."""

    inks: Inks | None = None
    """Given by the Desk before the first paint and again with every theme."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._painted: dict[int, Strip] = {}
        self._laid_out_for = Size(0, 0)

    def dress(self, inks: Inks) -> None:
        """Take the styles of a theme."""
        self.inks = inks
        self.refresh()

    def line_at(self, y: int) -> Line:
        """Return what stands on row y of the widget."""
        raise NotImplementedError

    def labelled(self, y: int) -> Line:
        """Return the same with what lies over it."""
        return self.line_at(y)

    def lay_out(self) -> None:
        """Arrange what stands here for the size there is; it is painted right after."""

    def settle(self) -> None:
        """Arrange and paint everything again."""
        self._laid_out_for = self.size
        self.lay_out()
        self.refresh()

    def _fit(self) -> None:
        """Arrange what stands here if its size is not what it was arranged for: a hidden part has none."""
        if self.size != self._laid_out_for:
            self._laid_out_for = self.size
            self._painted.clear()
            self.lay_out()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Forget the rows of the regions, or all, and have them painted again."""
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        if not regions:
            self._painted.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Return row y as Textual wants it."""
        inks, columns = self.inks, self.size.width
        if not inks:
            return Strip.blank(columns)
        segments = [Segment(show(text), inks[ink]) for text, ink in self.labelled(y)]
        blank = columns - sum(segment.cell_length for segment in segments)
        if blank < 0:
            return Strip(segments).adjust_cell_length(columns)
        return Strip([*segments, Segment(" " * blank, inks["text"])], columns)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region; one that was painted and not refreshed since is not set again.

        Textual asks every widget for its rows at every step of the cursor, and would look for borders,
        margins and padding that these have not.
        """
        self._fit()
        if self.app.no_color:
            return super().render_lines(crop)  # which takes the colours out
        columns = self.size.width
        rows = self._painted
        for y in crop.line_range:
            if y not in rows:
                rows[y] = self.render_line(y)
        strips = [rows[y] for y in crop.line_range]
        if crop.x == 0 and crop.width == columns:
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

    labels: Mapping[tuple[int, int], str] = MappingProxyType({})
    """The labels that lie over the panel, by row and column."""

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

    def reveal(self, first: int, last: int) -> None:
        """Scroll no further than it takes to have some lines in sight, the first of them at least."""
        if first < self.top:
            self.top = first
        elif last >= self.top + self.room:
            self.top = min(first, last - self.room + 1)

    def repaint_rows(self, first: int, count: int) -> None:
        """Paint some rows of the content again."""
        self.refresh(Region(0, first + 1 + self.gap, self.size.width, count))

    def repaint_head(self) -> None:
        """Paint the head again."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def action_top(self) -> None:
        """Go to the first row."""
        raise NotImplementedError

    def spots(self) -> list[tuple[int, int, int | None]]:
        """Return what a label can stand on: row, column, and what is there; None is the panel itself."""
        return [(0, 0, None)]

    def stand_on(self, item: int) -> None:
        """Put the cursor on what a label stood on."""
        raise NotImplementedError

    def item_at(self, x: int, y: int) -> int | None:
        """Return what stands x cells from the left and y rows below the head and its gap."""
        return None

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a double click does there what Enter does.

        A click may come when a key has just put the panel away: it has no cells then, and none was clicked.
        """
        if not self.size:
            return
        item = self.item_at(event.x, event.y - 1 - self.gap) if event.y > self.gap else None
        if item is None or event.button != 1:
            return
        self.stand_on(item)
        if event.chain == 2:
            await self.run_action("choose")

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines, as far as there is anything to scroll."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self.scroll_lines(_NOTCH)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.scroll_lines(-_NOTCH)

    def label(self, labels: Mapping[tuple[int, int], str]) -> None:
        """Lay labels over the panel, or none."""
        if labels or self.labels:
            self.labels = labels
            self.refresh()

    def labelled(self, y: int) -> Line:
        """Return a row with the labels that lie over it."""
        content = self.line_at(y)
        for (row, column), text in self.labels.items():
            if row == y:
                content = overlaid(content, column, (text, "label"))
        return content

    def on_mount(self) -> None:
        """Hear the keys that the reader's keys.toml gives the panel's actions."""
        self._bindings.apply_keymap(self.app._keymap)

    async def _on_key(self, event: events.Key) -> None:
        """Do what the panel's own keys mean where they arrive: a step need not climb to the app and back."""
        binding = next(iter(self._bindings.key_to_bindings.get(event.key, ())), None)
        if binding is not None:
            event.stop()
            await self.run_action(binding.action)


class Ground(Painted):
    """What panels stand on: blank itself."""

    def line_at(self, y: int) -> Line:
        """Return nothing."""
        return ()


class Rule(Painted):
    """The hairline between two columns, joined to the heads it meets."""

    joints: tuple[tuple[int, str], ...] = ((0, "┬"),)
    """Rows, counted from the top, where a head meets the rule, with the sign for it."""

    def line_at(self, y: int) -> Line:
        """Return one cell of the rule."""
        return ((dict(self.joints).get(y, "│"), "rule"),)
