"""memory: Index, which units may be like a text or contain it: a superset, in less than a millisecond.

It can be thrown away at any time: the memory itself holds the truth. It consists of segments, files that
never change, and of the units added since, which are in memory alone. A listing names the segments; it is
replaced in one step, and only while a lock is held, so several processes can use one index.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

import numpy as np

from workbench.memory.delta import Delta
from workbench.memory.grams import Likeness, Places
from workbench.memory.index_blocks import Block, blocks
from workbench.memory.index_file import IndexDamagedError
from workbench.memory.index_finding import containing
from workbench.memory.index_folder import IndexFolder
from workbench.memory.index_search import search
from workbench.memory.index_tiers import to_merge
from workbench.memory.segment import Segment

__all__ = ["Index", "IndexDamagedError"]


class Index:
    """The index of one memory; it may be used from several threads.

    Attributes:
        last: the highest unit id that the segments cover; 0 where there is none.
        newest: the highest id it knows, those in memory alone among them. Units above it have to be added
            again after `open`, `flush`, `reload` and `clear`.
    """

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._segments: tuple[Segment, ...] = ()
        self._delta = Delta()
        self.last = 0
        self.newest = 0

    @classmethod
    def open(cls, folder: Path, stamp: str) -> Self:
        """Open the index in a folder, which need not exist; what is missing or not whole is an empty index.

        Args:
            folder: of this index alone.
            stamp: names the memory and how its texts are folded; with another one an index counts as missing.
        """
        index = cls(IndexFolder(folder, stamp))
        index._take(*index._folder.read())
        return index

    @property
    def units(self) -> int:
        """How many units it holds, deleted ones among them."""
        with self._lock:
            return sum(segment.units for segment in self._segments) + len(self._delta)

    @property
    def waiting(self) -> int:
        """How many of them are in memory alone."""
        return len(self._delta)

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(segment.size for segment in self._segments)

    def add(self, unit_id: int, folded: str) -> None:
        """Note a unit; the very next look-up finds it.

        Args:
            unit_id: above all noted before.
            folded: its folded source.
        """
        with self._lock:
            self._delta.add(unit_id, folded)
            self.newest = max(self.newest, unit_id)

    def candidates(self, folded: str, threshold: float) -> Places:
        """Ids of the units that may be so much alike, each once, in no order; none that is, is missing.

        Args:
            folded: the folded text looked up.
            threshold: the least likeness, 1 - distance / longer length, above 0 and at most 1.

        Raises:
            IndexDamagedError: a file is not as it was written.
        """
        likeness = Likeness(folded)
        with self._lock:
            segments = self._segments
            waiting = self._delta.candidates(likeness, threshold)
        found = search(segments, likeness, threshold) if segments else []
        return _together(found, waiting)

    def containing(self, folded: str) -> Places:
        """Ids of the units whose folded source may contain a text, each once; none that does, is missing.

        Raises:
            IndexDamagedError: a file is not as it was written.
        """
        with self._lock:
            segments = self._segments
            waiting = self._delta.containing(folded)
        likeness = Likeness(folded)
        found = itertools.chain.from_iterable(containing(segment, likeness) for segment in segments)
        return _together(list(found), waiting)

    def check_ahead(self, stopped: Callable[[], bool]) -> None:
        """Check the blocks that no look-up has touched, in a thread that nothing waits for.

        A damaged one ends it; the look-up that comes upon it says so.
        """
        with self._lock:
            segments = self._segments
        with contextlib.suppress(IndexDamagedError):
            for segment in segments:
                segment.arrays.check_ahead(stopped)

    def flush(self) -> bool:
        """Write what is in memory alone to a segment, and merge segments where there are too many.

        Look-ups go on meanwhile.

        Returns:
            False where another process is writing: nothing was done, nothing is lost.

        Raises:
            IndexDamagedError: a file to be merged is not as it was written.
            OSError: the disk is full, or the folder cannot be written; nothing is lost.
        """
        with self._folder.locked(wait=False) as held:
            if held:
                self._reload()
                self._write_waiting()
                self._merge()
            return held

    def build(self, batches: Iterable[tuple[Sequence[int], Sequence[str]]]) -> None:
        """Add many units: segments are written while the next batches are taken, and merged at the end.

        Args:
            batches: ids of units, rising and above `newest`, and their folded sources. The memory must hold
                them for good before they are handed over: an id handed over is never asked for again.

        Raises:
            IndexDamagedError: a file to be merged is not as it was written.
            OSError: the disk is full, or the folder cannot be written; what was listed before is there.
        """
        with self._folder.locked(wait=True), ThreadPoolExecutor(1, "memory-index") as writer:
            self._reload()
            self._write_waiting()
            block: Block = [], []
            written: Future[Segment] | None = None
            for following in blocks(batches):
                if written:
                    self._adopt(written.result(), block[0])
                block = self._with_waiting(following)
                written = writer.submit(self._folder.write, *block)
            if written:
                self._adopt(written.result(), block[0])
            self._merge()

    def reload(self) -> bool:
        """Take over what another process has written; whether there was anything."""
        with self._lock:
            return self._reload()

    def clear(self) -> None:
        """Make it empty, to be built again; in the folder too, unless another process is writing there.

        Raises:
            OSError: the folder cannot be written; in memory it is empty nevertheless.
        """
        self.close()
        with self._folder.locked(wait=False) as held:
            if held:
                self._folder.put((), 0)

    def close(self) -> None:
        """Let the files go. What is in memory alone is forgotten."""
        with self._lock:
            self._segments, self._delta = (), Delta()
            self.last = self.newest = 0

    def _reload(self) -> bool:
        if not self._folder.changed():
            return False
        with self._lock:
            self._take(*self._folder.read(self._segments))
        return True

    def _take(self, segments: tuple[Segment, ...], last: int) -> None:
        """Use these segments instead of those there were."""
        self._segments = segments
        # Where the new ones cover less, there is a gap between them and what is in memory alone.
        self._delta = self._delta.without(lambda unit_id: unit_id <= last) if last >= self.last else Delta()
        self.last = last
        self.newest = max([last, *self._delta.ids])

    def _write_waiting(self) -> None:
        with self._lock:
            waiting = list(self._delta.ids), list(self._delta.texts)
        for block in blocks([waiting]):
            self._adopt(self._folder.write(*block), block[0])

    def _with_waiting(self, block: Block) -> Block:
        """A block, with those units that were added meanwhile and whose ids are no higher than its."""
        ids, texts = block
        with self._lock:
            known = set(ids)
            besides = [
                (unit_id, text)
                for unit_id, text in zip(self._delta.ids, self._delta.texts, strict=True)
                if unit_id <= ids[-1] and unit_id not in known
            ]
        return [*ids, *(unit_id for unit_id, _ in besides)], [*texts, *(text for _, text in besides)]

    def _adopt(self, segment: Segment, ids: Sequence[int]) -> None:
        """List a segment; its units are no longer in memory alone."""
        with self._lock:
            written = set(ids)
            self._delta = self._delta.without(written.__contains__)
            self._segments = (*self._segments, segment)
            # What still waits must be above `last`, or nobody would add it again after the next opening.
            self.last = max(self.last, min([max(ids), *(one - 1 for one in self._delta.ids)]))
            self.newest = max(self.newest, *ids)
            self._folder.put(self._segments, self.last)

    def _merge(self) -> None:
        if old := to_merge(self._segments):
            merged = self._folder.merge(old)
            with self._lock:
                self._segments = (*(one for one in self._segments if one not in old), merged)
                self._folder.put(self._segments, self.last)


def _together(found: Sequence[Places], waiting: Sequence[int]) -> Places:
    ids = np.concatenate([*found, np.array(waiting, np.int64)])
    return np.unique(ids) if len(ids) > 1 else ids
