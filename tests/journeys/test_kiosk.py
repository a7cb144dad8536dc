"""The kiosk at the keyboard: what it has not, what of it stays, and how it begins anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.app import App

from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading
from tui.handbook import PAGES
from tui.keys import BY_ID, KEYS, NOT_IN_KIOSK
from tui.kiosk import IDLE

Kiosk = Callable[..., Reading]

PANELS = ("1", "2", "3", "4", "6")

LAYERS = ("p", "d", "e", "g", "f", "/", "V", "t", "a", "question_mark", "i", "w", "A", "R", "z")
"""Keys that open something, or turn the desk into another one."""


@pytest.fixture
def kiosk(archive: Archive) -> Iterator[Kiosk]:
    """Return a function that opens a kiosk."""

    def opened(columns: int = 80, rows: int = 24, query: str = "", idle: float = IDLE) -> Reading:
        mine = Archive(archive.folder, "tester", apart=False)
        asked = Query.parse(query, mine.vocabulary)
        return Reading(mine, asked, TODAY, (columns, rows), mono=False, kiosk=True, idle=idle)

    yield opened


def files(folder: Path) -> dict[str, bytes]:
    """Return what every file below a folder holds, but for what reading alone may write."""
    made = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(p.relative_to(folder)): p.read_bytes() for p in made if "index.sqlite" not in p.name}


async def test_what_it_has_not_is_not_named(kiosk: Kiosk) -> None:
    """Neither help, nor the key row, nor a sentence names a key that a kiosk does not have."""
    labels = {BY_ID[name].label for name in NOT_IN_KIOSK if BY_ID[name].keys}
    async with kiosk(200, 60) as reading:
        for panel in PANELS:
            await reading.press(panel)
            hints = {word for _, word in reading.desk.key_row.hints}
            assert not hints & labels and "corrects" not in reading.status
        await reading.press("question_mark")
        listed = {entry.target for entry in reading.desk.help._every}
        assert listed & set(KEYS) == {key for key in KEYS if key.id not in NOT_IN_KIOSK}
        await reading.press(*"@C")
        assert "correct" not in {entry.word for entry in reading.desk.help._found}


@pytest.mark.slow
@pytest.mark.parametrize("key", sorted({key for name in NOT_IN_KIOSK for key in BY_ID[name].keys}))
async def test_what_it_has_not_does_nothing(kiosk: Kiosk, key: str) -> None:
    """The keys of what a kiosk does not have open nothing, in any panel and over any layer."""
    async with kiosk() as reading:
        for before in (*PANELS, *LAYERS):
            await reading.press(before, key)
            assert len(reading.app.screen_stack) == 1 and reading.desk.over != "form"
            await reading.press("escape", "escape", "escape")


ACTIONS = sorted(name.removeprefix("action_") for name in dir(App) if name.startswith("action_"))
ARGUMENTS = ("", "('x')", "('x', 'y')", "('x', 'y', 'z')")
HARMLESS = {"quit", "help_quit", "focus_next", "focus_previous", "bell", "command_palette"}


async def test_textuals_own_actions_do_nothing(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No action of Textual's that reaches further is done, whoever asks for it; nor is what they call."""
    monkeypatch.chdir(tmp_path)
    async with kiosk() as reading:
        app, before = reading.app, (reading.text, files(tmp_path))
        for name in ACTIONS:
            for arguments in ARGUMENTS if name not in HARMLESS else ():
                assert not await app.run_action(f"app.{name}{arguments}"), name
        await app.run_action("app.command_palette")
        app.open_url("file:///etc/passwd", new_tab=False)
        app.deliver_text("/etc/passwd", save_directory=str(tmp_path))
        app.deliver_binary("/etc/passwd", save_directory=str(tmp_path))
        assert app.deliver_screenshot("a.svg", str(tmp_path)) is None
        assert app.save_screenshot("b.svg", str(tmp_path)) == ""
        app.action_screenshot("c.svg", str(tmp_path))
        app.action_suspend_process()
        await reading.settle()
        assert (reading.text, files(tmp_path)) == before


async def test_what_stays(kiosk: Kiosk, archive: Archive) -> None:
    """Filters, marks, tags, notes, views and the way back to marks work, and are kept under the reader."""
    before = files(archive.folder)
    async with kiosk() as reading:
        await reading.press("s", "t", *"asean", "enter", "a", *"call", "enter", "V", "B", "m", "u", "d", "1")
        assert "1 of 2" in reading.rows[0]
    after = files(archive.folder)
    changed = {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)}
    assert {Path(name).name for name in changed} <= {"tester.json", "tester.lock"}
    again = Archive(archive.folder, "tester")
    (mark,) = again.mine.marks.articles.values()
    assert (mark.starred, mark.tags, [n.text for n in mark.notes]) == (True, ("asean",), ["call"])
    assert set(again.mine.views) == {"b"}


