"""memory: what stands around an English number and depends on it: a or an, points, a noun's plural."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.memory.numbers_english import EnglishNumber, is_labelled
from workbench.memory.numbers_sorts import Sort

_ARTICLE = re.compile(r"\b([Aa]n?) [$¥€£]?$")
_SPOKEN_VOWEL = re.compile(r"eight|eleven|8|1[18](?:,|(?!\d))|1[18]\d\d(?!\d)", re.I)
_POINT = re.compile(r"( (?:percentage )?point)s?$", re.I)
_SAME_IN_PLURAL = re.compile(r"-[A-Za-z]| (?:yuan|RMB|mu|li|jin|dan|won|yen|baht)\b", re.I)
_MONEY = re.compile(r"(?:[$¥€£]|RMB ?|CNY ?|USD ?)$")


def article_before(text: str, start: int, old: str, new: str) -> tuple[int, int, str] | None:
    """The article before a number whose sound changes, as (start, end, new article); None where it stays.

    Args:
        text: the English.
        start: offset of the number that is written anew, with `old` and `new` its text before and after.
    """
    match = _ARTICLE.search(text, max(0, start - 5), start)
    if match is None or begins_with_vowel(old) == begins_with_vowel(new):
        return None
    article = match[1][0] + ("n" if begins_with_vowel(new) else "")
    return None if article == match[1] else (match.start(1), match.end(1), article)


def begins_with_vowel(number: str) -> bool:
    """Whether a number is spoken with a vowel first: 8, 11, 18, 80, 11,000, 1860 (eighteen sixty), eighth."""
    return bool(_SPOKEN_VOWEL.match(number))


def measure_after(measure: str, value: Decimal) -> str:
    """The measure behind a number in singular or plural: ` percentage point`, ` percentage points`."""
    return _POINT.sub(r"\1" if value == 1 else r"\1s", measure)


def noun_agrees(text: str, old: EnglishNumber, value: Decimal) -> bool:
    """Whether the words after a number need no other form when it becomes `value`.

    They do from one to many and back: `one village was` is no `two village was`.
    """
    if old.sort not in (Sort.PLAIN, Sort.YEAR) or (old.value == 1) == (value == 1):
        return True
    if is_labelled(text, old.start) or _MONEY.search(text, max(0, old.start - 4), old.start):
        return True
    return bool(_SAME_IN_PLURAL.match(text, old.measure_end))
