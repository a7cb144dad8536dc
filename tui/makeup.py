"""MakeUp: the parts of the page, and which of them stand where at the size of the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from textual.app import ComposeResult
from textual.getters import query_one

from tui import shape
from tui.evidence import EvidencePanel
from tui.filter_bar import FilterBar
from tui.layers import Layers
from tui.panel import Ground, Panel, Rule
from tui.reason_panel import ReasonPanel
from tui.shape import WHOLE, Over
from tui.sidebar import EntitySidebar
from tui.status import KeyRow, StatusLine
from tui.timeline import Timeline
from tui.viewer import ArticleViewer
from tui.when import When

_TABLE_FROM: Final = 70
"""Columns from which the zoomed Timeline is a table."""


class MakeUp(Layers):
    """The page made up: what there is room for, given what is open."""

    when = query_one("#when", When)
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
    beneath: Over | None = None
    """The layer that stays in sight while words are asked for."""
    zoomed = False
    """Whether one panel has the whole page."""
    nothing = False
    """Whether nothing matches, so that the ways out stand in the Article's place."""
    reason: str | None = None
    """Id of the panel of reasons that was opened, in Entities' place, or, in two columns, Timeline's."""
    docked = "evidence"
    """Id of the panel of reasons that stands under Entities where there is room for it."""
    _page: Mapping[str, bool] = MappingProxyType(shape.classes(120, 40, zoomed=False))
    _had = "timeline"
    _shaped: tuple[int, int, bool, bool] | None = None

    def compose(self) -> ComposeResult:
        """Name the parts of the page; newsdesk.tcss says what stands where."""
        self._take_classes(shape.classes(*self.app.size, self.zoomed))
        yield FilterBar(id="filter")
        yield When(id="when")
        with Ground(id="columns"):
            yield Timeline(id="timeline")
            yield Rule(id="rule-left", classes="rule")
            yield ArticleViewer(id="article")
            yield Rule(id="rule-right", classes="rule")
            yield EntitySidebar(id="entities")
            yield EvidencePanel(id="evidence")
        yield StatusLine(id="status")
        yield KeyRow(id="keys")

    def reshape(self) -> None:
        """Set the classes of the page for its size, and tell the panels what room they have."""
        width, height = self.app.size
        wanted = (width, height, self.zoomed, self.reason is not None)
        if wanted == self._shaped:
            return
        self._shaped = wanted
        self._page = page = shape.classes(width, height, self.zoomed)
        if self._take_classes(page):
            self.update_node_styles()
            self.refresh(layout=True)
        for reasons in self.columns.query(ReasonPanel):
            self.place(reasons)
        self._name_hidden(shape.has_one_column(width, height))
        self._make_room(page, width)
        self._join_rules(page, height)
        self.key_row.fit(tiny=page["-tiny"])
        self.show()

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

    def _join_rules(self, page: Mapping[str, bool], height: int) -> None:
        """Join the hairlines to the heads that they meet."""
        rows = height - 3 - (shape.when_rows(page) if self.when.display else 0) - page["-tall"]
        joints = shape.joints(page, rows, divided=self.reason is None)
        for rule, meets in zip(self.query(Rule), joints, strict=True):
            rule.joints = meets
            rule.refresh()

    def _take_classes(self, page: dict[str, bool]) -> bool:
        """Set the classes of a shape all at once, and tell whether any changed."""
        before = self.classes
        self.remove_class(*(name for name, on in page.items() if not on), update=False)
        self.add_class(*(name for name, on in page.items() if on), update=False)
        return self.classes != before

    def place(self, reasons: ReasonPanel) -> None:
        """Put reasons in Entities' place, or, where there is no third column, in Timeline's."""
        beside, at = self._page["-three"], self.columns.children.index
        is_beside = at(reasons) > at(self.timeline)
        if beside and not is_beside:
            self.columns.move_child(reasons, after=self.sidebar)
        elif is_beside and not beside:
            self.columns.move_child(reasons, before=0)

    def show(self) -> None:
        """Show the parts of the page that its shape and what is open leave room for, and no others.

        Each part is shown or hidden by itself: a class of the page would have everything styled anew.
        """
        shown = shape.shown(
            self._page,
            over=self.beneath or self.over,
            panel=self._column(),
            reason=self.reason,
            docked=self.docked,
            nothing=self.nothing,
        )
        self._show_when()
        for part in self.columns.children:
            part.display = part.id in shown
        for layer in self.query(".left"):
            layer.set_class(self.reason is not None, "-alone")
        self.columns.set_class(self.over in WHOLE, "-one")
        self.filter_bar.display = self.over != "prompt"
        for prompt in self.query("#prompt"):
            prompt.display = self.over == "prompt"
        self.status.display = self.over not in ("entry", "question")
        for name, asking in (("#entry-line", "entry"), ("#question", "question")):
            for part in self.query(name):
                part.display = self.over == asking

    def _column(self) -> str:
        """Return the panel of the columns that has the keyboard, or had it before When got it."""
        if self.panel != "when":
            self._had = self.panel
        return "ways" if self.nothing and self.panel == "when" else self._had

    def _show_when(self) -> None:
        """Show When where there is room for it, and on a low page while it has the keyboard."""
        is_shown = self.panel == "when" or not self._page["-short"]
        if self.when.display != is_shown:
            self.when.display = is_shown
            self._join_rules(self._page, self.app.size.height)
