"""tui: Memorising, what is confirmed reaches the memory: aside, soon after a command and at the start."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.model.faults import WorkbenchError
from workbench.tui.giving_way import giving_way

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

SOON = 0.25
REST = 4.0
_MAKE_DICTIONARY = "from workbench.lexicon.index import load_lexicon; load_lexicon()"


class Memorising:
    """Runs the catching up of the memory in a thread, one at a time."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._timer: Timer | None = None
        self._rest: Timer | None = None
        self._busy = self._again = False
        self._said = ""
        self._making = False

    def rows_changed(self) -> None:
        """A command changed rows: let the memory know soon."""
        if self._timer is None:
            self._timer = self._desk.set_timer(SOON, self._start)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self._desk.set_timer(REST, self._rested)

    def _start(self) -> None:
        self._timer = None
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._desk.run_worker(self._catch_up, thread=True, group="memory")

    def _catch_up(self) -> None:
        """In a worker's thread."""
        self._attempt(pairing=False)

    def _pair_up(self) -> None:
        """In a worker's thread: sentences that only the aligner can pair."""
        self._attempt(pairing=True)
        self._desk.session.put_away()

    def _attempt(self, *, pairing: bool) -> None:
        session, said = self._desk.session, ""
        rows = frozenset[int]()
        try:
            with giving_way():
                rows = session.pair_up() if pairing else session.catch_up()
        except WorkbenchError as error:
            said = str(error)
        self._desk.call_later(self._done, rows, said)

    def _done(self, rows: frozenset[int], said: str) -> None:
        self._busy = False
        if said and said != self._said:
            self._desk.say(said, warn=True)
        self._said = said
        if rows:
            self._desk.matches.changed()
        if self._again:
            self._again = False
            self._start()

    def _rested(self) -> None:
        """Nothing was done for some seconds: time for what takes longer."""
        self._rest = None
        if not self._busy and self.dictionary_is_there():
            self._busy = True
            self._desk.run_worker(self._pair_up, thread=True, group="memory")

    def dictionary_is_there(self) -> bool:
        """Whether the aligner may start; making its dictionary takes a processor for seconds, so not here."""
        from workbench.lexicon.index import is_made

        try:
            made = is_made()
        except WorkbenchError:
            return False  # not installed: sentences are kept where anchors part them
        if not made and not self._making and not self._desk.app.is_headless:
            self._making = True
            self._desk.run_worker(self._make_dictionary(), group="dictionary")
        return made

    async def _make_dictionary(self) -> None:
        """In a process of its own, so that no key waits for it; whether it succeeds shows in the cache."""
        nothing = asyncio.subprocess.DEVNULL
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _MAKE_DICTIONARY), stdin=nothing, stdout=nothing, stderr=nothing
        )
