"""How articles come to be kept: decided upon, written to the shelves, and told to the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from store.archive.arrivals import Arrivals, Names
from store.archive.drafts import Draft
from store.archive.entries import Entry
from store.archive.hits import Arrival, Outcome
from store.archive.moment import Moment
from store.archive.shelves import SEGMENT, Shelves, following
from store.archive.upkeep import Upkeep, known_first


class Keeper:
    """Keeps the articles of one transaction; the archive is locked, and the index knows all that it holds."""

    def __init__(self, shelves: Shelves, upkeep: Upkeep, moment: Moment) -> None:
        """Take the archive as it is now."""
        self._shelves = shelves
        self._upkeep = upkeep
        self._moment = moment

    def keep(self, arrivals: Sequence[Arrival]) -> tuple[Outcome, ...]:
        """Keep articles; when this returns they are on disk, and the index knows them.

        Raises:
            ArchiveError: The disk refused; what was kept before is untouched.
        """
        deciding = Arrivals(self._moment.sources, self._holder)
        outcomes = tuple(deciding.decide(arrival.draft) for arrival in arrivals)
        replaced = known_first(((d.id, d.replaces) for d in deciding.new), self._moment.replaced)
        entries = self._upkeep.entries(deciding.new, replaced)
        lettered, named = self._shelves.is_lettered, [party for e in entries for party in e.parties]
        if lettered:
            self._shelves.give_letters(named)
        renamed = set(self._rename(deciding.renamed))
        appended = list(self._append(deciding.new, entries))
        if not lettered:
            # Letters tell an emptied archive from none: a new archive gets them once its texts are there.
            self._shelves.give_letters([*self._moment.parties(), *named])
        self._upkeep.note(renamed, appended, arrivals, deciding.new)
        return outcomes

    def _holder(self, file: str) -> str | None:
        seen = self._moment.seen(file)
        return seen.id if seen else None

    def _rename(self, sources: Mapping[str, Names]) -> Iterator[str]:
        """Write the other names of known articles, segment by segment; yield the segments."""
        places: dict[str, list[int]] = {}
        for article in sources:
            place = self._moment.place(article)
            if place:
                places.setdefault(place.segment, []).append(int(place.number))
        for segment, numbers in places.items():
            self._shelves.rename(segment, sources, numbers)
            yield segment

    def _append(
        self, drafts: Sequence[Draft], entries: Sequence[Entry]
    ) -> Iterator[tuple[str, int, list[Entry]]]:
        """Write new articles behind the others; yield each segment with where its new articles begin."""
        waiting = list(zip(drafts, entries, strict=True))
        segment, count, last = self._moment.open_segment()
        while waiting:
            if count >= SEGMENT:
                segment, count, last = following(segment), 0, 0
            batch = list(enumerate(waiting[: SEGMENT - count], last + 1))
            self._shelves.append(segment, {number: draft.written for number, (draft, _) in batch})
            yield segment, count, [known._replace(number=str(number)) for number, (_, known) in batch]
            waiting, count = waiting[SEGMENT - count :], SEGMENT
