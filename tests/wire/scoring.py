"""Scoring: how well the wire reads the labelled samples; `python -m tests.wire.scoring` prints it."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypedDict, cast

from store.article import Article, Entity, Source
from store.wire.gazetteer import load
from store.wire.parse import parse
from store.wire.records import Event

SAMPLES = Path(__file__).with_name("samples")

Prediction = dict[str, object]
"""What the scorer is told of one article."""


class Lists(TypedDict):
    """Precision, recall and F1 of one list of names."""

    precision: float
    recall: float
    f1: float
    tp: int
    fp: int
    fn: int


class Values(TypedDict):
    """The share of right answers of one single value."""

    accuracy: float
    right: int
    of: int


class Scores(TypedDict):
    """What the scorer finds."""

    lists: dict[str, Lists]
    values: dict[str, Values]


Score = Callable[[Mapping[str, object], Mapping[str, object]], tuple[Scores, list[tuple[object, ...]]]]


def read(text: str, name: str = "sample") -> Article:
    """Return what the wire understands of a text."""
    source = Source(name, "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), "utf-8")
    return parse(text, source, load())


def day_of(text: str) -> str | None:
    """Return the day that a text without a title is dated to."""
    return read(f"{text}\n").date.value


def is_history(event: Event) -> bool:
    """Tell whether the labels call a milestone an event: not what goes on."""
    return event.held is not None and event.held[1] < date.max


def prediction(article: Article) -> Prediction:
    """Return an article in the form that the scorer reads."""
    entities = {e.id: e for e in article.entities}

    def named(kind: str) -> list[Entity]:
        return [e for e in article.entities if e.kind == kind]

    def letters(party: str) -> str:
        entity = entities[party]
        return f"{entity.abbr or entity.name}/{entity.country or ''}".rstrip("/")

    no_events = {e.id for e in load().events.values() if e.kind == "milestone" and not is_history(e)}
    return {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "caption": article.caption,
        "credit": article.credit,
        "dateline_place": article.dateline.place,
        "agency": article.dateline.agency,
        "event_date": article.date.value,
        "parties": [{"name": e.name, "abbr": e.abbr, "country": e.country} for e in named("party")],
        "persons": [{"name": e.name, "role": e.role} for e in named("person")],
        "orgs": [e.name for e in named("org")],
        "places": [e.name for e in named("place")],
        "events": [e.name for e in named("event") if e.id not in no_events],
        "party_pairs": [[letters(p) for p in c.parties] for c in article.contacts],
    }


def score(samples: Path = SAMPLES) -> tuple[Scores, list[tuple[object, ...]]]:
    """Return the scores of the samples, and each difference from the labels."""
    gold = {row["id"]: row for row in json.loads((samples / "gold.json").read_text("utf-8"))}
    texts = {name: (samples / "articles" / f"{name}.txt").read_text("utf-8") for name in gold}
    predictions = {name: prediction(read(text, name)) for name, text in texts.items()}
    scorer = cast(Score, runpy.run_path(str(SAMPLES / "score.py"))["score"])
    return scorer(gold, predictions)


def main() -> None:
    """Print the scores field by field."""
    scores, errors = score()
    if "--errors" in sys.argv:
        for ident, field, want, got in errors:
            print(f"{ident} {field}: want {want!r} got {got!r}")
    for field, row in scores["lists"].items():
        print(f"{field:<18}F1 {row['f1']:.3f}   right {row['tp']} wrong {row['fp']} missed {row['fn']}")
    for field, value in scores["values"].items():
        print(f"{field:<18}{value['accuracy']:8.3f}   {value['right']} of {value['of']}")


if __name__ == "__main__":
    main()
