"""The grid of a terminal: what the frames want there, what was sent there, and the bytes between the two."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain, groupby

from rich.cells import cell_len

from tui.frame import UNKNOWN, Row, add_marks, cells, is_sure, lines
from tui.glyphs import Glyphs
from tui.pen import Pen
from tui.runs import Run, collect, take
from tui.sgr import ground


class Cells:
    """The screen as the frames want it, and as the terminal has it."""

    def __init__(
        self, width: int, height: int, glyphs: Glyphs = "every", erases_in_colour: bool = True
    ) -> None:
        """Take the size of the screen, of which nothing is known.

        Args:
            erases_in_colour: Whether the terminal fills erased cells with the current background.
        """
        self.width = width
        self.height = height
        self.glyphs = glyphs
        self._wanted = [Row.blank(width) for _ in range(height)]
        self._sent = [Row.blank(width) for _ in range(height)]
        self._pieces: list[dict[int, tuple[str, int]]] = [{} for _ in range(height)]
        """For each row what was painted from a column on, and the column after it, as long as it is whole."""
        self._touched: dict[int, tuple[int, int]] = {}
        """For each row painted since it was sent the first column, and the one after the last."""
        self._aim = (0, 0)
        """Where the frames want the cursor."""
        self._cursor = (0, 0)
        self._is_lost = True
        self._pen = Pen(width, erases_in_colour)

    def forget(self) -> None:
        """Stop relying on what was sent, so that the next changes send every cell again."""
        self._is_lost = True

    def paint(self, frame: str) -> None:
        """Lay a frame over what is wanted; the next changes bring it to the terminal."""
        for y, x, line in lines(frame, *self._aim):
            self._aim = y, self._lay(y, x, line) if line else x

    def changes(self, frame: str = "") -> str:
        """Return the bytes that turn the terminal's screen into the one after `frame`, and all before it."""
        self.paint(frame)
        if self._is_lost:
            self._is_lost = False
            self._start_over()
        if not self._touched and self._aim == self._cursor:
            return ""
        self._cursor = self._aim
        self._draw()
        return self._pen.lift(*self._aim)

    def _lay(self, y: int, x: int, line: str) -> int:
        """Lay a styled line over the wanted cells, unless it is there already; return the column after it."""
        pieces = self._pieces[y] if 0 <= y < self.height else {}
        known = pieces.get(x)
        if known and known[0] == line:
            return known[1]
        marks, row = cells(line, self.glyphs)
        end = x + len(row.graphemes)
        if not 0 <= y < self.height or x >= self.width:
            return end
        if not known or known[1] != end:
            for other in [at for at, (_, until) in pieces.items() if at < end and until > x]:
                del pieces[other]
        pieces[x] = line, end
        first, last = self._put(y, x, min(end, self.width), row, marks)
        before, after = self._touched.get(y, (first, last))
        self._touched[y] = min(first, before), max(last, after)
        return end

    def _put(self, y: int, start: int, end: int, cells: Row, marks: str) -> tuple[int, int]:
        """Put cells on a row; return the columns between which it is another now."""
        row = self._wanted[y]
        cuts = row.graphemes[start] == "" or "" in row.graphemes[end : end + 1]
        row.graphemes[start:end] = cells.graphemes[: end - start]
        row.styles[start:end] = cells.styles[: end - start]
        row.is_odd |= cells.is_odd
        if not (cuts or marks or len(cells.graphemes) > end - start):
            return start, end
        self._pieces[y].clear()  # some may have lost a half, or got marks that are not their own
        _mend_halves(row.graphemes, start, end)
        if start:
            before = row.graphemes[:start]
            add_marks(before, marks)
            row.graphemes[:start] = before
            row.is_odd = True
        return max(0, start - 2), min(end + 1, self.width)

    def _start_over(self) -> None:
        """Take the screen for unknown, or have it cleared to the ground that most of its blanks show."""
        self._pen.forget()
        self._touched = dict.fromkeys(range(self.height), (0, self.width))
        shown = Counter(chain.from_iterable(row.styles for row in self._wanted))
        grounds = [] if UNKNOWN in shown else [style for style in shown if ground(style) == style]
        blank = max(grounds, key=shown.__getitem__, default=None)
        style = blank if blank is not None and self._pen.clear(blank) else UNKNOWN
        self._sent = [Row.blank(self.width, style) for _ in range(self.height)]

    def _draw(self) -> None:
        """Draw what differs: first all of one style, then all of the next, since moving costs less."""
        runs: dict[str, list[Run]] = {}
        odd = []
        for y, (start, end) in sorted(self._touched.items()):
            wanted, sent = self._wanted[y], self._sent[y]
            if differs := take(wanted, sent, start, end):
                sure = _sure(wanted.graphemes[start:end], differs) if wanted.is_odd else len(differs)
                collect(runs, y, start, wanted, differs[:sure])
                odd += [(y, start + sure)] if sure < len(differs) else []
        self._touched.clear()
        for style in sorted(runs, key=self._pen.nearness):
            self._pen.draw(style, runs[style])
        for y, x in odd:
            self._draw_odd(y, x)

    def _draw_odd(self, y: int, x: int) -> None:
        """Draw a row to its end, where terminals may not agree which column is which."""
        row = self._wanted[y]
        for style, group in groupby(row.styles[x:]):
            width = len(list(group))
            if style != UNKNOWN:
                self._pen.draw_unsure(y, x, style, row.graphemes[x : x + width])
            x += width


def _sure(graphemes: list[str], differs: bytes) -> int:
    """Return up to which column terminals agree how wide the graphemes are that differ."""
    columns = enumerate(zip(graphemes, differs, strict=True))
    return next((x for x, (grapheme, other) in columns if other and not is_sure(grapheme)), len(differs))


def _mend_halves(graphemes: list[str], start: int, end: int) -> None:
    """Blank the halves of wide graphemes that writing these columns cut in two."""
    if end < len(graphemes) and graphemes[end] == "":
        graphemes[end] = " "
    elif end == len(graphemes) and _is_wide(graphemes[end - 1]):
        graphemes[end - 1] = " "
    if start and graphemes[start] != "" and _is_wide(graphemes[start - 1]):
        graphemes[start - 1] = " "


@lru_cache(maxsize=4096)
def _is_wide(grapheme: str) -> bool:
    return cell_len(grapheme) > 1
