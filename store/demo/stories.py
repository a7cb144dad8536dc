"""Stories: what generated articles tell, and the sentences that their bodies are made of."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from store.demo.prose import Sentence, sentence
from store.demo.sheets import headed

_HEADING: Final = re.compile(r"(?P<kind>.+) (?P<weight>\d+)")
_HEADLINE: Final = "= "
_NO_CONTACT: Final = "none"

RARE: Final = "zirconfleet"
"""A word that stands in about four texts of a thousand."""

UNCOMMON: Final = "quorum"
"""A word that stands in about three texts of a hundred."""

COMMON: Final = "party"
"""A word that stands in nearly every text."""


class Story(NamedTuple):
    """One sort of news: its titles, its leads, and the kind of contact that the leads tell of."""

    contact: str | None
    headlines: tuple[Sentence, ...]
    leads: tuple[Sentence, ...]


@cache
def stories() -> list[Story]:
    """Return the stories, each as often as it is told beside the others."""
    found: list[Story] = []
    for heading, lines in headed("stories"):
        match = _HEADING.fullmatch(heading)
        if match is None:
            raise ValueError(f"{heading!r} says no kind of contact and no number")
        titles = tuple(sentence(x.removeprefix(_HEADLINE)) for x in lines if x.startswith(_HEADLINE))
        leads = tuple(sentence(line) for line in lines if not line.startswith(_HEADLINE))
        contact = None if match["kind"] == _NO_CONTACT else match["kind"]
        found += [Story(contact, titles, leads)] * int(match["weight"])
    return found


@cache
def sentences() -> dict[str, list[Sentence]]:
    """Return the sentences by their heading."""
    return {heading: [sentence(line) for line in lines] for heading, lines in headed("sentences")}
