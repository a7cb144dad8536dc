"""Names: everything that a text names, at exactly its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import KINDS
from store.ingest import seed_files
from store.wire.clean import clean, decode
from store.wire.gazetteer import load
from store.wire.layout import lay_out
from store.wire.names import Named, name_all
from tests.wire.tiny import ids, named, of_kind, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Outcomes of the 13th National Party Congress.", ["vn-cpv-13th-national-congress"]),
        (
            "The CPV's 13th National Congress and the thirteenth Congress of the CPV.",
            ["vn-cpv-13th-national-congress"],
        ),
        ("At its recent 12th National Congress, the CPV received praise.", ["vn-cpv-12th-national-congress"]),
        (
            "The Lao People's Revolutionary Party held the party's 11th Congress.",
            ["la-lprp-11th-national-congress"],
        ),
        ("The 14th National Party Congress.", ["?-vn-cpv-14th-national-congress"]),
        ("The 12th National Congress of the Vietnam Trade Union.", ["?-12th-national-congress"]),
        ("The fourth plenum of the Party Central Committee.", ["?-vn-cpv-4th-plenum"]),
        (
            "Local elections in 2017 and December's election.",
            ["?-local-elections-in-2017", "?-decembers-election"],
        ),
        ("The election was quiet.", []),
        ("The Tours Congress and the US Congress.", ["?-tours-congress"]),
        ("Help against COVID-19.", ["covid-19"]),
    ],
)
def test_events_by_kind_number_and_party(text: str, expected: list[str]) -> None:
    """One id however the congress is called, and none for another body's congress."""
    assert ids(named(text, agency="VNA"), "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The CPC's Commission for External Relations; the Commission for External Relations of the CPV.",
            ["cn-cpc-commission-for-external-relations", "vn-cpv-commission-for-external-relations"],
        ),
        (
            "The Ministry of Labour, Invalids and Social Affairs said so.",
            ["?-ministry-of-labour-invalids-and-social-affairs"],
        ),
        (
            "The Commission for Popularisation and Education Nguyen Van Linh said so.",
            ["?-commission-for-popularisation-and-education"],
        ),
        ("The Lao Embassy in Hanoi said so.", ["?-la-lao-embassy"]),
        ("The Communist Party of China's organisation board said so.", ["?-cn-cpc-organisation-board"]),
        ("The Central Committee, the Politburo and the Secretariat.", []),
        ("The Vietnam Fatherland Front said so.", ["?-vn-vietnam-fatherland-front"]),
    ],
)
def test_bodies_by_core_name_and_owner(text: str, expected: list[str]) -> None:
    """The same name of two owners is two bodies, and neutral organs are none."""
    assert [key.replace("?-vietnam", "?-vn-vietnam") for key in ids(named(text), "org")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vietnam and Laos.", ["vietnam", "laos"]),
        ("The Vietnam – Cambodia ties and Vietnam-Laos friendship.", []),
        ("Vietnamese and Lao officials.", []),
        ("The Communist Party of Vietnam.", []),
        ("Britain's capital and the UK.", ["united-kingdom"]),
        ("The Hanoi University and Hue Airport.", []),
    ],
)
def test_places_that_stand_as_places(text: str, expected: list[str]) -> None:
    """Not adjectives, not halves of a pair, not parts of other names."""
    assert ids(named(text), "place") == expected


def test_the_dateline_names_its_place() -> None:
    """The place of the dateline is named though the body does not say it."""
    assert ids(named("They met.", place="HANOI", agency="VNA"), "place") == ["hanoi"]


def test_letters_in_brackets_are_a_mention_of_their_own() -> None:
    """The name and its letters are two mentions, each of exactly its words."""
    text = "The Communist Party of Vietnam (CPV) met."
    quotes = [text[m.start : m.end] for m in named(text).mentions]
    assert quotes == ["Communist Party of Vietnam", "CPV"]


VOCABULARY = (
    "the The of and Party CPV CPP (CPP) Hun Sen Quan Hoang Binh President , . ' ’s - Vietnam Lao 13th "
    "National Congress Commission for External Relations Embassy elections in 2017 held talks with met "
    "who is also led by Nguyễn đ İ ﬁ"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(
    st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=4), st.sampled_from(["VNA", "AFP", None])
)
def test_mentions_are_sorted_apart_and_of_known_entities(body: list[str], agency: str | None) -> None:
    """For any words: sorted, no overlap, within the paragraph, each of an entity that is listed once."""
    found = named(*body, agency=agency)
    keys = [e.id for e in found.entities]
    assert len(keys) == len(set(keys))
    assert [KINDS.index(e.kind) for e in found.entities] == sorted(
        KINDS.index(e.kind) for e in found.entities
    )
    last = (-9, 0)
    for mention in found.mentions:
        assert (mention.paragraph, mention.start) >= last
        assert 0 <= mention.start < mention.end <= len(body[mention.paragraph])
        assert mention.entity in keys
        last = (mention.paragraph, mention.end)
    assert set(found.party_of) <= set(keys)
    assert set(found.party_of.values()) <= set(keys)


def seed(prefix: str) -> Named:
    """Return what the packaged gazetteer finds in a seed."""
    (file,) = (f for f in seed_files() if f.name.startswith(prefix))
    gazetteer = load()
    layout = lay_out(clean(decode(file.read_bytes()).text), tuple(gazetteer.agencies.values()))
    return name_all(layout, gazetteer)


def test_the_first_seed_names_quan_and_the_dean_of_the_corps() -> None:
    """One party, two people with their offices, one commission, two places, one congress."""
    found = seed("000")
    assert ids(found, "party") == ["vn-cpv"]
    assert roles(found) == {
        "Hoang Binh Quan": "Chairman of the Party Central Committee’s Commission for External Relations",
        "El Houcine Fardani": "Moroccan Ambassador; head of the diplomatic corps in Vietnam",
    }
    assert [e.name for e in of_kind(found, "org")] == ["Commission for External Relations"]
    assert sorted(e.name for e in of_kind(found, "place")) == ["Hanoi", "Vietnam"]
    assert ids(found, "event") == ["vn-cpv-12th-national-congress"]
    assert found.party_of == {"person:hoang-binh-quan": "party:vn-cpv"}


def test_the_second_seed_names_both_commissions_and_both_offices() -> None:
    """Two parties, two people, Prak Sokhon with both offices, and Ho Chi Minh among nobody."""
    found = seed("004")
    assert sorted(ids(found, "party")) == ["kh-cpp", "vn-cpv"]
    assert roles(found) == {
        "Le Hoai Trung": "Chairman of the Party Central Committee’s Commission for External Relations",
        "Prak Sokhon": (
            "head of the CPP central committee’s commission for external relations; "
            "Deputy Prime Minister and Minister of Foreign Affairs and International Cooperation"
        ),
    }
    assert "vn-cpv-13th-national-congress" in ids(found, "event")
    assert sorted(found.party_of.values()) == ["party:kh-cpp", "party:vn-cpv"]
