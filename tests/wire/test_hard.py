"""Hard texts: invented news with the traits that mislead, and what a careful human reads in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from store.article import CAPTION, HEADLINE, STANDFIRST, Article
from tests.wire.scoring import read

HARD: Final = Path(__file__).with_name("hard")
TEXTS: Final = sorted(HARD.glob("*.txt"))

Field = Callable[[Article], object]


def party_name(article: Article, entity_id: str) -> str:
    """Return the letters of a party, or its name if it has none."""
    entity = next(e for e in article.entities if e.id == entity_id)
    return entity.abbr or entity.name


def names(kind: str) -> Field:
    """Return what reads the names of one kind of entity."""
    return lambda article: [e.name for e in article.entities if e.kind == kind]


FIELDS: Final[dict[str, Field]] = {
    "headline": lambda a: a.headline,
    "standfirst": lambda a: a.standfirst,
    "caption": lambda a: a.caption,
    "credit": lambda a: a.credit,
    "byline": lambda a: a.byline,
    "dateline": lambda a: [a.dateline.place, a.dateline.agency],
    "body": lambda a: len(a.body),
    "date": lambda a: a.date.value,
    "month_day": lambda a: a.date.month_day,
    "certainty": lambda a: a.date.certainty,
    "earliest": lambda a: str(a.date.earliest),
    "latest": lambda a: str(a.date.latest),
    "rejected": lambda a: sorted({e.says[:4] for e in a.date.rejected if e.kind in ("goal", "history")}),
    "parties": lambda a: [party_name(a, e.id) for e in a.entities if e.kind == "party"],
    "countries": lambda a: [e.country for e in a.entities if e.kind == "party"],
    "persons": lambda a: {e.name: e.role for e in a.entities if e.kind == "person"},
    "orgs": names("org"),
    "places": names("place"),
    "events": names("event"),
    "contacts": lambda a: [[*sorted(party_name(a, p) for p in c.parties), c.kind] for c in a.contacts],
}
"""How each of the decisive fields is read; a text's expectation has only those that it tries."""


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_hard_text_says_what_a_careful_human_reads(path: Path) -> None:
    """Each field that a text tries comes out as expected."""
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    article = read(path.read_text("utf-8"), path.name)
    assert {field: FIELDS[field](article) for field in expected} == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_what_a_hard_text_says_stands_where_it_says(path: Path) -> None:
    """Every contact's parties are among the entities, and every mention lies inside its paragraph."""
    article = read(path.read_text("utf-8"), path.name)
    parties = {e.id for e in article.entities if e.kind == "party"}
    assert all(parties.issuperset(contact.parties) for contact in article.contacts)
    texts = dict(enumerate(article.body))
    texts |= {HEADLINE: article.headline or "", STANDFIRST: article.standfirst or ""}
    texts[CAPTION] = article.caption or ""
    assert all(0 <= m.start < m.end <= len(texts[m.paragraph]) for m in article.mentions)
    assert {m.entity for m in article.mentions} <= {e.id for e in article.entities}


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_only_parties_that_a_text_names_met(file: Path) -> None:
    """Whoever met is among the parties of the text."""
    article = read(file.read_text("utf-8"), file.name)
    parties = {entity.id for entity in article.entities if entity.kind == "party"}
    assert parties.issuperset(party for contact in article.contacts for party in contact.parties)
