"""Layout: which line of a wire text is headline, standfirst, caption, dateline, body or refuse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from store.article import Dateline, Removed
from store.wire.bylines import byline, is_never_said, may_be_writer, source_line
from store.wire.captions import Caption, read_caption, unglued
from store.wire.datelines import Found, Wires
from store.wire.furniture import is_date_line, is_pointer, is_rule, is_tail, is_teaser
from store.wire.heads import HEAD, find_lead
from store.wire.likeness import WORD, is_paragraph, is_title, repeats
from store.wire.lines import Line, split_lines
from store.wire.records import Agency
from store.wire.sections import is_section, masthead
from store.wire.sign_offs import sign_off
from store.wire.stamps import site_behind
from store.wire.summaries import is_summary_below, text_below
from store.wire.titles import read_titles, says_again

NO_DATELINE: Final = Dateline()
"""Of a text that begins without one."""

_BRIEF: Final = 100
"""No line that dates or signs a text or names its source is longer."""

_SHORT: Final = 80
"""Nor one that names a section or belongs to a menu."""

_SIGNATURE: Final = 4
"""A line that names an agency has no more words; a title may end with its name."""


class Layout(NamedTuple):
    """A cleaned text taken apart."""

    headline: str | None = None
    standfirst: str | None = None
    """The summary above the body; `removed` has it too, as a repeated lead, where the body says it again."""
    caption: str | None = None
    credit: str | None = None
    byline: str | None = None
    dateline: Dateline = NO_DATELINE
    dateline_date: str | None = None
    """The day as the dateline prints it: `April 18`."""
    beside: str | None = None
    """What the dateline prints behind its place, mostly the country."""
    headers: tuple[str, ...] = ()
    """Page-date lines above or below the headline."""
    body: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


def lay_out(text: str, agencies: Sequence[Agency] | Wires) -> Layout:
    """Take a cleaned text apart."""
    page = _Page(agencies if isinstance(agencies, Wires) else Wires(agencies))
    printed = split_lines(text)
    lines = unglued(printed[:HEAD]) + printed[HEAD:]
    start = page.read_head(lines)
    page.read_body(lines[start:])
    return page.layout()


_EMPTIED: Final = re.compile(r"(?:\([\w-]+(?:\.[\w-]+)+\) ?)?(?:--|[-–—]) (?=[\"“]?[A-Z])")
"""What is left of a dateline whose place or agency is gone: ` – `, `(paper.vn) - `."""


class _Page:
    """What has been found so far, line after line."""

    def __init__(self, known: Wires) -> None:
        self.known = known
        self.headline: str | None = None
        self.standfirst: str | None = None
        self.caption: Caption | None = None
        self.byline: str | None = None
        self.found: Found | None = None
        self.agency: str | None = None
        self.headers: list[str] = []
        self.body: list[str] = []
        self.removed: list[Removed] = []

    def drop(self, kind: str, text: str) -> None:
        """Note what is taken out."""
        if text:
            self.removed.append(Removed(kind, text))

    def layout(self) -> Layout:
        """Return what was found."""
        found = self.found or Found(None, None, None, 0)
        caption = self.caption or Caption("", None)
        return Layout(
            self.headline, self.standfirst, caption.text or None, caption.credit, self.byline,
            Dateline(found.place, found.agency or self.agency or self._written_by()), found.day,
            found.beside, tuple(self.headers), tuple(self.body), tuple(self.removed),
        )  # fmt: skip

    def _written_by(self) -> str | None:
        """Return the agency of a text that nobody signed: the page's owner, or who was told something."""
        owned = [r.text for r in self.removed if r.kind == "tail"]
        sources = [name for text in owned if (name := source_line(text))]
        if named := next(filter(None, map(self.known.short, sources)), None):
            return named
        return self.known.owner(owned) or self.known.told(self.body)

    def read_head(self, lines: list[Line]) -> int:
        """Read what stands above the body; return the number of the line where the body begins."""
        self.found, lead = find_lead(lines, self.known)
        titles: list[Line] = []
        parted = False
        for number, line in enumerate(lines[:lead]):
            title = titles[0].text if titles else None
            if self._is_furniture(line.text) or self._take_caption(line.text, title):
                parted = True
                continue
            if lead == len(lines) and (is_paragraph(line.text) or number >= HEAD):
                return self._undated_lead(lines, number, titles)
            alone = parted or (
                bool(titles) and is_never_said(line.text, [x.text for x in lines[number + 1 :]])
            )
            titles.append(Line(line.text, line.gap or alone))
            parted = False
        self._take_titles(titles)
        return lead

    def _undated_lead(self, lines: list[Line], number: int, titles: list[Line]) -> int:
        """Take the titles above a lead without a dateline, and the standfirst if it is but a summary."""
        self._take_titles(titles)
        start = text_below(lines, number, self.headline, self.known)
        if start > number:
            self.standfirst = lines[number].text
        for text in [line.text for line in lines[number + 1 : start]]:
            if not (self._is_furniture(text) or self._take_caption(text, self.headline)):
                kind = "byline" if may_be_writer(text) else "summary"
                self.drop("repeated headline" if text == self.headline else kind, text)
        return start

    def _is_furniture(self, text: str) -> bool:
        """Take a line of the head that is no part of the text."""
        if is_date_line(text):
            self._take_header(text)
        elif is_rule(text):
            self.drop("rule", text)
        elif name := masthead(text):
            self.agency = self.agency or self.known.short(name)
            self.drop("site", text)
        elif (site := site_behind(text)) and self.known.short(site):
            self.drop("site", text)
        elif len(text) >= _SHORT:
            return False
        elif is_section(text):
            self.drop("section", text)
        elif name := byline(text) or self.known.byline(text):
            self._sign(name, text)
        elif name := source_line(text) or self._agency_alone(text):
            self.agency = self.agency or self.known.short(name)
            self.drop("source", text)
        elif len(text) < 60 and is_tail(text):
            self.drop("menu", text)
        else:
            return False
        return True

    def _agency_alone(self, text: str) -> str | None:
        """Return the agency that a line names and nothing else; behind © it is credited with a picture."""
        name = text.strip("() ")
        alone = len(text) < 40 and len(WORD.findall(name)) <= _SIGNATURE and "©" not in text
        alone = alone and not name.startswith("Image source")
        return name if alone and self.known.short(name) else None

    def _take_header(self, text: str) -> None:
        """Take a line that dates the page; it may name the agency too."""
        self.headers.append(text)
        self.drop("page date", text)
        named = (self.known.short(word) for word in WORD.findall(text))
        self.agency = self.agency or next((name for name in named if name), None) or self.known.named_in(text)

    def _sign(self, name: str, text: str) -> None:
        """Take a byline, which may name an agency."""
        self.agency = self.agency or self.known.short(name.partition(" in ")[0])
        self.byline = self.byline or name
        self.drop("byline", text)

    def _take_caption(self, text: str, title: str | None) -> bool:
        """Take a line that is a caption; the first one counts."""
        caption = read_caption(text, title)
        if caption is None:
            return False
        self.drop("repeated headline", caption.title)
        self.drop("photo label", caption.label)
        if caption.text and (self.caption is None or not self.caption.text):
            credit = caption.credit or (self.caption.credit if self.caption else None)
            self.caption = caption._replace(credit=credit)
        else:
            self.caption = self.caption or caption
            self.drop("caption", caption.text or text)
        return True

    def _take_titles(self, lines: list[Line]) -> None:
        """Say which of the lines above the body are headline and standfirst."""
        pictured = frozenset([r.text for r in self.removed if r.kind == "repeated headline"])
        summed_up = any([" - Update :" in header for header in self.headers])
        self.headline, self.standfirst, removed = read_titles(lines, self.known, pictured, summed_up)
        self.removed += removed
        if not lines and self.caption and self.caption.title:
            self.headline = self.caption.title
            self.removed.remove(Removed("repeated headline", self.headline))

    def read_body(self, lines: list[Line]) -> None:
        """Read the paragraphs, and what a page prints below them."""
        texts = self._without_pointers(self._without_dateline(lines))
        end = next((n for n, text in enumerate(texts) if n and is_tail(text)), len(texts))
        if end > 1 and texts[end - 1].startswith("©"):
            end -= 1
        end = self._signed_end(texts, end)
        tail = texts[end:]
        while end > 1 and is_teaser(texts[end - 1]) and (tail or end == len(texts)):
            end -= 1
            tail.insert(0, texts[end])
        for text in texts[:end]:
            self._read_paragraph(text)
        self._sign_off()
        for text in tail:
            self.drop("teaser" if is_teaser(text) else "tail", text)
        self._compare_lead()

    def _signed_end(self, texts: list[str], end: int) -> int:
        """Return where nothing but titles of other texts stand, behind a paragraph that was signed off."""
        first = end
        while first > 1 and is_title(texts[first - 1]):
            first -= 1
        lines = range(end - 1, max(0, first - 1) - 1, -1)
        return next((n + 1 for n in lines if sign_off(texts[n], self.known).marks), end)

    def _without_dateline(self, lines: list[Line]) -> list[str]:
        texts = [line.text for line in lines]
        if texts and not self.found and (emptied := _EMPTIED.match(texts[0])):
            self.drop("dateline", emptied[0].strip())
            texts[0] = texts[0][emptied.end() :]
        if self.found and texts:
            self.drop("dateline", texts[0][: self.found.end].strip())
            texts[0] = texts[0][self.found.end :]
            if not texts[0] and self.headline and not self.standfirst and is_summary_below(texts[1:3]):
                self.standfirst = texts.pop(1)
            elif not (self.standfirst or self.found.place) and len(texts) > 1 and repeats(*texts[:2]):
                self.standfirst = texts.pop(0)  # `VOV.VN - `, the summary, and the text itself
        return [text for text in texts if text]

    def _without_pointers(self, texts: list[str]) -> list[str]:
        """Take out lines that point to another text between the paragraphs of this one."""
        found = [text for text, then in pairwise(texts) if is_pointer(text) and is_paragraph(then)]
        for text in found:
            self.drop("teaser", text)
        return [text for text in texts if text not in found]

    def _read_paragraph(self, text: str) -> None:
        brief = len(text) <= _BRIEF
        if is_rule(text):
            self.drop("rule", text)
        elif brief and self.body and is_date_line(text):
            self._take_header(text)
        elif brief and (name := byline(text) or self.known.byline(text)):
            self._sign(name, text)
        elif brief and (name := source_line(text)):
            self.agency = self.agency or self.known.short(name)
            self.drop("source", text)
        elif len(text) < 400 and (self.body or self.found) and self._take_caption(text, self.headline):
            return
        elif self.body and says_again(self.headline, text):
            self.drop("repeated headline", text)
        else:
            self.body.append(text)

    def _sign_off(self) -> None:
        """Take the sign-off from the last paragraphs."""
        marks: list[str] = []
        while self.body:
            signed = sign_off(self.body[-1], self.known)
            self.agency = signed.agency or self.agency
            marks[:0] = signed.marks
            self.body.pop()
            if signed.text.strip("./-– "):
                self.body.append(signed.text)
                break
        for mark in marks:
            self.drop("sign-off", mark)

    def _compare_lead(self) -> None:
        """Note the standfirst as taken out, if the body says it again."""
        if self.standfirst and self.body and repeats(self.standfirst, self.body[0]):
            self.drop("repeated lead", self.standfirst)
