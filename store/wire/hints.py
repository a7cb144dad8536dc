"""Hints: the words without which a room of the dates has nothing to read, all looked for at once.

Each room asks which paragraphs have its words before it reads any. A new word in a room's patterns needs its
hint here, in every form that the patterns allow; a hint too many costs only time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal

from store.days import MONTHS, WEEKDAYS
from store.wire.tokens import Line, word_set

Hint = Literal[
    "about", "age", "ago", "anniversary", "away", "central", "chair", "change", "choice", "contest", "day",
    "death", "due", "era", "first", "founding", "gathering", "gone", "kind", "move", "new", "outcome",
    "planned", "poll", "replaced", "resign", "rule", "side", "sitting", "ties", "triumph", "turnout",
    "weekday",
]  # fmt: skip
"""What a paragraph may tell of, each read in one room or two."""

MONTH_WORDS: Final = frozenset(month.lower() for month in MONTHS) | word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""What a day in words has in it."""

WEEKDAY_WORDS: Final = frozenset(day.lower() for day in WEEKDAYS)
"""The names of the days of the week."""

POLL_HEADS: Final = word_set(
    "election elections poll polls byelection byelections bypoll bypolls runoff runoffs off offs referendum "
    "plebiscite vote ballot"
)
"""What the name of a vote ends in; `off` ends `run-off`."""

AGE_WORDS: Final = word_set("turn turns turned turning birthday years")
"""What an age is told with."""

CHANGE_WORDS: Final = word_set(
    "won elect elects elected election re reelects reelected chose choose chooses chosen choosen "
    "appointed named sworn became becomes becoming confirms confirmed took takes taking came swept "
    "carried voted assumed inaugurated become declared inauguration succeeds succeeded succeeding "
    "acclaimed picked picks crowned anointed installed installs made selected unveiled endorsed "
    "announced wins captured clinched clinches secured sealed claimed claims approves approved"
)
"""What every word for taking office is, or begins with."""

CHOICE_WORDS: Final = word_set(
    "elects elected chose chooses picks picked votes voted endorses endorsed confirms confirmed installs "
    "installed vote choose elect pick select led"
)
"""What the words for the choice of a leader begin with, as far as it is not `to` or `will`."""

CONTEST_WORDS: Final = word_set(
    "beat beats defeats defeated trounces trounced thrashes thrashed routs routed ousts ousted topples "
    "toppled unseats unseated overcame overcomes edges edged saw sees crushes crushed won wins clinched "
    "triumphed prevailed swept came comes stormed cruised romped surged regained reclaimed recaptured "
    "captured seized secured took sealed wrests wrested snatches snatched beating defeating ousting toppling "
    "trouncing thrashing routing unseating overcoming edging seeing crushing elected reelected voted brought "
    "returned fended fought survived survives carried bagged"
)
"""What is said of whoever won a contest, one of which stands behind the name."""

MOVE_WORDS: Final = word_set(
    "took taken takes taking elected election sworn swearing inaugurated inauguration appointed "
    "appointment named chosen installed promoted became becoming assumed assuming came coming returned "
    "swept carried voted propelled catapulted succeeded succeeding replaced replacing won resigned "
    "resigning resignation stepped stepping step left lost ouster ousted ousting removed removal "
    "toppled overthrown sacked dismissed fired retired retiring retirement handed until quit died death"
)
"""What the words for taking an office or leaving it begin with."""

UNIT_WORDS: Final = word_set("day days week weeks month months year years hours minutes morning night half")
"""In what a distance is counted."""

SIDE_WORDS: Final = word_set("after before ahead since from following prior out")
"""What stands behind the units of a distance."""

