"""Whatever happens to an archive, its index answers every query as a plain reading of its files does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from store.archive.archive import Archive
from store.archive.marks import Mark, Note
from store.archive.readers import Reader
from store.article import Article
from store.document import to_document
from store.query import Query
from tests.archive.agreeing import answers_alike, counts_alike, names_alike, opens_alike
from tests.archive.drawing import CAST, IDS, Segment, articles, put, segments, write
from tests.archive.making import article
from tests.archive.plain_lists import PlainArchive, documents
from tests.strategies import TODAY, queries

_yes_no = st.none() | st.booleans()

PARTING = [
    Query.parse(text)
    for text in (
        *(
            "",
            "is:read",
            "-is:starred sort:date",
            "party:cpv",
            "-party:kh-cpp",
            "date:2015..2018",
            "is:exact",
        ),
        *(
            "has:caption",
            "congress",
            "-title:part*",
            "source:vna",
            "source:/vna -source:tin",
            "id:42c399a76e23",
        ),
    )
]
"""Queries that find some of the drawn articles, and not others."""


@settings(max_examples=15)
@given(
    st.lists(segments(), min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(IDS), st.tuples(_yes_no, _yes_no), max_size=3),
    st.lists(queries(), min_size=2, max_size=2),
)
def test_whatever_segments_hold_is_read_as_it_is(
    held: Sequence[Segment], said: Mapping[str, tuple[bool | None, bool | None]], asked: Sequence[Query]
) -> None:
    """Ids that stand twice, replace themselves or each other in a ring, marked before: it is read plainly."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, segment in enumerate(held, 1):
            write(folder, number, segment)
        for i, (read, starred) in said.items():
            Reader(folder / "readers", "ann").mark([i], read, starred)
        archive = Archive(folder, "ann")
        marks = {i: Mark(*words) for i, words in said.items()}
        plain = PlainArchive(documents(folder), marks, archive.letters)
        for query in (*PARTING, *asked):
            answers_alike(archive, plain, query)
            counts_alike(archive, plain, query)
        names_alike(archive.vocabulary, plain.names)
        opens_alike(archive, plain.documents)


