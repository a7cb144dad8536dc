"""Layout: each form in which scraped wire texts arrive is taken apart into the same few pieces."""

from __future__ import annotations

import pytest

from store.wire.clean import clean
from store.wire.gazetteer import load
from store.wire.layout import Layout, lay_out

LEAD = (
    "A delegation of the Communist Party of Vietnam met some of the Lao party on May 18 to talk of training."
)
NEXT = "The two sides agreed to send more officials to each other's schools and to meet again before winter."


def lay(text: str) -> Layout:
    """Take a raw text apart with the agencies of the gazetteer."""
    return lay_out(clean(text), tuple(load().agencies.values()))


def removed(layout: Layout, kind: str) -> list[str]:
    """Return what was taken out as one kind of thing."""
    return [r.text for r in layout.removed if r.kind == kind]


@pytest.mark.parametrize(
    ("printed", "place", "agency", "day"),
    [
        ("Hanoi (VNA) – ", "Hanoi", "VNA", None),
        ("Hanoi (VNA) - ", "Hanoi", "VNA", None),
        ("Vientiane(VNA) ", "Vientiane", "VNA", None),
        ("Ho Chi Minh City (VNA) – ", "Ho Chi Minh City", "VNA", None),
        ("Hanoi (VNA)\n– ", "Hanoi", "VNA", None),
        ("Hanoi\n(VNA) – ", "Hanoi", "VNA", None),
        ("Hanoi (VNA) –\n", "Hanoi", "VNA", None),
        ("BEIJING, April 18 (Xinhua) -- ", "BEIJING", "Xinhua", "April 18"),
        ("HAVANA, Cuba, Sep 13 (ACN) ", "HAVANA", "ACN", "Sep 13"),
        ("Tokyo, Aug. 31 (Jiji Press)--", "Tokyo", "Jiji", "Aug. 31"),
        ("Havana, Aug 23 (Prensa Latina) ", "Havana", "Prensa Latina", "Aug 23"),
        ("New Delhi, Jan 20 (PTI) ", "New Delhi", "PTI", "Jan 20"),
        ("New Delhi [India], February 11 (ANI): ", "New Delhi", "ANI", "February 11"),
        ("MOSCOW, January 22. /TASS/. ", "MOSCOW", "TASS", "January 22"),
        ("Baku, Azerbaijan, May 11 / Trend , T.Konyayeva /\n\n", "Baku", "Trend", "May 11"),
        ("ISLAMABAD, (APP - UrduPoint / Pakistan Point News - 18th May, 2021 ) :", "ISLAMABAD", "APP",
         "18th May, 2021"),
        ("AKP Phnom Penh, August 30, 2018 —\n\n", "Phnom Penh", "AKP", "August 30, 2018"),
        ("KUALA LUMPUR (Sept 30): ", "KUALA LUMPUR", None, "Sept 30"),
        ("PHNOM PENH, 5 May — ", "PHNOM PENH", None, "5 May"),
        ("HÀ NỘI — ", "HÀ NỘI", None, None),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("PANO – ", None, "PANO", None),
        ("NDO – ", None, "NDO", None),
        ("NDO/VNA – ", None, "NDO", None),
        ("VOV.VN - ", None, "VOV", None),
        ("(VOVWORLD) - ", None, "VOVWORLD", None),
        ("(KPL) ", None, "KPL", None),
        ("BELGRADE - (Tanjug) ", "BELGRADE", "Tanjug", None),
        ("Luanda, March 3 - (Angop) ", "Luanda", "ANGOP", "March 3"),
        ("DOHA: (QNA) ", "DOHA", "QNA", None),
        ("Kathmandu: RSS – ", "Kathmandu", "RSS", None),
        ("ASTANA. March 3. KAZINFORM - ", "ASTANA", "Kazinform", "March 3"),
        ("ASTANA. KAZINFORM\n", "ASTANA", "Kazinform", None),
        ("YEREVAN, MARCH 3, ARMENPRESS. ", "YEREVAN", "Armenpress", "MARCH 3"),
        ("Baku, March 3, AZERTAC\n", "Baku", "AZERTAC", "March 3"),
        ("Kannur (Kerala), Apr 10 (PTI) ", "Kannur", "PTI", "Apr 10"),
        ("Phnom Penh (FN), March 3 – ", "Phnom Penh", "Fresh News", "March 3"),
        ("LONDON (Reuters) - ", "LONDON", "Reuters", None),
        ("Seoul (Yonhap) -- ", "Seoul", "Yonhap", None),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_each_form_of_dateline_is_read(
    printed: str, place: str | None, agency: str | None, day: str | None
) -> None:
    """Place, agency and day are known, the body begins behind them, the headline stands above."""
    layout = lay(f"Parties discuss training\n\n{printed}{LEAD}\n\n{NEXT}\n")
    assert (layout.dateline.place, layout.dateline.agency, layout.dateline_date) == (place, agency, day)
    assert layout.headline == "Parties discuss training"
    assert layout.body == (LEAD, NEXT)
    assert removed(layout, "dateline") == ([" ".join(printed.split())] if printed else [])


@pytest.mark.parametrize(
    "beginning",
    [
        "The Communist Party of Vietnam (CPV) – the ruling party of the country – met guests on May 18.",
        "Leaders of the party - (left) and its guests (right) - met for talks in a town on May 18.",
        "Peace: (AFP) as it says itself was told of the talks that the two sides held on May 18.",
        "Talks in Hanoi. Reuters - which had asked for a word - was told of none on May 18.",
        "Vietnam – Laos relations were the topic of a talk that the two sides held on May 18.",
        "Tran Quoc Vuong (R) – a member of the Politburo – received the guests on May 18.",
        "On May 18 (Tuesday) – a day after his arrival – the envoy met the leaders of the party.",
        "GE15: Leaders of the two coalitions held talks at a hotel of the capital.",
        "Hun Sen, President of the CPP, said on May 18 that he looked forward to more trade.",
    ],
)
def test_a_sentence_is_no_dateline(beginning: str) -> None:
    """Dashes and brackets in a first sentence make no dateline, and nothing of it is lost."""
    layout = lay(f"Parties discuss training\n\n{beginning}\n\n{NEXT}")
    assert (layout.dateline.place, layout.dateline.agency) == (None, None)
    assert layout.body == (beginning, NEXT)


@pytest.mark.parametrize(
    ("head", "headline", "headers"),
    [
        ("June 24, 2021 | 19:14 (GMT+7)\nParties talk\n\n", "Parties talk", "June 24, 2021 | 19:14 (GMT+7)"),
        ("Parties talk\n\n(Xinhua) 10:00, April 19, 2023\n\n", "Parties talk",
         "(Xinhua) 10:00, April 19, 2023"),
        ("Parties talk\nUpdated: 2012-12-16 19:03\n\n", "Parties talk", "Updated: 2012-12-16 19:03"),
        ("Tuesday, 11 August 2009\n\nParties talk\n\n", "Parties talk", "Tuesday, 11 August 2009"),
        ("Tue, August 26, 2008\nParties talk\n\n", "Parties talk", "Tue, August 26, 2008"),
        ("Other News Materials 11 May 2010 14:18\nParties talk\n\n", "Parties talk",
         "Other News Materials 11 May 2010 14:18"),
        ("January 22, 16:27 UTC+3\nParties talk\n\n", "Parties talk", "January 22, 16:27 UTC+3"),
        ("Politics\nMonday, July 01, 2024\nParties talk\n\n", "Parties talk", "Monday, July 01, 2024"),
        ("Parties talk\n\nMuhammad Irfan Published May 18, 2021 | 09:10 PM\n\n", "Parties talk",
         "Muhammad Irfan Published May 18, 2021 | 09:10 PM"),
        ("July, 25/2019 - 09:10\nParties talk\n\n", "Parties talk", "July, 25/2019 - 09:10"),
        ("Home > Politics\n18/05/2021 - 21:05\nParties talk\n\n", "Parties talk", "18/05/2021 - 21:05"),
    ],
)  # fmt: skip
def test_a_line_that_only_dates_the_page_is_a_header(head: str, headline: str, headers: str) -> None:
    """Date lines and section names are neither headline nor standfirst."""
    layout = lay(f"{head}{LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.headers, layout.standfirst) == (headline, (headers,), None)
    assert layout.body == (LEAD, NEXT)


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        (
            "Việt Nam, Lao parties\nagree on cadre training\n\n",
            "Việt Nam, Lao parties agree on cadre training",
        ),
        ("LAO PARTY'S BIRTHDAY MARKED\n\n", "LAO PARTY'S BIRTHDAY MARKED"),
        ("Parties talk\n\nParties talk\n\n", "Parties talk"),
        ("“We are friends,” says envoy\n\n", "“We are friends,” says envoy"),
        ("Will the parties meet again?\n\n", "Will the parties meet again?"),
        ("", None),
    ],
)
def test_the_headline_has_one_line_or_two_or_is_missing(printed: str, headline: str | None) -> None:
    """A headline is joined over two lines, kept once where printed twice, and never made of the lead."""
    for dateline in ("Hanoi (VNA) – ", ""):
        layout = lay(f"{printed}{dateline}{LEAD}\n\n{NEXT}")
        assert layout.headline == headline
        assert layout.body == (LEAD, NEXT)
        assert layout.standfirst is None


CAPTIONED = "Leaders of the two parties in Vientiane"


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (f"Parties talk ảnh 1{CAPTIONED} (Photo: VNA)", CAPTIONED, "VNA"),
        (f"Parties talk hinh anh 1{CAPTIONED} (Source: VNA)", CAPTIONED, "VNA"),
        (f"Parties talk - ảnh 1\n{CAPTIONED} (Photo: VOV)", CAPTIONED, "VOV"),
        (f"Parties talk photo 1 {CAPTIONED} (Photo: VNA)", CAPTIONED, "VNA"),
        (f"{CAPTIONED} (Fuente: Prensa Latina).", CAPTIONED, "Prensa Latina"),
        (f"{CAPTIONED}. Photo: Vahid Salemi / dpa via AP", f"{CAPTIONED}.", "Vahid Salemi / dpa via AP"),
        (f"{CAPTIONED} © Sergei Bobylev/TASS", CAPTIONED, "Sergei Bobylev/TASS"),
        ("Sonexay Siphandone (L) and his guest", "Sonexay Siphandone (L) and his guest", None),
    ],
)
def test_each_form_of_caption_is_read(line: str, caption: str, credit: str | None) -> None:
    """Caption and credit are told apart, and neither the label nor the page's title stays in them."""
    layout = lay(f"Parties talk\n\n{line}\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.caption, layout.credit) == ("Parties talk", caption, credit)
    assert layout.body == (LEAD, NEXT)
    assert layout.standfirst is None


def test_a_caption_may_stand_first_on_the_page() -> None:
    """A caption above the headline is not taken for it."""
    layout = lay(f"{CAPTIONED} (Photo: VNA)\n\nParties talk\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}")
    assert (layout.headline, layout.caption, layout.credit) == ("Parties talk", CAPTIONED, "VNA")


def test_a_dateline_glued_to_a_caption_is_parted_from_it() -> None:
    """What stands behind the credit begins the body."""
    layout = lay(
        f"Parties talk\n\nParties talk ảnh 1{CAPTIONED} (Photo: VNA)Vientiane (VNA) - {LEAD}\n\n{NEXT}"
    )
    assert (layout.caption, layout.credit) == (CAPTIONED, "VNA")
    assert (layout.dateline.place, layout.body) == ("Vientiane", (LEAD, NEXT))


@pytest.mark.parametrize("dateline", ["Hanoi (VNA) – ", ""])
def test_a_repeated_lead_is_the_standfirst(dateline: str) -> None:
    """Where the lead stands twice, the first is the standfirst and is noted; the body has it once."""
    layout = lay(f"Parties talk\n\n{LEAD}\n\n{CAPTIONED} (Photo: VNA)\n\n{dateline}{LEAD}\n\n{NEXT}")
    assert layout.standfirst == LEAD
    assert removed(layout, "repeated lead") == [LEAD]
    assert layout.body == (LEAD, NEXT)


def test_a_standfirst_of_its_own_is_kept() -> None:
    """A summary that the body does not repeat is not noted as taken out."""
    layout = lay(
        f"Parties talk\n\nTraining of officials will go on for ten years.\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}"
    )
    assert layout.standfirst == "Training of officials will go on for ten years."
    assert removed(layout, "repeated lead") == []


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("./.", None), ("./.VNA", "VNA"), (".-VNA", "VNA"), (". – VNA", "VNA"), (". — VNS", "VNS"),
        (". -Bernama", "Bernama"), (". (ANI)", "ANI"), (". (dpa)", "dpa"), (". (end)", None),
        (". jrr/iff/npg/mpp", None), (". PTI KR", "PTI"), (". PTI", "PTI"),
        (".\n\nVNA", "VNA"),
        (".\n\nPTI KR SZM", "PTI"),
        (".\n\n./.", None), (".\n\nSource: AKP", "AKP"), (".\n\n(VNA)", "VNA"),
        (".\n\nBy Khmer Times", "Khmer Times"),
    ],
)  # fmt: skip
def test_each_form_of_sign_off_is_taken_off(ending: str, agency: str | None) -> None:
    """The last sentence keeps its full stop, loses the sign-off, and the agency is known by it."""
    layout = lay(f"Parties talk\n\n{LEAD}\n\n{NEXT.removesuffix('.')}{ending}\n")
    assert layout.body == (LEAD, NEXT)
    assert layout.dateline.agency == agency


