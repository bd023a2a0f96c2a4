"""memory: what sorts of numbers there are, and which English ones may render which Chinese ones."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    """What a number says."""

    COUNT = "count"
    """Of things or money: English has a cardinal number."""
    PLAIN = "plain"
    """A number whose English may be cardinal or ordinal: 二十大 is the 20th congress, 3年 three years."""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PERCENT = "percent"
    POINTS = "percentage points"
    OTHER = "other"
    """Times of day, fractions, decades, names such as 5G: read, and never put right."""
    ORDINAL = "ordinal"
    """20th, twentieth; on the Chinese side only what has no numeral: 首次."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of a Chinese source.

    Attributes:
        start: offset in the folded text; `end` is after its last character, measure included.
        value: what it amounts to; the 3 of 3至5万 is 30,000.
        sure: no word that merely has a numeral sign in it, such as 统一.
    """

    start: int
    end: int
    value: Decimal
    sort: Sort
    sure: bool = True


_RENDERED_BY: dict[Sort, frozenset[Sort]] = {
    Sort.COUNT: frozenset([Sort.PLAIN, Sort.YEAR]),
    Sort.PLAIN: frozenset([Sort.PLAIN, Sort.ORDINAL, Sort.YEAR]),
    Sort.YEAR: frozenset([Sort.YEAR]),
    Sort.MONTH: frozenset([Sort.MONTH]),
    Sort.DAY: frozenset([Sort.DAY, Sort.ORDINAL]),
    Sort.PERCENT: frozenset([Sort.PERCENT]),
    Sort.POINTS: frozenset([Sort.POINTS]),
    Sort.OTHER: frozenset(),
    Sort.ORDINAL: frozenset([Sort.ORDINAL]),
}


def may_render(english: Sort, chinese: Sort) -> bool:
    """Whether a number of the one sort may be the English of one of the other."""
    return english in _RENDERED_BY[chinese]


class Unread:
    """Which characters of a text no number has been read from yet; a stretch is given away only once."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def take(self, start: int, end: int) -> bool:
        """Takes a stretch and says so; False, and nothing is taken, where part of it is gone already."""
        if any(self._taken[start:end]):
            return False
        self._taken[start:end] = b"\1" * (end - start)
        return True
