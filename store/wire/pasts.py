"""Pasts: what began or ended on a day that everybody keeps, so that a text counts the years from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from store.days import Interval, interval
from store.fold import fold
from store.wire.printed import a_day
from store.wire.records import RECALLED

PASTS: Final[Mapping[str, str]] = {
    "15 june joint declaration": "2000-06-15", "castro's trip to the liberated zone": "1973-09-15",
    "castro's visit to the liberated zone": "1973-09-15", "african unity": "1963-05-25",
    "annexation of crimea": "2014-03-18", "april 25 revolution": "1974-04-25", "armistice": "1953-07-27",
    "asean": "1967-08-08", "atomic bombing of hiroshima": "1945-08-06", "august revolution": "1945-08-19",
    "battle of stalingrad": "1943-02-02", "bay of pigs": "1961-04-17", "belfast agreement": "1998-04-10",
    "belt and road": "2013-09-07", "berlin wall fell": "1989-11-09", "brexit referendum": "2016-06-23",
    "camp david accords": "1978-09-17", "carnation revolution": "1974-04-25", "chernobyl": "1986-04-26",
    "cuban revolution": "1959-01-01", "cultural revolution": "1966-05-16", "dayton": "1995-11-21",
    "dien bien phu": "1954-05-07", "doi moi": "1986-12-15", "easter rising": "1916-04-24",
    "edsa": "1986-02-25", "elysee treaty": "1963-01-22", "fall of saigon": "1975-04-30",
    "fall of the berlin wall": "1989-11-09", "fall of the khmer rouge": "1979-01-07",
    "fall of the wall": "1989-11-09", "geneva accords": "1954-07-21", "german reunification": "1990-10-03",
    "german unity": "1990-10-03", "good friday a": "1998-04-10", "gwangju": "1980-05-18",
    "handover of hong kong": "1997-07-01", "hong kong's handover": "1997-07-01",
    "hong kong's return": "1997-07-01", "return of hong kong": "1997-07-01",
    "handover of macao": "1999-12-20", "macao's handover": "1999-12-20", "macao's return": "1999-12-20",
    "macau's return": "1999-12-20", "return of macao": "1999-12-20", "islamic revolution": "1979-02-11",
    "jasmine revolution": "2011-01-14", "joint statement on nuclear": "2005-09-19",
    "july 15 coup": "2016-07-15", "la moneda": "1973-09-11", "liberation of auschwitz": "1945-01-27",
    "liberation of saigon": "1975-04-30", "liberation of the south": "1975-04-30",
    "long march": "1934-10-16", "martial law in poland": "1981-12-13", "may 1968": "1968-05-03",
    "may fourth movement": "1919-05-04", "moncada": "1953-07-26", "nakba": "1948-05-15",
    "national reunification": "1975-04-30", "normalisation of relations with the united states": "1995-07-11",
    "october revolution": "1917-11-07", "orange revolution": "2004-11-22", "oslo accords": "1993-09-13",
    "overthrow of the pol pot": "1979-01-07", "paris peace accords": "1973-01-27",
    "people power": "1986-02-25", "prague spring": "1968-08-21", "reform and opening": "1978-12-18",
    "rose revolution": "2003-11-23",
    "rwandan genocide": "1994-04-07", "sandinista revolution": "1979-07-19", "schuman": "1950-05-09",
    "sept 11 attacks": "2001-09-11", "september 11 attacks": "2001-09-11", "sharpeville": "1960-03-21",
    "soweto uprising": "1976-06-16", "srebrenica": "1995-07-11", "tiananmen": "1989-06-04",
    "treaty of rome": "1957-03-25", "triumph of the revolution": "1959-01-01",
    "tulip revolution": "2005-03-24", "velvet revolution": "1989-11-17", "victory over fascism": "1945-05-09",
    "victory over nazi": "1945-05-09", "victory over the genocid": "1979-01-07",
    "warsaw uprising": "1944-08-01", "world war ii end": "1945-09-02", "xinhai revolution": "1911-10-10",
}  # fmt: skip
"""By words that are found in no name of anything else, folded."""

LIVES: Final[Mapping[str, tuple[str, str]]] = {
    "ho chi minh": ("1890-05-19", "1969-09-02"), "ton duc thang": ("1888-08-20", "1980-03-30"),
    "vo nguyen giap": ("1911-08-25", "2013-10-04"), "le duan": ("1907-04-07", "1986-07-10"),
    "tran phu": ("1904-05-01", "1931-09-06"), "truong chinh": ("1907-02-09", "1988-09-30"),
    "kaysone phomvihane": ("1920-12-13", "1992-11-21"), "souphanouvong": ("1909-07-13", "1995-01-09"),
    "norodom sihanouk": ("1922-10-31", "2012-10-15"), "mao zedong": ("1893-12-26", "1976-09-09"),
    "deng xiaoping": ("1904-08-22", "1997-02-19"), "zhou enlai": ("1898-03-05", "1976-01-08"),
    "fidel castro": ("1926-08-13", "2016-11-25"), "che guevara": ("1928-06-14", "1967-10-09"),
    "jose marti": ("1853-01-28", "1895-05-19"), "hugo chavez": ("1954-07-28", "2013-03-05"),
    "salvador allende": ("1908-06-26", "1973-09-11"), "nelson mandela": ("1918-07-18", "2013-12-05"),
    "lenin": ("1870-04-22", "1924-01-21"), "karl marx": ("1818-05-05", "1883-03-14"),
    "friedrich engels": ("1820-11-28", "1895-08-05"), "kim il sung": ("1912-04-15", "1994-07-08"),
    "kim jong il": ("1942-02-16", "2011-12-17"), "mahatma gandhi": ("1869-10-02", "1948-01-30"),
    "sun yat-sen": ("1866-11-12", "1925-03-12"), "samora machel": ("1933-09-29", "1986-10-19"),
}  # fmt: skip
"""When people were born and died whose anniversaries are kept, by their folded names."""

EASTERN: Final = frozenset({
    "ho chi minh", "ton duc thang", "vo nguyen giap", "le duan", "truong chinh", "mao zedong",
    "deng xiaoping", "zhou enlai", "kim il sung", "kim jong il",
})  # fmt: skip
"""Those of them whose birthdays may be counted in the way of the east of Asia while they live."""


def pasts_in(folded: str) -> Mapping[date, str]:
    """Return the days from which a folded text may count, with the words that say so."""
    return {day: name for name, day in _days().items() if name in folded}


@cache
def _days() -> Mapping[str, date]:
    return {name: date.fromisoformat(printed) for name, printed in PASTS.items()}


def past_behind(behind: str) -> tuple[Interval | None, str]:
    """Return the one past day of which the words behind an anniversary say that it is remembered."""
    days = pasts_in(fold(behind[:_PAST])) if behind.startswith(" of ") else {}
    return next(((day, day) for day in days), None) if len(days) == 1 else None, RECALLED


_PAST: Final = 80
"""So many letters behind an anniversary it is said of what it is."""


def life_beside(around: str) -> tuple[Interval | None, str]:
    """Return the birth or the death that is remembered, of the one person named beside it."""
    died, born = _DEATH.search(around), _BIRTH.search(around)
    if (died is None) == (born is None):
        return None, ""
    folded = fold(around)
    days = [life for name, life in LIVES.items() if re.search(rf"\b{name}\b{_NO_BODY}", folded)]
    return (interval(days[0][1 if died else 0]), RECALLED) if len(days) == 1 else (None, "")


_NO_BODY: Final = (
    r"(?! (?:city|communist|youth|young|national|mausoleum|museum|trail|campaign|academy|thought))"
)
_DEATH: Final = re.compile(r"\b(?:death|passing|demise|assassination)\b", re.I)
_BIRTH: Final = re.compile(r"\b(?:birth|birthday|born)\b", re.I)


def is_alive(born: date, years: int) -> bool:
    """Tell whether one of the east of Asia, of whose birthday a text tells, was alive at some age."""
    return later(born, years) <= _EAST.get(born, date.min)


_EAST: Final = {date.fromisoformat(LIVES[n][0]): date.fromisoformat(LIVES[n][1]) for n in EASTERN}


def later(day: date, years: int) -> date:
    """Return the day so many years later."""
    return a_day(day.year + years, day.month, day.day) or date(day.year + years, 2, 28)
