"""memory: Memory, a translation memory: one file of units, and the index that finds what is like a text."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.memory.places import index_folder as users_index_folder
from workbench.memory.store import Store
from workbench.memory.store_duplicates import Added, Duplicates
from workbench.memory.store_figures import MemoryStatistics, counted
from workbench.memory.store_filter import ALL, UnitFilter
from workbench.memory.store_identity import identity
from workbench.memory.store_keys import keys_of
from workbench.memory.store_reading import reading
from workbench.memory.store_rows import cleaned
from workbench.memory.store_scan import scanned, with_english
from workbench.memory.store_upkeep import compacted, edited, remembered_rows
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.matches import Match, Query
from workbench.model.memory_units import MemoryUnit

if TYPE_CHECKING:
    from workbench.memory.penalties import PenaltyRules
    from workbench.memory.store_index import Finder

__all__ = ["ALL", "Added", "Duplicates", "Memory", "MemoryStatistics", "UnitFilter"]

_FLUSHED_AT_CLOSE = 2_000
"""So many units waiting in memory are written at closing: less is replayed sooner than written."""


class Memory:
    """A translation memory; it may be used from several threads, and its file by several processes.

    Attributes:
        name: what people call it.
        path: of its file.
        read_only: nothing is written.
        penalty: points this memory takes off each of its matches.
        rules: points that other things take off.
    """

    def __init__(self, store: Store, name: str, indexes: Path, rules: PenaltyRules | None) -> None:
        self.name = name
        self.path = store.path
        self.read_only = store.read_only
        self.penalty = 0
        self.rules = rules
        self._store = store
        self._writing = threading.RLock()
        self._looking = threading.RLock()
        self._identity = identity(store)
        self._index_folder = indexes / self._identity
        self._finder: Finder | None = None
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        index_folder: Path | None = None,
        name: str = "",
        rules: PenaltyRules | None = None,
    ) -> Memory:
        """Open a memory. Nothing heavy is loaded before the first look-up.

        Args:
            path: of its file.
            create: make the file, and its folder, where it is missing.
            read_only: write nothing, also where it could be written.
            index_folder: where indexes lie, each in a folder of its own; else in the user's cache.
            name: what people call it; else the file's name without its ending.
            rules: points for what makes a match less to be trusted; else the default ones.

        Raises:
            WorkbenchError: it is missing, no memory, damaged, or comes from a newer version.
        """
        store = Store(path, create=create, read_only=read_only)
        return cls(store, name or path.stem, index_folder or users_index_folder(), rules)

    def close(self) -> None:
        """Close it; the memory is of no use after it. What was added is on disk already."""
        with self._looking, self._writing:
            if self._finder is not None:
                self._finder.close(flush_from=_FLUSHED_AT_CLOSE)
                self._finder = None
            self._store.close()
            self._closed = True

    # ---- looking up

    def look_up(self, query: Query, *, least: int = 70, best: int = 5) -> list[Match]:
        """The units most like a source, best score first; of equal ones the reviewed, then the newest.

        Args:
            query: what is looked up.
            least: similarity in per cent, before penalties, that a match has at least.
            best: so many at most.

        Raises:
            WorkbenchError: the file cannot be read.
        """
        from workbench.memory.looking_up import Wanted, looked_up
        from workbench.memory.penalties import PenaltyRules

        today = datetime.now(UTC).date().isoformat()
        rules = self.rules or PenaltyRules()
        wanted = Wanted(query, max(1, least), best, self.name, self.penalty, today, rules)
        with self._looking, reading(self.path):
            return looked_up(self._found(), wanted)

    def units_containing(self, folded: str, limit: int) -> Iterator[MemoryUnit]:
        """Units whose folded source contains a folded text, newest first, at most so many."""
        from workbench.memory.looking_up import holding

        with self._looking, reading(self.path):
            found = holding(self._found(), folded, limit)
        yield from found

    def _found(self) -> Finder:
        """The finder; opened by whoever needs it first, since that loads numpy."""
        if self._closed:
            raise WorkbenchError(f"{self.path} is closed.")
        if self._finder is None:
            from workbench.memory.store_index import Finder

            self._finder = Finder(self._store, self._index_folder, self._identity)
        return self._finder

    @property
    def index_fault(self) -> str:
        """Why the index cannot be written and look-ups are slower, as a sentence; empty where it can."""
        return "" if self._finder is None else self._finder.fault

    # ---- reading

    def unit(self, unit_id: int) -> MemoryUnit:
        """The unit of this id.

        Raises:
            KeyError: there is none, or it was deleted.
            WorkbenchError: the file cannot be read.
        """
        with self._writing, reading(self.path):
            return self._store.unit(unit_id)

    def units(self, where: UnitFilter = ALL) -> Iterator[MemoryUnit]:
        """The units that a filter lets through, in the order of their ids, as they are at the first."""
        with reading(self.path), closing(self._store.reader()) as reader:
            yield from scanned(reader, where)

    def units_with_english(self, pieces: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
        """Units whose English contains all pieces, capitals of ASCII aside; newest first, at most so many."""
        with reading(self.path), closing(self._store.reader()) as reader:
            yield from with_english(reader, pieces, limit)

    def remembered(self, project: str) -> int:
        """The newest operation of a project that `remember` was told; 0 where there is none."""
        with self._writing, reading(self.path):
            return self._store.operation(project)

    def rows_of(self, project: str) -> frozenset[int]:
        """Ids of the rows of a project that units are kept of."""
        with self._writing, reading(self.path):
            return self._store.rows_of(project)

    def statistics(self) -> MemoryStatistics:
        """What it holds; all units are read, which takes about a second for a million."""
        with reading(self.path), closing(self._store.reader()) as reader:
            return counted(reader.connection, self.path, self._index_folder)

    # ---- writing

    def add(self, unit: MemoryUnit) -> int:
        """Add a unit; its id. When this returns it is on disk, and the next look-up finds it.

        Raises:
            WorkbenchError: the memory is read-only or cannot be written; nothing has changed.
        """
        unit = cleaned(unit)
        keys = keys_of(unit.source.text)
        with self._writing:
            return self._store.insert_alone(unit, keys)

    def add_many(
        self,
        units: Iterable[MemoryUnit],
        *,
        duplicates: Duplicates = Duplicates.NEWEST,
        progress: Callable[[int], None] | None = None,
    ) -> Added:
        """Add units in batches; what became of them.

        Args:
            units: taken as they are needed.
            duplicates: what becomes of those whose like is there already.
            progress: told after each batch how many units were taken so far. These are there also if the
                process is killed, and all of them survive a power cut when this returns.

        Raises:
            WorkbenchError: the memory is read-only or cannot be written; what `progress` was told is there.
        """
        from workbench.memory.importing import Import

        work = Import(self._store, self._writing, duplicates)
        with self._looking:
            finder = self._found()
        with self._store.importing():
            finder.fed(work.batches(units, progress))
        return work.counts

    def remember(self, project: str, rows: Mapping[int, Sequence[MemoryUnit]], operation: int) -> None:
        """Replace all units of some rows of a project, in one step that is on disk when this returns.

        A unit whose source stays keeps its id; a locked one stays as it is.

        Args:
            project: the project's own id.
            rows: units of each row; none to withdraw what is there. Of their keys only the part counts; one
                without a key has its place in the row's units for a part.
            operation: the newest operation of the project's log that is in them; see `remembered`.

        Raises:
            WorkbenchError: the memory is read-only or cannot be written; nothing has changed.
        """
        with self._writing, self._store.transaction():
            remembered_rows(self._store, project, rows, operation)

    def edit(self, unit_id: int, target: CodedText, who: str) -> None:
        """Give a unit another English; a reviewed one is confirmed only after it.

        Args:
            unit_id: of the unit.
            target: the new English.
            who: whose change it is.

        Raises:
            KeyError: there is no such unit.
            WorkbenchError: it is locked, or the memory is read-only or cannot be written.
        """
        with self._writing, self._store.transaction():
            self._store.overwrite(unit_id, edited(self._unlocked(unit_id), target, who))

    def delete(self, unit_id: int) -> None:
        """Take a unit out. Raises as `edit` does."""
        with self._writing, self._store.transaction():
            self._store.delete([self._unlocked(unit_id).id])

    def set_locked(self, unit_id: int, locked: bool) -> None:
        """Lock a unit against changes, or unlock it.

        Raises:
            KeyError: there is no such unit.
            WorkbenchError: the memory is read-only or cannot be written.
        """
        with self._writing, self._store.transaction():
            self._store.set_locked(self._store.unit(unit_id).id, locked)

    def _unlocked(self, unit_id: int) -> MemoryUnit:
        unit = self._store.unit(unit_id)
        if unit.locked:
            raise WorkbenchError(f"The unit is locked in the memory {self.name}; unlock it first.")
        return unit

    # ---- upkeep

    def fault(self) -> str:
        """What SQLite finds wrong in the file, which it reads whole for that; empty where nothing is."""
        with reading(self.path), closing(self._store.reader()) as reader:
            said = str(reader.connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return "" if said == "ok" else said

    def flush(self) -> None:
        """Bring everything into the index on disk, so that the next opening has nothing to replay.

        Raises:
            WorkbenchError: the index cannot be written.
        """
        with self._looking:
            finder = self._found()
        finder.take_in()
        if finder.fault:
            raise WorkbenchError(finder.fault)

    def compact(self) -> None:
        """Give the room of deleted units back, in the file and in the index.

        Raises:
            WorkbenchError: the memory is read-only, the disk has no room for a second copy, or another
                process is using the file.
        """
        with self._writing:
            compacted(self._store)
        with self._looking:
            finder = self._found()
            finder.renew()
        if finder.fault:
            raise WorkbenchError(finder.fault)
