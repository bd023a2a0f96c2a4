"""project: an alignment that is open: its beads and texts, where one was, and how a step is carried out."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Self

from workbench.model.faults import WorkbenchError
from workbench.project.lock import ProjectLock
from workbench.project.mending_beads import SOURCE, TARGET, BeadList, Mark, MendedBead, Place, Side, Swap
from workbench.project.mending_folder import AlignmentConfig, read_alignment_config
from workbench.project.mending_log import MendingLog, MendingStep
from workbench.project.mending_outcome import MendingOutcome, is_doubted, is_doubtful, refused
from workbench.project.mending_schema import FILE_NAME
from workbench.project.mending_sentences import Sentence, SentenceStarts
from workbench.project.mending_store import Change, MendingStore, cells_of

READ_ONLY = "Read-only: another Workbench has this alignment."
_PLACE, _ORDER = "place", "order"


class OpenedAlignment:
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

    # ---- carrying out

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
