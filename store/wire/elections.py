"""Elections: those that the text tells apart by a date, a place or an office."""

from __future__ import annotations

from typing import Final

from store.article import HEADLINE, Entity
from store.fold import words
from store.wire.distinctions import AT_FRONT, COMMON, OFFICES, is_told, is_year, is_yearly, modifiers
from store.wire.homes import countries_named
from store.wire.lexicon import NUMBERS, ORG_HEADS, TIMES
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

ELECTIONS: Final = word_set(
    "election elections polls poll referendum plebiscite runoff off primary primaries caucuses bypoll "
    "bypolls byelection byelections"
)
"""Head nouns of elections; `off` ends `run-off`."""

_NO_POLLS: Final = word_set("opinion exit straw every any no each free fair his her my your")
"""Words before an election that is none, or none of its own."""

_SCHOOLS: Final = word_set("of in on and for by to was is with , . ; : ) at won from runoff 's")
"""What stands behind a primary that is an election, and no school."""


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
    start, telling = modifiers(sheet, index, first)
    if start and line.folds[start - 1] in _NO_POLLS:
        return
    while start < first and (line.folds[start] in AT_FRONT or line.words[start] == "."):
        start += 1
    dated = _dated_after(line, head + 1)
    year = dated > 0 and is_year(line.folds[dated])
    of_day = following == "of" and line.folds[head + 2 : head + 3] != () and line.folds[head + 2] in _MONTHS
    named = start < first or first < head or of_day or line.folds[head] in _OWN_DAY
    if following == "to" and (end := _house_end(sheet, index, head + 2)):
        _claim(sheet, index, start, end)
        return
    if start == first and _is_set(line, head + 1):
        _claim(sheet, index, first, head + 1)
        return
    if start == first > 2 and is_yearly(line.folds[first - 3 : first]):
        _claim(sheet, index, first - 3, head + 1)
        return
    if telling or (dated and (year or named)) or (start < first and is_told(line, start, first, head)):
        bare = dated and not year and start == first
        _claim(sheet, index, start, _day_end(line, dated) if bare else dated + 1 if year else head + 1)


_SUBJECT: Final = (("on",), ("for",), ("of",))
_OWN_DAY: Final = word_set("referendum election elections")
"""What is one of its own by its month: `the party faces elections in August`."""


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
    if line.folds[start - 1 : start] == ("the",) and (of := _year_behind(line, head + 1)):
        _claim(sheet, index, start, of)
        return
    dated = any([_MONTHS.issuperset({f}) for f in line.folds[start:head]])
    if dated and line.folds[start - 1 : start] in _THE and line.folds[head + 1 : head + 2] not in _ON:
        _claim(sheet, index, start, head + 1)


def _year_behind(line: Line, at: int) -> int:
    """Return where the year ends in `the vote of 2008`, 0 if none is told."""
    of = line.folds[at : at + 1] == ("of",) and line.folds[at + 1 : at + 2] != ()
    return at + 2 if of and is_year(line.folds[at + 1]) else 0


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
            if folded in TIMES or folded in NUMBERS or is_year(folded):
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
    years = {int(w) for w in folds if is_year(w)}
    if not years:
        return None
    content = {w for w in folds if w in OFFICES or w in COMMON}
    own = [sheet.gazetteer.demonyms[w].country or "" for w in folds if w in sheet.gazetteer.demonyms]
    found = [
        event.id
        for country in own or _spoken_of(sheet)
        for year in years
        for event in sheet.gazetteer.elections.get((country, year), ())
        if content <= set(words(event.name))
    ]
    return found[0] if len(found) == 1 else None


def _spoken_of(sheet: Sheet) -> list[str]:
    """Return the country whose places and people a text names most often, with those named as often."""
    named = countries_named(sheet)
    most = max(named.values(), default=0)
    return [country for country, times in named.items() if country and times == most]
