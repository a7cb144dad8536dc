"""The slow suites: `make faults` runs every test that is marked slow, wherever it stands."""

from __future__ import annotations

import fnmatch
import re
import shlex
from typing import Final

from tests.house import ROOT

_RUN: Final = "$(BIN)/pytest "
_OPTION: Final = re.compile(r"-m slow|--override-ini='norecursedirs=([^']+)'|--(?:num|max)processes=\w+")


def test_no_slow_test_is_left_out() -> None:
    """The run names no path, as of two that overlap pytest drops one, and skips no folder that has tests."""
    line = next(part for part in (ROOT / "Makefile").read_text("utf-8").split(_RUN) if "-m slow" in part)
    asked = line.splitlines()[0]
    assert _OPTION.sub("", asked).split() == []
    skipped = (
        next(word for word in shlex.split(asked) if "norecursedirs" in word).partition("dirs=")[2].split()
    )
    assert skipped == [".*", "bench", "seeds"]
    for file in (ROOT / "tests").rglob("test_*.py"):
        folders = file.relative_to(ROOT).parts[:-1]
        assert not any(fnmatch.fnmatch(one, pattern) for one in folders for pattern in skipped), file
