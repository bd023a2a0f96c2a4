"""project: what a project is known by in memories: an id that survives renaming, and where its log begins.

A memory keeps a project's units under its id, with the number of the newest operation it has taken. A
database that is made again begins a new log; so its numbers begin above those of every earlier one: at the
milliseconds of its making.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.schema import connect

if TYPE_CHECKING:
    import sqlite3

    from workbench.project.store import Store

PROJECT, LOG_START, FOLDER = "project_id", "log_start", "folder"
PROJECT_PROP = "x-workbench-project"
"""The id in the header of project.tmx, from which a rebuilt database takes it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a memory knows a project by.

    Attributes:
        project: its id; empty in a database that no version with memories has opened for writing.
        log_start: what is added to the number of an operation.
    """

    project: str
    log_start: int


def identity_of(connection: sqlite3.Connection) -> Identity:
    """What the open database of a project is known by."""
    query = "SELECT key, value FROM meta WHERE key IN (?, ?)"
    found = dict(connection.execute(query, (PROJECT, LOG_START)))
    return Identity(str(found.get(PROJECT, "")), int(found.get(LOG_START, 0)))


def identify(store: Store, known: str = "") -> None:
    """Give a new database an id, or the one its project is known by already, and begin its log."""
    store.set_meta(PROJECT, known or uuid.uuid4().hex)
    store.set_meta(LOG_START, str(time.time_ns() // 1_000_000))


def recognise(store: Store, folder: Path) -> None:
    """See to it that the project of a folder, open for writing, has an id that no other project has.

    A copy of a folder beside which the first one still lies is another project: what is confirmed in it must
    not replace the first one's units.
    """
    here = str(folder.resolve())
    known = store.meta(PROJECT)
    if store.meta(FOLDER) == here and known:
        return
    if not known or _lies_in(Path(store.meta(FOLDER) or here), folder, known):
        identify(store)
    store.set_meta(FOLDER, here)


def _lies_in(before: Path, folder: Path, project: str) -> bool:
    """Whether another folder holds a project of this id."""
    path = before / DB_NAME
    try:
        if not path.is_file() or path.samefile(folder / DB_NAME):
            return False
    except OSError:  # a folder that is not to be read any more
        return False
    return _project_in(path) == project


def _project_in(path: Path) -> str:
    from workbench.model.faults import WorkbenchError

    try:
        connection = connect(path, writable=False)
    except WorkbenchError:  # damaged: no project that would be opened
        return ""
    try:
        return identity_of(connection).project
    finally:
        connection.close()
