"""documents: paragraphs of hard-wrapped English, where blank lines stand between them.

English files mark their paragraphs by blank lines nearly always, and their lines are ragged, so that a line's
width says little inside a paragraph; the other way round from Chinese ones (boundaries.py). Whether a file
does so is seen in the file: what follows its blank lines begins sentences, and not many paragraphs begin
elsewhere. A blank line inside a sentence is then one of layout, and a line broken although the next word had
room is one of a list, an address or a poem.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.documents.cues import Ending, ending, is_marked
from workbench.documents.measure import Line, Measure, need
from workbench.documents.seams import is_prose

_FALSE_BLANKS = 0.1  # share of blank lines that may stand inside a sentence
_GLUED = 0.5  # paragraphs without a blank line before them, as a share of those with one
_EARLY = 0.3  # of the column; the room left by a line that was broken on purpose
_EARLY_VERSE = 0.15  # the same where most lines of a block leave it
_MOST = 0.6  # of the lines of a block
_DEEPER = 0.9  # em; a first line set in
_LONGEST_HEADING = 3  # lines
_ITEM = re.compile(
    r"\([a-z]{1,4}\)\s|[a-z]\)\s|[ivxIVX]{1,5}[.)]\s|[A-Z][.)]\s|[QA]\d{0,3}[.:]\s|\d{1,3}(?:\.\d{1,3})+\.?\s"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph found: index of its first line, whether it reads as a heading, why it begins, how sure."""

    start: int
    display: bool
    reason: str
    confidence: float


def read_blocks(lines: Sequence[Line], measured: Measure, later: Collection[int]) -> list[Part] | None:
    """Paragraphs of a file in Latin script, or None where blank lines do not mark them.

    Args:
        lines: the lines, none blank.
        measured: the file's measure.
        later: 0-based numbers of lines that go on with a sentence over a page's end.
    """
    if not measured.latin or len(lines) < 2:
        return None
    page = _Page(lines, measured)
    opened = [at for at in range(1, len(lines)) if lines[at].blanks or lines[at].cut]
    inner = [at for at in range(1, len(lines)) if not lines[at].blanks and not lines[at].cut]
    false = sum(page.runs_on(at) for at in opened)
    glued = sum((page.forced(at) and page.final(at)) or page.set_in(at) for at in inner)
    if not opened or false > _FALSE_BLANKS * len(opened) or glued > _GLUED * len(opened):
        return None
    starts = {0: ("the file begins", 1.0)}
    for at in opened:
        if lines[at].cut:
            starts[at] = ("a credit at the end of the line", 1.0)
        elif not page.runs_on(at) and not page.breaks_off(at) and lines[at].number - 1 not in later:
            starts[at] = ("a blank line", 0.98)
    bounds = sorted({0, *opened, len(lines)})
    for start, end in pairwise(bounds):
        for at, why in page.inside(start, end):
            starts.setdefault(at, why)
    return _parts(page, starts)


def _parts(page: _Page, starts: dict[int, tuple[str, float]]) -> list[Part]:
    ordered = sorted(starts)
    return [
        Part(start, page.is_display(start, end), *starts[start])
        for start, end in zip(ordered, [*ordered[1:], len(page.lines)], strict=True)
    ]


class _Page:
    """The lines and what is seen between each and the one before it."""

    def __init__(self, lines: Sequence[Line], measured: Measure) -> None:
        self.lines = lines
        self.measured = measured
        self.endings = [ending(line.text) for line in lines]

    def left(self, at: int) -> float:
        """Room that the line before `at` left although the next word had fitted, as a share of the column."""
        column, em = self.measured.columns[at - 1], self.measured.widths[at - 1]
        return (column - em - need(self.lines[at].text)) / column

    def final(self, at: int) -> bool:
        """Whether the line before `at` ends a sentence."""
        return self.endings[at - 1] in (Ending.FINAL, Ending.ASKING)

    def forced(self, at: int) -> bool:
        """Whether the break before `at` was made on purpose."""
        return self.left(at) >= _EARLY and not self.lines[at].text[0].islower()

    def set_in(self, at: int) -> bool:
        """Whether line `at` is set in as the first of a paragraph."""
        return self.final(at) and self.lines[at].indent - self.lines[at - 1].indent >= _DEEPER

    def runs_on(self, at: int) -> bool:
        """Whether a sentence goes on at line `at` in small letters."""
        text = self.lines[at].text
        return text[0].islower() and not _is_item(text) and not self.final(at) and self.left(at) < _EARLY

    def breaks_off(self, at: int) -> bool:
        """Whether the line before `at` is a full one of a paragraph that does not end there."""
        before = self.lines[at - 1]
        inside = at > 1 and not before.blanks and not self.final(at - 1) and self.left(at - 1) < _EARLY_VERSE
        prose = is_prose(before.text) and is_prose(self.lines[at].text) and self.lines[at].text[0].isalpha()
        open_ended = self.endings[at - 1] in (Ending.MID, Ending.COMMA)
        return inside and prose and open_ended and self.left(at) < 0 and not _is_item(self.lines[at].text)

    def inside(self, start: int, end: int) -> list[tuple[int, tuple[str, float]]]:
        """Breaks inside the block of the lines from `start` to `end`."""
        inner = range(start + 1, end)
        early = [at for at in inner if self.left(at) >= _EARLY_VERSE]
        if len(early) > 1 and len(early) >= _MOST * len(inner):
            return [(at, ("lines broken on purpose", 0.8)) for at in inner]
        result: list[tuple[int, tuple[str, float]]] = []
        listed = _is_item(self.lines[start].text)
        for at in inner:
            # (1) and (2) count clauses as well, and then stand where the column breaks the line.
            ended = listed and self.endings[at - 1] not in (Ending.MID, Ending.CLOSED)
            least = 0.0 if self.final(at) else _EARLY_VERSE
            if _is_item(self.lines[at].text) and (ended or self.left(at) >= least):
                result.append((at, ("it opens with a number, letter or bullet", 0.8)))
            elif self.set_in(at):
                result.append((at, ("its first line is indented", 0.9)))
            elif self.forced(at):
                result.append((at, ("the line before was broken although the next word had room", 0.7)))
        return result

    def is_display(self, start: int, end: int) -> bool:
        """Whether the lines from `start` to `end` can be a heading."""
        if end - start > _LONGEST_HEADING or self.endings[end - 1] not in (Ending.MID, Ending.CLOSED):
            return False
        # A heading of several lines is broken where it reads best, not where the column ends.
        return end - start == 1 or all(self.left(at) >= 0 for at in range(start + 1, end))


def _is_item(text: str) -> bool:
    return is_marked(text) or _ITEM.match(text) is not None
