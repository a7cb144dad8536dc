"""Captions: what stands under a picture, the credit for it, and the labels that pages glue to it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from store.wire.lines import Line

_LABEL: Final = re.compile(
    r"[-–—]?\s?(?<!\w)(?:hình ảnh|hinh anh|ảnh|anh minh hoa|photo)\s?\d{1,2}(?!\d)",
    re.I,
)
_KIND: Final = (
    r"(?=[acfinpsả])(?:(?:illustrative |illustration |file |archive )?"
    r"(?:photo(?:graph|s)?|pictures?|image|ảnh|foto|fuente|source|nguồn)|courtesy|credit)"
)
_KINDS: Final = (
    "photo", "photos", "photograph", "picture", "pictures", "image", "ảnh", "foto", "fuente", "source",
    "nguồn", "courtesy", "credit",
)  # fmt: skip
"""What a kind of credit ends in."""

_LONGEST_KIND: Final = 11
"""Letters of the longest of them, and the space that may stand before its colon."""

_IN_BRACKETS: Final = re.compile(rf"\(\s*{_KIND}", re.I)
_CREDIT: Final = re.compile(
    rf"\(\s*{_KIND}(?: by| credit| courtesy of| of)?\s*[:;]?\s*(?P<credit>[^()]{{1,80}}?)\s*\)\s*\.?", re.I
)
_BARE: Final = re.compile(
    rf"(?:^|(?<=[\s.)]))(?:{_KIND}(?: by| credit)?\s*:\s*(?P<named>[^:.()]{{2,60}})"
    r"|©\s*(?P<owner>[^©]{2,60})"
    r"|(?:[-–—] ?)?(?P<wire>[A-Z]{2,6}(?:/[A-Z]{2,6})? Photos?(?: by)?(?: [^\W\d_][\w'’-]*){0,4}))\.?\s*$",
    re.I,
)
_BY: Final = re.compile(
    r"\(\s*(?P<credit>(?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}(?: via [A-Z]\w*)?)(?: Photo)?"
    r"/[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}|(?:AP|AFP|EPA|Reuters|Xinhua) [Pp]hoto)\s*\)$"
)
"""(Xinhua/Rao Aimin) and (AP Photo/Jane Doe): an agency and a name behind a stroke close no other line."""

_GLUED: Final = re.compile(rf"(?i:{_KIND})\s?:\s?[A-Z]{{2,5}}(?P<rest>[A-ZÀ-Ỹ][^\W\d_]*[ ,(].*)", re.S)
"""`Photo: VNAHanoi (VNA) – ...`: a credit without brackets, and the text behind it."""

_POOL: Final = re.compile(
    r"\((?P<kind>(?:Pool|File|Handout|Courtesy) photo)\)(?:\s*\((?P<credit>[A-Z][\w ]{1,30})\))?\s*$", re.I
)
_SIDES: Final = re.compile(
    r"\((?:[LRC]|pix|pic|left|right|cent(?:re|er)|\w+, (?:left|right|from (?:left|right)))\)"
    r"|\((?:from )?(?:L|left) (?:to )?(?:R|right)\)",
    re.I,
)
_NUMBER: Final = re.compile(r"h(?:(?<=nh)|oto|oa)\s?\d")
_LARGE_NUMBER: Final = re.compile(r"H(?:(?<=NH)|OTO|OA)\s?\d")
"""What every label has: looked for first, because what begins with one letter is found fast."""

_TITLE: Final = 320
"""A label stands within so many characters, behind the page's title."""

_ENDS: Final = (".", "!", "?", "”", '"')
_TITLED: Final = ("(pix)", "(pic)")
"""What Bernama sets behind a title to say that the text has pictures."""


class Caption(NamedTuple):
    """A caption as a page prints it, taken apart."""

    text: str
    credit: str | None
    title: str = ""
    """The page's title, where it stood glued before the label."""
    label: str = ""
    """`ảnh 1` and the like."""
    rest: str = ""
    """What stood glued behind the credit."""


