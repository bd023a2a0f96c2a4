"""text: days and months of Chinese in English: February 26, 2014, 26 February, May 3–5, January to March."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.text.figure_forms import FigureStyle, SourceFigure, figure
from workbench.text.figure_numerals import RANGE
from workbench.text.number_words import MONTHS, ranked
from workbench.text.numerals import chinese_value

YEAR = (
    r"(?:(?<!\d)(?:1\d|20|21)\d\d|(?<![一二三四五六七八九〇零十百千万亿])[一二][〇零一二三四五六七八九]{3})"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_FREE = r"(?<![\d十百千万亿个第])(?<!\d[.,])"
_MONTH_SIGN = "月(?![球亮饼光牙台季])份?"
_DAY_SIGN = "[日号]"
_Y1, _Y2 = rf"(?:(?P<y1>{YEAR})年)?", rf"(?:(?P<y2>{YEAR})年)?"
_SINCE = "(?P<since>以来)?"

_DAYS = re.compile(
    rf"{_FREE}{_Y1}(?P<m1>{_MONTH})月(?P<d1>{_DAY}){_DAY_SIGN}?{RANGE}"
    rf"{_Y2}(?:(?P<m2>{_MONTH})月)?(?P<d2>{_DAY}){_DAY_SIGN}"
)
_ONE_DAY = re.compile(rf"{_FREE}{_Y1}(?P<m1>{_MONTH})月(?P<d1>{_DAY}){_DAY_SIGN}{_SINCE}")
_LISTED = re.compile(
    rf"{_FREE}{_Y1}(?P<m1>{_MONTH})月(?P<d1>{_DAY}){_DAY_SIGN}?(?:、|和)(?P<d2>{_DAY}){_DAY_SIGN}"
)
_MONTHS = re.compile(
    rf"{_FREE}{_Y1}(?P<m1>{_MONTH})(?:月份?)?(?P<between>{RANGE}|、|和){_Y2}(?P<m2>{_MONTH}){_MONTH_SIGN}(?!{_DAY})"
)
_ONE_MONTH = re.compile(
    rf"{_FREE}{_Y1}(?P<m1>{_MONTH}){_MONTH_SIGN}(?P<part>上旬|中旬|下旬|初|中(?=[,。、旬])|底|末)?{_SINCE}"
)
_WRITTEN = re.compile(
    r"(?<![\d.])(?P<y1>(?:19|20)\d\d)(?P<mark>[-./])(?P<m1>1[0-2]|0?[1-9])(?P=mark)(?P<d1>3[01]|[12]\d|0?[1-9])(?![\d.%万亿])"
)
_ALONE = re.compile(
    rf"(?<![\d月十百千万亿个第每农历多余几数])(?<!\d[.,])(?P<d1>{_DAY})日(?![元美中韩俄法英印报本子均常程记夜用益])"
    r"(?P<after>[内后]|以内|之内|以上|以下)?"
)
_ALONE_SPAN = re.compile(rf"{_FREE}(?<!月)(?P<d1>{_DAY})日?{RANGE}(?P<d2>{_DAY})日(?![内元])")
_SPAN_BEFORE = re.compile(
    "(?:为期|历时|连续|至少|不少于|不超过|满|届满|提前|延长|期限为|超过|每|逾期|近|约)$"
)
_PARTS = {
    "上旬": "early",
    "中旬": "mid",
    "中": "mid",
    "下旬": "late",
    "初": "early",
    "底": "the end of",
    "末": "the end of",
}


@dataclass(frozen=True, slots=True)
class _Day:
    """A day or month; 0 for what is not said."""

    year: int = 0
    month: int = 0
    day: int = 0


def dates(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Days and months of a folded text; a later one may overlap an earlier one, which goes before it."""
    for match in _DAYS.finditer(folded):
        yield from _days(match, style)
    for match in _LISTED.finditer(folded):
        yield from _listed(match, style)
    for pattern in (_ONE_DAY, _WRITTEN):
        yield from (_one_day(match, style) for match in pattern.finditer(folded))
    for match in _MONTHS.finditer(folded):
        yield from _months(match)
    for match in _ONE_MONTH.finditer(folded):
        yield _one_month(match)
    for match in _ALONE_SPAN.finditer(folded):
        first, last = number(match["d1"]), number(match["d2"])
        if first < last and not _SPAN_BEFORE.search(folded, max(0, match.start() - 4), match.start()):
            spoken = f"the {ranked(first)} to the {ranked(last)}"
            yield figure(*match.span(), spoken, f"{first} to {last} days")
    for match in _ALONE.finditer(folded):
        if match["d1"] != "一":
            yield _alone(match)


def number(run: str | None) -> int:
    """The value of digits or of hanzi; 0 for nothing."""
    if not run:
        return 0
    return int(run) if run.isdecimal() and run.isascii() else int(chinese_value(run) or 0)


