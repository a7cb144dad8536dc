"""Hand: what each of the hands of the Desk is a part of, the Newsroom.

To Python a hand is no Newsroom of its own, but handlers of messages that the Desk joins to the one Newsroom:
Textual works out bindings and looks for each class of a screen, a tenth of all that a start imports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.newsroom import Newsroom as Hand
else:
    from textual.message_pump import MessagePump as Hand

__all__ = ["Hand"]
