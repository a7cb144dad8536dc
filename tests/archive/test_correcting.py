"""Corrections in an archive: lists, counts, filters and articles say what holds, after a restart too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.tables import table_bytes
from store.archive.upkeep import LITTLE
from store.article import KINDS, Entity
from store.document import Document, to_document
from store.errors import ArchiveError, ArticleUnknown, CorrectionRefused
from store.query import Query
from tests.archive.correcting import SAME, amendments, documents
from tests.archive.making import CPP, CPV, HANOI, TODAY, TRUNG, article, listed

A = article("In Hanoi they met.", "2021-05-18", [CPV, CPP, HANOI])
B = article("Another party.", "2020-01-02", [SAME, TRUNG])
C = article("A third text.", "2019-03-04", [CPV, TRUNG])


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive of three texts."""
    archive.add([A, B, C])
    return archive


def facets(archive: Archive) -> dict[str, tuple[str, int]]:
    """Return all that lists name: the name and the number of texts by id."""
    found = [f for kind in KINDS for f in archive.facets(Query(), kind, TODAY)]
    return {f.id: (f.name, f.count) for f in found if f.count}


def state(archive: Archive) -> list[object]:
    """Return all that an archive shows of its texts."""
    rows = archive.window(Query(), 0, 999, TODAY)
    counted = [f for kind in KINDS for f in archive.facets(Query(), kind, TODAY) if f.count]
    return [rows, sorted(counted, key=lambda f: f.id), [archive.article(row.id) for row in rows]]


def anew(archive: Archive) -> Archive:
    """Return the same archive with its index made anew."""
    for path in archive.folder.glob("index.sqlite*"):
        path.unlink()
    found = Archive(archive.folder, "ann")
    found.catch_up()
    return found


def test_a_corrected_date_is_in_every_list(filled: Archive) -> None:
    """The text moves to its new place, is found by it, and opens with it; taken back, all is as before."""
    desk, before = Archive(filled.folder, "bob"), state(filled)
    made = filled.corrector.correct(Amendment(C.id, "date", "2022-06", "The month was wrong"))
    assert (made.number, made.who, made.old) == (1, filled.corrector.who, "2019-03-04")
    assert desk.refresh()
    for archive in (filled, desk, Archive(filled.folder), anew(filled)):
        assert listed(archive) == [C.id, A.id, B.id]
        assert listed(archive, "date:2022") == listed(archive, "is:corrected") == [C.id]
        assert archive.window(Query(), 0, 1, TODAY)[0].date.latest == date(2022, 6, 30)
        assert archive.article(C.id).date.certainty == "corrected"
        assert archive.behind == 0
    filled.corrector.undo()
    assert state(filled) == before == state(anew(filled))
    filled.corrector.redo()
    assert listed(filled, "is:corrected") == [C.id]


def test_a_merge_is_in_every_count_and_filter(filled: Archive) -> None:
    """Counts, filters and letters follow a merge, and come apart again when it is taken back."""
    before = state(filled)
    assert facets(filled)[SAME.id] == ("Communist Party", 1)
    filled.corrector.correct(Amendment(SAME.id, "merged", CPV))
    assert SAME.id not in facets(filled)
    assert facets(filled)[CPV.id] == (CPV.name, 3)
    assert listed(filled, "party:cpv") == [A.id, B.id, C.id]
    filled.corrector.undo()
    assert state(filled) == before == state(anew(filled))


def test_what_is_hidden_comes_back(filled: Archive) -> None:
    """What is hidden is in no list; taken back it is in all of them again."""
    before = state(filled)
    filled.corrector.correct(Amendment(TRUNG.id, "hidden", True))
    assert TRUNG.id not in facets(filled)
    assert [e.id for e in filled.article(C.id).entities] == [CPV.id]
    filled.corrector.undo()
    assert state(filled) == before


def test_what_is_said_of_one_text_stays_there(filled: Archive) -> None:
    """A name corrected in one text is not what the entity is called in lists, be that text the latest."""
    filled.corrector.correct(Amendment(C.id, "name", "The Chairman", entity=TRUNG.id))
    assert facets(filled)[TRUNG.id] == (TRUNG.name, 2)
    assert {e.name for e in filled.article(C.id).entities} == {CPV.name, "The Chairman"}
    filled.corrector.correct(Amendment(C.id, "hidden", True, entity=TRUNG.id))
    assert listed(filled, 'person:"le hoai trung"') == [B.id]


