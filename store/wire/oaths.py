"""Oaths: who it is that takes an office, or gives one, and whether an oath is the first of its term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.bearers import Bearer


def is_other_way(change: re.Match[str], mention: Mention, text: str) -> bool:
    """Tell whether it is somebody else who takes office: `succeeding NAME`, `NAME appointed him`, `whose`."""
    if change.end() <= mention.start:
        at_anothers = _WHEN.search(text, change.end(), mention.start)
        left = change[0].lower()
        handed = left.startswith(_TAKES) and _FROM.search(text, change.end(), mention.start)
        return left.startswith("succeed") or at_anothers is not None or bool(handed)
    between = text[mention.end : change.start()].strip()
    _, whose, clause = between.rpartition("whose ")
    if change[0].lower() == "inauguration of" or (whose and "," not in clause):
        return True
    if mention.paragraph >= 0 and between in _ACTIVE and change[0].lower() in _GIVES:
        return True
    opened = change[0].lower() == "inaugurated" and _OPENED.match(text, change.end())
    return bool(opened) and not _PASSIVE.search(text, mention.end, change.start())


_OBJECT: Final = re.compile(r" (?:(?:former|ex-?|veteran|rival) ?(?:[a-z]+ ){0,3})?")
"""What stands between `elected` and whom somebody elects: `elected former premier NAME`."""

_WHEN: Final = re.compile(r"\b(?:when|while|once|before|after|since)\b")
"""What stands between an office taken and somebody else: `came to power when NAME fled`."""

_TAKES: Final = ("tak", "took", "assum")
_FROM: Final = re.compile(r"\bfrom\b")
"""What stands before whoever hands an office over: `taking over as leader from NAME`."""

_OPENED: Final = re.compile(r"(?: (?!as|by|in|on)\w+){0,3} (?:the|an?|this|its|their|\d+\w*)\b")
"""What stands behind `inaugurated` where somebody opens something: `inaugurated here today the workshop`."""

_PASSIVE: Final = re.compile(r"\b(?:was|were|be|been|being|is)\b")

_ACTIVE: Final = frozenset({"", "has", "had", "also", "then", "later"})


AGAIN: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|again|another|new|fresh) (?:[\w-]+ )?(?:term|mandate|time)\b"
    r"|\bagain\b|\bre-?elect"
)
"""What tells of an office kept, whose first day was another one."""

SWORN: Final = frozenset(
    {"sworn in", "sworn-in", "sworn into office", "took office", "inaugurated"}
    | {f"took {whose}oath" for whose in ("", "the ", "his ", "her ")}
)
"""What is said of those who take an office of state, whatever it is."""


_GIVES: Final = frozenset(
    {"appointed", "named", "elected", "chose", "picked", "picks", "installed", "crowned", "anointed"}
)


_SOME_DAY: Final = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b(?!['’]s)")
_CABINET: Final = re.compile(
    r"\b(?:cabinet|government|ministers|administration)(?: (?:led|headed) by| of)?\b[^,.;]{0,40}$"
)
_WITH_HIS: Final = re.compile(r" and (?:his|her) (?:[\w-]+ ){0,2}(?:cabinet|government|ministers)\b")


def is_another_oath(bearer: Bearer, change: re.Match[str], since: date) -> bool:
    """Tell whether an oath is told of that is not the first: of a cabinet, or on another weekday."""
    _, mention, text, begin, end = bearer
    if change.start() < mention.end:
        return False
    day = _SOME_DAY.search(text, change.end(), end) or _SOME_DAY.search(text, mention.end, change.start())
    if day is None:
        cabinet = _CABINET.search(text, begin, mention.start) or _WITH_HIS.match(text, mention.end)
        return cabinet is not None
    return WEEKDAYS.index(day["day"]) != since.weekday()


def is_relation(mention: Mention, place: tuple[int, int], text: str, named: Sequence[Mention]) -> bool:
    """Tell whether somebody is named only as another's: `NAME, youngest son of President NAME, was named`."""
    return any(
        [
            place[0] <= other.start and other.end < mention.start and text.startswith(",", other.end)
            for other in named
            if other.paragraph == mention.paragraph and other.entity.startswith("person:")
        ]
    )


def is_anothers(change: re.Match[str], mention: Mention, named: Sequence[Mention], behind: int) -> bool:
    """Tell whether somebody else is named between a person and the word for taking office.

    Args:
        behind: Where what is told of the person between commas ends: `NAME, daughter of NAME, `.
    """
    first, last = sorted((change.start(), mention.start))
    if change.start() > mention.end and change[0].lower() in _GIVES:
        last = change.end() + 1  # `NAME resigned and elected NAME`
        whom = _OBJECT.match(change.string, change.end())
        if whom and not _PASSIVE.search(change.string, mention.end, change.start()):
            last = whom.end()
    return any(
        [
            first <= other.start <= last
            and not mention.end <= other.start < behind
            and not (
                other.start - mention.end == len(" and ") and change.string.startswith(" and ", mention.end)
            )
            and other.entity != mention.entity
            for other in named
            if other.paragraph == mention.paragraph and other.entity.startswith("person:")
        ]
    )
