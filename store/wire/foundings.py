"""Foundings: a party founded, or made of others, in a lead, whose first day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.names import Named
from store.wire.printed import WEEKDAY, has_year, spoken

_FOUNDS: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!had )\b(?:to form|forming|formed|found(?:ed|s|ing)"
    r"|launch(?:ed|es|ing)?|set up|creat(?:ed|es|ing)|establish(?:ed|es|ing)"
    r"|(?:merge[ds]?|unite[ds]?|(?<=and )(?:re)?born)(?: \w+){0,2} (?:into|as)) "
    r"(?:paper of |congress of |a |an |the |their |his |its |new |own |political |party "
    r"|called |single |united )*$"
)
"""What stands before a party that is founded, not before one whose founder or government is told of."""

_FOUNDED: Final = re.compile(
    r"(?: \([A-Z-]{2,12}\))?(?: (?:was|were) (?:\w+ly )?(?:founded|formed|created|launched|established|born"
    r"|inaugurated)"
    rf"(?: (?:here|in [A-Z]\w+))?(?: (?:late|early))?(?: on)? {WEEKDAY}"
    r"|,? came into (?:being|existence)\b)"
)
"""What stands behind a party that is founded in the week of a text."""

_MERGING: Final = re.compile(
    r"\b(?:merg(?:e[ds]?|ing|er)|unif(?:y|ied|ies|ication)|out of existence|join(?:ed|s)? (?:together|forces)"
    r"|bec[ao]mes? one|ceased to exist|(?:found|form|launch|set up|creat)\w* (?:a|their own|his own|her own)"
    r" (?:\w+ )?(?:party|force))\b",
    re.I,
)
"""What a lead says of a founding that does not name the party founded."""

_NAMED: Final = re.compile(
    r"(?:\bthe new|\b(?:called|named|known as|dubbed)(?: the)?|\bfounding (?:paper|congress|document"
    r"|declaration|charter|statutes?) of(?: the)?|\bthe (?:name|newly founded|unified|united|merged)) $"
)
"""What stands before its name then, soon after."""

_NEWLY: Final = re.compile(
    r"\b(?:newly[- ]|just[- ]|recently )(?:formed|founded|launched|created|established|registered|united"
    r"|unified|merged) (?:[\w-]+ ){0,2}$"
)
"""What stands before a party that is young, in whatever passage."""

_YOUNG_FOR: Final = timedelta(days=300)
"""So long a party is called newly formed."""

_AFTERWARDS: Final = timedelta(days=4)
_SOON: Final = 2
"""So many paragraphs below the lead it is named at the latest."""


def founding_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a lead tells of the founding of a party."""
    leads = [number for number in passages.having("founding") if number <= 0]
    if not leads or not any([entity.kind == "party" for entity in named.entities]):
        return
    merging = any([_MERGING.search(passages.texts[number]) for number in leads])
    last = _SOON if merging else 0
    own = _founders(passages, leads, named, gazetteer) if merging else frozenset()
    for mention in [m for m in named.mentions if m.paragraph <= last and m.entity.startswith("party:")]:
        party = gazetteer.parties.get(mention.entity)
        if party is None or party.founded is None or party.founded[0] != party.founded[1]:
            continue
        text = passages.texts.get(mention.paragraph, "")
        begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
        before = text[max(begin, mention.start - 80) : mention.start]
        newly = _NEWLY.search(before)
        founds = None if newly or mention.paragraph > 0 else _FOUNDS.search(before)
        founds = founds or (_NAMED.search(before) if merging and not newly else None)
        passive = _FOUNDED.match(text, mention.end) if mention.paragraph <= 0 else None
        is_told = founds or passive or (merging and party.id in own)
        if newly or (is_told and not has_year(text[begin:end])):
            day, words = party.founded[0], newly or founds
            quote = f"{words[0].strip() if words else ''} {text[mention.start : mention.end]}".lstrip()
            span = (day, day + _YOUNG_FOR) if newly else (day - timedelta(days=1), day + _AFTERWARDS)
            says, subject = f"{party.name} was founded on {spoken(day)}", f"the founding of {party.name}"
            place, exact = (quote, mention.paragraph), newly is None
            yield Clue("anniversary", *place, says, *span, "dated", day, subject, party.source, exact=exact)
            return


