"""project: which of our own saves another file came from, so that it is known who has changed what.

The save that shares most pairs of source and English with the file is the one: each side has changed some
rows of it. Of saves that share as many the oldest is taken, for a newer one may hold changes of ours that the
file never had, and these must not count as theirs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Set
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

_SEG = re.compile(rb"<seg[^>]*>(.*?)</seg>", re.S)
_ID = re.compile(rb'tuid="(\d{1,16})"')
_PART = 1 << 22
_END = b"</tu>"
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


def part_of(save: Path, rows: Set[int], output: Path) -> None:
    """Write those units of a save that are some rows, as a TMX of their own: the whole takes long to read.

    Only for files that Workbench wrote: it writes the id first, and `</tu>` nowhere but behind a unit.

    Raises:
        WorkbenchError: the save cannot be read, or the disk is full.
    """
    kept: list[bytes] = []
    for number, unit in enumerate(_units(save)):
        head, mark, body = unit.rpartition(b"<tu ")
        if number == 0:
            kept.append(head)
        found = _ID.search(body)
        if found is not None and int(found[1]) in rows:
            kept.append(mark + body + _END)
    kept.append(b"</body></tmx>")
    write_atomically(output, b"".join(kept))


def _pairs(path: Path) -> set[bytes]:
    """A digest of the texts of each unit."""
    return {_digest(unit) for unit in _units(path)}


def _digest(unit: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join(_SEG.findall(unit)), digest_size=8).digest()


def _units(path: Path) -> Iterator[bytes]:
    """The file, cut behind each unit; the whole is never held."""
    rest = b""
    try:
        with path.open("rb") as file:
            while part := file.read(_PART):
                *units, rest = (rest + part).split(_END)
                yield from units
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be read ({error.strerror}).") from error
