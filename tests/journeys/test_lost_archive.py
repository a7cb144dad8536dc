"""The disk of the archive goes away under an open desk, and comes back."""

from __future__ import annotations

from collections.abc import Callable

from store.archive.archive import Archive
from tests.journeys.reading import Reading


async def test_the_desk_outlives_a_lost_archive(archive: Archive, desk: Callable[..., Reading]) -> None:
    """Where the archive can no longer be looked at, the reason is said and all that was read stays."""
    articles = archive.folder / "articles"
    async with desk() as reading:
        before = reading.desk.answer.tally.texts
        away = articles.rename(archive.folder / "away")
        articles.touch()
        reading.desk.look()
        await reading.settle()
        assert "articles: is no folder" in reading.status
        await reading.press("j")
        assert reading.desk.answer.tally.texts == before
        articles.unlink()
        away.rename(articles)
        reading.desk.look()
        await reading.press("k")
        assert "is no folder" not in reading.status
