"""ArticleViewer: paragraphs under a cursor that is in sight and never goes against the key."""

from __future__ import annotations

from random import Random

import pytest

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Mention
from tests.tui.samples import CPV, ESCAPES, MARKUP, TALKS, article
from tests.tui.stage import Scene, staged
from tui.page import Mark
from tui.panel import BAR
from tui.viewer import ArticleViewer

LONG = "Cooperation between both parties will be deepened in the coming years. " * 40
MIXED = article(
    id="b" * 12,
    body=[*("Short." for _ in range(4)), LONG, "After it.", LONG, *("Short." for _ in range(9))],
    caption="A long caption. " * 30,
    mentions=(),
)
MOVES = ("step", "page", "half")


def cursor_rows(scene: Scene[ArticleViewer]) -> list[str]:
    """Return the lines of the screen that carry the cursor's bar."""
    return [line for line in scene.screen if line.startswith(BAR)]


def words_of(scene: Scene[ArticleViewer], ink: str) -> str:
    """Return what stands in one ink on the screen."""
    panel = scene.panel
    spans = [span for y in range(panel.size.height) for span in panel.line_at(y)]
    return " ".join(text for text, its in spans if its == ink)


async def test_paragraphs_are_numbered_and_under_a_cursor() -> None:
    """j and k go from paragraph to paragraph; the number under the cursor is in accent; ends are ends."""
    async with staged(ArticleViewer(id="article"), 60, 30) as scene:
        scene.panel.read(TALKS, [])
        assert words_of(scene, "number").split() == ["2", "1"]  # the head's, then the paragraph's
        await scene.press("j")
        assert scene.panel.paragraph == 1 and cursor_rows(scene)[0].split()[1:3] == ["2", "Le"]
        await scene.press("j", "j", "j")
        assert scene.panel.paragraph == 2
        await scene.press("k", "k", "k", "k")
        assert scene.panel.paragraph == 0


@pytest.mark.parametrize("size", [(50, 10), (49, 20), (80, 30), (30, 6)])
async def test_the_cursor_stays_in_sight_and_follows_the_key(size: tuple[int, int]) -> None:
    """After any keys something of the paragraph is on the screen, and no key down ever leads up."""
    moves = Random(7)
    async with staged(ArticleViewer(id="article"), *size) as scene:
        panel = scene.panel
        panel.read(MIXED, [])
        for _ in range(250):
            before, top, by = panel.paragraph, panel.top, moves.choice((1, 1, -1))
            await panel.run_action(f"{moves.choice(MOVES)}({by})")
            assert (panel.paragraph - before) * by >= 0
            assert (panel.top - top) * by >= 0
            body = any(
                line.paragraph is not None for line in panel._lines[panel.top : panel.top + panel.room]
            )
            assert bool(cursor_rows(scene)) or not body


@pytest.mark.parametrize("size", [(50, 10), (80, 16)])
async def test_reading_on_skips_no_line(size: tuple[int, int]) -> None:
    """With j alone every line of the body comes onto the screen, long paragraphs by parts of a page."""
    async with staged(ArticleViewer(id="article"), *size) as scene:
        panel = scene.panel
        panel.read(MIXED, [])
        seen: set[int] = set()
        for _ in range(120):
            seen |= set(range(panel.top, panel.top + panel.room))
            await panel.run_action("step(1)")
        body = {at for at, line in enumerate(panel._lines) if line.paragraph is not None}
        assert body <= seen


async def test_top_and_bottom() -> None:
    """The end shows what follows the last paragraph, the beginning the headline."""
    async with staged(ArticleViewer(id="article"), 60, 12) as scene:
        scene.panel.read(TALKS, [])
        await scene.press("G")
        assert "Hidden: furniture, signature" in scene.text and scene.panel.paragraph == 2
        await scene.press("home")
        assert "CPV, CPP hold talks" in scene.text and scene.panel.paragraph == 0


async def test_the_head_tells_the_paragraphs_in_sight() -> None:
    """The head says which paragraphs are on the screen, of how many."""
    async with staged(ArticleViewer(id="article"), 60, 30) as scene:
        scene.panel.read(TALKS, [])
        assert scene.screen[0].endswith(" ¶1–3 of 3 ━")
        await scene.resize(60, 7)
        assert "¶1 of 3" in scene.screen[0]


async def test_n_goes_through_mentions_and_round() -> None:
    """Without marks n goes through the mentions of the body in reading order, N back, both round the ends."""
    async with staged(ArticleViewer(id="article"), 60, 30) as scene:
        scene.panel.read(TALKS, [])
        number = len(TALKS.mentions)
        assert [scene.panel.next_mark(1) for _ in range(2)] == [(1, number), (2, number)]
        assert words_of(scene, "mark-now") == "CPV"
        assert [scene.panel.next_mark(-1) for _ in range(2)] == [(1, number), (number, number)]
        assert words_of(scene, "mark-now") == "13th National Party Congress"
        assert scene.panel.paragraph == 1


async def test_n_goes_through_marks_in_reading_order() -> None:
    """Marks come before mentions: headline, body, then caption."""
    marks: list[Mark] = [(CAPTION, 0, 13), (1, 0, 13), (HEADLINE, 0, 3)]
    async with staged(ArticleViewer(id="article"), 60, 30) as scene:
        scene.panel.read(TALKS, marks)
        order = []
        for _ in range(4):
            scene.panel.next_mark(1)
            order.append(words_of(scene, "mark-now"))
        assert order == ["CPV", "Le Hoai Trung", "Le Hoai Trung", "CPV"]


