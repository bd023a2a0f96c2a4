"""project: which terms of a row its document mentions there for the first time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.project.checking_commands import CheckingCommands

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from workbench.glossary.mentioned_first import MentionedFirst


class MentionCommands(CheckingCommands):
    """First mentions; read once, and again when rows have moved or the terms are others."""

    _mentions: MentionedFirst | None = None
    _mentioning = threading.Lock()
    _mentions_of: tuple[object, int] = (None, 0)  # the recogniser, and the newest operation known

    def first_mentions(self, row: int) -> frozenset[str]:
        """Ids of the concepts that a row is the first to mention; in any thread.

        The first call reads all rows, some forty microseconds each; so does one after rows were moved or a
        glossary changed.

        Raises:
            WorkbenchError: no terms can be read, or the project cannot.
        """
        from workbench.glossary.mentioned_first import MentionedFirst
        from workbench.project.log_reading import moved_since, newest_operation, snapshot

        with self._mentioning:  # a thread that was called off may still be at it
            recogniser = self.recogniser()
            with snapshot(self._store.path) as connection:
                known, newest = self._mentions_of, newest_operation(connection)
                stale = known[0] is not recogniser or moved_since(connection, known[1])
                if self._mentions is None or stale:
                    self._mentions = MentionedFirst(recogniser, _running_text(connection))
                self._mentions_of = (recogniser, newest)
            first = self._mentions.first_in(row)
            self.mentioned_first = (row, first)
            return first


def _running_text(connection: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    """Document, id and source of the rows in running text, document by document."""
    from workbench.glossary.mentions import RUNNING

    query = "SELECT document, id, source, kind FROM rows ORDER BY document, rank, id"
    for document, row, source, kind in connection.execute(query):
        if kind in RUNNING:
            yield document, row, source
