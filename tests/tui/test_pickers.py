"""Picker: a filter in two keys, its counts seen before the choice."""

from __future__ import annotations

import asyncio
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.samples import MARKUP, foreign
from tests.tui.stage import Scene, staged
from tui.choices import About, Choice, Offer, State
from tui.lines import cells
from tui.pickers import Picker


def party(key: str, value: str, short: str, name: str, texts: int, state: State = "") -> Choice:
    """Return a party to pick."""
    return Choice(key, "party", value, short, name, texts, state)


PARTIES = (
    party("c", "cpv", "CPV", "Communist Party of Vietnam", 12),
    party("p", "cpp", "CPP", "Cambodian People’s Party", 3, "on"),
    party("l", "lprp", "LPRP", "Lao People’s Revolutionary Party", 1, "excluded"),
    party("q", "queen", "Q", "Queen’s Party", 1),
    party("yc", "cpc", "CPC", "Communist Party of China", 0),
    party("zq", "zq", "ZQ", "Zero Party", 2),
)
YEARS = tuple(
    Choice(key, "date", year, "", year, texts)
    for key, year, texts in (("1", "2021", 9), ("2", "2016", 1), ("-1", "1990", 1), ("m", "2021-05", 2))
)
OFFERS: Final[dict[About, Offer]] = {
    "party": Offer("party", "p", "Party", PARTIES),
    "date": Offer("date", "d", "Date", YEARS),
    "go": Offer("go", "g", "Go", (*PARTIES[:2], *YEARS[:2]), may_end=True),
}


async def picked(keys: list[str], about: About = "party") -> list[tuple[str, ...]]:
    """Return what the picker told after some keys: picks, emptied fields, refusals, ends."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer(OFFERS[about])
        await scene.press(*keys)
        told: list[tuple[str, ...]] = [(m.choice.value, m.how) for m in scene.heard(Picker.Picked)]
        told += [("emptied", m.about) for m in scene.heard(Picker.Emptied)]
        told += [("ended", "top" if m.top else "") for m in scene.heard(Picker.Ended)]
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
        scene.panel.offer(Offer("party", "p", "Party", tuple(one for one in PARTIES if one.key != "q")))
        await scene.press("Z" if key.isupper() else "z", key)
        assert [(m.choice.value, m.how) for m in scene.heard(Picker.Picked)] == [("zq", how)]


@pytest.mark.parametrize("keys", [["comma", "p"], ["comma", "down", "enter"]])
async def test_a_comma_widens(keys: list[str]) -> None:
    """After a comma the next pick is added to the one before, and the status says so first."""
    (pick, note) = await picked(keys)
    assert pick == ("cpp", "either") and note[1].startswith("Either")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(["1"], [("2021", "only")]), (["2"], [("2016", "only")]), (["minus", "1"], [("1990", "only")]),
     (["M"], [("2021-05", "leave out")]), (["comma", "2"], [("2016", "either")]),
     (["x"], [("emptied", "date")]), (["9"], [("refused", "No date has the key 9.")])],
)  # fmt: skip
async def test_digits_pick_years(keys: list[str], expected: list[tuple[str, ...]]) -> None:
    """A digit picks its year, past ten years behind a minus; letters pick what lies around the text."""
    assert [one for one in await picked(keys, "date") if not one[1].startswith("Either")] == expected


async def test_keys_that_pick_nothing_are_left_to_the_desk() -> None:
    """Escape is not taken, nor q where no party has it: the Desk closes the picker with them."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer(OFFERS["date"])
        await scene.press("q", "Q", "escape")
        assert scene.heard(Picker.Picked) == [] and scene.heard(Picker.Refused) == []


async def test_counts_are_seen_before_the_choice() -> None:
    """Key, short name, name and count of every value; on and excluded have their sign."""
    async with staged(Picker(id="picker"), 50, 12) as scene:
        scene.panel.offer(OFFERS["party"])
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
        scene.panel.offer(Offer("party", "p", "Party", PARTIES[::-1][1:]))
        line = scene.panel.content_at(1)
        assert {ink for text, ink in line if text.strip()} == {"faint"}
        assert scene.panel.cursor == 1


async def test_no_values() -> None:
    """An empty archive has nothing to pick from, and no key breaks that."""
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer(Offer("party", "p", "Party", ()))
        await scene.press("enter", "down", "G", "space")
        assert "No texts yet" in scene.text and scene.heard(Picker.Picked) == []


