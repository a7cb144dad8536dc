from __future__ import annotations

import stat
from pathlib import Path

import pytest

from store.archive.identity import account
from store.errors import NewsError
from tui import clip_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the place of a clip file in a folder that is not there yet."""
    return tmp_path / "caches" / "newsdesk" / "clip.txt"


def test_only_its_owner_can_read_it(file: Path) -> None:
    """File and folder are the account's alone, and nothing but the text is in them."""
    clip_file.keep("“Wörter”\nmore", file)
    assert file.read_bytes() == "“Wörter”\nmore".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["clip.txt"]


def test_what_was_there_is_replaced(file: Path) -> None:
    """A longer text, or one that others could read, gives way as a whole."""
    file.parent.mkdir(parents=True)
    file.write_text("something longer")
    file.chmod(0o666)
    clip_file.keep("new", file)
    assert file.read_text() == "new" and stat.S_IMODE(file.stat().st_mode) == 0o600


def test_no_link_is_followed(file: Path, tmp_path: Path) -> None:
    """A link in its place is replaced; what it led to stays as it was."""
    other = tmp_path / "other.txt"
    other.write_text("mine")
    file.parent.mkdir(parents=True)
    file.symlink_to(other)
    clip_file.keep("clip", file)
    assert other.read_text() == "mine"
    assert not file.is_symlink() and file.read_text() == "clip"


def test_what_stands_in_the_way_is_told(file: Path, tmp_path: Path) -> None:
    """A folder in its place, or a file in the place of its folder, is a few words, and leaves no draft."""
    file.mkdir(parents=True)
    with pytest.raises(NewsError, match="folder"):
        clip_file.keep("clip", file)
    assert [path.name for path in file.parent.iterdir()] == ["clip.txt"]
    (tmp_path / "plain").write_text("")
    with pytest.raises(NewsError):
        clip_file.keep("clip", tmp_path / "plain" / "clip.txt")


def test_each_reader_of_an_account_has_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Readers who share an account do not share a clip; a name leads to no other folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    own, mai, sly = map(clip_file.place, (account(), "mai", "../../x"))
    assert own.name == "clip.txt" and mai.name == "clip-mai.txt"
    assert own.parent == mai.parent == sly.parent
    assert clip_file.shown(own).startswith("~/") and clip_file.shown(own).endswith("/newsdesk/clip.txt")
    assert clip_file.shown(Path("/elsewhere/clip.txt")) == "/elsewhere/clip.txt"


@pytest.mark.usefixtures("homeless")
def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no home folder is known, that is said."""
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    with pytest.raises(NewsError, match="home"):
        clip_file.place("mai")
