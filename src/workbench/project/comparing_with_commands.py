"""project: commands that compare with another file and take from it, rows at a time, in one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.coded import print_coded
from workbench.model.segments import Segment, State
from workbench.project import drafting
from workbench.project.opened import OpenedProject, rows_said
from workbench.project.outcome import Outcome, refused

if TYPE_CHECKING:
    from workbench.project.comparing_with import Comparison, DifferentRow
    from workbench.project.comparing_with_files import ComparableFile
    from workbench.project.comparing_with_reading import Progress


def _quiet(_what: str, _done: int, _of: int) -> None:
    """Nobody waits."""


class ComparingWithCommands(OpenedProject):
    """Compare with a colleague's TMX, and take what is theirs."""

    def compare(self, path: Path, progress: Progress = _quiet) -> Comparison:
        """Where another TMX, a project.tmx or another project differs from the rows here. Safe in any thread.

        Args:
            progress: told how far it is; what it raises stops the comparison.

        Raises:
            WorkbenchError: the file is not there or cannot be read.
        """
        from workbench.project.comparing_with_reading import compared

        return compared(self.folder, self._store.path, path, self.languages, progress)

    def comparable_files(self) -> list[ComparableFile]:
        """Files that lie about and that a person may want to compare with: newest first, then own saves."""
        from workbench.project.comparing_with_files import comparable_files
        from workbench.project.identity import identity_of

        return comparable_files(self.folder, Path.cwd(), identity_of(self._store.connection).project)

    def take(self, comparison: Comparison, rows: Sequence[int], *, leave_confirmed: bool = False) -> Outcome:
        """Take their English, state, comment and note into some rows, in one step of undo.

        English that is confirmed here and changed on both sides, or of which no common version is known,
        becomes a draft; changed there alone it is as it is there. What is said tells how many were confirmed.

        Args:
            rows: ids of rows of the comparison; a locked one, and one changed since, is left and counted.
            leave_confirmed: leave English alone that is confirmed or reviewed here.
        """
        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to write here.")
        pairs: list[tuple[Segment | None, Segment | None]] = []
        left: dict[str, int] = {}
        confirmed = 0
        for row in dict.fromkeys(rows):
            different = comparison.by_row.get(row)
            segment = self._there(row)
            why = _why_not(different, segment, leave_confirmed)
            if why or different is None or segment is None:
                left[why] = left.get(why, 0) + 1
                continue
            confirmed += different.settled_here
            pairs.append((segment, self._stamped(taken(segment, different))))
        if not pairs:
            return refused(f"Nothing is taken{_left_said(left)}.")
        ids = tuple(segment.id for segment, _ in pairs if segment is not None)
        what = f"row {self.number(ids[0])}" if len(ids) == 1 else rows_said(len(ids))
        self._commit(f"took {what} from {comparison.name}", ids[0], pairs)
        drafts = sum(1 for old, new in pairs if _unsettled(old, new))
        said = f"Took {what} from {comparison.name}{_confirmed_said(confirmed, drafts)}{_left_said(left)}."
        return Outcome(ids, message=said)

    def is_taken(self, different: DifferentRow) -> bool:
        """Whether a row has their English and state by now."""
        segment = self._there(different.row)
        theirs = different.theirs.work
        if segment is None or segment.target.text != theirs.target.text:
            return False
        return different.english_differs or theirs.state in (None, segment.state)


def taken(segment: Segment, different: DifferentRow) -> Segment:
    """The row with what is theirs in it; the source stays ours.

    Their state holds where they say one, unless that changes what is confirmed here and not by them alone.
    """
    theirs, work = different.theirs, different.theirs.work
    after = segment
    if different.english_differs:
        anchors = theirs.anchors if not theirs.source and theirs.parts == 1 else ()
        after = drafting.typed(segment, print_coded(work.target), anchors, theirs.origin)
    from workbench.project.comparing_with import Changed

    known = work.state is not None and (not different.settled_here or different.changed is Changed.THERE)
    state = work.state if known and work.state is not None else after.state
    if different.english_differs and not known:
        state = State.DRAFT if work.target else State.UNTRANSLATED
    if not after.target.text.strip():
        state = State.UNTRANSLATED
    elif state is State.UNTRANSLATED:
        state = State.DRAFT
    comment = work.comment if work.state is not None else after.comment
    return replace(after, state=state, comment=comment, note=_note(segment.note, different))


def _note(ours: str, different: DifferentRow) -> str:
    """Theirs where only they have changed it, else both; nothing of ours goes."""
    theirs, base = different.theirs.work.note, different.base
    if base is not None and base.note == ours:
        return theirs if different.theirs.work.state is not None else ours
    return ours if not theirs or theirs in ours else "\n".join(filter(None, (ours, theirs)))


def _why_not(different: DifferentRow | None, segment: Segment | None, leave_confirmed: bool) -> str:
    """Why a row is left, in a few words; empty where it can be taken."""
    if different is None or segment is None:
        return "not there any more"
    if segment.lock is not None:
        return "locked"
    now = segment.target.text, segment.state
    if now == (different.theirs.work.target.text, different.theirs.work.state):
        return "as it is there already"
    if now != (different.ours.target.text, different.ours.state):
        return "changed since the comparison"
    return "confirmed here" if leave_confirmed and different.settled_here else ""


def _unsettled(old: Segment | None, new: Segment | None) -> bool:
    return old is not None and new is not None and old.settled and not new.settled


def _confirmed_said(confirmed: int, drafts: int) -> str:
    """That English was replaced that had been confirmed here."""
    if not confirmed:
        return ""
    said = f"; {confirmed} had been confirmed here"
    if not drafts:
        return said
    return said + (" and is a draft now" if confirmed == drafts == 1 else f", {drafts} of them drafts now")


def _left_said(left: dict[str, int]) -> str:
    return "".join(f"; {rows_said(count)} left: {why}" for why, count in left.items())
