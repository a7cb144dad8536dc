"""Whys: for every chip of a query whether it holds for a text, and the words that show so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.grounds import Case
from store.archive.marks import Mark, Note
from store.archive.whys import hits, whys
from store.article import HEADLINE, Article, Entity, EventDate, Mention
from store.document import from_document, to_document
from store.query import Query
from tests.archive.drawing import IDS, articles
from tests.archive.making import CPP, CPV, TRUNG, article
from tests.archive.plain_lists import PlainArchive
from tests.archive.plain_reading import predicate
from tests.strategies import TODAY, Names, queries

_marks = st.builds(
    Mark,
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(["asean", "as", "Đà Nẵng"]), max_size=2, unique=True).map(tuple),
    st.sampled_from([(), (Note("checked"),)]),
)


@given(
    st.lists(articles(), min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(IDS), _marks, max_size=3),
    queries(),
)
def test_reasons_mean_what_the_archive_means(
    arrived: Sequence[Article], said: Mapping[str, Mark], query: Query
) -> None:
    """A chip holds for just the texts that its condition alone finds, so all hold where the query finds."""
    made = [to_document(replace(one, id=i)) for one, i in zip(arrived, IDS, strict=False)]
    plain = PlainArchive(made, said, {"party:vn-cpv": "c"})
    for document in plain.live.values():
        text, facts = from_document(document), plain.facts(document)
        found = whys(query, Case(text, plain.mark(text.id), plain.names, TODAY))
        assert len(found) == len(query.chips)
        for why, term in zip(found, query.terms, strict=False):
            assert why.holds == predicate(Query((term,)), plain.names, TODAY)(facts), why
            for paragraph, start, end in why.places:
                assert 0 <= start < end <= len(text.paragraph(paragraph))


QUAN = Entity("person:quan", "person", "Hoang Binh Quan", None, "VN", "Chairman of the Commission; Envoy")

TEXT = replace(
    article("Lê Hoài Trung of the CPV met the CPP on May 18.", named=(CPV, CPP, TRUNG, QUAN)),
    headline="CPV meets party",
    mentions=(
        Mention(CPV.id, HEADLINE, 0, 3),
        Mention(TRUNG.id, 0, 0, 13),
        Mention(CPV.id, 0, 21, 24),
        Mention(CPP.id, 0, 33, 36),
    ),
)  # fmt: skip
SAID = Mark(True, None, ("routine",), (Note("Ask again"),))


def why(query: str) -> list[tuple[bool, str]]:
    """Return whether each chip of a query holds for the text, and why."""
    found = whys(Query.parse(query), Case(TEXT, SAID, Names(), TODAY))
    return [(one.holds, one.says) for one in found]


@pytest.mark.parametrize(
    ("query", "holds", "says"),
    [
        ("party:cpv", True, "names Communist Party of Vietnam once"),
        ("party:cpv,cpp", True, "names Cambodian People's Party once and Communist Party of Vietnam once"),
        ("-place:xyz", True, "not named in it"),
        ("-party:cpp", False, "names Cambodian People's Party once"),
        ("met", True, "stands once in the text"),
        ('"hoai trung"', True, "stands once in the text"),
        ("title:part*", True, "stands once in the headline"),
        ("title:met", False, "does not stand in the headline"),
        ("date:2016..2021", True, "18 May 2021 lies inside: 1 January 2016 to 31 December 2021"),
        ("date:2016", False, "18 May 2021 lies outside: 1 January 2016 to 31 December 2016"),
        ("since:2020", True, "18 May 2021 lies inside: from 1 January 2020 on"),
        ("before:2030", True, "18 May 2021 lies inside: up to 31 December 2029"),
        ("date:none", False, "18 May 2021 is known"),
        ("-tag:asean", True, "no such tag on it"),
        ("tag:rout*", True, "you tagged it routine"),
        ("is:read", True, "you have read it"),
        ("is:starred", False, "no star on it"),
        ("is:exact", True, "its date is certain: printed, not inferred"),
        ("has:note", True, "you wrote on it once"),
        ("has:contact", True, "says that CPV and CPP met"),
        ("has:tag", True, "you tagged it routine"),
        ("has:quote", False, "nobody is quoted in it"),
        ("has:caption", False, "no photo caption in it"),
        ("is:corrected", False, "nobody corrected its date"),
        ("source:vna", False, "no file of it is so named"),
        ("after:9999", False, "no day is so early or so late"),
        ("sort:date", True, "the order of the list; it leaves nothing out"),
        ("(met | xyz)", True, "met stands once in the text"),
        ("(xyz | is:read)", True, "is:read you have read it"),
        ("-(xyz | is:unread)", True, "xyz does not stand in the text; is:unread you have read it"),
    ],
)
def test_each_chip_says_why(query: str, holds: bool, says: str) -> None:
    """What a condition found is told in plain words, exclusions and alternatives, too."""
    assert why(query) == [(holds, says)]


def test_a_day_known_roughly_lies_partly_inside() -> None:
    """Of a text that may be of several days it is said how they lie to those that are asked."""
    may = replace(TEXT, date=article("x", "2021-05").date)
    found = whys(Query.parse("date:2021-05-18 date:2021 date:2020"), Case(may, SAID, Names(), TODAY))
    assert [(one.holds, one.says.partition(":")[0]) for one in found] == [
        (True, "1 May 2021 to 31 May 2021 lies partly inside"),
        (True, "1 May 2021 to 31 May 2021 lies inside"),
        (False, "1 May 2021 to 31 May 2021 lies outside"),
    ]


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("party:cpv", ["CPV", "CPV"]),
        ("met party:cpp", ["met", "CPP"]),
        ("(xyz | hoai) -(may | -cpp)", ["Hoài", "CPP"]),
        ("-met date:2021 is:read", []),
        ("title:meets meets", ["meets"]),
    ],
)
def test_what_is_found_is_lit(query: str, lit: list[str]) -> None:
    """Hits are the words and names that speak for the text, never those that a NOT leaves out."""
    found = hits(Query.parse(query), Case(TEXT, SAID, Names(), TODAY))
    assert [TEXT.paragraph(n)[start:end] for n, start, end in found] == lit


class _Offices:
    """A vocabulary that takes every value for an office."""

    def resolve(self, field: str, value: str) -> frozenset[str]:
        return frozenset({f"office:{value}"})


@pytest.mark.parametrize(
    ("query", "holds", "says", "words"),
    [
        ("office:envoy", True, "Envoy: Hoang Binh Quan", ["Envoy"]),
        ("office:minister", False, "nobody holds this office in it", []),
    ],
)
def test_offices_are_told_with_who_holds_them(query: str, holds: bool, says: str, words: list[str]) -> None:
    """An office holds by the titles that the text gives people, and is lit where these stand."""
    body = ("Envoy Hoang Binh Quan met an envoy's wife.",)
    (found,) = whys(Query.parse(query), Case(replace(TEXT, body=body), SAID, _Offices(), TODAY))
    assert (found.holds, found.says) == (holds, says)
    assert [body[0][a:b] for _, a, b in found.places][:1] == words


def test_what_has_no_day_and_what_quotes_somebody() -> None:
    """Unknown days answer to date:none, and words between quotation marks show that somebody is quoted."""
    told = replace(TEXT, date=EventDate(), body=("He said “we will go on as we did before”.",))
    case = Case(told, Mark(), Names(), TODAY)
    found = whys(Query.parse("date:none date:2021 has:quote has:note has:tag is:read"), case)
    assert [(one.holds, one.says) for one in found] == [
        (True, "its day is not known"),
        (False, "its day is not known"),
        (True, "quotes somebody once"),
        (False, "no note on it"),
        (False, "no tag on it"),
        (False, "you have not read it"),
    ]
    ((_, start, end),) = found[2].places
    assert told.body[0][start:end] == "“we will go on as we did before”"
