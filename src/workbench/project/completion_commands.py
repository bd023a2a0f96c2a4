"""project: the words a project is written in, read for completing what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from workbench.model.faults import WorkbenchError
from workbench.project.opened import OpenedProject
from workbench.project.stopping import Progress, unheard

if TYPE_CHECKING:
    import sqlite3

    from workbench.project.completion import Vocabulary

_ROWS: Final = 10_000  # the rows changed last, of which the words are read
_UNITS: Final = 10_000  # the newest units of each memory
_OWN_WORTH: Final = 4  # a word of the project counts as so many of a memory
_RECENT_ROWS: Final = """
SELECT target FROM rows WHERE id IN (
    SELECT id FROM rows WHERE target != '' AND kind != 'ignored' ORDER BY changed_at DESC LIMIT ?
)
"""
_NEWEST_UNITS: Final = "SELECT target FROM units ORDER BY id DESC LIMIT ?"
_PIECE: Final = 4_000  # characters counted at once: a key never waits longer for its turn


class CompletionCommands(OpenedProject):
    """The vocabulary of the project; in any thread."""

    def vocabulary(self, progress: Progress = unheard) -> Vocabulary:
        """The words of the rows changed last, and of the newest units of the memories.

        Raises:
            WorkbenchError: the project cannot be read.
            StopError: `progress` did.
        """
        from workbench.project.completion import WordCount
        from workbench.project.log_reading import snapshot

        count = WordCount()
        done = 0
        with snapshot(self._store.path) as connection:
            for text in _texts(connection, _RECENT_ROWS, _ROWS):
                count.add(text, worth=_OWN_WORTH)
                done += 1
                progress(done, _ROWS)
        for text in self._texts_of_memories():
            count.add(text)
            done += 1
            progress(done, _ROWS + _UNITS)
        return count.vocabulary()

    def _texts_of_memories(self) -> Iterator[str]:
        """English of the memories; one that cannot be read is said where matches are shown."""
        from workbench.memory.schema import connect
        from workbench.project.memories import place_of_memory

        for name in self.config.memories:
            try:
                path = place_of_memory(self.folder, name)
                if not path.is_file():
                    continue
                connection = connect(path, read_only=True)
            except WorkbenchError:
                continue
            try:
                yield from _texts(connection, _NEWEST_UNITS, _UNITS)
            finally:
                connection.close()


def _texts(connection: sqlite3.Connection, query: str, most: int) -> Iterator[str]:
    for (text,) in connection.execute(query, (most,)):
        for at in range(0, len(text), _PIECE):
            yield text[at : at + _PIECE]
