"""text: counts, money and measures of Chinese in English: 350 million, 1.2 trillion yuan, 3 kilometers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.text.figure_forms import FigureStyle, SourceFigure, counted, digits, figure, measured, whole
from workbench.text.figure_numerals import NOT_INSIDE, NUMERAL, RANGE, Amount, amount_of, lower_end
from workbench.text.figure_shares import AFTERWARDS, APPROXIMATELY, about_first, bounded, rounded
from workbench.text.figure_units import UNITS, Sort, Unit, converted, unit_pattern
from workbench.text.number_words import cardinal

_UNIT = unit_pattern()
_LATIN = r"km2|km²|m2|m²|km|cm|mm|kWh|GWh|TWh|kW|MW|GW|kg|mg|m|t|W|V"
_QUANTITY = re.compile(
    rf"{APPROXIMATELY}(?P<minus>零下)?{NOT_INSIDE}"
    rf"(?:(?P<low>{NUMERAL})(?P<unit_of_low>{_UNIT})?{RANGE}(?={NUMERAL}))?"
    rf"(?P<n>{NUMERAL})"
    "(?P<more>[多余]|来(?=[个名位家年天岁])|个多(?=月|小时|世纪|星期))?"
    rf"(?:(?P<unit>{_UNIT}|(?<=个多)(?:月|世纪))|(?P<latin> ?(?:{_LATIN}))(?![A-Za-z\d]))?"
    "(?P<behind>[多余](?!数|年))?"
    rf"(?:(?P<past>以?来(?!自|到|说|看|源))|{AFTERWARDS})"
)
_AND_HALF = re.compile(
    rf"{NOT_INSIDE}(?P<n>{NUMERAL})(?:个半(?P<unit>小时|月|世纪)|(?P<time>[年天])半(?![年天夜]))"
)
_HALF = re.compile(r"(?<![上下前后大过一多年天时月个每])半(?P<unit>年|个月|个?小时|天|个世纪)|半个多世纪")
_HALVES = {
    "年": ("half a year", "six months"),
    "个月": ("half a month", "two weeks"),
    "小时": ("half an hour", "30 minutes"),
    "个小时": ("half an hour", "30 minutes"),
    "天": ("half a day",),
    "个世纪": ("half a century", "50 years"),
}
_TIMES_OF_HALF = {"小时": "hours", "月": "months", "世纪": "centuries", "年": "years", "天": "days"}
_WITH_DIGITS = frozenset([Sort.MONEY, Sort.MEASURE, Sort.AGE])
_LISTED = re.compile(rf"[、和](?P<n>{NUMERAL})")
_NO_COUNT_AFTER = re.compile(r"[月日号点时届期级年倍番]|世纪|季度|分之|中全会|[/⁄:∶比]\d")


def counts(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Counts of a folded text; a later one may overlap an earlier one, which goes before it."""
    for match in _AND_HALF.finditer(folded):
        yield from _and_half(match)
    for match in _HALF.finditer(folded):
        forms = _HALVES.get(match["unit"] or "", ("more than half a century",))
        yield figure(*match.span(), *forms)
    for match in _QUANTITY.finditer(folded):
        yield from _quantity(match, style)


def _and_half(match: re.Match[str]) -> Iterator[SourceFigure]:
    """两年半 is two and a half years."""
    amount = amount_of(match["n"])
    value = whole(amount.low) if amount and amount.high is None else None
    if value is not None and 0 < value < 100:
        words = f"{cardinal(value)} and a half {_TIMES_OF_HALF[match['unit'] or match['time']]}"
        yield figure(*match.span(), words, f"{value}.5 {_TIMES_OF_HALF[match['unit'] or match['time']]}")


