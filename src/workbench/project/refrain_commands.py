"""project: the refrains of the project at a row: where they stand, and the English chosen first for them."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

from workbench.project.dictionary_commands import DictionaryCommands
from workbench.project.log_reading import (
    moved_since,
    newest_operation,
    row_now,
    snapshot,
)

if TYPE_CHECKING:
    import sqlite3

    from workbench.memory.refrains import Mark
    from workbench.project.refrains import ProjectRefrains, RefrainOffer


class RefrainCommands(DictionaryCommands):
    """Refrains; in any thread. The first call looks through the whole project, which may take seconds."""

    _refrains: tuple[int, ProjectRefrains] | None = None
    _finding = threading.Lock()

    def refrain_marks(self, row: int) -> tuple[Mark, ...]:
        """Where refrains stand in a row's source, in order, none over another; in any thread.

        Raises:
            WorkbenchError: a glossary is wrong, or the dictionary is not installed.
        """
        with snapshot(self._store.path) as connection:
            return self._found(connection).marks(row)

    def refrain_offers(self, row: int) -> tuple[RefrainOffer, ...]:
        """The English that was chosen first for the refrains of a row; in any thread.

        Raises:
            WorkbenchError: as `refrain_marks`.
        """
        with snapshot(self._store.path) as connection:
            # Refrains share the rows they stand in.
            return self._found(connection).offers(row, cache(lambda other: row_now(connection, other)))

    def put_away(self) -> None:
        """Give back the memory of what was looked up in the dictionary and among the refrains; in any thread.

        All of it is at hand as before. A few rows touch most of both files, and most rows are looked at once.
        """
        from workbench.memory.freed import give_back_memory

        super().put_away()
        if self._refrains is not None:
            self._refrains[1].let_go()
        give_back_memory()

    def _found(self, connection: sqlite3.Connection) -> ProjectRefrains:
        """The refrains, found anew where rows have come, gone or another source since."""
        with self._finding:
            newest = newest_operation(connection)
            if self._refrains is None or moved_since(connection, self._refrains[0]):
                self._refrains = newest, self._found_anew(connection)
            else:
                self._refrains = newest, self._refrains[1]
            return self._refrains[1]

    def _found_anew(self, connection: sqlite3.Connection) -> ProjectRefrains:
        """In a process of its own, which sees what is newer too; here where its cache cannot be written."""
        from workbench.project.refrain_finding import found_apart, rows_of
        from workbench.project.refrains import ProjectRefrains

        lexicon = self.lexicon()
        kept = found_apart(self._store.path, lexicon, self._own_process())
        if kept is not None:
            return ProjectRefrains(kept, lexicon)
        return ProjectRefrains.of(rows_of(connection), lexicon)
