"""Taking back: what was corrected last goes first, and comes again; it is told in a few words."""

from __future__ import annotations

from store.archive.amending import Amendment
from store.archive.archive import Archive
from tests.archive.correcting import SAME
from tests.archive.making import CPP, CPV, TRUNG
from tests.archive.test_correcting import C, anew, filled, state

__all__ = ["filled"]


def test_the_newest_correction_is_taken_back_first(filled: Archive) -> None:
    """One after the other is taken back and made again, also after a restart, each told in a few words."""
    corrector = filled.corrector
    assert (corrector.undoable, corrector.redoable) == (None, None)
    corrector.undo()
    corrector.redo()
    assert not (filled.folder / "corrections.json").exists()
    made = [
        (Amendment(C.id, "date", "2022-06"), "date corrected to 2022-06"),
        (Amendment(C.id, "date", ""), "date corrected to none"),
        (Amendment(CPP.id, "abbr", "KPP"), f"abbreviation of {CPP.name} corrected to KPP"),
        (Amendment(TRUNG.id, "hidden", True), f"{TRUNG.name} hidden"),
        (Amendment(SAME.id, "confirmed", True), f"{SAME.name} confirmed"),
        (Amendment(SAME.id, "merged", CPV), f"{SAME.name} merged into {CPV.name}"),
    ]
    for asked, _ in made:
        corrector.correct(asked)
    told, before = [told for _, told in made], state(filled)
    taken = []
    while undoable := Archive(filled.folder, "ann").corrector.undoable:
        Archive(filled.folder, "ann").corrector.undo()
        redoable = Archive(filled.folder, "ann").corrector.redoable
        assert redoable and redoable.at > undoable.at
        taken.append(undoable)
    assert [t.at for t in taken] == sorted((t.at for t in taken), reverse=True)
    assert [t.told for t in reversed(taken)] == told
    filled.refresh()
    while corrector.redoable:
        corrector.redo()
    assert state(filled) == before == state(anew(filled))