class Newsroom(RuleBasedStateMachine):
    """Two archives open on one folder: a desk that looks now and then, and a wire that writes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="newsdesk-"))
        self.desk, self.wire = (Archive(self.folder, "ann") for _ in range(2))
        self.said: dict[str, Mark] = {}
        self.hidden: dict[int, bytes] = {}
        """What spoilt and removed segments held."""
        self.shown = self.plain()
        """What the desk last looked at."""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def plain(self) -> PlainArchive:
        letters = dict(Archive(self.folder, "ann").letters)
        return PlainArchive(documents(self.folder), dict(self.said), letters)

    def look(self) -> PlainArchive:
        self.desk.catch_up()
        self.desk.refresh()
        self.shown = self.plain()
        return self.shown

    def path(self, segment: int) -> Path:
        return self.folder / f"articles/{segment:05}.json"

    def ids(self, chosen: Sequence[int]) -> list[str]:
        known = list(self.plain().last)
        return list({known[n % len(known)] for n in chosen}) if known else []

    @initialize(arriving=st.lists(articles(), max_size=8))
    def begin(self, arriving: Sequence[Article]) -> None:
        self.wire.add(arriving)
        self.look()

    @rule(arriving=st.lists(articles(), min_size=1, max_size=4))
    def add(self, arriving: Sequence[Article]) -> None:
        self.wire.add(arriving)

    @rule(chosen=st.lists(st.integers(0, 99), min_size=1, max_size=3), read=_yes_no, starred=_yes_no)
    def mark(self, chosen: Sequence[int], read: bool | None, starred: bool | None) -> None:
        self.wire.refresh()
        wanted = [i for i in self.ids(chosen) if i in self.plain().last]
        self.wire.catch_up()
        self.wire.mark(wanted, read, starred)
        for i in wanted:
            old = self.said.get(i, Mark())
            words = [
                new if new is not None else word for new, word in ((read, old.read), (starred, old.starred))
            ]
            self.said[i] = old._replace(read=words[0], starred=words[1])

    @rule(chosen=st.integers(0, 99), tag=st.sampled_from(["asean", "as", "Đà Nẵng"]))
    def tag(self, chosen: int, tag: str) -> None:
        for i in self.ids([chosen]):
            said = Reader(self.folder / "readers", "ann").mark([i], tags=[tag], notes=[Note("noted")])
            self.said[i] = said.articles[i]

    @rule(segment=st.integers(1, 3), held=segments())
    def write_by_hand(self, segment: int, held: Segment) -> None:
        write(self.folder, segment, held)
        self.hidden.pop(segment, None)

    @rule(segment=st.integers(1, 3), keep=st.sampled_from([0, 0.5, None]))
    def spoil(self, segment: int, keep: float | None) -> None:
        path = self.path(segment)
        if path.exists():
            data = path.read_bytes()
            self.hidden.setdefault(segment, data)
            if keep is None:
                path.unlink()
            else:
                put(path, data[: int(len(data) * keep)])

    @precondition(lambda self: self.hidden)
    @rule(chosen=st.integers(0, 9))
    def mend(self, chosen: int) -> None:
        segment = sorted(self.hidden)[chosen % len(self.hidden)]
        self.path(segment).parent.mkdir(parents=True, exist_ok=True)
        put(self.path(segment), self.hidden.pop(segment))

    @rule(suffixes=st.sampled_from([("",), ("", "-wal", "-shm")]))
    def throw_the_index_away(self, suffixes: Sequence[str]) -> None:
        for suffix in suffixes:
            (self.folder / f"index.sqlite{suffix}").unlink(missing_ok=True)

    @rule()
    def open_anew(self) -> None:
        self.wire = Archive(self.folder, "ann")

    @rule(query=queries(), start=st.integers(0, 6), size=st.integers(0, 6))
    def ask(self, query: Query, start: int, size: int) -> None:
        plain = self.look()
        answers_alike(self.desk, plain, query, start, size)
        for asked in (query, PARTING[(start + 7 * size) % len(PARTING)]):
            counts_alike(self.desk, plain, asked)
        opens_alike(self.desk, plain.documents)
        names_alike(self.desk.vocabulary, plain.names)

    @rule(query=queries())
    def ask_without_a_look(self, query: Query) -> None:
        answers_alike(self.desk, self.shown, query)
        counts_alike(self.desk, self.shown, query)

    @rule(query=queries())
    def ask_an_index_made_anew(self, query: Query) -> None:
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name) / "copy"
            shutil.copytree(self.folder, copy, ignore=shutil.ignore_patterns("index.sqlite*"))
            anew = Archive(copy, "ann")
            anew.catch_up()
            answers_alike(anew, self.plain(), query)
            counts_alike(anew, self.plain(), query)


TestNewsroom = Newsroom.TestCase
TestNewsroom.settings = settings(max_examples=10, stateful_step_count=20)


def test_an_entity_is_called_as_what_is_left_calls_it(tmp_path: Path) -> None:
    """The last text that named a party is taken away: it is called as the one before calls it."""
    for segment, entity in enumerate(CAST[:2], 1):
        document = to_document(article(f"text {segment}", named=[entity]))
        write(tmp_path, segment, {1: document})
    archive = Archive(tmp_path, "ann")
    assert [f.name for f in archive.facets(Query(), "party", TODAY)] == [CAST[1].name]
    (tmp_path / "articles/00002.json").unlink()
    archive.refresh()
    assert [f.name for f in archive.facets(Query(), "party", TODAY)] == [CAST[0].name]
    assert archive.vocabulary.resolve("party", CAST[0].name) == {CAST[0].id}
    assert not archive.vocabulary.resolve("party", CAST[1].name)
