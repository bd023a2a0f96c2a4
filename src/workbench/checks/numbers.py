"""checks: numbers, compared by value: 32万 is 320,000 in any spelling of it, and not 3.2 million.

Looked at are Chinese figures with 万 and 亿, percentages and percentage points. A finding is made only where
there is no innocent reading: not where a unit may have been converted (亩, 斤, 千瓦), not for 百分之百 meant
as "wholly", not for a rounding that says it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.model.findings import Finding, Severity
from workbench.model.segments import Segment
from workbench.text.fold import fold_mapped
from workbench.text.numerals import Measure, Number, chinese_numbers, english_numbers

# A unit that a translator may convert: the figure is compared only beside the same unit in English.
_UNITS: tuple[tuple[str, str], ...] = (
    ("千瓦时", r"kWh|kilowatt[- ]?hours?"),
    ("千瓦", r"kW|kilowatts?"),
    ("平方公里", r"km2|km²|square (?:km|kilomet(?:er|re)s?)"),
    ("平方米", r"m2|m²|square met(?:er|re)s?"),
    ("立方米", r"m3|m³|cubic met(?:er|re)s?"),
    ("公里", r"km|kilomet(?:er|re)s?"),
    ("千米", r"km|kilomet(?:er|re)s?"),
    ("公斤", r"kg|kilograms?|kilos?"),
    ("千克", r"kg|kilograms?|kilos?"),
    ("公顷", r"ha|hectares?"),
    ("吨", r"(?:metric )?(?:tons?|tonnes?)"),
    ("亩", r"mu"),
    ("斤", r"jin|catties|catty"),
    ("里", r"li"),
    ("石", r"dan|shi"),
    ("米", r"met(?:er|re)s?|m"),
    ("升", r"lit(?:er|re)s?"),
)
_BETWEEN_FIGURE_AND_UNIT = r"[ -](?:\w+[ -]){0,2}"

_UNFINISHED = re.compile(r"[,.]?\s?\w*")

_OUT_OF = r"[- ](?:in|out[- ]of)[- ](?:every[- ])?"
_FRACTIONS: tuple[tuple[str, float], ...] = (
    (rf"\bhalf\b|\bhalv(?:e|es|ed|ing)\b|\bone{_OUT_OF}two\b", 50),
    (rf"\bthree[- ]quarters?\b|\bthree{_OUT_OF}four\b", 75),
    (rf"\bquarters?\b|\bone{_OUT_OF}four\b", 25),
    (rf"\btwo[- ]thirds?\b|\btwo{_OUT_OF}three\b", 66.7),
    (rf"\bthirds?\b|\bone{_OUT_OF}three\b", 33.3),
    (rf"\btwo[- ]fifths?\b|\btwo{_OUT_OF}five\b", 40),
    (rf"\bthree[- ]fifths?\b|\bthree{_OUT_OF}five\b", 60),
    (rf"\bfour[- ]fifths?\b|\bfour{_OUT_OF}five\b", 80),
    (rf"\bfifths?\b|\bone{_OUT_OF}five\b", 20),
    (r"\beighths?\b", 12.5),
    (rf"\btenths?\b|\bone{_OUT_OF}ten\b", 10),
    (rf"\bnine[- ]tenths?\b|\bnine{_OUT_OF}ten\b", 90),
)
_WHOLES = re.compile(
    r"\b(?:all|full(?:y)?|whol(?:e|ly)|entire(?:ly)?|every|each|complete(?:ly)?|total(?:ly)?|universal(?:ly)?"
    r"|absolute(?:ly)?|doubl\w+|twofold|twice|tripl\w+|threefold|quadrupl\w+|\w*fold|times)\b",
    re.I,
)


def findings(segment: Segment) -> tuple[Finding, ...]:
    """What is wrong with the numbers of a row, in the order of its source.

    Returns:
        A finding with `missing` where a figure is absent from the English; one without it where the English
        has the same digits on another scale, or percent for percentage points. None for an empty target.
    """
    target = segment.target.text
    if not target.strip():
        return ()
    source = fold_mapped(segment.source.text)
    chinese, english = chinese_numbers(source.text), english_numbers(target)
    explained = frozenset[Decimal]().union(*(number.values for number in chinese))
    loose = [number for number in english if not number.values & explained and not _is_year(number, target)]
    said = {(number.value, number.measure) for number in chinese}
    mixed_up = [number for number in english if number.measure and (number.value, number.measure) not in said]
    found: list[Finding] = []
    for number in chinese:
        if not (number.scaled or number.measure) or _is_rendered(number, english, target):
            continue
        unit = _unit_after(source.text, number.end)
        if unit and not re.search(rf"\b(?:{unit})\b", target, re.I):
            continue
        shown = source.span(number.start, number.end)
        figure = segment.source.text[shown[0] : shown[1]]
        wrong = next(_counterparts(number, mixed_up, loose, target, unit), None)
        found.append(_finding(segment.id, number, figure, shown, wrong, target))
    return tuple(found)


def _is_rendered(number: Number, english: Sequence[Number], target: str) -> bool:
    """Whether the English says this value somehow."""
    for other in english:
        if other.values & number.values and not _clash(number.measure, other.measure):
            return True
        if (number.about or other.about) and other.measure == number.measure and _rounds_to(number, other):
            return True
    return bool(number.measure) and _said_otherwise(number.value, target)


def _clash(one: Measure, other: Measure) -> bool:
    """Percent against percentage points; a bare figure agrees with either."""
    return bool(one and other and one != other)


def _rounds_to(number: Number, other: Number) -> bool:
    """Whether the other is this value with fewer digits, two at least."""
    digits = len(_digits(other.value))
    if digits < 2 or digits >= len(_digits(number.value)) or not other.value:
        return False
    step = Decimal(10) ** (other.value.adjusted() - digits + 1)
    return abs(other.value - number.value) < step


def _said_otherwise(value: Decimal, target: str) -> bool:
    """A percentage said as a fraction, or as all, double, threefold."""
    if value >= 100 and not value % 100 and _WHOLES.search(target):
        return True
    return any(
        abs(float(value) - fraction) < 1 and re.search(pattern, target, re.I)
        for pattern, fraction in _FRACTIONS
    )


def _counterparts(
    number: Number, mixed_up: Sequence[Number], loose: Sequence[Number], target: str, unit: str
) -> Iterator[Number]:
    """Numbers of the English that are this one gone wrong: scale lost or mistaken, or the wrong measure."""
    if number.measure:
        yield from (o for o in loose if o.measure == number.measure and _same_digits(number, o))
        yield from (o for o in mixed_up if _clash(number.measure, o.measure) and number.value == o.value)
        return
    for other in loose:
        after = target[other.end :]
        if other.measure or not _same_digits(number, other):
            continue
        if not other.scaled and (len(_digits(other.value)) < 2 or _UNFINISHED.fullmatch(after)):
            continue  # "one" or 5 is too common to be a 1万 gone wrong; "32" may be on its way to 320,000
        if not unit or re.match(rf"{_BETWEEN_FIGURE_AND_UNIT}(?:{unit})\b", after, re.I):
            yield other


def _same_digits(number: Number, other: Number) -> bool:
    return _digits(number.value) == _digits(other.value) and number.value != other.value


def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits that count: 3 and 2 of 320,000 and of 3.2."""
    return value.normalize().as_tuple().digits