def _of(match: re.Match[str], which: str) -> _Day:
    groups = match.re.groupindex
    year, month, day = (number(match[name + which]) if name + which in groups else 0 for name in "ymd")
    return _Day(year, month, day)


def _written(day: _Day, *, day_first: bool) -> str:
    month = MONTHS[day.month - 1]
    words = f"{day.day} {month}" if day_first else f"{month} {day.day}"
    if not day.year:
        return words
    return f"{words} {day.year}" if day_first else f"{words}, {day.year}"


def _both(day: _Day, style: FigureStyle) -> list[str]:
    return [_written(day, day_first=first) for first in (style.day_first, not style.day_first)]


def _one_day(match: re.Match[str], style: FigureStyle) -> SourceFigure:
    day = _of(match, "1")
    forms = _both(day, style)
    if match.re is _ONE_DAY and match["since"]:
        forms = [f"since {forms[0]}", *forms]
    if day.year:
        forms += _both(_Day(0, day.month, day.day), style)[:1]
    return figure(match.start(), match.end(), *forms, date=(day.month, day.day))


def _days(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    first, last = _of(match, "1"), _of(match, "2")
    if not last.month and last.day <= first.day:
        return
    forms = [_span(first, last, day_first=way) for way in (style.day_first, not style.day_first)]
    apart = [form.replace("–", " to ") for form in forms[:1] if "–" in form]
    yield figure(match.start(), match.end(), forms[0], *apart, *forms[1:], date=(first.month, first.day))


def _span(first: _Day, last: _Day, *, day_first: bool) -> str:
    """From one day to another: May 3–5, 2014; May 30 to June 2; December 30, 2023, to January 2, 2024."""
    if last.year and first.year and last.year != first.year:
        comma = "" if day_first else ","
        return f"{_written(first, day_first=day_first)}{comma} to {_written(last, day_first=day_first)}"
    year = first.year or last.year
    if last.month in (0, first.month):
        days = f"{first.day}–{last.day}"
        month = MONTHS[first.month - 1]
        words = f"{days} {month}" if day_first else f"{month} {days}"
        return words if not year else f"{words} {year}" if day_first else f"{words}, {year}"
    start = _written(_Day(0, first.month, first.day), day_first=day_first)
    return f"{start} to {_written(_Day(year, last.month, last.day), day_first=day_first)}"


def _listed(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    """5月6、7日: two days of one month."""
    first, last = _of(match, "1"), _of(match, "2")
    month = MONTHS[first.month - 1]
    forms = []
    for day_first in (style.day_first, not style.day_first):
        days = f"{first.day} and {last.day}"
        words = f"{days} {month}" if day_first else f"{month} {days}"
        forms.append(
            words if not first.year else f"{words} {first.year}" if day_first else f"{words}, {first.year}"
        )
    if last.day > first.day:
        yield figure(match.start(), match.end(), *forms, date=(first.month, first.day))


def _months(match: re.Match[str]) -> Iterator[SourceFigure]:
    first, last = _of(match, "1"), _of(match, "2")
    start, end = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if match["between"] in ("、", "和"):
        if (
            last.month != first.month % 12 + 1
            and "月" not in match.string[match.end("m1") : match.start("between")]
        ):
            return
        word = "and"
    else:
        word = "to"
    year = f" {last.year or first.year}" if last.year or first.year else ""
    if last.year and first.year and last.year != first.year:
        start += f" {first.year}"
    elif first.month >= last.month:
        return
    forms = [f"{start} {word} {end}{year}"]
    if word == "to":
        forms.append(f"{start}–{end}{year}")
    yield figure(match.start(), match.end(), *forms)


def _one_month(match: re.Match[str]) -> SourceFigure:
    day = _of(match, "1")
    month = MONTHS[day.month - 1]
    dated = f"{month} {day.year}" if day.year else month
    part = _PARTS.get(match["part"] or "", "")
    if part == "the end of":
        forms = [f"{part} {dated}", f"late {dated}"]
    elif part:
        forms = [f"{part}-{dated}" if part == "mid" else f"{part} {dated}"]
    elif match["since"]:
        forms = [f"since {dated}", dated]
    else:
        forms = [dated]
    return figure(match.start(), match.end(), *forms, *([month] if day.year and not part else []))


def _alone(match: re.Match[str]) -> SourceFigure:
    """26日 is the 26th; 30日内 is 30 days."""
    day = number(match["d1"])
    count = "one day" if day == 1 else f"{day} days"
    if 1 < day < 10:
        count = f"{('two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine')[day - 2]} days"
    end = match.end() - len(match["after"] or "")
    spans = match["after"] or _SPAN_BEFORE.search(match.string, max(0, match.start() - 4), match.start())
    short = not match["d1"].isdecimal() and day < 10
    the_day = [f"the {ranked(day)}", ranked(day)]
    forms = [count, *the_day] if spans or short else [*the_day, count]
    return figure(match.start(), end, *forms)
