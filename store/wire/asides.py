"""Asides: which of the days that a text prints are not its main event's, by the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from store.days import WEEKDAYS
from store.wire.printed import WEEKDAY, PrintedDay
from store.wire.tokens import Line, word_set

_ON_WEEKDAY: Final = re.compile(rf"\bon {WEEKDAY},? \($")
_CLAUSE: Final = re.compile(
    r"(?<=\w{3}[.!?]) |; |[\"”],? (?=(?:\w+ ){0,4}?(?:said|told|added|stressed|noted|announced|declared)\b)"
)
_ASIDE: Final = re.compile(
    r"\($|\b(?:(?:since|until|till|by|before|from now to|ahead of|prior to|next|deadline of)(?: the)? $"
    r"|(?:hours|days?|weeks?|months?) (?:before|after|ahead of)\b[^.;,]{0,70}$"
    r"|(?:after|before|if|until|ahead of|for) (?:the|an?) (?:[\w’'-]+ ){0,3}"
    r"(?:elections?|polls|vote|run-?off|referendum|ballot) (?:(?:due|set|called|scheduled) )?(?:on|for) $"
    r"|(?:after|following) [^.;,]{1,90}\b(?:elections?|polls|vote|referendum) on $"
    r"|(?:elections?|polls|run-?off|referendum) (?:of|for|due on|set for|called for|scheduled for) $"
    r"|(?:after|following|since|results? of|outcome of|wake of|won|lost|winners? of)\b[^.;,]{0,40}"
    r"\b(?:elections?|polls|vote|run-?off|referendum) held (?:on )?$"
    r"|(?:founded|established|born|created|due|scheduled|slated|expected|planned|falls?(?! of)|marking"
    r"|(?:that|which) (?:began|started|opened|kicked off)"
    r"|anniversary|birthday|(?:who|had|father|mother|wife|husband) (?:died|passed away)"
    r"|(?:after|when|since)[^.;,]{1,40} died|dating back to|took effect|set for|run up to)\b[^.;]{0,32}$"
    r"|(?:due|set|scheduled|expected|slated) to\b[^.;]{0,70}$"
    r"|(?-i:will|would|shall)\b[^.;]{0,80}\bbefore being\b[^.;]{0,50}$"
    r"|(?:(?-i:will|would|shall)|going to|plans? to|is to|are to|to be held"
    r"|to (?:hold|convene))\b[^.;]{0,70}$"
    r"|be (?:held|convened|called|opened|staged|put off|postponed)\b[^.;,]{0,40}$)",
    re.I,
)
_GATHERED: Final = re.compile(
    r"\b(?:outcomes?|results?|success(?:es)?|resolutions?|documents?|after|following|since|whose)\b[^.;]{0,50}"
    r"\b(?:congress|convention|conference|plenum|session)\b(?:, (?:which|that))? (?:had )?"
    r"(?:wrapped up|closed|concluded|ended|finished|opened|took place|was held)[^.;,]{0,20}$",
    re.I,
)
"""What a text tells of a congress that it only mentions: `outcomes of the 10th Congress, which closed on`."""

_GATHERINGS: Final = word_set("congress convention conference plenum session")
"""One of which it has: looked for first, because it is found fast."""

_MARKS: Final = re.compile(
    r"(?<!\bto )\b(?:marked|marks|celebrated|celebrates|commemorated)\b[^.;,]{0,50} (?:anniversary|birthday)"
    r"(?: of (?:its|their|the party[’']s) \w+)? (?:here )?(?:on )?$",
    re.I,
)
"""What says that the anniversary itself is the event: `marked its 72nd anniversary on`."""

_FOUNDED: Final = re.compile(
    r"\b(?:(?:was|were) (?:\w+ly )?(?:founded|established|created)"
    r"|(?<!who )(?:founded|established|created) (?:a|his|her|their) [^.;,]{3,50}) (?:on )?$"
)
_ASIDE_WORDS: Final = word_set(
    "will would shall going plan plans is are be hold convene before after ahead election elections polls "
    "vote runoff off referendum ballot due expected scheduled slated planned founded established born "
    "created began started opened kicked fall falls marking anniversary birthday died passed dating "
    "effect set run"
)
_ASIDE_FIRST: Final = word_set(
    "be ( since until till by before from ahead prior next deadline that which hours day days "
    "week weeks month months "
    "after if for election elections polls run runoff referendum founded established born created due "
    "scheduled slated expected planned fall falls marking anniversary birthday who had father mother wife "
    "husband when dating took set will would shall going plan plans is are to following result results "
    "outcome wake won lost winner winners"
)
_ASIDE_ENDS: Final = word_set("( since until till by before to of next for")
"""What no aside can be without, what it begins with, and what it ends with if without the first."""

_OTHERS: Final = re.compile(
    r"[’']?s? ?(?:(?!(?:the|an?|its|their|his|her|another|in|at|after|before|as|when)\b)\w+ "
    r"|(?:(?:early|snap|local|regional|general|presidential|parliamentary|legislative"
    r"|national|federal|state|commune|communal|council|municipal|provincial|assembly|senate"
    r"|constitutional|upper"
    r"|lower|house|run-?off|second-round|first-round|midterm|peace|coup|terror(?:ist)?) )+)?"
    r"(?:election|elections|polls?|vote|ballot|run-?off|referendum|congress|deadline|anniversary"
    r"|revolution|coup|attempt|uprising|rebellion|riots?|massacre|attacks?|bombings?|victory|movement|protests?"
    r"|treaty|accords?|ceasefire|invasion|assault|earthquake|verdict|incident)\b",
    re.I,
)
_BUILT: Final = re.compile(
    r" (?:House of Culture|Street|Avenue|Boulevard|Square|Stadium|Airport|Theatre|Palace|Barracks)\b"
)
"""What bears the name of a day: `July 19 Avenue`."""

_CALLED: Final = re.compile(
    r" (?:[\w’'-]+ ){1,4}(?:elections?|polls?|vote|run-?off|referendum|primary|congress)\b"
)
"""What is called by its day: `the April 6 Tamil Nadu Assembly election`."""

_PICTURED: Final = re.compile(
    r"[.)]* ?[—–-]+ ?(?:File |Handout )?(?:[Pp]icture|[Pp]hoto|\w+ (?:pic|photo))\b"
)
"""What stands behind the day on which a picture was taken, in a caption that runs into the lead."""

_TURN_WORDS: Final = word_set(
    "liberation overthrow genocide massacre martial coup revolution uprising rebellion insurrection triumph "
    "victory assault attack attacks bombing bombings invasion independence tsunami earthquake riot riots"
)
_TURNS: Final = (
    r"(?:liberation|overthrow|genocide|massacre|martial law|coup(?: d['’]etat| attempt)?|revolution|uprising"
    r"|rebellion|insurrection|triumph|victory|assault|attacks?|bombings?|invasion|independence|tsunami|earthquake"
    r"|riots?)"
)
_OF: Final = re.compile(
    r"(?<!\bday)(?<!\beve)(?<!\bhours)(?<!\bhalf)(?<!\bmorning)(?<!\bafternoon)(?<!\bevening)(?<!\bnight)(?<!\bnoon)"
    r"(?<!\bmidday)(?<!\bdawn) of(?: the)? $",
    re.I,
)
"""What makes a day that of a thing: `the peace accord of April 4`, but not `the morning of April 4`."""

_LOOKS_BACK: Final = re.compile(
    r"\b(?:recall\w*|remember\w*|commemorat\w*|honou?r\w*|hail\w*|prais\w*|mourn\w*|thank\w*|told|sp(?:oke|eak\w*)"
    rf"|about|memory|since)\b[^.;]*\b{_TURNS}\b[^.;,]{{0,24}}$"
    r"|\bmartial law (?:was )?(?:declared|imposed) (?:on )?$"
    r"|\b(?:who|where|when|which|that|those)\b[^.;,]{0,40}\b(?:killed|murdered|assassinated|executed|surrendered"
    r"|fell|martyred)\b[^.;,]{0,24}$"
    r"|\b(?:National|Independence|Victory|Army|Women['’]s|Labou?r|Liberation|Republic|Reunification) Day"
    r"(?:,| on|, on)? $",
    re.I,
)
"""What tells of history before a day: `who were killed on`, `hailed the triumph of the people on`."""

_AT: Final = re.compile(
    r"\b(?:at|during) (?:a|an|the|their|talks) (?:[\w-]+ ){0,4}?(?:meeting|talks|seminar|reception|ceremony"
    r"|workshop|session|conference|gathering|rally|symposium|banquet)\b[^.;,]{0,24}$"
)
"""What tells of the day again: `spoke about the revolution at a seminar on`."""

_SAID_AT: Final = re.compile(
    r"\b(?:said|says|told|stressed|affirmed|noted|declared)\b[^.;]{0,60}\bat (?:a|an|the) (?:[\w-]+ ){0,3}?"
    r"(?:meeting|ceremony|gathering|rally|reception|seminar|conference)\b[^.;,]{0,24}$"
)
"""What tells of the event's own day, whatever it marks: `said NAME at a grand meeting in Hanoi on`."""

