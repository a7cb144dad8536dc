"""The newsroom's own gazetteer: read last, refused by file and line, and told apart by its hash."""

from __future__ import annotations

from datetime import date

import pytest

from store.errors import GazetteerError
from store.wire.gazetteer import load
from tests.wire.tiny import TINY

MOON = """
# Parties of our region
[[parties]]
id = "party:vn-moon"
name = "Moon  Harvest Party"
abbr = "MHP"
country = "VN"
aka = ["Harvest Moon"]
founded = 1999-01-02
dissolved = 2004

[[people]]
id = "person:tran-moon"
name = "Tran Moon"
country = "VN"
[[people.terms]]
office = "Chairman of the MHP"
since = "2001-05"
until = 2003-01-01
chosen = 2001-04-30
again = [2002-05-01]

[[titles]]
title = "Moonkeeper"
kind = "office"
"""

ELECTION = '[[events]]\nid = "event:e"\nkind = "election"\nname = "Moon vote"\nstart = 1999-01-02\n'


def test_what_is_added_is_known() -> None:
    """Records of every kind are read as ours are, dates written as TOML has them, too."""
    found = TINY.adding({"moon.toml": MOON})
    party = found.parties["party:vn-moon"]
    assert (party.name, party.abbr, party.aka) == ("Moon Harvest Party", "MHP", ("Harvest Moon",))
    assert party.founded == (date(1999, 1, 2), date(1999, 1, 2))
    assert party.dissolved == (date(2004, 1, 1), date(2004, 12, 31))
    (term,) = found.people["person:tran-moon"].terms
    assert term.since == (date(2001, 5, 1), date(2001, 5, 31))
    assert (term.chosen, term.again) == ((date(2001, 4, 30), date(2001, 4, 30)), (date(2002, 5, 1),))
    assert "Moonkeeper" in found.offices and "Chairman" in found.offices
    _, (span,) = found.find("The Harvest Moon met")
    assert span.names[0].id == "party:vn-moon"
    assert found.parties.keys() > TINY.parties.keys()


def test_an_election_names_its_rivals() -> None:
    """Who lost an election of the newsroom's own is known by the id that the person has or would have."""
    found = TINY.adding({"a.toml": f'{ELECTION}rivals = ["jane-roe"]\n'})
    assert found.events["event:e"].rivals == ("person:jane-roe",)
    with pytest.raises(GazetteerError, match="such as jane-roe"):
        TINY.adding({"a.toml": f'{ELECTION}rivals = ["Jane Roe"]\n'})


def test_it_is_read_last() -> None:
    """A record of an id that we have takes its place, and of two files the later one's counts."""
    rows = '[[parties]]\nid = "party:vn-cpv"\nname = "{}"\ncountry = "VN"\n'
    found = TINY.adding({"b.toml": rows.format("Second"), "a.toml": rows.format("First")})
    assert found.parties["party:vn-cpv"].name == "Second"
    assert found.parties["party:vn-cpv"].abbr is None


def test_what_is_removed_is_not_known() -> None:
    """`remove = true` hides a record of ours, and only that; a later file may bring it back."""
    gone = '[[parties]]\nid = "party:ph-cpp"\nremove = true\n[[titles]]\ntitle = "Samdech"\nremove = true\n'
    found = TINY.adding({"a.toml": gone})
    assert TINY.parties.keys() - found.parties.keys() == {"party:ph-cpp"}
    _, (span,) = found.find("CPP")
    assert [n.id for n in span.names] == ["party:kh-cpp"]
    assert "Samdech" in TINY.honorifics - found.honorifics
    back = '[[parties]]\nid = "party:ph-cpp"\nname = "Back"\ncountry = "PH"\n'
    assert TINY.adding({"a.toml": gone, "b.toml": back}).parties["party:ph-cpp"].name == "Back"


def test_the_hash_tells_what_is_said() -> None:
    """The hash is another when something else is said, and ours where nothing is; comments do not count."""
    said = TINY.adding({"a.toml": MOON})
    assert len(said.hash) == 12 and said.hash != TINY.hash
    assert TINY.adding({"b.toml": f"# more\n{MOON}"}).hash == said.hash
    assert TINY.adding({"a.toml": MOON.replace("MHP", "MOP")}).hash not in (said.hash, TINY.hash)
    assert TINY.adding({"a.toml": "# nothing yet\n"}) is TINY
    assert TINY.adding({}) is TINY


