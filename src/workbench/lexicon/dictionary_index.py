"""lexicon: the index of the dictionary for readers: made once, kept in a cache, made again if damaged.

A file of SQLite that is only ever replaced as a whole. It holds the entries, each with a checksum; the folded
headwords that lead to them; and the words of their glosses, so that the dictionary is read from English too.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.lexicon.cedict import dictionary_path
from workbench.text.fold import fold
from workbench.text.fold_table import FOLD_VERSION

if TYPE_CHECKING:
    from workbench.lexicon.cedict import Entry

DICTIONARY_VERSION: Final = 1
"""To be raised with every change of what the index holds."""
FILE_NAME: Final = "dictionary.db"
SEPARATOR: Final = "\n"
"""Parts the fields of an entry: simplified, traditional, pinyin, then the glosses."""
_LOCK = f"{FILE_NAME}.lock"
_PAGE: Final = 8192  # bytes
_SCHEMA = f"""
PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE part (name TEXT PRIMARY KEY, value);
CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE headword (key TEXT PRIMARY KEY, entries BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE word (key TEXT PRIMARY KEY, entries BLOB NOT NULL);
"""
_WORD = re.compile(r"[a-z0-9]+")
_REFERENCE = re.compile(r"\[[^\]]*\]|[\u2e80-\U0003ffff]+")
_LABEL = re.compile(r"\bCL:.*")


class DamagedError(Exception):
    """The index does not hold what was written into it."""


def opened(folder: Path) -> sqlite3.Connection:
    """The index in a folder, made first where none fits; where none can be kept, one in memory.

    Any number of threads and processes may ask at once: one makes it, the others wait for that one.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    path, stamp = folder / FILE_NAME, _stamp()
    index = _fitting(path, stamp)
    if index is not None:
        return index
    # Where there is no room, or the folder cannot be written, it is made in memory.
    with contextlib.suppress(OSError, sqlite3.OperationalError), _locked(folder):
        index = _fitting(path, stamp)  # another process may have made it meanwhile
        if index is None:
            _make(path, stamp)
            index = _fitting(path, stamp)
    return index if index is not None else _in_memory(stamp)


def fits(folder: Path) -> bool:
    """Whether the index is there, so that opening takes no time.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    index = _fitting(folder / FILE_NAME, _stamp())
    if index is not None:
        index.close()
    return index is not None


def remove(folder: Path) -> None:
    """Take a damaged index away; the next opening makes another."""
    with contextlib.suppress(OSError), _locked(folder):
        (folder / FILE_NAME).unlink(missing_ok=True)


def words_in(gloss: str) -> list[str]:
    """The English words of a gloss or a query in lower case, without references to headwords and pinyin."""
    return _WORD.findall(_REFERENCE.sub(" ", _LABEL.sub(" ", gloss)).lower())


def checksum(body: str) -> int:
    """What tells that an entry is as it was written."""
    return zlib.crc32(body.encode())


def numbers(blob: object) -> array[int]:
    """The numbers of entries that a row of `headword` or `word` holds.

    Raises:
        DamagedError: it does not hold such.
    """
    found = array("I")
    if not isinstance(blob, bytes) or len(blob) % found.itemsize:
        raise DamagedError
    found.frombytes(blob)
    return found


def _stamp() -> str:
    """What the index was made from and by; an index with another stamp is made again."""
    file = dictionary_path().stat()
    return f"{DICTIONARY_VERSION} {FOLD_VERSION} {array('I').itemsize} {file.st_size} {file.st_mtime_ns}"


def _fitting(path: Path, stamp: str) -> sqlite3.Connection | None:
    """The index at `path` if it is there, whole as far as that shows at once, and of this stamp."""
    if not path.is_file():
        return None
    # A file that is only ever replaced never changes under a reader: no locks, also in a read-only folder.
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    index = sqlite3.connect(uri, uri=True, check_same_thread=False)
    try:
        parts = dict(index.execute("SELECT name, value FROM part").fetchall())
    except sqlite3.DatabaseError:  # no index, or one that is damaged
        parts = {}
    if parts.get("stamp") == stamp and parts.get("size") == path.stat().st_size:
        return index
    index.close()
    return None


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / _LOCK):
        yield


def _make(path: Path, stamp: str) -> None:
    """Make the index beside its place and move it there: another process sees the old one or the new."""
    made = path.with_name(f".{path.name}.new")
    made.unlink(missing_ok=True)  # left by a process that was killed; the lock keeps others out
    try:
        with contextlib.closing(sqlite3.connect(made)) as index:
            _fill(index, stamp)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _in_memory(stamp: str) -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(index, stamp)
    return index


def _fill(index: sqlite3.Connection, stamp: str) -> None:
    from workbench.lexicon.cedict import entries

    known = list(entries(dictionary_path()))
    index.executescript(_SCHEMA)
    bodies = (SEPARATOR.join((one.simplified, one.traditional, one.pinyin, *one.glosses)) for one in known)
    rows = ((number, body, checksum(body)) for number, body in enumerate(bodies))
    index.executemany("INSERT INTO entry VALUES (?, ?, ?)", rows)
    index.executemany("INSERT INTO headword VALUES (?, ?)", _lists(_headwords(known)))
    index.executemany("INSERT INTO word VALUES (?, ?)", _lists(_words(known)))
    longest = max((len(one.simplified) for one in known), default=1)
    index.executemany("INSERT INTO part VALUES (?, ?)", [("stamp", stamp), ("longest", longest), ("size", 0)])
    index.commit()
    pages = int(index.execute("PRAGMA page_count").fetchone()[0])
    index.execute("UPDATE part SET value = ? WHERE name = 'size'", (pages * _PAGE,))
    index.commit()


def _headwords(known: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    for number, entry in enumerate(known):
        for key in {fold(entry.simplified, case=True), fold(entry.traditional, case=True)}:
            yield key, number


def _words(known: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    for number, entry in enumerate(known):
        for word in {word for gloss in entry.glosses for word in words_in(gloss)}:
            yield word, number


def _lists(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, bytes]]:
    """Key by key the numbers that go with it, as bytes."""
    found: dict[str, array[int]] = {}
    for key, number in pairs:
        if key not in found:
            found[key] = array("I")
        found[key].append(number)
    return [(key, found[key].tobytes()) for key in sorted(found)]
