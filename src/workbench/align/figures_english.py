"""align: the numbers of an English sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from workbench.align.amounts import Figure, amount, apart
from workbench.text.numerals import Measure, Number, english_numbers

_ONES = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_RANKS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENTHS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
)
_TENTHS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
_TWENTIES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_SCALES = "hundred|thousand|million|billion|trillion"
_MANY = "tens|dozens|scores|decades|hundreds|thousands|millions|billions|trillions"
_LONG_MONTHS = "january|february|april|june|july|august|september|october|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth"
_THAN = "as|more|larger|higher|greater|faster|bigger|over|that|those|the|its|their|what"
_BY = "by|than|over|nearly|almost|about|to|only|roughly"
_BOOK = "chapter|article|part|section|volume|book|act|scene|annex|appendix"


def _numbered(words: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split("|"))}


_SCALE_VALUES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_VALUES = {
    **dict.fromkeys(("a", "an", "one", "first"), 1),
    "quarter": 4,
    "hundredth": 100,
    "thousandth": 1000,
    **_numbered(f"{_ONES}|{_TEENS}", 2),
    **_numbered(f"{_RANKS}|{_TEENTHS}", 2),
    **_numbered(_TENS, 20, 10),
    **_numbered(_TENTHS, 20, 10),
    **_numbered(_TWENTIES, 20, 10),
    **_SCALE_VALUES,
}
_MANY_VALUES = {
    **{f"{scale}s": value for scale, value in _SCALE_VALUES.items()},
    **dict.fromkeys(("tens", "dozens", "scores", "decades", "dozen"), 10),
}
_MONTH_NUMBERS = {
    **_numbered("january|february|march|april|may|june|july|august|september|october|november|december", 1),
    **_numbered("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", 1),
    "sept": 9,
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

_CARDINAL = rf"(?:(?:{_TENS})(?:-(?:one|{_ONES})\b)?|{_TEENS}|{_ONES})"
_ORDINAL = rf"(?:(?:{_TENS})[ -](?:first|{_RANKS})|{_TENTHS}|{_TEENTHS}|{_RANKS})"
_DIGITS = r"\d+(?:[.,]\d+)*"
_MONTH = (
    rf"(?:{_LONG_MONTHS})\b|(?:{_SHORT_MONTHS})(?:\.(?= ?\d)|(?= \d))"
    rf"|(?:may|march)(?=,? \d|(?: and| to|-) ?(?:{_LONG_MONTHS})\b)"
    r"|(?:in|of|by|since|until|from|early|late|last|next|mid)[ -](?:may|march)\b"
    r"|\d(?:st|nd|rd|th)? (?:may|march)(?=[,.;)]|$| \d)|\dth (?:may|march)\b"
    r"|(?:(?<=(?:ary|ril|rch|ber|une|uly|ust) to )|(?<=(?:ary|ril|rch|ber) and )|(?<=(?:ary|ril|rch|ber)-))"
    r"(?:may|march)\b"
)
# What a phrase with a number may begin with, and what may go on with one: all that is looked at to read it.
_BEGINNING = (
    rf"(?:^\(?[ivx]{{1,5}}[.)](?=\s)|{_MONTH}"
    r"|['’]\d0s\b|[$€£¥]?\d+(?:[.,:/⁄]\d+)*(?:[a-z]+\b|['’]s\b|%)?|[a-z]+\d+(?:\.\d+)?[a-z]*\b"
    rf"|(?:{_ORDINAL}|{_CARDINAL}|{_SCALES}|{_MANY}|halves|dozen|twice|thrice)\b"
    rf"|half\b(?: an? (?=(?:{_SCALES})\b))?"
    rf"|(?:the|early|late|mid)[ -](?:{_TWENTIES})\b"
    rf"|(?:an?|past|last|next|several) decades?\b|(?:several|few|many|some) (?:{_SCALES}|dozen)\b"
    rf"|(?:an?|one)[ -](?:(?:{_SCALES})\b|dozen\b|(?:{_PARTS}|half)s?\b)"
    rf"|(?:{_BY}) an? (?:{_PARTS})\b"
    r"|an? (?:year|month|day|week|hour|decade|century|times?) and a half\b|one and a half\b"
    r"|three[ -]quarters of an?"
    rf"|(?:{_CARDINAL}|hundred|thousand)fold\b|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)\b"
    rf"|(?:{_BOOK}) (?:[ivxlc]{{1,6}}|one|1)\b)"
)
_GOING_ON = (
    r"(?:percentage|points?|percent|per|cent|pp|bn|mn|tn|and a half|odd|plus|some|or so|fold"
    rf"|halves|decades?|times(?: (?:{_THAN}))?|(?:{_PARTS})s?|{_THAN}|of an?|of)\b"
)
_LOWER_END = rf"(?:and|to|or)[ ](?={_CARDINAL}\b|[$€£¥]?\d|an? |one |(?:{_LONG_MONTHS}|may|march)\b)[$€£¥]?"
PHRASE = (
    rf"(?<![^\W_]){_BEGINNING}"
    rf"(?:(?: ?[-/~] ?| |, (?=\d{{4}}\b))(?:{_LOWER_END})?"
    rf"(?:{_BEGINNING}|{_GOING_ON}|one\b| %)|%)*"
)
"""Pattern of a stretch of a sentence that holds figures and all that is needed to read them."""

_PHRASE = re.compile(PHRASE)
_FIGURE = re.compile(
    r"(?P<item>^\(?(?P<place>[ivx]{1,5})[.)]$)|"
    r"(?P<decade>(?<![\w.,])(?:1[5-9]|20)\d0['’]?s\b|['’]?\b[2-9]0s\b"
    rf"|\b(?:the|early|late|mid)[ -](?:{_TWENTIES})\b)"
    r"|(?P<clock>(?<![\w:.])\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<ratio>(?<![\w/.])\d+[/⁄]\d+(?![/\w]))"
    r"|(?P<name>(?<![^\W_])(?:(?!(?:rmb|cny|usd|eur|hkd|us|no)\d)[a-z]+\d+(?:\.\d+)?[a-z]*|\d+[gd]\b))"
    r"|(?P<rank>(?<![\w.,])\d[\d,]*(?:st|nd|rd|th)\b)"
    rf"|\b(?:(?P<times>(?P<factor>\d+(?:\.\d+)?|{_CARDINAL}|hundred|thousand)"
    rf"(?:[ -]?fold\b| times(?= (?:{_THAN})\b)))"
    rf"|(?P<twice>(?:twice|thrice)(?P<as>(?= (?:{_THAN})\b))?|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)\b)"
    rf"|(?P<mixed>(?P<whole>\d+|one|{_CARDINAL}) and a half\b(?! (?:{_SCALES})\b))"
    r"|(?P<one_and_half>an? [a-z]+ and a half\b)"
    rf"|(?P<share>(?:(?:{_BY}) )?(?P<top>one|an?|{_ONES})[ -](?P<part>{_PARTS})s?\b)"
    rf"|(?P<half>(?:(?:one|an?)[ -])?half\b(?! an? (?:{_SCALES})\b)|halves\b)"
    rf"|(?P<dozen>(?:(?P<dozens>an?|one|{_CARDINAL}) )?dozen\b)"
    rf"|(?P<decades>(?P<tens>an?|past|last|next|{_CARDINAL}|\d+) decades?\b)"
    rf"|(?P<vague>(?:{_MANY})\b(?: (?:of )?(?:{_MANY})\b)*|several decades\b"
    rf"|(?:several|few|many|some) (?:{_SCALES}|dozen)\b(?: (?:{_SCALES})\b)*)"
    rf"|(?P<month>{_MONTH})"
    rf"|(?P<numbered>(?:{_BOOK}) (?P<roman>[ivxlc]+|one|1)\b)"
    rf"|(?P<scale>(?:{_SCALES})\b)"
    rf"|(?P<ordinal>{_ORDINAL}\b))"
)


def english_figures(lower: str) -> list[Figure]:
    """Numbers of an English sentence, in order; they do not overlap.

    `one` and `zero` alone are none, nor is `first`: dictionaries have them as words.

    Args:
        lower: the sentence in lower case; the offsets are those of this text.
    """
    figures: list[Figure] = []
    for phrase in _PHRASE.finditer(lower):
        figures += [
            Figure(phrase.start() + figure.start, phrase.start() + figure.end, figure.token)
            for figure in phrase_figures(phrase.group())
        ]
    return figures


@lru_cache(8192)
def phrase_figures(phrase: str) -> tuple[Figure, ...]:
    """The figures of a stretch that `PHRASE` has found."""
    own = [figure for match in _FIGURE.finditer(phrase) if (figure := _figure(match))]
    return tuple(apart([*own, *_plain(phrase)]))


def _plain(phrase: str) -> list[Figure]:
    """Numbers that `text.numerals` reads, a range's lower end with the unit of the upper one."""
    return [
        Figure(number.start, number.end, f"#{amount(_value(number, phrase))}{_percent(number, phrase)}")
        for number in english_numbers(phrase)
        if phrase[number.start : number.end] not in ("one", "zero")
    ]


