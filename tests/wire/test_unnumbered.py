"""Unnumbered: congresses without a number, first visits, voters who queue, and votes of parties that were."""

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("BEIJING - The Communist Party of China closed its five-yearly congress on Saturday.", "2022-10-22"),
        (
            "BEIJING - The Communist Party of China led a guest out of Saturday's closing ceremony of the "
            "party's congress.",
            "2022-10-22",
        ),
        ("HANOI - Vietnam's ruling Communist Party wrapped up its congress on Thursday.", "2016-01-28"),
        ("BEIJING - The Communist Party of China opened its congress on Sunday.", "2022-10-16"),
        ("HANOI - The Communist Party of Vietnam's youth wing closed its congress on Thursday.", None),
        ("HANOI - The Communist Party of Vietnam's Hanoi chapter closed its congress on Thursday.", None),
        ("BEIJING - The Communist Party of China will open its congress on Sunday.", None),
        ("BEIJING - The Communist Party of China closed its offices on Saturday for the congress.", None),
        (
            "BEIJING - The National People's Congress of the Communist Party of China closed on Saturday.",
            None,
        ),
        (
            "BEIJING - The Communist Party of China and the Communist Party of Vietnam closed a congress on "
            "Saturday.",
            None,
        ),
    ],
)
def test_a_congress_without_a_number_is_known_by_its_first_or_last_weekday(
    text: str, value: str | None
) -> None:
    """All congresses of the one party are known, and one alone opened or closed on such a day."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "PHNOM PENH - The Cambodian People's Party won Sunday's parliamentary election, 68 seats to 55 "
            "for the Cambodia National Rescue Party.",
            "2013-07-28",
        ),
        (
            "SEOUL - The ruling Saenuri Party kept its majority in Wednesday's general elections against the "
            "Democratic United Party.",
            "2012-04-11",
        ),
        (
            "PHNOM PENH - The Cambodian People's Party won Sunday's parliamentary election, held without the "
            "banned Cambodia National Rescue Party.",
            None,
        ),
        (
            "SEOUL - Former members of the Democratic United Party won a majority in Wednesday's general "
            "elections.",
            None,
        ),
    ],
)
def test_a_party_takes_part_in_votes_while_it_exists(text: str, value: str | None) -> None:
    """What names it as gone tells of any later vote."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("KATHMANDU - Nepalis queued on Thursday to elect a Constituent Assembly.", "2008-04-10"),
        ("KATHMANDU - Nepalis voted on Tuesday for a Constituent Assembly.", "2013-11-19"),
        ("KATHMANDU - Nepalis voted on Sunday for a Constituent Assembly.", None),
        ("KATHMANDU - Nepalis queued on Thursday to buy tickets.", None),
        (
            "TOKYO - Voters on Sunday dealt the ruling Liberal Democratic Party a crushing defeat in the "
            "House of Councillors election, and Prime Minister Ryutaro Hashimoto spoke of his loss.",
            "1998-07-12",
        ),
        (
            "TOKYO - Ryutaro Hashimoto on Sunday spoke to voters of a crushing defeat dealt in the "
            "House of Councillors election.",
            None,
        ),
        ("NEW DELHI - Narendra Modi took oath for a third term on Sunday .", "2024-06-09"),
        ("NEW DELHI - Narendra Modi took the oath as prime minister on Monday.", "2014-05-26"),
        ("NEW DELHI - Narendra Modi spoke of an oath on Sunday.", None),
        ("DHAKA - Bangladesh hanged Abdul Quader Mollah on Thursday for crimes in 1971.", "2013-12-12"),
        ("DHAKA - A Bangladesh film has Abdul Quader Mollah hanged in 2013, on Thursday.", None),
    ],
)
def test_voters_queue_leaders_take_oath_and_old_crimes_are_punished(text: str, value: str | None) -> None:
    """A people elects what it is said to; the year of a crime is not that of the sentence."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    "text",
    [
        "HELSINKI, Oct. 28 - Hu Jintao landed on Friday and met Kim Jong Il on his first visit as China's "
        "president.",
        "OSLO, Oct. 4 - Tony Blair spoke of peace here on his first visit since taking office.",
    ],
)
def test_a_first_visit_to_a_place_may_be_years_after_an_office_was_taken(text: str) -> None:
    """Only a first visit anywhere is of the months behind it."""
    assert not [e for e in read(f"{text}\n").date.evidence if " became " in e.says or "1997" in e.says]
