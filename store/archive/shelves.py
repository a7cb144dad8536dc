"""The shelves of an archive: segments of articles in order of arrival, and the letters of the parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from store.archive import files
from store.archive.entries import Entry, entry, parties
from store.archive.files import Stamp
from store.archive.tables import Table, read_document, read_table
from store.article import Article, Entity
from store.document import Document, from_document, to_document
from store.errors import ArchiveError, DocumentError

SEGMENT: Final = 256
"""So many articles stand in one file: small enough to be rewritten for each one that arrives."""

_LETTERS: Final = "letters"


class _Segment(NamedTuple):
    """One file of articles as it was read, or the reason why it could not be."""

    stamp: Stamp | None
    entries: tuple[Entry, ...] = ()
    damage: ArchiveError | None = None

    @property
    def last(self) -> int:
        """The highest number of a document; 0 when there is none."""
        return max((int(e.number) for e in self.entries), default=0)


class Shelves:
    """All articles on disk; read again only where a file changed."""

    def __init__(self, folder: Path, holder: str, patience: float) -> None:
        """Name the folder of the archive and who would write; nothing is read yet."""
        self._folder = folder
        self._articles = folder / "articles"
        self._holder = holder
        self._patience = patience
        self._segments: dict[str, _Segment] = {}
        self._letters_stamp: Stamp | None = None
        self._letters_damage: ArchiveError | None = None
        self.version = 0
        """Another number whenever other articles or letters are known."""
        self.letters: Mapping[str, str] = {}
        """The letters that pick each party, in order of age."""

    @property
    def exists(self) -> bool:
        """Tell whether anything was ever kept here, be it gone by now."""
        return bool(self._segments) or self._letters_stamp is not None

    @property
    def damaged(self) -> tuple[ArchiveError, ...]:
        """The files that cannot be used, each with the reason."""
        found = (*(s.damage for s in self._segments.values()), self._letters_damage)
        return tuple(d for d in found if d)

    def entries(self) -> Iterator[Entry]:
        """Yield what the index keeps of each article, in order of arrival."""
        for segment in self._segments.values():
            yield from segment.entries

    def refresh(self) -> None:
        """Read what changed on disk."""
        names = [n.removesuffix(".json") for n in files.names(self._articles, ".json")]
        found = {}
        for name in sorted(filter(str.isdecimal, names), key=int):
            known, stamp = self._segments.get(name), files.stamp(self._path(name))
            if stamp:  # else it was taken away since the folder was listed
                found[name] = known if known and known.stamp == stamp else self._read(name, stamp)
        if found != self._segments:
            self._segments = found
            self.version += 1
        stamp = files.stamp(self._folder / f"{_LETTERS}.json")
        if stamp != self._letters_stamp:
            self._letters_stamp = stamp
            self._read_letters()
            self.version += 1

    def article(self, kept: Entry) -> Article:
        """Return the article of which the index keeps an entry.

        Raises:
            ArchiveError: Its file can no longer be read.
        """
        try:
            return from_document(read_document(self._path(kept.segment), kept.number))
        except (DocumentError, KeyError) as error:
            raise ArchiveError(_shown(kept.segment), f"article {kept.id}: {error}") from error

    def stamp(self, kept: Entry) -> Stamp | None:
        """Return what tells this state of an article's file from another."""
        return self._segments[kept.segment].stamp

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep every other writer out; what the last one left must be read by `refresh`."""
        files.make_folder(self._folder)
        with files.locked(self._folder / "lock", self._holder, self._patience):
            yield

    def keep(self, articles: Sequence[Article], also: Mapping[str, tuple[str, ...]]) -> None:
        """Keep articles after those that are there, and more names of known ones; only while writing.

        Letters come first, so that no article is without them if we die in between; but into a new
        archive they come last, for they are what tells an emptied archive from none.
        """
        lettered = self._letters_stamp is not None
        documents = list(map(to_document, articles))
        if lettered:
            self._give_letters(e for document in documents for e in parties(document))
        self._append(documents)
        self._rename(also)
        if not lettered:
            self._give_letters(e for kept in self.entries() for e in kept.parties)

    def _append(self, waiting: Sequence[Document]) -> None:
        from store.archive.storage import append_documents  # TinyDB: only a writer needs it

        while waiting:
            name, segment = self._open_segment()
            room = SEGMENT - len(segment.entries)
            batch = dict(enumerate(waiting[:room], segment.last + 1))
            append_documents(self._articles, name, batch)
            entries = (entry(document, name, str(number)) for number, document in batch.items())
            self._know(name, (*segment.entries, *entries))
            waiting = waiting[room:]

    def _rename(self, also: Mapping[str, tuple[str, ...]]) -> None:
        from store.archive.storage import change_documents  # TinyDB: only a writer needs it

        def note(document: Table) -> None:
            document["source"]["also"] = list(also[document["id"]])

        for name, segment in list(self._segments.items()):
            renamed = {e.number: e.under(also[e.id]) for e in segment.entries if e.id in also}
            if renamed:
                change_documents(self._articles, name, map(int, renamed), note)
                self._know(name, tuple(renamed.get(e.number, e) for e in segment.entries))

    def _give_letters(self, named: Iterable[Entity]) -> None:
        """Keep letters for the confirmed parties that have none, in the order given."""
        if self._letters_damage:
            return
        from store.archive.letters import give
        from store.archive.storage import append_documents  # TinyDB: only a writer needs it

        given = give(self.letters, (party for party in named if party.confirmed))
        if not given and self._letters_stamp:
            return
        documents = ({"party": party, "letter": letter} for party, letter in given.items())
        append_documents(self._folder, _LETTERS, dict(enumerate(documents, len(self.letters) + 1)))
        self._letters_stamp = files.stamp(self._folder / f"{_LETTERS}.json")
        self.letters = {**self.letters, **given}
        self.version += 1

    def _open_segment(self) -> tuple[str, _Segment]:
        """Return the last segment if it has room and is sound, else the name of a new one."""
        if not self._segments:
            return f"{1:05}", _Segment(None)
        name, segment = next(reversed(self._segments.items()))
        if segment.damage is None and len(segment.entries) < SEGMENT:
            return name, segment
        return f"{int(name) + 1:05}", _Segment(None)

    def _know(self, name: str, entries: tuple[Entry, ...]) -> None:
        """Remember what was just written, so that it need not be read again."""
        self._segments[name] = _Segment(files.stamp(self._path(name)), entries)
        self.version += 1

    def _read(self, name: str, stamp: Stamp) -> _Segment:
        try:
            table = read_table(self._path(name))
            entries = tuple(entry(document, name, number) for number, document in table.items())
        except (ArchiveError, DocumentError) as error:
            why = error.reason if isinstance(error, ArchiveError) else f"has a wrong document: {error}"
            return _Segment(stamp, damage=ArchiveError(_shown(name), f"{why}; its articles are left out"))
        return _Segment(stamp, entries)

    def _read_letters(self) -> None:
        self.letters, self._letters_damage = {}, None
        if self._letters_stamp is None:
            return
        try:
            table = read_table(self._folder / f"{_LETTERS}.json")
            given = [(document.get("party"), document.get("letter")) for document in table.values()]
        except ArchiveError as error:
            self._letters_damage = _without_letters(error.reason)
            return
        if all(isinstance(word, str) for pair in given for word in pair):
            self.letters = dict(given)
        else:
            self._letters_damage = _without_letters("holds something else than letters of parties")

    def _path(self, segment: str) -> Path:
        return self._articles / f"{segment}.json"


def _without_letters(why: str) -> ArchiveError:
    return ArchiveError(f"{_LETTERS}.json", f"{why}; parties have no letters")


def _shown(segment: str) -> str:
    """Return a segment's file as messages name it: within the archive."""
    return f"articles/{segment}.json"
