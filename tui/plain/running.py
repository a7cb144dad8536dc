"""Running: a session between a person, or a pipe, and the archive."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain
from types import FrameType
from typing import Final, NoReturn

from store.archive.archive import Archive
from store.errors import ArchiveBusy, ArchiveError
from store.query import Query
from tui import output, places
from tui.complaints import DONE, REFUSED, UNREADABLE
from tui.glyphs import fitting, spelt
from tui.kiosk import IDLE
from tui.options import Options
from tui.plain.ears import Ears, NobodyTypes
from tui.plain.place import Place
from tui.plain.session import Session
from tui.plain.voice import Voice
from tui.plain.words import sentence
from tui.sowing import sown
from tui.wording import count

_HINT: Final = "? lists the commands, Enter goes on, q ends."


def run(options: Options) -> int:
    """Talk line by line until the reader ends it; return the exit status.

    Raises:
        NewsError: The query has a mistake, or the archive cannot be opened.
    """
    _end_on_signals()
    ears = Ears(kiosk=options.kiosk)
    glyphs = fitting(options.ascii, os.environ, getattr(sys.stdout, "encoding", None) or "")
    is_seen = sys.stdout is not None and sys.stdout.isatty()
    voice = Voice(partial(spelt, glyphs=glyphs), is_seen=is_seen, by_page=ears.is_terminal and is_seen)
    try:
        return _talk(options, ears, voice)
    except output.NobodyReads:
        return DONE
    except SystemExit:
        output.hush(sys.stdout)  # a terminal that takes nothing more would keep Python waiting at its end
        raise


def _talk(options: Options, ears: Ears, voice: Voice) -> int:
    archive = sown(options.archive, options.reader, kiosk=options.kiosk)
    _catch_up(archive, voice)
    today = options.now or date.today()
    link = places.named(options.query)
    if link:
        link = places.found(archive, link, today)
    query = Query() if link else Query.parse(options.query, archive.vocabulary)
    place = partial(Place, archive, query, today, kiosk=options.kiosk)
    if ears.is_terminal:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])  # a kiosk blocks it until it is heard
    has_refused = False
    lines: Iterator[str] | None = iter(())
    while lines is not None:
        session = Session(place())
        hint = [_HINT] if ears.is_terminal else []
        lines = _sitting(chain(lines, session.begin(link), hint), session, ears, voice, kiosk=options.kiosk)
        has_refused |= session.has_refused
    if archive.damaged:
        return UNREADABLE
    return REFUSED if has_refused and not ears.is_terminal else DONE


def _sitting(
    first: Iterator[str], session: Session, ears: Ears, voice: Voice, *, kiosk: bool
) -> Iterator[str] | None:
    """Talk until the reader ends it, or, in a kiosk, has gone; return what the next one is told of that."""
    lines: Iterator[str] | None = first
    is_touched = False
    while lines is not None:
        try:
            voice.tell(lines)
        except KeyboardInterrupt:
            _go_on_after_interrupt(ears, voice)
            voice.say("Stopped.")
        try:
            lines = None if session.has_ended else _asked(ears, voice, session, IDLE * (kiosk and is_touched))
        except NobodyTypes:
            ears.forget()
            voice.say("")
            return iter(["Nobody typed for a while, so this begins again."])
        is_touched = True
    return None


def _asked(ears: Ears, voice: Voice, session: Session, patience: float) -> Iterator[str] | None:
    """Return the answer to the next line; None where there is none."""
    while True:
        try:
            line = ears.hear(str(session.place.query) if session.place.is_typing else "", patience)
        except KeyboardInterrupt:
            _go_on_after_interrupt(ears, voice)
            continue
        if line is None:
            if ears.is_terminal:
                voice.say("")  # what the shell prints next stands on a line of its own
            return None
        return (None if line.strip() else voice.rest()) or session.hear(line)


def _go_on_after_interrupt(ears: Ears, voice: Voice) -> None:
    """Begin a line, where a person pressed ctrl+c; what reads a pipe is ended by it."""
    if not ears.is_terminal:
        raise KeyboardInterrupt
    voice.say("")


def _catch_up(archive: Archive, voice: Voice) -> None:
    """Have the lists know all texts; where that cannot be, say why, and go on."""
    if archive.behind:
        voice.say(f"Reading {count(archive.behind, 'file')} of the archive.")
        try:
            archive.catch_up()
        except (ArchiveError, ArchiveBusy) as error:
            voice.say(sentence(f"{error}; the lists may not be complete"))


def _end_on_signals() -> None:
    """Have the signals that end a program end this one so that the terminal is left as it was."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
