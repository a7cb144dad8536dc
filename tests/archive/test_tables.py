"""A table's file: what is written is read whole, line by line, and one document at a time."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.tables import read_document, read_each, read_table, table_bytes

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('abđ\n"\\', max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.text("abđ", max_size=3), _JSON, max_size=4), max_size=6))
def test_every_document_is_found_on_its_line(
    tmp_path_factory: pytest.TempPathFactory, documents: list[dict[str, object]]
) -> None:
    """Reading one document gives what reading the whole table gives, and both what was written."""
    path = tmp_path_factory.mktemp("t") / "t.json"
    table = {str(n): d for n, d in enumerate(documents, 1)}
    path.write_bytes(table_bytes("t", table))
    assert read_table(path) == table == orjson.loads(path.read_bytes())["t"]
    assert {number: read_document(path, number) for number in table} == table
    assert read_each(path, lambda document, number: (number, document)) == [*table.items()]


@pytest.mark.parametrize("numbers", [[3, 1, 2], [1, 9, 2], [5], []])
def test_a_document_is_found_in_whatever_order(tmp_path: Path, numbers: list[int]) -> None:
    """Documents out of order, far longer than what is read at a time, and none at all, are told apart."""
    table = {str(n): {"n": n, "text": f'"{n}": ' * 20_000 * n} for n in numbers}
    (tmp_path / "t.json").write_bytes(table_bytes("t", table))
    assert {n: read_document(tmp_path / "t.json", n) for n in table} == table
    with pytest.raises(KeyError):
        read_document(tmp_path / "t.json", "4")
