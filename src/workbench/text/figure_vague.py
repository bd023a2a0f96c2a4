"""text: figures that only say how large something is: 数百 is hundreds of, 上亿 100 million or more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from workbench.text.figure_forms import FigureStyle, SourceFigure, figure, measured
from workbench.text.figure_units import UNITS, Sort, unit_pattern

_SIZES = {
    "十": "dozens",
    "百": "hundreds",
    "千": "thousands",
    "万": "tens of thousands",
    "十万": "hundreds of thousands",
    "百万": "millions",
    "千万": "tens of millions",
    "亿": "hundreds of millions",
    "十亿": "billions",
    "百亿": "tens of billions",
    "千亿": "hundreds of billions",
    "万亿": "trillions",
}
_OVER = {
    "百": "100",
    "千": "1,000",
    "万": "10,000",
    "十万": "100,000",
    "百万": "1 million",
    "千万": "10 million",
    "亿": "100 million",
    "十亿": "1 billion",
    "百亿": "10 billion",
    "千亿": "100 billion",
    "万亿": "1 trillion",
}
_SIZE = "[十百千]?[万亿]|万亿|[十百千]"
_SEVERAL = re.compile(
    rf"(?<![\d.一二两三四五六七八九十百千万亿点第无])[数几](?P<size>万亿|[十百千]?[万亿]|[十百千])(?P<unit>{unit_pattern()})?(?!分之)"
)
_UP_TO = re.compile(rf"(?<![以献达])上(?P<size>万亿|[十百千]?[万亿]|[百千])(?P<unit>{unit_pattern()})")
_ROUND = re.compile(
    rf"(?<![\d.一二两三四五六七八九十百千万亿数几上])(?:(?P<size>万亿|[十百千]?[万亿]|[百千])[余多]|(?P<over>近|逾|超|过)(?P<bare>万亿|[百千]?[万亿]|[百千])(?![分\d]))"
    rf"(?P<unit>{unit_pattern()})"
)
_CROWD = re.compile("(?P<crowd>成百上千|成千上万|亿万|数以(?P<size>[十百千万亿]+)计)")
_CROWDS = {
    "成百上千": ("hundreds of", "hundreds and thousands of"),
    "成千上万": ("thousands upon thousands of", "tens of thousands of"),
    "亿万": ("hundreds of millions of", "millions upon millions of"),
}
_TENS = re.compile(
    rf"(?<![\d.一二三四五六七八九十])(?P<tens>[二三四五六七八九]?十)[几来](?P<scale>[万亿])?(?P<unit>{unit_pattern()})?"
)


def vague(folded: str, style: FigureStyle) -> Iterator[SourceFigure]:
    """Vague figures of a folded text; a later one may overlap an earlier one, which goes before it."""
    for match in _CROWD.finditer(folded):
        forms = _CROWDS.get(match["crowd"]) or _sized(match["size"])
        if forms:
            yield figure(*match.span(), *forms)
    for match in _SEVERAL.finditer(folded):
        yield figure(*match.span(), *_with_unit(_SIZES[match["size"]], match["unit"], style))
    for match in _UP_TO.finditer(folded):
        over = _OVER[match["size"]]
        many = _with_unit(_SIZES[match["size"]], match["unit"], style)
        yield figure(*match.span(), *_bare(over, match["unit"], style, "{} or more"), *many)
    for match in _ROUND.finditer(folded):
        size = match["size"] or match["bare"]
        words = "nearly {}" if match["over"] == "近" else "more than {}"
        if size in _OVER:
            yield figure(*match.span(), *_bare(_OVER[size], match["unit"], style, words))
    for match in _TENS.finditer(folded):
        yield from _tens(match, style)


def _sized(size: str) -> tuple[str, ...]:
    return (f"{_SIZES[size]} of",) if size in _SIZES else ()


def _unit_word(name: str | None, style: FigureStyle) -> str:
    unit = UNITS.get(name or "")
    if unit is None or unit.sort in (Sort.COUNT, Sort.AGE):
        return ""
    return unit.word(plural=True, british=style.british)


def _with_unit(size: str, name: str | None, style: FigureStyle) -> list[str]:
    """dozens of, dozens of kilometers."""
    if name == "年" and size in ("dozens", "hundreds"):
        return ["decades" if size == "dozens" else "centuries", f"{size} of years"]
    unit = _unit_word(name, style)
    return [f"{size} of {unit}"] if unit else [f"{size} of", size]


def _bare(size: str, name: str | None, style: FigureStyle, words: str) -> list[str]:
    unit = _unit_word(name, style)
    return [words.format(f"{size} {unit}" if unit else size)]


def _tens(match: re.Match[str], style: FigureStyle) -> Iterator[SourceFigure]:
    """十几个 is more than 10, a dozen or so; 三十几 more than 30; 十几万 more than 100,000."""
    tens = 10 * ("一二三四五六七八九".find(match["tens"][0]) + 1 if len(match["tens"]) > 1 else 1)
    unit = _unit_word(match["unit"], style)
    behind = f" {unit}" if unit else ""
    if match["scale"]:
        size = measured(Decimal(tens * {"万": 10**4, "亿": 10**8}[match["scale"]]))
        yield figure(*match.span(), f"more than {size}{behind}", f"over {size}{behind}")
        return
    forms = [f"more than {tens}{behind}"]
    if tens == 10:
        forms.append(f"a dozen or so{behind}")
    if match["unit"] or "几" in match.group():
        yield figure(*match.span(), *forms)
