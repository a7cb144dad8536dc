"""Help: every key, found by word or by key, whole sentences at any width; Enter runs it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.events import Click

from tests.tui.stage import Scene, settled, staged
from tui.handbook import PAGES
from tui.help import Help
from tui.keyboard import Keyboard
from tui.keys import BY_ID, KEYS, Key
from tui.leaflet import entries, found, typeset
from tui.panel import BAR

SIZES = [(50, 5), (50, 24), (80, 24), (120, 40), (200, 60)]


async def leafed(scene: Scene[Help]) -> str:
    """Return what stands on all pages of the help, one after the other."""
    seen = []
    while scene.text not in seen:
        seen.append(scene.text)
        await scene.press("pagedown")
    return "\n".join(seen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", ["timeline", "article", "entities", "when", "evidence"])
async def test_every_key_and_page_is_there(panel: str, size: tuple[int, int]) -> None:
    """Whatever panel one comes from, nothing of the table or the manual is missing."""
    async with staged(Help(id="help"), *size) as scene:
        scene.panel.open(panel, "Here")
        reached = {entry.target for entry in scene.panel._found}
        assert reached == {*KEYS, *PAGES}
        for column in (column for page in scene.panel._pages for column in page):
            reached -= {scene.panel._found[at].target for _, at in column if at is not None}
        assert reached == set()


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_is_whole(size: tuple[int, int]) -> None:
    """Words or sentences stand in columns of their own; nothing of them is lost at the right edge."""
    async with staged(Help(id="help"), *size) as scene:
        scene.panel.open("timeline", "Timeline")
        seen = " ".join((await leafed(scene)).replace(BAR, " ").split())
        for key in KEYS:
            assert key.label in seen or key.tooltip.split()[0] in seen


@pytest.mark.parametrize("columns", [50, 80, 110, 200])
@pytest.mark.parametrize("room", [3, 16, 33])
@pytest.mark.parametrize("narrowed", [True, False])
def test_columns_hold_their_lines(columns: int, room: int, narrowed: bool) -> None:
    """No column is longer than the room, none begins with a blank line, and none ends with a heading."""
    every = entries("timeline", Keyboard())
    pages = typeset(every, columns, room, narrowed=narrowed)
    width = columns // max(map(len, pages))
    for column in (column for page in pages for column in page):
        assert len(column) <= max(room, 4)
        assert column[0][0] != () and column[-1][1] is not None
        for line, _ in column:
            assert sum(cell_len(text) for text, _ in line) < width
    order = [at for page in pages for column in page for _, at in column if at is not None]
    assert order == sorted(order) and set(order) == set(range(len(every)))


@pytest.mark.parametrize("panel", ["timeline", "article", "entities", "when"])
def test_the_panel_comes_first(panel: str) -> None:
    """What is heard in the panel stands first, under one heading, and no other panel's key with it."""
    every = entries(panel, Keyboard())
    first = [entry.target for entry in every if entry.group == "This panel"]
    assert first == [entry.target for entry in every[: len(first)]]
    assert {key.id for key in first if isinstance(key, Key)} == {
        key.id for key in KEYS if key.scope == panel or (key.scope == "panel" and panel != "when")
    }


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("party", {"party"}),
        ("RECEIVED", {"raw"}),
        ("@z", {"zoom"}),
        ("@Ent", {"enter", "prompt-accept"}),
        ("@ent", {"enter", "prompt-accept"}),
        ("mention", {"next-mention", "previous-mention"}),
    ],
)
def test_keys_are_found(typed: str, wanted: set[str]) -> None:
    """A word is looked for in words, sentences and headings; after @ a key is, its capital minded."""
    every = found(entries("timeline", Keyboard()), typed)
    hits = [entry.target.id for entry in every if isinstance(entry.target, Key)]
    assert wanted <= set(hits)
    assert len(hits) < len(KEYS)


def test_the_very_key_comes_first() -> None:
    """@j finds j before what only begins so, and j is not J."""
    hits = found(entries("timeline", Keyboard()), "@q")
    assert hits[0].target == BY_ID["close"]
    assert BY_ID["quit"] not in [entry.target for entry in hits]


def test_pages_are_found_by_what_they_say() -> None:
    """A word that stands on a page of the manual finds the page."""
    hits = [entry.target for entry in found(entries("timeline", Keyboard()), "umask")]
    assert hits == [page for page in PAGES if page.name == "host"]