async def test_a_correction_is_not_taken_back(kiosk: Kiosk, archive: Archive) -> None:
    """What this account corrected elsewhere is not undone here, where only marks are."""
    party = next(iter(archive.letters))
    archive.corrector.correct(Amendment(party, "name", "Another Party"))
    kept = (archive.folder / "corrections.json").read_bytes()
    async with kiosk() as reading:
        await reading.press("u")
        assert reading.status.strip() == "There is nothing to take back"
        await reading.press("s", "u", "u", "U", "U")
    assert (archive.folder / "corrections.json").read_bytes() == kept


STRAYED: tuple[tuple[str, ...], ...] = (
    ("j", "J"), ("2", "z"), ("3", "j", "i", "j"), ("4", "v", "l", "l"), ("4", "v", "enter"), ("R",),
    ("p", "c"), ("d", "1"), ("slash", *"hanoi"), ("slash", *"party:c"), ("slash", *"nothing at all"),
    ("A",), ("A", "t", *"half"), ("A", "s"), ("t", *"half"), ("a", *"half a note"), ("V",), ("g", "c"),
    ("question_mark", *"undo"), ("question_mark", *"hand", "enter"), ("w", "j"), ("e", "slash", *"han"),
    ("f",), ("y",), ("z", "x", "j"), ("d", "r", *"2016"), ("3", "z"),
    ("slash", *"nothing at all", "enter", "2"),
)  # fmt: skip


@pytest.mark.parametrize("keys", STRAYED, ids=" ".join)
async def test_it_begins_anew(kiosk: Kiosk, archive: Archive, keys: tuple[str, ...]) -> None:
    """Left anywhere, it shows the query of its start again: nothing open, chosen, typed or kept."""
    async with kiosk(query="date:2016..2021") as reading:
        start = reading.rows[:-2]
        await reading.press(*keys)
        marked = archive.folder / "readers/tester.json"
        said = marked.read_bytes() if marked.exists() else b""
        reading.desk.start_again(Query.parse("date:2016..2021"))
        await reading.settle()
        desk = reading.desk
        assert (desk.over, desk.panel, desk.zoomed, desk.reason) == (None, "timeline", False, None)
        assert (desk.viewer.raw, desk.timeline.chosen, desk.timeline.cursor) == (False, 0, 0)
        assert str(desk.query_in_force) == "date:2016..2021"
        assert [read(row) for row in reading.rows[:-2]] == [read(row) for row in start]
        await reading.press("H")
        assert reading.status.strip() == "This is the first filter of this session."
        assert (marked.read_bytes() if marked.exists() else b"") == said


def read(row: str) -> str:
    """Return a row of the screen without the signs that tell what was read."""
    return row.replace("●", " ").replace("○", " ").partition(" unread")[0]


async def test_it_begins_anew_once_nobody_touches_it(kiosk: Kiosk) -> None:
    """After the idle time it is as it was at its start, and each key begins that time anew."""
    async with kiosk(idle=1.0) as reading:
        await reading.press("slash", *"hanoi")
        for _ in range(6):
            await reading.press("left")
            await reading.pilot.pause(0.15)
            assert reading.desk.over == "prompt"
        await reading.pilot.pause(1.2)
        await reading.settle()
        assert reading.desk.over is None and not reading.desk.query_in_force.terms
        timers = len(reading.app._timers)
        await reading.pilot.pause(1.2)
        assert reading.app._idling is not None and reading.app._idling._timer is None
        assert len(reading.app._timers) <= timers
        await reading.press("j")
        assert reading.app._idling._timer is not None


async def test_a_desk_never_begins_anew(archive: Archive) -> None:
    """Only a kiosk has an idle time."""
    async with Reading(archive, Query(), date(2026, 11, 21), (80, 24), mono=False, idle=0.05) as reading:
        await reading.press("p")
        await reading.pilot.pause(0.3)
        assert reading.desk.over == "picker"


def test_the_manual_tells_what_it_has_not() -> None:
    """The manual names each key that a kiosk does not have."""
    told = next(page for page in PAGES if page.name == "commands").text().partition("--kiosk\n")[2]
    wanted = [BY_ID[name] for name in NOT_IN_KIOSK if BY_ID[name].keys]
    assert [key.id for key in wanted if f"- `{key.shown}`, " not in told] == []


async def test_damage_is_told_without_a_command(kiosk: Kiosk, archive: Archive) -> None:
    """A file that is damaged is named as ever, but no command that the reader could not give."""
    file = next(archive.folder.glob("articles/*.json"))
    file.write_bytes(file.read_bytes()[:100])
    async with kiosk() as reading:
        await reading.counted()
        assert "damaged at byte" in reading.status and "doctor" not in reading.status
