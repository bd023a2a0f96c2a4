"""align: the numbers of a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from workbench.align.amounts import Figure, amount
from workbench.text.numerals import chinese_value

_D = "[零〇一二两三四五六七八九]"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![,\d])|\d+)(?:\.\d+)?"
_UNIT = r"(?:十|百(?!分[点之])|千(?![瓦米克伏卡帕赫])|[万亿])"
_MORE = "[多余几]"
# A numeral begins with a figure or with 十; of the bare units only those before a larger one are sure enough.
_NUMERAL = (
    rf"(?:{_ARABIC}(?:{_MORE}?{_UNIT}+(?:[零〇]?{_ARABIC}{_UNIT}*)*)?"
    rf"|(?:{_D}|十|百(?=[万亿])|千(?=亿|万[个名位人元美吨户])|万(?=亿))"
    rf"(?:{_D}|{_UNIT}|{_MORE}(?=[十百千万亿])|点(?={_D}(?![十分刻])))*)"
)
_MEASURES = """个 位 名 家 项 条 件 种 类 次 届 年 天 日 号 周 岁 小时 分钟 秒 点 时 元 块 角 美元 欧元 港元 人 口 户 村 县 市 省 国 州
区 地 处 所 座 栋 间 套 台 辆 架 艘 只 头 匹 根 支 枝 张 片 本 册 部 篇 章 节 段 句 字 页 份 封 批 组 队 班 排 连 营 团 师 军 层 级
等 步 遍 趟 回 场 顿 轮 期 代 世 大 方 者 面 边 侧 端 极 路 线 道 门 扇 把 杯 碗 瓶 盘 桶 箱 包 袋 盒 双 对 副 群 堆 颗 粒 棵 株 朵 亩
斤 里 尺 丈 寸 吨 米 克 升 公里 公斤 平方 立方 千米 厘米 毫米 千克 千瓦 度 声 样 重 维 星 孩 中全会 是 要 员 尊 桩 笔 滴 股 缕 丝 阵
幅 幕 首 曲 盏 剂 起 宗 款 环 纵 横 型 季 刻 更 兄弟 姐妹 姊妹 条 岸 权 法 化"""
_MEASURE = re.compile("|".join(sorted(_MEASURES.split(), key=len, reverse=True)))
_FIGURE = re.compile(
    r"(?<![A-Za-z\d])(?P<name>[A-Za-z]+\d+(?:\.\d+)?[A-Za-z]*|\d+[GD](?![A-Za-z]))"
    r"|(?<![\d:.])(?P<clock>\d{1,2}(?::|时)\d{2}(?:分(?!钟)|(?![\d:])))"
    r"|(?<![\d/.])(?P<ratio>\d+[/⁄]\d+(?![/\d]))"
    rf"|(?P<vague>(?:[数几]|上|成)(?P<some>[十百千万亿]{{1,2}})(?!分[之点]))"
    rf"|(?P<share>(?P<parts>[百千万亿]|{_NUMERAL})分之(?P<of_them>百|{_NUMERAL}))"
    rf"|(?P<half>一半|[过大]半(?=数)?|半数|半(?=[个年天月日小时生夜夏]))"
    r"|(?P<folded>翻了?(?P<folds>[一两二三四])?番)"
    r"|(?P<bare>(?<=[近逾约过超])[百千万亿](?=[余多个名位家人年元户里公次件项万])|[百千万亿](?=余))"
    rf"|(?P<number>(?P<rank>第)?(?P<century>上个?世纪|本世纪)?(?<![A-Za-z\d.])(?P<run>{_NUMERAL}){_MORE}?"
    r"(?:(?P<percent>%)|(?P<points>个?百分点)|(?P<times>倍)"
    r"|(?P<month>月(?!球|亮|饼|光|牙|台))"
    rf"|(?P<decade>(?:世纪(?P<later>{_NUMERAL}))?年代)"
    r"|(?P<year>年)"
    r"|(?P<tenths>成(?P<tenth>半|五)?(?=[多以的左上])|成(?![为立功就长熟果本员分绩都人品型形千]))"
    r")?)"
)
_PAIR = re.compile(
    r"(?P<head>十?)(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>[十百千万亿]*)"
)
_PLAN = re.compile("(?P<rank>十[一二三四五])五")
_SHORTENED = re.compile(rf"(?P<head>.*)(?P<unit>[百千万亿])(?P<last>{_D})")
_RANGE = re.compile(r"%?(?:[至到~—–-]|——)")
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_DIGITS = {"二": 2, "两": 2, "三": 3, "四": 4}


def chinese_figures(folded: str) -> list[Figure]:
    """Numbers of a Chinese sentence, in order; they do not overlap.

    What only looks like a number (百姓, 三亚, 万众一心) is for a dictionary to tell.

    Args:
        folded: the sentence, folded by `text.fold.fold`; the offsets are those of the folded text.
    """
    return list(figures_from(folded, 0))


def figures_from(folded: str, start: int) -> Iterator[Figure]:
    """`chinese_figures` from the offset `start` on, one by one."""
    for match in _FIGURE.finditer(folded, start):
        kind = match.lastgroup or ""
        if kind == "number":
            yield from _numbers(match)
        elif token := _token(kind, match):
            yield Figure(match.start(), match.end(), token)


def _token(kind: str, match: re.Match[str]) -> str | None:
    """The token of whatever is not a plain numeral."""
    if kind == "name":
        return match.group().lower()
    if kind == "clock":
        return "#" + match.group().replace("时", ":").rstrip("分").lstrip("0")
    if kind == "ratio":
        return "#" + match.group().replace("⁄", "/")
    if kind == "vague":
        return f"#{_product(match['some'])}+"
    if kind == "half":
        return "#1/2"
    if kind == "folded":
        return f"#{2 ** _DIGITS.get(match['folds'], 1)}x"
    if kind == "bare":
        return f"#{_product(match.group())}"
    return _share(match["parts"], match["of_them"])


def _product(units: str) -> int:
    value = 1
    for unit in units:
        value *= _UNITS[unit]
    return value


def _share(parts: str, of_them: str) -> str | None:
    whole = Decimal(_UNITS[parts]) if parts in _UNITS else _value(parts)
    share = Decimal(100) if of_them == "百" else _value(of_them)
    if whole is None or share is None:
        return None
    return f"#{amount(share)}%" if whole == 100 else f"#{amount(share)}/{amount(whole)}"


def _numbers(match: re.Match[str]) -> Iterator[Figure]:
    """Figures of a numeral and what is counted by it."""
    run = match["run"]
    start, end = match.start("run"), match.end("run")
    suffix = next((name for name in _SUFFIXES if match[name]), "")
    value = _value(run)
    if value is None or (len(run) == 2 and _DIGITS_ONLY.issuperset(run) and suffix not in _SURE):
        yield from _several(run, match, start, end)
    elif match["rank"]:
        yield Figure(match.start(), end, "第一" if value == 1 else f"#{amount(value)}")
    elif suffix:
        token, covers = _counted(suffix, run, value, match)
        if token:
            yield Figure(
                match.start() if suffix == "decade" else start, match.end() if covers else end, token
            )
    elif len(run) > 1 or run.isdecimal() or run == "十" or _is_counted(run, match):
        yield Figure(start, match.end() if match.end() - end < 2 else end, f"#{amount(value)}")


_DIGITS_ONLY = frozenset("一二两三四五六七八九")
_SURE = ("percent", "points", "year")
_SUFFIXES = ("percent", "points", "times", "month", "decade", "year", "tenths")


def _is_counted(run: str, match: re.Match[str]) -> bool:
    return run != "一" and bool(_MEASURED(match.string, match.end("run")))


_MEASURED = _MEASURE.match


def _counted(suffix: str, run: str, value: Decimal, match: re.Match[str]) -> tuple[str | None, bool]:
    """Token of a numeral with this suffix, and whether the suffix is told by the token."""
    if suffix in ("percent", "points"):
        return f"#{amount(value)}%", True
    if suffix == "times":
        return f"#{amount(value)}x", True
    if suffix == "month":
        return (f"#M{amount(value)}", True) if value in _MONTHS else (f"#{amount(value)}", False)
    if suffix == "decade":
        return _decade(value, match)
    if suffix == "year":
        return _year(run, value)
    if run in _TENTHS:
        more = 5 if match["tenth"] else 0
        return f"#{amount(value * 10 + more)}%", True
    return (f"#{amount(value)}", False) if len(run) > 1 else (None, False)


_MONTHS = frozenset(map(Decimal, range(1, 13)))
_TENTHS = frozenset("一二两三四五六七八九123456789")


def _decade(value: Decimal, match: re.Match[str]) -> tuple[str | None, bool]:
    if match["later"]:
        later = _value(match["later"])
        return (None, False) if later is None else (f"#{amount((value - 1) * 100 + later)}s", True)
    if value < 100:
        value += 2000 if (match["century"] or "").startswith("本") else 1900
    return f"#{amount(value)}s", True


def _year(run: str, value: Decimal) -> tuple[str | None, bool]:
    if len(run) == 4 and 1000 <= value < 2200 and not set(run) & set("百千"):
        return f"#{amount(value)}", True
    if len(run) == 2 and run[0] in "〇零五六七八九" and run[1] in "〇零一二三四五六七八九":
        return f"#{amount(value + (2000 if value < 50 else 1900))}", True
    return (None, False) if run == "一" else (f"#{amount(value)}", False)


def _several(run: str, match: re.Match[str], start: int, end: int) -> Iterator[Figure]:
    """What is no one number: 两三个, 三四十, 十七八, 十四五规划."""
    if plan := _PLAN.fullmatch(run):
        ten_four = _value(plan["rank"])
        if ten_four is not None and not _MEASURED(match.string, end):
            yield Figure(start, end - 1, f"#{amount(ten_four)}")
            yield Figure(end - 1, end, "#5")
            return
    if pair := _PAIR.fullmatch(run):
        for number, sign in enumerate((pair["low"], pair["high"])):
            value = _value(pair["head"] + sign + pair["unit"])
            if value is not None and value > 1:
                at = start + len(pair["head"]) + number
                yield Figure(
                    start if number == 0 else at, at + 1 if number == 0 else end, f"#{amount(value)}"
                )


@lru_cache(4096)
def _value(run: str) -> Decimal | None:
    """`chinese_value`, and 三百五 and 三万五 as what they are said for."""
    plain = re.sub(_MORE, "", run)
    value = chinese_value(plain)
    if value is None and (short := _SHORTENED.fullmatch(plain)):
        head, last = chinese_value(short["head"] + short["unit"]), chinese_value(short["last"])
        if head is not None and last is not None:
            value = head + last * _UNITS[short["unit"]] / 10
    return value
