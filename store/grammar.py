"""The filter language: query text -> terms, and every mistake with its place and what was probably meant.

    query  = [ any ]
    any    = all , { ( "|" | "OR" ) , all }
    all    = term , { [ "AND" ] , term }                   a space means AND
    term   = { "-" | "!" | "NOT " } , ( "(" , any , ")" | field | phrase | word )
    field  = name , ":" , value , { "," , value }          a comma means OR
    value  = phrase | atom
    phrase = '"' , { character - '"' | '""' } , '"'         pasted “...” and „...“ too
    word   = atom , [ "*" ]
    atom   = one or more characters but white space and , ( ) " “ ” „ | :

Which values a field has: store.terms; which periods there are: store.periods.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn, Protocol

from store import terms
from store.errors import QueryError
from store.periods import NotAValue
from store.query import NEWEST_FIRST
from store.terms import ATOM, ENTITY_FIELDS, FIELDS, Field, Term

DEEPEST: Final = 50
"""So many brackets can stand inside each other."""

_SPACE: Final = re.compile(r"\s*")
_SIGNS: Final = re.compile(r"[-!]+")
_PHRASE: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"|[“„]([^"“”„]*+)["“”]')
_WHOLE: Final = re.compile(r"[^\s,()\"“”„|:]+(?![^\s,()|])")
_RUN: Final = re.compile(r"[^\s,()\"|]+")
_OPERATORS: Final = ("AND", "OR", "NOT")
_MARKS: Final = "),|:"
_QUOTES: Final = '"“”„'


class Vocabulary(Protocol):
    """What names mean in one archive."""

    def resolve(self, field: str, value: str) -> frozenset[str]:
        """Return the ids of the entities that a value of party, person, place, org or event means."""

    def suggest(self, field: str, value: str) -> str | None:
        """Return the known value that looks most like this one."""


def read(text: str, vocabulary: Vocabulary | None = None) -> tuple[tuple[Term, ...], str]:
    """Return the terms of a query that must all hold, and its order.

    Raises:
        QueryError: The text is no query, or names something that the vocabulary does not know.
    """
    reader = _Reader(text, vocabulary)
    return reader.whole(), reader.sort


def term(name: str, value: str) -> Field:
    """Return the term `name:value` of a value as it is, without quotes.

    Raises:
        QueryError: There is no such field, or it cannot have the value.
    """
    text = terms.plain(value)
    shown = f"{name}:{text}"
    if name not in FIELDS:
        raise QueryError(shown, 0, len(name), _no_field(name))
    if not text:
        raise QueryError(shown, len(shown), 1, f"{name}: needs a value")
    try:
        return terms.field(name, [terms.value(name, text, ATOM.fullmatch(text) is None)])
    except NotAValue as mistake:
        raise QueryError(shown, len(name) + 1, len(text), mistake.reason) from None


def _no_field(name: str) -> str:
    return f"{_short(name)}: is not a field. Fields are {', '.join(FIELDS)}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _behind(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where a match that begins at `start` ends; `start` if there is none."""
    match = pattern.match(text, start)
    return match.end() if match else start


