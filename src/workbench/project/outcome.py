"""project: Outcome, what a command of the session did, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did.

    Attributes:
        changed: ids of rows whose content is different now.
        structure: True where rows came, went or moved, so that the view must be read again.
        row: where the editor goes next; None to stay.
        caret: offset in the plain text of the target to place the caret at; None to leave it.
        message: one sentence for a person; empty where nothing needs saying.
        waiting: rows of the same source that are still to be filled; see `fill_repetitions`.
        done: False where the command was refused; `message` says why.
    """

    changed: tuple[int, ...] = ()
    structure: bool = False
    row: int | None = None
    caret: int | None = None
    message: str = ""
    waiting: int = 0
    done: bool = True


def refused(why: str) -> Outcome:
    """The outcome of a command that changed nothing, and why."""
    return Outcome(message=why, done=False)
