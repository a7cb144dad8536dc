"""What the keys.toml of a reader asks for: actions with other keys, as far as it can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, NamedTuple

from tui.keyboard import Keyboard, named, printed
from tui.keys import BY_ID

_PLACE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_GIVEN: Final = re.compile(r"""\s*\[*\s*(["']?)([^"'=\[\]]+?)\1\s*[=\]]""")
"""How a line begins that gives something to a name, or begins a section."""

_SECTION: Final = "keys"

_PATIENCE: Final = 20
"""Lines that are no TOML after which the file is taken for something else."""


class Mistake(NamedTuple):
    """Something in a keys.toml that is left out, and why."""

    line: int
    """Counted from 1; 0 where it is the whole file."""
    reason: str

    def __str__(self) -> str:
        where = f"keys.toml, line {self.line}" if self.line else "keys.toml"
        return f"{where}: {self.reason}"


class _Wish(NamedTuple):
    """One line of the file that can be fulfilled, unless another is in its way."""

    line: int
    keys: tuple[str, ...]


def asked(raw: bytes) -> tuple[Keyboard, list[str]]:
    """Return the keys that the bytes of a keys.toml ask for, and what of them cannot be followed."""
    mistakes: list[Mistake] = []
    lines: list[str] = []
    for number, one in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            lines.append(one.decode())
        except UnicodeDecodeError:
            lines.append("")
            mistakes.append(Mistake(number, "is not UTF-8; it is left out"))
    table = _parsed(lines, mistakes)
    wishes = dict(_wishes(table, lines, mistakes))
    given = _without_clashes(wishes, mistakes)
    return Keyboard(given), [str(mistake) for mistake in sorted(mistakes)]


def _parsed(lines: list[str], mistakes: list[Mistake]) -> dict[str, object]:
    """Return the file as TOML, each line that is none of it taken out."""
    import tomllib  # few have a keys.toml

    for _ in range(_PATIENCE):
        try:
            return tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            last = max((n for n, text in enumerate(lines, 1) if text.strip()), default=1)
            number = min(int(place[1]), last) if place and place[1] else last
            while not lines[number - 1].strip() and number > 1:
                number -= 1  # an unfinished line is noticed at the next
            mistakes.append(Mistake(number, 'is not of the form action = "key"; it is left out'))
            lines[number - 1] = ""
        except (ValueError, RecursionError):  # a number without end, brackets without end
            break
    mistakes[:] = [Mistake(0, "is no TOML; every key is as it came")]
    return {}


def _wishes(
    table: dict[str, object], lines: list[str], mistakes: list[Mistake]
) -> Iterator[tuple[str, _Wish]]:
    """Yield each action of the table that is given keys, and where."""
    places = _places(lines)
    for name in table.keys() - {_SECTION}:
        mistakes.append(
            Mistake(places.get(name, 0), f"{_quoted(name)} is not below the line [keys]; it is left out")
        )
    section = table.get(_SECTION, {})
    if not isinstance(section, dict):
        mistakes.append(Mistake(places.get(_SECTION, 0), "keys must be a line of its own: [keys]"))
        return
    for name, wanted in section.items():
        at = places.get(name, 0)
        keys = _keys(name, wanted)
        if isinstance(keys, str):
            mistakes.append(Mistake(at, f"{keys}; it is left out"))
        else:
            yield name, _Wish(at, keys)


def _keys(name: str, wanted: object) -> tuple[str, ...] | str:
    """Return the keys that an action is given, or why it cannot have them."""
    if name not in BY_ID:
        return f"no action is called {_quoted(name)}{_meant(name, list(BY_ID))}"
    if not BY_ID[name].keys:
        return f"{name} has a whole family of keys, which stay as they are"
    keys = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
        return f'{name} needs a key in quotes, such as "f5", or several in brackets: ["f5", "f6"]'
    for key in keys:
        if named(key) is None:
            return f"no key is called {_quoted(key)}"
    return tuple(dict.fromkeys(filter(None, map(named, keys))))


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _quoted(name: str) -> str:
    """Return what somebody wrote, short enough for a sentence."""
    return f"“{name if len(name) <= 30 else name[:29] + '…'}”"


def _places(lines: list[str]) -> dict[str, int]:
    """Return the line on which each name is given something, or begins a section."""
    found = ((number, _GIVEN.match(text)) for number, text in enumerate(lines, 1))
    return {given[2].strip(): number for number, given in found if given}


def _without_clashes(wishes: dict[str, _Wish], mistakes: list[Mistake]) -> dict[str, tuple[str, ...]]:
    """Return what can be given without two actions on one key; of two wishes the later line gives way."""
    while True:
        given = {name: wish.keys for name, wish in wishes.items()}
        clashes = list(Keyboard(given).clashes())
        if not clashes:
            return given
        name, other, key = max(clashes, key=lambda clash: wishes[clash[0]].line)
        reason = f"{printed(key)} is the key of {other} already, so {name} keeps its own"
        mistakes.append(Mistake(wishes.pop(name).line, reason))
