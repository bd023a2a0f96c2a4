"""project: the refrains of a project found in a process of its own, and kept in the user's cache."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.lexicon.index import cache_folder
from workbench.lexicon.kept import keep_newest
from workbench.memory.index_file import IndexDamagedError
from workbench.memory.refrains_kept import VERSION, KeptRefrains, write_refrains

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.memory.refrains import Refrain
    from workbench.project.own_process import OwnProcess

_FIND: Final = "workbench.project.refrain_finding:find"
_SUFFIX: Final = ".refrains"
_MOST: Final = 8  # projects whose refrains stay in the cache: those opened last
_ROWS: Final = "SELECT id, source FROM rows WHERE kind != 'ignored' ORDER BY document, rank, id"


def rows_of(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Ids and sources of the rows that are not ignored, in order, one by one."""
    return ((int(row), str(source)) for row, source in connection.execute(_ROWS))


def found_apart(database: Path, lexicon: Lexicon, apart: OwnProcess) -> KeptRefrains | None:
    """The refrains of a project as it is now; waits for a process of its own.

    Args:
        database: project.db.
        lexicon: the dictionary with the project's terms.
        apart: finds them.

    Returns:
        None where the dictionary or they cannot be kept, or the process came to no end.
    """
    if lexicon.kept is None or not apart.run(_FIND, str(database), str(lexicon.kept.path)):
        return None
    try:
        return KeptRefrains(_place(database))
    except (IndexDamagedError, OSError):
        return None


def find(database: str, dictionary: str) -> None:
    """Find the refrains of a project and keep them, where those that are kept are not of the same rows.

    Raises:
        WorkbenchError: the project cannot be read.
        PackDamagedError: the dictionary is damaged.
        OSError: they cannot be kept.
    """
    from workbench.lexicon.packed import in_memory
    from workbench.project.log_reading import snapshot
    from workbench.project.own_process import be_nice
    from workbench.project.refrains import found_in

    be_nice()
    place = _place(Path(database))
    with snapshot(Path(database)) as connection:
        stamp = _stamp_of(connection, Path(dictionary).name)
        if not _is_kept(place, stamp):
            _keep(place, stamp, *found_in(rows_of(connection), in_memory(Path(dictionary))))
    os.utime(place)  # those used last stay


def _keep(place: Path, stamp: int, found: Sequence[Refrain], ids: Sequence[int]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    os.close(handle)
    made = Path(name)
    try:
        write_refrains(made, ids, stamp, found)
        made.replace(place)
    finally:
        made.unlink(missing_ok=True)
    keep_newest(place.parent, f"*{_SUFFIX}", _MOST)


def _place(database: Path) -> Path:
    """Where the refrains of a project are kept."""
    project = blake2b(str(database.resolve()).encode("utf-8", "surrogatepass"), digest_size=8)
    return cache_folder(None) / f"{project.hexdigest()}{_SUFFIX}"


def _stamp_of(connection: sqlite3.Connection, dictionary: str) -> int:
    """What tells these rows, looked at with this dictionary, from others."""
    stamp = blake2b(f"{VERSION} {dictionary}".encode(), digest_size=7)
    for row, source in rows_of(connection):
        stamp.update(f"\0{row} {source}".encode("utf-8", "surrogatepass"))
    return int.from_bytes(stamp.digest())


def _is_kept(place: Path, stamp: int) -> bool:
    """Whether what is kept is of this stamp."""
    try:
        found = KeptRefrains(place)
    except (IndexDamagedError, OSError):
        return False
    return found.stamp == stamp
