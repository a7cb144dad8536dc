"""The stories of people who read line by line: what they type, and what they are told."""

from __future__ import annotations

from pathlib import Path

from store.archive.archive import Archive
from tests.plain.talk import TIES, VIETNAM, Talk


def test_newcomer_is_told_what_there_is(talk: Talk) -> None:
    """A session begins with how many texts there are and the newest of them; an empty line goes on."""
    assert talk.begun == ["2 texts, 2 unread.", VIETNAM]
    assert talk.say("", "") == [TIES, "Nothing follows. ? lists the commands."]


def test_only_one_party(talk: Talk) -> None:
    """`p` tells the counts before the choice, `p p` shows only that party, and again takes that back."""
    assert talk.say("p")[1:] == [
        "c  CPV  Communist Party of Vietnam  2 texts",
        "p  CPP  Cambodian People's Party  1 text",
    ]
    assert talk.say("p p") == ["1 text: party CPP.", VIETNAM]
    assert talk.say("p")[2] == "p  CPP  Cambodian People's Party  1 text  chosen"
    assert talk.say("p p") == ["2 texts, 2 unread.", VIETNAM]


def test_without_one_party(talk: Talk) -> None:
    """A capital leaves a party out, and so does a minus; `p x` takes parties away."""
    assert talk.say("p P")[0] == talk.say("p x", "p -p")[2] == "1 text: not party CPP."
    assert talk.query == "-party:cpp"
    assert talk.say("p x")[0] == "2 texts, 2 unread."


def test_only_one_year(talk: Talk) -> None:
    """`d` tells the years, `d 1` shows only the newest, `d x` every date, and a period is typed as it is."""
    assert talk.say("d")[1:3] == ["1  2021  1 text", "2  2016  1 text"]
    assert talk.say("d 1") == ["1 text: date 2021.", VIETNAM]
    assert talk.say("d 2")[0] == "1 text: date 2016."
    assert talk.say("d 2016..2021")[0] == "2 texts: date 2016–2021."
    assert talk.say("d x")[0] == "2 texts, 2 unread."


def test_any_text_by_party_year_and_row(generated: Path) -> None:
    """Party, year and row name any text in one line; letters are those that the dashboard puts on rows."""
    talk = Talk(Archive(generated, "tester"))
    party = talk.say("g")[1].split("  ")[0]
    by_number = talk.say(f"g {party} 1 3")
    by_letter = talk.say(f"g {party} 1 c")
    assert by_number[1].startswith("Text 3 of ") and by_letter[0] == by_number[0]
    assert talk.query.startswith("party:") and " date:" in talk.query


def test_why_this_year(talk: Talk) -> None:
    """`i` tells day and year with their words and paragraphs, and the years that were not chosen."""
    told = talk.say("i")
    assert told[1:5] == [
        "18 May 2021, likely.", "The day:", "“May 18”, paragraph 1: 18 May, no year printed.", "The year:",
    ]  # fmt: skip
    assert told[5].startswith("“outcomes of the CPV’s 13th National Congress”, paragraph 1: held 25 January")
    assert "Le Hoai Trung held this office from 19 March 2021 to February 2025" in told[6]
    assert told[8].startswith("“Deputy Prime Minister”, paragraph 7: Prak Sokhonn held this office from")
    assert told[9] == "Considered, not chosen:" and told[10].startswith("2020: before the 13th National")


def test_why_this_text(talk: Talk) -> None:
    """`w` tells a reason for each part of the filter, for what is left out, too, with words and paragraph."""
    assert talk.say("w")[1:] == ["No filter is in force: every text is in the list."]
    told = talk.say("party:cpv -party:cpp", "w")[2:]
    assert told == [
        "Text 1: Party to continue strengthening ties with global political parties",
        "party:cpv: names Communist Party of Vietnam 5 times.",
        "Paragraph 1: “The Communist Party of Vietnam (CPV) will continue bolstering…”",
        "-party:cpp: not named in it.",
    ]


def test_who_met_whom(talk: Talk) -> None:
    """`who` tells who met whom with the sentence, invents no pair, and names crowds without a name."""
    told = talk.say("who")
    assert told[1].startswith(
        "CPV with CPP, virtual conference, paragraph 1: “The Communist Party of Vietnam"
    )
    assert talk.say("j", "who")[2:4] == [
        "No sentence says that two parties met.",
        "Not named, paragraph 4: “ruling and non-ruling political parties of over 100 countries”",
    ]


def test_recall_a_view(archive: Archive, talk: Talk) -> None:
    """`V B` saves filter and text; `V b` brings them back, in another session and in the dashboard, too."""
    assert talk.say("/ date:2016..2021", "j", "V B")[-1] == "Saved as view b: date 2016–2021."
    other = Talk(Archive(archive.folder, "tester"))
    assert other.say("V b") == ["2 texts: date 2016–2021.", TIES]
    assert archive.mine.views["b"].query == "date:2016..2021"
    assert other.say("V")[1:] == ["b  date 2016–2021  2 texts"]
    assert other.say("V -b", "V") == [
        "View b is gone.", "0 views. V b opens b, V B saves what is in force as b, V -b forgets it.",
    ]  # fmt: skip


def test_reading_a_text(talk: Talk) -> None:
    """A number reads a text: headline, number, day, place, length, then the numbered paragraphs."""
    told = talk.say("1")
    assert told[:5] == [
        "Vietnam informs Cambodian party on outcomes of 13th National Party Congress",
        "Text 1 of 2, id 313c55bac6fe.",
        "18 May 2021, likely.",
        "Hanoi, VNA.",
        "9 paragraphs, 338 words.",
    ]
    assert told[5].startswith("1. The Communist Party of Vietnam (CPV)") and told[13].startswith(
        "9. They said"
    )
    assert told[-1] == "End of the text."
    assert talk.say("k", "list")[0] == "This is the first text."
    assert talk.say("list")[0] == VIETNAM.removesuffix(" Unread.")


def test_going_through_mentions(talk: Talk) -> None:
    """`n` tells the words that the filter found, one after the other, each with its number and paragraph."""
    assert talk.say("/ cambodia", "n")[2:] == [
        "Cambodia, hit 1 of 4, paragraph 5:",
        "“…cooperation between Vietnam and Cambodia.”",
    ]
    assert talk.say("n")[0] == "Cambodia, hit 2 of 4, paragraph 7:"
    assert talk.say("N")[0] == "Cambodia, hit 1 of 4, paragraph 5:"
    assert talk.say("*")[0] == "1 text: “cambodia”, place Cambodia."


def test_paragraphs_by_number(talk: Talk) -> None:
    """`#3` reads the third paragraph, `#` the next."""
    assert [line[:8] for line in talk.say("#3", "#", "#9", "#")] == [
        "3. Trung",
        "4. Vietn",
        "9. They ",
        "The text",
    ]
