"""tests: every path through a small pair of texts, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.align.settings import SHAPES
from workbench.align.steps import Step

Path = tuple[Step, ...]
MOVES = (*SHAPES, (1, 0), (0, 1))


def all_paths(rows: int, columns: int, row: int = 0, column: int = 0) -> Iterator[Path]:
    """Every way from the beginning to the end by beads and single omissions, in any order."""
    if (row, column) == (rows, columns):
        yield ()
    for sources, targets in MOVES:
        if row + sources <= rows and column + targets <= columns:
            step = (row, row + sources, column, column + targets)
            for rest in all_paths(rows, columns, row + sources, column + targets):
                yield (step, *rest)


def canonical_paths(rows: int, columns: int) -> Iterator[Path]:
    """Those in which no Chinese omission follows an English one at once: each alignment is told one way."""
    for path in all_paths(rows, columns):
        kinds = [kind(step) for step in path]
        if ("target", "source") not in pairwise(kinds):
            yield path


def kind(step: Step) -> str:
    """`bead`, `source` for a Chinese sentence left out, `target` for an English one added."""
    z0, z1, e0, e1 = step
    return "target" if z0 == z1 else "source" if e0 == e1 else "bead"
