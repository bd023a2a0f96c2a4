"""tui: Viewport, which rows stand on which lines of the screen, held by a row and not by a line number.

The place of the view is an anchor: a row and a line within it. Heights of rows far away are guesses, so line
numbers counted from the first row shift whenever a guess turns exact; what hangs on the anchor does not.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.tui.widgets.heights import HeightIndex


class Viewport:
    """A window of some lines over rows of which only those in it are measured.

    Attributes:
        index: the heights, guessed or exact.
        size: lines of the window.
        row: position of the row at its top; `line` is the line of that row that stands there.
    """

    __slots__ = ("_measure", "index", "line", "row", "size")

    def __init__(self, index: HeightIndex, measure: Callable[[int], int], size: int) -> None:
        self.index = index
        self._measure = measure
        self.size = size
        self.row = 0
        self.line = 0

    def exact(self, row: int) -> int:
        """The true height of a row; the index learns it."""
        height = self._measure(row)
        self.index.set(row, height)
        return height

    @property
    def top(self) -> int:
        """The line of the whole at the top of the window, as far as the index knows."""
        return self.index.start(self.row) + self.line if len(self.index) else 0

    def parts(self) -> list[tuple[int, int, int]]:
        """The rows in the window from its top, each with the first line that shows and the one after them."""
        if not len(self.index):
            return []
        self.place(self.row, self.line)
        parts, room = self._below()
        if room and (self.row or self.line):
            self.place(self.row, self.line - room)
            parts, _ = self._below()
        return parts

    def fill(self) -> list[tuple[int, int]]:
        """(row, line within it) for each line of the window; fewer where there are no more rows."""
        return [(row, line) for row, first, after in self.parts() for line in range(first, after)]

    def _below(self) -> tuple[list[tuple[int, int, int]], int]:
        parts: list[tuple[int, int, int]] = []
        row, line, room = self.row, self.line, self.size
        while row < len(self.index) and room:
            after = min(self.exact(row), line + room)
            parts.append((row, line, after))
            room -= after - line
            row, line = row + 1, 0
        return parts, room

    def place(self, row: int, line: int) -> None:
        """Put a line of a row at the top; lines before or after the row count on into its neighbours."""
        row = max(0, min(row, len(self.index) - 1))
        while line < 0 and row > 0:
            row -= 1
            line += self.exact(row)
        line = max(0, line)
        while line >= (height := self.exact(row)):
            if row + 1 == len(self.index):
                line = height - 1
                break
            line -= height
            row += 1
        self.row, self.line = row, line

    def scroll(self, lines: int) -> int:
        """Move the view by lines; gives how many it moved, fewer where the rows begin or end there."""
        self.parts()
        before = self.row, self.line
        self.place(self.row, self.line + lines)
        self.parts()
        first, last = sorted((before, (self.row, self.line)))
        return sum(self.exact(row) for row in range(first[0], last[0])) + last[1] - first[1]

    def hold(self, row: int, y: int) -> None:
        """Place the view so that a row begins on line `y` of the window (negative: above it)."""
        self.place(row, -y)

    def top_of(self, row: int) -> int | None:
        """The line of the window on which a row begins, negative above it; None where none of it shows."""
        return self._top_of(row, self.exact)

    def shown_top_of(self, row: int) -> int | None:
        """The same as it was when it was shown last: for rows that may look otherwise by now, or be gone."""
        return self._top_of(row, self.index.__getitem__)

    def _top_of(self, row: int, height: Callable[[int], int]) -> int | None:
        if row < self.row:
            return None
        y = -self.line
        for at in range(self.row, row):
            y += height(at)
            if y >= self.size:
                return None
        return y

    def go_to(self, line: int) -> None:
        """Bring a line of the whole, as the index has it, to the top: what a scroll bar asks."""
        if len(self.index):
            self.place(*self.index.find(line))

    def reveal(self, row: int) -> None:
        """Move the view as little as it takes to show a row whole, with a line of its neighbours."""
        overhang = self._overhang(row)
        if overhang is None:
            self.centre(row)
        elif overhang:
            self.place(self.row, self.line + overhang)

    def turn_to(self, row: int) -> None:
        """Show a row whole; where the view has to move, it moves as one turns a page, and rests there.

        Going down, a sixth of the window stays above the row; going up, a sixth below it.
        """
        overhang = self._overhang(row)
        if overhang is None:
            overhang = 1 if row >= self.row else -1
        if overhang:
            room = max(0, self.size - self.exact(row))
            aside = max(1, room // 6) if room > 1 else 0
            self.hold(row, aside if overhang > 0 else room - aside)

    def _overhang(self, row: int) -> int | None:
        """Lines by which a row hangs over the bottom (or, negative, the top); None where none of it shows."""
        height = self.exact(row)
        margin = 1 if height + 2 <= self.size else 0
        y = self.top_of(row)
        if y is None:
            return None
        above = margin if row else 0
        below = margin if row + 1 < len(self.index) else 0
        if y < above:
            return y - above
        return max(0, y + height + below - self.size)

    def centre(self, row: int) -> None:
        """Show a row a little above the middle."""
        self.hold(row, max(0, (self.size - self.exact(row)) * 2 // 5))
