"""Recovery: the articles of a damaged segment, each from where it is still whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import backup
from store.archive.health.findings import counted
from store.archive.health.salvage import NewerFormat, Piece, Trace, ailment, head, ids, pieces, trace
from store.archive.tables import content
from store.article import Article, ReadBy, Source
from store.document import Document, from_document, to_document
from store.errors import ArchiveError, DocumentError, FileRefused

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer

_ITSELF: Final = "kept"
_BACKUP: Final = "taken from the backup of {}"
_TEXT: Final = "read again from the text itself"
_SOURCE: Final = "read again from the imported file"


class Recovery:
    """What is left of the articles of one segment, and where each was found."""

    def __init__(self, archive: Path, path: Path, gazetteer: Gazetteer) -> None:
        """Look for the articles of a segment in its backups, and in the files they came from."""
        self._archive = archive
        self._path = path
        self._gazetteer = gazetteer
        self._states: list[tuple[str, dict[str, Document]]] | None = None
        self.origins: dict[str, str] = {}
        """Where each was found, by number."""
        self.documents: dict[str, Document] = {}
        """The articles that are found, by number."""
        self.lost: dict[str, Trace] = {}
        """Those that are nowhere whole."""

    def __str__(self) -> str:
        """Say where the articles were found, as what has been done with them."""
        said = [
            f"{counted(count, 'text')} {origin}" for origin, count in Counter(self.origins.values()).items()
        ]
        if self.lost:
            said.append(f"{len(self.lost):,} lost")
        return ", ".join(said)

    def gather(self, data: bytes, remembered: Mapping[str, Trace]) -> None:
        """Find every article that a damaged file had: those in it, those in its backups, those remembered."""
        own = {piece.number: piece for piece in reversed([*pieces(data, articles=True)])}
        numbers = {*own, *remembered}.union(*(state for _, state in self._kept()))
        for number in sorted(numbers, key=int):
            piece = own.get(number, Piece(number, None, b""))
            if piece.document is not None and ailment(piece.document) is None:
                self._take(number, piece.document, _ITSELF)
            else:
                self.find(number, piece.raw, remembered.get(number, Trace()))

    def keep(self, number: str, document: Document) -> None:
        """Take an article as it stands in the segment."""
        self._take(number, document, _ITSELF)

    def find(self, number: str, raw: bytes, remembered: Trace = Trace()) -> bool:  # noqa: B008
        """Find an article that is broken where it stands; tell whether it is found."""
        whole, known = head(raw), trace(raw)
        known = Trace._make(sure or seen for sure, seen in zip(remembered, known, strict=True))
        wanted = {remembered.id} if remembered.id else ids(raw)
        for day, state in self._kept():
            document = state.get(number)
            if document and (not wanted or document["id"] in wanted):
                self._take(number, _renamed(document, whole), _BACKUP.format(day))
                return True
        for document, origin in ((self._again(whole), _TEXT), (self._from_source(known, wanted), _SOURCE)):
            if document:
                self._take(number, document, origin)
                return True
        self.lost[number] = known
        return False

    def _take(self, number: str, document: Document, origin: str) -> None:
        self.documents[number] = document
        self.origins[number] = origin

    def _kept(self) -> Iterable[tuple[str, dict[str, Document]]]:
        """Return the sound articles of the backups, by day and number; read when they are first asked for."""
        if self._states is None:
            found = ((day, kept) for day, kept in backup.states(self._archive, self._path))
            self._states = [(day, _sound(kept)) for day, kept in found]
        return self._states

    def _again(self, whole: Document | None) -> Document | None:
        """Read an article again from its text, if that is whole."""
        if whole is None:
            return None
        try:
            source = from_document({**to_document(_EMPTY), "source": whole["source"]}).source
        except (DocumentError, KeyError):
            return None
        return reread(whole["text"], source, whole.get("replaces"), self._gazetteer)

    def _from_source(self, known: Trace, wanted: set[str]) -> Document | None:
        """Read an article again from the file that it came from, if that still has the same text."""
        if known.file is None:
            return None
        from store.intake.understanding import read

        try:
            article = read(Path(known.file), self._gazetteer, datetime.now(UTC))
        except FileRefused:
            return None
        if known.sha256 != article.source.sha256 and article.id not in wanted:
            return None
        source = replace(article.source, file=known.file, also=known.also)
        document = to_document(replace(article, source=source, replaces=known.replaces))
        if known.imported:
            document["source"]["imported"] = known.imported
        return document if ailment(document) is None else None


def reread(text: str, source: Source, replaces: str | None, gazetteer: Gazetteer) -> Document | None:
    """Return the document of an article as its text is understood today; None if it comes out unsound."""
    from store.wire.parse import parse

    document = to_document(replace(parse(text, source, gazetteer), replaces=replaces))
    return document if ailment(document) is None else None


def _sound(state: Path) -> dict[str, Document]:
    """Return the sound articles of a backup, which may itself be damaged."""
    try:
        data = content(state)
    except ArchiveError:
        return {}
    found: dict[str, Document] = {}
    for piece in pieces(data, articles=True):
        try:
            if piece.document is not None and ailment(piece.document) is None:
                found.setdefault(piece.number, piece.document)
        except NewerFormat:
            continue
    return found


def _renamed(document: Document, whole: Document | None) -> Document:
    """Return an article of a backup with the names under which its text was seen since."""
    newer = whole["source"].get("also") if whole and isinstance(whole.get("source"), dict) else None
    if not isinstance(newer, list):
        return document
    also = [name for name in newer if isinstance(name, str)]
    names = dict.fromkeys((*document["source"]["also"], *also))
    return {**document, "source": {**document["source"], "also": list(names)}}


_EMPTY: Final = Article("0" * 12, "", ReadBy("", ""), Source("", "", datetime(1970, 1, 1, tzinfo=UTC), ""))
"""An article that lends its fields to what is checked by itself."""
