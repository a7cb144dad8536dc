"""The pages of the manual: Markdown files of this package, in reading order."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, NamedTuple


class Page(NamedTuple):
    """One page of the manual."""

    name: str
    """Its file in tui/manual, without the suffix."""
    title: str

    def text(self) -> str:
        """Return the page as Markdown."""
        return (files("tui") / "manual" / f"{self.name}.md").read_text(encoding="utf-8")


PAGES: Final = (
    Page("first-minute", "The first minute"),
    Page("filters", "Filters: party, date, and the query language"),
    Page("dates", "Dates, and the evidence for them"),
    Page("entities", "Entities and contacts"),
    Page("marks", "Stars, tags and notes"),
    Page("copying", "Copying, links and the mouse"),
    Page("files", "Your files, and the archive"),
    Page("commands", "The command line"),
    Page("plain", "Line by line"),
    Page("ssh", "Over SSH"),
    Page("host", "A host for a newsroom"),
    Page("looks", "Looks, and terminals"),
    Page("own-keys", "Keys of your own"),
    Page("keys", "Every key"),
)
