"""tui: MendingWork, what reads the whole alignment is done in a thread, on the beads as they are on disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.mending import Mending
from workbench.tui.giving_way import giving_way

if TYPE_CHECKING:
    from workbench.tui.screens.mending import MendingScreen

Work = Callable[[Mending], str]
"""Makes something of an alignment and says in a sentence what."""


class MendingWork:
    """One piece of work at a time; its end is said."""

    def __init__(self, desk: MendingScreen) -> None:
        self._desk = desk
        self.busy = False

    def start(self, doing: str, work: Work) -> None:
        """Do something beside the keys.

        Args:
            doing: what is being done, in a sentence.
            work: is given the alignment, opened a second time for reading.
        """
        if self.busy:
            self._desk.say("One thing after the other: something is being written still.", warn=True)
            return
        self.busy = True
        self._desk.say(doing)
        self._desk.run_worker(partial(self._work, work), thread=True, group="results")

    def _work(self, work: Work) -> None:
        """In a worker's thread."""
        try:
            with giving_way():
                mending = Mending.open(self._desk.mending.folder, read_only=True)
                try:
                    said, wrong = work(mending), False
                finally:
                    mending.close()
        except WorkbenchError as error:
            said, wrong = str(error), True
        self._desk.call_later(self._done, said, wrong)

    def _done(self, said: str, wrong: bool) -> None:
        self.busy = False
        if self._desk.is_mounted:
            self._desk.say(said, warn=wrong)
