"""Who is reading: the name of an account or one that was given, and the files that it leads to."""

from __future__ import annotations

import os
import pwd
import re
from pathlib import Path
from typing import Final

from store.errors import ReaderRefused

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")
"""A name that a reader can be given; that of an account may be any."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_MARKED: Final = re.compile(r"-[0-9a-f]{8}")


def account() -> str:
    """Return the name of the account that the system says we are, whatever the environment claims."""
    try:
        name = pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def given_name(name: str) -> str:
    """Return a reader's name as somebody gave it.

    Raises:
        ReaderRefused: Nobody can be called so.
    """
    if not _NAME.fullmatch(name):
        raise ReaderRefused(name)
    return name


def safe_name(reader: str) -> str:
    """Return a file name for a reader: no other reader has it on any disk, and it leads nowhere else.

    A name that is not plain lower case, or looks as if it were marked, is marked by a hash of itself.
    """
    plain = _UNSAFE.sub("-", reader)[:64].strip("-").lower()
    if plain and plain == reader and not _MARKED.fullmatch(plain[-9:]):
        return plain
    import hashlib  # loads OpenSSL; few names need it

    mark = hashlib.sha256(reader.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{plain or 'reader'}-{mark}"


def folder_apart(archive: Path) -> Path:
    """Return where this account keeps what it says of an archive that it may not write.

    Raises:
        RuntimeError: It would be in a home folder, and none is known.
    """
    import hashlib

    import platformdirs

    place = os.fsencode(os.path.realpath(archive))
    data = platformdirs.user_data_path("newsdesk", appauthor=False)
    return data / "readers-of" / hashlib.sha256(place).hexdigest()[:12]
