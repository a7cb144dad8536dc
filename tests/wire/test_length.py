"""Length: what is longer than any wire text is kept whole, and read as far as such a text may go."""

from __future__ import annotations

from store.wire.clean import clean, decode
from store.wire.length import READ, part_kept, part_read
from tests.wire.scoring import read

LEAD = "Hanoi (VNA) – The Communist Party of Vietnam met guests on May 18, 2021.\n\n"
END = "The Lao People's Revolutionary Party sent greetings at the very end."


def test_a_wire_text_is_read_as_a_whole() -> None:
    """Nothing is kept unread of a text that is no longer than the longest."""
    text = "word " * (READ // 5)
    assert part_read(text) == text and part_kept(text) == ()


def test_nothing_is_lost_of_a_longer_one() -> None:
    """The part that is read and the paragraphs behind it have all the words, in order."""
    text = " ".join(str(number) for number in range(READ // 3))
    assert f"{part_read(text)} {' '.join(part_kept(text))}" == text


def test_a_word_without_end_is_cut() -> None:
    """A text of one word is read no farther than any other, and kept in paragraphs that can be shown."""
    text = "x" * (2 * READ)
    assert part_read(text) + "".join(part_kept(text)) == text
    assert len(part_read(text)) < 1.1 * READ and max(map(len, part_kept(text))) < READ / 10


def test_an_article_has_its_whole_text_in_paragraphs() -> None:
    """Of a longer text the beginning is understood, the end is in the body, and no name in it counts."""
    article = read(LEAD + "They talked about trade.\n\n" * (READ // 20) + END)
    assert " ".join(article.body[-2:]).endswith(END)
    assert [e.id for e in article.entities if e.kind == "party"] == ["party:vn-cpv"]
    assert article.date.value == "2021-05-18"
    assert all(m.entity == "party:vn-cpv" or m.entity == "place:vn-hanoi" for m in article.mentions)


def test_a_reporter_is_told() -> None:
    """Reading a longer text says how far names are looked for in it; of others nothing is said."""
    (note,) = decode(b"word " * READ).notes
    assert f"{READ:,} characters" in note
    assert decode(clean(LEAD).encode()).notes == ()
