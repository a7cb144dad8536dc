"""What becomes of texts that arrive again, changed, or under another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.archive.hits import Outcome
from store.article import Article
from store.query import Query
from tests.archive.making import TODAY, article

A, B, C = (article(text) for text in ("first wording", "second wording", "third wording"))


def _as(text: Article, file: str) -> Article:
    return replace(text, source=replace(text.source, file=file))


def _listed(archive: Archive) -> set[str]:
    return {row.id for row in archive.window(Query(), 0, 1000, TODAY)}


@pytest.fixture(params=["one transaction", "one each", "one each, opened anew"])
def give(request: pytest.FixtureRequest) -> object:
    """Give texts to an archive together, one by one, or each to an archive opened anew."""
    return request.param


def _given(folder: Path, how: object, texts: Sequence[Article]) -> tuple[Archive, list[Outcome]]:
    archive = Archive(folder, "ann")
    if how == "one transaction":
        return archive, list(archive.add(texts))
    outcomes: list[Outcome] = []
    for text in texts:
        if how == "one each, opened anew":
            archive = Archive(folder, "ann")
        outcomes += archive.add([text])
    return archive, outcomes


@pytest.mark.parametrize(
    ("texts", "states", "listed"),
    [
        ([(A, "f"), (A, "f")], ["added", "unchanged"], [A]),
        ([(A, "f"), (A, "g")], ["added", "unchanged"], [A]),
        ([(A, "f"), (B, "f")], ["added", "replaced"], [B]),
        ([(A, "f"), (B, "f"), (B, "f")], ["added", "replaced", "unchanged"], [B]),
        ([(A, "f"), (B, "f"), (C, "f")], ["added", "replaced", "replaced"], [C]),
        ([(A, "f"), (B, "f"), (A, "f")], ["added", "replaced", "replaced"], [A]),
        ([(A, "f"), (B, "f"), (A, "f"), (B, "f")], ["added", "replaced", "replaced", "replaced"], [B]),
        ([(A, "f"), (B, "f"), (A, "g")], ["added", "replaced", "added"], [A, B]),
        ([(A, "f"), (B, "g"), (B, "f")], ["added", "added", "replaced"], [B]),
        ([(A, "f"), (B, "g"), (B, "f"), (B, "g")], ["added", "added", "replaced", "unchanged"], [B]),
        ([(A, "f"), (A, "g"), (B, "g")], ["added", "unchanged", "added"], [A, B]),
        ([(A, "f"), (A, "g"), (B, "f")], ["added", "unchanged", "added"], [A, B]),
    ],
)
def test_what_arrives_is_added_unchanged_or_replaced(
    tmp_path: Path, give: object, texts: list[tuple[Article, str]], states: list[str], listed: list[Article]
) -> None:
    """A known text is unchanged, a changed text of the same file replaces; however the texts are given."""
    arriving = [_as(text, file) for text, file in texts]
    archive, outcomes = _given(tmp_path / "a", give, arriving)
    assert [o.state for o in outcomes] == states
    assert [o.id for o in outcomes] == [text.id for text in arriving]
    for opened in (archive, Archive(tmp_path / "a")):
        assert _listed(opened) == {text.id for text in listed}
        assert all(opened.article(text.id).text == text.text for text in arriving)


def test_another_name_of_a_known_text_is_noted(tmp_path: Path, give: object) -> None:
    """A known text under other names gets each of them once, and keeps its source."""
    names = ["f", "g", "h", "g", "f"]
    archive, _ = _given(tmp_path / "a", give, [_as(A, name) for name in names])
    for opened in (archive, Archive(tmp_path / "a")):
        source = opened.article(A.id).source
        assert (source.file, source.also) == ("f", ("g", "h"))
        assert opened.tally(Query.parse("source:h"), TODAY).shown == 1


def test_what_replaces_says_so_and_the_old_stays_reachable(tmp_path: Path, give: object) -> None:
    """The new article names the one whose place it took, which is out of all counts and can be opened."""
    archive, outcomes = _given(tmp_path / "a", give, [_as(A, "f"), _as(B, "f")])
    assert outcomes[1] == Outcome("replaced", B.id, A.id)
    assert archive.article(B.id).replaces == A.id
    assert archive.article(A.id).replaces is None
    assert archive.find(A.id[:8]) == A.id
    assert archive.tally(Query(), TODAY).texts == 1


def test_marks_are_inherited_until_the_reader_says_otherwise(tmp_path: Path) -> None:
    """What replaces an article has its marks, those made before and after, until it is marked itself."""
    archive = Archive(tmp_path / "a", "ann")
    archive.add([_as(A, "f")])
    archive.mark([A.id], read=True)
    archive.add([_as(B, "f")])
    archive.add([_as(C, "f")])

    def shown(opened: Archive) -> tuple[bool, bool]:
        (row,) = opened.window(Query(), 0, 9, TODAY)
        return row.read, row.starred

    assert shown(archive) == shown(Archive(tmp_path / "a", "ann")) == (True, False)
    archive.mark([A.id], starred=True)
    assert shown(archive) == shown(Archive(tmp_path / "a", "ann")) == (True, True)
    archive.mark([C.id], read=False)
    assert shown(archive) == shown(Archive(tmp_path / "a", "ann")) == (False, True)
    archive.add([_as(A, "f")])
    assert shown(archive) == shown(Archive(tmp_path / "a", "ann")) == (True, True)


_TEXTS = [article(f"wording {n}") for n in range(3)]
_FOLDER = st.dictionaries(st.sampled_from("fgh"), st.sampled_from(_TEXTS), max_size=3)


@example([{"g": _TEXTS[0], "h": _TEXTS[2]}, {"f": _TEXTS[0], "g": _TEXTS[1], "h": _TEXTS[1]}])
@given(st.lists(_FOLDER, min_size=1, max_size=4))
def test_importing_a_folder_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, Article]]
) -> None:
    """However a folder came to be, importing it again writes nothing, and its texts can all be opened."""
    archive = Archive(tmp_path_factory.mktemp("a") / "a")
    for state in states:
        archive.add([_as(text, file) for file, text in sorted(state.items())])
    last = [_as(text, file) for file, text in sorted(states[-1].items())]
    before = {p: p.read_bytes() for p in archive.folder.glob("*/*.json")}
    assert {o.state for o in archive.add(last)} <= {"unchanged"}
    assert {p: p.read_bytes() for p in archive.folder.glob("*/*.json")} == before
    assert all(archive.article(text.id).text == text.text for text in last)
