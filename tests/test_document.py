"""Articles become JSON documents and come back as they were; what is no document is refused by name."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import (
    Article,
    Certainty,
    Contact,
    Dateline,
    Entity,
    EventDate,
    Evidence,
    Kind,
    Mention,
    Precision,
    ReadBy,
    Received,
    Removed,
    Source,
    Unnamed,
)
from store.document import FORMAT, Document, from_document, to_document, to_json
from store.errors import DocumentError

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_number = st.integers(-3, 10_000)


def _maybe(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | what


def _some(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(what, max_size=2).map(tuple)


_instant = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
_evidence = st.builds(Evidence, kind=_text, quote=_text, paragraph=_maybe(_number), says=_text)
_date = st.builds(
    EventDate,
    value=_maybe(_text),
    month_day=_maybe(_text),
    precision=_maybe(st.sampled_from(get_args(Precision))),
    earliest=_maybe(st.dates()),
    latest=_maybe(st.dates()),
    certainty=st.sampled_from(get_args(Certainty)),
    evidence=_some(_evidence),
    rejected=_some(_evidence),
)
_entity = st.builds(
    Entity,
    id=_text,
    kind=st.sampled_from(get_args(Kind)),
    name=_text,
    abbr=_maybe(_text),
    country=_maybe(_text),
    role=_maybe(_text),
    confirmed=st.booleans(),
)
_received = st.builds(
    Received, day=st.dates(), by=st.sampled_from(["import", "sidecar", "mtime"]), quote=_text
)
_id = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)
ARTICLES = st.builds(
    Article,
    id=_id,
    text=_text,
    read_by=st.builds(ReadBy, newsdesk=_text, gazetteer=_text),
    source=st.builds(
        Source,
        file=_text,
        sha256=_text,
        imported=_instant,
        encoding=_text,
        also=_some(_text),
        received=_maybe(_received),
    ),
    replaces=_maybe(_id),
    headline=_maybe(_text),
    standfirst=_maybe(_text),
    caption=_maybe(_text),
    credit=_maybe(_text),
    byline=_maybe(_text),
    dateline=st.builds(Dateline, place=_maybe(_text), agency=_maybe(_text)),
    date=_date,
    body=_some(_text),
    removed=_some(st.builds(Removed, kind=_text, text=_text)),
    entities=_some(_entity),
    mentions=_some(st.builds(Mention, entity=_text, paragraph=_number, start=_number, end=_number)),
    contacts=_some(
        st.builds(Contact, parties=st.tuples(_text, _text), kind=_text, paragraph=_number, sentence=_text)
    ),
    unnamed=_some(st.builds(Unnamed, quote=_text, paragraph=_number, at_least=_maybe(_number))),
)

PLAIN = to_document(
    Article(
        "3a279ddd5d54",
        "text",
        ReadBy("0.1.0", "0" * 12),
        Source("/f", "0" * 64, datetime(2026, 11, 21, 20, tzinfo=UTC), "utf-8"),
        entities=(Entity("party:vn-cpv", "party", "CPV"),),
        contacts=(Contact(("a", "b"), "meeting", 0, "They met."),),
    )
)
"""A document of an article that says little."""


@given(ARTICLES)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    """Article to document to JSON and back is the same article, by either JSON library."""
    document = to_document(article)
    assert document["format"] == FORMAT
    assert from_document(orjson.loads(orjson.dumps(document))) == article
    assert from_document(json.loads(json.dumps(document))) == article
    assert to_json(article) == orjson.dumps(document)


def test_instants_are_written_in_utc() -> None:
    """An instant is written in UTC with whole seconds, whatever zone it was given in."""
    assert PLAIN["source"]["imported"] == "2026-11-21T20:00:00Z"
    read = from_document(PLAIN).source.imported
    assert read == datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert read.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"format": 2}, "format", "version 2 is newer than this newsdesk reads (1)"),
        ({"format": 0}, "format", "0 is no version number"),
        ({"format": "1"}, "format", "'1' is no version number"),
        ({"format": None}, "format", "None is no version number"),
        ({"extra": 1}, "extra", "is no field of this format"),
        ({"headline": 5}, "headline", "5 is no str"),
        ({"id": None}, "id", "None is no str"),
        ({"body": "text"}, "body", "is no list"),
        ({"body": ["a", 7]}, "body[1]", "7 is no str"),
        ({"source": []}, "source", "is no object"),
        ({"source": {"file": "f"}}, "source.also", "is missing"),
        ({"date": {**PLAIN["date"], "certainty": "maybe"}}, "date.certainty", "'maybe' is none of certain, "),
        (
            {"date": {**PLAIN["date"], "earliest": "2021-02-30"}},
            "date.earliest",
            "'2021-02-30' is no day such as ",
        ),
        (
            {"date": {**PLAIN["date"], "earliest": "20210518"}},
            "date.earliest",
            "'20210518' is no day such as ",
        ),
        ({"entities": [{**PLAIN["entities"][0], "confirmed": 1}]}, "entities[0].confirmed", "1 is no bool"),
        (
            {"contacts": [{**PLAIN["contacts"][0], "parties": ["a"]}]},
            "contacts[0].parties",
            "is no list of 2",
        ),
        (
            {"contacts": [{**PLAIN["contacts"][0], "paragraph": True}]},
            "contacts[0].paragraph",
            "True is no int",
        ),
    ],
)
def test_what_is_wrong_is_named(change: Document, field: str, reason: str) -> None:
    """A document with a wrong field is refused, and the error names the way to the field and the reason."""
    with pytest.raises(DocumentError) as caught:
        from_document({**PLAIN, **change})
    assert caught.value.field == field
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize(
    "instant",
    ["2026-11-21T20:00:00", "2026-11-21T20:00:00+01:00", "2026-11-21", "2026-11-21T20:00:00.5Z", "", 5],
)
def test_an_instant_is_of_one_form(instant: object) -> None:
    """An instant that is not UTC in whole seconds is refused."""
    with pytest.raises(DocumentError, match=r"source\.imported: .* is no instant"):
        from_document({**PLAIN, "source": {**PLAIN["source"], "imported": instant}})


@pytest.mark.parametrize("field", sorted(PLAIN))
def test_no_field_may_be_missing(field: str) -> None:
    """A document without one of its fields is refused, and the field is named."""
    with pytest.raises(DocumentError, match=rf"^{field}: "):
        from_document({name: value for name, value in PLAIN.items() if name != field})


def test_a_document_from_before_texts_were_received_is_read() -> None:
    """A document of format 1 that does not say when its text was received is one that nobody told of."""
    source = {name: value for name, value in PLAIN["source"].items() if name != "received"}
    assert from_document({**PLAIN, "source": source}) == from_document(PLAIN)
