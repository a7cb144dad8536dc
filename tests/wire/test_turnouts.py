"""Turnouts: a people that votes, and whom it votes out of office."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PARIS - French voters threw President Nicolas Sarkozy out of office on Sunday.", "2012-05-06"),
        ("WARSAW - Poles turned President Bronislaw Komorowski out of office on Sunday.", "2015-05-24"),
        ("DAKAR - Senegalese on Sunday voted Abdoulaye Wade out of the presidential palace and handed it to "
         "Macky Sall, who took 65 percent in the run-off.", "2012-03-25"),
        ("PARIS - French voters threw bottles at President Nicolas Sarkozy on Sunday.", None),
        ("PARIS - French voters may throw President Nicolas Sarkozy out of office on Sunday.", None),
        ("WARSAW - Poles turned out in numbers on Sunday to hear President Bronislaw Komorowski.", None),
    ],
)  # fmt: skip
def test_whom_a_people_votes_out(text: str, value: str | None) -> None:
    """A president who is thrown out of office lost the vote that ended his rule, whoever follows him."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "COPENHAGEN - Danes voted on Thursday, and Prime Minister Helle Thorning-Schmidt lost.",
            "2015-06-18",
        ),
        ("ATHENS - Greeks voted on Sunday, and Prime Minister Antonis Samaras lost.", "2015-01-25"),
    ],
)
def test_a_people_by_its_name_in_the_plural(text: str, value: str) -> None:
    """Peoples whose name is no adjective vote like others."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ISLAMABAD - Pakistan voted on Wednesday, and Imran Khan's PTI was ahead.", "2018-07-25"),
        ("SANTIAGO - Chile voted against the text in New York on Wednesday.", None),
        ("BANGKOK - Yingluck Shinawatra, the sister of a deposed premier, led Puea Thai to victory over the "
         "Democrats on Sunday.", "2011-07-03"),
        ("BANGKOK - Yingluck Shinawatra hopes to lead Puea Thai to victory on Sunday.", None),
        ("KUALA LUMPUR - Mahathir Mohamad was sworn in as prime minister on Thursday.", "2018-05-10"),
        ("PHNOM PENH - Hun Manet took the helm of the government on Tuesday.", "2023-08-22"),
        ("PHNOM PENH - Hun Manet took the helm of a ship of the navy on Tuesday.", None),
    ],
)  # fmt: skip
def test_votes_and_offices_of_few_words(text: str, value: str | None) -> None:
    """A country votes by its own name; who led a party to victory won; who took a helm took that one."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HANOI - The late President Tran Dai Quang was mourned by guests on September 23, two days after he "
         "had died.", "2018-09-23"),
        ("PYONGYANG - Kim Jong Un led officials of the Workers' Party of Korea (WPK) on Tuesday as they paid "
         "respects to Kim Jong Il, whose death was told a day before.", "2011-12"),
        ("YANGON - Voting was held on Sunday, days before Aung San Suu Kyi was due for release.", None),
    ],
)  # fmt: skip
def test_whose_death_and_release_it_is(text: str, value: str | None) -> None:
    """`He had died` is said of who is mourned, `whose` of the last one named; what is due is not yet."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NEW DELHI (PTI) - The BJP won a majority of its own on Friday, and Narendra Modi thanked voters.",
         "2014-05-16"),
        ("NEW DELHI (AP) - The Congress party won India's general election on Thursday, and Sonia Gandhi "
         "thanked voters.", "2004-05-13"),
        ("KOLKATA (PTI) - The Trinamool Congress won the West Bengal assembly election on Friday.",
         "2011-05-13"),
        ("KOLKATA (PTI) - The Trinamool Congress won the West Bengal assembly election on Saturday.", None),
    ],
)  # fmt: skip
def test_votes_that_are_counted_days_later(text: str, value: str | None) -> None:
    """Where votes are counted on one known day after weeks of voting, they are won on that day."""
    assert day_of(text) == value
