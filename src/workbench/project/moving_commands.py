"""project: commands that put rows elsewhere in their document."""

from __future__ import annotations

from collections.abc import Sequence, Set

from workbench.model.segments import Segment
from workbench.project import views
from workbench.project.moving_places import room_after
from workbench.project.moving_views import FEW, renewed
from workbench.project.opened import GONE, OpenedProject
from workbench.project.outcome import Outcome, refused
from workbench.project.place import RowFilter
from workbench.project.row_change import RowChange
from workbench.project.view import RowView

_ALL = RowFilter()


class MovingCommands(OpenedProject):
    """Rows move, one by one or together; their texts and states stay as they are."""

    def move(self, rows: Sequence[int], before: int | None) -> Outcome:
        """Put rows before another one, in one step of undo.

        Args:
            rows: ids in any order; they keep their order among each other.
            before: id of a row of the same document, or of the first row behind it; None for the end of the
                document.
        """
        parts: list[Segment] = []
        for row in dict.fromkeys(rows):
            segment = self._workable(row)
            if isinstance(segment, Outcome):
                return segment
            parts.append(segment)
        if len({part.document for part in parts}) != 1:
            return refused("Rows of one document at a time can be moved.")
        if before is not None and self._there(before) is None:
            return refused(GONE)
        parts.sort(key=_key)
        return self._put(parts, before)

    def move_by(self, rows: Sequence[int], step: int) -> Outcome:
        """Put rows one place up (-1) or down (1), past the neighbour that the filter shows."""
        parts = sorted(self.segments(rows), key=_key)
        if not parts:
            return refused(GONE)
        edge = parts[0] if step < 0 else parts[-1]
        beside = views.neighbour(self._store.connection, self.filter, edge.id, step)
        if beside is None or self.segment(beside).document != edge.document:
            which = "first" if step < 0 else "last"
            return refused(f"Row {self.number(edge.id)} is the {which} of its document already.")
        return self.move(rows, beside if step < 0 else self._beside(beside, 1, frozenset()))

    def view_after(self, view: RowView, rows: Sequence[int]) -> RowView:
        """All rows under the filter, after a step of the session changed these; quickly where they are few.

        Args:
            view: what was shown before the step.
            rows: ids, as the outcome of the step names them.
        """
        few = view.complete and not self.filter and len(view) == view.total and len(rows) <= FEW
        return (renewed(self._store.connection, view, rows) if few else None) or self.full_view()

    def rows_between(self, one: int, other: int) -> list[int]:
        """Ids of the rows from one row to another, both included, in order, whichever is first.

        Raises:
            KeyError: one of them is gone.
        """
        first, last = sorted((self.segment(one), self.segment(other)), key=_key)
        return self._store.find_ids(
            "(rank, id) >= (?, ?) AND (rank, id) <= (?, ?)", (*_key(first), *_key(last))
        )

    def is_last_of_document(self, row: int) -> bool:
        """Whether no row of its document follows a row. Raises KeyError where it is gone."""
        follow = views.neighbour(self._store.connection, _ALL, row, 1)
        return follow is None or self.segment(follow).document != self.segment(row).document

    def _put(self, parts: Sequence[Segment], before: int | None) -> Outcome:
        moving = {part.id for part in parts}
        after, behind = self._gap(parts[0].document, before, moving)
        around = self.segments([row for row in (after, behind) if row is not None])
        if around and all(row.document != parts[0].document for row in around):
            return refused("Rows stay in their document; go to a row of the same one.")
        old = self.number(parts[0].id), self.number(parts[-1].id)
        new = 1 if after is None else self.number(after) + 1
        new -= sum(_key(part) < _key(self.segment(after)) for part in parts) if after is not None else 0
        if old == (new, new + len(parts) - 1):
            return Outcome(row=parts[0].id, message="It stands there already.")
        room = room_after(self._store.connection, after, len(parts), moving)
        places = zip(parts, room.ranks, strict=True)
        changes = [RowChange(part.id, {"rank": part.rank}, {"rank": rank}) for part, rank in places]
        self.pause()
        here = parts[0].id
        count = len(parts)
        said = f"moved {_rows(*old, count)} to {_rows(new, new + count - 1, count)}"
        self._log.append(said, here, [*room.changes, *changes])
        rows = tuple(part.id for part in parts)
        return Outcome(rows, structure=True, row=here, message=f"{said[0].upper()}{said[1:]}.")

    def _gap(self, document: int, before: int | None, moving: Set[int]) -> tuple[int | None, int | None]:
        """The rows that stay, between which others are put."""
        if before is None:
            last = self._store.find_ids("document = ?", (document,))[-1]
            after = self._beside(last, -1, moving) if last in moving else last
            return after, self._beside(last, 1, moving)
        behind = self._beside(before, 1, moving) if before in moving else before
        return self._beside(before, -1, moving), behind

    def _beside(self, row: int, step: int, moving: Set[int]) -> int | None:
        """The next row up (-1) or down (1) that is not among those that move."""
        beside = views.neighbour(self._store.connection, _ALL, row, step)
        while beside in moving and beside is not None:
            beside = views.neighbour(self._store.connection, _ALL, beside, step)
        return beside


def _key(segment: Segment) -> tuple[int, int]:
    return segment.rank, segment.id


def _rows(first: int, last: int, count: int) -> str:
    """Rows by their numbers, such as "row 5", "rows 5–7", and "3 rows" that do not follow each other."""
    if count == 1:
        return f"row {first}"
    return f"rows {first}–{last}" if last - first == count - 1 else f"{count} rows"
