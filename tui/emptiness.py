"""Emptiness: why a filter finds nothing, and what leaves most texts if it is left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from store import periods
from store.terms import DATE_FIELDS
from tui.wording import full_day

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.query import Query


def ways_out(archive: Archive, query: Query, today: date) -> list[tuple[int, int]]:
    """Return (number of a condition, texts without it) for all conditions, the best to leave out first."""
    numbers = range(len(query.terms))
    ways = [(number, archive.tally(query.without(number), today).shown) for number in numbers]
    return sorted(ways, key=lambda way: (-way[1], way[0]))


class Silence(NamedTuple):
    """A filter that asks for days after the newest text, or before the oldest."""

    told: str
    nearest: int
    """The year of the text that comes next to them."""
    is_late: bool


def silence(archive: Archive, query: Query, today: date) -> Silence | None:
    """Tell how far the days that a filter asks for are from all texts; None if that is not what is wrong."""
    for number, chip in enumerate(query.chips):
        if chip.field not in DATE_FIELDS or chip.excluded or "," in chip.value:
            continue
        asked = periods.resolve(chip.field, chip.value, today)
        found = archive.tally(query.without(number), today)
        if asked is None or found.earliest is None or found.latest is None:
            continue
        text = "text" if len(query.terms) == 1 else "text that fits the rest"
        if asked[0] > found.latest:
            told = f"Nothing since {full_day(asked[0])}. The newest {text} is {full_day(found.latest)}"
            return Silence(told, found.latest.year, is_late=True)
        if asked[1] < found.earliest:
            told = f"Nothing up to {full_day(asked[1])}. The oldest {text} is {full_day(found.earliest)}"
            return Silence(told, found.earliest.year, is_late=False)
    return None


def nothing_matches(archive: Archive, query: Query, today: date) -> str:
    """Return the whole of it: how much was asked, what to leave out, and what the days have to do with it."""
    chips = len(query.terms)
    told = f"Nothing matches {query.chips[0].text}" if chips == 1 else f"Nothing matches {chips} chips"
    if chips > 1:
        number, texts = ways_out(archive, query, today)[0]
        if texts:
            told += f". Without {query.chips[number].text} there {'is' if texts == 1 else 'are'} {texts:,}"
    quiet = silence(archive, query, today)
    if quiet is None:
        return told
    return f"{quiet.told}. {told}" if chips > 1 else quiet.told
