"""Foundings: a party founded, or made of others, in a lead, whose first day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.names import Named
from store.wire.printed import has_year, spoken

_FOUNDS: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!had )\b(?:to form|forming|formed|found(?:ed|s|ing)"
    r"|launch(?:ed|es|ing)?|set up|creat(?:ed|es|ing)|establish(?:ed|es|ing)"
    r"|(?:merge[ds]?|unite[ds]?)(?: \w+){0,2} (?:into|as)) "
    r"(?:paper of |congress of |a |an |the |their |his |its |new |own |political |party "
    r"|called |single |united )*$"
)
"""What stands before a party that is founded, not before one whose founder or government is told of."""

_AFTERWARDS: Final = timedelta(days=4)


def founding_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a lead tells of the founding of a party."""
    telling = [number for number in passages.having("founding") if number <= 0]
    for mention in named.mentions if telling else ():
        party = gazetteer.parties.get(mention.entity) if mention.paragraph in telling else None
        if party is None or party.founded is None or party.founded[0] != party.founded[1]:
            continue
        text = passages.texts[mention.paragraph]
        begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
        founds = _FOUNDS.search(text[max(begin, mention.start - 80) : mention.start])
        if founds and not has_year(text[begin:end]):
            day = party.founded[0]
            says = f"{party.name} was founded on {spoken(day)}"
            place = (founds[0].strip() + " " + text[mention.start : mention.end], mention.paragraph)
            span, subject = (day - timedelta(days=1), day + _AFTERWARDS), f"the founding of {party.name}"
            yield Clue("anniversary", *place, says, *span, "dated", day, subject, party.source, exact=True)
            return
