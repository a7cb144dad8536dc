"""Our own documents taken in again: the facts are theirs, the rest is understood anew, damage is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.article import identity
from store.document import Document, to_document
from store.ingest import Report, ingest
from store.intake.formats import format_of, of_line
from store.intake.reading import LONGEST, lines
from store.intake.reports import Counts
from store.wire import gazetteer
from store.wire.clean import NotText
from tests.intake.texts import NOW, documents, wire_text, write_old, write_texts
from tests.newsdesk import Newsroom

LATER = datetime(2027, 1, 1, tzinfo=UTC)


def _take(archive: Archive, *paths: Path, now: datetime = LATER) -> list[Report]:
    return list(ingest(paths, archive, gazetteer.load(), now))


def _jsonl(path: Path, *told: Document | bytes) -> Path:
    path.write_bytes(b"".join(d if isinstance(d, bytes) else orjson.dumps(d) + b"\n" for d in told))
    return path


@pytest.fixture
def kept(archive: Archive, wire: Path) -> dict[str, Document]:
    """Return the documents of an archive with texts of all encodings, one of them under two names."""
    write_texts(wire, range(5))
    write_old(wire / "latin.txt", "Chişinău, café".encode("cp1250"))
    write_old(wire / "wide.txt", "\ufeffHà Nội".encode("utf-16-le"))
    write_old(wire / "also.txt", wire_text(3))
    _take(archive, wire, now=NOW)
    return documents(archive)


def test_documents_make_the_same_archive(tmp_path: Path, kept: dict[str, Document]) -> None:
    """All documents of an archive, taken into an empty one, are there as they were, and only once."""
    file = _jsonl(tmp_path / "backup.jsonl", *kept.values())
    other = Archive(tmp_path / "other", "tester")
    assert _take(other, file) == [Report("added", str(file), "7 texts", (), Counts(added=7))]
    assert documents(other) == kept
    assert [str(report) for report in _take(other, file)] == [f"unchanged  {file}  7 texts"]


def test_a_known_document_is_unchanged_in_its_own_archive(
    archive: Archive, tmp_path: Path, kept: dict[str, Document]
) -> None:
    """Documents of texts that the archive has change nothing there."""
    file = _jsonl(tmp_path / "backup.jsonl", *kept.values())
    assert [(r.state, r.counts) for r in _take(archive, file)] == [("unchanged", Counts(unchanged=7))]
    assert documents(archive) == kept


@pytest.mark.parametrize("command", ["list", "show", "parse"])
def test_what_the_commands_print_can_be_taken_in(room: Newsroom, command: str) -> None:
    """What list, show and parse print as JSON makes the same article again, whatever its source is called."""
    source = room.write("in/\u202eodd\n.txt", wire_text(1).replace("guest", "\u200bguest\x1b[2J"))
    room.run("import", str(source.parent))
    kept = orjson.loads(room.run("list", "--json").out)
    arguments = {"list": (), "show": (kept["id"],), "parse": (str(source),)}[command]
    file = room.write("documents", room.run(command, "--json", *arguments).out)
    other = str(room.folder / "other")
    assert room.run("import", str(file), "--archive", other).lines == [f"added      {file}  1 text"]
    again = orjson.loads(room.run("list", "--json", "--archive", other).out)
    if command == "parse":
        again["source"]["imported"] = kept["source"]["imported"]
    assert again == kept


def _bad(**changes: Any) -> Document:
    (article,) = [of_line(_line())]
    document: Document = orjson.loads(_line())
    assert article.text == document["text"]
    source = {k.removeprefix("source_"): v for k, v in changes.items() if k.startswith("source_")}
    plain = {k: v for k, v in changes.items() if not k.startswith("source_")}
    return {**document, **plain, "source": {**document["source"], **source}}


def _line() -> bytes:
    from store.article import Article, ReadBy, Source

    text = wire_text(7)
    source = Source("/wire/7", "0" * 64, NOW, "utf-8")
    return orjson.dumps(to_document(Article(identity(text), text, ReadBy("0.1.0", "0" * 12), source)))


BAD = [
    (_line()[:-9], "is damaged"),
    (b"\xff" + _line(), "is damaged"),
    (b"{" * 3000, "is damaged"),
    (b'{"a": 1}', "is no document of newsdesk"),
    (b'["format"]', "is no document of newsdesk"),
    (_bad(format=2), "format: version 2 is newer than this newsdesk reads (1)"),
    (_bad(body=5), "body: is no list"),
    (_bad(text="Another text."), "id: is not the one of its text"),
    (_bad(text=" \n", id=identity("")), "text: is empty"),
    (_bad(source_file="a\x1b[2J"), "source: is no printable name"),
    (_bad(source_file=""), "source: is no printable name"),
    (_bad(source_also=["a\u202eb"]), "source: is no printable name"),
    (_bad(source_encoding="\x07"), "source: is no printable name"),
    (_bad(source_sha256="0" * 63), "source.sha256: is no hash"),
    (_bad(source_imported="today"), "source.imported: 'today' is no instant such as 2026-11-21T20:00:00Z"),
]


@pytest.mark.parametrize(("line", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_line_that_is_no_document_is_named(line: Document | bytes, reason: str) -> None:
    """A damaged line, somebody else's, a newer one and one that cannot be ours say what is wrong."""
    with pytest.raises(NotText) as refusal:
        of_line(line if isinstance(line, bytes) else orjson.dumps(line))
    assert refusal.value.reason == reason


