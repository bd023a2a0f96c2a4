"""text: English number words: cardinals and ordinals below a hundred, months, the endings of 1st, 2nd."""

from __future__ import annotations

import re

_ONES: list[str] = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
)
_TENS: list[str] = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}

MONTHS: list[str] = re.findall(
    r"\w+",
    "January February March April May June July August September October November December",
)
"""Names of the months; January is the first."""

_SHORT_MONTHS = [name[:3] for name in MONTHS]


def cardinal(value: int) -> str:
    """A number in words: twenty-one. `value` is 0 to 99."""
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(value: int) -> str:
    """A rank in words: twenty-first. `value` is 1 to 99."""
    head, dash, last = cardinal(value).rpartition("-")
    if last in _IRREGULAR:
        return head + dash + _IRREGULAR[last]
    return head + dash + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def ranked(value: int) -> str:
    """A rank in digits: 21st, 112th."""
    last = value % 100
    ending = "th" if 10 < last < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


CARDINALS = {cardinal(value): value for value in range(100)}
"""Number words to their values."""

ORDINALS = {ordinal(value): value for value in range(1, 100)}
"""Words for ranks to their values."""

MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(_SHORT_MONTHS, start=1)},
    "Sept": 9,
}
"""Names of months, whole and shortened, to their numbers."""


def month_like(number: int, example: str) -> str:
    """The name of a month (1 to 12), shortened if `example` is; May never takes a full stop."""
    if example in MONTHS:
        return MONTHS[number - 1]
    name = _SHORT_MONTHS[number - 1]
    return name + "." if example.endswith(".") and name != "May" else name
