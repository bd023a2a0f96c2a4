"""documents: what is seen of all lines before page furniture is told from text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.documents.cues import Ending, ending
from workbench.documents.measure import width
from workbench.documents.page_numbers import PageNumber, numeral, page_number
from workbench.documents.seams import (
    EDGE,
    Row,
    Seam,
    full_width,
    prose_share,
    rows_of,
    seams_of,
)
from workbench.text.fold import fold

_LONGEST_HEAD = 48.0  # em: a line across a wide page
_SHORTEST_HEAD = 2.0  # em: two hanzi, four letters
_SHORT = 0.75  # of a full line: no line of running text but a last one
_NO_WORD = re.compile(r"[\d\W_]+")
_NUMBER = re.compile(r"\d+")
_LONE_ROMAN = re.compile(r"^[ivxlc]{1,8}(?=\s)|(?<=\s)[ivxlc]{1,8}$")


@dataclass(slots=True)
class Sight:
    """All that is known of the document, and what was found to be furniture so far.

    Attributes:
        rows: the lines that are not blank; all else goes by their indexes.
        numbers: those that may be page numbers.
        keys: what each has in common with others like it; "" where it cannot be a head.
        full: em of a full line, 0 where each line is a paragraph.
        prose: share of the lines in no seam that can be part of a sentence.
        seams: where text is interrupted. `seam_of`: the seam of each row that is in one.
        edges: rows that are head or foot of a page by the form feeds.
        found: rows that are furniture.
    """

    rows: list[Row]
    numbers: dict[int, PageNumber]
    keys: list[str]
    full: float
    prose: float
    seams: list[Seam] = field(default_factory=list)
    seam_of: dict[int, Seam] = field(default_factory=dict)
    edges: set[int] = field(default_factory=set)
    found: set[int] = field(default_factory=set)

    def interrupts(self, row: int) -> bool:
        """Whether a sentence breaks off around the row."""
        return row in self.seam_of and self.seam_of[row].interrupted

    def share(self, rows: Sequence[int]) -> float:
        """Share of `rows` around which a sentence breaks off."""
        return sum(self.interrupts(row) for row in rows) / max(1, len(rows))

    def is_small(self, row: int) -> bool:
        """Whether the row is narrower than full lines are, or there are none."""
        return self.rows[row].em <= (_SHORT * self.full or _LONGEST_HEAD)

    def is_short(self, row: int) -> bool:
        """Whether the row is plainly none of running text, however seldom it comes back."""
        return self.is_small(row) and not self.rows[row].text[0].islower()

    def at_page_end(self, row: int) -> bool:
        """Whether the row stands at a form feed or beside a page number that was found."""
        seam = self.seam_of[row]
        near = range(max(seam.first, row - EDGE), min(seam.last, row + EDGE) + 1)
        return row in self.edges or any(one in self.found for one in near)


def look(lines: Sequence[str]) -> Sight:
    """Look at all lines of a file, form feeds left in them."""
    rows = rows_of(lines)
    numbers = {at: found for at, row in enumerate(rows) if (found := page_number(row.text))}
    keys = ["" if at in numbers else _key(row) for at, row in enumerate(rows)]
    often = {key for key, count in Counter(keys).items() if count > 1 and key}
    loose = [at in numbers or keys[at] in often for at in range(len(rows))]
    prose = prose_share([row for row, free in zip(rows, loose, strict=True) if not free])
    sight = Sight(rows, numbers, keys, full_width(rows), prose)
    sight.seams = seams_of(rows, loose)
    for seam in sight.seams:
        sight.seam_of.update(dict.fromkeys(range(seam.first, seam.last + 1), seam))
    sight.edges = set(_edges(rows, loose))
    return sight


def _key(row: Row) -> str:
    """What is left of a line that may be a head, digits and marks taken out; "" for other lines."""
    if row.em > _LONGEST_HEAD or ending(row.text) not in (Ending.MID, Ending.CLOSED):
        return ""
    key = _NO_WORD.sub("", _LONE_ROMAN.sub(_no_numeral, fold(row.text, case=True)))
    return key if width(key) >= _SHORTEST_HEAD else ""


def _no_numeral(found: re.Match[str]) -> str:
    return found.group() if numeral(found.group()) is None else ""


def _edges(rows: Sequence[Row], loose: Sequence[bool]) -> Iterable[int]:
    """Rows that are head or foot of a page by its form feeds: loose, and nothing but loose rows beyond."""
    if not rows or rows[-1].page == rows[0].page:
        return
    starts = [at for at, row in enumerate(rows) if at == 0 or rows[at - 1].page < row.page]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        for way in (range(start, min(end, start + EDGE)), range(end - 1, max(start, end - EDGE) - 1, -1)):
            for at in way:
                if not loose[at]:
                    break
                yield at


def digits_of(text: str) -> tuple[int, ...]:
    """The numbers in a line, a lone Roman numeral at either end after the others."""
    folded = fold(text)
    roman = _LONE_ROMAN.search(folded)
    lone = numeral(roman.group()) if roman else None
    return (*map(int, _NUMBER.findall(folded)), *([lone] if lone else []))
