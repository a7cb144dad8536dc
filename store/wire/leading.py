"""Leading: what somebody leads, by what a sentence says of it: `led by NAME`, `which NAME founded`."""

from __future__ import annotations

from typing import Final

from store.wire.clauses import HOLDING, is_led
from store.wire.lexicon import TIMES
from store.wire.offices import Office
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import MOST, kind_at, office_end
from store.wire.tokens import word_set


def leading(sheet: Sheet, mark: Mark, begin: int) -> list[Office]:
    """Return what somebody leads: `LABOUR, led by NAME`, `NAME led the GROUP`.

    Args:
        sheet: The text.
        mark: The name.
        begin: Where the forms of address before it begin.
    """
    line = sheet.lines[mark.line]
    if not _LEADS.isdisjoint(line.vocabulary):
        at = verb_of(sheet, mark)
        if at < len(line.folds) and line.folds[at] in _LEADS:
            end = office_end(sheet, mark.line, at + 1)
            if is_led(sheet, mark.line, at + 1, end):
                return [Office(mark.line, at, end)]
    if "by" in line.vocabulary and not _LED.isdisjoint(line.vocabulary) and (led := _led_by(sheet, mark)):
        return led
    before = line.folds[begin - 1] if begin > 1 else ""
    if before == "under":
        return _under(sheet, mark, begin)
    return _which(sheet, mark, begin) if before in LED_BY else []


_LEADS: Final = word_set("leads heads chairs led headed")
_LED: Final = word_set("led headed chaired")
_TO_LEAD: Final = {"lead": "leader of ", "chair": "chair of ", "head": "head of "}

LEADING: Final = _LEADS | _LED | _TO_LEAD.keys()
"""Words without which nothing is said of what somebody leads, if none of the next stands before the name."""

LED_BY: Final = word_set("under which that")
"""What stands right before whoever leads: `, under NAME,`, `which NAME founded`."""


def verb_of(sheet: Sheet, mark: Mark) -> int:
    """Return where the verb of a name stands: behind it, or behind what stands in commas after it."""
    words, at = sheet.lines[mark.line].words, mark.end
    if words[at : at + 1] != (",",):
        return at
    ahead = words[at + 2 : at + MOST]
    if "," not in ahead:
        return at
    comma = ahead.index(",")
    return at + 2 + comma + 1 if _STOPS.isdisjoint(ahead[:comma]) else at


_STOPS: Final = frozenset(".;")


