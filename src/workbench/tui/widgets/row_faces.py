"""tui: RowFaces, the rows that are not active, as lines: laid out when they are first shown, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import NamedTuple

from textual.cache import LRUCache

from workbench.model.coded import print_coded
from workbench.model.segments import Segment
from workbench.text.shown import shown
from workbench.tui.widgets.columns import Columns
from workbench.tui.widgets.row_layout import LineFace, Tone, gutter_text, tone_of
from workbench.tui.widgets.row_text import (
    FINDING,
    REFRAIN,
    TERM,
    Marked,
    Readings,
    Runs,
    TextLine,
    plain_lines,
    ruby_layout,
    runs_of,
    wrapped,
)
from workbench.tui.widgets.rows import NO_MARKS, RowMarks, RowSource

_KEPT = 512


class _Kept(NamedTuple):
    number: int
    faces: tuple[LineFace, ...]


class RowFaces:
    """Rows as lines.

    Attributes:
        source: where the rows come from.
        columns: cells of each part of a line; None until the width is known.
        brief: a row is shown in one faint line, as far as that goes.
        readings: gives the readings to show above every source; None for none.
        script: gives a source in another script, of the same length; None to show it as it is.
        newest_target: the printed target of a row, of which the store has the one given.
    """

    def __init__(self, source: RowSource) -> None:
        self.source = source
        self.columns: Columns | None = None
        self.brief = False
        self.readings: Readings | None = None
        self.script: Callable[[str], str] | None = None
        self.newest_target: Callable[[int, str], str] = lambda _, stored: stored
        self._kept: LRUCache[int, _Kept] = LRUCache(_KEPT)
        self._marks: LRUCache[int, RowMarks] = LRUCache(_KEPT)

    def __contains__(self, row: int) -> bool:
        return row in self._kept

    def of(self, row: int, number: int) -> tuple[LineFace, ...]:
        """The lines of a row, shown under a number."""
        kept = self._kept.get(row)
        if kept is None or kept.number != number:
            self._kept.discard(row)  # the cache keeps what it has: it does not take another in its place
            kept = self._kept[row] = _Kept(number, self._lay_out(self.source.segment(row), number))
        return kept.faces

    def forget(self, row: int | None = None) -> None:
        """A row (or every row) has to be laid out again when it is next shown."""
        if row is None:
            self._kept.clear()
        else:
            self._kept.discard(row)

    def set_marks(self, row: int, marks: RowMarks) -> None:
        """Say what is marked in a row; of a row that is not active the lit sentence is not shown."""
        if self._marks.get(row, NO_MARKS) != marks:
            self._marks.discard(row)
            self._marks[row] = marks
            self._kept.discard(row)

    def marks_of(self, row: int) -> RowMarks:
        """What is marked in a row."""
        return self._marks.get(row, NO_MARKS)

    def _lay_out(self, segment: Segment, number: int) -> tuple[LineFace, ...]:
        columns = self.columns
        assert columns is not None
        marks = self.marks_of(segment.id)
        target = shown(self.newest_target(segment.id, print_coded(segment.target)))
        lefts = self._source_lines(shown(segment.source.text), columns.source)
        rights = plain_lines(target, wrapped(target, columns.target))
        left_spans: list[Marked] = [(a, b, TERM) for a, b in marks.terms]
        left_spans += [(a, b, REFRAIN) for a, b in marks.refrains]
        right_spans: list[Marked] = [(a, b, FINDING) for a, b in marks.findings_target]
        if self.brief:
            left_spans.clear()  # what is there to be glanced at has no marks
            right_spans.clear()
        left_runs = [runs_of(line, left_spans) for line in lefts]
        right_runs = [runs_of(line, right_spans) for line in rights]
        tone = Tone.FAINT if self.brief else tone_of(segment.kind)
        gutter = gutter_text(segment, number, columns, active=False)
        return tuple(
            LineFace("" if at else gutter, segment.state, source, target, edge, tone, False)
            for at, (source, target, edge) in enumerate(self._arranged(left_runs, right_runs, columns))
        )

    def _arranged(
        self, lefts: list[Runs], rights: list[Runs], columns: Columns
    ) -> Iterable[tuple[Runs, Runs, str]]:
        """What stands on each line: both texts, or one of them, and what the edge says."""
        if self.brief:
            more = columns.signs.below
            edge = (more if len(lefts) > 1 else " ") + (more if len(rights) > 1 else " ")
            return [(lefts[0], rights[0], edge)]
        if columns.stacked:
            line = f"{columns.signs.line} "
            return [*((left, (), "  ") for left in lefts), *(((), right, line) for right in rights)]
        return ((left, right, "  ") for left, right in zip_longest(lefts, rights, fillvalue=()))

    def _source_lines(self, text: str, width: int) -> list[TextLine]:
        if self.script is not None:
            text = self.script(text)
        if self.readings is not None and not self.brief:
            return ruby_layout(text, self.readings, width).painted
        return plain_lines(text, wrapped(text, width))
