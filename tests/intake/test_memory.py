"""What an import leaves in memory: nothing that only a collection would free, since it collects seldom."""

from __future__ import annotations

import gc

from store.ingest import read, seed_files
from store.wire import gazetteer
from tests.intake.texts import NOW


def test_texts_leave_no_circles() -> None:
    """Once the first text has loaded what is needed, no text leaves anything that goes round in circles."""
    files, known = seed_files(), gazetteer.load()
    articles = [read(file, known, NOW) for file in files]
    assert any(article.contacts for article in articles)
    gc.collect()
    gc.disable()
    try:
        for file in files:
            read(file, known, NOW)
        assert gc.collect() == 0
    finally:
        gc.enable()
