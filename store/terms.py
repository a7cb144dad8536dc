"""The parts of a query: words, fields, and how NOT, AND and OR join them, in normal form.

Terms are made by `words`, `field`, `negated`, `every` and `either`, which keep the one normal form: nested
ANDs and ORs are flat, NOT stands at most once, nothing stands twice. Text is lower case with single spaces;
accents stay as they were written, though matching is blind to them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from store import fold, periods
from store.periods import NotAValue

Term: TypeAlias = "Words | Field | Not | All | Either"
"""One condition on a text."""

ENTITY_FIELDS: Final = ("party", "person", "place", "org", "event", "office")
"""The fields whose values are names that a vocabulary knows."""

DATE_FIELDS: Final = ("date", "since", "before", "after")
"""The fields whose values are periods."""

KEYWORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "is": ("starred", "read", "unread", "inferred", "exact", "corrected"),
        "has": ("caption", "contact", "note", "quote", "tag"),
        "sort": ("date", "-date", "party", "relevance"),
    }
)
"""The fields with a fixed set of values."""

FIELDS: Final = (*ENTITY_FIELDS, *DATE_FIELDS, *KEYWORDS, "tag", "title", "source", "id")
"""Every field of the language."""

ATOM: Final = re.compile(r'[^\s,()"“”„|:]+')
"""A word or a value that needs no quotes."""

_HALF: Final = re.compile("[\ud800-\udfff]")

_ID: Final = re.compile(r"[0-9a-f]{1,12}")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side anywhere in the text; a final `*` leaves the last one open."""

    text: str

    def __str__(self) -> str:
        return _quoted(self.text) if self.text[0] in "-!" else printed(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has one of the values."""

    name: str
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}:{','.join(map(printed, self.values))}"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a term."""

    term: Words | Field | All | Either

    def __str__(self) -> str:
        return f"-{bracketed(self.term)}"


@dataclass(frozen=True, slots=True)
class All:
    """Two or more terms that all hold."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return " ".join(bracketed(term) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Either:
    """Two or more terms of which at least one holds."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return " | ".join(map(str, self.terms))


def plain(text: str) -> str:
    """Return the normal form of words and names: lower case, single spaces, composed letters.

    Half a character, as a shell hands over what is no UTF-8, becomes a sign that no text has.
    """
    whole = text if text.isascii() else _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", " ".join(whole.split()).lower())


def words(text: str, quoted: bool) -> Words:
    """Return the term that looks for words; NotAValue if there is no word in it."""
    return Words(_words(text, quoted))


def field(name: str, values: Iterable[str]) -> Field:
    """Return the term of a field with values in normal form."""
    return Field(name, tuple(dict.fromkeys(values)))


def negated(term: Term) -> Term:
    """Return the opposite of a term."""
    return term.term if isinstance(term, Not) else Not(term)


def every(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return terms that all hold, nested ANDs flat, each once."""
    return tuple(dict.fromkeys(part for term in terms for part in _parts(term, All)))


def joined(terms: tuple[Term, ...]) -> Term:
    """Return one or more terms that all hold as one term."""
    return terms[0] if len(terms) == 1 else All(terms)


def either(terms: Iterable[Term]) -> Term:
    """Return one or more terms of which one must hold, nested ORs flat, each once."""
    options = tuple(dict.fromkeys(part for term in terms for part in _parts(term, Either)))
    return options[0] if len(options) == 1 else Either(options)


def bracketed(term: Term) -> str:
    """Return the text of a term as it stands among others."""
    return f"({term})" if isinstance(term, (All, Either)) else str(term)


def folded(term: Term) -> str:
    """Return what is the same for two spellings of a term that differ in accents only."""
    return fold.fold(str(term))


def printed(text: str) -> str:
    """Return a value as query text; a star inside would be read as a mistake without quotes."""
    return text if ATOM.fullmatch(text) and "*" not in text[:-1] else _quoted(text)


def value(name: str, text: str, quoted: bool) -> str:
    """Return the normal form of one value of a field.

    Raises:
        NotAValue: The field cannot have this value.
    """
    return _VALUES[name](name, text, quoted)


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like text, if any does."""
    from difflib import get_close_matches  # needed for mistakes only

    return next(iter(get_close_matches(text, list(known), n=1)), None)


def _parts(term: Term, joint: type[All] | type[Either]) -> tuple[Term, ...]:
    return term.terms if isinstance(term, joint) else (term,)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _words(text: str, quoted: bool) -> str:
    bare = plain(text).rstrip("*").rstrip()
    if "*" in bare and not quoted:
        raise NotAValue(f"{text} has a star inside: * stands at the end of a word")
    if not fold.words(bare):
        raise NotAValue(f"{text or 'An empty phrase'} has no word in it to look for")
    return f"{bare}*" if text.endswith("*") and not quoted else bare


def _title(_name: str, text: str, quoted: bool) -> str:
    return _words(text, quoted)


def _tag(_name: str, text: str, quoted: bool) -> str:
    bare = plain(text).rstrip("*").rstrip()
    if "*" in bare and not quoted:
        raise NotAValue(f"{text} has a star inside: * stands at the end of a tag")
    if not bare:
        raise NotAValue("tag: needs a tag, or the beginning of one")
    return f"{bare}*" if text.endswith("*") and not quoted else bare


def _name(_name: str, text: str, _quoted: bool) -> str:
    return plain(text)


def _file(name: str, text: str, _quoted: bool) -> str:
    found = plain(text).rstrip("*").rstrip()
    if not found:
        raise NotAValue(f"{name}: needs a part of a file name")
    return found


def _id(name: str, text: str, _quoted: bool) -> str:
    found = plain(text).rstrip("*")
    if not _ID.fullmatch(found):
        raise NotAValue(f"{name}:{text} is no beginning of an id, which is 12 of the characters 0-9 a-f")
    return found


def _keyword(name: str, text: str, _quoted: bool) -> str:
    found = plain(text)
    if found not in KEYWORDS[name]:
        known = ", ".join(KEYWORDS[name])
        raise NotAValue(f"{name}:{text} unknown. It can be {known}", nearest(found, KEYWORDS[name]))
    return found


def _period(name: str, text: str, _quoted: bool) -> str:
    return periods.canonical(name, plain(text))


_VALUES: Final[Mapping[str, Callable[[str, str, bool], str]]] = MappingProxyType(
    dict.fromkeys(ENTITY_FIELDS, _name)
    | dict.fromkeys(DATE_FIELDS, _period)
    | dict.fromkeys(KEYWORDS, _keyword)
    | {"tag": _tag, "title": _title, "source": _file, "id": _id}
)
