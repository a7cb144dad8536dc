"""Hosts and their guests: a known visit of whoever is met, and of whoever comes to a country in full."""

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "BEIJING, Aug. 22 (Xinhua) -- Hu Jintao held talks with Nong Duc Manh, general secretary of the "
            "Communist Party of Vietnam, here Tuesday.",
            "2006-08-22",
        ),
        (
            "PYONGYANG, Oct. 5 -- Kim Jong Il met Chinese Premier Wen Jiabao here on Monday at a dinner.",
            "2009-10-05",
        ),
        ("BEIJING, June 1 -- Xi Jinping received Ri Su Yong at the Great Hall on Wednesday.", "2016-06-01"),
        (
            "BEIJING, Aug. 22 (Xinhua) -- Hu Jintao sent a message to Nong Duc Manh, general secretary of "
            "the Communist Party of Vietnam, on Tuesday.",
            None,
        ),
        ("BEIJING, May 23 -- Xi Jinping received Choe Ryong Hae on Friday.", None),
        ("BEIJING, June 1 -- Xi Jinping spoke on Wednesday of a plan that Ri Su Yong had praised.", None),
    ],
)
def test_whoever_is_met_where_a_text_was_written_is_on_a_known_visit(text: str, value: str | None) -> None:
    """The host begins the lead, his guest is from abroad; a message needs no visit."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "TOKYO, June 21 -- Xi Jinping, on a visit to the Democratic People's Republic of Korea, said on "
            "Friday that the two parties are friends.",
            "2019-06-21",
        ),
        (
            "PYONGYANG, Nov. 17 (KCNA) -- Song Tao, special envoy of Xi Jinping, arrived here on Friday.",
            "2017-11-17",
        ),
        (
            "PYONGYANG, Oct. 28 -- Hu Jintao flew into the city on Friday and was met at its airport.",
            "2005-10-28",
        ),
        (
            "SEOUL, June 21 -- Xi Jinping said on Friday on a visit to North Korea that he came to learn.",
            "2019-06-21",
        ),
        ("SEOUL (AP) - Donald Trump landed on Tuesday and spoke of tariffs.", "2017-11-07"),
        ("SEOUL (AP) - Donald Trump said on Tuesday that he would raise tariffs.", None),
        ("SEOUL (AP) - Donald Trump met leaders on Tuesday in Brazil.", None),
        ("PYONGYANG, Nov. 17 (KCNA) -- Song Tao, as an envoy, is thought of well on Friday.", None),
        (
            "TOKYO, June 20 -- Xi Jinping spoke Thursday of the Democratic People's Republic of Korea.",
            None,
        ),
    ],
)
def test_a_country_in_full_is_where_a_visit_led(text: str, value: str | None) -> None:
    """Its name in full, its short one, or its capital above the text say where somebody is."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "SEOUL, July 3 - President Park Geun-hye and Xi Jinping agreed Thursday on North Korea.",
            "2014-07-03",
        ),
        ("PYONGYANG, Oct. 5 -- Kim Jong Il told visiting premier Wen Jiabao of it on Monday.", "2009-10-05"),
        ("AGRA, July 16 - Talks of Pervez Musharraf and Atal Bihari Vajpayee ended on Monday.", "2001-07-16"),
        ("SEOUL, July 3 - President Park Geun-hye spoke of Xi Jinping on Thursday.", None),
        ("TOKYO (Kyodo) - Xi Jinping and Donald Trump agreed Saturday to restart trade talks.", None),
        ("MANILA - Donald Trump welcomed Rodrigo Duterte's help on Monday.", None),
        ("HANOI - Nguyen Tan Dung received Hu Jintao's greetings on Monday.", None),
        ("SEOUL, March 27 - Barack Obama met Lee Myung-bak in Washington on Tuesday.", None),
        ("SEOUL - Kim Jong Il met Hu Jintao on Friday, a source in Beijing said.", None),
        ("PYONGYANG, Oct. 5 -- Kim Jong Il, unlike Wen Jiabao, signed it on Monday.", None),
    ],
)
def test_a_host_and_his_guest_do_something_together(text: str, value: str | None) -> None:
    """Who is visiting, and who agrees with his host, is a guest; who is spoken of is none."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pakistan voted on Monday in parliamentary elections after Benazir Bhutto's murder.", "2008-02-18"),
        ("Pakistan voted on Monday in parliamentary elections after the killing of Benazir Bhutto.",
         "2008-02-18"),
        ("Pakistan voted on Monday in parliamentary elections after the attempted murder of Benazir Bhutto.",
         None),
        ("Pakistan voted on Monday in parliamentary elections after Benazir Bhutto's murder plot.", None),
        ("Lee Hsien Loong was sworn in as premier on Thursday, succeeding Goh Chok Tong.", "2004-08-12"),
        ("Lee Hsien Loong was sworn in as premier on Thursday to take over from Goh Chok Tong.",
         "2004-08-12"),
        ("Lee Hsien Loong was sworn in as prime minister on Thursday, with ministers around him.", None),
        ("Lee Hsien Loong was sworn in as prime minister on Thursday, succeeding in a fifth vote.", None),
    ],
)  # fmt: skip
def test_a_killing_lies_behind_a_text_and_who_succeeds_takes_a_first_oath(
    text: str, value: str | None
) -> None:
    """What was planned or is tried bounds nothing; an oath again follows nobody."""
    assert read(f"(AP) - {text}\n").date.value == value


def test_whoever_invites_stands_in_front() -> None:
    """Behind `At the invitation of` the guest is who arrives, wherever in the sentence he is named."""
    text = (
        "KUALA LUMPUR, April 15 (Bernama) -- At the invitation of Prime Minister Anwar Ibrahim, President Xi"
        " Jinping, general secretary of the Communist Party of China, arrived here on Tuesday."
    )
    assert day_of(text) == "2025-04-15"
