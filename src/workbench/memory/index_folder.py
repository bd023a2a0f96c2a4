"""memory: IndexFolder, the files of an index: written under a lock, listed, and taken away again."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbench.memory.building import write_segment
from workbench.memory.index_file import IndexDamagedError
from workbench.memory.index_listing import (
    LOCK,
    SUFFIX,
    Listing,
    read_listing,
    signature,
    sweep,
    write_listing,
)
from workbench.memory.merging import merge
from workbench.memory.segment import Segment

_VERSION = 2
"""Of the form of the files: another one makes older indexes start empty."""
_TRIES = 5
"""How often a listing is read again whose files another process has just replaced."""


class IndexFolder:
    """The folder of one index.

    Attributes:
        path: of the folder.
    """

    def __init__(self, path: Path, stamp: str) -> None:
        self.path = path
        self._stamp = f"{stamp} index-{_VERSION}"
        self._seen = signature(path)

    @contextmanager
    def locked(self, *, wait: bool) -> Iterator[bool]:
        """Hold the folder's lock, so that no other process or thread writes; whether it is held.

        Args:
            wait: for whoever holds it now.
        """
        from filelock import FileLock, Timeout

        self.path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path / LOCK)
        try:
            lock.acquire(blocking=wait)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def changed(self) -> bool:
        """Whether the listing is another one than was read or written last."""
        return signature(self.path) != self._seen

    def read(self, known: Sequence[Segment] = ()) -> tuple[tuple[Segment, ...], int]:
        """The segments that are listed and the highest unit id they cover; none and 0 where one is not whole.

        Args:
            known: segments that are open already.
        """
        opened = {segment.path.name: segment for segment in known}
        for _ in range(_TRIES):
            self._seen = signature(self.path)
            listing = read_listing(self.path, self._stamp)
            try:
                segments = [opened.get(name) or Segment(self.path / name) for name in listing.names]
                return tuple(segments), listing.last
            except IndexDamagedError:
                break
            except OSError:
                continue  # taken away since the listing was read, which names others now
        return (), 0

    def write(self, ids: Sequence[int], folded: Sequence[str]) -> Segment:
        """A new segment, not yet listed."""
        path = self._new_path()
        write_segment(path, ids, folded)
        return Segment(path)

    def merge(self, segments: Sequence[Segment]) -> Segment:
        """A new segment with the units of several, not yet listed."""
        path = self._new_path()
        merge(path, segments)
        return Segment(path)

    def put(self, segments: Sequence[Segment], last: int) -> None:
        """List these segments and no others, and take other files away. The lock must be held."""
        listing = Listing(self._stamp, last, tuple(segment.path.name for segment in segments))
        write_listing(self.path, listing)
        self._seen = signature(self.path)
        sweep(self.path, listing)

    def _new_path(self) -> Path:
        return self.path / f"{secrets.token_hex(8)}{SUFFIX}"
