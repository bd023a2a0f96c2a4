"""text: places in a row in English: 14th, Article 21, No. 1, the 20th of 二十大, the 75th of 75周年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.figure_forms import FigureStyle, SourceFigure, figure, rank, whole
from workbench.text.figure_numerals import NUMERAL, amount_of

_FORMS = {
    "条": "Article",
    "章": "Chapter",
    "款": "Paragraph",
    "编": "Part",
    "页": "page",
    "节": "Section",
    "项": "Item",
}
_OF_LAWS = re.compile("(?:^|[》法例定则程约案本及、至和依照据])$")
_RANK = re.compile(rf"第(?P<n>{NUMERAL})(?P<of>个五年[规计][划]|[条章款编页节项](?![目件铁公])|号)?")
_RANKS = re.compile(rf"第(?P<n>{NUMERAL})[个位名次]?(?:[至到~—–-]|——)第?(?P<last>{NUMERAL})(?![万亿分])")
_NUMBER = re.compile(
    rf"(?<![月\d.:一二三四五六七八九十百千日])(?P<n>{NUMERAL})号(?![召称角线])|(?P<line>{NUMERAL})号线"
)
_CRAFT = re.compile("(?:神舟|嫦娥|天舟|长征|北斗|天宫|天问|风云|神州|实践|玉兔|祝融|雪龙)[一-龥]{0,2}$")
_CONGRESS = re.compile(
    r"(?P<n>十[一二三四五六七八九]|二十[一二]?)大(?=以来|报告|精神|召开|开幕|闭幕|胜利|部署|提出|指出|确定|擘画|作出|代表|通过|党章|闭[会]"
    r"|关于|对|后|前|之后|[,。、;:)”的和上将在是要把]|$)"
)
_TERM = re.compile(
    rf"(?<!第)(?P<n>{NUMERAL})届(?=全国|中央|人大|政协|党|省|市|[一二三四五六七八九]中全会|常委|全委|人民|会议)"
)
_PLENUM = re.compile(r"(?P<n>[一二三四五六七八九])中全会")
_MEETING = re.compile(
    rf"(?<![第\d一二三四五六七八九十])(?P<n>{NUMERAL})次(?=会议|全会|全体会议|全国代表大会|党代会|代表大会|集体学习)"
)
_PAGE = re.compile(r"(?<=日)(?P<n>\d{1,2})版")
_ANNIVERSARY = re.compile(rf"(?P<n>{NUMERAL})周年")


def ranks(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Places in a row of a folded text; a later one may overlap an earlier one, which goes before it."""
    yield from _each(_ANNIVERSARY, folded, style, "{} anniversary")
    for match in _RANKS.finditer(folded):
        first, last = _value(match["n"]), _value(match["last"])
        if first and last and first < last:
            pairs = zip(rank(first, style), rank(last, style), strict=False)
            yield figure(*match.span(), *(f"{one} to {other}" for one, other in pairs))
    for match in _RANK.finditer(folded):
        yield from _rank(match, style)
    for match in _NUMBER.finditer(folded):
        yield from _number(match)
    for match in _PAGE.finditer(folded):
        yield figure(*match.span(), f"page {match['n']}")
    for pattern in (_CONGRESS, _PLENUM, _TERM, _MEETING):
        yield from _each(pattern, folded, style, "{}")


def _value(run: str | None) -> int | None:
    amount = amount_of(run) if run else None
    if amount is None or amount.high is not None or amount.more:
        return None
    return whole(amount.low)


def _each(pattern: re.Pattern[str], folded: str, style: FigureStyle, written: str) -> Iterator[SourceFigure]:
    for match in pattern.finditer(folded):
        if value := _value(match["n"]):
            yield figure(*match.span(), *(written.format(form) for form in rank(value, style)))


def _rank(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    value = _value(match["n"])
    if value is None:
        return
    places = list(rank(value, style))
    of = match["of"] or ""
    if not of:
        yield figure(*match.span(), *places)
    elif of.startswith("个"):
        yield figure(*match.span(), *(f"{place} Five-Year Plan" for place in places))
    elif of == "号":
        yield figure(*match.span(), f"No. {value}", *places)
    else:
        named = f"{_FORMS[of]} {value}"
        before = match.string[max(0, match.start() - 1) : match.start()]
        law = of in "款编" or _OF_LAWS.search(before) or of == "页"
        yield figure(*match.span(), *([named, *places] if law else [*places, named]))


def _number(match: re.Match[str]) -> Iterator[SourceFigure]:
    value = _value(match["n"] or match["line"])
    if not value:
        return
    if match["line"]:
        yield figure(*match.span(), f"Line {value}", f"No. {value} line")
        return
    craft = _CRAFT.search(match.string, max(0, match.start() - 5), match.start())
    forms = [f"No. {value}", str(value)]
    yield figure(*match.span(), *(reversed(forms) if craft else forms))
