"""Queries and facts for properties: query texts with what they mean, written without the code under test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from store.days import Interval
from store.query import Query
from store.terms import KEYWORDS
from tests.archive.plain_reading import Facts

TODAY = date(2021, 5, 18)
"""The day on which the periods of `questions` are resolved."""

IDS = {
    ("party", "cpv"): {"party:vn-cpv"},
    ("party", "vcp"): {"party:vn-cpv"},
    ("party", "cpp"): {"party:kh-cpp"},
    ("party", "people's party"): {"party:kh-cpp", "party:la-lprp"},
    ("person", "lê hoài trung"): {"person:le-hoai-trung"},
    ("place", "phnom penh"): {"place:phnom-penh"},
    ("org", "nato"): {"org:nato"},
    ("event", "13th congress"): {"event:13"},
    ("office", "chairman"): {"office:chairman"},
    ("office", "chair*"): {"office:chairman", "office:chair of the board"},
}

PERIODS = {
    "date:2021": ("2021-01-01", "2021-12-31"),
    "date:2021-q2": ("2021-04-01", "2021-06-30"),
    "date:2021Q4": ("2021-10-01", "2021-12-31"),
    "date:2021-05": ("2021-05-01", "2021-05-31"),
    "date:2016-02-26": ("2016-02-26", "2016-02-26"),
    "date:2016..2021-05": ("2016-01-01", "2021-05-31"),
    "date:..2018": ("0001-01-01", "2018-12-31"),
    "date:2020-Q1..": ("2020-01-01", "9999-12-31"),
    "date:..": ("0001-01-01", "9999-12-31"),
    "date:today": ("2021-05-18", "2021-05-18"),
    "date:yesterday..today": ("2021-05-17", "2021-05-18"),
    "date:feb-2016": ("2016-02-01", "2016-02-29"),
    "date:june": ("2020-06-01", "2020-06-30"),
    "since:6m": ("2020-11-18", "9999-12-31"),
    "since:2020": ("2020-01-01", "9999-12-31"),
    "after:2020": ("2021-01-01", "9999-12-31"),
    "after:2W": ("2021-05-05", "9999-12-31"),
    "before:2016-02": ("0001-01-01", "2016-01-31"),
    "before:5y": ("0001-01-01", "2016-05-17"),
}

WORDS = ("congress", "congressional", "party", "friendship", "hanoi", "hoài", "13th", "self", "reliance")


class Names:
    """The vocabulary of a small archive."""

    def resolve(self, field: str, value: str) -> frozenset[str]:
        return frozenset(IDS.get((field, value), ()))

    def suggest(self, field: str, value: str) -> str | None:
        return next((known for kind, known in IDS if kind == field and known[0] == value[:1]), None)


@dataclass(frozen=True)
class Text:
    """What an index would keep of one text."""

    id: str = "42c399a76e27"
    interval: Interval | None = None
    certainty: str = "unknown"
    entities: frozenset[str] = frozenset()
    title: str = ""
    words: str = ""
    sources: tuple[str, ...] = ()
    imported: datetime = datetime(2021, 5, 18, tzinfo=UTC)
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    has: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Question:
    """A query text, and whether a text answers it."""

    text: str
    holds: Callable[[Facts], bool] = field(repr=False, compare=False)
    loose: bool = False
    """It must stand in brackets among ANDs."""


def _unknown(_facts: Facts) -> bool:
    raise AssertionError("what free text means is not known here")


def _of_entity(name: str, values: Sequence[str]) -> Question:
    shown = ",".join(f'"{v}"' if " " in v else v.upper() for v in values)
    meant = set().union(*(IDS[name, v] for v in values))
    return Question(f"{name}:{shown}", lambda facts: any(i in meant for i in facts.entities))


def _of_period(text: str) -> Question:
    first, last = (date.fromisoformat(day) for day in PERIODS[text])

    def holds(facts: Facts) -> bool:
        known = facts.interval
        return known is not None and not (known[1] < first or last < known[0])

    return Question(text, holds)


def _side_by_side(wanted: Sequence[str], has: str, last_open: bool) -> bool:
    there = has.split()
    for at in range(len(there) - len(wanted) + 1):
        part = there[at : at + len(wanted)]
        if part[:-1] == wanted[:-1] and (part[-1].startswith(wanted[-1]) if last_open else part == wanted):
            return True
    return False


def _of_words(wanted: Sequence[str], in_title: bool) -> Question:
    folded = [word.replace("à", "a") for word in wanted]
    shown = f'"{"  ".join(wanted)}"' if len(wanted) > 1 else wanted[0].capitalize()
    return Question(
        f"title:{shown}" if in_title else shown,
        lambda facts: _side_by_side(folded, facts.title if in_title else facts.words, False),
    )


def _of_beginning(word: str, length: int) -> Question:
    start = word.replace("à", "a")[:length]
    return Question(f"{start}*", lambda facts: _side_by_side([start], facts.words, True))


def _one_day(facts: Facts) -> bool:
    return facts.interval is not None and facts.interval[0] == facts.interval[1]


_PLAIN = (
    Question("is:read", lambda f: f.read),
    Question("is:unread", lambda f: not f.read),
    Question("is:Starred", lambda f: f.starred),
    Question("is:inferred", lambda f: f.certainty in ("likely", "guess")),
    Question("is:corrected", lambda f: f.certainty == "corrected"),
    Question("is:exact", lambda f: _one_day(f) and f.certainty not in ("likely", "guess")),
    Question("has:note", lambda f: "note" in f.has),
    Question("has:caption,contact", lambda f: bool({"caption", "contact"} & f.has)),
    Question("has:contact", lambda f: "contact" in f.has),
    Question("has:tag", lambda f: bool(f.tags)),
    Question("has:quote", lambda f: "quote" in f.has),
    Question("has:note,Contact", lambda f: bool({"note", "contact"} & f.has)),
    Question('tag:asean,"DA NANG"', lambda f: bool({"asean", "Đà Nẵng"} & {*f.tags})),
    Question("tag:As*", lambda f: "asean" in f.tags or "as" in f.tags),
    Question("tag:as", lambda f: "as" in f.tags),
    Question("date:none", lambda f: f.interval is None),
    Question("id:42C3", lambda f: f.id[:4] == "42c3"),
    Question("source:VNA", lambda f: any("vna" in name.split("/")[-1].lower() for name in f.sources)),
    Question("source:in/vna", lambda f: any("in/vna" in name.lower() for name in f.sources)),
)


def _known_leaves() -> st.SearchStrategy[Question]:
    kinds = sorted({kind for kind, _ in IDS})
    named = st.sampled_from(kinds).flatmap(
        lambda kind: st.lists(st.sampled_from([v for k, v in IDS if k == kind]), min_size=1, max_size=3).map(
            lambda values: _of_entity(kind, values)
        )
    )
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)
    return st.one_of(
        named,
        st.sampled_from(sorted(PERIODS)).map(_of_period),
        st.builds(_of_words, words, st.booleans()),
        st.builds(_of_beginning, st.sampled_from(WORDS), st.integers(2, 9)),
        st.sampled_from(_PLAIN),
    )


def _free_leaves() -> st.SearchStrategy[Question]:
    anything = st.text(max_size=12).map(lambda t: f"x{t}")
    quoted = st.builds(
        lambda lead, t: '"' + (lead + t).replace('"', '""') + '"', st.sampled_from(["", "-", "* "]), anything
    )
    bare = st.from_regex(r"[^\W_][^\s,()\"|:*“”„]{0,8}\*?", fullmatch=True).filter(
        lambda t: t not in ("AND", "OR", "NOT")
    )
    value = quoted | bare
    named = st.builds(
        lambda name, values: f"{name}:{','.join(values)}",
        st.sampled_from(["party", "Person", "PLACE", "org", "event", "Office", "tag", "title", "source"]),
        st.lists(value, min_size=1, max_size=3),
    )
    return (value | named).map(lambda text: Question(text, _unknown))


def _not(inner: Question, sign: str) -> Question:
    text = f"({inner.text})" if inner.loose or " " in inner.text else inner.text
    return Question(sign + text, lambda f: not inner.holds(f))


def _all(parts: list[Question], joint: str) -> Question:
    text = joint.join(f"({p.text})" if p.loose else p.text for p in parts)
    return Question(text, lambda f: all([p.holds(f) for p in parts]))


def _any(parts: list[Question], joint: str) -> Question:
    return Question(joint.join(p.text for p in parts), lambda f: any([p.holds(f) for p in parts]), loose=True)


def _grown(inner: st.SearchStrategy[Question]) -> st.SearchStrategy[Question]:
    several = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        st.builds(_not, inner, st.sampled_from(["-", "!", "NOT ", "--!"])),
        st.builds(_all, several, st.sampled_from([" ", "  ", " AND "])),
        st.builds(_any, several, st.sampled_from([" | ", "|", " OR "])),
    )


def questions() -> st.SearchStrategy[Question]:
    """Return query texts of the whole grammar over the names, words and periods of this module."""
    return st.recursive(_known_leaves(), _grown, max_leaves=8)


def queries() -> st.SearchStrategy[Query]:
    """Return queries of the whole grammar with free text in words, names and titles."""
    read = st.recursive(_known_leaves() | _free_leaves(), _grown, max_leaves=8).map(
        lambda q: Query.parse(q.text)
    )
    return st.builds(
        lambda query, sort: replace(query, sort=sort),
        read | st.just(Query()),
        st.sampled_from(KEYWORDS["sort"]),
    )


def texts() -> st.SearchStrategy[Text]:
    """Return facts of texts that have much in common with `questions`."""
    day = st.sampled_from(
        [(y, m, d) for y in (2015, 2016, 2020, 2021) for m in (1, 2, 5, 6, 11) for d in (1, 17, 18, 26)]
    )
    days = st.lists(day.map(lambda ymd: date(*ymd)), min_size=2, max_size=2).map(sorted)
    running = st.lists(st.sampled_from([w.replace("à", "a") for w in WORDS]), max_size=6).map(" ".join)
    return st.builds(
        Text,
        id=st.sampled_from(["42c399a76e27", "0a42c3a76e27"]),
        interval=st.none() | days.map(lambda pair: (pair[0], pair[1])),
        certainty=st.sampled_from(["certain", "likely", "guess", "unknown", "corrected"]),
        entities=st.frozensets(st.sampled_from(sorted(set().union(*IDS.values())))),
        title=running,
        words=running,
        sources=st.lists(st.sampled_from(["/in/vna-1.txt", "/vna/2.txt", "/in/3.txt"]), max_size=2).map(
            tuple
        ),
        read=st.booleans(),
        starred=st.booleans(),
        tags=st.lists(st.sampled_from(["asean", "as", "Đà Nẵng"]), max_size=2, unique=True).map(tuple),
        has=st.frozensets(st.sampled_from(["caption", "contact", "note", "quote"])),
    )
