"""Sections: the names of sections, menus and languages that a page prints above its text."""

from __future__ import annotations

import re
from typing import Final

_SECTION: Final = frozenset({
    "politics", "politics & law", "politics & laws", "politics and law", "world", "world news",
    "news", "home",
    "national", "international", "domestic", "foreign affairs", "diplomacy", "asean", "asia", "asia-pacific",
    "asia pacific", "europe", "business", "economy", "society", "culture", "sports", "opinion", "top stories",
    "top news", "headlines", "breaking news", "latest news", "in brief", "party building",
    "government", "law",
    "military", "region", "india", "china", "vietnam", "lifestyle", "science", "environment",
    "travel", "video",
    "go to contents go to navigation", "go to contents", "go to navigation", "english edition",
    "back to main page", "a+ a-", "a- a+", "a a a", "a+", "a-", "aa", "font size", "listen", "save", "print",
    "bandera inglesa", "name of prensa latina", "close this search box", "close this search box.",
    "published:", "updated:", "published", "updated",
    "facebook", "twitter", "pinterest", "telegram", "linkedin", "whatsapp", "messenger", "all news",
    "1 min read", "2 min read", "3 min read", "4 min read", "5 min read",
    "photo", "multimedia",  "menu", "search", "home page", "homepage", "e-paper", "sitemap", "chính trị",
    "thời sự", "thế giới", "nation", "local", "global", "africa", "americas", "middle east", "south asia",
    "southeast asia", "latin america", "elections", "election", "current affairs", "parliament",
    "politics news", "political news", "social", "sport", "skip to content", "skip to main content",
    "skip to navigation", "print this page",
    "subscribe", "sign in", "log in", "login", "register", "live tv", "watch live", "top story", "latest",
    "front page", "regions", "regional", "columns", "features", "uk", "us", "u.s.", "usa",
})  # fmt: skip
"""Names of sections and menu entries, whole lines of a page's head."""

_LANGUAGES: Final = frozenset({
    "english", "français", "francais", "french", "español", "espanol", "spanish", "português", "portugues",
    "portuguese", "deutsch", "german", "русский", "russian", "italiano", "italian", "中文", "简体中文",
    "繁體中文", "chinese", "日本語", "japanese", "한국어", "korean", "العربية", "arabic", "فارسی",
    "türkçe", "bahasa",
    "indonesia", "melayu", "tiếng", "việt", "tieng", "viet", "vietnamese", "ພາສາລາວ", "ລາວ", "lao",
    "ភាសាខ្មែរ", "ខ្មែរ", "khmer", "ภาษาไทย", "ไทย", "thai", "हिन्दी", "hindi", "esp", "eng", "por", "fra",
    "fre", "ita", "rus", "ger", "deu", "chn", "jpn", "kor", "ara", "vie", "vn", "en", "fr", "es", "ru",
    "de", "pt", "it", "zh", "cn", "ja", "ko", "ar", "km", "lo", "th", "vi",
})  # fmt: skip
"""What a page's choice of languages is made of."""

_STEPS: Final = re.compile(r"\s*[>»|›/]\s*")
"""What stands between the names of sections."""

_TRAIL: Final = re.compile(r"\s*(?:[>»›]+|\s[|/•·]\s)\s*")
"""What stands between them and a title in the same line: a stroke does so only among spaces."""

_DEEPER: Final = ">»›"
"""Behind one of these a section may have any name, if a known one stands before it."""

_NAME: Final = 3
"""No name of a section has more words."""

_LANGUAGE: Final = re.compile(r"[^\s|/·•,-]+")

_NUMBERED: Final = re.compile(r"(?:news|story|article) (?:id|code|no\.?) ?:? ?[\d/ -]+|\(ATTN: .*\)", re.I)
"""`News ID: 2701234`, and what Yonhap tells the papers of a text."""

_FONT: Final = re.compile(r"(?:font|text) ?size\b[:\s]*(?:[aA][+-]?\s*)*", re.I)
"""The buttons that make letters larger."""

_LABELLED: Final = re.compile(
    r"(?:newspaper section|section|category|topics?|tags|location) ?: ?\S.{0,40}", re.I
)
"""`NEWSPAPER SECTION: News`."""

_SERVICES: Final = (" NEWSWIRE", " NEWS SERVICE", " WIRE SERVICE", " NEWS DIGEST", " NEWS BULLETIN")
"""What a line of capitals ends with that names the service and not the text: `XINHUA ENGLISH NEWSWIRE`."""


def is_section(line: str) -> bool:
    """Tell whether a line is a section name, a menu entry or the page's choice of languages."""
    if len(line) >= 80:
        return False
    bare = line.strip(" >»|›")
    if bare[:1] in "FfTt" and _FONT.fullmatch(bare):
        return True
    if ":" in bare and _LABELLED.fullmatch(bare):
        return True
    if (bare.endswith(_SERVICES) and bare.isupper()) or (bare[:1] in "NSAnsa(" and _NUMBERED.fullmatch(bare)):
        return True
    if not (">" in bare or "»" in bare or "|" in bare or "›" in bare or "/" in bare):
        words = bare.casefold().split()
        menu = len(words) > _NAME and _SECTION.issuperset(words)
        menu = menu or (len(words) > _NAME and bare.isupper() and _SECTION.issuperset(words[-_NAME:]))
        return bare.casefold() in _SECTION or not bare or menu or _is_choice_of_languages(line)
    parts = _STEPS.split(bare)
    sections = [part.casefold().strip() in _SECTION for part in parts if part]
    trail = "|" not in bare and "/" not in bare and all([part.count(" ") < _NAME for part in parts])
    return all(sections) or (trail and any(sections)) or _is_choice_of_languages(line)


def _is_choice_of_languages(line: str) -> bool:
    first = _LANGUAGE.search(line)  # nearly every line ends here
    if first is None or first[0].casefold() not in _LANGUAGES:
        return False
    names = _LANGUAGE.findall(line.casefold())
    return len(names) > 1 and _LANGUAGES.issuperset(names)


def names_section(text: str) -> bool:
    """Tell whether some words are the name of a section."""
    return text.strip(" >»|›/,:•·-–").casefold() in _SECTION


def end_of_trail(line: str) -> int:
    """Return where a title begins behind the way to its page, `World | Europe | Parties talk`; else 0."""
    end, parts = 0, 0
    for step in _TRAIL.finditer(line):
        name = line[end : step.start()]
        deeper = parts and step[0].strip()[:1] in _DEEPER and name.count(" ") < _NAME
        if not (names_section(name) or deeper):
            break
        end, parts = step.end(), parts + 1
    return end if line.count(" ", end) >= _NAME - 1 else 0


_MASTHEAD: Final = re.compile(
    r"(?P<name>[^\W\d_][\w .'’&]{1,38}?)(?: ?[-–—|:] ?| )(?:the )?"
    r"(?:internet|online|web|digital|print|international|english|daily) edition",
    re.I,
)


def masthead(line: str) -> str | None:
    """Return the medium in a line such as `THE COURIER - the Internet Edition`."""
    named = _MASTHEAD.fullmatch(line) if line[-7:].lower() == "edition" else None
    return named["name"] if named else None
