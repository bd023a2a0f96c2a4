"""memory: the numbers of an English translation, each with the manner it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workbench.memory.numbers_dates import day_spans, month_spans, short_year_spans
from workbench.memory.numbers_sorts import Sort, Unread
from workbench.text.number_words import CARDINALS, ORDINALS
from workbench.text.numerals import Measure, Number, english_numbers


class Manner(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    RANK = "rank"
    """20th"""
    RANK_WORDS = "rank in words"
    MONTH = "month"
    SHORT_YEAR = "short year"
    """The 25 of 2021-25."""
    LOOSE = "loose"
    """In longer words: half a million, three hundred and twenty thousand."""
    FIXED = "fixed"
    """In a manner that is not written anew: 300-odd thousand."""


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number of an English text.

    Attributes:
        start: offset of its first character; `end` is after its figure and scale, before `percent`.
        sort: what it says.
        manner: how it is written.
        value: what it amounts to.
        figure: what its digits or words say, without the scale.
        scale: the explicit one, 10**6 for million; 1 without one.
        others: what it may amount to as well: the 3 of "3 to 5 million", 5m that is five metres.
        measure_end: offset after `percent`, `percentage points`; `end` where there is none.
    """

    start: int
    end: int
    sort: Sort
    manner: Manner
    value: Decimal
    figure: Decimal
    scale: Decimal = Decimal(1)
    others: tuple[Decimal, ...] = ()
    measure_end: int = 0

    @property
    def values(self) -> frozenset[Decimal]:
        """Every value it may stand for."""
        return frozenset((self.value, *self.others))


_RANK = re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b")
_RANK_WORD = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bone )(?<!\bone-)(?<!\bper )(?<!-)\b("
    + "|".join(sorted(ORDINALS, key=len, reverse=True))
    + r")\b(?!-)",
    re.I,
)
# Dates, ratios, versions and times of day; padded digits; names such as Shenzhou-15.
_NOT_A_NUMBER = re.compile(
    r"(?<!\d)(?:\d++(?:-\d++){2,}|\d++(?:/\d++)+|\d++(?:\.\d++){2,}|\d++(?::\d++)+)"
    r"|(?<![\d.,])0\d+"
    r"|\b(?!(?:mid|early|late|pre|post|non|another)-)[A-Za-z]+-\d[\d.,]*"
)
_NOT_BEFORE = re.compile(
    r" ?(?:[ap]\.?m\b|o['’]clock)| (?:in the (?:morning|afternoon|evening)|at night|sharp)\b"
    r"|[- ](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    r"|dozens?|score|decades?|centur(?:y|ies)|fortnights?|and a half)\b",
    re.I,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…][”’\"')]*\s+|[\n“\"(‘]\s*)$")
_LABEL = re.compile(
    r"\b(?:No\.?|Number|Nos\.?|Article|Chapter|Section|Part|Phase|Stage|Level|Class|Type|Tier|Item|Page|Volume"
    r"|Appendix|Annex|Table|Figure|Figures?|Paragraph|Category|Grade|Line|Route|Building|Room|Gate)\s$",
    re.I,
)
_SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "k": Decimal(10**3),
    **dict.fromkeys(("m", "mn", "mln"), Decimal(10**6)),
    **dict.fromkeys(("b", "bn", "bln"), Decimal(10**9)),
    **dict.fromkeys(("tn", "trn"), Decimal(10**12)),
}
_MEASURE = re.compile(r"(?: ?%|[ -]per ?cent|[ -](?:percentage[ -])?points?| ?pp)$", re.I)
_DIGITS = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(?: ?-?(thousand|million|billion|trillion|bn|bln|mn|mln|tn|trn|[kmb]))?", re.I
)
_IN_WORDS = re.compile(r"([a-z]+(?:[ -][a-z]+)??)(?:[ -](thousand|million|billion|trillion))?", re.I)


