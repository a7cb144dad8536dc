"""Telling: one generated article from its number, with everything that is true of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from store.article import CAPTION, HEADLINE, STANDFIRST
from store.demo.cast import FIRST_YEAR, YEARS, cast
from store.demo.chance import any_of, around, chance
from store.demo.dating import told
from store.demo.page import Noted, Page
from store.demo.prose import Sentence, capital
from store.demo.scene import Scene
from store.demo.stories import sentences, stories

MARK: Final = "[SYNTHETIC] "
"""What every headline begins with."""

_FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
_DAYS: Final = (date(FIRST_YEAR + YEARS, 1, 1) - _FIRST_DAY).days

_MIDDLE, _SPREAD, _LEAST, _MOST = 3_000, 0.48, 850, 7_700
"""The size of a text in letters: half are smaller than the first, hardly any beyond the last two."""

_HEAD: Final = 300
"""About how many letters of a text stand outside its body or go beyond its size."""

_WITH_CAPTION, _WITH_STANDFIRST = 0.34, 0.2
_ONCE: Final = (("aside", 0.1), ("event", 0.25), ("uncommon", 0.03), ("rare", 0.004))
"""What stands in a text once at most, and how often it does."""

_SIGNED: Final = ("/.", "/.", "", " (end)")
_SCENE: Final = 14
"""After so many sentences a text turns to another town."""


class Telling:
    """One article: its text, taken apart as our own reading of the text would have it."""

    def __init__(self, number: int) -> None:
        """Tell the article of a number, which is the same whenever it is told."""
        self.number = number
        self._rnd = rnd = chance(number)
        day = _FIRST_DAY + timedelta(days=int(rnd() * _DAYS))
        self.day = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
        self.dating = told(self.day, rnd)
        self.scene = Scene(cast(), self.day, rnd)
        self._settle()
        self.page = Page(self.scene, rnd)
        self.page.name(self.scene.town)
        self.contacts: list[dict[str, Any]] = []
        self.story = any_of(stories(), rnd)
        self.headline = MARK + capital(self._brief(any_of(self.story.headlines, rnd), HEADLINE, len(MARK)))
        titled = len(self.page.mentions)
        self.body = self._body()
        self._of_title, self._of_body = self.page.mentions[:titled], self.page.mentions[titled:]
        self.caption = self._caption() if rnd() < _WITH_CAPTION else None
        self._of_caption = self.page.mentions[titled + len(self._of_body) :]
        self.standfirst = self.body[0] if rnd() < _WITH_STANDFIRST else None
        self.sign_off = any_of(_SIGNED, rnd)

    @property
    def agency(self) -> str:
        """The letters of the agency that sends the text."""
        return self.scene.country.agency

    @property
    def dateline(self) -> str:
        """What stands before the lead."""
        return f"{self.scene.town['name']}{self.dating.dateline} ({self.agency}) –"

    @property
    def file(self) -> str:
        """The name of its file, below a folder of its month."""
        day = self.day.isoformat()
        return f"{day[:7]}/{self.agency.lower()}_{day}_{self.number:06}.txt"

    @property
    def text(self) -> str:
        """The wire text."""
        top = [self.dating.header] if self.dating.header else []
        above = [self.standfirst] if self.standfirst else []
        above += [f"{self.caption} (Photo: {self.agency})"] if self.caption else []
        below = [f"{self.dateline} {self.body[0]}", *self.body[1:]]
        top += [self.headline, "\n".join(above)] if above else [self.headline]
        return "\n\n".join((*top, *below)) + f"{self.sign_off}\n"

    @property
    def mentions(self) -> list[Noted]:
        """Where everybody and everything is named, in the order of the paragraphs' numbers."""
        lead = [one for one in self._of_body if one["paragraph"] == 0] if self.standfirst else []
        above = [one | {"paragraph": STANDFIRST} for one in lead]
        return [*self._of_caption, *above, *self._of_title, *self._of_body]

    def _settle(self) -> None:
        """Hand over to the scene what the dating prints."""
        dating, scene = self.dating, self.scene
        scene.say("when", f" {dating.when}" if dating.when else "")
        if dating.begun:
            scene.say("count", dating.anniversary.partition(" ")[0])
            scene.say("begun", dating.since)
        scene.say("goal", str(dating.goal))

    def _brief(self, sentence: Sentence, paragraph: int, at: int = 0) -> str:
        return self.page.put(sentence, paragraph, at, brief=True)

    def _body(self) -> list[str]:
        """Write the lead, and below it so many paragraphs as the size of the text asks for."""
        rnd, scene = self._rnd, self.scene
        left = min(max(around(_MIDDLE, _SPREAD, rnd), _LEAST), _MOST) - _HEAD
        lead = self.page.put(any_of(self.story.leads, rnd), 0)
        if self.story.contact:
            self._meet(scene.b.record["id"], self.story.contact, 0, lead)
        body, pool, once = [lead], list(_pool(self.story.contact is not None)), self._once()
        left -= len(lead)
        count = 0
        while left > 0 or once:
            paragraph: list[str] = []
            at = 0
            for _ in range(1 + int(rnd() * 3)):
                if once and (left <= 0 or rnd() < 0.25):
                    told = self._told_once(*once.pop(), len(body), at)
                else:
                    told = self.page.put(_drawn(pool, rnd()), len(body), at)
                paragraph.append(told)
                at += len(told) + 1
                count += 1
                if count % _SCENE == 0:
                    scene.move_on()
            body.append(" ".join(paragraph))
            left -= at + 1
        return body

    def _once(self) -> list[tuple[str, Sentence]]:
        """Return what is to stand in the text once, each with its heading."""
        rnd, found = self._rnd, sentences()
        wanted = [heading for heading, share in _ONCE if rnd() < share]
        wanted += ["goal"] if self.dating.goal else []
        wanted += ["anniversary"] if self.dating.begun else []
        return [(heading, any_of(found[heading], rnd)) for heading in wanted]

    def _told_once(self, heading: str, sentence: Sentence, paragraph: int, at: int) -> str:
        told = self.page.put(sentence, paragraph, at)
        self.dating.places[heading] = paragraph
        if heading == "aside":
            self._meet(self.scene.third.record["id"], "meeting", paragraph, told)
        return told

    def _meet(self, party: str, kind: str, paragraph: int, sentence: str) -> None:
        pair = [self.scene.a.record["id"], party]
        self.contacts.append({"parties": pair, "kind": kind, "paragraph": paragraph, "sentence": sentence})

    def _caption(self) -> str:
        heading = "caption of two" if self.story.contact and self._rnd() < 0.6 else "caption"
        return self._brief(any_of(sentences()[heading], self._rnd), CAPTION)


@cache
def _pool(of_two: bool) -> Sequence[Sentence]:
    """Return the sentences that a body is made of; of a meeting those of the other side too."""
    found = sentences()
    return (*found["body"], *(found["with the other"] if of_two else ()))


def _drawn(pool: list[Sentence], chance: float) -> Sentence:
    """Take a sentence out of a pool, so that no text says it twice."""
    place = int(chance * len(pool))
    pool[place], pool[-1] = pool[-1], pool[place]
    return pool.pop()
