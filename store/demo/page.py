"""Pages: sentences filled in, with the place of every name in them."""

from __future__ import annotations

from typing import Any, Final

from store.demo.cast import Record
from store.demo.chance import Chance
from store.demo.prose import NAMED, Sentence, introductions
from store.demo.scene import Scene

Noted = dict[str, Any]
"""A mention as it stands in a document."""


class Page:
    """What one article has been given so far: its mentions, and who is named in which order."""

    __slots__ = ("_full", "_introduced", "_introductions", "_rnd", "_scene", "mentions", "named")

    def __init__(self, scene: Scene, rnd: Chance) -> None:
        """Begin an article on a scene."""
        self._scene, self._rnd = scene, rnd
        self._introductions = introductions()
        self._introduced: set[str] = set()
        self.mentions: list[Noted] = []
        self.named: dict[str, Record] = {}
        """Records by id, in the order in which they were named first."""

    def put(self, sentence: Sentence, paragraph: int, at: int = 0, brief: bool = False) -> str:
        """Return a sentence filled in, which begins at a place of a paragraph.

        Args:
            brief: Call people by their last names though nobody has introduced them, as titles do.
        """
        values, rnd = self._scene.values, self._rnd
        told: list[str] = []
        for pattern, draws, slot in sentence:
            if draws:
                pattern %= tuple([pool[int(ratio ** rnd() * least) - least] for pool, ratio, least in draws])
            told.append(pattern)
            if slot < 0:
                break
            at += len(pattern)
            word = values[slot]
            if slot < NAMED:
                if not brief and slot in self._introductions and self._is_new(slot):
                    word = self.put(self._introductions[slot], paragraph, at)
                else:
                    self._note(slot, paragraph, at, at + len(word), brief)
            told.append(word)
            at += len(word)
        return "".join(told)

    def name(self, record: Record) -> None:
        """Say that something is named where nothing is noted: the town of the dateline."""
        self.named.setdefault(str(record["id"]), record)

    def _is_new(self, slot: int) -> bool:
        return self._scene.records[slot]["id"] not in self._introduced

    def _note(self, slot: int, paragraph: int, start: int, end: int, brief: bool) -> None:
        record = self._scene.records[slot]
        key: Final = record["id"]
        self.mentions.append({"entity": key, "paragraph": paragraph, "start": start, "end": end})
        if key not in self.named:
            self.named[key] = record
        if not brief:
            self._introduced.add(key)