def test_the_packaged_one_is_read_once_with_additions() -> None:
    """Whoever asks with the same files gets the same gazetteer, and the files with it."""
    own = (("moon.toml", MOON),)
    assert load(own) is load(own)
    assert load(own).own == own and load().own == ()
    assert load(own).record("party:vn-moon") and load(own).record("party:vn-cpv")


PARTY = '[[parties]]\nid = "party:x"\nname = "X"\n'


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[[parties]\n", 1, "is no TOML"),
        ("\n\nx = \n", 3, "is no TOML"),
        ('[[parties]]\nid = "a', 2, "is no TOML"),
        ("\n[[partys]]\n", 2, "partys is none of parties, events"),
        ("[[partys]]\n", 1, "Did you mean parties?"),
        ("[parties]\nid = 1\n", 1, "a record begins with [[parties]]"),
        ("\nparties = 3\n", 2, "a record begins with [[parties]]"),
        (f'{PARTY}[[parties]]\nname = "Y"\n', 4, "id is missing"),
        (f'{PARTY}\n[[parties]]\nid = "Party X"\nname = "Y"\n', 5, "is not made of small letters"),
        (f'{PARTY}[[places]]\nid = "party:y"\nname = "Y"\nkind = "city"\n', 4, "does not begin with place:"),
        (f"{PARTY}{PARTY}", 4, "party:x stands there twice"),
        (f'{PARTY}nane = "Z"\n', 1, "nane is none of its fields. Did you mean name?"),
        (f'{PARTY}abbr = ["Z"]\n', 1, "abbr is not words in quotes"),
        (f'{PARTY}aka = "Z"\n', 1, "aka is not a list"),
        (f'{PARTY}aka = ["Z", 3]\n', 1, "aka needs a letter"),
        (f"{PARTY}founded = 1999-01-01T10:00:00\n", 1, "founded is not a date"),
        (f'{PARTY}founded = "1999-13"\n', 1, "month"),
        (f'{PARTY}founded = "9999"\n', 1, "9999 lies before 1000 or behind 2999"),
        (f"{ELECTION}declared = 1999-01-02\n", 1, "is not behind the vote"),
        (f"{ELECTION}open = true\n", 1, "only a milestone can be open"),
        (f'{PARTY}country = "ZZ"\n', 1, "country ZZ is no code of two letters"),
        (f'{PARTY}remove = "yes"\n', 1, "remove is not true or false"),
        ('[[parties]]\nid = "party:x"\n', 1, "name is missing"),
        ('[[parties]]\nid = "party:x"\nname = " \\u200b-"\n', 1, "name needs a letter"),
        ('[[places]]\nid = "place:x"\nname = "X"\nkind = "moon"\n', 1, "'moon' is none of country"),
        ('[[events]]\nid = "event:x"\nname = "X"\nkind = "election"\nnumber = true\n', 1, "not a number"),
        (
            '[[parties]]\nid = "party:nobody"\nremove = true\n',
            1,
            "party:nobody is nothing that newsdesk knows",
        ),
        ('[[people]]\nid = "person:x"\nname = "X"\nterms = [{since = 2001}]\n', 1, "office is missing"),
        (
            '[[people]]\nid = "person:x"\nname = "X"\nterms = [{office = "Chair", again = [2001]}]\n',
            1,
            "2001 is no whole day",
        ),
        (
            '[[people]]\nid = "person:x"\nname = "X"\nterms = [{office = "Chair", again = 2001-01-01}]\n',
            1,
            "again is not a list of days",
        ),
    ],
)
def test_a_mistake_is_named_by_file_and_line(text: str, line: int, reason: str) -> None:
    """What cannot be used is refused with the file, the line where its record begins, and the reason."""
    with pytest.raises(GazetteerError) as caught:
        TINY.adding({"gazetteer/x.toml": text})
    assert (caught.value.file, caught.value.line) == ("gazetteer/x.toml", line)
    assert reason in caught.value.reason
