"""Rarer words: offices told farther from a name, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

TOLD = (
    ("He would call the Greens' leader, Ann Hill, next week.", "Ann Hill", "leader"),
    ("Amir Peretz unseated Ann Hill as leader of the Labor Party.", "Ann Hill", "leader of the Labor Party"),
    ("Ann Hill, the Congress in-charge for the state, came.", "Ann Hill", "Congress in-charge for the state"),
    ("AICC in-charge Ann Hill was by his side.", "Ann Hill", "AICC in-charge"),
    (
        "It was witnessed by the two secretaries-general, Annuar Musa of UMNO and Takiyuddin Hassan of PAS.",
        "Takiyuddin Hassan",
        "secretary-general of PAS",
    ),
    (
        "The presidents, Annuar Musa of UMNO and Takiyuddin Hassan of PAS, met.",
        "Annuar Musa",
        "president of UMNO",
    ),
    ("Ann Hill, who is both mayor of Leeds and a rancher, came.", "Ann Hill", "mayor of Leeds"),
    ("The party's spokeswoman in parliament, Ann Hill, said no.", "Ann Hill", "spokeswoman in parliament"),
    ("A bust of Ann Hill, the Socialist who was president until 1973, stood there.", "Ann Hill", "president"),
    ('"It rains," said Ann Hill, a retired fishmonger.', "Ann Hill", "retired fishmonger"),
    ("The Labour Party was founded in 1900 by Ann Hill.", "Ann Hill", "founder of the Labour Party"),
    ("It is Ann Hill's third straight term as Prime Minister in London.", "Ann Hill", "Prime Minister"),
    ("Ann Hill, who led two coups and was later elected mayor, signed.", "Ann Hill", "mayor"),
    ("They called on the chief adviser, Nobel laureate Ann Hill, in Leeds.", "Ann Hill", "laureate"),
)

NOT_TOLD = (
    "He refused the Greens' offer, Ann Hill said.",
    "The town was founded by Ann Hill, and the Labour Party grew there.",
    "The Labour Party won the town that was built in 1969 by Ann Hill.",
    'It rains," said Ann Hill, a smile on her lips.',
    'It rains," said Ann Hill, a day later.',
    'It rains," said Ann Hill, a week after the vote.',
    "Rain fell during Ann Hill's long walk as others looked on.",
    "Delegates unseated Ann Hill as rain fell.",
    "The mayor met the guests, Ann Hill of the Greens said.",
    "Ann Hill, who led the walk and was later seen in town, left.",
)


@pytest.mark.parametrize(("text", "name", "office"), TOLD)
def test_what_no_other_room_reads(text: str, name: str, office: str) -> None:
    """The office is in the words of the text, or says in short what its verb tells."""
    people = {
        e.name: e.role or "" for e in read(f"LONDON (Reuters) - {text}\n").entities if e.kind == "person"
    }
    assert all(part in people[name] for part in office.split("; "))


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_gives_no_office(text: str) -> None:
    """Days, smiles and towns make nobody anything."""
    people = {e.name: e.role for e in read(f"LONDON (Reuters) - {text}\n").entities if e.kind == "person"}
    assert people["Ann Hill"] is None
