"""linear: MendingDesk, the bead of an alignment that is being looked at, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.linear.talk import Ask, Say, Talk
from workbench.linear.told import one_line
from workbench.project.mending_again import Gap, aligned_again, gaps_beside
from workbench.project.mending_beads import SOURCE, TARGET, Mark, MendedBead, Place, Side, Swap
from workbench.project.mending_order import BeadOrder
from workbench.project.mending_outcome import MendingOutcome, beads_said, is_doubtful

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.lexicon.lexicon import Lexicon
    from workbench.project.mending import Mending
    from workbench.project.mending_sentences import Sentence

NAMES: dict[Side, str] = {SOURCE: "Chinese", TARGET: "English"}


class MendingDesk(Talk):
    """An alignment and a bead.

    Attributes:
        place: where the bead begins.
        order: in which the beads follow each other: the least sure first, or that of the texts.
    """

    def __init__(self, mending: Mending, say: Say, ask: Ask) -> None:
        super().__init__(say, ask)
        self.mending = mending
        self.order = BeadOrder(mending.beads, doubtful_first=mending.doubtful_first)
        self.place: Place = mending.place or mending.beads[self.order.index(0)].place
        self._lexicon: Lexicon | None = None

    @property
    def index(self) -> int:
        """Where the bead stands in the texts, 0-based."""
        return self.mending.beads.near(self.place)

    @property
    def bead(self) -> MendedBead:
        """The bead as it is now."""
        return self.mending.beads[self.index]

    @property
    def position(self) -> int:
        """Where the bead stands in the order in which one goes about."""
        return self.order.position(self.bead.place) or 0

    @property
    def left(self) -> str:
        """What is still to be looked at, in a sentence."""
        left = len(self.mending.beads) - self.mending.right
        if not left:
            return f"All {beads_said(len(self.mending.beads))} are right."
        return f"{beads_said(left)} not called right yet, {self.mending.doubtful or 'none'} of them doubtful."

    def sentences(self, side: Side) -> list[Sentence]:
        """The sentences of a side of the bead, in order."""
        return self.mending.sentences(self.bead, side)

    # ---- saying

    def tell_bead(self) -> None:
        """Say which bead it is, who stands for it, and both sides, sentence by sentence."""
        bead = self.bead
        self.say(f"Bead {self.index + 1} of {len(self.mending.beads)}, {_standing(bead)}.")
        self.tell(self._side(SOURCE))
        self.tell(self._side(TARGET))

    def _side(self, side: Side) -> Iterator[str]:
        sentences = self.sentences(side)
        name = NAMES[side]
        if not sentences:
            yield f"No {name}: {'it was left out' if side else 'the English was added'}."
        for number, sentence in enumerate(sentences, 1):
            yield f"{name}{f' {number}' if len(sentences) > 1 else ''}: {one_line(sentence.text)}"

    def tell_neighbour(self, step: int) -> None:
        """Say the bead before or behind in the texts, without going there."""
        at = self.index + step
        if not 0 <= at < len(self.mending.beads):
            self.say("The texts begin here." if step < 0 else "The texts end here.")
            return
        bead = self.mending.beads[at]
        for side in (SOURCE, TARGET):
            text = " ".join(one_line(each.text) for each in self.mending.sentences(bead, side))
            self.say(f"{'Before' if step < 0 else 'Behind'}, {NAMES[side]}: {text or 'none'}")

    # ---- doing

    def go(self, place: Place) -> None:
        """Go to a bead and say it."""
        self.place = place
        self.tell_bead()

    def apply(self, outcome: MendingOutcome) -> None:
        """Say what an act did, follow the order, and say the bead where it leads."""
        self.say_done(outcome.message)
        for change in outcome.changes:
            if isinstance(change, Swap):
                self.order.swap(change)
        if outcome.place is not None:
            self.place = outcome.place
        if outcome.changes:
            self.place = self.bead.place
            self.tell_bead()

    def apply_quietly(self, outcome: MendingOutcome) -> None:
        """Follow an act of which nothing but its sentence is said."""
        self.say_done(outcome.message)
        for change in outcome.changes:
            if isinstance(change, Swap):
                self.order.swap(change)

    def align_again(self, gaps: Sequence[Gap], *, silent: bool) -> None:
        """Let the aligner find gaps anew, and take that, unless Ctrl+C stops it. Raises WorkbenchError."""
        if self._lexicon is None:
            self.say("Aligning again; Ctrl+C cancels.")
        try:
            found = self._found_again(gaps)
        except KeyboardInterrupt:
            self.say("Nothing was aligned again.")
            return
        for gap, beads in found:
            outcome = self.mending.take_again(gap, beads, self.place)
            if outcome.changes or not silent:
                self.apply_quietly(outcome)

    def _found_again(self, gaps: Sequence[Gap]) -> list[tuple[Gap, tuple[MendedBead, ...]]]:
        """What the aligner finds in gaps; nothing is changed by it."""
        if self._lexicon is None:
            from workbench.project.aligning import usual_lexicon

            self._lexicon = usual_lexicon()
        lexicon = self._lexicon
        return [(gap, aligned_again(self.mending.store.path, gap, lexicon)) for gap in gaps]

    def align_beside(self, index: int) -> None:
        """Align again what lies beside a bead that was mended by hand and called right."""
        gaps = gaps_beside(self.mending.beads, index)
        if gaps:
            self.align_again(gaps, silent=True)

    def remember(self) -> None:
        """Keep bead and order for the next opening."""
        self.mending.remember(self.bead.place, doubtful_first=self.order.doubtful_first)


def _standing(bead: MendedBead) -> str:
    if bead.mark is Mark.RIGHT:
        return "right"
    if bead.mark is Mark.HAND:
        return "made by hand, not yet right"
    return f"{int(bead.confidence * 100)} per cent sure{', doubtful' if is_doubtful(bead) else ''}"
