"""Picker: a list with a letter or digit before each value and its count, in the Timeline's place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.message import Message

from tui.choices import Choice, How
from tui.lines import Line, cells, line, spread
from tui.listing import Listing
from tui.measure import clip, width


class Picker(Listing):
    """A filter in two keys: the counts are seen before the choice."""

    SIGNS: ClassVar = {"": " ", "on": "+", "excluded": "−"}

    class Picked(Message):
        """A value was picked."""

        def __init__(self, field: str, value: str, how: How) -> None:
            super().__init__()
            self.field = field
            self.value = value
            self.how = how

    class Emptied(Message):
        """The field shall not filter any more."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    class Refused(Message):
        """A key that picks nothing here was pressed."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.field = ""
        self.choices: tuple[Choice, ...] = ()
        self._typed = ""
        self._either = False

    def offer(self, field: str, key: str, name: str, choices: Sequence[Choice]) -> None:
        """Show the values of a field.

        Args:
            key: The key that opens this picker, shown in its head.
            name: The name in its head.
        """
        self.field, self.NUMBER, self.NAME = field, key, name  # type: ignore[misc]
        self.choices = tuple(choices)
        self.cursor = next((i for i, one in enumerate(choices) if one.texts), 0)
        self.top, self._typed, self._either = 0, "", False
        self.refresh()

    def recount(self, choices: Sequence[Choice]) -> None:
        """Show other counts of the same field; the cursor stays on its value."""
        value = self.choices[self.cursor].value if self.choices else ""
        self.choices = tuple(choices)
        again = [i for i, one in enumerate(self.choices) if one.value == value]
        self.cursor = again[0] if again else 0
        self.moved(self.cursor)

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
        """Return how many values there are."""
        return f"{len(self.choices):,}"

    def content_at(self, y: int) -> Line:
        """Return the names of the columns, or one value."""
        columns = self.size.width - 2
        if y == 0:
            return spread(line((" key", "faint")), line(("texts", "faint")), columns + 1)
        at = self.top + y - 1
        if at >= len(self.choices):
            return line((" No texts yet", "faint")) if not self.choices and y == 1 else ()
        return self.barred(self._value(self.choices[at], columns, at == self.cursor), at == self.cursor)

    def _value(self, one: Choice, columns: int, here: bool) -> Line:
        name, short, key = ("bold" if here else "text"), "party", "key"
        if not one.texts and not one.state:
            name = short = key = "faint"
        shorts = max(width(choice.short) for choice in self.choices)
        left = line((self.SIGNS[one.state], "warn"), (f"{one.key:<3}", key))
        if shorts:
            left = line(*left, (one.short, short), (" " * (shorts - width(one.short) + 2), "text"))
        count = f"{one.texts:,}"
        room = columns - len(count) - cells(left) - 1
        return spread(line(*left, (clip(one.name, room), name)), line((count, name)), columns)

    def moved(self, before: int) -> None:
        """Bring the value into sight."""
        if self.cursor < self.top:
            self.top = self.cursor
        elif self.cursor >= self.top + self.room:
            self.top = self.cursor - self.room + 1
        self.refresh()

    def action_choose(self) -> None:
        """Pick the value under the cursor."""
        if self.choices:
            self._pick(self.choices[self.cursor], "either" if self._either else "only")

    def on_key(self, event: events.Key) -> None:
        """Take a letter, a digit, x or a comma; everything else is a movement or closes the picker."""
        typed = event.character or ""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif typed == ",":
            self._either = True
            self.post_message(self.Refused("Either: the next letter is added to the one chosen before."))
        elif typed == "x":
            self.post_message(self.Emptied(self.field))
        elif typed.isalnum() and (
            typed not in self._closed_by or self._known(f"{self._typed}{typed}".lower())
        ):
            self._type(typed)
        else:
            return
        event.stop()
        event.prevent_default()

    @property
    def _closed_by(self) -> str:
        """The letters that close the picker where no value has them."""
        return f"qQ{self.NUMBER}"

    def _known(self, typed: str) -> bool:
        return any(one.key.startswith(typed) for one in self.choices)

    def _type(self, typed: str) -> None:
        """Pick what the keys typed so far name."""
        self._typed += typed
        wanted = self._typed.lower()
        for one in self.choices:
            if one.key == wanted:
                how: How = "either" if self._either else "leave out" if self._typed.isupper() else "only"
                self._pick(one, how)
                return
        if not self._known(wanted):
            self._typed = ""
            self.post_message(self.Refused(f"No {self.NAME.lower()} has the key {wanted}."))

    def _pick(self, one: Choice, how: How) -> None:
        self._typed = ""
        self.post_message(self.Picked(self.field, one.value, how))
