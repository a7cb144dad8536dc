"""Viewing: views that are saved under a letter, and recalled by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from store.archive.marks import View
from store.errors import NewsError
from store.query import Query
from tui.asking import Answer, opened_again, recalled
from tui.chores import DONE
from tui.hand import Hand
from tui.standing import standing, turn_to

if TYPE_CHECKING:
    from tui.view_list import SavedView, ViewList


class Viewing(Hand):
    """Lists, recalls and saves views."""

    def action_views(self) -> None:
        """List the saved views; the same key again closes the list."""
        if self.over == "views":
            self.lay_over(None)
            return
        self._list_views()
        self.lay_over("views")
        self.status.say(("A letter opens a view, a capital saves what is in force.", "muted"))

    def _list_views(self) -> None:
        """Show the saved views, and have a thread count what they find."""
        views = self.archive.mine.views
        self.views.offer([self._saved(name, views[name]) for name in sorted(views)])
        self.run_worker(partial(self._count, dict(views)), thread=True, exclusive=True, group="views")

    def _saved(self, name: str, view: View) -> SavedView:
        from tui.view_list import SavedView

        try:
            query = recalled(self.archive, name, view)
        except NewsError as error:
            return SavedView(name, str(error), opens=False)
        return SavedView(name, Answer(self.archive, query, self.today).told)

    def _count(self, views: dict[str, View]) -> None:
        """Count what views find, in a thread and over an archive of its own."""
        try:
            archive = opened_again(self.archive)
        except NewsError:
            return  # the desk says what is wrong with the archive
        for name, view in sorted(views.items()):
            if get_current_worker().is_cancelled:
                return
            try:
                found = archive.tally(Query.parse(view.query, archive.vocabulary), self.today).shown
            except NewsError:
                continue
            self.app.call_from_thread(self._counted, name, view, found)

    def _counted(self, name: str, view: View, found: int) -> None:
        if self.over == "views" and self.archive.mine.views.get(name) == view:
            self.views.count(name, found)

    def on_view_list_recalled(self, message: ViewList.Recalled) -> None:
        """Open a view: its filter, order, panel, text and paragraph."""
        view = self.archive.mine.views[message.name]
        try:
            query = recalled(self.archive, message.name, view)
        except NewsError as error:
            self.complain(error)
            return
        self.lay_over(None)
        turn_to(self, query, view)
        self.announce((f"View {message.name}: ", "muted"), (self.answer.told, "text"))

    def on_view_list_saved(self, message: ViewList.Saved) -> None:
        """Save what is in force, and where the reader stands in it."""
        self.when_at_rest(partial(self._save, message.name))

    def _save(self, name: str) -> None:
        before = self.archive.mine.views.get(name)
        try:
            self.archive.mine.save_view(name, standing(self))
        except NewsError as error:
            self.complain(error)
            return
        self.lay_over(None)
        instead = f" in place of {before.query or 'all texts'}" if before else ""
        told = ((f"Saved as view {name}: ", "muted"), (self.answer.told, "text"), (instead, "muted"))
        self.announce(DONE, *told, (" · ", "faint"), (f"V {name}", "key"), (" recalls it", "faint"))

    def on_view_list_dropped(self, message: ViewList.Dropped) -> None:
        """Take a view away."""
        self.when_at_rest(partial(self._drop, message.name))

    def _drop(self, name: str) -> None:
        before = self.archive.mine.views[name]
        try:
            self.archive.mine.drop_view(name)
        except NewsError as error:
            self.complain(error)
            return
        self._list_views()
        self.status.say((f"View {name} is gone: ", "muted"), (before.query or "all texts", "text"))
