"""project: a private copy of a project folder that cannot be written."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.lock import LOCK_NAME
from workbench.project.schema import FILE_NAME as DB_NAME


def writable(folder: Path) -> tuple[Path, list[str]]:
    """The folder itself, or a private copy of one that cannot be written, and what to say.

    Raises:
        WorkbenchError: there is no room for a copy either.
    """
    try:
        with tempfile.TemporaryFile(dir=folder):
            return folder, []
    except PermissionError:
        pass
    except OSError as error:
        if error.errno != errno.EROFS:
            return folder, []  # a full disk: what is there can be read, and writing says what is wrong
    from platformdirs import user_data_path

    base = user_data_path("workbench", appauthor=False) / "copies"
    copy = base / f"{folder.resolve().name}-{time.strftime('%Y%m%dT%H%M%S')}"
    while copy.exists():
        copy = copy.with_name(f"{copy.name}x")
    try:
        base.mkdir(parents=True, exist_ok=True)
        _copy(folder, copy)
    except OSError as error:
        shutil.rmtree(copy, ignore_errors=True)
        raise WorkbenchError(
            f"{folder} cannot be written, and {copy} cannot be made ({error.strerror or error})."
        ) from error
    return copy, [f"{folder} cannot be written: you work in a private copy at {copy}."]


def _copy(folder: Path, copy: Path) -> None:
    """Everything but links, which may lead anywhere, and the lock; all of it writable."""

    def left_out(where: str, names: Iterable[str]) -> set[str]:
        here = Path(where)
        own = {LOCK_NAME, DB_NAME, f"{DB_NAME}-wal", f"{DB_NAME}-shm"} if here == folder else set()
        return {name for name in names if name in own or (here / name).is_symlink()}

    shutil.copytree(folder, copy, ignore=left_out, copy_function=shutil.copyfile)
    for where, _, _ in os.walk(copy):
        Path(where).chmod(0o700)
    if (folder / DB_NAME).is_file():
        _copy_database(folder, copy)


def _copy_database(folder: Path, copy: Path) -> None:
    """As SQLite sees it, since its owner may be writing; else the files, when nobody has it open."""
    source = sqlite3.connect((folder / DB_NAME).resolve().as_uri() + "?mode=ro", uri=True)
    target = sqlite3.connect(copy / DB_NAME)
    try:
        with contextlib.closing(source), contextlib.closing(target):
            source.backup(target)
    except sqlite3.Error:
        for name in (DB_NAME, f"{DB_NAME}-wal"):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, copy / name)
