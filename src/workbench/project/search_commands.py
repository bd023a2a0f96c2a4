"""project: the find command, in any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.filter_commands import FilterCommands
from workbench.project.log_reading import snapshot

if TYPE_CHECKING:
    import sqlite3

    from workbench.project.search import FindHit, FindQuery
    from workbench.project.stopping import Progress
    from workbench.project.view import RowView


class SearchCommands(FilterCommands):
    """Finding text in the rows."""

    def find(self, query: FindQuery, progress: Progress | None = None) -> list[FindHit]:
        """All places of a text, in row order, the first few thousand.

        Raises:
            WorkbenchError: for a regular expression that is none.
            StopError: `progress` did.
        """
        from workbench.project.search import find
        from workbench.project.stopping import unheard

        with snapshot(self._store.path) as connection:
            rows = self._rows_for(connection, query)
            return find(connection, query, rows, progress=progress or unheard)

    def _rows_for(self, connection: sqlite3.Connection, query: FindQuery) -> RowView:
        """The rows that a query looks through: those under the filter, or all."""
        return self.full_view() if query.shown and self.filter else self.order(connection)
