"""tui: Completing, how the word being typed may go on, offered faintly behind the caret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.worker import get_current_worker

from workbench.model.faults import WorkbenchError
from workbench.project.completion import Completer, Vocabulary
from workbench.project.stopping import StopError
from workbench.tui.giving_way import giving_way
from workbench.tui.screens.part import Part
from workbench.tui.settings import completion_wanted, want_completion

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

REST: Final = 2.0  # s without a key before the words are read
_TYPED_AT_ONCE: Final = 3  # characters; what brings more was inserted, not typed
_WORD_DONE: Final = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[^\w'’-]$")


class Completing(Part):
    """Offers to go on while a word is typed; Right takes the offer.

    Attributes:
        on: whether anything is offered.
    """

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self.on = completion_wanted()
        self._completer = Completer()
        self._seen = ""
        self._told = ""
        desk.pane.ghost_gone = self._tell

    # ---- the words

    def start(self) -> None:
        """The words of the project are read when the keyboard rests."""
        self._seen = self.desk.pane.target_text
        if self.on:
            self.desk.set_timer(REST, self._read_when_resting)

    def _read_when_resting(self) -> None:
        if monotonic() - self.desk.reading.touched < REST:
            self.desk.set_timer(REST, self._read_when_resting)
        elif not len(self._completer.vocabulary):
            self.desk.run_worker(self._read, thread=True, exclusive=True, group="vocabulary")

    def _read(self) -> None:
        """In a worker's thread."""
        worker = get_current_worker()

        def progress(_done: int, _of: int) -> None:
            if worker.is_cancelled:
                raise StopError

        try:
            with giving_way():
                vocabulary = self.desk.session.vocabulary(progress)
        except (StopError, WorkbenchError):  # a comfort: what cannot be read is said elsewhere
            return
        self.desk.call_later(self._have_read, vocabulary)

    def _have_read(self, vocabulary: Vocabulary) -> None:
        self._completer.vocabulary = vocabulary

    # ---- what is offered

    def edited(self) -> None:
        """A key changed the English: a word that was begun may go on."""
        pane = self.desk.pane
        text, before = pane.target_text, self._seen
        self._seen = text
        if not self.on:
            return
        caret = pane.caret
        done = _WORD_DONE.search(text[max(0, caret - 60) : caret])
        if done is not None:
            self._completer.used(done[1])
        typed = 0 < len(text) - len(before) <= _TYPED_AT_ONCE
        pane.offer(self._completer.offer(text, caret, self._terms()) if typed else "")
        self._tell()

    def _terms(self) -> Iterator[str]:
        """English terms of the row: those still to be used first, the sentence's before the others."""
        offers = self.desk.terms.offers
        for used in (False, True):
            for offer in offers:
                if offer.used is used:
                    yield from (rendering.en for rendering in offer.renderings)

    def _tell(self) -> None:
        """The hint line says what Right takes, as long as it does."""
        offered = self.desk.pane.offered
        if offered == self._told:
            return
        self._told = offered
        self.desk.refresh_hints()

    def caret_moved(self) -> None:
        """The offer is gone with the place it was for."""
        self._seen = self.desk.pane.target_text
        self._tell()

    def row_changed(self) -> None:
        """Another row, or another text in it."""
        self._seen = self.desk.pane.target_text
        self._tell()

    # ---- the setting

    def toggle(self) -> None:
        """Offer no more, or again; kept in the settings."""
        self.on = not self.on
        if self.on:
            self._read_when_resting()
        else:
            self.desk.pane.offer("")
            self._tell()
        want_completion(self.on)
        self.desk.say(
            "Words are completed while you type: Right takes what is offered."
            if self.on
            else "Words are not completed any more."
        )
