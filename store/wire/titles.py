"""Titles: which of the lines above a text are its headline and its standfirst."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from store.article import Removed
from store.wire.datelines import Wires
from store.wire.likeness import SUMMARY, is_paragraph, is_rubric, is_summary, words
from store.wire.lines import Line, ends_open
from store.wire.sections import end_of_trail
from store.wire.tokens import word_set

_WIDEST: Final = 160
"""No title is longer."""

_SENTENCE: Final = 5
"""A line of so many words may be a sentence of its own."""

_HANGING: Final = word_set(
    "of the a an and or from between its their his her our with to for in on at by as is are was were will "
    "would has have had may must can"
)
"""With one of these no title ends, but a line of one does."""

_PARTICLES: Final = word_set("with to for in on at by as")
"""Those that may close one, too: `Lawmaker sworn in`."""

_OPENERS: Final = word_set(
    "the a an he she they it his her its their this these some more most many several all both no two three "
    "four five six seven eight nine ten at after as but for from if when while what who why how nearly "
    "almost about there not only"
)
"""No title that is a sentence has one of these with a capital in its midst."""

_VERBS: Final = word_set(
    "says say said is are was were will has have had must may can could would should wants want calls call "
    "urges urge warns warn vows vow plans plan hopes hope accuses accuse expects expect seeks seek"
)
"""Behind the first words of a sentence one of these tells that it is none of another's."""


class Titles(NamedTuple):
    """What the lines above a text say of it."""

    headline: str | None = None
    standfirst: str | None = None
    removed: tuple[Removed, ...] = ()


def read_titles(lines: Sequence[Line], known: Wires, pictured: frozenset[str], summed_up: bool) -> Titles:
    """Say which lines are headline and standfirst; `pictured` are the titles that the page repeats.

    `summed_up` tells that the page is of an agency that sets a summary right below its titles.
    """
    titles, removed = list(lines), list[Removed]()
    if len(titles) > 1 and is_rubric(titles[0].text, titles[1].text):
        removed.append(Removed("section", titles.pop(0).text))
    headline: str | None = None
    if titles and (not is_paragraph(titles[0].text) or titles[0].text in pictured):
        first = titles.pop(0).text
        if end := end_of_trail(first):
            removed.append(Removed("section", first[:end].strip()))
        headline = first[end:]
        while titles and _goes_on(headline, titles[0], summed_up):
            headline += f" {titles.pop(0).text}"
        headline, site = _without_site(headline, known)
        removed += site
    standfirst: str | None = None
    for text in _without_breaks([line.text for line in titles], headline):
        kind = _refuse(text, headline, standfirst)
        if kind:
            removed.append(Removed(kind, text))
        else:
            standfirst = text
    return Titles(headline, standfirst, tuple(removed))


def _without_breaks(texts: list[str], headline: str | None) -> list[str]:
    """Return the lines below a headline, with two that say it again over a break as one."""
    for at in range(len(texts) - 1):
        if says_again(headline, " ".join(texts[at : at + 2])):
            return [*texts[:at], "\n".join(texts[at : at + 2]), *texts[at + 2 :]]
    return texts


def says_again(title: str | None, text: str) -> bool:
    """Tell whether a line says the headline again."""
    return title is not None and abs(len(text) - len(title)) < 9 and words(text) == words(title)


def _refuse(text: str, headline: str | None, standfirst: str | None) -> str | None:
    """Return what a line below the headline is if it is no standfirst."""
    if says_again(headline, text) or says_again(headline, text[end_of_trail(text) :]):
        return "repeated headline"
    if text.count(" ") < SUMMARY:
        return "menu"
    return None if standfirst is None else "summary"


def _without_site(headline: str, known: Wires) -> tuple[str, list[Removed]]:
    """Take the name of an agency's site from the end of a page's title: `Parties talk | VOVWORLD`."""
    title, mark, site = headline.rpartition(" | ")
    if not mark:
        title, mark, site = headline.rpartition(" - ")
    if not mark or not title or " " in site.strip() or known.short(site) is None:
        return headline, []
    return title.strip(), [Removed("site", site)]


def _goes_on(headline: str, line: Line, summed_up: bool) -> bool:
    """Tell whether a line goes on with the headline above it."""
    text = line.text
    if is_paragraph(text) or words(text) == words(headline) or not (ends_open(headline) and ends_open(text)):
        return False
    if len(headline) + len(text) > _WIDEST:
        return False
    if _hangs(headline, line.gap) or (text[0].islower() and text.count(" ") < 2 * _SENTENCE):
        return True
    if line.gap or summed_up or is_summary(headline, text) or _stands_apart(headline, text):
        return False
    return len(text) <= 1.3 * len(headline)


def _hangs(headline: str, gap: bool) -> bool:
    """Tell whether a line ends where no title does."""
    last = headline.rpartition(" ")[2].casefold()
    return headline.endswith(",") or (last in _HANGING and not (gap and last in _PARTICLES))


def _stands_apart(headline: str, text: str) -> bool:
    """Tell whether a line below a title is a sentence of its own, by its capitals and its verb."""
    title, said = headline.split(), text.split()
    if len(title) < _SENTENCE - 1 or len(said) < _SENTENCE:
        return False
    small = [word for word in title[1:] if word[0].islower() and len(word) > 3]
    plain = [word for word in said[1:] if word[0].islower() and len(word) > 3]
    if not small:
        return len(plain) > 2
    if len(small) < 2 or not said[0][0].isupper() or said[0].isupper():
        return False
    verb = next((at for at, word in enumerate(said[1:4]) if word in _VERBS), None)
    alone = verb is not None and all([word[0].islower() for word in said[1 : 1 + verb]])
    return said[0].casefold() in _OPENERS or alone
