"""Forms: in which agencies print a dateline, and which of them a line may have by its marks."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from store.pieces import has_digit
from store.wire.printed import DAY, WEEKDAY

_WORD: Final = r"[^\W\d_][\w.'’]*+(?:-[^\W\d_][\w'’]*+)*"
"""Its letters are never given back: no form goes on with one, and trying takes most of the time."""

_PLACE: Final = rf"(?P<place>{_WORD}(?: {_WORD}){{0,4}}?)"
_COUNTRY: Final = (
    rf"(?:, ?(?P<beside>{_WORD}(?: {_WORD}){{0,3}}?)"
    rf"| ?(?:\((?P<within>[^()]{{2,30}})\) ?)?\[(?P<bracketed>[^\]\[]{{2,30}})\])?"
)
_WHEN: Final = (
    rf"(?P<day>(?=[\djfmasondtw])(?:{WEEKDAY},? )?{DAY}(?:,? \d{{1,2}}[:.]\d\d)?"
    r"(?: ?(?:UTC|GMT)(?:[+-]\d{1,2})?)?)"
)
_NUMBERS: Final = r"\d\d?[./]\d\d?[./]\d{4}"
_HIJRI: Final = rf"(?:, {_WORD}(?:[ -]{_WORD}){{0,2}} \d{{1,2}}, 14\d\d(?: ?A?H)?)?"
"""The day of the other calendar, which SPA prints first."""

_NAME: Final = r" ?(?P<agency>[^()]{2,60}?)"
_AGENCY: Final = rf"\({_NAME} ?\)"
_DASH: Final = r"(?:--|[-–—:])"
_STROKE: Final = rf"(?:\.? ?{_DASH})"
"""Behind an agency in brackets: EFE prints `Madrid (EFE).- `."""

KNOWN: Final = "known"
ANY: Final = "any"
CAPITALS: Final = "capitals"
CITY: Final = "city"

_FORMS: Final = tuple(
    (name, trust, first, marks, re.compile(pattern, re.I))
    for name, trust, first, marks, pattern in (
        ("agency place, day", KNOWN, ",", "7", rf"(?P<agency>{_WORD}) {_PLACE}, {_WHEN} ?{_DASH}?"),
        (
            "place, day (agency)", ANY, ",[7", "(7",
            rf"{_PLACE}{_COUNTRY},? {_WHEN}[,.]? ?{_AGENCY} ?{_STROKE}{{0,2}}",
        ),
        (
            "place (land), day (agency)", ANY, "([", "(7",
            rf"{_PLACE} ?\((?P<land>{_WORD}(?: {_WORD}){{0,2}})\), {_WHEN}[,.]? ?{_AGENCY} ?{_STROKE}{{0,2}}",
        ),
        (
            "place (agency - day)", ANY, ",([", "8",
            rf"{_PLACE}{_COUNTRY},? ?\({_NAME} ?[-–,] ?{_WHEN} ?\) ?{_DASH}?",
        ),
        (
            "place, day. /agency/", ANY, ",[7", "/7",
            rf"{_PLACE}{_COUNTRY},? {_WHEN}[.,]? ?/{_NAME} ?/\.? ?{_DASH}?",
        ),
        (
            "place (region), day, agency", KNOWN, "(", "(7,",
            rf"{_PLACE} \((?P<land>[^()]{{2,24}})\), {_WHEN}[,.]? (?P<agency>{_WORD}) ?{_DASH}",
        ),
        (
            "place, day agency", KNOWN, ",[", ",7",
            rf"{_PLACE}{_COUNTRY}{_HIJRI}, {_WHEN}[,.]? (?P<agency>{_WORD})(?: ?{_DASH}|$|(?<=\.)(?= ))",
        ),
        (
            "agency, place dash", KNOWN, ",", ",-",
            rf"(?P<agency>{_WORD}(?: {_WORD})?), {_PLACE} ?{_DASH}(?= )",
        ),
        ("agency / place", KNOWN, "/", "/", rf"(?P<agency>{_WORD}) ?/ ?{_PLACE}$"),
        ("place (agency), day dash", KNOWN, ",(", "(7-", rf"{_PLACE} ?{_AGENCY}, ?{_WHEN} ?{_DASH}"),
        (
            "place (agency) - day -", KNOWN, ",([", "(7-",
            rf"{_PLACE}{_COUNTRY},? ?{_AGENCY} ?[-–—] ?(?P<day>{_NUMBERS}|{DAY}) ?[-–—]",
        ),
        ("place dash (agency)", KNOWN, ",[-", "(-", rf"{_PLACE}{_COUNTRY} ?{_DASH} ?{_AGENCY} ?{_DASH}?"),
        (
            "place, day - (agency)", KNOWN, ",[", "(7-",
            rf"{_PLACE}{_COUNTRY}, {_WHEN} ?{_DASH} ?{_AGENCY} ?{_DASH}?",
        ),
        (
            "(agency) - place, day", KNOWN, "^", "7-",
            rf"{_AGENCY} ?[-–—] ?{_PLACE}{_COUNTRY}, {_WHEN} ?{_DASH}",
        ),
        ("place /agency/", KNOWN, "/", "/", rf"{_PLACE} ?/{_NAME} ?/\.? ?{_DASH}?"),
        (
            "place (day) agency", KNOWN, ",([", "8-",
            rf"{_PLACE}{_COUNTRY},? ?\({_WHEN}\) (?P<agency>{_WORD}) ?{_DASH}(?= )",
        ),
        ("place (day)", ANY, ",([", "8-", rf"{_PLACE}{_COUNTRY},? ?\({_WHEN}\) ?{_DASH}"),
        ("place (agency) dash", ANY, ",([", "(-", rf"{_PLACE}{_COUNTRY},? ?{_AGENCY} ?{_STROKE}"),
        ("place (agency)", KNOWN, ",([", "(", rf"{_PLACE}{_COUNTRY},? ?{_AGENCY}(?= |$)"),
        ("(agency)", KNOWN, "^", "", rf"{_AGENCY} ?{_STROKE}?"),
        ("place, agency dash", KNOWN, ",[", ",-", rf"{_PLACE}{_COUNTRY}, ?(?P<agency>{_WORD}) ?{_DASH}(?= )"),
        (
            "country, day - place dash", ANY, ",", "7-",
            rf"{_WORD}(?: {_WORD})?, {_WHEN} ?[-–—] ?{_PLACE} ?(?:--|[–—])(?= )",
        ),
        ("day, place colon", ANY, ",7", "7-", rf"{_WHEN}, {_PLACE} ?:(?= )"),
        (
            "place, day dash", ANY, ",([", ",7",
            rf"{_PLACE}(?:{_COUNTRY}| ?\((?P<land>{_WORD}(?: {_WORD})?)\)), {_WHEN}\.? ?(?:{_DASH}|$)",
        ),
        ("agency dash", KNOWN, "/-", "-", rf"(?P<agency>{_WORD}(?:[ /]{_WORD}){{0,3}}?) ?{_DASH}(?= )"),
        ("PLACE dash", CAPITALS, ",[-", "-P", rf"{_PLACE}{_COUNTRY}(?: ?(?:--|—)| –| ?-(?= )|:)(?= |$)"),
        ("PLACE, COUNTRY, day.", CAPITALS, ",[", ",7", rf"{_PLACE}{_COUNTRY}, {_WHEN}\.(?= )"),
        ("City dash", CITY, "-", "-", rf"{_PLACE} [-–](?= )"),
        ("City, Land dash", CITY, ",", ",-", rf"{_PLACE}, (?P<land>{_WORD}(?: {_WORD}){{0,2}}?) [-–—](?= )"),
        (
            "PLACE. AGENCY", KNOWN, "", ".",
            rf"{_PLACE}\.?(?<=\.)(?: {_WHEN}\.)? (?P<agency>{_WORD})"
            r"(?: ?[-–—/](?!\w)|(?<=\.)(?= )|(?-i:(?<=[A-Z]{5}))(?= )|$)",
        ),
        ("place: AGENCY dash", KNOWN, "-", "-", rf"{_PLACE}: ?(?P<agency>{_WORD}) ?[-–—](?= )"),
        ("City colon", CITY, "", ".", rf"{_PLACE}(?::|(?<=\.)|$)(?= |$)"),
    )
)  # fmt: skip
"""What each form is called, what must be so of its names, its first mark, the others it needs, its look.

