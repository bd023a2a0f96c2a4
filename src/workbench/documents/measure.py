"""documents: how wide the lines of a file are, and the column they were set in, found from the file itself.

Widths are in em: a full-width character is 1, a half-width one one half. A typesetter squeezes marks, so a
line with marks holds more characters; how much each mark gives is fitted to the file, not assumed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from workbench.documents.cues import CLOSERS, NO_LINE_START, OPENERS, Ending, credit_start, ending
from workbench.text.characters import em_width

_SQUEEZED = frozenset("，。、；：！？“”‘’「」『』（）《》〈〉【】")
_SQUEEZES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
_SPACE = re.compile(r"[^\S\u3000]")
_NARROWEST = 9.0  # em; below it lines are verses, names or cells, not a column
_WIDEST = 120.0  # em; nobody breaks lines that late
_AROUND = 12  # full lines looked at on each side for the column at a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, or the part of one that a credit was cut into.

    Attributes:
        number: line of the file, 1-based.
        column: column of its first character that is no space, 1-based.
        text: without spaces at either end.
        indent: em of space before it.
        blanks: blank lines between it and the line before.
        cut: True where it begins inside a line of the file.
    """

    number: int
    column: int
    text: str
    indent: float
    blanks: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured of a file.

    Attributes:
        wrapped: whether lines were broken to fit a column; else each line is a paragraph.
        latin: whether the words are mostly Latin, so that a line break stands for a space.
        squeeze: em that each mark gives way.
        spaced: whether digits stand apart from hanzi by a space as a habit.
        widths: em of each line, indent included, squeezed marks counted as they were set.
        columns: em of the column at each line.
        indent: em of first-line indent kept in the file as spaces; 0 where it is not kept.
        margin: em of space before every line.
    """

    wrapped: bool
    latin: bool
    squeeze: float
    spaced: bool
    widths: tuple[float, ...]
    columns: tuple[float, ...]
    indent: float
    margin: float


def is_cjk(sign: str) -> bool:
    """Whether `sign` is a hanzi, kana or full-width mark; quotes and dashes, which Latin has too, are not."""
    return unicodedata.east_asian_width(sign) in "WF"


def is_wide(sign: str) -> bool:
    """Whether `sign` fills a full em, as hanzi and their marks do."""
    return em_width(sign) == 1.0


def width(text: str) -> float:
    """Width of `text` in em; a space between a wide and a narrow character is a quarter, as it is set."""
    total = em_width(text)
    for found in _SPACE.finditer(text):
        beside = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        total += (0.25 if any(map(is_wide, beside)) else 0.5) - em_width(found.group())
    return total


def cut_lines(lines: Sequence[str], dropped: Collection[int] = ()) -> tuple[Line, ...]:
    """The lines that are not blank, and credits inside a line as lines of their own.

    Args:
        lines: the file's lines.
        dropped: 0-based numbers of lines to leave out as if they were not in the file.
    """
    result: list[Line] = []
    blanks = 0
    bare = ["" if at in dropped else line.strip() for at, line in enumerate(lines)]
    for at, line in enumerate(lines):
        text = bare[at]
        if not text:
            blanks += at not in dropped
            continue
        before = line[: len(line) - len(line.lstrip())]
        head = Line(at + 1, len(before) + 1, text, _indent(before), blanks)
        result.extend(_without_credit(head, bare[at + 1] if at + 1 < len(bare) else ""))
        blanks = 0
    return tuple(result)


def _indent(space: str) -> float:
    return sum(2.0 if sign == "\t" else em_width(sign) for sign in space)


def _without_credit(line: Line, following: str) -> tuple[Line, ...]:
    start = credit_start(line.text, following)
    if start is None:
        return (line,)
    head = Line(line.number, line.column, line.text[:start].rstrip(), line.indent, line.blanks)
    return head, Line(line.number, line.column + start, line.text[start:], 0.0, 0, cut=True)


def measure(lines: Sequence[Line]) -> Measure:
    """Measure a file: whether it is hard-wrapped, and if so its column at every line."""
    latin = _is_latin(lines)
    margin, indent = _kept_indent(lines)
    raw = [width(line.text) + max(0.0, line.indent - margin) * (indent > 0) for line in lines]
    marks = [sum(sign in _SQUEEZED for sign in line.text) for line in lines]
    full = _full_lines(lines, raw, latin)
    squeeze = 0.0 if latin else _fit_squeeze(raw, marks, full)
    widths = tuple(em - squeeze * count for em, count in zip(raw, marks, strict=True))
    columns = columns_from(widths, full, latin) if full else widths
    return Measure(bool(full), latin, squeeze, _is_spaced(lines), widths, columns, indent, margin)


def need(text: str, squeeze: float = 0.0) -> float:
    """Em that the first piece of `text` which no line break may cut would have taken on the line before.

    Args:
        text: a line without outer spaces.
        squeeze: em that each mark gives way.
    """
    at = 0
    while at < len(text) and text[at] in OPENERS:
        at += 1
    start = at
    while at < len(text) and not is_wide(text[at]) and not text[at].isspace():
        at += 1
    at = max(at, start + 1)
    while at < len(text) and (text[at] in CLOSERS or text[at] in NO_LINE_START):
        at += 1
    gap = 0.5 if text[:1].isascii() and text[:1].isalnum() else 0.0
    squeezed = squeeze * sum(sign in _SQUEEZED for sign in text[:at])
    return max(1.0, width(text[:at]) + gap - squeezed)


def _is_latin(lines: Sequence[Line]) -> bool:
    wide = sum(is_wide(sign) for line in lines for sign in line.text)
    return 3 * wide < sum(len(line.text) for line in lines)


def _is_spaced(lines: Sequence[Line]) -> bool:
    apart = solid = 0
    for line in lines:
        text = line.text
        for at in range(1, len(text)):
            if text[at].isspace():
                beside = text[at - 1] + text[at + 1]
                apart += is_wide(beside[0]) != is_wide(beside[1]) and beside.isalnum()
            elif is_wide(text[at - 1]) != is_wide(text[at]):
                solid += text[at - 1].isalnum() and text[at].isalnum()
    return apart > solid


def _kept_indent(lines: Sequence[Line]) -> tuple[float, float]:
    """The margin before all lines, and the first-line indent kept in the file as spaces (0 if none)."""
    indents = sorted(line.indent for line in lines if not line.cut)
    if not indents:
        return 0.0, 0.0
    margin = indents[len(indents) // 4]
    deeper = [round(em - margin, 1) for em in indents if 1.0 <= em - margin <= 5.0]
    if len(deeper) < 2 or not 0.03 <= len(deeper) / len(indents) <= 0.75:
        return margin, 0.0
    return margin, max(sorted(set(deeper)), key=deeper.count)


def _full_lines(lines: Sequence[Line], widths: Sequence[float], latin: bool) -> list[int]:
    """Indexes of lines that end inside a phrase at the commonest width; empty where no column shows."""
    spread = 3.0 if latin else 1.5
    open_ended = [at for at, line in enumerate(lines) if ending(line.text) is Ending.MID]
    if len(open_ended) < 2 or not _is_prose(lines, sum(widths)):
        return []
    commonest = _densest([widths[at] for at in open_ended], spread)
    full = [at for at in open_ended if abs(widths[at] - commonest) <= spread]
    beyond = sum(em > commonest * 1.35 + 2 for em in widths)
    if (
        not _NARROWEST <= commonest <= _WIDEST
        or len(full) < max(2, 0.2 * len(lines))
        or beyond > 0.1 * len(lines)
    ):
        return []
    return [at for at in open_ended if abs(widths[at] - commonest) <= 2 * spread]


def _is_prose(lines: Sequence[Line], total: float) -> bool:
    """A list of names or a table of contents has lines of one width too, but hardly a sentence."""
    stops = sum(line.text.count(mark) for line in lines for mark in "。！？.!?")
    return stops > 0 and total / stops < 250


def _densest(values: Sequence[float], spread: float) -> float:
    """The middle of the fullest window of ±`spread`; of equal ones the widest: lines fall short, not over."""
    ordered = sorted(values)
    best = (0, 0.0)
    first = 0
    for last, value in enumerate(ordered):
        while value - ordered[first] > 2 * spread:
            first += 1
        best = max(best, (last - first + 1, median(ordered[first : last + 1])))
    return best[1]


def _fit_squeeze(widths: Sequence[float], marks: Sequence[int], full: Sequence[int]) -> float:
    """Em that each mark gives way: the value under which full lines differ least."""

    def spread(squeeze: float) -> float:
        set_widths = [widths[at] - squeeze * marks[at] for at in full]
        middle = median(set_widths)
        return sum(min(abs(em - middle), 2.0) for em in set_widths)

    return min(_SQUEEZES, key=spread) if full else 0.0


def columns_from(widths: Sequence[float], full: Sequence[int], latin: bool) -> tuple[float, ...]:
    """The column at each line, in em, from the nearest full lines before and after it.

    Args:
        widths: em of every line.
        full: indexes of the lines that fill their column, ascending; at least one.
        latin: whether the text is set ragged, so that the column is the widest line and not the middle one.
    """
    result: list[float] = []
    place = 0
    for at, em in enumerate(widths):
        while place < len(full) and full[place] < at:
            place += 1
        before = [widths[k] for k in full[max(0, place - _AROUND) : place]]
        after = [widths[k] for k in full[place : place + _AROUND]]
        sides = [_column(side, latin) for side in (before, after) if len(side) >= _AROUND // 2]
        if len(sides) == 2 and abs(sides[0] - sides[1]) >= 1.5:
            result.append(min(sides, key=lambda side: abs(side - em)))
        else:
            result.append(_column(before + after, latin))
    return tuple(result)


def _column(widths: Sequence[float], latin: bool) -> float:
    """Justified lines are as wide as their column; ragged ones stay within it."""
    return sorted(widths)[-1 - len(widths) // 12] if latin else median(widths)
