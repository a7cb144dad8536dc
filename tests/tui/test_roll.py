"""Roll: who and what an article names, as a column or run in, in full and never too wide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, KINDS, Article, Contact, Entity, Mention, Unnamed
from tests.tui.samples import CPP, CPV, HANOI, TALKS, TRUNG, article, entity, foreign, ink_of, plain
from tui.lines import cells
from tui.roll import Entry, RollLine, column, entries, run_in

LETTERS = {CPV.id: "c", CPP.id: "p"}
TOTALS = {CPV.id: 1234, CPP.id: 2, TRUNG.id: 1, HANOI.id: 7}

any_entity = st.builds(
    lambda kind, name, abbr, country, role, sure: Entity(
        f"{kind}:{name}", kind, name, abbr, country, role, sure
    ),
    st.sampled_from(KINDS),
    foreign.filter(bool),
    st.none() | foreign,
    st.none() | st.just("VN"),
    st.none() | foreign,
    st.booleans(),
)


@st.composite
def any_article(draw: st.DrawFn) -> Article:
    """Return an article that names things in any script."""
    named = draw(st.lists(any_entity, max_size=6, unique_by=lambda one: one.id))
    ids = [one.id for one in named] or ["party:gone"]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    paragraphs = st.integers(-3, 120)
    return article(
        entities=tuple(named),
        mentions=tuple(Mention(one, 0, 0, 1) for one in ids),
        contacts=tuple(
            draw(st.lists(st.builds(Contact, pairs, foreign, paragraphs, st.just("said")), max_size=3))
        ),
        unnamed=tuple(
            draw(st.lists(st.builds(Unnamed, st.just("x"), paragraphs, st.integers(1, 10**6)), max_size=2))
        ),
    )


def text(lines: list[RollLine]) -> list[str]:
    """Return the lines without inks, blanks at the right left out."""
    return [plain(line.content).rstrip() for line in lines]


def roll(of: Article = TALKS) -> list[Entry]:
    """Return the roll of an article."""
    return entries(of, TOTALS, LETTERS)


@settings(max_examples=60)
@given(any_article(), st.integers(20, 90), st.data())
def test_no_line_is_too_wide(of: Article, columns: int, data: st.DataObject) -> None:
    """As a column and run in, with any entry chosen, every line fits, and every entry has its line."""
    found = entries(of, {one.id: 10**5 for one in of.entities}, LETTERS)
    chosen = data.draw(st.none() | st.integers(0, max(0, len(found) - 1)))
    names = {one.id: one.name for one in of.entities}
    for lines in (column(found, columns, names, chosen), run_in(found, columns, chosen)):
        assert all(cells(line.content) <= columns for line in lines)
        assert {entry for line in lines for entry in line.entries} == set(range(len(found)))


def test_the_column() -> None:
    """Parties with letters come first, then who met whom, then the other kinds; here and all at the right."""
    assert text(column(roll(), 34, {}, None)) == [
        "Parties                  here  all",
        "p CPP                       3    2",
        "c CPV                      2 1,234",
        "",
        "Contacts",
        "  CPV × CPP                     ¶1",
        "    talks",
        "  100+ unnamed parties          ¶3",
        "",
        "People",
        "  Le Hoai Trung             1    1",
        "    Chairman of the Party Central",
        "    Committee’s Commission for…",
        "    Secretary",
        "",
        "Places",
        "  Hanoi                     1    7",
        "",
        "Events",
        "  13th National Party       1    0",
        "  Congress",
    ]


def test_the_office_under_the_cursor_stands_in_full() -> None:
    """An office is cut after two lines, unless its person is chosen."""
    person = next(i for i, entry in enumerate(roll()) if entry.kind == "person")
    assert "    External Relations" in text(column(roll(), 34, {}, person))


def test_full_names_follow_where_there_is_room() -> None:
    """From 45 columns a party's full name stands behind its abbreviation."""
    names = {CPV.id: CPV.name}
    assert CPV.name not in "".join(text(column(roll(), 44, names, None)))
    assert f"c CPV  {CPV.name}" in "".join(text(column(roll(), 60, names, None)))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (entity("party", "Communist Party of Vietnam", "CPV"), "c CPV"),
        (entity("party", "Pathet Lao"), "  Pathet Lao"),
        (entity("party", "New Party", "NP", confirmed=False), "  NP ?"),
        (entity("person", "Prak Sokhon", confirmed=False), "  Prak Sokhon ?"),
        (entity("place", "Hanoi", country="VN"), "  Hanoi"),
    ],
)
def test_how_an_entity_is_called(named: Entity, expected: str) -> None:
    """A party by letter and abbreviation, all else by name; what is not confirmed has a question mark."""
    (entry,) = roll(article(entities=(named,), mentions=()))
    assert plain(entry.label) == expected


