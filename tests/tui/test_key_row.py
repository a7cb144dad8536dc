"""The key row: every hint is a key of the table, heard where the row is shown."""

from __future__ import annotations

from typing import get_args

import pytest

from tui.keyboard import Keyboard
from tui.keys import KEYS, ON_DESK, Scope
from tui.status import LAYERS, KeyRow, Layer

OF_A_LAYER: dict[str, set[Scope]] = {
    **{layer: {"picker", "panel"} for layer in ("party", "date", "entity", "go", "rows", "jump")},
    **{layer: {"panel"} for layer in ("evidence", "why", "manual", "empty")},
    "brush": {"when"},
    "selected": {"timeline", "panel"},
    "entry": {"prompt"},
    "names": {"prompt"},
    "choice": {"form", "panel"},
}
"""Where the keys of a layer stand in the table, if not under its own name."""

SPOKEN = {"the", "same", "key"}
"""Words of the question that asks for the key that was pressed before."""


@pytest.mark.parametrize("layer", LAYERS)
def test_every_hint_is_a_key(layer: Layer) -> None:
    """What the row names can be pressed there: it stands in the table, in that place or on the whole desk."""
    places = OF_A_LAYER.get(layer, {layer, "panel"} & set(get_args(Scope))) | ON_DESK
    heard = {word for key in KEYS if key.scope in places for word in key.shown.split()}
    row = KeyRow(id="keys")
    row.show_for(layer)
    named = {word for keys, _ in row.hints for word in keys.split()}
    assert named - SPOKEN <= heard | {","}, "a hint without a row in tui/keys.py"


@pytest.mark.parametrize("layer", LAYERS)
def test_hints_follow_the_keys_in_force(layer: Layer) -> None:
    """A hint names the key that was given to its action, and never that of an action given away."""
    row = KeyRow(id="keys")
    row.show_for(layer)
    before = row.hints
    row.keyboard = Keyboard({key.id: (f"f{n % 12 + 1}",) for n, key in enumerate(KEYS) if key.keys})
    for (old, word), (new, same) in zip(before, row.hints, strict=True):
        assert word == same
        for was, now in zip(old.split(), new.split(), strict=True):
            assert now.startswith("f") or was == now
