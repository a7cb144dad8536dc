"""Sign-offs: how the agencies close a text, and what they name there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from store.wire.datelines import Wires, undated

_END_MARK: Final = re.compile(
    r"(?:\s*\((?:end|END)\)|\s+END|\s+Endi(?:tem)?|\s*#{2,3}|\s*-(?:30|0)-|(?P<stop>\.)?/\.?)\s*$"
)
_LONGEST_MARK: Final = len(" Enditem")
_END_OF_MARK: Final = (")", "END", "Endi", "Enditem", "#", "-", "/", "/.")
_INITIALS: Final = re.compile(r"(?:(?<=[.!?”\"'])|^)\s*[a-z]{2,4}(?:/[a-z]{2,5}){1,5}\s*$")
_STAFF: Final = re.compile(
    r"\s*\((?:(?:(?:Additional )?(?:Reporting|Writing|Editing)|Edited|Translated|Compiled) by "
    r"|(?:[A-Z]{2} ?[-–] ?)?(?:author|editor)s? ?: )[^()]{3,200}\)\.?\s*$"
)
"""Who wrote and edited a text of Reuters or AGERPRES, in brackets behind its last sentence or its name."""

_EDITORS: Final = re.compile(r"(?: [A-Z]{2,4}){1,3}$")
_GAP: Final = re.compile(r"[-–—=(/\s]+")
_PARTED: Final = re.compile(r"[-–—=(/.!?”\"'’](?:(?<=[-–—=(/])|(?=\s))")
"""What no tail with a signature lacks, found in a third of the time."""

_GLUED: Final = re.compile(r"[\w”\"’'][.!?](?P<name>[A-Z]{2,6}(?: [A-Z]{2,4}){0,3})$")
"""A signature whose space is lost: `on October 17.PTI KR`."""

_NAME_WORDS: Final = 4
"""No signature has more words."""

_REMEMBERED: Final = 4000
"""No longer paragraph is remembered."""

_DATED: Final = 44
"""No paragraph is longer that is but a signature and its day: `MAP 30 October 2021`."""

_SENTENCE_END: Final = ".!?”\"'’/"


class SignOff(NamedTuple):
    """A text without the sign-off that closed it."""

    text: str
    marks: tuple[str, ...] = ()
    """What was taken off, in the order in which it was printed."""
    agency: str | None = None


def sign_off(text: str, known: Wires) -> SignOff:
    """Take the sign-off from the end of a text: `./.`, `.-VNA`, `(ANI)`, `PTI KR`, `(end)`, `jrr/iff`."""
    return _signed(text, known) if len(text) <= _REMEMBERED else _signed.__wrapped__(text, known)


@lru_cache(maxsize=8)
def _signed(text: str, known: Wires) -> SignOff:
    """Take it; remembered, as the end of the body is asked for it twice."""
    if len(text) < _DATED and (wire := known.short(undated(text))):
        return SignOff("", (text,), wire)
    end = text[-300:]
    staff = _STAFF.search(end) if " by " in end or "or: " in end or "ors: " in end else None
    marks = [staff[0].strip()] if staff else []
    text = text.removesuffix(staff[0]) if staff else text
    agency: str | None = None
    for _ in range(4):
        text = text.rstrip()
        cut, found = _last_mark(text, known)
        if cut == len(text):
            break
        marks.insert(0, text[cut:].strip())
        text, agency = text[:cut], agency or found
    return SignOff(text.rstrip(), tuple(marks), agency)


def _last_mark(text: str, known: Wires) -> tuple[int, str | None]:
    """Return where the last mark of a sign-off begins, and the agency it names."""
    begin = max(0, len(text) - 48)
    tail = text[begin:]
    if tail.endswith(_END_OF_MARK) and (end := _END_MARK.search(tail, max(0, len(tail) - _LONGEST_MARK))):
        return begin + (end.end("stop") if end["stop"] else end.start()), None
    if "/" in tail and (initials := _INITIALS.search(tail)):
        return begin + initials.start(), None
    gaps = list(_GAP.finditer(tail))[-_NAME_WORDS:] if _PARTED.search(tail) else ()
    for gap in gaps:
        start, behind = gap.span()
        if _closes(tail[start:behind], tail[start - 1 : start]):
            short = _signature(tail[behind:].rstrip(" )."), known)
            if short:
                return begin + start, short
    glued = _GLUED.search(tail) if tail[-1:].isupper() else None
    if glued and (short := _signature(glued["name"], known)):
        return begin + glued.start("name"), short
    short = _signature(text.strip("()-–—. "), known) if len(text) < 30 else None
    return (0, short) if short else (len(text), None)


def _signature(name: str, known: Wires) -> str | None:
    """Return the agency of a signature, with the initials of its editors behind it or not."""
    signed = _EDITORS.sub("", name)
    return known.short(name) or (known.short(signed) if signed != name else None)


def _closes(gap: str, before: str) -> bool:
    """Tell whether a name after a gap can be a signature: not the end of `ASEAN-VNA` or of `with VNA`."""
    return before in _SENTENCE_END or not (gap == "-" or gap.isspace())
