"""documents: page furniture: running heads and feet and page numbers, which are no text of the author's.

Everything is decided on the document itself, by what a reader goes by too. Page numbers rise, page by page,
at distances like those of the other pages; heads come back at such distances. Headings, refrains and items do
that as well, so a third thing is asked for: furniture stands where a page ends - at a form feed, or inside a
sentence that breaks off before it and goes on after it. What comes back but breaks no sentence is kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.documents.cues import Ending, ending
from workbench.documents.page_numbers import Form, PageNumber, numeral, page_number
from workbench.documents.page_runs import chains, rising, steady
from workbench.documents.seams import EDGE, Row, Seam, rows_of, seams_of
from workbench.text.fold import fold

_LONGEST_HEAD = 48.0  # em: a line across a wide page
_OFTEN = 1 / 3  # share of page ends at which a sentence must break off: three of four do in prose
_SOMETIMES = 0.15  # the same where something else shows that a page ends
_ON_MOST_PAGES = 0.4  # heads of left-hand or of right-hand pages are on half of them
_YEARS = range(1000, 3000)
_NUMBER = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\d\W_]+")
_LONE_ROMAN = re.compile(r"^[ivxlc]{1,8}(?=\s)|(?<=\s)[ivxlc]{1,8}$")
_COUNTERS = re.compile(
    "article|section|chapter|part|table|fig|figure|box|chart|plate|step|question|exercise|example|lesson|unit"
    "|item|rule|note|day|no|appendix|annex|第?[条章节款项课题例]|[图表题问答注年月]|年月|年月日|月日|专栏|附[件表录]"
    "|步骤|问题|实例|案例"
)
"""Words that count parts of a text: `Table 3` and `第3条` differ by their digits and are no heads."""


@dataclass(slots=True)
class _Sight:
    """All that is known of the document: per row, and what was found to be furniture so far."""

    rows: list[Row]
    numbers: dict[int, PageNumber]
    keys: list[str]
    seams: list[Seam] = field(default_factory=list)
    seam_of: dict[int, Seam] = field(default_factory=dict)
    edges: set[int] = field(default_factory=set)
    found: set[int] = field(default_factory=set)

    def interrupts(self, row: int) -> bool:
        """Whether a sentence breaks off around the row."""
        return row in self.seam_of and self.seam_of[row].interrupted

    def share(self, rows: Sequence[int]) -> float:
        """Share of `rows` around which a sentence breaks off."""
        return sum(self.interrupts(row) for row in rows) / max(1, len(rows))

    def at_page_end(self, row: int) -> bool:
        """Whether the row stands at a form feed or beside a page number that was found."""
        seam = self.seam_of[row]
        return row in self.edges or any(one in self.found for one in range(seam.first, seam.last + 1))


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """Lines that belong to the pages and not to the text: page numbers, running heads and feet.

    Args:
        lines: all lines of a file, form feeds left in them.

    Returns:
        0-based numbers of lines, none of them blank. A title stays where it stands first.
    """
    sight = _look(lines)
    _find_numbers(sight)
    _find_heads(sight)
    return frozenset(sight.rows[row].at for row in sight.found)


def _look(lines: Sequence[str]) -> _Sight:
    rows = rows_of(lines)
    numbers = {at: found for at, row in enumerate(rows) if (found := page_number(row.text))}
    keys = ["" if at in numbers else _key(row) for at, row in enumerate(rows)]
    often = {key for key, count in Counter(keys).items() if count > 1 and key}
    sight = _Sight(rows, numbers, keys)
    loose = [at in numbers or keys[at] in often for at in range(len(rows))]
    sight.seams = seams_of(rows, loose)
    for seam in sight.seams:
        sight.seam_of.update(dict.fromkeys(range(seam.first, seam.last + 1), seam))
    sight.edges = set(_edges(rows, loose))
    return sight


def _key(row: Row) -> str:
    """What is left of a line that may be a head, digits and marks taken out; "" for other lines."""
    if row.em > _LONGEST_HEAD or ending(row.text) not in (Ending.MID, Ending.CLOSED):
        return ""
    key = _NO_WORD.sub("", _LONE_ROMAN.sub(_no_numeral, fold(row.text, case=True)))
    return key if len(key) > 1 else ""


def _no_numeral(found: re.Match[str]) -> str:
    return found.group() if numeral(found.group()) is None else ""


def _edges(rows: Sequence[Row], loose: Sequence[bool]) -> Iterable[int]:
    """Rows that are head or foot of a page by its form feeds: loose, and nothing but loose rows beyond."""
    if not rows or rows[-1].page == rows[0].page:
        return
    starts = [at for at, row in enumerate(rows) if at == 0 or rows[at - 1].page < row.page]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        for way in (range(start, min(end, start + EDGE)), range(end - 1, max(start, end - EDGE) - 1, -1)):
            for at in way:
                if not loose[at]:
                    break
                yield at


def _find_numbers(sight: _Sight) -> None:
    for group in _by_offset(sight):
        if _fed_pages(sight, group):
            sight.found.update(group)
    for sort in (Form.COUNTED, Form.WORDED, Form.DASHED, Form.BARE):
        for roman in (False, True):
            free = [
                at
                for at, number in sight.numbers.items()
                if number.form is sort and number.roman is roman and at not in sight.found
            ]
            values = [sight.numbers[at].value for at in free]
            for chain in chains(values, [sight.rows[at].place for at in free]):
                members = [free[one] for one in chain]
                if _unfed_pages(sight, sort, members):
                    sight.found.update(members)


def _by_offset(sight: _Sight) -> list[list[int]]:
    """Numbers at page edges, by how far they are from the number of form feeds before them."""
    groups: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for at in sorted(sight.edges & sight.numbers.keys()):
        number = sight.numbers[at]
        groups[number.roman, number.value - sight.rows[at].page].append(at)
    return sorted(groups.values(), key=len, reverse=True)


def _fed_pages(sight: _Sight, group: Sequence[int]) -> bool:
    """Whether numbers that rise with the form feeds are those of the pages."""
    numbers = [sight.numbers[at] for at in group]
    dressed = all(number.form > Form.BARE for number in numbers)
    breaks = sight.share(group)
    if len({sight.rows[at].page for at in group}) == 1:
        first = numbers[0].value == sight.rows[group[0]].page + 1
        return (dressed and first) or (breaks > 0 and (first or dressed))
    if dressed or breaks >= _OFTEN:
        return True
    if all(number.value in _YEARS for number in numbers):
        return False
    # A number over a poem or a problem is one of the text; none stands at the foot of a page.
    feet = sum(_is_last(sight, at) for at in group) / len(group)
    return feet >= 0.5 and (len(group) > 2 or sight.rows[-1].page <= 2)


def _is_last(sight: _Sight, at: int) -> bool:
    seam = sight.seam_of[at]
    page = sight.rows[at].page
    after = sight.rows[min(seam.last + 1, len(sight.rows) - 1)]
    start = next(one for one in range(seam.first, at + 1) if sight.rows[one].page == page)
    begins = start > 0 and sight.rows[start - 1].page < page
    return not begins and (after.page > page or seam.last + 1 >= len(sight.rows))


def _unfed_pages(sight: _Sight, sort: Form, members: Sequence[int]) -> bool:
    """Whether numbers that rise at page-like distances are those of pages, with no form feed to say so."""
    breaks = sight.share(members)
    even = steady([sight.rows[at].place for at in members], [sight.numbers[at].value for at in members])
    if sort is Form.COUNTED:
        return True
    if sort is Form.WORDED:
        return len(members) > 1 or breaks > 0
    if sort is Form.DASHED:
        return breaks >= _OFTEN or (len(members) > 2 and even)
    if all(sight.numbers[at].value in _YEARS for at in members) and breaks < 2 * _OFTEN:
        return False
    return len(members) > 2 and even and breaks >= _OFTEN and breaks * len(members) >= 2


def _find_heads(sight: _Sight) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(sight.keys):
        if key and at in sight.seam_of:
            groups[key].append(at)
    found: set[int] = set()
    for key, group in groups.items():
        for family, numbered in _families(sight, key, group):
            found.update(_heads(sight, family, numbered))
    sight.found |= found


def _families(sight: _Sight, key: str, group: Sequence[int]) -> list[tuple[list[int], bool]]:
    """Lines equal without their digits, told apart by these; and whether the digits number the pages."""
    digits = {at: _digits(sight.rows[at].text) for at in group}
    alike = Counter(map(len, digits.values())).most_common(1)[0][0]
    usual = [at for at in group if len(digits[at]) == alike]
    varying = [place for place in range(alike) if len({digits[at][place] for at in usual}) > 1]
    if not varying and len(usual) == len(group):
        return [(list(group), False)]
    places = [sight.rows[at].place for at in usual]
    pages = [sight.rows[at].page for at in usual]
    counted = [[digits[at][place] for at in usual] for place in varying]
    if varying and not _COUNTERS.fullmatch(key) and all(rising(values, places, pages) for values in counted):
        return [(list(group), True)]
    same: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at in group:
        same[digits[at]].append(at)
    return [(family, False) for family in same.values() if len(family) > 1]


def _digits(text: str) -> tuple[int, ...]:
    folded = fold(text)
    roman = _LONE_ROMAN.search(folded)
    lone = numeral(roman.group()) if roman else None
    return (*map(int, _NUMBER.findall(folded)), *([lone] if lone else []))


def _heads(sight: _Sight, family: Sequence[int], numbered: bool) -> list[int]:
    """Those of equal lines that are running heads or feet."""
    ends = [sight.at_page_end(at) for at in family]
    breaks = [sight.interrupts(at) for at in family]
    places = [sight.rows[at].place for at in family]
    if _is_running(sight, family, ends, breaks):
        later = [True] * len(family)
        step = sorted(after - before for before, after in pairwise(places))
        half = step[len(step) // 2] / 2 if step else 0.0
        for one in range(1, len(family)):
            later[one] = ends[one] or breaks[one] or places[one] - places[one - 1] >= half
    else:
        later = [end and broken for end, broken in zip(ends, breaks, strict=True)]
    dressed = numbered and len(_digits(sight.rows[family[0]].text)) == len(
        _digits(sight.rows[family[-1]].text)
    )
    later[0] = breaks[0] or (dressed and later[0] and any(later[1:]))
    return [at for at, drop in zip(family, later, strict=True) if drop and any(later[1:])]


def _is_running(sight: _Sight, family: Sequence[int], ends: Sequence[bool], breaks: Sequence[bool]) -> bool:
    if len(family) < 3:
        return False
    share = sum(breaks) / len(family)
    if sum(ends) >= 0.7 * (len(family) - 1) and any(breaks) and share >= _SOMETIMES:
        span = range(family[0], family[-1] + 1)
        # The seams at which a page is known to end: heads are on most pages, or on most of one side.
        known = [seam for seam in sight.seams if seam.first in span and _ends_page(sight, seam)]
        if len(family) >= _ON_MOST_PAGES * len(known):
            return True
    return share >= _OFTEN and sum(breaks) >= 2 and steady([sight.rows[at].place for at in family])


def _ends_page(sight: _Sight, seam: Seam) -> bool:
    return seam.fed or any(at in sight.found for at in range(seam.first, seam.last + 1))
