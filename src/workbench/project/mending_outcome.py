"""project: MendingOutcome, what an act on an alignment did, and which beads are to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.project.aligning import is_unsure
from workbench.project.mending_beads import Mark, MendedBead, Place
from workbench.project.mending_store import Change


@dataclass(frozen=True, slots=True)
class MendingOutcome:
    """What an act did.

    Attributes:
        changes: to sentences and beads, in order.
        place: where the bead begins to which one goes; None to stay.
        message: one sentence for a person; empty where nothing needs saying.
        done: False where it was refused; `message` says why.
        again: the bead at `place` was mended and is right now: what lies beside it may be aligned again.
    """

    changes: tuple[Change, ...] = ()
    place: Place | None = None
    message: str = ""
    done: bool = True
    again: bool = False


def refused(why: str) -> MendingOutcome:
    """The outcome of an act that changed nothing, and why."""
    return MendingOutcome(message=why, done=False)


def is_doubtful(bead: MendedBead) -> bool:
    """Whether a bead is more likely wrong than right, or was made by hand and nobody calls it right yet."""
    return is_doubted(bead.mark, bead.confidence)


def is_doubted(mark: Mark, confidence: float) -> bool:
    """The same by mark and confidence."""
    return is_unsure(confidence) if mark is Mark.FOUND else mark is Mark.HAND


def beads_said(count: int) -> str:
    """So many beads, in words."""
    return "1 bead" if count == 1 else f"{count:,} beads"
