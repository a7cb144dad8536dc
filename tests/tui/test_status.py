"""Status line and key row: one sentence, and the keys that matter now."""

from __future__ import annotations

from typing import get_args

import pytest

from store.article import Article, Evidence
from tests.tui.samples import MARKUP, TALKS, UNKNOWN, article, day, ink_of, plain
from tests.tui.stage import staged
from tui.keys import KEYS
from tui.status import HINTS, Hint, KeyRow, Layer, StatusLine, about_date, first_run

LAYERS = get_args(Layer)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (TALKS, "Tue 18 May 2021~ likely  year from “13th National Party Congress” · i evidence"),
        (article(date=day("2021-05-18")), "Tue 18 May 2021 · i evidence"),
        (article(date=day("2021-05-18", "corrected")), "Tue 18 May 2021✓ corrected · i evidence"),
        (article(date=UNKNOWN), "undated · no words tell the day · i evidence"),
        (
            article(date=day(None, "unknown", "02-26", None, [Evidence("day", "February 26", 0, "x")])),
            "26 February, year unknown  from “February 26” · no words tell the year · i evidence",
        ),
        (
            article(date=day(None, "guess", None, ("2018-01-01", "2020-12-31"))),
            "Jan 2018 to Dec 2020? a guess · i evidence",
        ),
    ],
)  # fmt: skip
def test_how_the_day_is_known(of: Article, expected: str) -> None:
    """The day, its sign with its word, then the words that decided: so the word is never cut off."""
    assert plain(about_date(of)) == expected


def test_the_words_of_the_text_are_in_ink() -> None:
    """The quote stands out from the words around it, and the key is bold."""
    line = about_date(TALKS)
    assert ink_of(line, "“13th National Party Congress”") == "text" and ink_of(line, "year from") == "muted"
    assert ("i", "key") in line


@pytest.mark.parametrize(
    ("left", "of", "expected"),
    [
        (HINTS, TALKS, "p c shows one party  ·  i shows why the year is 2021  ·  ? finds any key"),
        (("evidence",), article(date=UNKNOWN), "i shows how the day is known"),
        (("evidence",), article(date=day("2021-05-18")), "i shows how the day is known"),
        (("help",), None, "? finds any key"),
        ((), TALKS, ""),
    ],
)
def test_first_run_hints(left: tuple[Hint, ...], of: Article | None, expected: str) -> None:
    """Hints that were followed are gone; a year that was not inferred is not asked about."""
    assert plain(first_run(left, "c", of)) == expected


def test_first_run_hint_where_no_party_has_a_letter() -> None:
    """Parties that nobody knows have no letters: then `p` lists them."""
    assert plain(first_run(("party",), "", TALKS)) == "p lists the parties"


@pytest.mark.parametrize("columns", [20, 50, 80])
async def test_the_sentence_fits_and_is_letters(columns: int) -> None:
    """A long sentence ends in an ellipsis, and markup in it is only letters."""
    async with staged(StatusLine(id="status"), columns, 1) as scene:
        scene.panel.say((MARKUP, "text"), (MARKUP, "muted"))
        assert scene.text.startswith(" [red]x[/]") and scene.text.endswith("…")


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("columns", [50, 80, 120])
async def test_the_key_row_has_whole_hints(layer: Layer, columns: int) -> None:
    """Every layer has its hints, whole ones only, with help at the right edge."""
    async with staged(KeyRow(id="keys"), columns, 1) as scene:
        scene.panel.show_for(layer)
        (row,) = scene.screen
        assert row.endswith("? help ") and "…" not in row
        assert len(row.split()) > 4


def test_hints_are_keys_of_the_table() -> None:
    """A first-run hint is named after the key that takes it away."""
    assert set(HINTS) <= {key.id for key in KEYS}


async def test_a_tiny_terminal_is_told_so() -> None:
    """Where nothing fits, the key row says what size would do."""
    async with staged(KeyRow(id="keys"), 40, 1) as scene:
        scene.panel.tiny = True
        scene.panel.refresh()
        assert scene.text == " Wider than 50x12 shows the panels"
