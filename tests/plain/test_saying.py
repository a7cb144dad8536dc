"""Marks made line by line: kept at once, told with their text, and taken back."""

from __future__ import annotations

from store.archive.archive import Archive
from tests.plain.talk import TIES, VIETNAM, Talk

HEADLINE = "Vietnam informs Cambodian party on outcomes of 13th National Party Congress."


def test_marks_are_kept_and_told_with_their_text(archive: Archive, talk: Talk) -> None:
    """Star, read and tag say what was done and to which text; they are there for the next session."""
    assert talk.say("s", "m", "t Asean", "t asia") == [
        f"Starred 1 text: {HEADLINE}", f"Marked 1 text as read: {HEADLINE}",
        f"Tagged 1 text Asean: {HEADLINE}", f"Tagged 1 text asia: {HEADLINE}",
    ]  # fmt: skip
    again = Talk(Archive(archive.folder, "tester"))
    assert again.begun[1] == VIETNAM.replace("Unread", "Starred, tags Asean, asia")
    assert again.say("S")[0] == "1 text: starred."
    assert again.say("S", "M", "list")[-1] == TIES.replace("2.", "1.", 1)


def test_a_tag_is_taken_away_by_itself_or_by_a_minus(talk: Talk) -> None:
    """The same tag again takes it away, as does a minus before it, whatever the case."""
    assert talk.say("t asean", "t ASEAN")[-1] == f"Took ASEAN from 1 text: {HEADLINE}"
    assert talk.say("t asean", "t -Asean")[-1] == f"Took Asean from 1 text: {HEADLINE}"
    assert talk.say("t -asean") == ["Nothing changed: it is so already."]
    assert talk.say("t")[:2] == ["No tags here.", "None are in use."]


def test_notes_on_the_text_and_on_a_paragraph(talk: Talk) -> None:
    """A note stands where it was written, is read with the text, and a minus takes the last one away."""
    talk.say("a Call the embassy", "a #3 Which policy?")
    told = talk.say("1")
    assert told[4] == "2 notes."
    assert told[5].startswith("Note, ") and told[5].endswith(": Call the embassy.")
    at = next(number for number, line in enumerate(told) if line.startswith("3. "))
    assert told[at + 1].startswith("Note on paragraph 3, ") and told[at + 1].endswith(": Which policy?")
    assert talk.say("a #3 -") == [f"Took a note away on 1 text: {HEADLINE}"]
    assert [line.endswith(": Call the embassy.") for line in talk.say("a")] == [True, False, False]
    assert talk.say("a -", "a -")[-1] == "There is no note to take away."


def test_undo_and_redo(talk: Talk) -> None:
    """`u` takes back what was done last, `U` makes it again, and both say when there is nothing."""
    assert talk.say("u", "U") == ["There is nothing to take back.", "There is nothing to make again."]
    assert talk.say("s", "u", "U")[1:] == ["Took back: starred 1 text.", "Made again: starred 1 text."]


def test_a_list_stands_still_while_it_is_marked(talk: Talk) -> None:
    """What is read leaves the list of the unread only when it is asked for anew."""
    talk.say("M")
    assert talk.say("1")[1].startswith("Text 1 of 2")
    assert talk.say("J")[1].startswith("Text 2 of 2")
    assert talk.say("M", "M")[0] == "2 texts."


def test_what_cannot_be_kept_is_a_sentence(talk: Talk) -> None:
    """A tag or note beyond its bounds changes nothing and is told."""
    assert talk.say("t a*") == ["Not done: a* cannot be a tag: a star in a filter leaves a word open."]
    assert talk.say("a " + "x" * 2001)[0].startswith("Not done: A note can have 2,000 characters")
    assert talk.say("u") == ["There is nothing to take back."]