def _value(number: Number, phrase: str) -> Decimal:
    """What the number is most likely to stand for."""
    if not number.others:
        return number.value
    if phrase[number.end - 1] == "m":  # metres, unless it is money
        return number.value if phrase[: number.start].endswith(("$", "€", "£", "¥")) else number.others[0]
    return number.value if number.scaled or number.value >= 1000 else number.others[-1]


def _percent(number: Number, phrase: str) -> str:
    is_year_beside = 1900 <= number.value < 2100 and phrase[number.start : number.end].isdecimal()
    return "" if number.measure is Measure.PLAIN or is_year_beside else "%"


def _figure(match: re.Match[str]) -> Figure | None:
    kind = match.lastgroup or ""
    start = match.start()
    if kind == "month":
        name = re.findall("[a-z]+", match.group())[-1]
        start = match.end() - len(match.group()) + match.group().rindex(name)
    elif kind == "numbered":
        start = match.start("roman")
    elif kind == "share":
        start = match.start("top")
    token = _token(kind, match)
    return Figure(start, match.end(), token) if token else None


def _token(kind: str, match: re.Match[str]) -> str | None:
    text = match.group()
    if kind == "month":
        return f"#M{_MONTH_NUMBERS[re.findall('[a-z]+', text)[-1]]}"
    if kind == "rank":
        return _rank(re.sub(r"\D", "", text), match)
    if kind == "ordinal":
        return f"#{_word_value(text)}"
    if kind == "name":
        return text
    if kind in ("clock", "ratio"):
        return "#" + text.replace("⁄", "/").lstrip("0")
    if kind == "scale":
        return f"#{_SCALE_VALUES[text]}"
    if kind == "item":
        return f"#{_roman(match['place'])}"
    if kind == "numbered":
        value = _roman(match["roman"])
        return "first" if value == 1 else f"#{value}"
    return _counted(kind, match)


