"""Whatever is typed, and whatever the archive holds: an answer without controls, and never an end."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.ingest import ingest
from store.wire.gazetteer import load
from tests.faults.payloads import MARKUP, SEQUENCES, UNSEEN
from tests.plain.talk import Talk
from tui.plain import table

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

_WORDS = st.sampled_from(
    ["", "c", "p", "C", "1", "2", "x", "-", ",", "hanoi", "trung", "2021", "2016..", "party:cpv", "is:unread",
     "b", "B", "-b", "#1", "#99", "(", '"', "a*", "-party:cpp", "sort:party", "date:may", "9" * 11, "²", "٣"]
)  # fmt: skip

_LINES = (
    st.tuples(st.sampled_from(sorted(table.BY_WORD)), _WORDS, _WORDS).map(" ".join)
    | st.text(max_size=40)
    | st.sampled_from([*SEQUENCES, *MARKUP, *UNSEEN])
    | _WORDS
).filter(lambda line: line.strip().lower() not in ("q", "quit"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_LINES, max_size=12))
def test_any_lines_are_answered(archive: Archive, lines: list[str]) -> None:
    """No line ends the session or crashes it, and no answer has a control character."""
    talk = Talk(archive)
    for line in lines:
        for told in talk.say(line):
            assert not _CONTROL.search(told)
        assert not talk.session.has_ended


def test_hostile_texts_are_told_harmlessly(archive: Archive, tmp_path: Path) -> None:
    """Every command over texts made of what terminals obey answers without a control character."""
    for number, payload in enumerate([*SEQUENCES, *MARKUP]):
        body = (
            f"Talks {payload} on trade\n\nHanoi (VNA) – The {payload} Communist Party of Vietnam (CPV) met.\n"
        )
        (tmp_path / f"{number}.txt").write_text(body, encoding="utf-8", errors="replace")
    ingest(sorted(tmp_path.glob("*.txt")), archive, load(), datetime(2026, 11, 22, tzinfo=UTC))
    talk = Talk(archive)
    commands = [one.name for one in table.EVERY if one.name != "quit"]
    for line in ("list", "p", "e", *(f"{n}" for n in range(1, 60)), *commands, *commands):
        assert not any(_CONTROL.search(told) for told in talk.say(line))
