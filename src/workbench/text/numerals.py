"""text: numbers by value, as Chinese and English prose write them.

Chinese: 32万, 1.4万亿, 三千二百万, 5000多万, 64.2%, 百分之五点二, 3个百分点. English: 320,000, 3.2 million,
$5bn, thirty-two thousand, half a million, 64.2 per cent, 3 percentage points. What is vague (数十万, 上百亿,
dozens) or only looks like a number (万众一心, 十四五) is no number here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise


class Measure(StrEnum):
    """What kind of number it is."""

    PLAIN = ""
    PERCENT = "percent"
    POINTS = "percentage points"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Attributes:
        start: offset of its first character; `end` is after its last, sign and measure included.
        value: what it amounts to, percentages as the figure before the sign.
        scaled: written with a unit that the other language counts differently (万, 亿, million …).
        about: the words around it say that it is rounded.
        others: values it may stand for as well: 5m is five million or five metres, the 3 of "3 to 5 million".
    """

    start: int
    end: int
    value: Decimal
    measure: Measure = Measure.PLAIN
    scaled: bool = False
    about: bool = False
    others: tuple[Decimal, ...] = ()

    @property
    def values(self) -> frozenset[Decimal]:
        """Every value it may stand for."""
        return frozenset((self.value, *self.others))


_DIGITS = {"〇": 0, "两": 2, **{character: value for value, character in enumerate("零一二三四五六七八九")}}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WAN, _YI = Decimal(10**4), Decimal(10**8)

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_HAN = r"[零〇一二两三四五六七八九十万亿]|百(?!分[点之])|千(?![瓦米克伏卡帕赫])"
_RUN = rf"(?:{_ARABIC}|{_HAN}|点(?=[零〇一二三四五六七八九])|[多余](?=[万亿]))+"
_CHINESE = re.compile(
    rf"(?:(?P<fraction>百分之)(?P<after>{_RUN})"
    rf"|(?<![A-Za-z\d.])(?P<run>{_RUN})(?P<more>[多余])?(?:(?P<percent>%)|(?P<points>个?百分点))?)(?!分之)"
)
_TOKEN = re.compile(rf"{_ARABIC}|.")
_CHINESE_RANGE = re.compile(r"%?(?:[至到~—–-]|——)")
_NEVER = re.compile(r"[二两]万五千里|一万(?=[年个])|(?<=怕)一万")


def chinese_numbers(text: str) -> list[Number]:
    """Numbers of a Chinese text, in order.

    Args:
        text: folded (see `text.fold.fold`), so simplified, with half-width digits and no blanks before 万;
            the offsets are those of the folded text.
    """
    never = {match.start() for match in _NEVER.finditer(text)}
    found: list[Number] = []
    for match in _CHINESE.finditer(text):
        number = _chinese_number(match)
        if number is None or match.start() in never:
            continue
        if found and _CHINESE_RANGE.fullmatch(text, found[-1].end, number.start):
            figure = _figure_before(match["run"] or match["after"])
            found[-1] = _inheriting(found[-1], number, number.value / figure)
        found.append(number)
    return found


def _chinese_number(match: re.Match[str]) -> Number | None:
    run = match["after"] or match["run"]
    value = chinese_value(run)
    if value is None:
        return None
    measure = Measure.PLAIN
    if match["fraction"] or match["percent"]:
        measure = Measure.PERCENT
    elif match["points"]:
        measure = Measure.POINTS
    about = bool(match["more"]) or "多" in run or "余" in run
    return Number(match.start(), match.end(), value, measure, _is_scaled(run), about)


def _is_scaled(run: str) -> bool:
    """With 万 or 亿 behind a figure; 十万, 百万, 千亿 alone are as often a figure of speech as a figure."""
    return ("万" in run or "亿" in run) and not re.match(r"[十百千][万亿]", run)


