"""EntitySidebar: a cursor on entities and contacts, lit in the article, kept from text to text."""

from __future__ import annotations

from random import Random

import pytest

from tests.tui.samples import CPP, CPV, MARKUP, TALKS, TRUNG, article, entity
from tests.tui.stage import Scene, settled, staged
from tui.found import Totals
from tui.panel import BAR
from tui.sidebar import EntitySidebar

TOTALS = Totals({CPV.id: 5, CPP.id: 2}, {CPV.id: "c", CPP.id: "p"}, {CPV.id: CPV.name})
CROWD = article(
    id="c" * 12,
    mentions=(),
    entities=tuple(entity("person", f"Number {n}", role="Secretary of a Committee") for n in range(40)),
)


async def show(scene: Scene[EntitySidebar]) -> None:
    """Show who the talks name."""
    scene.panel.call(TALKS, TOTALS)
    await settled(scene.pilot)


def under_bar(scene: Scene[EntitySidebar]) -> str:
    """Return the lines of the screen that carry the cursor's bar."""
    return " ".join(line[1:].strip() for line in scene.screen if line.startswith(BAR))


async def test_enter_filters_by_the_entity_or_goes_to_the_contact() -> None:
    """On an entity Enter tells its id and kind, on a contact the paragraph that says so."""
    async with staged(EntitySidebar(id="entities"), 40, 30) as scene:
        await show(scene)
        await scene.press("enter", "j", "j", "enter", "j", "enter", "j", "enter")
        chosen = [(m.entity, m.kind) for m in scene.heard(EntitySidebar.Chosen)]
        assert chosen == [(CPP.id, "party"), (TRUNG.id, "person")]
        assert [m.paragraph for m in scene.heard(EntitySidebar.Cited)] == [0, 2]


async def test_the_entity_under_the_cursor_is_told() -> None:
    """The Desk hears what to light: on focus, on every step, and that the light goes out on leaving."""
    async with staged(EntitySidebar(id="entities"), 40, 30) as scene:
        await show(scene)
        await scene.press("j", "j", "k")
        scene.panel.blur()
        await settled(scene.pilot)
        assert [m.entity for m in scene.heard(EntitySidebar.Pointed)] == [None, CPV.id, None, CPV.id, None]


async def test_the_cursor_stays_on_its_entity() -> None:
    """In the next text the cursor is on the same entity if that is named there, else on the first."""
    async with staged(EntitySidebar(id="entities"), 40, 30) as scene:
        await show(scene)
        await scene.press("j")
        scene.panel.call(article(id="d" * 12, entities=(TRUNG, CPV), mentions=()), TOTALS)
        assert scene.panel.pointed == CPV.id
        scene.panel.call(CROWD, TOTALS)
        assert scene.panel.cursor == 0


@pytest.mark.parametrize("run_in", [False, True])
@pytest.mark.parametrize("size", [(30, 6), (32, 20), (62, 40)])
async def test_the_cursor_is_always_in_sight(size: tuple[int, int], run_in: bool) -> None:
    """After any keys the entry under the cursor is on the screen, as a column and run in."""
    moves = Random(3)
    async with staged(EntitySidebar(id="entities"), *size) as scene:
        scene.panel.run_in = run_in
        scene.panel.call(CROWD, TOTALS)
        for _ in range(80):
            move = moves.choice(("step(1)", "step(-1)", "page(1)", "page(-1)", "half(1)", "bottom", "top"))
            await scene.panel.run_action(move)
            assert f"Number {scene.panel.cursor}" in under_bar(scene)
            assert f"{scene.panel.cursor + 1}/40" in scene.screen[0]


async def test_without_the_keyboard_there_is_no_cursor() -> None:
    """The bar and the position are shown only while the keyboard is here."""
    async with staged(EntitySidebar(id="entities"), 40, 30) as scene:
        await show(scene)
        assert under_bar(scene) == "p CPP                        3    2"[1:].strip() or "CPP" in under_bar(
            scene
        )
        scene.panel.blur()
        await settled(scene.pilot)
        assert under_bar(scene) == "" and "1/" not in scene.screen[0]


async def test_nothing_to_show() -> None:
    """Without an article, and with one that names nothing, no key breaks the panel."""
    async with staged(EntitySidebar(id="entities"), 40, 12) as scene:
        for text in (None, article(entities=(), mentions=())):
            scene.panel.call(text, TOTALS)
            await scene.press("j", "k", "G", "enter", "space")
            assert scene.panel.pointed is None
        assert scene.heard(EntitySidebar.Chosen) == []


@pytest.mark.parametrize("run_in", [False, True])
async def test_markup_in_a_name_is_letters(run_in: bool) -> None:
    """Names and offices are shown letter by letter."""
    async with staged(EntitySidebar(id="entities"), 100, 12) as scene:
        scene.panel.run_in = run_in
        scene.panel.call(article(entities=(entity("person", MARKUP, role=MARKUP),), mentions=()), TOTALS)
        assert scene.text.count(MARKUP) == (1 if run_in else 2)


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (12, 1), (300, 90)])
@pytest.mark.parametrize("run_in", [False, True])
async def test_any_size_can_be_painted(size: tuple[int, int], run_in: bool) -> None:
    """No size of the terminal breaks the panel."""
    async with staged(EntitySidebar(id="entities"), 40, 20) as scene:
        scene.panel.run_in = run_in
        await show(scene)
        await scene.resize(*size)
        await scene.press("j", "G", "k")
        assert len(scene.screen) == size[1]
