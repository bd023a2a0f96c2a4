"""project: commands of a reviewer: the role, setting reviewed and going on, sending back with a comment."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment, State
from workbench.project import views
from workbench.project.opened import GONE, rows_said
from workbench.project.outcome import Outcome, refused
from workbench.project.reviewing import (
    Role,
    Version,
    confirmed_last,
    next_unreviewed,
    rejected_last,
    same_source_otherwise,
)
from workbench.project.row_commands import RowCommands
from workbench.project.schema import connect

_ROLE = "role"


class ReviewingCommands(RowCommands):
    """What a reviewer does to the row under the caret; Enter does what the role wants."""

    _role: Role | None = None

    @property
    def role(self) -> Role:
        """Whose work is done here: kept with the project, a translator's at first."""
        if self._role is None:
            kept = self._store.meta(_ROLE)
            self._role = Role(kept) if kept in set(Role) else Role.TRANSLATOR
        return self._role

    def set_role(self, role: Role) -> Outcome:
        """Translate or review from here on; remembered for the next opening where this project is written."""
        self._role = role
        if not self.read_only:
            with contextlib.suppress(WorkbenchError):  # a full disk: it holds for this time
                self._store.set_meta(_ROLE, role.value)
        if role is Role.TRANSLATOR:
            return Outcome(message="Translating: Enter confirms a row and goes to the next unconfirmed one.")
        said = "Reviewing: Enter sets a row reviewed, F9 j rejects it"
        return Outcome(message=f"{said}; {self._unreviewed_said()}")

    def enter(self, row: int) -> Outcome:
        """What Enter does in this role: confirm and go on, or set reviewed and go on."""
        return self.review(row) if self.role is Role.REVIEWER else self.confirm(row)

    def enter_and_stay(self, row: int) -> Outcome:
        """The same, and stay."""
        return self.set_reviewed(row) if self.role is Role.REVIEWER else self.confirm_and_stay(row)

    def review(self, row: int) -> Outcome:
        """Set the row reviewed and go to the next unreviewed one.

        An empty row is only left, and so is one that was rejected and not changed since. After a jump the
        way leads back. After the last unreviewed row it stays and says what is left.
        """
        segment = self._there(row)
        if segment is None:
            return refused(GONE)
        done = Outcome()
        if not segment.target.text.strip():
            done = Outcome(message=f"Row {self.number(row)} has no English to review.")
        elif segment.state is State.REJECTED and not self._mended(segment):
            done = Outcome(message=f"Row {self.number(row)} stays rejected; F9 9 o sets it reviewed.")
        elif segment.state is not State.REVIEWED:
            done = self.set_reviewed(row)
        self.pause()
        follow, why = self._on_to_unreviewed(row)
        if not done.done:
            return replace(done, row=None if self.read_only else follow)
        said = " ".join(part for part in (done.message, why) if part)
        return Outcome(done.changed, row=follow, message=said)

    def set_reviewed(self, row: int) -> Outcome:
        """Set the row reviewed, its comment done with; English that was edited before it stands."""
        segment = self._workable(row)
        if isinstance(segment, Outcome):
            return segment
        number = self.number(row)
        if not segment.target.text.strip():
            return refused("There is no English to review in this row.")
        if segment.state is State.REVIEWED:
            return Outcome(message="This row is reviewed already.")
        before = self.confirmed_version(row)
        edited = before is not None and before.target != segment.target.text
        after = self._stamped(replace(segment, state=State.REVIEWED, comment=""))
        label = f"reviewed row {number}" + (" with changes" if edited else "")
        self._commit(label, row, [(segment, after)])
        said = f"Row {number} reviewed{', with your changes' if edited else ''}."
        return Outcome((row,), message=said + (self._elsewhere_said(row) if edited else ""))

    def reject(self, row: int, comment: str) -> Outcome:
        """Send the row back with a comment; a reviewer goes on to the next unreviewed row."""
        if not comment.strip():
            return refused("Say why: a rejected row carries a comment for the translator.")
        done = self.set_state(row, State.REJECTED, comment.strip())
        if not done.done or self.role is not Role.REVIEWER:
            return done
        follow, why = self._on_to_unreviewed(row)
        return replace(done, row=follow, message=" ".join(part for part in (done.message, why) if part))

    # ---- what a reviewer is told

    def confirmed_version(self, row: int) -> Version | None:
        """The English of the row as it was confirmed last; None where it never was. Safe in any thread."""
        connection = connect(self._store.path, writable=False)
        try:
            return confirmed_last(connection, row)
        finally:
            connection.close()

    def next_unreviewed(self, row: int) -> int | None:
        """The next row after `row`, under the filter, that has English to review."""
        return next_unreviewed(self._store.connection, self.filter, row)

    def _mended(self, segment: Segment) -> bool:
        """Whether a rejected row has other English than was sent back."""
        sent = rejected_last(self._store.connection, segment.id)
        return sent is not None and sent.target != segment.target.text

    def _on_to_unreviewed(self, row: int) -> tuple[int | None, str]:
        """Where Enter leads a reviewer from a row, and what to say."""
        if self._jumped is not None:
            jumped, back = self._jumped
            self._jumped = None
            if jumped == row and self.number(back):
                return back, "Back where you were."
        follow = self.next_unreviewed(row)
        if follow is not None:
            return follow, ""
        before = self.next_unreviewed(0)
        if before is not None and before != row:
            return (
                None,
                f"No unreviewed row after this one; the first before it is row {self.number(before)}.",
            )
        where = " under this filter" if self.filter else ""
        return None, f"No unreviewed row is left{where}: {self._unreviewed_said()}"

    def _unreviewed_said(self) -> str:
        """How far the review is, in one sentence."""
        counts = self.counts().by_state
        waiting = counts.get(State.CONFIRMED, 0) + counts.get(State.DRAFT, 0)
        rejected, empty = counts.get(State.REJECTED, 0), counts.get(State.UNTRANSLATED, 0)
        parts = [
            f"{rows_said(count)} {word}"
            for count, word in ((waiting, "to review"), (rejected, "rejected"), (empty, "untranslated"))
            if count
        ]
        return f"{', '.join(parts)}." if parts else "everything is reviewed."

    def _elsewhere_said(self, row: int) -> str:
        """That the same source stands elsewhere with other English."""
        others = same_source_otherwise(self._store.connection, row)
        if not others:
            return ""
        numbers = ", ".join(str(views.number_of(self._store.connection, other)) for other in others[:5])
        more = f" and {len(others) - 5} more" if len(others) > 5 else ""
        rows = "Row" if len(others) == 1 else "Rows"
        has = "has" if len(others) == 1 else "have"
        return f" {rows} {numbers}{more} {has} the same source and other English."
