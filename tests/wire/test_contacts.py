"""Contacts: which parties met, and which of a text's parties only are spoken of."""

from __future__ import annotations

import pytest

from store.article import Contact, Unnamed
from store.ingest import seed_files
from store.wire.clean import clean, decode
from store.wire.contacts import find_contacts
from store.wire.gazetteer import load
from store.wire.layout import lay_out
from store.wire.names import name_all
from tests.wire.tiny import TINY, page


def contacts(*body: str) -> tuple[Contact, ...]:
    """Return the contacts in these paragraphs."""
    layout = page(*body, agency="VNA")
    return find_contacts(layout, name_all(layout, TINY), TINY)[0]


def unnamed(text: str) -> tuple[Unnamed, ...]:
    """Return the unnamed parties of a paragraph."""
    layout = page(text)
    return find_contacts(layout, name_all(layout, TINY), TINY)[1]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The CPV and the LPRP held a virtual conference in Hanoi.", ["virtual conference"]),
        ("CPC chairman Li Xi met with LPRP head Khamtay Siphan on Monday.", ["meeting"]),
        ("CPC chairman Li Xi met in Hanoi on Monday with LPRP head Khamtay Siphan.", ["meeting"]),
        ("Party official Tran Van Quang received a delegation of the LPRP in Hanoi.", ["meeting"]),
        ("CPC chairman Li Xi called on leaders of the LPRP in Hanoi to present a report.", ["meeting"]),
        ("CPC chairman Li Xi called on the LPRP to join.", []),
        ("CPC chairman Li Xi hosted a reception in Hanoi for LPRP head Khamtay Siphan.", ["reception"]),
        ("CPC chairman Li Xi saw a show; held talks with leaders of the LPRP; and left.", ["talks"]),
        ("CPC chairman Li Xi held phone talks with LPRP head Khamtay Siphan.", ["phone talks"]),
        ("At a meeting with LPRP head Khamtay Siphan, CPC chairman Li Xi said he was glad.", ["meeting"]),
        ("A meeting between the CPC and the LPRP took place.", ["meeting"]),
        ("The agreement was signed by the CPC and the LPRP.", ["signing"]),
        ("The workshop was co-chaired by CPC chairman Li Xi and LPRP head Khamtay Siphan.", ["meeting"]),
        ("CPC chairman Li Xi told LPRP head Khamtay Siphan that all was well.", ["meeting"]),
        ("CPC chairman Li Xi will meet with LPRP head Khamtay Siphan.", []),
        ("The CPC and the LPRP plan to hold talks.", []),
        ("CPC chairman Li Xi is expected to hold talks with the LPRP.", []),
        ("Ahead of talks with the LPRP, the CPC said little.", []),
        ("The CPV sent greetings to the LPRP.", []),
        ("The CPV received congratulatory messages from the LPRP.", []),
        ("The CPV recalled that the LPRP met the CPC long ago.", []),
        ("The CPV, the LPRP and the CPC have many members.", []),
        ("CPC chairman Li Xi invited LPRP head Khamtay Siphan to visit.", []),
        ("The CPC's policy met the LPRP's hopes.", []),
    ],
)
def test_who_met_whom(text: str, kinds: list[str]) -> None:
    """Meetings count in the words for the reader; messages, plans, wishes and mere mention do not."""
    assert [c.kind for c in contacts(text)] == kinds


def test_a_pair_counts_once_a_kind_in_its_first_sentence() -> None:
    """Talks told again are the same contact, a signing at them another."""
    first = "The CPV and the LPRP held talks in Hanoi."
    found = contacts(
        first, "At the talks the CPV and the LPRP met again.", "The CPV and the LPRP signed a plan."
    )
    assert [(c.kind, c.paragraph) for c in found] == [("talks", 0), ("signing", 2)]
    assert found[0].sentence == first
    assert found[0].parties == ("party:vn-cpv", "party:la-lprp")


