"""Landmarks: the words of an article that n and N go through, and the name under the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, STANDFIRST, Mention
from tests.tui.samples import CPP, CPV, HANOI, TALKS, TRUNG, article
from tui.landmarks import entity_at, following, named, reading_order
from tui.page import Mark

EVERY = ((HEADLINE, 0, 3), (0, 4, 8), (0, 10, 12), (3, 0, 4), (CAPTION, 0, 2))


@pytest.mark.parametrize(
    ("now", "paragraph", "by", "found"),
    [
        (None, None, 1, 0),
        (None, None, -1, 4),
        (None, 0, 1, 1),
        (None, 1, 1, 3),
        (None, 1, -1, 2),
        (None, 9, 1, 4),
        ((0, 4, 8), 0, 1, 2),
        ((HEADLINE, 0, 3), 0, -1, 4),
        ((CAPTION, 0, 2), 3, 1, 0),
        ((2, 0, 1), 2, 1, 3),
    ],
)
def test_the_next_one_is_behind_the_cursor(
    now: Mark | None, paragraph: int | None, by: int, found: int
) -> None:
    """From words it goes on to the next ones, else to those nearest to the paragraph."""
    assert following(EVERY, now, paragraph, by) == found


@given(st.lists(st.tuples(st.integers(-3, 5), st.integers(0, 9), st.just(10)), min_size=1, unique=True))
def test_n_reaches_everything(marks: list[Mark]) -> None:
    """So many steps as there are marks go through each of them once."""
    every = sorted(marks, key=reading_order)
    now, seen = None, []
    for _ in every:
        now = every[following(every, now, None, 1)]
        seen.append(now)
    assert seen == every


def test_reading_begins_with_the_headline() -> None:
    """Headline, standfirst, paragraphs, caption."""
    marks = [(CAPTION, 0, 1), (1, 0, 1), (STANDFIRST, 0, 1), (0, 5, 6), (0, 2, 3), (HEADLINE, 0, 1)]
    assert [m[0] for m in sorted(marks, key=reading_order)] == [HEADLINE, STANDFIRST, 0, 0, 1, CAPTION]


def test_what_is_named_in_the_body() -> None:
    """Mentions of headline and caption are left out: a reader goes through the text."""
    told = article(
        mentions=(Mention(CPV.id, 1, 4, 8), Mention(CPV.id, HEADLINE, 0, 3), Mention(CPP.id, 0, 0, 3))
    )
    assert named(told) == [(0, 0, 3), (1, 4, 8)]
    assert named(None) == []


@pytest.mark.parametrize(
    ("paragraph", "words", "entity"),
    [
        (0, None, CPV.id),
        (0, (0, 90, 95), HANOI.id),
        (0, (0, 81, 92), HANOI.id),
        (0, (0, 0, 3), CPV.id),
        (1, None, TRUNG.id),
        (2, None, None),
    ],
)
def test_the_name_under_the_cursor(paragraph: int, words: Mark | None, entity: str | None) -> None:
    """It is the one named by the words that n stands on, else the first of the paragraph."""
    assert entity_at(TALKS, paragraph, words) == entity
