"""project: Mending, an alignment that is open for work: every act on it is a function here, without a screen.

One object belongs to one thread. Aligning a gap again takes another: `mending_again` does it there, and
`take_again` carries the result out here.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.project import mending_acts as acts
from workbench.project.mending_again import Gap
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead, Place, Side, Swap
from workbench.project.mending_opened import READ_ONLY, OpenedAlignment
from workbench.project.mending_outcome import MendingOutcome, beads_said, refused
from workbench.project.mending_sentences import cut


class Mending(OpenedAlignment):
    """Two texts, their beads, and what is done to them."""

    def confirm(self, place: Place) -> MendingOutcome:
        """Say that a bead is right: it is a pin from now on."""

        def swap(at: int) -> Swap | None:
            return acts.marked(self.beads[at], Mark.RIGHT)

        at = self.beads.index_of(place)
        by_hand = at is not None and self.beads.mark(at) is Mark.HAND
        outcome = self._act(place, "right", swap, "")
        if outcome.done and by_hand:
            return MendingOutcome(outcome.changes, outcome.place, outcome.message, again=True)
        return outcome

    def reopen(self, place: Place) -> MendingOutcome:
        """Say that a bead is not sure to be right."""
        return self._act(
            place,
            "not sure",
            lambda at: acts.marked(self.beads[at], Mark.HAND) if self._is_right(at) else None,
            "This bead is not marked right.",
        )

    def confirm_sure(self, least: float) -> MendingOutcome:
        """Say of all beads with two sides that the aligner is so sure of that they are right, in one step."""
        if self.read_only:
            return refused(READ_ONLY)
        sure = [bead for bead in self.beads if bead.mark is Mark.FOUND and bead.confidence >= least]
        swaps = [acts.marked(bead, Mark.RIGHT) for bead in sure if bead.is_pair]
        changes = [swap for swap in swaps if swap is not None]
        if not changes:
            return refused(f"No open bead has a confidence of {least:.0%} or more.")
        label = f"{beads_said(len(changes))} with {least:.0%} or more right"
        return self._do(label, changes[0].before[0].place, changes, stay=True)

    def split(self, place: Place, side: Side, at: int) -> MendingOutcome:
        """Make two beads of one, before the sentence that begins at an offset."""

        def swap(index: int) -> Swap | None:
            bead = self.beads[index]
            other: Side = SOURCE if side else TARGET
            others = acts.inside(self.texts[other].starts, bead.span(other))
            return acts.split(bead, side, at, others)

        why = "Put the cursor on the sentence with which the second bead shall begin; it cannot be the first."
        return self._act(place, "split", swap, why)

    def merge(self, place: Place) -> MendingOutcome:
        """Make one bead of a bead and the next."""

        def swap(at: int) -> Swap | None:
            return acts.merged(self.beads[at], self.beads[at + 1]) if at + 1 < len(self.beads) else None

        return self._act(place, "merged with the next", swap, "This is the last bead.")

    def move(self, place: Place, side: Side, at: int, step: int) -> MendingOutcome:
        """Give sentences of one side to the bead after (`step` 1) or before (-1).

        Args:
            at: offset at which the first sentence that goes begins (1), or the last one ends (-1).
        """
        where = "down" if step > 0 else "up"
        what = "English" if side else "Chinese"
        return self._act(
            place,
            f"had its {what} moved {where}",
            lambda index: acts.moved(self.beads, index, side, at, step),
            f"There is nothing to move {where} on this side.",
            last=step < 0,
        )

    def omit(self, place: Place) -> MendingOutcome:
        """Say that the sides have nothing to do with each other, or that one side has no partner."""
        return self._act(
            place,
            "without a partner",
            lambda at: acts.unpaired(self.beads[at]),
            "It is settled already that this has no partner.",
        )

    def cut_sentence(self, place: Place, side: Side, start: int, at: int) -> MendingOutcome:
        """Make two sentences of the one that begins at `start`, at an offset in its text."""
        if self.read_only:
            return refused(READ_ONLY)
        swap = cut(side, self._store.sentences_at(side, [start])[0], at)
        if swap is None:
            return refused("Both sentences need some text; cut elsewhere.")
        return self._do("sentence cut", place, [swap], stay=False)

    def take_again(self, gap: Gap, found: Sequence[MendedBead], place: Place) -> MendingOutcome:
        """Put what the aligner has found in a gap in the place of what is there.

        Args:
            place: of the bead one is at, which stays.
        """
        if self.read_only:
            return refused(READ_ONLY)
        swap = acts.trimmed(gap.beads, found)
        if swap is None:
            return MendingOutcome(message="Aligned again: nothing changes.")
        at = self.beads.index_of(swap.before[0].place)
        if at is None or any(
            at + n >= len(self.beads) or self.beads[at + n] != bead for n, bead in enumerate(swap.before)
        ):
            return refused("These beads have changed meanwhile: they are left as they are.")
        numbers = f"{at + 1}" if len(swap.before) == 1 else f"{at + 1} to {at + len(swap.before)}"
        outcome = self._do(f"aligned again: bead {numbers}", place, [swap], stay=True)
        return MendingOutcome(outcome.changes, None, outcome.message)

    def undo(self) -> MendingOutcome:
        """Take the newest step back and go to its bead."""
        return self._walk("Undone", self._log.undo, "There is nothing to undo.")

    def redo(self) -> MendingOutcome:
        """Repeat the step taken back last and go to its bead."""
        return self._walk("Redone", self._log.redo, "There is nothing to redo.")

    def _is_right(self, at: int) -> bool:
        return self.beads.mark(at) is Mark.RIGHT
