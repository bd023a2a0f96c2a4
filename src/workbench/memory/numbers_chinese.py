"""memory: the numbers of a Chinese source, each with what it says: a year, a day, a share, a count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from workbench.memory.numbers_mask import HAN
from workbench.memory.numbers_sorts import Numeral, Sort, Unread
from workbench.text.numerals import Measure, Number, chinese_numbers, chinese_value

_HAN_DIGITS = "零〇一二两三四五六七八九"
# Numeral signs that count nothing here, though the same words with other signs exist.
_NO_NUMBERS = re.compile(
    "[一三二]心[一二]意|五湖四海|四面八方|[千万]方百计|千军万马|一五一十|三番[五两]次|七上八下|乱七八糟|丢三落四"
    "|[六七八]一(?=建军|国际|儿童|勋章|节)|五一(?=国际|劳动|节|假期|黄金周|长假|期间)"
    "|十一(?=假期|黄金周|长假|国庆)|五四(?=运动|青年|精神)|三八(?=妇女|国际|红旗|节)|双十一|双十二"
    "|一二[·.]?九(?=运动)|九一八|七七事变|三农|两会(?!议)|两岸|三峡|三亚"
)
_FIGURE = rf"(?:\d++(?:\.\d++)?|[{HAN}]++)"
_BARE = re.compile(rf"(?<=每)[万亿](?=[人户名件元个口平])|(?<![\d.{HAN}几数多余])[万亿](?=元)")
_FRACTION = re.compile(rf"(?<![\d.{HAN}])(?!百分之)({_FIGURE})分之({_FIGURE})")
_PLAN = re.compile(
    r"(?<![十百千万亿\d])(十[一二三四五六]?)(五)"
    r"(?=[”」’'\"]?(?:规划|计划|时期|期间|期末|[开收]局|以来|末|头|[，,。、]))"
)
_RANGE = r"(?:[至到~—–-]|——)"
_BETWEEN = re.compile(_RANGE)
_YEAR_AFTER = re.compile(rf"(?:{_RANGE}(?:\d{{4}}|[{_HAN_DIGITS}]{{4}}))?(?:年(?!历史|[来间代])|学年|财年)")
_MONTH_AFTER = re.compile(rf"(?:{_RANGE}(?:1[0-2]|[1-9]|[一二三四五六七八九十]{{1,2}}))?月(?![球亮饼光牙台])")
_DAY_AFTER = re.compile(
    rf"(?:{_RANGE}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}))?(?:日(?!元|[美中韩]|[之以]?内)|(?P<hao>号))"
)
_CLOCK_AFTER = re.compile(
    r"时(?![代期间候刻而常])|点(?:钟|半|整|[\d零一二三四五六七八九十]+分|(?=[前后开起到至举]))|:\d|分(?![钟之])"
)
_DECADE_AFTER = re.compile("年代|后(?=[一代青的]|$)")
_NAME_AFTER = re.compile(r"[A-Za-z](?![A-Za-z])|\.\d")
_COUNTED_AFTER = re.compile(
    "[A-Za-z]|[多余]?(?:个(?!五年)|[名位项条人户元吨亩倍所座种只台辆天岁件份县村乡镇市省米间套艘架]|[美欧港日]元"
    "|公[里斤顷]|平方|立方|千[克瓦]|小时|分钟|家(?!庭))"
)


def chinese_numerals(folded: str) -> list[Numeral]:
    """Numbers of a Chinese text, in order; they do not overlap.

    Left out are idioms and names (一心一意, 五四运动, 三农) and what is no one number (三四个).

    Args:
        folded: see `text.fold.fold`; the offsets are those of the folded text.
    """
    unread = Unread(folded)
    for match in _NO_NUMBERS.finditer(folded):
        unread.take(*match.span())
    found = [numeral for numeral in _special(folded) if unread.take(numeral.start, numeral.end)]
    found += [
        _numeral(number, folded)
        for number in chinese_numbers(folded)
        if not _is_several(folded[number.start : number.end]) and unread.take(number.start, number.end)
    ]
    found.sort(key=lambda numeral: numeral.start)
    return [_in_range(one, other, folded) for one, other in zip_longest(found, found[1:]) if one]


def _in_range(numeral: Numeral, after: Numeral | None, folded: str) -> Numeral:
    """The lower end of a range is of the sort of the upper one."""
    if after and numeral.sort is Sort.PLAIN and _BETWEEN.fullmatch(folded, numeral.end, after.start):
        return replace(numeral, sort=after.sort, sure=True)
    return numeral


def _special(folded: str) -> Iterator[Numeral]:
    """Fractions; 每万人 and 亿元, of 10,000 and 100 million; 十四五, the 14th plan of five years."""
    for match in _BARE.finditer(folded):
        value = chinese_value("一" + match.group())
        if value is not None:
            yield Numeral(*match.span(), value, Sort.COUNT)
    for match in _FRACTION.finditer(folded):
        parts, share = chinese_value(match[1]), chinese_value(match[2])
        if parts and share is not None:
            yield Numeral(match.start(), match.end(), share / parts, Sort.OTHER)
    for match in _PLAN.finditer(folded):
        value = chinese_value(match[1])
        if value is not None:
            yield Numeral(match.start(), match.end(1), value, Sort.PLAIN)
            yield Numeral(match.start(2), match.end(), Decimal(5), Sort.OTHER, sure=False)


def _is_several(run: str) -> bool:
    """三四 before 个 is no 34; four signs are a year, and with 〇 among them it is one number."""
    is_row = 1 < len(run) < 4 and all(sign in _HAN_DIGITS for sign in run)
    return is_row and not ("〇" in run[1:] or "零" in run[1:])


def _numeral(number: Number, folded: str) -> Numeral:
    run = folded[number.start : number.end]
    numeral = Numeral(
        number.start,
        number.end,
        number.others[0] if number.others else number.value,
        _sort(number, run, folded),
    )
    figure = run.rstrip("多余")
    is_sure = len(figure) > 1 or figure.isdecimal() or numeral.sort is not Sort.PLAIN
    return replace(numeral, sure=is_sure or folded.startswith("第", number.start - 1))


def _sort(number: Number, run: str, folded: str) -> Sort:
    if number.measure is Measure.PERCENT:
        return Sort.PERCENT
    if number.measure is Measure.POINTS:
        return Sort.POINTS
    if _is_year(number, run, folded):
        return Sort.YEAR
    if _is_other(number, run, folded):
        return Sort.OTHER
    if number.value in range(1, 13) and _MONTH_AFTER.match(folded, number.end):
        return Sort.MONTH
    day = _DAY_AFTER.match(folded, number.end)
    before = folded[max(0, number.start - 1) : number.start]
    if (
        day
        and number.value in range(1, 32)
        and before != "第"
        and (not day["hao"] or before in ("月", "至", "-", "—"))
    ):
        return Sort.DAY
    if before != "第" and (number.scaled or _COUNTED_AFTER.match(folded, number.end)):
        return Sort.COUNT
    return Sort.PLAIN


def _is_year(number: Number, run: str, folded: str) -> bool:
    is_four = len(run) == 4 and (run.isdecimal() or all(sign in _HAN_DIGITS for sign in run))
    return is_four and 1000 <= number.value < 2200 and bool(_YEAR_AFTER.match(folded, number.end))


def _is_other(number: Number, run: str, folded: str) -> bool:
    """A time of day, a decade, part of a name or of a longer row of digits: written in ways of its own."""
    before, end = folded[max(0, number.start - 1) : number.start], number.end
    is_in_name = before in (".", ":", "/") or bool(_NAME_AFTER.match(folded, end))
    is_padded = len(run) > 1 and run[0] in "0〇零" and run[1] != "."
    return (
        is_in_name or is_padded or bool(_CLOCK_AFTER.match(folded, end) or _DECADE_AFTER.match(folded, end))
    )
