"""project: commands that make, join and order rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from workbench.model.segments import Segment, State
from workbench.project import structure, views
from workbench.project.light import light, sentences_of_source, sentences_of_target
from workbench.project.opened import OpenedProject
from workbench.project.operations import now
from workbench.project.outcome import Outcome, refused
from workbench.project.place import RowFilter
from workbench.project.store import RANK_STEP, RowChange, difference


class StructureCommands(OpenedProject):
    """Split and merge."""

    def split(self, row: int, offset: int) -> Outcome:
        """Cut a row in two at a source offset; the English is cut where the sentence ends there."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if not 0 < offset < len(segment.source.text):
            return refused("Put the source caret inside the row to split it there (Tab goes to the source).")
        first, second = structure.split_at(segment, offset, _target_cut(segment, offset))
        room = self._rank_after(segment)
        changes: list[RowChange] = []
        if room is None:
            changes = self._spread()
            segment = replace(segment, rank=self._spread_rank(segment.id))
            first = replace(first, rank=segment.rank)
            room = segment.rank + RANK_STEP // 2
        second = replace(second, id=self._store.next_row_id(), rank=room, created_at=now())
        pairs = [(segment, self._stamped(first)), (None, self._stamped(second))]
        changes += [difference(before, after) for before, after in pairs]
        self.pause()
        self._log.append(f"split row {self.number(row)}", row, changes)
        return Outcome((row, second.id), structure=True, row=row, message=_split_said(first, second))

    def merge(self, row: int) -> Outcome:
        """Put a row and the next one of its document together."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        follow = views.neighbour(self._store.connection, RowFilter(), row, 1)
        if follow is None or self.segment(follow).document != segment.document:
            return refused("There is no next row in this document to merge with.")
        second = self._workable(follow)
        if isinstance(second, Outcome):
            return second
        label = f"merged rows {self.number(row)} and {self.number(second.id)}"
        self._commit(
            label, row, [(segment, self._stamped(structure.merged(segment, second))), (second, None)]
        )
        return Outcome((row, second.id), structure=True, row=row, message=_merged_said(self.segment(row)))

    def _rank_after(self, segment: Segment) -> int | None:
        """A free rank right after a row; None where there is no room left."""
        follow = views.neighbour(self._store.connection, RowFilter(), segment.id, 1)
        if follow is None:
            return segment.rank + RANK_STEP
        middle = (segment.rank + self.segment(follow).rank) // 2
        return middle if middle > segment.rank else None

    def _spread(self) -> list[RowChange]:
        """Ranks far apart again, for when many splits in one place have used up the room."""
        every = list(self._store.every_segment())
        return [difference(s, replace(s, rank=n * RANK_STEP)) for n, s in enumerate(every, 1)]

    def _spread_rank(self, row: int) -> int:
        return self.number(row) * RANK_STEP


def _split_said(first: Segment, second: Segment) -> str:
    drafts = [row.state is State.DRAFT for row in (first, second)]
    if all(drafts):
        return "Split in two; both are drafts."
    return "Split in two; the English stays with the first part." if drafts[0] else "Split in two."


def _merged_said(row: Segment) -> str:
    return "Merged with the next row" + ("; a draft now." if row.state is State.DRAFT else ".")


def _target_cut(segment: Segment, offset: int) -> int:
    """Where to cut the English of a row whose Chinese is cut at `offset`: at an anchor, else by sentences."""
    for anchor in segment.anchors:
        if anchor.source_end == offset:
            return anchor.target_end
    spans = sentences_of_source(segment.source.text)
    ends = [end for _, end in spans]
    if offset not in ends:
        before = [anchor for anchor in segment.anchors if anchor.source_end < offset]
        return (
            before[-1].target_end
            if before and len(before) < len(segment.anchors)
            else len(segment.target.text)
        )
    text, cut = segment.target.text, ends.index(offset)
    whole = replace(segment, state=State.CONFIRMED)  # paired to its end, as one that is done
    starts = {start for start, _ in sentences_of_target(text)} | {a.target_end for a in segment.anchors}
    places = [*sorted(starts), len(text)]
    # What is lit changes at these places alone, and never goes back.
    at = bisect_right(places, cut, key=lambda place: light(whole, text, whole.anchors, place).index)
    return places[min(at, len(places) - 1)]