def _figure_before(run: str) -> Decimal:
    """The figure before 万 or 亿: 5 of 5万, 30 of 30亿."""
    return chinese_value(re.split(r"[万亿]", run.replace("多", "").replace("余", ""))[0]) or Decimal(1)


def chinese_value(run: str) -> Decimal | None:
    """The value of a Chinese numeral, Arabic digits in it allowed; None where it is no well-formed one."""
    if len(run) > 1 and all(character in _DIGITS for character in run):
        return Decimal("".join(str(_DIGITS[character]) for character in run))
    if "点" in run:
        whole, _, rest = run.partition("点")
        decimals = rest.rstrip("万亿")
        return _with_decimals(whole, decimals, rest[len(decimals) :])
    return _read_sections(_TOKEN.findall(run.replace("多", "").replace("余", "")))


def _with_decimals(whole: str, decimals: str, scale: str) -> Decimal | None:
    units = {"": Decimal(1), "万": _WAN, "亿": _YI, "万亿": _WAN * _YI}
    value = chinese_value(whole) if whole else None
    if value is None or scale not in units or not all(character in _DIGITS for character in decimals):
        return None
    return (value + Decimal("0." + "".join(str(_DIGITS[character]) for character in decimals))) * units[scale]


def _read_sections(signs: list[str]) -> Decimal | None:
    """Signs and figures as sections of 亿, 万 and below; None at the first that does not fit."""
    total = wan = Decimal(0)
    below: list[str] = []
    for sign in signs:
        if sign not in "万亿":
            below.append(sign)
            continue
        amount = _below_wan(below)
        if amount is None or (sign == "万" and wan):
            return None
        below = []
        if sign == "万":
            wan = amount * _WAN
        else:
            total, wan = total + (wan + amount) * _YI, Decimal(0)
        if not total + wan:
            return None
    rest = _below_wan(below)
    if rest is None or (total + wan and len(below) == 1 and rest < 10):
        return None  # 三万五 is said for 35,000: not sure enough
    return total + wan + rest


def _below_wan(signs: list[str]) -> Decimal | None:
    """Signs with no 万 and 亿 among them: 三百二十, 5千, 32; nothing is 0."""
    value = Decimal(0)
    figure: Decimal | None = None
    smallest, after_zero = 10**4, False
    for sign in signs:
        if sign in _UNITS:
            if _UNITS[sign] >= smallest:
                return None
            smallest = _UNITS[sign]
            value += (Decimal(1) if figure is None else figure) * smallest
            figure, after_zero = None, False
        elif figure is not None:
            return None
        elif sign in "零〇" and len(signs) > 1:
            after_zero = True
        else:
            figure = Decimal(_DIGITS[sign]) if sign in _DIGITS else _arabic(sign)
    if figure is not None and 10 < smallest < 10**4 and not after_zero:
        return None  # 三百五 is said for 350: not sure enough
    return value + (figure or 0)