_ENDS: Final = re.compile(
    r"(?<!the )(?<!a )(?<!now )(?<!of )\b(?:dissolve[ds]?|disband(?:ed|s)?|ban(?:ned|s)?|outlaw(?:ed|s)?)"
    r" the (?:[\w’'-]+ ){0,5}$"
)
_IS_ENDED: Final = re.compile(
    r"(?: \([A-Z-]+\))?(?: (?:was|were|is|has been|must|be|should|to)\b(?: \w+){0,3}?)"
    r" (?:dissolved?|disband(?:ed)?|banned|outlawed)\b"
)
"""What stands before a party that a lead tells to be no more, and what behind it."""

_NOT_NOW: Final = re.compile(
    r"\b(?:since|after|when|before|until|which|who|whose|ahead|ago|last|if|could|may)\b"
)


def ending_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a lead tells of the end of a party whose last day is known."""
    for mention in [m for m in named.mentions if m.paragraph <= 0 and m.entity.startswith("party:")]:
        party, text = gazetteer.parties.get(mention.entity), passages.texts.get(mention.paragraph, "")
        if party is None or party.dissolved is None or party.dissolved[0] != party.dissolved[1]:
            continue
        begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
        ended = _ENDS.search(text, begin, mention.start) or _IS_ENDED.match(text, mention.end, end)
        if ended and not (_NOT_NOW.search(text, begin, ended.start()) or has_year(text[begin:end])):
            day = party.dissolved[0]
            quote = text[min(ended.start(), mention.start) : max(ended.end(), mention.end)]
            says, subject = f"{party.name} was dissolved on {spoken(day)}", f"the end of {party.name}"
            span = (day, day + _AFTERWARDS)
            yield Clue(
                "milestone", quote, mention.paragraph, says, *span, "dated", day, subject, party.source
            )
            return


def _founders(
    passages: Passages, leads: Sequence[int], named: Named, gazetteer: Gazetteer
) -> frozenset[str | None]:
    """Return the parties of those of whom a lead says that they founded one: `NAME founded her own party`."""
    found = set[str | None]()
    for number in leads:
        text = passages.texts[number]
        for mention in [m for m in named.mentions if m.paragraph == number and m.entity in gazetteer.people]:
            if _OWN_PARTY.match(text, mention.end):
                found.add(gazetteer.people[mention.entity].party)
    return frozenset(found)


_OWN_PARTY: Final = re.compile(
    rf"(?: on)?(?: {WEEKDAY})? (?:found|form|launch|set up|creat)\w* (?:a|his|her) (?:\w+ )?(?:party|force)\b"
    r"(?![^.;]{0,60}\b(?:last|ago|earlier)\b)"
)
"""What stands behind the name of whoever founds a party."""


def party_floors(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the first day of the youngest party of a text: it tells of nothing before that."""
    founded = _young(gazetteer)
    young = [(founded[entity.id], entity.id) for entity in named.entities if entity.id in founded]
    if not young:
        return
    day, key = max(young)
    party = gazetteer.parties[key]
    printed = [m for m in named.mentions if m.entity == key and m.paragraph in passages.texts]
    quotes = [(passages.texts[m.paragraph][m.start : m.end], m.paragraph) for m in printed[:1]]
    if not quotes:
        return
    says, subject = f"{party.name} was founded in {day.year}", f"the founding of {party.name}"
    yield Clue("history", *quotes[0], says, day - _PLANNED, date.max, "floor", None, subject, party.source)


@lru_cache(maxsize=4)
def _young(gazetteer: Gazetteer) -> Mapping[str, date]:
    """Return the first days of the parties that are younger than most texts may be."""
    known = gazetteer.parties.values()
    return {
        party.id: party.founded[0] for party in known if party.founded and party.founded[0].year >= _YOUNG
    }


_YOUNG: Final = 1995
_PLANNED: Final = timedelta(days=180)
"""So long before its first day a party may be named."""
