"""What is copied of an article: a paragraph with its source and link, or all of the text."""

from __future__ import annotations

from store.article import Article, EventDate
from store.days import interval
from tui.places import link
from tui.show import show
from tui.wording import DAY_KINDS, certainty, corrected, full_day, long_day


def remark(when: EventDate) -> str:
    """Return what of a day was inferred, and how sure it is: `year inferred, likely`; else nothing."""
    if when.certainty not in ("likely", "guess"):
        return corrected(when)
    of_day = [item.kind in DAY_KINDS for item in when.evidence]
    part = "year" if any(of_day) and not all(of_day) else when.precision or "date"
    return f"{part} inferred, {certainty(when)}"


def cited(article: Article, paragraph: int) -> str:
    """Return a paragraph in quotes, who said so where and when, and the command that opens it.

    All is one line: a shell into which it is pasted by mistake runs nothing.
    """
    quote = show(article.paragraph(paragraph)).strip()
    title = f"“{show(article.headline).strip()}”, " if article.headline else ""
    return f"“{quote}” — {_source(article)}: {title}¶{paragraph + 1}. {link(article, paragraph)}"


def whole(article: Article) -> str:
    """Return headline, standfirst, where and when, and the paragraphs, with a blank line between them."""
    lead = article.standfirst if article.standfirst not in article.body else None
    parts = (article.headline, lead, _source(article), *article.body)
    return "\n\n".join(show(part).strip() for part in parts if part)


def _source(article: Article) -> str:
    """Return `VNA, Hanoi, 18 May 2021 (year inferred, likely)`, as far as it is known."""
    when, doubt = article.date, remark(article.date)
    day = full_day(interval(when.value)[0]) if when.value and when.precision == "day" else long_day(when)
    parts = (article.dateline.agency, article.dateline.place, f"{day} ({doubt})" if doubt else day)
    return show(", ".join(part for part in parts if part))
