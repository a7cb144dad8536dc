"""Layout: which line of a wire text is headline, standfirst, caption, dateline, body or refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.article import Dateline, Removed
from store.wire.records import Agency


@dataclass(frozen=True, slots=True)
class Layout:
    """A cleaned text taken apart."""

    headline: str | None = None
    standfirst: str | None = None
    caption: str | None = None
    credit: str | None = None
    byline: str | None = None
    dateline: Dateline = Dateline()
    dateline_date: str | None = None
    """The day as the dateline prints it: `April 18`."""
    headers: tuple[str, ...] = ()
    """Page-date lines above or below the headline."""
    body: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


def lay_out(text: str, agencies: Sequence[Agency]) -> Layout:
    """Take a cleaned text apart."""
    raise NotImplementedError
