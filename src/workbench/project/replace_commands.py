"""project: find and replace, what would change and the change itself in one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.log_reading import snapshot
from workbench.project.opened import rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.search_commands import SearchCommands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.segments import Segment
    from workbench.project.replacing import Replacement
    from workbench.project.search import FindQuery
    from workbench.project.stopping import Progress


class ReplaceCommands(SearchCommands):
    """Replacing in the English."""

    def replacements(
        self, query: FindQuery, template: str, progress: Progress | None = None
    ) -> list[Replacement]:
        r"""Every place that would change, in row order; in any thread.

        Args:
            query: what is to be replaced; the English is looked through, whatever its side.
            template: what is to stand there; for a regular expression its groups are \\1 or \\g<name>.

        Raises:
            WorkbenchError: the regular expression or the template is not one.
            StopError: `progress` did.
        """
        from workbench.project.replacing import replacements
        from workbench.project.stopping import unheard

        with snapshot(self._store.path) as connection:
            rows = self._rows_for(connection, query)
            return replacements(connection, query, template, rows, progress or unheard)

    def replace(self, chosen: Sequence[Replacement]) -> Outcome:
        """Carry replacements out, in one step of undo.

        Confirmed rows become drafts. A row that has changed since it was found, or is locked, is left as it
        is, and said.
        """
        from workbench.project.replacing import by_row, replaced

        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to write here.")
        groups = list(by_row(chosen))
        now = {segment.id: segment for segment in self.segments([group[0].row for group in groups])}
        pairs: list[tuple[Segment | None, Segment | None]] = []
        places = drafts = locked = other = 0
        for group in groups:
            segment = now.get(group[0].row)
            if segment is None or segment.target.text != group[0].english:
                other += 1
            elif segment.lock is not None:
                locked += 1
            else:
                pairs.append((segment, self._stamped(replaced(segment, group))))
                places += len(group)
                drafts += segment.settled
        left = _left(locked, other)
        if not pairs:
            return refused(left.strip() or "Nothing was chosen to be replaced.")
        rows = tuple(segment.id for segment, _ in pairs if segment is not None)
        said = f"replaced {places:,} {'place' if places == 1 else 'places'} in {rows_said(len(rows))}"
        self._commit(said, rows[0], pairs)
        was = f"; {drafts:,} confirmed became {'a draft' if drafts == 1 else 'drafts'}" if drafts else ""
        return Outcome(rows, message=f"{said.capitalize()}{was}.{left} ^Z takes that back.")


def _left(locked: int, other: int) -> str:
    """Which rows were left as they are, in a sentence."""
    parts = [f"{rows_said(locked)} locked"] if locked else []
    parts += [f"{rows_said(other)} changed meanwhile"] if other else []
    return f" Left as they are: {', '.join(parts)}." if parts else ""
