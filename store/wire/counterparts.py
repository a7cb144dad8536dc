"""Counterparts: what `his PAS counterpart` is, by the office of the one named before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from store.wire.offices import Office
from store.wire.sheet import Sheet


def with_counterparts(sheet: Sheet, offices: Mapping[str, list[Office]]) -> Mapping[str, list[Office]]:
    """Return the offices of people with those of a "counterpart" told in the words of the other's."""
    if "counterpart" not in sheet.vocabulary:
        return offices
    every = sorted(chain.from_iterable(offices.values()))
    return {person: [_told(sheet, office, every) for office in own] for person, own in offices.items()}


def _told(sheet: Sheet, office: Office, every: list[Office]) -> Office:
    """Return an office, `PAS counterpart` as `PAS president` behind `UMNO president NAME`."""
    index, start, end, _ = office
    line = sheet.lines[index]
    if line.folds[end - 1] != "counterpart" or end - start < 2:
        return office
    before = [o for o in every if o < office and o.line >= index - 1 and not o.holding]
    own = _without_party(sheet, before[-1]) if before else None
    if own is None:
        return office
    return Office(own.line, own.start, own.end, f"{line.slice(start, end - 1)} ")


def _without_party(sheet: Sheet, office: Office) -> Office | None:
    """Return an office without whose it is: "president" of `president of UMNO`, `UMNO president`."""
    index, start, end, _ = office
    folds, taken = sheet.lines[index].folds, sheet.taken[index]
    owners = [at for at in range(start, end) if taken[at] is not None]
    if not owners:
        return None
    if owners[0] == start:
        while start < end and (taken[start] is not None or folds[start] in ("(", ")", "'s")):
            start += 1
    elif "of" in folds[start : owners[0]]:
        end = start + folds[start:end].index("of")
    return Office(index, start, end) if start < end else None
