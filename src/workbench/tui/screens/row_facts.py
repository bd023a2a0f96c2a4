"""tui: RowFacts, what is worked out about the row under the caret, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from workbench.model.faults import WorkbenchError
from workbench.model.segments import OriginKind, Segment
from workbench.project.spelling_commands import CHECK as MISSPELT_WORD
from workbench.tui.giving_way import giving_way
from workbench.tui.pause import Pause
from workbench.tui.screens.printed import plain_offset

if TYPE_CHECKING:
    from workbench.model.findings import Finding
    from workbench.model.terms import TermHit
    from workbench.tui.screens.editor import EditorScreen

SETTLE = 0.06
REST = 1.5
TYPING_RESTS = 0.5
_MOST_HITS = 400  # texts of which the terms are kept

Beside: TypeAlias = "tuple[tuple[int, tuple[TermHit, ...]], ...]"
"""Rows, each with its terms."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known of one row at one moment.

    Attributes:
        wrong: what kept the terms from being found.
        beside: terms of the other rows on the screen.
        english: of the row, as it was looked at; findings stand in it.
        first: ids of the concepts that the row is the first to mention, once that is known.
    """

    row: int = 0
    source: str = ""
    hits: tuple[TermHit, ...] = ()
    findings: tuple[Finding, ...] = ()
    wrong: str = ""
    beside: Beside = ()
    first: frozenset[str] = frozenset()
    english: str = ""


class FactsWorker:
    """Works out terms and findings when the caret rests in a row, and again when typing rests.

    While a key that goes from row to row is held down, nothing is worked out and only the rows are painted.

    Attributes:
        now: what is known.
        unsettled: the caret came to another row, of which nothing is known yet.
        held: a misspelt word is kept back, since it is still being typed.
    """

    def __init__(self, desk: EditorScreen, show: Callable[[RowFacts], None]) -> None:
        self._desk = desk
        self._show = show
        self._pause = Pause(desk, self._start)
        self._sentence_done = False
        self._said = ""
        self._mentions_known = False
        self._hits: dict[str, tuple[TermHit, ...]] = {}
        self._hits_of: object = None
        self.now = RowFacts()
        self.unsettled = False
        self.held = False
        self._typing = False

    def row_changed(self) -> None:
        """The caret is in another row: work out its facts soon."""
        self._sentence_done = self._typing = False
        self.unsettled = True
        self._soon(SETTLE)

    def row_touched(self) -> None:
        """A command may have changed the row."""
        self._typing = False
        self._soon(SETTLE)

    def typed(self) -> None:
        """The English changed: look at it again when typing rests."""
        self._sentence_done = False
        self._typing = True
        self._soon(SETTLE if self.unsettled else TYPING_RESTS)

    def check_ended_sentence(self) -> None:
        """A sentence was ended: what is missing in it counts now."""
        self._sentence_done = True
        self._typing = False
        self._soon(0.0)

    def terms_changed(self) -> None:
        """The termbase is another one."""
        self._soon(0.0)

    def settle_now(self) -> None:
        """A command needs the facts: work them out without waiting for the caret to rest."""
        if self.unsettled:
            self._pause.stop()
            self._take(self._facts(self._desk.segment, self._sentence_done))

    def _soon(self, after: float) -> None:
        self._pause.begin(after)

    def _start(self) -> None:
        desk = self._desk
        if not desk.row:
            return
        segment = desk.segment
        if self.unsettled:
            desk.lighting.foresee()
        others, below = self._rows_but(segment.id, desk.pane.visible_rows()), desk.pane.rows_below()
        work = partial(self._work, segment, self._sentence_done, others, self._rows_but(segment.id, below))
        desk.run_worker(work, thread=True, exclusive=True, group="facts")

    def _rows_but(self, active: int, rows: Sequence[int]) -> list[Segment]:
        return self._desk.session.segments([row for row in rows if row != active])

    def _work(
        self, segment: Segment, sentence_done: bool, others: Sequence[Segment], below: Sequence[Segment]
    ) -> None:
        """In the worker's thread: the row, the others on the screen, and those that come next."""
        desk = self._desk
        with giving_way():  # the first time, the whole termbase is read
            facts = self._facts(segment, sentence_done)
        known = facts.hits or not facts.wrong
        if known:
            facts = replace(facts, beside=self._beside(others))
        desk.call_later(self._arrived, facts, not self._mentions_known)
        if self._mentions_known:  # behind the others: in a long project it may take a while
            desk.call_later(self._arrived, replace(facts, first=self._first(segment.id)), True)
        if known:
            with giving_way():
                ahead = self._beside(below)
            desk.call_later(desk.lighting.mark_ahead, ahead)

    def _beside(self, rows: Sequence[Segment]) -> Beside:
        """The terms of other rows; in a worker's thread."""
        recogniser = self._desk.session.recogniser()
        if self._hits_of is not recogniser or len(self._hits) > _MOST_HITS:
            self._hits_of, self._hits = recogniser, {}
        hits = self._hits  # another thread may begin a new one
        for row in rows:
            if row.source.text not in hits:
                hits[row.source.text] = recogniser.hits(row.source.text)
        return tuple((row.id, hits[row.source.text]) for row in rows)

    def _first(self, row: int) -> frozenset[str]:
        """What the row is the first to mention."""
        try:
            return self._desk.session.first_mentions(row)
        except WorkbenchError:  # said with the terms themselves
            return frozenset()

    def start_mentions(self) -> None:
        """Read what every row mentions, when nothing is done for a while."""
        self._desk.set_timer(
            REST,
            lambda: self._desk.run_worker(self._read_mentions, thread=True, exclusive=True, group="mentions"),
        )

    def _read_mentions(self) -> None:
        """In a worker's thread."""
        from workbench.memory.freed import give_back_memory

        try:
            with giving_way():
                self._desk.session.first_mentions(self._desk.row)
        except WorkbenchError:  # said with the terms themselves
            return
        give_back_memory()  # what reading the termbase took
        self._mentions_known = True
        self._desk.call_later(self.terms_changed)

    def _facts(self, segment: Segment, sentence_done: bool) -> RowFacts:
        source = segment.source.text
        done = sentence_done or segment.settled or _is_put_in(segment)
        findings = self._desk.session.findings(segment, finished=done)
        try:
            hits = self._desk.session.recogniser().hits(source)
            facts = RowFacts(segment.id, source, hits, findings, self._desk.session.term_trouble)
        except WorkbenchError as error:
            facts = RowFacts(segment.id, source, (), findings, str(error))
        return replace(facts, english=segment.target.text)

    def _arrived(self, facts: RowFacts, final: bool) -> None:
        if facts.row == self._desk.row:
            self._desk.arrivals.take("facts", partial(self._take, facts), final=final)

    def _take(self, facts: RowFacts) -> None:
        self.now = self._without_unfinished(facts)
        self.unsettled = False
        self._show(self.now)
        if facts.wrong != self._said:
            self._said = facts.wrong
            if facts.wrong:
                self._desk.say(facts.wrong, warn=True)

    def _without_unfinished(self, facts: RowFacts) -> RowFacts:
        """Nobody is told of a misspelt word while typing it."""
        pane = self._desk.pane
        caret = plain_offset(pane.target_text, pane.caret) if self._typing else -1
        kept = tuple(finding for finding in facts.findings if not _is_at(finding, caret))
        self.held = len(kept) < len(facts.findings)
        return replace(facts, findings=kept)


def _is_at(finding: Finding, caret: int) -> bool:
    """Whether it is of a misspelt word that ends at the caret."""
    span = finding.target_span
    return finding.check == MISSPELT_WORD and span is not None and span[1] == caret


def _is_put_in(segment: Segment) -> bool:
    """Whether the English is what matches have put in for all of the row: nothing is still to be typed."""
    return (
        segment.origin.kind is OriginKind.MATCH
        and segment.target.text == segment.origin.inserted
        and (not segment.anchors or segment.anchors[-1].source_end == len(segment.source.text))
    )
