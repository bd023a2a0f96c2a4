"""tui: RowFacts, what is worked out about the row under the caret, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.model.findings import Finding
from workbench.model.segments import Segment
from workbench.model.terms import TermHit

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

SETTLE = 0.06
TYPING_RESTS = 0.5


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known of one row at one moment."""

    row: int = 0
    source: str = ""
    hits: tuple[TermHit, ...] = ()
    findings: tuple[Finding, ...] = ()


class FactsWorker:
    """Works out terms and findings when the caret rests in a row, and again when typing rests."""

    def __init__(self, desk: EditorScreen, show: Callable[[RowFacts], None]) -> None:
        self._desk = desk
        self._show = show
        self._timer: Timer | None = None
        self._sentence_done = False
        self.now = RowFacts()

    def row_changed(self) -> None:
        """The caret is in another row: work out its facts soon."""
        self._sentence_done = False
        self._soon(SETTLE)

    def typed(self) -> None:
        """The English changed: look at it again when typing rests."""
        self._sentence_done = False
        self._soon(TYPING_RESTS)

    def check_ended_sentence(self) -> None:
        """A sentence was ended: what is missing in it counts now."""
        self._sentence_done = True
        self._soon(0.0)

    def terms_changed(self) -> None:
        """The termbase is another one."""
        self._soon(0.0)

    def _soon(self, after: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._desk.set_timer(max(after, 0.001), self._start)

    def _start(self) -> None:
        self._timer = None
        segment = self._desk.segment
        self._desk.run_worker(
            partial(self._work, segment, self._sentence_done),
            thread=True,
            exclusive=True,
            group="facts",
            exit_on_error=True,
        )

    def _work(self, segment: Segment, sentence_done: bool) -> None:
        """In the worker's thread."""
        facts = RowFacts(
            segment.id,
            segment.source.text,
            self._desk.session.recogniser().hits(segment.source.text),
            found_in(segment, sentence_done=sentence_done),
        )
        self._desk.call_later(self._arrived, facts)

    def _arrived(self, facts: RowFacts) -> None:
        if facts.row == self._desk.row:
            self.now = facts
            self._show(facts)


def found_in(segment: Segment, *, sentence_done: bool) -> tuple[Finding, ...]:
    """The findings to show: what is missing from the English waits until its sentence or the row is done."""
    from workbench.checks.numbers import findings

    found = findings(segment)
    done = sentence_done or segment.settled
    return tuple(finding for finding in found if done or not finding.missing)
