"""Mastheads: what papers and agencies set above and below a text, and the datelines that go with it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read
from tests.wire.test_layout import LEAD, NEXT, lay, removed

TITLE = "Envoys of two parties hold talks"
SUMMARY = "The envoys of the two sides want to end a long row over seats in the assembly of the province."


@pytest.mark.parametrize(
    ("printed", "place", "agency"),
    [
        ("Kyodo, Tokyo - ", "Tokyo", "Kyodo"),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "Tempo"),
        ("AFP / MANILA\n\n", "MANILA", "AFP"),
        ("Reuters/Berlin\n", "Berlin", "Reuters"),
        ("Addis Ababa, March 11/2022 (ENA) ", "Addis Ababa", "ENA"),
        ("ASTANA. KAZINFORM – ", "ASTANA", "Kazinform"),
        ("PORT ST. LUCIE — ", "PORT ST. LUCIE", None),
    ],
)
def test_the_agency_may_stand_before_the_place_or_above_it(
    printed: str, place: str, agency: str | None
) -> None:
    """A known agency and a known town are a dateline in either order, in one line or in two."""
    layout = lay(f"{TITLE}\n\n{printed}{LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.dateline.place, layout.dateline.agency) == (TITLE, place, agency)
    assert layout.body == (LEAD, NEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Jonas, Tokyo - a long row ends at last",
        "FILE - The envoy speaks to reporters in Oslo on Monday (AP Photo/Jane Doe, File)",
        "NEWSPAPER SECTION: News",
        "WRITER: Jane Roe",
        "Envoys / Guests",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(line: str) -> None:
    """Neither a picture of the archive nor the paper's own marks name a place."""
    layout = lay(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.dateline.place, layout.body) == (TITLE, None, (LEAD, NEXT))


def test_a_known_town_may_stand_alone_above_its_text() -> None:
    """It needs no capitals where a paragraph follows."""
    article = read(f"{TITLE}\nAFP\nKuala Lumpur\n{LEAD}\n\n{NEXT}", "text")
    assert (article.headline, article.dateline.place, article.dateline.agency) == (
        TITLE,
        "Kuala Lumpur",
        "AFP",
    )
    assert read(f"{TITLE}\nAFP\nKuala Langat Utara\n{LEAD}\n\n{NEXT}", "text").dateline.place is None


def test_a_town_above_a_title_is_no_dateline() -> None:
    """It is one only where the text follows at once."""
    assert read(f"Hanoi\n{TITLE}\n\n{LEAD}\n\n{NEXT}", "text").dateline.place is None
    assert read(f"{TITLE}\n\nHanoi\n\nSUMMIT\n\n{LEAD}\n\n{NEXT}", "text").dateline.place is None