def test_two_of_one_name_are_told_apart() -> None:
    """Where two entities share a name, each has its country."""
    twins = tuple(Entity(f"org:{c}", "org", "Central Committee", None, c) for c in ("VN", "LA"))
    labels = [plain(entry.label) for entry in roll(article(entities=twins, mentions=()))]
    assert labels == ["  Central Committee VN", "  Central Committee LA"]


@pytest.mark.parametrize("columns", range(22, 34))
def test_no_sign_stands_alone(columns: int) -> None:
    """Where only the sign of doubt would go to the next line, a word goes with it."""
    doubted = entity("person", "Heso Valervane", confirmed=False)
    lines = text(column(roll(article(entities=(doubted,), mentions=())), columns, {}, None))
    assert " ".join(lines).split().count("?") == 1 and "?" not in [line.strip() for line in lines]


@pytest.mark.parametrize("columns", range(22, 34))
def test_a_doubt_is_never_cut_off(columns: int) -> None:
    """However narrow the column, the question mark of what is not confirmed is there."""
    doubted = entity("org", "Commission for External Relations", confirmed=False)
    lines = text(column(roll(article(entities=(doubted,), mentions=())), columns, {}, None))
    assert lines[-1].endswith("?") or lines[1].split("  ")[1].endswith("?")


@pytest.mark.parametrize("columns", range(22, 60))
def test_a_contact_always_names_both(columns: int) -> None:
    """However narrow the column, a contact shows the cross and something of both parties."""
    one, other = entity("party", "Communist Party of Vietnam"), entity("party", "Cambodian People’s Party")
    met = article(
        entities=(one, other), mentions=(), contacts=(Contact((one.id, other.id), "talks", 0, "They met."),)
    )
    for lines in (column(roll(met), columns, {}, None), run_in(roll(met), columns, None)):
        one_side, _, other_side = " ".join(text(lines)).partition("×")
        assert "Co" in one_side and "Ca" in other_side


def test_most_named_come_first_then_the_rarest() -> None:
    """Within a kind the most named here lead; of those named as often, the one in fewer texts."""
    of = article(entities=(CPV, CPP), mentions=(Mention(CPV.id, 0, 0, 3), Mention(CPP.id, 0, 5, 8)))
    assert [entry.entity for entry in roll(of)] == [CPP.id, CPV.id]
    more = article(entities=(CPV, CPP), mentions=(Mention(CPV.id, 0, 0, 3),) * 2)
    assert [entry.entity for entry in roll(more)] == [CPV.id, CPP.id]


def test_what_only_the_headline_names_counts_once() -> None:
    """Nothing on the roll is said to be named nowhere."""
    of = article(entities=(CPV,), mentions=(Mention(CPV.id, HEADLINE, 0, 3), Mention(CPV.id, CAPTION, 0, 3)))
    assert roll(of)[0].here == 1


def test_run_in() -> None:
    """With little room each kind has a row, counts after the names."""
    assert text(run_in(roll(), 40, None)) == [
        "party  p CPP 3  c CPV 2",
        "met    CPV × CPP ¶1",
        "       100+ unnamed parties ¶3",
        "people Le Hoai Trung 1",
        "places Hanoi 1",
        "events 13th National Party Congress 1",
    ]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [(0, "CPP"), (1, "CPV"), (2, "CPV × CPP"), (3, "100+ unnamed parties"), (4, "Le Hoai Trung")],
)
def test_the_chosen_name_lies_on_the_mark(chosen: int, words: str) -> None:
    """Run in, the whole name under the cursor is marked, and nothing else."""
    spans = [span for line in run_in(roll(), 60, chosen) for span in line.content]
    assert "".join(run for run, ink in spans if ink == "mark").strip() == words


def test_kinds_keep_their_dress() -> None:
    """A party, a person and a place look as they do in the article."""
    spans = tuple(span for line in column(roll(), 34, {}, None) for span in line.content)
    assert ink_of(spans, "Le Hoai Trung") == "person" and ink_of(spans, "Hanoi") == "place"


def test_a_name_over_two_lines_has_its_letter_once() -> None:
    """The letter of a party without an abbreviation stands on the first line of its name only."""
    front = entity("party", "Renovacion Nacional de Lamora", country="CL")
    lines = text(column(entries(article(entities=(front,)), {}, {front.id: "r"}), 26, {}, None))
    assert [line.split()[0] for line in lines if line.strip()][:3] == ["Parties", "r", "Nacional"]
