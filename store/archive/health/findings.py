"""Finding: one thing that is wrong with an archive, or worth a word, and what a repair makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal, NamedTuple

State = Literal["broken", "mended", "note"]
"""Broken is what keeps something from being used; a note is what does not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one place of an archive, in words for a person."""

    state: State
    file: str
    """Within the archive."""
    place: str | None
    """Where in the file: a byte, or a document."""
    what: str
    remedy: str | None = None
    """What --repair does about it, or has done; None where nothing can or need be done."""

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        if not self.remedy:
            return f"{self.state:<6}  {where}: {self.what}"
        promise = "" if self.state == "mended" else "with --repair: "
        return f"{self.state:<6}  {where}: {self.what}; {promise}{self.remedy}"

    def mended(self, remedy: str | None) -> Finding:
        """Return the same after its repair."""
        return replace(self, state="mended", remedy=remedy or self.remedy)

    def failed(self, why: str) -> Finding:
        """Return the same after a repair that could not be made."""
        return replace(self, what=f"{self.what}, and {why}", remedy=None)


class Case(NamedTuple):
    """A finding, and how to mend it: called under the archive's lock, it may say what it did."""

    finding: Finding
    cure: Callable[[], str | None] | None = None
    is_long: bool = False
    """Whether the cure takes long, and takes the lock itself for one piece of the work after the other."""


def _case(
    state: State,
    file: str,
    place: str | None,
    what: str,
    remedy: str | None = None,
    cure: Callable[[], str | None] | None = None,
) -> Case:
    return Case(Finding(state, file, place, what, remedy), cure)


broken: Final = partial(_case, "broken")
"""A case of what cannot be used as it is: file, place, what is wrong, the remedy in words, the cure."""

note: Final = partial(_case, "note")
"""The same of what is worth a word and stops nothing."""


def counted(count: int, thing: str, things: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"
