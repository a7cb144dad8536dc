"""A real sshd on 127.0.0.1, with keys and a configuration of its own, and the clients that connect to it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import psutil

from tests.faults.processes import HANGS
from tests.newsdesk import Done
from tests.terminal import Terminal

_PLACES: Final = os.pathsep.join(
    (os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin", "/sbin")
)
_PATIENCE: Final = 60.0
"""Seconds after which a client is killed that has found something to do, or waits for ever."""

_CHROOT: Final = Path("/run/sshd")
"""Where some systems confine the sshd that root runs; the folder is made when their own is started."""

_ANN: Final[Mapping[str, str]] = {"ann": ""}

_CONFIG: Final = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
LogLevel VERBOSE
Subsystem sftp internal-sftp
"""
"""What lets an sshd run in any folder for any account; it closes no way out, which is for who uses it."""

_CLIENT: Final = """\
Host *
    HostName 127.0.0.1
    Port {port}
    User {account}
    IdentitiesOnly yes
    IdentityAgent none
    StrictHostKeyChecking yes
    UserKnownHostsFile {folder}/known_hosts
    GlobalKnownHostsFile /dev/null
    BatchMode yes
    LogLevel ERROR
"""


def program(name: str) -> str:
    """Return the path of a program of OpenSSH.

    Raises:
        AssertionError: It is not installed.
    """
    found = shutil.which(name, path=_PLACES)
    assert found, f"{name} is not installed; .ci/run installs it with openssh"
    return found


def account() -> str:
    """Return the account of these tests, the only one that every sshd here lets in."""
    return pwd.getpwuid(os.getuid()).pw_name


def asked(*arguments: str) -> Done:
    """Return what sshd says of a configuration, without listening."""
    call = [_sshd(), *arguments]
    ended = subprocess.run(call, capture_output=True, text=True, timeout=HANGS, stdin=subprocess.DEVNULL)
    return Done(ended.returncode, ended.stdout, ended.stderr)


