"""Talk: a session of lines over an archive, and what it answers."""

from __future__ import annotations

from datetime import date
from typing import Final

from store.archive.archive import Archive
from store.query import Query
from tui.plain.place import Place
from tui.plain.session import Session
from tui.show import show

TODAY: Final = date(2026, 11, 22)

VIETNAM: Final = (
    "1. Vietnam informs Cambodian party on outcomes of 13th National Party Congress."
    " 18 May 2021, likely. CPV with CPP, virtual conference. Unread."
)
TIES: Final = (
    "2. Party to continue strengthening ties with global political parties."
    " 26 February 2016, likely. CPV. Unread."
)


class Talk:
    """What one reader types and is told."""

    def __init__(self, archive: Archive, query: str = "", *, kiosk: bool = False) -> None:
        """Begin a session; what it begins with is kept."""
        asked = Query.parse(query, archive.vocabulary)
        self.session = Session(Place(archive, asked, TODAY, kiosk=kiosk))
        self.begun = [show(line) for line in self.session.begin()]

    def say(self, *lines: str) -> list[str]:
        """Type lines, and return all that is answered."""
        return [show(told) for line in lines for told in self.session.hear(line)]

    @property
    def query(self) -> str:
        """The filter in force."""
        return str(self.session.place.query)
