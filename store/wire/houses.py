"""Houses: bodies told by a number, a paper's name or a place: `Military Zone 4`, `Tamil Nadu assembly`."""

from __future__ import annotations

import re
from typing import Final

from store.article import Entity
from store.wire.lexicon import TIMES, TOPIC_ENDINGS, TOPICS, ordinal
from store.wire.records import Org
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

HOUSES: Final = word_set(
    "zone region division brigade regiment house newspaper daily weekly magazine assembly committee council "
    "senate diet coalition alliance"
)
"""Nouns that make a body of the number, name or place beside them."""

SEATS: Final = word_set("parliament assembly senate court chamber")
"""Heads that are on no subject: `an Act of Parliament on the Fund`."""

_PAPERS: Final = word_set("newspaper daily weekly magazine")
_TROOPS: Final = word_set("division brigade regiment")
_AREAS: Final = word_set("zone region")
_NOBODY: Final = word_set(
    "the a an party people's people 's this that its their his her local state national sunday provincial "
    "official english language tabloid"
)
"""Words that alone name no paper."""

_ELECTED: Final = word_set(
    "election elections poll polls seat seats segment segments constituency hall speaker"
)
"""Behind `Delhi assembly` these make something else of it than the body."""

_NUMBER: Final = re.compile(r"\d{1,3}|[IVX]{1,4}")
_REACH: Final = 6


def mark_house(sheet: Sheet, index: int, head: int) -> None:
    """Mark the body that ends or begins at such a noun."""
    line, folded = sheet.lines[index], sheet.lines[index].folds[head]
    start, end, alone = head, head + 1, False
    if folded in _AREAS:
        start, end = _military(line, head)
    elif (
        folded == "house" and line.folds[head - 1 : head] == ("publishing",) and line.words[head][0].isupper()
    ):
        start = _capitals(sheet, index, head)
    elif folded in _TROOPS and line.words[head][0].isupper():
        start = _numbered(line, head)
    elif folded in _PAPERS:
        start = _paper(sheet, index, head)
        end = head + line.words[head][0].isupper()
    elif folded == "assembly" and line.folds[head + 1 : head + 2] != () and not _is_elected(line, head):
        start = _state(sheet, index, head)
    elif folded in _LOCAL:
        start = _of_people(sheet, index, head)
    elif folded in _ALONE and _stands_alone(line, head):
        home = _ALONE[folded]
        alone = home is None or home in sheet.countries
    elif folded in _CAMPS:
        start = _camp(sheet, index, head)
    if (start < head or alone) and sheet.free(index, start, end):
        name = line.slice(start, end)
        key = f"org:?-{slug(name)}"
        sheet.claim(Mark(index, start, end, key), Entity(key, "org", name, confirmed=False))


_PARTS: Final = word_set("festival seat seats constituency constituencies segment segments bypoll bypolls")


def is_seat(line: Line, end: int) -> bool:
    """Tell whether a body's name is a part of something else's: `a Lok Sabha seat`, `the X festival`."""
    return end < len(line.folds) and line.folds[end] in _PARTS


ALLIED: Final = word_set("alliance coalition front union federation association confederation league")
"""Heads behind which a purpose in any words belongs to the name: `Alliance Towards Renewal`."""

_CREEDS: Final = word_set("democratic islamic revolutionary progressive socialist civic christian")
_OF_CREEDS: Final = ALLIED | {"council", "army"}


def is_creed(folded: str, head: str) -> bool:
    """Tell whether a word before a head noun is what people believe in: `Islamic Front`."""
    return folded in _CREEDS and head in _OF_CREEDS


_TOWARDS: Final = word_set("for of towards toward against to")
_SMALL: Final = word_set("the of for and a to")


def allied_end(sheet: Sheet, index: int, head: int) -> int:
    """Return where the purpose of an alliance ends, behind its head noun; the token after it without one."""
    line, end = sheet.lines[index], head + 1
    whose = line.folds[head - 1 : head] in (("'s",), ("'",))
    if whose or line.folds[end : end + 1] == () or line.folds[end] not in _TOWARDS:
        return end
    at = end + 1
    while at < min(head + 9, len(line.words)) and sheet.at(index, at) is None:
        if sheet.is_named(index, at, "place") or line.folds[at : at + 2] == ("and", "the"):
            break  # whose it is, or another body
        if line.words[at][0].isupper():
            end = at + 1
        elif line.folds[at] not in _SMALL:
            break
        at += 1
    return end


def is_own_agency(sheet: Sheet, record: Org) -> bool:
    """Tell whether a paper is the one that the text comes from."""
    return sheet.agency is not None and sheet.gazetteer.agency(record.name) is sheet.agency


def is_abroad(sheet: Sheet, record: Org) -> bool:
    """Tell whether the text does not speak of the country of a body, so that its letters are another's."""
    return bool(record.country and sheet.countries) and record.country not in sheet.countries


def _military(line: Line, head: int) -> tuple[int, int]:
    """Return where `Military Zone 4`, `5th Military Region` begins and ends."""
    if not line.words[head][0].isupper() or line.words[head - 1 : head] not in (("Military",), ("Naval",)):
        return head, head + 1
    if head > 1 and ordinal(line.folds[head - 2]) is not None:
        return head - 2, head + 1
    numbered = line.words[head + 1 : head + 2] != () and _NUMBER.fullmatch(line.words[head + 1])
    return (head - 1, head + 2) if numbered else (head, head + 1)


