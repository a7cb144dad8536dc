"""Articles and segments for properties: they share words, names, days, files and ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from store.archive.tables import table_bytes
from store.article import HEADLINE, Article, Certainty, Entity, EventDate
from store.document import to_document
from tests.archive.making import IMPORTED, article
from tests.strategies import WORDS

CAST: Final[Sequence[Entity]] = (
    Entity("party:vn-cpv", "party", "Communist Party of Vietnam", "CPV", "VN"),
    Entity("party:vn-cpv", "party", "Vietnamese Communists", "CPV", "VN"),
    Entity("party:kh-cpp", "party", "Cambodian People's Party", "CPP", "KH"),
    Entity("party:kh-cpp", "party", "People’s Party", None, "KH"),
    Entity("party:la-lprp", "party", "People's Party", "LPRP", "LA"),
    Entity("party:?-forward", "party", "Forward", "F", None, None, False),
    Entity("person:le-hoai-trung", "person", "Lê Hoài Trung", None, "VN"),
    Entity("person:le-hoai-trung", "person", "Le Hoai Trung", None, None, "Chairman"),
    Entity("person:hoang-trung", "person", "Hoàng Trung"),
    Entity("person:hoang-trung", "person", "Hoàng Trung", role="Chair of the Board; Chairman"),
    Entity("place:phnom-penh", "place", "Phnom Penh", None, "KH"),
    Entity("org:nato", "org", "NATO", "NATO"),
    Entity("event:13", "event", "13th Congress"),
)

FILES: Final = ("/in/vna-1.txt", "/vna/2.txt", "/in/3.txt", "/Tin/VNA／4.txt")
IDS: Final = tuple(f"42c399a76e2{digit}" for digit in "012345")

Segment = Mapping[int, dict[str, Any]]
"""Documents by number."""


def _made(
    text: Sequence[str],
    headline: Sequence[str],
    dated: tuple[date | None, date | None, Certainty],
    named: Sequence[Entity],
    file: str,
    hours: int,
    caption: str | None,
) -> Article:
    first, last, sure = dated
    plain = article(
        " ".join(text),
        None,
        named,
        file,
        imported=IMPORTED + timedelta(hours=hours),
        headline=" ".join(headline) or None,
        caption=caption,
    )
    mentions = tuple(m._replace(paragraph=HEADLINE if m.start % 2 else 0) for m in plain.mentions)
    return replace(plain, date=EventDate(earliest=first, latest=last, certainty=sure), mentions=mentions)


def _dated(
    first: date | None, length: int | None, sure: Certainty
) -> tuple[date | None, date | None, Certainty]:
    return first, first + timedelta(length) if first and length is not None else None, sure


_certainties: st.SearchStrategy[Certainty] = st.sampled_from(
    ["certain", "likely", "guess", "unknown", "corrected"]
)
_days = st.none() | st.dates(date(2015, 1, 1), date(2021, 12, 31)) | st.just(date(2021, 5, 18))
_words = st.sampled_from((*WORDS, "self-reliance", "People’s", "„we are all for peace”", '"so', 'be it"'))


def articles() -> st.SearchStrategy[Article]:
    """Return articles as an import makes them; the same few texts come again and again."""
    return st.builds(
        _made,
        text=st.lists(_words, min_size=1, max_size=2),
        headline=st.lists(_words, max_size=2),
        dated=st.builds(_dated, _days, st.sampled_from([0, 0, 1, 30, 400, None]), _certainties),
        named=st.lists(st.sampled_from(CAST), max_size=4, unique_by=lambda e: e.id),
        file=st.sampled_from(FILES),
        hours=st.integers(0, 3),
        caption=st.none() | _words,
    )


def segments() -> st.SearchStrategy[Segment]:
    """Return segments as no import makes them: an id twice, one that replaces itself, gaps in the numbers."""
    document = st.builds(
        lambda made, i, replaces, also: to_document(
            replace(made, id=i, replaces=replaces, source=replace(made.source, also=tuple(also)))
        ),
        articles(),
        st.sampled_from(IDS),
        st.none() | st.sampled_from(IDS),
        st.lists(st.sampled_from(FILES), max_size=2, unique=True),
    )
    numbered = st.lists(st.tuples(st.integers(1, 3), document), max_size=6)

    def spread(drawn: list[tuple[int, dict[str, Any]]]) -> Segment:
        numbers = [sum(gap for gap, _ in drawn[: place + 1]) for place in range(len(drawn))]
        return {number: document for number, (_, document) in zip(numbers, drawn, strict=True)}

    return numbered.map(spread)


def write(folder: Path, segment: int, documents: Segment) -> None:
    """Put a segment into an archive as somebody would who knows only the format."""
    path = folder / f"articles/{segment:05}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, table_bytes(path.stem, documents))


def put(path: Path, data: bytes) -> None:
    """Put a file in the place of another, as all do who write segments: no open desk sees it written to."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
