"""project: files are written beside their place and moved into it: a crash leaves the old or the new."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from workbench.model.faults import WorkbenchError


def write_atomically(path: Path, parts: str | bytes | Iterable[str | bytes]) -> None:
    """Write a whole file or nothing.

    Args:
        path: where it goes; its folder must exist.
        parts: bytes, or text that is written as UTF-8 with \\n line ends; one of either, or several.

    Raises:
        WorkbenchError: the folder is missing or unwritable, or the disk is full; `path` is as it was.
    """
    move_into(written_beside(path, parts), path)


def written_beside(path: Path, parts: str | bytes | Iterable[str | bytes]) -> Path:
    """Write a file beside its place, under a hidden name, and give that; see `move_into`.

    Nothing is left where that fails, or where `parts` raises something.

    Raises:
        WorkbenchError: the folder is missing or unwritable, or the disk is full.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise WorkbenchError(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            for part in [parts] if isinstance(parts, str | bytes) else parts:
                file.write(part if isinstance(part, bytes) else part.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise WorkbenchError(_sentence(path, error)) from error
        if isinstance(error, UnicodeEncodeError):
            raise WorkbenchError(_half_said(path, error)) from error
        raise
    return Path(name)


def move_into(scratch: Path, path: Path) -> None:
    """Put what was written beside a place into it. Raises WorkbenchError; `path` is as it was then."""
    try:
        os.chmod(scratch, _mode(path))
        os.replace(scratch, path)
    except OSError as error:
        raise WorkbenchError(_sentence(path, error)) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(scratch)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what a plain open would have given."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sentence(path: Path, error: OSError) -> str:
    return f"{path} could not be written ({error.strerror or error}); free the disk or choose another place."


def _half_said(path: Path, error: UnicodeEncodeError) -> str:
    return (
        f"{path} could not be written: half a character (U+{ord(error.object[error.start]):04X}) stands"
        " in the text; take it out."
    )
