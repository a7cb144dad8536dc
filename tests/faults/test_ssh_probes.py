"""Ways out of the kiosk, tried from outside on a real sshd: each leads somewhere where all is open."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from subprocess import DEVNULL, PIPE
from typing import Final

import pytest

from tests.faults.host_page import WAYS, host
from tests.faults.lab import GREETING, SMUGGLED, Lab, near, service
from tests.faults.processes import HANGS
from tests.faults.sshd import Sshd, free_port
from tests.newsdesk import SEEDS, Newsroom

_LAX: Final = f"""\
X11Forwarding yes
XAuthLocation {shutil.which("true")}
AllowTcpForwarding yes
AllowStreamLocalForwarding yes
AllowAgentForwarding yes
GatewayPorts yes
AcceptEnv LANG LC_*
"""
"""What a host may say for everybody."""

_VARIABLES: Final = (
    "TEXTUAL_LOG", "TEXTUAL_DRIVER", "TEXTUAL_SCREENSHOT", "TEXTUAL_THEME", "NEWSDESK_ARCHIVE", "NEWSDESK_X",
    "PYTHONPATH", "PYTHONSTARTUP", "PYTHONHOME", "PYTHONINSPECT", "PYTHONBREAKPOINT", "BROWSER", "PAGER",
    "EDITOR", "VISUAL", "LD_PRELOAD", "LD_LIBRARY_PATH", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
    "BASH_ENV", "ENV", "PS4", "IFS", "TMPDIR", "LC_ALL", "LC_CTYPE", "COLUMNS", "LINES",
)  # fmt: skip

Probe = Callable[[Lab], bool]
"""Tries one way, and tells whether it led anywhere."""


def _copies(name: str, *arguments: str) -> Probe:
    """Return a probe by a client that copies; `{}` stands for the marker, `{secret}` for a file."""

    def probe(lab: Lab) -> bool:
        filled = [a.format(lab.marker, secret=lab.secret, folder=lab.folder) for a in arguments]
        lab.sshd.done(lab.sshd.client(name, options=filled))
        return lab.marker.exists()

    return probe


def _sftp(words: str) -> Probe:
    def probe(lab: Lab) -> bool:
        call = [*lab.sshd.client("sftp", options=("-b", "-")), "host"]
        lab.sshd.done(call, words.format(lab.marker, secret=lab.secret))
        return lab.marker.exists()

    return probe


def _forwards(option: str, what: str) -> Probe:
    """Return a probe of a socket here that leads to the service behind the host."""

    def probe(lab: Lab) -> bool:
        with service(f"{lab.folder}/behind"), lab.client(option, _filled(what, lab)) as held:
            return lab.greets(lambda: _reach(f"{lab.folder}/here"), held)

    return probe


def _filled(what: str, lab: Lab) -> str:
    return what.format(
        here=f"{lab.folder}/here", behind=f"{lab.folder}/behind", port=lab.port, marker=lab.marker
    )


def _reach(path: str) -> socket.socket:
    reached = socket.socket(socket.AF_UNIX)
    reached.connect(path)
    return reached


def _dynamic(lab: Lab) -> bool:
    """Ask for the service by SOCKS."""
    port = free_port()

    def connect() -> socket.socket:
        through = socket.create_connection(("127.0.0.1", port), HANGS)
        through.sendall(b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01" + lab.port.to_bytes(2, "big"))
        answered = b""
        while len(answered) < 12 and (more := through.recv(12 - len(answered))):
            answered += more
        return through

    with lab.client("-D", f"127.0.0.1:{port}") as held:
        return lab.greets(connect, held)


def _backwards(what: str) -> Probe:
    """Return a probe of a socket at the far end that leads here."""

    def probe(lab: Lab) -> bool:
        with lab.client("-R", _filled(what, lab)) as held:
            lab.until(lambda: bool(held.poll() is not None or lab.marker.exists() or lab.listens()))
            return lab.marker.exists() or bool(lab.listens())

    return probe


def _opens_socket(*options: str) -> Probe:
    """Return a probe of a session that has the far end listen for what shall be led here."""

    def probe(lab: Lab) -> bool:
        path = f"{lab.folder}/agent"
        with service(path):
            filled = [option.format(agent=path) for option in options]
            with lab.sshd.session(options=filled, environment={"DISPLAY": "127.0.0.1:99"}) as terminal:
                lab.await_answer(terminal)
                return bool(lab.listens())

    return probe


def _subsystem(lab: Lab) -> bool:
    """Speak sftp to the subsystem of that name: it tells its version."""
    call = [*lab.sshd.client("ssh", options=("-s",)), "host", "sftp"]
    with subprocess.Popen(call, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as spoken:
        assert spoken.stdin and spoken.stdout
        spoken.stdin.write(b"\0\0\0\5\1\0\0\0\3")
        spoken.stdin.flush()
        answer = spoken.stdout.read(5)
        spoken.kill()
    return answer[4:] == b"\2"


def _is_smuggled(lab: Lab) -> bool:
    """Send variables; tell whether any process of the session has one of them."""
    values = " ".join(f"{name}={SMUGGLED}" for name in _VARIABLES)
    with lab.sshd.session(options=("-o", f"SetEnv={values}")) as terminal:
        lab.await_answer(terminal)
        found = lab.environments()
    assert found, "nothing runs there whose variables could be seen"
    return any(SMUGGLED in value for variables in found for value in variables.values())


def _second_session(lab: Lab) -> bool:
    """Run a command over a connection that a first session has made."""
    control = "-o", f"ControlPath={lab.folder}/first"
    with lab.sshd.session(options=("-M", *control)) as first:
        lab.await_answer(first)
        return lab.runs(f"touch {lab.marker}", options=control)


def _later_forward(lab: Lab) -> bool:
    """Have a connection that stands forward a socket."""
    control = "-o", f"ControlPath={lab.folder}/first"
    asks = "-O", "forward", "-L", f"{lab.folder}/here:127.0.0.1:{lab.port}"
    with lab.sshd.session(options=("-M", *control)) as first, lab.client("-S", "none") as held:
        lab.await_answer(first)
        lab.sshd.run(options=(*control, *asks))
        return lab.greets(lambda: _reach(f"{lab.folder}/here"), held)


def _command(command: str, *options: str, typed: str = "") -> Probe:
    return lambda lab: lab.runs(
        *command.format(lab.marker).split(" "), options=options, typed=typed.format(lab.marker)
    )


def _on_terminal(command: str = "", typed: str = "", term: str = "xterm-256color") -> Probe:
    return lambda lab: lab.runs_on_terminal(
        *filter(None, [command.format(lab.marker)]),
        typed=typed.format(lab.marker),
        term=term.format(lab.marker),
    )


PROBES: Final[Mapping[str, Probe]] = {
    "command": _command("touch {}"),
    "command, with a terminal": _on_terminal("touch {}"),
    "command behind an end of line": _command("\ntouch {}"),
    "command behind a semicolon": _command("x; touch {}"),
    "command in the command": _command("$(touch {})"),
    "command in backquotes": _command("`touch {}`"),
    "shell": _command("sh -i", typed="touch {}\n"),
    "shell, with a terminal": _on_terminal("exec sh -i", typed="touch {}\r"),
    "login shell": _on_terminal(typed="touch {}\r"),
    "login shell, without a terminal": _command("", "-T", typed="touch {}\n"),
    "interrupted start": _on_terminal("touch {}", typed="\x03\x1c\x1a\x04"),
    "python": _command(f"{sys.executable} -c \"open('{{}}','w')\""),
    "sftp, up": _sftp("put {secret} {}\n"),
    "sftp, down": _sftp("get {secret} {}\n"),
    "scp, up": _copies("scp", "{secret}", "host:{}"),
    "scp, down": _copies("scp", "host:{secret}", "{}"),
    "scp of old, up": _copies("scp", "-O", "{secret}", "host:{}"),
    "scp of old, down": _copies("scp", "-O", "host:{secret}", "{}"),
    "subsystem": _subsystem,
    "-L to a port": _forwards("-L", "{here}:127.0.0.1:{port}"),
    "-L to a socket": _forwards("-L", "{here}:{behind}"),
    "-D": _dynamic,
    "-W": lambda lab: GREETING.decode() in lab.sshd.run(options=("-W", f"127.0.0.1:{lab.port}")).out,
    "-R of a port": _backwards("127.0.0.1:0:127.0.0.1:{port}"),
    "-R of a socket": _backwards("{marker}:127.0.0.1:{port}"),
    "X11": _opens_socket("-X", "-o", "XAuthLocation=/nonexistent"),
    "X11, trusted": _opens_socket("-Y", "-o", "XAuthLocation=/nonexistent"),
    "agent": _opens_socket("-A", "-o", "IdentityAgent={agent}"),
    "variables": _is_smuggled,
    "second session": _second_session,
    "later forward": _later_forward,
}


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Sshd]]:
    """An sshd where all is open, and two as the manual sets them up."""
    folder = tmp_path_factory.mktemp("probes")
    room = Newsroom(folder)
    assert room.run("import", str(SEEDS)).status == 0
    homeless = f"SetEnv HOME={folder} HISTFILE=/dev/null\n"  # a shell would note what was typed
    with ExitStack() as running:
        yield {
            "open": running.enter_context(Sshd(folder / "open", config=f"{_LAX}AcceptEnv *\n{homeless}")),
            **{
                way: running.enter_context(
                    host(folder / way[-4:].strip(), room.archive, way, ("ann", "bob"), before=_LAX)
                )
                for way in WAYS
            },
        }


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize("way", ["open", *WAYS])
def test_a_way_out(hosts: Mapping[str, Sshd], way: str, probe: str) -> None:
    """Where all is open a way leads out, so that it is one; on our host none does, nor is a process left."""
    with near() as folder, service(0) as port:
        lab = Lab(hosts[way], folder, port)
        assert PROBES[probe](lab) is (way == "open")
        assert way == "open" or lab.until(lambda: len(hosts[way].processes()) == 1)


def test_the_command_names_no_other_reader(hosts: Mapping[str, Sshd]) -> None:
    """What is typed after the host reaches no option of newsdesk: only the key says who is reading."""
    for person, command, reader in ("ann", "--reader bob", "ann"), ("bob", "", "bob"):
        sshd = hosts["One account for all"]
        with sshd.session(person=person, command=("--", *command.split())) as terminal:
            terminal.wait_for("All texts", HANGS)
            readers = {p.cmdline()[-1] for p in sshd.processes() if "--reader" in p.cmdline()}
        assert readers == {reader}


def test_what_a_terminal_may_say_arrives(hosts: Mapping[str, Sshd]) -> None:
    """The variables that the page lets in reach the dashboard, and none that it does not name."""
    sshd = hosts["One account each"]
    with near() as folder, sshd.session(options=("-o", "SetEnv=COLORTERM=24bit NO_COLOR=yes")) as terminal:
        terminal.wait_for("All texts", HANGS)
        found, *_ = Lab(sshd, folder, 0).environments()
    named = "TERM", "SSH_TTY", "COLORTERM", "NO_COLOR", "LANG", "PATH", "HOME"
    assert found.keys() == {*named}
    assert (found["COLORTERM"], found["NO_COLOR"]) == ("24bit", "1")
