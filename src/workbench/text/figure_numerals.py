"""text: the numerals of Chinese figures: how they look, what they amount to, and what only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from workbench.text.numerals import chinese_value

DIGIT = "[零〇一二两三四五六七八九]"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![,\d])|\d+)(?:\.\d+)?"
_UNIT = r"(?:十|百(?!分[点之])|千(?![瓦米克伏卡帕赫])|[万亿])"
_HAN = rf"(?:{DIGIT}|十)(?:{DIGIT}|{_UNIT}|[多余](?=[十百千万亿])|点(?={DIGIT}))*"
# Atomic: a long run of digits and units that fails later is not tried in every other way.
NUMERAL = rf"(?>{ARABIC}(?:[多余]?{_UNIT}+(?:[零〇]?\d+{_UNIT}+)*(?:[零〇]?\d{{3,4}}(?!\d))?)?|{_HAN})"
"""A numeral with what belongs to it: 1.2万亿, 5000多万, 1亿2000万, 三千二百万, 六十四点二."""

RANGE = r"(?:[至到~〜—–-]|——)"
NOT_INSIDE = r"(?<![\d.·/⁄零〇一二两三四五六七八九十百千万亿第])"
"""Nothing that would make it part of a name or of a longer numeral stands before it."""

_PAIR = re.compile(
    "(?P<head>[二三四五六七八九]?十|)(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>[十百千万亿]*)"
)
_NEIGHBOURS = frozenset(
    ["一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"]
)
_DIGITS = frozenset("零〇一二两三四五六七八九")
_SHARED = re.compile("[十百千]*[万亿]+$|[百千]$")
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_NO_FIGURES = re.compile(
    "[一三二]心[一二]意|五湖四海|四面八方|[千万]方百计|千军万马|一五一十|三番[五两]次|七上八下|乱七八糟|丢三落四"
    "|三位一体|五位一体|十万八千里|一亩三分地|五道口|一年一度|一天天|四位一体|三言两语|四通八达|五花八门|四平八稳|五光十色|十全十美|九牛一毛|三令五申|两全其美|一举两得"
    "|三天两头|十之八九|十有八九|三六九等|接二连三|朝三暮四|横七竖八|四分五裂|四海|四季(?!度)|四川|三亚|三峡|三明|九江|八达岭"
    "|三军|三农|两会|两岸|两弹一星|两山(?=理念|理论|论)|二氧化碳|二手|二维码|二战|三文鱼|三角|七夕|九寨|五台|六安|十堰"
    "|五四(?=运动|青年|精神)|三八(?=妇女|国际|红旗|节)|五一(?=国际|劳动|节|假期|黄金周|长假|期间)"
    "|[六七八]一(?=建军|国际|儿童|勋章|节)|十一(?=假期|黄金周|长假|国庆)|双(?:十[一二]|1[12])|一二[·.]?九(?=运动)|九一八|七七事变"
    "|十[一二三四五六]五(?=[”」’'\"]?(?:规划|计划|时期|期间|期末|[开收]局|以来|末|头|[,。、和与]))"
    r"|农历[^,。;、]{1,8}?[日节初旬]|(?:正|腊)月[初廿]?[一二三四五六七八九十]*|第一(?:时间|线|手)|二是|三是|[四五六七八九]是"
    r"|(?:康熙|乾隆|雍正|顺治|嘉庆|道光|咸丰|同治|光绪|宣统|洪武|永乐|万历|崇祯|嘉靖|至正|贞观|开元|昭和|明治)[元\d一二三四五六七八九十]+年|\d{3,4}-\d{7,8}|\d+\+[\dA-Z]+|零距离|千家万户|千千万万|一千零一夜|二十四节气|二万五千里|百分百"
    r"|\d{1,2}·\d{1,2}|\d+[GDK](?![A-Za-z])|[A-Za-z]+-?\d[A-Za-z\d.]*+(?![万亿%])|(?<!\d)\d{3,5}(?=(?:服务|便民|政务)?(?:热线|专线|平台))"
    r"|三月三(?![十日号])|^\(?\d{1,2}(?:\.(?!\d)|、(?!\d)|\))|\(\d{1,2}\)"
)
"""Numeral signs that count nothing: idioms, names, days known by their numbers, plans, marks of lists."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a numeral amounts to.

    Attributes:
        low: the value; of 三四十 or 两三 the lower one, and `high` the upper, which else is None.
        more: 多 or 余 stands in it.
        significant: digits of a figure with decimals, whose zeros mean something; 0 without decimals.
    """

    low: Decimal
    high: Decimal | None = None
    more: bool = False
    significant: int = 0


def amount_of(run: str) -> Amount | None:
    """The amount of a run that `NUMERAL` found; None where it is not well formed or not sure."""
    plain = re.sub("[多余]", "", run)
    if len(plain) > 1 and _DIGITS.issuperset(plain) and not set("零〇") & set(plain[1:]):
        return _pair(plain)
    if pair := _pair(plain):
        return pair
    value = chinese_value(plain)
    return None if value is None else Amount(value, None, plain != run, _significant(plain))


def _significant(run: str) -> int:
    figure = re.match(r"[\d,]*\.\d+", run)
    return len(figure.group().replace(",", "").replace(".", "").lstrip("0")) if figure else 0


def _pair(run: str) -> Amount | None:
    """两三, 三四十, 十七八: two neighbours."""
    match = _PAIR.fullmatch(run)
    if match is None or match["low"] + match["high"] not in _NEIGHBOURS:
        return None
    if match["head"] and match["unit"]:
        return None
    low, high = (chinese_value(match["head"] + match[sign] + match["unit"]) for sign in ("low", "high"))
    return Amount(low, high) if low is not None and high is not None else None


def is_bare(run: str) -> bool:
    """A figure without a unit, which may share that of the other end of a range: the 3 of 3—5万."""
    return not re.search("[百千万亿]", run)


def no_figures(folded: str) -> list[tuple[int, int]]:
    """Where numeral signs stand that count nothing."""
    return [match.span() for match in _NO_FIGURES.finditer(folded)]


def lower_end(low: str, high: str, *, same_unit: bool) -> Amount | None:
    """The lower end of a range, with the unit of the upper one where it shares that: 3—5万, 五百至一千万.

    It shares 万 and 亿 where its figure is the smaller one: 8000—2万 is 8,000 to 20,000.

    Returns:
        None where it cannot be told.
    """
    lower, upper = amount_of(low), amount_of(high)
    if lower is None or upper is None or not same_unit or lower.high is not None:
        return None
    if re.search("[万亿]", low):
        return lower
    shared = _SHARED.search(high)
    if shared is None:
        return lower
    units = shared.group()
    if is_bare(low) and not low.isascii() and units.startswith("十"):
        return None
    if not is_bare(low):
        units = re.sub("^[十百千]+", "", units)
    scale = Decimal(1)
    for sign in units:
        scale *= _UNITS[sign]
    return (
        Amount(lower.low * scale, None, lower.more, lower.significant)
        if lower.low < upper.low / scale
        else lower
    )