@pytest.mark.parametrize(
    "between",
    [
        "Jane Roe\nPublished Jul 12, 2020, 5:00 AM SGT",
        "By Jane Roe",
        "Jul 12, 2020\n\nThe envoy at his office. PHOTO: JANE DOE",
    ],
)
def test_a_paragraph_above_the_writer_is_the_standfirst(between: str) -> None:
    """The text begins below who wrote it and when, and nothing between them is lost."""
    layout = lay(f"{TITLE}\n{SUMMARY}\n{between}\n\n{LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.standfirst, layout.body) == (TITLE, SUMMARY, (LEAD, NEXT))
    assert len(removed(layout, "byline") + removed(layout, "page date")) == between.count("J") - (
        "JANE" in between
    )


@pytest.mark.parametrize("between", ["The two sides met in Oslo, it said.", "Talks go on", "Oslo"])
def test_a_first_paragraph_above_another_is_no_standfirst(between: str) -> None:
    """Without a writer or a day between them both belong to the text."""
    layout = lay(
        f"{TITLE}\n\n{SUMMARY}\n\n{between}\n\n{LEAD}\n\n{NEXT} They met in Oslo, where talks go on."
    )
    assert (layout.standfirst, layout.body[0]) == (None, SUMMARY)


@pytest.mark.parametrize("paper", ["THE DAILY STAR", "The Manila Times", "Jakarta Globe Online"])
def test_the_name_of_a_paper_above_a_title_is_none(paper: str) -> None:
    """The line below it is the headline."""
    layout = lay(f"{paper}\n{TITLE}\nand sign a paper\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert layout.headline == f"{TITLE} and sign a paper"


@pytest.mark.parametrize(
    "title", ["Party Leader Talks To Press Today", "Envoys leave the post", "Labour has a star"]
)
def test_a_title_that_ends_like_a_paper_is_one(title: str) -> None:
    """A paper's name has a capital at each of its few words."""
    assert lay(f"{title}\n\n{SUMMARY}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}").headline == title


def test_the_owner_of_a_page_below_a_text_took_no_picture() -> None:
    """What stands behind © as the last line is the text's owner."""
    layout = lay(f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n© AFP")
    assert (layout.caption, layout.credit, layout.dateline.agency) == (None, None, "AFP")
    layout = lay(f"{TITLE}\n\nThe envoy in Oslo © AFP\n\n{LEAD}\n\n{NEXT}")
    assert (layout.caption, layout.credit, layout.dateline.agency) == ("The envoy in Oslo", "AFP", None)


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (", ANGOP has learned.", "ANGOP"),
        (", KUNA learnt.", "KUNA"),
        (", where AFP learned that it was so.", None),
    ],
)
def test_an_agency_learns_in_its_own_text(end: str, agency: str | None) -> None:
    """It says so behind a comma."""
    lead = f"The party opened its congress in the capital on Monday with many guests{end}"
    assert lay(f"{TITLE}\n\n{lead}\n\n{NEXT}").dateline.agency == agency


def test_the_owner_of_a_picture_may_be_named_in_the_line_above() -> None:
    """The BBC prints the source first, which is not the text's agency."""
    layout = lay(
        f"{TITLE}\nImage source, PA Media\nImage caption, The envoy speaks to his guests\n\n{LEAD}\n\n{NEXT}"
    )
    assert (layout.caption, layout.credit) == ("The envoy speaks to his guests", "PA Media")
    assert layout.dateline.agency is None


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        ("Thongloun Is\nLao Party's New Leader", "Thongloun Is Lao Party's New Leader"),
        (f"Home Politics World Economy\n\n{TITLE}", TITLE),
        (f"KPL.la > English > Politics\n\n{TITLE}", TITLE),
        (f"Home » Party affairs » Politics\n\n{TITLE}", TITLE),
        ("Vientiane > Hanoi: parties talk", "Vientiane > Hanoi: parties talk"),
    ],
)
def test_a_title_behind_the_way_to_its_page_and_over_two_lines(printed: str, headline: str) -> None:
    """The way to a page is no title, if it names a section; a line that ends in a verb goes on below."""
    assert lay(f"{printed}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}").headline == headline


def test_who_works_for_an_agency_signs_for_it() -> None:
    """`Reuters Staff` above a text is its byline."""
    layout = lay(f"Parties talk in Baku\n\nReuters staff\n\nBAKU\n\n{LEAD}\n\n{NEXT}")
    assert (layout.byline, layout.dateline.agency) == ("Reuters", "Reuters")


def test_a_summary_may_stand_below_the_dateline() -> None:
    """What is no sentence between a dateline of its own and the first paragraph is the standfirst."""
    told = "Envoy of the sixth party to speak on the last day"
    layout = lay(f"Parties talk in Baku\n\nBAKU (AFP) -\n\n{told}\n\n{LEAD}\n\n{NEXT}")
    assert (layout.standfirst, layout.body[0]) == (told, LEAD)


def test_a_paragraph_below_a_dateline_is_none() -> None:
    """A first sentence of the body is no standfirst though its dateline has a line of its own."""
    layout = lay(f"Parties talk in Baku\n\nBAKU (AFP) -\n\n{LEAD}\n\n{NEXT}")
    assert (layout.standfirst, layout.body[0]) == (None, LEAD)


def test_a_headline_said_again_over_a_break_is_no_standfirst() -> None:
    """The two lines of the headline that a page repeats are taken out as one."""
    title = "Three parties sign pact on roads and wells"
    layout = lay(f"{title}\n\nThree parties sign pact\non roads and wells\n\nBAKU (AFP) - {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.standfirst) == (title, None)


def test_letters_before_a_colon_are_no_town() -> None:
    """A headline may begin with the party whose news it is."""
    title = "PJD: Abdelilah Benkirane Elected"
    assert lay(f"{title}\n\n{LEAD}\n\n{NEXT}").headline == title


@pytest.mark.parametrize(
    ("printed", "place", "agency"),
    [
        ("VALLETTA (Times of Malta) – ", "VALLETTA", "Times of Malta"),
        ("Nairobi, Kenya – ", "Nairobi", None),
        ("Nairobi, Kampala – ", None, None),
    ],
)
def test_a_town_stands_with_its_paper_or_its_country(
    printed: str, place: str | None, agency: str | None
) -> None:
    """A paper unknown to us may have small words in its name; two towns are no dateline."""
    found = read(f"Parties talk on roads\n\n{printed}{LEAD}\n\n{NEXT}").dateline
    assert (found.place, found.agency) == (place, agency)