_BACK_WORDS: Final = _TURN_WORDS | word_set(
    "killed murdered assassinated executed surrendered fell martyred day"
)
"""What no look back can be without."""

_OTHER_EVENT: Final = re.compile(
    r"\b(?:congress|elections?|anniversary|founded|polls|born|died|treaty|toppl\w+|overthr[eo]w\w*|genocid\w+"
    r"|liberat(?:ed|ion)|reunifi\w+|invasion|invaded|coup|massacre\w*|uprising|revolution|surrender\w*|regime"
    r"|independence|proclaim\w+|diplomatic (?:relations|ties)|armistice|ceasefire|accords?|war|wartime"
    r"|victory|rebellion|recall(?:s|ed|ing)?|remember(?:s|ed|ing)?|killed|murdered|assassinat\w+|martyr\w*|riots?|attacks?"
    r"|bombings?|martial law|earthquake|tsunami)\b",
    re.I,
)
"""What a sentence further down is about, if it is not about the main event."""

_MET: Final = re.compile(
    r"(?:Meeting|Receiving|Hosting|Welcoming|Greeting|Addressing|Speaking|Talking|Briefing"
    r"|(?:At|During|In) (?:a|an|the|his|her|their) (?:separate )?"
    r"(?:meeting|talks|reception|briefing|banquet|dinner)"
    r"|(?:At|During|In) talks)\b"
)
"""How a sentence begins with the meeting itself, of whose day its first clause tells."""

