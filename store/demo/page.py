"""Pages: sentences filled in, with the place of every name in them."""

from __future__ import annotations

from typing import Any

from store.demo.cast import Record, cast
from store.demo.chance import Chance
from store.demo.prose import NAMED, PAPER, Sentence, introductions
from store.demo.scene import Scene

Noted = dict[str, Any]
"""A mention as it stands in a document."""


class Page:
    """What one article has been given so far: its mentions, and who is named in which order."""

    __slots__ = ("_cast", "_introduced", "_longer", "_records", "_rnd", "_values", "mentions", "named")

    def __init__(self, scene: Scene, rnd: Chance) -> None:
        """Begin an article on a scene."""
        self._values, self._records, self._rnd = scene.values, scene.records, rnd
        self._longer = introductions()
        self._cast = cast()
        self._introduced: set[str] = set()
        self.mentions: list[Noted] = []
        self.named: dict[str, Record] = {}
        """Records by id, in the order in which they were named first."""

    def put(self, sentence: Sentence, paragraph: int, at: int = 0, brief: bool = False) -> str:
        """Return a sentence filled in, which begins at a place of a paragraph.

        Args:
            brief: Call people by their last names though nobody has introduced them, as titles do.
        """
        values, rnd = self._values, self._rnd
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
                record = self._records[slot]
                if slot == PAPER:
                    record = self._cast.paper(rnd)
                    word = record["name"]
                key = record["id"]
                if not brief and key not in self._introduced:
                    self._introduced.add(key)
                    if longer := self._longer[slot]:
                        word = self.put(longer, paragraph, at)
                        told.append(word)
                        at += len(word)
                        continue
                self.mentions.append(
                    {"entity": key, "paragraph": paragraph, "start": at, "end": at + len(word)}
                )
                if key not in self.named:
                    self.named[key] = record
            told.append(word)
            at += len(word)
        return "".join(told)

    def name(self, record: Record) -> None:
        """Say that something is named where nothing is noted: the town of the dateline."""
        self.named.setdefault(record["id"], record)
