"""Clauses: offices that a sentence gives in other ways than before a name or in commas after it."""

from __future__ import annotations

import pytest

from tests.wire.tiny import named, of_kind, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jiang Zaidong, who speaks for the CPC, left.", "speaks for the CPC"),
        ("Jiang Zaidong, who presided over the session, left.", "presided over the session"),
        ("Jiang Zaidong, who is in charge of trade at the CPC, left.", "in charge of trade at the CPC"),
        ("Jiang Zaidong, who last month took over as mayor, left.", "mayor"),
        ("Jiang Zaidong, who had been looking after it as acting chairman, left.", "acting chairman"),
        (
            "Jiang Zaidong, a member of the board who directs the academy, left.",
            "member of the board; director of the academy",
        ),
        ("Jiang Zaidong, 44, the police and education minister, left.", "police and education minister"),
        ("Jiang Zaidong, until then a district commissioner, left.", "district commissioner"),
        ("Jiang Zaidong – member of the Politburo – left.", "member of the Politburo"),
        ("Jiang Zaidong of the CPC, the foreign minister, left.", "foreign minister"),
        ("They voted to replace Jiang Zaidong, its chairman for 13 years.", "chairman"),
        ("They elected Le Hai Hue to succeed Jiang Zaidong as General Secretary.", "General Secretary"),
        ("Jiang Zaidong was elected to succeed Le Hai Hue as General Secretary.", "General Secretary"),
        ("He stays, with Jiang Zaidong as deputy chairman.", "deputy chairman"),
        ("They made Jiang Zaidong president of the club.", "president of the club"),
        ("Jiang Zaidong quit Monday as head of the league.", "head of the league"),
        ("Jiang Zaidong won back the leadership of the CPC.", "leader of the CPC"),
        ("His deputy will be Jiang Zaidong.", "deputy"),
        ("It was led by a coordinator, Jiang Zaidong.", "coordinator"),
        ("The CPC, led by Jiang Zaidong, won.", "leader of CPC"),
        ("A delegation of the CPC led by Jiang Zaidong came.", "leader of the delegation of the CPC"),
        ("Jiang Zaidong led the CPC group.", "leader of the CPC group"),
        ("They told former guerrilla chief Jiang Zaidong so.", "former guerrilla chief"),
        ("Vietnamese diamond magnate Jiang Zaidong came.", "Vietnamese diamond magnate"),
        (
            "Jiang Zaidong, a former aide to Prime Minister Le Hai Hue, left.",
            "former aide to Prime Minister Le Hai Hue",
        ),
        ("The acting head of the club's branch, Jiang Zaidong, left.", "acting head of the club's branch"),
        ("CPC leaders Le Hai Hue and Jiang Zaidong spoke.", "CPC leader"),
        ("Minister Jiang Zaidong, Minister of National Defence Le Hai Hue, and others came.", "Minister"),
        (
            "The Cambodian People's Party (CPP), which Jiang Zaidong founded and chaired, lost.",
            "founder of the Cambodian People's Party; chair of the Cambodian People's Party",
        ),
        ("The Labour Party, under Jiang Zaidong, won twice.", "leader of the Labour Party"),
        ("The Labour Party, under former premier Jiang Zaidong, lost.", "former premier"),
        ("Jiang Zaidong was elected on Friday to lead the Labour Party.", "leader of the Labour Party"),
        ("Jiang Zaidong, the first woman to chair the Labour Party, left.", "chair of the Labour Party"),
        ("Jiang Zaidong, who had led the Labour Party since 2009, left.", "leader of the Labour Party"),
        ("Jiang Zaidong, who presided over the Labour Party, left.", "president of the Labour Party"),
        ("Jiang Zaidong, who chaired the session, left.", "chair of the session"),
        ("The CPC, once led by Jiang Zaidong, won.", "leader of CPC"),
        ("Jiang Zaidong, who is the CPC's ward secretary at Hue, came.", "CPC's ward secretary"),
        ("It lost under its new chairman, union boss Jiang Zaidong.", "new chairman; union boss"),
        (
            "Jiang Zaidong was unanimously picked chairman of the Labour Party.",
            "chairman of the Labour Party",
        ),
        (
            "Jiang Zaidong, of the Labour Party's headquarters staff, left.",
            "Labour Party's headquarters staff",
        ),
        ("Jiang Zaidong succeeded Le Hai Hue as chairman.", "chairman"),
        ("Chief of Staff General Jiang Zaidong came.", "Chief of Staff General"),
        (
            "Minister Attached to the President's Office Jiang Zaidong came.",
            "Minister Attached to the President's Office",
        ),
    ],
)
def test_an_office_in_a_clause(text: str, role: str) -> None:
    """What somebody heads, becomes, is kept as, or is called for want of an office."""
    assert roles(named(text, agency="VNA"))["Jiang Zaidong"] == role


