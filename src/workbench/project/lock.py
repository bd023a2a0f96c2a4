"""project: one editor writes at a time: an OS lock that dies with its process, and taking it over."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

from workbench.model.faults import WorkbenchError
from workbench.project.config import TMX_NAME
from workbench.project.schema import FILE_NAME as DB_NAME

LOCK_NAME = "project.lock"
WISH_NAME = "take-over.wish"


class ProjectLock:
    """The right to write a project, held while this object is open."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._wish = folder / WISH_NAME
        self._file: IO[bytes] | None = None

    @property
    def held(self) -> bool:
        """Whether this process may write."""
        return self._file is not None

    def acquire(self) -> bool:
        """Try to become the one that writes; False where another process is.

        Raises:
            WorkbenchError: the lock cannot be had here at all.
        """
        if self._file is not None:
            return True
        try:
            file = self._path.open("a+b", buffering=0)
            if not _lock(file):
                file.close()
                return False
        except OSError as error:
            raise WorkbenchError(
                f"{self._path} cannot be locked ({error.strerror}); mend its permissions or remove it."
            ) from error
        self._file = file
        with contextlib.suppress(OSError):  # the number is for people; on a full disk there is none
            file.truncate(0)
            file.write(f"{os.getpid()}\n".encode())
        self._wish.unlink(missing_ok=True)
        return True

    def release(self) -> None:
        """Let another process write."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def wish(self) -> None:
        """Ask the process that writes to save and step back. Raises OSError."""
        self._wish.write_text(f"{os.getpid()}\n", "utf-8")

    def wished(self) -> bool:
        """Whether another process has asked for the right to write."""
        return self.held and self._wish.exists()


def _lock(file: IO[bytes]) -> bool:
    """Lock without waiting; False where it is taken."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def clear_leftovers(folder: Path) -> None:
    """Remove what a killed process left half-written. Only the process that holds the lock may do it."""
    for pattern in (f".{DB_NAME}.*", f".{TMX_NAME}.*", "backups/.project-*"):
        for leftover in folder.glob(pattern):
            leftover.unlink(missing_ok=True)
