"""tui: PaneLook, the grid in its pane and how its rows are shown: layout, signs, readings, script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Container

from workbench.tui.look import Arrangement
from workbench.tui.widgets.grid import SegmentGrid
from workbench.tui.widgets.row_text import Readings
from workbench.tui.widgets.rows import RowSource, position

Ruby = Literal["off", "row", "all"]


class PaneLook(Container):
    """The rows as they are chosen to look."""

    BLANK = True  # the grid covers it: nothing of its own is painted

    def __init__(self, source: RowSource, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.source = source
        self.grid = SegmentGrid(source)
        self.grid.wants_cursor = lambda: self.has_focus
        self._ruby: Ruby = "off"
        self._readings: Readings | None = None

    def compose(self) -> ComposeResult:
        """The grid fills the pane."""
        yield self.grid

    def arrange_rows(self, layout: Arrangement, share: int) -> None:
        """Lay the rows out another way; `share` is percent of the line for the source, side by side."""
        self.grid.arrange_rows(layout, share, plain=self.grid.plain)

    @property
    def arrangement(self) -> Arrangement:
        """How the rows are laid out now."""
        return self.grid.arrangement

    @property
    def plain(self) -> bool:
        """Whether the rows have signs of ASCII alone."""
        return self.grid.plain

    @plain.setter
    def plain(self, plain: bool) -> None:
        self.grid.arrange_rows(self.grid.chosen, self.grid.share, plain=plain)

    @property
    def ruby(self) -> Ruby:
        """Where readings stand above the source: nowhere, in the active row, in all rows."""
        return self._ruby

    @ruby.setter
    def ruby(self, ruby: Ruby) -> None:
        self._ruby = ruby
        self._show_readings()

    @property
    def readings(self) -> Readings | None:
        """Gives the readings of a source text, one string a code point."""
        return self._readings

    @readings.setter
    def readings(self, readings: Readings | None) -> None:
        self._readings = readings
        self._show_readings()

    @property
    def script(self) -> Callable[[str], str] | None:
        """Gives the source in another script, of the same length; None shows it as it is."""
        return self.grid.others.script

    @script.setter
    def script(self, script: Callable[[str], str] | None) -> None:
        self.grid.others.script = script
        self.grid.others.forget()
        self._lay_out_again()

    def _show_readings(self) -> None:
        grid = self.grid
        everywhere = self._readings if self._ruby == "all" else None
        if everywhere is not grid.others.readings:
            grid.others.readings = everywhere
            grid.others.forget()
            grid.columns = None
        grid.readings_active = None if self._ruby == "off" else self._readings
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        held = self.grid.held_row()
        self.grid.lay_out_again()
        if held is not None and (at := position(self.grid.rows, held[0])) is not None:
            self.grid.viewport.hold(at, held[1])
            if at == self.grid.active_index:
                self.grid.viewport.reveal(at)
                self.grid.rest()
        self.grid.update()