async def test_a_mark_in_a_long_text_is_brought_into_sight() -> None:
    """The line of the marked words is on the screen, even deep in a long paragraph, and back again."""
    deep = LONG.rindex("deepened")
    async with staged(ArticleViewer(id="article"), 50, 12) as scene:
        scene.panel.read(MIXED, [(0, 0, 5), (4, deep, deep + 8), (15, 0, 5)])
        for words, paragraph in [("Short", 0), ("deepened", 4), ("Short", 15), ("Short", 0), ("deepened", 4)]:
            scene.panel.next_mark(1)
            assert (words_of(scene, "mark-now"), scene.panel.paragraph) == (words, paragraph)
        await scene.press("k")
        assert scene.panel.paragraph == 4


async def test_no_mentions() -> None:
    """Without marks and mentions, and without an article, there is nowhere to go."""
    async with staged(ArticleViewer(id="article")) as scene:
        assert scene.panel.next_mark(1) == (0, 0)
        scene.panel.read(article(mentions=(Mention(CPV.id, HEADLINE, 0, 3),)), [])
        assert scene.panel.next_mark(1) == (0, 0)


async def test_the_same_text_stays_where_it_was_read() -> None:
    """Other marks on the same text move nothing; another text begins at its head."""
    async with staged(ArticleViewer(id="article"), 50, 12) as scene:
        scene.panel.read(MIXED, [])
        await scene.press("space", "j")
        top, paragraph = scene.panel.top, scene.panel.paragraph
        scene.panel.read(MIXED, [(0, 0, 5)])
        assert (scene.panel.top, scene.panel.paragraph) == (top, paragraph) != (0, 0)
        scene.panel.read(TALKS, [])
        assert (scene.panel.top, scene.panel.paragraph) == (0, 0)


async def test_another_width_keeps_the_paragraph() -> None:
    """The paragraph under the cursor is in sight at every size."""
    async with staged(ArticleViewer(id="article"), 50, 12) as scene:
        scene.panel.read(MIXED, [])
        scene.panel.go(12)
        for size in ((120, 40), (30, 6), (200, 8), (50, 12)):
            await scene.resize(*size)
            assert scene.panel.paragraph == 12 and cursor_rows(scene), size


async def test_the_raw_text_and_back() -> None:
    """R's view has the text as received, with a note, and scrolls by lines."""
    async with staged(ArticleViewer(id="article"), 60, 10) as scene:
        scene.panel.read(article(text="\n".join(f"line {n}" for n in range(50))), [])
        scene.panel.toggle_raw()
        assert "as received" in scene.screen[0] and "line 0" in scene.text
        await scene.press("j", "space")
        assert "line 0\n" not in scene.text and "line 12" in scene.text
        scene.panel.toggle_raw()
        assert "CPV, CPP hold talks" in scene.text


@pytest.mark.parametrize("raw", [False, True])
@pytest.mark.parametrize("foreign", [MARKUP, ESCAPES, "é" + ESCAPES])
async def test_foreign_text_is_neither_style_nor_control(foreign: str, raw: bool) -> None:
    """Markup is shown letter by letter, and no control reaches the screen, cleaned or raw."""
    text = article(foreign, [foreign], caption=foreign, credit=foreign, text=foreign)
    async with staged(ArticleViewer(id="article"), 100, 30) as scene:
        scene.panel.read(text, [])
        if raw:
            scene.panel.toggle_raw()
        assert ("[31mred" if "\x1b" in foreign else MARKUP) in scene.text


@pytest.mark.parametrize("text", [None, article(None, []), article(body=[]), TALKS, MIXED])
@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (20, 1), (300, 90)])
async def test_any_text_at_any_size(text: Article | None, size: tuple[int, int]) -> None:
    """No key breaks the page, whatever there is to read and however small the terminal."""
    async with staged(ArticleViewer(id="article"), *size) as scene:
        scene.panel.read(text, [(0, 0, 4)])
        for action in ("step(1)", "step(-1)", "page(1)", "half(1)", "bottom", "page(-1)", "top"):
            await scene.panel.run_action(action)
            assert len(scene.screen) == size[1]


async def test_n_goes_on_from_the_paragraph_under_the_cursor() -> None:
    """Once j or k have left the words, n and N look for the next ones from there."""
    async with staged(ArticleViewer(id="article"), 60, 40) as scene:
        scene.panel.read(TALKS, [(HEADLINE, 0, 3), (0, 4, 13), (1, 0, 2), (CAPTION, 0, 2)])
        assert scene.panel.next_mark(1) == (1, 4)
        await scene.press("j")
        assert scene.panel.next_mark(1) == (3, 4)
        await scene.press("j")
        assert scene.panel.next_mark(-1) == (3, 4)


async def test_an_opened_text_stands_on_its_first_hit() -> None:
    """Landing goes to the first marked words on the page; without any the text stays at its head."""
    async with staged(ArticleViewer(id="article"), 60, 8) as scene:
        scene.panel.read(TALKS, [(1, 0, 14), (STANDFIRST, 0, 4)])
        scene.panel.land()
        assert scene.panel.now == (1, 0, 14) and scene.panel.paragraph == 1
        assert any("Le Hoai Trung" in row for row in scene.screen)
        scene.panel.read(article(id="0" * 12), [])
        scene.panel.land()
        assert scene.panel.now is None and scene.panel.top == 0


async def test_words_that_only_the_received_text_has() -> None:
    """What stands in no paragraph is brought into sight as it was received."""
    told = article(
        text="\n".join(["Updated May 19, 2021", *(f"line {n}" for n in range(40)), "printed below"])
    )
    async with staged(ArticleViewer(id="article"), 60, 12) as scene:
        scene.panel.read(told, [])
        assert scene.panel.point_raw("printed below")
        assert scene.panel.raw and "printed below" in scene.text
        assert not scene.panel.point_raw("nowhere")
        scene.panel.next_mark(1)
        assert not scene.panel.raw
