from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.show import show, show_json

HIDING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff")


def is_harmless(text: str) -> bool:
    """Tell whether a terminal would neither obey, reorder nor hide anything of a text."""
    return HIDING.isdisjoint(text) and all(unicodedata.category(c) not in ("Cc", "Cs") for c in text)


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("Lê Hoài Trung", "Lê Hoài Trung"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[2J[red]x[/]", "�[2J[red]x[/]"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_foreign_text_is_shown_as_one_harmless_line(foreign: str, shown: str) -> None:
    """Letters and brackets stay, line ends and tabs become spaces, controls become visible."""
    assert show(foreign) == shown


@given(st.text(st.characters()))
def test_nothing_shown_is_obeyed(text: str) -> None:
    """Whatever a text holds, what is shown is harmless, and shown again it is the same."""
    assert is_harmless(show(text))
    assert show(show(text)) == show(text)


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_json_is_exact_and_harmless(document: dict[str, str]) -> None:
    """A document comes back from its line exactly, and the line can be shown on a terminal."""
    line = show_json(document).decode()
    assert json.loads(line) == document
    assert line.endswith("\n") and is_harmless(line[:-1])
