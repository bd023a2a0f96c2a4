"""project: what is asked of the project as a whole: a glance, its words, its settings. Nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.project.reviewing_commands import ReviewingCommands

if TYPE_CHECKING:
    import sqlite3

    from workbench.project.overview import Overview, WordCounts


class OverviewCommands(ReviewingCommands):
    """The project at a glance; both are safe in another thread."""

    def overview(self) -> Overview:
        """Documents by state, and the last places. Raises WorkbenchError where it cannot be read."""
        from workbench.project.log_reading import snapshot
        from workbench.project.overview import overview

        with snapshot(self._store.path) as connection:
            return overview(connection, _names(connection), self.role)

    def word_counts(self, progress: Callable[[int], None] = lambda _done: None) -> WordCounts:
        """Hanzi and English words by document and state. Raises WorkbenchError where it cannot be read."""
        from workbench.project.log_reading import snapshot
        from workbench.project.overview import word_counts

        with snapshot(self._store.path) as connection:
            return word_counts(connection, progress)

    def settings_said(self) -> list[tuple[str, str]]:
        """The settings of project.toml in words, each as its name and what holds."""
        from workbench.project.settings_words import settings_said

        return settings_said(self.config, self.role)


def _names(connection: sqlite3.Connection) -> dict[int, str]:
    """Names of the documents, read with the connection of this thread."""
    from workbench.project.statistics import names_of
    from workbench.project.stored import StoredDocument

    query = "SELECT id, name, path, encoding, sha256 FROM documents ORDER BY position"
    return names_of(StoredDocument(*values) for values in connection.execute(query))
