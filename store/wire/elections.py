"""Elections: those that the text tells apart by a date, a place or an office."""

from __future__ import annotations

import re
from typing import Final

from store.article import HEADLINE, Entity
from store.fold import words
from store.wire.lexicon import NUMBERS, ORG_HEADS, TIMES, ordinal
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

ELECTIONS: Final = word_set(
    "election elections polls poll referendum plebiscite runoff off primary primaries caucuses bypoll "
    "bypolls byelection byelections"
)
"""Head nouns of elections; `off` ends `run-off`."""

_OFFICES: Final = word_set(
    "presidential parliamentary legislative communal commune municipal regional assembly senate house "
    "midterm mayoral gubernatorial governorship federal state provincial leadership council councillors "
    "european duma bundestag bundesrat knesset sejm riksdag dail diet rajya lok sabha panchayat upper lower "
    "chamber term constituent constitutional independence papal congressional senatorial metropolitan"
)
"""Words that tell an election apart."""

_COMMON: Final = word_set("general snap early local district village nationwide national")
"""Words that tell which kind it is and leave open which one."""

_LOOSE: Final = word_set(
    "'s national of - and mid simultaneous repeat rerun re second first round key crucial regular next last "
    "the upcoming coming forthcoming recent this"
)
"""What may stand between the words of an election, and tells nothing alone."""

_AT_FRONT: Final = _LOOSE - word_set("second first simultaneous repeat rerun snap mid re national regular")
"""Of these, what its name does not begin with."""

_DEFINITE: Final = _COMMON - word_set("national nationwide village district")
"""Of these, what makes the one election of its time with an article: `the general election`."""

_WHICH: Final = word_set("next last coming upcoming forthcoming recent previous latest this")
_SPANS: Final = word_set("year month week")
_HELD: Final = word_set(
    "held due set scheduled slated promised planned expected called on in for take taking place of by early "
    "late be"
)
"""What may stand between an election and its day: `general elections held in July`."""

_NO_POLLS: Final = word_set("opinion exit straw every any no each free fair his her my your")
"""Words before an election that is none, or none of its own."""

