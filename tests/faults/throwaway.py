"""A machine to throw away: this one, whose system folders forget with its last process what was written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.faults.host_page import Way, blocks, filled
from tests.faults.sshd import make_key
from tests.newsdesk import ROOT, SEEDS

_SYSTEM: Final = "/etc", "/opt", "/srv", "/usr/local", "/var"

_LAYER: Final = """\
mkdir -p '{disk}{place}/new' '{disk}{place}/work'
mount -t overlay newsdesk '{place}' \\
    -o 'lowerdir={place},upperdir={disk}{place}/new,workdir={disk}{place}/work'
chmod a+rx '{place}'
"""

PEOPLE: Final = "ann", "bob", "eve"


class Machine:
    """A script that makes such a machine, follows the manual on it as root, and runs a command there."""

    def __init__(self, folder: Path, way: Way) -> None:
        """Write the script into a folder that every account may enter.

        Args:
            folder: Gets the archive, and a key of each person.
        """
        folder.chmod(0o755)
        self.folder = folder
        self.archive = folder / "archive"
        (folder / "disk").mkdir()
        (folder / "setup").write_text("\n".join(["set -e", self._mounts(), *self._page(way), 'exec "$@"']))
        self.call = ["unshare", "-m", "sh", str(folder / "setup")]

    def can_be(self) -> bool:
        """Tell whether this account may make such a machine here."""
        if os.geteuid() != 0 or sys.platform != "linux":
            return False
        return not subprocess.run([*self.call, "true"], capture_output=True).returncode

    def _mounts(self) -> str:
        """Return what lays a folder of memory over each of the system, and opens the way to Python."""
        used = Path(sys.executable).resolve(), Path(sys.prefix), ROOT, self.folder
        ways = {parent for path in used for parent in path.parents}
        closed = {str(folder) for folder in ways if folder.stat().st_mode & 0o5 != 0o5}
        disk = self.folder / "disk"
        layers = [_LAYER.format(disk=disk, place=place) for place in sorted({*_SYSTEM, *closed})]
        return "\n".join(["mount --make-rprivate /", f"mount -t tmpfs newsdesk {disk}", *layers])

    def _page(self, way: Way) -> list[str]:
        """Return the commands of the page, but for the program itself, which is installed by a link."""
        install, imports = blocks("The program and the archive", "sh")
        lines = [line for line in install.splitlines() if "venv" not in line and "pip" not in line]
        ours = {"/srv/newsdesk": str(self.archive)}
        program = {"/opt/newsdesk/bin/newsdesk": "/opt/newsdesk/bin/python -m tui", "texts/": str(SEEDS)}
        (self.folder / "login").write_text(filled(blocks("The login script", "sh")[0], ours))
        return [
            filled("\n".join(lines), ours),
            f"ln -s '{sys.prefix}' /opt/newsdesk",
            f"install -m 755 '{self.folder}/login' /usr/local/bin/newsdesk-login",
            f"(cd '{ROOT}'\n{filled(imports, ours | program)})",
            *(self._accounts() if way == "One account each" else self._account()),
        ]

    def _accounts(self) -> Iterator[str]:
        """Yield what makes an account of each person; eve's has a home of her own."""
        (adds,) = blocks("One account each", "sh")
        for person in PEOPLE:
            make_key(self.folder / person)
            names = {
                "'*' ann": f"'*' {person}",
                "ann.pub": f"{self.folder}/{person}.pub",
                "newsdesk-keys/ann": f"newsdesk-keys/{person}",
            }
            home = {"--home-dir /": f"--home-dir {self.folder}/home"} if person == "eve" else {}
            yield filled(adds, names | home)

    def _account(self) -> Iterator[str]:
        """Yield what makes the account of all, and the file of their keys."""
        keys = self.folder / "newsdesk"
        (line,) = blocks("One account for all", "authorized_keys")
        for person in PEOPLE:
            with keys.open("a") as file:
                file.write(
                    filled(line, {"ann": person, "ssh-ed25519 AAAA...\n": make_key(self.folder / person)})
                )
        yield blocks("One account for all", "sh")[0]
        yield f"install -m 644 '{keys}' /etc/ssh/newsdesk-keys"
