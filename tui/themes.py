"""Newsprint: the colours of paper and ink, in four themes."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

NAMES: Final = ("newsprint-dark", "newsprint-light", "newsprint-dark-hc", "newsprint-light-hc")
"""Dark and light, and both again with high contrast."""

_TOKENS: Final[dict[str, tuple[str, str, str, str]]] = {
    "bg": ("#171613", "#FBF8F1", "#000000", "#FFFFFF"),
    "chip": ("#38332A", "#E6DDCB", "#2E2A23", "#EAE3D5"),
    "mark": ("#4A3C16", "#F6E3A8", "#3D3110", "#FBEBB8"),
    "raise": ("#22201C", "#F3EEE3", "#141210", "#F6F3EC"),
    "rule": ("#544E44", "#BDB3A1", "#8F8676", "#6E6557"),
    "strong": ("#FFFAF0", "#000000", "#FFFFFF", "#000000"),
    "ink": ("#D9D2C5", "#2C2823", "#F2EDE3", "#161310"),
    "muted": ("#B5AC9D", "#544C41", "#D8D1C3", "#3B352C"),
    "faint": ("#978E7E", "#6E6557", "#C2B9A8", "#4A4338"),
    "accent": ("#F5875A", "#B03A12", "#FF9F73", "#842705"),
    "accent2": ("#A96041", "#C97A5D", "#B3704F", "#B8684A"),
    "party": ("#93BDF5", "#1B4F9C", "#AFCFFF", "#123A78"),
    "place": ("#93C4A8", "#1E6147", "#A9DDC0", "#0F452F"),
    "event": ("#C9B2E8", "#5B4390", "#DDC9F7", "#43306F"),
    "warn": ("#E8BC52", "#835500", "#FFD668", "#5A3A00"),
    "ok": ("#9DCB8B", "#3A6A29", "#B4E3A1", "#264A19"),
    "error": ("#FF8F85", "#B3261E", "#FFB0A8", "#86140F"),
    "bar": ("#C9C0AF", "#4A443B", "#F2EDE3", "#161310"),
    "barinf": ("#7D7362", "#958974", "#A39986", "#7D7362"),
}
"""Token to its colour in each theme of NAMES."""


_DEFAULT: Final = ("default", "default")

_SIXTEEN: Final[dict[str, tuple[str, str]]] = {
    "accent": ("bright_red", "red"),
    "accent2": ("red", "red"),
    "party": ("bright_cyan", "blue"),
    "place": ("green", "green"),
    "event": ("magenta", "magenta"),
    "warn": ("bright_yellow", "red"),
    "ok": ("green", "green"),
    "error": ("bright_red", "red"),
}
"""Token to its colour of sixteen, on a dark and on a light ground; all others are the terminal's own."""

SIXTEEN: Final = ("newsprint-16-dark", "newsprint-16-light")
"""The themes for terminals of sixteen colours, whose own ground and ink they keep."""


def variables(column: int) -> dict[str, str]:
    """Return the `nd-` variables that newsdesk.tcss is written in, for one theme of NAMES."""
    return {f"nd-{token}": colours[column] for token, colours in _TOKENS.items()}


def few_variables(column: int) -> dict[str, str]:
    """Return those variables for one theme of SIXTEEN."""
    return {f"nd-{token}": f"ansi_{_SIXTEEN.get(token, _DEFAULT)[column]}" for token in _TOKENS}


def themes() -> tuple[Theme, ...]:
    """Return the Newsprint themes."""
    rich = (_theme(name, variables(column)) for column, name in enumerate(NAMES))
    few = (
        _theme(name, few_variables(column) | _ground(column), ansi=True)
        for column, name in enumerate(SIXTEEN)
    )
    return (*rich, *few)


def _theme(name: str, given: dict[str, str], *, ansi: bool = False) -> Theme:
    return Theme(
        name=name,
        ansi=ansi,
        dark="dark" in name,
        background=given["nd-bg"],
        surface=given["nd-raise"],
        panel=given["nd-chip"],
        foreground=given["nd-ink"],
        primary=given["nd-accent"],
        accent=given["nd-accent"],
        secondary=given["nd-party"],
        warning=given["nd-warn"],
        error=given["nd-error"],
        success=given["nd-ok"],
        variables=given,
    )


def _ground(column: int) -> dict[str, str]:
    """Return what Textual's own stylesheets ask for where the colours are the terminal's."""
    ground, ink = (("ansi_black", "ansi_white"), ("ansi_white", "ansi_black"))[column]
    return {
        "ansi-background": ground,
        "ansi-foreground": ink,
        "block-cursor-foreground": ground,
        "block-cursor-background": ink,
        "input-cursor-background": ground,
        "input-cursor-foreground": ink,
        "input-cursor-text-style": "reverse",
    }
