"""What tests of the command and of the store's surroundings share."""

from __future__ import annotations

import gc
import pwd
import shutil
import signal
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from tests.newsdesk import Newsroom

for number, heard in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    signal.signal(number, heard)  # where they are run in the background they are ignored
settings.register_profile("newsdesk", deadline=None, max_examples=50)  # no test has a time limit in it
settings.load_profile("newsdesk")
gc.disable()  # what is collected stays: there is nothing to look for until it stands


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later search for garbage: tests ask for many of them."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom of its own."""
    return Newsroom(tmp_path)


@pytest.fixture(scope="session")
def first_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which a first `newsdesk list` has planted the seeds, which no test changes."""
    room = Newsroom(tmp_path_factory.mktemp("first"))
    assert room.run("list").status == 0
    return room.archive


@pytest.fixture
def planted(room: Newsroom, first_desk: Path) -> None:
    """Give the newsroom what its first command would have planted, at the cost of a copy."""
    shutil.copytree(first_desk, room.archive)


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An account that has no home folder and that the system does not know."""

    def nobody(number: int) -> NoReturn:
        raise KeyError(number)

    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "NEWSDESK_ARCHIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
