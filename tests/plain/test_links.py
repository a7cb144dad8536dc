"""Links and quotes: a paragraph told to be copied, and found again."""

from __future__ import annotations

from tests.newsdesk import Newsroom
from tests.plain.talk import VIETNAM, Talk

LINK = "313c55bac6fe#p3"


def test_a_paragraph_is_told_with_its_source(talk: Talk) -> None:
    """`y` tells the paragraph where the reader is, or that of a number, with source, day, remark and link."""
    told = talk.say("#3", "y")[1]
    assert told.startswith("“Trung stated that Vietnam consistently")
    assert "VNA, Hanoi, 18 May 2021 (year inferred, likely)" in told and told.endswith(
        f"newsdesk open {LINK}"
    )
    assert talk.say("y p #3") == [told] == talk.say("y 3")
    assert talk.say("y l") == [f"newsdesk open {LINK}"]
    assert talk.say("y t")[0] == VIETNAM[3:].partition(".")[0]
    assert talk.say("y z") == ["Behind y stands p, l or t, and a number if you like: y p #3."]


def test_a_link_leads_to_its_paragraph(talk: Talk) -> None:
    """A link goes to its paragraph, under the filter where that finds its text, else among all texts."""
    assert talk.say(LINK)[1].startswith("3. Trung")
    assert talk.say("party:cpp", LINK)[2:] == [VIETNAM, talk.say("#3")[0]]
    assert talk.query == "party:cpp"
    talk.say("-party:cpp", LINK)
    assert talk.query == ""
    assert talk.say("313c#p99") == ["Not done: 313c55bac6fe has 9 paragraphs, and no ¶99."]


def test_a_session_may_begin_at_a_link(room: Newsroom) -> None:
    """A link on the command line begins at its paragraph; one that leads nowhere is refused."""
    lines = room.run("--plain", LINK).lines
    assert lines[0] == VIETNAM and lines[1].startswith("3. Trung")
    assert room.run("open", "--plain", "313c#p99").status == 1