def _quantity(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    unit = UNITS.get(match["unit"] or "")
    amount = amount_of(match["n"])
    if amount is None or not _is_sure(match, amount, unit):
        return
    low = None
    if match["low"]:
        low = lower_end(match["low"], match["n"], same_unit=match["unit_of_low"] in (None, match["unit"]))
        if low is None or low.low >= amount.low:
            return
    yield _written(match, amount, low, unit, style)


def _is_sure(match: re.Match[str], amount: Amount, unit: Unit | None) -> bool:
    """Whether it is a figure: Arabic always, hanzi before a unit or with 万, 亿; never a bare 一, nor 007."""
    run, folded = match["n"], match.string
    if re.match("0[0-9]", run) or (match["minus"] and match["unit"] not in ("摄氏度", "°C")):
        return False
    end = match.end("latin") if match["latin"] else match.end("unit") if unit else match.end("n")
    if unit is None and _NO_COUNT_AFTER.match(folded, end):
        return False
    if _is_listed(match, unit):
        return False
    if run[0].isdecimal() and run[0].isascii():
        return True
    if match["unit"] == "年" and amount.low != 2000 and 1900 < amount.low < 2200:
        return False  # 两千零八年 is spoken for the year
    if run in ("一", "二"):
        timed = unit is not None and unit.sort in (Sort.TIME, Sort.MEASURE, Sort.MONEY)
        return timed and (run == "一" or match["unit"] == "年")
    if "万" in run or "亿" in run:
        return len(run) > 1
    return unit is not None or (len(run) > 3 and amount.high is None)


def _is_listed(match: re.Match[str], unit: Unit | None) -> bool:
    """A bare figure before another with a larger unit, whose it may share: the 3 of 3、5万."""
    after = _LISTED.match(match.string, match.end())
    if unit is not None or after is None or re.search("[万亿]", match["n"]):
        return False
    return bool(re.search("[百千万亿月日年]", match.string[after.start("n") : after.end() + 1]))


def _written(
    match: re.Match[str], amount: Amount, low: Amount | None, unit: Unit | None, style: FigureStyle
) -> SourceFigure:
    forms = _forms(match, amount, low, unit, style)
    words = rounded(match, amount)
    end, start = match.end(), match.start()
    if unit and unit.sort is Sort.AGE:
        forms = _ages(match, forms)
    else:
        forms = about_first(words, bounded(match, forms))
        if words == "more than":
            forms.insert(1, forms[0].replace("more than", "over"))
    if unit and unit.sort is Sort.TIME:
        forms = _periods(match, amount, forms)
    exact = low is None and amount.high is None and not match["minus"]
    return figure(start, end, *forms, value=amount.low if exact else None)


def _numbers(amount: Amount, unit: Unit | None, style: FigureStyle, *, as_written: bool) -> list[str]:
    if unit is not None and unit.sort in _WITH_DIGITS:
        return [measured(amount.low, amount.significant)]
    if as_written:
        return [str(amount.low), digits(amount.low)]
    return list(counted(amount.low, style, amount.significant))


def _forms(
    match: re.Match[str], amount: Amount, low: Amount | None, unit: Unit | None, style: FigureStyle
) -> list[str]:
    """The figure with its unit, without what says that it is rounded."""
    run = match["n"]
    # A year without 年, or a telephone number: no commas.
    bare = unit is None and not (low or match["more"])
    as_written = bare and bool(re.fullmatch(r"(?:1\d|20|21)\d\d|\d{5,}", run))
    numbers = _numbers(amount, unit, style, as_written=as_written)
    if low is not None or amount.high is not None:
        ends = (low, amount) if low is not None else (amount, Amount(amount.high or Decimal(0)))
        numbers = list(_range(ends, unit, style))
    if match["minus"]:
        numbers = [f"minus {numbers[0]}", f"−{numbers[0]}"]
    plural = low is not None or amount.high is not None or amount.low != 1
    if match["latin"]:
        return [f"{number} {match['latin'].strip()}" for number in numbers]
    forms = [form for number in numbers for form in _with_unit(number, unit, style, plural=plural)]
    if unit is None or low is not None or amount.high is not None:
        return _shortened(match, forms)
    also = converted(amount.low, unit, style)
    if also:
        forms[1:1] = [f"{forms[0]} ({also})", also]
    return _shortened(match, [*forms, *_long_times(amount.low, match["unit"])])


def _shortened(match: re.Match[str], forms: list[str]) -> list[str]:
    """人 and 户 may be said where nobody else is named."""
    said = {"人": "people", "户": "households"}.get(match["unit"] or "")
    return [*forms, f"{forms[0]} {said}"] if said else forms


def _range(ends: tuple[Amount, Amount], unit: Unit | None, style: FigureStyle) -> Iterator[str]:
    """Both ends: 3 to 5, two or three; 300 to 500 million."""
    first, last = (_numbers(end, unit, style, as_written=False) for end in ends)
    if last[0][0].isdigit() and not first[0][0].isdigit():
        first.reverse()  # 1 to 1.5 hours, 8 to 12: in one manner
    if ends[1].low - ends[0].low == 1 and ends[0].high is not None:
        yield f"{first[0]} or {last[0]}"
    yield f"{first[0]} to {last[0]}"
    if not (first[0][0].isdigit() and last[0][0].isdigit()):
        yield f"{first[-1]} to {last[-1]}"
        return
    scale = first[0].partition(" ")[2]
    figures = first[0].partition(" ")[0] if scale and scale == last[0].partition(" ")[2] else first[0]
    yield f"{figures} to {last[0]}"
    yield f"{figures}–{last[0]}"


def _with_unit(number: str, unit: Unit | None, style: FigureStyle, *, plural: bool) -> Iterator[str]:
    if unit is None or unit.sort in (Sort.COUNT, Sort.AGE):
        yield number
        return
    named = f"{number} {unit.word(plural=plural, british=style.british)}"
    if unit.sort is not Sort.MONEY or not unit.sign:
        yield named
        if unit.sign:
            yield f"{number} {unit.sign}" if unit.sign[0].isalpha() else f"{number}{unit.sign}"
        return
    yield from _money(number, named, unit, style)


def _money(number: str, named: str, unit: Unit, style: FigureStyle) -> Iterator[str]:
    gap = " " if unit.sign == "RMB" else ""
    first, word, last = number.partition(" to ")
    signed = f"{unit.sign}{gap}{first}" + (f" to {unit.sign if not gap else ''}{last}" if word else "")
    if unit.sign in ("US$", "HK$", "A$") or (unit.sign == "RMB" and style.rmb):
        yield from (signed, named)
    else:
        yield from (named, signed)
    if unit.sign == "US$":
        yield signed.replace("US$", "$")


def _ages(match: re.Match[str], forms: list[str]) -> list[str]:
    age, after = forms[0], match["after"] or ""
    if after.endswith("以上"):
        return [f"{age} and older", f"aged {age} and over", f"{age} and over"]
    if after.endswith(("以下", "以内")):
        return [f"{age} and younger", f"aged {age} and under", f"{age} and under"]
    words = rounded(match, Amount(Decimal(0)))
    found = about_first(words, [age, f"{age} years old", f"aged {age}", *forms[1:]])
    if words == "more than" and age.endswith("0"):
        found.insert(1, f"in their {age}s")
    return found


def _long_times(value: Decimal, name: str | None) -> Iterator[str]:
    """10 years may be a decade, 100 a century."""
    exact = whole(value)
    if name != "年" or exact is None:
        return
    if exact in (10, 100, 1000):
        yield {10: "a decade", 100: "a century", 1000: "a millennium"}[exact]
    elif 10 < exact < 100 and exact % 10 == 0:
        yield f"{cardinal(exact // 10)} decades"
    elif exact == 1:
        yield "a year"


def _periods(match: re.Match[str], amount: Amount, forms: list[str]) -> list[str]:
    """近5年 is the past five years, or nearly five; 十年来 the past 10 years; 十多年来 more than 10."""
    if amount.more or match["more"] or match["behind"]:
        return forms
    if match["about"] == "近":
        return [f"the past {forms[1]}", *forms]
    return [f"the past {forms[0]}", f"over the past {forms[0]}", *forms] if match["past"] else forms
