"""project: commands on one row: typing, confirming, sentence ends, states, lock, note, kind, source."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from workbench.checks.gaps import gaps
from workbench.model.coded import print_coded
from workbench.model.matches import GAP
from workbench.model.segments import Anchor, Kind, Lock, Origin, Segment, State
from workbench.project import drafting, views
from workbench.project.light import light
from workbench.project.opened import GONE, OpenedProject, rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.row_change import difference
from workbench.project.structure_sources import source_edited

_QUOTED = ("”", "』", "」", "’")
PAUSE = 2.0  # seconds without a key that end a typing step


class RowCommands(OpenedProject):
    """What a translator does to the row under the caret."""

    def type(
        self,
        row: int,
        target: str,
        anchors: Sequence[Anchor] | None = None,
        origin: Origin | None = None,
    ) -> Outcome:
        """Keep what the edit buffer of a row holds (printed form). One step of undo a pause."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        after = drafting.typed(segment, target, anchors, origin)
        if after.target == segment.target and after.anchors == segment.anchors:
            return Outcome()
        change = [difference(segment, self._stamped(after))]
        moment = time.monotonic()
        step = self._step
        same = step is not None and step[1] == row and moment - step[2] < PAUSE and origin is None
        if step is not None and same and self._log.amend(step[0], change):
            self._step = (step[0], row, moment)
            return Outcome((row,))
        self._step = (self._log.append(f"typing in row {self.number(row)}", row, change), row, moment)
        return Outcome((row,))

    def confirm(self, row: int) -> Outcome:
        """Enter: confirm the row, fill its repetitions, and go on.

        An empty row is only left. After a jump the way leads back. After the last row it stays.
        """
        segment = self._there(row)
        said = ""
        changed: tuple[int, ...] = ()
        waiting = 0
        if segment is None:
            return refused(GONE)
        if segment.target.text.strip() and not segment.settled:
            done = self.confirm_and_stay(row)
            if not done.done:
                return replace(done, row=None if self.read_only else self._onward(row)[0])
            changed, said, waiting = done.changed, done.message, done.waiting
        self.pause()
        follow, why = self._onward(row)
        message = " ".join(part for part in (said, why) if part)
        return Outcome(changed, row=follow, message=message, waiting=waiting)

    def confirm_and_stay(self, row: int) -> Outcome:
        """Confirm the row and fill its repetitions, in one step of undo."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if not segment.target.text.strip():
            return refused("There is no English to confirm in this row.")
        if segment.state is State.CONFIRMED:
            return Outcome(message="This row is confirmed already.")
        after = self._stamped(drafting.confirmed(segment))
        # They are counted by their keys alone: a text with the key of another counts as well.
        count = self._store.count_alike(row)
        waiting = 0 if self.fills_at_once is None or count <= self.fills_at_once else count
        filled = self._filled(row, after) if count and not waiting else []
        number = self.number(row)
        label = f"confirmed row {number}" + (f" and filled {rows_said(len(filled))}" if filled else "")
        self._commit(label, row, [(segment, after), *filled])
        said = f"Row {number} confirmed."
        if filled:
            said += f" {self._filled_said([other.id for other, _ in filled])}"
        if gaps(after):
            said += f" {GAP} stands for a sentence without English; the memory waits for it."
        changed = (row, *(other.id for other, _ in filled))
        return Outcome(changed, message=said, waiting=waiting)

    def fill_repetitions(self, row: int) -> Outcome:
        """Fill the rows that have the source of this confirmed one, as drafts, in a step of their own."""
        segment = self._workable(row, locked=True)
        if isinstance(segment, Outcome):
            return segment
        filled = self._filled(row, segment) if segment.settled else []
        if not filled:
            return Outcome()
        rows = [other.id for other, _ in filled]
        self._commit(f"filled {rows_said(len(rows))} as row {self.number(row)}", row, filled)
        return Outcome(tuple(rows), message=self._filled_said(rows))

    def _filled(self, row: int, model: Segment) -> list[tuple[Segment, Segment]]:
        """The repetitions of a row that may be filled from it, before and after."""
        rows = self._store.alike(row, model.target.text)
        return [
            (other, self._stamped(drafting.repetition_of(other, model)))
            for other in self.segments(rows)
            if drafting.takes_repetition(other)
        ]

    def _filled_said(self, rows: Sequence[int]) -> str:
        numbers = ", ".join(str(self.number(row)) for row in rows[:5])
        if len(rows) == 1:
            return f"Filled in as a draft in row {numbers}."
        return (
            f"Filled in as drafts in rows {numbers}{f' and {len(rows) - 5:,} more' if len(rows) > 5 else ''}."
        )

    def end_sentence(self, row: int, caret: int) -> Outcome:
        """Anchor the end of the current sentence at `caret` (plain target offset) and go to the next."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        ended = drafting.sentence_ended(segment, caret)
        if ended is None:
            return refused("Nothing stands before the caret that could be this sentence.")
        after, follow = ended
        if after.target != segment.target and segment.settled:
            after = replace(after, state=State.DRAFT)
        if after != segment:
            self._commit(f"sentence end in row {self.number(row)}", row, [(segment, self._stamped(after))])
        shown = light(after, after.target.text, after.anchors, follow)
        last = len(after.anchors) and after.anchors[-1].source_end == len(after.source.text)
        if last and follow >= after.anchors[-1].target_end:
            said = "That was the last sentence of the row; Enter confirms it."
        else:
            said = f"Sentence {shown.index + 1} of {shown.count}."
            before = segment.source.text[: shown.source[0]].rstrip()
            if before.endswith(_QUOTED) and not after.target.text[follow:].strip():
                said += " ^E again: its English stands there too, with the quotation."
        return Outcome((row,), caret=follow, message=said)

    def set_state(self, row: int, state: State, comment: str = "") -> Outcome:
        """Set a state by hand; a rejection carries a comment."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if state is State.CONFIRMED:
            return self.confirm_and_stay(row)
        if state is State.UNTRANSLATED and segment.target.text.strip():
            return refused("A row with English in it is not untranslated; clear the target first.")
        if state is not State.UNTRANSLATED and not segment.target.text.strip():
            return refused("An empty row stays untranslated.")
        after = replace(segment, state=state, comment=comment if state is State.REJECTED else segment.comment)
        return self._edit(f"set row {self.number(row)} to {state}", segment, after)

    def toggle_lock(self, row: int, why: str = "") -> Outcome:
        """Lock a row, or unlock it."""
        segment = self._workable(row, locked=True)
        if isinstance(segment, Outcome):
            return segment
        after = replace(segment, lock=None if segment.lock else Lock(self.user, why))
        return self._edit(f"{'locked' if after.lock else 'unlocked'} row {self.number(row)}", segment, after)

    def set_note(self, row: int, note: str) -> Outcome:
        """Set the note of a row; allowed on a locked one too."""
        segment = self._workable(row, locked=True)
        if isinstance(segment, Outcome):
            return segment
        return self._edit(f"note on row {self.number(row)}", segment, replace(segment, note=note.strip()))

    def set_kind(self, row: int, kind: Kind) -> Outcome:
        """Say what a row is."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        said = kind.value.replace("_", " ")
        return self._edit(f"made row {self.number(row)} a {said}", segment, replace(segment, kind=kind))

    def copy_source(self, row: int) -> Outcome:
        """Put the Chinese into the English side."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        return self._type_alone(row, print_coded(segment.source))

    def clear_target(self, row: int) -> Outcome:
        """Empty the English side."""
        done = self._type_alone(row, "")
        return replace(done, message="The English is emptied.") if done.changed else done

    def _type_alone(self, row: int, target: str) -> Outcome:
        """As `type`, in a step of its own."""
        self.pause()
        done = self.type(row, target)
        self.pause()
        return done

    def edit_source(self, row: int, text: str) -> Outcome:
        """Mend the source; the one that was read is kept beside it."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        if not text.strip():
            return refused("A source cannot be empty; make the row ignored instead.")
        after = source_edited(segment, text.replace("\n", ""))
        if after.settled:
            after = replace(after, state=State.DRAFT)
        return self._edit(f"edited the source of row {self.number(row)}", segment, after)

    def _onward(self, row: int) -> tuple[int | None, str]:
        """Where Enter leads from a row, and what to say."""
        if self._jumped is not None:
            jumped, back = self._jumped
            self._jumped = None
            if jumped == row and self.number(back):
                return back, "Back where you were."
        follow = views.next_open(self._store.connection, self.filter, row)
        if follow is not None:
            return follow, ""
        left = self.counts()
        if left.confirmed < left.total:
            return (
                None,
                f"No open row after this one; {rows_said(left.total - left.confirmed)} before it.",
            )
        return None, "That was the last row: everything is confirmed."
