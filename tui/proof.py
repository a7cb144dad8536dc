"""The proof of a text: what of it can be corrected, as rows of the form, and what was corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from store.article import KINDS, Article, Entity, EventDate
from tui.lines import KIND_INK, Line, line
from tui.wording import KIND_HEADS, SIGNS, count, long_day, short_day

Act = Literal[
    "date", "entity", "name", "abbr", "kind", "country", "merge", "hide", "confirm", "where", "reason",
    "take back", "into", "find",
]  # fmt: skip
"""What choosing a row does."""

LABELS: Final = "acefimnopstvwyz"
"""The letters of rows without a word of their own: none that moves, closes or undoes."""


class Row(NamedTuple):
    """One row of the form."""

    act: Act
    key: str
    """The letter or digit that takes it; empty where only the cursor gets there."""
    label: str
    value: Line = ()
    about: str = ""
    """An entity, a kind, or the number of a correction."""
    group: str = ""
    below: tuple[str, ...] = ()
    """What stands under it, quieter."""


class Made(NamedTuple):
    """A correction in force."""

    number: int
    told: str
    """What was done."""
    who: str
    when: datetime
    was: str
    """What stood there before; empty where nothing can."""
    reason: str
    entities: frozenset[str]
    """The entities that it is about."""


def of_text(article: Article, made: Sequence[Made], reason: str) -> list[Row]:
    """Return what can be corrected of a text: its date, the corrections themselves, and whom it names."""
    rows = [Row("date", "d", "date", _dated(article.date)), _reason(reason), *map(_standing, made)]
    labels, named = iter(LABELS), Counter(mention.entity for mention in article.mentions)
    twins = Counter(entity.name for entity in article.entities)
    for kind, head in KIND_HEADS.items():
        of_kind = (e for e in article.entities if e.kind == kind)
        for entity in sorted(of_kind, key=lambda e: -named[e.id]):
            sign = "✓" if any(entity.id in one.entities for one in made) else ""
            name = called(entity, sign)
            if twins[entity.name] > 1 and entity.country:
                name = line((f"{entity.country} ", "muted"), *name)
            rows.append(Row("entity", next(labels, ""), "", name, entity.id, head))
    return rows


def of_entity(entity: Entity, texts: int, made: Sequence[Made], reason: str, *, here: bool) -> list[Row]:
    """Return what can be corrected of an entity, and what was.

    Args:
        texts: How many texts name it.
        here: Whether it is corrected in this text alone.
    """
    where = "this text only" if here else f"all {count(texts, 'text')}" if texts > 1 else "all texts"
    rows = [
        Row("name", "n", "name", _value(entity.name)),
        Row("abbr", "a", "short", _value(entity.abbr)),
        Row("kind", "t", "kind", _value(entity.kind)),
        Row("country", "c", "country", _value(entity.country)),
        Row("merge", "m", "merge", (("into another", "muted"),)),
        Row("hide", "x", "hide", (("it is none", "muted"),)),
        Row("where", "o", "where", ((where, "muted"),)),
        _reason(reason),
    ]
    if not entity.confirmed and entity.name != entity.abbr:  # letters alone may be several parties
        rows.insert(0, Row("confirm", "y", "confirm", (("it is one", "muted"),)))
    return rows + [_standing(one) for one in made]


def kinds(entity: Entity) -> list[Row]:
    """Return the kinds that an entity can be of, without its own."""
    others = [kind for kind in KINDS if kind != entity.kind]
    return [Row("kind", f"{n}", "", ((kind, KIND_INK[kind]),), kind) for n, kind in enumerate(others, 1)]


def targets(found: Iterable[tuple[Entity, int]]) -> list[Row]:
    """Return the entities that another may be merged into, each with the number of texts that name it."""
    labels = iter(LABELS)
    rows = [
        Row("into", next(labels, ""), "", line(*called(entity), (f"  {texts:,}", "faint")), entity.id)
        for entity, texts in found
    ]
    return [*rows, Row("find", "r", "", (("another name …", "muted"),))]


def called(entity: Entity, sign: str = "") -> Line:
    """Return how an entity is called, in the dress of its kind."""
    ink, doubt = KIND_INK[entity.kind], ("" if entity.confirmed else " ?", "warn")
    marks = doubt, (f" {sign}" if sign else "", "warn")
    if entity.abbr:
        return line((entity.abbr, ink), *marks, (f"  {entity.name}", "muted"))
    return line((entity.name, ink), *marks)


def signed(one: Made) -> str:
    """Return who corrected something and when: `ann, 21 Nov 2026`."""
    return f"{one.who}, {short_day(one.when.astimezone())}"


def _standing(one: Made) -> Row:
    was = f"before: {one.was}" if one.was else ""
    below = tuple(part for part in (was, signed(one), one.reason) if part)
    return Row(
        "take back", "", "✓", ((one.told, "text"),), str(one.number), "Corrected (Enter takes back)", below
    )


def _dated(when: EventDate) -> Line:
    return line((long_day(when), "strong"), (SIGNS[when.certainty], "warn"))


def _reason(reason: str) -> Row:
    return Row("reason", "r", "why", ((reason, "text"),) if reason else (("no reason given", "faint"),))


def _value(value: str | None) -> Line:
    return ((value, "strong"),) if value else (("none", "faint"),)