_SCHOOLS: Final = word_set("of in on and for by to was is with , . ; : ) at won from runoff 's")
"""What stands behind a primary that is an election, and no school."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_REACH: Final = 6


def mark_election(sheet: Sheet, index: int, head: int) -> None:
    """Mark an election that is told apart by a date or an office."""
    line = sheet.lines[index]
    first = _head_start(line, head)
    if first is None or (line.number != HEADLINE and _is_titled(line, head)):
        return
    if line.folds[head - 1 : head] in _SUBJECT and line.folds[max(0, head - 2)] in ORG_HEADS:
        return  # the Commission on Elections
    following = line.folds[head + 1] if head + 1 < len(line.folds) else "."
    if following in ORG_HEADS or (_is_primary(line, head) and following not in _SCHOOLS):
        return
    start, telling = _modifiers(sheet, index, first)
    if start and line.folds[start - 1] in _NO_POLLS:
        return
    while start < first and (line.folds[start] in _AT_FRONT or line.words[start] == "."):
        start += 1
    dated = _dated_after(line, head + 1)
    year = dated > 0 and _is_year(line.folds[dated])
    of_day = following == "of" and line.folds[head + 2 : head + 3] != () and line.folds[head + 2] in _MONTHS
    named = start < first or first < head or of_day or line.folds[head] in ("referendum", "election")
    if following == "to" and (end := _house_end(sheet, index, head + 2)):
        _claim(sheet, index, start, end)
        return
    if start == first and _is_set(line, head + 1):
        _claim(sheet, index, first, head + 1)
        return
    if telling or (dated and (year or named)) or (start < first and _is_told(line, start, first, head)):
        bare = dated and not year and start == first
        _claim(sheet, index, start, _day_end(line, dated) if bare else dated + 1 if year else head + 1)


_SUBJECT: Final = (("on",), ("for",), ("of",))


def _house_end(sheet: Sheet, index: int, at: int) -> int:
    """Return where the chamber ends in `elections to the State Duma`; 0 if none is named."""
    at += sheet.lines[index].folds[at : at + 1] == ("the",)
    span = sheet.named[index].get(at)
    return span.end if span and "org" in span.kinds and span.start == at else 0


def _is_set(line: Line, at: int) -> bool:
    """Tell whether `are called for March 5` follows an election."""
    folds = line.folds
    if folds[at : at + 1] not in _ARE or folds[at + 1 : at + 2] not in _CALLED:
        return False
    return folds[at + 2 : at + 3] in _FOR and folds[at + 3 : at + 4] != () and folds[at + 3] in TIMES


_ARE: Final = (("are",), ("were",), ("is",), ("was",))
_CALLED: Final = (("called",), ("set",), ("due",), ("scheduled",), ("planned",), ("slated",), ("fixed",))
_FOR: Final = (("for",), ("on",), ("in",))


def mark_vote(sheet: Sheet, index: int, head: int) -> None:
    """Mark `the April vote`, `the Dec. 16 vote`: an election told by its day, and no vote on something."""
    line, start = sheet.lines[index], head
    while start and head - start < 4 and (line.folds[start - 1] in TIMES or line.words[start - 1] in _DAYS):
        start -= 1
    while start < head and line.words[start] == ".":
        start += 1
    dated = any([_MONTHS.issuperset({f}) for f in line.folds[start:head]])
    if dated and line.folds[start - 1 : start] in _THE and line.folds[head + 1 : head + 2] not in _ON:
        _claim(sheet, index, start, head + 1)


_DAYS: Final = frozenset({".", *map(str, range(1, 32))})
_MONTHS: Final = word_set(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sept sep oct nov dec"
)
_THE: Final = (("the",), ("for",), ("after",), ("before",))
_ON: Final = (("on",), ("to",), ("against",), ("of",), ("in",), ("by",), ("for",))


def _head_start(line: Line, head: int) -> int | None:
    """Return where the head noun begins, `run-off` with its first part; None if it is no election."""
    if line.folds[head] != "off":
        return head
    return head - 2 if line.folds[max(0, head - 2) : head] == ("run", "-") else None


def _is_titled(line: Line, head: int) -> bool:
    """Tell whether a longer name goes on behind an election: `Election Law`."""
    following = line.words[head + 1 : head + 2]
    return line.words[head][0].isupper() and following != () and following[0][0].isupper()


def _is_primary(line: Line, head: int) -> bool:
    return line.folds[head].startswith("primar")


def _modifiers(sheet: Sheet, index: int, head: int) -> tuple[int, bool]:
    """Return where the words that belong to an election begin, and whether they tell it apart."""
    line, taken, named = sheet.lines[index], sheet.taken[index], sheet.named[index]
    folds, start, telling = line.folds, head, False
    while start and head - start < _REACH and taken[start - 1] is None:
        at = start - 1
        folded = folds[at]
        if folded == "the" and folds[at - 1] != "of":
            break
        kinds = named[at].kinds if at in named else ()
        place = "place" in kinds or "demonym" in kinds
        dated = _is_year(folded) or folded in TIMES or ordinal(folded) is not None
        chamber, office = "org" in kinds, folded in _OFFICES
        tells = office or place or dated or chamber
        local = _is_its_place(line, at, start, head)
        if not (tells or local or _joins(line, at)):
            break
        round_ = folded == "first" or (folded == "second" and "round" in folds[at:head])
        telling |= chamber or office or place or local or (dated and not round_)
        start = at
    return start, telling


def _joins(line: Line, at: int) -> bool:
    """Tell whether a token belongs to what is said of an election, though it tells nothing alone."""
    folded, before = line.folds[at], line.folds[at - 1]
    if folded in _COMMON or folded in _LOOSE or folded.isdigit():
        return True
    if folded in (".", ","):  # of `Nov. 5`, `November 5, 2024`
        return before in TIMES if folded == "." else before.isdigit()
    return _is_by(line, at)


def _is_year(folded: str) -> bool:
    return folded[:2] in ("19", "20") and _YEAR.fullmatch(folded) is not None


def _is_by(line: Line, at: int) -> bool:
    """Tell whether `by-election` begins at a token."""
    return line.folds[at] in ("by", "bye") and line.folds[at + 1 : at + 2] == ("-",)


def _is_its_place(line: Line, at: int, start: int, head: int) -> bool:
    """Tell whether a capitalised word is of the unknown place of a by-election or a state's election."""
    if at == 0 or not line.words[at][0].isupper() or line.folds[at] in _AT_FRONT:
        return False
    local = line.folds[start] in _STATES if start < head else line.folds[head].startswith("by")
    return local or (start < head and line.words[start][0].isupper() and line.folds[start] not in TIMES)


