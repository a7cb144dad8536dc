"""Gatherings: `the two sides agreed`, `the three leaders signed`, and who else was at the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from store.article import Contact
from store.wire.cast import Sentence
from store.wire.meeting_words import DEALS, DONE_TO, DONE_WITH, NOUNS
from store.wire.neighbours import is_verb
from store.wire.tokens import word_set

_COUNTS: Final = {"two": 2, "both": 2, "their": 2, "three": 3, "four": 4, "five": 5}
_NEAR: Final = 24
"""So many sentences are looked through for who they are."""

_MANY: Final = word_set(
    "sides parties leaders men women politicians chiefs groups delegations chairmen formations secretaries "
    "presidents negotiators envoys whips teams representatives"
)
_DID: Final = {
    "agreed": "agreement",
    "announced": "agreement",
    "sealed": "agreement",
    "struck": "agreement",
    "signed": "signing",
    "inked": "signing",
    "sat": "talks",
    "made": "talks",
} | dict.fromkeys(
    word_set(
        "discussed exchanged met talked reviewed reached shook negotiated vowed pledged came come "
        "posed appeared conferred embraced hugged toasted dined lunched"
    ),
    "meeting",
)
"""What they did, and what to call it."""

_SAID: Final = word_set(
    "ratified stressed affirmed reaffirmed underlined evaluated consented expressed shared"
)
"""What two sides do together, though two parties may do it apart."""

_DEEDS: Final = frozenset(_DID) | _SAID
_HEADS: Final = word_set(
    "leaders chiefs chairmen delegations secretaries presidents negotiators envoys whips teams "
    "representatives"
)
_LEADERS_OF: Final = tuple([(head, "of", the) for head in sorted(_HEADS) for the in ("the", "all")])
"""`a pact that the leaders of the three signed`: what is before them is not said of a plan."""

_BETWEEN: Final = word_set("that which said to will would should ;")
_BEFORE: Final = word_set(
    "that if would will hoped wished proposed urged suggested had hopes should could want when"
)
_CAME: Final = word_set("accompanied accompanying alongside flanked came escorted")
_THERE: Final = word_set("present attending participants table attended")
_TABLE: Final = frozenset({"table"})
_AROUND: Final = word_set("at around round")
_TAKEN: Final = word_set("took taking taken")
_ALSO: Final = word_set("also too later subsequently")
_JOINED: Final = word_set("signed joined inked entered endorsed")
_ANSWERED: Final = word_set("answered replied responded")
TELLING: Final = _DEEDS | _CAME | _THERE | _TAKEN | _ALSO | _ANSWERED | {"leaders", "negotiated"}
"""Words without one of which no sentence tells of a gathering."""


def is_letter(heard: Sequence[Sentence]) -> bool:
    """Tell whether a text begins with what one party wrote to another."""
    return any([not _WRITTEN.isdisjoint(h.said) for h in heard[:1]])


_WRITTEN: Final = word_set("message messages letter letters telegram telegrams congratulations greetings")


def group(heard: Sequence[Sentence], at: int) -> tuple[frozenset[str], str] | None:
    """Return who `the two sides`, `all three leaders` are that did something together, and what."""
    begin, end, folds = heard[at].begin, heard[at].end, heard[at].line.folds
    said = heard[at].said
    if "signed" in said and ("for" in said or "behalf" in said) and (signed := _signed_for(heard[at])):
        return signed, "signing"
    if at and _they_met(heard[at]) and len(heard[at - 1].parties) == 2:
        return heard[at - 1].parties, "talks"
    if said.isdisjoint(_COUNTS) or (at and _has_year(said)):
        return None
    if said.isdisjoint(_DEEDS):
        return _after_talks(heard, at)
    for token in [i for i in range(begin, end - 2) if folds[i] in _COUNTS]:
        many = next((i for i in range(token + 1, min(token + 5, end)) if folds[i] in _MANY), token)
        alone = 2 + (folds[token + 1] in _HAD)
        ahead = range(many + 1, min(many + (12 if many > token else alone), end))
        sides = folds[many] in ("sides", "leaders", "delegations")
        if folds[token] == "their" and folds[many] not in _HEADS:
            continue
        did = next((i for i in ahead if folds[i] in _DID or (sides and folds[i] in _SAID)), 0)
        if not did or not _BETWEEN.isdisjoint(folds[many:did]) or not _is_done(folds[did:end]):
            continue
        before = token - 5 if folds[token - 3 : token] in _LEADERS_OF else token
        said_before = frozenset(folds[max(begin, before - 5) : max(begin, before)])
        if _BEFORE.isdisjoint(said_before - _THAT if "time" in said else said_before):
            parties = _who(heard, at, _COUNTS[folds[token]])
            return (parties, _DID.get(folds[did], "meeting")) if parties else None
    return None


_THAT: Final = frozenset({"that"})
"""Says nothing of a wish in `the first time that the three came together`."""


def _they_met(sentence: Sentence) -> bool:
    """Tell whether `They had negotiated`, `They met for` begins a sentence."""
    folds, begin = sentence.line.folds, sentence.begin
    did = begin + 1 + (folds[begin + 1 : begin + 2] in (("had",), ("have",)))
    if folds[begin] != "they" or folds[did : did + 1] not in _THEY_DID:
        return False
    return folds[did] != "met" or folds[did + 1 : did + 2] in _NOBODY


_THEY_DID: Final = (("negotiated",), ("talked",), ("conferred",), ("met",))
_NOBODY: Final = (("for",), ("again",), ("twice",), ("behind",), ("over",))
"""What follows "They met" where they met each other."""


def _after_talks(heard: Sequence[Sentence], at: int) -> tuple[frozenset[str], str] | None:
    """Return who `the two leaders` are that said something after a call or meeting of theirs, and what."""
    folds, end = heard[at].line.folds, heard[at].end
    for token in [i for i in range(heard[at].begin, end - 4) if folds[i] in ("two", "both")]:
        if folds[token + 1] not in _MANY or folds[token + 2] == "of":
            continue
        for after in [i for i in range(token + 2, min(token + 8, end)) if folds[i] in _AFTER]:
            held = [f for f in folds[after + 1 : min(after + 6, end)] if f in NOUNS]
            if held and "with" not in folds[after:end] and (parties := _who(heard, at, 2)):
                return parties, held[0]
    return None


_AFTER: Final = word_set("after during following at")


def _signed_for(sentence: Sentence) -> frozenset[str] | None:
    """Return the parties for which others signed, each with its own `for`: `X signed for A and Y for B`."""
    folds = sentence.line.folds
    signed = next(at for at in range(sentence.begin, sentence.end) if folds[at] == "signed")
    if not (_BEFORE | {"not", "to"}).isdisjoint(folds[max(sentence.begin, signed - 5) : signed]):
        return None
    found: list[str] = []
    last = signed
    for actor in sentence.actors:
        before = actor.start - (folds[actor.start - 1] == "the")
        said_for = folds[before - 1] == "for" or folds[before - 2 : before] == ("behalf", "of")
        if before <= signed or not actor.party or not said_for:
            continue
        if before - last > _SIGNERS or any([is_verb(f) for f in folds[last + 1 : before]]):
            break
        found.append(actor.party)
        last = actor.end
    return frozenset(found) if len(set(found)) > 1 else None


_SIGNERS: Final = 14
"""So many tokens may stand between two parties that signed, or before the first."""


def _is_done(told: Sequence[str]) -> bool:
    """Tell whether a verb has what it needs behind it: `signed a pact`, and no `exchanged accusations`."""
    if told[0] in _CAME_TOGETHER:
        return told[1:2] in _TOGETHER
    verb = DONE_WITH.get(told[0]) or DONE_TO.get(told[0])
    if verb is None:
        return True
    following = told[1 : verb.near]
    if verb.needs and verb.needs.isdisjoint(following):
        return False
    return verb.goes_with(told[1:2]) and verb.never.isdisjoint(following)


_HAD: Final = word_set("had have")
_CAME_TOGETHER: Final = word_set("came come")
_TOGETHER: Final = (("together",), ("face",), ("round",))


def _has_year(said: frozenset[str]) -> bool:
    return any([len(f) == 4 and f.isdecimal() for f in said])


_QUOTES: Final = frozenset('"“”')
"""Of whom a speaker spoke is not who met."""


def _who(heard: Sequence[Sentence], at: int, number: int) -> frozenset[str] | None:
    """Return the only parties of that number that were spoken of: here, from the start, or around here."""
    near = max(0, at - _NEAR)
    ways = (
        heard[at : at + 1] if heard[at].said.isdisjoint(_QUOTES) else (),
        heard[: min(at + 1, _NEAR)],
        heard[near : at + 1][::-1],
        heard[at : at + _NEAR],
    )
    for way in ways:
        named: frozenset[str] = frozenset()
        for sentence in way:
            if not sentence.said.isdisjoint(_LEFT) and _stayed_away(sentence):
                continue
            named |= sentence.parties
            if len(named) >= number:
                break
        if len(named) == number:
            return named
    return None


_LEFT: Final = word_set("walked pulled stayed stormed boycotted shunned spurned")


def _stayed_away(sentence: Sentence) -> bool:
    """Tell whether a sentence is of somebody who left or was not there: `had walked out of the talks`."""
    folds = sentence.line.folds
    left = [at for at in range(sentence.begin, sentence.end) if folds[at] in _LEFT]
    return any([folds[at] in _SHUNNED or folds[at + 1 : at + 2] in _OUT for at in left])


_SHUNNED: Final = word_set("boycotted shunned spurned")
_OUT: Final = (("out",), ("away",))


_ASKED: Final = frozenset({"asked"})


def replies(
    heard: Sequence[Sentence], at: int, countries: Mapping[str, str | None]
) -> tuple[str, str] | None:
    """Return whose visitor asked, and who of another country's party answered in the same breath."""
    sentence = heard[at]
    if sentence.said.isdisjoint(_ANSWERED) or not at:
        return None
    before = heard[at - 1]
    if "asked" not in before.said:
        return None
    answering, asking = _speaking(sentence, _ANSWERED), _speaking(before, _ASKED)
    if not (answering and asking) or countries.get(answering) == countries.get(asking):
        return None
    return asking, answering


