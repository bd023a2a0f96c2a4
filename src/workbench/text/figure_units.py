"""text: units of Chinese figures and their English: money, measures, time, and words that only count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from workbench.text.figure_forms import FigureStyle, measured


class Sort(Enum):
    """How a figure before a unit is written."""

    COUNT = auto()  # three, 32: the unit is left to the sentence
    MONEY = auto()
    MEASURE = auto()  # 3 kilometers
    TIME = auto()  # three years
    AGE = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        chinese: as it stands behind the figure, all its spellings.
        one, many: American; `british_one` and `british_many` where they differ.
        sign: its sign behind the figure; before it for money.
    """

    sort: Sort
    chinese: tuple[str, ...]
    one: str = ""
    many: str = ""
    british_one: str = ""
    british_many: str = ""
    sign: str = ""

    def word(self, *, plural: bool, british: bool) -> str:
        """The unit's name."""
        if british and self.british_one:
            return self.british_many if plural else self.british_one
        return self.many if plural else self.one


_MONEY = """
元人民币/元|yuan|yuan|RMB
美元|US dollar|US dollars|US$
欧元|euro|euros|€
英镑|pound|pounds|£
港元/港币|Hong Kong dollar|Hong Kong dollars|HK$
日元|yen|yen|¥
韩元|won|won|
卢布|ruble|rubles|
澳元|Australian dollar|Australian dollars|A$
"""
_MEASURES = """
平方公里/平方千米|square kilometer|square kilometers|square kilometre|square kilometres|sq km
平方米|square meter|square meters|square metre|square metres|
立方米|cubic meter|cubic meters|cubic metre|cubic metres|
公里/千米|kilometer|kilometers|kilometre|kilometres|km
厘米|centimeter|centimeters|centimetre|centimetres|cm
毫米|millimeter|millimeters|millimetre|millimetres|mm
米|meter|meters|metre|metres|m
公顷|hectare|hectares|||
亩|mu|mu|||
吨|metric ton|metric tons|tonne|tonnes|
公斤/千克|kilogram|kilograms|||kg
斤|jin|jin|||
微克|microgram|micrograms|||
毫克|milligram|milligrams|||mg
克|gram|grams|||
纳米|nanometer|nanometers|nanometre|nanometres|nm
千瓦时/度电|kilowatt-hour|kilowatt-hours|||kWh
兆瓦|megawatt|megawatts|||MW
吉瓦|gigawatt|gigawatts|||GW
千瓦|kilowatt|kilowatts|||kW
升|liter|liters|litre|litres|
摄氏度/°C|degree Celsius|degrees Celsius|||°C
海里|nautical mile|nautical miles|||
英里|mile|miles|||
"""
_TIMES = """
个工作日|working day|working days
个季度|quarter|quarters
个世纪|century|centuries
个小时/小时|hour|hours
个月|month|months
个星期/星期/个礼拜/周|week|weeks
年|year|years
天|day|days
分钟|minute|minutes
秒|second|seconds
"""
_COUNTED = """
个 名 位 家 项 条 件 种 类 次 户 人次 人 村 县 市 省 所 座 间 套 台 辆 架 艘 口 部 篇 章 批
轮 组 队 对 步 场 代 方面 大 只 头 株 棵 幅 张 份 枚 颗 面 道 处 地 国 城 县市 社区 层 列 门 款
根 箱 盏 束 扇 眼 片 宗 起 笔 趟 班 节 页 届 本 万人
"""


def _money() -> list[Unit]:
    rows = (line.split("|") for line in _MONEY.strip("\n").splitlines())
    return [
        Unit(Sort.MONEY, tuple(names.split("/")), one, many, sign=sign) for names, one, many, sign in rows
    ]


def _measures() -> list[Unit]:
    rows = (line.split("|") for line in _MEASURES.strip("\n").splitlines())
    return [
        Unit(Sort.MEASURE, tuple(row[0].split("/")), row[1], row[2], row[3], row[4], row[5]) for row in rows
    ]


