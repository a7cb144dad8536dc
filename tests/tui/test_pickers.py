"""Picker: a filter in two keys, its counts seen before the choice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.samples import MARKUP, foreign
from tests.tui.stage import Scene, staged
from tui.choices import Choice
from tui.lines import cells
from tui.pickers import Picker

PARTIES = (
    Choice("c", "cpv", "CPV", "Communist Party of Vietnam", 12),
    Choice("p", "cpp", "CPP", "Cambodian People’s Party", 3, "on"),
    Choice("l", "lprp", "LPRP", "Lao People’s Revolutionary Party", 1, "excluded"),
    Choice("q", "queen", "Q", "Queen’s Party", 1),
    Choice("yc", "cpc", "CPC", "Communist Party of China", 0),
    Choice("zq", "zq", "ZQ", "Zero Party", 2),
)
YEARS = (
    Choice("1", "2021", "", "2021", 9),
    Choice("2", "2016", "", "2016", 1),
    Choice("", "1990", "", "1990", 1),
)


async def picked(keys: list[str], field: str = "party") -> list[tuple[str, ...]]:
    """Return what the picker told after some keys: picks, emptied fields, refusals."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer(field, field[0], field.title(), PARTIES if field == "party" else YEARS)
        await scene.press(*keys)
        told: list[tuple[str, ...]] = [(m.value, m.how) for m in scene.heard(Picker.Picked)]
        told += [("emptied", m.field) for m in scene.heard(Picker.Emptied)]
        return told + [("refused", m.reason) for m in scene.heard(Picker.Refused)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["p"], [("cpp", "only")]),
        (["P"], [("cpp", "leave out")]),
        (["q"], [("queen", "only")]),
        (["Q"], [("queen", "leave out")]),
        (["y", "c"], [("cpc", "only")]),
        (["Y", "C"], [("cpc", "leave out")]),
        (["z", "q"], [("zq", "only")]),
        (["down", "enter"], [("cpp", "only")]),
        (["end", "up", "enter"], [("cpc", "only")]),
        (["enter"], [("cpv", "only")]),
        (["x"], [("emptied", "party")]),
        (["w"], [("refused", "No party has the key w.")]),
        (["y", "z"], [("refused", "No party has the key yz.")]),
        (["y", "z", "p"], [("cpp", "only"), ("refused", "No party has the key yz.")]),
        (["1"], [("refused", "No party has the key 1.")]),
    ],
)
async def test_what_a_key_picks(keys: list[str], expected: list[tuple[str, ...]]) -> None:
    """A letter picks, a capital leaves out, two letters pick one; x empties; the rest is refused."""
    assert await picked(keys) == expected


@pytest.mark.parametrize(("key", "how"), [("q", "only"), ("Q", "leave out")])
async def test_a_second_letter_may_be_q(key: str, how: str) -> None:
    """q closes the picker only where it is no party's letter."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer("party", "p", "Party", [one for one in PARTIES if one.key != "q"])
        await scene.press("Z" if key.isupper() else "z", key)
        assert [(m.value, m.how) for m in scene.heard(Picker.Picked)] == [("zq", how)]


@pytest.mark.parametrize("keys", [["comma", "p"], ["comma", "down", "enter"]])
async def test_a_comma_widens(keys: list[str]) -> None:
    """After a comma the next pick is added to the one before, and the status says so first."""
    (pick, note) = await picked(keys)
    assert pick == ("cpp", "either") and note[1].startswith("Either")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(["1"], [("2021", "only")]), (["2"], [("2016", "only")]), (["end", "enter"], [("1990", "only")]),
     (["x"], [("emptied", "date")]), (["9"], [("refused", "No date has the key 9.")])],
)  # fmt: skip
async def test_digits_pick_years(keys: list[str], expected: list[tuple[str, ...]]) -> None:
    """A digit picks its year; past ten years the cursor gets there."""
    assert await picked(keys, "date") == expected


async def test_keys_that_pick_nothing_are_left_to_the_desk() -> None:
    """Escape is not taken, nor q where no party has it: the Desk closes the picker with them."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer("date", "d", "Date", YEARS)
        await scene.press("q", "Q", "escape")
        assert scene.heard(Picker.Picked) == [] and scene.heard(Picker.Refused) == []


async def test_counts_are_seen_before_the_choice() -> None:
    """Key, short name, name and count of every value; on and excluded have their sign."""
    async with staged(Picker(id="picker"), 50, 12) as scene:
        scene.panel.offer("party", "p", "Party", PARTIES)
        assert scene.text.splitlines()[:8] == [
            "━ p Party ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 6 ━",
            " key                                        texts",
            "▌ c  CPV   Communist Party of Vietnam          12",
            " +p  CPP   Cambodian People’s Party             3",
            " −l  LPRP  Lao People’s Revolutionary Party     1",
            "  q  Q     Queen’s Party                        1",
            "  yc CPC   Communist Party of China             0",
            "  zq ZQ    Zero Party                           2",
        ]


async def test_what_finds_nothing_is_faint() -> None:
    """A value without texts is faint but keeps its row and key; the cursor begins on one with texts."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer("party", "p", "Party", PARTIES[::-1][1:])
        line = scene.panel.content_at(1)
        assert {ink for text, ink in line if text.strip()} == {"faint"}
        assert scene.panel.cursor == 1


async def test_no_values() -> None:
    """An empty archive has nothing to pick from, and no key breaks that."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer("party", "p", "Party", ())
        await scene.press("enter", "down", "G", "space")
        assert "No texts yet" in scene.text and scene.heard(Picker.Picked) == []


def visible(scene: Scene[Picker]) -> bool:
    """Tell whether the cursor's row is on the screen."""
    return sum(row.startswith("▌") for row in scene.screen) == 1


@pytest.mark.parametrize("size", [(30, 4), (30, 8), (60, 24)])
async def test_the_cursor_stays_in_sight(size: tuple[int, int]) -> None:
    """However many values there are, the row under the cursor is on the screen."""
    many = [Choice("", str(n), "", f"Party {n}", n) for n in range(200)]
    async with staged(Picker(id="picker"), *size) as scene:
        scene.panel.offer("party", "p", "Party", many)
        for key in ("down", "pagedown", "end", "up", "pageup", "home", "ctrl+d", "ctrl+u"):
            await scene.press(key)
            assert visible(scene), key


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(Choice, st.just("ab"), st.just("x"), foreign, foreign, st.integers(0, 10**6)),
        min_size=1,
        max_size=4,
    ),
    st.integers(20, 80),
)
def test_rows_fit(choices: list[Choice], columns: int) -> None:
    """Whatever a party is called, its row fits."""
    picker = Picker(id="picker")
    picker.choices = tuple(choices)
    assert all(cells(picker._value(one, columns, here=True)) <= columns for one in choices)


async def test_markup_in_a_name_is_letters() -> None:
    """A party's name is shown letter by letter."""
    async with staged(Picker(id="picker"), 90) as scene:
        scene.panel.offer("party", "p", "Party", [Choice("a", "a", "A", MARKUP, 1)])
        assert MARKUP in scene.text
