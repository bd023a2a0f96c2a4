"""memory: the listing of an index: which files it consists of, and up to which unit they go."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

NAME = "listing.json"
SUFFIX = ".segment"
LOCK = "lock"

Signature = tuple[int, int, int]
"""What changes when a listing is replaced: its time, size and number on the disk."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an index consists of.

    Attributes:
        stamp: what it was made from and how; an index with another stamp is not this one.
        last: the highest unit id its files cover.
        names: of its files.
    """

    stamp: str
    last: int = 0
    names: tuple[str, ...] = ()


def read_listing(folder: Path, stamp: str) -> Listing:
    """The listing in a folder; an empty one where there is none, a damaged one or one with another stamp."""
    try:
        found = json.loads((folder / NAME).read_bytes())
        body = found["body"]
        if found["check"] == zlib.crc32(body.encode()):
            facts = json.loads(body)
            if facts["stamp"] == stamp:
                return Listing(stamp, facts["last"], tuple(facts["names"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass  # an index can always be made again: what cannot be read is as good as none
    return Listing(stamp)


def write_listing(folder: Path, listing: Listing) -> None:
    """Put a listing in the place of the one before, in one step."""
    body = json.dumps({"stamp": listing.stamp, "last": listing.last, "names": listing.names})
    draft = folder / f"{NAME}.new"
    draft.write_text(json.dumps({"body": body, "check": zlib.crc32(body.encode())}), encoding="utf-8")
    draft.replace(folder / NAME)


def signature(folder: Path) -> Signature | None:
    """What tells whether the listing was replaced; None where there is none."""
    try:
        found = (folder / NAME).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def sweep(folder: Path, listing: Listing) -> None:
    """Remove the files that no listing names. Only who holds the lock may: others may be writing one."""
    for path in folder.glob(f"*{SUFFIX}"):
        if path.name not in listing.names:
            try:
                path.unlink(missing_ok=True)
            except PermissionError:
                continue  # another process has it mapped, where that forbids removal: the next sweep takes it
