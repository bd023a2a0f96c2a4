"""project: the concordance of a project: its own rows, then its memories, then its reference documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.memory.concordance import Concordance, ConcordanceQuery, Searchable, concordance
from workbench.model.memory_units import MemoryUnit, UnitKey, UnitState
from workbench.model.segments import Segment, State
from workbench.project.excerpt import english_excerpt, excerpt
from workbench.project.records import COLUMNS, segment_of
from workbench.project.row_units import certain_pairs

LIMIT = 200
_MOST_PARTS = 100_000
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM rows"
_STATES = {State.CONFIRMED: UnitState.CONFIRMED, State.REVIEWED: UnitState.REVIEWED}


class Where(StrEnum):
    """What kind of thing something was found in."""

    PROJECT = "project"
    MEMORY = "memory"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class ConcordanceGroup:
    """What was found in one place.

    Attributes:
        where: in the project (a hit's `unit.key.row` is the row), in a memory, or in reference documents.
        name: of the memory; empty for the project.
    """

    where: Where
    name: str
    found: Concordance


def concorded(
    query: ConcordanceQuery,
    connection: sqlite3.Connection,
    project: str,
    memories: Sequence[Searchable],
    references: Searchable | None = None,
    *,
    limit: int = LIMIT,
) -> Iterator[ConcordanceGroup]:
    """Search a project and what belongs to it, one after the other, so that the first can be shown at once.

    Args:
        query: what for.
        connection: of project.db; it is only read, so that of a snapshot in a worker thread will do.
        project: its id; what a memory has of this project is its rows once more, and left out.
        memories: in their order.
        references: the memory of its reference documents.
        limit: hits given for each; the others are counted.

    Yields:
        The project first; groups without hits are left out.
    """
    places: list[tuple[Where, str, Searchable]] = [(Where.PROJECT, "", ProjectRows(connection, project))]
    places += [(Where.MEMORY, memory.name, _Others(memory, project)) for memory in memories]
    if references is not None:
        places.append((Where.REFERENCES, references.name, references))
    for where, name, place in places:
        found = concordance(place, query, limit)
        if found.hits:
            yield ConcordanceGroup(where, name, found)


class ProjectRows:
    """The rows of a project, and sentences whose ends the translator has set, searched as a memory is."""

    name = ""

    def __init__(self, connection: sqlite3.Connection, project: str) -> None:
        self._connection = connection
        self._project = project

    def units_containing(self, folded: str, limit: int) -> Iterator[MemoryUnit]:
        """Rows whose folded source contains a folded string, in order."""
        yield from self._units("instr(source_fold, ?)", [folded], limit)

    def units_with_english(self, pieces: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
        """Rows whose English contains all pieces, capitals of ASCII aside, in order."""
        condition = " AND ".join(["target != ''", *(r"target LIKE ? ESCAPE '\'" for _ in pieces)])
        yield from self._units(condition, [_like(piece) for piece in pieces], limit)

    def _units(self, condition: str, values: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
        query = f"{_SELECT} WHERE {condition} ORDER BY rank, id LIMIT ?"
        for row in self._connection.execute(query, (*values, limit)):
            segment = segment_of(row)
            whole = _unit(segment, self._project)
            yield whole
            yield from _parts(segment, whole)


class _Others:
    """A memory without what it has of one project."""

    def __init__(self, memory: Searchable, project: str) -> None:
        self.name = memory.name
        self._memory = memory
        self._project = project

    def units_containing(self, folded: str, limit: int) -> Iterator[MemoryUnit]:
        return filter(self._is_other, self._memory.units_containing(folded, limit))

    def units_with_english(self, pieces: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
        return filter(self._is_other, self._memory.units_with_english(pieces, limit))

    def _is_other(self, unit: MemoryUnit) -> bool:
        return unit.key is None or unit.key.project != self._project


def _like(piece: str) -> str:
    escaped = piece.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"


def _unit(segment: Segment, project: str) -> MemoryUnit:
    return MemoryUnit(
        segment.source,
        segment.target,
        id=segment.id,
        state=_STATES.get(segment.state, UnitState.DRAFT),
        origin=segment.origin.kind,
        key=UnitKey(project, segment.id),
        created=segment.created_at,
        changed=segment.changed_at,
        changed_by=segment.changed_by,
        note=segment.note,
    )


def _parts(segment: Segment, whole: MemoryUnit) -> Iterator[MemoryUnit]:
    """The sentences of a row of several; their ids stand for nothing but are their own."""
    pairs = certain_pairs(segment)
    for part, pair in enumerate(pairs, 1):
        source = excerpt(segment.source, *pair.source)
        if source.text != segment.source.text.strip():
            yield replace(
                whole,
                source=source,
                target=english_excerpt(segment.target, *pair.target),
                id=-(segment.id * _MOST_PARTS + part),
                key=replace(whole.key, part=part) if whole.key else None,
            )
