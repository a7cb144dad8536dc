"""WhyPanel: each chip of the filter with the words that show why it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.whys import Why
from store.article import CAPTION, HEADLINE
from tests.tui.samples import BODY, ESCAPES, MARKUP, TALKS, article, foreign, plain
from tests.tui.stage import staged
from tui.lines import cells
from tui.why import WhyPanel
from tui.why_lines import around, why_lines

WHYS = (
    Why("party:cpv", True, "names it twice", ((0, 4, 29), (1, 0, 3))),
    Why("-tag:routine", True, "no such tag on it"),
    Why("is:unread", False, "you have read it"),
)


def text(columns: int = 40) -> list[str]:
    """Return the lines without inks."""
    return [plain(line.content) for line in why_lines(TALKS, WHYS, columns, None)]


def test_a_chip_its_words_and_what_they_say() -> None:
    """Each chip stands over its quote with the paragraph, and over what it says; what fails says so."""
    lines = text(60)
    assert lines[0] == " party:cpv "
    assert lines[1].startswith("¶1  “") and BODY[0][4:20] in lines[1]
    assert lines[-7:] == [
        "    → names it twice",
        "",
        " -tag:routine ",
        "    → no such tag on it",
        "",
        " is:unread ",
        "    → not any more: you have read it",
    ]


def test_without_colour_chips_stand_in_brackets() -> None:
    """What the ground of a chip says in colour, brackets say without."""
    lines = why_lines(TALKS, WHYS, 60, None, "[]")
    assert plain(lines[0].content) == "[party:cpv]"


def test_without_a_filter_nothing_is_left_out() -> None:
    """No chip, no reason: it is said that every text is listed."""
    lines = why_lines(TALKS, (), 30, None)
    assert " ".join(plain(line.content) for line in lines).startswith("No filter is in force")


@settings(max_examples=60)
@given(foreign, foreign, foreign, st.integers(0, 40), st.integers(1, 60), st.integers(24, 80))
def test_no_line_is_too_wide(body: str, chip: str, says: str, start: int, length: int, columns: int) -> None:
    """Whatever is quoted fits, and each chip has a line of its own."""
    words = (0, min(start, max(0, len(body) - 1)), min(start + length, len(body)))
    places = (words,) if words[1] < words[2] else ()
    lines = why_lines(article(body=(body,)), [Why(chip, True, says, places)], columns, 0)
    assert all(cells(line.content) <= columns for line in lines)
    assert {line.reason for line in lines} == {0}


@pytest.mark.parametrize(
    ("paragraph", "words", "quoted"),
    [
        ("They met.", "met", "“They met.”"),
        ("It rained. They met. It was dry.", "met", "“They met.”"),
        (
            "a " * 30 + "They met " + "b " * 30,
            "met",
            "“…" + "a " * 15 + "They met " + "b " * 16 + "b…”",
        ),
    ],
)
def test_words_are_quoted_in_their_sentence(paragraph: str, words: str, quoted: str) -> None:
    """The sentence around the words is quoted, and of a long one what stands near them."""
    at = paragraph.index(words)
    told, start, end = around(paragraph, (0, at, at + len(words)))
    assert told == quoted
    assert told[start:end] == words


async def test_enter_goes_to_the_words() -> None:
    """The Desk is told the first words that show why; a chip that has none tells so."""
    async with staged(WhyPanel(id="why"), 40, 20) as scene:
        scene.panel.explain(TALKS, WHYS)
        await scene.press("enter", "j", "enter")
        assert [m.words for m in scene.heard(WhyPanel.Pointed)] == [((0, 4, 29), ""), (None, "")]
        assert scene.panel.marks() == [(0, 4, 29), (1, 0, 3)]


async def test_every_chip_can_be_brought_onto_the_screen() -> None:
    """On a low panel the bar follows the cursor from chip to chip."""
    whys = [Why(f"party:p{n}", True, "names it " * 4, ((HEADLINE, 0, 3),)) for n in range(9)]
    async with staged(WhyPanel(id="why"), 30, 8) as scene:
        scene.panel.explain(TALKS, whys)
        for n in range(9):
            assert any(row.startswith("▌") and f"party:p{n}" in row for row in scene.screen), n
            await scene.press("j")


async def test_foreign_text_is_letters() -> None:
    """Chips, quotes and reasons are neither style nor control."""
    told = article(caption=ESCAPES)
    async with staged(WhyPanel(id="why"), 90, 20) as scene:
        scene.panel.explain(told, [Why(MARKUP, True, ESCAPES, ((CAPTION, 0, 4),))])
        assert MARKUP in scene.text and "�[31mred" in scene.text
