"""How a line is understood, and what is answered to one that is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.hits import Row
from store.query import Query
from tests.plain.talk import TIES, TODAY, VIETNAM, Talk
from tui.keys import BY_ID, KEYS
from tui.plain import going, table
from tui.plain.place import Place

ANEW = """Talks on trade

Hanoi (VNA) – The Communist Party of Vietnam (CPV) held talks on June 3, 2024.
"""

REFUSED = (
    ("nxt", ["No command nxt. ? lists the commands.", "To look for it in the texts: / nxt"]),
    ("stars", ["No command stars. Did you mean star?", "To look for it in the texts: / stars"]),
    ("x", ["x is for the dashboard only. ? lists what there is here."]),
    ("zoom", ["zoom is for the dashboard only. ? lists what there is here."]),
    ("17", ["No text has the number 17; the list goes from 1 to 2."]),
    ("9" * 5000, [f"No text has the number {'9' * 5000}; the list goes from 1 to 2."]),
    ("#0", ["The text has 9 paragraphs, and none is 0."]),
    ("j 5", ["Nothing belongs behind that, and there stands 5."]),
    ("p zz", ["No party has the key or the name zz."]),
    ("g zz", ["No party and no year has the key zz."]),
    ("* zz", ["No name of this text has zz."]),
    ("V zz", ["A view has one letter: V b opens it, V B saves it, V -b forgets it."]),
    ("V z", ["No view is saved as z; V Z saves one."]),
    (",", ["No date filter, so nothing slides; d and a period shows only that."]),
    ("d 2021..2016", [
        "date:2021..2016 runs backwards.", "It stands at character 6: 2021..2016",
        "Enter takes this: date:2016..2021",
    ]),
    ("party:", ["party: needs a value.", "It stands at the end."]),
    ("x" * 8001, ["That line has 8,001 characters, more than the 8,000 that are read."]),
)  # fmt: skip


@pytest.mark.parametrize(("line", "told"), REFUSED, ids=lambda value: str(value)[:12])
def test_a_mistake_changes_nothing_and_is_told(talk: Talk, line: str, told: list[str]) -> None:
    """What is not understood leaves filter and place as they are, and is answered by what may be meant."""
    talk.say("/ date:2016..2021", "j")
    if line == ",":
        talk.say("0", "j")
    before = talk.query, talk.session.place.index
    assert talk.say(line)[: len(told)] == told
    assert (talk.query, talk.session.place.index) == before
    assert talk.session.has_refused


def test_an_empty_line_takes_the_suggestion(talk: Talk) -> None:
    """After a mistake in a filter an empty line takes what was suggested; after anything else it does not."""
    assert talk.say("party:cqv")[-1] == "Enter takes this: party:cpv"
    assert talk.say("") == ["2 texts: party CPV.", VIETNAM]
    talk.say("party:cqv", "who")
    assert talk.say("") == ["Nothing follows. ? lists the commands."]


def test_a_suggested_date_keeps_the_rest_of_the_filter(talk: Talk) -> None:
    """What `d` suggests for a mistaken period is taken beside the rest of the filter in force."""
    talk.say("party:cpv | party:cpp", "d 2021..2016")
    assert talk.say("")[0] == "2 texts: party:cpv | party:cpp, date 2016–2021."


def test_filters_tell_themselves(talk: Talk) -> None:
    """A line with a colon, one that begins with a quotation mark, and all behind a slash are filters."""
    for line, query in (
        ("-party:cpp", "-party:cpp"),
        ('"traditional friendship"', '"traditional friendship"'),
        ("(place:hanoi | place:cambodia)", "place:hanoi | place:cambodia"),
        ("/congress*", "congress*"),
        ("filter hanoi", "hanoi"),
    ):
        talk.say(line)
        assert talk.query == query


def test_a_slash_alone_takes_the_next_line(talk: Talk) -> None:
    """After `/` the next line is a filter, even one that looks like a command; an empty one is none."""
    assert talk.say("party:cpp", "/")[2:] == ["Filter: party:cpp", "Type another; an empty line leaves it."]
    assert talk.say("") == ["The filter is as it was."]
    assert talk.say("/", "list")[2] == "Nothing matches list."
    assert talk.say("0", "list")[-1] == TIES


def test_keys_have_names(talk: Talk) -> None:
    """A command is called by the letter of the desk or by its name, and by that in any case."""
    assert talk.say("party p") == talk.say("0", "PARTY p")[2:] == ["1 text: party CPP.", VIETNAM]
    assert talk.say("drop") == talk.say("p p", "0")[2:]


def test_commands_are_those_of_the_desk() -> None:
    """Every command but a few has the letters and the id of a key of the desk, and none has another's."""
    own = {one.name for one in table.EVERY} - BY_ID.keys()
    assert own == {"list", "who", "paragraph", "manual"}
    letters = {key for one in KEYS if one.keys for key in one.shown.split() if len(key) == 1}
    for one in table.EVERY:
        if one.name in BY_ID:
            assert set(one.keys) - {"q"} <= set(BY_ID[one.name].shown.split())
        assert one.name not in letters and one.sentence.endswith(".")
    assert len(table.BY_WORD) == sum(1 + len(one.keys) for one in table.EVERY)


