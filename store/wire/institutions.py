"""Institutions: schools, foundations, guards, chambers and local committees by the words before them."""

from __future__ import annotations

from typing import Final

from store.article import Entity
from store.wire.lexicon import HONORIFICS, OFFICE_WORDS, TIMES
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

_SCHOOLS: Final = word_set("foundation university institute academy college stiftung")
_GUARDS: Final = word_set("guard guards")
_CHAMBERS: Final = word_set("senate congress")
INSTITUTIONS: Final = _SCHOOLS | _GUARDS | _CHAMBERS | {"committee"}
"""Nouns that make a body of the proper name or the country beside them."""

_WARDS: Final = word_set(
    "border coast national republican revolutionary young home presidential civil royal swiss"
)
"""Whose guard is a force."""

_LEVELS: Final = word_set("regional provincial district municipal city prefectural oblast")
_OPENING: Final = word_set(
    "the a an at in on of for from by with after before as when while if and but or to this that its his her "
    "their our one two three new state private public former"
)
"""Words with a capital that begin a sentence or a phrase, and no name."""

_NO_NAME: Final = word_set("party communist socialist central military medical law business open high")
"""Words by which alone no school is told: `the Party Academy`."""

_CONGRESSES: Final = frozenset({"US", "ES", "PE", "CO", "BR", "CL", "MX", "AR", "PH", "GT", "HN"})
"""Countries whose parliament, or a house of it, is the Congress."""

_VOTES: Final = word_set(
    "election elections race races seat seats candidate candidates campaign primary primaries bid hopeful "
    "runoff contest contests poll polls vote center building"
)
_IN: Final = word_set("in told asked through by")
_LONGEST: Final = 5


def mark_institution(sheet: Sheet, index: int, head: int) -> None:
    """Mark the body that such a noun ends."""
    line = sheet.lines[index]
    folded, start = line.folds[head], head
    if folded == "committee":
        start = _local(sheet, index, head)
    elif not line.words[head][0].isupper():
        return
    elif folded in _SCHOOLS:
        start = _named_after(sheet, index, head)
    elif folded in _GUARDS:
        start = head - (line.folds[head - 1] in _WARDS and line.words[head - 1][0].isupper())
    elif folded in _CHAMBERS and _is_chamber(sheet, index, head):
        claim_body(sheet, index, head - (head > 0 and sheet.is_named(index, head - 1, "demonym")), head + 1)
        return
    if start < head and sheet.free(index, start, head + 1):
        claim_body(sheet, index, start, head + 1)


def claim_body(sheet: Sheet, index: int, start: int, end: int) -> None:
    """Mark a body by its name as it is printed, if nothing else is marked there."""
    if sheet.free(index, start, end):
        name = sheet.lines[index].slice(start, end)
        key = f"org:?-{slug(name)}"
        sheet.claim(Mark(index, start, end, key), Entity(key, "org", name, confirmed=False))


def _named_after(sheet: Sheet, index: int, head: int) -> int:
    """Return where `Fudan University`, `Mauricio Grabois Foundation` begins; the head itself elsewhere."""
    line, start = sheet.lines[index], head
    while (
        start
        and head - start < _LONGEST
        and (line.words[start - 1][0].isupper() or _is_owner(line, start, head))
    ):
        if sheet.at(index, start - 1) is not None or line.folds[start - 1] in TIMES:
            break
        start -= 1
    while start < head and (line.folds[start] in _OPENING or line.folds[start] in HONORIFICS):
        start += 1
    own = [at for at in range(start, head) if _is_own(sheet, index, at)]
    return start if own and line.words[head + 1 : head + 2] not in _GOES_ON else head


def _is_owner(line: Line, start: int, head: int) -> bool:
    """Tell whether `Political Officers' College` goes on before a token: many own the school."""
    return start == head and line.folds[start - 1] == "'" and line.folds[start - 2 : start - 1] != ()


_GOES_ON: Final = (("of",), ("for",))
"""Behind these the body is named by its subject or its place, which another room reads."""


def _is_own(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a word before a school is a name, and no country, office or common word."""
    folded = sheet.lines[index].folds[at]
    if folded in _NO_NAME or folded in OFFICE_WORDS:
        return False
    return not sheet.is_named(index, at, "demonym") and len(folded) > 2


def _local(sheet: Sheet, index: int, head: int) -> int:
    """Return where `Gomel regional committee` begins; the head itself elsewhere."""
    line = sheet.lines[index]
    if head < 2 or line.folds[head - 1] not in _LEVELS or not line.words[head - 2][0].isupper():
        return head
    if not line.words[head].islower() or sheet.at(index, head - 2) is not None:
        return head
    return head - 2 if line.folds[head - 2] not in _OPENING and head > 2 else head


def _is_chamber(sheet: Sheet, index: int, head: int) -> bool:
    """Tell whether it is `Senate speaker`, `the Philippine Senate`, `Spain's Congress`."""
    line = sheet.lines[index]
    folds = line.folds
    if folds[head + 1 : head + 2] != () and folds[head + 1] in _VOTES:
        return False
    before = head - 1 - (folds[head - 1 : head] == ("'s",))
    place = before >= 0 and sheet.is_named(index, before, "place", "demonym")
    if folds[head] == "congress":
        there = not _CONGRESSES.isdisjoint(sheet.countries) and "IN" not in sheet.countries
        return there and (place or (head > 0 and folds[head - 1] in _IN)) and _is_no_event(line, head)
    office = folds[head + 1 : head + 2] in _PRESIDING
    seat = folds[head - 2 : head] == ("of", "the") and folds[head - 3 : head - 2] in _PRESIDING
    return place or office or seat


_PRESIDING: Final = (("speaker",), ("president",), ("leader",), ("chairman",), ("member",), ("minority",))


def _is_no_event(line: Line, head: int) -> bool:
    """Tell whether a congress does not go on as a gathering does: `the Spanish Congress of Communists`."""
    return line.folds[head + 1 : head + 2] not in (("of",), ("opened",), ("party",))
