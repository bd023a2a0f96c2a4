"""project: reading the rows under a filter into a RowView, a window of it first and the whole after."""

from __future__ import annotations

import itertools
import sqlite3
from array import array
from collections.abc import Iterable, Sequence

from workbench.model.segments import State
from workbench.project.row_filter import RowFilter
from workbench.project.view import RowView

_FIELDS = "id, source_cells, target_cells"
_BEFORE_ALL = -(2**62)
_RANK = f"coalesce((SELECT rank FROM rows WHERE id = ?), {_BEFORE_ALL})"
"""Of the row of this id; before all where it is gone."""


def window(connection: sqlite3.Connection, row_filter: RowFilter, around: int, count: int) -> RowView:
    """The rows near the row `around` (or the first ones): two thirds of `count` from it on, one before."""
    rank = _rank_of(connection, around)
    condition, values = row_filter.condition(in_order=True)
    query = f"SELECT {_FIELDS}, rank FROM rows WHERE {{}} AND {condition} ORDER BY {{}}"
    onward = query.format("(rank, id) >= (?, ?)", "rank, id")
    back = query.format("(rank, id) < (?, ?)", "rank DESC, id DESC")
    after = _passing(connection.execute(onward, (rank, around, *values)), row_filter, count * 2 // 3 + 1)
    before = _passing(
        connection.execute(back, (rank, around, *values)), row_filter, max(count // 3, count - len(after))
    )
    rows = before[::-1] + after
    total = int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
    if not rows:
        return RowView(total=total)
    first = connection.execute(
        "SELECT count(*) FROM rows WHERE (rank, id) < (?, ?)", (rows[0][3], rows[0][0])
    ).fetchone()[0]
    if row_filter:
        numbers = array("l", _numbers(connection, rows))
    else:
        numbers = array("l", range(first + 1, first + 1 + len(rows)))
    return RowView(
        array("q", (row[0] for row in rows)),
        numbers,
        array("l", (row[1] for row in rows)),
        array("l", (row[2] for row in rows)),
        total,
        complete=False,
    )


def _passing(rows: Iterable[Sequence[int]], row_filter: RowFilter, most: int) -> list[Sequence[int]]:
    """The first rows whose id the filter lets through, at most so many; no more are read for it."""
    return list(itertools.islice((row for row in rows if row_filter.passes(row[0])), most))


def whole(connection: sqlite3.Connection, row_filter: RowFilter) -> RowView:
    """All rows under the filter. Safe in another thread with a connection of its own."""
    every = every_row(connection)
    return passing_of(connection, row_filter, every) if row_filter else every


def every_row(connection: sqlite3.Connection) -> RowView:
    """All rows."""
    # One string a column: SQLite joins them without holding the interpreter, which a list of tuples would.
    texts = connection.execute(
        "SELECT group_concat(id), group_concat(source_cells), group_concat(target_cells)"
        f" FROM (SELECT {_FIELDS} FROM rows ORDER BY rank, id)"
    ).fetchone()
    ids, source, target = ([] if text is None else str(text).split(",") for text in texts)
    return RowView(
        array("q", map(int, ids)),
        array("l", range(1, len(ids) + 1)),
        array("l", map(int, source)),
        array("l", map(int, target)),
        len(ids),
    )


def passing_of(connection: sqlite3.Connection, row_filter: RowFilter, every: RowView) -> RowView:
    """The rows of `every`, which are all in their order, that the filter lets through."""
    passing = _ids(connection, row_filter)
    if row_filter.among is not None:
        passing = row_filter.among if passing is None else passing & row_filter.among
    if passing is None:
        return every
    return every.only(passing)


def _ids(connection: sqlite3.Connection, row_filter: RowFilter) -> frozenset[int] | None:
    """Ids of the rows of these states and kinds; None for all."""
    if not (row_filter.states or row_filter.kinds):
        return None
    condition, values = row_filter.condition()
    found = connection.execute(f"SELECT group_concat(id) FROM rows WHERE {condition}", values).fetchone()[0]
    return frozenset(map(int, str(found).split(",") if found is not None else ()))


def number_of(connection: sqlite3.Connection, row: int) -> int:
    """Number of a row in the project, 1-based; 0 where there is none of this id."""
    found = connection.execute(
        "SELECT count(*) FROM rows AS other, rows AS this WHERE this.id = ?"
        " AND (other.rank, other.id) <= (this.rank, this.id)",
        (row,),
    ).fetchone()
    return int(found[0])


def row_numbered(connection: sqlite3.Connection, number: int) -> int | None:
    """Id of the row of this number, 1-based; None where there is none."""
    found = connection.execute(
        "SELECT id FROM rows ORDER BY rank, id LIMIT 1 OFFSET ?", (number - 1,)
    ).fetchone()
    return None if found is None or number < 1 else int(found[0])


def neighbour(connection: sqlite3.Connection, row_filter: RowFilter, row: int, step: int) -> int | None:
    """The row before (-1) or after (+1) under the filter; None at the end."""
    sign, order = (">", "") if step > 0 else ("<", " DESC")
    condition, values = row_filter.condition(in_order=True)
    found = connection.execute(
        f"SELECT id FROM rows WHERE (rank, id) {sign} (?, ?) AND {condition} ORDER BY rank{order}, id{order}",
        (_rank_of(connection, row), row, *values),
    )
    return next((int(each) for (each,) in found if row_filter.passes(each)), None)


def next_open(connection: sqlite3.Connection, row_filter: RowFilter, row: int) -> int | None:
    """The next row after `row`, under the filter, that is still to be confirmed; None after the last."""
    condition, values = RowFilter(frozenset(), row_filter.kinds).condition(in_order=True)
    unsettled = [state for state in State if state not in (State.CONFIRMED, State.REVIEWED)]
    states = [state for state in unsettled if not row_filter.states or state in row_filter.states]
    marks = ",".join("?" * len(states))
    found = connection.execute(
        # The plus keeps SQLite from gathering all rows of a state and sorting them.
        f"SELECT id FROM rows WHERE (rank, id) > ({_RANK}, ?) AND +state IN ({marks}) AND kind != 'ignored'"
        f" AND locked_by IS NULL AND {condition} ORDER BY rank, id",
        (row, row, *(state.value for state in states), *values),
    )
    return next((int(each) for (each,) in found if row_filter.passes(each)), None)


def _rank_of(connection: sqlite3.Connection, row: int) -> int:
    found = connection.execute("SELECT rank FROM rows WHERE id = ?", (row,)).fetchone()
    return _BEFORE_ALL if found is None else int(found[0])


def _numbers(connection: sqlite3.Connection, rows: Sequence[Sequence[int]]) -> list[int]:
    """Numbers of rows that are in order: each row of the project between them is counted once."""
    numbers = [number_of(connection, rows[0][0])]
    for before, after in itertools.pairwise(rows):
        between = connection.execute(
            "SELECT count(*) FROM rows WHERE (rank, id) > (?, ?) AND (rank, id) <= (?, ?)",
            (before[3], before[0], after[3], after[0]),
        ).fetchone()
        numbers.append(numbers[-1] + int(between[0]))
    return numbers
