"""project: which terms of a row its document mentions there for the first time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.project.checking_commands import CheckingCommands
from workbench.project.dictionary_commands import DictionaryCommands

if TYPE_CHECKING:
    import sqlite3

    from workbench.glossary.mentioned_first import MentionedFirst
    from workbench.glossary.recognition import Recogniser


class MentionCommands(CheckingCommands, DictionaryCommands):
    """First mentions; read once, and again when rows have moved or the terms are others."""

    _mentions: MentionedFirst | None = None
    _mentioning = threading.Lock()
    _mentions_of: tuple[object, int] = (None, 0)  # the recogniser, and the newest operation known

    def first_mentions(self, row: int) -> frozenset[str]:
        """Ids of the concepts that a row is the first to mention; in any thread.

        The first call reads all rows, some hundred microseconds each, of a long project in a process of its
        own; so does one after rows were moved or a glossary changed.

        Raises:
            WorkbenchError: no terms can be read, or the project cannot.
        """
        from workbench.project.log_reading import moved_since, newest_operation, snapshot

        with self._mentioning:  # a thread that was called off may still be at it
            recogniser = self.recogniser()
            with snapshot(self._store.path) as connection:
                known, newest = self._mentions_of, newest_operation(connection)
                stale = known[0] is not recogniser or moved_since(connection, known[1])
                if self._mentions is None or stale:
                    self._mentions = self._read_mentions(connection, recogniser)
                self._mentions_of = (recogniser, newest)
            first = self._mentions.first_in(row)
            self.mentioned_first = (row, first)
            return first

    def _read_mentions(self, connection: sqlite3.Connection, recogniser: Recogniser) -> MentionedFirst:
        """Read all rows, of a long project in a process of its own."""
        from workbench.glossary.mentioned_first import MentionedFirst
        from workbench.project.mention_finding import LONG, mentioned_apart, running_text

        found = None
        if connection.execute("SELECT count(*) FROM rows").fetchone()[0] >= LONG:
            found = mentioned_apart(self.folder, self._own_process())
        return MentionedFirst(recogniser, running_text(connection)) if found is None else found
