"""Holders: by what words offices are called, and which of them are the first of a party or a state."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from store.fold import fold
from store.wire.records import Person, Term
from store.wire.tokens import straight, word_set

_WORD: Final = re.compile(r"\w+")
_EMPTY: Final = frozenset(
    {"of", "the", "its", "their", "and", "for", "s", "to", "a", "an", "in", "national", "general"}
)
_OF: Final = re.compile(r" of | at |,")
_SAME: Final = {
    "permanent": "standing",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "chairmanship": "chairman",
    "presidency": "president",
    "head": "chairman",
    "leaders": "leader",
    "chairmen": "chairman",
    "propaganda": "publicity",
    "popularisation": "publicity",
    "popularization": "publicity",
    "information": "publicity",
    "communication": "publicity",
    "communications": "publicity",
    "theory": "theoretical",
    "mobilization": "mobilisation",
    "organization": "organisation",
    "defense": "defence",
    "labor": "labour",
}

LEADING: Final = frozenset({"leader", "chief", "boss", "lead", "leadership", "helm", "reins"})
"""What the press calls whoever holds the first office of a party, whatever that is called there."""

_TOP: Final = re.compile(
    r"(?:President|(?:National )?Chair(?:man|woman|person)|Leader|Co-leader|(?:First |National )?Secretary"
    r"|General (?:Secretary|Chair\w+)|Secretary[- ]General|National Convener) of "
    r"(?!.* (?:Party|City|Municipal|Provincial|Regional|District|State) Committee$)"
)


_LETTERS: Final = {
    letters: word_set(words)
    for letters, words in {
        "vff": "vietnam fatherland front",
        "lfnc": "lao front construction",
        "lfnd": "lao front development",
        "cppcc": "chinese people political consultative conference",
        "cpvcc": "communist party vietnam central committee",
        "hcma": "ho chi minh academy politics",
    }.items()
}
"""What the letters of bodies stand for, in the words of offices."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """Return the words of an office, folded, those of one meaning as one."""
    folded = fold(straight(text)).replace("political bureau", "politburo")
    found = frozenset(_SAME.get(w, w) for w in _WORD.findall(folded)) - _EMPTY
    letters = found & _LETTERS.keys()
    return found.difference(letters).union(*map(_LETTERS.__getitem__, letters)) if letters else found


def head_of(term: Term) -> frozenset[str]:
    """Return the words of the office before `of`: what a person becomes."""
    return head_words(term.office)


@lru_cache(maxsize=4096)
def head_words(office: str) -> frozenset[str]:
    """Return the words of an office before `of`."""
    return words_of(_OF.split(office, 1)[0])


def is_top(term: Term) -> bool:
    """Tell whether an office is the first of a party or a country, whose bearer is called its leader."""
    return _is_first(term.office)


@lru_cache(maxsize=4096)
def _is_first(office: str) -> bool:
    return _TOP.match(office) is not None


def is_told(office: str, said: Set[str]) -> bool:
    """Tell whether words name an office, or its bearer as a leader."""
    head = head_words(office)
    return (
        head <= said
        or (head == _PREMIER and "premier" in said)
        or (bool(said & LEADING) and _is_first(office))
    )


_PREMIER: Final = frozenset({"prime", "minister"})
"""The head of a government whom the press calls its premier, too."""


def is_leading(term: Term) -> bool:
    """Tell whether an office is the first of a party, or of a state or its government."""
    return is_top(term) or term.office.startswith(_HEADS)


_HEADS: Final = ("Prime Minister of ", "Premier of ", "Chancellor of ", "Taoiseach of ")


def chairs_of(terms: Sequence[Term]) -> list[Term]:
    """Return the terms of those who led, without those of a secretary beside a chairman of the same party."""
    first = {_owner(term) for term in terms if "Secretary" not in term.office}
    return [term for term in terms if "Secretary" not in term.office or _owner(term) not in first]


def _owner(term: Term) -> str:
    return term.office.partition(" of ")[2]


_FORMERLY: Final = re.compile(
    r"\b(?:[Ff]ormer|[Ee]x)[ -](?:[A-Z][\w’'-]+ ){0,2}(?:party |opposition )?"
    r"(?P<office>(?i:president|prime minister|premier|chancellor|leader|chair\w*|secretary general"
    r"|general secretary)) $"
)


def ended(person: Person, left: str) -> date:
    """Return since when somebody is called `former prime minister`, by the words before the name."""
    told = _FORMERLY.search(left[-70:])
    said = words_of(told["office"]) if told else frozenset()
    ends = [
        t.until[0] for t in person.terms if told and t.until and is_leading(t) and is_told(t.office, said)
    ]
    return min(ends, default=date.min)


_BRIEF: Final = timedelta(days=730)
"""Whoever held an office no longer was hardly chosen for it again."""


def is_brief(term: Term) -> bool:
    """Tell whether an office was held so short that nobody was confirmed in it anew."""
    return term.since is not None and term.until is not None and term.until[0] - term.since[0] <= _BRIEF


def of_its_party(terms: Sequence[Term], words: str) -> list[Term]:
    """Return the terms of the party that some words name, best in full; all of them if they name none."""
    said = words_of(words) - _PARTY if len(terms) > 1 else frozenset()
    parties = {term: words_of(term.office) - head_of(term) - _PARTY for term in terms}
    own = [term for term in terms if said & parties[term]]
    whole = [parties[term] for term in own if parties[term] <= said]
    return [t for t in own if not any([named < parties[t] for named in whole])] or list(terms)


_PARTY: Final = frozenset({"party", "national"})
