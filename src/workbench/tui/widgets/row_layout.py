"""tui: a row as lines of marked text, and such a line as a strip; pure, to be tested without an app.

A line of a row is described completely by its `LineFace`. Two equal faces look the same, so a face is the
key under which the finished strip is kept, and comparing faces says which lines must be painted again.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from rich.segment import Segment as Piece
from rich.style import Style
from textual.strip import Strip

from workbench.model.queries import has_open
from workbench.model.segments import Kind, Segment, State
from workbench.text.width import cell_width
from workbench.tui.widgets.columns import Columns, Signs
from workbench.tui.widgets.row_text import (
    CARET,
    FINDING,
    GHOST,
    LIT,
    MISSPELT,
    READING,
    REFRAIN,
    SELECTED,
    TERM,
    Runs,
)


class Tone(IntEnum):
    """How loud a row is."""

    PLAIN = 0
    STRONG = 1
    FAINT = 2


_TONES: Mapping[Kind, Tone] = {
    Kind.TITLE: Tone.STRONG,
    Kind.SUBTITLE: Tone.STRONG,
    Kind.HEADING: Tone.STRONG,
    Kind.BYLINE: Tone.FAINT,
    Kind.CREDIT: Tone.FAINT,
    Kind.IGNORED: Tone.FAINT,
}


def tone_of(kind: Kind) -> Tone:
    """How loud a row of this kind is."""
    return _TONES.get(kind, Tone.PLAIN)


class LineFace(NamedTuple):
    """All that decides how one line of a row looks.

    Attributes:
        gutter: number and signs; empty on lines after a row's first.
        state: of the row, for the colour of its sign.
        source: what stands in the source column. `target` in the target column. Of a stacked row a line has
            one of them.
        edge: the sign left of the line between the columns and the one right of it, or blanks; of a stacked
            row the line that marks its target, or a blank, and the sign after it.
        tone: how loud the row is.
        active: True in the row that has the caret.
    """

    gutter: str
    state: State
    source: Runs
    target: Runs
    edge: str
    tone: Tone
    active: bool


def gutter_text(segment: Segment, number: int, columns: Columns, *, active: bool) -> str:
    """Number and signs of a row's first line."""
    signs = columns.signs
    return (
        (signs.active if active else " ")
        + str(number).rjust(columns.digits)
        + _remark(segment, signs)
        + signs.states[segment.state]
        + (signs.lock if segment.lock else " ")
        + " "
    )


def _remark(segment: Segment, signs: Signs) -> str:
    """The sign of a note, or of an open query, which goes before it."""
    if has_open(segment.queries):
        return signs.query
    return signs.note if segment.note else " "


class Styles(NamedTuple):
    """The styles a line is painted with: whole ones, not parts to be combined line by line.

    Attributes:
        text: by (tone, active, marks); filled as combinations turn up, through `style`.
    """

    parts: Mapping[str, Style]
    text: dict[tuple[Tone, bool, int], Style]

    def style(self, tone: Tone, active: bool, marks: int) -> Style:
        """The style of a stretch of text."""
        key = (tone, active, marks)
        found = self.text.get(key)
        if found is None:
            found = self.text[key] = self._mix(tone, active, marks)
        return found

    def _mix(self, tone: Tone, active: bool, marks: int) -> Style:
        names = ["active" if active else "row"]
        if tone is not Tone.PLAIN:
            names.append(tone.name.lower())
        for mark, name in _MARK_NAMES:
            if marks & mark:
                names.append(name)
        style = Style.null()
        for name in names:
            style += self.parts[name]
        return style


_MARK_NAMES = (
    (READING, "reading"),
    (LIT, "lit"),
    (TERM, "term"),
    (REFRAIN, "refrain"),
    (FINDING, "finding"),
    (MISSPELT, "misspelt"),
    (GHOST, "ghost"),
    (SELECTED, "selected"),
    (CARET, "caret"),
)


def paint(face: LineFace, styles: Styles, columns: Columns) -> Strip:
    """The strip of a line; always `columns.width` cells."""
    plain = styles.style(Tone.PLAIN, face.active, 0)
    pieces: list[Piece] = []
    if face.gutter:
        _paint_gutter(pieces, face, styles, plain, columns)
    else:
        pieces.append(Piece(" " * columns.gutter, plain))
    if columns.stacked:
        _paint_lead(pieces, face, styles, plain)
        _paint_runs(pieces, face.source or face.target, face, styles, columns.target + columns.tail, plain)
    else:
        _paint_runs(pieces, face.source, face, styles, columns.source, plain)
        _paint_edge(pieces, face, styles, plain, columns.signs.line)
        _paint_runs(pieces, face.target, face, styles, columns.target + columns.tail, plain)
    return Strip(_joined(pieces), columns.width)


def _paint_lead(pieces: list[Piece], face: LineFace, styles: Styles, plain: Style) -> None:
    """What stands before the text of a stacked row."""
    mark, more = face.edge[0], face.edge[1]
    pieces.append(Piece(mark, plain if mark == " " else plain + styles.parts["line"]))
    pieces.append(Piece(more, plain if more == " " else plain + styles.parts["edge"]))


def _paint_edge(pieces: list[Piece], face: LineFace, styles: Styles, plain: Style, line: str) -> None:
    """What stands between the columns: faint in a faint row, of which it says only that there is more."""
    edge = (
        styles.style(face.tone, face.active, 0) if face.tone is Tone.FAINT else plain + styles.parts["edge"]
    )
    drawn = plain + styles.parts["line"]
    left, right = face.edge[0], face.edge[1]
    pieces.append(Piece(left, plain if left == " " else edge))
    if right == " ":
        pieces.append(Piece(f"{line} ", drawn))
    else:
        pieces += (Piece(line, drawn), Piece(right, edge))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one style as one piece: every piece sends its colours to the terminal anew.

    Blanks are not joined to hanzi nor put before text: a picture (SVG) stretches or trims each piece as a
    whole, and the text would stand elsewhere in it.
    """
    out: list[Piece] = []
    text, style = "", pieces[0].style
    for piece in pieces:
        alike = piece.style is style and text.isascii() and piece.text.isascii()
        if alike and (not text.isspace() or piece.text.isspace()):
            text += piece.text
        else:
            if text:
                out.append(Piece(text, style))
            text, style = piece.text, piece.style
    out.append(Piece(text, style))
    return out


def _paint_gutter(
    pieces: list[Piece], face: LineFace, styles: Styles, plain: Style, columns: Columns
) -> None:
    number = styles.parts["number-active" if face.active else "number"]
    at = columns.digits + 1
    pieces.append(Piece(face.gutter[:at], plain + number))
    signs = ("note", f"state-{face.state.value}", "lock")
    for sign, part in zip(face.gutter[at : at + 3], signs, strict=True):
        pieces.append(Piece(sign, plain if sign == " " else plain + styles.parts[part]))
    pieces.append(Piece(face.gutter[at + 3 :], plain))


def _paint_runs(
    pieces: list[Piece], runs: Runs, face: LineFace, styles: Styles, width: int, plain: Style
) -> None:
    used = 0
    for text, marks in runs:
        cells = cell_width(text)
        if used + cells > width:
            break
        pieces.append(Piece(text, styles.style(face.tone, face.active, marks)))
        used += cells
    if used < width:
        pieces.append(Piece(" " * (width - used), plain))
