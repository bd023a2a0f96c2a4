"""tui: Refrains, what recurs in the project: found aside when the keyboard rests, marked, and offered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.model.faults import WorkbenchError
from workbench.tui.giving_way import giving_way
from workbench.tui.pause import Pause

if TYPE_CHECKING:
    from workbench.project.refrains import RefrainOffer
    from workbench.tui.screens.editor import EditorScreen

Span = tuple[int, int]
REST = 1.5
_MOST_MARKED = 2000  # rows whose marks are kept
SETTLE = 0.9  # s in a row before it is looked at, and as long without a key


class Refrains:
    """The refrains of the rows on the screen, and the English they have elsewhere for the active one.

    The first time the whole project is looked through; that waits until the dictionary is there.
    """

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._timer: Timer | None = None
        self._pause = Pause(desk, self._look)
        self._known = False
        self._marks: dict[int, tuple[Span, ...]] = {}
        self._offers: tuple[int, tuple[RefrainOffer, ...]] = (0, ())

    def start(self) -> None:
        """Find them, when nothing else is done for a while."""
        self._timer = self._desk.set_timer(REST, self._start)

    def marks(self, row: int) -> tuple[Span, ...]:
        """The spans of a row's source that recur, as far as they are known."""
        return self._marks.get(row, ())

    def offers(self, row: int) -> tuple[RefrainOffer, ...]:
        """The English that the refrains of the active row have elsewhere."""
        return self._offers[1] if self._offers[0] == row else ()

    def row_changed(self) -> None:
        """Another row is active: it is looked at when the keyboard rests, for it may take a while."""
        if self._known:
            self._pause.begin(SETTLE)

    def _look(self) -> None:
        desk = self._desk
        rest = monotonic() - desk.reading.touched
        if rest < SETTLE:  # aligning keeps the processor busy for some tenths of a second
            self._pause.begin(SETTLE - rest)
        elif desk.row:
            rows = (*desk.pane.visible_rows(), *desk.pane.rows_below())
            look = partial(self._look_at, desk.row, [row for row in rows if row != desk.row])
            desk.run_worker(look, thread=True, exclusive=True, group="refrains-of-row")

    def _look_at(self, row: int, others: Sequence[int]) -> None:
        """In a worker's thread: the refrains of a row, and the marks of those around it."""
        session = self._desk.session
        try:
            with giving_way():
                offers = session.refrain_offers(row)
                marks = {
                    each: tuple((mark.start, mark.end) for mark in session.refrain_marks(each))
                    for each in (row, *others)
                }
        except WorkbenchError as error:
            self._desk.call_later(partial(self._desk.say, str(error), warn=True))
            return
        self._desk.call_later(self._arrived, row, offers, marks)
        session.put_away()  # what aligning took too; no key has come for a while

    def _start(self) -> None:
        self._timer = None
        if self._desk.memorising.dictionary_is_there():
            self._desk.run_worker(self._find, thread=True, group="refrains")
        else:
            self.start()

    def _find(self) -> None:
        """In a worker's thread."""
        try:
            with giving_way():
                self._desk.session.refrain_marks(self._desk.row)
        except WorkbenchError as error:
            self._desk.call_later(self._desk.say, str(error), warn=True)
            return
        self._known = True
        self._desk.call_later(self.row_changed)

    def _arrived(
        self, row: int, offers: tuple[RefrainOffer, ...], marks: dict[int, tuple[Span, ...]]
    ) -> None:
        if row != self._desk.row:
            return
        new = any(self._marks.get(each, ()) != spans for each, spans in marks.items())
        if len(self._marks) > _MOST_MARKED:
            self._marks.clear()
        self._marks.update(marks)
        self._offers = (row, offers)
        if new:
            self._desk.lighting.relight()
        self._desk.matches.show()
