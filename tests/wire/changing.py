"""Changes of a gazetteer as the newsroom writes them, and the texts that they may touch."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from hypothesis import strategies as st

from store.article import Source
from store.document import Document, to_document
from store.wire.gazetteer import Gazetteer
from store.wire.parse import parse
from tests.wire.tiny import FILES, Record

BASE = Gazetteer.read({name: "\n".join(map(json.dumps, rows)) for name, rows in FILES.items()})
"""A gazetteer of a few names, over which the newsroom's files are laid."""

_SOURCE = Source("/wire/a.txt", "0" * 64, datetime(2026, 11, 21, tzinfo=UTC), "utf-8")

_DATELINES = (
    "Hanoi (VNA) - ", "Visit to Laos\n\nVientiane, May 3 (KPL) -- ", "Moon Hill: ", "Việt Nam news\n\n",
    "CPV meets LPRP\n\n", "BEIJING, April 18 (Xinhua) -- ", "",
)  # fmt: skip
_SENTENCES = (
    "The Communist Party of Vietnam (CPV) received a delegation of the Moon Harvest Party (MHP) on May 3.",
    "The CPV and the CPP met in Hanoi on Tuesday after COVID-19.",
    "Hoang Binh Quan, head of the CPV Central Committee's Commission for External Relations, met Tran Moon.",
    "The 13th National Party Congress was a success, he said on February 26.",
    "The 12th CPV Central Committee met after the 2021 election in Laos.",
    "The Lao party held its 11th Congress on January 15.",
    "Laos’s Moon Harvest Party praised December's election and the vote of February 8.",
    "The Party and the State of Viet Nam thank Labour and the Tories for the 90th founding anniversary.",
    "Prime Minister Hun Sen, Trăng Hanoi Moon and Mr Moon of the Harvest Front met at Moon Hill.",
    "The MHP’s Tran Moon became General Secretary of the MHP and met the Lao People's Revolutionary Party.",
    "Three weeks after the vote in Laos, President Moon spoke on May 3 of Cambodia's run-off.",
    "The third Congress of the MHP opened on Monday, nine days before Tran Moon takes office.",
    "The Communist Party of Moonland (CPM) and DA of Malaysia (ảnh 1Moon Harvest Party) took part.",
)
_ENDS = ("", "\n./.VNA", "\nSource: Moon Wire", "\n(Photo: VNA)", " (Moon Wire)")

TEXTS = st.builds(
    lambda head, said, end: head + " ".join(said) + end,
    st.sampled_from(_DATELINES),
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4),
    st.sampled_from(_ENDS),
)
"""Wire texts that name what is known, what may come to be, and what is neither."""

_NAMES = st.sampled_from([
    "Moon", "Moon Harvest Party", "MHP", "Harvest", "Tran Moon", "Trang Hanoi Moon", "CPV", "CPP",
    "Moon Hill", "Hanoi", "Viet Nam", "Vietnam",
    "The Party", "Tuesday", "Central Committee", "Moon Wire", "VNA", "Lao",
    "Communist Party", "Communist Party of Moonland", "National Party Congress", "election", "spoke", "a_b",
    "Commission for External Relations", "Vietnamese Moon Harvest Party", "Harvest Front", "Laos",
])  # fmt: skip
_COUNTRIES = st.sampled_from(["VN", "LA", "KH", "PH", "GB", "CN"])
_PARTIES = st.sampled_from([str(row["id"]) for row in FILES["parties"]] + ["party:new"])
_DAYS = st.sampled_from(["2016-02-08", "2020-05-03", "2021-01-15", "2021-02-26", "2021-12-08"])
_OFFICES = st.sampled_from(
    ["General Secretary", "General Secretary of the MHP", "Head of the CPV Commission"]
)
_TERMS = st.lists(st.fixed_dictionaries({"office": _OFFICES, "since": _DAYS}), max_size=1)
_AKA = st.lists(_NAMES, max_size=2, unique=True)

_FIELDS: Mapping[str, Mapping[str, st.SearchStrategy[object]]] = {
    "parties": {"abbr": _NAMES, "country": _COUNTRIES, "founded": _DAYS, "dissolved": _DAYS, "aka": _AKA},
    "events": {
        "kind": st.sampled_from(["congress", "election", "milestone"]), "party": _PARTIES, "aka": _AKA,
        "country": _COUNTRIES, "number": st.integers(10, 14), "start": _DAYS,
    },
    "people": {"country": _COUNTRIES, "party": _PARTIES, "terms": _TERMS, "aka": _AKA},
    "places": {
        "kind": st.sampled_from(["country", "city", "province"]), "country": _COUNTRIES, "aka": _AKA,
        "demonyms": _AKA,
    },
    "orgs": {"country": _COUNTRIES, "party": _PARTIES, "aka": _AKA},
    "agencies": {"short": _NAMES, "country": _COUNTRIES, "house_party": _PARTIES, "aka": _AKA},
}  # fmt: skip

_KINDS = {
    "parties": "party", "events": "event", "people": "person", "places": "place", "orgs": "org",
    "agencies": "agency",
}  # fmt: skip
_NEEDED = {"events": {"kind"}, "places": {"kind"}, "agencies": {"short"}}


@st.composite
def _records(draw: st.DrawFn, removes: bool) -> tuple[str, Record]:
    """Draw a record that is new, or stands in the place of a known one, or takes that away."""
    table = draw(st.sampled_from(sorted(_FIELDS)))
    known = draw(st.sampled_from([None, *FILES.get(table, ())]))
    if known and removes and draw(st.integers(0, 5)) == 0:
        return table, {"id": known["id"], "remove": True}
    chosen = draw(st.sets(st.sampled_from(sorted(_FIELDS[table])))) | (
        set() if known else _NEEDED.get(table, set())
    )
    fields = {name: draw(_FIELDS[table][name]) for name in sorted(chosen)}
    if fields.get("kind") and known and known.get("open"):
        del fields["kind"]  # only a milestone can be open
    if known:
        own = {"name": draw(_NAMES)} if draw(st.integers(0, 4)) == 0 else {}
        return table, {**known, **fields, **own}
    return table, {"id": f"{_KINDS[table]}:new", "name": draw(_NAMES), **fields}


@st.composite
def files(draw: st.DrawFn, removes: bool = True) -> str:
    """Draw a file of the newsroom's own names, which may take known ones away."""
    return in_toml(draw(st.lists(_records(removes), max_size=3, unique_by=lambda row: row[1]["id"])))


def in_toml(rows: Sequence[tuple[str, Record]]) -> str:
    """Return records, each with its table, as the newsroom writes them."""
    return "\n".join(line for table, row in rows for line in (f"[[{table}]]", *_fields(row)))


def _fields(row: Record) -> list[str]:
    return [f"{name} = {_toml(value)}" for name, value in row.items() if value not in (None, "")]


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items() if one is not None) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def known_by(file: str) -> Gazetteer:
    """Return what is known by name where the newsroom has a file."""
    return BASE.adding({"gazetteer/ours.toml": file} if file else {})


def read(text: str, gazetteer: Gazetteer) -> Document:
    """Return what a text says by a gazetteer, without the hash of that."""
    return {**to_document(parse(text, _SOURCE, gazetteer)), "read_by": None}
