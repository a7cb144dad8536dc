"""Furniture: what a page prints around its text: page dates and tails."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from store.pieces import has_digit
from store.wire.printed import DAY, WEEKDAY, may_print_a_day
from store.wire.sections import names_section
from store.wire.stamps import in_english
from store.wire.tokens import word_set

_TEASER: Final = re.compile(
    r"(?:Politics|World|Business|Society|Culture|Sports?|National|International|ASEAN|Videos?|Economy|Environment|"
    r"Sci-Tech|Travel|Opinion|Destinations|Law) (?P<title>[A-ZÀ-Ỹ]\S* (?:\S+ ){3,})"
)
_NO_TEASER: Final = re.compile(
    r"(?:World|National|International|Business|Society|Law|Sports?) (?:Bank|Cup|Health|Trade|War|Assembly|"
    r"Congress|Conference|Party|Forum|Union|Front|Council|Committee|Economic|Food|Court|Association)\b"
)

_TAIL_LINE: Final = frozenset({
    "see more", "related", "related news", "related stories", "related articles", "related article",
    "related topics", "latest", "latest news", "recent stories", "read more", "read also", "more",
    "more news", "more stories", "more from this section", "most read", "most popular", "most viewed",
    "you may also like", "you might also like", "recommended", "post a comment", "leave a comment",
    "leave a reply", "comments", "comment", "share", "share this", "share this article", "tags", "print",
    "email", "send email", "other news", "others", "same category", "top news", "trending", "newsletter",
    "advertisement", "tin liên quan", "xem thêm", "tin mới", "back to top", "next", "previous",
    "photo credits", "leave comment", "image credit", "view comments", "view comment", "post comment",
    "related posts", "related links", "related content", "see also", "read next", "up next", "don't miss",
    "editor's picks", "editors' picks", "in other news", "what to read next", "more from", "sponsored",
    "related contents", "more on this story", "also read", "also in this section", "trending now", "popular",
})  # fmt: skip
_BULLETS: Final = " :.»>▪•*-"
"""What a page prints around them."""

_TITLE: Final = 40
"""All of them are shorter."""

_TAIL_START: Final = re.compile(
    r"\[?copyright\b|\(c\) .{0,60}\ball rights reserved"
    r"|(?:past )?related (?:articles?|news|stories|topics|content)s?\s*:|read (?:more|also)\s*:|also read\s*:"
    r"|mời quý|recent stories\b.{0,40}$|latest news\b.{0,30}$|post a comment\b|leave a (?:comment|reply)\b"
    r"|tags?\s*:|keywords?\s*:|©\s*(?:copyright\b|(?:19|20)\d\d)|\(c\) (?:19|20)\d\d"
    r"|all rights reserved|follow (?:ap|the ap|cp|dpa)\b.{0,60}$|follow us\b|follow \w+ on\b"
    r"|subscribe\b.{0,60}$|sign up\b.{0,60}$|download the\b.{0,60} app"
    r"|please enter your (?:comment|name)\b|sorry,? (?:we are not|comments are)\b"
    r"|your email address will not\b"
    r"|required fields are\b|[\w ]{3,40} website contains only\b"
    r"|join .{0,40}\b(?:telegram|whatsapp) channel\b|this news has been read\b"
    r"|(?:https?://|www\.)\S+(?: \([^()]{0,30}\))?$|people['’]s daily online\b.{0,60}$|more from \w.{0,30}$"
    r"|associated press(?: \w+)? (?:writer|reporter|journalist|correspondent)s?\b.{3,90} contributed\b"
    r"|\S+@\S+\.\w+$|click here\b|\(?web editor\b|editor\s*:|translator\s*:|views\s*:|print this\b|share on\b"
    r"|\(?(?:(?:additional )?reporting|writing|editing|compiled|edited|translated|translation) by\b",
    re.I,
)

_TAIL_FIRST: Final = word_set(
    "[co ass cop (c) pas rel rea als mời rec lat pos lea tag key all fol sub sig dow ple sor you req joi thi "
    "htt www peo mor cli (we web edi tra vie pri sha (re (ad (wr (ed (co (tr rep add wri com"
)
"""The first letters of each of them, but for ©, an address and a site: hardly any other line has them."""

_REACH: Final = 64
"""A site is told of within so many letters."""

_WHEN: Final = re.compile(
    rf"(?=[\djfmasondtw])(?:{WEEKDAY}[,.]?\s*(?:-\s*)?)?(?:{DAY}|(?<!\d)\d{{4}}[-/.]\d\d?[-/.]\d\d?(?!\d)"
    r"|(?<!\d)\d\d?[-/.]\d\d?[-/.]\d{4}(?!\d))",
    re.I,
)
_DATED: Final = re.compile(r"\s*(?:publish(?:ed|ing)? |post |release )?date\s*:\s*", re.I)
_NUMBERS: Final = re.compile(r"\d[-/.]\d")
_CLOCK: Final = re.compile(
    r"(?:\bat\s)?\b\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]m\b"
    r"|\(?\b(?:GMT|UTC|ICT|IST|JST|BST|EST|EDT|Beijing Time|Hanoi Time|local time)\b\s*"
    r"(?:[+-]\s?\d{1,2}(?::?\d\d)?)?\)?",
    re.I,
)
_SITE: Final = re.compile(
    r"(?:https?://)?(?:www\.\S+|(?:[\w-]+\.)+(?:com|cn|net|org|info|news|vn|kh|kp|jp|tw)\b\S*)"
)
_EDITOR: Final = re.compile(r"\b(?:web )?editors?\s*:\s*\w+", re.I)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STAMP: Final = re.compile(
    r"\b(?:updated|update ?:|latest update|published|posted|modified|adjust font)", re.I
)
_STAMP_WORDS: Final = frozenset({
    "updated", "update", "latest", "published", "publish", "posted", "post", "last", "modified", "on", "at",
    "date", "time", "created", "added", "first", "release", "released", "other", "news", "materials", "and",
    "hrs", "hours", "source", "calendar", "juche", "all", "adjust", "font", "size", "larger", "smaller",
    "ago", "h", "hr", "hour", "min", "mins", "minutes", "by", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "this", "story", "article", "report", "was", "modificado",
    "publicado", "actualizado", "por", "última", "ultima", "vez", "en", "el", "wib", "staff",
})  # fmt: skip
_MOMENT: Final = (
    r"(?:\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?) ago|just now)"
)
_STAMP_END: Final = 60
_SET: Final = r"(?:(?:last |first )?(?:updated?|published|posted|modified)(?: on| at)? ?:? ?)"
_MOMENTS: Final = re.compile(
    rf"{_SET}?{_MOMENT}(?: ?(?:[-–|·•,] ?)?{_SET}{_MOMENT})?(?: ?(?:GMT|UTC|IST|ICT|AEST|AEDT|EST|EDT|BST))?",
    re.I,
)
"""`05.11 - Update : 05.11`, `Posted 2h ago`, `18:05`: a page's stamp without a day that can be read."""


