"""Widths on a real terminal: whatever letters a text is written in, every cell after them is in its place."""

from __future__ import annotations

import unicodedata

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

pytestmark = pytest.mark.slow

VIETNAMESE = "Đồng chí Lê Hoài Trưng gặp gỡ Đảng Nhân dân Cách mạng"
TEXTS = {
    "NFC": unicodedata.normalize("NFC", VIETNAMESE),
    "NFD": unicodedata.normalize("NFD", VIETNAMESE),
    "CJK": "北京会谈 与 平壤 서울 방문 東京の会議 comrades",
    "emoji": "Talks 🤝 in Hanoi 🇻🇳 went well 👩‍👩‍👧 ☎️ end 👍🏽 now",
    "mixed": "é e\u0301 ệ 한 Ａ ｱ ﬁ ½ “x” … — Đ",
}
RULE = "│┤├┬|+"


@pytest.mark.parametrize("options", [(), ("--ascii",), ("--mono",)], ids=" ".join)
@pytest.mark.parametrize("letters", TEXTS)
def test_columns_stay_straight(room: Newsroom, letters: str, options: tuple[str, ...]) -> None:
    """The hairline between the columns stands in one column of the screen, also after moving about."""
    text = TEXTS[letters]
    file = room.folder / "text.txt"
    body = f"{text}. " * 6
    file.write_text(f"{text}\n\nHanoi (VNA) – {body}on May 18, 2021.\n\n{body}\n", encoding="utf-8")
    room.run("import", str(file))
    with Terminal(python("tui", *options), environment=room.environment()) as terminal:
        terminal.wait_for("1 of 1")
        terminal.settle()
        for keys in ("", "2jj", "3j", "zz", "1pq", "i", "i/q"):
            terminal.press(keys)
            terminal.settle(0.2)
            column = {terminal.screen.buffer[y][30].data for y in range(3, 22)}
            assert column <= set(RULE), f"after {keys!r}:\n{terminal.text}"
