"""A folder of 385 hostile files: every good one is taken in, and each gets one harmless line."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.faults.hostile import ENTRIES, lay
from tests.faults.ledger import documents, ids_on_disk
from tests.faults.processes import Running
from tests.newsdesk import Newsroom

_LARGEST: Final = 300 << 10
"""Kilobytes of memory that no process of an import may pass."""

_RAW: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
    "|[\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What no line may hold: controls, and what reorders or hides."""

_LINE: Final = re.compile(r"(added|unchanged|replaced|refused) +\S.*\n")


@pytest.mark.skipif(sys.platform == "darwin", reason="there every name of a file must be UTF-8")
def test_hostile_files(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """All of them at once, twice: the second import changes nothing, and all that is printed is harmless."""
    room = Newsroom(tmp_path)
    entries = lay(tmp_path / "wires")
    states, seconds, memory = _import(room, tmp_path / "wires")
    assert sum(states.values()) == ENTRIES
    assert states.keys() <= {"added", "unchanged", "refused"}
    texts = "\n".join(document["text"] for document in documents(room))
    assert [entry.name for entry in entries if entry.word and entry.word not in texts] == []
    assert "root:" not in texts, "a link was followed out of the folder"
    before = {path: path.read_bytes() for path in room.archive.rglob("*.json")}
    again, _, _ = _import(room, tmp_path / "wires")
    assert again == Counter(refused=states["refused"], unchanged=states["added"] + states["unchanged"])
    assert {path: path.read_bytes() for path in room.archive.rglob("*.json")} == before
    assert max(ids_on_disk(room.archive).values()) == 1
    for arguments in (
        ["list"],
        ["list", "--json"],
        *(["show", i] for i in list(ids_on_disk(room.archive))[::40]),
    ):
        done = room.run(*arguments)
        assert (done.status, done.err, _RAW.findall(done.out)) == (0, "", []), arguments
    (tmp_path / "wires/sizes/200 MB").unlink()
    record_property("states, seconds, MB", (dict(states), round(seconds, 1), memory >> 10))


def _import(room: Newsroom, folder: Path) -> tuple[Counter[str], float, int]:
    """Import a folder; return what became of how many, the seconds, and kilobytes of the largest process."""
    with Running(room, "import", str(folder)) as importing:
        status, used = importing.end()
        seconds = time.monotonic() - importing.begun
        assert status == 1, importing.err
        assert importing.err == ""
        lines = importing.out
    assert _RAW.findall("".join(lines)) == []
    assert [line for line in lines if not _LINE.fullmatch(line)] == []
    assert used.ru_maxrss < _LARGEST
    return Counter(line.split()[0] for line in lines), seconds, used.ru_maxrss
