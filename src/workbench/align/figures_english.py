"""align: the numbers of an English sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from workbench.align.amounts import Figure, amount, apart
from workbench.text.numerals import Measure, Number, english_numbers

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_CARDINALS = [
    *_ONES,
    "ten",
    "eleven",
    "twelve",
    *(f"{word}teen" for word in ["thir", "four", "fif", "six", "seven", "eigh", "nine"]),
]
_VALUES = {
    **{word: value for value, word in enumerate(_CARDINALS, 1)},
    **{word: value for value, word in enumerate(_ORDINALS, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ies": 10 * value for value, word in enumerate(_TENS, 2)},
    "a": 1, "an": 1, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "quarter": 4, "half": 2,
}  # fmt: skip
_VAGUE = {"tens": 10, "dozens": 10, "scores": 10, "decades": 10, "hundreds": 100, "thousands": 1000,
          "millions": 10**6, "billions": 10**9, "trillions": 10**12}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MONTH_NAMES = (
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
_MONTHS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}

_ONE = "|".join(_ONES)
_CARDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{_ONE}))?|{'|'.join(sorted(_CARDINALS, key=len, reverse=True))})"
)
_ORDINAL_ONES = "|".join(_ORDINALS[:9])
_ORDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})[ -](?:{_ORDINAL_ONES})|{'|'.join(word[:-1] + 'ieth' for word in _TENS)}"
    rf"|{'|'.join(sorted(_ORDINALS[1:], key=len, reverse=True))})"
)
_SCALE = "hundred|thousand|million|billion|trillion"
_DEN = "half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth"
_NUMBER = rf"\d+(?:\.\d+)?|{_CARDINAL}"
_DAY = r"(?:[1-3]?\d(?:st|nd|rd|th)?)"
_LONG = "january|february|april|june|july|august|september|october|november|december"
_FIGURE = re.compile(
    r"(?P<decade>(?<![\w.,])(?:1[5-9]|20)\d0['’]?s\b|['’]\d0s\b|\b(?:the|early|late|mid)[ -](?:[2-9]0s|(?:"
    + "|".join(word[:-1] + "ies" for word in _TENS)
    + r"))\b)"
    r"|(?P<clock>(?<![\w:.])\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<ratio>(?<![\w/.])\d+[/⁄]\d+(?![/\w]))"
    r"|(?P<name>(?<![^\W_])(?:(?!(?:rmb|cny|usd|eur|hkd|us|no)\d)[a-z]+\d+(?:\.\d+)?[a-z]*|\d+[gd]\b))"
    r"|(?P<rank>(?<![\w.,])\d[\d,]*(?:st|nd|rd|th)\b)"
    rf"|\b(?:(?P<times>(?P<factor>{_NUMBER}|hundred|thousand)(?:-| )?(?:fold\b|times(?= (?:as|more|larger|higher|"
    r"greater|faster|bigger|over|that|those|the|its|their|what)\b)))"
    r"|(?P<twice>twice(?P<as> (?=as|the|that|its|their|what))?|thrice|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)\b)"
    rf"|(?P<mixed>(?P<whole>{_NUMBER}) and a half\b(?! (?:{_SCALE})\b))"
    rf"|(?P<mixed_one>an? (?:year|month|day|week|hour|decade|century|times?) and a half\b)"
    rf"|(?P<share>(?P<top>{_ONE}|an?)[ -](?P<den>{_DEN})s?\b)"
    rf"|(?P<half>half\b(?! an? (?:{_SCALE})\b))"
    r"|(?P<dozen>(?:(?P<dozens>an?|two|three|four|five|six) )?dozen\b)"
    rf"|(?P<decades>(?P<ten>(?:an?|{_CARDINAL}|past|last|next|\d) )decades?\b)"
    rf"|(?P<vague>(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|decades)\b"
    rf"(?: of (?=thousands|millions|billions))?)+|(?:several|few|many|some) (?:{_SCALE})\b(?: (?:{_SCALE})\b)?)"
    rf"|(?P<bare>(?:{_SCALE})\b)"
    rf"|(?P<ordinal>{_ORDINAL}\b)"
    rf"|(?P<month>(?:{_LONG})\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.(?= ?\d)|(?= \d))"
    rf"|(?:may|march)(?=,? \d|(?: and| to|-|–) ?(?:{_LONG}))|(?<=in |of |by )(?:may|march)\b"
    rf"|(?<=since |until |early )(?:may|march)\b|(?<=late |from |last |next )(?:may|march)\b"
    rf"|(?<=mid-)(?:may|march)\b|(?<=\d )(?:may|march)(?=[,.;)]| \d|$)|(?<=\dth )(?:may|march)\b))"
)
_OF_IT = re.compile(r" of\b|[,.;]|$")
_PERHAPS = re.compile(
    r"\d|[½¼¾]|\b(?:"
    + "|".join(
        {*_CARDINALS[1:], *_TENS, *_ORDINALS[1:], *_VAGUE, *_SCALES, *_MONTHS, "half", "quarter", "dozen"}
    )
    + r"|decade|twice|thrice|[a-z]+ths?|[a-z]+ies|[a-z]+fold|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing))"
)


def english_figures(lower: str) -> list[Figure]:
    """Numbers of an English sentence, in order; they do not overlap.

    `one` alone and `first` are none: one is mostly a pronoun, and 第一 stands in every dictionary.

    Args:
        lower: the sentence in lower case; the offsets are those of this text.
    """
    if not _PERHAPS.search(lower):
        return []
    own: list[Figure] = []
    for match in _FIGURE.finditer(lower):
        if token := _token(match.lastgroup or "", match):
            own.append(Figure(match.start(), match.end(), token))
    return apart([*own, *_plain(lower)])


def _plain(lower: str) -> list[Figure]:
    """Numbers that `text.numerals` reads, a range's lower end with the unit of the upper one."""
    found: list[Figure] = []
    for number in english_numbers(lower):
        if lower[number.start : number.end] != "one":
            sign = "%" if number.measure is not Measure.PLAIN else ""
            found.append(Figure(number.start, number.end, f"#{amount(_value(number, lower))}{sign}"))
    return found


