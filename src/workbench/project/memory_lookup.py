"""project: several memories asked as one; a project with all that belongs to it; a memory taken away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import UnitState

if TYPE_CHECKING:
    from workbench.memory.concordance import ConcordanceQuery
    from workbench.memory.memory import Memory
    from workbench.model.matches import Match, Query
    from workbench.project.concording import ConcordanceGroup
    from workbench.project.opened import OpenedProject


def best_matches(memories: Sequence[Memory], query: Query, *, least: int = 70, best: int = 5) -> list[Match]:
    """The best matches of all memories: by score, the reviewed first, then the newest.

    What another memory has in the same words is left out.

    Args:
        memories: in the order in which they are asked.
        least: similarity in per cent, before penalties, that a match has at least.
        best: so many at most.
    """
    found = [match for memory in memories for match in memory.look_up(query, least=least, best=best)]
    found.sort(key=lambda match: match.unit.changed or match.unit.created, reverse=True)
    found.sort(key=lambda match: (-match.score, match.unit.state is not UnitState.REVIEWED))
    distinct: dict[tuple[str, str], Match] = {}
    for match in found:
        distinct.setdefault((match.unit.source.text, match.unit.target.text), match)
    return list(distinct.values())[:best]


def project_concordance(project: OpenedProject, query: ConcordanceQuery) -> Iterator[ConcordanceGroup]:
    """Where a text stands: in a project open for reading, in its memories, in its references.

    Raises:
        WorkbenchError: `[matching]` of project.toml is wrong, or a reference document cannot be read.
    """
    from workbench.memory.concordance import MOST_LOOKED_AT
    from workbench.project.concording import concorded
    from workbench.project.identity import identity_of
    from workbench.project.log_reading import snapshot
    from workbench.project.memories import project_memories
    from workbench.project.references import open_references

    opened = project_memories(project.folder, project.config, read_only=True)
    references = open_references(project.folder, project.config)
    try:
        with snapshot(project.store.path) as connection:
            known_by = identity_of(connection).project
            places = connection, known_by, opened.memories, references
            yield from concorded(query, *places, limit=MOST_LOOKED_AT)
    finally:
        opened.close()
        if references is not None:
            references.close()


def remove_memory(path: Path) -> None:
    """Take a memory and its index away for good.

    Raises:
        WorkbenchError: there is none, it is something else, or it cannot be removed.
    """
    from workbench.memory.places import index_folder
    from workbench.memory.store import Store
    from workbench.memory.store_identity import identity

    store = Store(path, read_only=True)
    try:
        index = index_folder() / identity(store)
    finally:
        store.close()
    try:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        if index.is_dir():
            shutil.rmtree(index)
    except OSError as error:
        raise WorkbenchError(
            f"{error.filename or path} cannot be removed ({error.strerror or error}); remove it by hand."
        ) from error
