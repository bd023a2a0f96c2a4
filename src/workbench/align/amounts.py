"""align: Figure, a number in a text, and how its value is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or share as it stands in a text.

    Attributes:
        start: offset of its first character; `end` is after its last.
        token: what it says, in the same form in both languages (see `figures`).
    """

    start: int
    end: int
    token: str


def amount(value: Decimal) -> str:
    """The value in digits, without trailing zeros or an exponent: 64.2, 1400000000."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def apart(figures: Iterable[Figure]) -> list[Figure]:
    """Of figures that overlap the one that begins first, of several the longest; in order."""
    kept: list[Figure] = []
    end = 0
    for figure in sorted(figures, key=lambda figure: (figure.start, -figure.end)):
        if figure.start >= end:
            kept.append(figure)
            end = figure.end
    return kept
