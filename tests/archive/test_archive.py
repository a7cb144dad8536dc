"""The one door: what is kept comes back, is found by its id, and what changes elsewhere is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.shelves import SEGMENT
from store.errors import ArticleAmbiguous, ArticleUnknown
from store.query import Query
from tests.archive.making import CPP, CPV, TODAY, article, many

ALL = Query()


def test_a_missing_folder_is_an_empty_archive(tmp_path: Path) -> None:
    """Opening, asking and refreshing what is not there finds nothing and makes nothing."""
    archive = Archive(tmp_path / "none")
    assert not archive.exists
    assert not archive.window(ALL, 0, 10, TODAY)
    assert not archive.groups(ALL, TODAY)
    assert not archive.facets(ALL, "party", TODAY)
    assert not archive.histogram(ALL, "year", TODAY)
    assert not archive.damaged
    assert archive.tally(ALL, TODAY).texts == 0
    assert archive.tally(ALL, TODAY).earliest is None
    assert archive.mine.marks.hints == frozenset()
    assert not archive.refresh()
    assert archive.add([]) == ()
    assert list(tmp_path.iterdir()) == []


def test_an_archive_exists_once_written_and_stays(archive: Archive) -> None:
    """An archive exists from its first text on, and still when all its texts were taken away."""
    archive.add([article("one", named=[])])
    assert archive.exists
    for segment in (archive.folder / "articles").iterdir():
        segment.unlink()
    emptied = Archive(archive.folder)
    assert emptied.exists
    assert emptied.tally(ALL, TODAY).texts == 0


def test_what_is_added_comes_back(archive: Archive) -> None:
    """Every article comes back as it was given, from this archive and from one opened later."""
    given_ = [article(f"text {n}", named=[CPV, CPP]) for n in range(3)]
    outcomes = archive.add(given_)
    assert [(o.state, o.id) for o in outcomes] == [("added", a.id) for a in given_]
    for opened in (archive, Archive(archive.folder)):
        assert [opened.article(a.id) for a in given_] == given_


def test_segments_hold_so_many_articles(archive: Archive) -> None:
    """Only the last segment grows, and a new one begins when it is full."""
    articles = many(2 * SEGMENT + 3)
    archive.add(articles[:SEGMENT])
    first = (archive.folder / "articles/00001.json").read_bytes()
    archive.add(articles[SEGMENT : SEGMENT + 1])
    archive.add(articles[SEGMENT + 1 :])
    names = sorted(p.name for p in (archive.folder / "articles").iterdir())
    assert names == ["00001.json", "00002.json", "00003.json"]
    assert (archive.folder / "articles/00001.json").read_bytes() == first
    again = Archive(archive.folder)
    assert again.tally(ALL, TODAY).texts == len(articles)
    assert all(again.article(a.id) == a for a in articles)


def test_a_segment_of_long_articles_takes_no_more(archive: Archive) -> None:
    """What comes after very long articles goes into a file of its own, and is kept as soon as any other."""
    long = [article(f"Text {n}. " + "word " * 250_000) for n in range(2)]
    archive.add(long)
    archive.add(many(2))
    first, second = sorted((archive.folder / "articles").glob("*.json"))
    assert first.stat().st_size > 50 * second.stat().st_size
    assert all(archive.article(a.id) == a for a in (*long, *many(2)))


def test_articles_are_found_by_the_beginning_of_their_id(archive: Archive) -> None:
    """A beginning that only one id has gives that id; none and several are errors that say so."""
    ids = sorted(a.id for a in many(40))
    archive.add(many(40))
    assert archive.find(ids[0]) == ids[0]
    assert archive.find(ids[0].upper()[:8]) == ids[0]
    shared = next(c for c in "0123456789abcdef" if sum(i.startswith(c) for i in ids) > 1)
    with pytest.raises(ArticleAmbiguous, match=f"{shared} is the beginning of"):
        archive.find(shared)
    for nothing in ("", "zz", "0" * 12, ids[0] + "0"):
        with pytest.raises(ArticleUnknown):
            archive.find(nothing)
    with pytest.raises(ArticleUnknown):
        archive.article("0" * 12)


def test_a_change_elsewhere_is_seen_at_refresh(archive: Archive) -> None:
    """Another archive on the folder shows the old state until it is refreshed, and then the new one."""
    one, two = many(2)
    archive.add([one])
    other = Archive(archive.folder, "ann")
    assert not other.refresh()
    archive.add([two])
    archive.mark([one.id], read=True)
    assert (other.tally(ALL, TODAY).texts, other.tally(ALL, TODAY).unread) == (1, 1)
    assert other.refresh()
    assert (other.tally(ALL, TODAY).texts, other.tally(ALL, TODAY).unread) == (2, 1)
    assert not other.refresh()
    assert not archive.refresh()
