"""The newsroom's own gazetteer as a shell meets it: read by every command, and named where it is wrong."""

from __future__ import annotations

import json

import pytest

from tests.newsdesk import Newsroom

pytestmark = pytest.mark.slow

OURS = """# Our region
[[parties]]
id = "party:vn-moon"
name = "Moon Harvest Party"
abbr = "MHP"
country = "VN"
"""
TEXT = "Visit\n\nHanoi (VNA) – The Moon Harvest Party (MHP) received guests on May 3, 2020.\n"


@pytest.fixture
def text(room: Newsroom) -> str:
    """A text about a party that only the newsroom knows."""
    room.write("texts/moon.txt", TEXT)
    return str(room.folder / "texts/moon.txt")


def parties(line: str) -> list[tuple[str, bool]]:
    """Return the parties of a document printed as JSON."""
    return [(e["id"], e["confirmed"]) for e in json.loads(line)["entities"] if e["kind"] == "party"]


def test_a_change_is_seen_at_once_and_read_by_repair(room: Newsroom, text: str) -> None:
    """Parse shows what a change does, import reads by it, and doctor reads again what was there before."""
    room.run("import", text)
    assert parties(room.run("parse", text, "--json").out) == [("party:?-mhp", False)]
    ours = room.archive / "gazetteer/ours.toml"
    ours.parent.mkdir()
    ours.write_text(OURS, "utf-8")
    assert parties(room.run("parse", text, "--json").out) == [("party:vn-moon", True)]
    assert parties(room.run("list", "--json").lines[0]) == [("party:?-mhp", False)]
    told = room.run("doctor")
    assert told.status == 0
    assert "1 text in 1 file may read otherwise by now: since party:vn-moon was added (1)" in told.out
    assert room.run("doctor", "--repair").status == 0
    assert parties(room.run("list", "party:mhp", "--json").lines[0]) == [("party:vn-moon", True)]
    assert room.run("doctor").err == "newsdesk: the archive is sound\n"
    room.write("texts/new.txt", TEXT.replace("guests", "friends"))
    room.run("import", str(room.folder / "texts/new.txt"))
    assert [parties(line) for line in room.run("list", "--json").lines] == [[("party:vn-moon", True)]] * 2


@pytest.mark.parametrize("command", ["import", "parse", "follow", "doctor", "doctor --repair"])
def test_a_mistake_is_named_and_nothing_done(room: Newsroom, text: str, command: str) -> None:
    """File, line and reason are said on one line, with status 3, and no text is read by half a list."""
    ours = room.archive / "gazetteer/ours.toml"
    ours.parent.mkdir(parents=True)
    ours.write_text(OURS.replace("abbr", "abr"), "utf-8")
    given = {"import": [text], "parse": [text], "follow": [str(room.folder / "texts")]}.get(command, [])
    done = room.run(*command.split(), *given)
    assert done.status == 3
    assert "gazetteer/ours.toml, line 2: abr is none of its fields. Did you mean abbr?" in done.out + done.err
    assert len((done.out + done.err).splitlines()) == 1
    assert not (room.archive / "articles").exists()


def test_a_first_desk_names_the_mistake(room: Newsroom) -> None:
    """An archive that begins with a broken gazetteer is not filled with the seeds."""
    ours = room.archive / "gazetteer/ours.toml"
    ours.parent.mkdir(parents=True)
    ours.write_text("[[parties]]\n", "utf-8")
    done = room.run("list")
    assert (done.status, done.err) == (3, "newsdesk: gazetteer/ours.toml, line 1: id is missing\n")


def test_its_names_are_known_to_filters(room: Newsroom, text: str) -> None:
    """A query finds a party by every name that the newsroom gave it, and refuses those that it took away."""
    room.write(
        "texts/cpv.txt", "HANOI - The Communist Party of Vietnam (CPV) received guests on May 3, 2020.\n"
    )
    room.run("import", text, str(room.folder / "texts/cpv.txt"))
    assert room.run("list", "party:harvesters").status == 2
    room.write("archive/gazetteer/ours.toml", f'{OURS}aka = ["Harvesters", "ĐTM"]\n')
    room.run("doctor", "--repair")
    for name in ("mhp", "harvesters", "dtm", "Moon Harvest Party", "vn-moon"):
        assert [parties(line) for line in room.run("list", f'party:"{name}"', "--json").lines] == [
            [("party:vn-moon", True)]
        ]
    assert len(room.run("list", "party:vcp", "--json").lines) == 1
    room.write("archive/gazetteer/ours.toml", "[[parties]]\n")
    assert len(room.run("list", "party:vcp", "--json").lines) == 1  # by what newsdesk carries
    assert room.run("list", "party:harvesters").status == 2
