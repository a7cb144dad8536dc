"""An article on its way into the archive: the same whether its document was made or spared."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given

from store.archive.drafts import draft, draft_of
from store.article import Article
from store.document import to_document
from store.ingest import read, seed_files
from store.wire import gazetteer
from tests.archive.making import CPP, CPV, article
from tests.intake.texts import NOW
from tests.test_document import ARTICLES


@given(ARTICLES)
def test_the_document_is_spared_for_nothing_less(said: Article) -> None:
    """What is made of an article is what is made of its document."""
    assert draft_of(said) == draft(to_document(said))


@pytest.mark.parametrize("number", range(len(seed_files())))
def test_a_wire_text_is_the_same_either_way(number: int) -> None:
    """Of a text as agencies send it, with parties, offices and contacts, the same is made, too."""
    said = read(seed_files()[number], gazetteer.load(), NOW)
    made = draft_of(said)
    assert made == draft(to_document(said)) and made.entry.parties and made.entry.named[-1].id


def test_names_and_place_of_a_draft_change_together() -> None:
    """A draft told under other names says so in its file and in the index; told as it was it is the same."""
    made = draft_of(article("A text.", named=(CPV, CPP), file="/a"))
    assert made.told(("/a",), None) is made
    other = made.told(("/b", "/a"), "0" * 12)
    document = orjson.loads(other.written)
    assert (document["source"]["file"], document["source"]["also"], document["replaces"]) == (
        "/b",
        ["/a"],
        "0" * 12,
    )
    assert (other.files, other.entry.replaces, other.replaces) == (("/b", "/a"), 0, "0" * 12)
    assert other.told(("/a",), None) == made
