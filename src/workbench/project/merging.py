"""project: a three-way merge of rows, ours and another project.tmx's, against the file both came from.

Rows are matched by the place of their source in the original file, so that a split or merge on one side
is seen as what it is. Where both sides changed the same thing ours stands and theirs goes to the note of
the row: nothing is lost, and nothing confirmed changes silently.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.model.segments import Segment
from workbench.project import query_spans
from workbench.project.row_change import RowChange, difference
from workbench.project.row_groups import Group, grouped
from workbench.project.saved import Saved
from workbench.project.stored import RANK_STEP, StoredDocument

# What is merged as one: a translation belongs to the source and the anchors it was made with.
_TOGETHER = (
    ("source", "pieces", "original_source", "target", "anchors", "state", "origin", "comment"),
    ("note",),
    ("kind",),
    ("lock",),
    ("queries",),
)


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do: its changes, and how many rows were changed on both sides.

    Attributes:
        taken: rows that become as they are there; `conflicts` stay as they are here, with a note.
        kept: rows that their file has lost, and that stay.
        documents: documents that only the other file has.
        next_id: the first row id that was used on neither side.
    """

    changes: tuple[RowChange, ...]
    taken: int
    conflicts: int
    kept: int = 0
    documents: tuple[StoredDocument, ...] = ()
    next_id: int = 1


@dataclass(frozen=True, slots=True)
class Ours:
    """Our side of a merge.

    Attributes:
        rows: those that may be another after it, by id.
        ranks: of all rows, by id, in order.
        next_id: the first row id that was never used.
        documents: ids.
    """

    rows: Mapping[int, Segment]
    ranks: Mapping[int, int]
    next_id: int
    documents: Collection[int]


@dataclass(slots=True)
class _Plan:
    """A merge while it is made: rows by id as they will be; None for one that goes."""

    ours: Mapping[int, Segment]
    next_id: int
    after: dict[int, Segment | None] = field(default_factory=dict)
    new: dict[int, Segment] = field(default_factory=dict)  # by the id in their file
    taken: int = 0
    conflicts: int = 0
    kept: int = 0

    def take(self, ours: Segment | None, theirs: Segment, used: Iterable[int] = ()) -> None:
        """Theirs in the place of ours, or as a new row, whose id is another where it was used here."""
        self.taken += 1
        if ours is not None:
            self.after[ours.id] = replace(theirs, id=ours.id, rank=ours.rank)
            return
        row = theirs.id
        if row in used:
            row, self.next_id = self.next_id, self.next_id + 1
        self.new[theirs.id] = replace(theirs, id=row)

    def note(self, row: int, said: Sequence[str]) -> None:
        """Put what theirs has to the note of a row of ours."""
        now = self.after.get(row) or self.ours[row]
        fresh = [each for each in said if each not in now.note]
        self.after[row] = replace(now, note="\n".join(part for part in (now.note, *fresh) if part))

    def ask(self, row: int, theirs: Segment, known: Iterable[str]) -> None:
        """Put queries that only a row of theirs has to the row of ours that holds its source, as a whole."""
        now = self.after.get(row) or self.ours[row]
        fresh = [replace(query, start=0, end=0) for query in theirs.queries if query.id not in known]
        self.after[row] = replace(now, queries=(*now.queries, *fresh))


def plan(ours: Ours, theirs: Saved, base: Saved | None, order: Sequence[int]) -> Merge:
    """Work out a merge.

    Args:
        ours: rows that stand in none of the two files as they are given here are not touched.
        theirs: the other file, or what of it differs.
        base: the file both came from, or what of it differs; None where it is not known, when whatever
            differs is a conflict.
        order: the ids of all rows of the other file.
    """
    common = {} if base is None else {segment.id: segment for segment in base.segments}
    made = _Plan(ours.rows, max(ours.next_id, theirs.next_id))
    used = range(1, ours.next_id)
    for group in grouped(ours.rows.values(), theirs.segments, common.values()):
        if not group.theirs:
            # No command removes a row with its source: it was cut out of the file, so it stays here.
            made.kept += len(group.base)
        elif not group.ours:
            _new_rows(made, group, used)
        elif group.one_row:
            _row(made, group.ours[0], group.theirs[0], common.get(group.ours[0].id))
        else:
            _structure(made, group, known=base is not None, used=used)
    changes = [difference(ours.rows[row], after) for row, after in made.after.items()]
    changes += _placed(made, ours.ranks, order)
    return Merge(
        tuple(change for change in changes if change.before != change.after),
        made.taken,
        made.conflicts,
        made.kept,
        tuple(document for document in theirs.documents if document.id not in ours.documents),
        made.next_id,
    )


def _new_rows(made: _Plan, group: Group, used: Iterable[int]) -> None:
    for segment in group.theirs:
        made.take(None, segment, used)


