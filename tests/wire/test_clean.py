"""Cleaning: any bytes become text or a refusal, and no text keeps what could steer a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.wire.clean import NotText, clean, decode
from store.wire.safe import sanitise

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def steers(text: str) -> set[str]:
    """Return the characters of text that a terminal could obey."""
    return {c for c in text if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n") or c in BIDI}


@given(st.text())
@example("a" + "\u0344" * 9)
@example("\x1b]0;title\x07 \u009b2J \u202egpj.exe\u2066 \ud800")
def test_sanitised_text_steers_nothing_and_stays_as_it_is(text: str) -> None:
    """Sanitised text has no control but tab and newline, and sanitising again changes nothing."""
    safe = sanitise(text)
    assert not steers(safe)
    assert sanitise(safe) == safe


@given(st.text())
@example("&#27;[2J&#x9b;x&#13;&#8238;")
@example("a" + "\u0344" * 9)
@example("<p>a</p><script>x</script")
def test_cleaned_text_is_sanitised_and_steers_nothing(text: str) -> None:
    """What entities and composition bring back is sanitised too."""
    cleaned = clean(text)
    assert not steers(cleaned)
    assert sanitise(cleaned) == cleaned


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xe9")
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Reading bytes gives a text or says why they are none, and nothing else happens."""
    try:
        assert decode(data).text.strip()
    except NotText as refusal:
        assert refusal.reason.startswith("is ")


@pytest.mark.parametrize(
    ("data", "text", "encoding", "noted"),
    [
        (b"Hanoi", "Hanoi", "utf-8", False),
        ("Hà Nội".encode(), "Hà Nội", "utf-8", False),
        (b"\xef\xbb\xbfHanoi", "Hanoi", "utf-8", False),
        ("Hà Nội".encode("utf-16"), "Hà Nội", "utf-16", False),
        ("\ufeffHà Nội".encode("utf-16-be"), "Hà Nội", "utf-16", False),
        (b"Bogot\xe1 \x96 it\x92s", "Bogotá – it’s", "cp1252", True),
        (b"\xff\xfeH\x00\xff", "H\ufffd", "utf-16", True),
    ],
)
def test_the_mark_decides_then_utf8_then_windows(data: bytes, text: str, encoding: str, noted: bool) -> None:
    """A byte order mark decides, else strict UTF-8, else Windows-1252 with a note."""
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, bool(decoded.notes)) == (text, encoding, noted)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty but for white space"),
        (b"\xef\xbb\xbf", "is empty but for white space"),
        (b"text\x00text", "is not text"),
        (b"\x7fELF\x01\x02\x03\x04\x05\x06", "is not text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    """Empty and binary data are refused in words for a reporter."""
    with pytest.raises(NotText, match=f"^{reason}$"):
        decode(data)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("Party\u00a0official\u2009said", "Party official said"),
        ("H\u0061\u0300 No\u0323\u0302i", "Hà Nội"),
        ("soft\u00adhyphen \ufeffmark", "softhyphen mark"),
        ("Q&amp;A &#8211; Cambodia&rsquo;s &nbsp;CPP", "Q&A – Cambodia’s  CPP"),
        ("AT&T and R&D; <unknown> a < b", "AT&T and R&D; <unknown> a < b"),
        ("<p>One <b>two</b></p><P class='x'>three<br/>four", "\nOne two\n\nthree\nfour"),
        ("a<!-- b --><script type='x'>alert(1)</SCRIPT>c<style>d</style>e<!-- open", "ace<!-- open"),
        ("ofVietnam July 5.The 7 th", "ofVietnam July 5.The 7 th"),
        ("stop\x1b[31mred", "stop\ufffd[31mred"),
        ("z" + "\u0308" * 7, "z" + "\u0308" * 4),
    ],
)
def test_what_a_scraper_left_is_read_and_no_word_repaired(raw: str, cleaned: str) -> None:
    """Line ends, spaces, entities, tags and composition are made plain; words stay as they were printed."""
    assert clean(raw) == cleaned
