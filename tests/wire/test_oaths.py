"""Oaths: who takes an office, and who only opens something, is sworn in again or may take it one day."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Germany's Social Democrats (SPD) on Sunday elected a combative new leader to guide them.\n\n"
            "Andrea Nahles, who heads the group in parliament, won two-thirds of the votes in Wiesbaden.",
            "2018-04-22",
        ),
        (
            "The Constitutional Democratic Party of Japan is to vote on Monday to choose its next leader.\n\n"
            "Former Prime Minister Yoshihiko Noda held the lead, a survey found.",
            "2024-09-23",
        ),
        (
            "The Communist Party of China (CPC) on Wednesday elected a new Central Committee at the closing "
            "session of its 18th National Congress.",
            "2012-11-14",
        ),
        (
            "The steering committee of the ANC met on Tuesday amid concerns over the counting.\n\n"
            "Cyril Ramaphosa was elected President of the African National Congress on Monday night.",
            "2017-12-19",
        ),
    ],
)
def test_a_choice_is_dated_by_whoever_was_chosen(text: str, day: str) -> None:
    """Who is named below a lead that tells of a choice, or chosen on its weekday, tells the day."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "CANBERRA: Julia Gillard was sworn in as Australia's prime minister Tuesday, as ever.",
            "2010-09-14",
        ),
        (
            "Hungary's Prime Minister Ferenc Gyurcsany and his new cabinet were sworn in on Friday.",
            "2006-06-09",
        ),
        (
            "Croatian Democratic Union President Andrej Plenkovic said Friday the two parties agreed. "
            "Plenkovic is likely to be Croatia's new prime minister.",
            "2016-10-07",
        ),
        (
            "The SPD yesterday chose Frank-Walter Steinmeier, aiming to challenge its rival Angela "
            "Merkel of the Christian Democrats (CDU), in the general election of 2009.",
            "2008-10-18",
        ),
        (
            "Prime Minister Hun Sen met guests, who spoke of the export of rice to China in 2017 and 2018.",
            "2017-09-20",
        ),
    ],
)
def test_a_range_holds_the_day(text: str, inside: str) -> None:
    """What is no first oath, or an office that is only likely, never rules the day out."""
    found = read(text + "\n").date
    assert found.value is None
    assert found.earliest is None or found.earliest.isoformat() <= inside
    assert found.latest is None or inside <= found.latest.isoformat()


def test_a_congress_in_a_party_is_no_vote_of_the_same_day() -> None:
    """The day of a congress that is ahead is not that of an election held on it in another year."""
    text = (
        "Interfax reports on Friday, December 3.\n\nThe reporting and election stage of the United Russia "
        "Congress will be held on December 4 in Moscow.\n"
    )
    assert read(text).date.earliest is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "WELLINGTON, New Zealand (AP) — The leader of New Zealand's main liberal party has resigned.\n\n"
            "Labour Party leader David Cunliffe announced Saturday he was quitting. It comes one "
            "week after the Labour Party suffered its worst election result in 90 years.",
            "2014-09-27",
        ),
        (
            "SUVA, Fiji (AP) — Three parties signed a deal Tuesday night that would end the rule of "
            "Prime Minister Frank Bainimarama.\n\nThe Dec. 14 election left the two big camps level.",
            "2022-12-20",
        ),
        (
            "Three Romanian parties signed a coalition agreement for a government led by Florin Citu "
            "following the results of parliamentary elections held December 6, they announced Monday.",
            None,
        ),
        (
            "Fine Gael leader Enda Kenny was to start talks after his party won last week's elections.\n\n"
            "It is set to open talks with Labour, which finished second in Friday's poll in Ireland.",
            None,
        ),
    ],
)
def test_a_weekday_below_the_lead_is_the_one_that_is_left(text: str, day: str | None) -> None:
    """One weekday in the few days that the clues leave is the event's; that of a vote before it is not."""
    found = read(text + "\n").date
    assert found.value == day or (day is None and found.precision != "day")


def test_a_prime_minister_voted_out_stays_until_another_comes() -> None:
    """A vote of no confidence lies before the end of an office, which is no day of it."""
    text = "The government fell after Prime Minister Michel Barnier was ousted in a no-confidence vote.\n"
    found = read(text).date
    assert found.earliest is None or found.earliest.isoformat() <= "2024-12-04"