def test_help_tells_every_command_and_more_of_one(talk: Talk) -> None:
    """`?` says how a line is understood and names all commands; `?` and a word says more of some."""
    told = talk.say("?")
    assert told[:3] == list(table.RULE)
    assert len(told) == 4 + len(table.EVERY)
    assert talk.say("? u") == ["u or undo: Take back the last mark or correction, also after a restart."]
    assert all("paragraph" in line for line in talk.say("? paragraph"))
    assert talk.say("? nonsense") == ["No command has the word nonsense; ? lists them."]


def test_the_end_is_said_by_q(archive: Archive) -> None:
    """`q`, `Q` and `quit` end a session, and nothing is answered."""
    for line in ("q", "Q", "quit"):
        talk = Talk(archive)
        assert talk.say(line) == [] and talk.session.has_ended


def test_new_texts_are_told_and_numbers_keep_their_meaning(
    talk: Talk, keep: Callable[[str, str], None]
) -> None:
    """What another process imports is told before the next answer; a number means the text that had it."""
    assert talk.say("list") == [VIETNAM, TIES]
    keep("anew.txt", ANEW)
    told = talk.say("2")
    assert told[0] == "1 new text." and told[1] == TIES.split(". ")[1]
    assert told[2].startswith("Text 3 of 3")
    assert talk.say("list")[0].startswith("1. Talks on trade. 3 June 2024.")
    assert talk.say("1")[0] == "Talks on trade"


def test_back_and_forward_through_filters(talk: Talk) -> None:
    """`H` and `L` go through the filters of the session, each with its text."""
    talk.say("party:cpv", "j", "party:cpp")
    assert talk.say("H") == ["2 texts: party CPV.", TIES]
    assert talk.say("H", "H")[2:] == ["This is the first filter of this session."]
    assert talk.say("L", "L", "L")[-1] == "There is no filter further on."


def test_dates_slide(talk: Talk) -> None:
    """`,` and `.` slide the dates in force by their own width."""
    assert talk.say("d 2020..2021", ",")[2] == "Nothing matches date:2018..2019."
    assert talk.query == "date:2018..2019"
    assert talk.say(",") == ["1 text: date 2016–2017.", TIES.replace("2.", "1.", 1)]
    talk.say(".", ".")
    assert talk.query == "date:2020..2021"


def test_another_order_has_headings(talk: Talk) -> None:
    """A list by party or by relevance tells what its texts stand under; a list by date need not."""
    told = talk.say("sort:party", "list")
    assert told[0] == "2 texts: by party." and told[2:] == ["CPV, 2 texts:", VIETNAM, TIES]
    assert talk.say("date:none")[0].startswith("Nothing matches")


class Counted(Place):
    """A place that remembers how many rows were asked for at a time."""

    asked: list[int]

    def rows(self, start: int, size: int) -> tuple[Row, ...]:
        """Return rows."""
        self.asked.append(size)
        return super().rows(start, size)


def test_lists_are_asked_for_by_window(generated: Path) -> None:
    """However long a list is, few rows are asked for at a time, and none that is not told."""
    Counted.asked = []
    place = Counted(Archive(generated, "tester"), Query(), TODAY)
    lines = going.rows(place, 0)
    assert next(lines).startswith("1. ") and len(Counted.asked) == 1
    assert sum(1 for _ in lines) == 399
    assert max(Counted.asked) <= 50
