"""project: RowChange, one row before and after: what the log keeps and the store carries out."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.segments import Segment
from workbench.project.records import COLUMNS, Record, record_of


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: only the columns that differ; None where the row was or is not there."""

    row: int
    before: Record | None
    after: Record | None

    def inverse(self) -> RowChange:
        """The change that undoes this one."""
        return RowChange(self.row, self.after, self.before)


def difference(before: Segment | None, after: Segment | None) -> RowChange:
    """The change from one state of a row to another; at least one of them is there."""
    if before is None:
        assert after is not None
        return RowChange(after.id, None, record_of(after))
    old = record_of(before)
    if after is None:
        return RowChange(before.id, old, None)
    new = record_of(after)
    keys = [key for key in COLUMNS if old[key] != new[key]]
    return RowChange(before.id, {key: old[key] for key in keys}, {key: new[key] for key in keys})
