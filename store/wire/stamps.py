"""Stamps: the days that pages and agencies print beside a text, in forms that no sentence has."""

from __future__ import annotations

import re
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from store.days import MONTHS, WEEKDAYS
from store.wire.printed import DAY, WEEKDAY, PrintedDay, a_day

_NAMES: Final = (
    "enero janeiro gennaio janvier januari januar",
    "febrero fevereiro febbraio février fevrier februari februar",
    "marzo março marco mars maret märz maerz",
    "abril aprile avril",
    "mayo maio maggio mai mei",
    "junio junho giugno juin juni",
    "julio julho luglio juillet juli",
    "agosto août aout agustus",
    "septiembre setiembre setembro settembre septembre",
    "octubre outubro ottobre octobre oktober",
    "noviembre novembro novembre nopember",
    "diciembre dezembro dicembre décembre decembre desember dezember",
)
"""The months as pages in other languages print them, under texts in English, too."""

_ENGLISH: Final = MappingProxyType(
    {name: month for names, month in zip(_NAMES, MONTHS, strict=True) for name in names.split()}
)
_WEEKDAYS: Final = (
    "lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|senin|selasa|rabu|kamis|jumat|sabtu"
    "|minggu|segunda|terça|quarta|quinta|sexta|lunedì|martedì|mercoledì|giovedì|venerdì|domenica"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|isnin|khamis|jumaat|sabtu|ahad"
)
_FOREIGN: Final = re.compile(
    rf"(?:\b(?:{_WEEKDAYS}),? )?(?<!\d)(?P<day>\d{{1,2}})\.? (?:de )?(?P<month>{'|'.join(_ENGLISH)})\.?"
    r"(?: del?)? (?P<year>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_MAY: Final = re.compile(r"\bMay\. (?=\d)")
_JUCHE: Final = re.compile(r"\bJuche ?(?P<year>\d\d\d?)\.(?P<month>\d\d?)\.(?P<day>\d\d?)(?!\d)")
_JUCHE_BEGINS: Final = 1911
"""The year before the first of the calendar in which KCNA dates its pages."""

_YEARLESS: Final = re.compile(
    rf"(?P<weekday>{WEEKDAY},? )?(?P<first>\d{{1,2}})(?P<mark>[/-])(?P<second>\d{{1,2}})"
    r"(?P<clock>,? (?:- )?\d{1,2}:\d\d(?: ?[ap]m)?)?",
    re.I,
)
_WEEKLY: Final = re.compile(rf"(?P<weekday>{WEEKDAY}),? (?P<numbers>\d\d?[-/]\d\d?[-/](?:19|20)\d\d)(?!\d)")
_NUMERIC: Final = re.compile(r"(?<!\d)\d\d?[-/]\d\d?[-/](?:19|20)\d\d(?!\d)")
_SITE_CLOCK: Final = re.compile(rf"{WEEKDAY},? {DAY}(?<=\d\d\d\d) ?[-–|] (?P<site>[^\W\d_][^\d|]{{1,38}})")
_SIGNED: Final = re.compile(
    rf"\(?(?P<name>[^\W\d_][\w .-]{{0,24}}?)\)?(?: ?[-–/:,]|,? on)? "
    rf"(?P<day>{DAY}|\d\d?[./-]\d\d?[./-]\d{{4}})(?P<clock>,? ?(?:- )?\d\d?:\d\d)?\)?",
    re.I,
)


def in_english(line: str) -> str:
    """Return a page's stamp with its day as English prints it, for `Rabu, 22 Januari 2014`, `28/11 18:40`."""
    if "uche" in line and (juche := _JUCHE.search(line)):
        year, month, day = int(juche["year"]), int(juche["month"]), int(juche["day"])
        written = a_day(_JUCHE_BEGINS + year, month, day)
        return written.isoformat() if written else line
    if (yearless := _YEARLESS.fullmatch(line)) and (yearless["weekday"] or yearless["clock"]):
        return _with_month(yearless) or line
    if (weekly := _WEEKLY.search(line)) and (told := _on_weekday(weekly)):
        return f"{line[: weekly.start('numbers')]}{told}{line[weekly.end() :]}"
    line = _MAY.sub("May ", line) if "May. " in line else line
    foreign = _FOREIGN.search(line)
    if foreign is None:
        return line
    plain = f"{foreign['day']} {_ENGLISH[foreign['month'].lower()]} {foreign['year']}"
    return line[: foreign.start()] + plain + line[foreign.end() :]


def _on_weekday(stamp: re.Match[str]) -> str | None:
    """Return the day in `Thursday, 12/6/2025` with the name of its month, if one reading has that weekday."""
    found = [
        day for day in _readings(stamp["numbers"]) if WEEKDAYS[day.weekday()] == stamp["weekday"].title()
    ]
    return f"{found[0].day} {MONTHS[found[0].month - 1]} {found[0].year}" if len(found) == 1 else None


def _readings(numbers: str) -> list[date]:
    """Return the days that three numbers may be: the first of them is the day, or else the month."""
    first, second, year = (int(number) for number in re.split("[-/]", numbers))
    days = (a_day(year, second, first), a_day(year, first, second))
    return [day for day in dict.fromkeys(days) if day]


def _with_month(stamp: re.Match[str]) -> str | None:
    """Return a stamp of two numbers with the name of its month, if only one of them can be a month."""
    first, second = int(stamp["first"]), int(stamp["second"])
    day, month = (first, second) if first > len(MONTHS) else (second, first)
    if not (1 <= month <= len(MONTHS) < day <= _LONGEST_MONTH):
        return None
    return f"{stamp['weekday'] or ''}{day} {MONTHS[month - 1]}{stamp['clock'] or ''}"


_LONGEST_MONTH: Final = 31


def site_behind(line: str) -> str | None:
    """Return what stands behind the clock of a site: it tells when the page was seen, not of its text."""
    found = _SITE_CLOCK.fullmatch(line) if len(line) < _STAMP and " " in line else None
    return found["site"] if found else None


_STAMP: Final = 80
"""No stamp is longer."""


def signed_day(line: str) -> tuple[str, str] | None:
    """Return the name and day of a signature with both: `MAP 10 September 2021`, `(Télam, 26/06/2012)`."""
    found = _SIGNED.fullmatch(line) if len(line) < _SIGNATURE else None
    return (found["name"].strip(), found["day"]) if found else None


_SIGNATURE: Final = 44
"""No signature with its day is longer."""


def read_beside(line: str, written: PrintedDay) -> PrintedDay | None:
    """Return the day of a stamp such as 4/6/2013, which is two days, by that of the dateline below it."""
    numbers = _NUMERIC.search(line)
    if numbers is None:
        return None
    near = [day for day in _readings(numbers[0]) if _is_soon(day, written)]
    return PrintedDay(near[0].month, near[0].day, near[0].year) if len(near) == 1 else None


_SOON: Final = timedelta(days=3)
"""A page is set so soon after the day of its dateline."""


def _is_soon(day: date, written: PrintedDay) -> bool:
    seen = written.in_year(day.year)
    return seen is not None and timedelta(-1) <= day - seen <= _SOON
