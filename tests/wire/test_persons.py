"""Persons: full names, short forms, offices, and whom they act for."""

from __future__ import annotations

import pytest

from store.wire.names import name_all
from tests.wire.scoring import prediction, read
from tests.wire.tiny import TINY, ids, named, of_kind, page, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chairman Hoang Binh Quan spoke. Quan left.", ["Hoang Binh Quan"]),
        ("Samdech Akka Moha Sena Padei Techo HUN Sen spoke.", ["HUN Sen"]),
        ("H.E. XI Jinping and Sen. Lt. Gen. Tran Van Quang met.", ["XI Jinping", "Tran Van Quang"]),
        ("Moroccan Ambassador El Houcine Fardani spoke.", ["El Houcine Fardani"]),
        ("First Secretary Miguel Diaz-Canel spoke. Diaz-Canel left.", ["Miguel Diaz-Canel"]),
        (
            "President Luiz Inacio Lula da Silva and Ursula von der Leyen met.",
            ["Luiz Inacio Lula da Silva", "Ursula von der Leyen"],
        ),
        (
            "Minister Abdullah al-Ahmar met Abdel Fattah al-Burhan and Omar el-Bashir. Burhan left.",
            ["Abdullah al-Ahmar", "Abdel Fattah al-Burhan", "Omar el-Bashir"],
        ),
        ("The Golden al-Qaeda and the mayor of Hue as-yet unknown spoke.", []),
        ("Minister C. Raja Mohan and George W. Bush spoke.", ["C. Raja Mohan", "George W. Bush"]),
        ("Prime Minister Theresa May spoke on May 5.", ["Theresa May"]),
        ("President Park Geun-hye spoke in Park Street.", ["Park Geun-hye"]),
        ("They flew to Ho Chi Minh City and saw the Ho Chi Minh Mausoleum.", []),
        ("Marxism-Leninism and Ho Chi Minh's thought guide us.", []),
        ("The three decades of Doi Moi (Reform) in Southeast Asia.", []),
        ("On Monday Foreign Minister Le Hai Hue met people in Hue.", ["Le Hai Hue"]),
        ("They met in Siem Reap.", []),
        ("Voters of Ba Dinh, Hoan Kiem and Tay Ho districts came.", []),
        ("The Golden Gate Bridge and the World Trade Organisation.", []),
        ("Typhoon Yagi spoke of Agent Orange in Jalan Teuku Umar, said Radio Marti.", []),
    ],
)
def test_who_is_named(text: str, expected: list[str]) -> None:
    """Capitalised runs that read as names, without titles, and never the names inside other names."""
    assert [e.name for e in of_kind(named(text), "person")] == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chinese Ambassador to Laos Jiang Zaidong spoke.", "Chinese Ambassador to Laos"),
        ("Special Assistant to the President Jiang Zaidong spoke.", "Special Assistant to the President"),
        ("Jiang Zaidong was elected unopposed as president of the CPC.", "president of the CPC"),
        ("They told Republican nominee Jiang Zaidong so.", "Republican nominee"),
        (
            "Member of the Party Central Committee (PCC)'s Secretariat Jiang Zaidong spoke.",
            "Member of the Party Central Committee's Secretariat",
        ),
    ],
)
def test_offices_with_a_post_or_letters(text: str, role: str) -> None:
    """The post after "to" belongs to the office, letters in brackets do not."""
    assert roles(named(text, agency="VNA")) == {"Jiang Zaidong": role}


