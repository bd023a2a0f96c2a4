"""memory: months, days and shortened years of an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.number_words import MONTH_NUMBERS

_MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<![\d.,$])(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_RANGE = r"(?: ?[-–—] ?| to | and | through )"
_MONTH_DAYS = re.compile(rf"\b{_MONTH} (?:the )?({_DAY})(?:{_RANGE}({_DAY})(?! (?:percent|{_MONTH})))?")
_DAYS_MONTH = re.compile(rf"(?:({_DAY}){_RANGE})?({_DAY}) (?:of )?{_MONTH}")
_NAME = re.compile(rf"\b(?<!Long )({_MONTH})")
_MAY_IS_A_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|[-–,(/]|\b(?:of|in|by|since|until|till|to|from|and|or|last|this|next|early|mid|late"
    r"|between|through|before|after|each|every))[ -]?$",
    re.I,
)
_SHORT_YEAR = re.compile(r"(?<![\w.,$])((?:1[5-9]|20|21)\d\d)[-–/](\d\d)(?![\w%]|[.,:/-]\d)")


def month_spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Months as (start, end, number), with the full stop of a shortened name before a day: `Mar. 5`."""
    for match in _NAME.finditer(text):
        name = match[1].rstrip(".")
        is_may = name == "May" and not (
            _MAY_IS_A_MONTH.search(text, max(0, match.start() - 9), match.start())
            or re.match(r" (?:the )?\d", text[match.end() : match.end() + 6])
        )
        if not is_may:
            is_dotted = re.match(r" \d", text[match.end() : match.end() + 2])
            yield match.start(), match.end() if is_dotted else match.start() + len(name), MONTH_NUMBERS[name]


def day_spans(text: str) -> Iterator[tuple[int, int]]:
    """Days that stand beside a month, each with its ending: `5` or `5th`."""
    seen: set[tuple[int, int]] = set()
    for pattern in (_MONTH_DAYS, _DAYS_MONTH):
        for match in pattern.finditer(text):
            seen.update(match.span(group) for group in (1, 2) if match[group])
    return iter(sorted(seen))


def short_year_spans(text: str) -> Iterator[tuple[int, int, int]]:
    """The 25 of 2021-25 as (start, end, whole year)."""
    for match in _SHORT_YEAR.finditer(text):
        year = int(match[1]) // 100 * 100 + int(match[2])
        if year > int(match[1]):
            yield match.start(2), match.end(2), year
