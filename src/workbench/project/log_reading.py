"""project: the rows of a project as another thread reads them: which have changed, and what stands beside.

With a connection of its own, in one read transaction: the session writes on meanwhile.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import TypeVar

from workbench.model.segments import SETTLED, Kind, Segment
from workbench.project.operations import changes_of
from workbench.project.records import COLUMNS, Cell, segment_of
from workbench.project.row_change import RowChange
from workbench.project.schema import connect

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM rows"
_MANY = 300  # from here on all rows are read in one go
_PLACING = {"source", "rank", "kind", "document"}
_ID, _DOCUMENT, _SOURCE, _STATE = map(COLUMNS.index, ("id", "document", "source", "state"))
_SETTLED = frozenset(state.value for state in SETTLED)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Placed:
    """A row and what stands around it in its document.

    Attributes:
        before: source of the row before, ignored ones passed over; empty at the edge.
        after: likewise of the row after.
    """

    segment: Segment
    before: str
    after: str


@contextmanager
def snapshot(database: Path) -> Iterator[sqlite3.Connection]:
    """project.db as it is at this moment, whatever is written while it is read.

    Raises:
        WorkbenchError: it cannot be opened.
    """
    connection = connect(database, writable=False)
    try:
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def newest_operation(connection: sqlite3.Connection) -> int:
    """Number of the newest operation; 0 where nothing was done yet."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM operations").fetchone()[0])


def touched_since(connection: sqlite3.Connection, operation: int) -> set[int]:
    """Ids of the rows that changed after an operation, or whose neighbours did; some may be gone."""
    query = "SELECT changes FROM operations WHERE id > ? ORDER BY id"
    changes = [change for (text,) in connection.execute(query, (operation,)) for change in changes_of(text)]
    rows = {change.row for change in changes}
    beside = set[int]()
    if sum(map(_moves, changes)) > _MANY:
        return rows | {int(row) for (row,) in connection.execute("SELECT id FROM rows")}
    for change in filter(_moves, changes):
        beside |= _beside(connection, change)
    return rows | beside


def moved_since(connection: sqlite3.Connection, operation: int) -> bool:
    """Whether rows have come, gone, moved or another source or kind after an operation."""
    query = "SELECT changes FROM operations WHERE id > ? ORDER BY id"
    return any(
        _moves(change) for (text,) in connection.execute(query, (operation,)) for change in changes_of(text)
    )


def _moves(change: RowChange) -> bool:
    """Whether a row's neighbours have another neighbour by it."""
    if change.before is None or change.after is None:
        return True
    return not _PLACING.isdisjoint(change.after)


def _beside(connection: sqlite3.Connection, change: RowChange) -> set[int]:
    """Ids of the rows beside the places that a row had and has."""
    here = connection.execute("SELECT rank, document FROM rows WHERE id = ?", (change.row,)).fetchone()
    places = set() if here is None else {(int(here[0]), int(here[1]))}
    old = change.before or {}
    if "rank" in old or "document" in old:
        rank, document = here or (0, 0)
        places.add((int(old.get("rank") or rank), int(old.get("document") or document)))
    found: set[int] = set()
    for rank, document in places:
        for step in (-1, 1):
            beside = _neighbour(connection, document, rank, change.row, step)
            found |= {beside[0]} if beside else set()
    return found


def _neighbour(
    connection: sqlite3.Connection, document: int, rank: int, row: int, step: int
) -> tuple[int, str] | None:
    """Id and source of the row before (`step` -1) or after (1) a place, ignored ones passed over."""
    sign, way = ("<", "DESC") if step < 0 else (">", "ASC")
    found = connection.execute(
        f"SELECT id, source FROM rows WHERE (rank, id) {sign} (?, ?) AND document = ? AND kind != 'ignored'"
        f" ORDER BY rank {way}, id {way} LIMIT 1",
        (rank, row, document),
    ).fetchone()
    return None if found is None else (int(found[0]), str(found[1]))


def placed_rows(
    connection: sqlite3.Connection, rows: Set[int] | None, *, settled: bool = False
) -> Iterator[Placed]:
    """The rows of these ids, or all, that are there and not ignored; in order where they are many.

    Args:
        connection: of the project.
        rows: ids; None for all.
        settled: only those that are confirmed or reviewed: the others of a long project cost next to nothing.
    """
    if rows is not None and settled and len(rows) > _MANY:
        rows = _settled_of(connection, rows)
    if rows is None or len(rows) > _MANY:
        values = connection.execute(f"{_SELECT} WHERE kind != 'ignored' ORDER BY document, rank, id")
        for before, here, after in _threes(values):
            if (rows is None or here[_ID] in rows) and (not settled or here[_STATE] in _SETTLED):
                yield Placed(segment_of(here), _source_beside(before, here), _source_beside(after, here))
        return
    for row in sorted(rows):
        segment = row_now(connection, row)
        if segment is None or (settled and not segment.settled):
            continue
        if segment.kind is not Kind.IGNORED:
            around = (
                _neighbour(connection, segment.document, segment.rank, segment.id, step) for step in (-1, 1)
            )
            yield Placed(segment, *(beside[1] if beside else "" for beside in around))


def _settled_of(connection: sqlite3.Connection, rows: Set[int]) -> set[int]:
    """Those of some rows that are confirmed or reviewed."""
    query = "SELECT id FROM rows WHERE id IN (SELECT value FROM json_each(?)) AND state IN (?, ?)"
    found = connection.execute(query, (json.dumps(list(rows)), *sorted(_SETTLED)))
    return {int(row) for (row,) in found}


def row_now(connection: sqlite3.Connection, row: int) -> Segment | None:
    """The row of this id; None where it is gone."""
    found = connection.execute(f"{_SELECT} WHERE id = ?", (row,)).fetchone()
    return None if found is None else segment_of(found)


def in_flow(segments: Iterable[Segment]) -> Iterator[Placed]:
    """Rows in order with what stands around them; ignored ones are left out."""
    for before, segment, after in _threes(one for one in segments if one.kind is not Kind.IGNORED):
        yield Placed(segment, _source(before, segment), _source(after, segment))


def _threes(flow: Iterable[Row]) -> Iterator[tuple[Row | None, Row, Row | None]]:
    """Each with the one before and the one after it; a long project is never in memory whole."""
    for (before, here), (_, after) in pairwise(pairwise(chain((None,), flow, (None,)))):
        assert here is not None
        yield before, here, after


def _source(beside: Segment | None, segment: Segment) -> str:
    return beside.source.text if beside and beside.document == segment.document else ""


def _source_beside(beside: tuple[Cell, ...] | None, here: tuple[Cell, ...]) -> str:
    """The same of rows as they are stored."""
    return str(beside[_SOURCE]) if beside and beside[_DOCUMENT] == here[_DOCUMENT] else ""
