"""project: room between two rows, for rows that are made there or moved there.

Of a rank only the order counts. Where no number is free between two rows, those that follow are set further
apart, as few of them as will do: 100,000 rows cost no more than ten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain

from workbench.project.row_change import RowChange
from workbench.project.stored import RANK_STEP

_APART = 1 << 10
"""How far apart rows are set at least where others have to give way, so that they need not soon again."""


@dataclass(frozen=True, slots=True)
class Room:
    """Free ranks in order, and the changes of the rows that give way for them."""

    ranks: tuple[int, ...]
    changes: tuple[RowChange, ...] = ()


def room_after(
    connection: sqlite3.Connection, row: int | None, count: int, leaving: Set[int] = frozenset()
) -> Room:
    """Ranks for so many rows right after a row.

    Args:
        row: id of a row that stays where it is; None for the start of the project.
        count: at least 1.
        leaving: ids of rows that count as gone, since they are to be moved.
    """
    low, key = _place_of(connection, row)
    giving_way: list[tuple[int, int]] = []
    for ahead in chain(_following(connection, key, leaving), [None]):
        needed = count + len(giving_way) + 1
        high = low + RANK_STEP * needed if ahead is None else ahead[1]
        if ahead is None or high - low >= needed * (_APART if giving_way else 1):
            break
        giving_way.append(ahead)
    step = (high - low) // needed
    free = tuple(low + step * number for number in range(1, count + 1))
    others = ((each, low + step * number) for number, each in enumerate(giving_way, count + 1))
    changes = tuple(
        RowChange(each, {"rank": old}, {"rank": new}) for (each, old), new in others if old != new
    )
    return Room(free, changes)


def _place_of(connection: sqlite3.Connection, row: int | None) -> tuple[int, tuple[int, int]]:
    """The rank that all free ones lie above, and where the rows that follow begin."""
    if row is None:
        return 0, (-(2**62), 0)
    rank = int(connection.execute("SELECT rank FROM rows WHERE id = ?", (row,)).fetchone()[0])
    return rank, (rank, row)


def _following(
    connection: sqlite3.Connection, key: tuple[int, int], leaving: Set[int]
) -> Iterator[tuple[int, int]]:
    """Id and rank of the rows after a place, in order."""
    query = "SELECT id, rank FROM rows WHERE (rank, id) > (?, ?) ORDER BY rank, id"
    for row, rank in connection.execute(query, key):
        if row not in leaving:
            yield int(row), int(rank)
