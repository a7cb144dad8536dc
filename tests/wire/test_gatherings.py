"""Gatherings: who met by several sentences, or by whose people they are; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

KEY = "WELLINGTON, Nov 16 (Reuters) - Prime minister-elect John Key"


def met(text: str) -> set[frozenset[str]]:
    """Return the parties of a text that met, by their letters or names."""
    article = read(text + "\n")
    named = {e.id: e.abbr or e.name for e in article.entities}
    return {frozenset(named[party] for party in contact.parties) for contact in article.contacts}


def pairs(*told: str) -> set[frozenset[str]]:
    """Return pairs told as `A+B`."""
    return {frozenset(pair.split("+")) for pair in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{KEY} signed support deals with two small parties on Sunday, days after his centre-right "
            "National Party won.\n\nThe pacts with ACT and United Future give him a majority. Labour was "
            "not asked.",
            pairs("National+ACT", "National+United Future"),
        ),
        (
            "HAVANA, Aug 3 (ACN) The Communist Party of Cuba (PCC) met heads of two Brazilian parties. They "
            "are the Workers' Party (PT) and the Communist Party of Brazil (PCdoB).",
            pairs("PCC+PT", "PCC+PCdoB"),
        ),
        (
            f"{KEY} met reporters from three small parties' papers, days after his National Party won.\n\n"
            "ACT, United Future and the Maori Party had no comment.",
            set(),
        ),
        (
            f"{KEY} will sign deals with two small parties, days after his National Party won.\n\n"
            "The pacts with ACT and United Future are not ready.",
            set(),
        ),
    ],
)
def test_parties_are_counted_first_and_named_later(text: str, expected: set[frozenset[str]]) -> None:
    """`deals with three small parties` are with those that the next sentences name in that number."""
    assert met(text) == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("The external relations chiefs of both ruling parties spoke by video link on Friday.", True),
        ("The external relations chiefs of both ruling parties are well, their offices said.", False),
        ("The external relations chiefs of both ruling parties will hold talks on Friday.", False),
        ("The external relations chiefs of both ruling parties exchanged messages after talks.", False),
    ],
)
def test_who_speaks_below_was_at_the_talks(lead: str, expected: bool) -> None:
    """Where the lead tells of talks, those of two countries who speak in the text held them."""
    text = (
        f"Vientiane (KPL) {lead}\n\nMs Sounthone Xayachak, head of the LPRP Central Committee's Commission "
        "for External Relations, gave thanks.\n\nMr Song Tao, Minister of the International Department "
        "of the Communist Party of China (CPC), said more were on the way."
    )
    assert met(text) == (pairs("LPRP+CPC") if expected else set())


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        ("The Democratic Labour Party, which Ann Hill took over in May, has ten seats.", True),
        ("Ann Hill's small Democratic Labour Party has ten seats.", True),
        ("The Democratic Labour Party of lawyer Ann Hill has ten seats.", True),
        ("In May Ann Hill gave her Democratic Labour Party a new name.", True),
        ("Ann Hill's rival Democratic Labour Party has ten seats.", False),
        ("Ann Hill quit her Democratic Labour Party allies.", False),
        ("The Democratic Labour Party, which Ann Hill dislikes, has ten seats.", False),
    ],
)
def test_somebody_is_of_a_party_by_the_words_around_a_name(whose: str, expected: bool) -> None:
    """Whose party it is may be told below: `his PARTY`, `NAME's PARTY`, `which NAME took over`."""
    text = f"BRIDGETOWN (CMC) - Mia Mottley of the Barbados Labour Party met Ann Hill on Monday.\n\n{whose}"
    assert bool(met(text)) is expected


def test_two_parties_with_the_same_initials() -> None:
    """Letters right behind a name are its own, even where another party is explained by the same."""
    text = (
        "Hanoi, Sep 23 (Prensa Latina) The Communist Party of Vietnam (PCV) and the Communist Party of "
        "Venezuela (PCV) talked today by videoconference."
    )
    assert met(text) == pairs("CPV+PCV")


def test_letters_behind_or() -> None:
    """`Democratic Revolution Party, or PRD,` is known by its letters; so is a party unknown before."""
    text = (
        "MEXICO CITY (AP) — The signers were leaders of the Democratic Revolution Party, or PRD; the "
        "National Action Party, or PAN; and the Green Lakes Party, or GLP."
    )
    assert met(text) == pairs("PRD+PAN", "PRD+GLP", "PAN+GLP")


def test_a_party_is_somebodys() -> None:
    """`the People's Alliance of NAME` is the party known by that name; `of Farm Workers` is another."""
    text = "SUVA, Fiji (AP) — The People's Alliance of {} and the National Federation Party signed a deal."
    assert met(text.format("Sitiveni Rabuka")) == pairs("People's Alliance+NFP")
    assert met(text.format("Farm Workers")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lakes Party (LP) and the Coastal Unity Movement (CUM) held talks.", pairs("LP+CUM")),
        ("Ann Hill's Free Patriotic Union (FPU) held talks with the Lakes Party (LP).", pairs("FPU+LP")),
        ("The Lakes Party (LP) and the National Union of Metalworkers (NUM) held talks.", set()),
        ("The Lakes Party (LP) and the Women's League (WL) held talks.", set()),
    ],
)
def test_a_movement_beside_a_party_is_one(text: str, expected: set[frozenset[str]]) -> None:
    """A movement or a union with letters is a party where it is listed with one, or somebody's."""
    assert met(f"PORT MORESBY (AAP) - {text}") == expected


def test_a_name_in_another_order() -> None:
    """The words of a party's name tell it in any order, where the text speaks of its country."""
    party = next(e for e in read("MEXICO CITY - The Democratic Revolution Party spoke.\n").entities)
    assert party.abbr == "PRD"
