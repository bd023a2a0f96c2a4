"""project: commands that make and join rows: split at a place or by sentences, merge two or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from workbench.model.segments import Kind, Segment, State
from workbench.project import structure, views
from workbench.project.moving_places import room_after
from workbench.project.opened import OpenedProject
from workbench.project.operations import now
from workbench.project.outcome import Outcome, refused
from workbench.project.pairs import SentencePair
from workbench.project.place import RowFilter
from workbench.project.row_change import difference
from workbench.project.structure_cuts import Cut, cut_at, cut_in_target, cut_up, sentence_cuts


class StructureCommands(OpenedProject):
    """Split and merge."""

    def split(self, row: int, offset: int) -> Outcome:
        """Cut a row in two at a source offset; the English is cut where the sentence ends there."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if not 0 < offset < len(segment.source.text):
            return refused("Put the source caret inside the row to split it there (Tab goes to the source).")
        return self._cut(segment, [cut_at(segment, offset)])

    def split_in_target(self, row: int, caret: int) -> Outcome:
        """Cut a row in two where an English sentence ends; its Chinese ends the first part.

        Args:
            caret: offset in the plain target, behind the sentence or the space that follows it.
        """
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        cut = cut_in_target(segment, caret)
        if cut is None:
            return refused(
                "No sentence with Chinese behind it ends at the caret; Tab goes to the source to split there."
            )
        return self._cut(segment, [cut])

    def split_sentences(self, row: int, pairs: Sequence[SentencePair] | None = None) -> Outcome:
        """Cut a row into its sentences, in one step of undo; each takes its English along.

        Sentences that share one English sentence stay together.

        Args:
            pairs: what `pairs_to_split` has found; None to ask it now.

        Raises:
            WorkbenchError: the dictionary is needed and cannot be read.
        """
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        cuts, shared = sentence_cuts(segment, self.pairs_to_split(segment) if pairs is None else pairs)
        if cuts:
            return self._cut(segment, cuts, shared)
        if shared:
            return refused("Its sentences share their English; F9 s splits the row at the source caret.")
        return refused("The row is one sentence; F9 s splits it at the source caret.")

    def pairs_to_split(self, segment: Segment) -> tuple[SentencePair, ...]:
        """The sentences of a row and their English; safe in another thread, since the aligner takes a while.

        Raises:
            WorkbenchError: the dictionary is needed and cannot be read.
        """
        from workbench.project.dictionary import project_lexicon
        from workbench.project.pairs import document_pairs

        plain = replace(segment, kind=Kind.PARAGRAPH)  # headings are pairs as they are, but not here
        return document_pairs([plain], lambda: project_lexicon(self.folder, self.config))[0].pairs

    def merge(self, row: int) -> Outcome:
        """Put a row and the next one of its document together."""
        follow = views.neighbour(self._store.connection, RowFilter(), row, 1)
        return self.merge_rows([row] if follow is None else [row, follow])

    def merge_rows(self, rows: Sequence[int]) -> Outcome:
        """Put rows that follow each other in one document together, in one step of undo.

        Args:
            rows: ids, in any order; the first one in the project stays, with all that the others have.
        """
        parts: list[Segment] = []
        for row in rows:
            segment = self._workable(row)
            if isinstance(segment, Outcome):
                return segment
            parts.append(segment)
        parts.sort(key=lambda part: (part.rank, part.id))
        if len(parts) < 2 or len({part.document for part in parts}) > 1:
            return refused("There is no next row in this document to merge with.")
        numbers = self.number(parts[0].id), self.number(parts[-1].id)
        if numbers[1] - numbers[0] != len(parts) - 1:
            return refused("Only rows that follow each other can be merged; move them together first.")
        after = self._stamped(reduce(structure.merged, parts))
        two = len(parts) == 2
        label = f"merged rows {numbers[0]}{' and ' if two else '–'}{numbers[1]}"
        gone: list[tuple[Segment | None, Segment | None]] = [(part, None) for part in parts[1:]]
        self._commit(label, after.id, [(parts[0], after), *gone])
        said = "Merged with the next row" if two else f"{len(parts)} rows merged into one"
        said += "; a draft now." if after.state is State.DRAFT else "."
        return Outcome(tuple(part.id for part in parts), structure=True, row=after.id, message=said)

    def _cut(self, segment: Segment, cuts: Sequence[Cut], shared: int = 0) -> Outcome:
        first, *others = cut_up(segment, cuts)
        room = room_after(self._store.connection, segment.id, len(others))
        free = self._store.next_row_id()
        made = [
            self._stamped(replace(part, id=free + at, rank=rank, created_at=now()))
            for at, (part, rank) in enumerate(zip(others, room.ranks, strict=True))
        ]
        changes = [difference(segment, self._stamped(first)), *(difference(None, part) for part in made)]
        self.pause()
        number = self.number(segment.id)
        label = f"split row {number}" + (f" into {len(cuts) + 1}" if len(cuts) > 1 else "")
        self._log.append(label, segment.id, [*room.changes, *changes])
        rows = segment.id, *(part.id for part in made)
        return Outcome(rows, structure=True, row=segment.id, message=_split_said([first, *made], shared))


def _split_said(parts: Sequence[Segment], shared: int) -> str:
    drafts = [part.state is State.DRAFT for part in parts]
    count = "two" if len(parts) == 2 else str(len(parts))
    said = f"Split in {count}"
    if all(drafts):
        said += "; both are drafts" if len(parts) == 2 else "; all are drafts"
    elif drafts[0] and not any(drafts[1:]):
        said += "; the English stays with the first part"
    elif any(drafts):
        said += f"; {sum(drafts)} are drafts, {len(parts) - sum(drafts)} have no English yet"
    if shared:
        said += ". Sentences that share their English stay together"
    return f"{said}."
