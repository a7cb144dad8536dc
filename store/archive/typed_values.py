"""What a person types as a corrected value: in the form in which it is kept, or refused in a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from store import periods
from store.archive.laying import Record
from store.article import KINDS, Entity
from store.countries import COUNTRIES
from store.days import MONTHS
from store.errors import CorrectionRefused
from store.periods import NotAValue
from store.wire.safe import sanitise

_LONGEST_NAME: Final = 200
_LONGEST_REASON: Final = 500

_RUN_ON: Final = re.compile(r"(\d{4})(\d\d)(\d\d)?")
_DAY_FIRST: Final = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,9}) (?P<year>\d{4})")
_MONTH_FIRST: Final = re.compile(r"(?P<month>[a-z]{3,9}) (?P<day>\d{1,2}),? (?P<year>\d{4})")

_MOVING: Final = ("today", "yesterday")


def value(field: str, typed: str) -> str | None:
    """Return the value of a field that is typed in words; None for none.

    Raises:
        CorrectionRefused: The field cannot have it.
    """
    return _TYPED[field](typed)


def reason(typed: str) -> str:
    """Return the reason of a correction, which may be none.

    Raises:
        CorrectionRefused: It is too long.
    """
    return _line(typed, _LONGEST_REASON, "A reason")


def record_of(entity: Entity) -> Record:
    """Return an entity as a document has it, without a role.

    Raises:
        CorrectionRefused: It is none.
    """
    if not entity.name.strip() or ":" not in entity.id or entity.kind not in KINDS:
        raise CorrectionRefused(f"{entity.id or 'Nothing'} is no entity")
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": _line(entity.name, _LONGEST_NAME, "A name"),
        "abbr": _line(entity.abbr or "", _LONGEST_NAME, "An abbreviation") or None,
        "country": entity.country,
        "role": None,
        "confirmed": entity.confirmed,
    }


def _line(typed: str, longest: int, what: str) -> str:
    """Return typed words on one line, without what a screen may not get."""
    found = unicodedata.normalize("NFC", " ".join(sanitise(typed).split()))
    if len(found) > longest:
        raise CorrectionRefused(f"{what} can have {longest} characters, and this one has {len(found)}")
    return found


def _date(typed: str) -> str | None:
    text = _dashed(" ".join(typed.lower().split()))
    if not text or text == periods.NONE:
        return None
    try:
        found = periods.canonical("date", text)
    except NotAValue as mistake:
        instead = f". Use {mistake.instead}" if mistake.instead else ""
        raise CorrectionRefused(f"{mistake.reason.removeprefix('date:')}{instead}") from None
    if not all(point[:1].isdigit() for point in found.split("..")):
        what = "moves with the day" if found in _MOVING else "leaves a year open"
        raise CorrectionRefused(f"{found} {what}. Say the day, month or year itself, such as 2021-05-18")
    return found


def _dashed(text: str) -> str:
    """Return a date in our form that is typed without hyphens, or as texts print it."""
    if match := _RUN_ON.fullmatch(text):
        return "-".join(part for part in match.groups() if part)
    if match := _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text):
        month = next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(match["month"])), 0)
        if month:
            return f"{match['year']}-{month:02}-{int(match['day']):02}"
    return text


def _name(typed: str) -> str:
    found = _line(typed, _LONGEST_NAME, "A name")
    if not found:
        raise CorrectionRefused("A name needs a letter")
    return found


def _abbr(typed: str) -> str | None:
    return _line(typed, _LONGEST_NAME, "An abbreviation") or None


def _kind(typed: str) -> str:
    found = typed.strip().lower()
    if found not in KINDS:
        raise CorrectionRefused(f"{found or 'Nothing'} is no kind of entity. It can be {', '.join(KINDS)}")
    return found


def _country(typed: str) -> str | None:
    found = typed.strip().upper()
    if found and found not in COUNTRIES:
        raise CorrectionRefused(f"{found} is no code of a country, which has two letters, such as VN")
    return found or None


_TYPED: Final[Mapping[str, Callable[[str], str | None]]] = {
    "date": _date,
    "name": _name,
    "abbr": _abbr,
    "kind": _kind,
    "country": _country,
}
