"""EvidencePanel: the reasons for a day under a cursor; Enter goes to the words."""

from __future__ import annotations

import pytest

from store.article import Evidence
from tests.tui.samples import BODY, ESCAPES, MARKUP, TALKS, article, day
from tests.tui.stage import staged
from tui.evidence import EvidencePanel
from tui.panel import BAR


async def test_enter_goes_to_the_words() -> None:
    """The Desk is told paragraph, beginning and end of the words of the reason under the cursor."""
    async with staged(EvidencePanel(id="evidence"), 40, 20) as scene:
        scene.panel.explain(TALKS)
        await scene.press("enter", "j", "enter", "j", "enter", "j", "enter")
        told = [m.words.place for m in scene.heard(EvidencePanel.Pointed)]
        assert [BODY[p][a:b] for p, a, b in filter(None, told)] == [
            "held talks",
            *["13th National Party Congress"] * 3,
        ]


async def test_words_above_the_text_are_told() -> None:
    """Of words that stand in no paragraph the Desk is told what they are: the text as received has them."""
    page = article(
        date=day("2021-05-18", evidence=[Evidence("header", "May 19, 2021", None, "it is of then")])
    )
    async with staged(EvidencePanel(id="evidence"), 40, 20) as scene:
        scene.panel.explain(page)
        await scene.press("enter")
        assert [m.words for m in scene.heard(EvidencePanel.Pointed)] == [(None, "May 19, 2021")]


async def test_the_words_that_decided_are_marked() -> None:
    """Marks are of the evidence, never of what was rejected."""
    async with staged(EvidencePanel(id="evidence")) as scene:
        assert scene.panel.marks() == []
        scene.panel.explain(TALKS)
        assert [p for p, _, _ in scene.panel.marks()] == [0, 1]


@pytest.mark.parametrize("size", [(30, 5), (30, 12), (60, 30)])
async def test_the_cursor_is_always_in_sight(size: tuple[int, int]) -> None:
    """Every reason can be brought onto the screen, and its bar shows which it is."""
    evidence = [Evidence("day", f"quote number {n}", 0, "it says so " * 3) for n in range(9)]
    async with staged(EvidencePanel(id="evidence"), *size) as scene:
        scene.panel.explain(article(date=day("2021-05-18", "likely", evidence=evidence)))
        for keys in ("j", "j", "space", "G", "k", "b", "home"):
            await scene.press(keys)
            barred = [line for line in scene.screen if line.startswith(BAR)]
            assert barred, keys


async def test_another_text_begins_at_its_first_reason() -> None:
    """The cursor goes back to the top, and nothing is shown without a text."""
    async with staged(EvidencePanel(id="evidence"), 40, 20) as scene:
        scene.panel.explain(TALKS)
        await scene.press("G")
        scene.panel.explain(article())
        assert scene.panel.cursor == 0 and "No words of this text" in scene.text
        scene.panel.explain(None)
        await scene.press("j", "enter", "G")
        assert "".join(scene.screen[1:]).strip() == ""


async def test_foreign_text_is_letters() -> None:
    """Quotes and conclusions are neither style nor control."""
    evidence = [Evidence("day", MARKUP, 0, ESCAPES)]
    async with staged(EvidencePanel(id="evidence"), 90, 20) as scene:
        scene.panel.explain(article(date=day("2021-05-18", "likely", evidence=evidence)))
        assert MARKUP in scene.text and "�[31mred" in scene.text
