"""How the articles of all segments fit together: none twice, none before its time, all of one reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from store.archive.health.findings import Case, counted, note
from store.archive.health.house import House
from store.archive.health.register import Place, Register
from store.archive.health.rereading import reread_segment
from store.archive.tables import Table, read_table
from store.document import Document
from store.errors import ArchiveError

_NAMED = 3
"""So many ids or reasons are named where one finding is about many."""


class Fitting:
    """What a register shows once every segment has been noted in it."""

    def __init__(self, house: House, register: Register) -> None:
        """Look over the register of a house."""
        self._house = house
        self._register = register

    def cases(self) -> Iterator[Case]:
        """Yield what does not fit together; what may be so only because a segment is not seen is left out."""
        if self._register.is_whole:
            for segment, copies in [*self._register.copies.items()]:
                yield self._twice(segment, copies)
            for waiting, place in [*self._register.early]:
                yield self._early(waiting, place)
            for gone, places in self._register.orphans.items():
                for segment, number in places:
                    what = f"replaces text {gone}, which no file has"
                    yield note(self._file(segment), f"document {number}", what)
        if stale := +self._register.stale:
            files = counted(len(stale), "file")
            what = f"{counted(stale.total(), 'text')} in {files} may read otherwise by now: {self._whys()}"
            yield note("articles", None, what, "read again", partial(self._reread, [*stale]))._replace(
                is_long=True
            )

    def _whys(self) -> str:
        """Say why texts are stale, what concerns most of them first."""
        common = self._register.whys.most_common()
        said = [f"{why} ({number:,})" for why, number in common[:_NAMED]]
        return ", ".join(said if len(common) <= _NAMED else [*said, "…"])

    def _file(self, segment: str) -> str:
        return self._house.shown(self._house.segment(segment))

    def _twice(self, segment: str, copies: list[tuple[str, Place]]) -> Case:
        what = f"{counted(len(copies), 'text')} stand in an earlier place, too: {self._ids(segment, copies)}"
        remedy = "kept once, under all names"
        return note(self._file(segment), None, what, remedy, partial(self._join, segment, copies))

    def _ids(self, segment: str, copies: list[tuple[str, Place]]) -> str:
        try:
            table = read_table(self._house.segment(segment))
        except ArchiveError:  # it is to be mended first
            table = {}
        ids = [str(table[number]["id"]) for number, _ in copies if number in table]
        return ", ".join(ids if len(ids) <= _NAMED else [*ids[:_NAMED], "…"])

    def _join(self, segment: str, copies: list[tuple[str, Place]]) -> None:
        """Keep articles where they first stand, under the names of their copies too; take the copies out."""
        table = self._table(segment)
        into: dict[str, list[tuple[str, Document]]] = defaultdict(list)
        for number, first in copies:
            into[first.segment].append((first.number, table.pop(number)))
        for name, pairs in into.items():
            kept = table if name == segment else self._table(name)
            for number, copy in pairs:
                _call(kept[number]["source"], copy["source"])
            if name != segment:
                self._house.change(self._house.segment(name), kept)
        self._house.change(self._house.segment(segment), table)

    def _early(self, waiting: Place, place: Place) -> Case:
        file, document = self._file(waiting.segment), f"document {waiting.number}"
        what = f"stands before the text that it replaces, document {place.number}"
        if waiting.segment == place.segment:
            return note(file, document, what, "in each other's place", partial(self._swap, waiting, place))
        return note(file, document, f"{what} of {self._file(place.segment)}")

    def _swap(self, one: Place, other: Place) -> None:
        table = self._table(one.segment)
        table[one.number], table[other.number] = table[other.number], table[one.number]
        self._house.change(self._house.segment(one.segment), table)

    def _reread(self, segments: list[str]) -> str | None:
        """Read the stale articles of some segments again; id, source and number stay."""
        failed = 0
        for done, name in enumerate(segments, 1):
            with self._house.lock():
                failed += self._reread_one(name)
            self._house.tell(done, len(segments))
        return f"read again, but for {failed:,} that come out unsound" if failed else None

    def _reread_one(self, segment: str) -> int:
        """Read the stale articles of a segment again; return how many could not be."""
        fresh, failed = reread_segment(self._house, segment)
        for document in fresh:
            self._register.note_parties(document)
        return failed

    def _table(self, segment: str) -> Table:
        return read_table(self._house.segment(segment))


def _call(source: Document, other: Document) -> None:
    """Give a source the names of another."""
    names = dict.fromkeys((*source["also"], other["file"], *other["also"]))
    names.pop(source["file"], None)
    source["also"] = [*names]