def test_bad_lines_are_named_and_the_good_ones_taken(
    archive: Archive, tmp_path: Path, kept: dict[str, Document]
) -> None:
    """For a damaged line, be it the first, nothing else is lost: file and line are named."""
    one, *others = [orjson.dumps(document) + b"\n" for document in kept.values()]
    file = _jsonl(tmp_path / "b", one[40:], b"\n", one, b"{}\n", *others)
    (report,) = _take(Archive(tmp_path / "other", "tester"), file)
    assert report.counts == Counts(added=7, refused=2)
    assert not report.complete
    assert str(report) == (
        f"added      {file}  7 added, 2 refused  (line 1: is damaged; line 4: is no document of newsdesk)"
    )


def test_many_bad_lines_are_counted(archive: Archive, tmp_path: Path) -> None:
    """Of many bad lines the first are named and the others counted; a file of nothing else is refused."""
    file = _jsonl(tmp_path / "b", *[b'{"format": 1}\n'] * 9)
    (report,) = _take(archive, file)
    assert (report.state, report.counts) == ("refused", Counts(refused=9))
    assert report.detail == "line 1: " + report.notes[0].removeprefix("line 2: ")
    assert (len(report.notes), report.notes[-1]) == (5, "4 more lines refused")
    assert not archive.exists


def test_a_document_never_takes_the_place_of_a_later_text(
    archive: Archive, wire: Path, tmp_path: Path
) -> None:
    """An old backup does not put back what has changed since; a later document does replace."""
    write_old(wire / "a", "The old wording.")
    _take(archive, wire, now=NOW)
    (old,) = documents(archive).values()
    write_old(wire / "a", "The wording of today.")
    _take(archive, wire, now=NOW.replace(day=22))
    (report,) = _take(archive, _jsonl(tmp_path / "b", old))
    assert (report.state, report.detail) == ("refused", f"line 1: the archive has a later text of {wire}/a")
    assert set(documents(archive)) == {identity("The wording of today.")}
    old["source"]["imported"] = "2026-12-01T00:00:00Z"
    (report,) = _take(archive, _jsonl(tmp_path / "b", old))
    assert (report.state, set(documents(archive))) == ("replaced", {identity("The old wording.")})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"format":1}\n', "documents"),
        (b'\xef\xbb\xbf  {"id":', "documents"),
        (b'e","x":1}\n{"format":1,"id', "documents"),
        (b'{\n  "format": 1', "json"),
        (b'[{"format": 1}]', "json"),
        (b'[\n {\n "a": 1}]', "json"),
        (b"[Photo] Talks in Hanoi", "text"),
        (b"{Talks} in Hanoi", "text"),
        (b"Hanoi (VNA) - {\"quoted\"}", "text"),
        (b"", "text"),
    ],
)  # fmt: skip
def test_a_format_is_told_by_how_a_file_begins(data: bytes, told: str) -> None:
    """Documents and other JSON are told from texts by their first bytes, whatever the file is called."""
    assert format_of(data) == told


def test_json_of_others_is_refused(archive: Archive, wire: Path) -> None:
    """JSON that is not one document a line is no wire text either."""
    (wire / "a.txt").write_text('[{"title": "Talks"}]')
    ((report),) = _take(archive, wire)
    assert (report.state, report.detail) == ("refused", "is JSON, but not documents of newsdesk, one a line")


def test_a_line_too_long_is_passed_over_and_the_next_one_read(archive: Archive, tmp_path: Path) -> None:
    """A line beyond all measure is refused by its number and never held whole; the file goes on after it."""
    file = tmp_path / "b"
    with file.open("wb") as out:
        out.write(_line() + b"\n" + b'{"a' + b"a" * (2 * LONGEST) + b"\n" + _line())
    assert [(number, line is None) for number, line in lines(str(file))] == [
        (1, False),
        (2, True),
        (3, False),
    ]
    (report,) = _take(archive, file)
    assert str(report) == (
        f"added      {file}  1 added, 1 unchanged, 1 refused  (line 2: is too long for a document)"
    )


@given(st.binary(max_size=300))
def test_any_line_is_a_document_or_refused(line: bytes) -> None:
    """Whatever stands in a line, it is refused with a reason and no other error."""
    with pytest.raises(NotText):
        of_line(line)


@given(st.data())
def test_a_document_with_any_one_value_changed_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever is put in the place of one field, the line is read or refused with a reason."""
    document: Document = orjson.loads(_line())
    field = data.draw(st.sampled_from(sorted(document)))
    simple = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)
    document[field] = data.draw(st.recursive(simple, lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
    try:
        line = orjson.dumps(document)
    except TypeError:  # a lone surrogate
        return
    try:
        assert of_line(line).text == wire_text(7)
    except NotText as error:
        assert error.reason


def test_facts_are_the_documents_own(tmp_path: Path, kept: dict[str, Document]) -> None:
    """File, hash, instant and encoding are what the document says; what is derived is derived anew."""
    (document,) = [d for d in kept.values() if d["source"]["encoding"] == "cp1252"]
    spoilt = {**document, "headline": "Not what it says", "read_by": {"newsdesk": "9", "gazetteer": "x"}}
    wire = of_line(orjson.dumps(spoilt))
    assert wire.source == replace(wire.source, file=document["source"]["file"], encoding="cp1252")
    other = Archive(tmp_path / "other", "tester")
    _take(other, _jsonl(tmp_path / "b", spoilt))
    assert documents(other) == {document["id"]: document}
