"""documents: where a page may end: rows of lines that are no running text, and what stands around them.

A seam is an unbroken row of lines each of which might be page furniture. What tells furniture from headings
is seen at its seam: a sentence that breaks off before it and goes on after it, or a form feed in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from workbench.documents.cues import NO_LINE_START, Ending, ending, is_marked
from workbench.documents.measure import is_wide, need, width

_SET_WIDTH = 40.0  # em of a printed line; longer lines of a file are counted as several
_FRAGMENT = 12.0  # em; shorter ends of text are verses, names or cells
_NEARLY_FULL = 0.75  # of a full line: what a ragged line has at least
_WIDEST = 120.0  # em; nobody breaks lines that late
_NARROWEST = 12.0  # em; shorter lines are verses or names, not columns
_STOPS = 250.0  # em; prose has a full stop that often
_ROOM = 0.1  # of the column; what a ragged line may leave beside the next word
_EARLY = 0.4  # share of lines inside sentences that may leave more than that; of verses most do
_TAB = 4  # half-width spaces
_ALIKE = 1.25  # factor by which broken lines differ; paragraphs differ by more
_LONGEST_SEAM = 8  # lines that are no text between two that are
_LETTERS = 0.75  # of the signs of a line; the rest are marks
_GAP = re.compile(r"\S\s{3,}\S|[|\t]")
EDGE = 3  # lines at either end of a page that may be head or foot
_LEADER = "　　"


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank.

    Attributes:
        at: its number, 0-based.
        text: without outer spaces.
        em: width of the text. `edge`: that of the space before it as well.
        indented: whether it is set in as the first line of a Chinese paragraph is.
        place: printed lines before it, long lines counted as several and blank ones not at all.
        page: form feeds before its text.
    """

    at: int
    text: str
    em: float
    edge: float
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
        edge = em + width(before.replace("\f", "").replace("\t", " " * _TAB))
        result.append(Row(at, text, em, edge, before.endswith(_LEADER), place, page))
        place += max(1, ceil(em / _SET_WIDTH))
        page += line.count("\f") - before.count("\f")
    return result


def full_width(rows: Sequence[Row]) -> float:
    """Em of a full line; 0 where lines are of no common length, since each is a paragraph."""
    ordered = sorted(row.em for row in rows)
    if not ordered:
        return 0.0
    usual, longest = (ordered[len(ordered) * part // 20] for part in (15, 19))
    return usual if longest <= _ALIKE * usual and _NARROWEST <= usual <= _WIDEST else 0.0


def sentences_show(rows: Sequence[Row], loose: Sequence[bool]) -> bool:
    """Whether a line's end tells that a sentence goes on, as it does in prose and not in verse or lists.

    Prose that is hard-wrapped breaks a sentence only where the next word has no room; prose that is not ends
    its lines with its sentences.

    Args:
        rows: all rows.
        loose: for each, whether it might be furniture; those are not looked at.
    """
    text = [row for row, free in zip(rows, loose, strict=True) if not free]
    stops = sum(row.text.count(mark) for row in text for mark in "。！？.!?")
    if not stops or sum(row.em for row in text) > _STOPS * stops:
        return False
    pairs = [(a, b) for at, (a, b) in enumerate(pairwise(rows)) if not loose[at] and not loose[at + 1]]
    open_ended = [(a, b) for a, b in pairs if ending(a.text) in (Ending.MID, Ending.COMMA)]
    if not full_width(rows):
        # By width, since headings end openly too, and are short.
        return sum(a.em for a, _ in open_ended) <= _EARLY * sum(a.em for a, _ in pairs)
    column = sorted(row.edge for row in text)[len(text) * 19 // 20]
    early = sum(a.edge + need(b.text) <= (1 - _ROOM) * column for a, b in open_ended)
    return early <= _EARLY * len(open_ended)


def prose_share(rows: Sequence[Row]) -> float:
    """Share of the lines that can be part of a sentence."""
    return sum(is_prose(row.text) for row in rows) / max(1, len(rows))


def seams_of(rows: Sequence[Row], loose: Sequence[bool]) -> list[Seam]:
    """The seams, in order.

    Args:
        rows: all rows.
        loose: for each, whether it might be furniture.
    """
    full = full_width(rows)
    shown = sentences_show(rows, loose)
    result: list[Seam] = []
    first: int | None = None
    for at, free in enumerate([*loose, False]):
        if free:
            first = at if first is None else first
        elif first is not None:
            result.append(_seam(rows, first, at - 1, full, shown))
            first = None
    return result


def _seam(rows: Sequence[Row], first: int, last: int, full: float, shown: bool) -> Seam:
    before = rows[first - 1] if first else None
    after = rows[last + 1] if last + 1 < len(rows) else None
    start = before.page if before else 0
    fed = (after.page if after else rows[-1].page) > start
    short = last - first < _LONGEST_SEAM and shown
    broken = short and before is not None and after is not None and runs_on(before, after, full)
    return Seam(first, last, broken, fed)


def runs_on(before: Row, after: Row, full: float) -> bool:
    """Whether a sentence goes on from one line of text to another.

    Args:
        before: the line before a seam. `after`: the line after it.
        full: em of a full line (`full_width`); 0 where each line is a paragraph.
    """
    if not (is_prose(before.text) and is_prose(after.text)):
        return False
    last = ending(before.text)
    if last in (Ending.FINAL, Ending.ASKING) or after.indented or is_marked(after.text):
        return False
    if before.em < (_NEARLY_FULL * full if full else _FRAGMENT):
        return False
    if after.text[0].islower() and after.text[0].isascii():
        return True
    if last not in (Ending.MID, Ending.COMMA):
        return False
    # Of English paragraphs that have a line each a capital begins the next.
    return full > 0 or is_wide(after.text[0]) or is_wide(before.text[-1]) or after.text[0] in NO_LINE_START


def is_prose(text: str) -> bool:
    """Whether a line can be part of a sentence: nearly all letters, and no gaps as in tables and diagrams."""
    solid = "".join(text.split())
    letters = sum(sign.isalnum() for sign in solid)
    return letters >= _LETTERS * len(solid) and not _GAP.search(text)


def goes_on(lines: Sequence[str], dropped: Collection[int]) -> frozenset[int]:
    """Lines that go on with a sentence which page furniture interrupts; 0-based numbers.

    Args:
        lines: all lines of the file.
        dropped: 0-based numbers of the lines that are furniture.
    """
    rows = rows_of(lines)
    loose = [row.at in dropped for row in rows]
    return frozenset(rows[seam.last + 1].at for seam in seams_of(rows, loose) if seam.interrupted)
