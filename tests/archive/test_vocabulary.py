"""Names mean entities: in full, for short, by letter, by some of their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from store.archive.entities import Named, Office
from store.archive.vocabulary import Names
from store.article import Entity
from store.document import to_document
from store.errors import QueryError
from store.query import Query
from tests.archive.indexing import index_of, taken
from tests.archive.making import CONGRESS, CPP, CPV, HANOI, LPRP, TRUNG, article

TWELFTH = Entity("event:vn-cpv-12th-national-congress", "event", "12th National Congress", None, "VN")
QUAN = Entity("person:hoang-binh-quan", "person", "Hoàng Bình Quân", None, "VN")
PHILIPPINES = Entity("party:ph-cpp", "party", "Communist Party of the Philippines", "CPP", "PH")
LABOUR = Entity("party:nz-labour", "party", "New Zealand Labour Party", None, "NZ")
UNSURE = Entity("party:?-p", "party", "P", "P", confirmed=False)

KNOWN = (CPV, CPP, LPRP, PHILIPPINES, LABOUR, TRUNG, QUAN, HANOI, CONGRESS, TWELFTH)
CHAIRMAN = Office("office:chairman", "Chairman")
LETTERS = {CPV.id: "c", CPP.id: "p", LPRP.id: "l"}


def names(*named: Entity, letters: Mapping[str, str] = LETTERS) -> Names:
    """Return what names mean where each of some entities has a text of its own, and CPV has nine."""
    texts = [article(f"{e.id} {n}", named=[e]) for e in named for n in range(9 if e is CPV else 1)]
    return Names(index_of([to_document(text) for text in texts]).reader(), letters)


NAMES = names(*KNOWN)


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("party", "cpv", [CPV]),
        ("party", "CPV", [CPV]),
        ("party", "vn-cpv", [CPV]),
        ("party", " communist  party of VIETNAM ", [CPV]),
        ("party", "cambodian people’s party", [CPP]),
        ("party", "cpp", [CPP, PHILIPPINES]),
        ("party", "c", [CPV]),
        ("party", "p", [CPP]),
        ("party", "g", []),
        ("party", "", []),
        ("party", "communist", []),
        ("party", "hanoi", []),
        ("place", "HÀ NỘI", [HANOI]),
        ("place", "hanoi", [HANOI]),
        ("person", "le-hoai-trung", [TRUNG]),
        ("person", "Lê Hoài Trung", [TRUNG]),
        ("person", "trung", [TRUNG]),
        ("person", "trung le", [TRUNG]),
        ("person", "trung trung", []),
        ("person", "trun", []),
        ("person", "quân", [QUAN]),
        ("event", "13th congress", [CONGRESS]),
        ("event", "national congress", [CONGRESS, TWELFTH]),
        ("person", "-", []),
        ("person", "tru*", [TRUNG]),
        ("person", "le tru*", [TRUNG]),
        ("person", "le hoai trung l*", []),
        ("party", "comm*", [CPV, PHILIPPINES]),
        ("party", "*", []),
        ("office", "chairman", [CHAIRMAN]),
        ("office", "CHAIR*", [CHAIRMAN]),
        ("office", "general", []),
    ],
)
def test_values_mean_entities(field: str, value: str, found: list[Named]) -> None:
    """A value means what goes by it, however it is spelt; some words do where a name is no party's."""
    assert NAMES.resolve(field, value) == {e.id for e in found}


def test_a_name_has_the_numbers_of_what_it_means() -> None:
    """The numbers of a name are those of its entities in the index; what no text names has none."""
    index = index_of(
        [to_document(article("one", named=[CPV, CPP])), to_document(article("two", named=[CPP]))]
    )
    found = Names(index.reader(), {})
    numbers = dict(index.reader().execute("SELECT id, entity FROM entities").fetchall())
    assert found.numbers("party", "cpp") == (numbers[CPP.id],)
    assert found.numbers("party", "cpc") == ()
    assert found.resolve("party", "cpc") == {"party:cn-cpc"}


def test_only_what_stands_in_lists_has_a_name() -> None:
    """What only a replaced text names is no longer suggested, and found by no words of its name."""
    old = article("old", named=[QUAN])
    new = replace(article("new", named=[TRUNG]), replaces=old.id)
    found = Names(index_of([to_document(old)], [to_document(new)]).reader(), {})
    assert found.resolve("person", "quan") == found.resolve("person", "binh quan hoang") == frozenset()
    assert found.suggest("person", "quam") is None
    assert found.resolve("person", "trung") == {TRUNG.id}


def test_an_entity_is_called_as_the_latest_text_calls_it() -> None:
    """A new name takes the place of the old one, whatever the order in which segments are read."""
    old, new = (to_document(article(n, named=[CPV._replace(name=n, abbr=n)])) for n in ("Old", "New"))
    index = index_of([], [new])
    taken(index, 1, [old])
    found = Names(index.reader(), {})
    assert found.resolve("party", "new") == {CPV.id}
    assert found.resolve("party", "old") == frozenset()
    assert found.term(CPV.id) == "new"


def test_a_short_name_wins_over_a_letter() -> None:
    """A party whose short name is one letter is meant by it, and not the one that the letter picks."""
    assert names(*KNOWN, UNSURE).resolve("party", "p") == {UNSURE.id}


def test_the_gazetteer_knows_more_names() -> None:
    """What the archive calls otherwise, or has no text of, is known by the gazetteer's names."""
    assert NAMES.resolve("party", "Vietnamese Communist Party") == {CPV.id}
    assert NAMES.resolve("party", "cpc") == {"party:cn-cpc"}


@pytest.mark.parametrize(
    ("field", "value", "suggestion"),
    [
        ("party", "cqv", "cpv"),
        ("party", "lprb", "lprp"),
        ("person", "trang", "trung"),
        ("person", "le hoai trang", "le hoai trung"),
        ("place", "hnaoi", "hanoi"),
        ("place", "timbuktu", None),
        ("party", "", None),
        ("office", "chariman", "chairman"),
    ],
)
def test_a_mistake_is_met_with_the_nearest_name(field: str, value: str, suggestion: str | None) -> None:
    """The likest known value is suggested, of equals the one in most texts; else nothing."""
    assert NAMES.suggest(field, value) == suggestion


def test_every_suggestion_is_known() -> None:
    """What is suggested is itself a value with a meaning."""
    for field, value in (("party", "cqv"), ("person", "trang"), ("event", "13th natonal congress")):
        suggestion = NAMES.suggest(field, value)
        assert suggestion and NAMES.resolve(field, suggestion)


def test_terms_are_short_and_mean_one_entity() -> None:
    """A term is the short name where that means one entity only, else the end of the id."""
    assert {e.id: NAMES.term(e.id) for e in (CPV, CPP, PHILIPPINES, LABOUR, TRUNG)} == {
        "party:vn-cpv": "cpv",
        "party:kh-cpp": "kh-cpp",
        "party:ph-cpp": "ph-cpp",
        "party:nz-labour": "nz-labour",
        "person:le-hoai-trung": "le-hoai-trung",
    }
    odd = CPV._replace(id="party:?-a b", abbr="kh-cpp")
    assert names(*KNOWN, odd).term(odd.id) == "?-a b"


def test_an_unknown_name_in_a_query_is_an_error_with_the_suggestion() -> None:
    """The query language asks this vocabulary, and what it does not know is refused."""
    with pytest.raises(QueryError) as caught:
        Query.parse("party:cqv hanoi", NAMES)
    assert caught.value.suggestion == "party:cpv hanoi"
    assert Query.parse("person:trung -party:p", NAMES)
