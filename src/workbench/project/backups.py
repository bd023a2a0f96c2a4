"""project: the ten last saves, which are also what a merge compares with."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

KEPT = 10
_PART = 1 << 20


def keep(folder: Path, data: bytes | Iterable[bytes], digest: str) -> None:
    """Keep a save as the newest backup; of the others the nine newest stay.

    Args:
        data: the save, whole or in parts; it is not read where there is such a backup already.
        digest: its SHA-256.

    Raises:
        WorkbenchError: the disk is full or backups/ cannot be written.
    """
    backups = folder / "backups"
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + f"-{time.time_ns() % 10**9 // 10**6:03d}"
    path = backups / f"project-{stamp}-{digest[:12]}.tmx"
    try:
        backups.mkdir(exist_ok=True)
        same = next(backups.glob(f"project-*-{digest[:12]}.tmx"), None)
        if same is None or digest_of(same) != digest:
            write_atomically(path, data)
        else:
            same.rename(path)
        others = sorted(each for each in backups.glob("project-*.tmx") if each != path)
        for old in others[: 1 - KEPT]:
            old.unlink()
    except OSError as error:
        raise WorkbenchError(
            f"{backups} cannot be written ({error.strerror}); mend its permissions."
        ) from error


def find(folder: Path, digest: str) -> Path | None:
    """The backup with this content; None where there is none."""
    named = f"-{digest[:12]}.tmx"
    saves = (folder / "backups").glob("project-*.tmx")
    for path in sorted(saves, key=lambda each: (each.name.endswith(named), each.name), reverse=True):
        if digest and digest_of(path) == digest:
            return path
    return None


def parts_of(path: Path) -> Iterator[bytes]:
    """A file in parts, so that a long one is never held whole. Raises OSError."""
    with path.open("rb") as file:
        while part := file.read(_PART):
            yield part


def digest_of(path: Path) -> str:
    """SHA-256 of a file. Raises OSError."""
    found = hashlib.sha256()
    for part in parts_of(path):
        found.update(part)
    return found.hexdigest()