_STOP: Final = re.compile(r"[.!?][”\"’]? ?(?=[A-Z“\"])")
"""Where a sentence ends, also where the space behind it was lost."""


_NEAR: Final = 130
"""So many letters before a day may say what it is the day of."""


def before(text: str, at: int) -> str:
    """Return what stands before a place in the same clause."""
    near = text[max(0, at - _NEAR) : at]
    return _CLAUSE.split(near)[-1] if any([cut in near for cut in _CUTS]) else near


_CUTS: Final = (". ", "; ", '"', "”", "! ", "? ")


def is_aside(text: str, line: Line, at: int) -> bool:
    """Tell whether the words on the left of a day say that the main event was not on it.

    Args:
        text: A paragraph.
        line: The same in tokens.
        at: Where the day begins.
    """
    words = _words_before(line, at)
    if not _may_be_aside(words):
        return False
    left = before(text, at)
    return not _is_new(left, text, at) and _is_aside(left, words, line, at)


def _is_new(left: str, text: str, at: int) -> bool:
    """Tell whether something was founded on a weekday, which nobody says of what is old."""
    return text.startswith(WEEKDAYS, at) and _FOUNDED.search(left) is not None


def _words_before(line: Line, at: int) -> tuple[str, ...]:
    """Return the folded words that stand near before a place."""
    return line.folds[bisect_left(line.starts, at - _NEAR) : bisect_left(line.starts, at)]


