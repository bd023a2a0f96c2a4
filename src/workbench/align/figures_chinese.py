"""align: the numbers of a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from workbench.align.amounts import Figure, amount
from workbench.text.numerals import chinese_value

_DIGIT = "[零〇一二两三四五六七八九]"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?![,\d])|\d+)(?:\.\d+)?"
_UNIT = r"(?:十|百(?!分[点之])|千(?![瓦米克伏卡帕赫])|[万亿])"
_MORE = "[多余几]"
# A numeral begins with a figure or with 十; of the other units only those before a larger one are sure.
# It is atomic: a long run of digits and units that fails later is not tried in every other way.
_NUMERAL = (
    rf"(?>{_ARABIC}(?:{_MORE}?{_UNIT}+(?:[零〇]?{_ARABIC}{_UNIT}+)*(?:[零〇]?{_ARABIC})?)?"
    rf"|(?:{_DIGIT}|十|百(?=[万亿])|千(?=亿|万[个名位人元美吨户])|万(?=亿))"
    rf"(?:[零〇一二三四五六七八九]|两(?=[百千万亿])|{_UNIT}|{_MORE}(?=[十百千万亿])|点(?={_DIGIT}(?![十分刻直起些个下定样])))*)"
)
_MEASURE = re.compile(
    "[个位名家项条件种类次届年天日号周岁秒点时元块角人口户村县市省国州区地处所座栋间套台辆架艘只头匹根支枝张片本册部篇"
    "章节段句字页份封批组队班排连营团师军层级等步遍趟回场顿轮期代世大方者面边侧端极路线道门扇把杯碗瓶盘桶箱包袋盒双对"
    "副群堆颗粒棵株朵亩斤里尺丈寸吨米克升度声样重维星孩是要员尊桩笔滴股缕丝阵幅幕首曲盏剂起宗款环纵横型季刻更岸权夜男女"
    "两钱楼任桥舅叔爷哥姐姨婶伯姑妹弟嫂娘奶爹婆]|分(?!之)"
    "|小时|分钟|[美欧港]元|公[里斤]|平方|立方|[千厘毫]米|千[克瓦]|中全会|兄弟"
)
_SUFFIX = (
    r"(?P<percent>%)|(?P<permille>‰)|(?P<points>个?百分点)|(?P<times>倍)"
    r"|(?P<and_half>(?:[个年天里斤米岁倍两]|小时|公里)半(?![年天夜]))"
    r"|(?P<month>月(?!球|亮|饼|光|牙|台))"
    rf"|(?P<decade>(?:世纪(?P<later>{_NUMERAL}))?年代)"
    r"|(?P<year>年(?!度))|(?P<old>旬)"
    r"|(?P<tenths>成(?P<five>半|五(?=[多以的左上]))|成(?=[多以的左上])|成(?![为立功就长熟果本员分绩都人品型形千]))"
)
_FIGURE = re.compile(
    r"(?=[\dA-Za-z第上本零〇一二两三四五六七八九十百千万亿数几成过大半翻每好])(?:"
    r"(?<![A-Za-z\d])(?P<name>[A-Za-z]+\d+(?:\.\d+)?[A-Za-z]*|\d+[GD](?![A-Za-z]))"
    r"|(?<![\d:.])(?P<clock>(?:1\d|2[0-4]|0?\d)[:时点][0-5]\d(?:分(?!钟)|(?![\d:])))"
    r"|(?<![\d/.])(?P<ratio>\d+[/⁄]\d+(?![/\d]))"
    r"|(?P<item>(?:^|(?<=^\())[一二三四五六七八九十]+(?=[)、]))"
    r"|(?P<first>(?<![^,;:。、!?\"“])一(?=[是要]))"
    r"|(?P<vague>好?(?:[数几][十百千万亿]|上[百千万亿]|成[百千](?=[万亿]))[万亿]?(?!分[之点]|姓))"
    r"|(?P<crowd>成百上千|成千上万|亿万|数以[十百千万亿]+计)"
    rf"|(?P<share>(?P<parts>[百千万亿]|{_NUMERAL})分之(?P<taken>百(?!分)|{_NUMERAL})"
    rf"(?:(?:[至到~—–-]|——)(?P<up_to>{_NUMERAL})(?!分之))?)"
    r"|(?P<half>一半|[过大]半(?=数)?|半数|半(?=[个年月日小时生夏辈圈两斤块里碗杯句张杆截宿亩尺米吨元])|(?<=点)半)"
    r"|(?P<folded>翻了?(?P<folds>[一两二三四])?番)"
    r"|(?<![5-9]\d)(?<!\d)(?P<cohort>(?:[5-90]0|[五六七八九零〇][零〇])后(?![年天个]))"
    r"|(?P<bare>(?<=[近逾约过超每])[百千万亿](?=[余多个名位家人年元户里公次件项万])|[百千万亿](?=余)|[万亿](?=元(?:以上|级)))"
    rf"|(?P<number>(?<![A-Za-z\d.])(?P<rank>第)?(?:(?P<low>{_NUMERAL})(?:[至到~—–-]|——)(?={_NUMERAL}))?"
    rf"(?P<century>[上本]个?世纪)?(?P<run>{_NUMERAL})(?P<more>{_MORE}|来(?=[个年岁天人块里斤位分]))?(?:{_SUFFIX})?))"
)
_KINDS_OF_SUFFIX = (
    *("percent", "permille", "points", "times", "and_half"),
    *("month", "decade", "year", "old", "tenths"),
)
_PAIR = re.compile(
    "(?P<head>[二三四五六七八九]?十|)(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>[十百千万亿]*)"
)
_PLAN = re.compile("(?P<rank>十[一二三四五])五")
_SHORTENED = re.compile(rf"(?P<head>.*)(?P<unit>[百千万亿])(?P<last>{_DIGIT})")
_SCALED = re.compile(r"[^十百千万亿]+?(?P<scale>[十百千万亿]+)")
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CROWDS = {"成百上千": 100, "成千上万": 1000, "亿万": 10**8}
_LONGEST_READ_ANEW = 32
_FOLDS = {"二": 2, "两": 2, "三": 3, "四": 4}
_DIGITS = frozenset("零〇一二两三四五六七八九")
_NEIGHBOURS = frozenset(
    ["一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"]
)
_TENTHS = frozenset("一二两三四五六七八九123456789")
_MONTHS = frozenset(map(Decimal, range(1, 13)))


def chinese_figures(folded: str) -> list[Figure]:
    """Numbers of a Chinese sentence, in order; they do not overlap.

    What only looks like a number (百姓, 三亚, 万众一心) is for a dictionary to tell.

    Args:
        folded: the sentence, folded by `text.fold.fold`; the offsets are those of the folded text.
    """
    return list(figures_from(folded, 0))


def figures_from(folded: str, start: int) -> Iterator[Figure]:
    """`chinese_figures` from the offset `start` on, one by one."""
    while match := _FIGURE.search(folded, start):
        kind, start = match.lastgroup or "", match.end()
        if kind == "number":
            numbers = list(_numbers(match))
            yield from numbers
            if not numbers and 1 < len(match["run"]) < _LONGEST_READ_ANEW:
                start = match.start("run") + 1  # 统一三百个: the first sign is none of the number
        elif kind == "share":
            yield from _shares(match)
        elif token := _token(kind, match):
            yield Figure(match.start(), match.end(), token)


def _token(kind: str, match: re.Match[str]) -> str | None:
    """The token of whatever is not a plain numeral."""
    text = match.group()
    if kind == "name":
        return text.lower()
    if kind == "clock":
        hour, minute = re.findall(r"\d+", text)
        return f"#{int(hour)}:{minute}"
    if kind == "ratio":
        return "#" + text.replace("⁄", "/")
    if kind == "first":
        return "第一"
    if kind == "item":
        value = _value(text)
        return None if value is None else f"#{amount(value)}"
    if kind == "half":
        return "#1/2"
    return _multiple(kind, match)


def _multiple(kind: str, match: re.Match[str]) -> str | None:
    text = match.group()
    if kind == "vague":
        return f"#{_product(text.lstrip('好')[1:])}+"
    if kind == "crowd":
        return f"#{_CROWDS.get(text) or _product(text[2:-1])}+"
    if kind == "folded":
        return f"#{2 ** _FOLDS.get(match['folds'], 1)}x"
    if kind == "cohort":
        tens = text[0] if text[0].isdigit() else amount(chinese_value(text[0]) or Decimal(0))
        return f"#{'20' if tens == '0' else '19'}{tens}0s"
    return f"#{_product(text)}"


def _product(units: str) -> int:
    value = 1
    for unit in units:
        value *= _UNITS[unit]
    return value


def _shares(match: re.Match[str]) -> Iterator[Figure]:
    """三分之二, 百分之五; both ends of 百分之六十至七十."""
    parts = match["parts"]
    whole = Decimal(_UNITS[parts]) if parts in _UNITS else _value(parts)
    for start, group in ((match.start(), "taken"), (match.start("up_to"), "up_to")):
        taken = match[group]
        share = Decimal(100) if taken == "百" else _value(taken) if taken else None
        if whole and share is not None:
            of_them = "%" if whole == 100 else f"/{amount(whole)}"
            yield Figure(start, match.end(group), f"#{amount(share)}{of_them}")


def _numbers(match: re.Match[str]) -> Iterator[Figure]:
    """Figures of a numeral and of what stands with it: its suffix, the lower end of a range."""
    run, start, end = match["run"], match.start("run"), match.end("run")
    suffix = next((kind for kind in _KINDS_OF_SUFFIX if match[kind]), "")
    value = _value(run)
    if match["low"]:
        yield from _lower_end(match, suffix, value)
    elif match["rank"]:
        start = match.start()
    if value is None or (len(run) == 2 and _DIGITS.issuperset(run)):
        several = list(_several(run, match, start, end))
        if several or value is None or not suffix:
            yield from several
            return
    if match["rank"]:
        yield Figure(start, end, "第一" if value == 1 else f"#{amount(value)}")
    elif suffix:
        token, covered = _counted(suffix, run, value, match)
        if token:
            start = match.start("century") if match["century"] else start
            yield Figure(start, match.end() if covered else max(end, match.end("more")), token)
    elif len(run) > 1 or run.isdecimal() or _is_counted(run, match):
        yield Figure(start, _end(match), f"#{amount(value)}")


def _lower_end(match: re.Match[str], suffix: str, upper: Decimal | None) -> Iterator[Figure]:
    """The lower end of a range, which shares the upper end's suffix and unit: 3—5万, 1至3月."""
    low, start, end = match["low"], match.start("low"), match.end("low")
    value = _value(low)
    if value is None:
        return
    scaled = _SCALED.fullmatch(match["run"])
    if scaled and not _UNITS.keys() & set(low):
        value *= _product(scaled["scale"])
    token: str | None = f"#{amount(value)}"
    if suffix and suffix != "and_half" and (suffix != "year" or len(low) == 4):
        token, _ = _counted(suffix, low, value, match)
    if token and upper is not None:
        yield Figure(match.start() if match["rank"] else start, end, token)


