"""Captions: what stands under a picture, the credit for it, and the labels that pages glue to it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from store.wire.credits import KIND, find_credit
from store.wire.lines import Line

_LABEL: Final = re.compile(
    r"[-–—]?\s?(?<!\w)(?:hình ảnh|hinh anh|ảnh|anh minh hoa|photo)\s?\d{1,2}(?!\d)",
    re.I,
)
_KINDS: Final = (
    "photo", "photos", "photograph", "picture", "pictures", "image", "ảnh", "foto", "fuente", "source",
    "nguồn", "courtesy", "credit",
)  # fmt: skip
"""What a kind of credit ends in."""

_LONGEST_KIND: Final = 11
"""Letters of the longest of them, and the space that may stand before its colon."""

_IN_BRACKETS: Final = re.compile(rf"\(\s*{KIND}", re.I)
_GLUED: Final = re.compile(
    rf"(?i:{KIND})\s?:\s?[A-Z]{{2,5}}(?P<rest>[A-ZÀ-Ỹ](?:(?=[^\W\d_A-Z])|(?=[A-Z]+ ?[,(]))[^\W\d_]*[ ,(].*)",
    re.S,
)
"""`Photo: VNAHanoi (VNA) – ...`: a credit without brackets, and the text behind it."""

_SIDES: Final = re.compile(
    r"\((?:[LRC]|pix|pic|left|right|cent(?:re|er)|\w+, (?:left|right|from (?:left|right)))\)"
    r"|\((?:from )?(?:L|left) (?:to )?(?:R|right)\)",
    re.I,
)
_NAMED: Final = re.compile(
    r"(?:(?:PHOTO|Photo|CAPTION|Caption|Image caption|Photo caption|IMAGE)\s*[:,])\s*(?=[A-Z])"
)
"""What some pages set before a caption."""

_FEW: Final = 4
"""So many spaces has a caption behind it; a mere credit has fewer."""

_COUNTER: Final = re.compile(r"\[?\d{1,2}(?:/| of )\d{1,2}(?:\]| \|)?\s*(?=[A-Z])")
"""The number of a picture among others: `[1/3]`, `2 of 5 |`."""

_POSING: Final = re.compile(
    r"[A-Z][^.;:]{2,90} (?:shakes? hands with|poses? for (?:a |the )?(?:group |souvenir )?(?:photo|picture)s?"
    r"|posing for)\b"
    r"|(?:An? |The )?(?:[Oo]verview|[Gg]eneral view|[Pp]anorama|[Ss]cene) (?:of|at) (?:the|a)\b"
    r"|At the (?:meeting|event|reception|(?:signing )?ceremony|conference|congress|talks|workshop|session)$"
    r"|(?:Delegates|Participants|Guests) (?:at|attending|pose at|posing at) the [^.;:]{3,80}$"
)
"""How a caption without any other sign begins, below the title of its page."""

_LONGEST: Final = 240
_LAST: Final = 100
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
    label = _label(line, headline) if numbered else None
    if label:
        body, title, mark = line[label.end() :], line[: label.start()].strip(" -–—"), label[0].strip(" -–—")
        return _credited(body, _once(title), mark) or Caption(_bare(body), None, _once(title), mark)
    if not headline and line.endswith(_TITLED):
        return None
    if (named := _NAMED.match(line) if line[:1] in "PCI" else None) and line.count(" ", named.end()) >= _FEW:
        body, mark = line[named.end() :], named[0].strip()
        return _credited(body, "", mark) or Caption(_bare(body), None, "", mark)
    if found := _credited(line) if _may_be_credited(line) else None:
        return found
    return Caption(_bare(line), None) if _tells_of_a_picture(line, headline) else None


def _may_be_credited(line: str) -> bool:
    """Tell whether a line has one of the marks without which no credit is printed."""
    if "(" in line or "©" in line or ":" in line or "]" in line or line.startswith("Image source"):
        return True
    end = line[-_LAST:]
    return (
        "/" in end or "REUTERS" in end or "hoto" in end or "icture" in end or " pic" in end or " PIC" in end
    )


def _once(title: str) -> str:
    """Return a title that a page glues to itself just once."""
    half = title[: len(title) // 2]
    return half if half and title == f"{half} {half}" else title


def _tells_of_a_picture(line: str, headline: str | None) -> bool:
    """Tell whether a line without a credit describes a picture: who stands where, or what nobody reports."""
    if len(line) > _LONGEST or line.endswith(_ENDS):
        return False
    if "(" in line and _SIDES.search(line):
        return True
    return headline is not None and line.count(" ") > 1 and _POSING.match(line) is not None


def _credited(body: str, title: str = "", mark: str = "") -> Caption | None:
    """Return the caption that a credit tells, behind the page's title and its label or without them."""
    credit = find_credit(body, labelled=bool(mark))
    if credit is None:
        return None
    text = body[: credit.start]
    counted = _COUNTER.match(text)
    if counted:
        text, mark = text[counted.end() :], mark or counted[0].strip()
    return Caption(_bare(text), credit.name, title, mark, body[credit.end :].strip())


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


def _bare(text: str) -> str:
    return text.strip(" -–—:")