def visible(scene: Scene[Picker]) -> bool:
    """Tell whether the cursor's row is on the screen."""
    return sum(row.startswith("▌") for row in scene.screen) == 1


@pytest.mark.parametrize("size", [(30, 4), (30, 8), (60, 24)])
async def test_the_cursor_stays_in_sight(size: tuple[int, int]) -> None:
    """However many values there are, the row under the cursor is on the screen."""
    many = tuple(party("", str(n), "", f"Party {n}", n) for n in range(200))
    async with staged(Picker(id="picker"), *size) as scene:
        scene.panel.offer(Offer("party", "p", "Party", many))
        for key in ("down", "pagedown", "end", "up", "pageup", "home", "ctrl+d", "ctrl+u"):
            await scene.press(key)
            assert visible(scene), key


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            Choice,
            st.just("ab"),
            st.sampled_from(("party", "person")),
            st.just("x"),
            foreign,
            foreign,
            st.integers(0, 10**6),
            note=foreign,
            course=st.lists(st.integers(0, 99), max_size=12).map(tuple),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(20, 80),
)
def test_rows_fit(choices: list[Choice], columns: int) -> None:
    """Whatever a party is called, its row fits."""
    picker = Picker(id="picker")
    picker.choices = choices
    assert all(cells(picker._value(one, columns, here=True)) <= columns for one in choices)


async def test_markup_in_a_name_is_letters() -> None:
    """A party's name is shown letter by letter."""
    async with staged(Picker(id="picker"), 90) as scene:
        scene.panel.offer(Offer("party", "p", "Party", (party("a", "a", "A", MARKUP, 1),)))
        assert MARKUP in scene.text


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["c"], [("cpv", "only")]),
        (["2"], [("2016", "only")]),
        (["enter"], [("ended", "")]),
        (["g"], [("ended", "top")]),
        (["down", "enter"], [("cpv", "only")]),
        (["down", "down", "enter"], [("cpp", "only")]),
        (["slash", *"camb", "enter"], [("cpp", "only")]),
    ],
)
async def test_going_may_end_early(keys: list[str], expected: list[tuple[str, ...]]) -> None:
    """Enter picks nothing more unless the cursor was moved; a second g goes to the top."""
    assert await picked(keys, "go") == expected


async def test_words_narrow() -> None:
    """Behind / the words of a name leave their values, accents and order aside; Esc takes the words away."""
    async with staged(Picker(id="picker"), 50, 12) as scene:
        scene.panel.offer(OFFERS["party"])
        await scene.press("slash", *"party chi", "backspace")
        assert [one.short for one in scene.panel.choices] == ["CPC"]
        assert "1 of 6" in scene.screen[0] and "/ party ch" in scene.screen[1]
        await scene.press(*"xq")
        assert "No name has these words" in scene.text
        await scene.press("escape")
        assert len(scene.panel.choices) == 6 and scene.heard(Picker.Emptied) == []
        await scene.press("slash", "backspace", "p")
        assert [m.choice.short for m in scene.heard(Picker.Picked)] == ["CPP"]


async def test_what_is_still_counted_is_waited_for() -> None:
    """Enter behind words waits for the whole list; letters that are known pick at once."""
    known = Offer(
        "entity", "e", "Entity", (Choice("h", "place", "place:hanoi", "pl", "Hanoi", None),), is_whole=False
    )
    whole = Offer(
        "entity", "e", "Entity", (*known.choices, Choice("", "person", "person:t", "pe", "Trung", 3))
    )
    async with staged(Picker(id="picker")) as scene:
        scene.panel.offer(known)
        assert "counting" in scene.text
        await scene.press("slash", *"trung")
        entering = asyncio.create_task(scene.press("enter"))
        await asyncio.sleep(0.05)
        assert scene.heard(Picker.Picked) == []
        scene.panel.recount(whole)
        await entering
        await scene.press("escape", "h")
        assert [m.choice.value for m in scene.heard(Picker.Picked)] == ["person:t", "place:hanoi"]


async def test_counts_over_time_stand_where_there_is_room() -> None:
    """From 50 columns a bar for each stretch stands behind the count, one scale for all; below, names do."""
    choices = tuple(one._replace(course=(0, one.texts or 0)) for one in PARTIES)
    for columns, is_there in ((49, False), (60, True)):
        async with staged(Picker(id="picker"), columns) as scene:
            scene.panel.offer(Offer("party", "p", "Party", choices, ("2016", "2021")))
            assert ("▁▇" in scene.text) == ("2016 2021" in scene.text) == is_there
            assert "Cambodian People’s Party" in scene.text
