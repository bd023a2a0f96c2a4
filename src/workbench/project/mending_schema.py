"""project: the tables of alignment.db, which holds two texts, their beads and what was done to them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.model.faults import WorkbenchError

FILE_NAME = "alignment.db"
SCHEMA_VERSION = 1

# `cells` lets the screen guess heights without reading a text. `kind` of an operation is do, undo or redo.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentences (
    side INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
    number INTEGER NOT NULL, paragraph INTEGER NOT NULL, gap TEXT NOT NULL, runs TEXT NOT NULL,
    cells INTEGER NOT NULL, PRIMARY KEY (side, start)
) WITHOUT ROWID;
CREATE TABLE beads (
    source INTEGER NOT NULL, target INTEGER NOT NULL,
    source_end INTEGER NOT NULL, target_end INTEGER NOT NULL,
    confidence REAL NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (source, target)
) WITHOUT ROWID;
CREATE TABLE operations (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, changes TEXT NOT NULL
);
"""


def connect(path: Path, *, create: bool = False, writable: bool = True) -> sqlite3.Connection:
    """Open alignment.db; what is committed survives a power cut.

    A rollback journal does for one step a key, works on network file systems too, and leaves one file that
    can be read where nothing can be written.

    Raises:
        WorkbenchError: it is missing, no such database, damaged, or comes from a newer version.
    """
    if not create and not path.is_file():
        raise WorkbenchError(
            f"{path} is missing; pair the texts in {path.parent / 'source'} again with"
            " `workbench align ZH EN --to alignment`."
        )
    address = path.resolve().as_uri() + ("?mode=rwc" if create else "?mode=rw" if writable else "?mode=ro")
    try:
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=10
        )
        if create:
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")
        elif writable:
            connection.execute("PRAGMA synchronous=FULL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise WorkbenchError(
            f"{path} cannot be opened ({error}); move it away and pair the texts again."
        ) from error
    if version != SCHEMA_VERSION:
        connection.close()
        newer = version > SCHEMA_VERSION
        mend = "update Workbench" if newer else "move it away and pair the texts again"
        raise WorkbenchError(
            f"{path} is {'of a newer version of Workbench' if newer else 'no alignment'}; {mend}."
        )
    return connection
