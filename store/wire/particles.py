"""Particles: small words inside a name, as in `Rosa de la Cruz`, `Abdullah al-Ahmar`."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import PARTICLES
from store.wire.tokens import Line, word_set

_HYPHEN: Final = ("-",)
ARTICLES: Final = word_set("al el ul as ad ash an ar az es")
"""What Arab names have inside, before a hyphen: `Abdullah al-Ahmar`, `Rached es-Sebsi`."""


def is_particle(line: Line, at: int) -> bool:
    """Tell whether `de la Cruz`, `al-Ahmar` goes on at a token."""
    words, folds = line.words, line.folds
    if words[at + 1 : at + 2] == _HYPHEN:
        return folds[at] in ARTICLES and line.starts[at + 1] == line.end(at)
    if folds[at] not in PARTICLES or at + 1 >= len(words):
        return False
    following = at + 2 if folds[at + 1] in PARTICLES and at + 2 < len(words) else at + 1
    return words[following][0].isupper()