def is_date_line(line: str) -> bool:
    """Tell whether a line of a page's head says just when the page was published."""
    return len(line) <= 100 and _is_date(line)


@lru_cache(maxsize=64)
def _is_date(line: str) -> bool:
    """Tell it of a short line; remembered, as each of a page's head is asked thrice."""
    numbered = has_digit(line)
    if (numbered or "now" in line.lower()) and len(line) < _STAMP_END and _MOMENTS.fullmatch(line):
        return True
    line = in_english(line) if numbered else line
    if not numbered or not (may_print_a_day(line) or _NUMBERS.search(line)):
        return numbered and ":" in line and not _ALNUM.search(_CLOCK.sub(" ", line))
    when = _WHEN.search(line)
    if when is None:
        return False
    before = line[: when.start()]
    if _DATED.fullmatch(before) or (
        when.end() == len(line) and _PLACED.fullmatch(before) and _dated_whole(when[0])
    ):
        return True
    before = "" if names_section(before) else before
    rest = _EDITOR.sub(" ", _CLOCK.sub(" ", before + " " + line[when.end() :]))
    rest = _SITE.sub(" ", rest) if "." in rest else rest
    words = [w for w in re.findall(r"[^\W\d_]+", rest) if w.casefold() not in _STAMP_WORDS]
    if not words:
        return True
    stamped = _CLOCK.search(line) is not None or _stamped(line) or _is_signed_day(line, when)
    most = _WRITERS if "|" in line[: when.start()] and _stamped(line) else 3
    return stamped and len(words) <= most and all(w[0].isupper() for w in words)


_PLACED: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}, ")


def _dated_whole(day: str) -> bool:
    """Tell whether a day is printed with its weekday and its year, as a page's clock shows it."""
    return day.lower().startswith(_WEEKDAYS) and _YEAR.search(day) is not None


_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALNUM: Final = re.compile(r"[^\W_]")
_REPORTED: Final = ("Reporter:", "Pewarta:", "By ")
"""What a name and a day stand behind: `Reporter: Azis 28th September 2017`."""

_WRITERS: Final = 9
"""So many words may name those who wrote a text, before a stroke and its days."""


def _is_signed_day(line: str, when: re.Match[str]) -> bool:
    """Tell whether a line is a writer's name and a day with its year, parted by a dash or a stroke."""
    name = line[: when.start()].rstrip()
    bracketed = name.startswith("(") and name.endswith((") -", ") –", ")"))
    stroked = name.endswith(("-", "–", "|", "·", "•")) and " " in name.strip(" -–|·•")
    parted = bracketed or stroked or name.startswith(_REPORTED)
    return parted and when.end() == len(line) and _YEAR.search(when[0]) is not None


def _stamped(line: str) -> bool:
    return _STAMP.search(line) is not None


def is_rule(line: str) -> bool:
    """Tell whether a line is a row of strokes or stars that parts a page."""
    return not line.strip("_-–—*=·•# ")


def is_tail(line: str) -> bool:
    """Tell whether a line begins what a page prints below the text."""
    bare = line.lstrip(_BULLETS)
    said = bare.rstrip(_BULLETS)
    if len(said) < _TITLE and said.casefold() in _TAIL_LINE:
        return True
    begin = bare[:_REACH].lower()
    told = begin[:3] in _TAIL_FIRST or begin[:1] == "©" or "@" in bare or "contains only" in begin
    if told and _TAIL_START.match(bare):
        return True
    return "contributed to th" in line[-60:] and line.rstrip(".)").endswith(("report", "story"))


def is_pointer(line: str) -> bool:
    """Tell whether a line is a label and the title of another text, as pages set them between paragraphs."""
    return line[:1] in "RrAaBbSs" and _POINTER.match(line) is not None


_POINTER: Final = re.compile(
    r"(?:related (?:news|stor(?:y|ies)|articles?)|read (?:also|more)|also read|see also|baca juga)"
    r" ?: ?\S.{9,}",
    re.I,
)
"""`Related news: TITLE`, as ANTARA prints it."""


def is_teaser(line: str) -> bool:
    """Tell whether a line is a section name, a title and a summary of another text, glued into one."""
    return _TEASER.match(line) is not None and _NO_TEASER.match(line) is None
