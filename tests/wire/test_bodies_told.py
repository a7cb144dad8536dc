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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Michael Sata won, the electoral commission said.", ["Electoral Commission"]),
        ("The General Elections Commission (KPU) met. The election commission will count.",
         ["General Elections Commission"]),
        ("He heads the Taiwan Work Office of the CPC Central Committee.", ["Taiwan Work Office"]),
        ("He heads the General Office of the CPC Central Committee.", ["General Office"]),
        ("He heads the Office of the Party Central Committee.", []),
        ("He was elected to a commission of the sort.", []),
    ],
)  # fmt: skip
def test_offices_and_commissions(text: str, names: list[str]) -> None:
    """Whoever counts votes is a body in small letters, too, unless it has a longer name in the text."""
    assert [e.name for e in read(f"BEIJING (AFP) - {text}\n").entities if e.kind == "org"] == names
