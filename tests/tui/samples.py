"""Hand-made rows, articles and texts for the screen: values, no stand-ins."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from hypothesis import strategies as st

from store.archive.hits import Group, Met, Row, Tag, Tally
from store.article import (
    Article,
    Certainty,
    Contact,
    Dateline,
    Entity,
    EventDate,
    Evidence,
    Kind,
    Mention,
    Precision,
    ReadBy,
    Removed,
    Source,
    Unnamed,
)
from store.days import interval
from tui.lines import Line
from tui.show import show

MARKUP: Final = "[red]x[/] [link=https://example.org]y[/link] [@click=app.quit]z[/]"
"""What Textual and Rich would read as markup, were it not for us."""

ESCAPES: Final = "a\x1b[31mred\x1b]0;title\x07b\x9bc\x00d\te\nf\u202eg\u200bh"
"""What a terminal would obey."""

_PIECES: Final = (
    " ", "  ", "-", "’", "—", "Party", "congress", "self-reliance", "non-ruling", "x" * 40, MARKUP,
    "Đảng Cộng sản Việt Nam", unicodedata.normalize("NFD", "Lê Hoài Trung, Đảng"), "e\u0301\u0323",
    "越共中央对外联络部", "カンボジア", "한국", "นายกฯ", "العربية", "हिन्दी",
    "😀", "👨‍👩‍👧", "❤️", "🇻🇳", "👍🏽", "☎️", "½",
)  # fmt: skip

foreign = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=24).map("".join).map(
    show
) | st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=24).map(" ".join).map(show)
"""One line of text from anywhere, as `show` lets it out."""


def plain(line: Line) -> str:
    """Return a line without its inks."""
    return "".join(text for text, _ in line)


def ink_of(line: Line, words: str) -> str:
    """Return the ink of the one span that has these words."""
    (ink,) = [ink for text, ink in line if words in text]
    return ink


def day(
    value: str | None = None,
    certainty: Certainty = "certain",
    month_day: str | None = None,
    between: tuple[str, str] | None = None,
    evidence: Sequence[Evidence] = (),
    rejected: Sequence[Evidence] = (),
) -> EventDate:
    """Return a date: exact, of a month or year, without a year, of a range, or unknown."""
    precision: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    first, last = interval(value) if value else (None, None)
    if between:
        first, last = date.fromisoformat(between[0]), date.fromisoformat(between[1])
    return EventDate(
        value, month_day, precision[len(value)] if value else None, first, last, certainty,
        tuple(evidence), tuple(rejected),
    )  # fmt: skip


UNKNOWN: Final = day(certainty="unknown")


def row(
    headline: str = "Two parties deepen ties",
    date: EventDate = UNKNOWN,
    parties: Sequence[str] = ("CPV",),
    met: Sequence[tuple[str, str]] = (),
    *,
    id: str = "42c399a76e27",
    kind: str = "talks",
    read: bool = False,
    starred: bool = False,
) -> Row:
    """Return one text of a list."""
    tags = tuple(Tag(f"party:{abbr.lower()}", abbr) for abbr in parties)
    return Row(id, headline, date, tags, tuple(Met(pair, kind) for pair in met), read, starred)


def rows(number: int) -> tuple[Row, ...]:
    """Return so many texts, newest first, up to three a day, with headlines of many lengths."""
    newest = date(2021, 12, 28).toordinal()
    return tuple(
        row(
            " ".join(["Delegation"] * (1 + i * 7 % 23)),
            day(date.fromordinal(newest - i * 5 // 3).isoformat(), "likely" if i % 3 else "certain"),
            id=f"{i:012x}",
            read=i % 2 == 0,
        )
        for i in range(number)
    )


def groups(found: Sequence[Row]) -> tuple[Group, ...]:
    """Count rows by year, in their order."""
    years = [row.date.latest.year if row.date.latest else None for row in found]
    return tuple(Group(year, years.count(year)) for year in dict.fromkeys(years))


def tally(shown: int = 2, texts: int = 2, *, unread: int = 0, starred: int = 0) -> Tally:
    """Return the counts of an answer that spans two of the years."""
    return Tally(shown, texts, unread, starred, shown, 0, date(2016, 2, 26), date(2021, 5, 18))


def entity(kind: Kind, name: str, abbr: str | None = None, role: str | None = None, **more: object) -> Entity:
    """Return an entity; its id follows from its kind and name."""
    slug = (abbr or name).lower().replace(" ", "-")
    country, confirmed = more.get("country"), more.get("confirmed", True)
    assert country is None or isinstance(country, str)
    return Entity(f"{kind}:{slug}", kind, name, abbr, country, role, bool(confirmed))


CPV: Final = entity("party", "Communist Party of Vietnam", "CPV", country="VN")
CPP: Final = entity("party", "Cambodian People’s Party", "CPP", country="KH")
TRUNG: Final = entity(
    "person",
    "Le Hoai Trung",
    role="Chairman of the Party Central Committee’s Commission for External Relations; Secretary",
)
HANOI: Final = entity("place", "Hanoi", country="VN")
CONGRESS: Final = entity("event", "13th National Party Congress")

BODY: Final = (
    "The Communist Party of Vietnam (CPV) and the Cambodian People’s Party (CPP) held talks in Hanoi.",
    "Le Hoai Trung told the CPP about the outcomes of the 13th National Party Congress.",
    "Both sides will work together.",
)


def mentions(body: Sequence[str], named: Sequence[tuple[Entity, str]]) -> tuple[Mention, ...]:
    """Return every place where the words stand in a body, in reading order."""
    found = [
        Mention(entity.id, number, at, at + len(words))
        for number, text in enumerate(body)
        for entity, words in named
        for at in range(len(text))
        if text.startswith(words, at)
    ]
    return tuple(sorted(found, key=lambda mention: (mention.paragraph, mention.start)))


def article(
    headline: str | None = "CPV, CPP hold talks", body: Sequence[str] = BODY, **more: object
) -> Article:
    """Return an article; what is not given is as in a short text about two parties in Hanoi."""
    named = (CPV, CPP, TRUNG, HANOI, CONGRESS)
    words = [(CPV, CPV.name), (CPV, "CPV"), (CPP, CPP.name), (CPP, "CPP")]
    words += [(TRUNG, TRUNG.name), (HANOI, "Hanoi"), (CONGRESS, CONGRESS.name)]
    imported = datetime(2021, 5, 19, tzinfo=UTC)
    fields: dict[str, object] = {
        "id": "42c399a76e27",
        "text": "\n".join(body),
        "read_by": ReadBy("0", "0" * 12),
        "source": Source("/inbox/talks.txt", "0" * 64, imported, "utf-8"),
        "headline": headline,
        "dateline": Dateline("Hanoi", "VNA"),
        "date": day("2021-05-18", "likely"),
        "body": tuple(body),
        "entities": named,
        "mentions": mentions(body, words),
    }
    return Article(**{**fields, **more})  # type: ignore[arg-type]


TALKS: Final = article(
    caption="Le Hoai Trung at the talks",
    credit="VNA",
    removed=(Removed("furniture", "See more"), Removed("signature", "-VNA"), Removed("furniture", "VNA")),
    contacts=(Contact((CPV.id, CPP.id), "talks", 0, BODY[0]),),
    unnamed=(Unnamed("parties of over 100 countries", 2, 100),),
    date=day(
        "2021-05-18",
        "likely",
        evidence=(
            Evidence("day", "held talks", 0, "18 May is printed in the dateline"),
            Evidence("event", "13th National Party Congress", 1, "held from 25 January to 1 February 2021"),
        ),
        rejected=(Evidence("year", "13th National Party Congress", 1, "2026 is when its term ends"),),
    ),
)
