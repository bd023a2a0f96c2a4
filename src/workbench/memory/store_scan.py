"""memory: units by a filter, or by what their English contains, read straight from the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.memory.store_filter import LIKE, UnitFilter, like
from workbench.memory.store_reading import Reader
from workbench.memory.store_rows import JOINED, READ, unit_of
from workbench.model.memory_units import MemoryUnit

_READ = 500


def scanned(reader: Reader, where: UnitFilter) -> Iterator[MemoryUnit]:
    """The units that the filter lets through, in the order of their ids."""
    condition, values = where.condition()
    query = f"SELECT {READ} FROM {JOINED} WHERE {condition} ORDER BY u.id"
    yield from _units(reader, query, values)


def with_english(reader: Reader, pieces: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
    """Units whose English contains all pieces, capitals of ASCII aside, newest first, at most `limit`."""
    condition = " AND ".join([f"u.target {LIKE}" for _ in pieces]) or "1"
    query = f"SELECT {READ} FROM {JOINED} WHERE {condition} ORDER BY u.id DESC LIMIT ?"
    yield from _units(reader, query, [*map(like, pieces), limit])


def _units(reader: Reader, query: str, values: Sequence[str | int]) -> Iterator[MemoryUnit]:
    rows = reader.connection.execute(query, tuple(values))
    while batch := rows.fetchmany(_READ):
        for row in batch:
            yield unit_of(row)
