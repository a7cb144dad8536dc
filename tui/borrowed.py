"""Our inks for themes that are not ours: their colours, made to stand out from their ground."""

from __future__ import annotations

from typing import Final

from textual.color import Color
from textual.theme import Theme

_READABLE: Final = 4.5
"""The least ratio of words to their ground, as WCAG asks."""

_VISIBLE: Final = 3.0
"""The least ratio of bars to their ground."""

_MOST_OF: Final = {"muted": 0.85, "faint": 0.7, "bar": 0.8, "barinf": 0.45, "rule": 0.35}
"""Inks that are the theme's own, so much of it."""

_NAMED: Final = {
    "accent": "accent", "party": "primary", "place": "success", "event": "secondary",
    "warn": "warning", "ok": "success", "error": "error",
}  # fmt: skip
"""Inks that are a colour of the theme."""


def borrowed(theme: Theme) -> dict[str, str]:
    """Return the `nd-` variables that newsdesk.tcss is written in, for a theme of Textual."""
    colours = theme.to_color_system().generate()
    ground, ink = (Color.parse(colours[name]).rgb for name in ("background", "foreground"))
    page, text = Color(*ground), standing_out(Color(*ink), Color(*ground), _READABLE)
    inks = {name: page.blend(text, share) for name, share in _MOST_OF.items()}
    inks |= {name: Color(*Color.parse(colours[own]).rgb) for name, own in _NAMED.items()}
    for name in (*_NAMED, "muted", "faint"):
        inks[name] = standing_out(inks[name], page, _READABLE)
    for name in ("bar", "barinf"):
        inks[name] = standing_out(inks[name], page, _VISIBLE)
    inks["accent2"] = standing_out(page.blend(inks["accent"], 0.6), page, _VISIBLE)
    grounds = {
        "bg": page,
        "raise": Color(*Color.parse(colours["surface"]).rgb),
        "chip": page.blend(text, 0.2),
        "mark": page.blend(inks["warn"], 0.25),
    }
    every = {**inks, **grounds, "ink": text, "strong": text}
    return {f"nd-{name}": colour.hex6 for name, colour in every.items()}


def standing_out(colour: Color, ground: Color, ratio: float) -> Color:
    """Return a colour, as much darker or lighter as it takes to reach a ratio to its ground."""
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: contrast(end, ground))
    steps = (colour.blend(end, step / 20) for step in range(21))
    return next((one for one in steps if contrast(one, ground) >= ratio), end)


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of two colours as WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 255 for part in colour.rgb)
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
