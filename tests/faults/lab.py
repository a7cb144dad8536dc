"""A lab for ways out of a host: what lies behind it, and by what it shows that somebody got there."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import psutil

from tests.faults.sshd import Sshd
from tests.terminal import Terminal

_COMES: Final = 30.0
"""Seconds after which nobody waits any more for a socket that a client should have made."""

GREETING: Final = b"behind the host"
"""What a service says that can be reached from the host only."""

SMUGGLED: Final = "smuggled"
"""The value of every variable that should stay outside."""

_PATIENCE: Final = 5.0
"""Seconds after which a client that still tries is taken for one that does not get through."""


class Lab:
    """An sshd, a service and a file behind it, and a marker that is made where a command is run."""

    def __init__(self, sshd: Sshd, folder: Path, port: int) -> None:
        """Take a folder for what a way needs, and the port of the service."""
        self.sshd = sshd
        self.folder = folder
        self.port = port
        self.marker = folder / "marker"
        self.secret = folder / "secret"
        self.secret.write_bytes(GREETING)

    def runs(self, *command: str, options: Sequence[str] = (), typed: str = "") -> bool:
        """Try commands without a terminal; tell whether one was run at the far end."""
        self.sshd.run(*command, options=options, typed=typed)
        return self.marker.exists()

    def runs_on_terminal(self, *command: str, typed: str = "", term: str = "xterm-256color") -> bool:
        """Try commands with a terminal, and what may be typed there; tell whether one was run."""
        with self.sshd.session(command=command, environment={"TERM": term}) as terminal:
            self.await_answer(terminal)
            with suppress(OSError):  # it has ended already
                terminal.press(typed)
            self.until(self.marker.exists, 0.5)
        return self.marker.exists()

    def await_answer(self, terminal: Terminal) -> None:
        """Wait until a dashboard or a shell stands there, or the line is closed."""
        with suppress(AssertionError):
            terminal.wait_for(lambda text: "All texts" in text or "$" in text or "#" in text, _PATIENCE)

    def until(self, holds: Callable[[], bool], seconds: float = _PATIENCE) -> bool:
        """Wait until something holds, and tell whether it does."""
        until = time.monotonic() + seconds
        while not (held := holds()) and time.monotonic() < until:
            time.sleep(0.02)
        return held

    @contextmanager
    def client(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """Hold a connection open that asks for nothing but what its options say."""
        call = [*self.sshd.client("ssh", options=("-N", "-o", "ExitOnForwardFailure=yes", *options)), "host"]
        with subprocess.Popen(call, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as held:
            try:
                yield held
            finally:
                held.kill()

    def greets(self, connect: Callable[[], socket.socket], held: subprocess.Popen[bytes]) -> bool:
        """Tell whether the service answers through a connection, which is made once the client is ready."""
        until = time.monotonic() + _COMES
        while held.poll() is None and time.monotonic() < until:
            with suppress(OSError), connect() as through:
                through.settimeout(_PATIENCE)
                return through.recv(100) == GREETING
            time.sleep(0.02)
        return False

    def listens(self) -> list[object]:
        """Return where the sessions of sshd, not sshd itself, wait for others to connect."""
        found: list[object] = []
        for process in self.sshd.processes():
            with suppress(psutil.NoSuchProcess):
                if process.pid != self.sshd.pid:
                    found += [c.laddr for c in process.net_connections() if c.status == psutil.CONN_LISTEN]
                    found += [c.laddr for c in process.net_connections("unix") if "agent" in str(c.laddr)]
        return found

    def environments(self) -> list[dict[str, str]]:
        """Return the variables of all that runs in the sessions, sshd itself left out."""
        found = []
        for process in self.sshd.processes():
            with suppress(psutil.NoSuchProcess):
                if not process.name().startswith("sshd"):
                    found.append(process.environ())
        return found


@contextmanager
def near() -> Iterator[Path]:
    """Make a folder for sockets, whose paths may not be long."""
    with tempfile.TemporaryDirectory(prefix="nd-", dir="/tmp") as folder:
        yield Path(folder)


@contextmanager
def service(place: str | int) -> Iterator[int]:
    """Greet whoever connects to a port of this machine (0 means any) or to a socket in a folder."""
    family = socket.AF_INET if isinstance(place, int) else socket.AF_UNIX
    with socket.socket(family) as listening:
        listening.bind(("127.0.0.1", place) if isinstance(place, int) else place)
        listening.listen(50)
        threading.Thread(target=_greet, args=(listening,), daemon=True).start()
        try:
            yield listening.getsockname()[1] if isinstance(place, int) else 0
        finally:
            listening.shutdown(socket.SHUT_RDWR)


def _greet(listening: socket.socket) -> None:
    with suppress(OSError):  # it was closed
        while True:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(GREETING)
