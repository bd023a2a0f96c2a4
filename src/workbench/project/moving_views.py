"""project: the view of all rows after a few of them came, went or moved, without reading the others again."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence

from workbench.project.view import RowView

FEW = 300
"""So many changed rows at most are looked up one by one; for more, all rows are read again."""

_ROW = "SELECT id, rank, source_cells, target_cells FROM rows WHERE id = ?"
_BEFORE = "SELECT id FROM rows WHERE (rank, id) < (?, ?) ORDER BY rank DESC, id DESC LIMIT 1"


def renewed(connection: sqlite3.Connection, view: RowView, rows: Sequence[int]) -> RowView | None:
    """The rows of `view`, which are all, with these as they are now.

    Args:
        view: complete and without a filter, from before the step.
        rows: ids of at least those that the step made, removed or put elsewhere.

    Returns:
        None where that does not give all rows: others have changed too.
    """
    ids, source, target = view.ids[:], view.source_cells[:], view.target_cells[:]
    places = sorted({at for row in rows if (at := view.index_of(row)) is not None}, reverse=True)
    for at in places:
        del ids[at], source[at], target[at]
    found = [connection.execute(_ROW, (row,)).fetchone() for row in dict.fromkeys(rows)]
    there = sorted(filter(None, found), key=lambda each: (each[1], each[0]))
    at = -1
    for row, rank, source_cells, target_cells in there:
        before = connection.execute(_BEFORE, (rank, row)).fetchone()
        place = _place_after(ids, None if before is None else int(before[0]), near=at)
        if place is None:
            return None
        at = place
        ids.insert(at, row)
        source.insert(at, source_cells)
        target.insert(at, target_cells)
    (total,) = connection.execute("SELECT count(*) FROM rows").fetchone()
    if total != len(ids):
        return None
    return RowView(ids, array("l", range(1, total + 1)), source, target, total)


def _place_after(ids: array[int], row: int | None, *, near: int) -> int | None:
    """The position behind a row, looked for at `near` first; None where it is not there."""
    if row is None:
        return 0
    if 0 <= near < len(ids) and ids[near] == row:
        return near + 1
    try:
        return ids.index(row) + 1
    except ValueError:
        return None