def english_figures(text: str) -> list[EnglishNumber]:
    """Numbers of an English text, in order; they do not overlap.

    Left out are times of day, fractions and names with a number in them (Three Gorges, Shenzhou-15).
    """
    unread = Unread(text)
    figures = (*_dates(text), *_ranks(text), *_cardinals(text))
    found = [figure for figure in figures if unread.take(figure.start, figure.measure_end)]
    return sorted(found, key=lambda figure: figure.start)


def is_labelled(text: str, start: int) -> bool:
    """Whether a label that takes a number stands before the offset: Article, No., Chapter."""
    return bool(_LABEL.search(text, max(0, start - 16), start))


def _dates(text: str) -> Iterator[EnglishNumber]:
    for start, end, month in month_spans(text):
        yield _simple(start, end, Sort.MONTH, Manner.MONTH, month)
    for start, end in day_spans(text):
        digits = re.match(r"\d+", text[start:end])
        if digits:
            manner = Manner.DIGITS if digits.end() == end - start else Manner.RANK
            yield _simple(start, end, Sort.DAY, manner, int(digits.group()))
    for start, end, year in short_year_spans(text):
        yield _simple(start, end, Sort.YEAR, Manner.SHORT_YEAR, year)


def _ranks(text: str) -> Iterator[EnglishNumber]:
    for match in _RANK.finditer(text):
        yield _simple(*match.span(), Sort.ORDINAL, Manner.RANK, int(match[1].replace(",", "")))
    for match in _RANK_WORD.finditer(text):
        yield _simple(*match.span(), Sort.ORDINAL, Manner.RANK_WORDS, ORDINALS[match[1].lower()])


def _simple(start: int, end: int, sort: Sort, manner: Manner, value: int) -> EnglishNumber:
    return EnglishNumber(start, end, sort, manner, Decimal(value), Decimal(value), measure_end=end)


def _cardinals(text: str) -> Iterator[EnglishNumber]:
    unread = Unread(text)
    for match in _NOT_A_NUMBER.finditer(text):
        unread.take(*match.span())
    for number in english_numbers(text):
        if (
            unread.take(number.start, number.end)
            and not _NOT_BEFORE.match(text, number.end)
            and not _is_name(text, number)
        ):
            yield _cardinal(text, number)


def _is_name(text: str, number: Number) -> bool:
    """A capital where no sentence begins, or before another capital: Three Gorges, the Two Sessions."""
    if not text[number.start].isupper() or is_labelled(text, number.start):
        return False
    return not _SENTENCE_START.search(text, max(0, number.start - 8), number.start) or bool(
        re.match(r"[- ][A-Z]", text[number.end : number.end + 2])
    )


def _cardinal(text: str, number: Number) -> EnglishNumber:
    shown = text[number.start : number.end]
    bare = _MEASURE.sub("", shown)
    end = number.start + len(bare)
    manner, figure, scale = _manner(bare, number.value)
    sort = {Measure.PERCENT: Sort.PERCENT, Measure.POINTS: Sort.POINTS}.get(number.measure, Sort.PLAIN)
    # "10 percent in 2020 to 12 percent in 2023": 2020 is the lower end of no range.
    if re.fullmatch(r"(?:1\d|20|21)\d\d", shown):
        sort = Sort.YEAR
    return EnglishNumber(
        number.start, end, sort, manner, number.value, figure, scale, number.others, number.end
    )


def _manner(bare: str, value: Decimal) -> tuple[Manner, Decimal, Decimal]:
    """Manner, figure and scale of a number without its measure."""
    one = Decimal(1)
    if match := _DIGITS.fullmatch(bare):
        return (
            Manner.DIGITS,
            Decimal(match[1].replace(",", "")),
            _SCALES[match[2].lower()] if match[2] else one,
        )
    if bare.lower() in CARDINALS:
        return Manner.WORDS, value, one
    match = _IN_WORDS.fullmatch(bare)
    if match and match[2] and match[1].lower() in (*CARDINALS, "a", "an"):
        scale = _SCALES[match[2].lower()]
        return Manner.WORDS, value / scale, scale
    return (Manner.FIXED if bare[0].isdecimal() else Manner.LOOSE), value, one
