"""project: which rows of three versions of a project hold the same source, whatever was split or merged."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from workbench.model.segments import Segment

Key = tuple[str, int]
Stretch = tuple[int, int, Key]  # columns, half-open, and the row


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of ours, theirs and the base that share source, each in order."""

    ours: tuple[Segment, ...]
    theirs: tuple[Segment, ...]
    base: tuple[Segment, ...]

    @property
    def one_row(self) -> bool:
        """Whether it is a row that was neither split nor merged."""
        return len(self.ours) == len(self.theirs) == 1 and self.ours[0].id == self.theirs[0].id

    def heir(self, segment: Segment) -> Segment:
        """The row of ours that holds the start of one of theirs; the first where none does."""
        places = set(_lines(segment))
        for our in self.ours:
            if our.id == segment.id:
                return our
        return next((our for our in self.ours if places & set(_lines(our))), self.ours[0])


def grouped(
    ours: Collection[Segment], theirs: Collection[Segment], base: Collection[Segment]
) -> Iterator[Group]:
    """Part three versions into groups whose rows stand in the same places of the original file.

    A row of which no character stands in the original any more goes with the rows of its id.
    """
    sides = {"ours": ours, "theirs": theirs, "base": base}
    roots: dict[Key, Key] = {(side, row.id): (side, row.id) for side, rows in sides.items() for row in rows}
    lines: dict[tuple[int, int], list[Stretch]] = {}
    for side, rows in sides.items():
        for row in rows:
            for place, start, end in _runs(row):
                lines.setdefault(place, []).append((start, end, (side, row.id)))
    for stretches in lines.values():
        _join_overlapping(roots, stretches)
    for side, rows in sides.items():
        for row in rows:
            if not any(True for _ in _runs(row)):
                for other in sides:
                    if (other, row.id) in roots:
                        _join(roots, (side, row.id), (other, row.id))
    groups: dict[Key, dict[str, list[Segment]]] = {}
    for side, rows in sides.items():
        for row in rows:
            parts = groups.setdefault(_root(roots, (side, row.id)), {name: [] for name in sides})
            parts[side].append(row)
    for parts in groups.values():
        yield Group(tuple(parts["ours"]), tuple(parts["theirs"]), tuple(parts["base"]))


def _runs(row: Segment) -> Iterator[tuple[tuple[int, int], int, int]]:
    for piece in row.pieces:
        for run in piece.runs:
            yield (piece.document, run.line), run.column, run.column + run.end - run.start


def _lines(row: Segment) -> list[tuple[int, int]]:
    return [place for place, _, _ in _runs(row)]


def _join_overlapping(roots: dict[Key, Key], stretches: list[Stretch]) -> None:
    stretches.sort()
    reach, holder = 0, None
    for start, end, key in stretches:
        if holder is not None and start < reach:
            _join(roots, key, holder)
        if end > reach:
            reach, holder = end, key


def _root(roots: dict[Key, Key], key: Key) -> Key:
    while roots[key] != key:
        roots[key] = roots[roots[key]]
        key = roots[key]
    return key


def _join(roots: dict[Key, Key], one: Key, other: Key) -> None:
    roots[_root(roots, one)] = _root(roots, other)
