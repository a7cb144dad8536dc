from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from tests.newsdesk import ROOT
from tui.keys import KEYS, Key, Scope, bindings

BOUND = [key for key in KEYS if key.keys]
each_key = pytest.mark.parametrize("key", KEYS, ids=[key.id for key in KEYS])


@each_key
def test_every_key_is_explained(key: Key) -> None:
    """Every key has an id, a label, a shown form and a tooltip of one sentence."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key.id)
    assert key.label and key.shown
    assert key.tooltip[0].isupper() and key.tooltip.endswith(".")


def test_ids_are_unique() -> None:
    """An id names one key."""
    assert len({key.id for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("scope", sorted({key.scope for key in KEYS}))
def test_no_key_means_two_things(scope: str) -> None:
    """Within one scope a key stands for one action."""
    used = Counter(name for key in BOUND if key.scope == scope for name in key.keys)
    assert [name for name, times in used.items() if times > 1] == []


@pytest.mark.parametrize("key", BOUND, ids=[key.id for key in BOUND])
def test_every_action_resolves(key: Key) -> None:
    """Every action of the table is a method of a panel or of the Desk."""
    name = key.action.partition("(")[0]
    code = "".join(path.read_text("utf-8") for path in (ROOT / "tui").rglob("*.py"))
    assert re.search(rf"def action_{name}\(", code)


def test_bindings_carry_what_the_table_says() -> None:
    """Textual is given every bound key with its id, label and tooltip."""
    made = bindings(*get_args(Scope))
    assert len(made) == len(BOUND)
    for binding in made:
        assert not isinstance(binding, tuple) and binding.id and binding.description and binding.tooltip
