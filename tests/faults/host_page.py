"""The manual's page for who runs the host: its blocks, cut out and filled in for an sshd of the tests."""

from __future__ import annotations

import grp
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal

from store.archive.identity import safe_name
from tests.faults.ledger import tables
from tests.faults.sshd import Sshd, account
from tests.newsdesk import ROOT

PAGE: Final = (ROOT / "tui" / "manual" / "host.md").read_text("utf-8")

Way = Literal["One account each", "One account for all"]
"""The two set-ups, by their headings on the page."""

WAYS: Final[tuple[Way, ...]] = ("One account each", "One account for all")

_LOGIN: Final = "/usr/local/bin/newsdesk-login"
_KEYS: Final = "/etc/ssh/newsdesk-keys"


def section(heading: str, page: str = PAGE) -> str:
    """Return what stands under a heading of the page, or of another."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"the page has no heading {heading!r}"
    return found[1]


def blocks(heading: str, language: str, page: str = PAGE) -> list[str]:
    """Return the blocks of a language under a heading."""
    found = re.findall(rf"^```{language}\n(.*?)^```", section(heading, page), re.MULTILINE | re.DOTALL)
    assert found, f"no {language} under {heading!r}"
    return found


def filled(text: str, names: Mapping[str, str]) -> str:
    """Return a text of the page with the names of a host in the place of those that the page uses."""
    for name, ours in names.items():
        assert name in text, f"the page does not speak of {name} here:\n{text}"
        text = text.replace(name, ours)
    return text


def sshd_config(way: Way, folder: Path) -> str:
    """Return the lines for sshd of one set-up, for this account and for files of a folder."""
    (block,) = blocks(way, "sshd_config")
    if way == "One account for all":
        return filled(block, {"User newsdesk": f"User {account()}", _KEYS: f"{folder}/keys"})
    group = grp.getgrgid(os.getgid()).gr_name
    return filled(
        block, {"Group newsroom": f"Group {group}", _KEYS: f"{folder}/keys", _LOGIN: f"{folder}/login"}
    )


def options_of_key(reader: str, folder: Path) -> str:
    """Return what stands before the key of a reader where all have one account."""
    (block,) = blocks("One account for all", "authorized_keys")
    line = filled(block, {_LOGIN: f"{folder}/login", "ann": reader})
    return line.partition(" ssh-ed25519 ")[0]


def host(
    folder: Path,
    archive: Path,
    way: Way,
    readers: Iterable[str] = ("ann",),
    silence: int = 15,
    before: str = "",
) -> Sshd:
    """Return an sshd as the page sets it up for an archive, with a key for each reader.

    Args:
        before: What `sshd_config` says for everybody.
        silence: Seconds after which sshd asks a client whether it is there; the page says 15.
    """
    (folder / "keys").mkdir(parents=True)
    (folder / "keys" / account()).symlink_to(folder / "authorized_keys")
    script = blocks("The login script", "sh")[0]
    login = folder / "login"
    login.write_text(
        filled(script, {"/opt/newsdesk/bin/python": sys.executable, "/srv/newsdesk": str(archive)})
    )
    login.chmod(0o755)
    is_shared = way == "One account for all"
    people = {reader: options_of_key(reader, folder) if is_shared else "" for reader in readers}
    config = filled(sshd_config(way, folder), {"AliveInterval 15": f"AliveInterval {silence}"})
    return Sshd(folder, config=before + config, people=people)


def starred(archive: Path, reader: str) -> set[str]:
    """Return the texts that a reader gave a star, as the disk has it."""
    (found,) = ([*t] for path, t in tables(archive) if path.name == f"{safe_name(reader)}.json")
    return {said["article"] for said in found if said.get("starred")}
