"""documents: where a page may end: rows of lines that are no running text, and what stands around them.

A seam is an unbroken row of lines each of which might be page furniture. What tells furniture from headings
is seen at its seam: a sentence that breaks off before it and goes on after it, or a form feed in it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

from workbench.documents.cues import NO_LINE_START, Ending, ending, is_marked
from workbench.documents.measure import is_wide, width

_SET_WIDTH = 40.0  # em of a printed line; longer lines of a file are counted as several
_FRAGMENT = 12.0  # em; shorter ends of text are verses, names or cells
_NEARLY_FULL = 0.75  # of the usual width: what a ragged line has at least
_WRAPPED = 60.0  # em; where lines are usually longer each is a paragraph
_LONGEST_SEAM = 8  # lines that are no text between two that are
EDGE = 3  # lines at either end of a page that may be head or foot
_LEADER = "　　"


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank.

    Attributes:
        at: its number, 0-based. `text`: without outer spaces. `em`: its width.
        indented: whether it is set in as the first line of a Chinese paragraph is.
        place: printed lines before it, long lines counted as several and blank ones not at all.
        page: form feeds before its text.
    """

    at: int
    text: str
    em: float
    indented: bool
    place: int
    page: int


@dataclass(frozen=True, slots=True)
class Seam:
    """A row of lines that are no running text; `first` and `last` are indexes of rows, inclusive.

    Attributes:
        interrupted: whether a sentence breaks off before it and goes on after it.
        fed: whether a form feed stands in it.
    """

    first: int
    last: int
    interrupted: bool
    fed: bool


def rows_of(lines: Sequence[str]) -> list[Row]:
    """The lines that are not blank, with the form feeds counted."""
    result: list[Row] = []
    place = page = 0
    for at, line in enumerate(lines):
        text = line.strip()
        if not text:
            page += line.count("\f")
            continue
        before = line[: len(line) - len(line.lstrip())]
        page += before.count("\f")
        em = width(text)
        result.append(Row(at, text, em, before.endswith(_LEADER), place, page))
        place += max(1, ceil(em / _SET_WIDTH))
        page += line.count("\f") - before.count("\f")
    return result


def usual_width(rows: Sequence[Row]) -> float:
    """Em that three quarters of the lines stay within."""
    ordered = sorted(row.em for row in rows)
    return ordered[len(ordered) * 3 // 4] if ordered else 0.0


def seams_of(rows: Sequence[Row], loose: Sequence[bool]) -> list[Seam]:
    """The seams, in order.

    Args:
        rows: all rows.
        loose: for each, whether it might be furniture.
    """
    usual = usual_width(rows)
    result: list[Seam] = []
    first: int | None = None
    for at, free in enumerate([*loose, False]):
        if free:
            first = at if first is None else first
        elif first is not None:
            result.append(_seam(rows, first, at - 1, usual))
            first = None
    return result


def _seam(rows: Sequence[Row], first: int, last: int, usual: float) -> Seam:
    before = rows[first - 1] if first else None
    after = rows[last + 1] if last + 1 < len(rows) else None
    start = before.page if before else 0
    fed = (after.page if after else rows[-1].page) > start
    short = last - first < _LONGEST_SEAM
    broken = short and before is not None and after is not None and runs_on(before, after, usual)
    return Seam(first, last, broken, fed)


def runs_on(before: Row, after: Row, usual: float) -> bool:
    """Whether a sentence goes on from one line of text to another.

    Args:
        before: the line before a seam. `after`: the line after it.
        usual: em that lines of the file usually have.
    """
    last = ending(before.text)
    if last in (Ending.FINAL, Ending.ASKING) or after.indented or is_marked(after.text):
        return False
    if after.text[0].islower() and after.text[0].isascii():
        return before.text[-1].isalpha() or before.text[-1] in ",;-—’”\"')" or last is Ending.MID
    if last not in (Ending.MID, Ending.COMMA):
        return False
    if after.text[0] in NO_LINE_START:
        return True
    if not is_wide(after.text[0]) and not is_wide(before.text[-1]) and usual > _WRAPPED:
        return False  # an English paragraph on one line: a capital begins the next
    return before.em >= (_NEARLY_FULL * usual if usual <= _WRAPPED else _FRAGMENT)


def goes_on(lines: Sequence[str], dropped: Collection[int]) -> frozenset[int]:
    """Lines that go on with a sentence which page furniture interrupts; 0-based numbers.

    Args:
        lines: all lines of the file.
        dropped: 0-based numbers of the lines that are furniture.
    """
    rows = rows_of(lines)
    loose = [row.at in dropped for row in rows]
    return frozenset(rows[seam.last + 1].at for seam in seams_of(rows, loose) if seam.interrupted)
