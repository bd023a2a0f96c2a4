"""tui: Shelves, the bookmarks of the project and its filters under names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workbench.project.filter_text import parse_filter
from workbench.tui.screens.ask import Ask
from workbench.tui.screens.part import Part
from workbench.tui.screens.shelf import Shelf
from workbench.tui.screens.sifting import Sifting
from workbench.tui.widgets.choices import Choice

if TYPE_CHECKING:
    from workbench.project.outcome import Outcome

_KEEP: Final = object()
"""The line that keeps the filter that holds now."""


class Shelves(Part):
    """Lists what was put by."""

    # ---- bookmarks

    def toggle_bookmark(self) -> None:
        """Put a bookmark at the row, or take it away."""
        self._told(self.desk.session.toggle_bookmark(self.desk.row))
        self.desk.facts.row_touched()

    def show_bookmarks(self) -> None:
        """The rows with a bookmark."""
        if not self.desk.session.bookmarks():
            self.desk.say("There is no bookmark yet; F9 9 m puts one at the row.")
            return
        keys = "Enter goes there   ^D takes it away   Esc"
        shelf = Shelf("Bookmarks", keys, self._bookmark_lines, self._drop_bookmark, start=self.desk.row)
        self.desk.ask(shelf, self._bookmark_taken)

    def _bookmark_lines(self) -> list[Choice]:
        session = self.desk.session
        return [
            Choice(
                row.id,
                row.source.text or "(no Chinese)",
                row.target.text or row.state.value,
                label=str(session.number(row.id)),
            )
            for row in session.segments(session.bookmarks())
        ]

    def _drop_bookmark(self, row: object) -> bool:
        return isinstance(row, int) and self._told(self.desk.session.toggle_bookmark(row))

    def _bookmark_taken(self, row: object) -> None:
        if isinstance(row, int):
            self.desk.jump(row)

    # ---- filters

    def show_filters(self) -> None:
        """The filters that were kept; the one that holds now can be kept too."""
        if not self._filter_lines():
            self.desk.say("No filter is kept yet: set one with F4, then F9 9 v keeps it under a name.")
            return
        keys = "Enter shows   ^D keeps it no longer   Esc"
        self.desk.ask(Shelf("Filters", keys, self._filter_lines, self._drop_filter), self._filter_taken)

    def _filter_lines(self) -> list[Choice]:
        session = self.desk.session
        lines = [Choice(name, name, text) for name, text in session.saved_filters().items()]
        if session.filter:
            lines.append(Choice(_KEEP, "keep the one that holds now …", session.filter.text))
        return lines

    def _drop_filter(self, name: object) -> bool:
        return isinstance(name, str) and self._told(self.desk.session.drop_filter(name))

    def _filter_taken(self, name: object) -> None:
        if name is _KEEP:
            self.desk.ask(Ask("Keep the filter", "Name"), self._named)
        elif isinstance(name, str):
            self.desk.part(Sifting).show(parse_filter(self.desk.session.saved_filters()[name]))

    def _named(self, name: str | None) -> None:
        if name is not None:
            self._told(self.desk.session.save_filter(name, self.desk.session.filter))

    def _told(self, outcome: Outcome) -> bool:
        self.desk.say(outcome.message, warn=not outcome.done)
        return outcome.done
