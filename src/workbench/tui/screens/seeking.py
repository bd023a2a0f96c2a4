"""tui: Seeking, going to the next row of a kind, round the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.project.sought import Sought
from workbench.text.shown import shown
from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.project.next_commands import NextOne


class Seeking(Part):
    """Goes from one to the next of the kind that was chosen last."""

    def choose(self) -> None:
        """Ask which kind, and go to the next of it."""
        now = self.desk.session.sought
        options = [Option(one, one.value, "F11 goes on with it" if one is now else "") for one in Sought]
        self.desk.ask(Choose("Go to the next …", options, start=now), self._chosen)

    def next(self) -> None:
        """Go to the next of the kind."""
        desk = self.desk
        sought = desk.session.sought
        work = partial(desk.session.next_of, sought, desk.row)
        quick = sought is not Sought.FINDING
        desk.part(LongWork).run(
            f"Looking for the next {sought}", work, partial(self._found, sought), quick=quick
        )

    def _chosen(self, sought: Sought | None) -> None:
        if sought is not None:
            self.desk.session.seek(sought)
            self.next()

    def _found(self, sought: Sought, found: NextOne) -> None:
        desk = self.desk
        if found.row is None:
            outside = f"; {found.hidden:,} outside of the filter" if found.hidden else ""
            desk.say(f"There is no {sought}{' among the rows shown' * bool(desk.session.filter)}{outside}.")
        elif found.row == desk.row:
            desk.say(f"This is the only {sought}{self._why(sought)}.")
        else:
            desk.go(found.row)
            again = ", from the top" if found.around else ""
            desk.say(f"Row {found.number:,}: {sought}{again}{self._why(sought)}. F11 goes on.")

    def _why(self, sought: Sought) -> str:
        """What the reviser wrote on a rejected row: in a low window no pane shows it."""
        comment = self.desk.segment.comment if sought is Sought.REJECTED else ""
        return f", “{shown(comment)}”" if comment else ""
