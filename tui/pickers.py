"""Picker: a list with a letter or digit before each value and its count, in the Timeline's place."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.message import Message

from tui.choices import About, Choice, How, Offer, matching, named, spark
from tui.lines import KIND_INK, Line, cells, line, spread
from tui.listing import Listing
from tui.measure import clip, width
from tui.shape import COURSES_FROM

_WAITS: Final = frozenset({"enter", "down", "up", "pagedown", "pageup", "home", "end"})
"""Keys that mean a place in the list, which must be there first."""


class Picker(Listing):
    """A filter in two keys: the counts are seen before the choice."""

    SIGNS: ClassVar = {"": " ", "on": "+", "excluded": "−"}

    class Picked(Message):
        """A value was picked."""

        def __init__(self, about: About, choice: Choice, how: How) -> None:
            super().__init__()
            self.about = about
            self.choice = choice
            self.how = how

    class Emptied(Message):
        """What is picked here shall not filter any more."""

        def __init__(self, about: About) -> None:
            super().__init__()
            self.about = about

    class Ended(Message):
        """Nothing more shall be picked; `top` tells whether the key was a second `g`."""

        def __init__(self, top: bool) -> None:
            super().__init__()
            self.top = top

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.offered = Offer("party", "", "", ())
        self.choices: Sequence[Choice] = ()
        """The choices that what was typed leaves."""
        self.sought: str | None = None
        """What was typed behind `/` to narrow the list."""
        self._typed = ""
        self._either = False
        self._is_marked = True
        self._is_whole = asyncio.Event()

    def offer(self, offered: Offer) -> None:
        """Show other things to pick from."""
        self._take(offered)
        self.NUMBER, self.NAME = offered.key, offered.name  # type: ignore[misc]
        self.sought, self.choices = None, offered.choices
        self.cursor = next((i for i, one in enumerate(self.choices) if one.texts != 0), 0)
        self.top, self._typed, self._either = 0, "", False
        self._is_marked = not offered.may_end
        self.refresh()

    def recount(self, offered: Offer) -> None:
        """Show other counts of the same things; the cursor stays on its value."""
        value = self.choices[self.cursor].value if self.cursor < len(self.choices) else ""
        self._take(offered)
        self._narrow()
        again = [i for i, one in enumerate(self.choices) if one.value == value]
        self.cursor = again[0] if again else 0
        self.moved(self.cursor)

    def _take(self, offered: Offer) -> None:
        self.offered = offered
        if offered.is_whole:
            self._is_whole.set()
        else:
            self._is_whole.clear()

    def on_resize(self) -> None:
        """Keep the value under the cursor in sight."""
        self.moved(self.cursor)

    @property
    def length(self) -> int:
        """How many values there are."""
        return len(self.choices)

    @property
    def room(self) -> int:
        """How many rows there are for values, below the line that names the columns."""
        return max(0, super().room - 1)

    def position(self) -> str:
        """Return how many values there are, and how many of them what was typed leaves."""
        every = len(self.offered.choices)
        return f"{every:,}" if self.sought is None else f"{len(self.choices):,} of {every:,}"

    def content_at(self, y: int) -> Line:
        """Return the names of the columns, or one value."""
        columns = self.size.width - 2
        if y == 0:
            return self._columns(columns + 1)
        at = self.top + y - 1
        if at >= len(self.choices):
            return line((f" {self._nothing()}", "faint")) if not self.choices and y == 1 else ()
        here = at == self.cursor and self._is_marked
        return self.barred(self._value(self.choices[at], columns, here), here)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the value on a row of the content, below the names of the columns."""
        return self.top + y - 1 if 1 <= y <= len(self.choices) - self.top else None

    def _columns(self, columns: int) -> Line:
        """Return what the columns are, or what was typed to narrow the list."""
        counted = line(("texts" if self.offered.is_whole else "counting", "faint"))
        if self.sought is not None:
            typed = line((" /", "key"), (f" {self.sought}", "strong"), ("▏", "accent"))
            return spread(typed, counted, columns)
        first, last = self.offered.span
        if self._course_room:
            counted = line(*counted, (f"  {first:<{self._course_room - len(last)}}{last}", "faint"))
        return spread(line((" key", "faint")), counted, columns)

    @property
    def _course_room(self) -> int:
        """Cells for the counts over time; 0 where the names need them."""
        if self.size.width < COURSES_FROM or not any(one.course for one in self.choices):
            return 0
        return max(len("".join(self.offered.span)) + 1, *(len(one.course) for one in self.choices))

    def _nothing(self) -> str:
        if self.sought and not self.offered.is_whole:
            return "counting"
        return "No name has these words" if self.sought else "No texts yet"

    def _value(self, one: Choice, columns: int, here: bool) -> Line:
        is_party = one.field == "party"
        name = "bold" if here else "text" if is_party else KIND_INK.get(one.field, "text")
        short, key = ("party" if is_party else "faint"), "key"
        if one.texts == 0 and not one.state:
            name = short = key = "faint"
        shorts = max(width(choice.short) for choice in self.choices) if is_party else width(one.short)
        left = line((self.SIGNS[one.state], "warn"), (f"{one.key:<3}", key))
        if shorts:
            left = line(*left, (one.short, short), (" " * (shorts - width(one.short) + 1 + is_party), "text"))
        count = "" if one.texts is None else f"{one.texts:,}"
        right = line((count, "faint" if name == "faint" else "bold" if here else "text"))
        if room := self._course_room:
            bars = spark(one.course, self.offered.most)
            right = line(*right, ("  ", "text"), *bars, (" " * (room - len(one.course)), "text"))
        room = columns - cells(right) - cells(left) - 1
        called = clip(one.name, room)
        has_note = one.note and width(called) + 2 + width(one.note) <= room
        left = line(*left, (called, name), (f"  {one.note}" if has_note else "", "faint"))
        return spread(left, right, columns)

    def moved(self, before: int) -> None:
        """Bring the value into sight."""
        self.reveal(self.cursor, self.cursor)
        self.refresh()

    def go(self, row: int) -> None:
        """Put the cursor on a row; what may be ended by Enter shows it from then on."""
        if not self._is_marked:
            self._is_marked = True
            row = self.cursor
            self.refresh()
        super().go(row)

    def action_choose(self) -> None:
        """Pick the value under the cursor, or pick no more."""
        if not self._is_marked:
            self.post_message(self.Ended(False))
        elif self.choices:
            self._pick(self.choices[self.cursor], "either" if self._either else "only")

    async def on_key(self, event: events.Key) -> None:
        """Take what picks or narrows; everything else is a movement or closes the picker."""
        if self.sought and event.key in _WAITS:
            await self._is_whole.wait()
        taken = self._take_word(event) if self.sought is not None else self._take_key(event)
        if taken:
            event.stop()
            event.prevent_default()

    def _take_word(self, event: events.Key) -> bool:
        """Take a letter of the words that narrow the list, and tell whether it was one."""
        assert self.sought is not None
        if event.key in ("escape", "ctrl+g"):
            self.sought = None
        elif event.key == "backspace":
            self.sought = self.sought[:-1] if self.sought else None
        elif event.key == "ctrl+u":
            self.sought = ""
        elif event.is_printable and event.character:
            self.sought += event.character
        else:
            return False
        self._narrow()
        self.cursor = self.top = 0
        self.refresh()
        return True

    def _narrow(self) -> None:
        """Leave the choices that have the words typed."""
        every = self.offered.choices
        self.choices = matching(every, self.sought) if self.sought else every

    def _take_key(self, event: events.Key) -> bool:
        """Take a letter, a digit, x, a comma or a slash, and tell whether it was one."""
        typed = event.character or ""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif typed == ",":
            self._either = True
            self.post_message(self.Refused("Either: the next one is added to the one chosen before."))
        elif typed == "/":
            self.sought, self._is_marked = "", True
            self.refresh()
        elif typed == "x":
            self.post_message(self.Emptied(self.offered.about))
        elif typed == "g" and self.offered.key == "g":
            self.post_message(self.Ended(True))
        elif (typed.isalnum() or typed == "-") and (
            typed not in self._closed_by or self._known(f"{self._typed}{typed}".lower())
        ):
            self._type(typed)
        else:
            return False
        return True

    @property
    def _closed_by(self) -> str:
        """The letters that close the picker where no value has them."""
        return f"qQ{self.offered.key}"

    def _known(self, typed: str) -> bool:
        return any(one.key.startswith(typed) for one in self.choices)

    def _type(self, typed: str) -> None:
        """Pick what the keys typed so far name."""
        self._typed += typed
        wanted = self._typed.lower()
        if found := named(self.choices, self._typed, either=self._either):
            self._pick(*found)
        elif not self._known(wanted):
            self._typed = ""
            self.post_message(self.Refused(f"No {self.NAME.lower()} has the key {wanted}."))

    def _pick(self, one: Choice, how: How) -> None:
        self._typed = ""
        self.post_message(self.Picked(self.offered.about, one, how))
