"""tui: Refrains, what recurs in the project: found aside when the keyboard rests, marked, and offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.model.faults import WorkbenchError
from workbench.tui.giving_way import giving_way

if TYPE_CHECKING:
    from workbench.project.refrains import RefrainOffer
    from workbench.tui.screens.editor import EditorScreen

Span = tuple[int, int]
REST = 1.5


class Refrains:
    """The refrains of the rows on the screen, and the English they have elsewhere for the active one.

    The first time the whole project is looked through; that waits until the dictionary is there.
    """

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._timer: Timer | None = None
        self._known = self._looked = False
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

    def look_at(self, row: int, others: Sequence[int]) -> None:
        """In a worker's thread: the refrains of a row, and the marks of others on the screen.

        Raises:
            WorkbenchError: the project cannot be read.
        """
        if not self._known:
            return
        from workbench.memory.freed import give_back_memory

        session = self._desk.session
        offers = session.refrain_offers(row)
        marks = {
            each: tuple((mark.start, mark.end) for mark in session.refrain_marks(each))
            for each in (row, *others)
        }
        self._desk.call_later(self._arrived, row, offers, marks)
        if not self._looked:
            self._looked = True
            give_back_memory()  # what loading the aligner and all else took: this comes last

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
        self._desk.call_later(self._desk.matches.look_up)

    def _arrived(
        self, row: int, offers: tuple[RefrainOffer, ...], marks: dict[int, tuple[Span, ...]]
    ) -> None:
        new = self._marks != marks
        self._marks = marks
        self._offers = (row, offers)
        if new:
            self._desk.lighting.relight()
        self._desk.matches.show()
