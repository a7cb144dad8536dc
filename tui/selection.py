"""Selection: the rows of a list that the next mark is for, by their places in it."""

from __future__ import annotations

from collections.abc import Iterator


class Selection:
    """Rows that were selected one by one, all at once, or as a range that still follows the cursor."""

    def __init__(self) -> None:
        """Select nothing."""
        self._rows = 0
        self.anchor: int | None = None
        """The row at which a range begins that ends at the cursor."""

    def clear(self) -> None:
        """Select nothing."""
        self._rows, self.anchor = 0, None

    def toggle(self, row: int, cursor: int) -> None:
        """Select a row, or no longer."""
        self.hold(cursor)
        self._rows ^= 1 << row

    def take(self, total: int) -> None:
        """Select every row of a list."""
        self._rows, self.anchor = (1 << total) - 1, None

    def hold(self, cursor: int) -> None:
        """Let the range, if there is one, end at the cursor for good."""
        self._rows, self.anchor = self.rows(cursor), None

    def rows(self, cursor: int) -> int:
        """Return the rows selected: bit n stands for row n."""
        if self.anchor is None:
            return self._rows
        first, last = sorted((self.anchor, cursor))
        return self._rows | ((1 << last - first + 1) - 1) << first

    def count(self, cursor: int) -> int:
        """Return how many rows are selected."""
        return self.rows(cursor).bit_count()

    def has(self, row: int, cursor: int) -> bool:
        """Tell whether a row is selected."""
        return bool(self.rows(cursor) >> row & 1) if self._rows or self.anchor is not None else False


def runs(rows: int) -> Iterator[tuple[int, int]]:
    """Yield (first, how many) of the rows of a selection that stand side by side."""
    start = 0
    while rows:
        gap = (rows & -rows).bit_length() - 1
        rows >>= gap
        length = (~rows & rows + 1).bit_length() - 1
        yield start + gap, length
        rows >>= length
        start += gap + length
