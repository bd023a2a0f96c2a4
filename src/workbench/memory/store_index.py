"""memory: Finder, the index of a memory kept in step with its file.

The file is the truth. The finder knows up to which id the index holds every unit; newer ones are replayed
into it when they are few, and when they are many the index grows in a thread while they are answered from the
file, slower and just as right. A damaged index, one of another life of the file, or none is the same case: an
index that holds nothing yet.
"""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.memory.freed import give_back_memory
from workbench.memory.index import Index, IndexDamagedError
from workbench.memory.scoring import best_of
from workbench.memory.store import Store
from workbench.memory.store_reading import Reader

Batch = tuple[Sequence[int], Sequence[str]]
"""Ids, rising, and folded sources."""

REPLAYED = 5_000
"""As many units are taken into the index while a look-up waits: some tenths of a second."""
_READ = 10_000
_NO_END = 1 << 62
_CHECKED_WHOLE = 1 << 29
"""Bytes of an index that is read whole to check it, in the background."""
_PATIENCE = 5.0  # seconds
_TRIMMED = 100_000
"""After so many units freed memory is given back: a segment of the index takes much, and not for long."""
FLUSHED = 20_000
"""With so many units in memory alone the index is written in the background."""


class Finder:
    """Which units of a memory may be like a text; one thread at a time may ask.

    Attributes:
        reader: its own connection to the file.
        folder: where the index lies.
        fault: why the index cannot be written, as a sentence; empty where it can. All is found nevertheless.
    """

    def __init__(self, store: Store, folder: Path, stamp: str) -> None:
        self.folder = folder
        self.fault = ""
        self.reader = store.reader()
        self._store = store
        self._version = -1
        self._stop = threading.Event()
        self._work: threading.Thread | None = None
        self._growing = threading.Lock()
        self._checking: threading.Thread | None = None
        self._index = Index.open(folder, stamp)
        if self._index.newest > self.reader.last_id():
            # The file is an older copy put back: other units have, or will have, the ids that are indexed.
            self._clear()

    def close(self, *, flush_from: int) -> None:
        """End what goes on in the background, and let the files go.

        Args:
            flush_from: write the index where so many units are in memory alone.
        """
        self._stop.set()
        if self._work is not None:
            self._work.join(_PATIENCE)  # it may be waiting for another process: nothing depends on it
        if self._checking is not None:
            self._checking.join(_PATIENCE)
        if self._index.waiting >= flush_from and not self._growing.locked():
            self._try(self._index.flush)
        self.reader.close()
        self._index.close()

    # ---- asking

    def candidates(self, folded: str, least: int) -> list[int]:
        """Ids of all units that are `least` per cent like a folded text, and of others; of gone ones too.

        Args:
            folded: the text looked up.
            least: similarity in per cent, at least 1.
        """
        covered = self._caught_up()
        if self._checking is None:
            self._check_ahead()
        try:
            found: list[int] = self._index.candidates(folded, max(1, least) / 100).tolist()
        except IndexDamagedError:
            covered, found = self._clear(), []
        return sorted({*found, *self._scanned(folded, least, covered)})

    def containing(self, folded: str) -> list[int]:
        """Ids of all units whose folded source may contain a text, newest first; of gone ones too."""
        covered = self._caught_up()
        try:
            found = set(self._index.containing(folded).tolist())
        except IndexDamagedError:
            covered, found = self._clear(), set()
        for batch in self._batches(self.reader, covered):
            found.update(unit_id for unit_id, text in zip(*batch, strict=True) if folded in text)
        return sorted(found, reverse=True)

    def _scanned(self, folded: str, least: int, after: int) -> list[int]:
        """Ids above `after` of the units that are so like a text, by reading all of them."""
        found: list[int] = []
        for ids, texts in self._batches(self.reader, after):
            found += [ids[at] for at, _ in best_of(folded, texts, least)]
        return found

    def _batches(self, reader: Reader, after: int, until: int = _NO_END) -> Iterator[Batch]:
        """What the file has above one id and below another."""
        query = "SELECT id, source, source_fold FROM units WHERE id > ? AND id < ? ORDER BY id"
        rows = reader.connection.execute(query, (after, until))
        while batch := reader.with_folds(rows.fetchmany(_READ)):
            yield [unit_id for unit_id, _ in batch], [folded for _, folded in batch]

    # ---- keeping in step

    def _caught_up(self) -> int:
        """Take in what the file has and the index lacks; the id up to which the index then holds all."""
        version = self.reader.data_version()
        if self._growing.locked():
            self._index.reload()
            return self._index.last
        if version != self._version:
            newest = self.reader.newest_id()
            if newest > self._index.newest:
                self._index.reload()
            if newest - self._index.newest > REPLAYED:
                if self.fault:
                    return self._index.newest
                self._begin(self._build)
                return self._index.last
            for ids, texts in self._batches(self.reader, self._index.newest):
                for unit_id, folded in zip(ids, texts, strict=True):
                    self._index.add(unit_id, folded)
            self._version = version
        if self._index.waiting > FLUSHED and not self.fault:
            self._begin(self._index.flush)
            return self._index.last
        return self._index.newest

    def _clear(self) -> int:
        """Throw away an index that is of no use; the id up to which the new one holds all."""
        self._version = -1
        try:
            self._index.clear()
        except OSError as error:
            self._note(error)
            self._index = Index.open(self.folder, "none")  # what cannot be taken away is not used
        return self._index.newest

    def _note(self, error: OSError) -> None:
        self.fault = (
            f"The index in {self.folder} cannot be written ({error.strerror or error}); free the disk:"
            " until then look-ups are slower."
        )

    # ---- growing

    def _check_ahead(self) -> None:
        """Check the index in a thread from the first look-up on, unless it is too large to be read whole."""
        stopped = self._stop.is_set if self._index.size <= _CHECKED_WHOLE else lambda: True
        self._checking = threading.Thread(
            target=self._index.check_ahead, args=(stopped,), name="memory index check", daemon=True
        )
        self._checking.start()

    def renew(self) -> None:
        """Make the index anew, without what was deleted."""
        with self._growing:
            self._try(self._index.clear)
            self._try(self._build)

    def take_in(self) -> None:
        """Bring all that the file has into the index, on disk."""
        with self._growing:
            self._try(self._build)

    def fed(self, batches: Iterator[Batch]) -> None:
        """Take in units while they are written to the file; every batch is taken from `batches` in any case.

        Args:
            batches: of units that are in the file when they are handed over, in the order of ids; what others
                write in between is read from the file.
        """
        first = list(_up_to(batches, REPLAYED))
        if sum(len(ids) for ids, _ in first) < REPLAYED:
            return  # that was all, and the next look-up replays it
        with self._growing:
            together = itertools.chain(first, batches)
            with contextlib.closing(self._store.reader()) as reader:
                self._try(lambda: self._index.build(_trimmed(self._together(reader, together))))
            for _ in together:
                continue

    def _begin(self, work: Callable[[], object]) -> None:
        """Do something in a thread, unless something is being done."""
        if self._growing.acquire(blocking=False):
            self._work = threading.Thread(target=self._grow, args=(work,), name="memory index", daemon=True)
            self._work.start()

    def _grow(self, work: Callable[[], object]) -> None:
        try:
            self._try(work)
        finally:
            self._growing.release()

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
            self.fault = ""
        except IndexDamagedError:
            self._clear()
        except OSError as error:
            self._note(error)
        finally:
            self._version = -1

    def _build(self) -> None:
        with contextlib.closing(self._store.reader()) as reader:
            self._index.build(_trimmed(self._together(reader, iter(()))))

    def _together(self, reader: Reader, batches: Iterator[Batch]) -> Iterator[Batch]:
        """`batches`, and before each what the file has that neither they nor the index hold."""
        last = self._index.newest
        for ids, texts in batches:
            if ids[0] > last + 1:
                yield from self._between(reader, last, ids[0])
            yield ids, texts
            last = ids[-1]
        if not self._stop.is_set():
            yield from self._between(reader, last, _NO_END)

    def _between(self, reader: Reader, after: int, until: int) -> Iterator[Batch]:
        for ids, texts in self._batches(reader, after, until):
            if self._stop.is_set():
                return
            yield ids, texts


def _trimmed(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same batches, and now and then freed memory is given back."""
    taken = 0
    for batch in batches:
        yield batch
        taken += len(batch[0])
        if taken >= _TRIMMED:
            taken = 0
            give_back_memory()
    give_back_memory()


def _up_to(batches: Iterator[Batch], units: int) -> Iterator[Batch]:
    """So many batches that they hold `units` units, or all there are."""
    taken = 0
    while taken < units and (batch := next(batches, None)) is not None:
        taken += len(batch[0])
        yield batch
