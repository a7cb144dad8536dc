"""Memory: no text, whatever it is made of, takes more than a desk can spare while it is read."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

from store.intake.reading import LARGEST

_ON_TOP: Final = 150_000
"""Kilobytes that reading may take beyond those of the program with all its names."""

_READER: Final = """
import sys
from resource import RUSAGE_SELF, getrusage
from tests.wire.scoring import read

def peak():
    if sys.platform == "linux":  # where getrusage tells of the parent, too
        told = dict(line.split(":", 1) for line in open("/proc/self/status"))
        return int(told["VmHWM"].split()[0])
    return getrusage(RUSAGE_SELF).ru_maxrss // 1024

piece = sys.argv[1]
read(piece)
before = peak()
read(piece * (int(sys.argv[2]) // len(piece.encode())))
print(peak() - before)
"""

PIECES: Final = (
    "A b. ", "A b.\n", "A b.\n\n", "Đ ể.\n", "a ", "a", "CPV and CPP met. ", "CPV and CPP met.\n\n",
    "Mr. Xa Trung spoke. ", "1. ", "«»", "A\r\n",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_the_largest_text_is_read_in_little_memory(piece: str) -> None:
    """Five megabytes of tiny sentences, lines or names take less than 150 MB on top of the program."""
    command = [sys.executable, "-c", _READER, piece, str(LARGEST)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    assert int(told.stdout) < _ON_TOP
