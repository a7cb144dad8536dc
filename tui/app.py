"""NewsdeskApp: the themes, the driver and the one screen."""

from __future__ import annotations

import os
from datetime import date
from typing import ClassVar

from textual.app import App
from textual.screen import Screen

from store.archive.archive import Archive
from store.query import Query
from tui.desk import Desk
from tui.driver import DeskDriver
from tui.lines import INKS
from tui.options import Options
from tui.sowing import sown
from tui.themes import NAMES, themes, variables


class NewsdeskApp(App[None]):
    """The dashboard over one archive."""

    CSS_PATH = "newsdesk.tcss"
    TITLE = "newsdesk"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in INKS}
    """The inks belong to the app, which is styled once, and not to the Desk, which is with every layer."""

    def __init__(self, archive: Archive, query: Query, today: date, *, mono: bool) -> None:
        """Open the dashboard over an archive.

        Args:
            today: The day that `today` means in a query.
            mono: Whether colour is left out.
        """
        super().__init__(driver_class=DeskDriver, ansi_color=True if mono else None)
        self._desk = Desk(archive, query, today, mono=mono)
        self.set_class(mono, "-mono")
        self.set_class(os.environ.get("TERM", "").startswith("screen"), "-no-italic")
        for theme in themes():
            self.register_theme(theme)
        wanted = os.environ.get("TEXTUAL_THEME", "")
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else NAMES[0])
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """Return the Desk, the only screen there is."""
        return self._desk

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that are not ours."""
        return variables(0 if self.current_theme.dark else 1)


def run(options: Options) -> int:
    """Open the dashboard as the command line asked, and return the exit status.

    Raises:
        NewsError: The query has a mistake, or the seeds could not be planted.
    """
    archive = sown(options.archive, options.reader)
    query = Query.parse(options.query, archive.vocabulary)
    if options.mono:
        os.environ["NO_COLOR"] = "1"  # where Textual looks for it
    app = NewsdeskApp(archive, query, options.now or date.today(), mono=options.mono)
    app.run(mouse=options.mouse)
    return app.return_code or 0
