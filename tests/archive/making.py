"""Articles made by hand for the checks of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from store.archive.archive import Archive
from store.article import (
    Article,
    Certainty,
    Contact,
    Entity,
    EventDate,
    Evidence,
    Mention,
    ReadBy,
    Source,
    identity,
)
from store.days import interval
from store.query import Query

TODAY: Final = date(2026, 11, 21)
IMPORTED: Final = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)

CPV: Final = Entity("party:vn-cpv", "party", "Communist Party of Vietnam", "CPV", "VN")
CPP: Final = Entity("party:kh-cpp", "party", "Cambodian People's Party", "CPP", "KH")
LPRP: Final = Entity("party:la-lprp", "party", "Lao People's Revolutionary Party", "LPRP", "LA")
TRUNG: Final = Entity("person:le-hoai-trung", "person", "Le Hoai Trung", None, "VN", "Chairman")
HANOI: Final = Entity("place:hanoi", "place", "Hanoi", None, "VN")
CONGRESS: Final = Entity("event:vn-cpv-13th-national-congress", "event", "13th National Congress", None, "VN")


def article(
    text: str,
    day: str | None = "2021-05-18",
    named: Sequence[Entity] = (CPV,),
    file: str | None = None,
    certainty: Certainty = "certain",
    imported: datetime = IMPORTED,
    headline: str | None = None,
    caption: str | None = None,
) -> Article:
    """Return an article of one paragraph that names entities in order; `day` may be a partial date."""
    first, last = interval(day) if day else (None, None)
    sure = day if certainty in ("certain", "likely", "corrected") else None
    evidence = (Evidence("printed", "in Hanoi", 0, "the day is printed"),)
    parties = [e.id for e in named if e.kind == "party"]
    return Article(
        id=identity(text),
        text=text,
        read_by=ReadBy("0.1.0", "0" * 12),
        source=Source(file or f"/wire/{identity(text)}.txt", "0" * 64, imported, "utf-8"),
        headline=headline,
        caption=caption,
        date=EventDate(sure, None, "day" if sure else None, first, last, certainty, evidence)
        if day
        else EventDate(),
        body=(text,),
        entities=tuple(sorted(named, key=lambda e: e.id)),
        mentions=tuple(Mention(e.id, 0, n, n + 1) for n, e in enumerate(named)),
        contacts=(Contact((parties[0], parties[1]), "meeting", 0, text),) if len(parties) > 1 else (),
    )


def many(count: int, start: int = 0) -> list[Article]:
    """Return articles that differ in text, day and size."""
    return [
        article(f"Text {n}. " + "word " * (n * 37 % 200), (date(2001, 1, 1) + timedelta(n)).isoformat())
        for n in range(start, start + count)
    ]


def listed(archive: Archive, query: str = "") -> list[str]:
    """Return the ids that a query finds, in order."""
    asked = Query.parse(query, archive.vocabulary)
    return [row.id for row in archive.window(asked, 0, 10_000, TODAY)]
