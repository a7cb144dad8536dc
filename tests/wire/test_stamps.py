"""Stamps: the days that pages and agencies print beside a text, and which of them date its weekdays."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read
from tests.wire.test_layout import LEAD, NEXT, lay

TITLE = "Minister opens a school in the north"
TOLD = "The minister of schooling opened a school of twelve rooms for the children of four villages"


@pytest.mark.parametrize(
    ("dateline", "below", "value"),
    [
        ("Rabat - ", "MAP 17 October 2019", "2019-10-16"),
        ("Tinghir - ", "MAP: 17 October 2019", "2019-10-16"),
        ("MULTAN, Oct 16 (APP): ", "APP / 17 Oct 2019", "2019-10-16"),
        ("Buenos Aires, Oct. 16 (Télam).- ", "(Télam, 17/10/2019)", "2019-10-16"),
        ("Amman, Oct 9 (Petra) -- ", "//Petra//AF\n9/10/2019 - 05:12:41 PM", "2019-10-09"),
        ("Pyongyang, October 16 (KCNA) -- ", "www.kcna.kp (Juche108.10.17)", "2019-10-16"),
        ("Havana, Oct 16 (Prensa Latina) ", "Modificado por última vez en Jueves, 17 de Octubre de 2019",
         "2019-10-16"),
        ("Amman, Oct 16 (Petra) -- ", "//Petra//AF\n9/10/2019 - 05:12:41 PM", None),
        ("Rabat - ", "The school was founded by MAP on 17 October 2019.", None),
        ("Rabat - ", "MAP", None),
    ],
)  # fmt: skip
def test_the_day_that_an_agency_signs_with_tells_the_weekday_of_the_lead(
    dateline: str, below: str, value: str | None
) -> None:
    """A weekday is seen from it, a day is of its year; a day of a sentence, or of two readings, is none."""
    assert read(f"{TITLE}\n\n{dateline}{TOLD} on Wednesday.\n\n{NEXT}\n\n{below}\n").date.value == value


def test_the_day_that_an_agency_signs_with_is_that_of_writing() -> None:
    """Where the lead tells no day, the event is of no day, but of the month."""
    found = read(f"{TITLE}\n\nRabat - {TOLD}.\n\n{NEXT}\n\nMAP 17 October 2019\n").date
    assert (found.value, found.precision) == ("2019-10", "month")


@pytest.mark.parametrize(
    "head",
    [
        f"Monday, 28/11 18:40\n{TITLE}",
        f"{TITLE}\n28/11 18:40",
        f"Monday, July 06, 2026 - Việt Nam News\n{TITLE}",
        f"{TITLE}\nRabu, 22 Januari 2014 11:20 WIB",
        f"{TITLE}\nMay. 13, 2014 6:42 PM EDT",
        f"{TITLE}\nReporter: Azis 28th September 2017",
        f"{TITLE}\nPublished on 24/04/2014 - 15:02 By Jane Souza - Brasília",
        f"{TITLE}\nEnglish.news.cn 2014-09-09 20:12:34",
        f"{TITLE}\n(AFP) – Oct 5, 2011",
        f"News ID: 2701234\n{TITLE}",
        f"{TITLE}\n(ATTN: UPDATES with more details in paras 2-4)",
        f"{TITLE}\nRedazione ANSA FLORENCE",
    ],
)
def test_a_stamp_is_no_title(head: str) -> None:
    """The title stays alone, whatever stands above or below it."""
    layout = lay(f"{head}\n\nMANILA, May 18 (Kyodo) -- {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.standfirst, layout.body) == (TITLE, None, (LEAD, NEXT))


@pytest.mark.parametrize("title", ["Monday, 28/11: a day of talks", "28/11 attacks remembered in the city"])
def test_a_title_that_begins_with_a_day_is_a_title(title: str) -> None:
    """Two numbers are a stamp only with a clock or a weekday, and with nothing else."""
    assert lay(f"{title}\n\nMANILA, May 18 (Kyodo) -- {LEAD}\n\n{NEXT}").headline == title


def test_the_clock_of_a_site_dates_no_text() -> None:
    """The day before the name of a site is that on which its page was seen."""
    text = f"Monday, July 06, 2026 - Việt Nam News\n{TITLE}\n\nHÀ NỘI — {TOLD} on Wednesday.\n"
    assert read(text).date.value is None


@pytest.mark.parametrize(
    ("page", "value", "certainty"),
    [
        ("Thursday, July 04, 2024", "2019-07-23", "likely"),
        ("Wednesday, July 24, 2019", "2019-07-23", "certain"),
        ("July 04, 2024 09:12", "2024-07-02", "certain"),
    ],
)
def test_a_page_without_a_clock_yields_to_an_earlier_day_that_its_text_tells(
    page: str, value: str, certainty: str
) -> None:
    """Such a day may be that of a visit: a choice that was made five years before tells when it was not."""
    found = read(
        f"{page}\n\n{TITLE}\n\nBoris Johnson was elected leader of the Conservative Party on Tuesday."
    ).date
    assert (found.value, found.certainty) == (value, certainty)
    seen = [one.quote for one in found.rejected if "the page was seen" in one.says]
    assert seen == ([page] if certainty == "likely" else [])


def test_a_page_whose_text_tells_no_year_dates_it() -> None:
    """Nothing speaks against the day above a meeting of two unknown delegations, and nothing for it."""
    found = read(f"Thursday, July 04, 2024\n\n{TITLE}\n\n{TOLD} on Tuesday.\n\n{NEXT}").date
    assert (found.value, found.certainty) == ("2024-07-02", "likely")


@pytest.mark.parametrize(
    ("printed", "place", "agency", "day"),
    [
        ("ANKARA (A.A) - 30.07.2008 - ", "ANKARA", "Anadolu", "30.07.2008"),
        ("Riyadh, Safar 28, 1440, November 07, 2018, SPA -- ", "Riyadh", "SPA", "November 07, 2018"),
        ("Ho (V/R), July 10, GNA – ", "Ho", "GNA", "July 10"),
        ("KARAGANDA. KAZINFORM ", "KARAGANDA", "Kazinform", None),
        ("11:20 | Lima, Jul. 19 (ANDINA).- ", "Lima", "Andina", "Jul. 19"),
        ("21 de marzo de 2011, 10:15 Havana, Mar 21 (Prensa Latina) ", "Havana", "Prensa Latina",
         "21 de marzo de 2011"),
        ("ORAN- ", "ORAN", None, None),
        ("Hanoi - Vientiane flights: ", None, None, None),
        ("Thanks to Xinhua. Reuters told: ", None, None, None),
    ],
)  # fmt: skip
def test_the_datelines_of_houses_are_read(
    printed: str, place: str | None, agency: str | None, day: str | None
) -> None:
    """Place, agency and day are known; two towns, and a sentence, are no dateline."""
    layout = lay(f"{TITLE}\n\n{printed}{LEAD}\n\n{NEXT}")
    assert (layout.dateline.place, layout.dateline.agency, layout.dateline_date) == (place, agency, day)
    assert layout.body[0] == (LEAD if place else f"{printed}{LEAD}")


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("Thursday, 12/6/2025 - 17:40", "2025-06-12"),
        ("Friday, 6/12/2024 - 9:10", "2024-12-06"),
        ("Wednesday, 12/6/2025 - 17:40", None),
    ],
)
def test_a_weekday_tells_which_of_two_numbers_is_the_month(stamp: str, value: str | None) -> None:
    """Of the two readings one has the weekday printed beside it; if neither has, the stamp says nothing."""
    on = stamp.partition(",")[0]
    assert read(f"{stamp}\n\n{TITLE}\n\nHanoi (VNA) – {TOLD} on {on}.\n\n{NEXT}\n").date.value == value
