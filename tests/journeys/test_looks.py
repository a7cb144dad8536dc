"""Looks: four pictures of the manual, cell by cell; `make screenshots` takes them anew."""

from __future__ import annotations

import pytest

from store.archive.archive import Archive
from tests.screenshots import PICTURES, SHOTS, Shot, taken

COMPARED = [shot for shot in SHOTS if shot.name in {"main", "small", "light", "evidence"}]


@pytest.mark.parametrize("shot", COMPARED, ids=[shot.name for shot in COMPARED])
async def test_the_pictures_are_what_the_program_paints(archive: Archive, shot: Shot) -> None:
    """The pictures that readers are shown are, letter for letter and colour for colour, the screen."""
    picture = (PICTURES / f"{shot.name}.svg").read_text(encoding="utf-8")
    assert await taken(shot, archive) == picture, "look at the screen, then run: make screenshots"