def _row(made: _Plan, ours: Segment, theirs: Segment, common: Segment | None) -> None:
    """One row on both sides: each part from the side that changed it."""
    merged, clash = ours, False
    said: list[str] = []
    for names in _TOGETHER:
        here, there = _part(ours, names), _part(theirs, names)
        before = _part(common, names) if common is not None else _unwritten(ours, theirs, names)
        if there in (here, before):
            continue
        if names == ("queries",):
            base = () if common is None else common.queries
            queries = query_spans.taken_together(ours.queries, theirs.queries, base)
            merged = replace(merged, queries=query_spans.inside(queries, len(merged.source.text)))
        elif here == before:
            merged = replace(merged, **{name: getattr(theirs, name) for name in names})
            if "target" in names:
                merged = replace(merged, changed_at=theirs.changed_at, changed_by=theirs.changed_by)
        else:
            clash = True
            said += _said(ours, theirs, names)
    if merged != ours:
        made.after[ours.id] = merged
        made.taken += not clash
    if clash:
        made.conflicts += 1
        made.note(ours.id, said)


def _unwritten(ours: Segment, theirs: Segment, names: Sequence[str]) -> tuple[object, ...] | None:
    """Where the base is not known: what ours has, if nothing of the translator's own is in it; else None."""
    empty = not ours.target and ours.source == theirs.source if "target" in names else not ours.note
    return _part(ours, names) if empty and ("target" in names or "note" in names) else None


def _structure(made: _Plan, group: Group, *, known: bool, used: Iterable[int]) -> None:
    """Rows that were split or merged on one side at least: one side's rows, all of them."""
    if _contents(group.theirs) in (_contents(group.ours), _contents(group.base)):
        return
    if known and _contents(group.ours) == _contents(group.base):
        here = {segment.id: segment for segment in group.ours}
        for segment in group.theirs:
            made.take(here.pop(segment.id, None), segment, used)
        made.after.update(dict.fromkeys(here))
        return
    before = {segment.id: segment for segment in group.base}
    made.conflicts += 1
    for segment in group.theirs:
        old = before.get(segment.id)
        said = []
        if segment.target and (old is None or old.target != segment.target):
            said = _said(segment, segment, ("target",))
        if old is None or old.note != segment.note:
            said += _said(segment, segment, ("note",))
        made.note(group.heir(segment).id, said)
        made.ask(group.heir(segment).id, segment, {each.id for row in group.ours for each in row.queries})


def _said(ours: Segment, theirs: Segment, names: Sequence[str]) -> list[str]:
    """What of theirs is not taken, in words."""
    if "note" in names:
        return [f"The other file's note: {theirs.note}"] if theirs.note else []
    if "target" not in names:
        return []
    said = [f"The other file has ({theirs.state.value}): {theirs.target.text}"]
    if theirs.comment and theirs.comment != ours.comment:
        said.append(f"The other file's comment: {theirs.comment}")
    if theirs.source != ours.source:
        said.append(f"The other file's source: {theirs.source.text}")
    return said


def _part(segment: Segment, names: Sequence[str]) -> tuple[object, ...]:
    return tuple(getattr(segment, name) for name in names)


def _contents(segments: Sequence[Segment]) -> list[tuple[object, ...]]:
    """The rows without their ids, and without what differs by place and time alone."""
    return [tuple(_part(segment, names) for names in _TOGETHER) for segment in segments]


def _placed(made: _Plan, ranks: Mapping[int, int], order: Sequence[int]) -> list[RowChange]:
    """The new rows, each after the row that stands before it in their file."""
    if not made.new:
        return []
    following: dict[int, list[Segment]] = {}
    before = 0
    for row in order:
        if row in made.new:
            following.setdefault(before, []).append(made.new[row])
        elif row in ranks:
            before = row
    ends = [0, *ranks.values()]
    rooms = zip(ends, [*ends[1:], ends[-1] + RANK_STEP * (len(made.new) + 1)], [0, *ranks], strict=True)
    changes: list[RowChange] = []
    for low, high, row in rooms:
        group = following.get(row, [])
        if group and high - low <= len(group):
            return _spread(made, ranks, following)
        step = (high - low) // (len(group) + 1)
        changes += [difference(None, replace(s, rank=low + step * n)) for n, s in enumerate(group, 1)]
    return changes


def _spread(
    made: _Plan, ranks: Mapping[int, int], following: Mapping[int, Sequence[Segment]]
) -> list[RowChange]:
    """All ranks far apart again, where there was no room for the new rows."""
    every: list[int | Segment] = [*following.get(0, ())]
    for row in ranks:
        every += [row, *following.get(row, ())]
    changes: list[RowChange] = []
    for number, one in enumerate(every, 1):
        rank = number * RANK_STEP
        if isinstance(one, Segment):
            changes.append(difference(None, replace(one, rank=rank)))
        elif made.after.get(one, made) is not None:
            changes.append(RowChange(one, {"rank": ranks[one]}, {"rank": rank}))
    return changes
