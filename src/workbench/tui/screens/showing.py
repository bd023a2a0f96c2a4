"""tui: Showing, what the editor shows after a command: its rows, the row gone to, what is known of it."""

from __future__ import annotations

from typing import Literal

from workbench.model.coded import print_coded
from workbench.model.segments import State
from workbench.project.outcome import Outcome
from workbench.project.place import RowFilter
from workbench.project.view import RowView
from workbench.tui.screens.desk import Desk
from workbench.tui.screens.printed import plain_offset, printed_offset
from workbench.tui.screens.row_facts import RowFacts
from workbench.tui.screens.telling import findings_content, row_content

MANY = 50
"""From so many changed rows on, all that is shown is read again."""


class Showing(Desk):
    """Shows what the session did."""

    _state: State

    def show_rows(self, view: RowView | None = None) -> None:
        """Show the rows under the filter, keeping the place."""
        self.view = self.session.full_view() if view is None else view
        if not len(self.view) and self.session.filter:
            self.session.set_filter(RowFilter())
            self.view = self.session.full_view()
            self.say("No row passes that filter: showing all rows.", warn=True)
        self.pane.set_view(self.view)

    def apply(self, outcome: Outcome) -> None:
        """Show what a command of the session did."""
        if outcome.message:
            self.say(outcome.message, warn=not outcome.done)
        if outcome.changed or outcome.structure:
            self.memorising.rows_changed()
            self.parts.rows_changed()
        if outcome.structure:
            self.show_rows(self.session.view_after(self.view, outcome.changed))
        if (outcome.structure or len(outcome.changed) > MANY) and self.keystrokes.flush():
            self.pane.reload_all()
        else:
            for row in filter(lambda each: self.view.index_of(each) is not None, outcome.changed):
                self.pane.reload(row)
        if outcome.row is not None and outcome.row != self.row:
            self.go(outcome.row, outcome.caret)
        else:
            self._stay(outcome.caret)
        if outcome.structure:
            self.refresh_header()

    def show_refusal(self, outcome: Outcome) -> None:
        """Say why not; where another row is the place for it, jump there."""
        if outcome.row is not None:
            self.jump(outcome.row)
        self.say(outcome.message, warn=True)

    def _stay(self, caret: int | None) -> None:
        """The active row may have changed underneath."""
        if caret is not None:
            self.pane.set_caret(printed_offset(self.pane.target_text, caret))
        self.lighting.relight()
        self.facts.row_touched()
        self.parts.row_changed()

    def typed(self, row: int, outcome: Outcome) -> None:
        """The session has what was typed in `row`."""
        if not outcome.done:
            self.say(outcome.message, warn=True)
        if row != self.row or not outcome.done or self.session.segment(row).state is not self._state:
            self.pane.reload(row)
            self.refresh_header()
            self.memorising.rows_changed()
        if row == self.row:
            self._show_row()
        self.parts.kept()

    # ---- going

    def go(self, row: int, caret: int | None = None, *, scroll: Literal["near", "centre"] = "near") -> None:
        """Make `row` the active one; the caret lands where it rests there, or at a plain offset."""
        self._leave_row()
        if self.view.index_of(row) is None and self.session.filter:
            self.session.set_filter(RowFilter())
            self.show_rows()
            self.say("The filter hid that row: showing all rows.")
        self.pane.activate(row, self.resting_caret(row, caret), scroll=scroll)
        if self.lower.terms.has_focus or self.lower.matches.has_focus:
            self.to_english()  # that list was of another row
        self.row_is_other()

    def jump(self, row: int, caret: int | None = None) -> None:
        """Go to a row from a list or a number: Enter there confirms and comes back."""
        if row != self.row:
            self.session.jump(row, self.row)
        self.go(row, caret, scroll="centre")
        self.pane.focus_side("target")

    def resting_caret(self, row: int, caret: int | None = None) -> int:
        """Where the caret lands in the printed target, or what the plain offset `caret` is there."""
        at = self.session.resting_caret(row) if caret is None else caret
        return printed_offset(print_coded(self.session.segment(row).target), at)

    def _leave_row(self) -> None:
        self.keystrokes.end_step()
        if self.view.index_of(self.row) is not None:
            self.session.leave(self.row, plain_offset(self.pane.target_text, self.pane.caret))

    def row_is_other(self) -> None:
        """Another row is active, or the active one has changed underneath: its facts follow when it rests."""
        self.arrivals.expect("facts", "matches")
        self.terms.row_left()
        self.facts.row_changed()
        self.matches.row_changed()
        self.refrains.row_changed()
        self.parts.row_changed()

    def _show_facts(self, facts: RowFacts) -> None:
        """What is known of the row where the caret has come to rest; the counts may be others by now."""
        self.refresh_header()
        self.lower.show_findings(findings_content(facts.findings), len(facts.findings))
        self.lighting.relight()
        self._show_row()
        self.refresh_hints()

    def _show_row(self) -> None:
        if self.row:
            segment = self.session.segment(self.row)
            self._state = segment.state
            marked = self.session.is_bookmarked(self.row)
            done = self.session.done_to(self.row)
            self.lower.show_row(row_content(segment, self.number, done, bookmarked=marked))