def _numbered(line: Line, head: int) -> int:
    """Return where `316th Infantry Division` begins; the head itself if no number stands there."""
    at = head - 1
    while at > 0 and head - at < 4 and line.words[at][0].isupper():
        at -= 1
    return at if at >= 0 and line.folds[at][:1].isdigit() and ordinal(line.folds[at]) is not None else head


def _capitals(sheet: Sheet, index: int, head: int) -> int:
    """Return where the capitalised words begin that end at a token."""
    line, start = sheet.lines[index], head
    while start and head - start < _REACH and line.words[start - 1][0].isupper():
        if sheet.at(index, start - 1) is not None or line.folds[start - 1] in TIMES:
            break
        start -= 1
    while start < head and line.folds[start] in _NOBODY:
        start += 1
    return start


def _paper(sheet: Sheet, index: int, head: int) -> int:
    """Return where the name of a paper begins; the head itself if it has none."""
    start = _capitals(sheet, index, head)
    line = sheet.lines[index]
    own = [at for at in range(start, head) if not sheet.is_named(index, at, "demonym", "place", "person")]
    return start if any([line.folds[at] not in _NOBODY for at in own]) and start > 0 else head


def _is_elected(line: Line, head: int) -> bool:
    return line.folds[head + 1] in _ELECTED


def _state(sheet: Sheet, index: int, head: int) -> int:
    """Return where `Tamil Nadu assembly`, `Punjab Legislative Assembly` begins; the head itself elsewhere."""
    line, at = sheet.lines[index], head - 1
    at -= line.folds[at : at + 1] in (("legislative",), ("state",))
    span = sheet.known_at(index, at) if at >= 0 else None
    if at < head - 1 and span is None and line.words[head][0].isupper():
        return _capitals(sheet, index, head)
    kinds = [sheet.gazetteer.places[n.id].kind for n in span.of("place")] if span else []
    return span.start if span and kinds and not {"country", "sea"} & set(kinds) else head


_LOCAL: Final = word_set("committee council")
_LEVELS: Final = word_set("provincial province municipal city district")


def _of_people(sheet: Sheet, index: int, head: int) -> int:
    """Return where `Can Tho City People's Committee` begins; the head itself where no place stands before."""
    line = sheet.lines[index]
    if not line.words[head][0].isupper() or line.folds[max(0, head - 2) : head] != ("people", "'s"):
        return head
    at = head - 3
    if at > 0 and line.folds[at] in _LEVELS and not sheet.is_named(index, at, "place"):
        at -= 1
    span = sheet.known_at(index, at) if at >= 0 else None
    kinds = [sheet.gazetteer.places[n.id].kind for n in span.of("place")] if span else []
    return span.start if span and kinds and not {"country", "sea"} & set(kinds) else head


_CAMPS: Final = word_set("coalition alliance")
_ANY_CAMP: Final = word_set("ruling government governing opposition grand new military western national")


def _camp(sheet: Sheet, index: int, head: int) -> int:
    """Return where `the Red and White Coalition` begins, behind "the"; the head itself elsewhere."""
    line, start = sheet.lines[index], head
    if not line.words[head][0].isupper() or line.words[head + 1 : head + 2] == ("(",):
        return head  # letters behind it may be a party's
    while start and head - start < _REACH and sheet.at(index, start - 1) is None:
        joined = line.folds[start - 1] == "and" and start < head and line.words[start - 2][0].isupper()
        if not (joined or line.words[start - 1][0].isupper()) or line.folds[start - 1] == "the":
            break
        start -= 1
    own = [at for at in range(start, head) if not sheet.is_named(index, at, "demonym", "place")]
    named = start > 0 and line.folds[start - 1] == "the" and not _ANY_CAMP.issuperset(line.folds[start:head])
    return start if named and own else head


_ALONE: Final = {"senate": None, "diet": "JP", "coalition": "AU"}
"""Chambers and camps that are called by one word, with the country where it is a name."""

_BEHIND: Final = word_set(
    ". , ; ) and or in on to has had is was will would voted passed approved rejected adopted with by for "
    "after before when meets met 's unless until if but while than refused agreed blocked backed "
    "confirmed ratified acquitted convicted removed delayed debated cleared upheld put votes passes"
)


def _stands_alone(line: Line, head: int) -> bool:
    """Tell whether a chamber is named and no word of an election, an office or a diet: `of the Senate,`."""
    behind = line.folds[head + 1 : head + 2]
    alone = line.words[head][0].isupper() and line.folds[max(0, head - 1) : head] == ("the",)
    return alone and bool(behind) and behind[0] in _BEHIND


def list_goes_on(line: Line, at: int) -> bool:
    """Tell whether a comma stands inside `Ministry of Labour, Invalids and Social Affairs`."""
    following = line.folds[at + 1 : at + 7]
    return (
        len(following) > 2
        and is_topic(following[0])
        and line.words[at + 1][0].isupper()
        and "and" in following
    )


def is_topic(folded: str) -> bool:
    """Tell whether a word may be of the subject of a body: `External`, `Relations`."""
    return folded in TOPICS or (len(folded) > 5 and folded.endswith(TOPIC_ENDINGS))


def embassy_country(sheet: Sheet, index: int, start: int, end: int) -> str | None:
    """Return the country that an embassy names as its own."""
    for at in range(start, end + 1):
        span = sheet.known_at(index, at)
        for name in span.names if span else ():
            if name.kind in ("demonym", "place"):
                return sheet.gazetteer.places[name.id].country
    return None


def whole_country(sheet: Sheet, index: int, end: int) -> int:
    """Return the end of a body, behind the country it breaks off in: `Embassy of the Democratic People`."""
    span = sheet.known_at(index, end - 1)
    return span.end if span is not None and "place" in span.kinds and span.end > end else end
