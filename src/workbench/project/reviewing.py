"""project: what a reviewer needs to know of a row: what was confirmed last, and which row comes next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.segments import State
from workbench.project.operations import changes_of
from workbench.project.place import RowFilter
from workbench.project.records import Record


class Role(StrEnum):
    """What Enter is for: a translator confirms, a reviewer sets reviewed."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"


UNREVIEWED = (State.DRAFT, State.CONFIRMED)
"""What is still to be reviewed: an edited row is a draft until then; a rejected one has been judged."""

_COLUMNS = ("source", "target", "state", "changed_by", "changed_at")


@dataclass(frozen=True, slots=True)
class Version:
    """The English of a row at one moment.

    Attributes:
        target: its plain text.
        state: what it was then.
        who: who had changed the row last by then; empty where not known.
        at: when, UTC ISO 8601; likewise.
    """

    target: str
    state: State
    who: str = ""
    at: str = ""


def confirmed_last(connection: sqlite3.Connection, row: int) -> Version | None:
    """The newest version of a row that was confirmed; None where none ever was, or the row is gone.

    Read from the log backwards, and beyond its beginning from the row as it was when the log began: a
    project made again from project.tmx knows of a row only that it was confirmed. Safe in another thread
    with a connection of its own.
    """
    for version in _versions(connection, row):
        if version.state is State.CONFIRMED and version.target.strip():
            return version
    return None


def rejected_last(connection: sqlite3.Connection, row: int) -> Version | None:
    """The English as it was sent back; None where the row is not rejected now.

    What is typed into a rejected row leaves it rejected until it is confirmed or reviewed.
    """
    found: Version | None = None
    for version in _versions(connection, row):
        if version.state is not State.REJECTED:
            break
        found = version
    return found


def _versions(connection: sqlite3.Connection, row: int) -> Iterator[Version]:
    """The states of a row, newest first, as far back as it held this source: not before a split or merge."""
    found = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM rows WHERE id = ?", (row,)).fetchone()
    if found is None:
        return
    record: Record = dict(zip(_COLUMNS, found, strict=True))
    yield _version(record)
    query = (
        "SELECT changes FROM touched JOIN operations ON operations.id = touched.operation"
        " WHERE touched.row = ? ORDER BY touched.operation DESC"
    )
    for (text,) in connection.execute(query, (row,)):
        changes = changes_of(text)
        regrouped = any(change.before is None or change.after is None for change in changes)
        for change in reversed(changes):
            if change.row != row or change.before is None:
                continue
            if regrouped and change.before.get("source", record["source"]) != record["source"]:
                return
            record |= {name: change.before[name] for name in _COLUMNS if name in change.before}
            yield _version(record)


def _version(record: Record) -> Version:
    who, at = str(record["changed_by"]), str(record["changed_at"])
    return Version(str(record["target"]), State(str(record["state"])), who, at)


def next_unreviewed(connection: sqlite3.Connection, row_filter: RowFilter, row: int) -> int | None:
    """The next row after `row`, under the filter, that has English to review; None after the last.

    Locked and ignored rows are passed over. With `row` 0 it is the first of all.
    """
    condition, values = row_filter.condition(in_order=True)
    rank = connection.execute("SELECT rank FROM rows WHERE id = ?", (row,)).fetchone()
    found = connection.execute(
        # The plus keeps SQLite from gathering all rows of a state and sorting them.
        f"SELECT id FROM rows WHERE (rank, id) > (?, ?) AND +state IN ({','.join('?' * len(UNREVIEWED))})"
        f" AND kind != 'ignored' AND locked_by IS NULL AND target_cells > 0 AND {condition}"
        " ORDER BY rank, id LIMIT 1",
        (-(2**62) if rank is None else rank[0], row, *(state.value for state in UNREVIEWED), *values),
    ).fetchone()
    return None if found is None else int(found[0])


def same_source_otherwise(connection: sqlite3.Connection, row: int) -> list[int]:
    """Ids of the rows that hold the same source with other English, in order."""
    found = connection.execute(
        "SELECT other.id FROM rows AS this, rows AS other WHERE this.id = ?"
        " AND other.fold_key = this.fold_key AND other.source_fold = this.source_fold"
        " AND other.id != this.id AND other.target != this.target AND other.target_cells > 0"
        " ORDER BY other.rank, other.id",
        (row,),
    )
    return [int(each[0]) for each in found]
