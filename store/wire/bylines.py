"""Bylines: who wrote a text, and from where a page took it, as lines beside it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from store.wire.tokens import word_set

_BYLINE: Final = re.compile(r"by(?::| )\s*(?P<name>[^\W\d_][^:;!?()]{1,58})", re.I)
_WRITING: Final = re.compile(r"(?:article|text|story|report|words|written)(?: in [A-Z][a-z]+)? (?=by )", re.I)
"""What `Article in English by NAME` begins with."""

_WRITTEN: Final = frozenset({"Art", "Tex", "Sto", "Rep", "Wor", "Wri"})
_FOREIGN_BYLINE: Final = re.compile(
    r"(?:(?:por|par|bởi|oleh)\s*:?|(?:von|text[eo]?|story|report|author|writer"
    r"|autora?|auteur|tác giả|penulis)\s*:)"
    r"\s+"
    r"(?P<name>[^\W\d_][\w.'’-]*(?: (?:(?:de|da|del|dos|van|von|la|bin) )*[^\W\d_][\w.'’-]*){1,3})",
    re.I,
)
"""`Por: Ana Lopez`, `Bởi Nguyễn Văn A`, `Author: Minh Anh`: a word for the writer, then just a name."""

_FOREIGN_FIRST: Final = word_set("por par bởi ole von tex sto rep aut tác pen wri")
"""The first letters of each of these words."""

_TRADE: Final = re.compile(
    r"(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}), (?:[A-Za-z-]+ ){0,4}"
    r"(?:editor|reporter|correspondent|writer|journalist|columnist|bureau chief)",
    re.I,
)
"""`Jane Roe, Political Editor`: a name and what its bearer does for the paper."""

_STAFF: Final = frozenset({
    "our correspondent", "our reporter", "our staff reporter", "staff reporter", "staff reporters",
    "staff writer", "staff writers", "staff correspondent", "web desk", "news desk", "webdesk", "newsdesk",
    "special correspondent", "own correspondent", "our own correspondent", "from our correspondent",
})  # fmt: skip
"""How a paper signs for whoever works for it."""

_NO_BYLINE: Final = re.compile(
    r"\b(?:is|was|has|have|the|their|his|said|will|(?-i:he|she|they|we))\b|\w\w[.!?] \w", re.I
)
_SOURCE: Final = re.compile(
    r"\(?(?:(?:source|nguồn|according to)\s*:|taken from)\s*(?P<name>[^()]{2,40}?)\s*\)?\.?", re.I
)


def byline(line: str) -> str | None:
    """Return the name in a line such as `By C. Nika`."""
    if len(line) >= 64:
        return None
    if len(line) < 40 and line.endswith((" Reporter", " Correspondent", " Staff Writer")) and line.istitle():
        return line
    if line.casefold() in _STAFF:
        return line
    if ", " in line and (told := _TRADE.fullmatch(line)) and _is_name(told["name"]):
        return told["name"]
    if line.endswith(" |") and line.replace(" and ", " ")[:-2].istitle():
        return line[:-2].rstrip()
    if line.startswith(("(By ", "(by ")) and line.endswith(")"):
        line = line[1:-1]
    if " / " in line and all(map(may_be_writer, line.split(" / "))):
        return line
    if line[:3] in _WRITTEN and " by " in line[:32]:
        line = _WRITING.sub("", line)
    match = _BYLINE.fullmatch(line) if line[:1] in "bB" else None
    if match is None and line[:3].casefold() in _FOREIGN_FIRST:
        foreign = _FOREIGN_BYLINE.fullmatch(line)
        if foreign and _is_name(foreign["name"]):
            return foreign["name"]
    if match is None or not match["name"][0].isupper() or _NO_BYLINE.search(match["name"]):
        return None
    return match["name"].strip(" .,-–—")


def _is_name(words: str) -> bool:
    """Tell whether the first and the last of some words have capitals, and most of those between, too."""
    first, *between, last = words.split()
    return first[0].isupper() and last[0].isupper() and sum(word[0].islower() for word in between) < 3


def source_line(line: str) -> str | None:
    """Return the name in a line such as `Source: AKP`."""
    may_tell = len(line) < 64 and (":" in line or "from" in line.lower())
    match = _SOURCE.fullmatch(line) if may_tell else None
    return match["name"] if match else None


def may_be_writer(line: str) -> bool:
    """Tell whether a line is but two or three capitalised words, as the names of writers are."""
    named = line.split()
    return 1 < len(named) <= _NAME and all([word[0].isupper() and word.isalpha() for word in named])


def is_never_said(line: str, below: Sequence[str]) -> bool:
    """Tell whether a line may be the name of a writer: the text below has none of its words."""
    if not may_be_writer(line):
        return False
    named = line.casefold().split()
    return not any([word in text.casefold() for text in below for word in named])


_NAME: Final = 3
"""Hardly a writer signs with more words."""
