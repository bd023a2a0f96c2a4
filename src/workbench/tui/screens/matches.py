"""tui: Matches, what the memories have for the row under the caret: looked up aside, listed, and put in."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.matches import Match
from workbench.project.match_offers import ROW_FIRST, MatchOffer, match_offers
from workbench.project.proposals import InsertMode
from workbench.tui.giving_way import giving_way
from workbench.tui.pause import Pause
from workbench.tui.screens.match_entries import match_entries, told
from workbench.tui.screens.printed import plain_offset, plain_text

if TYPE_CHECKING:
    from workbench.project.log_reading import Placed
    from workbench.project.matching import RowMatches
    from workbench.tui.screens.editor import EditorScreen

Span = tuple[int, int]
SETTLE = 0.06
_AHEAD = 3
_AHEAD_AFTER = 0.4  # s; who goes from row to row faster than that is not to be slowed by the next ones
_NOTHING = "The memories have nothing for this row."


class Matches:
    """Offers of the row, those of the lit sentence among them.

    Looking up waits until the caret rests, and runs in a thread; the next rows are looked up behind it.

    Attributes:
        offers: in the order of the list.
    """

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._pause = Pause(desk, self._start)
        self._found: RowMatches | None = None
        self._sentence: Span = (0, 0)
        self.offers: list[MatchOffer] = []
        self._shown: tuple[RowMatches | None, list[MatchOffer]] | None = None
        self._used: tuple[tuple[int, Span, str], MatchOffer] | None = None
        self._said = ""
        self._begun = False
        self._row = 0
        self._left = threading.Event()  # the row that is looked up is asked about no more

    # ---- looking up

    def row_changed(self) -> None:
        """The caret is in another row: look it up soon; until then nothing is offered."""
        if self._row != self._desk.row:
            self._row = self._desk.row
            self._left.set()
            self._desk.lower.row_left()
        if self._found is not None and self._found.row != self._desk.row:
            self._found, self.offers = None, []  # what is listed stays in sight until the others are known
        self.look_up()

    def closing(self) -> None:
        """Nobody asks for anything any more."""
        self._left.set()

    def look_up(self) -> None:
        """Look the row up when the caret rests."""
        self._pause.begin(SETTLE)

    def _start(self) -> None:
        placed = self._desk.session.placed(self._desk.row) if self._desk.row else None
        if placed is not None:
            ahead = self._desk.session.rows_ahead(self._desk.row, _AHEAD)
            self._left.set()
            self._left = threading.Event()
            work = partial(self._work, placed, ahead, self._left)
            self._desk.run_worker(work, thread=True, exclusive=True, group="matches")

    def _work(self, placed: Placed, ahead: Sequence[Placed], left: threading.Event) -> None:
        """In a worker's thread: this row, then the next rows where the caret rests on this one."""
        try:
            with giving_way():
                desk = self._desk.session.match_desk()
                found = desk.row_matches(placed.segment, placed.before, placed.after)
                self._desk.call_later(self._arrived, found, left)
                if not left.wait(_AHEAD_AFTER):
                    desk.prefetch(ahead, left=left.is_set)
        except WorkbenchError as error:
            self._desk.call_later(self._wrong, str(error))

    def _wrong(self, said: str) -> None:
        self._desk.arrivals.take("matches", self.show)
        if said != self._said:
            self._said = said
            self._desk.say(said, warn=True)

    def _arrived(self, found: RowMatches, left: threading.Event) -> None:
        """What a thread found; one that was begun after it knows better, however late this comes."""
        if found.row == self._desk.row and not left.is_set():
            self._desk.arrivals.take("matches", partial(self._take, found))

    def _take(self, found: RowMatches) -> None:
        self._found = found
        self.show()

    def refresh(self, sentence: Span) -> None:
        """The lit sentence may be another one, or the row may have got English."""
        english = plain_text(self._desk.pane.target_text).strip()
        whole = {offer.proposal.target.text for offer in self.offers if offer.whole}
        begun = bool(english) and english not in whole
        if (sentence, begun) != (self._sentence, self._begun):
            self._sentence, self._begun = sentence, begun
            self.show()

    def show(self) -> None:
        """List what is known now."""
        desk, found = self._desk, self._found
        refrains = desk.refrains.offers(desk.row)
        english = plain_text(desk.pane.target_text)
        offers = [] if found is None else match_offers(found, self._sentence, refrains, english)
        if (found, offers) == self._shown:
            return
        self._shown = found, offers
        self.offers = offers
        source = "" if found is None else found.source.text
        entries = match_entries(self.offers, source) if found is not None else []
        desk.lower.show_matches(entries, told(self.offers), keep=desk.lower.matches.has_focus)
        if found is not None:
            desk.lower.lift_matches(self._is_wanted())

    def _is_wanted(self) -> bool:
        """Whether the first offer is good, and the row still to be done."""
        score = self.offers[0].proposal.score if self.offers else None
        settled = self._desk.session.segment(self._desk.row).settled
        return score is not None and score >= ROW_FIRST and not settled

    # ---- putting in

    def use(self) -> None:
        """Put the first offer in, in the place of what is there; pressed again at once, another instead."""
        desk = self._desk
        if not self.offers:
            desk.say(_NOTHING)
        elif desk.lower.matches.has_focus:
            self._put_in(self._under_cursor(), InsertMode.REPLACE)
        elif self._used is not None and self._used[0] == self._here():
            self._put_in_another(self._used[1])
        else:
            self._put_in(0, InsertMode.REPLACE)

    def _put_in_another(self, used: MatchOffer) -> None:
        others = self._others(used)
        if not others:
            self._desk.say("It stands there, and the memories have no other for this place.")
            return
        at = next((n for n, offer in enumerate(self.offers) if offer.proposal == used.proposal), -1)
        self._put_in(next((n for n in others if n > at), others[0]), InsertMode.REPLACE)

    def _others(self, used: MatchOffer) -> list[int]:
        """Where in the list the offers are that translate the same and say something else."""
        return [
            number
            for number, offer in enumerate(self.offers)
            if offer.instead_of(used) and offer.proposal.target != used.proposal.target
        ]

    def _here(self) -> tuple[int, Span, str]:
        """Row, lit sentence and English: while they stay, the key pressed again means another offer."""
        return self._desk.row, self._sentence, self._desk.session.segment(self._desk.row).target.text

    def insert(self) -> None:
        """Put the offer under the cursor in at the caret."""
        self._put_in(self._under_cursor(), InsertMode.INSERT)

    def complete(self) -> None:
        """Put in only what the offer under the cursor has and the English lacks."""
        self._put_in(self._under_cursor(), InsertMode.DIFFERENCE)

    def pick(self, number: int) -> None:
        """The offer with this number was chosen in the list, 0-based."""
        self._desk.to_english()
        if number >= len(self.offers):
            self._desk.say(f"There is no match {number + 1}.")
        elif self._desk.may_type():
            self._desk.keystrokes.flush()
            self._put_in(number, InsertMode.REPLACE)

    def start_picking(self) -> None:
        """Go to the list."""
        desk = self._desk
        if not self.offers:
            desk.say(_NOTHING)
            return
        desk.put_cue_away()
        desk.lower.show_tab("matches")
        desk.lower.matches.focus()
        desk.say("A number or Enter puts a match in; Esc goes back.")

    def _under_cursor(self) -> int:
        value = self._desk.lower.matches.value
        return value if isinstance(value, int) else 0

    def _put_in(self, number: int, mode: InsertMode) -> None:
        desk = self._desk
        if number >= len(self.offers):
            desk.say(_NOTHING)
            return
        offer = self.offers[number]
        if offer.proposal.score is None and mode is InsertMode.REPLACE:
            mode = InsertMode.INSERT  # a part never takes the place of the whole
        desk.to_english()
        caret = plain_offset(desk.pane.target_text, desk.pane.caret)
        outcome = desk.session.insert_match(desk.row, offer.proposal, caret, mode)
        desk.apply(outcome)
        # After a sentence the next one is lit, and the key means that one; of a row, or of its last sentence,
        # it means another match.
        replaced = mode is InsertMode.REPLACE and outcome.done
        self._used = (self._here(), offer) if replaced and self._is_still_lit(offer) else None
        desk.lower.matches.put_cursor(number)
        if outcome.message:
            again = " ^D again: another." if self._used is not None and self._others(offer) else ""
            warn = not outcome.done or bool(offer.proposal.figures)
            desk.call_later(desk.say, outcome.message + again, warn=warn)

    def _is_still_lit(self, offer: MatchOffer) -> bool:
        start, end = self._sentence
        return offer.whole or (offer.span[0] < end and start < offer.span[1])

    # ---- the unit behind an offer

    @property
    def match(self) -> Match | None:
        """The match under the cursor of the list; None for what was assembled, or none."""
        number = self._under_cursor()
        return self.offers[number].match if number < len(self.offers) else None

    def changed(self) -> None:
        """A memory has changed: look the row up again."""
        self._shown = None
        self.look_up()

    def __len__(self) -> int:
        return len(self.offers)
