"""The letters of an archive as its doctor sees them: one for each party or entity, none begins another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from store.archive import backup
from store.archive.health.findings import Case, broken, counted
from store.archive.health.house import House
from store.archive.health.register import Register
from store.archive.health.salvage import merged
from store.archive.letters import PICKING, give
from store.archive.tables import Table, content, read_table, table_in
from store.errors import ArchiveError

FILE: Final = "letters.json"

_MISSING: Final = "is missing"

_PICKING: Final = frozenset(PICKING)


class Lettering:
    """The file of the letters, and what of it holds."""

    def __init__(self, house: House) -> None:
        """Read the letters of a house, from a damaged file and its backups what is left of them."""
        self._house = house
        self._path = house.folder / FILE
        self._damage: str | None = None
        self._may_be_read = True
        self._wrong: list[tuple[str, str]] = []
        self._sound: Table = {}
        self._choose(self._read())

    @property
    def letters(self) -> Mapping[str, str]:
        """The letters that hold, by party, in order of age."""
        return self._given("party")

    def _given(self, whose: str) -> dict[str, str]:
        """Return the letters that hold of parties, or of other entities."""
        return {doc[whose]: doc["letter"] for doc in self._sound.values() if whose in doc}

    def cases(self, register: Register) -> Iterator[Case]:
        """Yield what is wrong with the letters; parties without any get theirs in order of arrival."""
        cure = partial(self._mend, register)
        lacking = [party for party in register.unlettered.values() if party.id not in self.letters]
        given = counted(len(lacking), "letter")
        if self._damage == _MISSING and not len(register):
            return
        if self._damage:
            why = f"{self._damage}; parties have no letters"
            if not self._may_be_read:
                yield broken(FILE, None, why)
                return
            remedy = f"{len(self._sound):,} kept, {given} given anew"
            yield broken(FILE, None, why, remedy, cure)
            return
        for number, what in [*self._wrong]:
            yield broken(FILE, f"document {number}", what, "given anew", cure)
        if lacking and not self._wrong:
            others = f" and {len(lacking) - 1:,} more" if len(lacking) > 1 else ""
            yield broken(FILE, None, f"has no letter for {lacking[0].name}{others}", f"{given} given", cure)

    def _read(self) -> Table:
        try:
            data = content(self._path)
        except ArchiveError as error:
            self._damage = _MISSING if isinstance(error.__cause__, FileNotFoundError) else error.reason
            self._may_be_read = not isinstance(error.__cause__, PermissionError)
            data = b""
        try:
            return table_in(data, self._path)
        except ArchiveError as error:
            self._damage = self._damage or error.reason
        return merged(data, *self._older())[0]

    def _older(self) -> Iterator[Table]:
        for _, state in backup.states(self._house.folder, self._path):
            try:
                yield read_table(state)
            except ArchiveError:
                continue

    def _choose(self, table: Table) -> None:
        """Keep the letters that hold, the older before the younger; note what is wrong with the others."""
        for number, document in table.items():
            whose = "entity" if "entity" in document and "party" not in document else "party"
            what = self._flaw(whose, document.get(whose), document.get("letter"))
            if what:
                self._wrong.append((number, what))
            else:
                self._sound[number] = document

    def _flaw(self, whose: str, who: object, letter: object) -> str | None:
        if not isinstance(who, str) or not isinstance(letter, str):
            return "is no letter of a party"
        if not letter or not _PICKING.issuperset(letter):
            return f"gives {who} the letter {letter!r}, which nobody can type for it"
        for other, taken in self._given(whose).items():
            if other == who:
                return f"gives {who} a second letter"
            if taken.startswith(letter) or letter.startswith(taken):
                return f"gives {who} the letter {letter}, and {other} has {taken}"
        return None

    def _mend(self, register: Register) -> str | None:
        """Give letters to the parties that have none; a file that was wrong is set aside."""
        given = give(self.letters, register.unlettered.values())
        was_wrong = bool(self._damage or self._wrong)
        if not given and not was_wrong:
            return None  # mended with the one before
        kept = len(self._sound)
        documents = ({"party": party, "letter": letter} for party, letter in given.items())
        free = max(map(int, self._sound), default=0) + 1
        self._sound |= {str(number): document for number, document in enumerate(documents, free)}
        if not was_wrong:
            self._house.change(self._path, self._sound)
            return None
        aside = self._house.heal(self._path, self._sound)
        self._damage, self._wrong = None, []
        return f"{kept:,} kept, {counted(len(given), 'letter')} given anew; {aside}"
