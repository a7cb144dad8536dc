from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.document import from_document
from store.query import Query
from tests.newsdesk import ROOT, SEEDS, Newsroom

CONTROLS = {chr(n) for n in [*range(9), *range(11, 32), *range(127, 160)]}

TALKS = (
    "Party official receives guest from Laos\n\n"
    "Hanoi (VNA) – Le Hoai Trung, head of the Communist Party of Vietnam Central Committee’s Commission for "
    "External Relations, received a delegation of the Lao People’s Revolutionary Party on May 18, 2021."
    "\n\nVNA/.\n"
)


def test_list_shows_both_seeds_of_a_new_archive(room: Newsroom) -> None:
    """The first `list` plants the seeds: day with its mark, parties, headline and id, newest first."""
    done = room.run("list")
    assert (done.status, done.err) == (0, "")
    later, earlier = done.lines
    assert later.startswith("2021-05-18~  CPV × CPP  ")
    assert earlier.startswith(
        "2016-02-26~  CPV        Party to continue strengthening ties with global political part"
    )
    assert len(later.split()[-1]) == len(earlier.split()[-1]) == 12


def test_import_prints_one_line_a_file(room: Newsroom) -> None:
    """Each file gets one line with its state, name and id, and the archive then holds just these."""
    file = room.write("in/talks.txt", TALKS)
    first, again = room.run("import", str(file.parent)), room.run("import", str(file))
    state, name, article_id = first.out.split()
    assert (first.status, state, name) == (0, "added", str(file))
    assert again.out.split() == ["unchanged", str(file), article_id]
    assert [line.split()[-1] for line in room.run("list").lines] == [article_id]


BAD = (
    ("empty.txt", b"", "empty"),
    ("binary.txt", bytes(range(256)), "not text"),
    ("missing.txt", None, "does not exist"),
)


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[name for name, _, _ in BAD])
@pytest.mark.parametrize("command", ["import", "parse"])
def test_bad_file_is_named_and_the_rest_is_done(
    room: Newsroom, command: str, name: str, data: bytes | None, reason: str
) -> None:
    """A file that is no text is refused by name and reason; the others are done; status 1."""
    bad = room.folder / name if data is None else room.write(name, data)
    good = room.write("good.txt", TALKS)
    done = room.run(command, str(bad), str(good))
    told = done.out if command == "import" else done.err
    line = next(line for line in told.splitlines() if name in line)
    assert done.status == 1
    assert reason in line.lower()
    assert "Traceback" not in done.err
    assert "good.txt" in done.out


def test_unreadable_file(room: Newsroom) -> None:
    """A file that may not be read is refused in one line, and everything else imported."""
    secret, good = room.write("in/secret.txt", TALKS), room.write("in/talks.txt", TALKS + "more")
    secret.chmod(0)
    room.folder.chmod(0o777)
    done = room.run("import", str(secret), str(good), powerless=True)
    assert done.status == 1
    assert [line.split()[0] for line in done.lines] == ["refused", "added"]
    assert "permission denied" in done.lines[0]


def test_directory_as_a_file_to_parse(room: Newsroom) -> None:
    """`parse` takes files only, and says so of a folder."""
    done = room.run("parse", str(room.folder))
    assert done.status == 1
    assert str(room.folder) in done.err and done.err.count("\n") == 1


def test_folder_with_all_kinds_of_files(room: Newsroom) -> None:
    """Every entry below a folder gets exactly one line, whatever it is, and one bad one spoils nothing."""
    room.write("in/empty.txt", b"")
    room.write("in/deep/er/talks.txt", TALKS)
    room.write("in/.hidden", TALKS + "hidden")
    room.write("in/latin.txt", (TALKS + "café").encode("cp1252"))
    os.mkfifo(room.folder / "in" / "pipe")
    (room.folder / "in" / "link.txt").symlink_to("/etc/passwd")
    done = room.run("import", str(room.folder / "in"))
    states = {Path(line.split()[1]).name: line.split()[0] for line in done.lines}
    assert states == {
        ".hidden": "added", "talks.txt": "added", "latin.txt": "added",
        "empty.txt": "refused", "pipe": "refused", "link.txt": "refused",
    }  # fmt: skip
    assert done.status == 1
    assert "1252" in next(line for line in done.lines if "latin.txt" in line)


@pytest.mark.parametrize("json_asked", [True, False])
def test_hostile_names_and_texts_print_no_control(room: Newsroom, json_asked: bool) -> None:
    """Neither a file's name nor its text can write a control to the terminal, or a second line of report."""
    attack = "\x1b]0;owned\x07\x1b[2J\u202e[red]\x9b5n"
    file = room.write(
        os.fsencode("in/a\nrefused  b\x1b[2J") + (b".txt" if sys.platform == "darwin" else b"\xff.txt"),
        f"Headline {attack}\n\nHanoi (VNA) – {attack} text.\n",
    )
    option = ["--json"] if json_asked else []
    imported = room.run("import", str(file.parent), *option)
    assert imported.status == 0 and len(imported.lines) == 1
    shown = room.run("show", room.run("list").lines[0].split()[-1], *option)
    assert shown.status == 0
    for text in (
        imported.out,
        imported.err,
        shown.out,
        room.run("list").out,
        room.run("parse", str(file)).out,
    ):
        assert CONTROLS.isdisjoint(text) and "\u202e" not in text


