"""States: from which days countries number their national days, and since when they have relations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from store.days import Interval, interval
from store.wire.gazetteer import Gazetteer
from store.wire.records import RECALLED

_SINCE: Final = """
AE 1971-12-02 AF 1919-08-19 AL 1912-11-28 AM 1991-09-21 AO 1975-11-11 AR 1816-07-09 AZ 1918-05-28
BB 1966-11-30 BD 1971-03-26 BH 1971-12-16 BI 1962-07-01 BJ 1960-08-01 BN 1984-02-23 BO 1825-08-06
BR 1822-09-07 BS 1973-07-10 BW 1966-09-30 BZ 1981-09-21 CD 1960-06-30 CF 1960-08-13 CG 1960-08-15
CI 1960-08-07 CL 1810-09-18 CM 1972-05-20 CN 1949-10-01 CO 1810-07-20 CR 1821-09-15 CU 1959-01-01
CV 1975-07-05 CY 1960-10-01 DJ 1977-06-27 DO 1844-02-27 DZ 1962-07-05 EC 1809-08-10 EE 1918-02-24
EG 1952-07-23 ER 1991-05-24 FI 1917-12-06 FJ 1970-10-10 GA 1960-08-17 GE 1918-05-26 GH 1957-03-06
GM 1965-02-18 GN 1958-10-02 GT 1821-09-15 GW 1973-09-24 GY 1966-05-26 HN 1821-09-15 HT 1804-01-01
ID 1945-08-17 IL 1948-05-14 IN 1947-08-15 IS 1944-06-17 JM 1962-08-06 JO 1946-05-25 KE 1963-12-12
KG 1991-08-31 KH 1953-11-09 KM 1975-07-06 KP 1948-09-09 KR 1948-08-15 KW 1961-02-25 KZ 1991-12-16
LA 1975-12-02 LB 1943-11-22 LK 1948-02-04 LR 1847-07-26 LS 1966-10-04 LT 1918-02-16 LV 1918-11-18
LY 1951-12-24 MA 1956-11-18 MD 1991-08-27 MG 1960-06-26 MK 1991-09-08 ML 1960-09-22 MM 1948-01-04
MR 1960-11-28 MT 1964-09-21 MU 1968-03-12 MV 1965-07-26 MW 1964-07-06 MX 1810-09-16 MY 1957-08-31
MZ 1975-06-25 NA 1990-03-21 NE 1960-08-03 NG 1960-10-01 NI 1821-09-15 OM 1970-11-18 PA 1903-11-03
PE 1821-07-28 PG 1975-09-16 PH 1898-06-12 PK 1947-08-14 PL 1918-11-11 PY 1811-05-14 RW 1962-07-01
SB 1978-07-07 SC 1976-06-29 SD 1956-01-01 SG 1965-08-09 SI 1991-06-25 SK 1993-01-01 SL 1961-04-27
SN 1960-04-04 SO 1960-07-01 SR 1975-11-25 SS 2011-07-09 ST 1975-07-12 SV 1821-09-15 SY 1946-04-17
SZ 1968-09-06 TD 1960-08-11 TG 1960-04-27 TJ 1991-09-09 TL 2002-05-20 TM 1991-09-27 TN 1956-03-20
TR 1923-10-29 TT 1962-08-31 TW 1911-10-10 TZ 1961-12-09 UA 1991-08-24 UG 1962-10-09 US 1776-07-04
UY 1825-08-25 UZ 1991-09-01 VE 1811-07-05 VN 1945-09-02 VU 1980-07-30 WS 1962-06-01 XK 2008-02-17
YE 1990-05-22 ZM 1964-10-24 ZW 1980-04-18
"""

_TIES: Final[Mapping[str, str]] = {
    "VN": """
