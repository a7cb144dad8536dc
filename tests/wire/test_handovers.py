"""Handovers: what somebody was from whom, or in place of whom, another takes an office."""

from __future__ import annotations

import pytest

from tests.wire.tiny import named, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le Hai Hue took over as mayor of Hanoi from Jiang Zaidong in May.", "former mayor of Hanoi"),
        ("Le Hai Hue will take over as chairman from Jiang Zaidong.", "chairman"),
        (
            "Le Hai Hue took over the leadership of the Labour Party from Jiang Zaidong.",
            "former leader of the Labour Party",
        ),
        ("Le Hai Hue took over the Labour Party from Jiang Zaidong.", "former leader of the Labour Party"),
        (
            "Le Hai Hue, new chairman of the Labour Party and Prime Minister, takes over from Jiang Zaidong.",
            "former chairman of the Labour Party",
        ),
        ("Le Hai Hue was elected General Secretary in place of Jiang Zaidong.", "former General Secretary"),
        (
            "Le Hai Hue was elected leader of the Labour Party, ending the long reign of Jiang Zaidong.",
            "former leader of the Labour Party",
        ),
        ("Minister Le Hai Hue took a book from Jiang Zaidong.", None),
        ("President Le Hai Hue took power from Jiang Zaidong.", None),
        ("Minister Le Hai Hue wore a hat in place of Jiang Zaidong.", None),
        ("Le Hai Hue, leader of the opposition, won, ending the rule of Jiang Zaidong.", None),
        ("Secretary Le Hai Hue and Minister Xi Jinping took over from Jiang Zaidong.", None),
        ("The Labour Party took over the leadership from Jiang Zaidong.", None),
    ],
)
def test_who_hands_over(text: str, role: str | None) -> None:
    """He had the office that the text says is taken from him, and none where it does not say which."""
    assert roles(named(text, agency="VNA"))["Jiang Zaidong"] == role