def test_an_entity_of_another_kind_is_found_as_that(filled: Archive) -> None:
    """A person that is a body in truth stands among the bodies, and is found as one."""
    filled.corrector.correct(Amendment(TRUNG.id, "kind", "org"))
    assert [f.id for f in filled.facets(Query(), "org", TODAY)] == [TRUNG.id]
    assert [f.id for f in filled.facets(Query(), "person", TODAY) if f.count] == []
    assert listed(filled, 'org:"le hoai trung"') == [B.id, C.id]
    assert listed(filled, f"org:{filled.term(TRUNG.id)}") == [B.id, C.id]


def test_a_confirmed_party_gets_a_letter(filled: Archive) -> None:
    """A party that is confirmed, or turns out to be one, gets a letter as those that were known."""
    assert SAME.id not in filled.letters
    filled.corrector.correct(Amendment(SAME.id, "confirmed", True))
    filled.corrector.correct(Amendment(HANOI.id, "kind", "party"))
    assert {SAME.id, HANOI.id} <= filled.letters.keys()
    found = {f.id: (f.confirmed, f.letter) for f in filled.facets(Query(), "party", TODAY)}
    assert found[SAME.id] == (True, filled.letters[SAME.id])
    assert len(set(filled.letters.values())) == len(filled.letters) == 4


def test_corrections_survive_imports(filled: Archive) -> None:
    """The same file again, a new text from it, and one that names what was corrected: all are corrected."""
    filled.corrector.correct(Amendment(C.id, "date", "2022-06"))
    filled.corrector.correct(Amendment(SAME.id, "merged", CPV))
    assert filled.add([C])[0].state == "unchanged"
    newer = article("The third text, longer.", "2019-03-04", [CPV], C.source.file)
    last = article("The third text, longer still.", "2019-03-04", [SAME], C.source.file)
    filled.add([newer])
    assert listed(filled, "date:2022 is:corrected") == [newer.id]
    filled.add([last])
    for archive in (filled, Archive(filled.folder), anew(filled)):
        assert listed(archive, "date:2022 is:corrected party:cpv") == [last.id]
        assert archive.article(last.id).date.value == "2022-06"
        assert archive.article(newer.id).date.value == "2022-06"
    filled.corrector.correct(Amendment(last.id, "date", "2023"))
    assert filled.article(newer.id).date.value == "2022-06"
    filled.corrector.take_back(1)
    assert listed(filled, "is:corrected") == [last.id]
    both = [article(f"Two more {n}.", "2019-03-04", [CPV], "/wire/both.txt") for n in range(3)]
    filled.add(both[:1])
    filled.corrector.correct(Amendment(both[0].id, "date", "2010"))
    filled.add(both[1:])
    assert listed(filled, "date:2010") == [both[2].id]


def shelved(folder: Path, *segments: list[Document]) -> Archive:
    """Return an archive whose files of articles were made by hand."""
    (folder / "articles").mkdir(parents=True)
    for number, held in enumerate(segments, 1):
        name = f"{number:05}"
        path = folder / f"articles/{name}.json"
        path.write_bytes(table_bytes(name, dict(enumerate(held, 1))))
    archive = Archive(folder, "ann")
    archive.catch_up()
    return archive


