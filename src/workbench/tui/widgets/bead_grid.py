"""tui: BeadGrid, the beads with a cursor that goes from sentence to sentence, and what acts do there."""

from __future__ import annotations

from array import array
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, TARGET, MendedBead, Place, Side, Swap
from workbench.project.mending_order import BeadOrder
from workbench.project.mending_outcome import MendingOutcome
from workbench.tui.widgets.bead_layout import Cursor, guessed_height
from workbench.tui.widgets.bead_view import WHEEL_LINES, BeadView
from workbench.tui.widgets.heights import HeightIndex


class BeadGrid(BeadView):
    """It shows and moves the cursor; the screen decides."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("ctrl+up", "bead(-1)", show=False),
        Binding("ctrl+down", "bead(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("ctrl+home", "edge(-1)", show=False),
        Binding("ctrl+end", "edge(1)", show=False),
        Binding("left", "side(0)", show=False),
        Binding("right", "side(1)", show=False),
        Binding("tab", "other_side", show=False, priority=True),
    ]

    class Moved(Message):
        """The cursor stands elsewhere, or on a bead that has changed."""

    def __init__(self, mending: Mending, *, doubtful_first: bool) -> None:
        super().__init__(mending, doubtful_first=doubtful_first)
        self._place: Place = self.bead.place

    # ---- where one is

    @property
    def bead(self) -> MendedBead:
        """The bead one is at."""
        return self.mending.beads[self.order.index(self.position)]

    @property
    def number(self) -> int:
        """Its number in the texts, 1-based."""
        return self.order.index(self.position) + 1

    def sentence_span(self) -> tuple[int, int] | None:
        """Where the sentence one is at begins and ends; None on a side that has none."""
        sentences = self.mending.sentences(self.bead, self.cursor.side)
        if not sentences:
            return None
        sentence = sentences[min(self.cursor.sentence, len(sentences) - 1)]
        return sentence.start, sentence.end

    def go(self, place: Place, *, centre: bool = False) -> None:
        """Go to the bead at a place; the cursor to its first sentence."""
        position = self.order.position(place)
        if position is not None:
            self._to(position, Cursor(self.cursor.side, 0))
            if centre and self.columns is not None:
                self.viewport.centre(position)
                self.show()

    def _to(self, position: int, cursor: Cursor) -> None:
        self.position, self.cursor = position, cursor
        if self.columns is not None:
            self.reveal()
            self.show()
        self._tell()

    # ---- what changes

    def set_order(self, *, doubtful_first: bool) -> None:
        """Show the beads in another order, made anew, staying at the bead one is at."""
        place = self.bead.place
        self.order = BeadOrder(self.mending.beads, doubtful_first=doubtful_first)
        self.position = self.order.position(place) or 0
        if self.columns is not None:
            self.guess()
            self.viewport.centre(self.position)
            self.show()
        self._tell()

    def follow(self, outcome: MendingOutcome) -> None:
        """Show what an act did; the bead one is at stays on its line of the screen where that can be."""
        place = outcome.place or self._place
        # The order follows below: until then the beads of the list are others than those it speaks of.
        top = self.viewport.shown_top_of(self.position) if self.columns is not None else None
        for change in outcome.changes:
            if isinstance(change, Swap):
                self._follow_swap(change)
            else:
                self.forget()  # a sentence was cut, and beads of the same span look otherwise
        if self.columns is not None and outcome.changes:
            self.viewport.index = HeightIndex(self.heights)
        near = self.order.position(place)
        if near is None:
            near = self.order.position(self.mending.beads[self.mending.beads.near(place)].place)
        same = near == self.position
        self.position = near or 0
        count = len(self.mending.sentences(self.bead, self.cursor.side))
        self.cursor = Cursor(self.cursor.side, max(0, min(self.cursor.sentence, count - 1)))
        if self.columns is not None:
            if top is not None and (same or outcome.changes):
                self.viewport.hold(self.position, top)
            self.reveal()
            self.show()
        self._tell()

    def _follow_swap(self, swap: Swap) -> None:
        for at, gone, come in self.order.swap(swap):
            if self.columns is not None:
                columns, texts = self.columns, self.mending.texts
                self.heights[at : at + gone] = array(
                    "l", [guessed_height(bead, texts, columns) for bead in come]
                )

    def _tell(self) -> None:
        self._place = self.bead.place
        self.post_message(self.Moved())

    # ---- keys

    def action_step(self, step: int) -> None:
        """One sentence on; where the one that one is at goes on beyond the screen, that first."""
        if self._more_of_sentence(step):
            self.viewport.place(self.viewport.row, self.viewport.line + step * WHEEL_LINES)
            self.show()
            return
        count = len(self.mending.sentences(self.bead, self.cursor.side))
        sentence = self.cursor.sentence + step
        if 0 <= sentence < count:
            self._to(self.position, Cursor(self.cursor.side, sentence))
        else:
            self.action_bead(step, last=step < 0)

    def action_bead(self, step: int, *, last: bool = False) -> None:
        """One bead on; `last` puts the cursor on its last sentence."""
        position = self.position + step
        if 0 <= position < len(self.order):
            bead = self.mending.beads[self.order.index(position)]
            count = len(self.mending.sentences(bead, self.cursor.side))
            self._to(position, Cursor(self.cursor.side, max(0, count - 1) if last else 0))

    def action_page(self, step: int) -> None:
        """A screen on."""
        if self.columns is None:
            return
        y = self.viewport.top_of(self.position) or 0
        moved = self.viewport.scroll(step * max(1, self.viewport.size - 2))
        filled = self.viewport.fill()
        position = filled[max(0, min(y, len(filled) - 1))][0] if moved else self.position
        if position == self.position:
            position = max(0, min(self.position + step, len(self.order) - 1))
        self._to(position, Cursor(self.cursor.side, 0))

    def action_edge(self, step: int) -> None:
        """To the first or the last bead."""
        self._to(0 if step < 0 else len(self.order) - 1, Cursor(self.cursor.side, 0))

    def action_side(self, side: int) -> None:
        """To the Chinese or to the English."""
        chosen: Side = TARGET if side else SOURCE
        if chosen != self.cursor.side:
            count = len(self.mending.sentences(self.bead, chosen))
            self._to(self.position, Cursor(chosen, max(0, min(self.cursor.sentence, count - 1))))

    def action_other_side(self) -> None:
        """To the other side."""
        self.action_side(0 if self.cursor.side else 1)

    def _more_of_sentence(self, step: int) -> bool:
        """Whether the sentence one is at goes on beyond the edge of the screen."""
        if self.columns is None:
            return False
        first, end = self.cursor_lines()
        top = self.viewport.top_of(self.position)
        if top is None or end - first < self.viewport.size - 1:
            return False
        return top + end > self.viewport.size if step > 0 else top + first < 0

    def on_click(self, event: events.Click) -> None:
        """A click goes to a sentence."""
        filled = self.viewport.fill() if self.columns is not None else []
        if self.columns is None or not 0 <= event.y < len(filled):
            return
        position, line = filled[event.y]
        side: Side = TARGET if event.x >= self.columns.target_at - 1 else SOURCE
        face = self.faces_of(position)[line]
        sentence = (face.target if side else face.source).sentence
        self._to(position, Cursor(side, max(0, sentence)))
