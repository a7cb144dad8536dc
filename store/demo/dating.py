"""Dating: the ways in which a generated article tells its day, and what may be concluded from each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from store.days import MONTHS, WEEKDAYS, month_interval
from store.demo.chance import Chance

Said = dict[str, Any]
"""A date, or a piece of evidence for it, as it stands in a document."""

_NEAR: Final = 30
"""An anniversary that gives a day away lies at most so many days from it."""


@dataclass(slots=True)
class Dating:
    """How one text tells its day."""

    day: date
    way: str
    when: str = ""
    """What the lead prints."""
    header: str = ""
    """The line above the headline."""
    dateline: str = ""
    """What the dateline prints behind the town."""
    years: int = 0
    begun: date | None = None
    """Of an anniversary: so many years since when."""
    goal: int = 0
    places: dict[str, int] = field(default_factory=dict)
    """The paragraph in which the anniversary and the goal were told."""

    @property
    def since(self) -> str:
        """The beginning of an anniversary as the text prints it."""
        assert self.begun is not None
        return _printed(self.begun) if self.way == "near" else str(self.begun.year)

    @property
    def anniversary(self) -> str:
        """What the text calls an anniversary."""
        return f"{self.years}{_suffix(self.years)} anniversary"

    def document(self) -> Said:
        """Return the date as it stands in a document."""
        found: Said = {
            "value": None, "month_day": None, "precision": None, "earliest": None, "latest": None,
            "certainty": "unknown", "evidence": [], "rejected": [],
        }  # fmt: skip
        found |= _WAYS[self.way](self)
        found["rejected"] += self._years_said()
        return found

    def _years_said(self) -> list[Said]:
        """Return the years that the text names for other reasons, in its order."""
        said = []
        if self.begun:
            year = self.begun.year
            words = f"{year} is what the text looks back to, not the day it happened"
            said.append(_said("history", str(year), self.places["anniversary"], words))
        if self.goal:
            words = f"{self.goal} is a goal, not the day it happened"
            said.append(_said("goal", f"by {self.goal}", self.places["goal"], words))
        return sorted(said, key=lambda one: int(one["paragraph"]))


def told(day: date, rnd: Chance) -> Dating:
    """Return how a text tells a day."""
    drawn = rnd()
    dating = Dating(day, next(way for upto, way in _SHARES if drawn < upto))
    printed = f"{MONTHS[day.month - 1]} {day.day}"
    weekday = WEEKDAYS[day.weekday()]
    if dating.way in ("headed", "near", "far", "open"):
        dating.when = f"on {printed}"
    elif dating.way == "printed":
        dating.when = f"on {_printed(day)}"
    elif dating.way == "weekday":
        dating.when = f"on {weekday}"
    elif dating.way == "month":
        dating.when = f"in {MONTHS[day.month - 1]} {day.year}"
    if dating.way == "headed":
        dating.header = f"{weekday}, {_printed(day)} - {7 + int(rnd() * 15):02}:{int(rnd() * 60):02}"
    elif dating.way in ("weekday", "dateline"):
        dating.dateline = f", {_printed(day)}"
    elif dating.way in ("near", "far", "year"):
        dating.years = 10 + int(rnd() * 8) * 5
        other = day + timedelta(days=int(rnd() * 2 * _NEAR) - _NEAR) if dating.way == "near" else day
        dating.begun = date(other.year - dating.years, other.month, min(other.day, 28))
    if rnd() < 0.12:
        dating.goal = day.year + 3 + int(rnd() * 10)
    return dating


_SHARES: Final = (
    (0.34, "printed"), (0.48, "headed"), (0.57, "weekday"), (0.61, "dateline"), (0.80, "near"), (0.87, "far"),
    (0.92, "month"), (0.95, "year"), (0.97, "open"), (1.01, "untold"),
)  # fmt: skip
"""The ways, each with the chance up to which it is taken."""


def _printed(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _spoken(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _suffix(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _said(kind: str, quote: str, paragraph: int | None, says: str) -> Said:
    return {"kind": kind, "quote": quote, "paragraph": paragraph, "says": says}


def _known(day: date, certainty: str, *evidence: Said) -> Said:
    told = day.isoformat()
    return {
        "value": told, "precision": "day", "earliest": told, "latest": told, "certainty": certainty,
        "evidence": list(evidence),
    }  # fmt: skip


def _as_printed(of: Dating) -> Said:
    quote = of.when.removeprefix("on ")
    says = f"{_spoken(of.day)}, printed with its year"
    return _known(of.day, "certain", _said("day", quote, 0, says))


def _from_above(of: Dating) -> Said:
    """Return a day that the page or the agency prints, which the lead may mean."""
    says = f"the text is of {_spoken(of.day)}"
    kind = "header" if of.header else "dateline"
    above = _said(kind, of.header or of.dateline.removeprefix(", "), None, says)
    if not of.when:
        return _known(of.day, "likely", above)
    seen = f"{_spoken(of.day)}, seen from {_spoken(of.day)}"
    quote = of.when.removeprefix("on ")
    return _known(of.day, "certain", _said("day" if of.header else "weekday", quote, 0, seen), above)


def _no_year(of: Dating) -> Said:
    day = f"{of.day.day} {MONTHS[of.day.month - 1]}"
    return _said("day", of.when.removeprefix("on "), 0, f"{day}, no year printed")


def _celebrated(of: Dating) -> Said:
    assert of.begun is not None
    since = _spoken(of.begun) if of.way == "near" else of.begun.year
    return _said("anniversary", of.anniversary, of.places["anniversary"], f"{of.years} years from {since}")


def _by_anniversary(of: Dating) -> Said:
    clue = _celebrated(of)
    rivals = ((of.day.year - 1, "before"), (of.day.year + 1, "long after"))
    rejected = [clue | {"kind": "rival", "says": f"{year}: {how} the anniversary"} for year, how in rivals]
    return _known(of.day, "likely", _no_year(of), clue) | {"rejected": rejected}


def _best_guess(of: Dating) -> Said:
    day = _no_year(of)
    guess = day | {"kind": "guess", "says": f"{_spoken(of.day)} fits best"}
    return {
        "month_day": f"{of.day:%m-%d}", "earliest": f"{of.day.year}-01-01", "latest": f"{of.day.year}-12-31",
        "certainty": "guess", "evidence": [guess, day, _celebrated(of)],
    }  # fmt: skip


def _in_month(of: Dating) -> Said:
    first, last = month_interval(of.day.year, of.day.month)
    quote = of.when.removeprefix("in ")
    return {
        "value": f"{of.day:%Y-%m}", "precision": "month", "earliest": first.isoformat(),
        "latest": last.isoformat(), "certainty": "certain",
        "evidence": [_said("day", quote, 0, f"{quote}, printed with its year")],
    }  # fmt: skip


def _in_year(of: Dating) -> Said:
    year = of.day.year
    return {
        "value": str(year), "precision": "year", "earliest": f"{year}-01-01", "latest": f"{year}-12-31",
        "certainty": "likely", "evidence": [_celebrated(of)],
    }  # fmt: skip


def _left_open(of: Dating) -> Said:
    return {"month_day": f"{of.day:%m-%d}", "evidence": [_no_year(of)]}


def _untold(of: Dating) -> Said:
    return {}


_WAYS: Final[dict[str, Callable[[Dating], Said]]] = {
    "printed": _as_printed, "headed": _from_above, "weekday": _from_above, "dateline": _from_above,
    "near": _by_anniversary, "far": _best_guess, "month": _in_month, "year": _in_year, "open": _left_open,
    "untold": _untold,
}  # fmt: skip
