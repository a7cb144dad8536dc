"""FrontPage: what stands where on the screen, which layer is open, and which panel has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen

from tui import shape
from tui.evidence import EvidencePanel
from tui.filter_bar import FilterBar
from tui.lines import INKS
from tui.panel import Painted, Panel, Rule
from tui.sidebar import EntitySidebar
from tui.status import KeyRow, Layer, StatusLine
from tui.timeline import Timeline
from tui.viewer import ArticleViewer
from tui.when import When

if TYPE_CHECKING:
    from tui.help import Help
    from tui.pickers import Picker
    from tui.prompt import Prompt
    from tui.ways_out import WaysOut

P = TypeVar("P", bound=Panel)

Over = Literal["picker", "prompt", "help", "manual"]
"""A layer that lies over the panels until it is closed."""

_ROUND: Final = ("timeline", "article", "entities", "evidence")
"""The panels from left to right."""

_LAYER_KEYS: Final[dict[str, Layer]] = {
    "timeline": "timeline", "article": "article", "entities": "entities", "evidence": "evidence",
    "prompt": "prompt", "help": "help", "manual": "manual", "ways": "empty",
}  # fmt: skip

_TABLE_FROM: Final = 70
"""Columns from which the zoomed Timeline is a table."""


class FrontPage(Screen[None]):
    """The page without its contents."""

    AUTO_FOCUS = "#timeline"

    filter_bar = query_one("#filter", FilterBar)
    when = query_one("#when", When)
    columns = query_one("#columns", Container)
    timeline = query_one("#timeline", Timeline)
    viewer = query_one("#article", ArticleViewer)
    sidebar = query_one("#entities", EntitySidebar)
    evidence = query_one("#evidence", EvidencePanel)
    status = query_one("#status", StatusLine)
    key_row = query_one("#keys", KeyRow)

    panel = "timeline"
    """Id of the panel that has the keyboard, or gets it back when a layer closes."""
    over: Over | None = None
    """The layer that lies over the panels."""
    zoomed = False
    """Whether one panel has the whole page."""
    _came_from = "timeline"
    _shaped: tuple[int, int, bool, bool] | None = None

    def compose(self) -> ComposeResult:
        """Name the parts of the page; newsdesk.tcss says what stands where."""
        self._take_classes(shape.classes(*self.app.size, self.zoomed))
        yield FilterBar(id="filter")
        yield When(id="when")
        with Container(id="columns"):
            yield Timeline(id="timeline")
            yield Rule(id="rule-left", classes="rule")
            yield ArticleViewer(id="article")
            yield Rule(id="rule-right", classes="rule")
            yield EntitySidebar(id="entities")
            yield EvidencePanel(id="evidence")
        yield StatusLine(id="status")
        yield KeyRow(id="keys")

    @property
    def picker(self) -> Picker:
        """The picker, which takes the Timeline's place."""
        from tui.pickers import Picker

        return self._made(Picker, "picker", before="#timeline")

    @property
    def ways(self) -> WaysOut:
        """The ways out, which take the Article's place when nothing matches."""
        from tui.ways_out import WaysOut

        return self._made(WaysOut, "ways", before="#article")

    @property
    def help(self) -> Help:
        """The help, which takes all columns."""
        from tui.help import Help

        return self._made(Help, "help", after="#evidence")

    @property
    def prompt(self) -> Prompt:
        """The filter as text, which takes the filter bar's place."""
        from tui.prompt import Prompt

        for prompt in self.query("#prompt").results(Prompt):
            return prompt
        prompt = Prompt(id="prompt")
        self.mount(prompt, after=self.filter_bar)
        return prompt

    def _made(self, kind: type[P], name: str, *, before: str | None = None, after: str | None = None) -> P:
        """Return a layer's panel, made when it is first wanted: a start is quicker without it."""
        for panel in self.query(f"#{name}").results(kind):
            return panel
        panel = kind(id=name)
        panel.inks, panel.gap = self.timeline.inks, self.viewer.gap
        self.columns.mount(panel, before=before, after=after)
        return panel

    def dress(self) -> None:
        """Give every painted part the inks of the theme."""
        inks = {ink: self.app.get_component_styles(f"ink--{ink}").rich_style for ink in INKS}
        for painted in self.query(Painted):
            painted.dress(inks)

    def on_resize(self, event: events.Resize) -> None:
        """Shape the page for the new size."""
        self.reshape()

    def reshape(self) -> None:
        """Set the classes of the page for its size, and tell the panels what room they have."""
        width, height = self.app.size
        wanted = (width, height, self.zoomed, self.has_class("-evidence"))
        if wanted == self._shaped:
            return
        self._shaped = wanted
        page = shape.classes(width, height, self.zoomed)
        if self._take_classes(page):
            self.update_node_styles()
            self.refresh(layout=True)
        self._place_evidence(beside=page["-three"])
        self._name_hidden(shape.has_one_column(width, height))
        self._make_room(page, width)
        self._join_rules(page, height)
        self.key_row.fit(tiny=page["-tiny"])
        self._show_one()

    def _name_hidden(self, alone: bool) -> None:
        """Have a panel that stands alone name the others in its head."""
        panels = self.timeline, self.viewer, self.sidebar
        for panel in panels:
            panel.beside = tuple((o.NUMBER, o.NAME) for o in panels if alone and o is not panel)
            panel.repaint_head()

    def _make_room(self, page: dict[str, bool], width: int) -> None:
        """Tell the panels what room they have."""
        under = not page["-three"] and not page["-single"]
        dense = self.timeline if self.zoomed else self.sidebar if under else None
        for panel in self.query(Panel):
            panel.gap = int(page["-tall"] and panel is not dense)
        self.sidebar.run_in = under
        self.timeline.airy = page["-tall"]
        self.timeline.table = self.zoomed and width >= _TABLE_FROM
        for settled in (self.timeline, self.sidebar):
            settled.settle()

    def _join_rules(self, page: dict[str, bool], height: int) -> None:
        """Join the hairlines to the heads that they meet."""
        rows = height - 3 - shape.when_rows(page) - page["-tall"]
        joints = shape.joints(page, rows, divided=not self.has_class("-evidence"))
        for rule, meets in zip(self.query(Rule), joints, strict=True):
            rule.joints = meets
            rule.refresh()

    def _take_classes(self, page: dict[str, bool]) -> bool:
        """Set the classes of a shape all at once, and tell whether any changed."""
        before = self.classes
        self.remove_class(*(name for name, on in page.items() if not on), update=False)
        self.add_class(*(name for name, on in page.items() if on), update=False)
        return self.classes != before

    def _place_evidence(self, *, beside: bool) -> None:
        """Put Evidence in Entities' place, or, where there is no third column, in Timeline's."""
        first = self.columns.children[0] is self.evidence
        if beside and first:
            self.columns.move_child(self.evidence, after=self.sidebar)
        elif not beside and not first:
            self.columns.move_child(self.evidence, before=0)

    def _show_one(self) -> None:
        """Where there is room for one panel, show the one that has the keyboard."""
        layer = None if self.over == "prompt" else self.over
        shown = layer or ("ways" if self._nothing_here() else self.panel)
        for panel in self.query(Panel):
            panel.set_class(panel.id == shown, "-shown")

    def _nothing_here(self) -> bool:
        return self.has_class("-empty") and self.panel in ("article", "ways")

    @property
    def evidence_shown(self) -> bool:
        """Whether Evidence is on the page."""
        return self.has_class("-evidence") or self.has_class("-docked")

    def lay_over(self, layer: Over | None) -> None:
        """Open a layer and give it the keyboard, or close the one that is open."""
        if self.over:
            self.remove_class(f"-{self.over}")
        self.over = layer
        if layer:
            self.add_class(f"-{layer}")
        self._show_one()
        target = f"#{layer}" if layer else "#ways" if self._nothing_here() else f"#{self.panel}"
        self.set_focus(self.query_one(target))

    def give(self, panel: str) -> None:
        """Close every layer and give the keyboard to a panel."""
        if panel in ("article", "ways"):
            panel = "ways" if self.has_class("-empty") else "article"
        if panel != "evidence" and self.has_class("-evidence"):
            self.remove_class("-evidence")
            self.reshape()
        self.panel = panel
        self.lay_over(None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the panel and show its keys; a click beside a layer closes it."""
        if event.widget is not self.focused:
            return
        name = event.widget.id or ""
        if name in (*_ROUND, "ways"):
            self.panel = name
            self._show_one()
            if self.over:
                self.lay_over(None)
        if name == "picker":
            self.key_row.show_for("date" if self.picker.field == "date" else "party")
        elif name in _LAYER_KEYS:
            self.key_row.show_for(_LAYER_KEYS[name])

    def action_panel(self, panel: str) -> None:
        """Give the keyboard to a panel."""
        self.give(panel)

    def action_beside(self, by: int) -> None:
        """Give the keyboard to the panel on the right or left."""
        round_ = [name for name in _ROUND if name != "evidence" or self.evidence_shown]
        at = round_.index(self.panel) if self.panel in round_ else 1
        self.give(round_[(at + by) % len(round_)])

    def action_zoom(self) -> None:
        """Give the panel the whole page, or take it back."""
        self.zoomed = not self.zoomed
        self.reshape()

    def toggle_evidence(self) -> None:
        """Open Evidence and give it the keyboard, or close it."""
        if self.panel == "evidence":
            self.close_evidence()
            return
        self._came_from = self.panel
        self.add_class("-evidence")
        self.reshape()
        self.give("evidence")

    def close_evidence(self) -> None:
        """Close Evidence and give the keyboard back to where it came from."""
        self.give(self._came_from)
