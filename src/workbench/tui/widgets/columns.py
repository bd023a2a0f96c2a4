"""tui: Columns, how a line of a row is shared out, and the signs that stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from workbench.model.segments import State
from workbench.tui.look import USUAL_SHARE

_LEAD = 2
"""Cells before the text of a stacked row: a line that marks its English, and a blank or a sign."""


class Signs(NamedTuple):
    """What stands in the gutter and between the columns, a cell each.

    Attributes:
        states: by state. `lock`, `note`, `query` (an open one): of a row that has them.
        active: of the row that has the caret.
        above: more of a text above what a row shows of it; `below` likewise.
        line: between the columns, and before the English of a stacked row.
    """

    states: Mapping[State, str]
    lock: str
    note: str
    query: str
    active: str
    above: str
    below: str
    line: str


SIGNS: Final = Signs(
    states={
        State.UNTRANSLATED: " ",
        State.DRAFT: "∙",
        State.CONFIRMED: "✓",
        State.REVIEWED: "✪",
        State.REJECTED: "✗",
    },
    lock="⊘",
    note="✎",
    query="?",
    active="▸",
    above="▴",
    below="▾",
    line="│",
)
"""All but the line of East Asian width neutral: one cell in every terminal."""
PLAIN_SIGNS: Final = Signs(
    states={
        State.UNTRANSLATED: " ",
        State.DRAFT: "-",
        State.CONFIRMED: "+",
        State.REVIEWED: "*",
        State.REJECTED: "x",
    },
    lock="#",
    note='"',
    query="?",
    active=">",
    above="^",
    below="v",
    line="|",
)
"""The same in ASCII, for terminals and fonts that have no others."""


class Columns(NamedTuple):
    """Cells of each part of a line; they add up to the line's width.

    Attributes:
        digits: of the row number. `gutter` holds it and the signs, and a blank.
        source: cells a line of the source has; even, so that hanzi fill it. `target` of the target.
        tail: blank cells after the target, where a caret past a full line stands.
        stacked: the target stands below the source, and each has the whole line.
        plain: signs of ASCII alone.
    """

    digits: int
    gutter: int
    source: int
    target: int
    tail: int
    stacked: bool = False
    plain: bool = False

    @property
    def signs(self) -> Signs:
        """What stands in the gutter and between the columns."""
        return PLAIN_SIGNS if self.plain else SIGNS

    @property
    def source_at(self) -> int:
        """Cell at which the source begins."""
        return self.gutter + _LEAD if self.stacked else self.gutter

    @property
    def target_at(self) -> int:
        """Cell at which the target begins."""
        return self.source_at if self.stacked else self.gutter + self.source + 3

    @property
    def width(self) -> int:
        """Cells of the whole line."""
        return self.target_at + self.target + self.tail


def columns_for(
    width: int, rows: int, *, share: int = USUAL_SHARE, stacked: bool = False, plain: bool = False
) -> Columns:
    """Share out a line.

    Args:
        width: cells of the line; below 24 the line is laid out as if it had them.
        rows: the highest row number.
        share: percent of what is left of the line for the source, side by side.
        stacked: the target stands below the source.
        plain: signs of ASCII alone.
    """
    digits = max(2, len(str(rows)))
    gutter = digits + 5
    if stacked:
        room = max(24, width) - gutter - _LEAD - 1
        return Columns(digits, gutter, room // 2 * 2, room, 1, stacked=True, plain=plain)
    room = max(24, width) - gutter - 4
    source = max(4, min(int(room * share / 100) // 2 * 2, (room - 4) // 2 * 2))
    return Columns(digits, gutter, source, max(4, room - source), 1, plain=plain)
