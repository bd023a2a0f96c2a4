"""tui: GridRows, the rows of the grid and where they stand: columns, heights, the view; it paints nothing."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from textual.geometry import Size
from textual.scroll_view import ScrollView

from workbench.tui.look import USUAL_SHARE, Arrangement
from workbench.tui.widgets.cell_editor import CellEditor
from workbench.tui.widgets.columns import Columns, columns_for
from workbench.tui.widgets.heights import HeightIndex, guess_heights
from workbench.tui.widgets.row_faces import RowFaces
from workbench.tui.widgets.row_layout import LineFace
from workbench.tui.widgets.row_text import Readings
from workbench.tui.widgets.rows import Rows, RowSource
from workbench.tui.widgets.viewport import Viewport

ROOM_FOR_TWO = 90
"""Columns of the window from which two columns of text have room."""


class GridRows(ScrollView):
    """The rows of a view, in columns, one of them active."""

    def __init__(self, source: RowSource) -> None:
        super().__init__()
        self.others = RowFaces(source)
        self.rows: Rows | None = None
        self.editor: CellEditor | None = None
        self.active_index = -1
        self.columns: Columns | None = None
        self.active_columns: Columns | None = None
        self.chosen = Arrangement.AUTOMATIC
        self.share = USUAL_SHARE
        self.plain = False
        self.readings_active: Readings | None = None
        self.viewport = Viewport(HeightIndex(()), self._height, 0)
        self._extent = Size(0, 0)

    def set_rows(self, rows: Rows, active_index: int) -> None:
        """Show other rows; where the view stands is for the caller to say afterwards."""
        self.rows = rows
        self.active_index = active_index
        self.columns = None
        if self._extent.width:
            self._share_out()
        else:
            self.viewport.index = HeightIndex([1] * len(rows))

    def _share_out(self) -> None:
        """Divide the width among the columns and guess all heights anew."""
        rows = self.rows
        if rows is None:
            return
        layout, brief = self.arrangement, self.arrangement is Arrangement.FOCUS
        columns = self._columns_for(rows, stacked=layout is Arrangement.STACKED)
        active = self._columns_for(rows, stacked=layout is not Arrangement.SIDE)
        if (columns, active) != (self.columns, self.active_columns):
            self._forget_painted()
        if self.columns is None or columns != self.columns or brief != self.others.brief:
            self.others.forget()
        self.columns = self.others.columns = columns
        self.active_columns = active
        self.others.brief = brief
        self.viewport.index = HeightIndex(self._guess(rows, columns, brief=brief))
        self.lay_out_editor()

    def _columns_for(self, rows: Rows, *, stacked: bool) -> Columns:
        width = self._extent.width
        return columns_for(width, rows.total, share=self.share, stacked=stacked, plain=self.plain)

    def _guess(self, rows: Rows, columns: Columns, *, brief: bool) -> Sequence[int]:
        if brief:
            return array("l", [1]) * len(rows)
        return guess_heights(
            rows.source_cells,
            rows.target_cells,
            columns.source,
            columns.target,
            ruby=self.others.readings is not None,
            stacked=columns.stacked,
        )

    @property
    def arrangement(self) -> Arrangement:
        """How rows are laid out in the room there is."""
        if self.chosen is not Arrangement.AUTOMATIC:
            return self.chosen
        return Arrangement.SIDE if self._extent.width + 1 >= ROOM_FOR_TWO else Arrangement.STACKED

    def rest(self) -> None:
        """In focus the active row stands in the same place whichever it is, a third down where it fits."""
        if self.arrangement is Arrangement.FOCUS and self.editor is not None and self.columns is not None:
            size, height = self.viewport.size, self.editor.height
            self.viewport.hold(self.active_index, max(0, min(size // 3, size - height - 1)))

    def lay_out_editor(self) -> None:
        """Fit the active row to the columns, the height of the view and the readings asked for."""
        if self.editor is not None and self.active_columns is not None and self.rows is not None:
            self.editor.lay_out(
                self.active_columns,
                self.cap,
                self.rows.numbers[self.active_index],
                readings=self.readings_active,
                script=self.others.script,
                roomy=self.arrangement is Arrangement.FOCUS,
            )

    @property
    def cap(self) -> int:
        """Lines the active row may take: a line of each neighbour stays in view."""
        height = self._extent.height
        return height - 2 if height > 4 else max(1, height)

    def _forget_painted(self) -> None:
        """Lines that were painted for other columns are of no use."""

    def _height(self, index: int) -> int:
        if index == self.active_index and self.editor is not None:
            return self.editor.height
        return len(self._faces_of(index))

    def _faces_of(self, index: int) -> tuple[LineFace, ...]:
        assert self.rows is not None
        return self.others.of(self.rows.ids[index], self.rows.numbers[index])

    # ---- the view

    def shown_rows(self) -> tuple[int, ...]:
        """Ids of the rows in view, from the top."""
        rows, viewport = self.rows, self.viewport
        if rows is None or not len(rows):
            return ()
        last, room = viewport.row, viewport.size + viewport.line
        while last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        return tuple(rows.ids[viewport.row : last])

    def rows_below(self) -> Sequence[int]:
        """Ids of the rows of the next screenful, as far as heights are known."""
        rows, viewport = self.rows, self.viewport
        first = last = viewport.row + len(self.shown_rows())
        room = viewport.size
        while rows is not None and last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        return () if rows is None else rows.ids[first:last]

    def _fetch(self) -> None:
        """Ask for the rows about to be shown in one go."""
        rows, viewport = self.rows, self.viewport
        if rows is None or not len(viewport.index):
            return
        last, room = viewport.row, viewport.size + viewport.line
        while last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        wanted = [row for row in rows.ids[viewport.row : last] if row not in self.others]
        if len(wanted) > 1:
            self.others.source.segments(wanted)

    def held_row(self) -> tuple[int, int] | None:
        """Id of the row that should stay where it is, and the line of the view on which it begins."""
        held = self._held()
        return None if held is None or self.rows is None else (self.rows.ids[held[0]], held[1])

    def active_number(self) -> int:
        """Number of the active row; 0 while there is none."""
        return self.rows.numbers[self.active_index] if self.rows is not None and self.active_index >= 0 else 0

    def _held(self) -> tuple[int, int] | None:
        """The row that should stay where it is, and its place: the active one where it can be seen."""
        if not len(self.viewport.index):
            return None
        if self.columns is not None and self.active_index >= 0:
            y = self.viewport.top_of(self.active_index)
            if y is not None:
                return self.active_index, y
        return self.viewport.row, -self.viewport.line
