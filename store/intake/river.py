"""River: the one way of texts into the archive."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from store.archive.hits import Arrival, Seen, Sighting
from store.archive.readings import remember
from store.errors import FileRefused, WorkersLost
from store.intake.batches import Batch, Waiting
from store.intake.dated import NEVER_TOLD, Terms
from store.intake.file_names import shown, source_name
from store.intake.formats import Stated, stated
from store.intake.reading import LARGEST, lines
from store.intake.reports import Report, Tally
from store.intake.understanding import Answer, Asked, Question, answers, lots
from store.intake.walking import Found
from store.wire.gazetteer import load

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.intake.workers import Workers
    from store.wire.gazetteer import Gazetteer

_STRETCH: Final = 4096
"""So many files are looked at together, to tell whether they are worth several processes."""

_MANY: Final = 500
"""Files to be read that are: fewer are read sooner than processes start."""

_MUCH: Final = 4_000_000
"""Bytes to be read that are."""

_MOST_BYTES: Final = 32_000_000
"""Bytes to be read that are never looked at together."""

_T = TypeVar("_T")


class _File(NamedTuple):
    """A file that must be read."""

    path: str
    file: str
    """Its name as a source."""
    seen: Seen | None


class River:
    """The one way into the archive: found, read, understood, kept, reported, in this order."""

    def __init__(
        self,
        archive: Archive,
        gazetteer: Gazetteer,
        now: datetime,
        jobs: int = 1,
        terms: Terms = NEVER_TOLD,
    ) -> None:
        """Lead into an archive.

        Args:
            jobs: Processes that read at once; more than one only with the gazetteer that newsdesk carries,
                with or without the newsroom's own files.
        """
        self._archive = archive
        self._gazetteer = gazetteer
        self._now = now
        self._jobs = jobs
        self._terms = terms
        self._workers: Workers | None = None
        self._is_remembered = False

    def batches(self, found: Iterable[Found]) -> Generator[tuple[Report, ...], None, None]:
        """Take in what was found; yield the reports of each transaction once it is on disk.

        Raises:
            As `ingest` does.
        """
        batch = Batch(self._archive)
        try:
            with closing(self._waiting(found)) as arriving:
                for waiting in arriving:
                    batch.add(waiting)
                    if batch.is_due:
                        yield batch.kept()
        except WorkersLost:
            yield batch.kept()
            raise
        yield batch.kept()
        self._archive.settle()

    def _waiting(self, found: Iterable[Found]) -> Generator[Waiting, None, None]:
        for item, answered in self._told(map(self._asked, found)):
            if isinstance(item, Report):
                yield Waiting(item)
            elif answered and answered.state == "documents":
                yield from self._documents(item)
            elif answered:
                yield self._file(item, answered)

    def _asked(self, found: Found) -> Asked[_File | Report]:
        """Return what must be understood of a file; of one that is no text or did not change nothing."""
        if found.reason:
            return Report("refused", shown(found.path), found.reason), None
        file = source_name(found.path)
        seen = self._archive.seen(file)
        if seen and (seen.size, seen.changed) == (found.size, found.changed):
            return Report("unchanged", shown(found.path), seen.id), None
        question = Question(found.path, min(found.size, LARGEST), seen.sha256 if seen else None)
        return _File(found.path, file, seen), question

    def _file(self, file: _File, answered: Answer) -> Waiting:
        name = shown(file.path)
        if answered.state == "refused":
            return Waiting(Report("refused", name, answered.notes[0]))
        if answered.state == "sidecar":
            return Waiting(Report("unchanged", name, f"tells when {shown(answered.notes[0])} was received"))
        if answered.state == "known" and file.seen:
            report = Report("unchanged", name, file.seen.id)
            if answered.size is None:
                return Waiting(report)
            return Waiting(report, sighting=Sighting(file.file, answered.size, answered.changed))
        return Waiting(None, name, self._arrival(answered), answered.notes)

    def _documents(self, file: _File) -> Iterator[Waiting]:
        """Take in the texts of a file that holds documents, one a line."""
        tally = Tally(shown(file.path))
        for number, answered in self._told(self._lines(file.path, tally)):
            if answered is None:
                continue
            if answered.state == "refused":
                tally.refuse(number, answered.notes[0])
            else:
                yield Waiting(None, "", self._arrival(answered), (), tally)
        yield Waiting(tally)

    def _arrival(self, answered: Answer) -> Arrival:
        """Return what was understood; by which state of the gazetteer is remembered before it is kept."""
        if not self._is_remembered:
            remember(self._archive.folder, self._gazetteer)
            self._is_remembered = True
        assert answered.draft is not None, answered.state
        return Arrival(answered.draft, answered.size, answered.changed)

    def _lines(self, path: str, tally: Tally) -> Iterator[Asked[int]]:
        """Yield the lines that must be understood; the others are counted here."""
        try:
            for number, line in lines(path):
                if line is None:
                    tally.refuse(number, "is too long for a document")
                    continue
                told = stated(line)
                seen = self._archive.seen(told.file) if told else None
                if told and seen and (seen.id, seen.sha256) == (told.id, told.sha256):
                    tally.skip()
                elif told and seen and seen.id != told.id and self._is_later(seen, told):
                    tally.refuse(number, f"the archive has a later text of {shown(told.file)}")
                else:
                    yield number, Question(path, len(line), line=line)
        except FileRefused as error:
            tally.refuse(None, error.reason)

    def _is_later(self, seen: Seen, told: Stated) -> bool:
        """Tell whether what the archive has of a source came after what a document says of it."""
        held = self._archive.article(seen.id).source.imported
        return told.imported < held.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _told(self, asked: Iterator[Asked[_T]]) -> Iterator[tuple[_T, Answer | None]]:
        """Yield all items with their answers, in order; by several processes where there is much to read."""
        if self._workers:
            yield from self._workers.told(asked)
            return
        while stretch := list(_stretch(asked)):
            if _is_much(stretch) and (workers := self._hired()):
                with workers as self._workers:
                    yield from self._workers.told(chain(stretch, asked))
                self._workers = None
                return
            for lot in lots(stretch):
                questions = [question for _, question in lot if question]
                told = iter(answers(questions, self._gazetteer, self._now, self._terms))
                for item, question in lot:
                    yield item, next(told) if question else None

    def _hired(self) -> Workers | None:
        """Return processes that help; None where there are to be none, or where the system gives us none."""
        own = self._gazetteer.own
        if self._jobs < 2 or self._gazetteer is not load(own):
            return None
        from store.intake.workers import Workers

        try:
            return Workers(self._jobs, self._now, self._terms, own)
        except OSError:
            return None


def _stretch(asked: Iterator[Asked[_T]]) -> Iterator[Asked[_T]]:
    """Yield some items, neither many nor heavy."""
    weight = 0
    for number, (item, question) in enumerate(asked, 1):
        yield item, question
        weight += question.weight if question else 0
        if number >= _STRETCH or weight >= _MOST_BYTES:
            return


def _is_much(stretch: list[Asked[_T]]) -> bool:
    """Tell whether several processes read items sooner than this one alone, which need not start."""
    weights = [question.weight for _, question in stretch if question]
    return len(weights) >= _MANY or sum(weights) >= _MUCH
