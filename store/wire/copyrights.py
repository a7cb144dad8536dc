"""Copyrights: the year in the copyright line below a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from store.wire.clues import Clue, Weight
from store.wire.layout import Layout
from store.wire.leads import FIRST_YEAR, LAST_YEAR
from store.wire.printed import YEAR

_LINE: Final = re.compile(r"copyright|©|\(c\) ", re.I)
_YEARS: Final = re.compile(rf"(?<!\d){YEAR}")


def copyright_clues(layout: Layout) -> Iterator[Clue]:
    """Yield the one year that a copyright line prints; a range of years is the site's, not the text's.

    A line that names the agency of the text is of the text itself; another may be of the page.
    """
    for removed in layout.removed:
        line = removed.text
        if removed.kind not in ("tail", "sign-off", "copyright") or not _LINE.search(line[:200]):
            continue
        years = {int(year[0]) for year in _YEARS.finditer(line)}
        if len(years) == 1 and FIRST_YEAR <= (year := years.pop()) <= LAST_YEAR:
            says = f"the text is of {year}"
            agency = layout.dateline.agency
            weight: Weight = "dated" if agency and agency.casefold() in line.casefold() else "span"
            days = date(year, 1, 1), date(year, 12, 31)
            yield Clue("copyright", line[:80], 0, says, *days, weight, subject="the copyright line")
            return
