"""The table of commands: the desk's keys that make sense line by line, and the few that only lines need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from tui.keys import BY_ID, KEYS
from tui.plain import choosing, going, narrowing, pages, reasoning, saying
from tui.plain.place import Place
from tui.plain.words import NotUnderstood

Do = Callable[[Place, str], Iterator[str]]
"""What a command does with the rest of its line, told line by line."""

SIGNS: Final = ("/", "?", "#", "*", ",", ".")
"""Keys that need no space behind them."""

RULE: Final = (
    "The first word of a line is a key or its name; what follows belongs to it.",
    "A number reads that text. A line with a colon, such as party:cpv, is a filter, and so is all behind /.",
    "An empty line goes on: with a long answer, with the list after a filter, with a suggestion.",
)
"""How a line is understood."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be asked for by a line."""

    name: str
    """A word for it; where the desk has a key for it, the id of that."""
    keys: tuple[str, ...]
    """What else it is called by: the desk's keys."""
    label: str
    sentence: str
    do: Do
    example: str = ""


def _key(name: str, do: Do, sentence: str = "", example: str = "") -> Command:
    """Return the command of a key of the desk: its letters, its word and its sentence."""
    key = BY_ID[name]
    typed = tuple(part for part in key.shown.split() if part.isascii() and (len(part) == 1 or part == "gg"))
    return Command(name, typed, key.label, sentence or key.tooltip, do, example)


def _bare(do: Callable[[Place], Iterator[str]]) -> Do:
    """Return a command that nothing belongs to."""

    def alone(place: Place, rest: str) -> Iterator[str]:
        if rest:
            raise NotUnderstood(f"nothing belongs behind that, and there stands {rest}")
        return do(place)

    return alone


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        (),
        "the list",
        "Tell the texts found, from the first or from a number on.",
        going.listed,
        "list 20",
    ),
    _key("down", _bare(partial(going.stepping, by=1)), "Go to the next text of the list and tell its row."),
    _key(
        "up", _bare(partial(going.stepping, by=-1)), "Go to the previous text of the list and tell its row."
    ),
    _key("next-text", _bare(partial(going.reading, by=1)), "Read the next text."),
    _key("previous-text", _bare(partial(going.reading, by=-1)), "Read the previous text."),
    _key("top", _bare(partial(going.end, last=False))),
    _key("bottom", _bare(partial(going.end, last=True))),
    _key(
        "go",
        choosing.go,
        "Go to any text: the party's letter, the year's digit, the row's number.",
        "g c 1 1",
    ),
    Command(
        "paragraph",
        ("#",),
        "paragraph",
        "Read one paragraph of this text: the next, or that of a number.",
        going.paragraph,
        "#3",
    ),
    _key("next-mention", _bare(partial(going.mention, by=1))),
    _key("previous-mention", _bare(partial(going.mention, by=-1))),
    Command(
        "who",
        (),
        "who met whom",
        "Tell who met whom in this text, and who and what it names.",
        _bare(reasoning.who),
    ),
    _key("evidence", _bare(reasoning.evidence), "Tell the words that decided the date."),
    _key(
        "why",
        _bare(reasoning.why),
        "Tell why this text is in the list: a reason for each part of the filter.",
    ),
    _key("raw", _bare(going.raw), "Read the text as it was received."),
    _key("party", choosing.party, "", "p c"),
    _key(
        "date",
        choosing.date,
        "Filter by year or period: a key or the period itself, x every date.",
        "d 2016..2021",
    ),
    _key(
        "entity",
        choosing.entity,
        "Filter by person, place, body, office or event: a letter or a name.",
        "e trung",
    ),
    _key(
        "here",
        narrowing.here,
        "Filter by a name of this text: where n stands, or the one that you type.",
        "* hanoi",
    ),
    _key(
        "filter",
        choosing.prompt,
        "Take the rest of the line as the filter, or else the next line.",
        "/ congress*",
    ),
    _key("only-starred", _bare(partial(narrowing.only, what="starred"))),
    _key("only-unread", _bare(partial(narrowing.only, what="unread"))),
    _key("earlier", _bare(partial(narrowing.slide, by=-1))),
    _key("later", _bare(partial(narrowing.slide, by=1))),
    _key("drop", _bare(narrowing.drop)),
    _key("clear", _bare(narrowing.clear)),
    _key("filter-back", _bare(partial(narrowing.step, by=-1))),
    _key("filter-on", _bare(partial(narrowing.step, by=1))),
    _key("views", narrowing.views, "", "V b"),
    _key("star", _bare(saying.star)),
    _key("read", _bare(saying.read)),
    _key("tag", saying.tag, "", "t asean"),
    _key("note", saying.note, "Write a note on this text, or on a paragraph of it.", "a #3 Call the embassy"),
    _key(
        "copy",
        reasoning.cite,
        "Tell, to be copied, on one line: p a paragraph with its source, l the link to it; t the whole text.",
        "y p #3",
    ),
    _key("undo", _bare(saying.undo)),
    _key("redo", _bare(saying.redo)),
)
"""What a line can ask for, but for help and the end."""

MANUAL: Final = Command(
    "manual", (), "the manual", "List the pages of the manual, or read one.", pages.manual, "manual filters"
)
HELP: Final = _key(
    "help",
    lambda place, rest: told(rest),
    "List the commands, or tell more of those that a word finds.",
    "? filter",
)
END: Final = Command(
    "quit", ("q", "Q"), "quit", "End; everything is kept already.", _bare(lambda place: iter(()))
)

EVERY: Final = (*COMMANDS, HELP, MANUAL, END)

BY_WORD: Final = {word: one for one in EVERY for word in (one.name, *one.keys)}
"""What each first word of a line means."""


def told(rest: str) -> Iterator[str]:
    """Tell how lines are understood and which commands there are, or more of those that a word finds."""
    if not rest:
        yield from RULE
        yield from (f"{' '.join(one.keys) or one.name}  {one.label}" for one in EVERY)
        yield "? and a word tells more, as in ? filter."
        return
    exact = BY_WORD.get(rest)
    found = [exact] if exact else [one for one in EVERY if _has(one, rest.lower())]
    for one in found:
        example = f" For example: {one.example}" if one.example else ""
        yield f"{' or '.join((*one.keys, one.name))}: {one.sentence}{example}"
    if not found:
        raise NotUnderstood(f"no command has the word {rest}; ? lists them")


def _has(one: Command, typed: str) -> bool:
    return typed in f"{one.name} {one.label} {one.sentence}".lower()


def unknown(word: str, line: str) -> Iterator[str]:
    """Tell that a line is not understood, and what may have been meant."""
    from difflib import get_close_matches

    key = next((key for key in KEYS if key.keys and word in (key.id, *key.shown.split())), None)
    close = get_close_matches(word.lower(), BY_WORD, 1)
    if key:
        yield f"{word} is for the dashboard only. ? lists what there is here."
    elif close:
        yield f"No command {word}. Did you mean {close[0]}?"
    else:
        yield f"No command {word}. ? lists the commands."
    if not key:
        yield f"To look for it in the texts: / {line}"
