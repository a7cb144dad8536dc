"""A folder of texts that are rewritten from round to round, some longer and some shorter than before."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from store.article import identity

_PARTIES: Final = (
    "Communist Party of Vietnam",
    "Cambodian People's Party",
    "Lao People's Revolutionary Party",
    "Communist Party of China",
    "Workers' Party of Korea",
    "Communist Party of Cuba",
    "United Russia",
    "Liberal Democratic Party of Japan",
)
_AGE: Final = 5_000_000_000
"""Nanoseconds that a text seems to be older than it is."""

_SENTENCE: Final = "Both parties spoke of the harvest in district {} and of trade across the river. "


class Wires:
    """Some files of one folder; what each says in a round depends on seed and number alone."""

    def __init__(self, folder: Path, count: int, seed: int, share: float = 0.4, longest: int = 40) -> None:
        """Name the folder; nothing is written yet.

        Args:
            share: How many of the files change from one round to the next.
            longest: Sentences of the longest text.
        """
        self.folder = folder
        self._count = count
        self._seed = seed
        self._share = share
        self._longest = longest
        self._laid: dict[Path, str] = {}

    def lay(self, round_: int) -> None:
        """Write the files as they are in a round; those that do not change are not touched.

        They look some seconds old, so that nobody takes them for files that are still being written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        written = time.time_ns() - _AGE
        for file, text in self._texts(round_):
            if self._laid.get(file) != text:
                file.write_text(text, encoding="utf-8")
                os.utime(file, ns=(written, written))
                self._laid[file] = text

    def ids(self, round_: int) -> dict[str, str]:
        """Return the id that each file's text has in a round."""
        return {str(file): identity(text) for file, text in self._texts(round_)}

    def _texts(self, round_: int) -> Iterator[tuple[Path, str]]:
        for number in range(self._count):
            yield self.folder / f"{number:04}.txt", self._text(number, self._version(number, round_))

    def _version(self, number: int, round_: int) -> int:
        """Return the last round up to this one in which a file was rewritten."""
        chosen = (r for r in range(round_, 0, -1) if self._chance(number, r).random() < self._share)
        return next(chosen, 0)

    def _text(self, number: int, version: int) -> str:
        chance = self._chance(number, version, "text")
        day = f"{chance.randint(1, 28)}, {chance.randint(2011, 2025)}"
        one, other = chance.sample(_PARTIES, 2)
        head = f"Text {number}, wording {version} of {self._seed}"
        lead = f"Hanoi (VNA) – Leaders of the {one} and the {other} met on May {day}."
        body = "".join(_SENTENCE.format(n) for n in range(chance.randint(0, self._longest)))
        return f"{head}\n\n{lead}\n\n{body}".rstrip()

    def _chance(self, *of: object) -> Random:
        return Random(f"{self._seed} {of}")
