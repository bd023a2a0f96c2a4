"""project: commands on the history of a row: its versions, one restored, the source as it was read."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.segments import Segment, State
from workbench.project.history import RowVersion, restored, row_versions
from workbench.project.opened import OpenedProject
from workbench.project.operations import Operation
from workbench.project.outcome import Outcome, refused
from workbench.project.schema import connect
from workbench.project.structure_sources import source_edited


class HistoryCommands(OpenedProject):
    """What a row was, and the way back to it."""

    def versions(self, row: int) -> list[RowVersion]:
        """The versions of a row, newest first, the present one included; none where it is gone.

        Uses a connection of its own: safe in another thread.

        Raises:
            WorkbenchError: the database cannot be read.
        """
        connection = connect(self._store.path, writable=False)
        try:
            return list(row_versions(connection, row))
        finally:
            connection.close()

    def done_to(self, row: int, count: int = 4) -> list[Operation]:
        """What was done to a row, newest first, as far as a few lines can tell it: without the changes."""
        return self._log.heads_of_row(row, count)

    def restore(self, row: int, version: RowVersion) -> Outcome:
        """Give a row the English of an earlier version again, as a draft, in one step of undo.

        The Chinese stays as it is now: what was split off or merged since would stand twice else.
        """
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        after = restored(segment, version.segment)
        if after.target == segment.target:
            return refused("The row has that English now.")
        number = self.number(row)
        self._commit(f"restored an earlier version of row {number}", row, [(segment, self._stamped(after))])
        said = f"Row {number} has its English of then again, "
        said += "as a draft." if after.state is State.DRAFT else "which was none."
        if segment.source.text != version.segment.source.text:
            said += " Its Chinese was another; it stays as it is now."
        return Outcome((row,), message=said)

    def restore_source(self, row: int) -> Outcome:
        """Put the source back as it was read, with its place in the file where the log still knows it."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if not segment.original_source:
            return refused("The source is as it was read.")
        after = self._as_read(segment)
        if after.settled and not _reads_the_same(segment, after):
            after = replace(after, state=State.DRAFT)
        return self._edit(f"restored the source of row {self.number(row)}", segment, after)

    def _as_read(self, segment: Segment) -> Segment:
        after = source_edited(segment, segment.original_source)
        for version in row_versions(self._store.connection, segment.id):
            then = version.segment
            if then.source.text == after.source.text and not then.original_source:
                return replace(after, source=then.source, pieces=then.pieces)
        return after


def _reads_the_same(before: Segment, after: Segment) -> bool:
    """Whether a reader sees the same Chinese in both."""
    from workbench.text.radicals import without_radicals

    return without_radicals(before.source.text) == without_radicals(after.source.text)
