"""Page: an article as numbered paragraphs, its names dressed by kind, its marks on top."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Dateline, Mention, Removed
from tests.tui.samples import (
    BODY,
    CPV,
    MARKUP,
    TALKS,
    UNKNOWN,
    article,
    day,
    foreign,
    ink_of,
    plain,
)
from tui.lines import cells
from tui.measure import MEASURE, width
from tui.page import ID_FROM, WORDS_FROM, PageLine, page, raw

NARROW = 3
"""The margin of a narrow panel."""


def set_in(text: Article, columns: int = 49, margin: int = NARROW) -> list[PageLine]:
    """Return the page of a text."""
    return page(text, columns, margin, [], None)


def words(lines: list[PageLine]) -> str:
    """Return a page as text."""
    return "\n".join(plain(line.content) for line in lines)


any_article = st.builds(
    lambda headline, body, standfirst, caption, credit, place, agency, names: article(
        headline,
        body,
        standfirst=standfirst,
        caption=caption,
        credit=credit,
        dateline=Dateline(place, agency),
        removed=tuple(Removed(kind, "x") for kind in ("stock phrase", "signature", "repeated lead")),
        mentions=tuple(Mention(CPV.id, number, start, start + 3) for number, start in names),
        text="\n".join(body),
    ),
    st.none() | foreign,
    st.lists(foreign, max_size=4),
    st.none() | foreign,
    st.none() | foreign,
    st.none() | foreign,
    st.none() | foreign,
    st.none() | foreign,
    st.lists(st.tuples(st.integers(-3, 5), st.integers(0, 30)), max_size=5),
)  # fmt: skip


@settings(max_examples=60)
@given(any_article, st.integers(24, 100), st.sampled_from([3, 4, 5]))
def test_no_line_of_a_page_is_too_wide(text: Article, columns: int, margin: int) -> None:
    """Every line fits between its margin and the empty last column, in whatever script."""
    for one in [
        *page(text, columns, margin, [(0, 2, 9), (-1, 0, 3)], (0, 2, 9)),
        *raw(text, columns, margin),
    ]:
        assert cells(one.content) <= columns - margin - 1, plain(one.content)


@settings(max_examples=60)
@given(any_article, st.integers(24, 100))
def test_every_word_of_the_body_is_on_the_page(text: Article, columns: int) -> None:
    """The lines of a paragraph are its letters in order, without the blanks at the breaks."""
    lines = set_in(text, columns)
    for number, paragraph in enumerate(text.body):
        found = [line for line in lines if line.paragraph == number]
        assert "".join(plain(line.content) for line in found).replace(" ", "") == paragraph.replace(" ", "")
        assert [line.first for line in found] == [True] + [False] * (len(found) - 1)
        assert all(paragraph[line.start : line.end] == plain(line.content) for line in found)


def test_lines_are_at_most_a_measure_wide() -> None:
    """On a wide panel text stays readable: no line is wider than the measure."""
    lines = set_in(article(body=["word " * 200]), 160, 5)
    assert MEASURE - 5 < max(width(plain(line.content)) for line in lines) <= MEASURE


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        (article(), 49, "Hanoi · Tue 18 May 2021~ likely · VNA"),
        (article(date=day("2021-05-18")), 49, "Hanoi · Tue 18 May 2021 · VNA"),
        (article(date=day("2021-05-18", "corrected")), 49, "Hanoi · Tue 18 May 2021✓ corrected · VNA"),
        (article(date=UNKNOWN), 49, "Hanoi · undated · VNA"),
        (article(dateline=Dateline()), 49, "Tue 18 May 2021~ likely"),
        (
            article(date=day(certainty="guess", month_day="02-26", between=("2018-02-26", "2020-02-26"))),
            49,
            "Hanoi · 26 February, 2018 to 2020? · VNA",
        ),
        (article(), WORDS_FROM, "Hanoi · Tue 18 May 2021~ likely · VNA · 36 words"),
        (article(), ID_FROM, "Hanoi · Tue 18 May 2021~ likely · VNA · 36 words · 42c399a76e27"),
        (article(dateline=Dateline("Phnom Penh", "Khmer Press")), 48, "Phnom Penh · Tue 18 May 2021~ likely"),
        (article(dateline=Dateline("A" * 60, "VNA")), 44, "A" * 13 + "… · Tue 18 May 2021~ likely"),
    ],
)  # fmt: skip
def test_the_line_below_the_headline(text: Article, columns: int, expected: str) -> None:
    """Place, day with sign and word, agency; words and id where there is room; parts are left out whole."""
    assert plain(set_in(text, columns)[1].content) == expected


def test_names_are_dressed_by_kind() -> None:
    """Parties, people, places and events each have their ink, in the body and nowhere else."""
    first = next(line for line in set_in(TALKS, 160, 5) if line.paragraph == 0)
    assert ink_of(first.content, "Communist Party of Vietnam (CPV)") == "party"
    second = next(line for line in set_in(TALKS, 160, 5) if line.paragraph == 1)
    assert ink_of(second.content, "Le Hoai Trung") == "person"
    assert {ink for _, ink in set_in(TALKS)[0].content} == {"bold"}


def test_a_name_and_its_abbreviation_are_one() -> None:
    """An abbreviation in brackets right after its name shares its dress, brackets included."""
    line = next(line for line in set_in(TALKS, 160, 5) if line.paragraph == 0)
    assert ("Cambodian People’s Party (CPP)", "party") not in line.content  # broken over two lines
    whole = [span for one in set_in(TALKS, 160, 5) if one.paragraph == 0 for span in one.content]
    assert "(CPP)" in "".join(text for text, ink in whole if ink == "party")


def test_marks_lie_above_names() -> None:
    """Marked words show the mark instead of their dress, and the one stood on shows more."""
    marks = [(0, 4, 30), (1, 0, 13)]
    lines = page(TALKS, 160, 5, marks, (1, 0, 13))
    assert ink_of(lines[3].content, "Communist Party of Vietnam") == "mark"
    assert ink_of(next(line for line in lines if line.paragraph == 1).content, "Le Hoai Trung") == "mark-now"


def test_markup_is_letters() -> None:
    """What looks like markup in an article stands on the page letter by letter."""
    found = words(set_in(article(MARKUP, [MARKUP], caption=MARKUP, credit=MARKUP), 90, 5))
    assert found.count(MARKUP) == 4


def test_the_caption_comes_last() -> None:
    """Below the body: the photo's caption and credit, then what kinds of things were hidden, each once."""
    lines = words(set_in(TALKS, 90, 5)).splitlines()
    assert lines[lines.index("Photo") :] == [
        "Photo",
        "Le Hoai Trung at the talks",
        "VNA",
        "",
        "Hidden: furniture, signature. R shows the text as received.",
    ]