def _value(number: Number, lower: str) -> Decimal:
    if (
        number.others
        and not number.scaled
        and number.value < 1000
        and lower[number.end : number.end + 3] != " an"
    ):
        return number.others[-1]
    if (
        number.others
        and lower[number.end - 1] == "m"
        and lower[number.start - 1 : number.start] not in ("$", "€", "£", "¥")
    ):
        return number.others[0]
    return number.value


def _token(kind: str, match: re.Match[str]) -> str | None:
    text = match.group()
    if kind == "month":
        return f"#M{_MONTHS[text.rstrip('.')]}"
    if kind == "rank":
        digits = re.sub(r"\D", "", text)
        return "first" if digits == "1" else f"#{digits}"
    if kind == "ordinal":
        return f"#{_word_value(text)}"
    if kind == "name":
        return text
    if kind in ("clock", "ratio"):
        return "#" + text.replace("⁄", "/").lstrip("0")
    return _counted(kind, match)


def _counted(kind: str, match: re.Match[str]) -> str | None:
    """Tokens of shares, multiples and what is counted in tens and dozens."""
    text = match.group()
    if kind == "share":
        return _share(match)
    if kind == "half":
        return "#1/2"
    if kind == "times":
        return f"#{_factor(match['factor'])}x"
    if kind == "twice":
        return _twice(text, match)
    if kind == "mixed":
        return f"#{amount(_factor(match['whole']) + Decimal('0.5'))}"
    if kind == "mixed_one":
        return "#1.5"
    if kind == "dozen":
        return f"#{12 * _VALUES.get(match['dozens'] or 'a', 1)}"
    if kind == "decades":
        return f"#{10 * (_factor(match['ten'].strip()) or 1)}"
    if kind == "vague":
        return f"#{_vague(text)}+"
    if kind == "bare":
        return f"#{_SCALES[text]}"
    return _decade(text)


def _share(match: re.Match[str]) -> str | None:
    """A share; in `a third party` and `a quarter` the words are none."""
    top, den = match["top"], match["den"]
    if den == "half":
        return "#1/2"
    if match.group().endswith("s") or top == "one" or _OF_IT.match(match.string, match.end()):
        return f"#{_VALUES[top]}/{_VALUES[den]}"
    return None if den == "quarter" else f"#{_VALUES[den]}"


def _factor(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text)
    return Decimal(_SCALES.get(text) or _word_value(text))


def _twice(text: str, match: re.Match[str]) -> str:
    times = {"d": 2, "t": 3, "q": 4}[text[0]] if text[0] != "t" or not text.startswith("twice") else 2
    return f"#{times}x" if match["as"] or text[-1] in "dg" else f"#{times}"


def _vague(text: str) -> int:
    value = 1
    for word in re.findall("[a-z]+", text):
        value *= _VAGUE.get(word) or _SCALES.get(word) or 1
    return value


def _decade(text: str) -> str:
    digits = re.sub(r"\D", "", text) or str(_word_value(re.findall("[a-z]+", text)[-1]))
    return f"#{digits if len(digits) == 4 else 1900 + int(digits)}s"


@lru_cache(1024)
def _word_value(words: str) -> int:
    return sum(_VALUES.get(word, 0) for word in re.findall("[a-z]+", words))
