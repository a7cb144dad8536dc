"""Bad input: what is no article in English is read as far as it can be known, and nothing is invented."""

from __future__ import annotations

from datetime import date

import pytest

from store.article import EventDate
from store.document import from_document, to_document
from tests.wire.scoring import read

MENUS = "Home\nPolitics\nWorld\nVideos\nPhotos\nLogin\nContact us\nMonday, July 01, 2024\nSee more\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "./.",
        "គណបក្សប្រជាជនកម្ពុជា\n\nភ្នំពេញ ៖ សម្តេចតេជោ ហ៊ុន សែន បានជួបជាមួយគណៈប្រតិភូ នៅថ្ងៃទី ១២ ឧសភា\n",
        "北京 2021年5月18日 新华社电\n\n中国共产党中央委员会总书记会见了越南共产党代表团。\n",
        "Москва, 22 января. /ТАСС/. Коммунистическая партия Российской Федерации (КПРФ) провела съезд.\n",
        "\u202bالخرطوم 18 مايو 2021\n\nالتقى رئيس الحزب الشيوعي\n",
        "1 2 3 2021 2022 18 05\n",
        "<html><head><title>x</title></head><body></body></html>",
        "https://example.org/2021/05/18/party.html\n",
        MENUS,
    ],
)
def test_what_is_no_text_of_ours_names_nobody(text: str) -> None:
    """Another script, menus, numbers, an address or nothing: no name, no day, no meeting, but an article."""
    article = read(text)
    assert not (article.entities or article.contacts or article.unnamed)
    assert (article.date.value, article.date.month_day, article.date.certainty) == (None, None, "unknown")
    assert article.text == text
    assert from_document(to_document(article)) == article


@pytest.mark.parametrize(
    "text",
    [
        "\u0301(CC", "\u0301(PCdoB", "for \u0301", "They elected Xi Jinping as", "Town In Laos", "Crisis",
        "Hanoi (VNA) – The three leaders agreed on it.\n\nThe CPV praised the LPRP.\n\nThe CPP walked",
    ],
)  # fmt: skip
def test_a_text_cut_off_or_a_mark_without_a_letter_is_read(text: str) -> None:
    """An accent of no letter, and a text cut off where something must stand, are read as they are."""
    assert read(text).text == text


def test_another_language_keeps_only_what_is_known_by_name() -> None:
    """Capitals of a language that is not read make nobody's name; who is known by name stays."""
    article = read(
        "Hà Nội (TTXVN) - Ngày 18/5, Tổng Bí thư Nguyễn Phú Trọng đã tiếp đoàn đại biểu Đảng Nhân dân"
        " Cách mạng Lào. Ông Bùi Xuân cũng dự.\n"
    )
    assert [e.id for e in article.entities] == ["person:nguyen-phu-trong", "place:hanoi"]
    assert article.date.certainty == "unknown"
    assert article.dateline.place == "Hà Nội"


@pytest.mark.parametrize("text", ["Hanoi (VNA) –\n", "Party leaders meet in Hanoi\n\nHanoi (VNA) –\n\n./.\n"])
def test_a_dateline_with_nothing_below_is_a_dateline(text: str) -> None:
    """An empty body leaves place and agency, and no day."""
    article = read(text)
    assert (article.dateline.place, article.dateline.agency) == ("Hanoi", "VNA")
    assert article.body == ()
    assert article.date.certainty == "unknown"


def test_a_headline_alone_is_a_headline() -> None:
    """A plan in a title is no meeting, and its year no day."""
    article = read("CPV and LPRP leaders to meet in Hanoi in 2045\n")
    assert article.headline == "CPV and LPRP leaders to meet in Hanoi in 2045"
    assert article.contacts == ()
    assert article.date.value is None
    assert [e.kind for e in article.date.rejected] == ["goal"]


@pytest.mark.parametrize(
    ("printed", "month_day"),
    [
        ("on May 18, 1789", None),
        ("on December 22, 1944", None),
        ("on May 18, 2101", None),
        ("on May 18, 0000", None),
        ("on February 30, 2021", None),
        ("on February 29, 2023", None),
        ("on May 18", "05-18"),
    ],
)
def test_an_impossible_day_is_no_day(printed: str, month_day: str | None) -> None:
    """No such day, or a year of another age: neither the day nor a part of it is taken."""
    article = read(f"Hanoi (VNA) – The CPV and the LPRP met {printed}.\n")
    assert (article.date.value, article.date.month_day) == (None, month_day)
    assert article.date.certainty == "unknown"


@pytest.mark.parametrize("stamp", ["Updated: 9999-12-31", "January 5, 1900", "January 5, 2150", "00/00/0000"])
def test_a_page_of_an_impossible_day_dates_nothing(stamp: str) -> None:
    """A page's own date outside the years of ours stands among what was removed and dates no event."""
    article = read(f"{stamp}\n\nHanoi (VNA) – The CPV and the LPRP met on Monday.\n")
    assert article.headline is None
    assert stamp in [r.text for r in article.removed]
    assert (article.date.value, article.date.month_day, article.date.evidence) == (None, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "HANOI, March 3 (Xinhua) -- The CPC and the LPRP met on May 18.\n",
        "May 18, 2021\nJune 20, 2022\n\nHanoi (VNA) – The CPV met the LPRP on July 4.\n",
        "HANOI, Feb. 29 (Xinhua) -- The CPV met on Feb 29 after its recent 13th National Congress.\n",
    ],
)
def test_days_that_disagree_leave_the_year_open(text: str) -> None:
    """Where header, dateline, lead and congress do not fit together, no year is chosen."""
    found = read(text).date
    assert found.value is None
    assert found.month_day is not None
    assert found.certainty == "unknown"


def test_a_printed_year_outranks_every_other_day() -> None:
    """The lead's own day with its year stands, though page and dateline are of other years."""
    found = read(
        "Updated: 2021-05-18\n\nBEIJING, Dec. 24 (Xinhua) -- The CPC met guests on May 18, 2020.\n"
    ).date
    assert (found.value, found.certainty, found.earliest) == ("2020-05-18", "certain", date(2020, 5, 18))


@pytest.mark.parametrize(
    "text",
    [
        "Party heads under 40 may run for the committee, the party said.",
        "Members aged 60 may retire, said the chief of the party's office on Tuesday.",
        "The 12 may meet again in the office of the party, said its chief.",
        "Some 50 march in front of the office of the party in the rain.",
    ],
)
def test_a_number_before_a_verb_is_no_day(text: str) -> None:
    """What may be done or who march is told, and neither a month nor a year."""
    assert read(f"Hanoi (VNA) – {text}\n").date == EventDate()


def test_a_small_month_is_one() -> None:
    """Scraped text is careless of capitals."""
    assert read("Hanoi (VNA) – The party met on 12 may 2019 in Hanoi.\n").date.value == "2019-05-12"
