"""The names of files, as sources keep them and messages show them."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from store.intake.file_names import printable, shown
from store.wire.safe import sanitise

_NAMES = st.binary(min_size=1, max_size=30).filter(lambda name: not set(name) & {0, 47})
"""What a file can be called: anything but a slash and NUL."""


@given(_NAMES)
def test_any_name_is_printable(name: bytes) -> None:
    """Whatever bytes a name is made of, its form in messages has nothing to obey and no line of its own."""
    path = Path(os.fsdecode(name))
    for form in (printable(path), shown(path)):
        assert form.isprintable()
    assert sanitise(shown(path)) == shown(path)


@given(_NAMES, _NAMES)
@example(b"a\xffb", rb"a\xffb")
@example(b"a\nb", rb"a\nb")
def test_two_names_never_become_one(one: bytes, other: bytes) -> None:
    """Different files are different sources, even where one is named as the other is written."""
    names = {printable(Path(os.fsdecode(name))) for name in (one, other)}
    assert len(names) == len({one, other})