def _is_counted(run: str, match: re.Match[str]) -> bool:
    """Whether one sign is a figure: before a measure word; 十 but in 十字; 一 in 十月一日, 一号文件."""
    text, end = match.string, match.end("run")
    if run == "十":
        return not text.startswith("字", end)
    if run != "一":
        return _MEASURE.match(text, end) is not None
    is_day = text.startswith("日", end) and text.startswith("月", match.start("run") - 1)
    return is_day or text.startswith("号", end)


def _end(match: re.Match[str]) -> int:
    """Where the numeral ends, with 多 and what English does not say: 日 after 月, 分 after 点."""
    text, begin, end = match.string, match.start("run"), match.end()
    is_said = text.startswith(("日", "号"), end) and text.startswith("月", begin - 1)
    is_said |= text.startswith("分", end) and text.startswith("点", begin - 1)
    # With its 分 the ten of 十分钟 is as long as the word 十分, and goes before it.
    return end + (is_said or (match["run"] == "十" and text.startswith("分钟", end)))


def _counted(suffix: str, run: str, value: Decimal, match: re.Match[str]) -> tuple[str | None, bool]:
    """Token of a numeral with this suffix, and whether the suffix is told by the token."""
    plain = f"#{amount(value)}"
    if suffix in ("percent", "points"):
        return f"{plain}%", True
    if suffix == "permille":
        return f"{plain}/1000", True
    if suffix == "old":
        return f"#{amount(value * 10)}", True
    if suffix == "times":
        return ("#2x" if value == 1 else f"{plain}x"), True
    if suffix == "and_half":
        return f"{plain}.5", True
    if suffix == "month":
        return (f"#M{amount(value)}", True) if value in _MONTHS else (plain, False)
    if suffix == "decade":
        return _decade(value, match)
    if suffix == "year":
        return _year(run, value)
    if run in _TENTHS:
        return f"#{amount(value * 10 + (5 if match['five'] else 0))}%", True
    return (plain, False) if len(run) > 1 else (None, False)


