"""align: the English words that numbers are written with, and how to find a stretch that holds some."""

from __future__ import annotations

ONES = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_RANKS = "second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TEENTHS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
)
_TENTHS = "twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth"
TWENTIES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
SCALES = "hundred|thousand|million|billion|trillion"
MANY = "tens|dozens|scores|decades|hundreds|thousands|millions|billions|trillions"
_LONG_MONTHS = "january|february|april|june|july|august|september|october|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
PARTS = f"quarter|{_RANKS.removeprefix('second|')}|{_TEENTHS}|{_TENTHS}|hundredth|thousandth"
THAN = "as|more|larger|higher|greater|faster|bigger|over|that|those|the|its|their|his|her|my|our|your|what"
BY = "by|than|over|nearly|almost|about|to|only|roughly"
BOOK = "chapter|article|part|section|volume|book|act|scene|annex|appendix|class|phase|grade|type|tier|stage"


def _numbered(words: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(words.split("|"))}


SCALE_VALUES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
VALUES = {
    **dict.fromkeys(("a", "an", "one", "first"), 1),
    "quarter": 4,
    "hundredth": 100,
    "thousandth": 1000,
    **_numbered(f"{ONES}|{_TEENS}", 2),
    **_numbered(f"{_RANKS}|{_TEENTHS}", 2),
    **_numbered(_TENS, 20, 10),
    **_numbered(_TENTHS, 20, 10),
    **_numbered(TWENTIES, 20, 10),
    **SCALE_VALUES,
}
MANY_VALUES = {
    **{f"{scale}s": value for scale, value in SCALE_VALUES.items()},
    **dict.fromkeys(("tens", "dozens", "scores", "decades", "dozen"), 10),
}
MONTH_NUMBERS = {
    **_numbered("january|february|march|april|may|june|july|august|september|october|november|december", 1),
    **_numbered("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", 1),
    "sept": 9,
}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

CARDINAL = rf"(?:(?:{_TENS})(?:-(?:one|{ONES})\b)?|{_TEENS}|{ONES})"
ORDINAL = rf"(?:(?:{_TENS})[ -](?:first|{_RANKS})|{_TENTHS}|{_TEENTHS}|{_RANKS})"
MONTH = (
    rf"(?:{_LONG_MONTHS})\b|(?:{_SHORT_MONTHS})(?:\.(?= ?\d)|(?= \d))"
    rf"|(?:may|march)(?=,? \d|(?: and| to|-) ?(?:{_LONG_MONTHS})\b)"
    r"|(?:in|of|by|since|until|from|early|late|last|next|mid)[ -](?:may|march)\b"
    r"|\d(?:st|nd|rd|th)? (?:may|march)(?=[,.;)]|$| \d)|\dth (?:may|march)\b"
    r"|(?:(?<=(?:ary|ril|rch|ber|une|uly|ust) to )|(?<=(?:ary|ril|rch|ber) and )|(?<=(?:ary|ril|rch|ber)-))"
    r"(?:may|march)\b"
)
ROMAN_NUMERAL = r"(?:(?:x{1,3}(?:ix|iv|v?i{1,3}|v)?|ix|iv|vi{0,3}|i{2,3}|one|1)\b|i\b(?! [a-z]))"
PER_MILLE = rf"(?:\d+(?:\.\d+)?|{CARDINAL}) ?(?:‰|(?:parts )?(?:per|in a) thousand\b)"
# What a phrase with a number may begin with, and what may go on with one: all that is looked at to read it.
_BEGINNING = (
    rf"(?:(?:^|(?<=^\())(?:[ivx]{{1,5}}[.)](?= )|one:)|{PER_MILLE}|{MONTH}"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:may|march)\b(?=[,.;)]|$| \d)"
    r"|['’]\d0s\b|[$€£¥]?\d+(?:[.,:/⁄]\d+)*(?:[a-z]+\b|['’]s\b|%)?|[a-z]+\d+(?:\.\d+)?[a-z]*\b"
    rf"|(?:{ORDINAL}|{CARDINAL}|{SCALES}|{MANY}|zero|halves|dozen|twice|thrice)\b"
    rf"|half(?:way)?\b(?: an? (?:{SCALES})\b)?"
    rf"|one(?:[ -]in| out of)[ -](?:an?[ -])?(?:{CARDINAL}|{SCALES}|\d{{1,3}}(?:,\d{{3}})*)\b"
    rf"|(?:my|his|her|our|your|their)(?: early| late| mid)?[ -](?:{TWENTIES}|[2-9]0s)\b"
    rf"|(?:the|early|late|mid)[ -](?:{TWENTIES})\b"
    rf"|(?:an?|past|last|next|several) decades?\b|(?:several|few|many|some) (?:{SCALES}|dozen)\b"
    rf"|(?:an?|one)[ -](?:(?:{SCALES})\b|dozen\b|(?:{PARTS}|half)s?\b)"
    rf"|(?:{BY}) an? (?:{PARTS})\b"
    r"|an? (?:year|month|day|week|hour|decade|century|times?) and a half\b|one and a half\b"
    r"|three[ -]quarters of an?"
    rf"|(?:{CARDINAL}|hundred|thousand)fold\b|(?:doubl|tripl|trebl|quadrupl)(?:ed|ing)\b"
    rf"|(?:{BOOK}) {ROMAN_NUMERAL})"
)
_GOING_ON = (
    r"(?:percentage|points?|percent|per|cent|pp|bn|mn|tn|and a half|odd|plus|some|or so|fold"
    rf"|halves|decades?|times(?: (?:{THAN}))?|(?:{PARTS})s?|{THAN}|of an?|of)\b"
)
_LOWER_END = rf"(?:and|to|or)[ ](?={CARDINAL}\b|[$€£¥]?\d|an? |one |(?:{_LONG_MONTHS}|may|march)\b)[$€£¥]?"
PHRASE = (
    rf"(?<![^\W_]){_BEGINNING}"
    rf"(?:(?: ?[-/~] ?| |, (?=\d{{4}}\b)|(?:(?<=illion)|(?<=thousand)), (?={CARDINAL}\b|one\b))"
    rf"(?:{_LOWER_END})?"
    rf"(?:{_BEGINNING}|{_GOING_ON}|one\b| %)|%)*"
)
"""Pattern of a stretch of a sentence that holds figures and all that is needed to read them."""
