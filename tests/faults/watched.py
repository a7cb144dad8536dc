"""A module that is watched: `python -m tests.faults.watched NOTES FOLDER MODULE ARGUMENT...`.

Each act on the machine that it asks Python for is a line of JSON in the file NOTES: what is started,
connected to, written, made, renamed or removed. It runs in FOLDER.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from typing import Final

_ACTS: Final = (
    "os.fork", "os.forkpty", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "os.kill",
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.utime", "os.setxattr", "shutil.", "subprocess.", "pty.", "webbrowser.", "socket.connect",
    "socket.bind", "socket.sendto", "socket.getaddrinfo", "urllib.", "http.", "smtplib.", "syslog.",
    "tempfile.", "sqlite3.enable_load_extension", "cpython.run_i", "cpython.run_s", "ctypes.dlopen",
)  # fmt: skip
"""How the names of the audit events begin that are noted whatever they are about."""

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(notes: str, folder: str, module: str, *arguments: str) -> None:
    """Run a module as a program, every act of it noted."""
    descriptor = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)

    def note(event: str, about: tuple[object, ...]) -> None:
        is_write = event == "open" and isinstance(about[2], int) and about[2] & _WRITES
        if is_write or event.startswith(_ACTS):
            told = [one if isinstance(one, str) else repr(one) for one in about]
            os.write(descriptor, json.dumps([event, *told]).encode() + b"\n")

    os.chdir(folder)
    sys.argv = [module, *arguments]
    sys.addaudithook(note)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
