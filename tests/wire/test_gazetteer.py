"""The gazetteer: what is known by name, and where a text says it."""

from __future__ import annotations

from datetime import date

import pytest

from store.article import Entity
from store.errors import GazetteerError
from store.wire.gazetteer import Gazetteer, load
from store.wire.tokens import first_folded, tokenise, words_of
from store.wire.trie import Trie
from tests.wire.tiny import TINY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Communist Party of Vietnam met.", [("Communist Party of Vietnam", "party:vn-cpv")]),
        ("the Communist Party of Viet Nam", [("Communist Party of Viet Nam", "party:vn-cpv")]),
        ("Cambodian People’s Party", [("Cambodian People’s Party", "party:kh-cpp")]),
        ("in HÀ NỘI", [("HÀ NỘI", "place:hanoi")]),
        ("cpv", []),
        ("the UK", [("UK", "place:united-kingdom")]),
        ("Ho Chi Minh City", [("Ho Chi Minh City", "place:ho-chi-minh-city")]),
        ("national assembly", [("national assembly", "org:national-assembly")]),
        ("hue and cry", []),
        ("Covid-19", [("Covid-19", "event:covid-19")]),
    ],
)
def test_longest_name_wins_in_any_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    """Apostrophes, accents and spaces do not matter, capitals only where the name has them."""
    line, spans = TINY.find(text)
    assert [(line.slice(s.start, s.end), s.names[0].id) for s in spans] == expected


def test_letters_that_two_parties_share_give_both() -> None:
    """A span carries every record of its name."""
    _, (span,) = TINY.find("CPP")
    assert {n.id for n in span.names} == {"party:kh-cpp", "party:ph-cpp"}


def test_names_of_an_id_begin_with_the_usual_one() -> None:
    """Name, letters, then aliases; nothing for an id that nobody knows."""
    expected = ("Communist Party of Vietnam", "CPV", "VCP", "PCV", "Vietnamese Communist Party")
    assert TINY.names_of("party:vn-cpv") == expected
    assert TINY.names_of("party:?-xyz") == ()


def test_what_is_known_can_be_named_in_an_article() -> None:
    """A record is the entity that articles name; an agency is none, nor what nobody knows."""
    assert TINY.entity("party:vn-cpv") == Entity(
        "party:vn-cpv", "party", "Communist Party of Vietnam", "CPV", "VN"
    )
    assert TINY.entity("person:hun-sen") == Entity("person:hun-sen", "person", "Hun Sen", None, "KH")
    assert TINY.entity("agency:afp") is TINY.entity("party:none") is None


def test_an_open_milestone_lasts() -> None:
    """What began and has no end is held to the end of the calendar."""
    assert TINY.events["event:covid-19"].held == (date(2020, 1, 1), date.max)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"id": "party:x", "name": "X"}', "country is missing"),
        ('{"id": "place:x", "name": "X", "country": "VN"}', "does not begin with party:"),
        ('{"id": "party:x", "name": "X", "country": "VN", "founded": "1930-13"}', "month"),
        ("[1]", "not one record"),
        ("{", "unexpected end"),
    ],
)
def test_a_bad_record_is_named_by_file_and_line(row: str, reason: str) -> None:
    """The error says which line of which file, and what is wrong with it."""
    with pytest.raises(GazetteerError, match=r"parties\.jsonl, line 2: ") as caught:
        Gazetteer.read({"parties": f"\n{row}\n"})
    assert reason in str(caught.value)


def test_two_records_of_one_id_are_refused() -> None:
    """An id stands once in its file."""
    row = '{"id": "party:x", "name": "X", "country": "VN"}'
    with pytest.raises(GazetteerError, match="line 2: party:x stands there twice"):
        Gazetteer.read({"parties": f"{row}\n{row}"})


def test_the_hash_changes_with_the_data() -> None:
    """Twelve hex digits that depend on every byte of the files."""
    one = Gazetteer.read({"parties": '{"id": "party:x", "name": "X", "country": "VN"}'})
    other = Gazetteer.read({"parties": '{"id": "party:x", "name": "Y", "country": "VN"}'})
    assert len(one.hash) == 12
    assert one.hash != other.hash


def test_the_packaged_gazetteer_is_read_once() -> None:
    """Whoever asks for the packaged data gets the same gazetteer."""
    gazetteer = load()
    assert "party:vn-cpv" in gazetteer.parties
    assert load() is gazetteer


def test_a_name_is_cut_into_words_as_a_text_is() -> None:
    """Every name that is carried, and what stands between two spaces in none of them."""
    odd = [
        "Viet Nam",
        "viet  nam",
        "Việt Nam",
        "19 th Congress",
        "St. John's",
        "C.C.",
        "A  B",
        "'s",
        "",
        " ",
        "Party ofVietnam",
        "ofVietnam",
    ]
    for name in [*(said[2] for said in load()._names()), *odd]:
        line = tokenise(name)
        assert words_of(name) == (line.words, line.folds)
        assert first_folded(name) == (line.folds[0] if line.folds else None)


def test_a_name_is_found_behind_another_that_begins_like_it() -> None:
    """What a text has begun to name before, in part or in small letters, hides nothing of a later one."""
    names = Trie(
        [("party", "1", "Green Left"), ("party", "2", "Green"), ("org", "3", "Green Left Institute")]
    )
    for text in (
        "a green left",
        "Green",
        "the Greens",
        "Green Left",
        "green left institute",
        "Green Left Institute",
    ):
        names.find(text, 0)
    said = "Green and Green Left and the green left institute and green"
    assert [span.names[0].id for span in names.find(said, 0)[1]] == ["2", "1", "3"]
