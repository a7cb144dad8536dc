"""Full names: capitalised runs of a line that read as the names of persons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from store.wire.lexicon import (
    DOTTED,
    HONORIFICS,
    NOT_PERSONS,
    OFFICE_HEADS,
    OFFICE_WORDS,
    PARTICLES,
    SPEECH,
    TIMES,
)
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set
from store.wire.trie import Span

_LOCATIVE: Final = word_set("in at near outside across around within inside")


_AREA: Final = word_set(
    "province city district commune village town county region republic gulf bay sea port island street"
)


TITLES: Final = HONORIFICS | OFFICE_WORDS


INSIDE: Final = frozenset("-'.")


_THINGS_AFTER: Final = word_set(
    "thought thoughts doctrine ideology mausoleum academy museum city square trail prize award university "
    "airport campaign street bridge foundation institute era highway stadium order medal school house "
    "museum's memorial"
)
"""What makes a thing of the name before it: `Ho Chi Minh's thought`."""


@dataclass(slots=True)
class Run:
    """A stretch of tokens that reads as a personal name."""

    line: int
    start: int
    end: int
    trusted: bool
    """Whether a title, a verb or the gazetteer speaks for it."""


def full_names(sheet: Sheet, index: int) -> list[Run]:
    """Return the full names of a line."""
    line, found = sheet.lines[index], []
    known = {s.start: s for s in sheet.known[index] if s.of("person")}
    at, count = 0, len(line.words)
    while at < count:
        word = line.words[at]
        if not (word[0].isupper() and sheet.at(index, at) is None):
            at += 1
            continue
        end = _run_end(sheet, index, at)
        run = _name_in(sheet, index, at, end, known)
        if run is not None:
            found.append(run)
        at = max(end, at + 1, run.end if run else 0)
    return found


def _run_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where the capitalised words end, initials, particles and hyphens included."""
    line = sheet.lines[index]
    words, folds, at, count = line.words, line.folds, start + 1, len(line.words)
    while at < count and sheet.at(index, at) is None:
        word = words[at]
        glued = line.starts[at] == line.ends[at - 1]
        if word[0].isupper() or (
            word == "." and glued and (len(words[at - 1]) == 1 or folds[at - 1] in HONORIFICS)
        ):
            at += 1
        elif word in ("-", "'") and glued and at + 1 < count and line.starts[at + 1] == line.ends[at]:
            at += 1
            if not words[at][0].isalpha():
                return at - 1
            at += 1
        elif folds[at] in PARTICLES and at + 1 < count and _capital_ahead(words, folds, at + 1):
            at += 1
        else:
            break
    return at


def _capital_ahead(words: tuple[str, ...], folds: tuple[str, ...], at: int) -> bool:
    following = at + 1 if folds[at] in PARTICLES and at + 1 < len(words) else at
    return words[following][0].isupper()


def _name_in(sheet: Sheet, index: int, start: int, end: int, known: Mapping[int, Span]) -> Run | None:
    """Return the name inside a capitalised run: what follows its last title, if it reads as one."""
    line = sheet.lines[index]
    first = start
    for at in range(start, end):
        if at in known:
            break
        if line.folds[at] in TITLES and (
            line.folds[at] not in DOTTED or line.words[at + 1 : at + 2] == (".",)
        ):
            first = at + 1
    titled = first > start or _titled_before(sheet, index, first)
    while first < end and line.words[first] in INSIDE:
        first += 1
    while first < end and (line.folds[first] in NOT_PERSONS or line.folds[first] in TIMES):
        first += 1
    last = end
    while last > first and line.words[last - 1] in ("'", "-"):
        last -= 1
    parts = [f for f in line.folds[first:last] if f not in INSIDE]
    if len(parts) < 2 or len(parts) > 7 or any([p in NOT_PERSONS or p in TIMES for p in parts]):
        return None
    if any([any(c.isdigit() for c in p) for p in parts]) or sum([len(p) > 1 for p in parts]) < 1:
        return None
    if (
        any([sheet.is_named(index, at, "place", "demonym") for at in range(first, last)])
        and first not in known
    ):
        return None
    if is_thing(line, first, last):
        return None
    trusted = titled or first in known or _speaks(line, last)
    return Run(index, first, last, trusted) if trusted or _reads_as_name(line, first, last) else None


def _titled_before(sheet: Sheet, index: int, first: int) -> bool:
    """Tell whether an office or the body of one stands right before a token."""
    if first == 0:
        return False
    line, mark = sheet.lines[index], sheet.at(index, first - 1)
    if mark is not None:
        return mark.kind in ("org", "party")
    return line.folds[first - 1] in OFFICE_HEADS or line.folds[first - 1] in HONORIFICS


def _speaks(line: Line, end: int) -> bool:
    """Tell whether a verb of persons or an apposition follows."""
    following = line.folds[end] if end < len(line.folds) else ""
    if following in SPEECH or following == "who":
        return True
    if following == "," and end + 2 < len(line.folds):
        ahead = line.folds[end + 1 : end + 6]
        return ahead[0] == "who" or any([f in OFFICE_HEADS for f in ahead])
    return False


def is_thing(line: Line, start: int, end: int) -> bool:
    """Tell whether a doctrine, building or street bears the name."""
    ahead = line.folds[end : end + 3]
    if ahead[:1] == ("'s",):
        ahead = ahead[1:]
    return any([f in _THINGS_AFTER for f in ahead[:1]]) or (
        "ho chi minh" in " ".join(line.folds[start:end]) and ahead[:2] == ("national", "academy")
    )


def _reads_as_name(line: Line, start: int, end: int) -> bool:
    """Tell whether a run that nothing speaks for still reads as a person's name."""
    before = line.folds[start - 1] if start else ""
    if (
        before in _LOCATIVE
        or before in ("the", "a", "an")
        or (before == "of" and start > 1 and line.folds[start - 2] in _AREA)
    ):
        return False
    if any([w.isupper() and len(w) > 3 for w in line.words[start:end]]) and not any(
        [w[1:].islower() for w in line.words[start:end]]
    ):
        return False
    following = line.words[end] if end < len(line.words) else ""
    return following not in ("”", '"') or end - start < 4
