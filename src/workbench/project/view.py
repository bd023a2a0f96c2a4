"""project: RowView, the ordered rows that the editor shows, as packed arrays so that 100,000 cost little."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import compress
from typing import Final

_LONG: Final = 5_000
"""From so many rows on it is worth loading numpy."""


@dataclass(slots=True)
class RowView:
    """The ids of the rows under the filter, in order, with what the grid needs to guess their heights.

    A view may be a window: the rows around one place, made before the others are read. `numbers` are
    always those of the whole project.

    Attributes:
        ids: row ids ('q').
        numbers: number of each row in the project, 1-based ('l').
        source_cells: width of the source in terminal cells ('l'); `target_cells` of the target.
        total: rows in the whole project.
        complete: False for a window.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    numbers: array[int] = field(default_factory=lambda: array("l"))
    source_cells: array[int] = field(default_factory=lambda: array("l"))
    target_cells: array[int] = field(default_factory=lambda: array("l"))
    total: int = 0
    complete: bool = True
    _order: array[int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, passing: Set[int]) -> RowView:
        """The rows of this view whose ids are among some, in the same order."""
        columns = self.ids, self.numbers, self.source_cells, self.target_cells
        if len(self.ids) > _LONG:
            ids, numbers, source, target = _picked(columns, passing)
        else:
            marks = [row in passing for row in self.ids]
            ids, numbers, source, target = (array(one.typecode, compress(one, marks)) for one in columns)
        return RowView(ids, numbers, source, target, self.total)

    def index_of(self, row: int) -> int | None:
        """Position of a row id in this view; None where the filter hides it."""
        if self._order is None:
            # The positions by rising id; a dictionary would take twelve megabytes for 100,000 rows.
            self._order = array("l", sorted(range(len(self.ids)), key=self.ids.__getitem__))
        at = bisect_left(self._order, row, key=self.ids.__getitem__)
        found = self._order[at] if at < len(self._order) else None
        return found if found is not None and self.ids[found] == row else None


def _picked(columns: Sequence[array[int]], passing: Set[int]) -> list[array[int]]:
    """What stands in some columns where the first, ids, has one of `passing`."""
    import numpy as np

    wanted = np.fromiter(passing, dtype=np.int64, count=len(passing))
    marks = np.isin(np.frombuffer(columns[0], columns[0].typecode), wanted)
    picked = [array(column.typecode) for column in columns]
    for mine, column in zip(picked, columns, strict=True):
        mine.frombytes(np.frombuffer(column, column.typecode)[marks].tobytes())
    return picked