def test_the_standfirst_stands_in_for_a_body() -> None:
    """A standfirst is shown only where there is no body that begins with it."""
    assert "the lead" in words(set_in(article(body=[], standfirst="the lead")))
    assert "the lead" not in words(set_in(article(standfirst="the lead")))


def test_a_text_without_headline_says_so() -> None:
    """No headline is made up."""
    assert words(set_in(article(None)))[: len("No headline")] == "No headline"


def test_every_line_knows_its_words() -> None:
    """Lines of headline and caption say so, so that marks there can be found."""
    lines = set_in(article(caption="A photo"))
    assert [line.source for line in lines if line.source is not None and line.source < 0] == [
        HEADLINE,
        CAPTION,
    ]
    assert STANDFIRST in [line.source for line in set_in(article(body=[], standfirst="the lead"))]


def test_the_raw_text_is_all_there() -> None:
    """The text as received keeps every line, blank ones too, and shows controls as what they are."""
    lines = [plain(line.content) for line in raw(article(text="one\n\ntwo\x1b[31m\té"), 80, 3)]
    assert lines[2:] == ["one", "", "two�[31m é"]


@given(st.text(max_size=80), st.integers(24, 60))
def test_the_raw_text_fits(text: str, columns: int) -> None:
    """Even uncleaned text with controls takes no more cells than there are."""
    assert all(cells(line.content) <= columns - 4 for line in raw(article(text=text), columns, 3))


def test_an_article_of_bare_paragraphs() -> None:
    """Between two paragraphs stands one blank line."""
    found = [line.paragraph for line in set_in(article(body=BODY), 160, 5)[2:]]
    assert found == [None, 0, 0, None, 1, 1, None, 2, None]