def _led_by(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return what stands before `led by ... NAME`."""
    line, taken = sheet.lines[mark.line], sheet.taken[mark.line]
    if _LED.isdisjoint(line.folds[max(0, mark.start - MOST) : mark.start]):
        return []
    begin = sheet.sentence(mark.line, mark.start)[0]
    for by in range(mark.start - 1, max(begin, mark.start - MOST), -1):
        named = taken[by]
        if line.words[by] in _CLOSING or (named is not None and named.kind == "person"):
            return []
        if line.folds[by] == "by" and line.folds[by - 1] in _LED:
            end = by - 1
            while end > begin and line.folds[end - 1] in _BEFORE_LED:
                end -= 1
            start = _noun_start(sheet, mark.line, end, begin)
            holding = HOLDING[line.folds[by - 1]] + ("the " if line.words[start][0].islower() else "")
            led = start < end and is_led(sheet, mark.line, start, end)
            return [Office(mark.line, start, end, holding)] if led else []
    return []


def _noun_start(sheet: Sheet, index: int, end: int, begin: int) -> int:
    """Return where `delegation of the PARTY`, `Lao side`, `PARTY` begins that ends at a token."""
    line, taken, at = sheet.lines[index], sheet.taken[index], end
    while at > begin and end - at < _NOUN:
        mark, folded = taken[at - 1], line.folds[at - 1]
        if folded == ")" and "(" in line.words[max(0, at - 5) : at]:
            at = max(i for i in range(max(0, at - 5), at) if line.words[i] == "(")
        elif mark is not None:
            if mark.kind not in ("party", "org", "place"):
                return end
            at = mark.start
            if mark.kind == "party" and line.folds[max(0, at - 1)] not in _OF_THE:
                return at
        elif folded in _ARTICLES and (at == 1 or line.folds[at - 2] not in _OF_THE):
            return at
        elif folded in _PARTING or not (line.words[at - 1][0].isalpha() or folded == "'s"):
            return end
        else:
            at -= 1
    return end


_CLOSING: Final = frozenset(",;")
_BEFORE_LED: Final = word_set(", was is were being which now once long then previously formerly still")
_NOUN: Final = 16
_ARTICLES: Final = word_set("a an the its their")
_OF_THE: Final = word_set("of from the by 's")
_PARTING: Final = word_set("with in and that received met between on at where as which who")
"""What stands before no noun that a leader is named of, or means that there are several."""


def _party_before(sheet: Sheet, index: int, at: int) -> Mark | None:
    """Return the party that ends at a token, its letters in brackets left out: `the LABOUR PARTY (LP)`."""
    words = sheet.lines[index].words
    if at > 3 and words[at - 1] == ")" and words[at - 3] == "(":
        at -= 3
    mark = sheet.at(index, at - 1)
    return mark if mark is not None and mark.kind == "party" else None


def _under(sheet: Sheet, mark: Mark, at: int) -> list[Office]:
    """Return what stands before `, under NAME,`: a party that somebody leads."""
    line = sheet.lines[mark.line]
    if at < 3 or line.words[at - 2] != ",":
        return []
    party = _party_before(sheet, mark.line, at - 2)
    if party is None or line.words[mark.end : mark.end + 1] != (",",):
        return []
    return [_of_party(sheet, party, "leader of ")]


def _which(sheet: Sheet, mark: Mark, at: int) -> list[Office]:
    """Return the party in `PARTY, which NAME founded and chairs`."""
    line = sheet.lines[mark.line]
    before = at - 1 - (line.words[at - 2] == ",")
    party, verb = _party_before(sheet, mark.line, before), mark.end
    found: list[Office] = []
    while party is not None and verb < len(line.folds):
        while line.folds[verb : verb + 1] in _HELPING:
            verb += 1
        folded = line.folds[verb] if verb < len(line.folds) else ""
        if not (folded in HOLDING or line.folds[verb : verb + 2] in _SETTING_UP):
            break
        found.append(_of_party(sheet, party, HOLDING.get(folded, "founder of ")))
        if line.folds[verb + 1 : verb + 2] != ("and",):
            break
        verb += 2
    return found


_HELPING: Final = (("has",), ("had",), ("once",), ("now",), ("still",), ("also",))
_SETTING_UP: Final = (("set", "up"),)


def _of_party(sheet: Sheet, party: Mark, holding: str) -> Office:
    """Return an office of a party, printed with the article that the text gives it."""
    article = sheet.lines[party.line].folds[party.start - 1 : party.start] == ("the",)
    return Office(party.line, party.start, party.end, holding + "the " * article)


def chosen_to_lead(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return what somebody is `elected to lead`, or is the first woman to lead."""
    line = sheet.lines[mark.line]
    folds = line.folds
    if line.vocabulary.isdisjoint(_TO_LEAD) or line.vocabulary.isdisjoint(_CHOOSING):
        return []
    if _TO_LEAD.keys().isdisjoint(folds[mark.end : mark.end + 2 * MOST]):
        return []
    end = sheet.sentence(mark.line, mark.start)[1]
    for start in dict.fromkeys((mark.end, mark.end + 1, mark.end + 2, verb_of(sheet, mark))):
        if start > mark.end and folds[start - 1] not in (",", "who"):
            continue
        if not _is_chosen(folds[start : start + 8]):
            continue
        for at in range(start + 1, min(start + 10, end - 2)):
            if (
                kind_at(sheet, mark.line, at) == "person"
                or line.words[at] in ",;:"
                or folds[at] in _WORDS_GIVEN
            ):
                break
            if folds[at] == "to" and folds[at + 1] in _TO_LEAD:
                last = office_end(sheet, mark.line, at + 2)
                led = is_led(sheet, mark.line, at + 2, last)
                return [Office(mark.line, at + 2, last, _TO_LEAD[folds[at + 1]])] if led else []
    return []


_CHOSEN: Final = word_set(
    "elected reelected re-elected chosen picked selected appointed named voted nominated tapped"
)
_BEING: Final = word_set("was is has were been")
_WHEN: Final = word_set("last this in on earlier recently just month week year")
_WORDS_GIVEN: Final = word_set(
    "promise promises pledge vow mandate bid plan hopes hoping promising vowing by"
)
"""Behind these nobody leads yet: `elected on a promise to lead ...`."""

_RECORDS: Final = word_set("first second third youngest oldest only")
_CHOOSING: Final = _CHOSEN | _RECORDS


def _is_chosen(ahead: tuple[str, ...]) -> bool:
    """Tell whether `was elected`, `has been chosen`, `became the first woman` begins."""
    at = 0
    while ahead[at : at + 1] and (ahead[at] in _BEING or ahead[at] in TIMES or ahead[at] in _WHEN):
        at += 1
    if ahead[at : at + 1] and ahead[at] in _CHOSEN:
        return True
    if ahead[at : at + 1] in (("became",), ("becomes",)):
        at += 1
    return ahead[at : at + 1] == ("the",) and ahead[at + 1 : at + 2] != () and ahead[at + 1] in _RECORDS
