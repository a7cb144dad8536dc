"""Tagging: what is typed as a tag, as what it says of a text."""

from __future__ import annotations

from collections.abc import Iterable

from store.archive import sayings
from store.fold import fold


def tag_said(typed: str, there: Iterable[str] = ()) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return a tag, and how `mark` is told of it: given, or taken away where it is there or has a minus.

    Args:
        there: The tags that the text has already; none where the same is said of several texts.

    Raises:
        MarkRefused: It cannot be a tag.
    """
    stripped = typed.strip()
    name = stripped.removeprefix("-").strip()
    tag = sayings.tag(name)
    is_less = stripped.startswith("-") or fold(name) in map(fold, there)
    return tag, {"untags" if is_less else "tags": (tag,)}
