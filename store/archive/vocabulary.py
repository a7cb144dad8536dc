"""What names mean in one archive: the entities that its articles name, by every name they go by."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from store.archive import many
from store.errors import ArchiveError, GazetteerError
from store.fold import plain, searchable, words

if TYPE_CHECKING:
    from store.article import Entity

_BY_WORDS: Final = frozenset({"person", "place", "org", "event", "office"})
"""Fields where some words of a name will do; of a party's name they would mean too many parties."""

_ASKED: Final = 1024
"""The meaning of so many values is remembered: a query is read and answered at each key."""

_FIRST: Final = re.compile(r"[^\W_]+")

_NEAR: Final = 0.6
"""How alike a value must be to be suggested: one of two letters changed places in `cvp`."""


class Names:
    """The vocabulary of one archive at one moment."""

    def __init__(
        self, database: sqlite3.Connection, letters: Mapping[str, str], archive: Path | None = None
    ) -> None:
        """Read an index, which must not change under this reader; and take the letters by party.

        Args:
            archive: Where the newsroom's own gazetteer is, if it has one.
        """
        self._database = database
        self._archive = archive
        self._letters = {letter: party for party, letter in letters.items()}
        self.resolve = lru_cache(maxsize=_ASKED)(self._resolve)
        """(field, value) -> the ids of what a value names in a field; none if it names nothing."""

    def numbers(self, field: str, value: str) -> tuple[int, ...]:
        """Return the numbers in the index of what a value names in a field."""
        ids = many.names(sorted(self.resolve(field, value)))
        sought = "SELECT entity FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        return tuple(number for (number,) in self._asked(sought, ids))

    def _resolve(self, field: str, value: str) -> frozenset[str]:
        wanted = plain(value)
        if not wanted:
            return frozenset()
        if field == "office" or wanted.endswith("*"):  # "chairman" means every chairman, of whatever
            return self._by_words(field, wanted)
        found = frozenset(i for (i,) in self._asked(_SPELLED + " AND spelling = ?", field, wanted))
        if not found and field == "party" and wanted in self._letters:
            return frozenset({self._letters[wanted]})
        if not found:
            found = self._also_called(field, wanted)
        if not found and field in _BY_WORDS:
            return self._by_words(field, wanted)
        return found

    def _also_called(self, field: str, wanted: str) -> frozenset[str]:
        """Return what the gazetteer calls so; by a second name only what texts name: there are so many."""
        found = _of(self._also.ids, field).get(wanted, set())
        others = {i for i in found if wanted not in self._also.main[i]}
        return frozenset(found - others) | (self._in_texts(others) if others else frozenset())

    def suggest(self, field: str, value: str) -> str | None:
        """Return the known value most like one that is unknown; of several the one in most texts.

        Of a great many names only those in most texts are compared: it takes a while for each.
        """
        from difflib import SequenceMatcher, get_close_matches  # only a mistake needs it

        known: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        sought = _SPELLED.replace("e.id", "spelling, e.id, texts", 1) + _FREQUENT
        for spelling, entity, texts in self._asked(sought, field):
            for name in {spelling, *(words(spelling) if field in _BY_WORDS else ())}:
                known[name].append((entity, texts))
        wanted = plain(value)
        alike = [name for name in known if _may_be_like(name, wanted)]

        def likeness(name: str) -> tuple[float, int, str]:
            texts = sum(dict(known[name]).values())
            return -SequenceMatcher(None, name, wanted).ratio(), -texts, name

        return min(get_close_matches(wanted, alike, n=9, cutoff=_NEAR), key=likeness, default=None)

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity that articles in lists name, as the latest of them to arrive names it."""
        from store.article import Entity  # a list needs none

        sought = "SELECT kind, name, abbr, country, confirmed FROM entities WHERE id = ? AND texts > 0"
        for kind, name, abbr, country, confirmed in self._asked(sought, entity_id):
            return Entity(entity_id, kind, name, abbr, country, None, bool(confirmed))
        return None

    def term(self, entity_id: str) -> str:
        """Return a short value that names just this entity."""
        kind, _, slug = entity_id.partition(":")
        known = self._asked("SELECT kind, abbr FROM entities WHERE id = ?", entity_id)
        kind, abbr = known[0] if known else (kind, None)
        short = plain(abbr) if abbr else slug
        return short if self.resolve(kind, short) == {entity_id} else slug

    def files(self, most: int) -> list[str]:
        """Return the words with which names of sources begin, the most frequent first."""
        names = (_FIRST.match(name) for (name,) in self._asked("SELECT substr(looked, cut) FROM sources"))
        return [word for word, _ in Counter(name[0] for name in names if name).most_common(most)]

    def other_names(self, entity_id: str) -> str:
        """Return the folded words of the names that the gazetteer has for an entity."""
        return self._also.names.get(entity_id, "")

    @cached_property
    def _also(self) -> Called:
        return also_named(self._archive)

    def _asked(self, sought: str, *values: str) -> list[Any]:
        return self._database.execute(sought, values).fetchall()

    def _by_words(self, field: str, wanted: str) -> frozenset[str]:
        """Return the archive's entities that have all the words in a name; a star leaves the last open."""
        asked = words(wanted)
        if not asked:
            return frozenset()
        is_open = wanted.endswith("*")
        sought = _SPELLED.replace("e.id", "spelling, e.id", 1) + _HAVING
        longest = max(asked, key=len)
        begins = longest, f"{longest}*", f"*[^a-z0-9_]{longest}*"  # more than is `likely`, and sooner
        ending = "" if is_open and longest == asked[-1] else r"(?!\w)"
        likely = re.compile(rf"(?<!\w){re.escape(longest)}{ending}").search  # a word costs more to cut out
        spelled = [(name, i) for name, i in self._asked(sought, field, *begins) if likely(name)]
        is_sure = len(asked) == 1  # for one word that is all, but where an apostrophe may end one
        own = {i for name, i in spelled if (is_sure and "'" not in name) or _has(name, asked, is_open)}
        called = {} if field == "office" else _of(self._also.ids, field)
        also = {i for name, ids in called.items() if likely(name) and _has(name, asked, is_open) for i in ids}
        return frozenset(own) | self._in_texts(also)

    def _in_texts(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of some entities that texts name."""
        known = "SELECT id FROM entities WHERE id IN (SELECT value FROM json_each(?)) AND texts > 0"
        return frozenset(i for (i,) in self._asked(known, many.names(sorted(ids))))


_SPELLED: Final = (
    "SELECT e.id FROM spellings AS s JOIN entities AS e ON e.entity = s.entity WHERE s.kind = ? AND texts > 0"
)

_HAVING: Final = " AND instr(spelling, ?) AND (spelling GLOB ? OR spelling GLOB ?)"


def also_named(archive: Path | None) -> Called:
    """Return what the gazetteer calls entities; it is asked where an archive's own names do not answer.

    A mistake in the newsroom's own files is told where texts are read by them; here they are left out then.
    """
    from store.archive.local_names import texts

    try:
        own = texts(archive) if archive else ()
        with _LOADING:
            return _called(own)
    except (ArchiveError, GazetteerError):
        with _LOADING:
            return _called(())


_LOADING: Final = Lock()
"""Whoever needs the names while a thread loads them waits for these: to load them twice takes longer."""


@lru_cache(maxsize=4)
def _called(own: tuple[tuple[str, str], ...]) -> Called:
    from store.wire.gazetteer import Record, load
    from store.wire.records import Party

    known = load(own)
    shelves: tuple[Mapping[str, Record], ...] = (
        known.parties, known.people, known.places, known.orgs, known.events,
    )  # fmt: skip
    records = [record for shelf in shelves for record in shelf.values()]
    main = {r.id: (r.name, r.abbr or "") if isinstance(r, Party) else (r.name,) for r in records}
    names = {r.id: (*main[r.id], *r.aka) for r in records}
    return Called(
        _named(names.items()),
        {i: frozenset(map(plain, (i.partition(":")[2], *found))) for i, found in main.items()},
        {i: " · ".join(map(searchable, found)) for i, found in names.items()},
    )


def _has(name: str, asked: list[str], is_open: bool) -> bool:
    """Tell whether a name has all words asked for, each as often; the last may be a beginning."""
    whole = asked[:-1] if is_open else asked
    left = Counter(words(name))
    left.subtract(whole)
    if min(left.values(), default=0) < 0:
        return False
    return not is_open or any(count and word.startswith(asked[-1]) for word, count in left.items())


_FREQUENT: Final = " ORDER BY texts DESC LIMIT 4000"


def _may_be_like(name: str, wanted: str) -> bool:
    """Tell whether two texts are so near in length that they can be as alike as is asked."""
    return 2 * min(len(name), len(wanted)) >= _NEAR * (len(name) + len(wanted))


_Named = dict[str, dict[str, set[str]]]
"""Ids by folded name by kind."""


class Called(NamedTuple):
    """What the gazetteer calls entities."""

    ids: _Named
    main: Mapping[str, frozenset[str]]
    """Name, short name and the end of the id, by id: by them it is meant even where no text names it."""
    names: Mapping[str, str]
    """The words of its names, by id."""


def _named(entities: Iterable[tuple[str, Iterable[str]]]) -> _Named:
    known: _Named = {}
    for entity_id, names in entities:
        kind, _, slug = entity_id.partition(":")
        for name in filter(None, map(plain, (slug, *names))):
            known.setdefault(kind, {}).setdefault(name, set()).add(entity_id)
    return known


def _of(named: _Named, kind: str) -> dict[str, set[str]]:
    return named.get(kind, {})