def test_a_city_keeps_its_name_beside_a_namesake() -> None:
    """After "in", the word that is also a person's short name is the place."""
    found = named("Minister Le Hai Hue met people in Hue.")
    assert ids(found, "place") == ["hue"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Chairman of the Party Central Committee’s Commission for External Relations Hoang Binh Quan",
            "Chairman of the Party Central Committee’s Commission for External Relations",
        ),
        ("He met Moroccan Ambassador Hoang Binh Quan.", "Moroccan Ambassador"),
        (
            "Hoang Binh Quan, head of the diplomatic corps in Vietnam, spoke.",
            "head of the diplomatic corps in Vietnam",
        ),
        (
            "Hoang Binh Quan, a Politburo member and Minister of Trade, spoke.",
            "Politburo member and Minister of Trade",
        ),
        ("Hoang Binh Quan, who heads the National Assembly, spoke.", "head of the National Assembly"),
        (
            "Chairman Hoang Binh Quan spoke. The official, who is also Deputy Prime Minister, left.",
            "Chairman; Deputy Prime Minister",
        ),
        (
            "The Secretary of the Communist Party of China (CPC), Hoang Binh Quan, spoke.",
            "Secretary of the Communist Party of China",
        ),
        ("The Conservatives elected Hoang Binh Quan as their leader.", "leader of the Conservatives"),
        ("CPC chairman Hoang Binh Quan spoke. Quan, chairman of the CPC, left.", "CPC chairman"),
        ("They thanked Hoang Binh Quan.", None),
    ],
)
def test_offices_in_the_words_of_the_text(text: str, role: str | None) -> None:
    """Before the name, after it, in a clause, or in the next sentence; each said once."""
    assert roles(named(text, agency="VNA"))["Hoang Binh Quan"] == role


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("CPC chairman Li Xi spoke.", "party:cn-cpc"),
        (
            "Li Xi, head of the Party Central Committee's Commission for External Relations, spoke.",
            "party:vn-cpv",
        ),
        (
            "The CPC's International Department met. Li Xi, deputy head of the department, spoke.",
            "party:cn-cpc",
        ),
        ("Minister Li Xi of the Communist Party of China spoke.", "party:cn-cpc"),
        ("Li Xi, a guest from the CPC, spoke.", "party:cn-cpc"),
        ("Ambassador Li Xi spoke for the CPC.", "party:cn-cpc"),
        ("A delegation of the CPC led by Minister Li Xi arrived.", "party:cn-cpc"),
        ("Ambassador Li Xi thanked the CPC.", None),
        (
            "Li Xi, Secretary of the Central Party Committee of the Lao Army, spoke to the LPRP.",
            "party:la-lprp",
        ),
    ],
)
def test_for_whom_a_person_acts(text: str, party: str | None) -> None:
    """The owner of the office or body, or the party that the text says they speak for."""
    found = named(text, agency="VNA")
    assert found.party_of.get(of_kind(found, "person")[0].id) == party


def test_a_person_of_the_headline_alone_does_not_count() -> None:
    """The headline names only those whom the body names too, and may use the short form."""
    found = named("Chairman Hoang Binh Quan spoke.", headline="Quan and Hun Sen meet")
    assert [e.name for e in of_kind(found, "person")] == ["Hoang Binh Quan"]
    assert [m.paragraph for m in found.mentions if m.entity == "person:hoang-binh-quan"] == [-1, 0]


def test_two_people_of_one_short_name_share_no_mention() -> None:
    """A short form that two bear is left to neither."""
    body = ("Ministers Tran Van Quang and Le Minh Quang met.", "Quang left.")
    assert not [m for m in name_all(page(*body), TINY).mentions if m.paragraph == 1]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It is an audience with Emperor Akihito.", "Akihito", "Emperor"),
        ("They met King Felipe VI and Queen Letizia in Madrid.", "Letizia", "Queen"),
        ("The Two Holy Mosques King Salman bin Abdulaziz spoke.", "Salman bin Abdulaziz", "King"),
        ("Third was Gyeonggi Gov. Kim Moon-soo.", "Kim Moon-soo", "Gyeonggi Gov."),
        ("It was said by Prime Minister Hun Sen.", "Hun Sen", "Prime Minister"),
        ("Then Annette King, the Labour deputy leader, spoke.", "Annette King", "Labour deputy leader"),
    ],
)
def test_a_sovereign_has_a_title_and_one_name(text: str, name: str, role: str) -> None:
    """King and emperor are offices before a name, but part of it behind one; a province is no first name."""
    told = {
        entity.name: entity.role
        for entity in read(f"MADRID (EFE) - {text}\n").entities
        if entity.kind == "person"
    }
    assert told[name] == role
    assert not [each for each in told if each.endswith(("Gov", "Mosques"))]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("HANOI (VNA) - The National Assembly elected Tran Dai Quang State President on Saturday.",
         "Tran Dai Quang", "State President"),
        ("BEIJING - Deputies chose Xi Jinping Chairman of the Central Military Commission.",
         "Xi Jinping", "Chairman of the Central Military Commission"),
        ("Dr Mahathir Mohamad was sworn in as premier on Thursday night, a day after Pakatan Harapan "
         "won it in Putrajaya.", "Mahathir Mohamad", "premier"),
    ],
)  # fmt: skip
def test_a_name_before_its_office_and_in_a_sentence_without_an_article(
    text: str, name: str, role: str
) -> None:
    """An office right behind a known name is no part of it, and few articles make no text foreign."""
    assert prediction(read("\n" + text + "\n"))["persons"] == [{"name": name, "role": role}]
