"""project: Mending, an alignment that is open for work: every act on it is a function here, without a screen.

One object belongs to one thread. Aligning a gap again takes another: `mending_again` does it there, and
`take_again` carries the result out here.
"""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Self

from workbench.model.faults import WorkbenchError
from workbench.project import mending_acts as acts
from workbench.project.lock import ProjectLock
from workbench.project.mending_again import Gap
from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead, Place, Side, Swap
from workbench.project.mending_folder import AlignmentConfig, read_alignment_config
from workbench.project.mending_log import MendingLog, MendingStep
from workbench.project.mending_outcome import MendingOutcome, beads_said, is_doubted, is_doubtful, refused
from workbench.project.mending_schema import FILE_NAME
from workbench.project.mending_sentences import Sentence, SentenceStarts, cut
from workbench.project.mending_store import Change, MendingStore, cells_of

READ_ONLY = "Read-only: another Workbench has this alignment."
_PLACE, _ORDER = "place", "order"


class Mending:
    """Two texts, their beads, and what was done to them.

    Attributes:
        folder: of the alignment; `config` what its project.toml says.
        beads: all of them, in order.
        texts: where the sentences of the Chinese and of the English begin.
        opening_message: what opening it has to say; empty for nothing.
    """

    def __init__(self, folder: Path, store: MendingStore, config: AlignmentConfig, lock: ProjectLock) -> None:
        self.folder = folder
        self.config = config
        self.beads: BeadList = store.beads()
        self.texts: tuple[SentenceStarts, SentenceStarts] = store.starts(SOURCE), store.starts(TARGET)
        self.opening_message = ""
        self._store = store
        self._lock = lock
        self._log = MendingLog(store, _user())
        self._doubtful = sum(is_doubted(mark, sure) for mark, sure in self.beads.states())

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open the folder of an alignment; read-only where another process has it or it cannot be written.

        Args:
            folder: of the alignment.
            read_only: leave the right to write to others.

        Raises:
            WorkbenchError: it is no alignment, or cannot be read.
        """
        config = read_alignment_config(folder)
        lock = ProjectLock(folder)
        said = ""
        try:
            held = not read_only and lock.acquire()
            said = "" if held else READ_ONLY
        except WorkbenchError as error:
            held, said = False, f"Read-only: {error}"
        try:
            mending = cls(folder, MendingStore(folder / FILE_NAME, writable=held), config, lock)
        except BaseException:
            lock.release()
            raise
        mending.opening_message = said
        return mending

    def close(self) -> None:
        """Close it; what was done is on disk already."""
        self._store.close()
        self._lock.release()

    # ---- reading

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return not self._lock.held

    @property
    def store(self) -> MendingStore:
        """The texts, for the other rooms of `project`."""
        return self._store

    @property
    def right(self) -> int:
        """How many beads are right."""
        return self.beads.count(Mark.RIGHT)

    @property
    def right_pairs(self) -> int:
        """How many of them have two sides."""
        return sum(bead.is_pair for bead in self.beads if bead.mark is Mark.RIGHT)

    @property
    def doubtful(self) -> int:
        """How many are doubtful."""
        return self._doubtful

    def sentences(self, bead: MendedBead, side: Side) -> list[Sentence]:
        """The sentences of one side of a bead, in order."""
        text = self.texts[side]
        return self._store.sentences_at(side, [text.starts[n] for n in text.within(bead.span(side))])

    def newest_operation(self) -> int:
        """Number of the newest step; 0 where nothing was done yet."""
        return self._log.newest()

    # ---- where one was

    @property
    def doubtful_first(self) -> bool:
        """Whether the beads are shown with the least sure first; so it is until another order is chosen."""
        return self._store.meta(_ORDER) != "text"

    def remember(self, place: Place, *, doubtful_first: bool) -> None:
        """Keep place and order for the next opening; where the disk is full, work goes on without."""
        if not self.read_only:
            with contextlib.suppress(WorkbenchError):
                self._store.set_meta(_PLACE, f"{place[0]} {place[1]}")
                self._store.set_meta(_ORDER, "doubt" if doubtful_first else "text")

    @property
    def place(self) -> Place | None:
        """Where one was; None where that is not known or no bead begins there any more."""
        numbers = self._store.meta(_PLACE).split()
        if len(numbers) != 2 or not all(map(str.isdecimal, numbers)):
            return None
        place = int(numbers[0]), int(numbers[1])
        return None if self.beads.index_of(place) is None else place

    # ---- acts

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

        why = "Put the cursor on the sentence with which the second bead shall begin; the first one is none."
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
            f"{what} moved {where}",
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

    # ---- carrying out

    def _is_right(self, at: int) -> bool:
        return self.beads.mark(at) is Mark.RIGHT

    def _act(
        self,
        place: Place,
        label: str,
        swap_at: Callable[[int], Swap | None],
        nothing: str,
        *,
        last: bool = False,
    ) -> MendingOutcome:
        """Act on the bead at a place; `last`: go to the last bead that comes of it, else to the first."""
        if self.read_only:
            return refused(READ_ONLY)
        at = self.beads.index_of(place)
        if at is None:
            return refused("That bead is not there any more.")
        swap = swap_at(at)
        if swap is None:
            return refused(nothing) if nothing else MendingOutcome(place=place)
        goal = swap.after[-1 if last else 0].place
        lost = sum(bead.mark is Mark.RIGHT for bead in swap.before if bead.place != place)
        outcome = self._do(f"bead {at + 1} {label}", goal, [swap], stay=False)
        if lost and not any(bead.mark is Mark.RIGHT for bead in swap.after):
            said = f"{outcome.message} Its neighbour was right and is to be looked at again."
            return MendingOutcome(outcome.changes, outcome.place, said)
        return outcome

    def _do(self, label: str, place: Place, changes: Sequence[Change], *, stay: bool) -> MendingOutcome:
        step = self._log.append(label, place, changes)
        self._take(step.changes)
        return MendingOutcome(step.changes, None if stay else place, f"{label[0].upper()}{label[1:]}.")

    def _walk(self, word: str, step: Callable[[], MendingStep | None], nothing: str) -> MendingOutcome:
        if self.read_only:
            return refused(READ_ONLY)
        walked = step()
        if walked is None:
            return refused(nothing)
        self._take(walked.changes)
        place = self.beads[self.beads.near(walked.place)].place
        return MendingOutcome(walked.changes, place, f"{word}: {walked.label}.")

    def _take(self, changes: Iterable[Change]) -> None:
        """What the store has done is done here."""
        for change in changes:
            if isinstance(change, Swap):
                self.beads.swap(change)
                self._doubtful += sum(map(is_doubtful, change.after)) - sum(map(is_doubtful, change.before))
            else:
                cells = [cells_of(sentence) for sentence in change.after]
                self.texts[change.side].swap(change, cells)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name, as in some containers
        return "translator"
