"""Narrowing: a filter made narrower or wider by one step."""

from __future__ import annotations

from collections.abc import Iterator

from store.errors import NewsError
from store.fold import fold
from tui.plain import words
from tui.plain.choosing import turned
from tui.plain.place import Place
from tui.wording import count


def only(place: Place, what: str) -> Iterator[str]:
    """Find only what is starred or unread, or again all."""
    yield from turned(place, place.query.toggling("is", what))


def clear(place: Place) -> Iterator[str]:
    """Take the whole filter away."""
    yield from turned(place, place.query.cleared())


def drop(place: Place) -> Iterator[str]:
    """Take the last part of the filter away."""
    yield from turned(place, place.query.dropping_last())


def slide(place: Place, by: int) -> Iterator[str]:
    """Slide the dates in force on or back by their own width."""
    from store.periods import NotAValue
    from store.sliding import slid

    dates = [c.value for c in place.query.chips if c.field == "date" and not c.excluded]
    if len(dates) != 1 or "," in dates[0]:
        why = "several periods do not slide as one" if dates else "no date filter, so nothing slides"
        raise words.NotUnderstood(f"{why}; d and a period shows only that")
    try:
        moved = slid(dates[0], by, place.today)
    except NotAValue as error:
        raise words.NotUnderstood(error.reason) from None
    yield from turned(place, place.query.replacing("date", moved))


def here(place: Place, rest: str) -> Iterator[str]:
    """Filter by the name that the reader stands on, or by one of the text that has some words."""
    from tui.landmarks import entity_at

    article = place.article
    if article is None:
        yield "No text is found, so no name stands here."
        return
    kinds = {one.id: one.kind for one in article.entities}
    if rest:
        wanted = fold(rest).split()
        called = {one.id: fold(f"{one.abbr or ''} {one.name}") for one in article.entities}
        found = next((i for i, name in called.items() if all(word in name for word in wanted)), None)
    else:
        found = entity_at(article, place.paragraph or 0, place.words)
    if found not in kinds:
        none = f"no name of this text has {rest}" if rest else "no name stands here; n goes to one"
        raise words.NotUnderstood(none)
    yield from turned(place, place.query.toggling(kinds[found], place.archive.term(found)))


def step(place: Place, by: int) -> Iterator[str]:
    """Go back to the filter before, or forward again."""
    from tui.plain.choosing import told

    if place.step(by):
        yield from told(place)
    elif by < 0:
        yield "This is the first filter of this session."
    else:
        yield "There is no filter further on."


def views(place: Place, rest: str) -> Iterator[str]:
    """List the saved views; a letter opens one, a capital saves one, a minus and a letter forgets one."""
    letter = rest.removeprefix("-").strip()
    name = letter.lower()
    if not rest:
        yield from _views(place)
    elif not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        raise words.NotUnderstood("A view has one letter: V b opens it, V B saves it, V -b forgets it")
    elif rest.startswith("-"):
        yield from _forget(place, name)
    elif letter.isupper():
        yield from _save(place, name)
    else:
        yield from _open(place, name)


def _views(place: Place) -> Iterator[str]:
    from tui.asking import Answer, recalled

    saved = place.archive.mine.views
    yield f"{count(len(saved), 'view')}. V b opens b, V B saves what is in force as b, V -b forgets it."
    for name in sorted(saved):
        try:
            answer = Answer(place.archive, recalled(place.archive, name, saved[name]), place.today)
            yield f"{name}  {words.filters(answer) or 'all texts'}  {count(answer.tally.shown, 'text')}"
        except NewsError as error:
            yield f"{name}  {error}"


def _open(place: Place, name: str) -> Iterator[str]:
    from tui.asking import recalled

    view = place.archive.mine.views.get(name)
    if view is None:
        raise words.NotUnderstood(f"no view is saved as {name}; V {name.upper()} saves one")
    yield from turned(place, recalled(place.archive, name, view), view.row)


def _save(place: Place, name: str) -> Iterator[str]:
    from store.archive.marks import View

    before, row = place.archive.mine.views.get(name), place.current
    view = View(str(place.query), "timeline", row.id if row else None, place.paragraph or None)
    place.archive.mine.save_view(name, view)
    instead = f", in place of {before.query or 'all texts'}" if before else ""
    yield words.sentence(f"saved as view {name}: {words.filters(place.answer) or 'all texts'}{instead}")


def _forget(place: Place, name: str) -> Iterator[str]:
    if name not in place.archive.mine.views:
        raise words.NotUnderstood(f"no view is saved as {name}")
    place.archive.mine.drop_view(name)
    yield f"View {name} is gone."
