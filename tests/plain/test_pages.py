"""The manual as lines."""

from __future__ import annotations

import re

import pytest

from tests.plain.talk import Talk
from tui.handbook import PAGES, Page
from tui.plain.pages import lines

_MARKS = re.compile(r"^\|.*\|$|\*\*|\]\(|^##+ |^```|\\\|")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_read_without_its_marks(page: Page) -> None:
    """Every page is told in sentences: no Markdown is left of it, and no word is lost."""
    told = list(lines(page.text()))
    assert told and all(told) and not [line for line in told if _MARKS.search(line)]
    words = set(
        re.findall(r"\w{3,}", re.sub(r"\]\([^)]*\)|^\|.*\n\|[-| ]+\n|^```.*", "", page.text(), flags=re.M))
    )
    assert words - set(re.findall(r"\w{3,}", " ".join(told))) == set()


def test_markdown_becomes_lines() -> None:
    """A paragraph, an item and a row of a table are a line each, whatever they were broken into."""
    page = "# Title\n\nOne `two`\nthree **four** *five*.\n\n- six\n  seven\n1. eight\n\n| A | B |\n| --- |"
    page += " --- |\n| `x` |  | nine [ten](a.md) |\n\n```sh\n\nrun  *this*\n```\n"
    assert list(lines(page)) == [
        "Title", "One two three four five.", "- six seven", "1. eight", "x: nine ten", "run  *this*",
    ]  # fmt: skip


def test_pages_are_listed_and_read(talk: Talk) -> None:
    """`manual` names the pages, and with a name reads one; another name is told."""
    assert len(talk.say("manual")) == 1 + len(PAGES)
    assert talk.say("manual plain")[0] == "Line by line"
    assert talk.say("manual nonsense") == ["The manual has no page nonsense; manual lists them."]
