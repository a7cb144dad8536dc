"""Hostile text: whatever a text holds is shown letter by letter and steers nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.cells import cell_len

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
Keep = Callable[[str, str], None]

HEADLINE = "Party[red]x[/] [@click=app.quit]press[/] \x1b]0;owned\x07 \x9b2J \u202egnp.exe"

TEXT = (
    f"{HEADLINE}\n\n"
    "Hanoi (VNA) – [bold]The Communist Party of Vietnam (CPV)[/] said on May 3, 2020 that \x1b[31mred\x1b[0m "
    "[/nope] [#zz] \x07 z\u0335\u0336\u0337\u0338\u0334\u0335\u0336 is 中文 text 😀 end.\n"
)

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


async def test_markup_and_escapes_are_letters(desk: Desk, keep: Keep) -> None:
    """Brackets are shown, escapes and bidi controls are not, and no cell holds a control character."""
    keep("hostile.txt", TEXT)
    async with desk(120, 40, "date:2020") as reading:
        assert "1 of 3" in reading.rows[0]
        article = " ".join(row.split("│")[1].strip() for row in reading.rows[8:36])
        assert "[bold]The" in article
        assert "[/nope] [#zz]" in article
        assert "Party[red]x[/] [@click=app.quit]press[/]" in article
        for keys in ("2 R", "R", "3", "i", "q", "question_mark", "escape", "p", "escape", "z", "z"):
            await reading.press(*keys.split())
            assert not STEERING.search(reading.text)


async def test_wide_letters_never_push_a_rule(desk: Desk, keep: Keep) -> None:
    """Chinese, emoji and stacked accents leave every column rule in its cell."""
    headline = "中文标题中文标题中文标题中文标题 😀😀😀 Việt Nam"
    keep("wide.txt", f"{headline}\n\nHanoi (VNA) – 越南共产党 e\u0301e\u0301 held talks on May 4, 2020.\n")
    async with desk(120, 40, "date:2020") as reading:
        for row in reading.rows[8:36]:
            at = row.index("│")
            assert cell_len(row[:at]) == 36
