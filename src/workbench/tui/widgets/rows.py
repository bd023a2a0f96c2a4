"""tui: what the editor's grid asks of whoever owns the rows, and the marks a screen lays over a row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.model.segments import Segment

Span = tuple[int, int]
"""Half-open offsets into a text, in code points."""


class RowSource(Protocol):
    """Where the grid gets the rows it is about to show; called from the UI's thread, so it must be quick."""

    def segment(self, id: int, /) -> Segment:
        """The row with this id."""
        ...

    def segments(self, ids: Sequence[int], /) -> list[Segment]:
        """The rows with these ids, in the order asked."""
        ...


class Rows(Protocol):
    """The ordered rows of a view; `project.view.RowView` is one.

    Attributes:
        ids: row ids. `numbers`: number of each row in the project, 1-based and growing.
        source_cells: width of the source in terminal cells, for guessing heights; `target_cells` likewise.
        total: rows in the whole project.
    """

    @property
    def ids(self) -> array[int]:
        """Row ids, in order."""
        ...

    @property
    def numbers(self) -> array[int]:
        """The number of each row in the project, 1-based."""
        ...

    @property
    def source_cells(self) -> array[int]:
        """Width of each source in cells."""
        ...

    @property
    def target_cells(self) -> array[int]:
        """Width of each target in cells."""
        ...

    @property
    def total(self) -> int:
        """Rows in the whole project."""
        ...

    def __len__(self) -> int: ...
    def index_of(self, row: int, /) -> int | None:
        """Position of a row id; None where it is not in the view."""
        ...


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What a screen wants marked in a row.

    Attributes:
        terms: spans of the source that the termbase knows.
        refrains: spans of the source that recur in the document.
        lit_source: the sentence under the caret, in the source; None where nothing is lit.
        lit_target: its counterpart in the printed target.
        findings_target: spans of the printed target that a check complains about.
        misspelt_target: words of the printed target that no dictionary has; shown in the active row alone.
    """

    terms: tuple[Span, ...] = ()
    refrains: tuple[Span, ...] = ()
    lit_source: Span | None = None
    lit_target: Span | None = None
    findings_target: tuple[Span, ...] = ()
    misspelt_target: tuple[Span, ...] = ()


NO_MARKS = RowMarks()


def position(rows: Rows | None, row: int, *, near: int = -1) -> int | None:
    """Where a row stands among the rows; None where it is not among them.

    Looks beside `near` first; then one pass at C speed, which is cheaper than an index nobody asks twice.
    """
    if rows is None or not row:
        return None
    for index in range(max(0, near - 1), min(len(rows), near + 3)):
        if rows.ids[index] == row:
            return index
    try:
        return rows.ids.index(row)
    except ValueError:
        return None
