"""project: the concordance command: a text looked up in the project, its memories and its references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.identity import identity_of
from workbench.project.log_reading import snapshot
from workbench.project.match_commands import MatchCommands

if TYPE_CHECKING:
    from workbench.memory.concordance import ConcordanceQuery
    from workbench.project.concording import ConcordanceGroup


class ConcordanceCommands(MatchCommands):
    """Looking a text up; in any thread."""

    def concordance(self, query: ConcordanceQuery) -> list[ConcordanceGroup]:
        """Where a text stands: in the project, in each memory, in the references; those that have it.

        Raises:
            WorkbenchError: a memory or the project cannot be read.
        """
        from workbench.project.concording import concorded

        desk = self.match_desk()
        memories = [memory for memory in desk.memories if memory is not desk.references]
        with snapshot(self._store.path) as connection:
            project = identity_of(connection).project
            return list(concorded(query, connection, project, memories, desk.references))
