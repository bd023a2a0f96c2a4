"""lexicon: the dictionary with a person's terms, kept in the user's cache: made once for the same terms."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from workbench.lexicon.index import cache_folder, index_stamp
from workbench.lexicon.lexicon import Lexicon
from workbench.lexicon.packed import PackDamagedError, mapped, packed

PACK_VERSION: Final = 1
"""To be raised with every change of what the file holds."""
_PREFIX: Final = "lexicon-"
_SUFFIX: Final = ".packed"
_MOST: Final = 4  # files that stay: one for each set of terms, those used last


def stamp_of(terms: Iterable[tuple[str, Sequence[str]]]) -> str:
    """What tells a lexicon with these terms from any other one: of the dictionary, the program and the terms.

    Raises:
        WorkbenchError: the dictionary is not installed.
    """
    stamp = blake2b(f"{PACK_VERSION} {index_stamp()}".encode(), digest_size=16)
    for chinese, renderings in terms:
        stamp.update("\0".join(("\n", chinese, *renderings)).encode("utf-8", "surrogatepass"))
    return stamp.hexdigest()


def kept_path(stamp: str, folder: Path | None = None) -> Path:
    """Where the lexicon of a stamp is kept; None for the user's cache."""
    return cache_folder(folder) / f"{_PREFIX}{stamp}{_SUFFIX}"


def kept_lexicon(stamp: str, folder: Path | None = None) -> Lexicon | None:
    """The lexicon of a stamp, mapped; None where it is still to be made."""
    path = kept_path(stamp, folder)
    try:
        found = mapped(path)
    except PackDamagedError:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # those used last stay
    return found


def keep_lexicon(lexicon: Lexicon, stamp: str, folder: Path | None = None) -> None:
    """Write a lexicon beside its place and move it there; lexicons of other terms go as new ones come.

    Raises:
        OSError: there is no room, or the cache cannot be written.
    """
    path = kept_path(stamp, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{_PREFIX}", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(packed(lexicon))
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
    keep_newest(path.parent, f"{_PREFIX}*{_SUFFIX}", _MOST)


def keep_newest(folder: Path, pattern: str, most: int) -> None:
    """Remove the files of a pattern in a folder but so many: those touched last."""

    def touched(path: Path) -> float:
        with contextlib.suppress(OSError):
            return path.stat().st_mtime
        return 0.0

    for left in sorted(folder.glob(pattern), key=touched, reverse=True)[most:]:
        with contextlib.suppress(OSError):  # in use where the system keeps what is mapped
            left.unlink(missing_ok=True)
