"""text: lines of a given width for Chinese, English and mixtures of the two.

Between hanzi a line may break anywhere; Latin words stay whole; no closing mark stands first on a line and
no opening mark last (the prohibition rules of Chinese print, as in Unicode's UAX #14). Lines are found one
after the other, each from its start alone: that makes `rewrap` exact, since from a line start that both
texts share all lines are the same.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from workbench.text.characters import CLOSING, OPENING, is_hanzi
from workbench.text.graphemes import cluster_end, extends
from workbench.text.width import JOINING, WIDTHS, cell_width

NARROWEST = 2
"""A line has room for one hanzi at least; a smaller width counts as this."""


class Line(NamedTuple):
    """One line of a wrapped text.

    Attributes:
        start: offset of its first code point in the text.
        end: offset after its last; what lies between it and the next line's start is a newline, or spaces
            that hang over the edge and are not shown.
        cells: width of text[start:end] in terminal cells.
    """

    start: int
    end: int
    cells: int


# What a character does to a break beside it.
_FREE, _WORD, _SPACE, _GLUE = "H", "L", "S", "Q"
_OPEN, _OPEN_ASCII = "O", "B"
_CLOSE, _CLOSE_ASCII, _HYPHEN = "C", "P", "h"
_OPENERS = _OPEN + _OPEN_ASCII
_CLOSERS = _CLOSE + _CLOSE_ASCII + _HYPHEN

_HYPHENS = frozenset("-/‐–")
_GLUES = frozenset("\"'\u00a0\u2007\u202f\u2011")
_CLOSING_IN_WORDS = frozenset(",.;:?!)]}%’．")
_ALWAYS_WORD = frozenset("#$&*+<=>@\\^_`|~²³¹")


class _Kinds(dict[str, str]):
    """Character to what it does to a break beside it, worked out once."""

    def __missing__(self, ch: str) -> str:
        self[ch] = kind = _kind(ch)
        return kind


def _kind(ch: str) -> str:
    if ch in _GLUES:
        return _GLUE
    if ch in _HYPHENS:
        return _HYPHEN
    if ch in CLOSING:
        return _CLOSE_ASCII if ch in _CLOSING_IN_WORDS else _CLOSE
    if ch in OPENING:
        return _OPEN_ASCII if ch < "\x7f" else _OPEN
    if ch != "\n" and ch.isspace():
        return _SPACE
    if is_hanzi(ch):
        return _FREE
    return _kind_by_category(ch)


def _kind_by_category(ch: str) -> str:
    category = unicodedata.category(ch)
    full_width_form = "\uff10" <= ch <= "\uff5a"
    if ch in _ALWAYS_WORD or (category[0] == "L" and (WIDTHS[ch] < 2 or full_width_form)):
        return _WORD
    if category[0] == "N" and (ch < "\u2460" or full_width_form):
        return _WORD
    if category == "Sc":  # a currency sign leads its figure
        return _OPEN
    return _FREE


def _glued_pairs() -> frozenset[str]:
    """Pairs of kinds between which no line breaks."""
    kinds = _FREE + _WORD + _SPACE + _GLUE + _OPENERS + _CLOSERS
    glued = {before + after for before in kinds for after in _CLOSERS + _SPACE + _GLUE}
    glued |= {before + after for before in _OPENERS + _GLUE for after in kinds}
    in_word = _WORD + _CLOSE_ASCII + _HYPHEN
    glued |= {before + after for before in in_word for after in _WORD + _OPEN_ASCII}
    return frozenset(glued - {_SPACE + _GLUE})


_KINDS = _Kinds()
_GLUED = _glued_pairs()


def wrap(text: str, width: int) -> list[Line]:
    r"""Lines of at most `width` cells that show every code point of `text` once, in order.

    Spaces at a break stay at the end of the line as far as they fit, and hang over the edge beyond that. A
    newline breaks and belongs to no line; an empty text, and what follows a last newline, is one empty line.
    Marks keep their side of a break unless the line leaves no other place for one; a word longer than a line
    breaks after a hyphen or slash in it, else between two characters, never inside one.

    Args:
        text: as `workbench.text.shown.shown` gives it.
        width: cells of a line; less than `NARROWEST` counts as that.
    """
    lines: list[Line] = []
    start: int | None = 0
    width = max(width, NARROWEST)
    while start is not None:
        line, start = _next_line(text, start, width)
        lines.append(line)
    return lines


def rewrap(
    text: str, width: int, old_lines: Sequence[Line], change_start: int, removed: int, inserted: int
) -> list[Line]:
    """The lines of `text` after one change, the same as `wrap` gives, without wrapping all of it again.

    Args:
        text: the text after the change.
        width: the same width that `old_lines` were wrapped to.
        old_lines: the lines before the change.
        change_start: offset where the change begins, the same in both texts.
        removed: code points taken out there.
        inserted: code points put in there.
    """
    width = max(width, NARROWEST)
    shift = inserted - removed
    # A line looks ahead as far as the first character of the line after the next, never further.
    index = max(0, line_of(old_lines, change_start) - 2)
    lines = list(old_lines[:index])
    start: int | None = old_lines[index].start
    old = index
    while start is not None:
        while old < len(old_lines) and old_lines[old].start < start - shift:
            old += 1
        if old < len(old_lines) and old_lines[old].start == start - shift >= change_start + removed:
            tail = old_lines[old:]
            lines += tail if shift == 0 else [Line(a + shift, b + shift, cells) for a, b, cells in tail]
            return lines
        line, start = _next_line(text, start, width)
        lines.append(line)
    return lines


def line_of(lines: Sequence[Line], offset: int) -> int:
    """Index of the line on which the caret at `offset` stands: the one that begins there, or holds it."""
    return max(0, bisect_right(lines, offset, key=attrgetter("start")) - 1)


def _next_line(text: str, start: int, width: int) -> tuple[Line, int | None]:
    """The line that begins at `start`, and where the next one begins; None after the last."""
    bounds, cells = _measure(text, start, width)
    fit = bisect_right(cells, width) - 1
    stop = bounds[fit]
    after = _after_spaces(text, stop)
    if after == len(text):
        return Line(start, stop, cells[fit]), None
    if text[after] == "\n":
        return Line(start, stop, cells[fit]), after + 1
    if after > stop and _may_break_after_spaces(text, start, stop, after):
        return Line(start, stop, cells[fit]), after
    fit = _choose_break(text, bounds, fit)
    stop = bounds[fit]
    return Line(start, stop, cells[fit]), _after_spaces(text, stop)


def _measure(text: str, start: int, width: int) -> tuple[Sequence[int], Sequence[int]]:
    """Bounds of the characters from `start` on, more than fit on a line, and the cells up to each bound."""
    window = text[start : start + width + 1]
    newline = window.find("\n")
    if newline >= 0:
        window = window[:newline]
    bounds = range(start, start + len(window) + 1)
    if window.isascii() and window.isprintable():
        return bounds, range(len(window) + 1)
    cells = [0, *accumulate(map(WIDTHS.__getitem__, window))]
    return (bounds, cells) if JOINING.isdisjoint(window) else _clusters(text, start, width)


def _clusters(text: str, start: int, width: int) -> tuple[list[int], list[int]]:
    """What `_measure` gives, where some characters are more than one code point."""
    bounds, cells = [start], [0]
    while bounds[-1] < len(text) and text[bounds[-1]] != "\n" and cells[-1] <= width:
        end = cluster_end(text, bounds[-1])
        cells.append(cells[-1] + cell_width(text[bounds[-1] : end]))
        bounds.append(end)
    return bounds, cells


def _after_spaces(text: str, place: int) -> int:
    """The end of the spaces at `place`; a space that carries a mark is none of them."""
    start = place
    while place < len(text) and _KINDS[text[place]] == _SPACE:
        place += 1
    marked = start < place < len(text) and extends(text[place])
    return place - 1 if marked else place


def _may_break_after_spaces(text: str, start: int, stop: int, after: int) -> bool:
    """True where a line from `start` may end with the spaces at `stop` and the next begin at `after`."""
    if _KINDS[text[after]] in _CLOSERS:
        return False
    while stop > start and _KINDS[text[stop - 1]] == _SPACE:
        stop -= 1
    return stop == start or _KINDS[text[stop - 1]] not in _OPENERS


def _choose_break(text: str, bounds: Sequence[int], fit: int) -> int:
    """How many of the first `fit` characters the line keeps; at least one."""
    start = bounds[0]
    kinds = _KINDS
    after = kinds[text[bounds[fit]]]
    for count in range(fit, 0, -1):
        before = kinds[text[bounds[count - 1]]]
        if before + after not in _GLUED:
            if before != _SPACE:
                return count
            place = bounds[count]
            if not text[start:place].isspace() and _may_break_after_spaces(text, start, place, place):
                return count
        after = before
    return _break_word(text, bounds, fit)


def _break_word(text: str, bounds: Sequence[int], fit: int) -> int:
    """Where to break a line that may break nowhere: after a hyphen, not beside a mark, or at its end."""
    kinds = [_KINDS[text[bound]] for bound in bounds[: fit + 1]]
    for count in range(fit, 1, -1):
        if kinds[count - 1] == _HYPHEN and kinds[count] not in _CLOSERS and kinds[count] != _SPACE:
            return count
    for count in range(fit, 0, -1):
        if kinds[count - 1] not in _OPENERS and kinds[count] not in _CLOSERS and kinds[count] != _SPACE:
            return count
    return fit