def _arabic(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_MILLION_SIGNS, _BILLION_SIGNS, _TRILLION_SIGNS = ("m", "mn", "mln"), ("b", "bn", "bln"), ("tn", "trn")
_SHORT = {
    "k": 10**3,
    **dict.fromkeys(_MILLION_SIGNS, 10**6),
    **dict.fromkeys(_BILLION_SIGNS, 10**9),
    **dict.fromkeys(_TRILLION_SIGNS, 10**12),
}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD_VALUES = {
    "zero": 0,
    **{word: value for value, word in enumerate(f"{_ONES}|{_TEENS}".split("|"), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split("|"), start=2)},
}

_SCALE = r"(?:[ -](?:thousand|million|billion|trillion)\b)"
_ODD = r"(?:\+|[ -](?:odd|plus|some|or so)(?=[ -](?:hundred|thousand|million|billion|trillion)\b))?"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES}|zero)\b"
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|an?)[ -]hundred\b(?:(?: and)? {_BELOW_100}(?! hundred))?|{_BELOW_100})"
_PART = r"half an?|(?:a|three)[ -]quarters? of an?|an?"
_FIGURE = rf"(?:{_BELOW_1000}(?: point(?: (?:{_ONES}|zero)\b)+)?(?: and a half)?|{_PART})"
_WORDS = rf"\b(?:{_FIGURE}{_SCALE}+|{_BELOW_1000})"
_CURRENCY = "|".join(f"(?<={code})" for code in ("RMB", "CNY", "USD", "EUR", "HKD"))
_ENGLISH = re.compile(
    rf"(?:(?:(?<![\w.,])|{_CURRENCY})(?P<digits>{_ARABIC})"
    rf"{_ODD}(?P<scale>(?:[ -]hundred\b)?{_SCALE}*)(?P<short>(?: ?(?:bn|bln|mn|mln|tn|trn)|[kmb])\b)?"
    rf"|(?P<words>{_WORDS}))"
    r"(?:(?P<percent> ?%|[ -]per ?cent\b)|(?P<points>[ -](?:percentage[ -])?points?\b| ?pp\b))?(?!\w)",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|approximately|roughly|some|over|under|more than|less than|close to"
    r"|up to|as many as|as much as|at least)(?: [A-Z]{0,3}[$¥€])?\s*$",
    re.I,
)
_ENGLISH_RANGE = re.compile(r"\s*(?:to|and|or|-|–|—)\s*(?:[A-Z]{0,3}[$¥€])?", re.I)


def english_numbers(text: str) -> list[Number]:
    """Numbers of an English text, in order; ordinals (32nd) and parts of names (G20, Covid-19) are none."""
    found: list[Number] = []
    for match in _ENGLISH.finditer(text):
        number = _english_number(match)
        if found and _ENGLISH_RANGE.fullmatch(text, found[-1].end, number.start):
            found[-1] = _inheriting(found[-1], number, number.value / (_figure(match) or Decimal(1)))
        found.append(number)
    return found


def _english_number(match: re.Match[str]) -> Number:
    value = figure = _figure(match)
    others: tuple[Decimal, ...] = ()
    for word in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        value *= _SCALES[word]
    if match["short"]:
        others = (figure,)
        value *= _SHORT[match["short"].strip().lower()]
    measure = Measure.PLAIN
    if match["percent"]:
        measure = Measure.PERCENT
    elif match["points"]:
        measure = Measure.POINTS
    about = bool(_ABOUT.search(match.string, max(0, match.start() - 24), match.start()))
    return Number(match.start(), match.end(), value, measure, value != figure or value >= 1000, about, others)


def _figure(match: re.Match[str]) -> Decimal:
    return _words_value(match["words"]) if match["words"] else _arabic(match["digits"])


def _words_value(words: str) -> Decimal:
    """The value of a number in words that `_WORDS` has found well formed."""
    value, decimals, scale, point = Decimal(0), "0.", Decimal(1), False
    for before, word in pairwise(["", *re.findall(r"[a-z]+", words.lower())]):
        if word == "point":
            point = True
        elif word == "half":
            value += Decimal("0.5")
        elif word in ("quarter", "quarters"):
            value /= 4
        elif word in ("a", "an"):
            value += before == ""
        elif word == "hundred":
            value *= 100
        elif word in _SCALES:
            scale *= _SCALES[word]
        elif point:
            decimals += str(_WORD_VALUES[word])
        elif word not in ("and", "of"):
            value += _WORD_VALUES[word]
    return (value + Decimal(decimals)) * scale


def _inheriting(first: Number, last: Number, scale: Decimal) -> Number:
    """The lower end of a range, which may share the upper end's unit: 3—5万, 3 to 5 million, 5 to 6%."""
    if first.scaled and first.measure:
        return first
    measure = first.measure or last.measure
    others = first.others if first.scaled or scale == 1 else (*first.others, first.value * scale)
    return replace(first, measure=measure, others=others)