@pytest.mark.usefixtures("planted")
def test_json_is_the_document_format(room: Newsroom) -> None:
    """`list`, `show` and `parse` print the same documents, one a line, which can be read back."""
    listed = [json.loads(line) for line in room.run("list", "--json").lines]
    assert [from_document(document).date.value for document in listed] == ["2021-05-18", "2016-02-26"]
    assert json.loads(room.run("show", listed[0]["id"], "--json").out) == listed[0]
    parsed = room.run("parse", "--json", *map(str, sorted(SEEDS.iterdir(), reverse=True)))
    assert [json.loads(line)["contacts"] for line in parsed.lines] == [d["contacts"] for d in listed]


def test_parse_shows_the_evidence_and_stores_nothing(room: Newsroom) -> None:
    """`parse` prints what was understood and why, and leaves no archive behind."""
    done = room.run("parse", str(next(SEEDS.glob("004*"))))
    assert (done.status, done.err) == (0, "")
    for wanted in (
        "18 May 2021~ likely",
        "13th National Congress",
        "Cambodian People's Party",
        "virtual conference",
        "2045",
    ):
        assert wanted in done.out
    assert not room.archive.exists()


@pytest.mark.usefixtures("planted")
def test_show_is_readable_plain_text(room: Newsroom) -> None:
    """`show` takes the beginning of an id, numbers the paragraphs from 1 and fits into 80 columns."""
    article_id = room.run("list").lines[1].split()[-1]
    done = room.run("show", article_id[:6])
    assert done.status == 0
    assert done.lines[0] == "Party to continue strengthening ties with global political parties"
    assert any(line.startswith("Hanoi · VNA · ") and "26 Feb 2016~" in line for line in done.lines[:3])
    assert any(line.startswith(" 1  ") for line in done.lines)
    assert max(map(len, done.lines)) <= 80


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("-party:cpp", ["2016"]),
        ("party:cpp", ["2021"]),
        ("date:2016", ["2016"]),
        ("-date:2016 -party:cpp", []),
        ("since:1y", []),
    ],
)
def test_queries_may_begin_with_a_minus(room: Newsroom, query: str, days: list[str]) -> None:
    """A query is one argument, whatever its first letter is, and days are counted from --now."""
    done = room.run("list", query, "--now", "2026-11-21")
    assert done.status == 0
    assert [line[:4] for line in done.lines] == days


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since:1y", "newsdesk: Nothing since 21 November 2025. The newest text is 18 May 2021"),
        ("zebra party:cpp", "newsdesk: Nothing matches 2 chips. Without zebra there is 1"),
    ],
)
def test_a_list_of_nothing_says_why(room: Newsroom, query: str, told: str) -> None:
    """Where no text matches, the condition to leave out is named, as in the dashboard."""
    done = room.run("list", query, "--now", "2026-11-21")
    assert (done.status, done.out, done.err.strip()) == (0, "", told)


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("query", ["", "sort:date", "sort:party", "friendship congress sort:relevance"])
def test_a_list_is_that_of_the_dashboard(room: Newsroom, query: str) -> None:
    """What `list` prints is the list that the dashboard asks the archive for, in its order."""
    printed = [line.split()[-1] for line in room.run("list", query).lines]
    archive = Archive(room.archive)
    asked, today = Query.parse(query, archive.vocabulary), date(2026, 11, 21)
    assert printed == [row.id for row in archive.listing(asked, today)(0, 9)]
    assert [archive.position(asked, one, today) for one in printed] == [*range(len(printed))]
    assert len(printed) == (1 if "congress" in query else 2)


def test_archive_before_and_after_the_name(room: Newsroom) -> None:
    """--archive counts before the command's name and after it, and over NEWSDESK_ARCHIVE."""
    file = room.write("talks.txt", TALKS)
    assert room.run("--archive", str(room.folder / "one"), "import", str(file)).status == 0
    assert room.run("import", str(file), f"--archive={room.folder / 'two'}").status == 0
    assert len(room.run("list", "--archive", str(room.folder / "one")).lines) == 1
    assert len(room.run("--archive", str(room.folder / "two"), "list").lines) == 1
    assert not room.archive.exists()


@pytest.mark.usefixtures("planted")
def test_damaged_archive_is_named_and_the_rest_listed(room: Newsroom) -> None:
    """A file of the archive that is no longer readable is named, status 3, without a traceback."""
    room.run("list")
    segment = next((room.archive / "articles").glob("*.json"))
    segment.write_bytes(segment.read_bytes()[:-40])
    done = room.run("list")
    assert done.status == 3
    assert segment.name in done.err and "Traceback" not in done.err


@pytest.mark.usefixtures("planted")
def test_damaged_article_is_named_and_the_others_printed(room: Newsroom) -> None:
    """A text whose document is wrong where no list looks is named, status 3, and the next one printed."""
    room.run("list")
    segment = next((room.archive / "articles").glob("*.json"))
    segment.write_bytes(segment.read_bytes().replace(b'"byline":null', b'"byline":5', 1))
    done = room.run("list", "--json")
    assert done.status == 3
    assert len(done.lines) == 1
    assert "byline" in done.err and "Traceback" not in done.err


@pytest.mark.usefixtures("planted")
def test_reader_that_stops_reading_is_no_error(room: Newsroom) -> None:
    """`newsdesk list | head -0` ends quietly."""
    room.run("list")
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "list"],
        cwd=ROOT, env=room.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdout and child.stderr
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(60) == 0
    child.stderr.close()


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "POSIX"}]
)
def test_any_locale(room: Newsroom, environment: dict[str, str]) -> None:
    """A terminal that knows few letters is shown escapes for the others, and JSON stays UTF-8."""
    plain, documents = (
        room.run("list", environment=environment),
        room.run("list", "--json", environment=environment),
    )
    assert (plain.status, documents.status) == (0, 0)
    assert len(plain.lines) == 2
    assert "’" in documents.out
