"""Marking: what the reader says of texts."""

from __future__ import annotations

from tui.newsroom import Newsroom


class Marking(Newsroom):
    """Marks the text under the cursor."""

    def action_star(self) -> None:
        """Set or take away the star."""
        if row := self.timeline.current:
            self.mark(starred=not row.starred)

    def action_read(self) -> None:
        """Mark the text as read, or as unread."""
        if row := self.timeline.current:
            self.mark(read=not row.read)