def test_a_correction_of_many_files_is_caught_up_with(tmp_path: Path) -> None:
    """What is in many files is kept at once, and the lists say how many they have still to read."""
    texts = [article(f"Text {n}.", "2021", [CPV]) for n in range(3 * LITTLE)]
    archive = shelved(tmp_path, *([to_document(text)] for text in texts))
    archive.corrector.correct(Amendment(CPV.id, "name", "Another Name"))
    assert archive.behind == len(texts)
    assert archive.article(texts[0].id).entities[0].name == "Another Name"
    told: list[tuple[int, int]] = []
    Archive(tmp_path).catch_up(lambda *step: told.append(step))
    assert told[-1] == (len(texts), len(texts))
    archive.refresh()
    assert archive.behind == 0
    assert facets(archive)[CPV.id] == ("Another Name", len(texts))


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (Amendment("f" * 12, "date", "2020"), ArticleUnknown),
        (Amendment("no id", "date", "2020"), ArticleUnknown),
        (Amendment("party:none", "hidden", True), CorrectionRefused),
        (Amendment(A.id, "date", "2020-13"), CorrectionRefused),
    ],
)
def test_what_cannot_be_corrected_changes_nothing(
    filled: Archive, asked: Amendment, error: type[Exception]
) -> None:
    """What is not there, or cannot be so, is refused, and the archive goes on as before."""
    with pytest.raises(error):
        filled.corrector.correct(asked)
    assert not (filled.folder / "corrections.json").exists()
    assert filled.add([article("New.")])[0].state == "added"


def test_damaged_corrections_are_named_and_left_out(filled: Archive) -> None:
    """A file of corrections that is damaged is named; texts are shown without it, and it is not replaced."""
    filled.corrector.correct(Amendment(C.id, "date", "2022-06"))
    path = filled.folder / "corrections.json"
    sound = path.read_bytes()
    path.write_bytes(sound[:30])
    filled.refresh()
    for archive in (filled, Archive(filled.folder)):
        (error,) = archive.damaged
        assert str(error) == "corrections.json: is damaged at byte 30; what people corrected is left out"
        assert listed(archive, "is:corrected") == []
        assert archive.article(C.id) == C
    acts: list[Callable[[], object]] = [
        lambda: filled.corrector.correct(Amendment(C.id, "date", "2020")),
        lambda: filled.corrector.take_back(1),
    ]
    for act in acts:
        with pytest.raises(ArchiveError, match="damaged at byte 30"):
            act()
    assert path.read_bytes() == sound[:30]
    path.write_bytes(sound)
    filled.refresh()
    assert (filled.damaged, listed(filled, "is:corrected")) == ((), [C.id])


_SEGMENTS = st.lists(st.lists(documents(), max_size=3), min_size=1, max_size=3)
_TURNS = st.lists(amendments() | st.integers(0, 9), min_size=1, max_size=5)


@settings(deadline=None, max_examples=30)
@given(_SEGMENTS, _TURNS)
def test_an_index_in_step_is_one_made_anew(
    tmp_path_factory: pytest.TempPathFactory, segments: list[list[Document]], turns: list[Any]
) -> None:
    """Whatever is corrected and taken back, lists say the same as after the index was made anew."""
    held = [[{**d, "id": f"{n:06x}{m:06x}"} for m, d in enumerate(s)] for n, s in enumerate(segments)]
    archive = shelved(tmp_path_factory.mktemp("c") / "archive", *held)
    for turn in turns:
        _take(archive, turn, [d for s in held for d in s])
        archive.catch_up()
        assert archive.behind == 0
        assert state(archive) == state(Archive(archive.folder, "ann"))
    assert state(archive) == state(anew(archive))


def _take(archive: Archive, turn: Any, held: list[Document]) -> None:
    """Correct something of what is shown, or turn a correction, unless that is refused."""
    corrector = archive.corrector
    try:
        if isinstance(turn, int):
            standing = corrector.corrections.in_force
            if turn % 3 == 0:
                corrector.redo()
            elif standing:
                corrector.take_back(standing[turn % len(standing)].number)
            return
        field, new, which, here, reason = turn
        if not held:
            return
        shown = to_document(archive.article(held[which % len(held)]["id"]))
        asked = Amendment(shown["id"], field, new, reason)
        if field == "mention" and shown["mentions"]:
            m = shown["mentions"][which % len(shown["mentions"])]
            asked = asked._replace(entity=m["entity"], mention=(m["paragraph"], m["start"], m["end"]))
        elif field != "date" and shown["entities"]:
            entity: Entity = Entity(**shown["entities"][which % len(shown["entities"])])
            asked = asked._replace(entity=entity.id) if here else asked._replace(subject=entity.id)
        corrector.correct(asked)
    except CorrectionRefused:
        return