def read_caption(line: str, headline: str | None) -> Caption | None:
    """Return the caption that a line holds, or None; `headline` is that of the page, if it is known yet."""
    numbered = _NUMBER.search(line) or _LARGE_NUMBER.search(line)
    if not (numbered or "(" in line or "©" in line or ":" in line or "Photo" in line):
        return None
    label = _label(line, headline) if numbered else None
    if not headline and line.endswith(_TITLED):
        return None
    if label:
        body, title, mark = line[label.end() :], line[: label.start()].strip(" -–—"), label[0].strip(" -–—")
        return _credited(body, title, mark) or Caption(_bare(body), None, title, mark)
    if found := _credited(line):
        return found
    sides = "(" in line and len(line) < 240 and _SIDES.search(line) and not line.endswith(_ENDS)
    return Caption(_bare(line), None) if sides else None


def _credited(body: str, title: str = "", mark: str = "") -> Caption | None:
    """Return the caption that a credit tells, behind the page's title and its label or without them."""
    credit = _CREDIT.search(body) if "(" in body else None
    if credit and (mark or _stands_alone(body, credit)):
        text, rest = _bare(body[: credit.start()]), body[credit.end() :].strip()
        return Caption(text, credit["credit"], title, mark, rest)
    end = body[-100:]
    if end.endswith(")"):
        if pool := _POOL.search(end):
            return Caption(
                _bare(body[: len(body) - len(pool[0])]), pool["credit"] or pool["kind"], title, mark
            )
        if by := _BY.search(end):
            return Caption(_bare(body[: len(body) - len(by[0])]), by["credit"], title, mark)
    if (":" in end or "©" in end or "hoto" in end) and (bare := _BARE.search(end)):
        name = (bare["named"] or bare["owner"] or bare["wire"]).strip()
        if name[0].islower() and " " in name:
            return None  # `in most of the pictures: she had lent her place`
        return Caption(_bare(body[: len(body) - len(bare[0])]), name, title, mark)
    return None


def unglued(lines: list[Line]) -> list[Line]:
    """Give what stood glued behind the credit of a caption, a dateline mostly, a line of its own."""
    parted: list[Line] = []
    for line in lines:
        marked = "(" in line.text or ":" in line.text
        caption = read_caption(line.text, None) if marked and _may_credit(line.text) else None
        if caption and (rest := caption.rest or _behind_bare_credit(line.text)):
            parted.append(Line(line.text.removesuffix(rest).rstrip(), line.gap))
            parted.append(Line(rest, True))
        else:
            parted.append(line)
    return parted


def _may_credit(line: str) -> bool:
    """Tell whether a line may print what kind of credit it is, in brackets or before a colon."""
    if "(" in line and _IN_BRACKETS.search(line):
        return True
    if ":" not in line:
        return False
    before = line.split(":")[:-1]
    return any([text[-_LONGEST_KIND:].rstrip().lower().endswith(_KINDS) for text in before])


def _behind_bare_credit(line: str) -> str:
    """Return what follows the capitals of a credit without brackets, `VNAHanoi (VNA) – ...`; else nothing."""
    found = _GLUED.search(line, 0, 500) if _CAPITALS.search(line, 0, 500) else None
    return line[found.start("rest") :] if found else ""


_CAPITALS: Final = re.compile(r":\s?[A-Z]{2,5}[A-ZÀ-Ỹ][^\W\d_]*[ ,(]")
"""What stands in the midst of it: looked for first, because it is found fast."""


def _label(line: str, headline: str | None) -> re.Match[str] | None:
    """Return the label that a page sets before a caption; `photo 1` only behind the page's own title."""
    match = _LABEL.search(line, 0, _TITLE)
    if match is None or "photo" not in match[0].casefold():
        return match
    title = line[: match.start()].strip(" -–—").casefold()
    return match if headline and title == headline.casefold() else None


def _stands_alone(line: str, credit: re.Match[str]) -> bool:
    """Tell whether a line with a credit is a caption, and not a paragraph that mentions a source."""
    return credit.end() == len(line) or (credit.start() < 400 and line[credit.end() :][:1].isupper())


def _bare(text: str) -> str:
    return text.strip(" -–—:")
