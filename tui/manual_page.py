"""ManualPage: one page of the manual, in all columns, scrolled by the keys of every panel."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widgets import Markdown

from tui.handbook import Page
from tui.keys import bindings


class ManualPage(VerticalScroll):
    """A page of Markdown without a cursor."""

    BINDINGS = bindings("panel")

    def __init__(self, page: Page, *, id: str) -> None:
        super().__init__(Markdown(page.text(), open_links=False), id=id)
        self.border_title = " ? Manual "

    def action_step(self, by: int) -> None:
        """Scroll by a line."""
        self.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page, of which one line stays in sight."""
        self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)

    def action_half(self, by: int) -> None:
        """Scroll by half a page."""
        self.scroll_relative(y=by * max(1, self.size.height // 2), animate=False)

    def action_top(self) -> None:
        """Go to the title."""
        self.scroll_home(animate=False)

    def key_g(self) -> None:
        """Go to the title at the first g, and stay there at the second."""
        self.action_top()

    def action_bottom(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)

    def action_choose(self) -> None:
        """Read on."""
        self.action_page(1)
