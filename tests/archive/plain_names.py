"""What names mean in an archive, read plainly: one look at each entity, which the index is held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from store.archive.entities import Named
from store.fold import fold, words
from store.wire.gazetteer import load


class PlainNames:
    """The vocabulary of the entities that some texts name."""

    def __init__(
        self, entities: Iterable[Named], letters: Mapping[str, str], counts: Mapping[str, int]
    ) -> None:
        """Take the entities as they are called, the letters by party, and how many texts name each."""
        self.entities = {e.id: e for e in entities}
        self.letters = letters
        self.counts = counts

    def resolve(self, field: str, value: str) -> frozenset[str]:
        """Return the ids of what a value names in a field."""
        wanted = plain(value)
        own = self._called(field)
        if wanted.endswith("*") or field == "office":
            return frozenset(i for i in own if any(has_words(n, wanted) for n in own[i] | also(field, i)))
        meanings = [
            {i for i, names in own.items() if wanted in names},
            {i for i, letter in self.letters.items() if field == "party" and letter == wanted},
            {
                i
                for i, names in gazetteer(field).items()
                if wanted in names and (i in own or wanted in main(i))
            },
        ]
        if field != "party":
            meanings.append({i for i in own if any(has_words(n, wanted) for n in own[i] | also(field, i))})
        return frozenset(next(filter(None, meanings), ())) if wanted else frozenset()

    def suggest(self, field: str, value: str) -> str | None:
        """Return the known value that is likest; of equals the one in most texts, then the first."""
        meant: dict[str, set[str]] = {}
        for entity, names in self._called(field).items():
            for name in names:
                parts = words(name) if field != "party" else ()
                for known in (name, *parts):
                    meant.setdefault(known, set()).add(entity)
        wanted = plain(value)

        def likeness(name: str) -> tuple[float, int, str]:
            texts = sum(self.counts[i] for i in meant[name])
            return -SequenceMatcher(None, name, wanted).ratio(), -texts, name

        return min(get_close_matches(wanted, sorted(meant), n=9, cutoff=0.6), key=likeness, default=None)

    def _called(self, field: str) -> dict[str, set[str]]:
        """Return the names of the entities whose id begins with a field."""
        of_kind = (e for e in self.entities.values() if e.id.partition(":")[0] == field)
        return {e.id: {plain(n) for n in (e.id.partition(":")[2], e.name, e.abbr or "")} for e in of_kind}


@cache
def gazetteer(field: str) -> Mapping[str, frozenset[str]]:
    """Return the names that the gazetteer knows of each entity of a field."""
    known = load()
    records = {
        "party": known.parties,
        "person": known.people,
        "place": known.places,
        "org": known.orgs,
        "event": known.events,
    }
    ids = records.get(field, ())
    return {i: frozenset(map(plain, (i.partition(":")[2], *known.names_of(i)))) for i in ids}


def main(entity: str) -> frozenset[str]:
    """Return the names by which the gazetteer's entities are meant also where no text names them."""
    record = load().record(entity)
    abbr = getattr(record, "abbr", None) or ""
    return frozenset(map(plain, (entity.partition(":")[2], record.name if record else "", abbr)))


def also(field: str, entity: str) -> frozenset[str]:
    """Return what the gazetteer calls an entity."""
    return gazetteer(field).get(entity, frozenset())


def has_words(name: str, wanted: str) -> bool:
    """Tell whether a name has all words of another, each as often; a star leaves the last word open."""
    asked, left = words(wanted), words(name)
    last = asked.pop() if wanted.endswith("*") and asked else None
    for word in asked:
        if word not in left:
            return False
        left.remove(word)
    return bool(asked) if last is None else any(word.startswith(last) for word in left)


def plain(name: str) -> str:
    """Return the form in which two spellings of a name are equal."""
    return " ".join(fold(name).split())
