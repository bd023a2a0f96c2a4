"""text: years, decades, centuries and quarters of Chinese in English: since 1978, the 1990s, Q2 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.figure_dates import YEAR, number
from workbench.text.figure_forms import FigureStyle, SourceFigure, figure, rank
from workbench.text.figure_numerals import RANGE
from workbench.text.number_words import ranked

_ORDINALS = ("first", "second", "third", "fourth")
_QUARTER = r"(?:第?(?P<q>[一二三四1-4])季度(?!假)(?P<qend>末)?|前(?P<qs>[两二三23])个?季度(?!假))"
_TENS = r"(?:[1-9]0|[二三四五六七八九]?十)"
_CENTURY = (
    "(?:(?P<last>上个?)|(?P<this>本)"
    r"|(?P<nth>(?:1\d|2[01]|[1-9])|二十一?|十[一二三四五六七八九]?|[一二三四五六七八九]))世纪"
)
_PART = r"(?P<part>中后期|初期?|前期|早期|中期|中叶|中|末期?|后期|下半叶|上半叶|后半叶|前半叶)?"

_BEFORE_CHRIST = re.compile(r"公元前(?P<y>\d{1,4})(?P<century>世纪)?年?")
_YEARS = re.compile(
    rf"(?P<from>[从由自]?)(?P<y1>{YEAR})年?{RANGE}(?P<y2>{YEAR}|(?<=\d{{4}}[-–—])\d\d(?!\d))年(?!代)(?P<end>年?[底末](?!期))?"
)
_LIST = re.compile(rf"(?P<y1>{YEAR})(?=(?:、{YEAR})*(?:、|和){YEAR}年)")
_YEAR = re.compile(
    rf"(?P<by>(?:^|(?<=[,。;:、“(]))[到至])?(?P<from>[自从])?(?P<y>{YEAR})(?P<a>年)"
    rf"(?:(?P<since>以来)|(?P<on>起)|(?P<now>至今)|(?P<around>前后|左右)|(?P<before>以前|之前|前(?![\d两二三一]))|(?P<end>年?[底末](?!期))"
    rf"|(?P<start>年?初(?!期))|(?P<mid>年中|中期|年中期)|(?P<half>[上下]半年)|{_QUARTER}|(?P<months>前(?P<ms>\d{{1,2}}|[一二三四五六七八九十两]+)个月)"
    r"|(?P<fiscal>财年|度)|(?P<of>的))?(?!代)"
)
_DECADE_OF_YEAR = re.compile(rf"(?P<y>(?:1[5-9]|20)\d0)年代{_PART}")
_DECADE = re.compile(
    rf"(?:{_CENTURY})?(?<![\d一二三四五六七八九])"
    rf"(?:(?P<low>[1-9]0?|[二三四五六七八九]十?)(?P<between>、|{RANGE})?(?!十))?(?P<tens>{_TENS})年代{_PART}"
)
_A_CENTURY = re.compile(rf"(?<![个半第\d]){_CENTURY}{_PART}(?!\d|{_TENS}年代)")
_A_QUARTER = re.compile(_QUARTER)
_MONTHS_OF_YEAR = re.compile(r"前(?P<ms>\d{1,2}|[一二三四五六七八九十两]+)个月")
_SHORT = re.compile(r"(?<![\d.])(?P<y>0\d)年(?!代)")
_REPUBLIC = re.compile("民国(?P<n>元|[一二三四五六七八九十]+|\\d{1,2})年")
_COHORT = re.compile(r"(?<!\d)(?P<tens>[05-9]0)后(?![年天个期来续])")
_PARTS = {"初": "early ", "前": "early ", "早": "early ", "中": "mid-", "末": "late ", "后": "late "}


def years(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Years and what they make up; a later one may overlap an earlier one, which goes before it."""
    for match in _DECADE_OF_YEAR.finditer(folded):
        yield figure(*match.span(), _decade(int(match["y"]), match["part"]))
    for match in _DECADE.finditer(folded):
        yield from _decades(match)
    yield from (_before_christ(match) for match in _BEFORE_CHRIST.finditer(folded))
    for match in _A_CENTURY.finditer(folded):
        yield from _century(match, style)
    for match in _YEARS.finditer(folded):
        yield from _years(match)
    for match in _LIST.finditer(folded):
        yield figure(*match.span("y1"), str(number(match["y1"])), value=number(match["y1"]))
    yield from (_year(match) for match in _YEAR.finditer(folded))
    yield from (figure(*match.span(), *_quarter(match, "")) for match in _A_QUARTER.finditer(folded))
    for match in _MONTHS_OF_YEAR.finditer(folded):
        yield figure(*match.span(), *_first_months(number(match["ms"]), ""))
    for match in _SHORT.finditer(folded):
        yield figure(*match.span(), f"20{match['y']}", value=2000 + int(match["y"]))
    for match in _REPUBLIC.finditer(folded):
        year = 1911 + (1 if match["n"] == "元" else number(match["n"]))
        yield figure(*match.span(), str(year), value=year)
    for match in _COHORT.finditer(folded):
        born = f"{'20' if match['tens'] == '00' else '19'}{match['tens']}s"
        yield figure(*match.span(), f"people born in the {born}", f"the post-{born} generation")


