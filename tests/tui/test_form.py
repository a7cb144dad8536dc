"""The form: rows with letters, what stands under them, and the keys that choose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.article import Entity
from tests.tui.samples import TALKS
from tests.tui.stage import staged
from tui import proof
from tui.form import Form
from tui.proof import Made

MADE = Made(
    3, "date corrected to 2021-05-19", "ann", datetime(2026, 11, 21, 12, tzinfo=UTC), "2021-05-18",
    "Seen \x1b[31m there", frozenset({"party:x"}),
)  # fmt: skip
ODD = Entity("party:?-x", "party", "Đảng [/bold] 党 Party", "XP", None, None, False)


def form() -> Form:
    """Return a form on its own."""
    return Form(id="form")


async def test_a_text_shows_what_can_be_corrected() -> None:
    """The date comes first, then what was corrected, then whom the text names, each with a letter."""
    async with staged(form(), 30, 40) as scene:
        scene.panel.offer((), proof.of_text(TALKS, (MADE,), ""))
        text = scene.text
        assert text.splitlines()[0].startswith("━ C Correct")
        assert text.splitlines()[1].startswith("▌d date")
        for words in ("before: 2021-05-18", "ann, 21 Nov 2026", "no reason given", "Parties", "Corrected"):
            assert words in text
        assert "\x1b" not in text
        keys = [row.key for row in scene.panel.rows if row.key]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("columns", [2, 9, 30, 58])
async def test_any_name_fits(columns: int) -> None:
    """Wide letters, brackets and long names never leave the panel, whatever its width."""
    rows = proof.of_entity(ODD._replace(name=ODD.name * 9), 1_200, (MADE,), "x" * 300, here=False)
    async with staged(form(), columns, 12) as scene:
        scene.panel.offer(proof.called(ODD, "✓"), rows)
        for _ in rows:
            assert len(scene.screen) == 12
            await scene.press("j")


async def test_keys_choose() -> None:
    """A letter chooses its row, Enter the one under the cursor; a digit begins a date; others are refused."""
    async with staged(form(), 40, 20) as scene:
        rows = proof.of_text(TALKS, (), "")
        scene.panel.offer((), rows)
        await scene.press("r", "d", "down", "enter", "7", "Z", "j", "k")
        assert [m.row.act for m in scene.heard(Form.Chosen)] == ["reason", "date", "reason"]
        assert [m.digit for m in scene.heard(Form.Begun)] == ["7"]
        assert [m.reason for m in scene.heard(Form.Refused)] == ["Nothing here has the key Z"]
        scene.panel.offer((), proof.kinds(ODD))
        await scene.press("1", "9")
        assert scene.heard(Form.Chosen)[-1].row.about == "person"
        assert scene.heard(Form.Refused)[-1].reason == "Nothing here has the key 9"


async def test_an_empty_page_hears_its_keys() -> None:
    """Where there is no row, Enter and the arrows do nothing."""
    async with staged(form(), 20, 5) as scene:
        scene.panel.offer((), [])
        await scene.press("enter", "j", "G", "space")
        assert scene.heard(Form.Chosen) == []


@pytest.mark.parametrize(
    ("entity", "keys"),
    [
        (ODD, "ynatcmxor"),
        (ODD._replace(name="XP"), "natcmxor"),
        (ODD._replace(confirmed=True), "natcmxor"),
    ],
)
def test_only_what_has_a_name_can_be_confirmed(entity: Entity, keys: str) -> None:
    """An unknown party can be confirmed; letters that may be several cannot, and no more what is known."""
    assert "".join(row.key for row in proof.of_entity(entity, 1, (), "", here=False)) == keys


def test_every_target_has_its_letter() -> None:
    """Of many entities to merge into the first have letters, and another can be asked for."""
    rows = proof.targets([(ODD._replace(id=f"party:{n}"), n) for n in range(30)])
    letters = [row.key for row in rows if row.key]
    assert letters == [*proof.LABELS, "r"]
    assert set(letters).isdisjoint("jkqbgGuhl")
