"""Credits: what is a caption, and who took its picture, in the forms in which pages print them."""

from __future__ import annotations

import pytest

from tests.wire.test_layout import LEAD, NEXT, lay, removed

TITLE = "Envoys of two parties hold talks in Oslo"
SEEN = "The envoy speaks to reporters in Oslo, Norway, June 2, 2023."
BODY = f"OSLO, June 2 (Kyodo) -- {LEAD}\n\n{NEXT}"


@pytest.mark.parametrize(
    ("behind", "credit"),
    [
        ("REUTERS/Jane Doe", "REUTERS/Jane Doe"),
        (
            "REUTERS/Jane Doe/File Photo Purchase Licensing Rights, opens new tab",
            "REUTERS/Jane Doe/File Photo",
        ),
        ("Sputnik via REUTERS", "Sputnik via REUTERS"),
        ("[Photo/Xinhua]", "Xinhua"),
        ("[Photo by Li Na/Xinhua]", "Li Na/Xinhua"),
        ("(Photo provided to China Daily)", "China Daily"),
        ("(AAP: James Doe)", "AAP: James Doe"),
        ("(Supplied)", "Supplied"),
        ("— Bernama pic", "Bernama"),
        ("— Picture by Hari Doe", "Hari Doe"),
        ("CNA photo Nov. 26, 2022", "CNA"),
    ],
)
def test_who_took_a_picture_is_told_behind_its_caption(behind: str, credit: str) -> None:
    """Each agency has its own form of a credit."""
    layout = lay(f"{TITLE}\n\n{SEEN} {behind}\n\n{BODY}")
    assert (layout.headline, layout.standfirst) == (TITLE, None)
    assert ((layout.caption or "").rstrip("."), layout.credit) == (SEEN.rstrip("."), credit)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy told REUTERS/Ipsos pollsters that he would come to Oslo again in the autumn of that year.",
        "The envoy came to Oslo (Norway: a member of NATO) and thanked his hosts for the talks of Monday.",
        "He put up the picture by the door of the room in which the envoys of the two parties had met.",
        "The envoys said so in a note [seen by this paper] and left for home in the evening of the same day.",
    ],
)
def test_a_sentence_that_names_a_picture_or_an_agency_is_no_caption(sentence: str) -> None:
    """A credit stands at the very end of its line, or alone in brackets."""
    layout = lay(f"{TITLE}\n\n{BODY}\n\n{sentence}")
    assert (layout.caption, layout.body[-1]) == (None, sentence)


@pytest.mark.parametrize("mark", ["PHOTO:", "Image caption,", "Caption:", "[1/3]", "2 of 5 |"])
def test_what_a_page_sets_before_a_caption_is_no_part_of_it(mark: str) -> None:
    """Labels and the number of a picture among others are taken out and kept."""
    layout = lay(f"{mark} {SEEN} (AP Photo/Jane Doe)\n{TITLE}\n\n{BODY}")
    assert (layout.headline, layout.caption, layout.credit) == (TITLE, SEEN, "AP Photo/Jane Doe")
    assert mark.strip(":") in {label.strip(":") for label in removed(layout, "photo label")}


@pytest.mark.parametrize(
    "seen",
    [
        "The party leader shakes hands with the Cuban envoy",
        "Members of the two sides pose for a group photo",
        "An overview of the meeting",
        "At the reception",
        "Delegates at the sixth youth camp in Hue",
    ],
)
def test_a_line_that_nobody_reports_is_a_caption(seen: str) -> None:
    """Who shakes hands, and the view of a hall, are seen in a picture."""
    layout = lay(f"{TITLE}\n\n{seen}\n\n{BODY}")
    assert (layout.headline, layout.standfirst, layout.caption) == (TITLE, None, seen)


@pytest.mark.parametrize(
    "said",
    [
        "At the meeting of Oslo the two sides want to end a long row",
        "Delegates call for a longer truce, and for new talks in the autumn",
        "The leader refuses to shake hands on a deal that nobody reads",
    ],
)
def test_a_summary_is_no_caption(said: str) -> None:
    """What is reported of a meeting stays the standfirst."""
    layout = lay(f"{TITLE}\n\n{said}\n\n{BODY}")
    assert (layout.standfirst, layout.caption) == (said, None)


def test_a_title_glued_to_itself_before_a_picture_is_said_once() -> None:
    """A page prints it above and in its picture's label."""
    layout = lay(f"{TITLE} {TITLE} ảnh 1The envoy and his host (Photo: VNA)Hanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.caption, layout.credit) == (TITLE, "The envoy and his host", "VNA")


@pytest.mark.parametrize(
    "writer", ["Jane Roe, Political Editor", "Staff Reporter", "Jane Roe", "Khuon Doe Narim"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_who_wrote_a_text_is_no_part_of_its_title(writer: str, gap: str) -> None:
    """A name that the text does not say is the writer's, with an empty line before it or without one."""
    layout = lay(f"{TITLE}{gap}{writer}\n\n{BODY}")
    assert (layout.headline, layout.standfirst) == (TITLE, None)


def test_a_name_that_the_text_says_goes_on_with_the_title() -> None:
    """A title broken before a name is joined to it."""
    text = f"Party leader receives\nJonas Gahr Store\n\nOSLO, June 2 (Kyodo) -- {LEAD} Store left.\n\n{NEXT}"
    assert lay(text).headline == "Party leader receives Jonas Gahr Store"


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("AGERPRES (RO - author: Ana Popa; EN - author: Dan Ion)", "Agerpres"),
        ("AGERPRES (editor: Ana Popa)", "Agerpres"),
        ("(the author: a member of the party)", None),
    ],
)
def test_an_agency_may_name_its_writers_behind_its_name(end: str, agency: str | None) -> None:
    """Both are taken off the last sentence."""
    layout = lay(f"{TITLE}\n\n{LEAD}\n\n{NEXT} {end}")
    assert layout.dateline.agency == agency
    assert (layout.body[-1] == NEXT) == (agency is not None)


@pytest.mark.parametrize(
    "stamp", ["By Global Times Published: Jun 30, 2021 10:53 AM", "Global Times | Published: Jun 30, 2021"]
)
def test_a_page_date_may_name_an_agency_of_two_words(stamp: str) -> None:
    """It is the text's own."""
    assert lay(f"{TITLE}\n{stamp}\n\n{LEAD}\n\n{NEXT}").dateline.agency == "Global Times"
