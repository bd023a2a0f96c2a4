"""tui: the lines of the active row, shared out between its source and its target."""

from __future__ import annotations

from typing import Literal, NamedTuple

Side = Literal["source", "target"]


class Room(NamedTuple):
    """The lines of a row that one of its sides has: how many, from which one on."""

    first: int
    lines: int

    def has(self, line: int) -> bool:
        """Whether a line of the row is among them."""
        return self.first <= line < self.first + self.lines


class Rooms(NamedTuple):
    """How a row is shared out.

    Attributes:
        height: lines of the row.
        source: those that the source has; `target` likewise.
    """

    height: int
    source: Room
    target: Room

    def of(self, side: Side) -> Room:
        """The lines of a side."""
        return self.source if side == "source" else self.target

    def side_at(self, line: int) -> Side | None:
        """The side that a line of a stacked row shows; None for a blank one."""
        if self.target.has(line):
            return "target"
        return "source" if self.source.has(line) else None


ONE_LINE = Rooms(1, Room(0, 1), Room(0, 1))


def side_by_side(source: int, target: int, cap: int) -> Rooms:
    """Both sides have every line.

    Args:
        source: lines that all of the source takes; `target` likewise.
        cap: lines that the row may take.
    """
    height = max(1, min(cap, max(source, target)))
    return Rooms(height, Room(0, height), Room(0, height))


def stacked(source: int, target: int, cap: int, *, roomy: bool) -> Rooms:
    """The source has the upper lines; where there are too many, the target keeps half if it needs them.

    Args:
        source: lines that all of the source takes; `target` likewise.
        cap: lines that the row may take; it takes two at least.
        roomy: a blank line above, between and below, where there is room for all three.
    """
    blank = 1 if roomy and source + target + 3 <= cap else 0
    lines = max(2, min(cap, source + target))
    above = max(1, min(source, lines - min(target, max(1, lines // 2))))
    return Rooms(lines + 3 * blank, Room(blank, above), Room(above + 2 * blank, lines - above))
