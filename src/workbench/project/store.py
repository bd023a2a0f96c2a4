"""project: the store, rows in SQLite; it applies changes and knows nothing of why they are made."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.model.paragraphs import Paragraph
from workbench.model.segments import Segment
from workbench.project.database import Database
from workbench.project.records import ALL_COLUMNS, Cell, record_of, segment_of, storable, with_derived
from workbench.project.row_change import RowChange
from workbench.project.schema import connect
from workbench.project.stored import (
    SELECT_SEGMENTS,
    StoredDocument,
    documents_of,
    every_segment_of,
    next_row_id_of,
)
from workbench.project.tally import Tally
from workbench.text.fold_table import FOLD_VERSION

_INSERT = (
    f"INSERT INTO rows ({', '.join(ALL_COLUMNS)}) VALUES ({', '.join(':' + name for name in ALL_COLUMNS)})"
)
_CACHED = 2_000
_TOGETHER = 500  # changes
_COUNTED = frozenset({"state", "kind"})


class BusyError(WorkbenchError):
    """Another thread of this process writes the rows: in a moment it can be tried again."""


class Store(Database):
    """Rows, documents and settings of one project.db. To write it while it is lent raises BusyError."""

    _mend = "your text stays on the screen: free the disk and try again"

    def __init__(self, path: Path, *, create: bool = False, writable: bool = True) -> None:
        super().__init__(path, connect(path, create=create, writable=writable))
        self.writable = writable
        self._cache: OrderedDict[int, Segment] = OrderedDict()
        self._version = self.opened_at = self.data_version()
        self._lent = ""
        self._tally = Tally(self.connection)
        if create:
            self.set_meta("fold_version", str(FOLD_VERSION))
        elif writable and self.meta("fold_version") != str(FOLD_VERSION):
            self._fold_again()

    def _forget(self) -> None:
        self._cache.clear()
        self._tally.forget()

    def _refuse_where_not_ours(self) -> None:
        if self._lent:
            raise BusyError(f"{self._lent}: one moment, then again; what you type is kept.")

    def _refuse_where_stale(self) -> None:
        if self.data_version() != self._version:  # its lock file was removed by hand
            raise WorkbenchError(
                f"{self.path} was changed by another program; your text stays on the screen:"
                " copy it, close this window and open the project again."
            )

    # ---- rows

    def segment(self, row: int) -> Segment:
        """The row of this id.

        Raises:
            KeyError: there is none.
        """
        self._look_again()
        found = self._cache.get(row)
        if found is not None:
            self._cache.move_to_end(row)
            return found
        values = self.connection.execute(f"{SELECT_SEGMENTS} WHERE id = ?", (row,)).fetchone()
        if values is None:
            raise KeyError(row)
        return self._keep(segment_of(values))

    def segments(self, rows: Sequence[int]) -> list[Segment]:
        """The rows of these ids, in the order asked; one that is gone is left out."""
        self._look_again()
        found = {row: self._cache[row] for row in rows if row in self._cache}
        missing = [row for row in rows if row not in found]
        for at in range(0, len(missing), 500):
            part = missing[at : at + 500]
            marks = ",".join("?" * len(part))
            for values in self.connection.execute(f"{SELECT_SEGMENTS} WHERE id IN ({marks})", part):
                segment = self._keep(segment_of(values))
                found[segment.id] = segment
        return [found[row] for row in rows if row in found]

    def every_segment(self) -> Iterator[Segment]:
        """All rows in order, straight from the database."""
        return every_segment_of(self.connection)

    def find_ids(self, where: str, values: Sequence[Cell] = ()) -> list[int]:
        """Ids of the rows that a condition of our own holds for, in order."""
        query = f"SELECT id FROM rows WHERE {where} ORDER BY rank, id"
        return [int(row[0]) for row in self.connection.execute(query, tuple(values))]

    def count_alike(self, row: int) -> int:
        """How many other rows have the match key of this one."""
        query = (
            "SELECT count(*) FROM rows WHERE fold_key = (SELECT fold_key FROM rows WHERE id = ?) AND id != ?"
        )
        return int(self.connection.execute(query, (row, row)).fetchone()[0])

    def alike(self, row: int, target: str) -> list[int]:
        """Ids of the other rows with the source of this one, in order, that might be filled with `target`.

        Those that have it already are left out, and those that stand confirmed or locked or are ignored.
        """
        where = (
            "fold_key = (SELECT fold_key FROM rows WHERE id = ?)"
            " AND source_fold = (SELECT source_fold FROM rows WHERE id = ?) AND id != ? AND target != ?"
            " AND locked_by IS NULL AND kind != 'ignored' AND state IN ('untranslated', 'draft')"
        )
        return self.find_ids(where, (row, row, row, storable(target)))

    def counts(self) -> dict[tuple[str, str], int]:
        """How many rows there are by state and kind."""
        return self._tally.counts(self.data_version())

    def _keep(self, segment: Segment) -> Segment:
        self._cache[segment.id] = segment
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)
        return segment

    # ---- who else writes

    def lend(self, what: str) -> None:
        """Let another thread write with a connection of its own: nobody waits here for its lock.

        Args:
            what: it does, as a sentence begins with it.
        """
        self._lent = what

    def taken_back(self) -> None:
        """The other thread is done: what was read before may be old."""
        self._lent = ""
        self._cache.clear()
        self._version = self.data_version()

    def turn_read_only(self) -> None:
        """Write no more: another process does from here on."""
        self.writable = False
        self.connection.execute("PRAGMA query_only=ON")

    def _look_again(self) -> None:
        """Where another process writes, rows that were read before may be old."""
        if not self.writable:
            version = self.data_version()
            if version != self._version:
                self._cache.clear()
                self._version = version

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    # ---- changing (inside a transaction)

    def insert(self, segments: Iterable[Segment]) -> None:
        """Add rows whose ids are set. For loading; an edit goes through `apply`."""
        self._tally.forget()
        self.connection.executemany(_INSERT, (with_derived(record_of(segment)) for segment in segments))

    def next_row_id(self) -> int:
        """An id that no row has or had."""
        return next_row_id_of(self.connection)

    def reserve_ids(self, first_free: int) -> None:
        """Give out no id below this one again: another copy of the project has used them."""
        self.connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'rows'", (first_free - 1,)
        )

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Carry changes out, those of the same columns together."""
        for columns, alike in groupby(changes, _edited):
            while some := list(islice(alike, _TOGETHER)):
                self._carry_out(columns, some)

    def _carry_out(self, columns: tuple[str, ...] | None, changes: Sequence[RowChange]) -> None:
        """Changes of these columns; None for rows that come and go."""
        rows = [change.row for change in changes]
        known = [self._cache.pop(row, None) for row in rows]
        if columns is None:
            self._tally.leave(rows)
            self._come_and_go(changes)
            self._tally.come(rows)
        elif _COUNTED.isdisjoint(columns):
            self._update(columns, changes)
        elif len(changes) == 1 and (segment := known[0]) is not None:
            self._update(columns, changes)
            before, after = (segment.state.value, segment.kind.value), changes[0].after or {}
            self._tally.turn(before, (str(after.get("state", before[0])), str(after.get("kind", before[1]))))
        else:
            self._tally.leave(rows)
            self._update(columns, changes)
            self._tally.come(rows)

    def _come_and_go(self, changes: Iterable[RowChange]) -> None:
        for change in changes:
            if change.after is None:
                self.connection.execute("DELETE FROM rows WHERE id = ?", (change.row,))
            else:
                # A row as the log of schema 1 keeps it has no queries.
                self.connection.execute(_INSERT, with_derived({"queries": "", **change.after}))

    def _update(self, columns: tuple[str, ...], changes: Iterable[RowChange]) -> None:
        if columns:
            names = ", ".join(f"{name} = :{name}" for name in with_derived(dict.fromkeys(columns, "")))
            records = ({**with_derived(change.after or {}), "id": change.row} for change in changes)
            self.connection.executemany(f"UPDATE rows SET {names} WHERE id = :id", records)

    # ---- documents

    def add_document(self, document: StoredDocument, paragraphs: Sequence[Paragraph]) -> None:
        """Enter a document and its blocks, numbered from 1 in file order."""
        named = document.encoding, document.sha256
        self.connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            (document.id, document.id, *map(storable, (document.name, document.path)), *named),
        )
        self.connection.executemany(
            "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (document.id, number, p.kind.value, *p.start, *p.end, p.reason, p.confidence, p.lead_end)
                for number, p in enumerate(paragraphs, 1)
            ),
        )

    def documents(self) -> list[StoredDocument]:
        """The documents in order."""
        return documents_of(self.connection)

    def _fold_again(self) -> None:
        """The fold table has changed since this database was written: make the match keys anew."""
        rows = self.connection.execute("SELECT id, source FROM rows").fetchall()
        with self.transaction():
            for row, source in rows:
                self.connection.execute(
                    "UPDATE rows SET source_fold = :source_fold, fold_key = :fold_key WHERE id = :id",
                    {**_fold_columns(source), "id": row},
                )
            self.set_meta("fold_version", str(FOLD_VERSION))


def _fold_columns(source: str) -> dict[str, str | int]:
    from workbench.project.records import fold_key
    from workbench.text.fold import fold

    folded = fold(source)
    return {"source_fold": folded, "fold_key": fold_key(folded)}


def _edited(change: RowChange) -> tuple[str, ...] | None:
    """The columns of an edited row that change; None for a row that comes or goes."""
    return None if change.before is None or change.after is None else tuple(change.after)
