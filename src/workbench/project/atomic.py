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
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise WorkbenchError(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            if isinstance(parts, bytes):
                file.write(parts)
            else:
                for part in [parts] if isinstance(parts, str) else parts:
                    file.write(part if isinstance(part, bytes) else part.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except OSError as error:
        raise WorkbenchError(_sentence(path, error)) from error
    except UnicodeEncodeError as error:
        raise WorkbenchError(
            f"{path} could not be written: half a character (U+{ord(error.object[error.start]):04X}) stands"
            " in the text; take it out."
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


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
