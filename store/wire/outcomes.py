"""Outcomes: how far an event lies from a vote: counted from who won or lost it, just held, or still ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from store.wire.clues import sentence_start
from store.wire.distances import Distance, Relation
from store.wire.relations import distance, relation_of
from store.wire.rounds import heading

_RESULT: Final = re.compile(
    r"\b(?:count(?:ing|ed)?(?: of)?(?: the)? (?:votes|ballots)|as (?:the )?(?:votes|ballots) (?:of|in|from)"
    r"|(?:results?|trends|returns|projections) (?:(?:flowed|came|trickled) in )?(?:of|in|from)"
    r"|(?:dealt|handed|suffer(?:ed|s)|inflicted) [^.;]{3,60}?\b(?:defeat|drubbing|rout|loss|setback)"
    r"|won|wins|winning|defeat(?:ed|s)|beat|victory|majority|conceded|swept|landslide)\b[^.;]{0,90}$",
    re.I,
)
_OUTCOME: Final = re.compile(
    r"(?<=[’']s |is |er |ir |ts )(?:(?:crushing|heavy|narrow|landslide|decisive|shock|stunning|huge|big) )?"
    r"(?:(?:election )?(?:defeat|victory|win|re-?election|loss|drubbing|rout)"
    r"|election as (?:[\w’'-]+ ){0,5}president)\b"
    r"(?! (?:in|at) (?:a |the )?(?:[\w-]+ )?(?:by-election|primary|court|local|state|city|confidence|party))"
)
"""What a vote is called by who won or lost it: `five months after his crushing defeat`."""


_CLOSE: Final = 40

_TOLD: Final = 7
"""The outcome of a vote is told of within so many days."""


def outcomes(text: str) -> Iterator[tuple[re.Match[str], Relation, str]]:
    """Yield the outcomes of votes that a passage counts days, weeks or months from, with what is before."""
    for match in _OUTCOME.finditer(text):
        left = text[sentence_start(text, match.start()) : match.start()]
        relation = distance(left)
        if relation and relation.unit in ("day", "week", "month") and len(left) - relation.end <= _CLOSE:
            yield match, relation, left


_LONG_AFTER: Final = re.compile(r"\b(?:weeks|months|years) (?:after|since) (?:[\w’'-]+ ){1,4}$")
"""What stands before a victory that is no news: `months after they won`."""


def result_of(left: str) -> Relation | None:
    """Return what the counting of votes or a victory says in a lead: the vote was in the week before."""
    told = _RESULT.search(left[-120:])
    if told and _LONG_AFTER.search(left[: max(0, len(left) - 120) + told.start()]):
        return None
    start = max(0, len(left) - 120) + told.start() if told else 0
    late = 0 if "oters on " in left and _THEIR_DAY.search(left) else _TOLD
    kind: Distance = "counted" if is_claimed(left) else "outcome"
    return Relation(start, "dated", 1, unit="day", count=0, kind=kind, late=late) if told else None


_CLAIMED: Final = re.compile(
    r"\b(?:claim(?:s|ed|ing)|declar(?:es|ed|ing)) (?:an? |the )?(?:[a-z-]+ )?(?:victory|win)\b"
)
"""What is said before anybody declares who won: on the evening of the vote."""


def is_claimed(left: str) -> bool:
    """Tell whether somebody claims to have won a vote, who may have lost it."""
    return _CLAIMED.search(left) is not None


_THEIR_DAY: Final = re.compile(
    r"\b[Vv]oters on \w+day (?:dealt|handed|gave|inflicted|delivered|swept|threw)\b"
)
"""What makes a weekday that of the vote itself: `voters on Sunday dealt the party a defeat`."""


_HOPES: Final = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|bid(?:s|ding)?|vying|vies|tipped"
    r"|favou?rite|poised|(?<!than )expected|certain|sure|confident|could|trail(?:s|ed|ing)?"
    r"|faces|facing|square[sd]? off|(?:last|final) (?:appeal|plea|push|rally)"
    r"|when (?:[\w’'-]+ ){1,4}(?:go|goes|head|heads|return)\b)",
    re.I,
)
"""What tells of a vote before it is held: `hopes to be re-elected when voters go to the polls on Monday`."""

_TOOK_PLACE: Final = re.compile(
    r"\b(?:after|since|following|results?|returns|outcome|won|winning|count(?:s|ed|ing)?|held|failed|took|having"
    r"|(?:beat|defeat|lost|loss|victor|conced|overturn|annul|challeng|exit poll|projection)\w*)\b",
    re.I,
)
_TOLD_BEHIND: Final = re.compile(
    r"\b(?:results?|returns|exit polls?|(?:votes?|ballots?) (?:were |was )?count\w*|projections?)\b", re.I
)
"""What tells on either side of its name that it was held all the same: `to win, exit polls showed`."""

_NEAR: Final = 130


def is_awaited(left: str, right: str) -> bool:
    """Tell whether a sentence hopes or fears what a vote will bring, so that it is still ahead.

    Args:
        left: What stands before the name of the vote in its sentence.
        right: What stands behind it.
    """
    near = left[-_NEAR:]
    hopes = _HOPES.search(near)
    return hopes is not None and not (_TOOK_PLACE.search(near, hopes.end()) or _TOLD_BEHIND.search(right))


_SOUGHT: Final = re.compile(
    r"\b(?:reach|make|force|avoid|avert|enter|advance to|qualify for|get into|win without) (?:the |a |an )?"
    r"(?:second[- ]round )?$"
)


def is_sought(left: str) -> bool:
    """Tell whether a run-off is only what a first round may bring: `hopes to reach the run-off`."""
    return _SOUGHT.search(left[-40:]) is not None


_DECLARED: Final = re.compile(
    r"\b(?:declared|proclaimed|named|certified|confirmed|pronounced)\b[^.;]{0,60}"
    r"\b(?:winners?|victors?|victorious|elected|re-elected)\b[^.;]{0,60}$"
)


def is_declared(left: str) -> bool:
    """Tell whether somebody declares who won a vote: the weekday behind its name is not that of the vote."""
    return _DECLARED.search(left[-160:]) is not None


_SAID: Final = re.compile(
    r"\b(?:said|says|announc(?:ed|es|ing)|declared|told|called (?!off)|rejected|postponed|delayed|vowed)\b"
)
"""What stands before a vote from which no days are counted: `a day after he announced the election`."""

_HAD: Final = re.compile(r"\bhad \w+[^.;,]{0,40}$")
"""What stands before the distance of something older: `had pulled out on the eve of the ballot`."""


def told_when(which: str, left: str, right: str, number: int, *, far: bool) -> Relation | None:
    """Return how far from an election the event lies, by what stands before and behind its name.

    Args:
        which: Its round: `run-off`, `first` or the like; empty where none is told.
        number: That of the passage.
        far: Whether the passage counts days, weeks or months from anything.
    """
    heads = heading(left) if which == "run-off" else None
    relation = heads or relation_of(left, right, far=far)
    on_day = relation is not None and relation.names_its_day
    if on_day and is_declared(left):
        return None
    if relation is None and number <= 0:
        relation = result_of(left)
    if relation is None or (relation.start >= 0 and _SAID.search(left, max(relation.start, relation.end))):
        return None
    if number > 0 and _HAD.search(left, 0, max(0, relation.start)):
        return None
    if relation.weekday is not None and relation.start >= 0 and is_awaited(left, right):
        return replace(relation, direction=-1, late=-1)
    if on_day and which != "first" and (result := result_of(left)):
        return replace(relation, kind=result.kind)  # nobody wins on the first of several days
    return relation
