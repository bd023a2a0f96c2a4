"""memory: what is said of numbers without a number: doubled, a decade, Tuesday; 双方, 首次, 三农.

The English may have worked it out from the numbers of the Chinese (`doubled from 50 to 100`), so that it is
wrong when one of them changes. And the Chinese may be where an English number comes from (`the three parties`
from 三方), so that this one does not render the 三项 beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from workbench.memory.numbers_sorts import Numeral, Sort

_PART = "(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_OWN_WORDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(english, re.I), re.compile(chinese))
    for english, chinese in (
        (r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", "星期|礼拜|周[一二三四五六日末]"),
        (r"\b(?:re)?doubl(?:e[ds]?|ing)\b|\btwice\b", "[番倍双重]|[两2二][次度回]"),
        (
            r"\b(?:tripl|trebl|quadrupl|quintupl)|\b(?:two|three|four|five|six|seven|eight|nine|ten)-?fold\b",
            "[番倍重]",
        ),
        (r"\bhal(?:f|ves|ved?|ving)\b", "半|分之|成|/|50%|百分之五十"),
        (
            rf"\ban? {_PART}\b|\b(?:one|two|three|four|five|six|seven|eight|nine)[ -]{_PART}s?\b",
            "分之|成|/|季|刻|第",
        ),
        (r"\bdecades?\b", r"十[多余几]?[年载]|(?<!\d\d)0[多余]?年|年代"),
        (r"\bcentur(?:y|ies)\b|\bcentenar", "世纪|百[多余]?(?:周?年|岁)|100[多余]?(?:周?年|岁)"),
        (r"\bdozens?\b", "[几数]十|十[余多几二]|12|打"),
    )
)
"""Words that stand for a number, and what says as much in Chinese."""

_UNIT_AFTER = re.compile(
    r"[ -](?:(?:calendar|working|full|consecutive|square|cubic)[ -])?"
    r"(years?|months?|weeks?|days?|hours?|minutes?|hectares?|acres?|kilomet(?:er|re)s?|met(?:er|re)s?|miles?"
    r"|kilograms?|kilos?|grams?|tons?|tonnes?|dollars|euros|pounds|degrees?|km|kg)\b",
    re.I,
)
_IMPLIED = ((Decimal(3), re.compile("季")), (Decimal(6), re.compile("半年")))
_UNSPOKEN = (
    (
        Decimal(1),
        Sort.ORDINAL,
        re.compile(
            r"首(?=[次届个批家份条例支位期])|[前头](?=[\d一二两三四五六七八九十])|[上前]半|最[早先初]|率先|优先"
        ),
    ),
    (Decimal(2), Sort.ORDINAL, re.compile("再[次度]|又一次|[下后]半")),
    (Decimal(2), Sort.PLAIN, re.compile("双(?=[方边向侧])|两(?=[会岸])")),
    (Decimal(3), Sort.PLAIN, re.compile("三(?=农)")),
)
_NEVER_RENDERED = re.compile("十[分足]|二氧化|二维|三角|四川|[二三四五六七八九十]是")
_LEAST, _MOST = 2, 10
"""Numbers that may be worked out and written in a word that as often is mere wording: the two sides."""


def says_more(folded: str, english: str) -> bool:
    """Whether the English has words that stand for a number where the Chinese, folded, has none such."""
    return any(words.search(english) and not said.search(folded) for words, said in _OWN_WORDS)


def unit_after(english: str, end: int) -> str:
    """The unit of measure or of time at the offset, or nothing; a number before one is no mere wording."""
    match = _UNIT_AFTER.match(english, end)
    return match[1].lower() if match else ""


def implied(folded: str) -> set[Decimal]:
    """Values that the Chinese says in words of its own: the three months of 一季度."""
    return {value for value, words in _IMPLIED if words.search(folded)}


def worked_out(numerals: Sequence[Numeral]) -> set[Decimal]:
    """Small values that are the sum, the difference or the ratio of two numbers: 5 from 2018 and 2023."""
    said = Counter(numeral.value for numeral in numerals if numeral.sure)
    return {value for value in map(Decimal, range(_LEAST, _MOST + 1)) if _follows(value, said)}


def _follows(value: Decimal, said: Counter[Decimal]) -> bool:
    return any(
        one + value in said
        or (one > 0 and one * value in said)
        or (value - one in said and (said[one] > 1 or value != 2 * one))
        for one in said
    )


def unspoken(folded: str, kept: Sequence[Numeral]) -> Iterator[Numeral]:
    """What else an English number may come from: 首次 (for the first time), 双方, the 三 of 三方.

    Args:
        folded: the Chinese.
        kept: its numerals that do not change.
    """
    for value, sort, words in _UNSPOKEN:
        for match in words.finditer(folded):
            yield Numeral(match.start(), match.end(), value, sort, sure=False)
    for numeral in kept:
        if not numeral.sure and numeral.value >= _LEAST and not _NEVER_RENDERED.match(folded, numeral.start):
            yield numeral