@pytest.mark.parametrize(
    "last",
    [
        "The report was first published by Xinhua.",
        "He thanked ASEAN and the VNA",
        "They spoke to the press (and to each other).",
        "The plan covers trade, tourism and/or culture.",
    ],
)
def test_the_end_of_a_sentence_is_no_sign_off(last: str) -> None:
    """An agency that a sentence names stays in it."""
    assert lay(f"Parties talk\n\n{LEAD}\n\n{last}").body == (LEAD, last)


@pytest.mark.parametrize(
    "tail",
    [
        "See more", "Related\n\nAnother story about trade", "Latest", "Recent Stories",
        "Past related article: Talks held",
        "Mời quý độc giả theo dõi VOV.VN trên", "Post a Comment", "(Web editor: Chen Yi, Liang Jun)",
        "Writing by A. Smith; Editing by B. Jones", "Translated by Minh Anh", "Copyright 2021 Xinhua",
        "Tags: party, Laos",
        "Politics President returns from Seoul President Thongloun Sisoulith is back home.\n\nSee more",
        "Politics President returns from Seoul President Thongloun Sisoulith is back from a visit.",
    ],
)  # fmt: skip
def test_what_a_page_prints_below_the_text_is_dropped_and_kept_as_removed(tail: str) -> None:
    """Everything from the first tail line on is no part of the body."""
    layout = lay(f"Parties talk\n\nHanoi (VNA) – {LEAD}\n\n{NEXT}\n\n{tail}\n")
    assert layout.body == (LEAD, NEXT)
    assert removed(layout, "tail") + removed(layout, "teaser") != []
    assert sorted(removed(layout, "tail") + removed(layout, "teaser")) == sorted(
        t for t in tail.split("\n") if t
    )


