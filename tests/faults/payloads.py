"""What hostile names and texts are made of."""

from __future__ import annotations

from typing import Final

CONTROLS: Final = tuple(chr(code) for code in (*range(1, 32), *range(0x7F, 0xA0)))
"""Every control character but NUL, which no text has."""

UNSEEN: Final = tuple(
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2066\u2067\u2068\u2069\u206a\u206f\u3164\ufeff\uffa0\ufff9\ufffb\ufffc\ufffd\ufffe\uffff"
    "\ue000\U000e0001\U000e0041\U000e007f\U000f0000\U0010ffff\U0001f468\u0e49\u0489"
)
"""Characters that reorder or hide what a reader sees, or that are none."""

SEQUENCES: Final = (
    "\x1b[2J", "\x1b[31mred", "\x1bc", "\x1b", "\x1b]0;title\x07", "\x1b]0;title\x1b\\", "\x1b]0;never ended",
    "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;http://a.example\x1b\\text\x1b]8;;\x1b\\", "\x1bP+q544e\x1b\\",
    "\x1b[?1049h", "\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[21t", "\x1b[3;0;0t", "\x1b[8;1;1t", "\x1b#8",
    "\x1b(0", "\x1b[1000;1000H", "\x1b[?25l", "\x1b_apc\x1b\\", "\x1b^pm\x1b\\", "\x1bX sos\x1b\\", "\x9b2J",
    "\x9d0;t\x9c", "\x90q\x9c", "\x8e", "\x0e\x0f", "back\x08\x08\x08\x08", "over\rwritten",
    "a\x00b".replace("\x00", ""), "\x7f\x7f",
)  # fmt: skip
"""What a terminal would obey."""

MARKUP: Final = (
    "[red]x[/]", "[/]", "[/red]", "[#zz]", "[@click=app.quit]x[/]", "[link=file:///etc/passwd]x[/link]",
    "[bold", "[[double]]", "\\[red]", "[b][i][u]", "<b>x</b>", "<script>1</script>", "*x* _x_ `x`",
    "[x](javascript:1)", "{0}", "{x!r}", "%s%n", "%(x)s", "$HOME", "`reboot`", "$(reboot)",
    "'; DROP TABLE rows; --", "\" OR 1=1", "NEAR(a", "a* AND -b:", "../../etc/passwd", "NULL", "\ud7ff",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "𝕿𝖊𝖝𝖙",
)  # fmt: skip
"""What some program along the way might take for its own language."""

NAMES: Final = (
    b"-rf", b"--help", b"--", b"-", b"a\nb", b"\n", b"a\rb", b"a\tb", b" ", b"a  b", b" before", b"after ",
    b"\x1b[2J", b"\x1b]0;title\x07", b"\x07", b"\x08\x08", b"\x7f", b"\xc2\x9b2J", b"\xc2\x85", b"\xff",
    b"\xff\xfe", b"a\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80", b"[red]", b"[/]", b"[@click=app.quit]", b"\\",
    b"\\n", b"\\x1b", b"a'b", b'a"b', b"`reboot`", b"$(reboot)", b"$HOME", b"a;b", b"a|b", b"a&b", b"*", b"?",
    b"~", b"!", b"#", b"%s", b"{0}", b"...", b".hidden", b"NUL", b"text.gz", b"text.json", b"text.html",
    b"x" * 255, "Hà Nội.txt".encode(), "Ha\u0300.txt".encode(), "\u202egnp.txt".encode(), "a\u2028b".encode(),
    "a\u200bb".encode(), "\ufeff".encode(), "\u2066a".encode(), "👨‍👩‍👧.txt".encode(),
    ("e" + "\u0301" * 60).encode(), "\U000e0041".encode(), b"00001.json", b"lock", b"index.sqlite",
)  # fmt: skip
"""Names of files that hold an ordinary text."""

ENCODINGS: Final = (
    ("utf-8", "Hà Nội, Đảng Cộng sản"), ("utf-8-sig", "Phnom Penh ភ្នំពេញ"), ("utf-16", "Vientiane ວຽງຈັນ"),
    ("cp1252", "“café”"), ("latin-1", "déjà vu"), ("cp1250", "Chişinău"), ("cp1251", "Москва"),
    ("koi8-r", "Москва"), ("cp1258", "Hà"), ("cp874", "กรุงเทพ"), ("tis-620", "กรุงเทพ"), ("shift-jis", "東京"),
    ("euc-jp", "東京"), ("iso-2022-jp", "東京"), ("gb18030", "北京"), ("gbk", "北京"), ("big5", "臺北"),
    ("euc-kr", "서울"), ("cp437", "café"), ("mac-roman", "café"), ("iso8859-2", "Łódź"),
    ("iso8859-5", "Москва"), ("iso8859-7", "Αθήνα"), ("cp1253", "Αθήνα"), ("cp1255", "ירושלים"),
    ("cp1256", "القاهرة"), ("hz", "北京"), ("utf-7", "Hà Nội"), ("cp866", "Москва"),
)  # fmt: skip
"""Encodings in which an ASCII word stays readable, or that a mark at the beginning tells."""
