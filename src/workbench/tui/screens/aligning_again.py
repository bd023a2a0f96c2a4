"""tui: AligningAgain, what lies between right beads is aligned again in a thread while one goes on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbench.model.faults import WorkbenchError
from workbench.project.mending_again import Gap, aligned_again, gaps_beside, whole_gap
from workbench.project.mending_beads import MendedBead
from workbench.project.mending_outcome import beads_said
from workbench.tui.giving_way import giving_way

if TYPE_CHECKING:
    from workbench.lexicon.lexicon import Lexicon
    from workbench.tui.screens.mending import MendingScreen

_GROUP = "aligning"
_BEADS_A_SECOND = 400
"""About what the aligner does, for saying how long it takes."""


class AligningAgain:
    """Starts it, takes what comes of it, and lets it be cancelled."""

    def __init__(self, desk: MendingScreen) -> None:
        self._desk = desk
        self._lexicon: Lexicon | None = None
        self._one_at_a_time = Lock()
        self._number = 0
        self._silent = False
        self.busy = False

    def whole(self) -> None:
        """All between the right beads before and behind the one under the cursor."""
        desk = self._desk
        gap = whole_gap(desk.mending.beads, desk.grid.number - 1)
        if gap is None:
            desk.say("This bead is right, and stays; go to one between right ones.", warn=True)
        elif len(gap.beads) == 1:
            desk.say("Both neighbours are right: there is nothing else to be found between them.")
        else:
            seconds = len(gap.beads) // _BEADS_A_SECOND
            time = f", some {seconds} s" if seconds > 1 else ""
            self._start([gap], f"Aligning {beads_said(len(gap.beads))} again{time}; Esc cancels.")

    def beside(self, index: int) -> None:
        """What lies beside a bead that was mended and called right; silently, for it is soon done."""
        gaps = gaps_beside(self._desk.mending.beads, index)
        if gaps:
            self._start(gaps, "")

    def cancel(self) -> bool:
        """Take nothing of what is being done; False where nothing is."""
        was_busy, self.busy = self.busy, False
        self._number += 1
        self._desk.workers.cancel_group(self._desk, _GROUP)
        return was_busy

    def _start(self, gaps: Sequence[Gap], said: str) -> None:
        self.cancel()
        self.busy, self._silent = True, not said
        if said:
            self._desk.say(said)
        work = partial(self._work, self._number, gaps)
        self._desk.run_worker(work, thread=True, exclusive=True, group=_GROUP)

    def _work(self, number: int, gaps: Sequence[Gap]) -> None:
        """In a worker's thread."""
        worker = get_current_worker()
        database = self._desk.mending.store.path
        found: Sequence[tuple[Gap, Sequence[MendedBead]]] = ()
        wrong = ""
        try:
            with self._one_at_a_time, giving_way():  # what was cancelled comes to its end first
                if self._lexicon is None and not worker.is_cancelled:
                    self._lexicon = _lexicon()
                found = [
                    (gap, aligned_again(database, gap, self._lexicon))
                    for gap in gaps
                    if self._lexicon is not None and not worker.is_cancelled
                ]
        except WorkbenchError as error:
            wrong = str(error)
        if not worker.is_cancelled:
            self._desk.call_later(self._done, number, found, wrong)

    def _done(self, number: int, found: Sequence[tuple[Gap, Sequence[MendedBead]]], wrong: str) -> None:
        if number != self._number or not self._desk.is_mounted:
            return
        self.busy = False
        if wrong:
            self._desk.say(wrong, warn=True)
        for gap, beads in found:
            self._desk.attempt(partial(self._take, gap, beads))

    def _take(self, gap: Gap, beads: Sequence[MendedBead]) -> None:
        desk = self._desk
        outcome = desk.mending.take_again(gap, beads, desk.place)
        if outcome.changes or not self._silent:
            desk.apply(outcome)


def _lexicon() -> Lexicon:
    """The dictionary with the terms of the personal and the bundled glossary."""
    from workbench.project.aligning import usual_lexicon

    return usual_lexicon()