def _speaking(sentence: Sentence, verbs: frozenset[str]) -> str | None:
    """Return the party of the first in a sentence who acts before one of some verbs."""
    folds = sentence.line.folds
    verb = next(i for i in range(sentence.begin, sentence.end) if folds[i] in verbs)
    return next((a.party for a in sentence.actors if a.end <= verb), None)


def companions(
    sentence: Sentence, met: Contact, countries: Mapping[str, str | None]
) -> list[tuple[str, str]]:
    """Return whom those met who came along with one side, or are said to have been there."""
    said, both = sentence.said, set(met.parties)
    came = not _CAME.isdisjoint(said)
    there = not _THERE.isdisjoint(said if _at_table(sentence) else said - _TABLE)
    there = there or ("part" in said and not _TAKEN.isdisjoint(said)) or ("sat" in said and _sat_in(sentence))
    if not (came or there) or "said" in said or not _BEFORE.isdisjoint(said):
        return []
    new, beside = sentence.parties - both, sentence.parties & both
    found = []
    for party in sorted(new):
        if came and len(beside) == 1:
            found += [(other, party) for other in met.parties if other not in beside]
        elif not came:
            at_home = countries.get(met.parties[0]) == countries.get(met.parties[1])
            found += [(o, party) for o in met.parties if at_home or countries.get(o) != countries.get(party)]
    return found


