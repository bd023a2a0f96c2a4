"""exchange: the script a side is written in, held against the language it says it is in."""

from __future__ import annotations

import re

HAN, KANA, HANGUL, CYRILLIC, LATIN = (
    "Chinese characters",
    "Japanese",
    "Korean",
    "Cyrillic letters",
    "Latin letters",
)
_SIGNS = {
    KANA: re.compile("[\u3041-\u30fa\u30fc-\u30ff]"),
    HANGUL: re.compile("[\uac00-\ud7a3\u1100-\u11ff]"),
    HAN: re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"),
    CYRILLIC: re.compile("[\u0400-\u04ff]"),
}
_EXPECTED = {
    "zh": (HAN,),
    "ja": (KANA, HAN),
    "ko": (HANGUL, HAN),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk"), (CYRILLIC,)),
    **dict.fromkeys(
        (
            "en",
            "fr",
            "de",
            "es",
            "it",
            "pt",
            "nl",
            "pl",
            "cs",
            "sv",
            "da",
            "nb",
            "no",
            "fi",
            "tr",
            "vi",
            "id",
        ),
        (LATIN,),
    ),
    **dict.fromkeys(("ms", "ro", "hu", "sk", "hr", "sl", "et", "lv", "lt", "ca", "la"), (LATIN,)),
}
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_SMALL = re.compile(r"(?<![A-Za-z/.@_-])[a-z]{2,}(?![A-Za-z/@_]|\.[a-z])")
_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|《[^《》]*》|“[^“”]*”|\"[^\"]*\"")
_HAN_RUN = re.compile("[\u3400-\u9fff\U00020000-\U0003134f]+")


def wrong_script(text: str, language: str) -> str:
    """The script of a text, where it cannot be that of its language; else empty.

    Names, abbreviations and figures in Latin letters are at home in every language: only three words, two of
    them in small letters, are English in a Chinese text. A Chinese name in an English text is no fault.

    Args:
        text: one side.
        language: its language without the country, in lower case.
    """
    expected = _EXPECTED.get(language)
    if expected is None or (text.isascii() and LATIN in expected):
        return ""
    words = len(_WORD.findall(text))
    if LATIN not in expected:
        if any(_SIGNS[script].search(text) for script in expected):
            kana = len(_SIGNS[KANA].findall(text)) if language == "zh" else 0
            return KANA if kana > 2 and kana * 3 > len(_SIGNS[HAN].findall(text)) else ""
        if words >= 3 and len(_SMALL.findall(text)) >= 2:
            return LATIN
    for script, signs in _SIGNS.items():
        if script not in expected and len(signs.findall(text)) > 3 * words:
            return script
    return ""


def left_over(text: str, language: str) -> str:
    """Chinese that stands in a text of a language in Latin letters, outside brackets and quotation marks."""
    if text.isascii() or LATIN not in _EXPECTED.get(language, ()):
        return ""
    found = _HAN_RUN.search(text) and _HAN_RUN.search(_BRACKETED.sub(" ", text))
    return found[0] if found else ""


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands in it."""
    return _HAN_RUN.search(text) is not None


def has_sentence(text: str) -> bool:
    """Whether it is more than a name or a figure: Chinese, or words in small letters."""
    return has_chinese(text) or (len(_WORD.findall(text)) >= 3 and len(_SMALL.findall(text)) >= 2)
