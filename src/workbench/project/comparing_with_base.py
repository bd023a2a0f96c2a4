"""project: which of our own saves another file came from, so that it is known who has changed what.

The save that shares most pairs of source and English with the file is the one: each side has changed some
rows of it. Of saves that share as many the oldest is taken, for a newer one may hold changes of ours that the
file never had, and these must not count as theirs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from workbench.project.saved_units import units_of

_SEG = re.compile(rb"<seg[^>]*>(.*?)</seg>", re.S)
_STAMP = re.compile(r"project-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-")


def base_of(folder: Path, path: Path, look: Callable[[str], None], *, own: bool) -> Path | None:
    """The backup of a project that a file came from; None where it shares too little with any of them.

    Args:
        folder: of the project.
        look: told what is looked at, in a few words; may raise to stop.
        own: the file was saved from this very project: then it came from one of them for certain.

    Raises:
        WorkbenchError: a file cannot be read.
    """
    theirs = _pairs(path)
    best: tuple[int, Path] | None = None
    saves = sorted((folder / "backups").glob("project-*.tmx"))
    for number, save in enumerate(saves, 1):
        look(f"save {number} of {len(saves)}")
        shared = len(theirs & _pairs(save))
        enough = shared and (own or 2 * shared >= len(theirs))
        if enough and (best is None or shared > best[0]):
            best = shared, save
    if best is None:
        return saves[-1] if own and saves else None
    return best[1]


def save_said(save: Path) -> str:
    """When a backup was made, as UTC ISO 8601, by its name; empty where it does not say."""
    found = _STAMP.match(save.name)
    return "" if found is None else "{}-{}-{}T{}:{}:{}Z".format(*found.groups())


def _pairs(path: Path) -> set[bytes]:
    """A digest of the texts of each unit."""
    return {_digest(unit) for unit in units_of(path)}


def _digest(unit: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join(_SEG.findall(unit)), digest_size=8).digest()
