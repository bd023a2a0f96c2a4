"""annotate: ruby, readings set above the characters they belong to, in lines of a fixed width.

A *box* is what must stay together on a line: opening marks, one body (a hanzi, a Latin word or number, any
other grapheme) and the closing marks after it. So no line begins with a closing mark or ends with an opening
one, and a Latin word is broken only where it is longer than the line. Between two readings stands at least
one blank cell, and a reading hangs over nothing but its own box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.text.characters import CLOSING, OPENING
from workbench.text.width import cell_width


class RubyLine(NamedTuple):
    """One line of readings and one of text, of equal cell length.

    Attributes:
        above: the readings, each standing over its character.
        below: `text[start:end]`, with blanks let in where a reading is wider than its character.
        start: offset of the first character shown, in code points of the whole text.
        end: offset after the last one; what lies between two lines is dropped blanks or a line break.
        cells: for every code point of `text[start:end]` the cell of `below` in which it begins.
    """

    above: str
    below: str
    start: int
    end: int
    cells: tuple[int, ...]


class _Box(NamedTuple):
    start: int
    end: int
    lead: int  # cells of opening marks, over which the reading does not stand
    base: int  # cells of the text
    reading: str
    reading_cells: int


def _any_of(marks: Sequence[str]) -> str:
    return "[" + "".join(re.escape(mark) for mark in marks) + "]"


_OPEN, _CLOSE = _any_of(sorted(OPENING)), _any_of(sorted(CLOSING))
_IDEOGRAPH = r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff"
_FAR_IDEOGRAPH = r"\U00020000-\U0003ffff"
# What joins the character before it in one grapheme: combining marks, variation selectors, joined emoji.
_MARK = r"\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JOINED = rf"(?:\u200d.?|[{_MARK}])"
_LETTER = rf"(?:(?![{_IDEOGRAPH}{_FAR_IDEOGRAPH}])[^\W_]{_JOINED}*)"
_WORD = rf"{_LETTER}+(?:['’._@/:&+,．，-](?<![，．](?=\D)){_LETTER}+)*"
_LEAD = rf"(?P<lead>(?:{_OPEN}{_JOINED}*)*)"
_TAIL = rf"(?:[ \t\u3000]*{_CLOSE}{_JOINED}*)*"
_UNIT = re.compile(
    r"(?P<newline>\r\n|[\r\n])"
    rf"|(?P<blank>[ \t\u3000]+(?!{_CLOSE}))"
    rf"|{_LEAD}(?:{_WORD}|[^\r\n]{_JOINED}*){_TAIL}",
    re.S,
)
_CLUSTER = re.compile(rf".{_JOINED}*", re.S)


@lru_cache(maxsize=1 << 14)
def _cells(text: str) -> int:
    return cell_width(text)


def ruby_lines(text: str, readings: Sequence[str], width: int) -> list[RubyLine]:
    """Lay out `text` with its readings in lines of at most `width` cells.

    Args:
        text: what is shown; control characters are the caller's to replace beforehand.
        readings: one string a code point, empty where there is none (see `annotate.pinyin.readings`).
        width: cells a line may have; less than 2 counts as 2, since a hanzi takes two. A reading
            longer than the line is cut.

    Returns:
        At least one line. Line breaks in `text` end a line; blanks at a break are dropped.
    """
    width = max(width, 2)
    lines: list[RubyLine] = []
    line = _Line(text, 0)
    for match in _UNIT.finditer(text):
        if match["newline"]:
            lines.append(line.finished())
            line = _Line(text, match.end())
        elif match["blank"]:
            line.add_blank(match.start(), match.end(), width)
        else:
            for box in _boxes(match, readings, width):
                if not line.takes(box, width):
                    if line:
                        lines.append(line.finished())
                    line = _Line(text, box.start)
                line.add(box)
    lines.append(line.finished())
    return lines


def _boxes(match: re.Match[str], readings: Sequence[str], width: int) -> Iterator[_Box]:
    """The boxes of one unit: one, or one a grapheme where the unit is longer than the line."""
    start, end = match.span()
    base = _cells(match.group())
    if base <= width:
        lead = _cells(match["lead"]) if match["lead"] else 0
        yield _box(start, end, lead, base, readings, width)
        return
    for part in _CLUSTER.finditer(match.string, start, end):
        yield _box(part.start(), part.end(), 0, _cells(part.group()), readings, width)


def _box(start: int, end: int, lead: int, base: int, readings: Sequence[str], width: int) -> _Box:
    reading = readings[start] if end == start + 1 else "".join(readings[start:end])
    cells = _cells(reading) if reading else 0
    while cells > width:
        reading = reading[:-1]
        cells = _cells(reading)
    return _Box(start, end, min(lead, width - cells), base, reading, cells)


class _Line:
    """A line being filled: where the text stands, where the readings."""

    __slots__ = ("_full", "_placed", "_read", "_text", "_used", "end", "start")

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self.start = self.end = start
        self._placed: list[tuple[int, _Box]] = []
        self._used = 0  # cells of text
        self._read = 0  # cells up to the end of the last reading
        self._full = False  # a blank hangs over the end: the next box begins a line

    def __bool__(self) -> bool:
        return bool(self._placed)

    def takes(self, box: _Box, width: int) -> bool:
        """Whether the box fits; a line just begun takes anything."""
        if self._full or not self._used:
            return not self._full
        at = self._place(box)
        return max(at + box.base, at + box.lead + box.reading_cells) <= width

    def add(self, box: _Box) -> None:
        """Put the box at the end of the line."""
        at = self._place(box)
        self._placed.append((at, box))
        self._used = at + box.base
        if box.reading:
            self._read = at + box.lead + box.reading_cells
        self.end = box.end

    def add_blank(self, start: int, end: int, width: int) -> None:
        """Let a blank in; it is shown only when another box follows it on the line."""
        cells = _cells(self._text[start:end])
        self._used = max(self._used, self._read) + cells
        self._full = self._used > width

    def _place(self, box: _Box) -> int:
        if not box.reading or not self._read:
            return max(self._used, self._read)
        return max(self._used, self._read, self._read + 1 - box.lead)

    def finished(self) -> RubyLine:
        """The two strings, without the blanks that hang at the end of the line."""
        above: list[str] = []
        below: list[str] = []
        cells: list[int] = []
        read = used = 0
        at_offset = self.start
        for at, box in self._placed:
            shown = self._text[box.start : box.end]
            cells += [used] * (box.start - at_offset)  # a blank let in stands where the last box ended
            below += (" " * (at - used), shown)
            cells += _starts(shown, at)
            used = at + box.base
            at_offset = box.end
            if box.reading:
                above += (" " * (at + box.lead - read), box.reading)
                read = at + box.lead + box.reading_cells
        return RubyLine(*_level("".join(above), "".join(below)), self.start, self.end, tuple(cells))


def _starts(shown: str, at: int) -> list[int]:
    """The cell in which each code point of a box begins."""
    if len(shown) == 1:
        return [at]
    return [at + _cells(shown[:length]) for length in range(len(shown))]


def _level(above: str, below: str) -> tuple[str, str]:
    """Both padded to the longer of the two."""
    over, under = cell_width(above), cell_width(below)
    return above + " " * (under - over), below + " " * (over - under)
