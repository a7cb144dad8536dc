"""Reading: moving through texts, paragraphs, mentions and entities."""

from __future__ import annotations

from collections.abc import Callable

from store.archive.archive import Archive
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


async def test_the_article_follows_the_cursor(desk: Desk) -> None:
    """Moving in the Timeline shows the other text once the cursor rests, and does not mark it as read."""
    async with desk() as reading:
        await reading.press("j")
        assert "Fri 26 Feb 2016~" in reading.text
        assert "2 unread" in reading.rows[0]
        await reading.press("k")
        assert "Tue 18 May 2021~" in reading.text


async def test_enter_opens_and_marks_as_read(desk: Desk, archive: Archive) -> None:
    """Enter gives the keyboard to the article and keeps that it was read."""
    async with desk() as reading:
        await reading.press("enter")
        assert reading.desk.panel == "article"
        assert "1 unread" in reading.rows[0]
    async with desk() as again:
        assert "1 unread" in again.rows[0]


async def test_capital_j_reads_on_from_any_panel(desk: Desk) -> None:
    """`J` shows the next text with the keyboard staying in the article; `K` goes back."""
    async with desk() as reading:
        await reading.press("2", "J")
        assert reading.desk.panel == "article"
        assert "Fri 26 Feb 2016~" in reading.text
        await reading.press("K")
        assert "Tue 18 May 2021~" in reading.text


async def test_star_and_read_marks_are_kept_and_taken_back(desk: Desk) -> None:
    """`s` sets a star that the next start still shows; `m` turns read into unread again."""
    async with desk() as reading:
        await reading.press("s", "m")
        assert "1 unread · 1 ★" in reading.rows[0]
    async with desk() as again:
        assert "1 unread · 1 ★" in again.rows[0]
        await again.press("s", "m")
        assert again.rows[0].endswith("2 of 2 · 2 unread")


async def test_paragraphs_have_a_cursor(desk: Desk) -> None:
    """In the article j and k go from paragraph to paragraph and the head says which are in sight."""
    async with desk() as reading:
        await reading.press("2", *["j"] * 12)
        assert reading.desk.viewer.paragraph == 8
        assert "of 9" in reading.text
        assert "They said they will work together" in reading.text
        await reading.press("g", "g")
        assert reading.desk.viewer.paragraph == 0
        assert "¶1" in reading.text


async def test_the_page_ends_with_caption_credit_and_what_was_hidden(desk: Desk) -> None:
    """The last lines name the photo, its credit and the kinds of text that were taken out; R shows them."""
    async with desk(120, 40) as reading:
        await reading.press("2", "G")
        assert "External Relations Le Hoai" in reading.text
        assert "VNA" in reading.text
        assert "Hidden: repeated headline" in reading.text
        await reading.press("R")
        assert "ảnh 1Chairman" in reading.text
        await reading.press("R")
        assert "ảnh 1Chairman" not in reading.text


async def test_n_goes_through_the_mentions(desk: Desk) -> None:
    """`n` stands on the first mention, then on the next, and says which of how many."""
    async with desk() as reading:
        await reading.press("n")
        assert reading.status.startswith("1 of ")
        await reading.press("n")
        assert reading.status.startswith("2 of ")
        await reading.press("N", "N")
        first, last = reading.status.split()[0], reading.status.split()[2]
        assert first == last


async def test_enter_on_an_entity_filters_by_it(desk: Desk) -> None:
    """In Entities, Enter on a person filters by that person; again takes it back."""
    async with desk(120, 40) as reading:
        await reading.press("3", "j", "j", "j", "enter")
        assert (
            str(reading.desk.query_in_force) == "person:le-hoai-trung" or "trung" in reading.rows[0].lower()
        )
        assert "1 of 2" in reading.rows[0]
        await reading.press("3", "enter")
        assert "2 of 2" in reading.rows[0]


async def test_enter_on_a_contact_goes_to_its_sentence(desk: Desk) -> None:
    """In Entities, Enter on `CPV × CPP` goes to the paragraph that says they met."""
    async with desk(120, 40) as reading:
        await reading.press("2", "G", "3", "j", "j", "enter")
        assert reading.desk.panel == "article"
        assert reading.desk.viewer.paragraph == 0
        assert "held a virtual" in reading.text


async def test_zoom_gives_the_panel_the_whole_page(desk: Desk) -> None:
    """`z` makes the Timeline a table over the whole width; again brings the three panels back."""
    async with desk(120, 40) as reading:
        await reading.press("z")
        assert "2 Article" not in reading.text
        assert any("2021 18 May~" in row and "13th National Party" in row for row in reading.rows)
        await reading.press("z")
        assert "2 Article" in reading.text


async def test_panels_are_reached_by_number_tab_and_arrow(desk: Desk) -> None:
    """1 2 3, Tab, h and l give the keyboard to a panel, and only its head is heavy."""
    async with desk(120, 40) as reading:
        for keys, panel in [
            ("2", "article"),
            ("3", "entities"),
            ("1", "timeline"),
            ("tab", "article"),
            ("l", "entities"),
            ("h", "article"),
            ("left", "timeline"),
        ]:
            await reading.press(keys)
            assert reading.desk.panel == panel
            assert sum("━ " in row for row in reading.rows) == 1


async def test_escape_goes_one_layer_back_and_q_quits_at_the_base(desk: Desk) -> None:
    """Esc closes help, then evidence, then returns to the Timeline, and no further; q there ends the desk."""
    async with desk() as reading:
        await reading.press("2", "i", "question_mark")
        await reading.press("escape")
        assert reading.desk.over is None
        await reading.press("escape")
        assert reading.desk.panel == "article"
        await reading.press("escape", "escape", "escape")
        assert reading.desk.panel == "timeline"
        assert reading.app.is_running
        await reading.press("q")
        assert reading.app.return_code == 0


async def test_reading_through_what_is_unread_misses_none(
    desk: Desk, keep_many: Callable[[int], None]
) -> None:
    """Under `is:unread` each J reads the next text, though every text read leaves the answer."""
    keep_many(80)
    async with desk(query="is:unread") as reading:
        seen = [reading.desk.viewer.article.id] if reading.desk.viewer.article else []
        for _ in range(81):
            await reading.pilot.press("J")
            assert reading.desk.viewer.article
            seen.append(reading.desk.viewer.article.id)
        await reading.press("G", "g", "g")
        assert len(set(seen)) == 82
        assert "1 unread" in reading.rows[0]


async def test_the_chosen_entity_is_marked_as_soon_as_the_keyboard_comes(desk: Desk) -> None:
    """Where the kinds are run in, 3 lays the entity under the cursor on the mark, and 1 takes it off."""
    async with desk() as reading:
        for keys, inks in ((("3",), {"mark"}), (("1",), {"party"}), (("3", "j"), {"party"})):
            await reading.press(*keys)
            head = reading.desk.sidebar.content_at(0)
            assert {ink for text, ink in head if text == "CPV"} == inks, keys
