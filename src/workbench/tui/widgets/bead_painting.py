"""tui: a line of a bead as a strip."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.text.width import cell_width
from workbench.tui.widgets.bead_layout import MARGIN, BeadColumns, BeadFace, SideLine

Ink = Callable[[str], Style]
"""The style of a part by its name; of the line itself where that is empty."""


def painted(face: BeadFace, columns: BeadColumns, ink_of: Ink, width: int) -> Strip:
    """The strip of a line; `width` is cells of the whole."""
    base = ink_of("") + ink_of("active") if face.active else ink_of("")
    number = str(face.number) if face.number else ""
    pieces = [
        Segment(f" {number:>{columns.digits}} ", base if face.active else base + ink_of("number")),
        Segment(f"{face.sign[0]} ", base + ink_of(face.sign[1]) if face.sign[1] else base),
        Segment(f"{face.sure:>3} ", base + ink_of("doubt" if face.sign[1] == "doubt" else "number")),
        *_side(face.source, columns.source, base, ink_of),
        Segment(f" {columns.signs.line} ", base + ink_of("line")),
        *_side(face.target, columns.target, base, ink_of),
    ]
    used = columns.target_at + columns.target
    return Strip([*pieces, Segment(" " * max(0, width - used), base)], max(width, used))


def _side(line: SideLine, room: int, base: Style, ink_of: Ink) -> list[Segment]:
    text_style = base + ink_of("empty") if line.sentence < 0 and line.text else base
    text_style = text_style + ink_of("lit") if line.lit else text_style
    filled = cell_width(line.text)
    return [
        Segment(f"{line.sign} ", base + ink_of("hand") if line.lit else base + ink_of("line")),
        Segment(line.text, text_style),
        Segment(" " * max(0, room - MARGIN - filled), base),
    ]
