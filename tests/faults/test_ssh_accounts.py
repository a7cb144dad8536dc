"""The page for who runs the host, followed to the letter as root, with accounts of its own."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.host_page import WAYS, Way, blocks, starred
from tests.faults.lab import SMUGGLED, Lab, near
from tests.faults.processes import HANGS
from tests.faults.sshd import Sshd
from tests.faults.throwaway import PEOPLE, Machine

Record = Callable[[str, object], None]


@contextmanager
def _host(way: Way, config: str, record: Record) -> Iterator[tuple[Machine, Sshd] | None]:
    """Run sshd on a throwaway machine; None where this account can make none."""
    with near() as folder:
        machine = Machine(folder, way)
        if not machine.can_be():
            record("no machine could be made", "only this account was tried, by test_ssh_manual.py")
            yield None
            return
        people = dict.fromkeys(PEOPLE, "")
        with Sshd(folder, config=config, people=people, within=machine.call) as sshd:
            yield machine, sshd


@pytest.mark.parametrize("way", WAYS)
def test_people_of_a_newsroom(way: Way, record_property: Record) -> None:
    """Two who read at once have marks of their own, which no other account reads, nor strangers any file."""
    with _host(way, blocks(way, "sshd_config")[0], record_property) as made:
        if made is None:
            return
        machine, sshd = made
        users = ("ann", "bob") if way == "One account each" else ("newsdesk", "newsdesk")
        ann, bob = (
            sshd.session(person=p, options=("-l", u)) for p, u in zip(("ann", "bob"), users, strict=True)
        )
        with ann, bob:
            for terminal, keys in (ann, "s"), (bob, "js"):
                terminal.wait_for("All texts", HANGS)
                terminal.press(keys)
                terminal.wait_for("Starred 1 text", HANGS)
            for terminal in ann, bob:
                terminal.press("Q")
                assert terminal.end(HANGS) == 0, terminal.text
        stars = [starred(machine.archive, person) for person in ("ann", "bob")]
        assert [len(texts) for texts in stars] == [1, 1] and stars[0] != stars[1]
        _look_at_rights(machine.archive)


def _look_at_rights(archive: Path) -> None:
    group = archive.stat().st_gid
    for path in (archive, *archive.rglob("*")):
        found = path.stat()
        mode = stat.S_IMODE(found.st_mode)
        wanted = 0o2770 if path.is_dir() else 0o600 if path.parent.name == "readers" else 0o660
        assert (found.st_gid, oct(mode)) == (group, oct(wanted)), path


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "as the page says"])
def test_what_lies_in_a_home(is_open: bool, record_property: Record) -> None:
    """What somebody could put into `.ssh` runs and counts where all is open, and does neither on our host."""
    block = "PermitUserEnvironment yes\n" if is_open else blocks("One account each", "sshd_config")[0]
    with _host("One account each", block, record_property) as made:
        if made is None:
            return
        machine, sshd = made
        lab = Lab(sshd, machine.folder, 0)
        (home := machine.folder / "home" / ".ssh").mkdir(parents=True)
        (home / "rc").write_text(f"env > {lab.marker}\n")
        (home / "environment").write_text(f"LD_PRELOAD={SMUGGLED}\nBASH_ENV={SMUGGLED}\n")
        machine.folder.chmod(0o777)
        with sshd.session(person="eve", options=("-l", "eve")) as terminal:
            lab.await_answer(terminal)
            found = lab.environments()
        assert (
            found and any(SMUGGLED in value for variables in found for value in variables.values()) is is_open
        )
        assert lab.marker.exists() is is_open
