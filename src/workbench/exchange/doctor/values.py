"""exchange: values of attributes, right or not, and the right one where it can be known: dates, languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

_TMX_DATE = re.compile(r"\d{8}T\d{6}Z")
_SURELY = re.compile(r"[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ")
_ISO = re.compile(
    r"(\d{4})([-/.]?)(\d\d)\2(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|z|[+-]\d\d:?(?:\d\d)?)?)?"
)
_CODE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+|i-[a-z]+"
)
_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz"
    " ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii"
    " ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu"
    " lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu"
    " rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr"
    " ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_TWO_LETTERS = frozenset(_ISO_639_1.split())
_NAMES = {
    **dict.fromkeys(
        ("chinese", "cn", "zh-zh", "chs", "2052", "0x0804", "中文", "汉语", "chinesesimplified"), "zh-CN"
    ),
    **dict.fromkeys(("simplified-chinese", "chinese-simplified", "zh-chs", "zh-simp"), "zh-CN"),
    **dict.fromkeys(("cht", "1028", "zh-cht", "traditional-chinese", "chinese-traditional"), "zh-TW"),
    **dict.fromkeys(("english", "eng-us", "英文", "英语", "en-en"), "en"),
    **dict.fromkeys(("1033", "0x0409", "enu", "us", "en-usa"), "en-US"),
    **dict.fromkeys(("2057", "gb", "eng-gb"), "en-GB"),
    **dict.fromkeys(("jp", "japanese", "1041"), "ja"),
    **dict.fromkeys(("german", "ger-de", "1031"), "de"),
    **dict.fromkeys(("french", "1036"), "fr"),
    **dict.fromkeys(("spanish", "1034", "3082"), "es"),
    **dict.fromkeys(("russian", "1049"), "ru"),
    **dict.fromkeys(("korean", "1042"), "ko"),
}
LANGUAGES = {
    "zh": "Chinese",
    "en": "English",
    "ja": "Japanese",
    "ko": "Korean",
    "ru": "Russian",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "ar": "Arabic",
}


def is_tmx_date(value: str) -> bool:
    """Whether it is a day and a time of the pattern that TMX recommends."""
    return bool(_SURELY.fullmatch(value) or (_TMX_DATE.fullmatch(value) and mended_date(value) == value))


def mended_date(value: str) -> str:
    """A date as TMX wants it; empty where none can be read out of it. Without a zone it is taken for UTC."""
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return ""
    year, _, month, day, *clock, zone = found.groups()
    hours, minutes, seconds = (part or "00" for part in clock)
    try:
        moment = datetime.fromisoformat(f"{year}-{month}-{day}T{hours}:{minutes}:{seconds}{_zone(zone)}")
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").rjust(16, "0")
    except (ValueError, OverflowError):
        return ""


def _zone(zone: str | None) -> str:
    if zone in (None, "Z", "z"):
        return "+00:00"
    sign_hours, minutes = (zone or "")[:3], (zone or "")[3:].lstrip(":")
    return f"{sign_hours}:{minutes or '00'}"


@lru_cache(maxsize=512)
def is_language(value: str) -> bool:
    """Whether it has the form of a language code; two letters must be a language's. Case does not matter."""
    plain = value.lower()
    if not _CODE.fullmatch(plain) or plain in _NAMES:
        return False
    primary = plain.partition("-")[0]
    return len(primary) != 2 or primary in _TWO_LETTERS


def mended_language(value: str) -> str:
    """The code that is meant; empty where that is not certain."""
    plain = re.sub(r"[\s_]+", "-", value.strip()).strip("-")
    if is_language(plain):
        return plain
    bare = re.sub(r"[()]", "", plain).lower()
    return _NAMES.get(bare, "")


@lru_cache(maxsize=512)
def primary(value: str) -> str:
    """The language without its country and script, in lower case; regional names of Chinese are zh."""
    first = value.strip().lower().replace("_", "-").partition("-")[0]
    return {"cmn": "zh", "zho": "zh", "chi": "zh", "yue": "zh", "eng": "en"}.get(first, first)


def language_name(value: str) -> str:
    """What people call the language of a code; the code itself where it is not known here."""
    return LANGUAGES.get(primary(value), value or "unnamed")
