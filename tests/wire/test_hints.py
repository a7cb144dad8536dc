"""Hints: the words without which a room of the dates has nothing to read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from store.article import EventDate, Source
from store.wire.clean import clean, decode
from store.wire.dates import date_event
from store.wire.gazetteer import load
from store.wire.hints import _WORDS, Hint, find_hints
from store.wire.layout import lay_out
from store.wire.names import name_all
from store.wire.tokens import tokenise

HERE = Path(__file__).parent
TEXTS = sorted([*HERE.glob("samples/articles/*.txt"), *HERE.glob("hard/*.txt")])


def date_of(file: Path, *, everything: bool) -> EventDate:
    """Return what is read of the day of a text, in the passages that have hints or in all of them."""
    gazetteer = load()
    layout = lay_out(clean(decode(file.read_bytes()).text), tuple(gazetteer.agencies.values()))
    named = name_all(layout, gazetteer)
    for line in named.lines.values() if everything else ():
        line.vocabulary = line.vocabulary.union(*_WORDS.values())
    return date_event(
        layout, named, gazetteer, Source("a", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), "utf-8")
    )


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_what_has_no_hint_has_nothing_to_read(file: Path) -> None:
    """A room that reads every passage finds no more than one that reads those with its hints."""
    assert date_of(file, everything=False) == date_of(file, everything=True)


def test_each_passage_is_told_of_once_and_in_order() -> None:
    """A passage with two words of a hint is told of once; one without any is not at all."""
    lines = [
        tokenise("He was elected in an election.", 0),
        tokenise("They met.", 1),
        tokenise("An election.", 2),
    ]
    found = find_hints(lines)
    assert [*found["poll"]] == [0, 2]
    assert set(found) <= set(get_args(Hint)) == set(_WORDS)
