"""Sittings: plenums of central committees and sessions of parliaments, counted, as clues to a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from store.wire.clues import Clue, Passages, one_of, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.held import held_clue
from store.wire.lexicon import ordinal
from store.wire.names import Named
from store.wire.printed import has_year
from store.wire.records import Edition, Event, Series
from store.wire.tokens import Line, word_set

_BODIES: Final = ("Central Committee", "National Assembly", "National People", "NPC")
"""What a body that sits is called, as far as it is always printed so."""

_NTH: Final = (
    r"(?i:\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)"
)
_WHOSE: Final = (
    rf"(?:(?P<which>{_NTH})(?i:[- ](?:tenure|term|legislature))? )?"
    r"(?P<body>(?:\(?[A-Z][\w’'()-]* |of |and ){0,6}?(?:Central Committee|National Assembly"
    r"|National People[’']s Congress|NPC)\b(?: \([A-Z]{2,4}\))?"
    r"(?: of the (?:[A-Z][\w’'()-]* |of ){1,6}\([A-Z]{3,4}\))?)"
)
_SITS: Final = (
    rf"(?P<sits>{_NTH}) (?i:(?:full|regular|plenary) )?"
    r"(?i:plenum|plenary|session|sitting|meeting|conference)\b"
)
_SITTING: Final = re.compile(rf"\b{_SITS},? of (?:the )?{_WHOSE}")
_ITS: Final = rf"[’']s? (?:(?:recent|just-concluded|upcoming|ongoing) )?{_SITS}"
_BEHIND: Final = re.compile(rf"\b{_WHOSE}{_ITS}", re.I)
_DOES: Final = (
    r" (?:has |had |have )?(?:started|opened|begun|began|held|convened|concluded|closed|ended|wrapped up) "
    rf"(?:its|the|a) (?:[a-z]+-day )?{_SITS}"
)
_OPENS: Final = re.compile(rf"\b{_WHOSE}(?: of the(?: [A-Z][\w’'-]*| of){{1,6}})?{_DOES}")
"""`the 18th Central Committee of the Communist Party of China started its third plenary session`."""

_DONE: Final = re.compile(_DOES)
_OWNED: Final = re.compile(_ITS, re.I)
"""What every such sitting ends in: looked for first, because it is found fast."""


def sitting_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the plenums and sessions that a text counts say about its year."""
    telling = passages.having("sitting")
    for number in telling:
        text = passages.texts[number]
        if not any([body in text for body in _BODIES]) or not _may_sit(passages.lines[number]):
            continue
        owned = _BEHIND.finditer(text) if _OWNED.search(text) else ()
        opened = _OPENS.finditer(text) if _DONE.search(text) else ()
        floor = 0
        for match in sorted([*_SITTING.finditer(text), *owned, *opened], key=re.Match.start):
            if match.start() < floor or has_year(text[sentence_start(text, match.start()) : match.end()]):
                continue
            clues = [
                held_clue(_event(series, e, match), e.held, text, match.span(), floor, number)
                for series, e in _meant(match, number, named, gazetteer)
            ]
            yield from one_of(clues)
            floor = match.end()


def _may_sit(line: Line) -> bool:
    """Tell whether sittings are counted: a number stands before a word for one."""
    folds = line.folds
    for at in line.among(_SITTINGS):
        last = at - 2 if at > 1 and folds[at - 1] in _FILLERS else at - 1
        if last >= 0 and (folds[last] in _NUMBERED or ordinal(folds[last]) is not None):
            return True
    return False


_SITTINGS: Final = word_set("plenum plenary session sitting meeting conference")
_FILLERS: Final = word_set("full regular plenary")
_NUMBERED: Final = word_set("st nd rd th")
"""What is counted, what may stand between, and what ends a number printed `6 TH`."""


def _meant(
    match: re.Match[str], number: int, named: Named, gazetteer: Gazetteer
) -> Sequence[tuple[Series, Edition]]:
    """Return the sittings of that number, of the one body that is named so and known."""
    sits = ordinal(match["sits"].replace(" ", "").casefold())
    which = ordinal(match["which"].replace(" ", "").casefold()) if match["which"] else None
    bodies = [s for s in gazetteer.chronicle.series if s.number and _is_called(s, match["body"])]
    bodies = [s for s in bodies if which in (None, s.number)]
    beside = {
        m.entity for m in named.mentions if m.paragraph == number and match.start() <= m.start < match.end()
    }
    owners = {e.id for e in named.entities if e.kind == "party"}
    owners |= {e.country for e in named.entities if e.kind == "place" and e.country}
    own = [s for s in bodies if s.party in beside] or [s for s in bodies if (s.party or s.country) in owners]
    if len({(s.party, s.country) for s in own}) != 1:
        return []
    return [(series, edition) for series in own for edition in series.held if edition.number == sits]


def _is_called(series: Series, body: str) -> bool:
    return any([name in body for name in series.names])


def _event(series: Series, edition: Edition, match: re.Match[str]) -> Event:
    """Return one sitting in the form in which congresses are read."""
    key = f"event:{series.id.partition(':')[2]}-{edition.number}"
    return Event(
        key, "congress", match[0], party=series.party, country=series.country, number=edition.number,
        held=edition.held, source=series.source,
    )  # fmt: skip