CN 1950-01-18 RU 1950-01-30 KP 1950-01-31 CZ 1950-02-02 SK 1950-02-02 RO 1950-02-03 HU 1950-02-03
PL 1950-02-04 BG 1950-02-08 AL 1950-02-11 MN 1954-11-17 ID 1955-12-30 CU 1960-12-02 MA 1961-03-27
LA 1962-09-05 DZ 1962-10-28 EG 1963-09-01 TZ 1965-02-14 GH 1965-03-25 SY 1966-07-21 KH 1967-06-24
IQ 1968-07-10 SE 1969-01-11 SN 1969-12-29 LK 1970-07-21 CL 1971-03-25 CH 1971-10-11 DK 1971-11-25
NO 1971-11-25 IN 1972-01-07 PK 1972-11-08 AT 1972-12-01 TN 1972-12-15 FI 1973-01-25 BD 1973-02-11
AU 1973-02-26 BE 1973-03-22 IT 1973-03-23 MY 1973-03-30 NL 1973-04-09 FR 1973-04-12 SG 1973-08-01
IR 1973-08-04 CA 1973-08-21 GB 1973-09-11 JP 1973-09-21 AR 1973-10-25 LU 1973-11-15 LY 1975-03-15
GR 1975-04-15 NP 1975-05-15 MX 1975-05-19 MM 1975-05-28 MV 1975-06-18 NZ 1975-06-19 MZ 1975-06-25
PT 1975-07-01 PA 1975-08-28 DE 1975-09-23 AO 1975-11-12 KW 1976-01-10 ET 1976-02-23 NG 1976-05-25
PH 1976-07-12 TH 1976-08-06 ES 1977-05-23 TR 1978-06-07 CO 1979-01-01 NI 1979-09-03 EC 1980-01-01
JO 1980-08-09 ZW 1981-07-24 BR 1989-05-08 VE 1989-12-18 NA 1990-03-21 UZ 1992-01-17 UA 1992-01-23
BY 1992-01-24 LV 1992-02-12 EE 1992-02-20 BN 1992-02-29 LT 1992-03-18 KZ 1992-06-29 AM 1992-07-14
AZ 1992-09-23 KR 1992-12-22 QA 1993-02-08 IL 1993-07-12 AE 1993-08-01 UY 1993-08-11 ZA 1993-12-22
SI 1994-06-07 HR 1994-07-01 PE 1994-11-14 US 1995-07-12 IE 1996-04-05 SA 1999-10-21 TL 2002-07-28
""",
    "CN": """
RU 1949-10-02 BG 1949-10-04 RO 1949-10-05 CZ 1949-10-06 SK 1949-10-06 HU 1949-10-06 KP 1949-10-06
PL 1949-10-07 MN 1949-10-16 AL 1949-11-23 IN 1950-04-01 ID 1950-04-13 SE 1950-05-09 DK 1950-05-11
MM 1950-06-08 CH 1950-09-14 FI 1950-10-28 PK 1951-05-21 NO 1954-10-05 RS 1955-01-02 NP 1955-08-01
EG 1956-05-30 SY 1956-08-01 LK 1957-02-07 KH 1958-07-19 MA 1958-11-01 DZ 1958-12-20 SD 1959-01-04
GH 1960-07-05 CU 1960-09-28 LA 1961-04-25 KE 1963-12-14 TN 1964-01-10 FR 1964-01-27 TZ 1964-04-26
ZM 1964-10-29 CA 1970-10-13 IT 1970-11-06 ET 1970-11-24 CL 1970-12-15 NG 1971-02-10 KW 1971-03-22
AT 1971-05-28 TR 1971-08-04 IR 1971-08-16 BE 1971-10-25 PE 1971-11-02 IS 1971-12-08 CY 1971-12-14
MT 1972-01-31 MX 1972-02-14 AR 1972-02-19 GB 1972-03-13 NL 1972-05-18 GR 1972-06-05 JP 1972-09-29
DE 1972-10-11 MV 1972-10-14 LU 1972-11-16 AU 1972-12-21 NZ 1972-12-22 ES 1973-03-09 MY 1974-05-31
VE 1974-06-28 BR 1974-08-15 PH 1975-06-09 MZ 1975-06-25 TH 1975-07-01 BD 1975-10-04 FJ 1975-11-05
PG 1976-10-12 US 1979-01-01 PT 1979-02-08 IE 1979-06-22 EC 1980-01-02 CO 1980-02-07 ZW 1980-04-18
AO 1983-01-12 AE 1984-11-01 BO 1985-07-09 UY 1988-02-03 QA 1988-07-09 NA 1990-03-22 SA 1990-07-21
SG 1990-10-03 BN 1991-09-30 UZ 1992-01-02 KZ 1992-01-03 TJ 1992-01-04 UA 1992-01-04 KG 1992-01-05
TM 1992-01-06 BY 1992-01-20 IL 1992-01-24 KR 1992-08-24 ZA 1998-01-01 TL 2002-05-20 CR 2007-06-01
PA 2017-06-13 DO 2018-05-01 SV 2018-08-21 SB 2019-09-21 NI 2021-12-10 HN 2023-03-26
""",
    "LA": """
