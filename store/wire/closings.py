"""Closings: whether an office before a comma may be that of the name behind it, which ends there."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import SPEECH
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import Line, word_set


def closes(sheet: Sheet, mark: Mark) -> bool:
    """Tell whether a name ends its apposition: `its chairman, NAME,`, `its chairman, NAME of PARTY, said`."""
    line = sheet.lines[mark.line]
    return _closes(line, mark.end) or _closes_behind_party(sheet, mark)


def _closes(line: Line, end: int) -> bool:
    """Tell whether the office before a comma may be that of the name that ends here: its verb follows."""
    following = line.folds[end : end + 1]
    return following in ((",",), (".",), (";",), ()) or following[0] in SPEECH or following[0] in _AUXILIARIES


_AUXILIARIES: Final = word_set("was is were has had also")


def _closes_behind_party(sheet: Sheet, mark: Mark) -> bool:
    """Tell whether `, NAME of the PARTY, will` ends the apposition of an office before it."""
    line, at = sheet.lines[mark.line], mark.end
    if line.folds[at : at + 1] != ("of",):
        return False
    at += 1 + (line.folds[at + 1 : at + 2] == ("the",))
    party = sheet.at(mark.line, at)
    return party is not None and party.kind == "party" and _closes(line, party.end)
