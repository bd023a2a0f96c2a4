"""project: project.tmx, every row in order, written with ten backups, and compared with what lies there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import workbench
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment
from workbench.project import backups
from workbench.project.atomic import move_into, written_beside
from workbench.project.config import TMX_NAME
from workbench.project.identity import PROJECT, PROJECT_PROP
from workbench.project.intake import INTAKE, INTAKE_PROP
from workbench.project.log_reading import snapshot
from workbench.project.operations import now
from workbench.project.stopping import Progress, told, unheard
from workbench.project.store import Store
from workbench.project.stored import documents_of, every_segment_of, meta_of, next_row_id_of
from workbench.project.units import DOCUMENTS, NEXT_ID, documents_text, unit_of

if TYPE_CHECKING:
    import sqlite3

Languages = tuple[str, str]
_KEPT = ((PROJECT_PROP, PROJECT), (INTAKE_PROP, INTAKE))
"""Settings of the database that one made again from project.tmx must have too."""
MERGED = "merged_seen"
"""Setting: what project.tmx was when it was merged last; what is in it is in the rows then. See `seen`."""
_SAVED = "saved_seen"


@dataclass(frozen=True, slots=True)
class ForeignSave:
    """A project.tmx that is not the one written last here: a pull, or a colleague."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Written:
    """A save that lies beside its place: `settle` puts it there.

    Attributes:
        scratch: the file; None where project.tmx has that content already.
        sha256: of it.
        at: when the rows were as they are in it, UTC ISO 8601.
        found: what project.tmx was when this was written, see `seen`.
    """

    scratch: Path | None
    sha256: str
    at: str
    found: str


def save(store: Store, folder: Path, languages: Languages, segtype: str) -> Path:
    """Write project.tmx and a backup of it; the ten newest backups stay.

    Raises:
        WorkbenchError: the disk is full or the folder cannot be written; the old file is as it was.
    """
    settle(store, folder, written(store.path, folder, languages, segtype))
    return folder / TMX_NAME


def written(
    database: Path, folder: Path, languages: Languages, segtype: str, progress: Progress = unheard
) -> Written:
    """Write the rows as they are now beside project.tmx, and the backup; in any thread.

    The backup is written first, so that a process killed in the middle does not lack what the next merge
    compares with. Nothing but that is left where it is stopped.

    Raises:
        WorkbenchError: the disk is full or the folder cannot be written.
        StopError: `progress` did.
    """
    path = folder / TMX_NAME
    found = seen(path)
    with snapshot(database) as connection:
        at, known = now(), meta_of(connection, "saved_sha")
        total = int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
        rows = told(every_segment_of(connection), progress, total)
        digest = hashlib.sha256()
        scratch = written_beside(path, _heard(_parts(connection, rows, languages, segtype), digest.update))
    sha256 = digest.hexdigest()
    try:
        same = bool(found) and _digest(path) == sha256
        if not same or known != sha256:
            backups.keep(folder, backups.parts_of(scratch), sha256)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise
    if same:
        scratch.unlink(missing_ok=True)
    return Written(None if same else scratch, sha256, at, found)


def settle(store: Store, folder: Path, made: Written) -> bool:
    """Put what was written into its place, in the session's thread.

    The digest is noted before, so that a process killed in between does not take its own save for another's.

    Returns:
        False where project.tmx has become another one meanwhile: what was written is gone then.

    Raises:
        WorkbenchError: the folder or the database cannot be written; the old file is as it was.
    """
    path = folder / TMX_NAME
    try:
        if seen(path) != made.found:
            return False
        if made.scratch is not None:
            store.set_meta("saving_sha", made.sha256)
            move_into(made.scratch, path)
    finally:
        if made.scratch is not None:
            made.scratch.unlink(missing_ok=True)
    with store.transaction():
        for key, value in (
            ("saving_sha", made.sha256),
            ("saved_sha", made.sha256),
            ("saved_at", made.at),
            (_SAVED, seen(path)),
        ):
            store.set_meta(key, value)
    return True


def foreign(store: Store, folder: Path) -> ForeignSave | None:
    """The project.tmx on disk where it is not the one written last; None where it is, or is not there.

    Raises:
        WorkbenchError: it cannot be read.
    """
    path = folder / TMX_NAME
    there = seen(path)
    if there and there in (store.meta(_SAVED), store.meta(MERGED)):
        return None  # not touched since: a long file need not be read
    digest = _digest(path)
    if not digest or digest == store.meta("saved_sha"):
        if digest and store.writable:  # a copy of the folder, or a file that was put back: known from here on
            store.set_meta(_SAVED, there)
        return None
    if digest == store.meta("saving_sha"):  # killed after writing, before noting that it was written
        if store.writable:
            store.set_meta("saved_sha", digest)
        return None
    return ForeignSave(path, digest)


def _parts(
    connection: sqlite3.Connection, rows: Iterable[Segment], languages: Languages, segtype: str
) -> Iterator[str]:
    """The file in parts: the project as one connection sees it."""
    from workbench.exchange.tmx import TmxHeader, write_tmx

    kept = ((name, meta_of(connection, key)) for name, key in _KEPT)
    props = (
        (DOCUMENTS, documents_text(documents_of(connection))),
        (NEXT_ID, str(next_row_id_of(connection))),
        *((name, value) for name, value in kept if value),
    )
    header = TmxHeader(workbench.__version__, segtype, languages[0], props)
    return write_tmx((unit_of(row, whole=True, languages=languages) for row in rows), header)


def _heard(parts: Iterable[str], heard: Callable[[bytes], object]) -> Iterator[bytes]:
    for part in parts:
        data = part.encode("utf-8")
        heard(data)
        yield data


def seen(path: Path) -> str:
    """What tells, without reading it, that a file was not touched; empty where there is none.

    Raises:
        WorkbenchError: its folder cannot be read.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); mend its permissions.") from error
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _digest(path: Path) -> str:
    """SHA-256 of a file; empty where there is none."""
    try:
        return backups.digest_of(path)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); mend its permissions.") from error
