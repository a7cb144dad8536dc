"""Hits: what the filter found is lit in the text, n goes through it, and * filters by what is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
Keep = Callable[[str, str], None]

TALKS = (
    "Đảng và bạn bè\n\n"
    "Hanoi (VNA) – The Communist Party of Vietnam held talks on March 3, 2022.\n\n"
    "Lê Hoài Trung told of traditional friendship, and of traditions.\n"
)


def lit(reading: Reading) -> list[str]:
    """Return the words that are marked in the article, in reading order."""
    viewer = reading.desk.viewer
    assert viewer.article is not None
    return [viewer.article.paragraph(n)[start:end] for n, start, end in viewer.marks]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("tradition*", ["traditional", "traditions"]),
        ('"traditional friendship"', ["traditional friendship"]),
        ("dang bạn", ["Đảng", "bạn"]),
        ("le hoai", ["Lê", "Hoài"]),
        ("title:dang talks", ["Đảng", "talks"]),
        ("(xyzzy | friendship) -quarrel date:2022", ["friendship"]),
        ("place:hanoi", []),
        ("source:talks is:unread", []),
    ],
)
async def test_what_is_found_is_lit(desk: Desk, keep: Keep, query: str, words: list[str]) -> None:
    """Phrases, open words, accents, strokes, headline and alternatives are lit as printed."""
    keep("talks.txt", TALKS)
    async with desk(query=query) as reading:
        assert lit(reading) == words


async def test_opening_lands_on_the_first_hit(desk: Desk, keep: Keep) -> None:
    """Enter stands on the first words that were found, n on the next ones, and says of how many."""
    keep("talks.txt", TALKS)
    async with desk(query="tradition*") as reading:
        await reading.press("enter")
        viewer = reading.desk.viewer
        assert viewer.paragraph == 1 and viewer.now == viewer.marks[0]
        await reading.press("n")
        assert viewer.now == viewer.marks[1] and reading.status == "2 of 2 hits in this text"


async def test_without_a_filter_a_text_opens_at_its_head(desk: Desk) -> None:
    """Nothing was looked for, so nothing is gone to."""
    async with desk() as reading:
        await reading.press("enter")
        assert reading.desk.viewer.now is None and reading.desk.viewer.top == 0


async def test_star_filters_by_what_n_stands_on(desk: Desk) -> None:
    """n n n * filters by the third mention; * again takes that back."""
    async with desk() as reading:
        await reading.press("2", "n", "n", "n", "*")
        assert str(reading.desk.query_in_force) == "party:cpp"
        await reading.press("*")
        assert not reading.desk.query_in_force.terms


async def test_star_filters_by_the_paragraph_or_the_entity(desk: Desk) -> None:
    """In the text the first name of the paragraph counts, in Entities the one under the cursor."""
    async with desk() as reading:
        await reading.press("2", "*")
        assert str(reading.desk.query_in_force) == "party:cpv"
        await reading.press("0", "3", "j", "*")
        assert str(reading.desk.query_in_force) == "party:cpp"


async def test_there_may_be_no_name(desk: Desk, keep: Keep) -> None:
    """Where nothing is named * says so and leaves the filter alone."""
    keep("quiet.txt", "Rain\n\nIt rained all day on March 3, 2024.\n")
    async with desk() as reading:
        await reading.press("2", "*")
        assert not reading.desk.query_in_force.terms and "No name" in reading.status
