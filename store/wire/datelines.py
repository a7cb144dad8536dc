"""Datelines: the place, day and agency at the head of a wire text, in the forms that agencies use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Final, NamedTuple

from store.fold import fold
from store.wire.forms import CAPITALS, CITY, KNOWN, possible
from store.wire.printed import MONTH, WEEKDAY
from store.wire.records import Agency
from store.wire.stamps import signed_day

_DIGIT: Final = re.compile(r"\d")
_SEVERAL: Final = re.compile(r" ?[/,;|] ?| - ")
"""What stands between the names of two agencies."""

_STOPPED: Final = re.compile(r"(?<=[^\W\d_]{4})\.$")
"""`MOSCOW.` before a day: the stop is none of the name, as it is of `Washington, D.C.`"""

_REACH: Final = 160
"""A dateline stands within so many characters."""

_PARAGRAPH: Final = 110
"""A line of more characters is no headline."""

_PARTICLES: Final = frozenset({
    "de", "da", "do", "dos", "del", "di", "of", "the", "and", "la", "le", "el", "al", "am", "an", "y", "sur",
    "los", "las", "upon", "es", "en",
})  # fmt: skip
_NO_PLACE: Final = frozenset({
    "the", "a", "an", "party", "communist", "people's", "president", "prime", "minister", "chairman",
    "secretary", "general", "leader", "mr", "mrs", "ms", "dr", "he", "she", "it", "they", "this", "these",
    "national", "central", "committee", "delegation", "government", "photo", "source", "update", "breaking",
    "exclusive", "editorial", "opinion", "comment", "analysis", "note", "video", "watch", "live", "read",
    "by", "from", "file", "newspaper", "section", "writer", "published", "tags", "category", "topics",
})  # fmt: skip
_WITH_ARTICLE: Final = frozenset({
    "hague", "valley", "vatican", "gambia", "bahamas", "bronx", "bottom", "settlement", "woodlands", "dalles",
})  # fmt: skip
"""Places before whose names `The` belongs to them."""

_MEDIA: Final = frozenset({
    "Tribune", "Times", "News", "Post", "Daily", "Herald", "Agency", "Press", "Radio", "Gazette", "Today",
})  # fmt: skip
"""Last words of the names of papers and agencies, which some print where others print the place."""

_CALENDAR: Final = re.compile(rf"(?:{WEEKDAY}|{MONTH})$", re.I)
_NO_AGENCY: Final = frozenset({
    "l", "r", "c", "left", "right", "centre", "center", "pix", "file", "photo", "photos", "source",
    "illustration", "front", "updated", "update", "exclusive", "breaking", "opinion",
})  # fmt: skip


class Found(NamedTuple):
    """A dateline at the head of a line."""

    place: str | None
    agency: str | None
    """Its short name if it is known, else as printed."""
    day: str | None
    """As printed."""
    end: int
    """Where the text after it begins."""
    beside: str | None = None
    """What stands behind the place, mostly its country: `KIBAHA, Tanzania`."""


_OWNED: Final = ("©", "opyright", "OPYRIGHT", "website contains only")
_BYLINE: Final = 48
"""No line is longer that says which agency wrote the text."""

_NEWSROOM: Final = ("Redazione ANSA",)
"""How ANSA signs above a text."""

_NAMES: Final = 4
_TOLD: Final = re.compile(
    r" (?:told|statement to) (?:the )?(?P<name>(?:tele)?[A-Z][\w’']+(?: [A-Z]\w+){0,2})"
)
_REPORTS: Final = re.compile(
    r", (?P<name>[A-Z]\w+(?: [A-Z]\w+)?)(?: [Aa]gency)?"
    r" (?:report(?:s|ed)|(?:has )?learn(?:ed|t))\b(?! (?:that|on|to)\b)"
    r"|\ban? (?P<own>[A-Z]\w+) (?:correspondent|reporter) (?:said|report)"
)
"""How an agency names itself in its own text: `, Trend reports.`, `a TASS correspondent reported`."""

_CAPITALISED: Final = re.compile(r"(?!COPYRIGHT|Copyright|The )[A-Z]\w+(?: [A-Z]\w+){0,2}")


class Wires:
    """The agencies by the names they sign with."""

    def __init__(self, agencies: Sequence[Agency], cities: Set[str] = frozenset()) -> None:
        self.cities = cities
        """Their folded names: what may stand before a mere colon or stop."""
        self._short: Mapping[str, str] = MappingProxyType(
            {fold(name): a.short for a in agencies for name in (*a.aka, a.name, a.short)}
        )

    def short(self, name: str) -> str | None:
        """Return the short name of the first agency that a signature such as `NDO/VNA` names."""
        folded = fold(name.strip(" .,"))
        if folded in self._short or len(name) > _REACH:
            return self._short.get(folded)
        return next((self._short[p] for p in _SEVERAL.split(folded) if p in self._short), None)

    def byline(self, line: str) -> str | None:
        """Return the agency in a line such as `By The Associated Press`, `Reuters Staff`, `Sok Dara / KT`."""
        if line.endswith((" staff", " Staff")) and len(line) < _BYLINE and self.short(line[:-6]):
            return line[:-6]
        if line.startswith(_NEWSROOM) and len(line) < _BYLINE:
            return line.split()[1]
        name = line[3:] if line[:3] in ("By ", "by ") and len(line) < _BYLINE else ""
        if " / " in line and len(line) < _BYLINE:
            writer, _, name = line.partition(" / ")
            name = (
                name if writer.count(" ") < _NAMES and all([w[0].isupper() for w in writer.split()]) else ""
            )
        name = name.removeprefix("the ").removeprefix("The ")
        return name if name and self.short(name) else None

    def told(self, texts: Iterable[str]) -> str | None:
        """Return the first agency that reports what is printed, or was told it: a text says so of its own."""
        found: list[str] = []
        for text in texts:
            if " told " in text or " statement to " in text:
                found += [told["name"] for told in _TOLD.finditer(text)]
            if " report" in text or " learn" in text:
                found += [told["name"] or told["own"] for told in _REPORTS.finditer(text)]
        return self._first(found)

    def owner(self, tail: Iterable[str]) -> str | None:
        """Return the agency that a copyright line below a text names, or one that tells of its own site."""
        lines = [text for text in tail if any([mark in text for mark in _OWNED])]
        return self._first([run[0] for text in lines for run in _CAPITALISED.finditer(text)])

    def named_in(self, line: str) -> str | None:
        """Return the first agency whose name of several words a line prints."""
        return self._first(run[0] for run in _CAPITALISED.finditer(line.removeprefix("By ")) if " " in run[0])

    def _first(self, runs: Iterable[str]) -> str | None:
        """Return the first agency with whose name some capitalised words begin."""
        for run in runs:
            named = run.split()
            for count in range(len(named), 0, -1):
                if short := self._short.get(fold(" ".join(named[:count]))):
                    return short
        return None


def undated(signature: str) -> str:
    """Return a signature without the day behind it: `MAP 30 October 2021`."""
    signed = signed_day(signature) if _DIGIT.search(signature) else None
    return signed[0] if signed else signature


_STAMPED: Final = re.compile(r"(?:(?P<day>\d\d? de [a-z]+ de \d{4}), )?\d\d?:\d\d(?: \|)? (?=[A-Z])")
"""The clock that Andina and Prensa Latina set before a dateline: `11:20 | Lima, Jul. 19 (ANDINA).-`."""


def read_dateline(line: str, known: Wires) -> Found | None:
    """Return the dateline that a line begins with."""
    head = line[:_REACH]
    first = head[:1]
    if first.isdigit() and (stamp := _STAMPED.match(head)):
        found = read_dateline(line[stamp.end() :], known)
        day = (stamp["day"] or found.day) if found else None
        return found._replace(day=day, end=found.end + stamp.end()) if found else None
    if not (first.isupper() or first == "(" or first.isdigit()):
        return None
    for trust, pattern in possible(head):
        match = pattern.match(head)
        if match and (found := _found(match, trust, known)) and _goes_on(line, found.end):
            return found
    return None


def _goes_on(line: str, end: int) -> bool:
    """Tell whether what follows a dateline is a beginning, not the rest of a sentence."""
    rest = line[end:].lstrip()
    return not rest or not rest[0].islower()


def _found(match: re.Match[str], trust: str, known: Wires) -> Found | None:
    groups = match.groupdict()
    place, printed = groups.get("place"), groups.get("agency")
    short = known.short(printed) if printed else None
    if trust == KNOWN and short is None:
        return None
    if trust == CITY:
        place = place.rstrip(".") if place and _is_city(match, known) else None
        if place is None:
            return None
    place = _STOPPED.sub("", place) if place and place.endswith(".") else place or None
    if place is not None and not _is_place(place, sure=short is not None or bool(groups.get("day"))):
        return None
    if trust == CAPITALS and not (place and _is_in_capitals(place, match[0], known)):
        return None
    if place and not printed and place.split()[-1] in _MEDIA:
        printed, short, place = place, known.short(place), None
    agency = short or (_unknown_agency(printed) if printed else None)
    if printed and agency is None:
        return None
    end = len(match.string) - len(match.string[match.end() :].lstrip(" "))
    behind = [name for key in ("beside", "within", "bracketed", "land") if (name := groups.get(key))]
    beside = ", ".join(behind) or None
    return Found(place, agency, groups.get("day"), end, beside)


def _is_in_capitals(place: str, printed: str, known: Wires) -> bool:
    """Tell whether a place is set so that it needs no agency; `ASTANA. KAZINFORM` is more than a place."""
    if _STOP_WITHIN.search(place):
        return False
    if printed.rstrip().endswith(":") and len(place) < _LETTERS and fold(place) not in known.cities:
        return False  # a party whose news it is: `PJD: NAME Elected Leader`
    return place.isupper() or (printed.endswith("—") and len(place) < 20)


_LETTERS: Final = 6
"""Fewer letters before a colon are those of a body, unless a town is known by them."""

_STOP_WITHIN: Final = re.compile(r"[^\W\d_]{5}\. ")
"""No such stop belongs to a name, as those of `ST. LOUIS` and `PORT ST. LUCIE` do."""

_FIRST_WORD: Final = re.compile(r" *[^\W\d_]+")
"""A second town behind the dash makes a pair of them: `Hanoi - Vientiane flights`."""


def _is_city(match: re.Match[str], known: Wires) -> bool:
    """Tell whether `Bhubaneswar:`, `Jakarta.`, `Luanda -` or `ANKARA` alone begins a text there."""
    place = match["place"].rstrip(".")
    alone = match.end() == len(match.string)
    dash = match[0][-1] in "-–—" and (len(match.string) > _PARAGRAPH or match.string.endswith("."))
    other = _FIRST_WORD.match(match.string, match.end()) if dash else None
    if other and fold(other[0]) in known.cities:
        return False
    if fold(match.groupdict().get("land") or "") in known.cities:
        return False  # two towns: `Hanoi, Vientiane - `
    marked = match[0][-1] in ":." or dash or (alone and place.isupper())
    return marked and (not alone or place.isupper()) and fold(place) in known.cities


def _is_place(place: str, sure: bool) -> bool:
    words = place.split()
    if words[0].casefold() == "the" and place[4:].casefold() in _WITH_ARTICLE:
        return True
    for at, word in enumerate(words):
        if (at == 0 or not sure) and word.casefold() in _NO_PLACE:
            return False
        if (not word[0].isupper() and word not in _PARTICLES) or _CALENDAR.match(word):
            return False
    return sure or (len(words) <= 4 and _DIGIT.search(place) is None)


def _unknown_agency(printed: str) -> str | None:
    """Return the name of an agency that is not known, if it looks like one."""
    name = _SEVERAL.split(printed)[0].strip()
    words = name.split()
    named = bool(words) and words[0][0].isupper() and all([w[0].isupper() or w in _PARTICLES for w in words])
    plausible = named and len(words) <= 4 and fold(name) not in _NO_AGENCY
    return name if plausible and not any(c.isdigit() for c in name) else None