US 1950-07-29 TH 1950-12-19 AU 1952-01-15 JP 1955-03-05 IN 1956-02-02 KH 1956-06-15 RU 1960-10-07
KP 1974-06-24 CU 1974-11-04 SG 1974-12-02
""",
    "KH": """
US 1950-07-11 TH 1950-12-19 JP 1953-01-09 RU 1956-05-13 CU 1960-04-15 KR 1997-10-30
""",
    "CU": """
RU 1960-05-08 KP 1960-08-29 MN 1960-12-07
""",
    "JP": """
RU 1956-10-19 KR 1965-06-22
""",
    "KR": """
RU 1990-09-30
""",
    "KP": """
RU 1948-10-12
""",
}
"""Since when a country has diplomatic relations with others."""


def _read(table: str) -> dict[str, str]:
    """Return what stands in a table, by the code of a country."""
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


NATIONS: Final[Mapping[str, str]] = _read(_SINCE)
"""The days from which countries number their independence, by their codes."""

NATIONAL_DAYS: Final[Mapping[str, str]] = {**NATIONS, "BD": "1970-03-26", "IN": "1946-08-15"}
"""From when the days themselves are numbered: some countries call the day of independence the first."""


@cache
def _ties() -> Mapping[frozenset[str], date]:
    return {
        frozenset((one, other)): date.fromisoformat(day)
        for one, table in _TIES.items()
        for other, day in _read(table).items()
    }


def ties(one: str, other: str) -> date | None:
    """Return since when two countries, by their codes, have diplomatic relations; None if we do not know."""
    return _ties().get(frozenset((one, other)))


def named_state(text: str, at: int) -> tuple[int, int] | None:
    """Return where a state is named behind the words for its founding, which end at a place."""
    of = _OF_WHAT.match(text, at) or _OF_STATE.match(text, at)
    return of.span("what") if of else None


_OF_WHAT: Final = re.compile(
    r" of (?:the |its )?(?:founding|establishment|foundation|birth) of (?:the )?(?P<what>[^,.;()]{3,60})",
    re.I,
)
_OF_STATE: Final = re.compile(
    r" of (?:the )?(?P<what>(?:[A-Z][\w’'-]+ ){0,4}(?:Republic|Kingdom|PDR)"
    r"(?: of (?:the )?(?:[A-Z][\w’-]+ ?){1,2})?)"
    r"(?: \([A-Z]+\))?(?=[,.;]|$|(?:(?<= )| )(?:on|in|and|here|at|with|was|is|will)\b)"
)
"""A state itself, of whose founding it is the anniversary or birthday."""

_STATE: Final = re.compile(r"\b(?:Republic|Kingdom|PDR)\b")


def first_day(what: str, gazetteer: Gazetteer) -> tuple[Interval | None, str]:
    """Return the first day of a state that is called so."""
    for code, day in NATIONS.items() if _STATE.search(what) else ():
        country = gazetteer.countries.get(code)
        if country and any([name in what for name in (country.name, *country.aka, *country.demonyms)]):
            return interval(day), RECALLED
    return None, ""
