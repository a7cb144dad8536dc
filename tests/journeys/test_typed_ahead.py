"""Typed ahead: keys that arrive in one piece act as if they had been typed one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


@pytest.mark.parametrize(
    ("keys", "query", "panel"),
    [
        ("p c", "party:cpv", "timeline"),
        ("d 2 p c", "date:2016 party:cpv", "timeline"),
        ("p c p P", "party:cpv -party:cpp", "timeline"),
        ("slash t r u n g enter 2", "trung", "article"),
        ("enter j j 3", "", "entities"),
        ("i q p c 0 d 1", "date:2021", "timeline"),
        ("question_mark escape p c", "party:cpv", "timeline"),
    ],
)
async def test_a_burst_of_keys_loses_none(desk: Desk, keys: str, query: str, panel: str) -> None:
    """A burst does what its keys do one by one, though each may move the keyboard elsewhere."""
    async with desk() as reading:
        asked = reading.desk
        await reading.burst(
            keys.split(),
            lambda: str(asked.query_in_force) == query and asked.panel == panel and asked.over is None,
        )
        assert str(reading.desk.query_in_force) == query
        assert reading.desk.panel == panel
        assert reading.desk.over is None