def test_a_page_about_the_words_comes_before_one_that_has_them() -> None:
    """Words are looked for one by one, in any order, and titles count before pages."""
    hits = [entry.target for entry in found(entries("timeline", Keyboard()), "own keys")]
    assert hits[0] == next(page for page in PAGES if page.name == "own-keys")
    hits = [entry.target for entry in found(entries("timeline", Keyboard()), "looks")]
    assert hits[0] == next(page for page in PAGES if page.name == "looks")


def test_the_keys_in_force_are_shown_and_found() -> None:
    """Where an action was given another key, that one stands there and is found."""
    every = entries("timeline", Keyboard({"star": ("f5", "pagedown")}))
    assert [entry.shown for entry in every if entry.target == BY_ID["star"]] == ["f5 PgDn"]
    assert BY_ID["star"] in [entry.target for entry in found(every, "@f5")]
    assert BY_ID["star"] not in [entry.target for entry in found(every, "@s")]


async def test_typing_narrows_and_backspace_widens() -> None:
    """Letters narrow the list, j among them once a word has begun; Backspace takes them back."""
    async with staged(Help(id="help"), 80, 30) as scene:
        scene.panel.open("timeline", "Timeline")
        every = scene.panel.length
        await scene.press("j", "k", "j")
        assert scene.panel.cursor == 1 and scene.panel.typed == ""
        await scene.press("a", "j", "j")
        assert scene.panel.typed == "ajj" and "Nothing says “ajj”" in scene.text
        await scene.press("enter")
        await scene.press("backspace", "backspace", "backspace")
        assert scene.panel.length == every and scene.heard(Help.Ran) == []


async def test_enter_runs_the_key_or_opens_the_page() -> None:
    """The Desk is told the key or the page under the cursor."""
    async with staged(Help(id="help"), 80, 30) as scene:
        scene.panel.open("timeline", "Timeline")
        scene.panel.find("@z")
        await scene.press("enter")
        assert [m.key.id for m in scene.heard(Help.Ran)] == ["zoom"]
        scene.panel.find("")
        await scene.press("end", "enter")
        assert [m.page for m in scene.heard(Help.Turned)] == [PAGES[-1]]


async def test_the_row_tells_its_sentence() -> None:
    """Where only words have room, each row that the cursor comes to tells its whole sentence."""
    async with staged(Help(id="help"), 80, 24) as scene:
        scene.panel.open("timeline", "Timeline")
        await scene.press("j", "j")
        told = [message.entry.sentence for message in scene.heard(Help.Pointed)]
        assert told == [entry.sentence for entry in scene.panel._found[1:3]]


async def test_a_click_that_comes_too_late_does_nothing() -> None:
    """What was clicked just before the help was closed is neither chosen nor run once it is away."""
    async with staged(Help(id="help"), 80, 24) as scene:
        scene.panel.open("timeline", "Timeline")
        scene.panel.display = False
        await settled(scene.pilot)
        late = Click(scene.panel, 3, 5, 0, 0, 1, False, False, False, chain=2)
        await scene.panel.on_click(late)
        assert scene.panel.cursor == 0 and scene.heard(Help.Ran) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_is_always_in_sight(size: tuple[int, int]) -> None:
    """Every row can be reached, and the one under the cursor is on the screen, once."""
    async with staged(Help(id="help"), *size) as scene:
        scene.panel.open("timeline", "Timeline")
        keys = ["down"] * 3 + ["right", "left", "right"] + ["pagedown"] * 3 + ["end", "up", "pageup", "home"]
        for key in [*keys, *(["right"] * 9), *(["left"] * 9)]:
            await scene.press(key)
            assert BAR in scene.text, key


async def test_right_goes_to_the_row_beside() -> None:
    """→ goes to the other column at the same height, ← back."""
    async with staged(Help(id="help"), 120, 40) as scene:
        scene.panel.open("timeline", "Timeline")
        await scene.press("j")
        before, height = scene.panel.cursor, [BAR in row for row in scene.screen].index(True)
        await scene.press("right")
        assert scene.panel.cursor > before + 5
        assert abs([BAR in row for row in scene.screen].index(True) - height) <= 1
        await scene.press("left")
        assert abs(scene.panel.cursor - before) <= 1
