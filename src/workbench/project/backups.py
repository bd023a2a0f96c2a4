"""project: the ten last saves, which are also what a merge compares with."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

KEPT = 10


def keep(folder: Path, data: bytes, digest: str) -> None:
    """Keep a save as the newest backup; of the others the nine newest stay.

    Raises:
        WorkbenchError: the disk is full or backups/ cannot be written.
    """
    backups = folder / "backups"
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + f"-{time.time_ns() % 10**9 // 10**6:03d}"
    path = backups / f"project-{stamp}-{digest[:12]}.tmx"
    try:
        backups.mkdir(exist_ok=True)
        same = next(backups.glob(f"project-*-{digest[:12]}.tmx"), None)
        if same is None or hashlib.sha256(same.read_bytes()).hexdigest() != digest:
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
    for path in sorted((folder / "backups").glob("project-*.tmx"), reverse=True):
        if digest and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    return None
