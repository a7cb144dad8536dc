"""Going: to any text in five keys, and to anything on the screen by its label."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.article import Entity
from store.query import Query
from tests.archive.making import article
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading
from tui.labels import label
from tui.offers import year_key

Desk = Callable[..., Reading]

PARTIES = [
    Entity(f"party:{c}", "party", f"{c.upper()} Party", f"{c.upper()}P") for c in "abcdefhijklmnopqrstu"
]
YEARS = range(2016, 2026)
TEXTS = 10_000
FULL = 576
"""Texts of the fullest party and year."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive with 10,000 texts of twenty parties in ten years."""
    kept = Archive(tmp_path_factory.mktemp("going") / "archive", "tester")
    full = [(PARTIES[2], 2025)] * FULL
    others = [(party, year) for year in YEARS for party in PARTIES if (party, year) != full[0]]
    rest = [others[n % len(others)] for n in range(TEXTS - FULL)]
    kept.add(
        [
            article(f"Text {n}", f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}", (party,))
            for n, (party, year) in enumerate([*full, *rest])
        ]
    )
    return kept


@pytest.fixture
def wide(many: Archive) -> Callable[[str], Reading]:
    """Return a function that opens the desk over all these texts, under a filter."""

    def opened(query: str = "") -> Reading:
        return Reading(many, Query.parse(query, many.vocabulary), TODAY, (80, 24), mono=False)

    return opened


def opened(reading: Reading) -> str:
    """Return the id of the text that is open."""
    assert reading.desk.viewer.article
    return reading.desk.viewer.article.id


def test_any_of_10000_texts_is_five_keys_away(many: Archive) -> None:
    """Go, party, year and row are at most five keys for each text, and the keys of no two are the same."""
    keys: dict[str, str] = {}
    for party in PARTIES:
        alone = Query().toggling("party", many.term(party.id))
        for number, group in enumerate(many.groups(alone, TODAY)):
            found = many.window(alone.replacing("date", str(group.year)), 0, FULL, TODAY)
            assert len(found) == group.count <= FULL
            for index, row in enumerate(found):
                way = f"g{many.letters[party.id]}{year_key(number)}{label(index, len(found))}"
                assert len(way) <= 5 and way not in keys
                keys[way] = row.id
    assert len(set(keys.values())) == TEXTS


@pytest.mark.parametrize(
    ("keys", "row"), [("gc1a", None), ("gc1aa", 0), ("gc1zz", 575), ("ga2c", 2), ("gu0ab", None)]
)
async def test_story_4_any_text_by_party_and_date(
    wide: Callable[..., Reading], many: Archive, keys: str, row: int | None
) -> None:
    """`g`, a party's letter, a year's digit and a row's letters open that text."""
    async with wide() as reading:
        await reading.press(*keys)
        query = reading.desk.query_in_force
        letter = {many.letters[p.id]: p for p in PARTIES}[keys[1]]
        assert (
            str(query)
            == f"party:{many.term(letter.id)} date:{2026 - int(keys[2]) if keys[2] != '0' else 2016}"
        )
        if row is None:
            assert reading.desk.over == "labels" or len(keys) == 5
        else:
            assert opened(reading) == many.window(query, row, 1, TODAY)[0].id
            assert reading.desk.panel == "article" and reading.desk.over is None


async def test_rows_have_their_letters_wherever_the_list_is_scrolled(wide: Callable[..., Reading]) -> None:
    """The labels stand before the texts on the screen; the first letter typed shows where it leads."""
    async with wide() as reading:
        await reading.press("g", "c", "1")
        starts = [line[:2] for line in reading.rows[5:17]]
        assert {"aa", "ab", "ac"} <= set(starts)
        await reading.press("down", "down", "end")
        assert any(line.startswith("zz") for line in reading.rows)
        await reading.press("m")
        assert any(line.startswith("ma") for line in reading.rows)
        await reading.press("x", "escape")
        assert str(reading.desk.query_in_force) == "" and reading.desk.over is None


@pytest.mark.parametrize(
    "keys", ["g escape", "g c escape", "g c 1 escape", "g c 1 a escape", "g c 1 down escape"]
)
async def test_escape_restores(wide: Callable[..., Reading], keys: str) -> None:
    """At every stage Esc gives back the filter, the text under the cursor and the panel."""
    async with wide("date:2019") as reading:
        await reading.press("j", "j", "2")
        before = reading.rows[:-2]
        await reading.press(*keys.split())
        assert reading.rows[:-2] == before
        assert reading.desk.panel == "article"