_STATES: Final = word_set(
    "by bye assembly governorship gubernatorial mayoral state council municipal provincial"
)


def _is_told(line: Line, start: int, first: int, head: int) -> bool:
    """Tell whether an election of a common kind is one: `the general election`, `polls held last month`."""
    before = line.folds[max(0, start - 3) : start]
    if not _DEFINITE.isdisjoint(line.folds[start:first]) and "first" not in line.folds[start:first]:
        definite = before[-1:] == ("the",) or before[-1:] == ("'s",) or "second" in line.folds[start:first]
        if definite and line.folds[head] in ("election", "off", "runoff", "poll"):
            return True
    if before[-1:] in (("a",), ("an",)) and before[:2] in _DISTANT:
        return True  # two days after a national election
    if not _WHICH.isdisjoint(before) or (before[-1:] == ("'s",) and not _SPANS.isdisjoint(before[-2:])):
        return True
    for at in range(head + 1, min(head + 1 + _REACH, len(line.folds))):
        folded = line.folds[at]
        if folded in TIMES or folded in _SPANS or _is_year(folded):
            return True
        promised = folded == "," and line.folds[at + 1 : at + 2] in _PROMISED
        if not (promised or folded in _HELD or folded in _WHICH or folded.isdigit()):
            return False
    return False


_PROMISED: Final = (("promised",), ("due",), ("scheduled",), ("planned",), ("expected",), ("set",), ("held",))
_DISTANT: Final = tuple(
    [
        (unit, side)
        for unit in ("days", "weeks", "months", "day", "week", "month")
        for side in ("after", "before")
    ]
)


def _claim(sheet: Sheet, index: int, start: int, end: int) -> None:
    """Mark an election, the known one of its country and year if there is just one."""
    line = sheet.lines[index]
    name = line.slice(start, end)
    key = _known_election(sheet, line.folds[start:end]) or f"event:?-{slug(name)}"
    event = sheet.gazetteer.events.get(key)
    entity = Entity(key, "event", name, None, event.country if event else None, None, event is not None)
    sheet.claim(Mark(index, start, end, key), entity)


def _dated_after(line: Line, at: int) -> int:
    """Return the token of the year, month or day in `elections in 2017`, `polls on February 8`; 0 if none."""
    if at < len(line.folds) and line.folds[at] in ("in", "on", "of", "due"):
        for ahead in range(at + 1, min(at + 3, len(line.folds))):
            folded = line.folds[ahead]
            if folded in TIMES or folded in NUMBERS or _is_year(folded):
                return ahead
    return 0


def _day_end(line: Line, at: int) -> int:
    """Return where the day or the month ends that begins at a token: `June 6`, `the 6th of June`."""
    end = at + 1
    while end < min(at + 4, len(line.folds)) and (line.folds[end] in TIMES or line.folds[end].isdigit()):
        end += 1
    if line.words[end : end + 1] == (".",) and line.words[end + 1 : end + 2] != () and end == at + 1:
        end += 2 * line.words[end + 1].isdigit()  # `Sept. 26`
    return end


def _known_election(sheet: Sheet, folds: tuple[str, ...]) -> str | None:
    """Return the id of the one known election of a country in the text, of that year and of those words."""
    years = {int(w) for w in folds if _is_year(w)}
    if not years:
        return None
    content = {w for w in folds if w in _OFFICES or w in _COMMON}
    found = [
        event.id
        for country in sheet.countries
        for year in years
        for event in sheet.gazetteer.elections.get((country, year), ())
        if content <= set(words(event.name))
    ]
    return found[0] if len(found) == 1 else None
