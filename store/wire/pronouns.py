"""Pronouns: for whom `he` or `the delegation` acts that met somebody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from store.article import Mention

_MET: Final = re.compile(
    r"(?:^|[.!?] |, )(?P<who>[Hh]e|[Ss]he|[Tt]he delegation) (?:also |later )?"
    r"(?:met|held|had|received|conferred|hosted|visited)\b"
)
_WHO: Final = ("He ", " he ", "She ", " she ", "he delegation ")
_SENT_BY: Final = re.compile(r"delegations? (?:of|from) (?:the |its )?$")
_SENDS: Final = re.compile(r"(?: \([\w -]{2,12}\))?(?:['’]s)?(?: Central Committee)? delegation\b")


def who_met(
    text: str,
    here: Sequence[Mention],
    above: Sequence[Mention],
    party_of: Mapping[str, str],
    sent: str | None,
) -> tuple[int, str] | None:
    """Return where `He also met ...` stands in a paragraph, and the party for which that one acts.

    `he` is the first person named before, `the delegation` that of the party in `sent`.
    """
    met = _MET.search(text) if any([word in text for word in _WHO]) else None
    if met is None:
        return None
    at = met.start("who")
    party = sent
    if met["who"][-1] == "e":
        earlier = [m for m in here if m.start < at] or above
        party = party_of.get(next((m.entity for m in earlier if m.entity.startswith("person:")), ""))
    return (at, party) if party else None


def sender(text: str, mentions: Sequence[Mention]) -> str | None:
    """Return the party whose delegation a paragraph names, if it is one party's."""
    if "delegation" not in text:
        return None
    found = {
        mention.entity
        for mention in mentions
        if mention.entity.startswith("party:")
        and (
            _SENDS.match(text, mention.end)
            or _SENT_BY.search(text, max(0, mention.start - 30), mention.start)
        )
    }
    return found.pop() if len(found) == 1 else None
