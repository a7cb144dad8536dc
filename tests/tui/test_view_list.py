"""ViewList: letters recall, capitals save, the list shows what each view finds."""

from __future__ import annotations

import pytest

from tests.tui.samples import ESCAPES, MARKUP
from tests.tui.stage import staged
from tui.view_list import SavedView, ViewList

VIEWS = (
    SavedView("b", "CPV · 2016–2021", 1234),
    SavedView("c", "person Le Hoai Trung · place Phnom Penh · not #routine · 2016–2021 · unread"),
    SavedView("friends", "CPP", 2),
    SavedView("z", "A newer newsdesk saved the view z; this one leaves it alone", opens=False),
)


async def test_each_view_has_letter_filter_and_count() -> None:
    """A count that is not known yet is an ellipsis; a long filter is cut unless the cursor is on it."""
    async with staged(ViewList(id="views"), 30, 14) as scene:
        scene.panel.offer(VIEWS)
        assert scene.text.split("\n")[1:7] == [
            "▌b CPV · 2016–2021      1,234",
            " c person Le Hoai Trung ·   …",
            "   place Phnom Penh · not…",
            "   friends: CPP             2",
            " z A newer newsdesk saved the",
            "   view z; this one leaves…",
        ]
        scene.panel.count("c", 7)
        await scene.press("down")
        assert "unread" in scene.text and " 7" in scene.text


@pytest.mark.parametrize(
    ("keys", "heard", "names"),
    [
        (("c",), ViewList.Recalled, ["c"]),
        (("down", "down", "enter"), ViewList.Recalled, ["friends"]),
        (("B", "X"), ViewList.Saved, ["b", "x"]),
        (("end", "delete"), ViewList.Dropped, ["z"]),
        (("q", "V", "v", "1", "é"), ViewList.Saved, []),
    ],
)
async def test_keys_are_told(keys: tuple[str, ...], heard: type[ViewList.Saved], names: list[str]) -> None:
    """The Desk hears which view shall be opened, saved or taken away; q and V are left to it."""
    async with staged(ViewList(id="views"), 30, 14) as scene:
        scene.panel.offer(VIEWS)
        await scene.press(*keys)
        assert [message.name for message in scene.heard(heard)] == names


async def test_an_unknown_letter_is_refused() -> None:
    """A letter without a view says which capital saves one."""
    async with staged(ViewList(id="views"), 30, 14) as scene:
        scene.panel.offer(VIEWS)
        await scene.press("k")
        (refused,) = scene.heard(ViewList.Refused)
        assert refused.reason == "No view k is saved; the capital K saves one."


async def test_the_first_view_is_explained() -> None:
    """Without any view the list says how to save one, and no key does harm."""
    async with staged(ViewList(id="views"), 30, 14) as scene:
        scene.panel.offer(())
        assert "No view is saved yet." in scene.text
        await scene.press("enter", "delete", "down", "a")
        assert not scene.heard(ViewList.Recalled) and not scene.heard(ViewList.Dropped)


@pytest.mark.parametrize("height", [3, 6, 20])
async def test_the_cursor_is_in_sight(height: int) -> None:
    """Among many views of two lines the one under the cursor stands on the screen."""
    async with staged(ViewList(id="views"), 30, height) as scene:
        scene.panel.offer([SavedView(letter, "filter " * 9, 1) for letter in "abcdefghijklmnop"])
        for _ in range(15):
            await scene.press("down")
            assert any(row.startswith("▌") for row in scene.screen)
        await scene.resize(24, height)
        assert any(row.startswith("▌") for row in scene.screen)


async def test_foreign_text_is_letters() -> None:
    """A filter that came from a file is neither style nor control."""
    async with staged(ViewList(id="views"), 90, 9) as scene:
        scene.panel.offer([SavedView("a", MARKUP), SavedView("b", ESCAPES)])
        assert MARKUP in scene.text and "�[31mred" in scene.text
