"""Layout: which line of a wire text is headline, standfirst, caption, dateline, body or refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from store.article import Dateline, Removed
from store.wire.captions import Caption, read_caption
from store.wire.datelines import Found, Wires, read_dateline
from store.wire.furniture import (
    byline,
    is_date_line,
    is_section,
    is_tail,
    is_teaser,
    sign_off,
    source_line,
)
from store.wire.likeness import SUMMARY, WORD, is_paragraph, is_rubric, repeats, words
from store.wire.lines import Line, ends_open, split_lines
from store.wire.records import Agency

NO_DATELINE: Final = Dateline()
"""Of a text that begins without one."""

_HEAD: Final = 14
"""The body begins within so many lines."""


@dataclass(frozen=True, slots=True)
class Layout:
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
    headers: tuple[str, ...] = ()
    """Page-date lines above or below the headline."""
    body: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


def lay_out(text: str, agencies: Sequence[Agency] | Wires) -> Layout:
    """Take a cleaned text apart."""
    page = _Page(agencies if isinstance(agencies, Wires) else Wires(agencies))
    lines = _unglued(split_lines(text))
    start = page.read_head(lines)
    page.read_body(lines[start:])
    return page.layout()


def _unglued(lines: list[Line]) -> list[Line]:
    """Give a dateline its own line where it stood glued behind the credit of a caption."""
    parted: list[Line] = []
    for line in lines[:_HEAD]:
        caption = read_caption(line.text)
        if caption and caption.rest:
            parted.append(Line(line.text.removesuffix(caption.rest).rstrip(), line.gap))
            parted.append(Line(caption.rest, True))
        else:
            parted.append(line)
    return parted + lines[_HEAD:]


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
            Dateline(found.place, found.agency or self.agency), found.day,
            tuple(self.headers), tuple(self.body), tuple(self.removed),
        )  # fmt: skip

    def read_head(self, lines: list[Line]) -> int:
        """Read what stands above the body; return the number of the line where the body begins."""
        lead = self._lead(lines)
        titles: list[Line] = []
        parted = False
        for number, line in enumerate(lines[:lead]):
            title = titles[0].text if titles else None
            if self._is_furniture(line.text) or self._take_caption(line.text, title):
                parted = True
                continue
            if lead == len(lines) and (is_paragraph(line.text) or number >= _HEAD):
                return self._undated_lead(lines, number, titles)
            titles.append(Line(line.text, line.gap or parted))
            parted = False
        self._take_titles(titles)
        return lead

    def _lead(self, lines: list[Line]) -> int:
        """Return the number of the line that begins with the dateline, or of none."""
        paragraphs = 0
        for number, line in enumerate(lines[:_HEAD]):
            found = None if is_date_line(line.text) else read_dateline(line.text, self.known)
            alone = found and len(line.text) <= found.end
            last = number + 1 == len(lines)
            if found and alone and found.place is None and self._is_headed(lines[number + 1 : _HEAD]):
                continue
            if found and not (alone and last and (paragraphs or found.agency is None)):
                self.found = found
                return number
            paragraphs += is_paragraph(line.text)
            if paragraphs > 3:
                break
        return len(lines)

    def _is_headed(self, lines: list[Line]) -> bool:
        """Tell whether the dateline stands further down, and what names the agency belongs to the page."""
        found = (read_dateline(one.text, self.known) for one in lines if not is_date_line(one.text))
        return any(one and one.place for one in found)

    def _undated_lead(self, lines: list[Line], number: int, titles: list[Line]) -> int:
        """Take the titles above a lead without a dateline; a first paragraph said again is the standfirst."""
        self._take_titles(titles)
        for later in range(number + 1, min(number + 4, len(lines))):
            if repeats(lines[number].text, lines[later].text):
                self.standfirst = lines[number].text
                for between in lines[number + 1 : later]:
                    if not self._is_furniture(between.text) and not self._take_caption(
                        between.text, self.headline
                    ):
                        self.drop(
                            "repeated headline" if between.text == self.headline else "summary", between.text
                        )
                return later
        return number

    def _is_furniture(self, text: str) -> bool:
        """Take a line of the head that is no part of the text."""
        if is_date_line(text):
            self._take_header(text)
        elif is_section(text):
            self.drop("section", text)
        elif name := byline(text):
            self._sign(name, text)
        elif name := source_line(text) or self._agency_alone(text):
            self.agency = self.agency or self.known.short(name)
            self.drop("source", text)
        elif is_tail(text) and len(text) < 60:
            self.drop("menu", text)
        else:
            return False
        return True

    def _agency_alone(self, text: str) -> str | None:
        """Return the agency that a line names and nothing else."""
        name = text.strip("() ")
        return name if len(text) < 40 and self.known.short(name) else None

    def _take_header(self, text: str) -> None:
        """Take a line that dates the page; it may name the agency too."""
        self.headers.append(text)
        self.drop("page date", text)
        named = (self.known.short(word) for word in WORD.findall(text))
        self.agency = self.agency or next((name for name in named if name), None)

    def _sign(self, name: str, text: str) -> None:
        """Take a byline, which may name an agency."""
        self.agency = self.agency or self.known.short(name)
        self.byline = self.byline or name
        self.drop("byline", text)

    def _take_caption(self, text: str, title: str | None) -> bool:
        """Take a line that is a caption; the first one counts."""
        caption = read_caption(text, title)
        if caption is None:
            return False
        self.drop("repeated headline", caption.title)
        self.drop("photo label", caption.label)
        if self.caption is None and caption.text:
            self.caption = caption
        else:
            self.drop("caption", caption.text or text)
        return True

    def _take_titles(self, titles: list[Line]) -> None:
        """Say which of the lines above the body are headline and standfirst."""
        if len(titles) > 1 and is_rubric(titles[0].text, titles[1].text):
            self.drop("section", titles.pop(0).text)
        if titles and not (is_paragraph(titles[0].text) and self._labelled(titles[0].text) is False):
            self.headline = titles.pop(0).text
            while titles and self._same_title(self.headline, titles[0]):
                self.headline += f" {titles.pop(0).text}"
        for line in titles:
            if self._is_headline(line.text):
                self.drop("repeated headline", line.text)
            elif line.text.count(" ") < SUMMARY:
                self.drop("menu", line.text)
            elif self.standfirst is None:
                self.standfirst = line.text
            else:
                self.drop("summary", line.text)

    def _labelled(self, text: str) -> bool:
        """Tell whether the page repeats a line as the title of its picture."""
        return any(r.kind == "repeated headline" and r.text == text for r in self.removed)

    def _same_title(self, headline: str, line: Line) -> bool:
        """Tell whether a line goes on with the headline above it."""
        if line.gap or is_paragraph(line.text) or words(line.text) == words(headline):
            return False
        fits = len(line.text) <= 1.3 * len(headline) and len(headline) + len(line.text) <= 160
        return fits and ends_open(headline) and ends_open(line.text)

    def read_body(self, lines: list[Line]) -> None:
        """Read the paragraphs, and what a page prints below them."""
        texts = self._without_dateline(lines)
        end = next((n for n, text in enumerate(texts) if n and is_tail(text)), len(texts))
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

    def _without_dateline(self, lines: list[Line]) -> list[str]:
        texts = [line.text for line in lines]
        if self.found and texts:
            self.drop("dateline", texts[0][: self.found.end].strip())
            texts[0] = texts[0][self.found.end :]
        return [text for text in texts if text]

    def _read_paragraph(self, text: str) -> None:
        short = len(text) < 400
        if short and self.body and is_date_line(text):
            self._take_header(text)
        elif short and (name := byline(text)):
            self._sign(name, text)
        elif short and (name := source_line(text)):
            self.agency = self.agency or self.known.short(name)
            self.drop("source", text)
        elif short and (self.body or self.found) and self._take_caption(text, self.headline):
            return
        elif self.body and self._is_headline(text):
            self.drop("repeated headline", text)
        else:
            self.body.append(text)

    def _is_headline(self, text: str) -> bool:
        """Tell whether a line says the headline again."""
        title = self.headline or ""
        return abs(len(text) - len(title)) < 9 and words(text) == words(title)

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
