"""project: what is read of a project's database over any connection, as another thread has one of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.model.segments import Segment
from workbench.project.records import COLUMNS, segment_of

SELECT_SEGMENTS = f"SELECT {', '.join(COLUMNS)} FROM rows"
"""What `segment_of` reads."""

RANK_STEP = 1 << 20
"""How far apart the ranks of rows are when they are made, so that others fit between them."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of the project: `path` is its original, relative to the folder."""

    id: int
    name: str
    path: str
    encoding: str
    sha256: str


def every_segment_of(connection: sqlite3.Connection) -> Iterator[Segment]:
    """All rows of a project's database in order."""
    for values in connection.execute(f"{SELECT_SEGMENTS} ORDER BY rank, id"):
        yield segment_of(values)


def meta_of(connection: sqlite3.Connection, key: str) -> str:
    """A setting of a project's database; empty where it was never set."""
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return "" if found is None else str(found[0])


def documents_of(connection: sqlite3.Connection) -> list[StoredDocument]:
    """The documents of a project's database in order."""
    query = "SELECT id, name, path, encoding, sha256 FROM documents ORDER BY position"
    return [StoredDocument(*values) for values in connection.execute(query)]


def next_row_id_of(connection: sqlite3.Connection) -> int:
    """An id that no row of a project's database has or had."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'rows'").fetchone()
    return 1 if found is None else int(found[0]) + 1
