"""The filter language: what is refused, where the caret stands, and what is proposed instead."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.errors import QueryError
from store.query import Query
from store.terms import FIELDS
from tests.growth import grows_in_proportion, repeated
from tests.strategies import Names

DATES = "Dates look like 2021, 2021-Q2, 2021-05, 2021-05-18 or may-2021"


def refusal(text: str) -> QueryError:
    """Return the error that a text is refused with."""
    with pytest.raises(QueryError) as caught:
        Query.parse(text, Names())
    return caught.value


@pytest.mark.parametrize(
    ("text", "marked", "reason", "suggestion"),
    [
        ("date:2021..2016 a", "2021..2016", "date:2021..2016 runs backwards", "date:2016..2021 a"),
        (
            "date:..2016,2021-06..2021-05",
            "2021-06..2021-05",
            "runs backwards",
            "date:..2016,2021-05..2021-06",
        ),
        ("a party:cqv b", "cqv", "party:cqv unknown. Did you mean cpv?", "a party:cpv b"),
        ('org:"nota bene"', '"nota bene"', "org:nota bene unknown. Did you mean nato?", "org:nato"),
        ("party:peoples", "peoples", "Did you mean people's party?", 'party:"people\'s party"'),
        ("party:xyz", "xyz", "party:xyz unknown", None),
        ("partei:cpv", "partei", "partei: is not a field. Did you mean party:?", "party:cpv"),
        ("a (dtae:2021)", "dtae", "Did you mean date:?", "a (date:2021)"),
        ("https://vna.vn a", "https", f"Fields are {', '.join(FIELDS)}", '"https://vna.vn" a'),
        ('person:"Le Hoai Trung', '"Le Hoai Trung', "Unclosed quote at column 8", 'person:"Le Hoai Trung"'),
        ('a "b', '"b', "Unclosed quote at column 3", 'a "b"'),
        ("“a", "“a", "Unclosed quote at column 1", '“a"'),
        ("a ”b", "”", "No quote is open here", "a b"),
        ("OR:x", "OR", "OR: is not a field", "org:x"),
        ("a (b | (c) ", "(", "Unclosed bracket at column 3", "a (b | (c) )"),
        ("a b)", ")", "No bracket is open here", "a b"),
        ("is:stared", "stared", "is:stared unknown. It can be starred, read", "is:starred"),
        ("has:tags", "tags", "has:tags unknown. It can be caption, contact, note, quote, tag", "has:tag"),
        ("tga:asean", "tga", "tga: is not a field. Did you mean tag:?", "tag:asean"),
        ("tag:to*do", "to*do", "to*do has a star inside: * stands at the end of a tag", None),
        ("tag:*", "*", "tag: needs a tag, or the beginning of one", None),
        ("sort:dates", "dates", "sort:dates unknown", "sort:date"),
        ("a -sort:date", "-", "sort: cannot be excluded", "a sort:date"),
        ("Hanoi, Vietnam", ",", "A comma only stands between the values of a field", "Hanoi Vietnam"),
        (":cpv", ":", "The name of a field is missing before the colon", "cpv"),
        ("source:c:x", ":", "A value with a colon in it needs quotes", None),
        ("fri*ship", "fri*ship", "* stands at the end of a word", None),
        ("title:fri*ship", "fri*ship", "* stands at the end of a word", None),
        ("*", "*", "* has no word in it to look for", None),
        ("a … b", "…", "… has no word in it to look for", None),
        ("id:4g", "4g", "id:4g is no beginning of an id", None),
        ("source:*", "*", "source: needs a part of a file name", None),
        ("date:soon", "soon", f"date:soon is not a date. {DATES}", None),
        ("date:2016-2021", "2016-2021", "is not a date", "date:2016..2021"),
        ("date:2021…2016", "2021…2016", "is not a date", None),
        ("date:2021...2016", "2021...2016", "is not a date", "date:2016..2021"),
        ("date:2021-5-8", "2021-5-8", "is not a date", "date:2021-05-08"),
        ("date:20210518", "20210518", "is not a date", "date:2021-05-18"),
        ("date:2021/05", "2021/05", "is not a date", "date:2021-05"),
        ("date:2021-13-1", "2021-13-1", "is not a date", None),
        ("date:2021-02-30", "2021-02-30", "date:2021-02-30 is not in the calendar", None),
        ("date:0000", "0000", "date:0000 is not in the calendar", None),
        ("date:٢٠٢١", "٢٠٢١", "is not a date", None),
        ("date:6m", "6m", "date:6m is a span. Say since:6m", None),
        ("since:2016..2018", "2016..2018", "since: takes one day, month or year. Say date:2016..2018", None),
        ("since:none", "none", "since:none is not a date", None),
        ("since:6months", "6months", f"{DATES}, spans like 30d, 2w, 6m or 1y", "since:6m"),
        ("after:-2w a", "-2w", "after:-2w is not a date", "after:2w a"),
        ("date:18.5.2021", "18.5.2021", "is not a date", "date:2021-05-18"),
        ("date:05/18/2021", "05/18/2021", "is not a date", "date:2021-05-18"),
        ("date:5/6/2021", "5/6/2021", "is not a date", None),
        ("date:6/6/2021", "6/6/2021", "is not a date", "date:2021-06-06"),
        ("date:5-2021", "5-2021", "is not a date", "date:2021-05"),
        ("date:13-2021", "13-2021", "is not a date", None),
        ("date:18-may-2021", "18-may-2021", "is not a date", "date:2021-05-18"),
        ("date:may18-2021", "may18-2021", "is not a date", "date:2021-05-18"),
        ("date:foo18-2021", "foo18-2021", "is not a date", None),
        ("date:31-feb-2021", "31-feb-2021", "is not a date", None),
        ("sort:name", "name", "sort:name unknown. It can be date, -date, party, relevance", None),
        ("office:chaiman", "chaiman", "office:chaiman unknown. Did you mean chairman?", "office:chairman"),
        ("party : cpv", ":", "The name of a field is missing before the colon", "party:cpv"),
        ("a -party :cpv", ":", "The name of a field is missing before the colon", "a -party:cpv"),
        ('"a b"! c', "!", "Nothing stands right behind !", '"a b" c'),
        ('near:"a b"', "near", "near: is not a field", None),
        ("since:99999y", "99999y", "since:99999y is not a date", None),
    ],
)
def test_a_mistake_is_named_where_it_stands(
    text: str, marked: str, reason: str, suggestion: str | None
) -> None:
    """The caret stands under the culprit, the reason is in words, and the proposal is the whole query."""
    error = refusal(text)
    assert text[error.column : error.column + error.length] == marked
    assert reason in error.reason
    assert error.suggestion == suggestion
    assert error.caret().splitlines()[1] == " " * error.column + "^" * len(marked)


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("party:", 6, "party: needs a value"),
        ("a party: b", 8, "party: needs a value"),
        ("party:cpv,", 10, "party: needs a value"),
        ('party:""', 6, "party: needs a value"),
        ("party:,cpv", 6, "party: needs a value"),
        ('"', 0, "Unclosed quote at column 1"),
        ("“”", 0, "An empty phrase has no word in it to look for"),
        ('""', 0, "An empty phrase has no word in it to look for"),
        ("a |", 3, "Something is missing at the end"),
        ("a OR ", 5, "Something is missing at the end"),
        ("a AND", 5, "Something is missing at the end"),
        ("| a", 0, "Something is missing before |"),
        ("a | | b", 4, "Something is missing before |"),
        ("AND a", 0, "Something is missing before AND"),
        ("(", 1, "Something is missing at the end"),
        ("a ()", 3, "Something is missing before )"),
        ("-", 0, "Nothing stands right behind -"),
        ("a - b", 2, "Nothing stands right behind -"),
        ("NOT", 3, "Something is missing at the end"),
        ("-|", 1, "Something is missing before |"),
    ],
)
def test_half_typed_text_is_told_what_it_lacks(text: str, column: int, reason: str) -> None:
    """While one types, the error stands where the next letter belongs."""
    error = refusal(text)
    assert (error.column, error.reason) == (column, reason)


@pytest.mark.parametrize(
    "text",
    [
        "date:2021..2016",
        "party:cqv",
        "prty:cpv",
        "10:30",
        '"a',
        "(a",
        "a)",
        "is:stared",
        "a,b",
        ":a",
        "party: cpv",
        "-party : cpv",
        '"a"!',
        "-sort:date",
    ],
)
def test_a_proposal_can_be_accepted(text: str) -> None:
    """Enter on a proposal gives a query."""
    proposal = refusal(text).suggestion
    assert proposal is not None
    Query.parse(proposal, Names())


def test_an_error_is_one_readable_sentence() -> None:
    """The command line prints the reason and the proposal as people write."""
    assert str(refusal("party:cqv a")) == "party:cqv unknown. Did you mean cpv? Use: party:cpv a"
    assert str(refusal("date:2021..2016")) == "date:2021..2016 runs backwards. Use: date:2016..2021"
    assert str(refusal("party:")) == "party: needs a value."
    assert len(str(refusal("x" * 5000 + ":y"))) < 5300


def test_names_are_checked_only_against_a_vocabulary() -> None:
    """A saved query can be read without its archive."""
    assert str(Query.parse("party:cqv")) == "party:cqv"


def _pieces() -> st.SearchStrategy[str]:
    marks = [
        '"',
        "(",
        ")",
        "|",
        ":",
        ",",
        "-",
        "!",
        "*",
        " ",
        "\n",
        "“",
        "”",
        "..",
        "AND",
        "OR",
        "NOT",
        "\x00",
        "\ud800",
    ]
    values = ["party", "date", "since", "sort", "is", "2021", "q2", "may", "6m", "0", "cpv", "none", "İ", "ß"]
    return st.lists(st.sampled_from([*marks, *values, *FIELDS]) | st.text(max_size=3), max_size=20).map(
        "".join
    )


@given(_pieces())
@example("since:9999y before:0001 after:9999-12-31")
def test_text_is_read_or_refused(text: str) -> None:
    """Any text is a query that survives its own text, or an error whose place lies in the text."""
    try:
        query = Query.parse(text)
    except QueryError as error:
        assert 0 <= error.column <= len(text)
        assert error.column + error.length <= max(len(text), error.column + 1)
        return
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize("piece", ["(", "-(", "a|(", "a (b", "NOT ("])
def test_bottomless_brackets_are_refused_in_words(piece: str) -> None:
    """Brackets nest so deep as a person can follow, and no deeper."""
    assert "more than 50 deep" in refusal(piece * 100_000).reason


def test_fifty_brackets_are_not_too_many() -> None:
    """The deepest query allowed is read, printed and read again."""
    deep = "(a | b " * 50 + ")" * 50
    query = Query.parse(deep)
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "-",
        '"',
        '""',
        "a|",
        "a:b ",
        "party:a,",
        "NOT ",
        "x",
        "(a) ",
        "(a|b) ",
        "*",
        "date:2021 ",
        "1",
        "!a ",
        ", ",
    ],
)
@pytest.mark.slow
def test_long_text_takes_time_in_proportion(piece: str) -> None:
    """Twice the text takes at most three times the time, whatever it is made of."""
    assert grows_in_proportion(_read, *repeated(piece, 160_000))


def _read(text: str) -> None:
    with suppress(QueryError):
        str(Query.parse(text))
