"""memory: a line of a concordance, with what was found in one column of all lines (key word in context)."""

from __future__ import annotations

from typing import NamedTuple

from workbench.text.graphemes import next_boundary, previous_boundary
from workbench.text.shown import shown
from workbench.text.width import cell_width

LEFT_SHARE = 0.4
"""How much of a line stands before what was found."""
_CUT = "…"


class Line(NamedTuple):
    """A line; the three parts together are as many cells wide as was asked."""

    left: str
    hit: str
    right: str


def kwic(text: str, span: tuple[int, int], width: int) -> Line:
    """What was found with the text around it; … stands where something was cut off.

    Args:
        text: the whole text.
        span: what was found in it, code points.
        width: cells of the line; where it begins follows from this alone, so that lines stand aligned.

    Returns:
        The parts, made safe for the screen, line ends as spaces; padded with spaces on the outer sides.
    """
    safe = shown(text).replace("\n", " ")
    before = int(width * LEFT_SHARE)
    left = _last_cells(safe[: span[0]], before)
    hit = _first_cells(safe[span[0] : span[1]], width - before)
    room = width - before - cell_width(hit)
    right = _first_cells(safe[span[1] :], room)
    return Line(_padding(before - cell_width(left)) + left, hit, right + _padding(room - cell_width(right)))


def _padding(cells: int) -> str:
    return " " * max(0, cells)


def _first_cells(text: str, cells: int) -> str:
    """The beginning of a text that fits, whole clusters of code points."""
    if cell_width(text[: cells * 4]) <= cells and len(text) <= cells * 4:
        return text
    room, place, used = cells - 1, 0, 0
    if room < 0:
        return ""
    while place < len(text):
        following = next_boundary(text, place)
        used += cell_width(text[place:following])
        if used > room:
            break
        place = following
    return text[:place] + _CUT


def _last_cells(text: str, cells: int) -> str:
    """The end of a text that fits."""
    if len(text) <= cells * 4 and cell_width(text) <= cells:
        return text
    room, place, used = cells - 1, len(text), 0
    if room < 0:
        return ""
    while place:
        previous = previous_boundary(text, place)
        used += cell_width(text[previous:place])
        if used > room:
            break
        place = previous
    return _CUT + text[place:]
