"""A gazetteer of a few names, so that the tests of names do not depend on the data files."""

from __future__ import annotations

import json

from store.article import Dateline, Entity
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.names import Named, name_all

Record = dict[str, object]


def _party(key: str, name: str, abbr: str | None, country: str, *aka: str) -> Record:
    return {"id": f"party:{key}", "name": name, "abbr": abbr, "country": country, "aka": list(aka)}


def _place(key: str, name: str, kind: str, country: str, *demonyms: str, aka: tuple[str, ...] = ()) -> Record:
    record: Record = {"id": f"place:{key}", "name": name, "kind": kind, "country": country}
    return record | {"demonyms": list(demonyms), "aka": list(aka)}


def _person(key: str, name: str, country: str) -> Record:
    return {"id": f"person:{key}", "name": name, "country": country}


def _agency(key: str, name: str, country: str, house_party: str | None) -> Record:
    record: Record = {"id": f"agency:{key.lower()}", "name": name, "short": key, "country": country}
    return record | {"house_party": house_party}


def _congress(party: str, number: int, start: str) -> Record:
    key = f"event:{party}-{number}th-national-congress"
    record: Record = {"id": key, "kind": "congress", "name": f"{number}th National Congress of {party}"}
    return record | {"party": f"party:{party}", "number": number, "start": start}


_ALIASES = ("VCP", "PCV", "Vietnamese Communist Party")

FILES: dict[str, list[Record]] = {
    "parties": [
        _party("vn-cpv", "Communist Party of Vietnam", "CPV", "VN", *_ALIASES),
        _party("kh-cpp", "Cambodian People's Party", "CPP", "KH"),
        _party("ph-cpp", "Communist Party of the Philippines", "CPP", "PH"),
        _party("la-lprp", "Lao People's Revolutionary Party", "LPRP", "LA"),
        _party("cn-cpc", "Communist Party of China", "CPC", "CN", "Chinese Communist Party"),
        _party("gb-labour", "Labour Party", "Labour", "GB"),
        _party("gb-con", "Conservative Party", "Tories", "GB", "Conservatives"),
        _party("my-da", "Democratic Action", "DA", "MY"),
    ],
    "events": [
        _congress("vn-cpv", 12, "2016-01-20"),
        _congress("vn-cpv", 13, "2021-01-25"),
        _congress("la-lprp", 11, "2021-01-13"),
        {"id": "event:covid-19", "kind": "milestone", "name": "COVID-19", "start": "2020-01", "open": True},
    ],
    "people": [
        _person("hoang-binh-quan", "Hoang Binh Quan", "VN"),
        _person("hun-sen", "Hun Sen", "KH"),
        _person("xi-jinping", "Xi Jinping", "CN"),
        _person("ho-chi-minh", "Ho Chi Minh", "VN"),
    ],
    "places": [
        _place("vietnam", "Vietnam", "country", "VN", "Vietnamese"),
        _place("cambodia", "Cambodia", "country", "KH", "Cambodian"),
        _place("laos", "Laos", "country", "LA", "Lao"),
        _place("china", "China", "country", "CN", "Chinese"),
        _place("morocco", "Morocco", "country", "MA", "Moroccan"),
        _place("philippines", "Philippines", "country", "PH", "Philippine"),
        _place("united-kingdom", "United Kingdom", "country", "GB", "British", aka=("Britain", "UK")),
        _place("hanoi", "Hanoi", "capital", "VN", aka=("Ha Noi",)),
        _place("phnom-penh", "Phnom Penh", "capital", "KH"),
        _place("manila", "Manila", "capital", "PH"),
        _place("ho-chi-minh-city", "Ho Chi Minh City", "city", "VN"),
        _place("hue", "Hue", "city", "VN"),
    ],
    "orgs": [
        {"id": "org:commission-for-external-relations", "name": "Commission for External Relations"},
        {"id": "org:national-assembly", "name": "National Assembly"},
    ],
    "agencies": [
        _agency("VNA", "Vietnam News Agency", "VN", "party:vn-cpv"),
        _agency("KPL", "Lao News Agency", "LA", "party:la-lprp"),
        _agency("AFP", "Agence France-Presse", "FR", None),
    ],
    "titles": [{"title": "Samdech", "kind": "honorific"}, {"title": "Chairman", "kind": "office"}],
}  # fmt: skip

TINY = Gazetteer.read({name: "\n".join(map(json.dumps, rows)) for name, rows in FILES.items()})


def page(
    *body: str, headline: str | None = None, place: str | None = None, agency: str | None = None
) -> Layout:
    """Return a page of these paragraphs."""
    return Layout(headline=headline, body=body, dateline=Dateline(place, agency))


def named(
    *body: str, headline: str | None = None, place: str | None = None, agency: str | None = None
) -> Named:
    """Return what the tiny gazetteer finds in these paragraphs."""
    return name_all(page(*body, headline=headline, place=place, agency=agency), TINY)


def of_kind(found: Named, kind: str) -> list[Entity]:
    """Return the entities of one kind, in order."""
    return [e for e in found.entities if e.kind == kind]


def ids(found: Named, kind: str) -> list[str]:
    """Return the ids of one kind, in order, without the kind."""
    return [e.id.partition(":")[2] for e in of_kind(found, kind)]


def roles(found: Named) -> dict[str, str | None]:
    """Return the roles of the persons by name."""
    return {e.name: e.role for e in of_kind(found, "person")}