def _before_christ(match: re.Match[str]) -> SourceFigure:
    if match["century"]:
        nth = ranked(int(match["y"]))
        return figure(*match.span(), f"the {nth} century BC", f"the {nth} century BCE")
    return figure(*match.span(), f"{match['y']} BC", f"{match['y']} BCE")


def _years(match: re.Match[str]) -> Iterator[SourceFigure]:
    """2020—2035年: a dash and from … to; the second may be shortened."""
    first, last = number(match["y1"]), number(match["y2"])
    if last < 100:
        last += first // 100 * 100
    if last <= first:
        return
    if match["end"]:
        yield figure(*match.span(), f"from {first} to the end of {last}", f"{first} to the end of {last}")
        return
    dashed, words = f"{first}–{last}", f"from {first} to {last}"
    forms = [words, dashed] if match["from"] else [dashed, words]
    yield figure(*match.span(), *forms, f"between {first} and {last}")


def _year(match: re.Match[str]) -> SourceFigure:
    year = str(number(match["y"]))
    start, end = match.span()
    forms = _part_of_year(match, year)
    if (
        match["by"]
        and not match["of"]
        and not (match["since"] or match["on"] or match["now"] or match["before"])
    ):
        forms = [f"by {form}" for form in forms[:1]] + forms
    elif match["by"]:
        start += 1
    if match["from"] and not (match["since"] or match["on"] or match["now"]):
        start += 1
    if match["of"] or match["around"] == "左右":
        end = match.end("a") if match["of"] else end
    if len(forms) == 1 and forms[0] == year:
        return figure(start, end, year, value=int(year))
    return figure(start, end, *forms, value=int(year) if year in forms else None)


def _part_of_year(match: re.Match[str], year: str) -> list[str]:
    said = {
        "since": [f"since {year}", year],
        "on": [f"from {year}", f"starting in {year}", f"since {year}", year],
        "now": [f"from {year} to the present", f"since {year}", year],
        "around": [f"around {year}", year],
        "before": [f"before {year}", f"by {year}", year],
        "end": [f"the end of {year}", f"late {year}"],
        "start": [f"early {year}", f"the beginning of {year}"],
        "mid": [f"mid-{year}", f"the middle of {year}"],
        "fiscal": [year, f"fiscal {year}"],
    }
    for group, forms in said.items():
        if match[group]:
            return forms
    if match["half"]:
        return [f"the {'first' if match['half'][0] == '上' else 'second'} half of {year}"]
    if match["q"] or match["qs"]:
        return _quarter(match, year)
    if match["months"]:
        return _first_months(number(match["ms"].replace("两", "二")), year)
    return [year]


def _quarter(match: re.Match[str], year: str) -> list[str]:
    of, behind = (f" of {year}", f" {year}") if year else ("", "")
    if match["qs"]:
        return [f"the first {'two' if match['qs'] in '两二2' else 'three'} quarters{of}"]
    at = number(match["q"])
    if match["qend"]:
        return [f"the end of the {_ORDINALS[at - 1]} quarter{of}", f"the end of Q{at}{behind}"]
    return [f"the {_ORDINALS[at - 1]} quarter{of}", f"Q{at}{behind}"]


def _first_months(count: int, year: str) -> list[str]:
    from workbench.text.number_words import cardinal

    of = f" of {year}" if year else ""
    if count == 1:
        return [f"the first month{of}"]
    return [f"the first {cardinal(count) if count < 10 else count} months{of}"]


def _start_of_century(match: re.Match[str]) -> int | None:
    if match["last"]:
        return 1900
    if match["this"]:
        return 2000
    return (number(match["nth"]) - 1) * 100 if match["nth"] else None


def _decade(start: int, part: str | None) -> str:
    if part in ("中后期",):
        return f"the mid- to late {start}s"
    return f"the {_PARTS.get((part or ' ')[0], '')}{start}s"


def _decades(match: re.Match[str]) -> Iterator[SourceFigure]:
    """90年代, 上世纪八十年代初, 五六十年代."""
    century = _start_of_century(match)
    tens = number(match["tens"])
    if match["low"]:
        low = number(match["low"])
        low = low * 10 if low < 10 else low
        if low >= tens:
            return
        base = 1900 if century is None else century
        word = "to" if match["between"] and match["between"] != "、" else "and"
        yield figure(
            *match.span(),
            f"the {base + low}s {word} {base + tens}s",
            f"the {base + low}s {word} the {base + tens}s",
        )
        return
    forms = [_decade((1900 if century is None else century) + tens, match["part"])]
    if century is None and tens < 30:
        forms.append(_decade(2000 + tens, match["part"]))
    yield figure(*match.span(), *forms)


def _century(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    part = match["part"] or ""
    if match["this"] and not part:
        return
    nth = 20 if match["last"] else 21 if match["this"] else number(match["nth"])
    names = [f"{word} century" for word in rank(nth, style)]
    if "半叶" in part:
        half = "first" if part[0] in "上前" else "second"
        forms = [f"the {half} half of the {name}" for name in names]
    elif part.startswith("中"):
        forms = [f"the middle of the {names[0]}", f"the mid-{names[0]}"]
    elif part:
        forms = [f"the {_PARTS[part[0]]}{names[0]}"]
    else:
        forms = [f"the {name}" for name in names]
    if match["last"] and not part:
        forms.insert(0, "the last century")
    if match["this"] and part.startswith("中"):
        forms.insert(0, "the middle of this century")
    yield figure(*match.span(), *forms)
