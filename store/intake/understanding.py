"""Understanding: one file, or one line of a file of documents, read and made an article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeVar

from store.archive.drafts import Draft, draft_of
from store.article import Article
from store.errors import FileRefused
from store.intake.dated import NEVER_TOLD, Terms, dated, text_of
from store.intake.file_names import shown, source_name
from store.intake.formats import WireText, format_of, is_ours, of_line, of_text
from store.intake.reading import content
from store.wire.clean import NotText
from store.wire.parse import parse, parse_each

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer

LOT: Final = 16
"""Questions that are answered together."""

_LOT_BYTES: Final = 256_000
"""Bytes to be read, about, after which a lot is full."""

_STRETCH: Final = 2048
"""Items that may stand in one lot, most of them without a question."""

_T = TypeVar("_T")


class Question(NamedTuple):
    """What is to be understood."""

    path: str
    weight: int = 0
    """Bytes that are to be read for it, about."""
    known: str | None = None
    """The SHA-256 of the file's bytes as the archive knows them."""
    line: bytes | None = None
    """A document that stands in the file, where it holds many."""


class Answer(NamedTuple):
    """What came of it."""

    state: Literal["understood", "known", "documents", "sidecar", "refused"]
    draft: Draft | None = None
    """Of what was understood."""
    notes: tuple[str, ...] = ()
    """What a reporter should know; of what is refused the reason, of a sidecar the text that it tells of."""
    size: int | None = None
    changed: int | None = None
    """As store.reading has them."""


class _Heard(NamedTuple):
    """A text that was read, to be understood."""

    wire: WireText
    size: int | None = None
    changed: int | None = None


DOCUMENTS: Final = Answer("documents")
"""The file holds documents, each of which is a question of its own."""

Asked = tuple[_T, Question | None]
"""Something, and what must be answered before it can be told, if anything."""


def lots(asked: Iterable[Asked[_T]]) -> Iterator[list[Asked[_T]]]:
    """Yield items by so many as are answered together, in order: neither many nor heavy."""
    lot: list[Asked[_T]] = []
    questions = weight = 0
    for item, question in asked:
        lot.append((item, question))
        if question:
            questions += 1
            weight += question.weight
        if questions >= LOT or weight >= _LOT_BYTES or len(lot) >= _STRETCH:
            yield lot
            lot, questions, weight = [], 0, 0
    if lot:
        yield lot


def answers(
    questions: Sequence[Question], gazetteer: Gazetteer, now: datetime, terms: Terms = NEVER_TOLD
) -> list[Answer]:
    """Read and understand all that is asked, or say why not.

    All are read before the first is understood, room by room, and understood before the first is made ready
    to be kept: the processor does the same a few times over in two thirds of the time.
    """
    heard = [_heard(question, now, terms) for question in questions]
    texts = [one for one in heard if isinstance(one, _Heard)]
    articles = parse_each([(one.wire.text, one.wire.source) for one in texts], gazetteer)
    understood = (
        Answer("understood", draft_of(article), one.wire.notes, one.size, one.changed)
        for one, article in zip(texts, articles, strict=True)
    )
    return [one if isinstance(one, Answer) else next(understood) for one in heard]


def read(path: Path, gazetteer: Gazetteer, now: datetime, terms: Terms = NEVER_TOLD) -> Article:
    """Return what the text of one file says; nothing is kept.

    Raises:
        FileRefused: The file is no readable text.
    """
    data = content(str(path)).data
    try:
        if format_of(data) == "documents":
            raise NotText("holds documents of newsdesk, which `newsdesk import` takes")
        wire = of_text(data, source_name(path), now, dated(str(path), terms).received)
    except NotText as error:
        raise FileRefused(shown(path), error.reason) from error
    return parse(wire.text, wire.source, gazetteer)


def _heard(question: Question, now: datetime, terms: Terms) -> _Heard | Answer:
    """Read what is asked; return the answer where nothing is to be understood."""
    try:
        if question.line is not None:
            return _Heard(of_line(question.line))
        return _heard_file(question, now, terms)
    except NotText as error:
        return Answer("refused", notes=(error.reason,))
    except FileRefused as error:
        return Answer("refused", notes=(error.reason,))


def _heard_file(question: Question, now: datetime, terms: Terms) -> _Heard | Answer:
    data, size, changed = content(question.path)
    if question.known and hashlib.sha256(data).hexdigest() == question.known:
        return Answer("known", size=size, changed=changed)
    form = format_of(data)
    if form != "text" and (text := text_of(question.path)) and not is_ours(data):
        return Answer("sidecar", notes=(text,))
    if form == "documents":
        return DOCUMENTS
    received, notes = dated(question.path, terms)
    wire = of_text(data, source_name(question.path), now, received)
    return _Heard(wire._replace(notes=(*wire.notes, *notes)) if notes else wire, size, changed)
