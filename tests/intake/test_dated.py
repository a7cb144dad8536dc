"""When a text was received: told by a person, by a file beside it, or by its file's own time."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.article import Article
from store.ingest import ingest, read
from store.intake.dated import NEVER_TOLD, Terms
from store.intake.reports import Report
from store.wire.gazetteer import load

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEXT = "Parties meet in the capital\n\nHanoi (VNA) – The CPV and the CPP held talks {} in the capital.\n"


def written(folder: Path, when: str = "on Tuesday", name: str = "talks.txt") -> Path:
    """Write a text that tells when something happened, last changed on 20 May 2021."""
    file = folder / name
    file.write_text(TEXT.format(when))
    changed = datetime(2021, 5, 20, 7, tzinfo=UTC).timestamp()
    os.utime(file, (changed, changed))
    return file


def understood(file: Path, terms: Terms = NEVER_TOLD) -> Article:
    """Return what is understood of a file."""
    return read(file, load(), NOW, terms)


def taken_in(folder: Path, terms: Terms = NEVER_TOLD, jobs: int = 1) -> dict[str, Report]:
    """Import a folder; return the reports by file name."""
    archive = Archive(folder.parent / "archive")
    reports = ingest([folder], archive, load(), NOW, jobs, terms)
    return {Path(report.file).name: report for report in reports}


@pytest.mark.parametrize(
    ("terms", "beside", "value", "by"),
    [
        (NEVER_TOLD, None, None, None),
        (Terms(date(2021, 5, 19)), None, "2021-05-18", "import"),
        (NEVER_TOLD, {"received": "2021-05-19"}, "2021-05-18", "sidecar"),
        (NEVER_TOLD, {"title": "x", "published": "2021-05-19T07:00:00+07:00"}, "2021-05-18", "sidecar"),
        (Terms(date(2022, 5, 19)), {"received": "2021-05-19"}, "2022-05-17", "import"),
        (Terms(trust_mtime=True), {"received": "2021-05-12"}, "2021-05-11", "sidecar"),
        (Terms(trust_mtime=True), None, "2021-05-18", "mtime"),
        (Terms(trust_mtime=True), {"title": "no day"}, "2021-05-18", "mtime"),
        (NEVER_TOLD, {"fetched": "2019-05-15", "received": "2021-05-19"}, "2021-05-18", "sidecar"),
    ],
)
def test_the_day_is_seen_from_when_a_text_was_received(
    tmp_path: Path, terms: Terms, beside: dict[str, str] | None, value: str | None, by: str | None
) -> None:
    """A weekday is seen from the day that was told, a person's word before a file's, and it says by whom."""
    file = written(tmp_path)
    if beside is not None:
        (tmp_path / "talks.txt.json").write_text(json.dumps(beside, indent=2))
    article = understood(file, terms)
    assert article.date.value == value
    assert (article.source.received.by if article.source.received else None) == by
    told = [item for item in article.date.evidence if item.kind == "received"]
    assert [item.quote for item in told] == (
        [article.source.received.quote] if article.source.received else []
    )
    assert article.date.certainty == ("likely" if by else "unknown")


@pytest.mark.parametrize("terms", [Terms(date(2024, 6, 1)), Terms(trust_mtime=True)])
def test_what_the_words_say_stands(tmp_path: Path, terms: Terms) -> None:
    """A date that the text prints whole is the same whatever was told beside it."""
    assert understood(written(tmp_path, "on May 18, 2019"), terms).date.value == "2019-05-18"


def test_a_name_is_worth_more_than_a_time_and_less_than_a_word(tmp_path: Path) -> None:
    """A date in the name outweighs the file's time; what a person says outweighs the name."""
    file = written(tmp_path, name="2020-05-20.txt")
    assert understood(file, Terms(trust_mtime=True)).date.value == "2020-05-19"
    assert understood(file, Terms(date(2022, 5, 18))).date.value == "2022-05-17"


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("{", "talks.json beside it cannot be read"),
        ('{"date": "May 19"}', "talks.json beside it: date is no day such as 2021-05-18"),
        ('{"date": "2021-02-30"}', "talks.json beside it: date is no day such as 2021-05-18"),
        ('{"date": "0001-01-01"}', "talks.json beside it: date is no day such as 2021-05-18"),
        ('{"date": 20210519}', None),
        ("[1]", None),
    ],
)
def test_a_file_beside_a_text_may_be_wrong(tmp_path: Path, data: str, note: str | None) -> None:
    """What cannot be read beside a text is named in its line, and the text is taken in."""
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder)
    (folder / "talks.json").write_text(data)
    report = taken_in(folder)["talks.txt"]
    assert (report.state, report.notes) == ("added", (note,) if note else ())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_beside_a_text_has_a_line_of_its_own(tmp_path: Path, jobs: int) -> None:
    """Every file has its line, that beside a text too; the next import changes nothing."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(600):
        written(folder, f"on Tuesday, for the {number}th time,", f"t{number}.txt")
        (folder / f"t{number}.txt.json").write_text('{"received": "2021-05-19"}')
    first, again = taken_in(folder, jobs=jobs), taken_in(folder, jobs=jobs)
    assert first["t7.txt"].state == "added"
    assert str(first["t7.txt.json"]).startswith("unchanged")
    assert first["t7.txt.json"].detail == f"tells when {folder}/t7.txt was received"
    assert len(first) == len(again) == 1200
    assert {report.state for report in again.values()} == {"unchanged"}
    kept = Archive(tmp_path / "archive").article(first["t7.txt"].detail)
    assert kept.date.value == "2021-05-18"
    assert kept.source.received and kept.source.received.quote == "received: 2021-05-19"


def test_other_json_is_refused_as_ever(tmp_path: Path) -> None:
    """JSON that lies beside no text is named as what it is."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "alone.json").write_text('{"received": "2021-05-19"}')
    assert taken_in(folder)["alone.json"].state == "refused"


def test_what_stands_behind_the_day_is_left_out(tmp_path: Path) -> None:
    """Of what a file beside a text says only the day is kept: the rest may be anything."""
    file = written(tmp_path)
    (tmp_path / "talks.json").write_text(json.dumps({"date": "2021-05-19\x1b]0;x\x07 \u202e"}))
    received = understood(file).source.received
    assert received and received.quote == "date: 2021-05-19"
