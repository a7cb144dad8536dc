"""Lexicon: the closed lists of words by which names, offices and bodies are told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from store.days import MONTHS, WEEKDAYS
from store.wire.tokens import word_set

TIMES: Final = frozenset(w.lower() for w in MONTHS + WEEKDAYS) | word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow"
)

HONORIFICS: Final = word_set(
    "mr mrs ms miss dr prof professor h e excellency his her comrade samdech techo akka moha sena padei "
    "datuk seri sri dato datin paduka patinggi prince princess sir dame lord lady shri smt "
    "thiru imam sheikh sheik father rev hon honourable honorable sen lt gen col maj capt general colonel "
    "major lieutenant captain admiral marshal rep oknha lok chumteav u daw encik puan tuan haji comrades "
    "messrs late sultan pheakdei pichey cde cdes mme mlle madam madame monsieur senor senora herr frau bapak "
    "ibu bung kiai kyai ustaz ustad hajjah hajah hajiya cheikh ayatollah hojatoleslam mullah maulana maulvi "
    "alhaji alhaja mallam advocate mgr msgr monsignor engr barrister atty adv brig brigadier commodore sgt "
    "sergeant otunba pehin bishop archbishop cardinal pastor malam malama hajia dasho thirumathi tmt"
)
"""Words that stand before a name and are no part of it, nor an office."""

HONORIFIC_PAIRS: Final = frozenset({("samdech", "vibol"), ("tan", "sri")})
"""Words that are a form of address only together; alone one of them is a name."""

DOTTED: Final = word_set(
    "sen lt gen col maj capt rep hon h e u rev prof adv brig sgt engr atty bishop archbishop cardinal pastor"
)
"""Forms of address that count only before a full stop: `Sen. Lt. Gen.`, but Hun Sen."""

SOVEREIGNS: Final = word_set("king queen emperor empress")
"""Whose title stands alone before the name, whatever else is in front: `Two Holy Mosques King NAME`."""

OFFICE_HEADS: Final = SOVEREIGNS | word_set(
    "president minister chairman chairwoman chairperson chair secretary ambassador leader head director "
    "governor mayor chief envoy spokesperson spokesman spokeswoman member deputy representative premier "
    "chancellor commander speaker senator lawmaker mp legislator commissioner treasurer founder "
    "coordinator rector dean editor consul attache delegate candidate economist analyst professor "
    "researcher expert official diplomat vice-president vice-chairman co-chair co-leader convener whip "
    "counsellor counselor adviser advisor negotiator undersecretary principal inspector auditor "
    "prosecutor judge patriarch politician correspondent reporter assistant aide nominee frontrunner "
    "incumbent officer lecturer councillor councilor congressman congresswoman assemblyman assemblywoman "
    "alderman supremo taoiseach tanaiste pm cm mla mep mna ceo organiser organizer convenor ombudsman "
    "moderator administrator superintendent manager theoretician cofounder democrat republican counterpart "
    "parliamentarian backbencher frontbencher peer strategist ideologue stalwart "
    "strongman contender challenger lady ameer emir spearhead supervisor trustee registrar bursar curator "
    "commissar comptroller magistrate commandant provost nuncio archbishop sheriff prefect voivode mufti "
    "besar"
)
"""The words, one of which every office has."""


def _plural(head: str) -> str:
    """Return the plural of an office."""
    if head.endswith(("man", "woman")):
        return f"{head[:-2]}en"
    return f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"


PLURAL_HEADS: Final = {_plural(head): head for head in OFFICE_HEADS}
"""What several who hold an office are called, and what each of them is."""

CALLINGS: Final = word_set(
    "activist lawyer attorney author writer poet journalist columnist historian scholar scientist physician "
    "doctor nurse teacher schoolteacher lecturer engineer farmer rancher grower pharmacist businessman "
    "businesswoman entrepreneur billionaire millionaire magnate tycoon banker broker trader actor actress "
    "singer comedian footballer cricketer boxer wrestler athlete unionist organiser organizer guerrilla "
    "rebel dissident preacher cleric priest pastor bishop imam monk soldier veteran pollster anthropologist "
    "sociologist philosopher cardiologist surgeon architect novelist playwright broadcaster filmmaker "
    "industrialist landowner miner worker steelworker docker carpenter electrician bureaucrat technocrat "
    "academic theorist campaigner blogger youtuber newcomer outsider loyalist ally rival protege heir "
    "critic commentator boss defector hardliner moderate reformist conservative aspirant hopeful "
    "laureate"
)
"""What people are called for want of an office; as words of the text, in small letters only."""

OFFICE_WORDS: Final = OFFICE_HEADS | word_set(
    "peace floor campaign policy press climate union vice deputy prime first second third acting former "
    "then outgoing incoming new newly interim permanent standing senior special foreign home interior "
    "defence defense finance trade economic health education justice culture general national party state "
    "central provincial municipal assistant associate executive honorary opposition parliamentary "
    "political chief under joint co ruling veteran top high ranking federal union supreme military charge "
    "affaires communist socialist district city town village regional local secretary-general ex "
    "politburo secretariat central committee congress house senate parliament cabinet international press "
    "majority minority elect designate caretaker presidential prime-ministerial alternate plenipotentiary "
    "extraordinary non-resident resident organising organizing environment agriculture planning "
    "investment information tourism labour labor transport energy security affairs relations external "
    "board commission department electoral organisation organization propaganda ideological government army "
    "navy police junta coalition alliance youth student community safety mayoral gubernatorial senatorial "
    "industry commerce science technology public social civil human rights digital water road railway"
)
"""Words that may stand before the head of an office: `Deputy Prime Minister`."""

NOT_PERSONS: Final = word_set(
    "party committee congress commission department ministry assembly council government state republic "
    "union university institute academy school college hospital embassy consulate office agency bureau "
    "mps facebook twitter telegram board court bank company corporation group association federation "
    "front alliance organisation organization league society foundation forum conference summit workshop "
    "seminar meeting plan strategy programme program project policy agreement treaty declaration statement "
    "communique resolution law act bill constitution charter year day week month festival anniversary "
    "holiday games cup prize award medal order airport bridge road street avenue square palace hall house "
    "hotel park garden museum mausoleum temple pagoda church cathedral river sea lake island islands bay "
    "gulf delta "
    "mountain mount peninsula ocean strait province city district commune village town county region zone "
    "territory capital north south east west northern southern eastern western central asia asian "
    "southeast northeast africa african europe european america american americas latin middle pacific "
    "atlantic indian ocean world global international national people peoples war revolution movement "
    "campaign army navy force forces police guard thought doctrine ideology doi moi marxism leninism "
    "socialism communism the a an and or but in on at by for from to of with without as is are was were "
    "be been has have had it its he she they we i you his her their our your this that these those there "
    "here who which what when where while after before during since until also both each every all some "
    "many most more other another such same new old great good high first second third one two three four "
    "five six seven eight nine ten hundred thousand million no not yes if so then than too very according "
    "addressing speaking attending receiving acknowledging chairing welcoming thanking expressing "
    "highlighting congratulating affirming reaffirming noting emphasising emphasizing stressing praising "
    "recalling following regarding concerning briefing informing meeting hosting meanwhile however "
    "moreover furthermore besides therefore thus later earlier recently currently accordingly "
    "nevertheless additionally finally politics society culture sports business economy photo source news "
    "daily times post press radio television tv online media newspaper magazine covid gdp un eu asean "
    "brics apec wto nato sars cov ai it general english french chinese russian japanese korean spanish "
    "german portuguese arabic buddhism islam christianity catholic muslim buddhist hindu christian jewish "
    "muslims buddhists hindus christians malays prison jail sabha parishad morcha sangh samiti "
    "councils committees commissions departments theoretical training "
    "belt initiative vision era community cooperation friendship solidarity partnership relations ties "
    "trade economic development security peace democratic democracy socialist communist liberal "
    "conservative labour labor green left right workers youth women farmers trade stock exchange index "
    "market supreme high presidential prime foreign affairs commons lords representatives senate "
    "parliament knesset duma bundestag diet cabinet politburo secretariat presidium headquarters team "
    "delegation side mission corps club station centre center plaza tower building minar maidan bhawan "
    "bhavan sadan mandir masjid gurdwara ghat chowk vihar kendra stupa chedi istana wisma gedung avenida "
    "calle strasse platz piazza palacio catedral iglesia basilica monastery shrine citadel fortress monument "
    "memorial cemetery arena stadium boulevard highway expressway railway metro terminal canal tunnel hills "
    "beach desert volcano waterfall andolan yatra abhiyan yojana gakkai kyokai shimbun shinbun minzoku "
    "primary night morning evening acre heroes christmas easter ramadan ramadhan aidilfitri aidiladha "
    "deepavali diwali navratri chaturthi songkran thingyan chuseok seollal nowruz hanukkah passover vesak "
    "wesak thanksgiving agong pertuan pentecost halloween dashain losar hashanah neither nor funeral marg "
    "afterwards ceremonial khural towards toward grounds"
)
"""Words that no personal name has."""

ALSO_NAMES: Final = word_set(
    "park bill may march april june august law church hall west north young long christian green lake day "
    "street bank house hill wood stone banks world power rose will art jan jun islam an sunday monday friday"
)
"""Words of NOT_PERSONS and of the calendar that are names after a title: Theresa May, Park Geun-hye."""

FAMILY_NAMES: Final = {
    "CN": word_set(
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie "
        "song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu "
        "ding ren shen yao jin tan fu zhong cui liao qiu xia fang shi hou meng long wan duan lei qian yin "
        "chang qiao lai gong wen"
    ),
    "VN": word_set(
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly to truong dinh lam mai "
        "trinh dao doan ha luong luu cao ta chu phung tong thai vuong quach kieu"
    ),
    "KR": word_set("kim lee park choi choe jung jeong kang cho jo yoon yun jang lim han oh seo shin"),
    "KP": word_set("kim ri pak choe jong jo han ho ju thae ro kang ryu"),
}
"""Family names that many bear where they stand first; the people of the gazetteer add theirs."""

PARTICLES: Final = word_set(
    "de da do dos das del della di du van von der den la le el al bin binti ibn ben bint ul ur e y ter "
    "ten zu af"
)
"""Lower-case words that may stand inside a name."""

MAKING: Final = word_set(
    "make makes made making elect elects elected name names named appoint appointed chose"
)
"""What stands before a name that an office follows right away: `made NAME president`."""

SPEECH: Final = word_set(
    "said says told stressed stated affirmed added noted expressed thanked praised informed emphasised "
    "emphasized highlighted underlined underscored congratulated welcomed met received hosted hailed "
    "vowed pledged called urged proposed suggested asked spoke warned announced argued believed wished "
    "visited attended chaired led presented wrote sent signed agreed won lost beat defeated became was is "
    "has had will were who made took left arrived held paid briefed reaffirmed recalled appreciated "
    "valued acknowledged reiterated explained claimed"
)
"""Verbs whose subject is mostly a person."""

TOPIC_ENDINGS: Final = (
    "tion", "tions", "sion", "ment", "ance", "ence", "ics", "ship", "ity", "ities", "ture", "ism", "ing",
)  # fmt: skip
TOPICS: Final = word_set(
    "cultural scientific technological technical educational commercial industrial external relations "
    "foreign affairs international cooperation economic economy finance trade industry commerce defence "
    "defense public security justice culture sports tourism labour labor invalids social health home "
    "interior natural resources environment science technology information communications transport "
    "agriculture rural planning investment popularisation theoretical political politics organisation "
    "organization inspection mass mobilisation internal liaison central national assembly party people "
    "women youth farmers workers veterans trade supreme general border religious ethnic minorities "
    "overseas friendship peace solidarity legal law judicial constitutional electoral election democratic "
    "patriotic united fatherland revolutionary communist socialist state cabinet government budget human "
    "rights water energy oil gas petroleum nuclear aviation maritime fisheries forestry mines industries "
    "small medium enterprises science sciences diplomatic diplomacy propaganda publicity united-front "
    "front civil service aid donor assistance disaster reform reconstruction reconciliation parliamentary "
    "world strategic studies development history strategy unions mineworkers teachers students journalists "
    "marxism leninism philosophy anti research medicine agricultural journalism leadership ideology "
    "legislative employers writers artists pioneer war republican ideological press intergovernmental "
    "elections"
)
"""Words of the subject of a body's name: `Commission for External Relations`."""

