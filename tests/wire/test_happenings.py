"""Happenings: what everybody knows the day of dates a text that tells when it was."""

from __future__ import annotations

import pytest

from store.fold import fold
from store.wire.gazetteer import load
from tests.wire.scoring import day_of, read
from tests.wire.test_data import COUNTRIES, ID, party_ids
from tests.wire.test_data import load as rows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The PDP met on March 14 for Rodrigo Duterte, who was arrested on Tuesday.", "2025-03-14"),
        ("Pheu Thai met Move Forward, dissolved on Wednesday by a court, on August 9.", "2024-08-09"),
        ("The AKP met on July 20, five days after the coup attempt in Turkey of July 15.", "2016-07-20"),
        ("The Awami League met on Thursday, three days after Sheikh Hasina fled Bangladesh.", "2024-08-08"),
        ("To Lam held talks with Kim Jong Un of the WPK in Pyongyang on October 9.", "2025-10-09"),
        ("Kim Jong Un and Xi Jinping met in Beijing on June 19.", "2018-06-19"),
        ("The Likud met Wednesday, on the fifth day of the surprise attack by Hamas on Israel from "
         "Gaza that began the war.", "2023-10-11"),
        ("The PDP met on March 14, years after Rodrigo Duterte was arrested on Tuesday.", None),
        ("The PDP asked on March 14 that Rodrigo Duterte should not be arrested on Tuesday.", None),
        ("The PDP met on March 14 to speak of the arrest of Rodrigo Duterte in 2025.", None),
        ("The CPV met on October 9. To Lam wrote of Pyongyang.", None),
        ("To Lam received a guest on March 12 after the recent friendship visit of Chairman Kim Jong Un "
         "to Vietnam.", "2019-03-12"),
        ("To Lam received a guest on March 12 after a friendship visit of Chairman Kim Jong Un to Vietnam.",
         None),
        ("To Lam received a guest on August 20 and spoke of a visit to China by the CPV's youth.", None),
        ("The PTI said on May 12 that Imran Khan's supporters were arrested on Tuesday.", None),
        ("The LDP met on December 17; the House was dissolved in Malaysia on Friday, it heard.", None),
        ("The Socialist Party of Zambia met on August 1 to discuss the coup in Niger six days ago.",
         "2023-08-01"),
        ("The Baath Party met on Friday after an invasion of Iraq that began the day before.", "2003-03-21"),
        ("The Baath Party met on Friday after an invasion of Iraq that began before the day.", None),
        ("The APC met in Abuja on Wednesday after Bola Tinubu was declared president-elect on "
         "Wednesday.",
         "2023-03-01"),
        ("The APC met in Abuja on Wednesday. Bola Tinubu declared that the winner was the people.", None),
        ("The Awami League met on Thursday. It does not know when Sheikh Hasina fled.", None),
    ],
)  # fmt: skip
def test_what_happened_when_dates_a_text(text: str, value: str | None) -> None:
    """A weekday, a day or a distance beside it tells the year; what is long ago or not yet tells none."""
    assert read(f"(AFP) - {text}\n").date.value == value


