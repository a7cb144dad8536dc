"""Names: who and what a text names, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.article import Entity, Mention


@dataclass(frozen=True, slots=True)
class Named:
    """The entities of a text and their mentions."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    party_of: Mapping[str, str] = field(default_factory=dict)
    """Person id to the id of the party for which that person acts in this text."""