def _at_table(sentence: Sentence) -> bool:
    """Tell whether somebody is said to be at a table, onto which nothing is put."""
    folds, begin, end = sentence.line.folds, sentence.begin, sentence.end
    near = [folds[max(begin, at - 4) : at] for at in range(begin, end) if folds[at] in _TABLE]
    return any([not _AROUND.isdisjoint(before) for before in near])


def _sat_in(sentence: Sentence) -> bool:
    """Tell whether somebody `sat in on` what others held."""
    folds = sentence.line.folds
    return any([folds[i : i + 2] == ("sat", "in") for i in range(sentence.begin, sentence.end)])


def joiners(sentence: Sentence, concluded: Sequence[Contact]) -> list[tuple[str, str]]:
    """Return with whom a party concluded that `also signed the pact`."""
    if _ALSO.isdisjoint(sentence.said) or DEALS.isdisjoint(sentence.said):
        return []
    begin, end, folds = sentence.begin, sentence.end, sentence.line.folds
    for at in [i for i in range(begin, end) if folds[i] in _JOINED]:
        around = folds[max(begin, at - 3) : min(at + 9, end)]
        if _ALSO.isdisjoint(around) or DEALS.isdisjoint(around) or not _BEFORE.isdisjoint(around):
            continue
        before = [a.party for a in sentence.actors if a.end <= at and a.party]
        old = dict.fromkeys(party for contact in concluded for party in contact.parties)
        return [(party, before[-1]) for party in old if before and before[-1] not in old]
    return []
