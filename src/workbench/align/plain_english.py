"""align: plain numbers of English, in digits and in words of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbench.align.amounts import Figure, amount
from workbench.align.phrases_english import SCALE_VALUES
from workbench.text.numerals import Measure, Number, english_numbers

_POINTS = re.compile(r"[a-z\d]-points?$|^[a-z -]+ points?$")
"""Points of a list or a plan: no percentage is told by `eight-point` or `three points`."""
_OWN_MEASURE = re.compile(r"(?:%|cent|points?|pp)$")
_ADDED = frozenset((" ", " and ", ", ", ", and "))
_RANGE = frozenset((" to ", " or ", "-"))


@dataclass(slots=True)
class _Part:
    """A number as it is being put together; `text` is what it is written with, without its measure."""

    start: int
    end: int
    text: str
    value: Decimal
    sign: str

    @property
    def scale(self) -> int:
        """The unit its last word names: 1000 for `three hundred thousand`."""
        return SCALE_VALUES.get(re.split("[ -]", self.text)[-1], 1)


def plain_figures(phrase: str) -> list[Figure]:
    """Numbers that `text.numerals` reads, with these put right:

    `two million three hundred thousand` and `five point two` are one number, the three of `three or four
    thousand` is 3000, and of a range in digits the lower end has the unit of the upper one.

    Args:
        phrase: English in lower case.
    """
    parts: list[_Part] = []
    for part in _parts(phrase):
        if not parts or not _joined(parts[-1], part, phrase[parts[-1].end : part.start]):
            parts.append(part)
    return [
        Figure(part.start, part.end, f"#{amount(part.value)}{part.sign}")
        for part in parts
        if part.text != "one"
    ]


def _joined(before: _Part, part: _Part, between: str) -> bool:
    """Add `part` to the number before it where it goes on with that; in a range scale that one as `part`."""
    if before.sign or not before.text[0].isalpha() or not part.text[0].isalpha():
        return False
    if between in _ADDED and before.scale > part.value and ("," not in between or part.value >= 100):
        before.end, before.text, before.sign = part.end, f"{before.text} {part.text}", part.sign
        before.value += part.value
        return True
    if part.value < 10 and (between == " point " or (between == " " and " point " in before.text)):
        places = 1 + before.text.partition(" point ")[2].count(" ") + (" point " in before.text)
        before.end, before.text, before.sign = part.end, f"{before.text}{between}{part.text}", part.sign
        before.value += part.value.scaleb(-places)
        return True
    scales = part.text.split()[1:]
    if between in _RANGE and before.scale == 1 and scales and all(word in SCALE_VALUES for word in scales):
        for word in scales:
            before.value *= SCALE_VALUES[word]
    return False


def _parts(phrase: str) -> Iterator[_Part]:
    for number in english_numbers(phrase):
        text = phrase[number.start : number.end]
        value, end, sign = _value(number, phrase), number.end, "%"
        if number.measure is Measure.PLAIN:
            sign = ""
        elif number.measure is Measure.POINTS and "percent" not in text and _POINTS.search(text):
            end, sign = number.start + text.rindex("point") - 1, ""
        elif text.isdecimal() and 1900 <= number.value < 2100:
            sign = ""  # in 2020 and 5%: no range, though it looks like one
        if text[-1] == "m" and value in number.others:
            end -= 1  # the m of metres is a word of its own
        yield _Part(number.start, end, phrase[number.start : end], value, sign)


def _value(number: Number, phrase: str) -> Decimal:
    """What the number is most likely to stand for."""
    if not number.others or _OWN_MEASURE.search(phrase, number.start, number.end):
        return number.value  # with a measure of its own it needs no other's unit
    if phrase[number.end - 1] == "m":  # metres, unless it is money
        return number.value if phrase[: number.start].endswith(("$", "€", "£", "¥")) else number.others[0]
    return number.value if number.scaled or number.value >= 1000 else number.others[-1]