def _is_year(number: Number, target: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", target[number.start : number.end]))


def _unit_after(source: str, end: int) -> str:
    """The English of a convertible unit that follows a figure; empty where none does."""
    after = source[end : end + 6].lstrip("多余")
    return next((english for chinese, english in _UNITS if after.startswith(chinese)), "")


def _finding(
    row: int, number: Number, figure: str, span: tuple[int, int], wrong: Number | None, target: str
) -> Finding:
    english = in_english(number, target)
    if wrong is None:
        said = figure if _says_itself(number, figure) else f"{figure} ({english})"
        message = f"{said} is not in the English"
        return Finding(row, "numbers.missing", Severity.WARNING, message, span, None, english, missing=True)
    there = target[wrong.start : wrong.end].strip()
    ours = f"the Chinese has {english}" if _says_itself(number, figure) else f"{figure} is {english}"
    message = f"{ours}; the English has {there}"
    return Finding(
        row, "numbers.value", Severity.ERROR, message, span, (wrong.start, wrong.end), english, missing=False
    )


def _says_itself(number: Number, figure: str) -> bool:
    """64.2% needs no translation; 百分之六十四 and 32万 do."""
    return number.measure is Measure.PERCENT and "分" not in figure


def in_english(number: Number, target: str = "") -> str:
    """A Chinese number as English prose writes it: 320,000, 3.2 million, 64.2 percent.

    Args:
        number: from `text.numerals.chinese_numbers`.
        target: the English it is to stand in; its own way with percentages is followed.
    """
    if number.measure is Measure.POINTS:
        return f"{_plain(number.value)} percentage point{'' if number.value == 1 else 's'}"
    if number.measure is Measure.PERCENT:
        if re.search(r"\d ?%", target):
            return f"{_plain(number.value)}%"
        return f"{_plain(number.value)} {'per cent' if 'per cent' in target.lower() else 'percent'}"
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if number.value >= size and len(_digits(number.value)) <= 5:
            return f"{_plain(number.value / size)} {name}"
    return _plain(number.value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
