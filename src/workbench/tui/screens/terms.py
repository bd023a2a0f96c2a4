"""tui: Terms, the terms of the row under the caret: listed, inserted in turn, or picked by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from workbench.model.terms import TermHit
from workbench.project.offers import TermInsertion, TermOffer, term_offers
from workbench.tui.pause import Pause
from workbench.tui.screens.printed import plain_offset, plain_text, printed_offset
from workbench.tui.screens.term_choices import about, english_of, term_choices

if TYPE_CHECKING:
    from workbench.model.terms import Concept
    from workbench.tui.screens.editor import EditorScreen


REST = 0.15  # s
Listed: TypeAlias = tuple[int, str, tuple[int, int], tuple[TermHit, ...], frozenset[str]]
"""Row, English, lit sentence, terms of the row, and which of them it mentions first."""
_PICKING = "A number or Enter inserts a term; Esc goes back."


class Terms:
    """Offers of the row, current sentence first."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._offers: list[TermOffer] = []
        self._shown: Listed | None = None
        self._next: Listed | None = None
        self._pause = Pause(desk, self._rested)
        self._digits = ""

    def refresh(self, sentence: tuple[int, int]) -> None:
        """List the offers again where the row, its terms, its English or the lit sentence is another.

        While one types or moves through the row the list waits: which terms are used is told at rest.
        """
        desk = self._desk
        target = plain_text(desk.pane.target_text)
        hits, first = desk.facts.now.hits, desk.facts.now.first
        now = (desk.facts.now.row, target, sentence, hits, first)
        self._pause.stop()
        if self._shown is None or not self._same_terms(self._shown, now):
            self._list(now)
        elif now != self._shown:
            self._next = now
            self._pause.begin(REST)

    @staticmethod
    def _same_terms(one: Listed, other: Listed) -> bool:
        return (one[0], one[3], one[4]) == (other[0], other[3], other[4])

    def _rested(self) -> None:
        if self._next is not None:
            self._list(self._next)

    def _list(self, now: Listed) -> None:
        desk = self._desk
        self._next = None
        same_row = self._shown is not None and self._shown[0] == now[0]
        self._shown = now
        _, target, sentence, hits, first = now
        self._offers = term_offers(hits, target, sentence, first)
        desk.lower.show_terms(term_choices(self._offers), keep=same_row and desk.lower.terms.has_focus)

    def row_left(self) -> None:
        """The list is of another row."""
        self._pause.stop()
        self._next = None
        self._offers = []
        self._shown = None

    def insert_next(self, *, article: bool = False) -> None:
        """Insert the next unused term of the sentence; right after, its next rendering instead.

        With `article`, the term that was just put in gets its article, or the next one comes with it.
        """
        target, caret = self._position()
        chosen = self._desk.session.next_term(self._desk.segment, target, caret, article=article)
        if chosen is None:
            self._desk.say("No unused term is left in this sentence.")
            return
        self._insert(chosen)

    def _insert_numbered(self, number: int) -> None:
        """Insert the offer with this place in the list, 0-based."""
        target, caret = self._position()
        chosen = self._desk.session.picked_term(self._desk.segment, self._offers[number], target, caret)
        if chosen is None:
            self._desk.say(f"{self._offers[number].hit.term} has no rendering to use.")
            return
        self._insert(chosen)

    def insert_concept(self, concept: Concept) -> None:
        """Insert the English of a concept that was looked up; the term key right after, its alternatives."""
        desk = self._desk
        desk.to_english()
        if not desk.may_type():
            return
        target, caret = self._position()
        found = TermHit(0, 0, concept.zh, concept)
        offer = TermOffer(found, concept.usable, used=False, current=False)
        chosen = desk.session.picked_term(desk.segment, offer, target, caret)
        if chosen is None:
            desk.say(f"{concept.zh} has no rendering to use.")
        else:
            self._insert(chosen)

    def start_picking(self) -> None:
        """Go to the list."""
        desk = self._desk
        desk.facts.settle_now()
        if self._pause.pending:
            self._pause.stop()
            self._rested()
        if not self._offers:
            desk.say("The termbase knows no term in this row.")
            return
        self._digits = ""
        desk.put_cue_away()
        desk.lower.show_tab("terms")
        desk.lower.terms.focus()
        desk.say(_PICKING)

    def digit(self, digit: str) -> None:
        """A digit was typed in the list: insert when no other number begins so, else wait for one more."""
        self._digits += digit
        exact = int(self._digits) - 1
        labelled = [at for at in range(len(self._offers)) if str(at + 1).startswith(self._digits)]
        if not labelled:
            self._desk.say(f"There is no term {self._digits}.")
            self._digits = ""
        elif labelled == [exact]:
            self.pick(exact)
        else:
            self._desk.lower.terms.put_cursor(self._line_of(exact))
            self._desk.say(f"{self._digits}: Enter inserts it, or another digit.")

    def pick(self, number: int) -> None:
        """The offer with this place in the list was chosen, 0-based."""
        self._digits = ""
        self._desk.pane.focus()
        self._desk.pane.focus_side("target")
        if self._desk.may_type():
            self._desk.keystrokes.flush()
            self._insert_numbered(number)

    def looked_at(self, number: int) -> None:
        """The cursor in the list is on this offer: say what else is known of it."""
        if self._desk.lower.terms.has_focus and not self._digits:
            offer = self._offers[number]
            english, _ = english_of(offer.renderings, ())
            more = about(offer.hit.concept)
            self._desk.say(f"{english} · {more}" if more else f"{english}. {_PICKING}")

    @property
    def offers(self) -> list[TermOffer]:
        """The terms listed now."""
        return self._offers

    def _line_of(self, number: int) -> int:
        choices = self._desk.lower.terms.choices
        return next(at for at, choice in enumerate(choices) if choice.value == number)

    def __len__(self) -> int:
        return len(self._offers)

    def _position(self) -> tuple[str, int]:
        printed = self._desk.pane.target_text
        return plain_text(printed), plain_offset(printed, self._desk.pane.caret)

    def _insert(self, chosen: TermInsertion) -> None:
        pane = self._desk.pane
        printed = pane.target_text
        if chosen.article and plain_text(printed)[chosen.start : chosen.end] == chosen.text:
            self._desk.say(f"{chosen.hit.term}: no article is known for this rendering.")
            return
        self._desk.put_in(
            chosen.text, replace=(printed_offset(printed, chosen.start), printed_offset(printed, chosen.end))
        )
        more = len(chosen.hit.concept.usable) - 1 - chosen.rendering
        again = f" ^T again: {chosen.hit.concept.usable[chosen.rendering + 1].en}." if more > 0 else ""
        said = f"{chosen.hit.term}: {chosen.text.strip()}.{again}"
        self._desk.call_later(self._desk.say, said)  # behind the edit, which clears what was said before it
