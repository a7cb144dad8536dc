"""Desk: the screen of newsdesk; its hands hear the panels and the keys, and change the state."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import BindingType

from store.archive.marks import View
from store.query import Query
from tui.hands.brushing import Brushing
from tui.hands.copying import Copying
from tui.hands.correcting import Correcting
from tui.hands.filter_line import FilterLine
from tui.hands.filtering import Filtering
from tui.hands.going import Going
from tui.hands.helping import Helping
from tui.hands.marking import Marking
from tui.hands.reading import Reading
from tui.hands.reasoning import Reasoning
from tui.hands.returning import Returning
from tui.hands.undoing import Undoing
from tui.hands.viewing import Viewing
from tui.keys import BY_ID, KEYS, NOT_IN_KIOSK, ON_DESK, bindings
from tui.newsroom import Newsroom
from tui.shape import REASONS
from tui.standing import turn_to

_ABSENT: Final = frozenset(BY_ID[name].action for name in NOT_IN_KIOSK)
"""Actions that a kiosk does not have."""

_UNDER: Final = frozenset(key.action.partition("(")[0] for key in KEYS if key.scope == "page")
"""Actions on what a layer lies over."""


class Desk(
    Brushing, Copying, Correcting, Filtering, Going, FilterLine, Reading, Reasoning, Marking, Undoing,
    Helping, Viewing, Returning, Newsroom,
):  # fmt: skip
    """Facts come up from the panels here, and become another query or another place."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(*ON_DESK)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone what lies under a layer, where only keys that open or leave one are heard.

        What a kiosk does not have is left alone everywhere.
        """
        if self.kiosk and action in _ABSENT:
            return False
        return self.over is None or action not in _UNDER

    def action_close(self) -> None:
        """Close the top layer; where there is none, quit."""
        if not self._went_back():
            self.action_quit()

    def action_back(self) -> None:
        """Go one step back, and never further than to the Timeline."""
        self._went_back()

    def _went_back(self) -> bool:
        """Close the top layer and tell whether there was one."""
        if self.over == "manual":
            self.lay_over("help")
            self.status.say((self.help.HELP, "muted"))
            return True
        if self.over == "form" and self.turned_back():
            return True
        if self.over:
            self.lay_over(None)
        elif self.panel == "timeline" and self.timeline.chosen:
            self.timeline.action_select_none()
        elif self.reason or self.panel in REASONS:
            self.close_reasons()
        elif self.viewer.raw:
            self.viewer.toggle_raw()
        elif self.zoomed:
            self.action_zoom()
        elif self.panel == "when" or (self.panel != "timeline" and not self.nothing):
            self.give("article" if self.nothing else "timeline")
        else:
            return False
        self.relight()
        self.tell()
        return True

    def start_again(self, query: Query) -> None:
        """Show what a query finds, from the first row on, with nothing open, chosen or half typed."""
        self.lay_over(None)
        while self._went_back():
            pass
        turn_to(self, query, View(str(query), "timeline", None))
        self.begin_anew()
        self.tell()

    def action_quit(self) -> None:
        """Quit at once; everything is kept already, but perhaps where the reader is."""
        self.leave()
        self.app.exit()
