"""project: what is read for a merge: another project.tmx, the save both came from, and our rows.

In any thread. Of a file of a hundred thousand rows most are the same on all three sides, to the byte:
these are passed over before anything of them is understood.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project import backups
from workbench.project.config import TMX_NAME
from workbench.project.log_reading import row_now
from workbench.project.merging import Merge, Ours, plan
from workbench.project.saved import Saved, read_saved
from workbench.project.saved_units import OtherWriterError, own_units, part_of
from workbench.project.stopping import Progress, told
from workbench.project.stored import documents_of, every_segment_of, meta_of, next_row_id_of


@dataclass(frozen=True, slots=True)
class _Unlike:
    """Which rows are not plainly the same in both files and here, and the order of all of theirs."""

    rows: Set[int]
    order: Sequence[int]


def merge(connection: sqlite3.Connection, folder: Path, theirs_path: Path, progress: Progress) -> Merge:
    """What a merge of another project.tmx would change, against the last file both came from.

    Args:
        connection: reads the project's database, as it is at one moment.
        progress: told how many of the rows of both files were read.

    Raises:
        WorkbenchError: their file cannot be read.
        StopError: `progress` did.
    """
    common = backups.find(folder, meta_of(connection, "saved_sha"))
    try:
        unlike = None if common is None else _unlike(connection, theirs_path, common, progress)
    except OtherWriterError:
        unlike = None
    if unlike is None or common is None:
        theirs = read_saved(theirs_path)
        base = None if common is None else read_saved(common)
        rows = {segment.id: segment for segment in every_segment_of(connection)}
        return plan(_ours(connection, rows), theirs, base, [segment.id for segment in theirs.segments])
    theirs, base = _read(theirs_path, unlike.rows), _read(common, unlike.rows)
    there = [segment for row in unlike.rows if (segment := row_now(connection, row)) is not None]
    rows = {segment.id: segment for segment in sorted(there, key=lambda one: (one.rank, one.id))}
    return plan(_ours(connection, rows), theirs, base, unlike.order)


def _ours(connection: sqlite3.Connection, rows: dict[int, Segment]) -> Ours:
    ranks = dict(connection.execute("SELECT id, rank FROM rows ORDER BY rank, id"))
    documents = {document.id for document in documents_of(connection)}
    return Ours(rows, ranks, next_row_id_of(connection), documents)


def _unlike(connection: sqlite3.Connection, theirs: Path, base: Path, progress: Progress) -> _Unlike:
    """Compare the files by their bytes, and our rows with them by their place in the original.

    What is the same in both files cannot be taken from either. Unless it was split or merged here it stands
    beside nothing else, since no two rows of one file hold the same source.

    Raises:
        OtherWriterError: one of them is not as Workbench writes it.
    """
    query = "SELECT id, CASE pieces WHEN '' THEN '[]' ELSE pieces END FROM rows"
    total = 2 * int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
    before: dict[int, bytes] = {}
    for unit in told(own_units(base), progress, total):
        before[unit.row] = _digest(unit.body)
    done = len(before)
    here = dict(connection.execute(query))
    rows, order = {*before, *here}, list[int]()
    for unit in told(own_units(theirs), lambda count, of: progress(done + count, of), total):
        order.append(unit.row)
        same = before.get(unit.row) == _digest(unit.body) and here.get(unit.row) == unit.pieces
        (rows.discard if same else rows.add)(unit.row)
    if len(set(order)) < len(order):
        raise OtherWriterError  # an id stands twice: reading the whole says which
    return _Unlike(rows, order)


def _digest(unit: bytes) -> bytes:
    return hashlib.blake2b(unit, digest_size=16).digest()


def _read(path: Path, rows: Set[int]) -> Saved:
    """Those rows of a file. Raises WorkbenchError, which names the file itself."""
    with TemporaryDirectory(prefix="workbench-") as scratch:
        part = Path(scratch) / TMX_NAME
        part_of(path, rows, part)
        try:
            return read_saved(part)
        except WorkbenchError as error:
            raise WorkbenchError(str(error).replace(str(part), str(path))) from error
