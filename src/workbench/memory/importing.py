"""memory: many units at once: in batches, each a transaction, with rules for what is there already."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from threading import RLock

from workbench.memory.store import Store
from workbench.memory.store_duplicates import Added, Arrivals, Duplicates
from workbench.memory.store_keys import keys_of_all
from workbench.memory.store_rows import cleaned
from workbench.model.memory_units import MemoryUnit

BATCH = 10_000
"""Units in a transaction; in that of a large memory up to `_MOST` times as many."""
_MOST = 4
Batch = tuple[list[int], list[str]]


class Import:
    """An import under way.

    Attributes:
        counts: what became of the units so far; what it counts is in the file.
    """

    def __init__(self, store: Store, lock: RLock, rule: Duplicates) -> None:
        self.counts = Added()
        self._store = store
        self._lock = lock
        self._rule = rule

    def batches(self, units: Iterable[MemoryUnit], progress: Callable[[int], None] | None) -> Iterator[Batch]:
        """Write units to the file; ids and folded sources of those that are new there, batch by batch.

        Args:
            units: taken as they are needed.
            progress: told how many units were taken; they survive from then on that the process is killed.

        Raises:
            WorkbenchError: the file cannot be written; what was told to `progress` is there.
        """
        source = iter(units)
        taken = 0
        while batch := list(itertools.islice(source, self._size())):
            written = self._written(batch)
            taken += len(batch)
            del batch  # the next one is read without it
            if progress is not None:
                progress(taken)
            if written[0]:
                yield written
        self._store.shrink()

    def _size(self) -> int:
        """Units in the next transaction.

        Hashes go all over an index: the larger it is, the more of its pages every transaction writes.
        """
        return min(_MOST * BATCH, max(BATCH, self._store.newest_id() // 10))

    def _written(self, batch: list[MemoryUnit]) -> Batch:
        if not _is_storable(batch):
            batch = [cleaned(unit) for unit in batch]
        try:
            return self._put(batch)
        except UnicodeEncodeError:  # in a note, a name or a property
            return self._put([cleaned(unit) for unit in batch])

    def _put(self, batch: list[MemoryUnit]) -> Batch:
        keys = keys_of_all([unit.source.text for unit in batch])
        with self._lock, self._store.transaction(durable=False):
            arrivals = Arrivals(self._store, self._rule, batch, keys)
            written = arrivals.write()
        self.counts += arrivals.counts
        return written


def _is_storable(batch: list[MemoryUnit]) -> bool:
    """Whether the texts hold neither half a surrogate pair nor a NUL."""
    joined = "\0".join([text for unit in batch for text in (unit.source.text, unit.target.text)])
    try:
        joined.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return joined.count("\0") == 2 * len(batch) - 1