_WORDS: Final[Mapping[Hint, frozenset[str]]] = {
    "about": word_set(
        "elect designate nominate incoming outgoing caretaker likely expected presumed probable set "
        "poised tipped"
    ),
    "age": AGE_WORDS,
    "ago": word_set("ago earlier before"),
    "anniversary": word_set(
        "anniversary birthday centenary centennial bicentenary bicentennial founding establishment "
        "diplomatic old day"
    ),
    "away": word_set("eve") | UNIT_WORDS,
    "central": word_set("central"),
    "chair": word_set("chair chairs chairman chairmanship chairship presidency presides"),
    "change": CHANGE_WORDS,
    "choice": CHOICE_WORDS,
    "day": MONTH_WORDS,
    "death": word_set(
        "death passing demise loss respects farewell condolence funeral mourn mourns mourned mourning "
        "tribute died dies passed assassinated assassination murder killing shot killed found gunned memory"
    ),
    "due": word_set("be take"),
    "era": word_set("coronavirus covid sars syndrome swine h1n1 twitter tenure term legislature"),
    "first": word_set("first maiden new"),
    "founding": word_set(
        "form forming formed founded founds founding launch launched launches launching set created creates "
        "creating established establishes establishing merge merges merged merging merger existence join "
        "joins joined become became being born exist unify unifies unified unification unite unites united"
    ),
    "gathering": word_set(
        "summit summits meeting conference conferences assembly forum session dialogue congress festival "
        "week talks eas amm cop imcwp icapp asem unga aipa focac chogm brf foro workshop "
        "seminar symposium exchange games fair imwcp expo caexpo ciie"
    )
    | frozenset([f"cop{number}" for number in range(13, 40)]),
    "contest": CONTEST_WORDS,
    "gone": word_set("quit quits left leaves bolted walked walks broke"),
    "kind": word_set(
        "election elections poll polls vote votes voters ballot term mandate congress congresses convention "
        "conventions referendum"
    ),
    "move": MOVE_WORDS,
    "new": word_set("new newly"),
    "outcome": word_set("defeat victory win reelection election loss drubbing rout"),
    "planned": word_set("due set scheduled slated planned planning preparing"),
    "poll": POLL_HEADS,
    "replaced": word_set(
        "replace replaces replaced replacing oust ousts ousted ousting succeed succeeds succeeded "
        "succeeding unseat unseats unseated unseating topples toppled toppling fires fired firing sacks "
        "sacked sacking removes removed removing expels expelled expelling deposes deposed deposing "
        "dismisses dismissed dismissing dumps dumped dumping overthrows overthrew overthrowing overthrown "
        "impeaches impeached impeaching recalls recalled recalling out stripped stripping ditches ditched "
        "ditching ejects ejected ejecting"
    ),
    "resign": word_set(
        "resign resigned resigns resignation departure step stepped steps stepping quit stand standing"
    ),
    "rule": word_set("year years"),
    "side": word_set("eve") | SIDE_WORDS,
    "sitting": word_set("plenum plenary session sitting meeting"),
    "ties": word_set("diplomatic bilateral"),
    "triumph": word_set(
        "power office government rule reign dominance ousted toppled unseated dislodged routed trounced "
        "crushed thrashed aside threw beat beats beating defeat defeats defeated defeating edges edged "
        "edging overcame sees saw ousting unseating routing toppling trouncing crushing thrashing conceded "
        "concedes admitted accepted lost victory win landslide majority seats triumph triumphed mandate term"
    ),
    "turnout": word_set(
        "vote voted votes ballots voting polls threw turned swept booted kicked tossed turfed queued lined "
        "streamed"
    ),
    "weekday": WEEKDAY_WORDS,
}

_HINTS: Final[Mapping[str, tuple[Hint, ...]]] = {
    word: tuple([hint for hint, words in _WORDS.items() if word in words])
    for word in frozenset().union(*_WORDS.values())
}
_ALL: Final = frozenset(_HINTS)


def find_hints(lines: Iterable[Line]) -> Mapping[Hint, Collection[int]]:
    """Return the numbers of the lines that have a word of each hint, in order."""
    found: dict[Hint, dict[int, None]] = {}
    for line in lines:
        number = line.number
        for word in _ALL & line.vocabulary:
            for hint in _HINTS[word]:
                if hint in found:
                    found[hint][number] = None
                else:
                    found[hint] = {number: None}
    return found