def test_everyone_at_the_table_is_paired() -> None:
    """Three parties that meet make three pairs."""
    found = contacts("CPV head Tran Van Quang, CPC head Li Xi and LPRP head Khamtay Siphan met in Hanoi.")
    assert len({frozenset(c.parties) for c in found}) == 3


def test_an_embassy_receives_for_its_party() -> None:
    """A reception for the party's anniversary is a contact with whom a guest speaks for."""
    found = contacts(
        "The Lao Embassy held a reception for the anniversary of the Lao People's Revolutionary Party.",
        "Minister Tran Van Quang spoke for the Communist Party of Vietnam.",
    )
    assert [(c.parties, c.kind, c.paragraph) for c in found] == [
        (("party:la-lprp", "party:vn-cpv"), "reception", 1)
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A clerk called at the headquarters of the LPRP with a basket of flowers from the CPC.", ["visit"]),
        ("CPC chairman Li Xi brought greetings for the new leader to the LPRP's headquarters.", ["visit"]),
        ("A clerk called at the headquarters of the LPRP with a basket of flowers, and the CPC wrote.", []),
        ("A clerk will call at the headquarters of the LPRP, bringing flowers from the CPC.", []),
        ("CPC chairman Li Xi brought a suit against the LPRP's headquarters.", []),
    ],
)
def test_who_brings_flowers_to_a_partys_house_meets_its_people(text: str, kinds: list[str]) -> None:
    """Whoever calls there for a party; not whom the news of it names besides."""
    assert [c.kind for c in contacts(text)] == kinds


@pytest.mark.parametrize(
    ("second", "pairs"),
    [
        ("CPC head Li Xi sat at the table, too.", 3),
        ("Around the table sat CPC head Li Xi and his clerks.", 3),
        ("The plan was put on the table on Monday, as the CPC won more seats.", 1),
        ("They took a plan off the table in which the CPC had been named.", 1),
    ],
)
def test_who_sits_at_a_table_was_there(second: str, pairs: int) -> None:
    """What is laid on it brings nobody to it."""
    found = contacts("The CPV and the LPRP held talks in Hanoi.", second)
    assert len({frozenset(c.parties) for c in found}) == pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "from ruling and non-ruling political parties of over 100 countries",
            [("ruling and non-ruling political parties of over 100 countries", 100)],
        ),
        ("guests from more than 30 political parties came", [("more than 30 political parties", 30)]),
        ("nearly 40 foreign parties came", [("nearly 40 foreign parties", None)]),
        ("eight opposition parties came", [("eight opposition parties", 8)]),
        ("the two parties and both parties", []),
        ("parties of 1,200 nations", [("parties of 1,200 nations", 1200)]),
    ],
)
def test_parties_that_go_unnamed(text: str, expected: list[tuple[str, int | None]]) -> None:
    """The words that count them, and the least number that those words promise."""
    assert [(u.quote, u.at_least) for u in unnamed(text)] == expected


def test_the_seeds() -> None:
    """The first seed has parties unnamed and no contact; the second one contact with its sentence."""
    gazetteer = load()
    found = []
    for file in sorted(seed_files()):
        layout = lay_out(clean(decode(file.read_bytes()).text), tuple(gazetteer.agencies.values()))
        found.append(find_contacts(layout, name_all(layout, gazetteer), gazetteer))
    (none, (many,)), ((contact,), nobody) = found
    assert (none, nobody) == ((), ())
    quote = "ruling and non-ruling political parties of over 100 countries"
    assert (many.quote, many.at_least) == (quote, 100)
    assert (contact.parties, contact.kind) == (("party:vn-cpv", "party:kh-cpp"), "virtual conference")
    assert contact.sentence.startswith(
        "The Communist Party of Vietnam (CPV) and the Cambodian People’s Party (CPP) held"
    )
    assert contact.sentence.endswith("parties and nations.")
