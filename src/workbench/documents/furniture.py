"""documents: page furniture: running heads and feet and page numbers, which are no text of the author's.

Everything is decided on the document itself, by what a reader goes by too. Page numbers rise, page by page,
at distances like those of the other pages; heads come back at such distances. Headings, refrains and items do
that as well, so a third thing is asked for: furniture stands where a page ends - at a form feed, or inside a
sentence that breaks off before it and goes on after it. What comes back but breaks no sentence is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from workbench.documents.page_numbers import Form
from workbench.documents.page_runs import chains, steady
from workbench.documents.running_heads import find_heads
from workbench.documents.sight import Sight, look

_OFTEN = 1 / 3  # share of page ends at which a sentence must break off: three of four do in prose
_SOMETIMES = 0.15  # the same where another row of numbers was found to be those of pages
_SKIPPED = 0.1  # numbers left out, as a share of those in the row
_YEARS = range(1000, 3000)


def furniture(lines: Sequence[str]) -> frozenset[int]:
    """Lines that belong to the pages and not to the text: page numbers, running heads and feet.

    Args:
        lines: all lines of a file, form feeds left in them.

    Returns:
        0-based numbers of lines, none of them blank. A title stays where it stands first.
    """
    sight = look(lines)
    _find_numbers(sight)
    find_heads(sight)
    return frozenset(sight.rows[row].at for row in sight.found)


def _find_numbers(sight: Sight) -> None:
    for group in _by_offset(sight):
        if _fed_pages(sight, group):
            sight.found.update(group)
    for sort in (Form.COUNTED, Form.WORDED, Form.DASHED, Form.BARE):
        for roman in (False, True):
            _find_unfed(sight, sort, roman)


def _find_unfed(sight: Sight, sort: Form, roman: bool) -> None:
    """Find the numbers of one sort that rise as those of pages do."""
    alike = [at for at, number in sight.numbers.items() if number.form is sort and number.roman is roman]
    values = [sight.numbers[at].value for at in alike]
    least = _OFTEN
    for chain in chains(values, [sight.rows[at].place for at in alike]):
        members = [alike[one] for one in chain]
        known = sum(at in sight.found for at in members)
        skipped = _skipped(sight, alike, members) > _SKIPPED * len(members)
        if 2 * known > len(members) or (not skipped and _unfed_pages(sight, sort, members, least)):
            sight.found.update(members)
            least = _SOMETIMES if len(members) > 2 else least  # chapters may count their pages anew
    if sort is Form.BARE:
        return
    for before, after in pairwise(alike):
        # One that goes on counting from one that was found, however short its page.
        if {before, after} & sight.found and sight.numbers[after].value == sight.numbers[before].value + 1:
            sight.found.update((before, after))


def _skipped(sight: Sight, alike: Sequence[int], members: Sequence[int]) -> int:
    """Numbers that stand where the row goes on and that it leaves out, as rows of pages do not."""
    result = 0
    for before, after in pairwise(members):
        between = range(sight.numbers[before].value + 1, sight.numbers[after].value)
        if between:
            first, last = bisect_right(alike, before), bisect_left(alike, after)
            result += sum(sight.numbers[at].value in between for at in alike[first:last])
    return result


def _by_offset(sight: Sight) -> list[list[int]]:
    """Numbers at page edges, by how far they are from the number of form feeds before them."""
    groups: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for at in sorted(sight.edges & sight.numbers.keys()):
        number = sight.numbers[at]
        groups[number.roman, number.value - sight.rows[at].page].append(at)
    return sorted(groups.values(), key=len, reverse=True)


def _fed_pages(sight: Sight, group: Sequence[int]) -> bool:
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


def _is_last(sight: Sight, at: int) -> bool:
    seam = sight.seam_of[at]
    page = sight.rows[at].page
    after = sight.rows[min(seam.last + 1, len(sight.rows) - 1)]
    start = next(one for one in range(seam.first, at + 1) if sight.rows[one].page == page)
    begins = start > 0 and sight.rows[start - 1].page < page
    return not begins and (after.page > page or seam.last + 1 >= len(sight.rows))


def _unfed_pages(sight: Sight, sort: Form, members: Sequence[int], least: float) -> bool:
    """Whether numbers that rise at page-like distances are those of pages, with no form feed to say so.

    At least the share `least` of them, where they are bare, must stand inside a sentence.
    """
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
    return len(members) > 2 and even and breaks >= least and breaks * len(members) >= 2
