"""lexicon: the dictionary ready for use, made once and kept in the user's cache."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

import workbench
from workbench.lexicon.cedict import Entry, dictionary_path, entries
from workbench.lexicon.lexicon import Lexicon
from workbench.text.fold_table import FOLD_VERSION

INDEX_VERSION = 5
"""To be raised with every change of what the index holds, weights included."""
FILE_NAME = "lexicon.db"
_ABANDONED = 3600  # seconds; an index is made in some
_SCHEMA = """
CREATE TABLE part (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE entry (simplified TEXT NOT NULL, traditional TEXT NOT NULL, pinyin TEXT NOT NULL,
    glosses TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX entry_simplified ON entry (simplified);
CREATE INDEX entry_traditional ON entry (traditional);
"""


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The dictionary as a table of translations.

    The first call on a machine makes the index, which takes some seconds; it is made again when the
    dictionary or the program has changed. Where it cannot be kept, it is made in memory.

    Args:
        folder: where the index is kept; None for the user's cache.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    try:
        with _opened(folder) as index:
            return _lexicon_of(index)
    except sqlite3.DatabaseError:  # half written when the machine went down
        (cache_folder(folder) / FILE_NAME).unlink(missing_ok=True)
    with _opened(folder) as index:
        return _lexicon_of(index)


def is_made(folder: Path | None = None) -> bool:
    """Whether the index is there and fits, so that loading takes no time; else some seconds' wait is due.

    Args:
        folder: where the index is kept; None for the user's cache.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    index = _fitting(cache_folder(folder) / FILE_NAME, index_stamp())
    if index is not None:
        index.close()
    return index is not None


def entries_of(headword: str, folder: Path | None = None) -> tuple[Entry, ...]:
    """The entries whose simplified or traditional headword this is, in the dictionary's order.

    Args:
        headword: as it stands in the text, simplified or traditional, not folded.
        folder: where the index is kept; None for the user's cache.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    select = (
        "SELECT simplified, traditional, pinyin, glosses FROM entry"
        " WHERE simplified = ?1 OR traditional = ?1 ORDER BY rowid"
    )
    with _opened(folder) as index:
        found = index.execute(select, (headword,)).fetchall()
    return tuple(
        Entry(simplified, traditional, pinyin, tuple(glosses.split("/")))
        for simplified, traditional, pinyin, glosses in found
    )


@contextlib.contextmanager
def _opened(folder: Path | None) -> Iterator[sqlite3.Connection]:
    """The index, made first where there is none that fits."""
    stamp = index_stamp()
    path = cache_folder(folder) / FILE_NAME
    index = _fitting(path, stamp)
    if index is None:
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            _make(path, stamp)
            index = _fitting(path, stamp)
    if index is None:
        yield _in_memory(stamp)
    else:
        with contextlib.closing(index):
            yield index


@cache
def _in_memory(stamp: str) -> sqlite3.Connection:
    """An index for this process alone, where none can be kept."""
    index = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(index, stamp)
    return index


def cache_folder(folder: Path | None) -> Path:
    """The folder itself; the user's cache for None."""
    if folder is not None:
        return folder
    from platformdirs import user_cache_path

    return user_cache_path("workbench", appauthor=False)


def index_stamp() -> str:
    """What the index was made from and by; an index with another stamp is made again."""
    file = dictionary_path().stat()
    made_by = f"{workbench.__version__} {INDEX_VERSION} {FOLD_VERSION}"
    return f"{made_by} {file.st_size} {file.st_mtime_ns}"


def _fitting(path: Path, stamp: str) -> sqlite3.Connection | None:
    """The index at `path` if it is there, whole and of this stamp."""
    if not path.is_file():
        return None
    # A file that is only ever replaced never changes under a reader: no locks, also in a read-only folder.
    index = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if _part(index, "stamp") == stamp:
            return index
    except (sqlite3.DatabaseError, TypeError):  # damaged, or of an older form
        pass
    index.close()
    return None


def _part(index: sqlite3.Connection, name: str) -> Any:
    return index.execute("SELECT value FROM part WHERE name = ?", (name,)).fetchone()[0]


def _make(path: Path, stamp: str) -> None:
    """Make the index beside its place and move it there: another process sees the old one or the new."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    _tidy(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(made)) as index:
            _fill(index, stamp)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _tidy(path: Path) -> None:
    """Remove what processes left that were killed while they made an index."""
    for left in path.parent.glob(f".{path.name}.*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            left.unlink(missing_ok=True)


def _fill(index: sqlite3.Connection, stamp: str) -> None:
    index.executescript(
        f"PRAGMA page_size = 65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}"
    )
    known = list(entries(dictionary_path()))
    rows = ((e.simplified, e.traditional, e.pinyin, "/".join(e.glosses)) for e in known)
    index.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", rows)
    index.executescript(_INDEXES)
    index.executemany("INSERT INTO part VALUES (?, ?)", _parts(known).items())
    index.execute("INSERT INTO part VALUES ('stamp', ?)", (stamp,))
    index.commit()


def _parts(known: Iterable[Entry]) -> dict[str, str | bytes | int]:
    # What reads the dictionary is loaded here alone: an index that is there needs nothing of it.
    from workbench.lexicon.common_words import with_common_words
    from workbench.lexicon.compounds import with_compounds
    from workbench.lexicon.table import table_of
    from workbench.lexicon.translations import translations

    table = with_common_words(with_compounds(table_of(translations(known))))
    return {
        "headwords": "\n".join(table.headwords),
        "tokens": "\n".join(table.tokens),
        "starts": table.weights.indptr.astype("<i4").tobytes(),
        "columns": table.weights.indices.astype("<i4").tobytes(),
        "weights": table.weights.data.astype("<f4").tobytes(),
        "longest": max(map(len, table.headwords), default=1),
    }


def _lexicon_of(index: sqlite3.Connection) -> Lexicon:
    headwords = str(_part(index, "headwords")).split("\n")
    return Lexicon(
        rows=dict(zip(headwords, range(len(headwords)), strict=True)),
        tokens=str(_part(index, "tokens")).split("\n"),
        starts=np.frombuffer(_part(index, "starts"), "<i4"),
        columns=np.frombuffer(_part(index, "columns"), "<i4"),
        weights=np.frombuffer(_part(index, "weights"), "<f4"),
        longest=int(_part(index, "longest")),
    )
