"""Archives without room: on a small disk of memory that is filled up, or where no file may be large."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from tests.newsdesk import Newsroom

Way = Literal["disk", "limit"]
"""How room is taken: by other files on the same small disk, or by a limit on the size of every file."""

_SIZE: Final = "64m"
"""The small disk, far larger than what the checks keep on it."""


class Tight:
    """A newsroom whose files may not be larger than a limit."""

    reasons: tuple[str, ...] = ("is larger than this account may write",)
    """What a person is told there, one or the other."""

    def __init__(self, room: Newsroom) -> None:
        self.room = room

    def leave(self, size: int) -> None:
        """Leave room for so many bytes."""
        self.room = replace(self.room, largest=size)

    def relieve(self) -> None:
        """Make room again."""
        self.room = replace(self.room, largest=None)


class SmallDisk(Tight):
    """A newsroom on a disk of its own that other files fill."""

    reasons = ("no room left on the disk", "are free on this disk")

    def leave(self, size: int) -> None:
        """Fill the disk until so many bytes are free."""
        self.relieve()
        with (self.room.folder / "filler").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
            file.truncate(max(0, file.tell() - size))

    def relieve(self) -> None:
        """Make room again."""
        (self.room.folder / "filler").unlink(missing_ok=True)


@contextmanager
def tight(place: Path, way: Way) -> Iterator[Tight]:
    """Make a newsroom in a new folder; a limit stands for the disk where this account may mount none."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=755", "newsdesk", str(place)]
    if way == "limit" or sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
        yield Tight(Newsroom(place))
        return
    try:
        yield SmallDisk(Newsroom(place))
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
