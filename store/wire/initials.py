"""Initials: the letters behind a name that the text will call a party by."""

from __future__ import annotations

from typing import Final

from store.wire.tokens import Line, word_set


def letters_at(line: Line, at: int) -> str | None:
    """Return the letters that stand in brackets at a token, or behind `, or`."""
    words = line.words
    if at + 2 >= len(words):
        return None
    if words[at] == "(" and (words[at + 2] == ")" or _spelt_abroad(line, at + 2)):
        letters = words[at + 1]
    elif words[at : at + 2] == _OR and words[at + 3 : at + 4] in _CLOSED:
        letters = words[at + 2]
    else:
        return None
    is_short = 2 <= len(letters) <= 9 and letters[0].isupper() and any(map(str.isupper, letters[1:]))
    return letters if is_short else None


_OR: Final = (",", "or")
_CLOSED: Final = ((",",), (";",), (".",), (")",), ())
"""What stands behind the letters of `the Democratic Labour Party, or DLP, ...`."""


def _spelt_abroad(line: Line, at: int) -> bool:
    """Tell whether `by its Spanish acronym)`, `for its initials in French)` goes on at a token."""
    ahead = line.folds[at : at + 7]
    return ")" in ahead and not _SPELT.isdisjoint(ahead[: ahead.index(")")])


_SPELT: Final = word_set("acronym initials abbreviation")
