"""Bodies told by their words: fronts, colleges that many own, and what only has a body's name in it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nidaa Tounes beat the Popular Front and the Islamic Front.", ["Popular Front", "Islamic Front"]),
        ("He taught at the Political Officers' College.", ["Political Officers' College"]),
        ("The Pathet Lao and the Histadrut sent guests.", ["Pathet Lao", "Histadrut"]),
        ("The Avante! festival was wet, and so was the Lok Sabha seat.", []),
        ("The Democratic senate lost.", []),
    ],
)
def test_bodies(text: str, names: list[str]) -> None:
    """What people believe in names a front; a seat, a festival and a majority are no bodies."""
    assert [e.name for e in read(f"TUNIS (AFP) - {text}\n").entities if e.kind == "org"] == names