class _Reader:
    """Reads one query text from left to right, each method one rule of the grammar and the space behind."""

    def __init__(self, text: str, vocabulary: Vocabulary | None) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.sort = NEWEST_FIRST
        self.at = 0
        self.open: list[int] = []

    def whole(self) -> tuple[Term, ...]:
        self._move(0)
        found = self._any() if self._ahead() else None
        if self._ahead():
            self._misplaced(")")
        return terms.every([found] if found else [])

    def _any(self) -> Term | None:
        """Read alternatives; None if nothing but the order is named."""
        options = [self._all()]
        while self._takes("|") or self._takes("OR"):
            options.append(self._all())
        named = [option for option in options if option]
        return terms.either(named) if named else None

    def _all(self) -> Term | None:
        found = [self._term()]
        while self._ahead() not in ("", "|", ")", "OR"):
            self._takes("AND")
            found.append(self._term())
        named = terms.every(term for term in found if term)
        return terms.joined(named) if named else None

    def _term(self) -> Term | None:
        start = self.at
        negative = self._signs()
        signed = self.text[start : self.at]
        found = self._positive()
        if found is None and signed:
            self._fail(
                start, len(signed), "sort: cannot be excluded", self._with(start, start + len(signed), "")
            )
        return terms.negated(found) if found and negative else found

    def _signs(self) -> bool:
        """Read what stands for NOT; True if there is an odd number of it."""
        negative = False
        while True:
            if self._takes("NOT"):
                negative = not negative
                continue
            signs = _SIGNS.match(self.text, self.at)
            if signs is None:
                return negative
            if not self.text[signs.end() : signs.end() + 1].strip():
                behind_quote = self.at and self.text[self.at - 1] in _QUOTES
                meant = self._with(self.at, signs.end(), "") if behind_quote else None
                self._fail(self.at, len(signs[0]), f"Nothing stands right behind {_short(signs[0])}", meant)
            self.at = signs.end()
            negative ^= len(signs[0]) % 2 == 1

    def _positive(self) -> Term | None:
        start, ahead = self.at, self._ahead()
        if ahead == "(":
            return self._group()
        if ahead and ahead in _QUOTES:
            return self._words(start, self._phrase(), quoted=True)
        if ahead in _OPERATORS or ahead in _MARKS:
            self._misplaced(ahead)
        atom = self._atom()
        if self.text.startswith(":", self.at):
            return self._field(start, atom)
        return self._words(start, atom, quoted=False)

    def _group(self) -> Term | None:
        if len(self.open) == DEEPEST:
            self._fail(
                self.at, 1, f"Brackets stand more than {DEEPEST} deep inside each other. Take some away"
            )
        self.open.append(self.at)
        self._move(self.at + 1)
        found = self._any()
        if not self._takes(")"):
            column = self.open[-1]
            self._fail(column, 1, f"Unclosed bracket at column {column + 1}", f"{self.text})")
        self.open.pop()
        return found

    def _words(self, start: int, text: str, quoted: bool) -> Term:
        end = self.at
        self._move(end)
        try:
            return terms.words(text, quoted)
        except NotAValue as mistake:
            self._fail(start, end - start, mistake.reason)

    def _field(self, start: int, typed: str) -> Term | None:
        name = typed.lower()
        if name not in FIELDS:
            self._unknown_field(start, typed)
        values: list[str] = []
        while not values or self.text.startswith(",", self.at):
            self.at += 1
            values.append(self._value(name))
        if self.text.startswith(":", self.at):
            self._fail(self.at, 1, "A value with a colon in it needs quotes")
        self._move(self.at)
        if name != "sort":
            return terms.field(name, values)
        self.sort = values[-1]
        return None

    def _value(self, name: str) -> str:
        start = self.at
        quoted = self.text.startswith(tuple(_QUOTES), start)
        text = self._phrase() if quoted else self._atom()
        if not text.strip():
            behind = _behind(_SPACE, self.text, self.at)
            is_apart = start < behind and _WHOLE.match(self.text, behind)
            meant = self._with(start, behind, "") if is_apart else None
            self._fail(start, self.at - start, f"{name}: needs a value", meant)
        try:
            value = terms.value(name, text, quoted)
        except NotAValue as mistake:
            meant = self._with(start, self.at, mistake.instead) if mistake.instead else None
            self._fail(start, self.at - start, mistake.reason, meant)
        self._check_known(name, value, start)
        return value

    def _check_known(self, name: str, value: str, start: int) -> None:
        if self.vocabulary is None or name not in ENTITY_FIELDS or self.vocabulary.resolve(name, value):
            return
        meant = self.vocabulary.suggest(name, value)
        unknown = f"{name}:{_short(value)} unknown"
        if meant is None:
            self._fail(start, self.at - start, unknown)
        better = self._with(start, self.at, terms.printed(terms.plain(meant)))
        self._fail(start, self.at - start, f"{unknown}. Did you mean {meant}?", better)

    def _phrase(self) -> str:
        """Read a quoted text, and no space behind it."""
        match = _PHRASE.match(self.text, self.at)
        if match is None and self.text[self.at] == "”":
            self._fail(self.at, 1, "No quote is open here", self._with(self.at, self.at + 1, ""))
        if match is None:
            meant = f'{self.text}"' if self.text[self.at + 1 :].strip() else None
            self._fail(self.at, len(self.text) - self.at, f"Unclosed quote at column {self.at + 1}", meant)
        self.at = match.end()
        return match[2] if match[1] is None else match[1].replace('""', '"')

    def _atom(self) -> str:
        """Read an atom, and no space behind it; empty if there is none."""
        start = self.at
        self.at = _behind(ATOM, self.text, start)
        return self.text[start : self.at]

    def _ahead(self) -> str:
        """Return the mark or the operator that stands here, `word` for all else, nothing at the end."""
        match = ATOM.match(self.text, self.at)
        if match is None:
            return self.text[self.at : self.at + 1]
        operator = match[0] in _OPERATORS and not self.text.startswith(":", match.end())
        return match[0] if operator else "word"

    def _takes(self, what: str) -> bool:
        """Read a mark or an operator if it stands here."""
        found = self._ahead() == what
        if found:
            self._move(self.at + len(what))
        return found

    def _move(self, at: int) -> None:
        self.at = _behind(_SPACE, self.text, at)

    def _misplaced(self, what: str) -> NoReturn:
        at, behind = self.at, self.at + 1
        if what == ",":
            apart = self._with(at, _behind(_SPACE, self.text, behind), " ")
            self._fail(at, 1, "A comma only stands between the values of a field", apart)
        if what == ":":
            before = self.text[:at].rstrip()
            is_apart = before.lower().split(" ")[-1].lstrip("-!(") in FIELDS and len(before) < at
            joined = self._with(len(before), _behind(_SPACE, self.text, behind), ":")
            meant = joined if is_apart else self._with(at, behind, "")
            self._fail(at, 1, "The name of a field is missing before the colon", meant)
        if what == ")" and not self.open:
            self._fail(at, 1, "No bracket is open here", self._with(at, behind, ""))
        where = f"before {what}" if what else "at the end"
        self._fail(at, len(what), f"Something is missing {where}")

    def _unknown_field(self, start: int, typed: str) -> NoReturn:
        near = terms.nearest(typed.lower(), FIELDS)
        if near:
            better = self._with(start, self.at, near)
            self._fail(start, len(typed), f"{_short(typed)}: is not a field. Did you mean {near}:?", better)
        end = _behind(_RUN, self.text, start)
        has_quote = self.text[end : end + 1] in tuple(_QUOTES)
        quoted = None if has_quote else self._with(start, end, f'"{self.text[start:end]}"')
        self._fail(start, len(typed), _no_field(typed), quoted)

    def _with(self, start: int, end: int, instead: str) -> str:
        """Return the text with other words from `start` to `end`."""
        return self.text[:start] + instead + self.text[end:]

    def _fail(self, column: int, length: int, reason: str, meant: str | None = None) -> NoReturn:
        raise QueryError(self.text, column, length, reason, meant)
