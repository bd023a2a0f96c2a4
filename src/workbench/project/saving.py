"""project: project.tmx, every row in order, written with ten backups, and compared with what lies there."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

import workbench
from workbench.model.faults import WorkbenchError
from workbench.project import backups
from workbench.project.atomic import write_atomically
from workbench.project.config import TMX_NAME
from workbench.project.identity import PROJECT, PROJECT_PROP
from workbench.project.intake import INTAKE, INTAKE_PROP
from workbench.project.merging import Merge, plan
from workbench.project.saved import read_saved
from workbench.project.store import Store
from workbench.project.units import DOCUMENTS, NEXT_ID, documents_text, unit_of

Languages = tuple[str, str]
_KEPT = ((PROJECT_PROP, PROJECT), (INTAKE_PROP, INTAKE))
"""Settings of the database that one made again from project.tmx must have too."""


@dataclass(frozen=True, slots=True)
class ForeignSave:
    """A project.tmx that is not the one written last here: a pull, or a colleague."""

    path: Path
    sha256: str


def save(store: Store, folder: Path, languages: Languages, segtype: str) -> Path:
    """Write project.tmx and a backup of it; the ten newest backups stay.

    The backup is written first and the digest noted before the file, so that a process killed in the
    middle neither takes its own save for another's nor lacks what the next merge compares with.

    Raises:
        WorkbenchError: the disk is full or the folder cannot be written; the old file is as it was.
    """
    from workbench.exchange.tmx import TmxHeader, write_tmx

    props = (
        (DOCUMENTS, documents_text(store.documents())),
        (NEXT_ID, str(store.next_row_id())),
        *((name, store.meta(key)) for name, key in _KEPT if store.meta(key)),
    )
    header = TmxHeader(workbench.__version__, segtype, languages[0], props)
    units = (unit_of(segment, whole=True, languages=languages) for segment in store.every_segment())
    data = "".join(write_tmx(units, header)).encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    path = folder / TMX_NAME
    if _digest(path) != digest or store.meta("saved_sha") != digest:
        backups.keep(folder, data, digest)
        store.set_meta("saving_sha", digest)
    if _digest(path) != digest:
        write_atomically(path, data)
    store.set_meta("saved_sha", digest)
    store.set_meta("saved_at", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
    return path


def foreign(store: Store, folder: Path) -> ForeignSave | None:
    """The project.tmx on disk where it is not the one written last; None where it is, or is not there.

    Raises:
        WorkbenchError: it cannot be read.
    """
    path = folder / TMX_NAME
    digest = _digest(path)
    if not digest or digest == store.meta("saved_sha"):
        return None
    if digest == store.meta("saving_sha"):  # killed after writing, before noting that it was written
        if store.writable:
            store.set_meta("saved_sha", digest)
        return None
    return ForeignSave(path, digest)


def merge(store: Store, folder: Path, theirs_path: Path) -> Merge:
    """What a merge of another project.tmx would change, against the last file both came from.

    Raises:
        WorkbenchError: their file cannot be read.
    """
    theirs = read_saved(theirs_path)
    common = backups.find(folder, store.meta("saved_sha"))
    base = None if common is None else read_saved(common)
    return plan(store, theirs, base)


def _digest(path: Path) -> str:
    """SHA-256 of a file; empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}); mend its permissions.") from error
