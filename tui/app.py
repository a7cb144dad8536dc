"""NewsdeskApp: the themes, the driver and the one screen."""

from __future__ import annotations

import os
import sys
import threading
from asyncio import get_running_loop
from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import App, ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widget import MountError

from store.archive.archive import Archive
from store.query import Query
from tui.borrowed import borrowed
from tui.bounds import Bounds
from tui.desk import Desk
from tui.driver import DRIVERS, DeskDriver
from tui.ears import MOST_KEYS, Flooded
from tui.files import keyboard, keys_file
from tui.glyphs import Glyphs
from tui.keyboard import LAYERS, Keyboard
from tui.keys import BY_ID, KEYS, NOT_IN_KIOSK, ON_DESK, WHERE
from tui.launch import take_interrupts
from tui.looks import Looks
from tui.options import Options
from tui.sowing import sown
from tui.themes import NAMES, SIXTEEN, few_variables, themes
from tui.wardrobe import wear

if TYPE_CHECKING:
    from tui.idling import Idling
    from tui.places import Place

_PAINTED: Final = 0.02
"""Seconds within which what a key changes is painted."""

_SOON: Final = 0.2
"""Seconds after which is looked again whether many keys have been heard."""

_PAGE_IS_GONE: Final = (MountError, NoMatches, ScreenStackError)
"""What goes wrong where something is still to be done on a page that is being taken down."""


class NewsdeskApp(Bounds):
    """The dashboard over one archive."""

    CSS_PATH = "newsdesk.tcss"
    TITLE = "newsdesk"
    ALLOW_SELECT = False
    """What is dragged over stays the terminal's to select."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(BY_ID[name].keys), action, id=name, priority=True, show=False)
        for name, action in (("palette", "command_palette"), ("repaint", "repaint"))
    ]
    """Heard in every layer, and in the palette."""

    _has_theme = False

    class Behind(Message):
        """What goes up behind a key: where it arrives, the key has been."""

        def __init__(self, target: DOMNode, laps: int) -> None:
            super().__init__()
            self.target = target
            self.laps = laps

    def __init__(
        self,
        archive: Archive,
        query: Query,
        today: date,
        *,
        mono: bool,
        theme: str = "",
        glyphs: Glyphs = "every",
        kiosk: bool = False,
        idle: float | None = None,
    ) -> None:
        """Open the dashboard over an archive.

        Args:
            today: The day that `today` means in a query.
            mono: Whether colour is left out.
            theme: One of ours or of Textual's; another name means the first of ours.
            glyphs: What the terminal can draw.
            kiosk: Whether nothing but the desk shall be within reach.
            idle: Seconds without a key or click after which a kiosk shows the query again, if not as usual.
        """
        super().__init__(driver_class=DRIVERS[glyphs], ansi_color=True if mono else None)
        self.desk = Desk(archive, query, today, mono=mono, kiosk=kiosk)
        self.use_command_palette = not kiosk
        self._idling: Idling | None = None
        if kiosk:
            from tui.idling import Idling
            from tui.kiosk import IDLE

            self._idling = Idling(self, IDLE if idle is None else idle, partial(self.desk.start_again, query))
            self.take_keys(Keyboard(lacks=NOT_IN_KIOSK), ())
        self._keys: deque[events.Key] = deque()
        self._is_hearing = False
        self._heard_by: DOMNode | None = None
        self.set_class(mono, "-mono")
        self.set_class(os.environ.get("TERM", "").startswith("screen"), "-no-italic")
        for ours in themes():
            self.register_theme(ours)
        self.set_reactive(App.theme, theme if theme in self.available_themes else NAMES[0])
        self.set_class(self.has_few_colours, "-few")
        self._refresh_truecolor_filter(self.ansi_theme)
        self._has_theme = True
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def has_few_colours(self) -> bool:
        """Whether the theme keeps the terminal's own ground, so that weight and signs say more."""
        return self.current_theme.ansi and not self.no_color

    def watch_theme(self) -> None:
        """Let signs speak where colours are few."""
        self.set_class(self.has_few_colours, "-few")

    def take_keys(self, keyboard: Keyboard, mistakes: Sequence[str]) -> None:
        """Hear other keys than those of the table.

        Args:
            mistakes: What the reader is told of those that could not be taken.
        """
        self.desk.keyboard, self.desk.mistakes = keyboard, mistakes
        self.set_keymap(keyboard.keymap())

    async def on_event(self, event: events.Event) -> None:
        """Take the keys of the Desk one after the other.

        Textual hands a key to whoever has the focus now, though a key before it may be about to move the
        focus; keys that a slow line delivers in one piece would be lost.
        """
        if self._idling and isinstance(event, events.InputEvent | events.Paste | events.Ready):
            self._idling.touch()
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen is self.desk:
            self._keys.append(event)
            await (self._follow_up() if self._is_hearing else self._hear())
        else:
            await super().on_event(event)

    async def _hear(self) -> None:
        """Take the next key; following it up waits until it is painted, unless another key waits."""
        self._is_hearing = bool(self._keys)
        if self._keys:
            self._heard_by = self.focused or self.screen
            if not self.desk.takes(key := self._keys.popleft()):
                await super().on_event(key)
            if self._keys:
                await self._follow_up()
            else:
                get_running_loop().call_later(_PAINTED, self.call_next, self._follow_up)

    async def _follow_up(self) -> None:
        """Send a message the way that the key and what it caused go up, behind them, once for each key."""
        target, self._heard_by = self._heard_by, None
        if target is not None:
            await self._follow(target, laps=2)

    async def _follow(self, target: DOMNode, laps: int) -> None:
        """Go up behind a key, again behind what it caused, and at last hear the next key."""
        if laps == 0 or not target.post_message(self.Behind(target, laps)):
            await self._hear()

    async def on_newsdesk_app_behind(self, message: Behind) -> None:
        """Go again, behind what the key caused, or hear the next key."""
        await self._follow(message.target, message.laps - 1)

    def copy_to_clipboard(self, text: str) -> None:
        """Have the terminal that the reader sits at take a text, if it is not too long for that."""
        from tui import clipboard  # few starts copy

        self._clipboard = clipboard.harmless(text)
        if self._driver is not None and (sequence := clipboard.sequence(self._clipboard, os.environ)):
            self._driver.write(sequence)

    def _handle_exception(self, error: Exception) -> None:
        """End because of an error; but what misses a page that is being taken down is none."""
        is_ending = self._exit or not self.is_running
        if not (is_ending and isinstance(error, _PAGE_IS_GONE)):
            super()._handle_exception(error)

    def heed(self, told: threading.ExceptHookArgs) -> None:
        """End because of an error in a thread, as because of one anywhere else."""
        if isinstance(told.exc_value, Exception):
            self.call_later(self._handle_exception, told.exc_value)

    def _fatal_error(self) -> None:
        """End without a traceback on the screen: `run` hands the error on, and it goes to the log."""
        self._close_messages_no_wait()

    def action_command_palette(self) -> None:
        """Open the palette, in the dress of the house."""
        wear(self.stylesheet, "palette")
        super().action_command_palette()

    def action_repaint(self) -> None:
        """Send every cell again: what else writes to the terminal, the driver cannot know."""
        if isinstance(self._driver, DeskDriver):
            self._driver.repaint()

    def on_flooded(self, message: Flooded) -> None:
        """Say, once the keys before have been heard, that not all that came was taken."""
        if self._keys:
            self.set_timer(_SOON, partial(self.post_message, Flooded(message.left)))
            return
        told = f"{MOST_KEYS:,} keys came at once, and {message.left:,} more letters that were left out"
        self.desk.announce(("! ", "error"), (told, "text"))

    def action_help_quit(self) -> None:
        """Say which key quits, where Textual would put up a note."""
        self.desk.status.say(("Q", "key"), (" quits at once", "muted"))

    def get_system_commands(self, screen: Screen[None]) -> Iterable[SystemCommand]:
        """Offer the themes and every action of ours; Textual's own would rebuild the page or write files."""
        yield SystemCommand("Theme", "Change the colours.", self.action_change_theme)
        for key in KEYS:
            if key.action and key.id != "palette" and key.scope not in LAYERS:
                place = "" if key.scope in ON_DESK or key.scope == "panel" else f" ({WHERE[key.scope]})"
                name = f"{key.label.capitalize()}{place}  {self.desk.keyboard.shown(key)}"
                yield SystemCommand(name, key.tooltip, partial(self.desk.perform, key))

    def get_default_screen(self) -> Screen[None]:
        """Return the Desk, the only screen there is."""
        return self.desk

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; none before there is one, since mixing them takes its time."""
        return super().get_css_variables() if self._has_theme else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our inks for themes that are not ours."""
        theme = self.current_theme
        if theme.name in (*NAMES, *SIXTEEN):
            return {}
        return few_variables(0 if theme.dark else 1) if theme.ansi else borrowed(theme)


