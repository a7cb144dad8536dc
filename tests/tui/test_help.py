"""Help: every key, found by word or by key, whole sentences at any width; Enter runs it."""

from __future__ import annotations

import pytest

from tests.tui.stage import staged
from tui.handbook import PAGES
from tui.help import Help
from tui.keys import BY_ID, KEYS, Key
from tui.panel import BAR


async def test_every_key_and_page_is_there() -> None:
    """The panel's keys come first; nothing of the table or the manual is missing, each sentence whole."""
    async with staged(Help(id="help"), 100, 90) as scene:
        scene.panel.open("Timeline")
        assert "In the Timeline" in scene.screen[1]
        for words in (*(key.tooltip for key in KEYS), *(page.title for page in PAGES)):
            assert words in scene.text


@pytest.mark.parametrize("columns", [50, 69, 80])
async def test_sentences_are_whole_however_narrow(columns: int) -> None:
    """What does not fit on a line goes on below it."""
    async with staged(Help(id="help"), columns, 150) as scene:
        scene.panel.open("Article")
        said = " ".join(scene.text.replace(BAR, " ").split())
        for key in KEYS:
            assert key.tooltip in said


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("party", {"party"}),
        ("RAW", set()),
        ("received", {"raw"}),
        ("@z", {"zoom"}),
        ("@Ent", {"enter", "prompt-accept"}),
        ("mention", {"next-mention", "previous-mention"}),
    ],
)
async def test_keys_are_found(typed: str, found: set[str]) -> None:
    """A word is looked for in the sentences, whatever its case; after @ a key is, as it is typed."""
    async with staged(Help(id="help"), 100, 60) as scene:
        scene.panel.open("Timeline")
        scene.panel.find(typed)
        targets = {entry.target.id for entry in scene.panel._found if isinstance(entry.target, Key)}
        assert found <= targets
        assert len(targets) < len(KEYS)
        assert all(typed.lower() in BY_ID[i].tooltip.lower() or typed[0] == "@" for i in targets)


async def test_typing_narrows_and_backspace_widens() -> None:
    """Letters narrow the list, j among them once a word has begun; Backspace takes them back."""
    async with staged(Help(id="help"), 80, 30) as scene:
        scene.panel.open("Timeline")
        every = scene.panel.length
        await scene.press("j", "k", "j")
        assert scene.panel.cursor == 1 and scene.panel.typed == ""
        await scene.press("a", "j", "j")
        assert scene.panel.typed == "ajj" and "No key does “ajj”" in scene.text
        await scene.press("enter")
        await scene.press("backspace", "backspace", "backspace")
        assert scene.panel.length == every and scene.heard(Help.Ran) == []


async def test_enter_runs_the_key_or_opens_the_page() -> None:
    """The Desk is told the key or the page under the cursor."""
    async with staged(Help(id="help"), 80, 30) as scene:
        scene.panel.open("Timeline")
        scene.panel.find("@z")
        await scene.press("enter")
        assert [m.key.id for m in scene.heard(Help.Ran)] == ["zoom"]
        scene.panel.find("")
        await scene.press("end", "enter")
        assert [m.page for m in scene.heard(Help.Turned)] == [PAGES[-1]]


@pytest.mark.parametrize("size", [(50, 5), (80, 24), (120, 40)])
async def test_the_cursor_is_always_in_sight(size: tuple[int, int]) -> None:
    """Every row can be reached, and the one under the cursor is on the screen."""
    async with staged(Help(id="help"), *size) as scene:
        scene.panel.open("Timeline")
        for key in ["down"] * 3 + ["pagedown"] * 3 + ["end", "up", "pageup", "home"]:
            await scene.press(key)
            assert any(line.startswith(BAR) for line in scene.screen), key
