"""documents: numbers that rise and lines that come back at distances like those between pages.

Distances are counted in printed lines (seams.py), so that it does not matter how the file breaks its lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

SHORTEST_PAGE = 8  # printed lines; stanzas are shorter
USUAL_PAGE = 12  # printed lines; where no number says that pages are so short
LONGEST_PAGE = 250  # printed lines: a sheet of newspaper columns
_ALIKE = 1.5  # factor between distances that are those of one sort of page
_MOSTLY = 0.6  # share of distances that must be alike; of distances at random about 0.3 are
_SKIPPED = 5  # pages in a row that may go without their number
_TIMES = 3  # pages that may go without a head that the others have
_PART = 8  # a page may be as short as this part of the others


def chains(values: Sequence[int], places: Sequence[int]) -> list[list[int]]:
    """Rows of numbers that rise as page numbers do, the longest and most even first; each index in one row.

    Args:
        values: the numbers, in the order of the file.
        places: printed lines before each.
    """
    page = _page_length(values, places)
    if page is None:
        return [[at] for at in range(len(values))]
    score, before = _scored(values, places, page)
    result: list[list[int]] = []
    free = [True] * len(values)
    for at in sorted(range(len(values)), key=score.__getitem__, reverse=True):
        chain: list[int] = []
        while at >= 0 and free[at]:
            free[at] = False
            chain.append(at)
            at = before[at]
        if chain:
            result.append(chain[::-1])
    return result


def _page_length(values: Sequence[int], places: Sequence[int]) -> float | None:
    """The commonest distance from a number to the next higher one."""
    where: dict[int, list[int]] = defaultdict(list)
    for value, place in zip(values, places, strict=True):
        where[value].append(place)
    gaps: list[int] = []
    for value, place in zip(values, places, strict=True):
        after = where.get(value + 1, ())
        following = bisect_left(after, place + SHORTEST_PAGE)
        if following < len(after) and after[following] - place <= LONGEST_PAGE:
            gaps.append(after[following] - place)
    if not gaps:
        return None
    gaps.sort()
    return max(
        gaps, key=lambda gap: bisect_right(gaps, gap * _ALIKE**0.5) - bisect_left(gaps, gap / _ALIKE**0.5)
    )


def _scored(values: Sequence[int], places: Sequence[int], page: float) -> tuple[list[float], list[int]]:
    """For each number the best row of pages of about the length `page` that ends in it: its score, which is
    its length less what is uneven, and the index of the number before it, or -1."""
    where: dict[int, list[int]] = defaultdict(list)
    score = [1.0] * len(values)
    before = [-1] * len(values)
    for at, (value, place) in enumerate(zip(values, places, strict=True)):
        for step in range(1, _SKIPPED + 1):
            known = where.get(value - step, ())
            for past in known[-_TIMES * _SKIPPED :]:
                gap = (place - places[past]) / step
                if not page / _PART <= gap <= _TIMES * page:
                    continue
                even = page / _ALIKE <= gap <= page * _ALIKE
                reached = score[past] + (1.0 if even else 0.25) - 0.1 * (step - 1)
                if reached > score[at]:
                    score[at], before[at] = reached, past
        where[value].append(at)
    return score, before


def steady(places: Sequence[int], values: Sequence[int] | None = None) -> bool:
    """Whether distances are like those between pages: long enough, and most of them alike.

    Args:
        places: printed lines before each of what comes back, ascending; fewer than two are not steady.
        values: the page number at each, where known: a distance is then shared among the pages passed.
    """
    if len(places) < 2:
        return False
    gaps = [float(after - before) for before, after in pairwise(places)]
    if values is not None:
        steps = [after - before for before, after in pairwise(values)]
        gaps = [gap / step for gap, step in zip(gaps, steps, strict=True) if step > 0]
    if not gaps:
        return False
    usual = median(gaps)
    times = 1 if values is not None else _TIMES
    alike = sum(_alike(gap, usual, times) for gap in gaps)
    shortest = SHORTEST_PAGE if values is not None else USUAL_PAGE
    return shortest <= usual <= times * LONGEST_PAGE and alike >= _MOSTLY * len(gaps)


def _alike(gap: float, usual: float, times: int) -> bool:
    if usual / _ALIKE <= gap <= usual * _ALIKE:
        return True
    whole = round(gap / usual)
    return 2 <= whole <= times and abs(gap / usual - whole) <= 0.25


def rising(values: Sequence[int], places: Sequence[int], pages: Sequence[int]) -> bool:
    """Whether numbers inside lines that come back are those of their pages.

    Args:
        values: the number in each line.
        places: printed lines before each.
        pages: form feeds before each.
    """
    steps = [after - before for before, after in pairwise(values)]
    if sum(step > 0 for step in steps) < 0.8 * len(steps):
        return False
    fed = sum(page - value == pages[0] - values[0] for page, value in zip(pages, values, strict=True))
    return (fed >= 0.8 * len(values) and pages[-1] > pages[0]) or steady(places, values)
