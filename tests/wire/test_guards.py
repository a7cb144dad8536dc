"""Guards: the words that are looked for first, because a pattern that wants one of them takes long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from store.article import Source
from store.document import to_json
from store.wire import (
    anniversaries,
    asides,
    chairs,
    committees,
    goals,
    happened,
    held,
    leads,
    relations,
    ruling,
    sittings,
    taken_when,
    turnovers,
)
from store.wire.clean import decode
from store.wire.gazetteer import load
from store.wire.parse import parse

HERE = Path(__file__).parent
TEXTS = sorted([*HERE.glob("samples/articles/*.txt"), *HERE.glob("hard/*.txt")])

GUARDS: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (anniversaries, ("_FIRST",)),
    (asides, ("_ASIDE_ENDS", "_ASIDE_FIRST", "_ASIDE_WORDS", "_BACK_WORDS", "_GATHERINGS")),
    (chairs, ("_BODIES",)),
    (committees, ("_ORDINALS",)),
    (goals, ("_COMING_WORDS", "_FOUNDED_WORDS", "_GOAL_ENDS", "_GOAL_WORDS")),
    (happened, ("AGO_WORDS", "_PAST_WORDS")),
    (held, ("_SIDES",)),
    (leads, ("_TODAY_WORDS",)),
    (relations, ("_COMING_WORDS", "_RECENT_WORDS", "_SIDES")),
    (sittings, ("_BODIES",)),
    (ruling, ("_COUNTED", "_FOR", "_RULES")),
    (taken_when, ("AGO_WORDS", "_AHEAD_WORDS")),
    (turnovers, ("_ABOUT_ENDS", "AGO_WORDS")),
)
"""The lists of the rooms of the dates."""


class Everything(frozenset[str]):
    """The words of a guard that keeps nobody out."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, words: Iterable[object]) -> bool:
        """Tell that there is one of them, whatever there is."""
        return False


def read(file: Path) -> list[bytes]:
    """Return the document of a text, and of the same in capitals and in small letters."""
    source = Source("a", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), "utf-8")
    text = decode(file.read_bytes()).text
    return [to_json(parse(form, source, load())) for form in (text, text.upper(), text.lower())]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_a_guard_keeps_out_nothing_its_pattern_wants(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every guard open the same is read of a text: there was nothing behind those that were shut."""
    guarded = read(file)
    for room, names in GUARDS:
        for name in names:
            letters = isinstance(getattr(room, name), tuple)
            monkeypatch.setattr(room, name, ("",) if letters else Everything())  # "" is in every text
    assert read(file) == guarded