async def test_enter_stops_early_and_leaves_the_filter(wide: Callable[..., Reading]) -> None:
    """After the party, or the year, Enter leaves what was narrowed and gives the keyboard to the list."""
    async with wide("date:2019") as reading:
        await reading.press("g", "b", "enter")
        assert str(reading.desk.query_in_force) == "party:bp"
        await reading.press("g", "b", "1", "enter", "j")
        assert str(reading.desk.query_in_force) == "party:bp date:2025"
        assert reading.desk.panel == "timeline" and reading.desk.timeline.cursor == 1


async def test_a_year_alone_will_do(wide: Callable[..., Reading]) -> None:
    """A digit in place of the letter goes to all texts of a year, which also holds what names no party."""
    async with wide() as reading:
        await reading.press("g", "1")
        assert str(reading.desk.query_in_force) == "date:2025"
        assert reading.desk.over == "labels"


@pytest.mark.parametrize(("keys", "headline"), [("g p", "Vietnam informs"), ("g c 2", "Party to continue")])
async def test_what_leaves_no_choice_is_skipped(desk: Desk, keys: str, headline: str) -> None:
    """With one year the year is not asked, and with one text that is opened at once."""
    async with desk() as reading:
        await reading.press(*keys.split())
        assert reading.desk.panel == "article"
        assert reading.desk.viewer.article and (reading.desk.viewer.article.headline or "").startswith(
            headline
        )


async def test_gg_is_the_first_row(wide: Callable[..., Reading]) -> None:
    """A second g goes to the first row of the panel and changes nothing else."""
    async with wide("party:bp") as reading:
        await reading.press("G", "g", "g")
        assert reading.desk.timeline.cursor == 0 and reading.desk.over is None
        assert str(reading.desk.query_in_force) == "party:bp"


@pytest.mark.parametrize(
    ("keys", "expected"), [("g c 1 a a j j", "article"), ("g c 1 enter 2", "article"), ("f b", "timeline")]
)
async def test_typed_ahead(wide: Callable[..., Reading], keys: str, expected: str) -> None:
    """Keys that arrive in one piece go where they would have gone one by one."""
    async with wide() as reading:
        await reading.burst(keys.split(), lambda: reading.desk.panel == expected)
        assert reading.desk.panel == expected and reading.desk.over is None


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_f_jumps_to_any_label(desk: Desk, size: tuple[int, int]) -> None:
    """Every row, paragraph, entity and head on the screen has a label, which goes there."""
    async with desk(*size) as reading:
        await reading.press("f")
        count, number = len(reading.desk._spots), 0
        found = {(panel.id, item is None) for panel, item in reading.desk._spots}
        assert {("timeline", True), ("timeline", False)} <= found
        assert {("article", False), ("entities", False)} <= found or size[0] < 70
        await reading.press("escape")
        while number < count:
            await reading.press("1", "f")
            places, count = reading.desk._spots, len(reading.desk._spots)
            panel, item = places[number]
            await reading.press(*label(number, count))
            assert reading.desk.panel == panel.id and reading.desk.over is None
            standing = {
                "timeline": reading.desk.timeline.cursor,
                "article": reading.desk.viewer.paragraph,
                "entities": reading.desk.sidebar.cursor,
            }
            assert item is None or standing.get(panel.id or "", item) == item
            number += 4


async def test_labels_lie_over_the_screen_until_they_are_closed(desk: Desk) -> None:
    """A letter that begins no label is refused in a sentence; Esc leaves everything as it was."""
    async with desk() as reading:
        before = reading.text
        await reading.press("f")
        assert reading.rows[4].startswith("a") or reading.rows[5].startswith("a")
        await reading.press("7")
        assert reading.status.startswith("No label has 7.")
        await reading.press("escape")
        assert reading.text == before
        await reading.press("f")
        await reading.resize(100, 30)
        assert reading.desk.over is None and not reading.desk.timeline.labels


async def test_nowhere_to_go(tmp_path: Path) -> None:
    """Without texts g says so."""
    empty = Archive(tmp_path / "none", "tester")
    async with Reading(empty, Query(), TODAY, (80, 24), mono=False) as reading:
        await reading.press("g")
        assert reading.status.startswith("No texts yet") and reading.desk.over is None
