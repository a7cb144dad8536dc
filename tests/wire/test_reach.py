"""What a change of the gazetteer may touch: every text that reads otherwise, and few others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from store.wire.reach import Reach, plain
from tests.wire.changing import BASE, TEXTS, files, known_by, read

MOON = '[[parties]]\nid = "party:vn-moon"\nname = "Moon Harvest Party"\nabbr = "MHP"\ncountry = "VN"\n'
CPV = '[[parties]]\nid = "party:vn-cpv"\nname = "Communist Party of Vietnam"\nabbr = "CPV"\ncountry = "VN"\n'
CONGRESS = (
    '[[events]]\nid = "event:14"\nkind = "congress"\nname = "14th"\nparty = "party:vn-cpv"\nnumber = 14'
)
BODY = '[[orgs]]\nid = "org:moon"\nname = "Moon"\n'
ALIASES = 'aka = ["VCP", "PCV", "Vietnamese Communist Party"]\n'


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3), files(), files())
@example(["The MHP met the CPV."], "", MOON)
@example(["Moon Harvest Party (MHP). Moon: the Moon Harvest Party."], MOON + BODY, "")
def test_no_text_that_reads_otherwise_is_left_out(texts: list[str], before: str, now: str) -> None:
    """Whatever changes, a text that nothing is said to touch reads as it did."""
    old, new = known_by(before), known_by(now)
    reach = Reach(old, new)
    for text in texts:
        was = read(text, old)
        assert all(mention["start"] < mention["end"] for mention in was["mentions"])
        if reach.cause(was) is None:
            assert read(text, new) == was


@pytest.mark.parametrize(
    ("before", "now", "touched", "untouched"),
    [
        ("", MOON, "The MHP won.", "The CPV won."),
        ("", MOON, "Leaders of the moon-harvest PARTY won.", "A moon, no such party."),
        (MOON, "", "The Moon Harvest Party won.", "The CPV won."),
        (MOON, MOON + 'aka = ["Trăng"]', "Trang said so.", "The MHP said so."),
        (CPV + ALIASES, CPV + ALIASES.replace("PCV", "DCSVN"), "The DCSVN said so.", "The CPV said so."),
        (CPV + ALIASES, CPV + ALIASES.replace("PCV", "DCSVN"), "The PCV said so.", "Viet Nam said so."),
        (CPV + ALIASES, CPV + ALIASES + "founded = 1930-02-04", "The CPV said so.", "Viet Nam said so."),
        ("", CONGRESS, "The fourteenth Congress ended.", "The 15th Congress ended."),
        ("", CONGRESS, "The 13th Central Committee met.", "The Central Committee met."),
        (
            "",
            '[[agencies]]\nid = "agency:vna"\nname = "Vietnam News Agency"\nshort = "VNA"\n',
            "Hanoi (VNA) - The Party won.",
            "Hanoi (AKP) - The Party won.",
        ),
        (
            "",
            '[[people]]\nid = "person:hun-sen"\nname = "Hun Sen"\ncountry = "KH"\nterms = '
            '[{office = "Prime Minister", since = "1985-01-14"}]',
            "Prime Minister Hun Sen said so.",
            "The Prime Minister said so.",
        ),
        ("", '[[titles]]\ntitle = "Doyen"\nkind = "office"', "Doyen Bui Moon came.", "Bui Moon came."),
    ],
)
def test_few_texts_are_touched(before: str, now: str, touched: str, untouched: str) -> None:
    """A change touches the texts that have its names, or lean on what changed, and not those beside them."""
    old = known_by(before)
    reach = Reach(old, known_by(now))
    assert reach.cause(read(touched, old))
    assert reach.cause(read(untouched, old)) is None


def test_nothing_changed() -> None:
    """Between two states that say the same no text is touched, also where words moved in the file."""
    again = Reach(known_by(MOON + CPV), known_by(CPV + "\n# as before\n" + MOON))
    assert again.cause(read("The election.", BASE)) is None
    assert Reach(BASE, BASE).cause(read("The CPV won.", BASE)) is None


def test_a_country_touches_everything() -> None:
    """What a country is called and whose it is may matter to any text: it is said which country it is."""
    file = '[[places]]\nid = "place:laos"\nname = "Lao PDR"\nkind = "country"\ncountry = "LA"'
    reach = Reach(BASE, known_by(file))
    assert reach.cause(read("The moon rose.", BASE)) == "place:laos"
    assert reach.told("place:laos") == "place:laos changed"


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [("", MOON, "was added"), (MOON, "", "was removed"), (MOON, MOON + "founded = 1999", "changed")],
)
def test_what_became_of_it_is_said(before: str, now: str, told: str) -> None:
    """A record was added, was removed, or changed."""
    assert Reach(known_by(before), known_by(now)).told("party:vn-moon") == f"party:vn-moon {told}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Việt Nam’s VIETNAM", "viet nam s viet nam"),
        ("a_b\u0308c - O'Brien", "a b c o brien"),
        ("13th (CPV) ﬁne ½", "13th cpv fine 1 2"),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    """Marks part words, accents go, and Viet Nam is two words however it is written."""
    assert plain(text) == words
