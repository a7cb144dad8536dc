"""Cleaning: bytes to text, and text to something that is safe to show and simple to read."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from store.errors import NewsError
from store.nfc import compose, stretches
from store.pieces import rare_letters
from store.wire.length import READ
from store.wire.safe import is_odd, sanitise

_LINE_ENDS: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_SPACES: Final = (*"\u00a0\u1680", *map(chr, range(0x2000, 0x200B)), *"\u202f\u205f\u3000")
_KIN: Final = re.compile(f"[{''.join([*_LINE_ENDS[1:], *_SPACES])}]")
"""What is no line feed and no space but stands for one."""

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK: Final = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|figure|figcaption|section|article)(?:[\s/][^<>]{0,500})?>",
    re.I,
)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|strong|i|em|u|s|span|font|small|big|sup|sub|img|td|th|tbody|thead|iframe|center|cite|code|html|body"
    r"|head|title|meta|link|script|style|picture|source|video|button|label|form|input|nav|header|footer|main|aside|time"
    r"|wbr|hr|q|mark|noscript)(?:[\s/][^<>]{0,500})?>",
    re.I,
)
_SILENT: Final = tuple(
    (re.compile(opening, re.I), re.compile(closing, re.I))
    for opening, closing in (("<!--", "-->"), (r"<script\b", "</script>"), (r"<style\b", "</style>"))
)
"""What a page holds but never shows, by its beginning and its end."""

_SAMPLE: Final = 8192
"""How many bytes are looked at to tell text from something else."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, longest first where one begins with another."""

_ANY_BOM: Final = tuple([bom for bom, _ in _BOMS])

_LONG: Final = f"longer than any wire text: names and days are looked for in the first {READ:,} characters"


class NotText(NewsError):
    """Bytes that are no text, and why."""

    title: ClassVar[str] = "Not text"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes read as text."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()
    """What a reporter should know about the reading."""


def decode(data: bytes) -> Decoded:
    """Read bytes as text: a byte order mark decides, else UTF-8, else Windows-1252.

    Raises:
        NotText: The bytes are empty or no text.
    """
    if not data:
        raise NotText("is empty")
    decoded = _marked(data) or _unmarked(data)
    if not decoded.text or decoded.text.isspace():
        raise NotText("is empty but for white space")
    if len(decoded.text) > READ:
        return replace(decoded, notes=(*decoded.notes, _LONG))
    return decoded


def _marked(data: bytes) -> Decoded | None:
    """Read bytes that begin with a byte order mark."""
    if not data.startswith(_ANY_BOM):
        return None
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            lost = text.count("\ufffd")
            return Decoded(text, encoding, (f"{lost} characters could not be read",) if lost else ())
    return None


def _unmarked(data: bytes) -> Decoded:
    head = data[:_SAMPLE]
    if b"\0" in head or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 10:
        raise NotText("is not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "replace"), "cp1252", ("not UTF-8, read as Windows-1252",))


def clean(text: str) -> str:
    """Return text with plain line ends and spaces, entities and tags read, composed and sanitised.

    Words are never repaired: what is misspelt stays so.
    """
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _without_silent(text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if _is_plain(rare_letters(text)):
        return text
    safe = sanitise(_plainly_spaced(text))
    if safe.isascii() or unicodedata.is_normalized("NFC", safe):
        return safe
    return compose(sanitise(compose(_unpiled(safe))))


def _is_plain(rare: str) -> bool:
    """Tell it of a text by its rare letters: without a mark among them, none composes with a plain one."""
    rare = rare.replace("\n", "")  # mostly nothing is left, or a few quotation marks
    return not rare or (not (is_odd(rare) or _KIN.search(rare)) and unicodedata.is_normalized("NFC", rare))


def _plainly_spaced(text: str) -> str:
    """Put line feeds and spaces in the place of their kin, which most texts have none of."""
    for line_end in _LINE_ENDS:
        if line_end in text:
            text = text.replace(line_end, "\n")
    for space in _SPACES if not text.isascii() else ():
        if space in text:
            text = text.replace(space, " ")
    return text


def _without_silent(text: str) -> str:
    """Cut comments, scripts and styles; one that never ends is left alone."""
    for opening, closing in _SILENT:
        kept, at = [], 0
        while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
            kept.append(text[at : start.start()])
            at = end.end()
        text = "".join(kept) + text[at:]
    return text


def _unpiled(text: str) -> str:
    """Put one sign in the place of each stretch of nothing but marks: no letter of any script has so many."""
    return "".join(["\ufffd" if _is_pile(stretch) else stretch for stretch in stretches(text)])


def _is_pile(stretch: str) -> bool:
    return len(stretch) > 99 and all(unicodedata.combining(c) for c in stretch)
