"""text: whether the English says a figure of the Chinese already, and how often."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.figure_forms import SourceFigure
from workbench.text.number_words import MONTHS
from workbench.text.numerals import english_numbers

_LOOSE = re.compile(
    "^(?:the past|over the past|over|more than|nearly|about|at least|at most|the|from|since|by|to|before"
    "|around|an?) "
)


def times_said(figure: SourceFigure, english: str) -> int:
    """How often the English says a figure: in one of its renderings, by its value, or by month and day.

    Args:
        english: plain text.
    """
    starts = {
        match.start()
        for form in figure.renderings
        for match in _pattern(_LOOSE.sub("", form, count=1)).finditer(english)
    }
    if figure.date:
        starts |= {match.start() for match in _dated(figure.date).finditer(english)}
    found = len(starts)
    if figure.value is not None:
        numbers = english_numbers(english)
        by_value = sum(
            figure.value in number.values
            and (not number.measure or not figure.measure or number.measure is figure.measure)
            for number in numbers
        )
        found = max(found, by_value)
    return found


@lru_cache(maxsize=512)
def _pattern(form: str) -> re.Pattern[str]:
    """A rendering as it may stand: nothing of a word beside it, any dash, a space for a hyphen."""
    words = re.escape(form).replace(r"\-", "[- ]").replace(r"\ ", r"\s+")
    words = words.replace("–", "[-–—]").replace("−", "[-−–]")
    before = r"(?<![\w.,])" if form[0].isdigit() else r"(?<!\w)"
    after = r"(?![\w%]|[.,]\d)" if form[-1].isalnum() else ""
    return re.compile(before + words + after, re.I)


@lru_cache(maxsize=128)
def _dated(date: tuple[int, int]) -> re.Pattern[str]:
    """Month and day in either order, the month whole or shortened."""
    name = MONTHS[date[0] - 1]
    month = rf"(?:{name}|{name[:3]}t?\.?)"
    day = rf"{date[1]}(?:st|nd|rd|th)?"
    return re.compile(rf"\b{month} (?:the )?{day}\b|\b{day} (?:of )?{month}(?!\w)")


def said_in(figure: SourceFigure, other: SourceFigure) -> bool:
    """Whether the English of another figure says this one too: the 2014 of February 26, 2014."""
    return any(
        _pattern(_LOOSE.sub("", form, count=1)).search(other.renderings[0]) for form in figure.renderings
    )
