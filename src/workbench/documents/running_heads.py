"""documents: running heads and feet: lines that come back page by page, the same but for a number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from workbench.documents.page_runs import rising, steady
from workbench.documents.seams import EDGE, Seam, is_prose
from workbench.documents.sight import Sight, digits_of

_PROSE = 0.8  # of the lines; in programs and tables a broken sentence is no sign of a page
_OFTEN = 0.5  # share of heads inside a sentence where nothing else shows that a page ends
_MANY = 6  # heads; the share may be lower where many come back at even distances
_NUMBERED = 1 / 3  # that share there, and where the lines hold numbers that rise as pages do
_SOMETIMES = 0.15  # the same where pages are known to end there
_ON_MOST_PAGES = 0.4  # heads of left-hand or of right-hand pages are on half of them
_ON_ALL_PAGES = 0.8  # a line on nearly every page needs no broken sentence to be known
_AT_ENDS = 0.7  # share of heads that stand at a page's end; one may be the title they repeat
_COUNTERS = re.compile(
    "article|section|chapter|part|table|fig|figure|box|chart|plate|step|question|exercise|example|lesson|unit"
    "|item|rule|note|day|no|appendix|annex|第?[条章节款项课题例]|[图表题问答注年月]|年月|年月日|月日|专栏|附[件表录]"
    "|步骤|问题|实例|案例"
)
"""Words that count parts of a text: `Table 3` and `第3条` differ by their digits and are no heads."""


@dataclass(frozen=True, slots=True)
class _Family:
    """Lines that are the same but for numbers.

    Attributes:
        rows: their indexes, ascending.
        numbered: whether they hold numbers that rise as page numbers do.
        titled: whether the first has no such number, as a title has none.
    """

    rows: list[int]
    numbered: bool = False
    titled: bool = False


def find_heads(sight: Sight) -> None:
    """Add running heads and feet to what was found; page numbers were looked for before."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(sight.keys):
        if key and at in sight.seam_of:
            groups[key].append(at)
    families = [family for key, group in groups.items() for family in _families(sight, key, group)]
    running: set[int] = set()
    rare: list[_Family] = []
    for family in sorted(families, key=lambda family: not family.numbered):
        heads = _heads(sight, family)
        running.update(heads)
        if family.numbered:
            sight.found.update(heads)  # they show where pages end
        if not heads:
            rare.append(family)
    lone = [at for family in rare for at in _rare_heads(sight, family, running)]
    sight.found.update(running, lone)


def _families(sight: Sight, key: str, group: list[int]) -> list[_Family]:
    digits = {at: digits_of(sight.rows[at].text) for at in group}
    alike = Counter(map(len, digits.values())).most_common(1)[0][0]
    usual = [at for at in group if len(digits[at]) == alike]
    varying = [place for place in range(alike) if len({digits[at][place] for at in usual}) > 1]
    if not varying and len(usual) == len(group):
        return [_Family(group)]
    places = [sight.rows[at].place for at in usual]
    pages = [sight.rows[at].page for at in usual]
    counted = [[digits[at][place] for at in usual] for place in varying]
    if varying and not _COUNTERS.fullmatch(key) and all(rising(values, places, pages) for values in counted):
        return [_Family(group, True, len(digits[group[0]]) != alike)]
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at in group:
        same[digits[at]].append(at)
    return [_Family(rows) for rows in same.values() if len(rows) > 1]


def _heads(sight: Sight, family: _Family) -> list[int]:
    """Those of the lines that are heads, if they are running heads at all."""
    rows = family.rows
    ends = [sight.at_page_end(at) for at in rows]
    breaks = [sight.interrupts(at) for at in rows]
    if not _is_running(sight, family, ends, breaks):
        return []
    gaps = [sight.rows[after].place - sight.rows[before].place for before, after in pairwise(rows)]
    half = median(gaps) / 2
    drop = [any(why) for why in zip(ends[1:], breaks[1:], (gap >= half for gap in gaps), strict=True)]
    # The first may be the title that the others repeat; a title has no page number and no columns.
    dressed = (family.numbered and not family.titled) or _is_spread(sight.rows[rows[0]].text)
    first = breaks[0] or (dressed and (family.numbered or ends[0]))
    return [at for at, dropped in zip(rows, [first, *drop], strict=True) if dropped]


def _is_running(sight: Sight, family: _Family, ends: Sequence[bool], breaks: Sequence[bool]) -> bool:
    rows = family.rows
    head = sight.rows[rows[0]]
    if len(rows) < 3 or (head.text[0].islower() and not sight.is_small(rows[0])):
        return False
    share = sum(breaks) / len(rows)
    span = range(rows[0], rows[-1] + 1)
    # The seams at which a page is known to end: heads are on most pages, or on most of one side.
    known = sum(seam.first in span and _ends_page(sight, seam) for seam in sight.seams)
    if sum(ends) >= _AT_ENDS * (len(rows) - 1):
        if any(breaks) and share >= _SOMETIMES and len(rows) >= _ON_MOST_PAGES * known:
            return True
        return len(rows) > 3 and len(rows) >= _ON_ALL_PAGES * known
    if sight.prose < _PROSE:
        return False
    if family.numbered:
        return share >= _NUMBERED and sum(breaks) > 1
    if known > len(rows) / 2 or len(rows) < 4 or not sight.is_short(rows[0]) or not is_prose(head.text):
        return False
    least = _OFTEN if len(rows) < _MANY else _NUMBERED
    return share >= least and steady([sight.rows[at].place for at in rows])


def _rare_heads(sight: Sight, family: _Family, running: Collection[int]) -> list[int]:
    """Of lines that come back too seldom, those inside a sentence at a page's end that has no other head."""
    if not sight.is_short(family.rows[0]) or sight.prose < _PROSE:
        return []
    result: list[int] = []
    for at in family.rows:
        seam = sight.seam_of[at]
        row = range(seam.first, seam.last + 1)
        alone = len(row) <= EDGE and not any(one in running for one in row)
        if alone and seam.interrupted and sight.at_page_end(at):
            result.append(at)
    return result


def _is_spread(text: str) -> bool:
    """Whether a line is set in columns across the page, as a title is not."""
    return "   " in text or "\t" in text


def _ends_page(sight: Sight, seam: Seam) -> bool:
    return seam.fed or any(at in sight.found for at in range(seam.first, seam.last + 1))
