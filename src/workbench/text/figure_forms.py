"""text: how a figure is written in English: digits, words, million, percent, by the client's style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbench.text.number_words import cardinal, ordinal, ranked
from workbench.text.numerals import Measure

Percent = Literal["percent", "per cent", "%"]
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_MOST_DIGITS = 6
"""Of a figure before million and the like; a longer one is written out first: 1,234,567,890."""


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """The client's way with figures; what it does not ask for is still offered, in second place.

    Attributes:
        british: kilometres, tonnes; else kilometers, metric tons.
        day_first: 26 February 2014; else February 26, 2014.
        percent: percent, per cent or %.
        rmb: RMB 1.2 trillion; else 1.2 trillion yuan.
        words_below: whole numbers below it are words where they count things; 0 for digits always.
    """

    british: bool = False
    day_first: bool = False
    percent: Percent = "percent"
    rmb: bool = False
    words_below: int = 10


@dataclass(frozen=True, slots=True)
class SourceFigure:
    """A figure of a Chinese text and its English.

    Attributes:
        start: offset of its first character in the shown text; `end` is after its last.
        renderings: what may be written for it, the likeliest first; at least one.
        value: what it amounts to; None for a date, a vague figure, or where the English may say it otherwise.
        measure: percent, percentage points, or plain.
        date: month and day, by which a date is known again; None for all else.
    """

    start: int
    end: int
    renderings: tuple[str, ...]
    value: Decimal | None = None
    measure: Measure = Measure.PLAIN
    date: tuple[int, int] | None = None


def figure(
    start: int,
    end: int,
    *renderings: str,
    value: Decimal | int | None = None,
    measure: Measure = Measure.PLAIN,
    date: tuple[int, int] | None = None,
) -> SourceFigure:
    """A SourceFigure with each rendering once."""
    exact = None if value is None else Decimal(value)
    return SourceFigure(start, end, tuple(dict.fromkeys(renderings)), exact, measure, date)


def whole(value: Decimal) -> int | None:
    """The value as a whole number; None where it is none."""
    return int(value) if value == value.to_integral_value() else None


def digits(value: Decimal) -> str:
    """In digits, grouped by thousands, with the decimals it has: 6.0 stays 6.0."""
    return f"{value:,f}"


def scaled(value: Decimal, significant: int = 0) -> str:
    """With million, billion or trillion from a million on, else in digits: 1.2 trillion, 320,000.

    Args:
        significant: digits that the source wrote, whose zeros mean something: 1.20 trillion.
    """
    for name, size in _SCALES:
        if value >= size:
            shown = short(value / size, significant)
            if len(shown.replace(",", "").replace(".", "")) <= _MOST_DIGITS:
                return f"{shown} {name}"
    return short(value, significant)


def short(value: Decimal, significant: int = 0) -> str:
    """Without needless zeros behind the point; with so many significant digits at least."""
    plain = Decimal(f"{value.normalize():f}")
    before = max(0, plain.adjusted() + 1)
    decimals = max(-int(plain.as_tuple().exponent), significant - before, 0)
    return f"{plain:,.{decimals}f}"


def counted(value: Decimal, style: FigureStyle, significant: int = 0) -> Iterator[str]:
    """A number of things: three, 3; 32, thirty-two; 35 million, 35,000,000."""
    exact = whole(value)
    if exact is None or (significant and value < 10**6):
        yield scaled(value, significant)
        return
    if exact < 100:
        forms = [str(exact), cardinal(exact)]
        yield from reversed(forms) if exact < style.words_below else forms
        return
    yield scaled(Decimal(exact), significant)
    yield f"{exact:,}"


def measured(value: Decimal, significant: int = 0) -> str:
    """A number before a unit of measure or of money: always digits."""
    return scaled(value, significant)


def rank(value: int, style: FigureStyle) -> Iterator[str]:
    """A place in a row: first, 1st; 14th, fourteenth."""
    if not 0 < value < 100:
        yield ranked(value)
        return
    forms = [ranked(value), ordinal(value)]
    yield from reversed(forms) if value < style.words_below else forms


def percents(number: str, style: FigureStyle) -> Iterator[str]:
    """A share of a hundred in the client's way first."""
    forms = {"percent": f"{number} percent", "%": f"{number}%", "per cent": f"{number} per cent"}
    yield forms.pop(style.percent)
    if style.percent == "per cent":
        del forms["percent"]
    else:
        forms.pop("per cent", None)
    yield from forms.values()


def about(words: str, form: str) -> str:
    """A form with the words that say it is rounded in front, if there are any."""
    return f"{words} {form}" if words else form