def _times() -> list[Unit]:
    rows = (line.split("|") for line in _TIMES.strip("\n").splitlines())
    return [Unit(Sort.TIME, tuple(names.split("/")), one, many) for names, one, many in rows]


_ALL = [
    *_money(),
    *_measures(),
    *_times(),
    Unit(Sort.AGE, ("周岁", "岁"), "year old", "years old"),
    *(Unit(Sort.COUNT, (word,)) for word in _COUNTED.split()),
]
UNITS: dict[str, Unit] = {name: unit for unit in _ALL for name in unit.chinese}
"""Every unit by each of its Chinese names."""

UNITS |= {"月": UNITS["个月"], "世纪": UNITS["个世纪"]}  # behind 个多 alone
_NOT_ALONE = ("月", "世纪")

_NOT_AFTER = {
    "元": "旦素首帅宵气件老勋",
    "米": "饭面粉兰其",
    "克": "服隆制己",
    "升": "级学华值",
    "年": "代级轮轻龄幼糕货画",
    "周": "年一二三四五六日末边期转围密到知",
    "天": "然下地津空安",
    "秒": "杀表",
    "人": "口民均大才生物工类心权格行造",
    "大": "学会家量概约",
    "地": "方区级铁下质面球",
    "面": "积对向临貌派",
    "道": "路理德歉",
    "部": "分长门委队署",
    "节": "约能日点省气",
    "本": "地市省县身人国来质",
    "起": "来步到草",
    "代": "表替理",
    "国": "家有际内务民",
    "市": "场民长",
    "家": "庭乡园长",
    "口": "岸号",
    "次": "序日要元",
    "门": "口户槛峡",
    "处": "理于",
    "类": "似型",
    "条": "件例",
    "对": "于待口",
    "组": "织成建合",
    "队": "伍员",
    "台": "湾风阶河",
    "层": "级次面",
    "片": "区面",
    "里": "程",
    "斤": "斤",
    "套": "路餐",
    "城": "市乡镇区",
    "场": "景所合",
    "班": "子",
    "款": "项待",
    "届": "时满",
    "章": "程",
    "步": "伐骤行",
    "座": "谈位",
    "位": "于置",
    "批": "评准发",
    "件": "套",
    "户": "籍口外",
    "村": "庄民",
    "县": "城域长",
    "省": "级份长",
    "所": "有以在谓",
    "种": "植子粮田业养",
    "名": "称誉录单义",
    "项": "目",
}
"""What may not follow: then it is the beginning of another word."""


def unit_pattern() -> str:
    """A regular expression for any unit, the longest first."""
    names = sorted(UNITS.keys() - set(_NOT_ALONE), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(f"{name}{_guard(name)}" for name in names) + ")"


def _guard(name: str) -> str:
    after = _NOT_AFTER.get(name, "")
    return f"(?![{after}])" if after else ""


def converted(value: Decimal, unit: Unit, style: FigureStyle) -> str:
    """The same in a unit that readers abroad know; empty where none is needed or it comes out uneven.

    A mu is a fifteenth of a hectare, a jin half a kilogram.
    """
    name = unit.chinese[0]
    if name == "亩" and value >= 15:
        return _rounded(value / 15, "hectare", "hectares")
    if name == "斤":
        tonnes = ("tonne", "tonnes") if style.british else ("metric ton", "metric tons")
        return (
            _rounded(value / 2000, *tonnes) if value >= 2000 else _rounded(value / 2, "kilogram", "kilograms")
        )
    if name == "千瓦" and value >= 1000:
        large = value >= 10**6
        return _rounded(
            value / (10**6 if large else 1000),
            *(("gigawatt", "gigawatts") if large else ("megawatt", "megawatts")),
        )
    return ""


def _rounded(value: Decimal, one: str, many: str) -> str:
    """With four significant digits at most; `about` where that rounds."""
    shown = Decimal(f"{value:.4g}")
    words = f"{measured(shown)} {one if shown == 1 else many}"
    return words if shown == value else f"about {words}"
