"""tui: Sifting, a filter is set: at once where it can be, else aside, with progress."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.project.filter_commands import Sifted
    from workbench.project.row_filter import RowFilter


class Sifting(Part):
    """Sets filters."""

    def start(self) -> None:
        """The filter of the last time, where it takes a while to find what passes."""
        waiting = self.desk.session.waiting_filter
        if waiting is not None:
            self.show(waiting)

    def show(self, row_filter: RowFilter) -> None:
        """Show only the rows that pass a filter; the ones shown stay until it is known which do."""
        desk = self.desk
        work = partial(desk.session.sift, row_filter)
        desk.part(LongWork).run("Filtering", work, self._found, quick=not row_filter.costly)

    def _found(self, sifted: Sifted) -> None:
        desk = self.desk
        if not len(sifted.view):
            text = sifted.filter.text
            desk.say(f"No row passes {text}: showing {_shown(desk.session.filter)}.", warn=True)
            return
        desk.apply(desk.session.show_sifted(sifted))


def _shown(row_filter: RowFilter) -> str:
    return "the same rows as before" if row_filter else "all rows"
