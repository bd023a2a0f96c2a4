"""documents: what can be seen at each line, as small numbers that boundaries.py weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from workbench.documents.cues import (
    NO_LINE_START,
    Ending,
    ending,
    is_byline,
    is_caption,
    is_credit,
    is_marked,
    is_page_number,
    is_subtitle,
)
from workbench.documents.measure import Line, Measure, need

BINS = 20  # half ems of slack that are told apart, from -5 to +5
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))
_QUOTE_REACH = 30  # lines after which an opening mark no longer waits for its closing one


class Opening(IntEnum):
    """How a line begins, seen as the beginning of a paragraph."""

    PLAIN = 0
    MARKED = 1  # a number, a bullet, a double dash
    LOWER = 2  # a Latin small letter
    BARRED = 3  # a mark that never begins a paragraph


class Depth(IntEnum):
    """Where a line begins when first-line indents stand in the file."""

    UNKNOWN = 0
    FLUSH = 1
    INDENTED = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """One line as evidence.

    Attributes:
        ending: how the line ends.
        blanks: blank lines before it, 2 standing for more.
        within: whether a quotation or bracket is open where it begins.
        opening: how it begins.
        label: whether the whole line reads as a credit, byline, subtitle, caption or page number.
        slack: bin of the room left in the column, what the next line's first piece needs taken into account.
        first_slack: the same where the line is set in by the lost indent.
        em: width of the line. `column` is that of the column.
        depth: its indent, where indents were kept.
        cut: whether it was cut from the end of a line.
    """

    ending: Ending
    blanks: int
    within: bool
    opening: Opening
    label: bool
    slack: int
    first_slack: int
    em: float
    column: float
    depth: Depth
    cut: bool


def see(lines: Sequence[Line], measured: Measure, columns: Sequence[float], lost: float) -> list[Seen]:
    """Look at every line.

    Args:
        lines: the lines, none blank.
        measured: the file's measure.
        columns: em of the column at each line; may be better known than in `measured`.
        lost: em of first-line indent that the file has lost; 0 for none.
    """
    within = _open_pairs(lines)
    result: list[Seen] = []
    for at, line in enumerate(lines):
        following = need(lines[at + 1].text, measured.squeeze) if at + 1 < len(lines) else 1.0
        room = columns[at] - measured.widths[at]
        result.append(
            Seen(
                ending(line.text),
                min(line.blanks, 2),
                within[at],
                _opening(line.text, measured.latin),
                is_label(line.text),
                slack_bin(room, following),
                slack_bin(room - lost, following),
                measured.widths[at],
                columns[at],
                _depth(line, measured),
                line.cut,
            )
        )
    return result


def is_label(text: str) -> bool:
    """Whether the whole of `text` is one of the small lines around an article."""
    return is_credit(text) or is_byline(text) or is_subtitle(text) or is_caption(text) or is_page_number(text)


def slack_bin(room: float, following: float) -> int:
    """Bin of the slack at a line's end; -1 for a line far wider than its column.

    Args:
        room: em between the line's end and the column's.
        following: em the next line's first piece needs; room below that is no slack at all.
    """
    if room < -5.0:
        return -1
    slack = room
    if room > 0.5:
        slack = 0.5 if room < following + 0.25 else room - following + 1.0
    return min(BINS, max(0, round((slack + 5.0) * 2)))


def _opening(text: str, latin: bool) -> Opening:
    if text[0] in NO_LINE_START:
        return Opening.BARRED
    if is_marked(text):
        return Opening.MARKED
    if latin and text[0].islower():
        return Opening.LOWER
    return Opening.PLAIN


def _depth(line: Line, measured: Measure) -> Depth:
    if not measured.indent or line.cut:
        return Depth.UNKNOWN
    deep = line.indent - measured.margin
    if abs(deep - measured.indent) <= 0.6:
        return Depth.INDENTED
    return Depth.FLUSH if abs(deep) <= 0.6 else Depth.OTHER


def _open_pairs(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether a pair opened before it closes in or after it.

    A quotation of several paragraphs opens each of them anew; there the next mark is an opening one, and
    nothing is taken to be open.
    """
    result = [False] * len(lines)
    for opener, closer in _PAIRS:
        opened: int | None = None
        for at, line in enumerate(lines):
            for sign in line.text:
                if sign == opener:
                    opened = at
                elif sign == closer and opened is not None:
                    if at - opened <= _QUOTE_REACH:
                        result[opened + 1 : at + 1] = [True] * (at - opened)
                    opened = None
    return result
