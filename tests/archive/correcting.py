"""Texts and corrections made by hand for the checks of corrections."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from store.archive.amending import Amendment, correct
from store.archive.corrections import Corrections
from store.article import KINDS, Contact, Entity, Mention
from store.document import Document, to_document
from store.errors import CorrectionRefused
from tests.archive.making import CPP, CPV, HANOI, LPRP, TRUNG, article

NOON: Final = datetime(2026, 11, 21, 12, tzinfo=UTC)
SAME: Final = Entity("party:?-cpv", "party", "Communist Party", "CP", None, None, False)
"""A party that the gazetteer does not know, and that is another in truth."""

NAMED: Final = (CPV, CPP, LPRP, SAME, TRUNG, HANOI)


def met(
    named: Sequence[Entity] = (CPV, CPP, SAME, TRUNG),
    mentions: Sequence[Mention] | None = None,
    contacts: Sequence[Contact] | None = None,
    replaces: str | None = None,
    text: str = "They met.",
) -> Document:
    """Return the document of a text of two paragraphs in which parties met; each is named in the first."""
    where = [Mention(e.id, 0, 10 * n, 10 * n + 5) for n, e in enumerate(named)]
    found = replace(
        article(text, named=named),
        body=("In the first paragraph they met.", "And in the second."),
        entities=tuple(named),
        mentions=tuple(where if mentions is None else mentions),
        contacts=tuple(contacts or ()),
        replaces=replaces,
    )
    return to_document(found)


def corrected(
    folder: Path, known: Document | Entity, field: str, new: object = None, **more: object
) -> Corrections:
    """Return the corrections of a folder after one more by Ann, of a document or of an entity everywhere."""
    subject = known["id"] if isinstance(known, dict) else known.id
    asked = Amendment(subject, field, new, **more)  # type: ignore[arg-type]
    return correct(folder, asked, deepcopy(known), "ann", NOON)


def documents() -> st.SearchStrategy[Document]:
    """Return documents that name some entities here and there, with contacts among their parties."""
    return st.lists(st.sampled_from(NAMED), unique=True, max_size=6).flatmap(_document)


def _document(named: list[Entity]) -> st.SearchStrategy[Document]:
    ids = [e.id for e in named]
    parties = [e.id for e in named if e.kind == "party"]
    mention = st.builds(
        lambda entity, paragraph, start: Mention(entity, paragraph, start, start + 1),
        st.sampled_from(ids or [""]),
        st.integers(-1, 1),
        st.integers(0, 5),
    )
    contact = st.builds(
        lambda pair, kind, paragraph: Contact((pair[0], pair[1]), kind, paragraph, "They met."),
        st.lists(st.sampled_from(parties or [""]), unique=True, min_size=2, max_size=2),
        st.sampled_from(["meeting", "visit"]),
        st.integers(0, 1),
    )
    mentions = st.lists(mention, max_size=8, unique_by=lambda m: (m.paragraph, m.start))
    return st.builds(
        lambda *parts: met(named, *parts),
        mentions if ids else st.just([]),
        st.lists(contact, max_size=3, unique=True) if len(parties) > 1 else st.just([]),
        st.none() | st.just("0" * 12),
    )


def amendments() -> st.SearchStrategy[tuple[str, object, int, bool, str]]:
    """Return what is asked: field, value, which of the things named, whether only here, and the reason."""
    new = st.one_of(
        st.tuples(
            st.just("date"), st.sampled_from(["2021", "2021-05", "2021-05-18", "2016..2018", "2021-Q2", ""])
        ),
        st.tuples(st.just("name"), st.sampled_from(["A Party", "Người"])),
        st.tuples(st.just("abbr"), st.sampled_from(["AP", ""])),
        st.tuples(st.just("kind"), st.sampled_from(KINDS)),
        st.tuples(st.just("country"), st.sampled_from(["vn", "KH", ""])),
        st.tuples(st.sampled_from(["hidden", "confirmed"]), st.just(True)),
        st.tuples(st.sampled_from(["merged", "mention"]), st.sampled_from(NAMED)),
    )
    return st.builds(
        lambda pair, which, here, reason: (*pair, which, here, reason),
        new,
        st.integers(0, 9),
        st.booleans(),
        st.sampled_from(["", "A reader wrote"]),
    )


def asked(folder: Path, document: Document, said: tuple[str, object, int, bool, str]) -> Corrections:
    """Return the corrections of a folder after what was asked of a document as it is shown, or refused."""
    field, new, which, here, reason = said
    corrections = Corrections.read(folder)
    shown = corrections.lay(document)
    amendment = Amendment(document["id"], field, new, reason)  # type: ignore[arg-type]
    known: Document | Entity = document
    if field == "mention" and shown["mentions"]:
        mention = shown["mentions"][which % len(shown["mentions"])]
        place = mention["paragraph"], mention["start"], mention["end"]
        amendment = amendment._replace(entity=mention["entity"], mention=place)
    elif field != "date" and shown["entities"]:
        entity = shown["entities"][which % len(shown["entities"])]
        if here:
            amendment = amendment._replace(entity=entity["id"])
        else:
            known, amendment = Entity(**entity), amendment._replace(subject=entity["id"])
    try:
        return correct(folder, amendment, known, "ann", NOON)
    except CorrectionRefused:
        return corrections
