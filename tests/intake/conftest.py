"""An archive that is not there yet, a folder for texts, and an end to what hangs."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

import pytest

from store.archive.archive import Archive

_HANGS: Final = 120


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Return an archive that is not there yet."""
    return Archive(tmp_path / "archive", "tester")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Return a folder for texts."""
    (tmp_path / "wire").mkdir()
    return tmp_path / "wire"


@pytest.fixture(autouse=True)
def no_hanging() -> Iterator[None]:
    """End a test that waits for what never comes."""

    def give_up(number: int, frame: FrameType | None) -> NoReturn:
        raise TimeoutError(f"nothing came for {_HANGS} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_HANGS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
