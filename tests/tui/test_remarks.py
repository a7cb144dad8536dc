"""Remarks: the reader's tags and notes on a page, and in the rows of the Timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.hits import Row
from store.archive.marks import Mark, Note
from store.article import CAPTION
from tests.tui.samples import TALKS, day, foreign, ink_of, plain, row
from tests.tui.stage import staged
from tui.lines import cells
from tui.page import page
from tui.remarks import note_lines, tag_lines
from tui.timeline import Timeline
from tui.viewer import ArticleViewer
from tui.views import row_lines, table_line

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
MARKED = row("Two parties deepen ties", day("2021-05-18"), ("CPV", "CPP"), starred=True)


def with_marks(*tags: str, notes: int = 0, read: bool = False) -> Row:
    """Return a row of which the reader said something."""
    one = MARKED
    return Row(one.id, one.headline, one.date, one.parties, one.contacts, read, True, tags, notes)


@given(st.lists(foreign.filter(bool), max_size=6), st.integers(4, 80))
def test_tags_and_notes_fit(words: list[str], columns: int) -> None:
    """Whatever is in them, no line of tags or of a note is wider than the text."""
    lines = tag_lines(words, columns)
    for word in words:
        lines += [*note_lines(Note(word, 1, AT), columns), *note_lines(Note(word), columns)]
    assert all(cells(line) <= columns for line in lines)


@given(st.lists(foreign.filter(bool), max_size=4), st.integers(0, 200), st.integers(12, 90), st.booleans())
def test_a_row_with_marks_fits(tags: list[str], notes: int, columns: int, chosen: bool) -> None:
    """Whatever is said of a text, the lines of its row are as wide as the list at most."""
    one = with_marks(*tags, notes=notes)
    lines = [*row_lines(one, columns, 2, here=True, chosen=chosen)]
    assert all(cells(line) <= columns for line in lines)
    if columns > 60:
        assert (
            cells(table_line(one, columns, here=True, head=(("2021 ", "bold"),), repeated=False)) <= columns
        )


@pytest.mark.parametrize(
    ("tags", "notes", "columns", "expected"),
    [
        (("asean",), 1, 40, "● 18 May   CPV, CPP        #asean ✎1 ★"),
        (("asean", "to do"), 0, 40, "● 18 May   CPV, CPP   #asean #to do ★"),
        (("congress", "to do"), 12, 34, "● 18 May   CPV, CPP        ✎12 ★"),
        ((), 0, 24, "● 18 May   CPV, CPP  ★"),
    ],
)
def test_a_row_says_what_was_said(tags: tuple[str, ...], notes: int, columns: int, expected: str) -> None:
    """Notes are counted beside the star, and whole tags stand before them as far as there is room."""
    top = row_lines(with_marks(*tags, notes=notes), columns, 1, here=False)[0]
    assert plain(top).split() == expected.split()
    assert cells(top) == columns


def test_a_selected_row_has_its_sign() -> None:
    """What is selected has a square in place of the dot, in the list and in the table."""
    for read in (False, True):
        one = with_marks(read=read)
        for line in (
            row_lines(one, 40, 1, here=False, chosen=True)[0],
            table_line(one, 80, here=False, head=(("2021 ", "bold"),), repeated=False, chosen=True),
        ):
            assert plain(line).startswith("■ ")
            assert ink_of(line, "■") == "accent"


def test_notes_stand_below_what_they_are_on() -> None:
    """Tags stand below the headline, a note on the whole text above the first paragraph."""
    notes = (Note("On two", 1, AT), Note("On all", None), Note("On the photo", CAPTION), Note("Gone", 99))
    lines = page(TALKS, 60, 5, [], None, Mark(tags=("asean", "x"), notes=notes))
    shown = [plain(line.content).strip() for line in lines]
    assert "#asean  #x" in shown
    at = [shown.index(word) for word in ("#asean  #x", "✎ On all", "✎ On the photo")]
    body = [i for i, line in enumerate(lines) if line.first]
    two = next(i for i, text in enumerate(shown) if text.startswith("✎ On two"))
    assert at == sorted(at) and at[-1] < body[0] < body[1] < two < body[2]
    assert lines[two].paragraph == 1
    assert shown[two].endswith("22 Nov 2026")
    assert shown.index("✎ Gone") > body[-1]


async def test_a_note_appears_at_the_same_place_of_the_text() -> None:
    """A note that is written while a text is read leaves the cursor and the scroll where they are."""
    async with staged(ArticleViewer(id="article"), 60, 12) as scene:
        scene.panel.read(TALKS, [])
        await scene.press("j")
        scene.panel.annotate(Mark(notes=(Note("Call him", 1),)))
        assert "✎ Call him" in scene.text
        assert scene.panel.paragraph == 1
        scene.panel.annotate(Mark())
        assert "✎" not in scene.text


async def test_a_text_is_left_and_found_again() -> None:
    """A text that was read tells its paragraph when another is shown; with a place it opens there."""
    other = replace(TALKS, id="c" * 12)
    async with staged(ArticleViewer(id="article"), 60, 12) as scene:
        scene.panel.read(TALKS, [], Mark(place=2))
        assert scene.panel.paragraph == 2
        await scene.press("k")
        scene.panel.read(other, [])
        await scene.press("j")
        assert [(m.article, m.paragraph) for m in scene.heard(ArticleViewer.Left)] == [(TALKS.id, 1)]
        scene.panel.read(other, [], Mark(place=2))
        assert scene.panel.paragraph == 1


async def test_the_head_counts_what_is_selected() -> None:
    """x, A, v and X select, and the head says how many rows are, at any width."""
    from tests.tui.test_timeline import Shelf

    found = Shelf(tuple(row(id=f"{n:012x}") for n in range(1200)))
    for columns, told in ((60, "1,200 selected · 1/1,200"), (34, "1,200 selected"), (26, "■ 1,200")):
        async with staged(Timeline(id="timeline"), columns, 12) as scene:
            scene.panel.fill(found.hits, 0)
            await scene.press("A")
            assert told in scene.screen[0]
            assert len(scene.heard(Timeline.Selected)) == 1
            await scene.press("X", "x")
            assert scene.text.count("■") == (2 if columns == 26 else 1)
