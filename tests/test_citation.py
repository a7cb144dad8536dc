from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given

from store.article import Article, Dateline, EventDate, Evidence
from tests.tui import samples
from tests.tui.samples import day, foreign
from tui.citation import cited, remark, whole
from tui.places import Place, link, named

PRINTED: Final = Evidence("day", "May 18", 0, "")
YEAR: Final = Evidence("congress", "13th National Congress", 0, "")
ARTICLE: Final = replace(
    samples.article(),
    headline="Parties meet",
    standfirst=None,
    dateline=Dateline("Hanoi", "VNA"),
    date=day("2021-05-18", "likely", evidence=(PRINTED, YEAR)),
    body=("First.", "Second “quoted”."),
)

REMARKS: Final = (
    (day("2021-05-18"), ""),
    (day("2021-05-18", "likely", evidence=(PRINTED, YEAR)), "year inferred, likely"),
    (day("2021-05-18", "likely", evidence=(PRINTED,)), "day inferred, likely"),
    (day("2021-05", "likely", evidence=(YEAR,)), "month inferred, likely"),
    (day(None, "guess", "05-18", ("2018-05-18", "2020-05-18"), (PRINTED, YEAR)), "year inferred, a guess"),
    (day(None, "guess", between=("2018-01-01", "2020-12-31"), evidence=(YEAR,)), "date inferred, a guess"),
    (
        day("2021-05-18", "corrected", evidence=(Evidence("correction", "", None, "corrected by mai"),)),
        "corrected by mai",
    ),
    (day(None, "unknown"), ""),
)


@pytest.mark.parametrize(("when", "expected"), REMARKS)
def test_a_citation_tells_what_of_the_day_was_inferred(when: EventDate, expected: str) -> None:
    """Nothing beside a printed day; else what of it was inferred, how sure it is, or who corrected it."""
    assert remark(when) == expected


def test_a_paragraph_is_cited_with_all_that_is_known() -> None:
    """Quote, agency, place, day and its remark, headline, number and link stand in this order."""
    assert cited(ARTICLE, 1) == (
        "“Second “quoted”.” — VNA, Hanoi, 18 May 2021 (year inferred, likely): “Parties meet”, ¶2. "
        f"newsdesk open {ARTICLE.id}#p2"
    )


def test_what_is_not_known_leaves_no_gap() -> None:
    """Without agency, place, day or headline the rest stands as it would alone."""
    bare = replace(ARTICLE, headline=None, dateline=Dateline(), date=day(None, "unknown"))
    assert cited(bare, 0) == f"“First.” — undated: ¶1. newsdesk open {bare.id}#p1"
    assert whole(bare) == "undated\n\nFirst.\n\nSecond “quoted”."


def test_the_whole_text_is_paragraph_by_paragraph() -> None:
    """Headline, standfirst, source and body stand apart; a standfirst that the body repeats stands once."""
    source = "VNA, Hanoi, 18 May 2021 (year inferred, likely)"
    assert whole(ARTICLE) == f"Parties meet\n\n{source}\n\nFirst.\n\nSecond “quoted”."
    assert whole(replace(ARTICLE, standfirst="Lead")).startswith(f"Parties meet\n\nLead\n\n{source}\n\n")
    assert whole(replace(ARTICLE, standfirst="First.")) == whole(ARTICLE)


@given(foreign, foreign, foreign)
def test_a_citation_is_one_line(headline: str, agency: str, paragraph: str) -> None:
    """Whatever a text holds, a shell into which its citation is pasted has no line to run."""
    hostile = f"{paragraph}\n; rm -rf ~\r\x1b[201~"
    article: Article = replace(ARTICLE, headline=headline, dateline=Dateline(agency, "\t\n"), body=(hostile,))
    assert not set(cited(article, 0)) & set("\n\r\t\x1b")


def test_a_link_leads_back() -> None:
    """What a link names is the place that it was made of; a text without paragraphs is named as a query."""
    words = link(ARTICLE, 1)
    assert words == f"newsdesk open {ARTICLE.id}#p2"
    assert named(words.removeprefix("newsdesk open ")) == Place(ARTICLE.id, 1)
    assert link(replace(ARTICLE, body=()), 0) == f"newsdesk open id:{ARTICLE.id}"


@pytest.mark.parametrize(
    "words",
    ["", "congress", "42c3", "42c3#p0", "42c3#p", "#p1", "42c3#p1 x", "42c3#p-1", "xyz#p1", "id:42c3"],
)
def test_other_words_are_a_query(words: str) -> None:
    """Only hex digits, #p and a number name a place."""
    assert named(words) is None
