"""The page for who runs the host, held against OpenSSH: its blocks cut out, filled in, and used."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest

from tests.faults.host_page import (
    WAYS,
    Way,
    blocks,
    filled,
    host,
    options_of_key,
    section,
    sshd_config,
    starred,
)
from tests.faults.lab import near
from tests.faults.processes import HANGS
from tests.faults.sshd import Sshd, account, asked, make_key, program
from tests.newsdesk import ROOT, SEEDS, Newsroom

each_way = pytest.mark.parametrize("way", WAYS)

_OPEN: Final = """\
AcceptEnv LANG LC_*
X11Forwarding yes
AllowTcpForwarding yes
PermitTunnel yes
PermitTTY no
"""
"""What `sshd_config` may say for everybody; the Match block must hold all the same."""

_HOLDS: Final = (
    "authenticationmethods publickey", "disableforwarding yes", "permittunnel no", "permittty yes",
    "permituserrc no", "permituserenvironment no", "maxsessions 1", "clientaliveinterval 15",
    "clientalivecountmax 3", "setenv LANG=C.UTF-8", "maxstartups 50:30:100", "acceptenv COLORTERM",
)  # fmt: skip


@pytest.fixture
def kept(tmp_path: Path) -> Newsroom:
    """A newsroom with the two seeds."""
    room = Newsroom(tmp_path)
    assert room.run("import", str(SEEDS)).status == 0
    return room


@pytest.fixture
def shared(kept: Newsroom) -> Iterator[Sshd]:
    """A running sshd with one account for all, on that newsroom."""
    with host(kept.folder / "host", kept.archive, "One account for all", ("ann", "bob")) as sshd:
        yield sshd


@each_way
def test_sshd_takes_the_lines_as_they_are_printed(tmp_path: Path, way: Way) -> None:
    """`sshd -t` has nothing to say of a block, and names a line with a mistake in it."""
    (block,) = blocks(way, "sshd_config")
    make_key(tmp_path / "host")
    config = tmp_path / "sshd_config"
    config.write_text(f"HostKey {tmp_path}/host\n{block}")
    done = asked("-t", "-f", str(config))
    assert (done.status, done.out, done.err) == (0, "", "")
    config.write_text(f"HostKey {tmp_path}/host\n{block.replace('PermitTunnel', 'PermitTunel')}")
    assert "PermitTunel" in asked("-t", "-f", str(config)).err


@each_way
def test_the_lines_hold_whatever_stands_around_them(tmp_path: Path, way: Way) -> None:
    """In a file of its own, read before lines that open everything, a block holds for its accounts alone."""
    block = re.sub("^Match ", "Match LocalPort 22 ", sshd_config(way, tmp_path), flags=re.MULTILINE)
    (tmp_path / "newsdesk.conf").write_text(block)
    make_key(tmp_path / "host")
    config = tmp_path / "sshd_config"
    config.write_text(f"Include {tmp_path}/newsdesk.conf\nHostKey {tmp_path}/host\n{_OPEN}")
    ours, others = (_settings(config, port) for port in (22, 23))
    assert [line for line in _HOLDS if line not in ours] == []
    assert any(line.startswith("forcecommand exec ") for line in ours) is (way == "One account each")
    assert {"forcecommand none", "x11forwarding yes", "permittunnel yes", "permittty no"} <= {*others}


def _settings(config: Path, port: int) -> list[str]:
    """Return what sshd would go by for a connection of this account to a port."""
    asks = f"user={account()},host=localhost,addr=127.0.0.1,laddr=127.0.0.1,lport={port}"
    done = asked("-T", "-C", asks, "-f", str(config))
    assert done.status == 0, done.err
    return done.lines


def test_every_line_is_explained() -> None:
    """The table on the page has the keywords of both blocks, and no other."""
    used = {line.split()[0] for way in WAYS for line in blocks(way, "sshd_config")[0].splitlines() if line}
    rows = re.findall(r"^\| (`.*?`) \|", section("What each line is for"), re.MULTILINE)
    assert used == {word for row in rows for word in re.findall(r"`(\w+)`", row)}


@each_way
def test_a_reader_finds_the_dashboard(kept: Newsroom, way: Way) -> None:
    """A key opens the dashboard, and marks are kept for the reader: the account, or whom the key names."""
    with host(kept.folder / "host", kept.archive, way, ("ann", "bob")) as sshd:
        for person, keys in ("ann", "s"), ("bob", "js"):
            with sshd.session(person=person) as terminal:
                terminal.wait_for("All texts", HANGS)
                terminal.press(keys)
                terminal.wait_for("Starred 1 text", HANGS)
                terminal.press("Q")
                assert terminal.end(HANGS) == 0
                assert b"^[" not in terminal.raw, "what the terminal answered was echoed"
    readers = {path.stem for path in (kept.archive / "readers").glob("*.json")}
    if way == "One account each":
        assert readers == {account()} and len(starred(kept.archive, account())) == 2
    else:
        ann, bob = (starred(kept.archive, person) for person in ("ann", "bob"))
        assert readers == {"ann", "bob"} and len(ann) == len(bob) == 1 and ann != bob


def test_the_lines_of_a_reader_are_taken(tmp_path: Path) -> None:
    """What the page for readers puts into their own configuration is what ssh then goes by."""
    page = (ROOT / "tui" / "manual" / "ssh.md").read_text("utf-8")
    (block,) = blocks("Where newsdesk is all there is", "ssh_config", page)
    (tmp_path / "config").write_text(block)
    call = [program("ssh"), "-F", str(tmp_path / "config"), "-G", "desk"]
    settings = subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()
    wanted = {"hostname desk.example.org", "user ann", "serveraliveinterval 15", "sendenv COLORTERM"}
    assert wanted <= {*settings}


def test_keys_that_would_get_a_shell_are_found(tmp_path: Path) -> None:
    """The line on the page prints each key without the command, and no other."""
    good = [options_of_key(reader, tmp_path) for reader in ("ann", "b.ob-2", "ann --plain")]
    bad = "", "restrict,pty", good[0].replace("restrict,", ""), options_of_key("-x", tmp_path), f" {good[0]}"
    keys = tmp_path / "keys" / "newsdesk"
    keys.parent.mkdir()
    lines = [f"{options} ssh-ed25519 AAAA somebody" for options in (*good, *bad)]
    keys.write_text("\n".join(["# of the desk", "", *lines]) + "\n")
    names = {"/usr/local/bin/newsdesk-login": f"{tmp_path}/login", "/etc/ssh/newsdesk-keys": str(keys.parent)}
    check = filled(blocks("One account for all", "sh")[1], names)
    assert (
        subprocess.run(["sh", "-c", check], capture_output=True, text=True).stdout.splitlines() == lines[3:]
    )


def test_who_is_on_is_seen_and_can_be_sent_away(shared: Sshd) -> None:
    """The list on the page names the reader; a TERM to that number gives the terminal back, marks kept."""
    shows = blocks("Day by day", "sh")[0]
    with shared.session(person="bob") as terminal:
        terminal.wait_for("All texts", HANGS)
        terminal.press("s")
        terminal.wait_for("Starred 1 text", HANGS)
        listed = subprocess.run(["sh", "-c", shows], capture_output=True, text=True).stdout.splitlines()
        (line,) = (line for line in listed if str(shared.folder.parent) in line)
        assert line.endswith(" --reader bob") and account()[:7] in line
        before = len(terminal.raw)
        os.kill(int(line.split()[0]), signal.SIGTERM)
        assert terminal.end(HANGS) == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in terminal.raw[before:]
    assert len(starred(shared.folder.parent / "archive", "bob")) == 1


def test_what_a_reader_is_told(shared: Sshd) -> None:
    """Whoever is refused sees the words that the page has for it."""
    told = re.findall(r"^\| `(.*?)` \|", section("What a reader is told"), re.MULTILINE)
    make_key(shared.folder / "stranger")
    with near() as folder:
        said = _said(shared, folder)
    assert [words for words in told[:4] if not any(words in one for one in said)] == []


def _said(shared: Sshd, folder: Path) -> list[str]:
    """Ask for what is refused, in a session and beside it; return what ssh says."""
    second = "-o", f"ControlPath={folder}/first", "-L", f"{folder}/port:127.0.0.1:1"
    with shared.session(options=("-M", *second)) as terminal:
        terminal.wait_for("All texts", HANGS)
        with socket.socket(socket.AF_UNIX) as through:
            through.connect(f"{folder}/port")
            assert through.recv(1) == b""
        said = [
            shared.run(person="stranger").err,
            shared.run("ls").err,
            shared.run(options=("-o", "LogLevel=INFO", "-W", "127.0.0.1:1")).err,
            shared.run(options=second).err,
        ]
        terminal.press("Q")
        assert terminal.end(HANGS) == 0
    return said


def test_no_more_than_so_many_log_in_at_once(shared: Sshd) -> None:
    """Fifty who have not said yet who they are keep nobody out; of those beyond some are sent away."""
    with ExitStack() as waiting:
        for _ in range(45):
            waiting.enter_context(socket.create_connection(("127.0.0.1", shared.port)))
        for _ in range(4):
            assert shared.run().status == 2
        assert "MaxStartups" not in shared.log
        for _ in range(60):
            waiting.enter_context(socket.create_connection(("127.0.0.1", shared.port)))
        shared.wait_for_log("MaxStartups")


@pytest.mark.parametrize("number", [0, 1], ids=["for all", "each"])
def test_a_slice_is_one(tmp_path: Path, number: int, record_property: Callable[[str, object], None]) -> None:
    """A slice has the two limits that the page explains, in units of systemd, which agrees where it is."""
    block = blocks("Limits", "ini")[number]
    slice_ = ConfigParser()
    slice_.optionxform = str  # type: ignore[assignment,method-assign]
    slice_.read_string(block)
    assert slice_.sections() == ["Slice"]
    assert [*slice_["Slice"]] == re.findall(r"^- \*\*`(\w+)`\*\*", section("Limits"), re.MULTILINE)
    assert re.fullmatch("[0-9]+[MG] [0-9]+", " ".join(slice_["Slice"].values()))
    if "Unknown key" not in _complaints(tmp_path / "wrong", block.replace("TasksMax", "TaskMax")):
        record_property("systemd-analyze cannot be asked here", "the keys alone were looked at")
        return
    assert _complaints(tmp_path / "right", block) == ""


def _complaints(folder: Path, block: str) -> str:
    """Return what systemd says of a slice with such a file beside it; nothing where it is not installed."""
    (folder / "user-1200.slice.d").mkdir(parents=True)
    (folder / "user-1200.slice.d" / "newsdesk.conf").write_text(block)
    (folder / "user-1200.slice").write_text("[Slice]\n")
    if not (verifies := shutil.which("systemd-analyze")):
        return ""
    call = [verifies, "verify", "--man=no", str(folder / "user-1200.slice")]
    return subprocess.run(call, capture_output=True, text=True).stderr
