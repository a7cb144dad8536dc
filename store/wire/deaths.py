"""Deaths: who died when, as a clue to the year in which a text mourns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.names import Named
from store.wire.printed import DAY, YEAR, has_year, read_day, spoken
from store.wire.records import RECALLED

_DIES: Final = re.compile(
    r"^(?:, [^,.;]{1,60},)? (?:(?:has|had|was|is) )?(?:died|dies|passed away|assassinated|shot dead)\b"
)
_MOURNED: Final = re.compile(
    r"(?:\b(?:death|passing|demise|loss|funeral) of|\b(?:mourn(?:s|ed|ing)?|tribute to))"
    r"(?: (?:the|late|former|its|their|comrade|our"
    r"|[A-Z][\w’'-]*|[a-z]+ (?=(?:of|leader|president|minister)\b)"
    r"|leader|president|prime|minister|of|secretary|general|chairman|founder|and)){0,14},? $"
)
_TOLD: Final = re.compile(r"\bannounc(?:ed|es|ing) (?:\w+ ){0,3}(?:death|passing) of (?:[\w’'-]+ ){0,6}$")
_OWN: Final = re.compile(r"^[’']s? (?:\w+ )?(?:death|passing|demise|funeral)\b")
_IN: Final = re.compile(rf"^[^.;]{{0,30}}?\bon (?P<day>{DAY})(?!,? {YEAR})", re.I)
_AGO: Final = re.compile(
    r"\b(?:anniversar\w+|years?|decades?|birth\w*|memorial|commemorat\w+|museum|since|legacy)\b", re.I
)
"""What is said of those who died long ago."""

_AT_ONCE: Final = timedelta(days=2)
_FOR_DAYS: Final = timedelta(days=12)
"""So long a death is news, and so long it is mourned."""

_YEAR: Final = timedelta(days=330)


def death_clues(passages: Passages, named: Named) -> Iterator[Clue]:
    """Yield what it says that a text mourns somebody whose death is known, or prints the day of it."""
    telling = passages.having("death")
    for mention in named.mentions if telling else ():
        number = mention.paragraph
        if number not in telling or not mention.entity.startswith("person:"):
            continue
        key = mention.entity.removeprefix("person:").removeprefix("?-")
        if key in _DIED:
            yield from _mourned(date.fromisoformat(_DIED[key]), mention, passages.texts[number])


def _mourned(day: date, mention: Mention, text: str) -> Iterator[Clue]:
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
    left, right = text[begin : mention.start], text[mention.end : end]
    name = text[mention.start : mention.end]
    dies, mourned = _DIES.search(right) or _TOLD.search(left), _MOURNED.search(left) or _OWN.search(right)
    if not (dies or mourned) or has_year(left + right):
        return
    says = f"{name} died on {spoken(day)}"
    place, subject = (name, mention.paragraph), f"the death of {name}"
    told = _IN.search(right[dies.end() if dies and dies.re is _DIES else 0 :])
    printed = read_day(told["day"]) if told else None
    if printed and (printed.month, printed.day) == (day.month, day.day):
        yield Clue("death", *place, says, day, day + _YEAR, "dated", day, subject, RECALLED, reach=_YEAR.days)
    elif mention.paragraph <= 0 and not printed and not _AGO.search(left + right):
        last = day + (_AT_ONCE if dies else _FOR_DAYS)
        yield Clue("death", *place, says, day, last, "dated", day, subject, RECALLED, reach=_FOR_DAYS.days)


_KNOWN: Final = """
    ab-bardhan:2016-01-02 abdelaziz-bouteflika:2021-09-17 abdullah-ahmad-badawi:2025-04-14
    abdurrahman-wahid:2009-12-30 adolfo-suarez:2014-03-23 afonso-dhlakama:2018-05-03
    ahmed-kathrada:2017-03-28 alan-garcia:2019-04-17 alberto-fujimori:2024-09-11 alex-salmond:2024-10-12
    alexei-navalny:2024-02-16 alfredo-perez-rubalcaba:2019-05-10 ali-hassan-mwinyi:2024-02-29
    alvaro-cunhal:2005-06-13 ariel-sharon:2014-01-11 aristobulo-isturiz:2021-04-27
    arun-jaitley:2019-08-24 atal-bihari-vajpayee:2018-08-16 beji-caid-essebsi:2019-07-25
    benazir-bhutto:2007-12-27 benigno-aquino-iii:2021-06-24 benjamin-mkapa:2020-07-24
    bingu-wa-mutharika:2012-04-05 bob-hawke:2019-05-16 boris-yeltsin:2007-04-23
    brian-mulroney:2024-02-29 buddhadeb-bhattacharjee:2024-08-08 carlos-menem:2021-02-14
    charles-kennedy:2015-06-01 charlie-kirk:2025-09-10 chea-sim:2015-06-08 corazon-aquino:2009-08-01
    costas-simitis:2025-01-05 daniel-arap-moi:2020-02-04 david-amess:2021-10-15 david-mabuza:2025-07-03
    david-sassoli:2022-01-11 david-trimble:2022-07-25 daviz-simango:2021-02-22
    demetris-christofias:2019-06-21 deniz-baykal:2023-02-11 desi-bouterse:2024-12-24
    desmond-tutu:2021-12-26 dick-cheney:2025-11-03 do-muoi:2018-10-01 ebrahim-raisi:2024-05-19
    edgar-lungu:2025-06-05 eduardo-campos:2014-08-13 edward-lowassa:2024-02-10 f-w-de-klerk:2021-11-11
    fernando-villavicencio:2023-08-09 fidel-castro:2016-11-25 fidel-ramos:2022-07-31
    fofi-gennimata:2021-10-25 giorgio-napolitano:2023-09-22 girija-prasad-koirala:2010-03-20
    gough-whitlam:2014-10-21 guido-westerwelle:2016-03-18 guillermo-teillier:2023-08-29
    h-m-ershad:2019-07-14 hage-geingob:2024-02-04 harkishan-singh-surjeet:2008-08-01
    hassan-nasrallah:2024-09-27 helmut-kohl:2017-06-16 helmut-schmidt:2015-11-10
    henri-konan-bedie:2023-08-01 hosni-mubarak:2020-02-25 hugo-chavez:2013-03-05 ian-paisley:2014-09-12
    idriss-deby:2021-04-20 islam-karimov:2016-09-02 ismail-haniyeh:2024-07-31 jack-layton:2011-08-22
    jacques-chirac:2019-09-26 jayalalithaa:2016-12-05 jean-marie-le-pen:2025-01-07
    jerry-rawlings:2020-11-12 jessie-duarte:2022-07-17 jiang-zemin:2022-11-30 jimmy-carter:2024-12-29
    jo-cox:2016-06-16 joerg-haider:2008-10-11 john-atta-mills:2012-07-24 john-magufuli:2021-03-17
    john-mccain:2018-08-25 john-prescott:2024-11-20 jorge-sampaio:2021-09-10
    jose-eduardo-dos-santos:2022-07-08 jose-maria-sison:2022-12-16 jose-mujica:2025-05-13
    jovenel-moise:2021-07-07 julio-anguita:2020-05-16 jyoti-basu:2010-01-17 karpal-singh:2014-04-17
    kenneth-kaunda:2021-06-17 khaleda-zia:2025-12-30 khamtay-siphandone:2025-04-02
    kim-dae-jung:2009-08-18 kim-jong-il:2011-12-17 kim-young-sam:2015-11-22
    kodiyeri-balakrishnan:2022-10-01 kofi-annan:2018-08-18 le-duc-anh:2019-04-22 le-kha-phieu:2020-08-07
    lech-kaczynski:2010-04-10 lee-kuan-yew:2015-03-23 lee-teng-hui:2020-07-30 leonid-kravchuk:2022-05-10
    levy-mwanawasa:2008-08-19 li-keqiang:2023-10-27 li-peng:2019-07-22 lothar-bisky:2013-08-13
    m-karunanidhi:2018-08-07 mangosuthu-buthelezi:2023-09-09 manmohan-singh:2024-12-26
    margaret-thatcher:2013-04-08 mario-soares:2017-01-07 martin-mcguinness:2017-03-21
    meles-zenawi:2012-08-20 menzies-campbell:2025-09-26 michael-sata:2014-10-28 michel-rocard:2016-07-02
    miguel-uribe:2025-08-11 mikhail-gorbachev:2022-08-30 mohamed-abdelaziz:2016-05-31
    mohamed-morsi:2019-06-17 morgan-tsvangirai:2018-02-14 muammar-gaddafi:2011-10-20
    muhammadu-buhari:2025-07-13 mulayam-singh-yadav:2022-10-10 mwai-kibaki:2022-04-21
    nelson-mandela:2013-12-05 nestor-kirchner:2010-10-27 nguyen-phu-trong:2024-07-19
    nik-abdul-aziz-nik-mat:2015-02-12 norodom-ranariddh:2021-11-28 norodom-sihanouk:2012-10-15
    omar-bongo:2009-06-08 patricio-aylwin:2016-04-19 patrick-manning:2016-07-02 phan-van-khai:2018-03-17
    piedad-cordoba:2024-01-20 pierre-nkurunziza:2020-06-08 pranab-mukherjee:2020-08-31
    pravin-gordhan:2024-09-13 qassem-soleimani:2020-01-03 raila-odinga:2025-10-15
    ram-vilas-paswan:2020-10-08 raul-alfonsin:2009-03-31 ricardo-alarcon:2022-04-30
    robert-mugabe:2019-09-06 roh-moo-hyun:2009-05-23 sam-nujoma:2025-02-08 santiago-carrillo:2012-09-18
    saulos-chilima:2024-06-10 schafik-handal:2006-01-24 sebastian-pinera:2024-02-06
    sheila-dikshit:2019-07-20 shibu-soren:2025-08-04 shimon-peres:2016-09-28 shinzo-abe:2022-07-08
    silvio-berlusconi:2023-06-12 sitaram-yechury:2024-09-12 somnath-chatterjee:2018-08-13
    suharto:2008-01-27 sushil-koirala:2016-02-09 sushma-swaraj:2019-08-06 tabare-vazquez:2020-12-06
    tarun-gogoi:2020-11-23 tomiichi-murayama:2025-10-17 tran-dai-quang:2018-09-21
    tran-duc-luong:2025-05-20 umaru-yar-adua:2010-05-05 v-s-achuthanandan:2025-07-21
    vaclav-havel:2011-12-18 violeta-chamorro:2025-06-14 vladimir-zhirinovsky:2022-04-06
    vo-nguyen-giap:2013-10-04 vo-van-kiet:2008-06-11 winnie-madikizela-mandela:2018-04-02
    yahya-sinwar:2024-10-16 yasser-arafat:2004-11-11 yasuhiro-nakasone:2019-11-29
    yevgeny-prigozhin:2023-08-23 zhao-ziyang:2005-01-17
"""
_DIED: Final = dict([entry.split(":") for entry in _KNOWN.split()])
"""The days on which people died, by the name in the ids of persons."""