def _decade(value: Decimal, match: re.Match[str]) -> tuple[str | None, bool]:
    if match["later"]:
        later = _value(match["later"])
        return (None, False) if later is None else (f"#{amount((value - 1) * 100 + later)}s", True)
    if value < 100:
        value += 2000 if (match["century"] or "").startswith("本") else 1900
    return f"#{amount(value)}s", True


def _year(run: str, value: Decimal) -> tuple[str | None, bool]:
    """A year by its number, two signs being one of the last century or of this; else so many years."""
    if len(run) == 4 and 1000 <= value < 2200 and not _UNITS.keys() & set(run):
        return f"#{amount(value)}", True
    if len(run) == 2 and _DIGITS.issuperset(run) and (value < 10 or value >= 50):
        return f"#{amount(value + (2000 if value < 50 else 1900))}", True
    return (None, False) if run == "一" else (f"#{amount(value)}", False)


def _several(run: str, match: re.Match[str], start: int, end: int) -> Iterator[Figure]:
    """What is no one number: 两三个, 三四十, 十七八; the 14th plan of five years, 十四五."""
    if match["decade"] and (decades := _PAIR.fullmatch(run)) and decades["unit"] == "十":
        middle = end - 2
        yield Figure(start, middle, f"#19{amount(chinese_value(decades['low']) or Decimal(0))}0s")
        yield Figure(middle, match.end(), f"#19{amount(chinese_value(decades['high']) or Decimal(0))}0s")
    elif (plan := _PLAN.fullmatch(run)) and not _MEASURE.match(match.string, end):
        yield Figure(start, end - 1, f"#{amount(_value(plan['rank']) or Decimal(0))}")
        yield Figure(end - 1, end, "#5")
    elif pair := _PAIR.fullmatch(run):
        low, high = (_value(pair["head"] + pair[sign] + pair["unit"]) for sign in ("low", "high"))
        middle = start + len(run) - len(pair["unit"]) - 1
        if low is not None and high is not None and pair["low"] + pair["high"] in _NEIGHBOURS:
            if low > 1:
                yield Figure(start, middle, f"#{amount(low)}")
            yield Figure(middle, end, f"#{amount(high)}")


@lru_cache(4096)
def _value(run: str) -> Decimal | None:
    """`chinese_value`; 三百五 and 三万五 as what they are said for."""
    plain = re.sub(_MORE, "", run).replace("万万", "亿")
    value = chinese_value(plain)
    if value is None and (short := _SHORTENED.fullmatch(plain)):
        head, last = chinese_value(short["head"] + short["unit"]), chinese_value(short["last"])
        if head is not None and last is not None:
            value = head + last * _UNITS[short["unit"]] / 10
    return value
