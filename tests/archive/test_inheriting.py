"""What replaces an article has its marks, however often texts came back, and wherever the old one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from store.archive.marked import Marked
from store.archive.marks import Mark, Marks
from store.archive.sets import members
from store.article import Article
from store.document import to_document
from tests.archive.indexing import index_of
from tests.archive.making import article

A, B, C = (article(text) for text in ("first wording", "second wording", "third wording"))

Chain = list[tuple[Article, Article | None]]
"""Articles in order of arrival, each with the one that it replaced."""


def read(chain: Chain, said: Mapping[str, Mark], steps: bool) -> set[str]:
    """Return the ids of the articles in lists that are read, all marks laid at once or one by one."""
    index = index_of([to_document(replace(new, replaces=old.id if old else None)) for new, old in chain])
    marked = Marked(index.reader(), Marks({} if steps else said))
    laid: dict[str, Mark] = {}
    for article_id, mark in said.items() if steps else ():
        laid[article_id] = mark
        marked.lay(Marks(dict(laid)))
    ids = {place: new.id for place, (new, _) in enumerate(chain)}
    lists = index.reader().execute("SELECT article FROM articles WHERE live").fetchall()
    return {ids[place] for place in members(marked.read)} & {ids[place] for (place,) in lists}


@pytest.mark.parametrize("steps", [False, True])
@pytest.mark.parametrize(
    ("chain", "said", "expected"),
    [
        ([(A, None), (B, A), (C, B)], {A: True}, [C]),
        ([(A, None), (B, A), (C, B)], {A: True, B: False}, []),
        ([(A, None), (B, A), (C, B)], {A: False, B: True}, [C]),
        ([(B, A)], {A: True}, [B]),
        ([(C, B), (B, A)], {A: True}, [B, C]),
        ([(A, None), (B, A), (A, B)], {B: True}, [A]),
        ([(A, None), (B, A), (A, B), (B, None)], {A: True}, [A]),
        ([(A, None), (B, A), (A, B), (B, None)], {A: True, B: False}, [A]),
        ([(A, None), (B, A), (A, B), (B, None)], {B: True}, [A, B]),
        ([(A, None), (B, A), (A, None), (C, A)], {A: True}, [B, C]),
        ([(A, C), (B, A), (C, B)], {A: True}, [C]),
        ([(A, None), (A, A), (B, A)], {A: True}, [B]),
    ],
)
def test_the_last_word_on_what_an_article_replaced_counts(
    chain: Chain, said: Mapping[Article, bool], expected: list[Article], steps: bool
) -> None:
    """Marks go from each article to the last one that took its place, and to no other; a ring ends."""
    marks = {known.id: Mark(word) for known, word in said.items()}
    assert read(chain, marks, steps) == {known.id for known in expected}
