"""tui: a bead as lines, its sentences one below the other; pure, to be tested without an app."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead, Side
from workbench.project.mending_order import BeadOrder
from workbench.project.mending_outcome import is_doubtful
from workbench.project.mending_sentences import Sentence, SentenceStarts
from workbench.text.shown import shown
from workbench.text.wrapping import wrap

Texts = Callable[[MendedBead, Side], Sequence[Sentence]]
MARGIN = 2
"""Cells left of a sentence, where its sign stands."""
_EMPTY = ("no Chinese", "no English")


class BeadSigns(NamedTuple):
    """The signs of the list; each takes one cell in every terminal.

    Attributes:
        cursor: of the sentence one is at; `sentence` of any other of a bead that has several on that side.
        right: of a bead that is right; `hand` of one made by hand; `doubt` of one that is doubtful.
        line: between the columns.
    """

    cursor: str
    sentence: str
    right: str
    hand: str
    doubt: str
    line: str


SIGNS = BeadSigns("▸", "∙", "✓", "✎", "?", "│")
PLAIN_SIGNS = BeadSigns(">", "-", "v", "~", "?", "|")


class BeadColumns(NamedTuple):
    """Cells of each part of a line.

    Attributes:
        digits: of the bead's number. `gutter` holds it, its sign and how sure it is.
        source: cells of a line of Chinese with its margin; `target` of one of English.
        signs: what is drawn.
    """

    digits: int
    gutter: int
    source: int
    target: int
    signs: BeadSigns = SIGNS

    @property
    def target_at(self) -> int:
        """Cell at which the English begins."""
        return self.gutter + self.source + 3

    def text(self, side: Side) -> int:
        """Cells that the text of a side has."""
        return (self.target if side else self.source) - MARGIN


def bead_columns(width: int, beads: int, *, plain: bool = False) -> BeadColumns:
    """Share a line of `width` cells out; English needs more of them than the Chinese it renders."""
    digits = max(2, len(str(beads)))
    gutter = digits + 8
    room = max(30, width) - gutter - 4
    source = max(6, int(room * 0.44) // 2 * 2)
    return BeadColumns(digits, gutter, source, max(6, room - source), PLAIN_SIGNS if plain else SIGNS)


class SideLine(NamedTuple):
    """A line of one side: its sign and text; `lit` where it is of the sentence one is at.

    Attributes:
        sentence: number of the sentence in the bead, from 0; -1 where the side has none.
    """

    sign: str = " "
    text: str = ""
    lit: bool = False
    sentence: int = -1


NO_LINE = SideLine()


class BeadFace(NamedTuple):
    """All that decides how a line of a bead looks.

    Attributes:
        number: of the bead, 1-based; 0 on all lines but the first.
        sign: what its state is, with the name of its style; `sure` how sure the aligner is, as text.
        active: True in the bead one is at.
    """

    number: int
    sign: tuple[str, str]
    sure: str
    source: SideLine
    target: SideLine
    active: bool


class Cursor(NamedTuple):
    """The sentence one is at: its side, and its number in the bead, from 0."""

    side: Side
    sentence: int


def bead_faces(
    bead: MendedBead, number: int, texts: Texts, columns: BeadColumns, cursor: Cursor | None
) -> tuple[BeadFace, ...]:
    """The lines of a bead; `cursor` is given in the one that is active."""
    left, right = (
        _side_lines(texts(bead, side), side, columns, cursor if cursor and cursor.side == side else None)
        for side in (SOURCE, TARGET)
    )
    sign, sure = state_sign(bead, columns.signs), sure_text(bead)
    return tuple(
        BeadFace(
            number if at == 0 else 0,
            sign if at == 0 else (" ", ""),
            sure if at == 0 else "",
            left[at] if at < len(left) else NO_LINE,
            right[at] if at < len(right) else NO_LINE,
            cursor is not None,
        )
        for at in range(max(len(left), len(right)))
    )


def _side_lines(
    sentences: Sequence[Sentence], side: Side, columns: BeadColumns, cursor: Cursor | None
) -> list[SideLine]:
    signs, lines = columns.signs, list[SideLine]()
    if not sentences:
        return [SideLine(signs.cursor if cursor else " ", _EMPTY[side], cursor is not None)]
    usual = signs.sentence if len(sentences) > 1 else " "
    for number, sentence in enumerate(sentences):
        lit = cursor is not None and cursor.sentence == number
        text = shown(sentence.text)
        for at, line in enumerate(wrap(text, columns.text(side))):
            sign = (signs.cursor if lit else usual) if at == 0 else " "
            lines.append(SideLine(sign, text[line.start : line.end], lit, number))
    return lines


def state_sign(bead: MendedBead, signs: BeadSigns) -> tuple[str, str]:
    """The sign of a bead's state and the name of its style."""
    if bead.mark is Mark.RIGHT:
        return signs.right, "right"
    if bead.mark is Mark.HAND:
        return signs.hand, "hand"
    return (signs.doubt, "doubt") if is_doubtful(bead) else (" ", "")


def sure_text(bead: MendedBead) -> str:
    """How sure the aligner is, in per cent; nothing where a person has decided."""
    return f"{int(bead.confidence * 100)}" if bead.mark is Mark.FOUND else ""


def guessed_heights(
    beads: BeadList, order: BeadOrder, texts: tuple[SentenceStarts, SentenceStarts], columns: BeadColumns
) -> array[int]:
    """Likely heights of all beads in the order shown, from the widths of their sentences alone."""
    source, target = (
        _side_heights(starts, end, text, columns.text(side))
        for starts, end, text, side in zip(beads.starts, beads.ends, texts, (SOURCE, TARGET), strict=True)
    )
    in_text = [a if a > b else b for a, b in zip(source, target, strict=True)]
    indexes = order.indexes()
    return array("l", in_text if indexes is None else [in_text[at] for at in indexes])


def guessed_height(
    bead: MendedBead, texts: tuple[SentenceStarts, SentenceStarts], columns: BeadColumns
) -> int:
    """The likely height of one."""
    heights = []
    for text, side in zip(texts, (SOURCE, TARGET), strict=True):
        cells = (text.cells[n] for n in text.within(bead.span(side)))
        heights.append(sum(_lines(each, columns.text(side)) for each in cells))
    return max(1, *heights)


def _side_heights(starts: Sequence[int], end: int, text: SentenceStarts, width: int) -> list[int]:
    known = [_lines(cells, width) for cells in range(max(text.cells, default=0) + 1)]
    sums = list(accumulate((known[cells] for cells in text.cells), initial=0))
    numbers = {start: number for number, start in enumerate(text.starts)}
    numbers[end] = len(text)
    places = [numbers[start] for start in starts]
    return [sums[b] - sums[a] or 1 for a, b in pairwise([*places, len(text)])]


def _lines(cells: int, width: int) -> int:
    return max(1, -(-cells // max(1, width)))
