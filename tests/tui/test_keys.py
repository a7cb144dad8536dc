"""Keys: every action is there on whom it is called, and no key of a panel hides one of the Desk."""

from __future__ import annotations

import ast

import pytest
from textual.widget import Widget

from tui.desk import Desk
from tui.evidence import EvidencePanel
from tui.help import Help
from tui.keys import BY_ID, KEYS, ON_DESK, Key, hints, table
from tui.pickers import Picker
from tui.sidebar import EntitySidebar
from tui.timeline import Timeline
from tui.viewer import ArticleViewer
from tui.ways_out import WaysOut

PANELS: tuple[type[Widget], ...] = (
    Timeline,
    ArticleViewer,
    EntitySidebar,
    EvidencePanel,
    Picker,
    Help,
    WaysOut,
)
NOTHING_TO_CHOOSE = {(ArticleViewer, "choose")}
"""The article has no rows that Enter could open."""


def called(key: Key) -> tuple[str, list[object]]:
    """Return the name and the arguments of a key's action."""
    name, _, rest = key.action.partition("(")
    return name, list(ast.literal_eval(f"[{rest.removesuffix(')')}]"))


@pytest.mark.parametrize("key", [key for key in KEYS if key.scope == "panel"], ids=lambda key: key.id)
@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.__name__)
def test_every_panel_can_do_what_its_keys_say(panel: type[Widget], key: Key) -> None:
    """A key of the panels has its action, with these arguments, on every panel."""
    name, arguments = called(key)
    if (panel, name) not in NOTHING_TO_CHOOSE:
        code = getattr(panel, f"action_{name}").__code__
        assert code.co_argcount == 1 + len(arguments)


@pytest.mark.parametrize("key", [key for key in KEYS if key.scope in ON_DESK], ids=lambda key: key.id)
def test_the_desk_can_do_what_its_keys_say(key: Key) -> None:
    """A key of the Desk has its action, with these arguments, on the Desk."""
    name, arguments = called(key)
    assert getattr(Desk, f"action_{name}").__code__.co_argcount == 1 + len(arguments)


def test_no_panel_hides_a_key_of_the_desk() -> None:
    """What is a key in the panels is no key of the Desk, which would never hear it."""
    panel, desk = (
        {name for key in KEYS if key.scope in scopes for name in key.keys} for scopes in (("panel",), ON_DESK)
    )
    assert panel & desk == set()


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_a_tooltip_is_one_sentence(key: Key) -> None:
    """One sentence: one full stop, at its end."""
    assert key.tooltip.count(". ") == 0 and key.tooltip.endswith(".") and "\n" not in key.tooltip


def test_hints_take_the_first_key() -> None:
    """A hint shows one key and its word."""
    assert hints("party", "right") == (("p", "party"), ("l", BY_ID["right"].label))


def test_the_table_has_a_row_for_each_key() -> None:
    """The table of the manual: two rows of heading, then one row a key, none broken by a bar."""
    lines = table().splitlines()
    assert len(lines) == len(KEYS) + 2
    assert len({line.count("|") for line in lines}) == 1
