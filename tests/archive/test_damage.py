"""A damaged segment is named, left out, and never changed; everything else works."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.shelves import SEGMENT
from store.errors import ArticleUnknown
from store.query import Query
from tests.archive.making import TODAY, many

ARTICLES = many(2 * SEGMENT + 2)
"""Two full segments and one that has room."""


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def _flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"format":1', b'"format";1', 1))


def _newer(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2', 1))


def _field(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"headline":null', b'"headline":5', 1))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _copy(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'{"0', b'{"9', 1))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_truncate, "is damaged at byte 2000"),
        (_flip, "is damaged at byte "),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"\0" * 5000), "is damaged at byte 0"),
        (_newer, "has a wrong document: format: version 2 is newer than this newsdesk reads (1)"),
        (_field, "has a wrong document: headline: 5 is no str"),
        (_folder, "is a folder"),
        (_pipe, "is no regular file"),
        (_copy, "is not the one table 0000"),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
def test_damage_is_named_and_left_alone(
    tmp_path: Path, damage: Callable[[Path], object], reason: str, number: int
) -> None:
    """Whatever is wrong with a segment, it is named and kept as it is, and new texts go elsewhere."""
    archive = Archive(tmp_path, "ann")
    archive.add(ARTICLES)
    archive.mark([ARTICLES[0].id, ARTICLES[-1].id], read=True)
    path = tmp_path / f"articles/{number:05}.json"
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    left = ARTICLES[SEGMENT:] if number == 1 else ARTICLES[: 2 * SEGMENT]
    gone = ARTICLES[0] if number == 1 else ARTICLES[-1]

    archive.refresh()
    for opened in (archive, Archive(tmp_path, "ann")):
        (error,) = opened.damaged
        assert error.file == f"articles/{number:05}.json"
        assert error.reason.startswith(reason)
        assert error.reason.endswith("; its articles are left out")
        assert {r.id for r in opened.window(Query(), 0, 10_000, TODAY)} == {a.id for a in left}
        assert opened.article(left[0].id) == left[0]
        with pytest.raises(ArticleUnknown):
            opened.article(gone.id)

    (new,) = many(1, 5000)
    assert archive.add([new, left[0], gone])[0].state == "added"
    assert (path.read_bytes() if path.is_file() else None) == before
    again = Archive(tmp_path)
    assert {r.id for r in again.window(Query(), 0, 10_000, TODAY)} == {a.id for a in (*left, new, gone)}
    assert len(again.damaged) == 1


def test_a_repaired_segment_is_seen(tmp_path: Path) -> None:
    """When a segment is whole again its articles are back at the next refresh, none of them twice."""
    archive = Archive(tmp_path)
    archive.add(ARTICLES[:5])
    path = tmp_path / "articles/00001.json"
    whole = path.read_bytes()
    _truncate(path)
    archive.refresh()
    archive.add(ARTICLES[3:8])
    path.write_bytes(whole)
    assert archive.refresh()
    assert archive.damaged == ()
    ids = [r.id for r in archive.window(Query(), 0, 100, TODAY)]
    assert sorted(ids) == sorted(a.id for a in ARTICLES[:8])


def test_files_of_others_are_no_segments(tmp_path: Path) -> None:
    """What is no segment by its name is neither read nor complained of."""
    archive = Archive(tmp_path)
    archive.add(ARTICLES[:2])
    ours = (tmp_path / "articles/00001.json").read_bytes()
    for name in ("00002.json.tmp", "notes.txt", ".00003.json", "00004.json~", "old.json"):
        (tmp_path / "articles" / name).write_bytes(b"{")
    for name in ("1", "000001", "٣٣٣٣٣", "20261121200000", "²0000"):
        (tmp_path / f"articles/{name}.json").write_bytes(ours.replace(b"00001", name.encode(), 1))
    again = Archive(tmp_path)
    assert again.damaged == ()
    again.add(ARTICLES[2:4])
    assert again.tally(Query(), TODAY).texts == 4


def test_a_link_to_nothing_hides_no_segment(tmp_path: Path) -> None:
    """Whatever order a folder is listed in, a link that leads nowhere takes no other segment out of lists."""
    Archive(tmp_path).add(ARTICLES)
    for number in (4, 7, 10, 99):
        (tmp_path / f"articles/{number:05}.json").symlink_to(tmp_path / "nowhere")
    assert Archive(tmp_path).tally(Query(), TODAY).texts == len(ARTICLES)
