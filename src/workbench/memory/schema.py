"""memory: the tables of a memory file, and opening it safely."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from workbench.model.faults import WorkbenchError

SUFFIX = ".tm"
SCHEMA_VERSION = 1
APPLICATION_ID = 0x57_42_54_4D
"""WBTM: tells a memory from every other SQLite file."""

# Ids are given out by the store, never twice. `mask_hash` finds sources that differ in numbers alone, and
# with `number_hash` equal ones: one index for both, since each costs nearly a page a unit in a large memory.
# `source_fold` is NULL where the source is its own fold. What few units have stands at the end of a row.
# Neighbours are a table of their own: texts as long as the unit's, read for the few best matches only, that
# would make every scan of the units three times as long.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE projects (id INTEGER PRIMARY KEY, project TEXT NOT NULL UNIQUE, operation INTEGER NOT NULL);
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL, source_fold TEXT, mask_hash INTEGER NOT NULL, number_hash INTEGER NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL, origin TEXT NOT NULL, confidence REAL NOT NULL, locked INTEGER NOT NULL,
    created TEXT NOT NULL, changed TEXT NOT NULL, changed_by TEXT NOT NULL, place TEXT NOT NULL,
    project INTEGER REFERENCES projects(id), row INTEGER, part INTEGER,
    source_language TEXT NOT NULL, target_language TEXT NOT NULL,
    source_codes TEXT NOT NULL, target_codes TEXT NOT NULL, note TEXT NOT NULL, props TEXT NOT NULL
);
CREATE INDEX units_by_hash ON units (mask_hash, number_hash);
CREATE INDEX units_by_row ON units (project, row) WHERE project IS NOT NULL;
CREATE TABLE neighbours (unit INTEGER PRIMARY KEY REFERENCES units(id), before TEXT, after TEXT);
"""

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
_MAPPED = 1 << 40
"""All of the file, as far as SQLite goes: mapped pages are shared, a page cache is a process's own."""
_WAIT = 30.0
"""Seconds to wait for another process that writes."""


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """Open a memory file.

    Write-ahead logging with full synchronisation: what is committed survives a power cut. A network file
    system has no shared memory for it, so there the rollback journal is used and nothing is mapped.

    Args:
        create: make the file, and its folder, where it is missing.
        read_only: write nothing, also where it could be written.

    Raises:
        WorkbenchError: it is missing, no memory, damaged, cannot be read, or comes from a newer version.
    """
    if not path.is_file() and (read_only or not create):
        raise WorkbenchError(
            f"{path} is missing; name a memory that exists, or make it by importing into it."
        )
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = _opened(path, create=create, read_only=read_only)
    except (sqlite3.Error, OSError) as error:
        mend = "choose another place or free the disk" if create else "restore it from a copy"
        raise WorkbenchError(f"{path} cannot be opened as a memory ({error}); {mend}.") from error
    try:
        _prepare(connection, path, create=create, read_only=read_only)
    except sqlite3.Error as error:
        connection.close()
        raise WorkbenchError(
            f"{path} cannot be opened as a memory ({error}); restore it from a copy, or move it away."
        ) from error
    except WorkbenchError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool, read_only: bool) -> None:
    if create and not read_only:
        _make_where_empty(connection)
    _check(connection, path)
    on_network = _on_network(path.parent)
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    else:
        connection.execute(f"PRAGMA journal_mode={'DELETE' if on_network else 'WAL'}")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA journal_size_limit=67108864")
    connection.execute("PRAGMA cache_size=-4000")
    if read_only and not on_network:
        connection.execute(f"PRAGMA mmap_size={_MAPPED}")


def _make_where_empty(connection: sqlite3.Connection) -> None:
    """Make the tables in a file that has none; two processes may do so at once, and one of them does."""
    if _is_made(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _is_made(connection):
            for statement in TABLES.split(";"):
                connection.execute(statement)
            connection.execute(
                "INSERT INTO meta VALUES ('memory', lower(hex(randomblob(16)))), ('last_id', 0)"
            )
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _is_made(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """That it is a memory, and not of a newer version. Raises WorkbenchError."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise WorkbenchError(f"{path} is not a translation memory; name a {SUFFIX} file.")
    if version > SCHEMA_VERSION:
        raise WorkbenchError(
            f"{path} was made by a newer version of Workbench (schema {version}, this one reads"
            f" {SCHEMA_VERSION}); update Workbench."
        )


def _opened(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    """A connection that makes a file only where asked, and reads in a folder that cannot be written too."""
    if not read_only:
        return _connected(path.resolve().as_uri() + ("?mode=rwc" if create else "?mode=rw"))
    address = path.resolve().as_uri() + "?mode=ro"
    connection = _connected(address)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = _connected(address + "&immutable=1")  # no -shm can be made: nobody writes here
    return connection


def _connected(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_WAIT,
    )


def _on_network(folder: Path) -> bool:
    """Whether the folder lies on a network file system (Linux; elsewhere no is assumed)."""
    best, kind = "", ""
    where = str(folder.resolve())
    with (
        contextlib.suppress(OSError),
        Path("/proc/mounts").open(encoding="utf-8", errors="replace") as mounts,
    ):
        for line in mounts:
            fields = line.split(" ")
            point = fields[1]
            holds = where == point or where.startswith(point.rstrip("/") + "/")
            if len(fields) > 2 and holds and len(point) >= len(best):
                best, kind = point, fields[2]
    return kind in _NETWORK
