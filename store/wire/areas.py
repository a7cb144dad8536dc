"""Areas: the words that make a place of the name beside them, and which names they may stand beside."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import FAMILY_NAMES, HONORIFICS, NOT_PERSONS, OFFICE_WORDS, SPEECH, TIMES
from store.wire.sheet import Sheet
from store.wire.tokens import word_set

SURE: Final = word_set(
    "province provinces district districts county counties commune communes municipality municipalities "
    "township townships prefecture prefectures governorate governorates oblast regency regencies voivodeship "
    "canton cantons village villages town towns"
)
"""What only a place is: a name beside it need not be known."""

SEATS: Final = word_set("capital city town village port suburb stronghold seat")
"""What is said of a place in commas: `Bindura, the capital of ...`."""

MEMBERS: Final = word_set("mp mla mna")
"""Who sits in a house for a place: `Seremban MP`."""

RULERS: Final = MEMBERS | word_set("governor gov mayor premier")
"""What stands behind a place of which somebody is it: `Punjab Governor`."""

DIVISIONS: Final = SURE - word_set("village villages town towns")
"""What only a place is that stands before it, too: `Nambak district`."""

PLURAL: Final = word_set(
    "provinces districts counties communes municipalities townships prefectures governorates regencies "
    "cantons villages towns cities states regions islands areas constituencies boroughs departments seats "
    "suburbs"
)

OF_AREAS: Final = SURE | word_set(
    "republic city cities region regions state states port island suburb enclave emirate borough capital "
    "department"
)
"""What stands before "of" and a place: `the coastal city of Sousse`."""

AREAS: Final = OF_AREAS | word_set("islands peninsula neighbourhood neighborhood resort constituency")

CAPITALISED: Final = word_set(
    "province county district state region oblast okrug prefecture governorate municipality township "
    "commune krai republic island islands valley"
)
"""What is printed with a capital as part of the name: `Ryazan Region`."""

_ADJECTIVES: Final = ("ish", "ese", "ian", "ist", "ican", "ic", "ern", "wide", "ing", "ed")
_NO_NAMES: Final = NOT_PERSONS | OFFICE_WORDS | HONORIFICS | TIMES | SPEECH
_CONDITIONS: Final = word_set(
    "fear peace hope exile poverty silence trouble danger hiding isolation freedom luxury custody detention "
    "secret public private vain doubt debt tears shame limbo chaos crisis power protest anger spirit need "
    "love faith darkness harmony style comfort dignity parliament heaven hell paradise"
)
"""What somebody lives, dies or is held in that is no place, though a title prints it with a capital."""

_KINDS: Final = word_set(
    "congressional legislative administrative autonomous judicial urban rural metropolitan neighbouring "
    "neighboring coastal remote mountainous border poor poorest rich key swing rebel battleground home "
    "native several both many few most all these those following senatorial electoral wealthy industrial"
)
"""Words that tell districts and counties apart, and name none."""

_FREE: Final = word_set(
    "del new san santa saint st north south east west upper lower mount lake long islands bay"
)


DIRECTIONS: Final = word_set("northern southern eastern western north south east west central upper lower")
"""What may be all that a province is called: `Western Province`."""


IN: Final = word_set("in near outside across throughout around inside")
"""Words behind which a town is no person."""

FROM: Final = IN | word_set(
    "at from to via through between visit visited visiting tour toured touring leave left reached reach"
)
"""Words behind which a town may be one."""

OF: Final = word_set(
    "mayor governor mayors governors residents people voters streets outskirts suburbs suburb bishop "
    "archbishop north south east west northeast northwest southeast southwest northern southern eastern "
    "western coast shore shores bank banks edge tip centre center heart parts part capital"
)
"""What is of a place: `mayor of Bharatpur`."""

BOUND: Final = word_set("left leave leaves leaving departed bound headed embarked")
"""What stands before "for" and a place."""

HELD: Final = word_set(
    "congress conference convention congresses plenum meeting ceremony rally gathering held met gathered "
    "office offices headquarters residence home house houses talks reception session event born arrived "
    "based lives lived living stationed protest march died buried founded opened stayed jailed branch "
    "branches chapter factory hospital village hotel market"
)
"""What happens in places, known or not: `at a meeting in Baluwatar`."""

GOING: Final = word_set(
    "came travelled traveled flew drove fled trip journey visit road highway railway route moved marched"
)
"""What leads to places: `came to Koh Pich`."""

FARTHEST: Final = 100
"""So many words a list of towns may have."""

ARTICLES: Final = word_set("the a an")

INNER: Final = word_set("de del da do dos das la al el di")
"""Small words inside the name of a place."""


_INSIDE: Final = INNER | {"-", "'", "."}


def is_proper(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a stretch reads as the name of a place that nobody has in a list."""
    line = sheet.lines[index]
    parts = [(at, line.folds[at]) for at in range(start, end) if line.words[at] not in _INSIDE]
    if not 1 <= len(parts) <= 4 or (len(parts) == 1 and len(parts[0][1]) < 3):
        return False
    if parts[0][1] in _KINDS or parts[0][1].endswith(_ADJECTIVES) or all(p in _FREE for _, p in parts):
        return False
    for at, part in parts:
        if not part.isalpha() or part in _CONDITIONS or (part in _NO_NAMES and part not in _FREE):
            return False
        if sheet.is_named(index, at, "demonym", "party", "org") or line.words[at].isupper():
            return False
    return True


_VIETNAMESE: Final = FAMILY_NAMES["VN"]
_APART: Final = frozenset({"GB", "ID", "IN", "KH", "LA", "MY", "NP", "PH", "US"})
"""Countries whose towns are not named like their people, as those of Brazil are: `Paulo Afonso`."""


def is_district(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a name in a text on a country is its town's: no family name begins Bình Chánh."""
    line = sheet.lines[index]
    if end - start > 3 or not ("VN" in sheet.countries or _APART & sheet.countries):
        return False
    town = sheet.gazetteer.town(line.slice(start, end))
    if town is None or town.country not in sheet.countries:
        return False
    return town.country in _APART or (town.country == "VN" and line.folds[start] not in _VIETNAMESE)