def test_a_byline_names_its_writer_or_its_agency() -> None:
    """`By PTI` above the lead gives the agency, `By C. Nika` below it the writer."""
    above = lay(f"Parties talk\n\nBy PTI\n\nNEW DELHI: {LEAD}\n\n{NEXT}")
    assert (above.dateline.place, above.dateline.agency, above.body) == ("NEW DELHI", "PTI", (LEAD, NEXT))
    below = lay(f"Parties talk\n\nAKP Phnom Penh, May 18, 2021 —\n\n{LEAD}\n\n{NEXT}\n\nBy C. Nika")
    assert (below.byline, below.dateline.agency, below.body) == ("C. Nika", "AKP", (LEAD, NEXT))
    assert lay(f"By George, he did it\n\nHANOI (VNA) – {LEAD}").byline is None


def test_paragraphs_are_found_with_and_without_empty_lines() -> None:
    """A line is a paragraph, unless the text was wrapped at a width: then an empty line parts them."""
    assert lay(f"Parties talk\n{LEAD}\n{NEXT}").body == (LEAD, NEXT)
    last = (
        "The guests left for home on the same evening, after a walk through the old quarter of the capital."
    )
    wrapped = "\n\n".join("\n".join(_wrapped(p)) for p in (LEAD, NEXT, last))
    assert lay(f"Parties talk\n\n{wrapped}").body == (LEAD, NEXT, last)


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize(
    "text", ["", "\n \n", "See more", "./.", "VNA", "Hanoi (VNA) –", "Photo: VNA", "By PTI"]
)
def test_a_text_without_a_body_has_none(text: str) -> None:
    """What is only furniture leaves an empty body and is no error."""
    assert all(paragraph.strip() for paragraph in lay(text).body)