def make_key(path: Path) -> str:
    """Make a key where none is; return its public half, a line."""
    if not path.exists():
        make = [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", path.name, "-f", str(path)]
        subprocess.run(make, check=True, stdin=subprocess.DEVNULL)
    return path.with_name(f"{path.name}.pub").read_text("utf-8")


def _sshd() -> str:
    if os.geteuid() == 0 and _CHROOT.parent.is_dir():
        _CHROOT.mkdir(mode=0o755, exist_ok=True)
    return program("sshd")


class Sshd:
    """An sshd that lets this account in, each person by their own key; a context that ends all it started."""

    def __init__(
        self,
        folder: Path,
        login: str | None = None,
        config: str = "",
        people: Mapping[str, str] = _ANN,
        within: Sequence[str] = (),
    ) -> None:
        """Name its folder, which need not exist.

        Args:
            login: The command of every connection, whatever the client asks for; None lets them all choose.
            config: More lines of `sshd_config`, which may end in Match blocks.
            people: Who may come in, each with the options that stand before the key.
            within: A command that runs sshd, whose own command follows, somewhere else.
        """
        self._within = within
        self.folder = folder
        self._people = people
        self._config = (f"ForceCommand {login}\n" if login else "") + config
        self._seen: dict[int, psutil.Process] = {}
        self.port = 0

    def __enter__(self) -> Sshd:
        self.folder.mkdir(parents=True, exist_ok=True)
        for person, options in self._people.items():
            self.admit(person, options)
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self._sshd.wait()
        psutil.wait_procs(list(self._seen.values()), timeout=20)

    @property
    def log(self) -> str:
        """What sshd has said so far."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    @property
    def pid(self) -> int:
        """The number of the sshd that listens."""
        return self._sshd.pid

    def admit(self, person: str, options: str = "") -> None:
        """Let a person in by a key of their own, with the options given before it."""
        line = f"{options} {make_key(self.folder / person)}".lstrip()
        with (self.folder / "authorized_keys").open("a", encoding="utf-8") as keys:
            keys.write(line)

    def client(self, name: str, *, person: str = "ann", options: Sequence[str] = ()) -> list[str]:
        """Return how a client of OpenSSH (ssh, scp, sftp) is called; the host is `host`."""
        key = str(self.folder / person)
        return [program(name), "-F", str(self.folder / "ssh_config"), "-i", key, *options]

    def session(
        self,
        columns: int = 80,
        rows: int = 24,
        *,
        person: str = "ann",
        options: Sequence[str] = (),
        command: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> Terminal:
        """Return a terminal in which `ssh -tt` runs: pressing keys in it is typing at the far end."""
        ssh = self.client("ssh", person=person, options=("-tt", *options))
        return Terminal([*ssh, "host", *command], columns, rows, environment)

    def run(
        self,
        *command: str,
        person: str = "ann",
        options: Sequence[str] = (),
        typed: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> Done:
        """Run a command at the far end without a terminal, or whatever the host makes of it."""
        return self.done(
            [*self.client("ssh", person=person, options=options), "host", *command], typed, environment
        )

    def done(
        self, call: Sequence[str], typed: str = "", environment: Mapping[str, str] | None = None
    ) -> Done:
        """Run a client as it is called, to its end."""
        ended = subprocess.run(
            call,
            input=typed.encode(),
            capture_output=True,
            timeout=_PATIENCE,
            env={**os.environ, **(environment or {})},
        )
        return Done(
            ended.returncode, ended.stdout.decode("utf-8", "replace"), ended.stderr.decode("utf-8", "replace")
        )

    def processes(self) -> list[psutil.Process]:
        """Return sshd and everything that it ever started, as far as it was seen and still runs.

        Who looks while sessions are open knows their processes later, whoever is their parent by then.
        """
        if self._sshd.poll() is None:
            self._seen.setdefault(self.pid, psutil.Process(self.pid))
        children = defaultdict(list)
        for process in psutil.process_iter(["ppid"]):
            children[process.info["ppid"]].append(process)
        found = [process for process in self._seen.values() if runs(process)]
        for process in found:  # which grows meanwhile
            new = [child for child in children[process.pid] if child not in found]
            found += new
        self._seen = {process.pid: process for process in found}
        return found

    def wait_for_log(self, words: str, seconds: float = 20) -> None:
        """Wait until sshd has said something, or fail with all that it said."""
        until = time.monotonic() + seconds
        while words not in self.log:
            assert time.monotonic() < until, f"sshd has not said {words!r}:\n{self.log}"
            time.sleep(0.02)

    @property
    def _log(self) -> Path:
        return self.folder / "sshd.log"

    def _start(self) -> None:
        """Start sshd on a free port, and on another if somebody took that one in between."""
        host_key = make_key(self.folder / "host")
        for _ in range(5):
            self.port = free_port()
            filled = {"port": self.port, "folder": self.folder, "account": account()}
            self._write("sshd_config", _CONFIG.format(**filled) + self._config)
            self._write("ssh_config", _CLIENT.format(**filled))
            self._write("known_hosts", f"[127.0.0.1]:{self.port} {host_key}")
            call = [
                *self._within,
                _sshd(),
                "-D",
                "-f",
                str(self.folder / "sshd_config"),
                "-E",
                str(self._log),
            ]
            self._sshd = subprocess.Popen(call, stdin=subprocess.DEVNULL, start_new_session=True)
            if self._listens():
                return
        raise AssertionError(f"sshd does not start:\n{self.log}")

    def _listens(self) -> bool:
        until = time.monotonic() + HANGS
        while self._sshd.poll() is None and time.monotonic() < until:
            if f"Server listening on 127.0.0.1 port {self.port}." in self.log:
                return True
            time.sleep(0.02)
        return False

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


def free_port() -> int:
    """Return a port of this machine that nobody has taken yet."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def runs(process: psutil.Process) -> bool:
    """Tell whether a process runs, and is not another that has its number by now."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
