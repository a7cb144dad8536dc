"""Parse: the seeds come out as a careful human reads them, the samples nearly so, and any text comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.article import Article
from store.document import from_document, to_document
from store.wire.gazetteer import load
from store.wire.parse import parse_each
from tests.wire.scoring import read, score

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
GOLDEN = sorted((HERE / "golden").glob("*.json"))

KNOWN = ("read_by", "source", "text")
"""Fields that depend on when and by what a text was read."""


def seed(name: str) -> Article:
    """Return what the wire understands of one of the two real texts."""
    return read((SEEDS / name).read_text("utf-8"), name)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem[:3])
def test_a_seed_says_field_by_field_what_is_expected(path: Path) -> None:
    """Each field of the article is the one kept beside the text."""
    expected = json.loads(path.read_text("utf-8"))
    document = to_document(seed(f"{path.stem}.txt"))
    assert set(expected) == set(document) - set(KNOWN)
    for field, value in expected.items():
        assert document[field] == value, field


def test_texts_read_together_say_what_each_says_alone() -> None:
    """Nothing of one text gets into another, in whatever order they are read."""
    alone = [read(file.read_text("utf-8")) for file in sorted((HERE / "hard").glob("*.txt"))]
    for articles in (alone, alone[::-1]):
        assert parse_each([(one.text, one.source) for one in articles], load()) == articles


def test_nothing_that_was_taken_out_stands_in_the_body() -> None:
    """Sign-offs, tail, photo label and what is printed twice are taken out, and kept as removed."""
    for article in (seed("000_a4cb8ebfcc55111e.txt"), seed("004_42c399a76e2737da.txt")):
        removed = {r.kind: r.text for r in article.removed}
        assert removed["repeated headline"] == article.headline
        assert removed["repeated lead"] == article.standfirst == article.body[0]
        assert removed["photo label"] == "ảnh 1"
        assert removed["tail"] == "See more"
        text = "\n".join(article.body)
        assert text.count(article.standfirst or "") == 1
        assert not any(trace in text for trace in ("VNA", "/.", "See more", "ảnh", article.headline or ""))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem[:3])
def test_every_quote_is_printed_where_it_is_said_to_be(path: Path) -> None:
    """Evidence, rejected years, mentions and contacts quote the words of their own paragraph."""
    article = seed(f"{path.stem}.txt")
    for evidence in article.date.evidence + article.date.rejected:
        assert evidence.paragraph is not None
        assert evidence.quote in article.paragraph(evidence.paragraph)
    for mention in article.mentions:
        assert 0 <= mention.start < mention.end <= len(article.paragraph(mention.paragraph))
    named = {entity.id for entity in article.entities}
    for contact in article.contacts:
        assert set(contact.parties) <= named
        assert contact.sentence in article.paragraph(contact.paragraph)


def test_the_samples_are_read_as_their_labels_say() -> None:
    """No field of the labelled samples falls below what a reader may rely on."""
    scores, _ = score()
    for field in ("parties", "persons", "orgs", "places", "events"):
        assert scores["lists"][field]["f1"] >= 0.97, field
    assert scores["lists"]["party_pairs"]["f1"] >= 0.85
    for field in (
        "headline",
        "standfirst",
        "caption",
        "credit",
        "dateline",
        "event_date",
        "date_given_right",
    ):
        assert scores["values"][field]["accuracy"] == 1, field
    assert scores["values"]["role"]["accuracy"] >= 0.9


PIECES = st.sampled_from(
    [
        "Hanoi (VNA) – ", "The CPV ", "on May 18 ", "13th National Congress ", "\n", "\n\n", "See more",
        "./.",
        "-VNA", " ảnh 1", "(Photo: VNA)", "BEIJING, April 18 (Xinhua) -- ", "Monday, July 01, 2024",
        "By A. Writer",
        "(L)", "2045 ", "60th anniversary of the founding of the CPV", "on Friday ", "February 30 ",
        "H.E. ", "– ",
        ". ", "Feb 29", "(",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_becomes_an_article_that_can_be_kept(text: str) -> None:
    """Whatever a text is made of, it is read, its quotes are its own, and its document can be read back."""
    article = read(text)
    assert from_document(to_document(article)) == article
    for evidence in article.date.evidence + article.date.rejected:
        assert evidence.paragraph is None or evidence.quote in article.paragraph(evidence.paragraph)
    assert not any("\n" in p or "  " in p or p != p.strip() or not p for p in article.body)
    assert (article.date.value is None) == (article.date.certainty in ("guess", "unknown"))


@pytest.mark.parametrize(
    "text",
    [
        "One short line",
        "Home\nPolitics\nWorld\nSearch\nSee more\n",
        "北京 共产党 会议 举行\n\n中共中央对外联络部部长会见越南代表团。",
        "LAO PARTY CHIEF VISITS HANOI",
        "...\n---\n***",
    ],
)
def test_a_text_that_says_nothing_gets_nothing_invented(text: str) -> None:
    """Menus, one line, or another script: no date, no contact, and no party that is not printed."""
    article = read(text)
    assert article.date.certainty == "unknown"
    assert article.date.value is None
    assert article.contacts == ()