@pytest.mark.parametrize(
    "text",
    [
        "An adviser to Jiang Zaidong spoke.",
        "Jiang Zaidong led calls for reform.",
        "Jiang Zaidong leads in the polls.",
        "Jiang Zaidong led by example.",
        "The crowd was led by Jiang Zaidong.",
        "They saw Jiang Zaidong as a friend.",
        "Jiang Zaidong, as usual, left.",
        "They saw Jiang Zaidong as",
        "Jiang Zaidong, who sits on the fence, left.",
        "Jiang Zaidong, who looks after the sick, left.",
        "Jiang Zaidong, who runs the marathon every year, left.",
        "The wife of the minister, Jiang Zaidong and his guests left.",
        "Jiang Zaidong met the minister on Monday.",
        "Jiang Zaidong confirmed member states would come.",
        "Jiang Zaidong was chosen by the chairman.",
        "Jiang Zaidong, from the Labour Party's old stronghold, left.",
        "The Labour Party, banned under Jiang Zaidong, won.",
        "The Labour Party, which Jiang Zaidong quit, lost.",
        "Jiang Zaidong was asked to lead the Labour Party.",
        "Jiang Zaidong was elected on a promise to lead the party out of the coalition.",
        "Jiang Zaidong told the Labour Party, elected to lead the country, to wait.",
        "Jiang Zaidong, who chaired a painting, left.",
    ],
)
def test_no_office(text: str) -> None:
    """An office of somebody else, or a verb that has no office for its object, gives none."""
    assert roles(named(text, agency="VNA"))["Jiang Zaidong"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AAP leader Atishi spoke.", {"Atishi": "AAP leader"}),
        ("Prime Minister Prachan said so.", {"Prachan": "Prime Minister"}),
        ("They met his mother Sonia.", {"Sonia": None}),
        ("Chief Clerk and Deputy Chief Editor spoke.", {}),
        ("The leader Hanoi wants is no Premier League club.", {}),
        ("Lecturer Hoang Binh Quan spoke.", {"Hoang Binh Quan": "Lecturer"}),
        ("Mme Hoang Binh Quan and Col Hun Sen spoke.", {"Hoang Binh Quan": None, "Hun Sen": None}),
        ("They laid flowers at the Central Shaheed Minar and the Gandhi Maidan.", {}),
        ("Nguyen Tuan Phong spoke.", {"Nguyen Tuan Phong": None}),
        (
            "Former Ministers Felipe Gomez and Jose Ruiz spoke.",
            {"Felipe Gomez": "Former Minister", "Jose Ruiz": "Former Minister"},
        ),
    ],
)
def test_people_of_one_name_and_titles(text: str, expected: dict[str, str | None]) -> None:
    """A title makes a name of one word, and is none; monuments and offices are nobody."""
    found = named(text, agency="VNA")
    assert {e.name: e.role for e in of_kind(found, "person")} == expected
