"""project: what the rows of a long project mention first, read in a process of its own."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.glossary.mentioned_first import MentionedFirst
from workbench.glossary.mentions import RUNNING

if TYPE_CHECKING:
    from workbench.project.own_process import OwnProcess

LONG: Final = 4_000
"""Rows from which on the keys would feel that they are read: some half a second of them."""
_FIND: Final = "workbench.project.mention_finding:find"


def running_text(connection: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    """Document, id and source of the rows in running text, document by document."""
    query = "SELECT document, id, source, kind FROM rows ORDER BY document, rank, id"
    for document, row, source, kind in connection.execute(query):
        if kind in RUNNING:
            yield document, row, source


def mentioned_apart(folder: Path, apart: OwnProcess) -> MentionedFirst | None:
    """What the rows of a project mention first; waits for a process of its own.

    Args:
        folder: of the project.
        apart: reads them.

    Returns:
        None where the process came to no end.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-") as scratch:
        place = Path(scratch) / "mentions"
        if not apart.run(_FIND, str(folder), str(place)):
            return None
        with place.open("rb") as file:
            return MentionedFirst.read(file)


def find(folder: str, place: str) -> None:
    """Read all rows of a project and write what they mention first.

    Raises:
        WorkbenchError: the project or its terms cannot be read.
        OSError: it cannot be written.
    """
    from workbench.project.log_reading import snapshot
    from workbench.project.own_process import be_nice
    from workbench.project.session import Session

    be_nice()
    session = Session.open(Path(folder), read_only=True)
    try:
        with snapshot(session.store.path) as connection, Path(place).open("wb") as file:
            MentionedFirst(session.recogniser(), running_text(connection)).write(file)
    finally:
        session.close()
