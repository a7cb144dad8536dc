"""A folder into the archive: one line per file, the promise kept, and nothing hostile let in."""

from __future__ import annotations

import inspect
import os
import socket
import sys
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.article import identity
from store.errors import FileRefused
from store.ingest import ingest, plant_seeds, read, seed_files
from store.intake.reading import LARGEST
from store.query import Query
from store.wire import gazetteer
from tests.archive import worker

NOW = datetime(2026, 11, 21, 21, 0, 5, 999, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
KNOWN = gazetteer.load()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive that is not there yet."""
    return Archive(tmp_path / "archive")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder for texts."""
    (tmp_path / "wire").mkdir()
    return tmp_path / "wire"


def _reports(archive: Archive, *paths: Path) -> list[tuple[str, str, str]]:
    return [(r.state, r.file, r.detail) for r in ingest(paths, archive, KNOWN, NOW)]


def test_every_entry_gets_one_line_in_order(archive: Archive, wire: Path) -> None:
    """Every entry below a folder that is no folder gets one line, whatever its name, in order."""
    for name in ("b.txt", "a/z.txt", "a/deep/er/x", ".hidden", "c.json", "-rf", "D.TXT"):
        (wire / name).parent.mkdir(parents=True, exist_ok=True)
        (wire / name).write_text(f"The text {name}.")
    (wire / "empty/folder").mkdir(parents=True)
    files = ["-rf", ".hidden", "D.TXT", "a/deep/er/x", "a/z.txt", "b.txt", "c.json"]
    expected = [("added", f"{wire}/{name}", identity(f"The text {name}.")) for name in files]
    assert _reports(archive, wire) == expected
    assert _reports(archive, wire) == [("unchanged", file, detail) for _, file, detail in expected]
    assert archive.tally(Query(), TODAY).texts == len(files)


def test_the_archive_does_not_take_in_itself(tmp_path: Path) -> None:
    """What the archive keeps is no wire text: its folder gets one line, wherever and however it is met."""
    for name in ("a", "z"):
        (tmp_path / name).write_text(f"The text {name}.")
    archive = Archive(tmp_path / "kept/archive", "ann")
    for _ in range(2):
        states = [(state, Path(file).name) for state, file, _ in _reports(archive, tmp_path)]
        archive.mark([identity("The text a.")], read=True)
    assert states == [("unchanged", "a"), ("refused", "archive"), ("unchanged", "z")]
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    for path in ("kept/archive", "kept/archive/articles", "kept/archive/lock", "link/archive/readers"):
        assert _reports(archive, tmp_path / path) == [
            ("refused", str(tmp_path / path), "belongs to the archive")
        ]
    assert archive.tally(Query(), TODAY).texts == 2


def test_paths_are_taken_in_their_order(archive: Archive, wire: Path) -> None:
    """Several paths are reported in the order given; one given twice is unchanged the second time."""
    for name in "ab":
        (wire / name).write_text(f"text {name}")
    states = [(state, Path(file).name) for state, file, _ in _reports(archive, wire / "b", wire, wire / "a")]
    assert states == [("added", "b"), ("added", "a"), ("unchanged", "b"), ("unchanged", "a")]


def test_what_is_no_text_is_refused_and_the_rest_kept(
    archive: Archive, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each bad file gets a line with the reason, and every good one is kept."""
    (wire / "1 empty").touch()
    (wire / "2 blank").write_text(" \n\t\n")
    (wire / "3 binary").write_bytes(b"\x7fELF\x00\x01\x02")
    os.mkfifo(wire / "4 fifo")
    (wire / "5 link").symlink_to(wire / "9 good")
    (wire / "6 loop").symlink_to(wire)
    (wire / "7 dangling").symlink_to(wire / "none")
    (wire / "8 large").write_bytes(b"a" * (LARGEST + 1))
    (wire / "9 good").write_text("A good text.")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(wire)  # the path of a socket must be short
        listening.bind("a socket")
        found = {Path(file).name: (state, detail) for state, file, detail in _reports(archive, wire)}
    assert found == {
        "1 empty": ("refused", "is empty"),
        "2 blank": ("refused", "is empty but for white space"),
        "3 binary": ("refused", "is not text"),
        "4 fifo": ("refused", "is no regular file"),
        "5 link": ("refused", "is a link"),
        "6 loop": ("refused", "is a link"),
        "7 dangling": ("refused", "is a link"),
        "8 large": ("refused", "is larger than 5 MB"),
        "9 good": ("added", identity("A good text.")),
        "a socket": ("refused", "is no regular file"),
    }


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "does not exist"),
        ("missing/below", "does not exist"),
        ("file/below", "does not exist"),
        ("empty", "is a folder without files"),
        ("link", "is a link"),
        ("n" * 300, "has too long a name"),
        ("/dev/null", "is no regular file"),
    ],
)
def test_a_path_that_leads_to_no_text_is_refused(
    archive: Archive, wire: Path, path: str, reason: str
) -> None:
    """A path that is no file and no folder with files gets one line, and no archive is made for it."""
    (wire / "file").write_text("text")
    (wire / "empty/folders/only").mkdir(parents=True)
    (wire / "link").symlink_to(wire)
    assert _reports(archive, wire / path) == [("refused", str(wire / path), reason)]
    assert not archive.folder.exists()


def test_a_text_of_the_largest_size_is_taken(archive: Archive, wire: Path) -> None:
    """The limit itself is no transgression."""
    (wire / "a").write_bytes(b"word " * (LARGEST // 5))
    assert [state for state, _, _ in _reports(archive, wire)] == ["added"]


def test_a_text_in_another_encoding_is_taken_with_a_note(archive: Archive, wire: Path) -> None:
    """What is not UTF-8 is read as Windows-1252, and the report says so."""
    (wire / "a.txt").write_bytes("Chişinău".encode("cp1250") + b" \x93quoted\x94 caf\xe9")
    (wire / "b.txt").write_bytes("Hà Nội".encode("utf-16"))
    first, second = ingest([wire], archive, KNOWN, NOW)
    assert (first.state, first.notes) == ("added", ("not UTF-8, read as Windows-1252",))
    assert str(first) == f"added      {wire}/a.txt  {first.detail}  (not UTF-8, read as Windows-1252)"
    assert archive.article(first.detail).text.endswith("“quoted” café")
    assert archive.article(first.detail).source.encoding == "cp1252"
    assert (second.notes, str(second)) == ((), f"added      {wire}/b.txt  {second.detail}")
    assert archive.article(second.detail).text == "Hà Nội"


def test_an_article_says_where_it_came_from(
    archive: Archive, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The source is the absolute path, the hash of the bytes, and the instant in UTC and whole seconds."""
    (wire / "a.txt").write_bytes(b"\xef\xbb\xbfA text.\r\n")
    monkeypatch.chdir(wire.parent)
    ((_, file, detail),) = _reports(archive, Path("wire"))
    assert file == "wire/a.txt"
    source = archive.article(detail).source
    assert source.file == str(wire / "a.txt")
    assert source.sha256 == "36ffd7e583d71262ad14823888c24323bc4a5e7a50b514e3ac120941530a7692"
    assert (source.imported, source.encoding) == (datetime(2026, 11, 21, 20, 0, 5, tzinfo=UTC), "utf-8")
    assert _reports(archive, wire) == [("unchanged", str(wire / "a.txt"), detail)]
    assert archive.article(detail).source.also == ()


def test_a_changed_file_replaces_its_text(archive: Archive, wire: Path) -> None:
    """A changed text from the same file takes the old one's place, which can still be opened."""
    (wire / "a.txt").write_text("The first wording.")
    ((_, _, old),) = _reports(archive, wire)
    (wire / "a.txt").write_text("The second wording.")
    assert _reports(archive, wire) == [("replaced", str(wire / "a.txt"), identity("The second wording."))]
    assert [r.id for r in archive.window(Query(), 0, 9, TODAY)] == [identity("The second wording.")]
    assert archive.article(old).text == "The first wording."


def test_a_line_is_given_only_when_its_text_is_on_disk(archive: Archive, wire: Path) -> None:
    """Whoever sees a line finds the text in the archive, opened by another at that moment."""
    for number in range(600):
        (wire / f"{number:03}").write_text(f"Text number {number}.")
    for count, report in enumerate(ingest([wire], archive, KNOWN, NOW)):
        if count % 100 == 0:
            assert Archive(archive.folder).article(report.detail).text == f"Text number {count}."
    assert count == 599


def test_names_are_shown_without_tricks(archive: Archive, wire: Path) -> None:
    """A name with controls, marks of direction or bytes outside UTF-8 is printable, and stays its own."""
    outside = [] if sys.platform == "darwin" else [b"a\xffb"]  # macOS has names of UTF-8 only
    names = [
        b"a\nb",
        b"a\x1b[2Jb",
        b"a\xe2\x80\xaeb",
        b"a\tb",
        "Hà Nội [red].txt".encode(),
        b"a b",
        *outside,
    ]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(wire), name))).write_text(f"Text in {name!r}.")
    reports = list(ingest([wire], archive, KNOWN, NOW))
    assert [Path(r.file).name for r in reports] == [
        "Hà Nội [red].txt", "a\\tb", "a\\nb", "a\\x1b[2Jb", "a b", "a\\u202eb", *["a\\xffb"] * len(outside),
    ]  # fmt: skip
    assert [r.state for r in reports] == ["added"] * len(names)
    assert {archive.article(r.detail).source.file for r in reports} == {r.file for r in reports}
    assert {r.state for r in ingest([wire], archive, KNOWN, NOW)} == {"unchanged"}


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever a file holds, it is taken in or refused with a reason, and what is taken comes back."""
    folder = tmp_path_factory.mktemp("any")
    (folder / "file").write_bytes(data)
    archive = Archive(folder / "archive")
    (report,) = ingest([folder / "file"], archive, KNOWN, NOW)
    if report.state == "refused":
        assert report.detail.removeprefix("line ").lstrip("0123456789: ").startswith("is ")
    else:
        assert Archive(folder / "archive").article(report.detail).id == report.detail


def test_a_file_that_may_not_be_read_is_refused() -> None:
    """Without the right to read, a file and a folder get a line each, and the rest is taken."""
    with tempfile.TemporaryDirectory() as name:
        wire, kept = Path(name, "wire"), Path(name, "kept")
        (wire / "b folder").mkdir(parents=True)
        kept.mkdir()
        for file in ("a file", "b folder/text", "c good"):
            (wire / file).write_text(f"The text {file}.")
        for path, mode in ((wire, 0o755), (kept, 0o777), (Path(name), 0o755)):
            path.chmod(mode)
        (wire / "a file").chmod(0)
        (wire / "b folder").chmod(0)
        lines = worker.finish(worker.start("take", wire, kept / "archive"))
        (wire / "b folder").chmod(0o755)
    assert lines == [
        f"refused    {wire}/a file  permission denied",
        f"refused    {wire}/b folder  permission denied",
        f"added      {wire}/c good  {identity('The text c good.')}",
    ]


def test_folders_nested_deep_are_walked(archive: Archive, wire: Path) -> None:
    """Folders nested deeper than Python may recurse are no trouble."""
    deep = wire.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "f").write_text("Deep down.")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 250)
    try:
        reports = _reports(archive, wire)
    finally:
        sys.setrecursionlimit(usual)
    assert reports == [("added", str(deep / "f"), identity("Deep down."))]


def test_seeds_are_planted_once(archive: Archive, wire: Path) -> None:
    """The seeds go into an archive that does not exist yet, and never again into an emptied one."""
    plant_seeds(archive, KNOWN, NOW)
    assert {r.id for r in archive.window(Query(), 0, 9, TODAY)} == {"3a279ddd5d54", "313c55bac6fe"}
    for segment in (archive.folder / "articles").iterdir():
        segment.unlink()
    emptied = Archive(archive.folder)
    plant_seeds(emptied, KNOWN, NOW)
    assert emptied.tally(Query(), TODAY).texts == 0


def test_seeds_are_not_planted_beside_others(archive: Archive, wire: Path) -> None:
    """An archive that began with other texts gets no seeds."""
    (wire / "a").write_text("Another text.")
    _reports(archive, wire)
    plant_seeds(archive, KNOWN, NOW)
    assert archive.tally(Query(), TODAY).texts == 1


def test_the_seeds_come_with_the_program() -> None:
    """There are two seeds, in order, and they are text."""
    assert [path.name for path in seed_files()] == ["000_a4cb8ebfcc55111e.txt", "004_42c399a76e2737da.txt"]


def test_one_file_can_be_read_without_keeping(wire: Path) -> None:
    """Reading a file gives its article, or the error that names the file and the reason."""
    (wire / "a").write_text("A text.")
    assert read(wire / "a", KNOWN, NOW).id == identity("A text.")
    with pytest.raises(FileRefused, match="none: does not exist"):
        read(wire / "none", KNOWN, NOW)
