"""tui: Reviewing, the reviewer's part of the editor: what differs from what was confirmed, as one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment, State
from workbench.project.english_changes import changed, english_changes
from workbench.project.reviewing import Role, Version
from workbench.tui.pause import Pause
from workbench.tui.screens.part import Part
from workbench.tui.screens.printed import plain_text
from workbench.tui.screens.telling import local_time
from workbench.tui.widgets.review_line import ReviewLine

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

_REST = 0.06


class Reviewing(Part):
    """Shows the line of the reviewer while the role is theirs; what was confirmed is read in a thread."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._pause = Pause(desk, self._start)
        self._known: tuple[int, Version | None] = (0, None)

    def start(self) -> None:
        """As the project was left."""
        self.role_changed()

    def role_changed(self) -> None:
        """Show the line, or put it away; header and hints speak of the role."""
        lines = self.desk.query(ReviewLine)
        if not self._on:
            lines.remove()
        elif not lines:
            self.desk.mount(ReviewLine(), before=self.desk.lower)
            self._soon()
        self.desk.refresh_header()
        self.desk.refresh_hints()

    def row_changed(self) -> None:
        """Another row: what was confirmed there is looked up when the caret rests."""
        if self._on:
            self._soon()

    def rows_changed(self) -> None:
        """A command may have confirmed the row, or taken that back."""
        if self._on:
            self._soon()

    def kept(self) -> None:
        """The English is another."""
        if self._on:
            self._show()

    @property
    def _on(self) -> bool:
        return self.desk.session.role is Role.REVIEWER

    def _soon(self) -> None:
        self._pause.begin(_REST)

    def _start(self) -> None:
        if self.desk.row:
            work = partial(self._look_up, self.desk.row)
            self.desk.run_worker(work, thread=True, exclusive=True, group="reviewing")

    def _look_up(self, row: int) -> None:
        """In a worker's thread."""
        try:
            version = self.desk.session.confirmed_version(row)
        except WorkbenchError as error:
            self.desk.call_later(self.desk.say, str(error), warn=True)
            return
        self.desk.call_later(self._arrived, row, version)

    def _arrived(self, row: int, version: Version | None) -> None:
        self._known = (row, version)
        self._show()

    def _show(self) -> None:
        row, version = self._known
        if row != self.desk.row:
            return
        segment = self.desk.session.segment(row)
        now = plain_text(self.desk.pane.target_text)
        for line in self.desk.query(ReviewLine):
            if version is None or version.target == now:
                line.show(review_words(segment, version, 0))
            else:
                parts = english_changes(version.target, now)
                line.show(review_words(segment, version, changed(parts)), parts)


def review_words(segment: Segment, version: Version | None, changes: int) -> str:
    """What a reviewer is told of a row in a few words: how it was rejected, or how it differs."""
    sent_back = segment.state is State.REJECTED and segment.comment
    rejected = f"Rejected: {segment.comment} · " if sent_back else ""
    if not segment.target.text.strip() and version is None:
        return "Not translated yet."
    if version is None:
        return f"{rejected}Never confirmed: a draft."
    by = ", ".join(filter(None, (f" by {version.who}" if version.who else "", local_time(version.at))))
    if not changes:
        return f"{rejected}As it was confirmed{by}."
    count = "1 change" if changes == 1 else f"{changes} changes"
    return f"{rejected}{count} since it was confirmed{by}:"