A 7 stands for any digit: as the first mark, for one before all marks; an 8 for a digit inside brackets. A
hyphen stands for any dash or colon, ^ for a bracket that opens the line, [ for one with such another behind
it, P for a long dash or a head that goes on in no small letter, and a stop for itself or a colon that is the
first mark. The first form that fits counts.
"""

_DIGIT: Final = re.compile(r"\d")
_MARK: Final = re.compile(r"[,(/\[–—:-](?:(?<!-)|(?<= -)|(?<=-)(?=[- ]))")
"""Behind the first words of every form, but of a mere city, stands one of these: no hyphen inside a word."""

_FEW_SPACES: Final = 6
"""So many there are at most before it, between the words of an agency and a place."""

_SPACES_OF_A_CITY: Final = 4
"""So many before its stop, or in a line with nothing but its name."""

_MOST_SPACES: Final = 16
"""So many where a day is among them."""

_UNDATED: Final = "-/("
"""Behind one of these as the first mark no form has a day that is not before it, but for one that is rare."""

Forms = tuple[tuple[str, re.Pattern[str]], ...]

_UNMARKED: Final[Forms] = tuple([(trust, pattern) for _, trust, first, _, pattern in _FORMS if not first])


@cache
def _forms(first: str, dated: bool, *marks: str) -> Forms:
    """Return the forms that begin with a mark, or a day, and need no other marks than these."""
    begun = {first, "7" if dated else first}
    return tuple(
        [
            (trust, pattern)
            for _, trust, firsts, needed, pattern in _FORMS
            if (not firsts or not begun.isdisjoint(firsts)) and set(needed) <= set(marks)
        ]
    )


def possible(head: str) -> Forms:
    """Return the forms whose marks a line has, the first of them near: most lines have none, soon told."""
    mark = _MARK.search(head)
    before = mark.start() if mark else len(head)
    spaces = head.count(" ", 0, before) - head.startswith(" -", before - 1)
    dated = spaces <= _MOST_SPACES and _DIGIT.search(head, 0, before) is not None
    if mark is None or spaces > (_MOST_SPACES if dated else _FEW_SPACES):
        stop = head.find(".")
        near = head.count(" ") if stop < 0 else head.count(" ", 0, stop)
        return _UNMARKED if near <= _SPACES_OF_A_CITY else ()
    first = mark[0]
    if first == "(":
        first = "^" if not before else "[" if "[" in head else first
    elif first in "–—:":
        first = "-"
    opened = head.find("(")
    return _forms(
        first,
        dated,
        "7" if dated or first in _UNDATED or has_digit(head) else "",
        "-" if first == "-" or "-" in head or "–" in head or ":" in head or "—" in head else "",
        "(" if opened >= 0 else "",
        "8" if opened >= 0 and (first == "[" or has_digit(head[opened : head.find(")", opened)])) else "",
        "," if first == "," or "," in head else "",
        "/" if "/" in head else "",
        "." if "." in head or mark[0] == ":" else "",
        "P" if "—" in head or not head[1:2].islower() else "",
    )
