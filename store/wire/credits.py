"""Credits: who took a picture, in the forms in which pages print it behind a caption or alone."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

KIND: Final = (
    r"(?=[acfinpsả])(?:(?:illustrative |illustration |file |archive )?"
    r"(?:photo(?:graph|s)?|pictures?|image|ảnh|foto|fuente|source|nguồn)|courtesy|credit)"
)
_IN_BRACKETS: Final = re.compile(
    rf"\(\s*{KIND}(?: by| credit| courtesy of| provided (?:to|by)| of)?\s*[:;]?\s*"
    r"(?P<credit>[^()]{1,80}?)\s*\)\s*\.?",
    re.I,
)
_BARE: Final = re.compile(
    rf"(?:^|(?<=[\s.)]))(?:{KIND}(?: by| credit)?\s*:\s*(?P<named>[^:.()]{{2,60}})"
    r"|©\s*(?P<owner>[^©]{2,60})"
    r"|(?:[-–—] ?)?(?P<wire>[A-Z]{2,6}(?:/[A-Z]{2,6})? Photos?(?: by)?(?: [^\W\d_][\w'’-]*){0,4}))\.?\s*$",
    re.I,
)
_NAME: Final = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_BY: Final = re.compile(
    r"\(\s*(?P<credit>(?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}(?: via [A-Z]\w*)?)(?: Photo)?"
    rf"/{_NAME}(?:, (?:File|Files|Pool))?|(?:AP|AFP|EPA|Reuters|Xinhua) [Pp]hoto)\s*\)$"
)
"""(Xinhua/Rao Aimin) and (AP Photo/Jane Doe): an agency and a name behind a stroke close no other line."""

_POOL: Final = re.compile(
    r"\((?P<kind>(?:Pool|File|Handout|Courtesy) photo)\)(?:\s*\((?P<credit>[A-Z][\w ]{1,30})\))?\s*$", re.I
)
_OWNED: Final = re.compile(
    r"\((?P<credit>(?:AAP|AFP|AP|ABC(?: News)?|EPA|Reuters|Supplied|Getty Images|Facebook|Twitter)"
    rf"(?:: (?:{_NAME}(?:/[\w. ]+)?))|Supplied|Getty Images)\)\s*$"
)
"""(AAP: James Ross), (Supplied): how ABC names the owner of a picture."""

_SQUARE: Final = re.compile(
    r"[\[(](?:Photos?|Pictures?|Image)(?:/| by | provided (?:to|by) | courtesy of )"
    r"(?P<credit>[^\]\[()]{2,60})[\])]\s*$",
    re.I,
)
"""[Photo/Xinhua], (Photo provided to China Daily)."""

_STROKE: Final = re.compile(
    r"(?:^|(?<=[\s.)]))(?P<credit>"
    r"(?:REUTERS|AFP|AP|EPA|NSTP|TASS|ANTARA|POOL|[A-Z]\w+(?: [A-Z]\w+){0,3} via REUTERS)"
    rf"(?:/(?=[^\W\d_][^\W\d_A-Z]){_NAME}(?:/(?:File Photo|Files|Pool))?|(?<=via REUTERS)))\s*$"
)
"""REUTERS/Jane Doe/File Photo, Sputnik via REUTERS: behind the last sentence, without brackets."""

_PICTURED: Final = re.compile(
    r"(?:\s[-–—]+ ?|(?<=\.) ?|\s\| ?)"
    r"(?:(?P<credit>[A-Z]\w+(?: [A-Z]\w+)?) (?:file |handout )?(?:pic|pix|photo|picture)"
    r"|(?:Picture|Photo|Pic)s? by (?P<by>[^\W\d_][^:;()]{2,40}))\.?\s*$"
)
"""— Bernama pic, — Picture by Hari Anggara."""

_DATED: Final = re.compile(
    r"(?:^|(?<=[\s.)]))(?P<credit>[A-Z]{2,6}) (?:file )?photos?,? "
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.?\s*$"
)
"""CNA photo Nov. 26, 2022."""

_RIGHTS: Final = re.compile(r"[\s,.]*(?:Purchase|Acquire) Licensing Rights(?:, opens new tab)?\s*$")
_NOTE: Final = re.compile(r"Image source, ?(?P<credit>[A-Z][\w /.-]{1,50})$")
_LAST: Final = 100
"""A credit stands within so many last characters."""


class Credit(NamedTuple):
    """A credit, and where in its line it stands."""

    name: str
    start: int
    end: int


def find_credit(line: str, *, labelled: bool) -> Credit | None:
    """Return the credit of a line; one that is `labelled` as a caption may go on behind it."""
    named = _IN_BRACKETS.search(line) if "(" in line else None
    if named and (labelled or _stands_alone(line, named)):
        return Credit(named["credit"], *named.span())
    begin = max(0, len(line) - _LAST)
    rights = _RIGHTS.search(line, begin) if line.endswith(("Rights", "new tab")) else None
    stop = rights.start() if rights else len(line)
    return _at_the_end(line[begin:stop], begin, len(line))


def _at_the_end(tail: str, begin: int, end: int) -> Credit | None:
    """Return the credit that closes the last characters of a line."""
    patterns: list[re.Pattern[str]] = []
    if tail.endswith(")"):
        patterns += (_POOL, _BY, _OWNED)
    if tail.endswith((")", "]")):
        patterns.append(_SQUARE)
    if "/" in tail or tail.endswith("REUTERS"):
        patterns.append(_STROKE)
    if "pi" in tail.lower() or "hoto" in tail:
        patterns += (_PICTURED, _DATED)
    if tail.startswith("Image source"):
        patterns.append(_NOTE)
    if ":" in tail or "©" in tail or "hoto" in tail:
        patterns.append(_BARE)
    for pattern in patterns:
        if found := pattern.search(tail):
            groups = found.groupdict()
            name = next((value for value in groups.values() if value), "")
            if pattern is _POOL:
                name = groups["credit"] or groups["kind"]
            name = name.strip()
            if pattern is _BARE and name[0].islower() and " " in name:
                return None  # `in most of the pictures: she had lent her place`
            return Credit(name, begin + found.start(), end)
    return None


def _stands_alone(line: str, credit: re.Match[str]) -> bool:
    """Tell whether a line with a credit is a caption, and not a paragraph that mentions a source."""
    return credit.end() == len(line) or (credit.start() < 400 and line[credit.end() :][:1].isupper())
