"""Choosing: filters by party, date and entity, by what was typed, and by what stands in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from store.errors import QueryError
from store.query import Query
from tui.plain import going, words
from tui.plain.place import Place

if TYPE_CHECKING:
    from tui.choices import About, Choice, How, Offer

_KEYS: Final[dict[About, str]] = {
    "party": "p and a letter shows only that party, p and a capital leaves it out, p x takes parties away.",
    "date": "d and a key or a period, such as d 1 or d 2016..2021, shows only that; d x shows every date.",
    "entity": "e and a letter or a word shows only what has that name; a capital or a minus leaves it out.",
}


def turned(place: Place, query: Query, keep: str | None = None) -> Iterator[str]:
    """Put a filter in force; tell what it finds and where the reader is then."""
    place.turn(query, keep)
    yield from told(place)


def told(place: Place) -> Iterator[str]:
    """Tell how much the filter finds, and the row that the reader is on; an empty line lists the others."""
    if place.total:
        yield words.found(place.answer)
        yield from going.here(place)
        first = 1 if place.index == 0 else 0  # what was told just now need not be told twice
        place.next = going.rows(place, first) if first < place.total else None
    elif place.answer.tally.texts:
        from tui.emptiness import nothing_matches

        yield words.sentence(nothing_matches(place.archive, place.query, place.today))
        yield "drop takes the last part of the filter away, 0 all of it."
    else:
        yield "No texts yet. newsdesk import takes some in."


def typed(place: Place, text: str) -> Iterator[str]:
    """Put what was typed in force."""
    yield from turned(place, Query.parse(text, place.archive.vocabulary))


def prompt(place: Place, rest: str) -> Iterator[str]:
    """Take the rest of the line as the filter, or else the next line."""
    if rest:
        yield from typed(place, rest)
        return
    place.is_typing = True
    yield f"Filter: {place.query}" if place.query.terms else "No filter is in force."
    yield "Type another; an empty line leaves it."


def party(place: Place, rest: str) -> Iterator[str]:
    """Filter by party, or tell which there are."""
    from tui import offers

    yield from _pick(place, offers.parties(place.answer, courses=False), rest)


def entity(place: Place, rest: str) -> Iterator[str]:
    """Filter by person, place, body, office or event, or tell which there are."""
    from tui import offers

    yield from _pick(place, offers.entities(place.answer, courses=False), rest)


def date(place: Place, rest: str) -> Iterator[str]:
    """Filter by date, or tell which years there are."""
    from tui import offers
    from tui.choices import named

    row = place.current
    offer = offers.dates(place.answer, row.date if row else None, courses=False)
    found = named(offer.choices, rest.lower())
    if rest in ("", "x"):
        yield from _pick(place, offer, rest)
    elif found and found[0].field == "date":
        yield from turned(place, offers.picked(place.query, "date", found[0].value, "only"))
    elif found:
        yield "d and a period shows it: d 2016..2021, d 2021-05, d 2016.., d may..june."
    else:
        yield from turned(place, _dated(place, offers.undated(place.query), rest))


def _dated(place: Place, free: Query, value: str) -> Query:
    """Return a filter with a date as it was typed; what is suggested for that keeps the rest."""
    try:
        dates = Query.parse(f"date:{value}", place.archive.vocabulary)
    except QueryError as error:
        chips = [chip.text for chip in free.chips]
        meant = None if error.suggestion is None else " ".join([*chips, error.suggestion])
        raise QueryError(error.text, error.column, error.length, error.reason, meant) from None
    return Query((*free.terms, *dates.terms), free.sort)


def _pick(place: Place, offer: Offer, rest: str) -> Iterator[str]:
    """Tell an offer, or filter by what of it was named by its key or by a part of its name."""
    from tui import offers

    if not rest:
        yield from _offered(offer, offer.choices)
    elif rest == "x":
        yield from turned(place, offers.emptied(place.query, offer.about))
    else:
        found = meant(offer, rest)
        if len(found) == 1:
            one, how = found[0]
            term = place.archive.term(one.value)
            yield from turned(place, offers.picked(place.query, one.field, term, how))
        elif found:
            yield from (words.choice(one) for one, _ in found)
            raise words.NotUnderstood(f"{len(found):,} have that in their name; more of it tells which")
        else:
            raise words.NotUnderstood(f"no {offer.name.lower()} has the key or the name {rest}")


def meant(offer: Offer, typed: str) -> list[tuple[Choice, How]]:
    """Return what may be meant by a key or a part of a name; a comma before it widens, a minus leaves out."""
    from tui.choices import matching, named

    if exact := named(offer.choices, typed):
        return [exact]
    sign = typed[:1] if typed[:1] in (",", "-") else ""
    name = typed.removeprefix(sign).strip()
    how: How = "either" if sign == "," else "leave out" if sign == "-" else "only"
    if exact := named(offer.choices, name):
        return [(exact[0], exact[1] if sign == "" else how)]
    return [(one, how) for one in matching(offer.choices, name)] if name else []


def _offered(offer: Offer, choices: tuple[Choice, ...]) -> Iterator[str]:
    many = [one for one in choices if one.field not in ("range", "none")]
    plural = {"party": "parties", "date": "periods", "entity": "names"}[offer.about]
    yield f"{len(many):,} {plural}. {_KEYS[offer.about]}"
    yield from map(words.choice, many)


def go(place: Place, rest: str) -> Iterator[str]:
    """Go to any text: a party's letter, a year's digit, and the number or the letters of a row."""
    from tui import offers
    from tui.asking import Answer
    from tui.choices import named

    everything = Answer(place.archive, Query(), place.today)
    offer = offers.going(everything, courses=False)
    keys = rest.split()
    if not keys:
        yield "g and a letter goes to a party, then a digit to the year, then a number to the text: g c 1 1."
        yield from map(words.choice, offer.choices)
        return
    query = Query()
    while keys and (found := named(offer.choices, keys[0])):
        one = found[0]
        del keys[0]
        if one.field == "party":
            query = query.toggling("party", place.archive.term(one.value))
            offer = offers.going_on(Answer(place.archive, query, place.today))
            continue
        query = query.replacing("date", one.value)
        break
    if not query.terms:
        raise words.NotUnderstood(f"no party and no year has the key {keys[0]}")
    place.turn(query)
    place.go(0)
    yield from _arrive(place, keys, offer)


def _arrive(place: Place, keys: list[str], offer: Offer) -> Iterator[str]:
    """Read the row that is left to be named, or tell where the reader is."""
    from store.archive.letters import PICKING
    from tui import labels

    if not keys:
        yield from told(place)
        if "date" not in {chip.field for chip in place.query.chips} and len(offer.choices) > 1:
            yield "Years:"
            yield from map(words.choice, offer.choices)
        return
    key = keys[0].lower()
    if going.is_number(key):
        yield from going.opened(place, key)
        return
    is_label = all(letter in PICKING for letter in key)
    number = labels.at(key, place.total) if is_label and place.total > 1 else None
    if number is None:
        yield from told(place)
        raise words.NotUnderstood(f"no text here has the key {key}")
    yield from going.opened(place, str(number + 1))
