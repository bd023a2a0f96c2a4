"""project: commands that mend radicals which a PDF gave in the place of hanzi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.segments import Segment
from workbench.project.opened import GONE, OpenedProject, rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.stopping import Progress, told, unheard
from workbench.project.structure_sources import source_retouched


@dataclass(frozen=True, slots=True)
class RadicalRows:
    """The rows of a project that have radicals.

    Attributes:
        rows: their ids, in order; locked ones are left out.
        characters: how many radicals they have together.
        locked: how many locked rows have some too.
    """

    rows: tuple[int, ...] = ()
    characters: int = 0
    locked: int = 0


class RadicalsCommands(OpenedProject):
    """Where radicals stand, and hanzi in their place."""

    def rows_with_radicals(self, progress: Progress = unheard) -> RadicalRows:
        """Where in the project radicals stand. Uses a connection of its own: safe in another thread.

        Raises:
            WorkbenchError: the database cannot be read.
            StopError: `progress` did.
        """
        from workbench.project.log_reading import snapshot
        from workbench.text.radicals import radicals_in

        rows: list[int] = []
        characters = locked = 0
        with snapshot(self._store.path) as connection:
            query = "SELECT id, source, locked_by FROM rows ORDER BY rank, id"
            total = int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
            for row, source, lock in told(connection.execute(query), progress, total):
                if found := radicals_in(source):
                    locked += lock is not None
                    rows += [int(row)] if lock is None else []
                    characters += len(found) if lock is None else 0
        return RadicalRows(tuple(rows), characters, locked)

    def mend_radicals(self, rows: Sequence[int]) -> Outcome:
        """Put hanzi for the radicals of these rows, in one step of undo; the source as it was read is kept.

        To whoever reads it the Chinese is the same: a confirmed row stays confirmed. Locked rows are left.
        """
        from workbench.text.radicals import radicals_in, without_radicals

        parts = self.segments(rows)
        if not parts:
            return refused(GONE)
        first = self._workable(parts[0].id, locked=len(parts) > 1)
        if isinstance(first, Outcome):
            return first
        pairs, count = list[tuple[Segment, Segment]](), 0
        for part in parts:
            if part.lock is None and (found := radicals_in(part.source.text)):
                pairs.append((part, source_retouched(part, without_radicals(part.source.text))))
                count += len(found)
        if not pairs:
            return refused("There are no radicals here.")
        one = len(pairs) == 1
        where = f"row {self.number(pairs[0][0].id)}" if one else rows_said(len(pairs))
        self._commit(f"mended radicals in {where}", pairs[0][0].id, list(pairs))
        said = f"{count} character{'s' * (count != 1)} mended in {where}; the original is kept."
        return Outcome(tuple(before.id for before, _ in pairs), message=said)
