"""memory: which English number renders which Chinese one, and what becomes of it when that one changes.

The rule is to do all or nothing: every number that changed must have its English, as often as the Chinese has
it, with nothing else in the Chinese that the same English might render; and no number of the English may come
from elsewhere, for what a translator worked out (`5 mu, or 0.33 hectares`) would be wrong afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal
from itertools import pairwise

from workbench.memory.numbers_agreement import article_before, measure_after, noun_agrees
from workbench.memory.numbers_english import EnglishNumber, Manner, english_figures
from workbench.memory.numbers_sorts import Numeral, Sort, may_render
from workbench.memory.numbers_wording import implied, says_more, unit_after, unspoken, worked_out
from workbench.memory.numbers_writing import written

Replacement = tuple[int, int, str]
"""Start and end in the English, and what comes there."""

_LONGEST = 15
"""Digits of a number that is still put right."""

_MOST = 300
"""Numbers of a text that is still put right; one with more is a table, and every number has its rivals."""

_WORDING = 10


def replacements(
    old: Sequence[Numeral], new: Sequence[Numeral], english: str, folded: str
) -> list[Replacement] | None:
    """What must be replaced in the English of a unit when its numbers become new ones.

    Args:
        old: the numbers of the unit's source, in order.
        new: those of the source looked up, one for each.
        english: the unit's English.
        folded: the unit's source.

    Returns:
        Replacements in order, that do not overlap; None where some number has no English of its own, or where
        it is not sure which it is. Empty where all values stay.
    """
    pairs = list(zip(old, new, strict=True))
    changed = [index for index, (one, other) in enumerate(pairs) if one.value != other.value]
    if len(pairs) > _MOST or not all(_may_change(*pairs[index]) for index in changed):
        return None
    if not changed:
        return []
    figures = english_figures(english)
    rendered = _renderings(old, figures)
    if says_more(folded, english) or _has_more(figures, old, rendered, english, folded):
        return None
    becomes: dict[int, tuple[Numeral, Numeral]] = {}
    for index in changed:
        if not _is_unique(index, pairs, rendered):
            return None
        becomes.update(dict.fromkeys(rendered[index], pairs[index]))
    kept = [one for one, other in pairs if one.value == other.value]
    rivals = _renderings(list(unspoken(folded, kept)), figures)
    if any(places and places <= becomes.keys() for places in rivals):
        return None
    return _rewritten(figures, becomes, english)


def _may_change(one: Numeral, other: Numeral) -> bool:
    digits = max(_length(one.value), _length(other.value))
    return one.sort == other.sort and digits <= _LONGEST


def _length(value: Decimal) -> int:
    return max(len(value.as_tuple().digits), value.adjusted() + 1)


def _has_more(
    figures: Sequence[EnglishNumber],
    numerals: Sequence[Numeral],
    rendered: Sequence[frozenset[int]],
    english: str,
    folded: str,
) -> bool:
    """Whether some number of the English is none of the Chinese."""
    accounted = frozenset[int]().union(*rendered)
    results = worked_out(numerals)
    said = implied(folded).union(numeral.value for numeral in numerals)
    # 3月5日 says neither three days nor five; 1—3月 may be three months.
    no_dates = implied(folded).union(
        numeral.value for numeral in numerals if numeral.sort not in (Sort.MONTH, Sort.DAY)
    )
    for place, figure in enumerate(figures):
        if place not in accounted:
            unit = unit_after(english, figure.end)
            known = no_dates if unit and not unit.startswith("month") else said
            if _is_derived(figure, known, results, bool(unit)):
                return True
    return False


def _is_derived(figure: EnglishNumber, said: Set[Decimal], results: Set[Decimal], is_measured: bool) -> bool:
    """Whether no number of the Chinese has this value; a small one in words is as often mere wording."""
    if figure.sort in (Sort.PERCENT, Sort.POINTS):
        return True
    if not said.isdisjoint(figure.values):
        return False
    if figure.manner in (Manner.WORDS, Manner.RANK_WORDS) and figure.value <= _WORDING:
        return figure.value in results or (figure.manner is Manner.WORDS and is_measured)
    return True


def _renderings(numerals: Sequence[Numeral], figures: Sequence[EnglishNumber]) -> list[frozenset[int]]:
    """For each number of the Chinese, which of the English numbers may say it."""
    places: dict[Decimal, list[int]] = {}
    for place, figure in enumerate(figures):
        for value in figure.values:
            places.setdefault(value, []).append(place)
    return [
        frozenset(
            place for place in places.get(numeral.value, ()) if may_render(figures[place].sort, numeral.sort)
        )
        for numeral in numerals
    ]


def _is_unique(
    index: int, pairs: Sequence[tuple[Numeral, Numeral]], rendered: Sequence[frozenset[int]]
) -> bool:
    """Whether the English of a changed number is its own, or shared with such as change in the same way."""
    # Beside a count such as 三个, the 三 of 三峡 is no rival; of 三多三少 each 三 is the other's.
    is_count = pairs[index][0].sure
    rivals = [
        place
        for place, (one, other) in enumerate(pairs)
        if rendered[place] & rendered[index] and (one.sure or one.value != other.value or not is_count)
    ]
    union = frozenset[int]().union(*(rendered[place] for place in rivals))
    is_alike = all(pairs[place][1].value == pairs[index][1].value for place in rivals)
    return bool(union) and is_alike and len(union) == len(rivals)


def _rewritten(
    figures: Sequence[EnglishNumber], becomes: dict[int, tuple[Numeral, Numeral]], english: str
) -> list[Replacement] | None:
    found: list[Replacement] = []
    texts: dict[int, str] = {}
    for place, (one, other) in sorted(becomes.items()):
        figure = figures[place]
        shown = english[figure.start : figure.end]
        text = written(figure, shown, other.value, one.value, _keeps_zeros(figure, one))
        if text is None or not noun_agrees(english, figure, other.value):
            return None
        article = article_before(english, figure.start, shown, text)
        if article:
            found.append(article)
        measure = english[figure.end : figure.measure_end]
        found.append((figure.start, figure.measure_end, text + measure_after(measure, other.value)))
        texts[place] = text
    return found if _ranges_hold(figures, texts, english) else None


def _keeps_zeros(figure: EnglishNumber, numeral: Numeral) -> bool:
    """Whether the English shows as many decimals as the Chinese: 5.20 for 5.20."""
    return figure.scale == 1 and _decimals(figure.figure) >= _decimals(numeral.value)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _ranges_hold(figures: Sequence[EnglishNumber], texts: dict[int, str], english: str) -> bool:
    """Whether the lower end of `3 to 5 million` may still borrow the word million from the upper end."""
    for place, (lower, upper) in enumerate(pairwise(figures)):
        text = texts.get(place + 1)
        if text is not None and lower.others and lower.scale == 1:
            before = english[upper.start : upper.end]
            if _scale_word(before) != _scale_word(text):
                return False
    return True


def _scale_word(text: str) -> str:
    return text.lstrip("0123456789.,").strip(" -").rpartition(" ")[2]