def _rank(digits: str, match: re.Match[str]) -> str:
    """`1st` is `first`, but a day where a month stands beside it."""
    if digits == "1" and not re.search(_MONTH, match.string):
        return "first"
    return f"#{digits}"


def _counted(kind: str, match: re.Match[str]) -> str | None:
    """Tokens of shares, multiples and what is counted in tens and dozens."""
    text = match.group()
    if kind == "share":
        return _share(match)
    if kind == "half":
        return "#1/2"
    if kind == "times":
        return f"#{amount(_factor(match['factor']))}x"
    if kind == "twice":
        return _multiple(text, bool(match["as"] is not None))
    if kind == "mixed":
        return f"#{amount(_factor(match['whole']))}.5"
    if kind == "one_and_half":
        return "#1.5"
    if kind == "dozen":
        return f"#{12 * _word_value(match['dozens'] or 'one')}"
    if kind == "decades":
        return f"#{10 * (_factor(match['tens']) or 1)}"
    return f"#{_vague(text)}+" if kind == "vague" else _decade(text)


def _share(match: re.Match[str]) -> str | None:
    """A share; in `a third party` and `a quarter` the words are none."""
    top, part, text = match["top"], match["part"], match.group()
    is_share = text.endswith("s") or match.start() < match.start("top") or top == "one"
    if is_share or match.string.startswith(" of", match.end()):
        return f"#{_VALUES[top]}/{_VALUES[part]}"
    return None if part == "quarter" else f"#{_VALUES[part]}"


def _factor(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() else Decimal(_word_value(text))


def _multiple(text: str, compares: bool) -> str:
    times = 4 if text[0] == "q" else 3 if text.startswith(("thr", "tri", "tre")) else 2
    return f"#{times}x" if compares or text[-1] in "dg" else f"#{times}"


def _vague(text: str) -> int:
    value = 1
    for word in re.findall("[a-z]+", text):
        value *= _MANY_VALUES.get(word) or _SCALE_VALUES.get(word, 1)
    return value


def _decade(text: str) -> str:
    digits = re.sub(r"\D", "", text) or str(_word_value(re.findall("[a-z]+", text)[-1]))
    return f"#{digits if len(digits) == 4 else 1900 + int(digits)}s"


def _word_value(words: str) -> int:
    return sum(_VALUES.get(word, 0) for word in re.findall("[a-z]+", words))


def _roman(numeral: str) -> int:
    """The value of a Roman numeral; `one` and `1` are 1 too."""
    if numeral in ("one", "1"):
        return 1
    values = [_ROMAN[sign] for sign in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
