"""project: sifting, which rows of a project pass a filter; in any thread, with a connection of its own."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from workbench.project.filter_sql import Surroundings, sql_of
from workbench.project.filter_texts import looks_for_text, text_looks, text_sql
from workbench.project.filter_values import TEXTS
from workbench.project.records import Cell
from workbench.project.row_filter import Condition, Field, RowFilter
from workbench.project.scanning import rows_where
from workbench.project.stopping import Progress, unheard
from workbench.project.text_looks import rows_with

_LONG_LOOKS = {*TEXTS, Field.TERM, Field.LENGTH}


def sifted(
    connection: sqlite3.Connection,
    row_filter: RowFilter,
    around: Surroundings,
    progress: Progress = unheard,
) -> RowFilter:
    """The filter with the ids of the rows that pass it now, where it asks for more than states and kinds.

    Args:
        around: what is known besides the rows; where the filter is costly, with the findings or the scores.
        progress: told how many rows of how many were read, where texts have to be read.

    Raises:
        WorkbenchError: it names a document that is none.
        StopError: `progress` did.
    """
    if not row_filter.others:
        return replace(row_filter, among=None)
    to_read: list[Condition] = []
    condition, values = row_filter.condition()
    parts, given = [condition], list[Cell](values)
    for one in row_filter.others:
        asked = text_sql(one) if looks_for_text(one) else sql_of(one, around)
        if asked is None:
            to_read.append(one)
        else:
            parts.append(asked[0])
            given.extend(asked[1])
    passing: frozenset[int] | None = None
    if len(to_read) < len(row_filter.others) or row_filter.states or row_filter.kinds:
        fields = {one.field for one in row_filter.others if one not in to_read}
        parted = bool(fields & _LONG_LOOKS) and Field.REPETITION not in fields
        passing = rows_where(connection, " AND ".join(parts), given, parted=parted)
    for one in to_read:
        passing = _read(connection, one, passing, progress)
    return replace(row_filter, among=passing)


def _read(
    connection: sqlite3.Connection, condition: Condition, among: frozenset[int] | None, progress: Progress
) -> frozenset[int]:
    """The rows, or those of some rows, that pass a condition whose text has to be looked for."""
    found = rows_with(connection, text_looks(condition), among, progress)
    if condition.negated:
        return (rows_where(connection, "1", [], parted=False) if among is None else among) - found
    return found if among is None else among & found
