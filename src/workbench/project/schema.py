"""project: the tables of project.db, and opening it safely."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from workbench.model.faults import WorkbenchError

FILE_NAME = "project.db"
SCHEMA_VERSION = 2

# `rank` orders rows and is sparse, so that a row can come between two others without touching them.
# `source_fold` is the match key of the source and `fold_key` its hash: repetitions and find use them.
# `source_cells` and `target_cells` let the grid guess heights without reading a text.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
    encoding TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TABLE blocks (
    document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL, kind TEXT NOT NULL,
    start_line INTEGER NOT NULL, start_column INTEGER NOT NULL,
    end_line INTEGER NOT NULL, end_column INTEGER NOT NULL,
    reason TEXT NOT NULL, confidence REAL NOT NULL, lead_end INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rank INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents(id), kind TEXT NOT NULL,
    source TEXT NOT NULL, source_codes TEXT NOT NULL, target TEXT NOT NULL, target_codes TEXT NOT NULL,
    state TEXT NOT NULL, locked_by TEXT, locked_why TEXT NOT NULL,
    origin TEXT NOT NULL, origin_score INTEGER, inserted TEXT NOT NULL,
    note TEXT NOT NULL, comment TEXT NOT NULL, anchors TEXT NOT NULL, pieces TEXT NOT NULL,
    original_source TEXT NOT NULL,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL,
    source_fold TEXT NOT NULL, fold_key INTEGER NOT NULL,
    source_cells INTEGER NOT NULL, target_cells INTEGER NOT NULL,
    queries TEXT NOT NULL DEFAULT ''
);
CREATE INDEX rows_in_order ON rows (rank, id, source_cells, target_cells, state, kind);
CREATE INDEX rows_by_fold ON rows (fold_key);
CREATE INDEX rows_by_state ON rows (state, kind);
CREATE INDEX rows_with_queries ON rows (rank, id) WHERE queries != '';
CREATE TABLE operations (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL, inverts INTEGER, row INTEGER NOT NULL, changes TEXT NOT NULL
);
CREATE TABLE touched (
    row INTEGER NOT NULL, operation INTEGER NOT NULL REFERENCES operations(id), PRIMARY KEY (row, operation)
) WITHOUT ROWID;
"""

# Schema 2 gave the rows their queries.
_SECOND = """
ALTER TABLE rows ADD COLUMN queries TEXT NOT NULL DEFAULT '';
CREATE INDEX rows_with_queries ON rows (rank, id) WHERE queries != '';
"""
_FIRST_SEEN_AS_SECOND = "CREATE TEMP VIEW rows AS SELECT *, '' AS queries FROM main.rows"

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs", "ncpfs"}


def connect(path: Path, *, create: bool = False, writable: bool = True) -> sqlite3.Connection:
    """Open project.db.

    A database of schema 1 is brought to schema 2, or read as one where it may not be written.
    Write-ahead logging with full synchronisation: what is committed survives a power cut. A network file
    system has no shared memory for it, so there the rollback journal is used.

    Raises:
        WorkbenchError: it is not a database, is damaged, or comes from a newer version.
    """
    if not create and not path.is_file():
        raise WorkbenchError(f"{path} is missing; open the folder with `workbench open` to make it again.")
    try:
        connection = _opened(path, create=create, writable=writable)
        journal = "DELETE" if _on_network(path.parent) else "WAL"
        if writable:
            connection.execute(f"PRAGMA journal_mode={journal}")
            connection.execute("PRAGMA synchronous=FULL")
        if create:
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")
        version = _brought_up(connection, writable=writable)
        if not writable:
            connection.execute("PRAGMA query_only=ON")
    except sqlite3.Error as error:
        mend = "move it away and open the folder again: it is made anew from project.tmx"
        if create:
            mend = "free the disk or choose another place"
        raise WorkbenchError(f"{path} cannot be opened ({error}); {mend}.") from error
    if version > SCHEMA_VERSION:
        connection.close()
        raise WorkbenchError(
            f"{path} was made by a newer version of Workbench (schema {version}, this one reads"
            f" {SCHEMA_VERSION}); update Workbench."
        )
    if version < SCHEMA_VERSION:
        connection.close()
        raise WorkbenchError(
            f"{path} is not a project database; move it away and open the folder again:"
            " it is made anew from project.tmx."
        )
    return connection


def _brought_up(connection: sqlite3.Connection, *, writable: bool) -> int:
    """The schema version, after one of an older Workbench was brought to this one's.

    A reader changes nothing in the file: it sees the rows as this version has them.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version != 1:
        return version
    if writable:
        connection.executescript(f"BEGIN IMMEDIATE; {_SECOND} PRAGMA user_version=2; COMMIT;")
    else:
        connection.execute(_FIRST_SEEN_AS_SECOND)
    return 2


def _opened(path: Path, *, create: bool, writable: bool) -> sqlite3.Connection:
    """A connection that makes a file only where asked, and reads in a folder that cannot be written too."""
    address = path.resolve().as_uri() + ("?mode=rwc" if create else "?mode=rw")
    connection = _connected(address)
    if writable:
        return connection
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection.close()
        connection = _connected(path.resolve().as_uri() + "?mode=ro&immutable=1")
    return connection


def _connected(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=10)


def _on_network(folder: Path) -> bool:
    """Whether the folder lies on a network file system (Linux; elsewhere no is assumed)."""
    best, kind = "", ""
    where = str(folder.resolve())
    with contextlib.suppress(OSError), open("/proc/mounts", encoding="utf-8", errors="replace") as mounts:
        for line in mounts:
            fields = line.split(" ")
            point = fields[1]
            holds = where == point or where.startswith(point.rstrip("/") + "/")
            if len(fields) > 2 and holds and len(point) >= len(best):
                best, kind = point, fields[2]
    return kind in _NETWORK
