"""tui: the text of one column as painted lines, and its cutting into stretches where marks begin and end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from workbench.text.graphemes import next_boundary
from workbench.text.width import cell_width, char_width
from workbench.text.wrapping import Line, wrap

TERM, LIT, FINDING, SELECTED, CARET, READING, REFRAIN, GHOST, MISSPELT = 1, 2, 4, 8, 16, 32, 64, 128, 256
"""Marks of a stretch of text; they add up."""

Readings = Callable[[str], tuple[str, ...]]
"""One reading a code point, empty where there is none."""
Marked = tuple[int, int, int]
"""Start and end in offsets of the whole text, and the mark."""
Runs = tuple[tuple[str, int], ...]
"""Stretches of text with their marks, in order."""


class TextLine(NamedTuple):
    """A line of one column: its characters, and what part of the text they are.

    Attributes:
        text: what is painted.
        start: offset of the text at which it begins; `end` where it ends.
        places: for each code point from start on its index in `text`; None where that is simple counting.
        reading: True for a line of readings, which stands for no part of the text.
    """

    text: str
    start: int
    end: int
    places: Sequence[int] | None = None
    reading: bool = False


@lru_cache(maxsize=1024)
def wrapped(text: str, width: int) -> tuple[Line, ...]:
    """The lines of a text, kept: a row is laid out again whenever the caret comes to it or leaves it."""
    return tuple(wrap(text, width))


def plain_lines(text: str, lines: Sequence[Line]) -> list[TextLine]:
    """Wrapped lines as they are painted."""
    return [TextLine(text[line.start : line.end], line.start, line.end) for line in lines]


class RubyLayout(NamedTuple):
    """A text with readings: what is painted, two lines for each line of text, and where the caret may stand.

    Attributes:
        painted: readings and text in turn.
        lines: the lines of text alone. `rulers`: for each the cell in which each of its code points begins.
    """

    painted: list[TextLine]
    lines: list[Line]
    rulers: list[tuple[int, ...]]


def ruby_layout(text: str, readings: Readings, width: int) -> RubyLayout:
    """Lay a text out with its readings above it.

    Args:
        text: made safe for the screen. `width` is cells a line.
        readings: gives the readings of the whole text.
    """
    from workbench.annotate.ruby import ruby_lines

    painted: list[TextLine] = []
    lines: list[Line] = []
    rulers: list[tuple[int, ...]] = []
    for ruby in ruby_lines(text, readings(text), width):
        below = ruby.below.rstrip()
        painted.append(TextLine(ruby.above.rstrip(), ruby.start, ruby.end, reading=True))
        painted.append(TextLine(below, ruby.start, ruby.end, _places(below, ruby.cells)))
        lines.append(Line(ruby.start, ruby.end, sum(map(char_width, below))))
        rulers.append(tuple(ruby.cells))
    return RubyLayout(painted, lines, rulers)


def _places(text: str, cells: Sequence[int]) -> list[int]:
    """Cells of a line as indexes of its characters; those of one joined emoji all begin where it does."""
    index_at: dict[int, int] = {}
    for index, cell in enumerate(_starts(text)):
        index_at.setdefault(cell, index)
    return [index_at.get(cell, len(text)) for cell in cells]


def _starts(text: str) -> Iterable[int]:
    """For each character of a line the cell in which it begins."""
    if "\u200d" in text or "\ufe0f" in text:  # what is joined is as wide as its first member
        return [cell_width(text[:index]) for index in range(len(text))]
    return accumulate(map(char_width, text[:-1]), initial=0)


def runs_of(line: TextLine, spans: Sequence[Marked]) -> Runs:
    """Cut a line where marks begin and end."""
    if line.reading:
        return ((line.text, READING),) if line.text else ()
    here = [span for span in spans if span[0] < line.end and span[1] > line.start]
    if not here:
        return ((line.text, 0),) if line.text else ()
    cuts = {line.start, line.end}
    for start, end, _ in here:
        cuts.add(max(start, line.start))
        cuts.add(min(end, line.end))
    edges = sorted(cuts)
    runs: list[tuple[str, int]] = []
    for start, end in pairwise(edges):
        marks = 0
        for a, b, mark in here:
            if a <= start and end <= b:
                marks |= mark
        text = line.text[_index(line, start) : _index(line, end)]
        if text:
            runs.append((text, marks))
    return tuple(runs)


def _index(line: TextLine, offset: int) -> int:
    at = offset - line.start
    if line.places is None:
        return at
    return line.places[at] if at < len(line.places) else len(line.text)


def caret_after(runs: Runs, gap: int) -> Runs:
    """A caret past the end of a line, `gap` blanks after its last character."""
    return (*runs, (" " * gap, 0), (" ", CARET)) if gap > 0 else (*runs, (" ", CARET))


def with_ghost(runs: Runs, ghost: str, width: int) -> Runs:
    """A line with a text that is offered at its caret: what follows makes room, and the line is cut to fit.

    Args:
        runs: the line; one of its stretches has the caret, which goes to the first character of the ghost.
        ghost: what is offered; not empty.
        width: cells the line may take.
    """
    at = next(number for number, (_, marks) in enumerate(runs) if marks & CARET)
    room = width - sum(cell_width(text) for text, _ in runs[:at])
    if cell_width(ghost) > room:
        ghost = "".join(text for text, _ in _cut(((ghost, GHOST),), max(1, room - 1))) + "…"
    first = next_boundary(ghost, 0)
    rest = tuple((text, marks & ~CARET) for text, marks in runs[at:])
    offered = ((ghost[:first], GHOST | CARET), (ghost[first:], GHOST))
    return _cut((*runs[:at], *offered, *rest), width)


def _cut(runs: Runs, width: int) -> Runs:
    """As much of a line as fits in `width` cells."""
    kept: list[tuple[str, int]] = []
    for text, marks in runs:
        end = cells = 0
        while end < len(text):
            after = next_boundary(text, end)
            wide = cell_width(text[end:after])
            if cells + wide > width:
                break
            end, cells = after, cells + wide
        if end:
            kept.append((text[:end], marks))
        if end < len(text):
            break
        width -= cells
    return tuple(kept)