def _may_be_aside(words: tuple[str, ...]) -> bool:
    """Tell whether there is among the words before a day what an aside has or ends with."""
    end = words[-1] if words else ""
    if end == "the" and len(words) > 1:
        end = words[-2]
    return end in _ASIDE_ENDS or not _ASIDE_WORDS.isdisjoint(words) or not _GATHERINGS.isdisjoint(words)


def _ends_with_of(words: tuple[str, ...]) -> bool:
    """Tell whether `of` or `of the` stands right before a day."""
    return words[-1:] == ("of",) or words[-2:] == ("of", "the")


def _is_aside(left: str, words: tuple[str, ...], line: Line, at: int) -> bool:
    if not _GATHERINGS.isdisjoint(words) and _GATHERED.search(left):
        return True
    aside = _first_aside(left, line, at - len(left))
    if aside and left.lower().startswith(("anniv", "birth"), aside.start()):
        return _MARKS.search(left) is None
    return aside is not None


def _first_aside(left: str, line: Line, begin: int) -> re.Match[str] | None:
    """Return the first aside in what stands before a day: it is tried where one may begin, which is seldom.

    Args:
        begin: Where that stands in the paragraph.
    """
    starts, end = line.starts, begin + len(left)
    for at in range(bisect_left(starts, begin), bisect_left(starts, end)):
        if line.folds[at] in _ASIDE_FIRST and (aside := _ASIDE.match(left, starts[at] - begin)):
            return aside
    return None


_ATTENDED: Final = re.compile(
    r"\battend(?:s|ed|ing)? the [^.;]{0,120}\b(?:[Cc]ongress|[Cc]onference|[Cc]onvention)\b[^.;]{0,80}"
    r", which (?:opened|began|started|took place|was held)(?: [^,.;]{0,40})? on $"
)
"""What stands before the day of a gathering that is the event: `attended the congress, which opened on`."""


def is_another(line: Line, match: re.Match[str], day: PrintedDay) -> bool:
    """Tell whether a printed day is not when the main event happened, but another that the text names.

    Args:
        line: The paragraph in tokens.
        match: Where the day stands in it.
        day: The day.
    """
    text, words = match.string, _words_before(line, match.start())
    aside, back = _may_be_aside(words), not _BACK_WORDS.isdisjoint(words)
    if aside or back or day.year:
        left = before(text, match.start())
        if left.endswith("(") and _ON_WEEKDAY.search(left):
            return False
        if _ATTENDED.search(left):
            return False
        if (day.year and "anniversary" in left) or (_ends_with_of(words) and _OF.search(left)):
            return True
        if (back and _LOOKS_BACK.search(left) and not _AT.search(left)) or (
            aside and _is_aside(left, words, line, match.start())
        ):
            return True
    if text.endswith("the ", 0, match.start()) and _CALLED.match(text, match.end()):
        return True
    return any([other.match(text, match.end()) for other in (_OTHERS, _BUILT, _PICTURED)])


def tells_of_another(text: str, quote: str) -> bool:
    """Tell whether the sentence of a day further down is about an event that the text only mentions."""
    at = text.find(quote)
    stops = [stop.end() for stop in _STOP.finditer(text)]
    begin = max((stop for stop in stops if stop <= at), default=0)
    end = min((stop for stop in stops if stop > at), default=len(text))
    if _SAID_AT.search(text, begin, at):
        return False
    if _MET.match(text, begin) and (closed := text.find(",", at)) >= 0:
        end = min(end, closed)
    return _OTHER_EVENT.search(text, begin, end) is not None