def run(options: Options) -> int:
    """Open the dashboard as the command line asked, and return the exit status.

    Raises:
        NewsError: The query has a mistake, or the seeds could not be planted.
        Exception: Whatever ended the app unexpectedly.
    """
    archive = sown(options.archive, options.reader, kiosk=options.kiosk)
    today = options.now or date.today()
    query, led_to = _asked(archive, options.query, today)
    if options.mono:
        os.environ["NO_COLOR"] = "1"  # where Textual looks for it
    looks = Looks.fitting(options, os.environ, getattr(sys.__stderr__, "encoding", ""))
    app = NewsdeskApp(
        archive,
        query,
        today,
        mono=looks.mono,
        theme=looks.theme,
        glyphs=looks.glyphs,
        kiosk=options.kiosk,
    )
    if not options.kiosk:
        app.take_keys(*keyboard(keys_file()))
    if not options.query:
        app.desk.reopen()
    if led_to:
        app.desk.lead(led_to)
    take_interrupts()
    threading.excepthook = app.heed
    app.run(mouse=options.mouse)
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0


def _asked(archive: Archive, words: str, today: date) -> tuple[Query, Place | None]:
    """Return the query to open with, or that for everything, and the place that a link leads to."""
    if not words:
        return Query(), None
    from tui import places
    from tui.commands.progress import catch_up

    catch_up(archive)  # names in a query mean what the whole archive names
    if place := places.named(words):
        return Query(), places.found(archive, place, today)
    return Query.parse(words, archive.vocabulary), None