ORG_HEADS: Final = word_set(
    "commission committee department ministry board council institute academy association union "
    "federation front office bureau agency embassy school foundation parliament court university alliance "
    "confederation assembly senate army navy police consulate chamber league fund authority inspectorate "
    "coalition procuracy forces"
)
"""Head nouns of bodies."""

_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINAL: Final = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_BY_WORD: Final = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}


def ordinal(folded: str) -> int | None:
    """Return the number that `13th` or `thirteenth` means; None for other words."""
    match = _ORDINAL.fullmatch(folded) if folded[:1].isdigit() else None
    return int(match.group(1)) if match else _BY_WORD.get(folded)


_COUNTED: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBERS: Final = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
"""The numbers that are printed in words."""

COUNTS: Final = {**NUMBERS, "a": 1, "an": 1, "the": 1}
"""What stands before a unit and counts it: `three weeks`, `a week`, `the day after`."""


def counted(word: str) -> int:
    """Return the number that `12`, `twelve` or `a` means; 0 for other words."""
    return int(word) if word.isdecimal() else COUNTS.get(word.lower(), 0)


POLL_KINDS: Final[Mapping[str, str]] = {
    word: kind
    for kind, spelt in {
        "presidential": "presidential president's presidency",
        "national": "general parliamentary parliament legislative federal national representatives lower lok "
        "bundestag knesset dail diet duma riksdag folketing storting sejm ministerial",
        "councillors": "councillors upper",
        "senate": "senate",
        "commune": "commune communal",
        "local": "local",
        "municipal": "municipal",
        "regional": "regional",
        "provincial": "provincial",
        "midterm": "midterm midterms",
        "assembly": "assembly",
        "state": "state",
        "metropolitan": "metropolitan",
        "constituent": "constituent",
        "governor": "gubernatorial governor",
        "referendum": "referendum plebiscite",
    }.items()
    for word in spelt.split()
}
"""Kinds of elections by the words that tell them apart."""

POLL_HOUSES: Final[Mapping[tuple[str, str], str]] = {
    ("state", "duma"): "national",
    ("state", "khural"): "national",
    ("national", "assembly"): "national",
    ("federal", "assembly"): "national",
    ("constituent", "assembly"): "constituent",
    ("upper", "house"): "councillors",
}
"""Kinds of elections by the names of houses, of which a word alone would tell another kind."""

POLL_STRANGERS: Final = word_set(
    "by bye primary primaries leadership party chairman chairperson speaker board union student students "
    "internal european eu mayoral mayor opinion exit rajya rerun re vice intra chief committee runup "
    "bureau youth club council's village councillor popular electoral straw deputy"
)
"""Words beside which it is no election of a whole country."""


def suffix(number: int) -> str:
    """Return what makes an ordinal of a number: `st`, `nd`, `rd` or `th`."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
