"""Returning: back and forward through the filters of this session, and to the place left last time."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from textual.message import Message

from store.archive.marks import LONGEST_QUERY, Marks, View
from store.archive.readers import Reader
from store.errors import NewsError, QueryError
from store.query import Query
from tui.hand import Hand
from tui.newsroom import Newsroom
from tui.shape import Over
from tui.standing import read_at, standing, take_place, turn_to
from tui.trail import Trail

if TYPE_CHECKING:
    from tui.places import Place

_STILL: Final = 1.0
"""Seconds for which nothing must change before the place is kept."""

_PATIENCE: Final = 1.0
"""Seconds to wait for another desk of this reader that is writing: a place is worth no more."""


class Returning(Hand):
    """Knows the way back."""

    class Kept(Message):
        """A thread has kept the place, or could not."""

        def __init__(self, before: Marks, kept: Marks | NewsError) -> None:
            super().__init__()
            self.before = before
            self.kept = kept

    _left: View | None = None
    """Where the desk opens."""
    _first_row: str | None = None
    _led_to: int | None = None
    """The paragraph of that row to which a link leads."""
    _keeper: Reader | None = None
    """Keeps the place, in a thread; None where it shall not be kept."""
    _is_keeping = False
    _seen_place: View | None = None
    _kept_place: View | None = None

    @cached_property
    def _trail(self) -> Trail:
        return Trail(self.query_in_force)

    def reopen(self) -> None:
        """Open where this reader left the desk, and keep where they are from now on."""
        mine = self.archive.mine
        self._keeper = Reader(self.archive.folder / "readers", mine.reader, _PATIENCE, not self.kiosk)
        if mine.last is None or mine.last.is_newer:
            return
        try:
            query = Query.parse(mine.last.query)  # names are not looked up: a start need not wait for all
        except QueryError:
            return
        self._left = self._kept_place = mine.last
        self._first_row = mine.last.row
        self.set_reactive(Newsroom.query_in_force, query)

    def on_mount(self) -> None:
        """Take the place that was left, and look now and then whether it is another."""
        if self._keeper:
            self.set_interval(_STILL, self._keep_place)
        if self._left:
            self.call_after_refresh(self._take_place, self._left)
        if self._led_to is not None:
            self.call_after_refresh(read_at, self, self._led_to)

    def lead(self, place: Place) -> None:
        """Open at a paragraph of a text in the list."""
        self._first_row, self._led_to = place

    def _take_place(self, left: View) -> None:
        if not self.nothing:
            take_place(self, left)

    def ask(self, keep: str | None) -> None:
        """Ask, and remember the way from the filter before to this one."""
        if self.over is None:
            self._note_row()
        first, self._first_row = self._first_row, None
        super().ask(keep or first)
        self.call_later(self._note_filter)

    def lay_over(self, layer: Over | None) -> None:
        """Open or close a layer; a filter that was typed counts once the line is closed."""
        if self.over is None:
            self._note_row()
        super().lay_over(layer)
        self.call_later(self._note_filter)

    def _note_row(self) -> None:
        """Remember the text under the cursor while the list is still that of the filter before."""
        if self.answer.query == self._trail.here.query:
            row = self.timeline.current
            self._trail.stand(row.id if row else None)

    def _note_filter(self) -> None:
        if self.over != "prompt":
            self._trail.note(self.query_in_force)

    def action_view(self, by: int) -> None:
        """Go to the filter before, or on again to the one behind."""
        self._note_filter()
        self._note_row()
        stop = self._trail.step(by)
        if stop is None:
            ends = "This is the first filter of this session." if by < 0 else "There is no filter further on."
            self.status.say((ends, "muted"))
            return
        turn_to(self, stop.query, View("", self.panel, stop.row))
        key, way = ("L", " goes forward again") if by < 0 else ("H", " goes back again")
        self.announce((self.answer.told, "text"), (" · ", "faint"), (key, "key"), (way, "faint"))

    def begin_anew(self) -> None:
        """Forget the way that led here, and keep the place that was kept before."""
        self._trail = Trail(self.query_in_force)
        self._kept_place = self._seen_place = standing(self)

    def _keep_place(self) -> None:
        """Have the place kept once it has been the same for a while."""
        now = standing(self)
        is_still, self._seen_place = now == self._seen_place, now
        if is_still and self._may_keep(now):
            self._is_keeping, self._kept_place = True, now
            self.run_worker(partial(self._keep_beside, now, self.archive.mine.marks), thread=True)

    def _may_keep(self, place: View) -> bool:
        """Tell whether a place is another than the one kept, and can be kept now, and in the archive."""
        is_free = self._keeper is not None and not self._is_keeping
        is_new = place != self._kept_place and len(place.query) <= LONGEST_QUERY
        return is_free and is_new and self.archive.mine.apart is None and self.archive.mine.can_keep

    def leave(self) -> None:
        """Keep the place before the desk closes, if it is not kept yet."""
        place = standing(self)
        if self._may_keep(place) and self._keeper:
            with suppress(NewsError):  # nobody would read it any more
                self._keeper.leave(place)

    def _keep_beside(self, place: View, before: Marks) -> None:
        assert self._keeper is not None
        kept: Marks | NewsError
        try:
            kept = self._keeper.leave(place)
        except NewsError as error:
            kept = error
        self.post_message(self.Kept(before, kept))

    def on_returning_kept(self, message: Kept) -> None:
        """Know of what was kept; where it cannot be, say so once and try no more."""
        self._is_keeping = False
        if isinstance(message.kept, NewsError):
            self._keeper = None
            self.complain(message.kept)
        else:
            self.when_at_rest(partial(self.archive.mine.learn_of, message.before, message.kept))
