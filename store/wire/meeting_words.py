"""Meeting words: the verbs and nouns by which people of two parties are said to have met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from store.wire.tokens import word_set

Sort = Literal["meeting", "call", "signing", "visit"]
"""Which encounters count as one: a conference and the talks at it are the same meeting."""


class Verb(NamedTuple):
    """What a verb says of those who meet."""

    kind: str
    """In words for the reader: `phone call`."""
    sort: Sort = "meeting"
    needs: frozenset[str] = frozenset()
    """Words of which one must follow soon: `sealed a deal`."""
    never: frozenset[str] = frozenset()
    """Words of which none may follow soon: `signed a bill`."""
    near: int = 9
    """How soon."""
    joint: bool = False
    """Whether it tells of a meeting only where both sides are its subject."""

    def goes_with(self, following: Sequence[str]) -> bool:
        """Tell whether the word behind it leaves it the same verb: no `signed up`, no `signed off`."""
        return self.sort != "signing" or following not in _PARTED


_PARTED: Final = (("off",), ("up",))

DEALS: Final = word_set(
    "agreement agreements deal deals pact pacts accord accords memorandum memoranda memorandums mou mous "
    "protocol protocols charter contract contracts coalition understanding alliance alliances consensus "
    "compromise truce union bargain government declaration communique statement document documents plan "
    "programme program tie sharing merger partnership arrangement arrangements platform note peace paper"
)
"""What two parties conclude."""

EVENTS: Final = word_set(
    "seminar seminars workshop workshops conference conferences forum course courses class training "
    "symposium "
    "exchange exhibition dialogue meeting roundtable table session talks ceremony videoconference "
    "teleconference webinar congress rally"
)
"""What two parties hold together."""

NOUNS: Final = word_set(
    "talks talk meeting meetings conference videoconference teleconference conversation conversations "
    "dialogue discussion discussions call workshop seminar session sessions reception exchange exchanges "
    "parleys parley negotiations negotiation consultations audience roundtable encounter symposium "
    "lunch dinner breakfast luncheon banquet consultation huddle interaction briefing briefings summit"
)
"""What is held with somebody, or between two."""

_LAWS: Final = word_set(
    "bill law laws act decree order petition petitions book letter letters register ordinance nothing"
)
_ANGER: Final = word_set(
    "barbs insults accusations fire blows words messages letters greetings congratulations criticism jabs "
    "recriminations telegrams threats shots blame"
)
_MONEY: Final = word_set(
    "million billion money dollars euros funds more much coalition government opposition power alliance"
)
_VIEWS: Final = word_set(
    "views view opinions opinion ideas experience experiences information notes impressions on with about "
    "lessons"
)


_NEEDS: Final = word_set(
    "match hopes needs demands demand deadline criteria target targets expectations conditions criticism "
    "resistance opposition anger approval rebuke disapproval invitation invitations praise support backing "
    "votes offer offers proposal request requests ultimatum mandate boost nod donation funds aid "
    "pledge pledges assurances assurance report reports defeat obstacles setbacks"
)


_DISPUTES: Final = word_set(
    "quarrel quarrels row rows dispute disputes feud feuds differences deadlock wrangling haggling impasse "
    "standoff squabble squabbles rift bickering stalemate"
)
"""What two sides end."""

_NOT_FACE_TO_FACE: Final = word_set(
    "internally website websites facebook twitter television tv blogs columns newspapers separately "
    "themselves"
)
"""Where people speak of something that do not meet."""

_TABLES: Final = word_set(
    "table stage platform podium meal lunch dinner breakfast supper coffee tea plate drink drinks toast "
    "experience experiences lessons"
)
"""What two sides share that are in one room."""

_MATTERS: Final = word_set(
    "ways means possibilities possibility issues matters questions options prospects relations ties links "
    "cooperation situation areas avenues proposals steps measures problems topics how"
)
"""What two sides examine together."""

_IN_VIEW: Final = word_set("together jointly hand arm side press podium reporters")
_STRENGTH: Final = word_set(
    "victorious winner winners stronger leader leaders unscathed largest strongest as"
)

_BONDS: Final = word_set("ties relations bonds friendship cooperation solidarity exchanges and after")


_DEEDS: Final = word_set(
    "end decision decisions move moves news outcome result results resignation departure appointment defeat "
    "victory verdict ruling vote deal announcement statement initiative change step choice proposal offer "
    "call pledge promise plan"
)
"""What somebody welcomes from afar: `welcomed the end of NAME's deal`."""


def _verbs(words: str, verb: Verb) -> dict[str, Verb]:
    return dict.fromkeys(words.split(), verb)


DONE_TO: Final = (
    _verbs(
        "met meets received receives hosted hosts told informed briefed entertained receiving hosting "
        "briefing feted",
        Verb("meeting", never=_NEEDS, near=6),
    )
    | _verbs("welcomed welcomes welcoming greeted greets greeting", Verb("meeting", never=_NEEDS | _DEEDS))
    | _verbs("phoned telephoned rang dialled dialed phoning telephoning", Verb("phone call", "call", near=6))
    | _verbs("visited visiting", Verb("visit", "visit", near=6))
)
"""Verbs whose other side follows at once."""

PASSIVE: Final = word_set(
    "met received welcomed phoned telephoned hosted greeted briefed entertained feted dialled dialed"
)
"""Those whose other side may follow as `by X`."""

DONE_WITH: Final = (
    _verbs(
        "conferred conversed chatted talked spoke spoken consulted negotiated parleyed haggled bargained "
        "dined lunched breakfasted huddled closeted interacted deliberated brainstormed reconciled",
        Verb("talks"),
    )
    | _verbs("discussed reviewed analysed analyzed", Verb("talks", never=_NOT_FACE_TO_FACE))
    | _verbs("exchanged exchange", Verb("exchange of views", needs=_VIEWS, never=_ANGER))
    | _verbs(
        "examined explored considered debated weighed tackled", Verb("talks", needs=_MATTERS, joint=True)
    )
    | _verbs("emerged", Verb("talks", needs=NOUNS | DEALS | word_set("room text"), never=_STRENGTH, near=14))
    | _verbs("posed appeared", Verb("meeting", needs=_IN_VIEW, joint=True))
    | _verbs("mended", Verb("agreement", needs=word_set("fences")))
    | _verbs("compared", Verb("talks", needs=word_set("notes")))
    | _verbs("sat sitting", Verb("meeting", needs=word_set("down across together face table")))
    | _verbs("spent", Verb("meeting", needs=word_set("with together room"), never=_MONEY))
    | _verbs("shared", Verb("meeting", needs=_TABLES, never=word_set("no nothing little"), near=5))
    | _verbs("issued released published", Verb("agreement", needs=word_set("joint"), near=4))
    | _verbs("made", Verb("talks", needs=word_set("progress headway peace"), near=4))
    | _verbs("faced", Verb("talks", needs=word_set("across table")))
    | _verbs("laid", Verb("meeting", needs=word_set("with"), near=5))
    | _verbs("broke", Verb("meeting", needs=word_set("bread fast"), near=3))
    | _verbs("buried", Verb("agreement", needs=word_set("hatchet differences"), near=4))
    | _verbs("patched", Verb("agreement", needs=word_set("up"), near=3))
    | _verbs("settled resolved", Verb("agreement", needs=_DISPUTES))
    | _verbs("signed inked initialled initialed signing inking", Verb("signing", "signing", never=_LAWS))
    | _verbs("put putting", Verb("signing", "signing", needs=word_set("names name signatures signature pen")))
    | _verbs("agreed agreeing", Verb("agreement", never=word_set("disagree nothing")))
    | _verbs(
        "sealed closed struck thrashed reached clinched concluded forged finalised finalized hammered "
        "cemented formed entered presented unveiled cut stitched formalised formalized concluding",
        Verb("agreement", needs=DEALS),
    )
    | _verbs("ratified", Verb("meeting", needs=word_set("will willingness interest ties links signing")))
    | _verbs("announced", Verb("agreement", needs=DEALS | word_set("together jointly joint"), near=16))
    | _verbs("merged", Verb("agreement"))
    | _verbs("teamed tied allied", Verb("agreement", needs=word_set("up with")))
    | _verbs("joined", Verb("agreement", needs=word_set("forces hands")))
    | _verbs("shook", Verb("meeting", needs=word_set("hands")))
    | _verbs(
        "opened launched inaugurated chaired presided organised organized hosted staged rounded completed",
        Verb("meeting", needs=EVENTS),
    )
    | _verbs(
        "began started kicked resumed continued wrapped ended",
        Verb("talks", needs=NOUNS | _DISPUTES | word_set("negotiating")),
    )
    | _verbs(
        "worked", Verb("meeting", needs=word_set("session delegation delegations mission visitors guests"))
    )
    | _verbs("held", Verb("meeting", needs=word_set("joint")))
    | _verbs("reaffirmed pledged vowed embraced", Verb("meeting", needs=_BONDS, joint=True))
    | _verbs("attended witnessed", Verb("signing", "signing", needs=word_set("signing")))
)
"""Verbs whose other side follows as `with X`, or stands before, too: `X and Y agreed`."""

DONE_FOR: Final[dict[str, tuple[frozenset[str], frozenset[str], str]]] = {
    "received": (word_set("call visit"), word_set("from by"), "meeting"),
    "receiving": (word_set("call visit"), word_set("from by"), "meeting"),
    "made": (word_set("call calls visit"), word_set("to on"), "meeting"),
    "paid": (word_set("call visit calls visits respects"), word_set("on to"), "meeting"),
    "paying": (word_set("call visit calls visits respects"), word_set("on to"), "meeting"),
    "pays": (word_set("call visit"), word_set("on to"), "meeting"),
    "granted": (word_set("audience meeting reception"), word_set("to"), "meeting"),
    "accorded": (word_set("audience meeting reception welcome"), word_set("to"), "meeting"),
    "gave": (
        word_set("audience reception banquet dinner lunch luncheon breakfast supper tea hearing"),
        word_set("to for of"),
        "reception",
    ),
    "threw": (word_set("reception banquet dinner lunch party"), word_set("for"), "reception"),
    "offered": (word_set("banquet dinner lunch luncheon tea reception"), word_set("to for"), "reception"),
    "extended": (word_set("welcome"), word_set("to"), "meeting"),
    "hosted": (word_set("reception banquet dinner lunch luncheon"), word_set("for of"), "reception"),
    "played": (word_set("host"), word_set("to"), "meeting"),
    "playing": (word_set("host"), word_set("to"), "meeting"),
    "handed": (word_set("flowers basket bouquet gift"), word_set("to"), "meeting"),
    "presented": (word_set("flowers basket bouquet"), word_set("to"), "meeting"),
}
"""Verbs that give somebody a meeting: what is given, and the word before whom it is given."""
