"""Pointers: lines between paragraphs that lead to other texts, mastheads, and notes on who published it."""

from __future__ import annotations

from tests.wire.scoring import day_of, read

LONG = "Delegates from all provinces of the country listened to the speech in the hall for two hours."


def test_a_pointer_between_paragraphs_cuts_nothing_off() -> None:
    """`Related news: TITLE` is taken out alone where the text goes on behind it."""
    article = read(
        f"Party meets\n\nMedan (ANTARA) - {LONG}\n\nRelated news: Speaker resigns today\n\n{LONG}\n"
    )
    assert len(article.body) == 2
    assert [(r.kind, r.text) for r in article.removed if r.kind == "teaser"] == [
        ("teaser", "Related news: Speaker resigns today")
    ]


def test_below_the_text_it_is_a_tail() -> None:
    """Behind the last paragraph the same line begins what the page prints below."""
    article = read(
        f"Party meets\n\nMedan (ANTARA) - {LONG}\n\nRelated news: Speaker resigns today\n\nEditor: A\n"
    )
    assert len(article.body) == 1


def test_a_masthead_is_no_headline() -> None:
    """`THE COURIER - the Internet Edition` and a day with its weekday behind it stand above the headline."""
    head = "THE COURIER - the Internet Edition\n\nDecember 30, 2007 Sunday\n\nParty names leader\n\n"
    article = read(f"{head}LAHORE, Dec 29: {LONG}\n")
    assert article.headline == "Party names leader"
    assert [r.kind for r in article.removed][:2] == ["site", "page date"]


def test_a_note_on_the_first_publishing_dates_the_page() -> None:
    """`This report by AGENCY was first published DAY` names the agency and dates the page."""
    text = f"Party names leader\n\nTORONTO — {LONG}\n\nThis report by The Canadian Press was first published"
    article = read(f"{text} Oct. 1, 2017.\n")
    assert article.dateline.agency == "Canadian Press"
    assert len(article.body) == 1


def test_two_writers_at_the_end_are_no_people_of_the_text() -> None:
    """`NAME / NAME` below a text is its byline."""
    article = read(f"Damascus, SANA- {LONG}\n\nRana Aziz / Hazem Odeh\n")
    assert article.byline == "Rana Aziz / Hazem Odeh"
    assert [entity.name for entity in article.entities if entity.kind == "person"] == []


def test_a_summary_behind_an_agency_alone() -> None:
    """`VOV.VN - ` before a paragraph that is said again makes the first of them the standfirst."""
    article = read(f"Party meets\n\nVOV.VN - {LONG}\n\n{LONG}\n\n{LONG[:-1]} and more.\n")
    assert (article.standfirst, article.dateline.agency) == (LONG, "VOV")


def test_what_is_left_of_a_dateline_is_no_text() -> None:
    """A dash whose place is gone, or a paper's site with one, stands before the text."""
    for head in ("– ", "(paper-north.vn) - "):
        article = read(f"Party meets\n\n{head}{LONG}\n\nIt was the first meeting of the year in the town.\n")
        assert article.body[0] == LONG


def test_a_page_s_day_without_a_year_tells_the_month_alone() -> None:
    """What was `in the first half of October` is not of the very day that the page shows."""
    text = "Agents meet\nThursday, October 12\n\n(VOVWORLD) - Agents chosen after the 11th Congress of the"
    assert day_of(f"{text} Frelimo Party visited Hanoi in the first half of October.") == "2017-10"


def test_last_month_is_the_one_before_that_of_the_page() -> None:
    """What somebody did last month is of the month before the page's, not what was held then by others."""
    head = "Agents meet\nFriday, January 12, 2018\n\n(VOVWORLD) - Agents of the party"
    assert day_of(f"{head} visited Maputo last month.") == "2017-12"
    assert day_of(f"{head} speak of a congress held last month.") == "2018-01"


def test_a_text_without_a_body_is_read() -> None:
    """Looking for pointers takes a text for whole that has no paragraph, or only one."""
    assert read("Party meets\n").headline == "Party meets"
    assert read("").body == ()
    assert read(f"Party meets\n\n{LONG}\n").body == (LONG,)