def test_happenings_are_in_order_and_of_known_people() -> None:
    """Ids stand in order; parties and countries are known; words are folded; days are of our time."""
    found = rows("happenings")
    keys = ["id", "name", "who", "words", "start", "end", "visit", "source"]
    assert all(list(row) == keys for row in found)
    ids = [str(row["id"]) for row in found]
    assert ids == sorted(set(ids)) and all(ID.fullmatch(key) and key.startswith("happening:") for key in ids)
    assert {str(row["source"]) for row in found} == {"recalled"}
    parties = party_ids()
    for each in load().chronicle.happenings:
        assert each.who and each.words and all(each.words), each.id
        assert all(k in parties or k in COUNTRIES or k.startswith("person:") for k in each.who), each.id
        assert all(word == fold(word) for group in each.words for word in group), each.id
        assert 1990 <= each.held[0].year <= 2026 and (each.held[1] - each.held[0]).days < 9, each.id


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON - Theresa May said in tears on Friday that she would step down as leader.", "2019-05-24"),
        ("ATHENS - Greeks voted No in Sunday's referendum on the bailout.", "2015-07-05"),
        ("BANGKOK - Judges ordered the Thai Raksa Chart Party to be dissolved on Thursday.", "2019-03-07"),
        ("BEIJING - A court sentenced Bo Xilai to life in prison, no years off, on Sunday.", "2013-09-22"),
        ("LIMA - Alberto Fujimori was sentenced to 25 years in prison on Tuesday.", "2009-04-07"),
        ("MANILA - The Moro Islamic Liberation Front signed a final peace accord with the Philippines on "
         "Thursday to end decades of rebellion.", "2014-03-27"),
        ("BELGRADE - Serbia handed over Slobodan Milosevic to the tribunal in The Hague on Thursday.",
         "2001-06-28"),
        ("DHAKA - Students launched their party, the National Citizen Party, on Friday.", "2025-02-28"),
        ("BELFAST - Ian Paisley and Gerry Adams agreed on Monday to form a joint executive.", "2007-03-26"),
        ("PHNOM PENH - Kem Sokha was released from house arrest on Sunday.", "2019-11-10"),
        ("SEOUL - The Millennium Democratic Party was founded on Thursday.", "2000-01-20"),
        ("NAIROBI - Charles Taylor was convicted of aiding war crimes over the 1991 raid by a court "
         "in The Hague on Thursday.", "2012-04-26"),
        ("CONAKRY - Soldiers seized Guinea's President Alpha Conde on Sunday.", "2021-09-05"),
        ("NIAMEY - The guard removed Niger's President Mohamed Bazoum in a coup on Wednesday.", "2023-07-26"),
        ("OSLO - Juan Manuel Santos won the Nobel Peace Prize on Friday.", "2016-10-07"),
        (
            "SINGAPORE - Xi Jinping and Ma Ying-jeou shook hands on Saturday, the first time since 1949.",
            "2015-11-07",
        ),
        ("HANOI - The second summit of Donald Trump and Kim Jong Un collapsed on Thursday.", "2019-02-28"),
        (
            "SEOUL, Dec. 19 (Yonhap) -- Kim Jong-il died on Saturday in his train, it was said on Monday.",
            "2011-12-17",
        ),
    ],
)  # fmt: skip
def test_what_is_known_of_a_day_is_found_by_the_weekday_it_is_told_with(text: str, day: str) -> None:
    """An announcement of what will be, a vote called by its day, a first meeting and a death two days old."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "LONDON - Theresa May took a step on Friday towards talks with rivals.",
        "LONDON - Critics hoped on Friday that Theresa May would step down as leader.",
        "CLEVELAND - Donald Trump accepted the Republican nomination on Thursday.",
        "SEOUL - An old friend of former President Park Geun-hye was arrested on Friday.",
        "CONAKRY - Soldiers seized Guinea's sister firm of Alpha Conde on Sunday.",
        "PHNOM PENH - Judges overturned the arrest of Kem Sokha on Sunday.",
        "SEOUL - The Millennium Democratic Party was proud on Thursday of its founders.",
        "NAIROBI - Charles Taylor was arrested in the years of war, a court heard on Wednesday.",
        "BANGKOK - Rivals wanted the Thai Raksa Chart Party to be dissolved on Thursday.",
        "MANILA - A mayor marked a decade of the Moro Islamic Liberation Front's peace accord on Thursday.",
        "LIMA - The man whom Alberto Fujimori sentenced, ten years on, spoke in prison on Tuesday.",
        "BELGRADE - Slobodan Milosevic handed over a letter on Thursday to the opposition.",
        "BELFAST - Ian Paisley and Gerry Adams agreed on Monday that the weather was bad.",
        "KATHMANDU - Two communist parties of Nepal said on Thursday that they might merge.",
        "PHNOM PENH - Police on Sunday arrested an aide of Kem Sokha over a post.",
        "NEW DELHI - Ghulam Nabi Azad on Friday praised the Congress for its candidates.",
        "ANKARA - A court on Friday heard a plea of the Welfare Party's former members.",
        "OSLO - Juan Manuel Santos spoke on Friday to winners of the Nobel Peace Prize.",
        "DHAKA - A party launched on Friday a drive against the National Citizen Party.",
        "HARARE - Robert Mugabe and Morgan Tsvangirai signed the book of condolences on Monday.",
        "ATHENS - Rivals quarrelled on Sunday over whether Greece should hold a referendum.",
        "BEIJING - Envoys visited India last week and spoke of the vote for President Xi Jinping.",
    ],
)
def test_a_day_that_may_be_another_stays_open(text: str) -> None:
    """A step is no resignation, a hope no announcement, and one of three nominations is none of them."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CLEVELAND (AP) - Donald Trump was nominated by the convention on Tuesday as its candidate.",
         "2016-07-19"),
        ("WASHINGTON (AP) - Donald Trump nominated a presidential aide on Tuesday, delegates said.", None),
        ("CHONGQING (AP) - Bo Xilai was sacked on Thursday.", "2012-03-15"),
        ("CHONGQING (AP) - Bo Xilai sacked his chief of police on Thursday.", None),
        ("CHICAGO (AP) - Presidential candidate Donald Trump made a pitch to Republicans on Tuesday.", None),
    ],
)  # fmt: skip
def test_who_nominates_is_not_nominated(text: str, day: str | None) -> None:
    """What somebody does himself is none of what befell him."""
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("met traders on Monday during his visit to Vietnam", "2025-05-05"),
        ("met traders on Monday and will pay a visit to Vietnam", None),
    ],
)
def test_a_visit_to_come_is_told_of_before_it(told: str, value: str | None) -> None:
    """Whoever will pay a visit has not come, so that no day of the visit is the day of the text."""
    assert day_of(f"COLOMBO (AFP) - Sri Lanka's President Anura Kumara Dissanayake {told}.") == value
