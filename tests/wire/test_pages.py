"""Pages: what scraped pages print around a text, in the forms that sites of agencies have."""

from __future__ import annotations

import pytest

from tests.wire.test_layout import LEAD, NEXT, lay, removed

TITLE = "Two parties boost ties"
CAPTION = "The envoy (right) and his guest"


@pytest.mark.parametrize(
    "head",
    [
        f"Por: Ana Lopez\n\n{TITLE}",
        f"{TITLE}\n\nBởi Nguyễn Văn A",
        f"{TITLE}\nAuthor: Minh Anh",
        f"{TITLE}\nMinh Anh - May 18, 2021",
        f"{TITLE}\nSource: Xinhua| 2021-05-18 14:05:11|Editor: huaxia",
        f"English | Français | ພາສາລາວ\n\n{TITLE}",
        f"ESP ENG POR\n{TITLE}",
        f"{TITLE}\nA+ A-",
        f"{TITLE} | VOVWORLD",
        f"{TITLE} - Xinhua",
        f"***\n{TITLE}\n---",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(head: str) -> None:
    """Writers, languages, site names and rows of strokes are taken out, whatever their language."""
    layout = lay(f"{head}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.standfirst, layout.body) == (TITLE, None, (LEAD, NEXT))


@pytest.mark.parametrize(
    "title",
    [
        "Von der Leyen visits Hanoi",
        "Par for the course, says envoy",
        "Russian, French parties talk",
        "Text of treaty signed",
    ],
)
def test_a_title_that_begins_like_a_byline_is_a_title(title: str) -> None:
    """A word that names writers elsewhere takes no headline away."""
    assert lay(f"{title}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}").headline == title


@pytest.mark.parametrize(
    ("credit", "named"),
    [("Photo: VNA", "VNA"), ("© Sergei Bobylev/TASS", "Sergei Bobylev/TASS"), ("(Photo: AKP)", "AKP")],
)
def test_a_credit_without_a_caption_is_kept(credit: str, named: str) -> None:
    """Who took the picture is known even where nothing is said of it, and is not the text's agency."""
    layout = lay(f"{TITLE}\n\n{credit}\n\nMANILA, May 18 (Kyodo) -- {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.caption, layout.credit) == (TITLE, None, named)
    assert layout.dateline.agency == "Kyodo"


@pytest.mark.parametrize("credit", ["(Photo: VNA) ", "(Photo: VNA)", "Photo: VNA"])
def test_a_text_glued_to_its_caption_keeps_title_caption_and_dateline(credit: str) -> None:
    """One line may hold the title, the label, the caption, its credit and the lead."""
    layout = lay(f"{TITLE} ảnh 1{CAPTION} {credit}Hanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.caption, layout.credit) == (TITLE, CAPTION, "VNA")
    assert (layout.dateline.place, layout.body) == ("Hanoi", (LEAD, NEXT))


@pytest.mark.parametrize(
    "tail",
    [
        "Laos visits Hue\n\nGuests from Cuba received",
        "VNA\n\nGuests from Cuba received",
        "Related Posts\nGuests from Cuba received",
        "___\n\nAP writer Jim Poe in Manila contributed to this report.",
        "desk@agency.example",
    ],
)
def test_titles_and_notices_behind_a_sign_off_are_no_part_of_the_text(tail: str) -> None:
    """What stands below a signed text is kept as removed, with and without a word that says so."""
    layout = lay(f"{TITLE}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT[:-1]}./.\n\n{tail}")
    assert layout.body == (LEAD, NEXT)
    assert [r for kind in ("tail", "rule", "sign-off") for r in removed(layout, kind)] != []


@pytest.mark.parametrize(
    ("printed", "place", "agency", "day"),
    [
        ("Phnom Penh, May 18, 2021 AKP -- ", "Phnom Penh", "AKP", "May 18, 2021"),
        ("Baku, May 18, AZERTAC\n\n", "Baku", "AZERTAC", "May 18"),
        ("(ANSA) - ROME, MAY 18 - ", "ROME", "ANSA", "MAY 18"),
        ("Ulaanbaatar /Montsame/ ", "Ulaanbaatar", "Montsame", None),
        ("MOSCOW. May 18 (Interfax) - ", "MOSCOW", "Interfax", "May 18"),
        ("Chennai (Tamil Nadu) [India], May 18 (ANI): ", "Chennai", "ANI", "May 18"),
        ("BAKU, Azerbaijan, May 18. ", "BAKU", None, "May 18"),
    ],
)
def test_rarer_forms_of_datelines_are_read(
    printed: str, place: str, agency: str | None, day: str | None
) -> None:
    """The agency may stand behind the day, before the place or between strokes."""
    layout = lay(f"{TITLE}\n\n{printed}{LEAD}\n\n{NEXT}")
    assert (layout.dateline.place, layout.dateline.agency) == (place, agency)
    assert (layout.dateline_date, layout.body) == (day, (LEAD, NEXT))


def test_a_title_that_announces_pictures_is_no_caption() -> None:
    """`(pix)` behind the first line of a page belongs to its title; behind the title, to a caption."""
    layout = lay(f"Allies end row over seats (pix)\n\n{LEAD}\n\n{NEXT}\n\n-- BERNAMA")
    assert (layout.headline, layout.caption) == ("Allies end row over seats (pix)", None)
    layout = lay(f"Allies end row\n\nThe Penang chief at the press conference (pix)\n\n{LEAD}\n\n{NEXT}")
    assert layout.caption == "The Penang chief at the press conference (pix)"


@pytest.mark.parametrize(
    "head",
    [
        "Anadolu staff  | 02.05.2024 - Update : 02.05.2024",
        "Merve Aksoy   | 02.05.2024 - Update : 02.05.2024",
        "Merve Aksoy and Omer Tugrul Cam |\n02.05.2024",
    ],
)
def test_anadolu_sets_writer_and_days_between_the_standfirst_and_the_place(head: str) -> None:
    """What stands below the title is the standfirst; the writer and the days are furniture."""
    summary = "'We opened a door that was shut too long,' says main opposition leader"
    layout = lay(f"Leaders meet for 1st time in years\n{summary}\n{head}\n\nANKARA\n\n{LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.standfirst) == ("Leaders meet for 1st time in years", summary)
    assert layout.body == (LEAD, NEXT)
    assert len(layout.headers) == 1


def test_an_agency_that_was_told_something_wrote_the_text() -> None:
    """What nobody signs is by the agency to which somebody spoke, as its own texts say it."""
    told = "He would return the visit soon, the spokesman told Anadolu on the phone."
    assert lay(f"Parties talk\n\n{LEAD}\n\n{told}").dateline.agency == "Anadolu"
    assert lay(f"Parties talk\n\nHanoi (VNA) - {LEAD}\n\n{told}").dateline.agency == "VNA"
    told = "He told Anadolian farmers so, and told the Associates of his party."
    assert lay(f"Parties talk\n\n{LEAD}\n\n{told}").dateline.agency is None


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (", Trend reports.", "Trend"),
        (", a TASS correspondent reported on Friday.", "TASS"),
        (", Bild reports.", None),
        (", where Xinhua reports are read.", None),
    ],
)
def test_an_agency_reports_in_its_own_text(end: str, agency: str | None) -> None:
    """Without any other sign a text is of the agency that says of itself that it reports."""
    lead = f"The Liberal Democratic Party of Russia chose Leonid Slutsky as its leader in Moscow{end}"
    text = f"Party picks a new leader at its congress\n\n{lead}\n\nHe thanked the delegates.\n"
    assert lay(text).dateline.agency == agency
