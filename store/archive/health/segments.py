"""The examination of the segments: each file, and each article in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from store.archive import files
from store.archive.health.findings import Case, broken, note
from store.archive.health.house import House, ordered
from store.archive.health.index import summed
from store.archive.health.recovery import Recovery
from store.archive.health.register import Place, Register
from store.archive.health.salvage import NewerFormat, Trace, ailment, newest_format, numbers, pieces
from store.archive.tables import Table, content, table_in
from store.document import FORMAT, Document, from_document
from store.errors import ArchiveError, DocumentError

_END = b"}}"
"""With this every file of ours ends; one that does not may have had more documents."""


def newer(house: House) -> Iterator[Case]:
    """Find the segments that a newer newsdesk wrote; where there is one, nothing must be repaired."""
    for path in map(house.segment, house.segments()):
        try:
            data = content(path)
            if newest_format(data) <= FORMAT:
                continue
            versions = [document.get("format") for document in table_in(data, path).values()]
        except ArchiveError:
            continue  # it is damaged, and told as that
        newest = max((v for v in versions if isinstance(v, int)), default=0)
        if newest > FORMAT:
            yield broken(house.shown(path), None, _too_new(newest))


def _too_new(version: int) -> str:
    return (
        f"was written by a newer newsdesk (format {version}; this one knows {FORMAT}) and is left as it is; "
        "update newsdesk"
    )


class Examination:
    """One round over all segments, one at a time."""

    def __init__(self, house: House, register: Register) -> None:
        """Go through a house, noting every article that can be used or is found elsewhere."""
        self._house = house
        self._register = register

    def cases(self) -> Iterator[Case]:
        """Yield what is wrong with the segments, in order."""
        there = self._house.segments()
        known = {int(name) for name in there}
        gaps = (f"{number:05}" for number in range(1, max(known, default=0)) if number not in known)
        names = sorted((*there, *gaps), key=int)
        for done, name in enumerate(names, 1):
            yield from self._segment(name)
            self._house.tell(done, len(names))

    def _segment(self, name: str) -> Iterator[Case]:
        path = self._house.segment(name)
        if stamp := files.stamp(path):
            self._register.seals[name] = stamp[1:]
        try:
            data = content(path)
            table = table_in(data, path)
        except ArchiveError as error:
            yield from self._file(name, path, error)
            return
        try:
            ill = {number: what for number, document in table.items() if (what := ailment(document))}
        except NewerFormat as error:
            self._register.is_whole = False
            yield broken(self._house.shown(path), None, _too_new(error.version))
            return
        if ill:
            yield from self._documents(name, path, table, ill)
        else:
            self._register.sums[name] = summed(table)
            if list(table) != numbers(data, table):
                yield self._numbers(path, data)
        for number, document in table.items():
            if number not in ill:
                self._register.note(Place(name, number), document)

    def _file(self, name: str, path: Path, error: ArchiveError) -> Iterator[Case]:
        """Tell of a segment that cannot be read, and gather its articles from wherever they are whole."""
        file = self._house.shown(path)
        if isinstance(error.__cause__, PermissionError):
            self._register.is_whole = False
            yield broken(file, None, "this account may not read it; its articles are left out")
            return
        why = "is missing" if isinstance(error.__cause__, FileNotFoundError) else error.reason
        recovery, left, remembered = self._recovery(path), _what_is_left(path), self._house.remembered(name)
        recovery.gather(left, remembered)
        found = recovery.documents
        if found:
            told = f"{recovery}"
            yield broken(file, None, why, told, lambda: f"{told}; {self._house.heal(path, found)}")
        else:
            self._register.is_whole = False
            yield broken(file, None, f"{why}; none of its articles is left, here or in the backups")
        yield from _lost(file, recovery)
        if found and not remembered and not left.rstrip().endswith(_END):
            last = f"document {max(map(int, found))}"
            yield broken(file, last, "is the last one known; texts behind it are lost if there were any")
        for number, document in found.items():
            self._register.note(Place(name, number), document)

    def _documents(self, name: str, path: Path, table: Table, ill: dict[str, str]) -> Iterator[Case]:
        """Tell of the broken articles of a segment, and look for each of them elsewhere."""
        file, recovery = self._house.shown(path), self._recovery(path)
        self._find(name, recovery, table, ill)
        found = recovery.documents
        heal = cache(lambda: self._house.heal(path, found))
        for number, what in ill.items():
            place, origin = f"document {number}", recovery.origins.get(number)
            if origin:
                self._register.note(Place(name, number), found[number])
                yield broken(file, place, what, origin, partial(_told, origin, heal))
            elif number in found:
                yield broken(file, place, f"{what}; nothing better is left, and it stays as it is")
            else:
                origin = "taken out, so that the others can be used"
                yield broken(file, place, what, origin, partial(_told, origin, heal))
        yield from _lost(file, recovery)

    def _find(self, name: str, recovery: Recovery, table: Table, ill: dict[str, str]) -> None:
        """Gather the articles of a segment, the broken ones from elsewhere; what can be shown stays."""
        import orjson

        remembered = self._house.remembered(name)
        for number, document in table.items():
            if number not in ill:
                recovery.keep(number, document)
                continue
            found = recovery.find(number, orjson.dumps(document), remembered.get(number, Trace()))
            if not found and _can_be_shown(document):
                recovery.documents[number] = document

    def _numbers(self, path: Path, data: bytes) -> Case:
        """Tell of a segment whose numbers are not in order, or stand twice."""
        found: Table = {}
        for piece in pieces(data, articles=True):
            number = str(int(piece.number))
            if number in found:
                number = str(max(map(int, found)) + 1)
            if piece.document is not None:
                found[number] = piece.document
        what = "has documents whose numbers are out of order, or stand twice"
        remedy = "each document under a number of its own, in order"
        cure = partial(_told, remedy, lambda: self._house.heal(path, ordered(found)))
        return note(self._house.shown(path), None, what, remedy, cure)

    def _recovery(self, path: Path) -> Recovery:
        return Recovery(self._house.folder, path, self._house.gazetteer)


def _lost(file: str, recovery: Recovery) -> Iterator[Case]:
    for number, known in recovery.lost.items():
        if number not in recovery.documents:
            what = f"{known} is nowhere whole; import its file again if you have it"
            yield broken(file, f"document {number}", what)


def _told(remedy: str, heal: Callable[[], str]) -> str:
    return f"{remedy}; {heal()}"


def _what_is_left(path: Path) -> bytes:
    try:
        return content(path)
    except ArchiveError:
        return b""


def _can_be_shown(document: Document) -> bool:
    try:
        from_document(document)
    except DocumentError:
        return False
    return True
