"""tui: CellView, the row that has the caret, laid out and painted; what keys do in it is `CellEditor`.

A row taller than the screen keeps a height that fits it, and each of its two sides scrolls inside its lines
by itself: the source so that the lit sentence is in view, the target so that the caret is. Side by side both
have all lines of the row; stacked, the source has the upper ones and the target those below.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.segments import Segment
from workbench.text.graphemes import Segmenter, next_boundary
from workbench.text.shown import shown
from workbench.tui.widgets.buffer import CellBuffer
from workbench.tui.widgets.columns import Columns
from workbench.tui.widgets.row_layout import LineFace, gutter_text, tone_of
from workbench.tui.widgets.row_room import ONE_LINE, Side, side_by_side, stacked
from workbench.tui.widgets.row_text import (
    CARET,
    FINDING,
    LIT,
    MISSPELT,
    REFRAIN,
    SELECTED,
    TERM,
    Marked,
    Readings,
    Runs,
    TextLine,
    caret_after,
    ruby_layout,
    runs_of,
    with_ghost,
)
from workbench.tui.widgets.rows import NO_MARKS, RowMarks


class CellView:
    """The active row on the screen.

    Attributes:
        segment: the row as the store has it; its target may lag behind `target`.
        source: the source cell, which is read and selected in but not changed. `target`: the target cell.
        side: the one that has the caret.
        marks: what is marked in the row.
        ghost: what is offered to go on with at the caret of the target, painted faintly; empty for nothing.
    """

    def __init__(
        self, segment: Segment, target: str, columns: Columns, *, segmenter: Segmenter | None = None
    ) -> None:
        self.segment = segment
        self.source = CellBuffer(segment.source.text, columns.source, segmenter)
        self.target = CellBuffer(target, columns.target)
        self.side: Side = "target"
        self.marks: RowMarks = NO_MARKS
        self.ghost = ""
        self._tops: dict[Side, int] = {"source": 0, "target": 0}
        self._rooms = ONE_LINE
        self._roomy = False
        self._ruby: list[TextLine] | None = None
        self._script: Callable[[str], str] | None = None
        self._cap = 1
        self._number = 0
        self._columns = columns

    @property
    def height(self) -> int:
        """Lines the row takes on the screen."""
        return self._rooms.height

    @property
    def buffer(self) -> CellBuffer:
        """The cell that has the caret."""
        return self.source if self.side == "source" else self.target

    def _cell(self, side: Side) -> CellBuffer:
        return self.source if side == "source" else self.target

    # ---- layout

    def lay_out(
        self,
        columns: Columns,
        cap: int,
        number: int,
        *,
        readings: Readings | None = None,
        script: Callable[[str], str] | None = None,
        roomy: bool = False,
    ) -> None:
        """Fit the row to the columns.

        Args:
            columns: cells of each part of a line.
            cap: lines the row may take at most.
            number: shown in front of it.
            readings: gives the readings to show above the source; None for none.
            script: gives the source in another script, of the same length; None to show it as it is.
            roomy: a blank line above, below and between the two sides of a stacked row, where there is room.
        """
        self._columns, self._number, self._roomy = columns, number, roomy
        self._script = script
        source = self.source
        source.shown = self._source_shown()
        if readings is None:
            self._ruby = None
            source.lay_out(columns.source)
        else:
            ruby = ruby_layout(source.shown, readings, columns.source)
            self._ruby = ruby.painted
            source.lay_out(columns.source, ruby.lines, ruby.rulers)
        self.target.lay_out(columns.target)
        self.fit(cap)

    def _source_shown(self) -> str:
        text = shown(self.source.text)
        return text if self._script is None else self._script(text)

    def fit(self, cap: int | None = None) -> None:
        """Take the height the text needs, up to the cap, and scroll both sides to what must be seen."""
        if cap is not None:
            self._cap = max(1, cap)
        source, target = self.painted("source"), self.painted("target")
        if self._columns.stacked:
            self._rooms = stacked(source, target, self._cap, roomy=self._roomy)
        else:
            self._rooms = side_by_side(source, target, self._cap)
        self.follow()

    def painted(self, side: Side) -> int:
        """Lines that a side takes when all of it is shown."""
        if side == "source" and self._ruby is not None:
            return len(self._ruby)
        return len(self._cell(side).lines)

    def _painted_at(self, side: Side, line: int) -> tuple[int, int]:
        """First and last painted line of a line of text: with readings there are two."""
        return (2 * line, 2 * line + 1) if side == "source" and self._ruby is not None else (line, line)

    def follow(self) -> None:
        """Scroll each side as little as it takes: the source to the lit sentence, the target to the caret."""
        for side in ("source", "target"):
            self._follow_side(side)

    def _follow_side(self, side: Side) -> None:
        buffer = self._cell(side)
        top = self._tops[side]
        if side == self.side or side == "target":
            first, last = self._painted_at(side, buffer.caret_line)
        elif self.marks.lit_source is not None:
            start, end = self.marks.lit_source
            first = self._painted_at(side, buffer.line_of(start))[0]
            last = self._painted_at(side, buffer.line_of(max(start, end - 1)))[1]
        else:
            first, last = top, top
        room = self._rooms.of(side).lines
        if first < top or last - first >= room:
            top = first
        elif last >= top + room:
            top = last - room + 1
        self._tops[side] = max(0, min(top, self.painted(side) - room))

    def scroll(self, side: Side, step: int) -> bool:
        """Scroll a side inside the row by lines; False where it is at its end."""
        top = max(0, min(self._tops[side] + step, self.painted(side) - self._rooms.of(side).lines))
        moved = top != self._tops[side]
        self._tops[side] = top
        return moved

    def hidden(self, side: Side) -> tuple[int, int]:
        """Lines of a side above and below what the row shows of it."""
        top = self._tops[side]
        return top, max(0, self.painted(side) - top - self._rooms.of(side).lines)

    # ---- painting

    def faces(self, first: int, after: int) -> list[LineFace]:
        """How lines of the row look, counted from its first on the screen; `after` is not among them."""
        segment = self.segment
        tone = tone_of(segment.kind)
        source_spans, target_spans = self._spans("source"), self._spans("target")
        numbered = gutter_text(segment, self._number, self._columns, active=True)
        faces: list[LineFace] = []
        for line in range(first, after):
            source_mark, source = self._half("source", line, source_spans)
            target_mark, target = self._half("target", line, target_spans)
            gutter = numbered if line == self._rooms.source.first else ""
            edge = source_mark + target_mark
            if self._columns.stacked:
                edge = self._lead(line) + (source_mark if target_mark == " " else target_mark)
            faces.append(LineFace(gutter, segment.state, source, target, edge, tone, True))
        return faces

    def _lead(self, line: int) -> str:
        """What stands before a line of a stacked row."""
        return self._columns.signs.line if self._rooms.side_at(line) == "target" else " "

    def _half(self, side: Side, line: int, spans: list[Marked]) -> tuple[str, Runs]:
        room = self._rooms.of(side)
        within = line - room.first
        at = self._tops[side] + within
        count = self.painted(side)
        if not room.has(line) or at >= count:
            return " ", ()
        sign = " "
        if within == 0 and at:
            sign = self._columns.signs.above
        elif within == room.lines - 1 and at < count - 1:
            sign = self._columns.signs.below
            if side == "source" and self._ruby is not None and self._ruby[at].reading:
                return sign, ()  # readings whose characters are out of view
        return sign, self._runs(side, at, spans)

    def _runs(self, side: Side, at: int, spans: list[Marked]) -> Runs:
        buffer = self._cell(side)
        number = at
        if side == "source" and self._ruby is not None:
            text_line = self._ruby[at]
            number = at // 2
        else:
            start, end, _ = buffer.lines[at]
            text_line = TextLine(buffer.shown[start:end], start, end)
        runs = runs_of(text_line, spans)
        past_end = side == self.side and not text_line.reading and buffer.caret >= text_line.end
        if past_end and buffer.caret_line == number:
            runs = caret_after(runs, buffer.caret_cell - buffer.lines[number].cells)
        offered = side == self.side == "target" and buffer.caret_line == number and self.ghost
        return with_ghost(runs, offered, self._columns.target + self._columns.tail) if offered else runs

    def _spans(self, side: Side) -> list[Marked]:
        buffer, marks = self._cell(side), self.marks
        spans: list[Marked] = []
        if side == "source":
            spans += [(start, end, TERM) for start, end in marks.terms]
            spans += [(start, end, REFRAIN) for start, end in marks.refrains]
        else:
            spans += [(start, end, FINDING) for start, end in marks.findings_target]
            spans += [(start, end, MISSPELT) for start, end in marks.misspelt_target]
        lit = marks.lit_source if side == "source" else marks.lit_target
        if lit is not None:
            spans.append((*lit, LIT))
        if buffer.selection is not None:
            spans.append((*buffer.selection, SELECTED))
        if side == self.side and not buffer.caret >= buffer.lines[buffer.caret_line].end:
            spans.append((buffer.caret, next_boundary(buffer.text, buffer.caret), CARET))
        return spans

    def caret_place(self) -> tuple[int, int] | None:
        """Line within the row and cell of the line where the caret stands; None while it is out of view."""
        buffer = self.buffer
        room = self._rooms.of(self.side)
        line = self._painted_at(self.side, buffer.caret_line)[1] - self._tops[self.side] + room.first
        if not room.has(line):
            return None
        at = self._columns.source_at if self.side == "source" else self._columns.target_at
        return line, at + buffer.caret_cell

    def locate(self, side: Side, line: int, cell: int) -> tuple[int, bool]:
        """The offset under a cell of a side's column on a line of the row, and whether it ends that line."""
        at = max(0, min(self._tops[side] + line - self._rooms.of(side).first, self.painted(side) - 1))
        if side == "source" and self._ruby is not None:
            at //= 2
        return self._cell(side).offset_at(at, cell)
