"""project: sifting, which rows of a project pass a filter; in any thread, with a connection of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from workbench.project.filter_sql import Reads, Surroundings, reads_of, sql_of
from workbench.project.filter_values import TEXTS
from workbench.project.records import Cell
from workbench.project.row_filter import Field, RowFilter
from workbench.project.scanning import rows_where
from workbench.project.stopping import Progress, unheard

_LONG_LOOKS = {*TEXTS, Field.TERM, Field.LENGTH}
_ROUND = 500  # rows that are read between two words on how far it is


def sifted(
    connection: sqlite3.Connection,
    row_filter: RowFilter,
    around: Surroundings,
    progress: Progress = unheard,
) -> RowFilter:
    """The filter with the ids of the rows that pass it now, where it asks for more than states and kinds.

    Args:
        around: what is known besides the rows; where the filter is costly, with the findings or the scores.
        progress: told how many rows of how many were read, where texts have to be read one by one.

    Raises:
        WorkbenchError: it names a document that is none.
        StopError: `progress` did.
    """
    if not row_filter.others:
        return replace(row_filter, among=None)
    condition, values = row_filter.condition()
    parts, given = [condition], list[Cell](values)
    for one in row_filter.others:
        sql, more = sql_of(one, around)
        parts.append(sql)
        given.extend(more)
    where = " AND ".join(parts)
    checks = [reads for one in row_filter.others if (reads := reads_of(one)) is not None]
    if checks:
        return replace(row_filter, among=_read(connection, where, given, checks, progress))
    fields = {one.field for one in row_filter.others}
    halves = bool(fields & _LONG_LOOKS) and Field.REPETITION not in fields
    return replace(row_filter, among=rows_where(connection, where, given, halves=halves))


def _read(
    connection: sqlite3.Connection,
    where: str,
    values: Sequence[Cell],
    checks: Sequence[Reads],
    progress: Progress,
) -> frozenset[int]:
    """The rows that SQL lets through, each read and checked."""
    (total,) = connection.execute("SELECT count(*) FROM rows").fetchone()
    passing: list[int] = []
    rows = connection.execute(f"SELECT id, source_fold, target, note FROM rows WHERE {where}", values)
    for done, (row, source, english, note) in enumerate(rows):
        if all(passes(source, english, note) for passes in checks):
            passing.append(int(row))
        if done % _ROUND == 0:
            progress(min(done, total), total)
    return frozenset(passing)
