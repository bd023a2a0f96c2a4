"""tui: CellBuffer, the text of one cell with its caret, selection and wrapped lines; nothing of the screen.

Offsets are code points of the text. A caret between two lines that share an offset (a break between two
hanzi drops nothing) stands at the start of the lower one, unless End or an arrow put it at the end of the
upper: then `upstream` is set.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from workbench.text.graphemes import (
    Segmenter,
    is_plain,
    next_boundary,
    previous_boundary,
    word_at,
    word_left,
    word_right,
)
from workbench.text.shown import shown
from workbench.text.width import cell_width
from workbench.text.wrapping import Line, rewrap
from workbench.tui.widgets.row_text import wrapped
from workbench.tui.widgets.rows import Span

_start_of = itemgetter(0)
Rulers = Sequence[Sequence[int]]
"""For every line the cell in which each of its code points begins, where that is not plain counting."""
Motion = Callable[["CellBuffer"], int]


class CellBuffer:
    """A cell's text, caret, selection and lines.

    Attributes:
        text: what is edited. `shown` is the same, code point for code point, made safe for the screen.
        lines: its wrapped lines.
        caret: offset of the caret. `anchor` is the other end of the selection; None without one.
        upstream: True where the caret belongs to the end of the upper of two lines that share its offset.
        goal: cell that up and down steer for; None until one of them is used.
        segmenter: cuts runs of hanzi into words for word motion; None for hanzi by hanzi.
    """

    __slots__ = (
        "_rulers",
        "anchor",
        "caret",
        "goal",
        "lines",
        "segmenter",
        "shown",
        "text",
        "upstream",
        "width",
    )

    def __init__(self, text: str, width: int, segmenter: Segmenter | None = None) -> None:
        self.text = text
        self.shown = shown(text)
        self.segmenter = segmenter
        self.caret = 0
        self.anchor: int | None = None
        self.upstream = False
        self.goal: int | None = None
        self.width = width
        self._rulers: Rulers | None = None
        self.lines: Sequence[Line] = wrapped(self.shown, width)

    def lay_out(self, width: int, lines: Sequence[Line] | None = None, rulers: Rulers | None = None) -> None:
        """Wrap anew for another width, or take lines laid out elsewhere (with readings above them)."""
        self.width = width
        self._rulers = rulers
        self.lines = wrapped(self.shown, width) if lines is None else lines
        self.goal = None

    # ---- where things are

    @property
    def selection(self) -> Span | None:
        """The selected span; None where nothing is selected."""
        if self.anchor is None or self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def selected(self) -> str:
        """The selected text."""
        span = self.selection
        return self.text[span[0] : span[1]] if span else ""

    def line_of(self, offset: int, *, upstream: bool = False) -> int:
        """Number of the line on which an offset is shown, from 0."""
        line = max(0, bisect_right(self.lines, offset, key=_start_of) - 1)
        if upstream and line and self.lines[line].start == offset == self.lines[line - 1].end:
            return line - 1
        return line

    @property
    def caret_line(self) -> int:
        """Number of the line on which the caret is shown, from 0."""
        return self.line_of(self.caret, upstream=self.upstream)

    @property
    def caret_cell(self) -> int:
        """The cell of its line in which the caret is shown."""
        return self.cell_of(self.caret_line, self.caret)

    def cell_of(self, line: int, offset: int) -> int:
        """The cell in which an offset begins on a line; dropped spaces count on past the line's end."""
        start, end, cells = self.lines[line][:3]
        if self._rulers is not None:
            ruler = self._rulers[line]
            return ruler[offset - start] if offset - start < len(ruler) else self._ruled_end(line)
        if offset >= end:
            return min(cells + offset - end, self.width)
        return cell_width(self.shown[start:offset])

    def _ruled_end(self, line: int) -> int:
        start, end = self.lines[line][:2]
        ruler = self._rulers[line] if self._rulers is not None else ()
        return ruler[-1] + cell_width(self.shown[start + len(ruler) - 1 : end]) if ruler else 0

    def offset_at(self, line: int, cell: int) -> tuple[int, bool]:
        """The offset whose character covers a cell of a line, and whether it is the line's end."""
        line = max(0, min(line, len(self.lines) - 1))
        start, end = self.lines[line][:2]
        at, reached = start, -1
        for stop, cell_at in self._stops(line):
            if cell_at > cell:
                break
            if cell_at > reached:  # what takes no cell of its own cannot be pointed at
                at, reached = stop, cell_at
        return at, at == end and at > start

    def _stops(self, line: int) -> Iterable[tuple[int, int]]:
        start, end = self.lines[line][:2]
        part = self.shown[start:end]
        if self._rulers is None and part.isascii():
            return ((start + at, at) for at in range(len(part) + 1))
        return ((start + at, self.cell_of(line, start + at)) for at in _boundaries(part))

    # ---- moving

    def put_caret(self, offset: int, *, select: bool = False, upstream: bool = False) -> None:
        """Place the caret at an offset, or the nearest there is; with `select` the selection grows to it."""
        if select and self.anchor is None:
            self.anchor = self.caret
        elif not select:
            self.anchor = None
        self.caret = max(0, min(offset, len(self.text)))
        self.upstream = upstream
        self.goal = None

    def move(self, motion: Motion, *, select: bool = False) -> None:
        """Follow one of the motions of this module; a selection that is not extended is left at its edge."""
        span = self.selection
        if span is not None and not select and motion in (before, after):
            self.put_caret(span[0] if motion is before else span[1])
            return
        offset = motion(self)
        self.put_caret(offset, select=select, upstream=motion is line_end)

    def move_lines(self, step: int, *, select: bool = False) -> bool:
        """Go up or down by lines, steering for the same cell; False where there is no line there."""
        line = self.caret_line
        target = max(0, min(line + step, len(self.lines) - 1))
        if target == line:
            return False
        goal = self.caret_cell if self.goal is None else self.goal
        offset, at_end = self.offset_at(target, goal)
        self.put_caret(offset, select=select, upstream=at_end)
        self.goal = goal
        return True

    def enter(self, cell: int, *, from_below: bool) -> None:
        """Come in from a neighbouring row, steering for a cell: on the last line from below, else first."""
        offset, at_end = self.offset_at(len(self.lines) - 1 if from_below else 0, cell)
        self.put_caret(offset, upstream=at_end)
        self.goal = cell

    def select_all(self) -> None:
        """Select the whole text, the caret at its end."""
        self.put_caret(0)
        self.put_caret(len(self.text), select=True)

    def select_word(self, offset: int) -> None:
        """Select the word at an offset."""
        start, end = word_at(self.text, offset, self.segmenter)
        self.put_caret(start)
        self.put_caret(end, select=True)

    # ---- changing

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of a span; the caret stands after it and nothing is selected."""
        # What joins the character before it can change how that one is shown: hence not just the new part.
        self.text = self.text[:start] + text + self.text[end:]
        fresh = shown(self.text)
        self._rewrap(fresh, start, end - start, len(text))
        self.put_caret(start + len(text))

    def _rewrap(self, fresh: str, start: int, removed: int, added: int) -> None:
        self.shown = fresh
        self.lines = rewrap(fresh, self.width, self.lines, start, removed, added)

    def insert(self, text: str) -> None:
        """Put `text` at the caret, in place of the selection if there is one."""
        start, end = self.selection or (self.caret, self.caret)
        self.replace(start, end, text)

    def delete(self, motion: Motion) -> bool:
        """Delete the selection, or what lies between the caret and a motion's goal; False for nothing."""
        span = self.selection
        if span is None:
            there = motion(self)
            span = min(there, self.caret), max(there, self.caret)
        if span[0] == span[1]:
            return False
        self.replace(*span, "")
        return True

    def load(self, text: str) -> None:
        """Take another text, keeping the caret where it can stand."""
        self.text = text
        self.shown = shown(text)
        self.lines = wrapped(self.shown, self.width)
        self._rulers = None
        self.put_caret(self.caret)


def _boundaries(part: str) -> Iterable[int]:
    if is_plain(part):
        return range(len(part) + 1)
    stops = [0]
    while stops[-1] < len(part):
        stops.append(next_boundary(part, stops[-1]))
    return stops


# ---- motions: where the caret would go from where it is


def before(buffer: CellBuffer) -> int:
    """The character before the caret."""
    return previous_boundary(buffer.text, buffer.caret)


def after(buffer: CellBuffer) -> int:
    """The character after the caret."""
    return next_boundary(buffer.text, buffer.caret)


def word_before(buffer: CellBuffer) -> int:
    """The start of the word before the caret."""
    return word_left(buffer.text, buffer.caret, buffer.segmenter)


def word_after(buffer: CellBuffer) -> int:
    """The end of the word after the caret."""
    return word_right(buffer.text, buffer.caret, buffer.segmenter)


def line_start(buffer: CellBuffer) -> int:
    """The start of the caret's line as it is shown."""
    return buffer.lines[buffer.caret_line].start


def line_end(buffer: CellBuffer) -> int:
    """The end of the caret's line as it is shown."""
    return buffer.lines[buffer.caret_line].end
