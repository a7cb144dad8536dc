"""Generated texts as our own reading understands them: nothing real in them, and the truth in the main."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest

from store.article import Article, Kind, Source
from store.demo.cast import cast
from store.demo.generator import documents
from store.document import from_document
from store.wire.gazetteer import load
from store.wire.parse import parse

SOME = 120
SOURCE = Source("in/a.txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), "utf-8")


@cache
def read() -> tuple[tuple[Article, Article], ...]:
    """Return generated articles, each with what is read of its text."""
    known = load()
    truths = map(from_document, documents(SOME))
    return tuple((truth, parse(truth.text, SOURCE, known)) for truth in truths)


WHOLE = ("id", "headline", "standfirst", "caption", "credit", "body", "dateline", "removed")


@pytest.mark.parametrize("part", WHOLE)
def test_a_text_is_taken_apart_as_it_was_put_together(part: str) -> None:
    """Headline, caption, dateline, paragraphs and refuse are read as they were meant."""
    for truth, found in read():
        assert getattr(found, part) == getattr(truth, part)


def test_the_day_is_read_as_it_was_told() -> None:
    """The interval of the date is always the same, and its certainty but where only a year is meant."""
    for truth, found in read():
        assert (found.date.earliest, found.date.latest) == (truth.date.earliest, truth.date.latest)
        assert found.date.month_day == truth.date.month_day
        if truth.date.precision != "year":
            assert (found.date.value, found.date.certainty) == (truth.date.value, truth.date.certainty)
            assert found.date.evidence == truth.date.evidence


def test_parties_are_found_by_the_names_that_the_text_gives_them() -> None:
    """All parties are understood, unknown as they are: each stands once with its letters in brackets."""
    for truth, found in read():
        assert letters(found) == letters(truth)


def letters(article: Article) -> set[str | None]:
    """Return the letters of the parties of an article."""
    return {entity.abbr for entity in article.entities if entity.kind == "party"}


def names(article: Article, kind: Kind) -> set[str]:
    """Return the names of one kind in an article."""
    return {entity.name for entity in article.entities if entity.kind == kind}


@pytest.mark.parametrize("kind", ["person", "org"])
def test_people_and_bodies_are_found_in_the_main(kind: Kind) -> None:
    """Of a hundred people and bodies no more than three are missed, and none is made up of other words."""
    meant = sum(len(names(truth, kind)) for truth, _ in read())
    missed = sum(len(names(truth, kind) - names(found, kind)) for truth, found in read())
    wrong = sum(len(names(found, kind) - names(truth, kind)) for truth, found in read())
    assert meant > 100
    assert missed <= 0.03 * meant and wrong <= 0.03 * meant


def met(article: Article) -> set[tuple[frozenset[str | None], str]]:
    """Return who met whom and how, by the letters of the parties."""
    short = {entity.id: entity.abbr for entity in article.entities}
    return {(frozenset(short[i] for i in contact.parties), contact.kind) for contact in article.contacts}


def test_contacts_are_found_in_the_main() -> None:
    """Of a hundred contacts no more than three are missed, and none is found that was not meant."""
    meant = sum(len(met(truth)) for truth, _ in read())
    assert meant > 50
    assert sum(len(met(truth) - met(found)) for truth, found in read()) <= 0.03 * meant
    assert not [found.id for truth, found in read() if met(found) - met(truth)]


def test_nobody_and_nothing_real_is_named() -> None:
    """No generated text names a party or a person that the gazetteer knows."""
    for _, found in read():
        assert [e for e in found.entities if e.kind in ("party", "person") and e.confirmed] == []


def everyone() -> Iterator[str]:
    """Yield every name of the cast but letters, which many have: the texts say whose they are."""
    for party in cast().parties:
        yield str(party.record["name"])
        yield from {str(person.record["name"]) for held in party.held for person in held}
    for country in cast().countries:
        yield from (str(place["name"]) for place in (*country.towns, *country.villages))
    yield from (str(stranger["name"]) for stranger, _ in cast().walkers)
    yield from cast().names


def test_no_name_of_the_cast_is_a_known_one() -> None:
    """No party, person, town or firm of the cast is called like a party, person or place of the gazetteer."""
    known = load()
    guilty = {
        name: [n.id for n in span.names if n.kind != "demonym"]
        for name in everyone()
        for line, spans in [known.find(name)]
        for span in spans
        if span.end - span.start == len(line.words)
    }
    assert {name: ids for name, ids in guilty.items() if ids} == {}


def test_parties_belong_to_countries_that_do_not_exist() -> None:
    """Their codes are those that ISO 3166 leaves to users."""
    codes = {str(party.record["country"]) for party in cast().parties}
    assert codes <= {f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