def test_the_likely_next_prime_minister_is_not_in_office() -> None:
    """Whoever is likely to be the next prime minister takes that office some months later."""
    text = "Bohuslav Sobotka, party chairman and likely next prime minister of the Czech Republic, spoke.\n"
    found = read(text).date
    assert found.latest is not None
    assert found.latest.isoformat() <= "2014-01-29"


def test_a_weekday_is_shown_where_it_is_printed() -> None:
    """The weekday that is left may stand in the headline alone, and is quoted from there."""
    found = read("The CPV 13th National Congress on Friday\n")
    (weekday,) = [reason for reason in found.date.evidence if reason.kind == "weekday"]
    assert (weekday.quote, weekday.paragraph) == ("Friday", -1)
    assert weekday.quote in found.paragraph(-1)


@pytest.mark.parametrize(
    "text",
    [
        "Labor ousts Peres\n\nJERUSALEM (AP) - Labor on Wednesday ousted Shimon Peres as its leader.",
        "JAKARTA (ANTARA) - Kaesang Pangarep was named chairman on Monday.\n\nCopyright © ANTARA 2023",
        "BRASILIA (AFP) - Guests met outgoing president Jair Bolsonaro on Monday.\n\nBolsonaro left.",
        "DUBLIN - Parties voted Friday. Micheal Martin was due to be elected Taoiseach the next day.",
    ],
)
def test_every_quote_is_the_texts_own(text: str) -> None:
    """What is shown as a reason stands in its paragraph letter by letter, or in none."""
    found = read(f"{text}\n")
    reasons = found.date.evidence + found.date.rejected
    assert reasons
    assert all(r.paragraph is None or r.quote in found.paragraph(r.paragraph) for r in reasons)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TOKYO (AP) - Shinzo Abe was elected prime minister on Tuesday, succeeding Junichiro Koizumi.",
         "2006-09-26"),
        ("TOKYO (AP) - A former minister was elected by the house on Tuesday to replace Junichiro Koizumi.",
         "2006-09-26"),
        ("TOKYO (AP) - Junichiro Koizumi was chosen on Tuesday as president of the ruling Liberal Democratic "
         "Party.", "2001-04-24"),
        ("TOKYO (AP) - Prime Minister Junichiro Koizumi's allies talked on Tuesday of the votes in the "
         "elections ahead.", None),
    ],
)  # fmt: skip
def test_whoever_is_succeeded_takes_no_office(text: str, day: str | None) -> None:
    """Who takes an office is not whom he succeeds; nor is half a word that he is elected."""
    assert read(text + "\n").date.value == day


def test_half_a_word_is_no_choice() -> None:
    """`election` behind a name is no `elect`, wherever the stretch ends that is looked at."""
    text = (
        "TOKYO (AP) - Prime Minister Junichiro Koizumi's coalition kept its majority in Sunday's lower house "
        "election while rivals gained ground.\n"
    )
    found = read(text).date
    assert found.earliest is not None
    assert found.earliest.year >= 2003


def test_a_long_name_of_a_party_may_stand_before_an_oath() -> None:
    """Whose party is told with its letters takes the office all the same, however long its name is."""
    of = "of the Union for Democracy and Social Progress (UDPS)"
    text = f"KINSHASA (ACP) - Felix Tshisekedi {of} was sworn in as president on Thursday."
    assert day_of(text) == "2019-01-24"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Myanmar's parliament elected Htin Kyaw president on Tuesday.", None),
        ("Htin Kyaw was elected president by Myanmar's parliament on Tuesday.", None),
        ("Michel Aoun was elected president by Lebanon's parliament on Monday.", "2016-10-31"),
        ("Sergio Mattarella was elected president of Italy by parliament on Saturday.", "2015-01-31"),
    ],
)
def test_whom_a_house_elects_may_take_the_oath_weeks_later(told: str, day: str | None) -> None:
    """Where only the day of the oath is known, another weekday before it is not that of the choice."""
    assert day_of(f"ROME (AFP) - {told}") == day


def test_a_chancellor_at_the_head_of_a_coalition_is_none_of_a_club() -> None:
    """What somebody is at the head of does not name the office: `chairman of a club` would."""
    told = "was sworn in on Monday as chancellor at the head of a coalition with the Freedom Party."
    assert day_of(f"VIENNA (APA) - Sebastian Kurz {told}") == "2017-12-18"
